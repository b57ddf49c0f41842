/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the values are called that articles are filtered by. */

#include "tl-filter-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "tl-labels.h"
#include "tl-language-name.h"
#include "tl-pair-item.h"

/**
 * tl_filter_words_for_number:
 * @number: how many
 *
 * Returns: (transfer full): the number with thousands apart, as people where the person is
 *   write it
 */
char *
tl_filter_words_for_number (guint number)
{
  const char *separator = localeconv ()->thousands_sep;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  gsize n_digits = strlen (digits);
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0 && n_digits > 4)
        g_string_append (grouped, g_utf8_validate (separator, -1, NULL) ? separator : "");
      g_string_append_c (grouped, digits[i]);
    }
  return g_string_free (grouped, FALSE);
}

/**
 * tl_filter_words_for_articles:
 * @number: how many
 *
 * Returns: (transfer full): so many articles, "28,566 articles"
 */
char *
tl_filter_words_for_articles (guint number)
{
  g_autofree char *count = tl_filter_words_for_number (number);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s article", "%s articles", number), count);
}

/**
 * tl_filter_words_for_publisher:
 * @publisher: a publisher, "" where none is known
 *
 * Returns: (transfer full): what to call it
 */
char *
tl_filter_words_for_publisher (const char *publisher)
{
  return g_strdup (*publisher != '\0' ? publisher : _("Unknown publisher"));
}

/**
 * tl_filter_words_for_language:
 * @language: the code of a language, "" where none is known
 *
 * Returns: (transfer full): what to call it
 */
char *
tl_filter_words_for_language (const char *language)
{
  return *language != '\0' ? tl_language_dup_name (language) : g_strdup (_("Unknown language"));
}

/**
 * tl_filter_words_for_pair:
 * @partner: the code of a partner
 * @other: that of another
 *
 * Returns: (transfer full): what to call the two
 */
char *
tl_filter_words_for_pair (const char *partner,
                          const char *other)
{
  TlPair pair = { .n_figures = 0 };
  g_autoptr(TlPairItem) item = NULL;

  g_strlcpy (pair.partners[0], partner, TL_PARTNER_SIZE);
  g_strlcpy (pair.partners[1], other, TL_PARTNER_SIZE);
  item = tl_pair_item_new (&pair);
  return g_strdup (tl_pair_item_get_name (item));
}

/**
 * tl_filter_words_for_period:
 * @query: a query with a period
 *
 * Returns: (transfer full): when articles have to be published
 */
char *
tl_filter_words_for_period (const TlArticleQuery *query)
{
  TlDate from = tl_article_query_get_from (query), to = tl_article_query_get_to (query);
  g_autofree char *first = from.year != 0 ? tl_label_for_date (from) : NULL;
  g_autofree char *last = to.year != 0 ? tl_label_for_date (to) : NULL;

  if (first != NULL && last != NULL)
    return g_str_equal (first, last) ? g_strdup (first)
                                     /* Translators: from a year to another, "2014–2017" */
                                     : g_strdup_printf (C_("period", "%s–%s"), first, last);
  /* Translators: a year, "Since 2014" */
  return first != NULL ? g_strdup_printf (_("Since %s"), first)
                       : g_strdup_printf (_("Until %s"), last != NULL ? last : "");
}
