/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a fact of an article is written down by a person, and what is no such fact. */

#include "tl-fact-entry.h"

#include <glib/gi18n-lib.h>

#include "tl-original.h"
#include "tl-words.h"

static char *
dup_string (const char *string)
{
  return g_strdup (string != NULL ? string : "");
}

/**
 * tl_fact_dup_entry:
 * @article: an article
 * @fact: which fact
 *
 * Returns: (transfer full): it as a person writes it, a day as "2017-11-23"; "" where it is not
 *   known
 */
char *
tl_fact_dup_entry (TlArticle *article,
                   TlFact     fact)
{
  char *day = NULL;

  g_return_val_if_fail (TL_IS_ARTICLE (article), NULL);

  switch (fact)
    {
    case TL_FACT_TITLE:
      return dup_string (tl_article_get_title (article));
    case TL_FACT_PUBLISHER:
      return dup_string (tl_article_get_publisher (article));
    case TL_FACT_AUTHOR:
      return dup_string (tl_article_get_author (article));
    case TL_FACT_URL:
      return dup_string (tl_article_get_url (article));
    case TL_FACT_LANGUAGE:
      return dup_string (tl_article_get_language (article));
    case TL_FACT_PUBLISHED:
      day = tl_date_to_string (tl_article_get_published (article));
      return day != NULL ? day : g_strdup ("");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * tl_fact_dup_origin:
 * @article: an article
 * @fact: which fact
 *
 * Returns: (transfer full): where it comes from, in words
 */
char *
tl_fact_dup_origin (TlArticle *article,
                    TlFact     fact)
{
  g_autofree char *value = tl_fact_dup_entry (article, fact);
  TlProvenance provenance = tl_article_get_provenance (article, fact);

  return g_strdup (*value == '\0' && provenance != TL_PROVENANCE_PERSON
                     ? _("Not known") : tl_words_for_provenance (provenance));
}

/**
 * tl_fact_find_mistake:
 * @fact: which fact
 * @entered: what a person wrote, without spaces at its ends
 *
 * Returns: (transfer none) (nullable): what is wrong with it, translated; that a fact is not
 *   known, "", is right for all
 */
const char *
tl_fact_find_mistake (TlFact      fact,
                      const char *entered)
{
  g_return_val_if_fail (entered != NULL, NULL);

  if (*entered == '\0')
    return NULL;
  if (fact == TL_FACT_PUBLISHED && !tl_date_is_set (tl_date_from_string (entered)))
    return _("Write a day as 2017-11-23, a month as 2017-11, a year as 2017");
  if (fact == TL_FACT_URL && !tl_original_is_web_address (entered))
    return _("A web address begins with http:// or https://");
  return NULL;
}
