/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Characters without what people leave out when they look for a word: case, accents, widths. */

#include "tl-letter-fold.h"

#include <string.h>

/* Letters that Unicode does not take apart, and how they are written where they are not at hand. */
static const struct
{
  gunichar    letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" },  { 0x00f8, "o" },  { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" },  { 0x0142, "l" },  { 0x0153, "oe" }, { 0x0259, "a" },
  { 0x00df, "ss" }, { 0x0451, "е" },
};

/**
 * tl_letter_get_plain:
 * @letter: a small letter
 *
 * Returns: (nullable): how a letter is written where it is not at hand, "ss" for "ß"; %NULL
 *   for one that stays as it is, or that Unicode takes apart
 */
const char *
tl_letter_get_plain (gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      return plain_letters[i].plain;
  return NULL;
}

/* Marks of these are left out by those who write fast; elsewhere they are letters. */
static gboolean
has_loose_marks (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_written_without_spaces (gunichar       c,
                           GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      /* The long vowel of katakana belongs to no script. */
      return c == 0x30fc || c == 0xff70;
    }
}

static gboolean
is_unseen (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200d) || c == 0x2060 || c == 0xfeff;
}

/* In kana and Hangul the parts of a letter are no letter with a mark. */
static gsize
take_apart (gunichar        c,
            GUnicodeScript  script,
            gunichar       *parts)
{
  gboolean is_whole = script == G_UNICODE_SCRIPT_HANGUL ||
                      ((script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA) &&
                       c < 0xff00);

  if (!is_whole)
    return g_unichar_fully_decompose (c, TRUE, parts, G_UNICHAR_MAX_DECOMPOSITION_LENGTH);
  parts[0] = c;
  return 1;
}

static void
append (TlFoldedLetter *folded,
        const char     *bytes,
        gsize           length)
{
  if (folded->length + length > sizeof folded->bytes)
    return;
  memcpy (folded->bytes + folded->length, bytes, length);
  folded->length = (guint8) (folded->length + length);
}

static void
append_part (TlFoldedLetter *folded,
             gunichar        part)
{
  gunichar letter = g_unichar_tolower (part);
  const char *plain;
  char bytes[6];

  if (g_unichar_ismark (letter) && has_loose_marks (g_unichar_get_script (letter)))
    return;
  if (!g_unichar_isalnum (letter) && !g_unichar_ismark (letter))
    return;
  /* The sigma at the end of a word. */
  if (letter == 0x03c2)
    letter = 0x03c3;
  plain = tl_letter_get_plain (letter);
  if (plain != NULL)
    append (folded, plain, strlen (plain));
  else
    append (folded, bytes, (gsize) g_unichar_to_utf8 (letter, bytes));
}

static void
fold_digit (TlFoldedLetter *folded,
            int             value)
{
  char digit = (char) ('0' + value);

  folded->kind = TL_LETTER_DIGIT;
  append (folded, &digit, 1);
}

static TlLetterKind
get_kind (gunichar       c,
          GUnicodeScript script)
{
  if (is_unseen (c) || (g_unichar_ismark (c) && has_loose_marks (script)))
    return TL_LETTER_INVISIBLE;
  if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
    return TL_LETTER_NONE;
  if (is_written_without_spaces (c, script))
    return TL_LETTER_ALONE;
  return TL_LETTER_LETTER;
}

/**
 * tl_letter_fold:
 * @letter: a character
 * @folded: (out caller-allocates): what it is, and how it is looked for
 *
 * "É" is "e", "Й" is "и", "ß" is "ss", "ﬁ" is "fi", "٣" is "3".
 */
void
tl_letter_fold (gunichar        letter,
                TlFoldedLetter *folded)
{
  GUnicodeScript script = g_unichar_get_script (letter);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  folded->kind = (guint8) get_kind (letter, script);
  folded->length = 0;
  if (folded->kind < TL_LETTER_LETTER)
    return;
  if (g_unichar_isdigit (letter))
    {
      fold_digit (folded, g_unichar_digit_value (letter));
      return;
    }

  n_parts = take_apart (letter, script, parts);
  /* "²" is a digit, "½" is none. */
  if (g_unichar_isdigit (parts[0]))
    {
      if (n_parts == 1)
        fold_digit (folded, g_unichar_digit_value (parts[0]));
      else
        folded->kind = TL_LETTER_NONE;
      return;
    }
  for (gsize i = 0; i < n_parts; i++)
    append_part (folded, parts[i]);
  if (folded->length == 0)
    folded->kind = TL_LETTER_INVISIBLE;
}
