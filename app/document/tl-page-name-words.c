/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The words of names, one by one: which may be of a person's, which of a body's, and which tell
 * that none stands there.
 */

#include "tl-page-name-words.h"

#include "tl-document-words.h"

#include <string.h>

/* Chinese, Japanese and Korean names have no blanks. */
#define MIN_CJK_NAME 2
#define MAX_CJK_NAME 5

/* What somebody is takes no more words. */
#define MAX_ROLE_WORDS 5

/*
 * tl_page_name_is_cjk:
 * @c: a character
 *
 * Returns: whether it is one of the scripts that put no blanks between words, or few
 */
gboolean
tl_page_name_is_cjk (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) ||
         (c >= 0xf900 && c <= 0xfaff);
}

/*
 * tl_page_name_is_small:
 * @c: the first character of a word
 *
 * Returns: whether it is a small letter where one may be a capital; those of Georgian have
 *   capitals for whole words alone, and names begin with none
 */
gboolean
tl_page_name_is_small (gunichar c)
{
  return g_unichar_islower (c) && (c < 0x10d0 || c > 0x10ff);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000;
}

/*
 * tl_page_name_skip_blanks:
 * @p: UTF-8
 *
 * Returns: what follows its blanks
 */
const char *
tl_page_name_skip_blanks (const char *p)
{
  while (*p != '\0' && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/*
 * tl_page_name_is_particle:
 * @word: a word
 *
 * Returns: whether it is one in lower case that stands inside names: "de", "van", "al-", "d'"
 */
gboolean
tl_page_name_is_particle (const char *word)
{
  const char *const *particles = tl_document_words (TL_DOCUMENT_NAME_PARTICLES);

  for (guint i = 0; particles[i] != NULL; i++)
    if (strcmp (particles[i], word) == 0)
      return TRUE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if ((*p == '-' || *p == '\'' || g_utf8_get_char (p) == 0x2019) && p - word <= 3)
      return g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (p)));
  return FALSE;
}

static gboolean
has_digit_or_sign (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || (c < 0x80 && strchr ("@?!=%_#", (int) c) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Without signs behind it, and without case. */
static char *
fold_word (const char *word)
{
  gsize n = strlen (word);

  while (n > 0 && strchr (".,:;\"'*", word[n - 1]) != NULL)
    n--;
  return g_utf8_casefold (word, (gssize) n);
}

/*
 * tl_page_name_classify:
 * @word: a word of what may be a name
 *
 * Returns: what kind of word it is
 */
TlNameWord
tl_page_name_classify (const char *word)
{
  g_autofree char *bare = g_strdup (word);
  g_autofree char *folded = NULL;
  gunichar first;
  gsize n = strlen (bare);

  while (n > 0 && strchr (".,:;\"'*", bare[n - 1]) != NULL)
    bare[--n] = '\0';
  if (n == 0)
    return TL_NAME_WORD_BAD;
  if (has_digit_or_sign (bare))
    return TL_NAME_WORD_BAD;
  folded = g_utf8_casefold (bare, -1);
  if (tl_document_has_word (TL_DOCUMENT_OFFICE_WORDS, folded))
    return TL_NAME_WORD_OFFICE;
  if (tl_document_has_word (TL_DOCUMENT_NO_AUTHORS, folded) ||
      tl_document_has_word (TL_DOCUMENT_WRITER_ROLES, folded))
    return TL_NAME_WORD_ROLE;
  if (tl_document_has_word (TL_DOCUMENT_AGENCY_WORDS, folded) ||
      g_strv_contains (tl_document_words (TL_DOCUMENT_AGENCIES), bare))
    return TL_NAME_WORD_BODY;
  first = g_utf8_get_char (bare);
  /* "Ortega y Gasset" */
  if (tl_page_name_is_small (first) && n == 1 && g_strv_contains (tl_document_words (TL_DOCUMENT_BYLINE_JOINERS), bare))
    return TL_NAME_WORD_NAME;
  if (tl_page_name_is_small (first) && !tl_page_name_is_particle (bare))
    return n <= 3 ? TL_NAME_WORD_LOWER : TL_NAME_WORD_BAD;
  if (!g_unichar_isalpha (first))
    return TL_NAME_WORD_BAD;
  return TL_NAME_WORD_NAME;
}

/*
 * tl_page_name_is_field:
 * @word: a word before what somebody is
 *
 * Returns: whether it tells of what they write: "Political" of "Political Correspondent"
 */
gboolean
tl_page_name_is_field (const char *word)
{
  g_autofree char *folded = fold_word (word);

  return tl_document_has_word (TL_DOCUMENT_ROLE_FIELDS, folded);
}

/*
 * tl_page_name_is_role:
 * @line: a line
 *
 * Returns: whether it is what somebody is who writes: "Senior Reporter", "Redakteurin"
 */
gboolean
tl_page_name_is_role (const char *line)
{
  g_auto(GStrv) words = g_strsplit_set (line, " \t,/", MAX_ROLE_WORDS + 1);
  gboolean is_role = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = fold_word (words[i]);

      if (i == MAX_ROLE_WORDS || has_digit_or_sign (words[i]))
        return FALSE;
      is_role = is_role || tl_document_has_word (TL_DOCUMENT_WRITER_ROLES, folded);
    }
  return is_role;
}

/*
 * tl_page_name_is_cjk_name:
 * @name: a name without blanks in a script without case
 *
 * Returns: whether it is one of a person
 */
gboolean
tl_page_name_is_cjk_name (const char *name)
{
  const char *const *offices = tl_document_words (TL_DOCUMENT_OFFICE_ENDINGS);
  glong n = g_utf8_strlen (name, -1);
  gboolean has_dot = strstr (name, "\343\203\273") != NULL || strstr (name, "\302\267") != NULL;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!tl_page_name_is_cjk (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xb7)
      return FALSE;
  /* An office, a house */
  for (guint i = 0; offices[i] != NULL; i++)
    if (g_str_has_suffix (name, offices[i]))
      return FALSE;
  return n >= MIN_CJK_NAME && n <= (has_dot ? 20 : MAX_CJK_NAME);
}
