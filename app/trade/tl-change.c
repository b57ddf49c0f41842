/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The changes that a text states, with a size (tl-change-size) or in a word that says no
 * more than which way things went.
 */

#include "tl-change-private.h"

#include "tl-lexicon.h"
#include "tl-trade-marks.h"

#include <string.h>

/* How far behind its verb the words may stand that say how much, as "by a wide margin". */
#define EXTENT_REACH 14

/* How far before a noun its verb may stand, as in "registered a very sharp decline". */
#define SUPPORT_REACH 4

typedef struct
{
  TlPhrases *alone;
  TlPhrases *transitive;
  TlPhrases *extent;
  TlPhrases *degree;
  TlPhrases *before;
} Words;

static const Words *
get_words (void)
{
  static Words *words = NULL;

  if (g_once_init_enter (&words))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      Words *read = g_new0 (Words, 1);

      read->alone = tl_lexicon_get_group (lexicon, "change-alone");
      read->transitive = tl_lexicon_get_group (lexicon, "change-transitive");
      read->extent = tl_lexicon_get_group (lexicon, "change-extent");
      read->degree = tl_lexicon_get_group (lexicon, "change-small");
      read->before = tl_lexicon_get_group (lexicon, "change-before");
      g_once_init_leave (&words, read);
    }
  return words;
}

static void
take_degree (TlText   *text,
             TlChange *change)
{
  guint n_tokens, end;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  guint32 sentence = tokens[change->first_token].sentence;

  while (change->first_token > 0 && tokens[change->first_token - 1].sentence == sentence)
    {
      guint word = change->first_token - 1;

      if ((tl_lexicon_match (get_words ()->degree, text, word, &end) == NULL &&
           tl_lexicon_match (get_words ()->before, text, word, &end) == NULL) || end != change->first_token)
        break;
      change->first_token--;
    }
  if (change->end_token < n_tokens && tokens[change->end_token].sentence == sentence &&
      tl_lexicon_match (get_words ()->degree, text, change->end_token, &end) != NULL)
    change->end_token = end;
}

/* "increased deliveries of … by a considerable margin": that is how much. */
static void
take_extent (TlText   *text,
             TlChange *change)
{
  guint n_tokens, n_sentences;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlSentence *sentence = &tl_text_get_sentences (text, &n_sentences)[tokens[change->first_token].sentence];

  for (guint i = change->end_token; i < sentence->end_token && i < change->end_token + EXTENT_REACH; i++)
    {
      TlPhraseMatch match;

      if (!tl_phrases_match_at (get_words ()->extent, text, i, &match))
        continue;
      change->direction = (TlSpan) { tokens[change->first_token].span.start, tokens[change->end_token - 1].span.end };
      change->span = (TlSpan) { tokens[i].span.start, tokens[match.end_token - 1].span.end };
      return;
    }
}

static gboolean
read_alone (TlText   *text,
            guint     token,
            TlChange *change)
{
  guint end;
  const TlWord *word = tl_lexicon_match (get_words ()->alone, text, token, &end);

  if (word == NULL)
    return FALSE;
  *change = (TlChange) { .first_token = token, .end_token = end };
  change->kind = strcmp (word->value, "up") == 0 ? TL_CHANGE_UP
               : strcmp (word->value, "down") == 0 ? TL_CHANGE_DOWN : TL_CHANGE_FLAT;
  change->is_transitive = tl_phrases_match_at (get_words ()->transitive, text, token, NULL);
  take_degree (text, change);
  take_extent (text, change);
  return TRUE;
}

#define is_one_of(text, token, group) tl_phrases_match_at (TL_LEXICON_GROUP (group), text, token, NULL)

/* Whether one of the group stands close before: "registered a sharp decline", "because of a fall". */
static gboolean
follows (TlText    *text,
         guint      token,
         TlPhrases *group)
{
  for (guint n = 1; n <= SUPPORT_REACH && n <= token; n++)
    {
      guint n_tokens;
      const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

      if (tokens[token - n].sentence != tokens[token].sentence || tokens[token - n].kind != TL_TOKEN_WORD)
        return FALSE;
      if (tl_phrases_match_at (group, text, token - n, NULL))
        return TRUE;
    }
  return FALSE;
}

/* "saw a fall in", "registered declines", "grow": whether they count hangs on what stands around them. */
static gboolean
read_other_form (TlText   *text,
                 guint     token,
                 TlChange *change)
{
  guint end;
  int direction = tl_change_direction_at (text, token, &end);

  if (direction == 0)
    return FALSE;
  *change = (TlChange) { .first_token = token, .end_token = end };
  change->kind = direction > 0 ? TL_CHANGE_UP : TL_CHANGE_DOWN;
  if (is_one_of (text, token, "change-noun") && is_one_of (text, end, "change-of-what") &&
      follows (text, token, TL_LEXICON_GROUP ("change-noun-before")))
    change->form = TL_CHANGE_FORM_NOUN;
  else if (is_one_of (text, token, "change-noun") && !is_one_of (text, end, "change-not-alone") &&
           follows (text, token, TL_LEXICON_GROUP ("change-support")))
    change->form = TL_CHANGE_FORM_VERB;
  else if (token > 0 && is_one_of (text, token, "change-base") && is_one_of (text, token - 1, "change-base-before") &&
           !is_one_of (text, end, "change-determiner"))
    change->form = TL_CHANGE_FORM_BASE;
  else
    return FALSE;
  return TRUE;
}

/*
 * Whether a unit stands behind @token, close enough to be that of a number there; most numbers
 * of a text are years and amounts, and need not be read.  @unit is where the search has come to.
 */
static gboolean
has_unit (TlText        *text,
          const guint16 *marks,
          guint          token,
          guint         *unit)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  *unit = MAX (*unit, token + 1);
  while (*unit < n_tokens && (marks[*unit] & TL_MARK_UNIT) == 0)
    (*unit)++;
  /* One sentence further for those that are parted wrongly. */
  return *unit < n_tokens && tokens[*unit].sentence <= tokens[token].sentence + 1;
}

/*
 * tl_changes_find:
 * @text: a text
 * @marks: (array): from tl_trade_marks_find()
 *
 * Returns: (transfer full) (element-type TlChange): the changes that the text states, of
 *   whatever it may be, in order
 */
GArray *
tl_changes_find (TlText        *text,
                 const guint16 *marks)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TlChange));
  guint n_tokens, unit = 0;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      const TlChange *before;
      TlChange change;

      if ((marks[i] & TL_MARK_CHANGE) == 0 && tokens[i].kind != TL_TOKEN_NUMBER)
        continue;
      before = changes->len > 0 ? &g_array_index (changes, TlChange, changes->len - 1) : NULL;
      if (!tl_change_read_size (text, i, before, has_unit (text, marks, i, &unit), &change) &&
          !read_alone (text, i, &change) && !read_other_form (text, i, &change))
        continue;
      if (tl_span_is_empty (change.span))
        change.span = (TlSpan) { tokens[change.first_token].span.start, tokens[change.end_token - 1].span.end };
      g_array_append_val (changes, change);
      i = MAX (i, change.end_token - 1);
    }
  return changes;
}
