/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The country of an outlet, which "our exports" are from: its address tells, by its end
 * or by a name in it, or the city in the dateline of a story that no agency brought from elsewhere.
 */

#include "tl-home.h"

#include <string.h>

#include "tl-date-scan.h"
#include "tl-line.h"
#include "tl-publication-words.h"

/* Domains of countries that are registered from everywhere, for what their letters say. */
static const char *const sold_domains[] = {
  "ai", "cc", "co", "fm", "gg", "io", "la", "ly", "me", "sh", "so", "to", "tv", "ws",
};

/* The shortest and the longest part of an address that is looked at. */
#define MIN_PART 4
#define MAX_LABEL 40

#define MAX_COUNTRIES 64

/* A country whose name owns something speaks more for itself than one that is only named, and
 * of two a writer names the own one first. */
#define OWN_WEIGHT 2
#define FIRST_WEIGHT 3

/* The country of a host's last label. */
static char *
find_in_host (const char *host,
              gsize       length)
{
  const char *point = g_strrstr_len (host, (gssize) length, ".");
  char code[3] = { 0 };

  if (point == NULL || host + length - point != 3)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (sold_domains); i++)
    {
      if (g_ascii_strncasecmp (point + 1, sold_domains[i], 2) == 0)
        return NULL;
    }
  code[0] = g_ascii_toupper (point[1]);
  code[1] = g_ascii_toupper (point[2]);
  if (strcmp (code, "UK") == 0)
    return g_strdup ("GB");
  return tl_gazetteer_is_country (tl_gazetteer_get_default (), code) ? g_strdup (code) : NULL;
}

/* The name that was registered: "capitaltimes" of "https://en.capitaltimes.com/a". */
static char *
dup_label (const char *host)
{
  g_autofree char *name = g_ascii_strdown (host, (gssize) strcspn (host, "/:?#"));
  g_auto(GStrv) labels = g_strsplit (name, ".", -1);
  guint n = g_strv_length (labels);
  const char *label = n >= 2 ? labels[n - 2] : "";

  if (g_str_has_prefix (label, "the"))
    label += 3;
  return strlen (label) <= MAX_LABEL ? g_strdup (label) : g_strdup ("");
}

/*
 * The country, its adjective or its city that an outlet's address begins or ends with:
 * "accratimes", "voltaghana".  All beginnings and ends are looked up as words.
 */
static char *
find_in_label (const char *host)
{
  g_autofree char *label = dup_label (host);
  g_autoptr(GString) parts = g_string_new (NULL);
  g_autoptr(TlText) text = NULL;
  g_autoptr(GArray) places = NULL;
  const TlPlaceMatch *longest = NULL;
  gsize n = strlen (label);

  if (n <= MIN_PART)
    return NULL;
  for (gsize i = MIN_PART; i <= n; i++)
    {
      const char *end = label + n - i;

      g_string_append_printf (parts, "%c%.*s, ", g_ascii_toupper (label[0]), (int) i - 1, label + 1);
      g_string_append_printf (parts, "%c%s, ", g_ascii_toupper (*end), end + 1);
    }
  text = tl_text_new (parts->str, (gssize) parts->len);
  places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  for (guint i = 0; i < places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (places, TlPlaceMatch, i);

      if ((match->place->kind == TL_PLACE_COUNTRY || match->place->kind == TL_PLACE_CITY) &&
          strlen (match->place->code) == 2 &&
          (longest == NULL || match->span.end - match->span.start > longest->span.end - longest->span.start))
        longest = match;
    }
  return longest != NULL ? g_strdup (longest->place->code) : NULL;
}

/* The story's first line is a dateline in capitals. */
static gboolean
has_dateline (const char *story)
{
  g_autoptr(GArray) lines = tl_lines_read (story, strnlen (story, 400), 1);

  return lines->len > 0 && tl_line_is_dateline (&g_array_index (lines, TlLine, 0));
}

static gboolean
is_dash (TlText *text,
         guint   token)
{
  static const char *const dashes[] = { ":", "-", "--", "\342\200\223", "\342\200\224" };

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      if (tl_text_token_is (text, token, dashes[i]))
        return TRUE;
    }
  return FALSE;
}

/* "Kumasi, May 4: …", with or without the day. */
static gboolean
leads_dateline (TlText *text,
                guint   token)
{
  guint date_end;
  TlDate date;

  if (tl_text_token_is (text, token, ","))
    token++;
  if (tl_date_scan_at (text, token, &date, &date_end))
    token = date_end;
  return is_dash (text, token);
}

/* An agency and not the host of a page. */
static gboolean
is_agency (const char *publisher)
{
  return publisher != NULL && strchr (publisher, '.') == NULL;
}

/* Only a dateline without an agency: agencies report from abroad. */
static char *
find_in_dateline (TlDocument *document,
                  TlText     *text,
                  GArray     *places)
{
  gsize story = tl_document_get_story (document);
  const char *string = tl_document_get_text (document);

  if (is_agency (tl_document_get_publisher (document)))
    return NULL;
  while (string[story] != '\0' && g_ascii_isspace (string[story]))
    story++;
  for (guint i = 0; i < places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (places, TlPlaceMatch, i);

      if (match->span.start < story)
        continue;
      if (match->span.start == story && strlen (match->place->code) == 2 &&
          (match->place->kind == TL_PLACE_CITY || match->place->form == TL_NAME_CAPITAL) &&
          (has_dateline (string + story) || leads_dateline (text, match->end_token)))
        return g_strdup (match->place->code);
      return NULL;
    }
  return NULL;
}

/*
 * tl_home_find:
 * @document: a document
 * @text: its text
 * @places: (element-type TlPlaceMatch): the places that it names
 *
 * Returns: (transfer full) (nullable): ISO 3166-1 code of its outlet's country, %NULL
 *   when unsure
 */
char *
tl_home_find (TlDocument *document,
              TlText     *text,
              GArray     *places)
{
  const char *publisher = tl_document_get_publisher (document);
  const char *url = tl_document_get_url (document);
  const char *host = url != NULL ? strstr (url, "://") : NULL;
  char *home = NULL;

  host = host != NULL ? host + strlen ("://") : publisher;
  if (host != NULL && strchr (host, ' ') == NULL)
    home = find_in_host (host, strcspn (host, "/:?#"));
  if (home == NULL && publisher != NULL && strchr (publisher, ' ') == NULL)
    home = find_in_host (publisher, strlen (publisher));
  if (home == NULL && host != NULL && strchr (host, ' ') == NULL)
    home = find_in_label (host);
  return home != NULL ? home : find_in_dateline (document, text, places);
}

typedef struct
{
  char  code[3];
  guint weight;
} Count;

/* "Trade with India" is told from the other side. */
static guint
weigh (TlText             *text,
       const TlPlaceMatch *match)
{
  guint before = match->first_token;

  if (before > 0 && tl_publication_words_match (TL_WORDS_OTHER_SIDE, text, before - 1, NULL) != NULL)
    return 0;
  return tl_text_token_is (text, match->end_token, "'s") ||
         tl_text_token_is (text, match->end_token, "\342\200\231s") ? OWN_WEIGHT : 1;
}

/*
 * tl_home_find_subject:
 * @text: a text
 * @places: (element-type TlPlaceMatch): the places that it names
 * @is_alone: (out) (optional): no other country is named
 *
 * Returns: (transfer full) (nullable): ISO 3166-1 code of the country from whose side most
 *   is told, %NULL where none is named
 */
char *
tl_home_find_subject (TlText   *text,
                      GArray   *places,
                      gboolean *is_alone)
{
  Count counts[MAX_COUNTRIES] = { 0 };
  guint n = 0, best = 0;
  gboolean has_first = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (places, TlPlaceMatch, i);
      guint k = 0;

      if (match->place->kind == TL_PLACE_BLOC || strlen (match->place->code) != 2)
        continue;
      while (k < n && strcmp (counts[k].code, match->place->code) != 0)
        k++;
      if (k == MAX_COUNTRIES)
        continue;
      if (k == n)
        g_strlcpy (counts[n++].code, match->place->code, sizeof counts[k].code);
      counts[k].weight += weigh (text, match);
      if (!has_first && counts[k].weight > 0)
        {
          counts[k].weight += FIRST_WEIGHT;
          has_first = TRUE;
        }
      if (counts[k].weight > counts[best].weight)
        best = k;
    }
  if (is_alone != NULL)
    *is_alone = n == 1;
  return counts[best].weight > 0 ? g_strdup (counts[best].code) : NULL;
}
