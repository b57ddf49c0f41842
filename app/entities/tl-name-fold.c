/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names without what does not tell them apart: capitals, accents, hyphens, apostrophes. */

#include "tl-name-fold.h"

#include <string.h>

#include "tl-letter-fold.h"

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 || c == 0x2019 || c == 0x02bc ||
         c == 0x02b9 || c == 0x02bb;
}

static void
append_letter (GString  *folded,
               gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (g_unichar_tolower (c), TRUE, parts, G_N_ELEMENTS (parts));
  GUnicodeScript script = g_unichar_get_script (parts[0]);
  gboolean has_marks = script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK;

  /* In Cyrillic what looks like an accent makes another letter. */
  if (!has_marks && script != G_UNICODE_SCRIPT_COMMON)
    {
      parts[0] = g_unichar_tolower (c);
      n_parts = 1;
    }
  for (gsize i = 0; i < n_parts; i++)
    {
      gunichar letter = g_unichar_tolower (parts[i]);
      const char *plain;

      if (g_unichar_ismark (letter) && (has_marks || i > 0))
        continue;
      plain = tl_letter_get_plain (letter);
      if (plain != NULL)
        g_string_append (folded, plain);
      else if (g_unichar_isalnum (letter) || g_unichar_ismark (letter))
        g_string_append_unichar (folded, letter);
    }
}

/* Whether the point behind @p stands in an abbreviation, behind one letter alone. */
static gboolean
is_abbreviating (const char *start,
                 const char *p)
{
  const char *letter = g_utf8_find_prev_char (start, p);
  const char *before = letter != NULL ? g_utf8_find_prev_char (start, letter) : NULL;

  return letter != NULL && g_unichar_isalpha (g_utf8_get_char (letter)) &&
         (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)));
}

/**
 * tl_name_fold_append:
 * @folded: what to append to
 * @name: the beginning of a name, valid UTF-8
 * @length: its length in bytes
 * @flags: how to take points
 *
 * Appends what tl_name_fold() gives.  What is there already is the beginning of the name.
 */
void
tl_name_fold_append (GString     *folded,
                     const char  *name,
                     gsize        length,
                     TlFoldFlags  flags)
{
  const char *end = name + length;
  gboolean at_gap = FALSE;

  for (const char *p = name; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      /* Nearly all letters of nearly all names; below is what the others need. */
      if (c < 0x80 && g_ascii_isalnum ((char) c))
        {
          if (at_gap && folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
          at_gap = FALSE;
          g_string_append_c (folded, (char) (g_ascii_isupper ((char) c) ? c | 0x20 : c));
          continue;
        }
      if (c != '&' && !g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          if (!is_apostrophe (c) && !(c == '.' && flags == TL_FOLD_WORDS && is_abbreviating (name, p)))
            at_gap = TRUE;
          continue;
        }
      if ((at_gap || c == '&') && folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
      at_gap = c == '&';
      if (c == '&')
        g_string_append (folded, "and");
      else
        append_letter (folded, c);
    }
}

/**
 * tl_name_fold:
 * @name: a name
 *
 * Returns: (transfer full): its words in lower case and without accents, apart by single
 *   spaces; hyphens are spaces, apostrophes nothing, "&" is "and"; "" where it has no letter
 */
char *
tl_name_fold (const char *name)
{
  GString *folded;

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_string_sized_new (strlen (name) + 1);
  tl_name_fold_append (folded, name, strlen (name), TL_FOLD_WORDS);
  return g_string_free (folded, FALSE);
}
