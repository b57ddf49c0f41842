/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a phrase is one that the readers can find in a text. */

#include "check.h"

#include "tl-phrases.h"

#include <string.h>

/* What is wrong with a character of a phrase; NULL where nothing is. */
static const char *
trouble_with (gunichar c)
{
  if (c == ' ')
    return NULL;
  if (c == 0x2019 || c == 0x02bc)
    return "write the plain apostrophe, which stands for all";
  if (c == 0x201c || c == 0x201d || c == '"')
    return "has a quotation mark";
  if (g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR)
    return "has a space that is not the plain one";
  if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return "has a character that cannot be seen";
  if (!g_unichar_isdefined (c) || c == 0xfffd)
    return "has a character that is none";
  return NULL;
}

static gboolean
check_characters (const Place *place,
                  const char  *phrase)
{
  g_autofree char *composed = g_utf8_normalize (phrase, -1, G_NORMALIZE_NFC);

  if (*phrase == '\0')
    {
      check_wrong (place, "an empty phrase");
      return FALSE;
    }
  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *trouble = trouble_with (g_utf8_get_char (p));

      if (trouble != NULL)
        {
          check_wrong (place, "“%s”: %s", phrase, trouble);
          return FALSE;
        }
    }
  if (phrase[0] == ' ' || g_str_has_suffix (phrase, " ") || strstr (phrase, "  ") != NULL)
    {
      check_wrong (place, "“%s”: a space too many", phrase);
      return FALSE;
    }
  if (strcmp (phrase, composed) != 0)
    {
      check_wrong (place, "“%s”: an accent is written as a character of its own", phrase);
      return FALSE;
    }
  return TRUE;
}

/*
 * As the phrase would stand in a sentence.  What begins with an apostrophe stands right
 * behind a word, as the "'s" of a possessive does.
 */
static TlText *
put_into_sentence (const char *phrase)
{
  g_autofree char *sentence = g_strdup_printf ("Xx xx%s%s xx", phrase[0] == '\'' ? "" : " ", phrase);

  return tl_text_new (sentence, -1);
}

static gboolean
has_address (TlText *text)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    if (tokens[i].kind == TL_TOKEN_ADDRESS)
      return TRUE;
  return FALSE;
}

/*
 * check_phrase:
 * @place: where it stands
 * @phrase: a phrase of a list
 *
 * Reports a phrase that is badly written or that no text could hold.
 *
 * Returns: whether it is a good one
 */
gboolean
check_phrase (const Place *place,
              const char  *phrase)
{
  g_autoptr(TlPhrases) phrases = NULL;
  g_autoptr(TlText) text = NULL;
  TlPhraseMatch match;
  guint n_tokens;

  if (!check_characters (place, phrase))
    return FALSE;

  phrases = tl_phrases_new ();
  tl_phrases_add (phrases, phrase, NULL);
  text = put_into_sentence (phrase);
  tl_text_get_tokens (text, &n_tokens);
  if (has_address (text))
    check_wrong (place, "“%s”: never found: it is read as an address", phrase);
  else if (!tl_phrases_match_at (phrases, text, 2, &match))
    check_wrong (place, "“%s”: never found: a text is not cut into these words", phrase);
  else if (match.end_token != n_tokens - 1)
    check_wrong (place, "“%s”: never found whole: a text is not cut into these words", phrase);
  else
    return TRUE;
  return FALSE;
}

static gboolean
has_capital (const char *phrase)
{
  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/*
 * check_same_phrase:
 * @phrase: a phrase
 * @other: another with the same key
 *
 * Returns: whether what one finds the other finds, too: "may" finds "May", not the
 *   other way round; "CFO" and "Cfo" are two
 */
gboolean
check_same_phrase (const char *phrase,
                   const char *other)
{
  return strcmp (phrase, other) == 0 || !has_capital (phrase) || !has_capital (other);
}

/*
 * check_phrase_key:
 * @phrase: a phrase
 *
 * Returns: (transfer full): its tokens in lower case, apart by spaces: phrases that are found
 *   in the same places, but for capitals, have the same
 */
char *
check_phrase_key (const char *phrase)
{
  g_autoptr(TlText) text = tl_text_new (phrase, -1);
  g_autoptr(GString) key = g_string_new (NULL);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      g_autofree char *token = tl_text_dup_span (text, tokens[i].span);
      g_autofree char *lower = g_utf8_strdown (token, -1);

      g_string_append_printf (key, "%s%s", i > 0 ? " " : "", lower);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}
