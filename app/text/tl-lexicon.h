/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-phrases.h"

G_BEGIN_DECLS

/**
 * TlLexicon:
 *
 * The words that the rules go by: magnitudes, months, words of precision, flows,
 * triggers.  They stand in resources/lexicon/en.ini, a key file with a group for
 * each class of words; a linguist edits that file, not the code.
 *
 * In a group each line is "phrase = value" (a number or a word that the rule
 * understands), or, where nothing but membership counts, one key "words" with a
 * list of phrases separated by semicolons.
 *
 * A reader asks for its groups once and matches with those: a look-up is then one
 * test of a bit for most words.
 */
typedef struct _TlLexicon TlLexicon;

/**
 * TlWord:
 * @value: what the lexicon says of the phrase, %NULL where only membership counts
 * @number: the value as a number, 0 where it is none
 * @code: what the one reader of its group made of the value, see tl_lexicon_set_codes()
 */
typedef struct
{
  const char *value;
  double      number;
  guint32     code;
} TlWord;

TlLexicon *tl_lexicon_get_default (void);
TlLexicon *tl_lexicon_new         (GKeyFile   *file);
void       tl_lexicon_free        (TlLexicon  *self);
TlPhrases *tl_lexicon_get_group   (TlLexicon  *self,
                                   const char *group);
void       tl_lexicon_set_codes   (TlPhrases  *group,
                                   guint32   (*read) (const char *value));

/**
 * TL_LEXICON_GROUP:
 * @group: a group's name, a string literal
 *
 * The group of the default lexicon.  Each place that asks for one looks it up by its name
 * once.
 */
#define TL_LEXICON_GROUP(group)                                                                 \
  (G_GNUC_EXTENSION ({                                                                          \
    static TlPhrases *tl_group = NULL;                                                          \
    if (g_once_init_enter (&tl_group))                                                          \
      g_once_init_leave (&tl_group, tl_lexicon_get_group (tl_lexicon_get_default (), "" group)); \
    tl_group;                                                                                   \
  }))

/**
 * tl_lexicon_match:
 * @group: from tl_lexicon_get_group()
 * @text: a text
 * @token: index of a token of it
 * @end_token: (out) (optional): index after the phrase's last token
 *
 * Returns: (transfer none) (nullable): what the lexicon says of the longest phrase of
 *   the group that begins at @token
 */
static inline const TlWord *
tl_lexicon_match (TlPhrases *group,
                  TlText    *text,
                  guint      token,
                  guint     *end_token)
{
  TlPhraseMatch match;

  if (!tl_phrases_match_at (group, text, token, &match))
    return NULL;
  if (end_token != NULL)
    *end_token = match.end_token;
  return match.value;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLexicon, tl_lexicon_free)

G_END_DECLS
