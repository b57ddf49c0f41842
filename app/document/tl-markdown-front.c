/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What programs that make pages of Markdown want at its top: "name: value" lines between
 * two of three hyphens.
 */

#include "tl-markdown-front.h"

#include "tl-page-day.h"

#include <string.h>

#define MAX_FRONT 8192

static const struct
{
  const char *name;
  TlFact      fact;
} names[] = {
  { "title", TL_FACT_TITLE }, { "headline", TL_FACT_TITLE },
  { "author", TL_FACT_AUTHOR }, { "authors", TL_FACT_AUTHOR }, { "byline", TL_FACT_AUTHOR },
  { "published", TL_FACT_PUBLISHED }, { "publishdate", TL_FACT_PUBLISHED }, { "pubdate", TL_FACT_PUBLISHED },
  { "date", TL_FACT_PUBLISHED },
  { "canonical", TL_FACT_URL }, { "canonical_url", TL_FACT_URL }, { "url", TL_FACT_URL }, { "link", TL_FACT_URL },
  { "source", TL_FACT_URL },
  { "publisher", TL_FACT_PUBLISHER }, { "site", TL_FACT_PUBLISHER }, { "publication", TL_FACT_PUBLISHER },
  { "lang", TL_FACT_LANGUAGE }, { "language", TL_FACT_LANGUAGE }, { "locale", TL_FACT_LANGUAGE },
};

/* The fact that a line tells, or TL_N_FACTS. */
static guint
find_fact (const char *line,
           gsize       length)
{
  gsize n = 0;

  while (n < length && (g_ascii_isalnum (line[n]) || line[n] == '_' || line[n] == '-'))
    n++;
  for (guint i = 0; n < length && line[n] == ':' && i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i].name) == n && g_ascii_strncasecmp (line, names[i].name, n) == 0)
      return names[i].fact;
  return TL_N_FACTS;
}

/**
 * tl_markdown_front_measure:
 * @text: a text
 * @length: how many bytes it has
 *
 * Returns: how many of them are such lines; 0 where it does not begin with any
 */
gsize
tl_markdown_front_measure (const char *text,
                           gsize       length)
{
  const char *end = text + MIN (length, MAX_FRONT);
  gboolean tells = FALSE;

  if (length < 4 || strncmp (text, "---", 3) != 0 || (text[3] != '\n' && text[3] != '\r'))
    return 0;
  for (const char *line = memchr (text, '\n', (gsize) (end - text)); line != NULL;)
    {
      const char *stop;

      line++;
      stop = memchr (line, '\n', (gsize) (end - line));
      if (end - line >= 3 && (strncmp (line, "---", 3) == 0 || strncmp (line, "...", 3) == 0))
        return tells ? (gsize) ((stop != NULL ? stop + 1 : end) - text) : 0;
      tells |= find_fact (line, (gsize) ((stop != NULL ? stop : end) - line)) < TL_N_FACTS;
      line = stop;
    }
  return 0;
}

/* Quotes, and the brackets of a list, which is joined by ", " already. */
static char *
strip (char *value)
{
  static const char *const pairs[] = { "[]", "\"\"", "''" };

  g_strstrip (value);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize n = strlen (value);

      if (n >= 2 && value[0] == pairs[i][0] && value[n - 1] == pairs[i][1])
        {
          value[n - 1] = '\0';
          memmove (value, value + 1, n - 1);
          g_strstrip (value);
        }
    }
  return value;
}

static void
take (TlOffice   *office,
      guint       fact,
      const char *text)
{
  g_autofree char *value = strip (g_strdup (text));
  TlPageDay day = { 0 };

  if (*value == '\0')
    return;
  if (fact == TL_FACT_TITLE && office->heading == NULL)
    office->heading = g_steal_pointer (&value);
  else if (fact == TL_FACT_PUBLISHED && tl_page_day_read (value, &day) && day.year != 0)
    tl_office_take_property (office, TL_FACT_PUBLISHED, tl_page_day_dup (&day));
  else if (fact != TL_FACT_PUBLISHED && fact != TL_FACT_TITLE)
    tl_office_take_property (office, fact, g_steal_pointer (&value));
}

/**
 * tl_markdown_front_read:
 * @text: the lines
 * @length: how many bytes they have
 * @office: where to put what they tell
 *
 * Reads title, author, day, address and publisher.
 */
void
tl_markdown_front_read (const char *text,
                        gsize       length,
                        TlOffice   *office)
{
  g_autofree char *front = g_strndup (text, length);
  g_auto(GStrv) lines = g_strsplit (front, "\n", -1);
  guint list = TL_N_FACTS;      /* the fact whose values stand one a line below */

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint fact = find_fact (lines[i], strlen (lines[i]));
      const char *value = strchr (lines[i], ':');
      char *item = g_strchug (lines[i]);

      if (fact < TL_N_FACTS)
        {
          take (office, fact, value + 1);
          list = fact;
        }
      else if (list < TL_N_FACTS && g_str_has_prefix (item, "- "))
        take (office, list, item + 2);
      else
        list = TL_N_FACTS;
    }
}
