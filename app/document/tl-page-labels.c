/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What stands in a byline before names and between them: "By", "Author:", "Photos by", days,
 * addresses of mail.
 */

#include "tl-page-labels.h"

#include "tl-document-words.h"
#include "tl-page-day.h"
#include "tl-page-name-words.h"

#include <string.h>

/* What may stand before the name, "Author: By". */
#define MAX_OPENINGS 3

/**
 * tl_page_skip_opening:
 * @byline: a line
 *
 * Returns: (nullable): what follows "By", "Author:" and the like, %NULL where the line
 *   begins otherwise, or ends there
 */
const char *
tl_page_skip_opening (const char *byline)
{
  const char *p = tl_page_name_skip_blanks (byline);
  const char *end = NULL;

  for (guint i = 0; i < MAX_OPENINGS; i++)
    {
      const char *after = tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, p);

      if (after == NULL)
        break;
      after = tl_page_name_skip_blanks (after);
      while (*after == ':' || *after == '/' || g_utf8_get_char (after) == 0xff1a || g_utf8_get_char (after) == 0x2044)
        after = tl_page_name_skip_blanks (g_utf8_next_char (after));
      p = end = after;
    }
  return end != NULL && *end != '\0' ? end : NULL;
}

/* Whether a label is followed by what is labelled; one of several words needs no colon. */
static gboolean
is_label (const char *label,
          const char *end)
{
  const char *p = tl_page_name_skip_blanks (end);

  return *p == ':' || g_utf8_get_char (p) == 0xff1a ||
         (memchr (label, ' ', (gsize) (end - label)) != NULL && *p != '\0');
}

/* Behind "Author:" that stands inside a piece, "Source: Agency Author: Anna Berg"; %NULL where
 * no such label does. */
static const char *
find_label (const char *text)
{
  const char *found = NULL;
  gunichar before = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean begins = !g_unichar_isalnum (before) || before >= 0x2e80;
      const char *after = begins ? tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, p) : NULL;
      const char *other = begins && after == NULL ? tl_document_skip_word (TL_DOCUMENT_OTHER_HANDS, p) : NULL;

      /* "Edited by:" */
      if (other != NULL && is_label (p, other))
        p = g_utf8_prev_char (other);
      if (after != NULL && (*tl_page_name_skip_blanks (after) == ':' || g_utf8_get_char (after) == 0xff1a))
        found = tl_page_name_skip_blanks (g_utf8_next_char (tl_page_name_skip_blanks (after)));
      before = g_utf8_get_char (p);
    }
  return found;
}

/**
 * tl_page_find_label:
 * @line: a line
 *
 * Returns: (nullable): what follows "Author:" and the like, wherever in the line that stands
 */
const char *
tl_page_find_label (const char *line)
{
  return strchr (line, ':') != NULL || strstr (line, "\357\274\232") != NULL ? find_label (line) : NULL;
}

/*
 * tl_page_is_opening_of_name:
 * @text: a piece of a byline
 * @opened: what follows its opening
 *
 * Returns: whether what looks like one is a part of the name: "Von Trier", "Di Stefano"
 */
gboolean
tl_page_is_opening_of_name (const char *text,
                            const char *opened)
{
  g_autofree char *opening = g_strndup (text, (gsize) (opened - text));
  g_autofree char *lower = g_utf8_strdown (g_strstrip (opening), -1);

  return strcmp (lower, opening) != 0 && strpbrk (tl_page_name_skip_blanks (opened), " \t") == NULL &&
         tl_page_name_is_particle (lower);
}

/* What is labelled as somebody else's work ends where a sign parts, or at the next byline. */
static const char *
skip_other_hand (const char *p)
{
  gunichar before = 'a';

  for (; *p != '\0' && strchr ("|\t\n;", *p) == NULL; p = g_utf8_next_char (p))
    {
      const char *end = before == ' ' ? tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, p) : NULL;

      if (end != NULL && is_label (p, end))
        break;
      before = g_utf8_get_char (p);
    }
  return p;
}

/* The end of what is no part of a name at @p, where a word begins: a day, an address of mail,
 * the name of who took the pictures; %NULL for other words. */
static const char *
skip_beside_names (const char *p)
{
  const char *end = tl_document_skip_word (TL_DOCUMENT_OTHER_HANDS, p);
  gsize n = strcspn (p, " \t|,;()");
  TlPageDay day;

  if (end != NULL && is_label (p, end))
    return skip_other_hand (end);
  if (memchr (p, '@', n) != NULL)
    return p + n;
  end = tl_page_day_read_at (p, &day);
  return end != NULL && day.day != 0 ? end : NULL;
}

/*
 * tl_page_dup_names_alone:
 * @byline: a line
 *
 * Returns: (transfer full): the same with a sign that parts in place of what belongs to no name
 */
char *
tl_page_dup_names_alone (const char *byline)
{
  GString *text = g_string_new (NULL);
  gunichar before = ' ';

  for (const char *p = byline; *p != '\0';)
    {
      gboolean begins = !g_unichar_isalnum (before) || before >= 0x2e80;
      const char *opened = begins ? tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, p) : NULL;
      const char *after = begins && opened == NULL ? skip_beside_names (p) : NULL;

      if (after != NULL)
        g_string_append_c (text, '|');
      else
        {
          after = opened != NULL ? opened : g_utf8_next_char (p);
          g_string_append_len (text, p, after - p);
        }
      before = g_utf8_get_char (g_utf8_find_prev_char (byline, after));
      p = after;
    }
  return g_string_free (text, FALSE);
}
