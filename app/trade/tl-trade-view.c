/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-trade-view.h"

/* What it costs, in tokens, to cross a comma or a word like "while". */
#define COMMA_COST    2
#define BOUNDARY_COST 12

/* What it costs to cross a comma with "and" behind it, which often begins another clause. */
#define AND_COST 5

/*
 * What has more amounts, periods or cues than this is a table or an attack and no sentence;
 * the rest is left unread, so that comparing each with each costs no more than reading.
 */
#define MAX_ITEMS 150

/* Further apart than this, in tokens, nothing belongs together: what stands between does not matter. */
#define FAR 250

/* What it costs to get out of or into an insertion between dashes or brackets. */
#define INSERTION_COST 25

/* The items of @array whose first token, at @offset in each, stands in the sentence; @next is the first of them. */
static gconstpointer
take_items (const GArray     *array,
            gsize             size,
            gsize             offset,
            const TlSentence *sentence,
            guint            *next,
            guint            *n_items)
{
  const char *items = array->data;
  guint first, end;

  for (first = *next; first < array->len; first++)
    if (*(const guint32 *) (gconstpointer) (items + first * size + offset) >= sentence->first_token)
      break;
  for (end = first; end < array->len; end++)
    if (*(const guint32 *) (gconstpointer) (items + end * size + offset) >= sentence->end_token)
      break;
  *next = end;
  *n_items = MIN (end - first, MAX_ITEMS);
  return items != NULL ? items + first * size : NULL;
}

/*
 * tl_trade_view_init:
 * @view: (out): the view, before the first sentence; valid as long as what it is made from
 * @reading: what was read from the text
 * @mentions: from tl_entity_index_new()
 * @cues: from tl_trade_cues_find()
 * @changes: from tl_changes_find()
 */
void
tl_trade_view_init (TlTradeView     *view,
                    const TlReading *reading,
                    GArray          *mentions,
                    const GArray    *cues,
                    const GArray    *changes)
{
  guint n_tokens;

  *view = (TlTradeView) {
    .reading = reading,
    .tokens = tl_text_get_tokens (reading->text, &n_tokens),
    .mentions = mentions,
    .all_cues = cues,
    .all_changes = changes,
  };
}

/*
 * tl_trade_view_next:
 * @view: a view
 *
 * Goes on to the next sentence.  What was found in the text lies in its order, so nothing is
 * searched for.
 *
 * Returns: %FALSE behind the last
 */
gboolean
tl_trade_view_next (TlTradeView *view)
{
  const TlReading *reading = view->reading;
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (reading->text, &n_sentences), *s;

  view->index = view->sentence != NULL ? view->index + 1 : 0;
  if (view->index >= n_sentences)
    return FALSE;
  view->sentence = s = &sentences[view->index];
#define ITEMS(array, type) take_items (array, sizeof (type), G_STRUCT_OFFSET (type, first_token), s
  view->cues = ITEMS (view->all_cues, TlCue), &view->next_cue, &view->n_cues);
  view->changes = ITEMS (view->all_changes, TlChange), &view->next_change, &view->n_changes);
  view->amounts = ITEMS (reading->amounts, TlAmount), &view->next_amount, &view->n_amounts);
  view->periods = ITEMS (reading->periods, TlPeriod), &view->next_period, &view->n_periods);
  view->places = ITEMS (reading->places, TlPlaceMatch), &view->next_place, &view->n_places);
#undef ITEMS
  return TRUE;
}

/*
 * tl_trade_view_next_cue:
 * @view: a sentence
 * @kind: what is looked for
 * @position: (inout): where to look from; behind the cue afterwards
 *
 * Returns: (nullable): the next cue of that kind
 */
const TlCue *
tl_trade_view_next_cue (const TlTradeView *view,
                        TlCueKind          kind,
                        guint             *position)
{
  while (*position < view->n_cues)
    {
      const TlCue *cue = &view->cues[(*position)++];

      if (cue->kind == kind)
        return cue;
    }
  return NULL;
}

/*
 * tl_trade_view_find_cue:
 * @view: a sentence
 * @kind: what is looked for
 * @run: where
 *
 * Returns: (nullable): the first cue of that kind that begins in @run
 */
const TlCue *
tl_trade_view_find_cue (const TlTradeView *view,
                        TlCueKind          kind,
                        TlTokenRun         run)
{
  const TlCue *cue;
  guint position = 0;

  while ((cue = tl_trade_view_next_cue (view, kind, &position)) != NULL)
    if (tl_token_run_contains (run, cue->first_token))
      return cue;
  return NULL;
}

/*
 * tl_trade_view_has_cue:
 * @view: a sentence
 * @kind: what is looked for
 * @run: where
 *
 * Returns: whether a cue of that kind begins in @run
 */
gboolean
tl_trade_view_has_cue (const TlTradeView *view,
                       TlCueKind          kind,
                       TlTokenRun         run)
{
  return tl_trade_view_find_cue (view, kind, run) != NULL;
}

/*
 * tl_trade_view_span:
 * @view: a sentence
 * @run: a run of its tokens
 *
 * Returns: the words that they are, empty where there are none
 */
TlSpan
tl_trade_view_span (const TlTradeView *view,
                    TlTokenRun         run)
{
  if (run.first >= run.end)
    return (TlSpan) { 0, 0 };
  return (TlSpan) { view->tokens[run.first].span.start, view->tokens[run.end - 1].span.end };
}

/*
 * tl_trade_view_cue_span:
 * @view: a sentence
 * @cue: (nullable): a cue in it
 *
 * Returns: the words of the cue, empty where there is none
 */
TlSpan
tl_trade_view_cue_span (const TlTradeView *view,
                        const TlCue       *cue)
{
  return tl_trade_view_span (view, cue != NULL ? (TlTokenRun) { cue->first_token, cue->end_token }
                                               : (TlTokenRun) { 0, 0 });
}

/*
 * tl_trade_view_clause:
 * @view: a sentence
 * @token: a token of it
 *
 * Returns: the part of the sentence between the words of contrast and semicolons around
 *   the token
 */
TlTokenRun
tl_trade_view_clause (const TlTradeView *view,
                      guint              token)
{
  TlTokenRun clause = { view->sentence->first_token, view->sentence->end_token };
  const TlCue *cue;
  guint position = 0;

  while ((cue = tl_trade_view_next_cue (view, TL_CUE_BOUNDARY, &position)) != NULL)
    {
      /* "But trade grew": at the sentence's start it parts nothing. */
      if (cue->first_token == view->sentence->first_token)
        continue;
      if (cue->end_token <= token)
        clause.first = cue->end_token;
      else if (cue->first_token > token)
        {
          clause.end = cue->first_token;
          break;
        }
    }
  return clause;
}

/* A dash with space on both sides, not a hyphen. */
static gboolean
is_dash (const TlTradeView *view,
         guint              token)
{
  return (view->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) != 0 && token + 1 < view->sentence->end_token &&
         (view->tokens[token + 1].flags & TL_TOKEN_SPACE_BEFORE) != 0 && token > view->sentence->first_token &&
         (tl_text_token_is (view->reading->text, token, "–") || tl_text_token_is (view->reading->text, token, "—") ||
          tl_text_token_is (view->reading->text, token, "-"));
}

/*
 * tl_trade_view_gap:
 * @view: a sentence
 * @a: a run of its tokens
 * @b: another
 *
 * How far apart two things stand: the tokens between them, commas and words of contrast
 * counting for more.
 *
 * Returns: the gap; 0 for neighbours and where they overlap
 */
guint
tl_trade_view_gap (const TlTradeView *view,
                   TlTokenRun         a,
                   TlTokenRun         b)
{
  TlTokenRun between = a.end <= b.first ? (TlTokenRun) { a.end, b.first } : (TlTokenRun) { b.end, a.first };
  guint gap, n_dashes = 0, opened = 0;

  if (between.first >= between.end)
    return 0;
  gap = between.end - between.first;
  if (gap > FAR)
    return gap;
  for (guint i = between.first; i < between.end; i++)
    {
      if (view->tokens[i].kind != TL_TOKEN_PUNCTUATION)
        continue;
      if (tl_text_token_is (view->reading->text, i, ","))
        gap += tl_text_token_is (view->reading->text, i + 1, "and") ? COMMA_COST + AND_COST : COMMA_COST;
      else if (is_dash (view, i))
        n_dashes++;
      else if (tl_text_token_is (view->reading->text, i, "("))
        opened = i + 1;
      else if (tl_text_token_is (view->reading->text, i, ")") && opened != 0)
        {
          gap -= i - (opened - 1) + 1;  /* what stands in brackets keeps nothing apart */
          opened = 0;
        }
    }
  /* "in 2023 – up to $3bn": a dash alone begins no insertion. */
  if (n_dashes % 2 != 0 && between.end - between.first > 1)
    gap += INSERTION_COST;
  for (guint i = 0; i < view->n_cues; i++)
    if (view->cues[i].kind == TL_CUE_BOUNDARY && tl_token_run_contains (between, view->cues[i].first_token))
      gap += BOUNDARY_COST;
  return gap;
}

/*
 * tl_trade_view_find_in:
 * @view: a sentence
 * @phrases: a group of the lexicon
 * @span: (out) (optional): the words of the phrase; left alone where there is none
 *
 * For tl_trade_view_find_phrase(), which is what to call.
 *
 * Returns: whether there is one
 */
gboolean
tl_trade_view_find_in (const TlTradeView *view,
                       TlPhrases         *phrases,
                       TlSpan            *span)
{
  for (guint i = view->sentence->first_token; i < view->sentence->end_token; i++)
    {
      guint end;
      const TlWord *word = tl_lexicon_match (phrases, view->reading->text, i, &end);

      if (word == NULL || g_strcmp0 (word->value, "no") == 0)
        continue;
      if (span != NULL)
        *span = tl_trade_view_span (view, (TlTokenRun) { i, end });
      return TRUE;
    }
  return FALSE;
}

/*
 * tl_trade_view_same_clause:
 * @view: a sentence
 * @a: a token of it
 * @b: another
 *
 * Returns: whether no word of contrast and no semicolon stands between them
 */
gboolean
tl_trade_view_same_clause (const TlTradeView *view,
                           guint              a,
                           guint              b)
{
  return tl_token_run_contains (tl_trade_view_clause (view, a), b);
}
