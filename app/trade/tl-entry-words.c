/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person enters for an amount is read by the reader of articles, which knows English; this
 * lies between the two: "1,125 млрд USD" is 1.125 billion and not 1,125 billion. */

#include "tl-entry-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "tl-figure-entry.h"

/* The longer come first where one is a part of another: "mil millones", "millones". */
static const char *const english[TL_ENTRY_N_MAGNITUDES] = {
  "%s trillion", "%s billion", "%s million", "%s thousand",
};

/* ---- numbers ---- */

static gboolean
has_one (const char *number,
         const char *separators)
{
  const char *first = strpbrk (number, separators);

  return first != NULL && strpbrk (first + 1, separators) == NULL;
}

/* "1,125" and "1.250.000,5" where the point is a comma; what has several of one kind only has
 * groups of thousands, and a single point stays one. */
static gboolean
append_number (const GMatchInfo *match,
               GString          *result,
               gpointer          data)
{
  const char *point = data;
  g_autofree char *number = g_match_info_fetch (match, 0);
  char *last = number + strlen (number) - 1;

  while (strchr (".,", *last) == NULL)
    last--;
  if (*last == *point && strchr (number, *point) == last)
    {
      for (char *c = number; c < last; c++)
        if (*c != '.')
          g_string_append_c (result, *c);
      g_string_append_printf (result, ".%s", last + 1);
    }
  else if (has_one (number, ".,") || *last == ',' || strchr (number, ',') != NULL)
    g_string_append (result, number);
  else
    g_string_append (result, g_strdelimit (number, ".", ','));
  return FALSE;
}

static char *
dup_with_points (const char *entered,
                 const char *point)
{
  g_autoptr(GRegex) numbers = NULL;

  if (g_str_equal (point, "."))
    return g_strdup (entered);
  if (!g_str_equal (point, ","))
    {
      g_auto(GStrv) parts = g_strsplit (entered, point, -1);

      return g_strjoinv (".", parts);
    }
  numbers = g_regex_new ("[0-9]+(?:[.,][0-9]+)+", 0, 0, NULL);
  return g_regex_replace_eval (numbers, entered, -1, 0, 0, append_number, (gpointer) point, NULL);
}

/* ---- words ---- */

/* The word of a magnitude, without its number: "млрд"; %NULL where there is none. */
static char *
dup_word (const char *format)
{
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *joined = g_strjoinv ("", parts);
  g_auto(GStrv) words = g_strsplit (joined, "\302\240", -1);
  g_autofree char *word = g_strjoinv (" ", words);

  g_strstrip (word);
  return *word != '\0' ? g_steal_pointer (&word) : NULL;
}

/* @word as a whole, with or without the point of an abbreviation, instead of which @other stands. */
static char *
dup_with_word (const char *text,
               const char *word,
               const char *other)
{
  g_autofree char *stem = g_strdup (word);
  g_autofree char *escaped = NULL;
  g_autofree char *pattern = NULL;
  g_autoptr(GRegex) regex = NULL;
  gboolean is_short = g_str_has_suffix (stem, ".");

  if (is_short)
    stem[strlen (stem) - 1] = '\0';
  escaped = g_regex_escape_string (stem, -1);
  pattern = g_strdup_printf ("[ \\x{A0}]*(?<!\\pL)%s(?!\\pL)%s", escaped, is_short ? "\\.?" : "");
  regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_return_val_if_fail (regex != NULL, g_strdup (text));
  return g_regex_replace_literal (regex, text, -1, 0, other, 0, NULL);
}

/**
 * tl_entry_words_dup_english:
 * @words: how the person writes amounts
 * @entered: what was entered: "1,125 млрд USD"; English is understood, too
 *
 * Returns: (transfer full): the same in English: "1.125 billion USD"
 */
char *
tl_entry_words_dup_english (const TlEntryWords *words,
                            const char         *entered)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (entered != NULL, NULL);

  text = dup_with_points (entered, words->decimal_point);
  for (guint i = 0; i < TL_ENTRY_N_MAGNITUDES; i++)
    {
      g_autofree char *word = dup_word (words->magnitudes[i]);
      g_autofree char *before = g_steal_pointer (&text);

      text = word != NULL ? dup_with_word (before, word, english[i] + strlen ("%s")) : g_strdup (before);
    }
  return g_steal_pointer (&text);
}

/**
 * tl_entry_words_dup_local:
 * @words: how the person writes amounts
 * @amount: as tl_figure_dup_amount_entry() writes it: "1.125 billion USD"
 *
 * Returns: (transfer full): the same in the person's words: "1,125 млрд USD"
 */
char *
tl_entry_words_dup_local (const TlEntryWords *words,
                          const char         *amount)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (amount != NULL, NULL);

  parts = g_strsplit (amount, ".", -1);
  text = g_strjoinv (words->decimal_point, parts);
  for (guint i = 0; i < TL_ENTRY_N_MAGNITUDES; i++)
    {
      g_autofree char *word = dup_word (words->magnitudes[i]);
      g_autofree char *spaced = word != NULL ? g_strconcat (" ", word, NULL) : NULL;
      g_autofree char *before = g_steal_pointer (&text);

      text = word != NULL ? dup_with_word (before, english[i] + strlen ("%s "), spaced) : g_strdup (before);
    }
  return g_steal_pointer (&text);
}

/* ---- in the language of the window ---- */

static void
init_words (TlEntryWords *words)
{
  words->decimal_point = localeconv ()->decimal_point;
  for (guint i = 0; i < TL_ENTRY_N_MAGNITUDES; i++)
    words->magnitudes[i] = g_dpgettext2 (GETTEXT_PACKAGE, "amount", english[i]);
}

/**
 * tl_entry_words_dup_amount:
 * @figure: a figure
 *
 * Returns: (transfer full): its amount as it can be entered, in the language of the window; "" where
 *   it has none
 */
char *
tl_entry_words_dup_amount (TlFigure *figure)
{
  g_autofree char *amount = tl_figure_dup_amount_entry (figure);
  TlEntryWords words;

  g_return_val_if_fail (amount != NULL, NULL);

  init_words (&words);
  return tl_entry_words_dup_local (&words, amount);
}

/**
 * tl_entry_words_read_amount:
 * @entered: what a person entered, in the language of the window or in English
 * @currency: as for tl_entry_read_amount()
 * @data: (inout): as for tl_entry_read_amount()
 * @error: return location for a #TlEntryError
 *
 * Returns: whether it is an amount, or nothing
 */
gboolean
tl_entry_words_read_amount (const char    *entered,
                            const char    *currency,
                            TlFigureData  *data,
                            GError       **error)
{
  g_autofree char *amount = NULL;
  TlEntryWords words;

  init_words (&words);
  amount = tl_entry_words_dup_english (&words, entered);
  return tl_entry_read_amount (amount, currency, data, error);
}
