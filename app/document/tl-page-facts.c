/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a page tells of its article besides the text.  All that may tell something is
 * gathered in one walk; then the headline is chosen, for it shows where the article is, and
 * after that the others by where they stand from it.
 */

#include "tl-page-facts.h"

#include "tl-page-address.h"
#include "tl-page-author.h"
#include "tl-page-date.h"
#include "tl-page-publisher.h"
#include "tl-page-title.h"

#include <string.h>

static void
take (TlDocumentFields *fields,
      TlFact            fact,
      char             *value,
      TlProvenance      provenance)
{
  if (value != NULL)
    tl_document_fields_take (fields, fact, value, provenance);
}

/* "ru", "ru-RU", "en_GB", "Russian"? no: only codes of two letters tell a language. */
static char *
dup_language (const char *value)
{
  gsize n = strspn (value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  if (n != 2 || (value[n] != '\0' && strchr ("-_,; .", value[n]) == NULL))
    return NULL;
  return g_ascii_strdown (value, 2);
}

/* Templates come in English and are not always told otherwise: others are believed first. */
static void
find_language (TlClues          *clues,
               TlDocumentFields *fields)
{
  guint n, best_weight = 0;
  const TlClue *found = tl_clues_get (clues, TL_CLUE_LANGUAGE, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *language = dup_language (found[i].value);
      guint weight = 0;

      if (language == NULL)
        continue;
      for (guint j = 0; j < n; j++)
        if (g_ascii_strncasecmp (found[j].value, language, 2) == 0)
          weight += found[j].trust;
      if (strcmp (language, "en") == 0)
        weight = weight * 2 / 3;
      if (weight > best_weight)
        {
          tl_document_fields_set (fields, TL_FACT_LANGUAGE, language, found[i].provenance);
          best_weight = weight;
        }
    }
}

/**
 * tl_page_facts_find:
 * @tree: a page
 * @address: (nullable): where it was saved or fetched from
 * @fields: to be filled: title, author, publisher, address, language, and either the day
 *   of publication or the words that tell it
 *
 * Finds what a page tells of its article.  Takes time and room by the length of the page.
 */
void
tl_page_facts_find (xmlDoc           *tree,
                    const char       *address,
                    TlDocumentFields *fields)
{
  g_autoptr(TlClues) clues = tl_clues_new ();
  g_autoptr(TlJsonLd) json_ld = tl_json_ld_new ();
  g_autoptr(TlPagePlace) place = NULL;
  g_auto(TlPageWalk) page = { NULL };
  g_auto(GStrv) sites = NULL;
  g_auto(GStrv) owners = NULL;
  g_autofree char *copyright = NULL;
  const TlClue *title;
  TlPageHeadline headline;
  TlPageDate date;
  TlProvenance provenance = TL_PROVENANCE_NONE;
  char *found;

  tl_page_walk_init (&page, tree, clues, json_ld);
  title = tl_clues_best (clues, TL_CLUE_TITLE);
  if (title == NULL)
    title = tl_clues_best (clues, TL_CLUE_WINDOW_TITLE);
  tl_json_ld_tell (json_ld, title != NULL ? title->value : NULL, address, clues);

  found = tl_page_address_find (clues, address, &provenance);
  take (fields, TL_FACT_URL, found, provenance);
  copyright = tl_page_dup_copyright (&page);
  owners = tl_page_dup_sites (clues, copyright, found != NULL ? found : address);
  /* A person's page is that person's, and still written by the same. */
  sites = tl_page_dup_sites (clues, NULL, found != NULL ? found : address);

  tl_page_headline_find (&page, clues, (const char *const *) owners, &headline);
  place = tl_page_place_new (&page, &headline);
  take (fields, TL_FACT_TITLE, headline.text, headline.provenance);
  found = tl_page_author_find (&page, &headline, place, clues, (const char *const *) sites, &provenance);
  take (fields, TL_FACT_AUTHOR, found, provenance);
  tl_page_date_find (&page, &headline, place, clues, fields->url, &date);
  take (fields, TL_FACT_PUBLISHED, date.published, date.provenance);
  g_free (fields->date_line);
  fields->date_line = date.line;
  found = tl_page_publisher_find (&page, clues, fields->title, fields->url, &provenance);
  take (fields, TL_FACT_PUBLISHER, found, provenance);
  find_language (clues, fields);
}
