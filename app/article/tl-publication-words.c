/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-publication-words.h"

#include "tl-data.h"

static const char *const group_names[TL_N_WORDS] = {
  [TL_WORDS_MONTHS] = "months",
  [TL_WORDS_WEEKDAYS] = "weekdays",
  [TL_WORDS_TODAY] = "today",
  [TL_WORDS_SPOKEN] = "spoken",
  [TL_WORDS_PUBLISHED] = "published",
  [TL_WORDS_MASTHEAD] = "masthead",
  [TL_WORDS_FILES] = "files",
  [TL_WORDS_UPDATED] = "updated",
  [TL_WORDS_SAVED] = "saved",
  [TL_WORDS_NOW] = "now",
  [TL_WORDS_LAST_YEAR] = "last-year",
  [TL_WORDS_THIS_YEAR] = "this-year",
  [TL_WORDS_BASE] = "base",
  [TL_WORDS_COMPARED] = "compared",
  [TL_WORDS_SINCE] = "since",
  [TL_WORDS_LAST_MONTH] = "last-month",
  [TL_WORDS_PERFECT] = "perfect",
  [TL_WORDS_WITHIN] = "within",
  [TL_WORDS_SO_FAR] = "so-far",
  [TL_WORDS_UNTIL] = "until",
  [TL_WORDS_PROSPECTIVE] = "prospective",
  [TL_WORDS_PERCENT] = "percent",
  [TL_WORDS_OTHER_SIDE] = "other-side",
  [TL_WORDS_OFFICES] = "offices",
  [TL_WORDS_RELEASE] = "release",
};

typedef struct
{
  TlLexicon *lexicon;
  TlPhrases *groups[TL_N_WORDS];
} Words;

static Words *
load_words (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/publication.ini");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  Words *words = g_new0 (Words, 1);

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The words of publication were compiled in broken: %s", error->message);
  words->lexicon = tl_lexicon_new (file);
  for (guint i = 0; i < TL_N_WORDS; i++)
    words->groups[i] = tl_lexicon_get_group (words->lexicon, group_names[i]);
  return words;
}

/**
 * tl_publication_words_match:
 * @words: a group of words
 * @text: a text
 * @token: index of a token of it
 * @end_token: (out) (optional): index after the phrase's last token
 *
 * Returns: (transfer none) (nullable): what is said of the phrase of @words that begins
 *   at @token, %NULL when none does
 */
const TlWord *
tl_publication_words_match (TlPublicationWords  words,
                            TlText             *text,
                            guint               token,
                            guint              *end_token)
{
  static Words *loaded = NULL;
  guint n_tokens;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, load_words ());

  tl_text_get_tokens (text, &n_tokens);
  return token < n_tokens ? tl_lexicon_match (loaded->groups[words], text, token, end_token) : NULL;
}
