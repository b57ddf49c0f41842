/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-calendar-fold.h"

/* Accents, that people leave out in capitals; marks of Arabic; points of abbreviations. */
static gboolean
is_left_out (gunichar c)
{
  return (c >= 0x300 && c < 0x370) || (c >= 0x64b && c < 0x656) || c == 0x200c || c == 0x200e || c == 0x200f ||
         c == '.' || c == '\'' || c == 0x2019 || c == 0x2bc || c == 0x2bb;
}

/* Letters that stand for each other: Turkish without its dots, Persian in Arabic letters. */
static gunichar
fold_letter (gunichar c)
{
  switch (c)
    {
    case 0x131:
      return 'i';
    case 0x6cc:
    case 0x649:
      return 0x64a;
    case 0x6a9:
      return 0x643;
    default:
      return c;
    }
}

/**
 * tl_calendar_fold:
 * @word: the name of a month or a weekday, as a text has it
 * @length: its bytes, -1 for all
 *
 * Returns: (transfer full): the word without what its writers differ in: case, accents,
 *   points
 */
char *
tl_calendar_fold (const char *word,
                  gssize      length)
{
  g_autofree char *lower = g_utf8_casefold (word, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  GString *folded = g_string_new (NULL);
  char *composed;

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_left_out (c))
        g_string_append_unichar (folded, fold_letter (c));
    }
  composed = g_utf8_normalize (folded->str, -1, G_NORMALIZE_NFC);
  g_string_free (folded, TRUE);
  return composed;
}
