/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the amounts of a sentence are to each other: how much there was (a level), how much
 * more or less it became (a step), and what it rose or fell from (a base).
 */

#include "tl-trade-steps.h"

#include "tl-lexicon.h"

/* How far a level may stand behind its step, its base or the word of direction, and before them. */
#define TO_REACH     14
#define BASE_REACH   18
#define BEFORE_REACH 12
#define TOWARDS_REACH 24
#define FROM_REACH   8

/* How many words may stand between "to" or "from" and the amount: "to just a provisional". */
#define SKIPPED_REACH 7

/* How far from a word of direction "from", "on" or "than" may stand. */
#define AGAINST_REACH 4

/* How far from a step the per cent may stand that says the same: "rose $2bn, or 5%". */
#define PERCENT_REACH 6

static gboolean
is_in_group (const TlTradeView *view,
             guint              token,
             const char        *group,
             guint             *end)
{
  if (token < view->sentence->first_token || token >= view->sentence->end_token)
    return FALSE;
  return tl_lexicon_match (tl_lexicon_get_group (tl_lexicon_get_default (), group),
                           view->reading->text, token, end) != NULL;
}

/* The word of direction at @token: 1, -1, or 0 where there is none. */
static int
direction_at (const TlTradeView *view,
              guint              token,
              guint             *end)
{
  if (token < view->sentence->first_token || token >= view->sentence->end_token)
    return 0;
  return tl_change_direction_at (view->reading->text, token, end);
}

static TlChangeKind
kind_of (int direction)
{
  return direction > 0 ? TL_CHANGE_UP : direction < 0 ? TL_CHANGE_DOWN : TL_CHANGE_NONE;
}

/* The token before the amount that is none of "just", "the revised", "last year's"; the sentence's end if none. */
static guint
governor (const TlTradeView  *view,
          const TlTradeDraft *draft)
{
  guint token = draft->anchor.first;

  for (guint n = 0; n <= SKIPPED_REACH; n++)
    {
      if (token <= view->sentence->first_token)
        break;
      token--;
      /* "to a record high of $2bn", but "an increase of $2bn" */
      if (tl_trade_view_is_word (view, token, "of") && is_in_group (view, token - 1, "change-skipped", NULL))
        continue;
      if (!is_in_group (view, token, "change-skipped", NULL) && view->tokens[token].kind != TL_TOKEN_NUMBER)
        return token;
    }
  return view->sentence->end_token;
}

static gboolean
is_to (const TlTradeView  *view,
       const TlTradeDraft *draft)
{
  guint token = governor (view, draft);

  return tl_trade_view_is_word (view, token, "to") || tl_trade_view_is_word (view, token, "past");
}

static gboolean
is_from (const TlTradeView  *view,
         const TlTradeDraft *draft)
{
  return tl_trade_view_is_word (view, governor (view, draft), "from");
}

static void
set_step (const TlTradeView *view,
          TlTradeDraft      *draft,
          int                direction,
          guint              first,
          guint              end)
{
  draft->is_step = TRUE;
  draft->direction = kind_of (direction);
  draft->step = tl_trade_view_span (view, (TlTokenRun) { MIN (first, draft->anchor.first),
                                                         MAX (end, draft->anchor.end) });
}

/* "rose $2bn", "up $2bn"; not "above $2bn", "the growing $2bn trade". */
static gboolean
read_step_after_verb (const TlTradeView *view,
                      TlTradeDraft      *draft)
{
  for (guint n = 1; n <= 2; n++)
    {
      guint token = draft->anchor.first - n, end;
      int direction = draft->anchor.first >= n ? direction_at (view, token, &end) : 0;

      if (direction == 0 || end != draft->anchor.first || is_in_group (view, token, "change-not-step", NULL) ||
          is_in_group (view, token, "change-comparing", NULL))
        continue;
      if (is_in_group (view, token - 1, "change-determiner", NULL))
        return FALSE;
      set_step (view, draft, direction, token, draft->anchor.end);
      return TRUE;
    }
  return FALSE;
}

/* "an increase of $2bn", "rose by $2bn", "by $2bn the volume of exports grew". */
static gboolean
read_step_after_preposition (const TlTradeView *view,
                             TlTradeDraft      *draft)
{
  guint token = governor (view, draft), end;

  if (tl_text_token_is (view->reading->text, draft->anchor.first, "by"))
    token = draft->anchor.first;
  if (tl_trade_view_is_word (view, token, "of") && token > view->sentence->first_token &&
      is_in_group (view, token - 1, "change-noun", NULL))
    {
      set_step (view, draft, direction_at (view, token - 1, &end), token - 1, draft->anchor.end);
      return draft->direction != TL_CHANGE_NONE;
    }
  if (!tl_trade_view_is_word (view, token, "by"))
    return FALSE;
  for (guint n = 1; n <= 6; n++)
    {
      int direction = token >= n ? direction_at (view, token - n, &end) : 0;

      if (direction == 0)
        continue;
      set_step (view, draft, direction, token - n, draft->anchor.end);
      return TRUE;
    }
  return FALSE;
}

/* "a $2bn increase", "$2bn more than". */
static gboolean
read_step_before_noun (const TlTradeView *view,
                       TlTradeDraft      *draft)
{
  guint end;
  int direction = direction_at (view, draft->anchor.end, &end);

  if (direction == 0 || (!is_in_group (view, draft->anchor.end, "change-noun", NULL) &&
                         !is_in_group (view, draft->anchor.end, "change-comparative", NULL)))
    return FALSE;
  set_step (view, draft, direction, draft->anchor.first, end);
  return TRUE;
}

/* "fell 18 percent, or $71 million" */
static gboolean
read_step_after_percent (const TlTradeView *view,
                         TlTradeDraft      *draft)
{
  guint token = governor (view, draft);

  if (!tl_trade_view_is_word (view, token, "or"))
    return FALSE;
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];

      if (change->kind != TL_CHANGE_PERCENT || change->end_token > token || token - change->end_token > 1)
        continue;
      set_step (view, draft, change->percent < 0 ? -1 : 1, change->first_token, draft->anchor.end);
      return TRUE;
    }
  return FALSE;
}

/* "an increase of $2bn in goods and $1bn in services": another step behind the one before. */
static gboolean
read_step_after_step (const TlTradeView  *view,
                      const TlTradeDraft *before,
                      TlTradeDraft       *draft)
{
  guint token = draft->anchor.first - 1;

  if (before == NULL || !before->is_step || draft->anchor.first - before->anchor.end > BEFORE_REACH)
    return FALSE;
  if (tl_trade_view_is_word (view, token, "of") || tl_trade_view_is_word (view, token, "by"))
    token--;
  if (!tl_trade_view_is_word (view, token, "and") && !tl_trade_view_is_word (view, token, ","))
    return FALSE;
  draft->is_step = TRUE;
  draft->direction = before->direction;
  draft->step = before->step;
  return TRUE;
}

static void
read_step (const TlTradeView  *view,
           const TlTradeDraft *before,
           TlTradeDraft       *draft)
{
  if (!read_step_after_verb (view, draft) && !read_step_after_preposition (view, draft) &&
      !read_step_before_noun (view, draft) && !read_step_after_percent (view, draft))
    read_step_after_step (view, before, draft);
}

static gboolean
same_clause (const TlTradeView *view,
             guint              a,
             guint              b)
{
  return tl_token_run_contains (tl_trade_view_clause (view, a), b);
}

/* "The deficit improved": it shrank. */
static int
of_balance (const TlTradeView  *view,
            const TlTradeDraft *draft,
            guint               token,
            int                 direction)
{
  gboolean is_deficit = draft->cue != NULL && draft->cue->value == TL_FLOW_WORD_DEFICIT;

  return is_deficit && is_in_group (view, token, "change-better", NULL) ? -direction : direction;
}

/* The nearest word of direction in the run, looking back from its end. */
static int
direction_before (const TlTradeView  *view,
                  const TlTradeDraft *draft,
                  TlTokenRun          run,
                  TlSpan             *span)
{
  for (guint token = run.end; token > run.first; token--)
    {
      guint end;
      int direction = direction_at (view, token - 1, &end);

      if (direction == 0 || is_in_group (view, token - 1, "change-comparing", NULL))
        continue;
      *span = tl_trade_view_span (view, (TlTokenRun) { token - 1, end });
      return of_balance (view, draft, token - 1, direction);
    }
  return 0;
}

/* Whether the amount is what something came to: "to $9bn", "reaching $9bn". */
static gboolean
is_reached (const TlTradeView  *view,
            const TlTradeDraft *draft)
{
  guint token = governor (view, draft);

  return is_to (view, draft) || is_in_group (view, token, "change-reaching", NULL) ||
         (token > view->sentence->first_token && is_in_group (view, token - 1, "change-reaching", NULL));
}

/* "rose last year to $9bn", "is growing, reaching $9bn"; nothing of the amount before counts. */
static int
direction_towards (const TlTradeView  *view,
                   const TlTradeDraft *draft,
                   guint               behind,
                   TlSpan             *span)
{
  guint token = governor (view, draft), first = MAX (behind, view->sentence->first_token), end;
  guint position = 0;
  const TlCue *cue;

  if (!is_reached (view, draft))
    return 0;
  while ((cue = tl_trade_view_next_cue (view, TL_CUE_STATUS, &position)) != NULL)
    if (cue->end_token <= draft->anchor.first && token - cue->end_token <= TO_REACH)
      {
        /* "grew over the decade and is expected to reach $9bn" */
        int direction = direction_before (view, draft, (TlTokenRun) { cue->end_token, token }, span);

        if (direction != 0 || is_in_group (view, token, "change-reaching", &end))
          return direction;
      }
  if (token > first + TOWARDS_REACH)
    first = token - TOWARDS_REACH;
  return direction_before (view, draft, (TlTokenRun) { first, token }, span);
}

/* The level before the base at @index: "rose to $2bn from $1bn", "$2bn, up from $1bn", "hit $2bn from $1bn". */
static TlTradeDraft *
find_level_before (const TlTradeView *view,
                   GArray            *drafts,
                   guint              index)
{
  const TlTradeDraft *base = &g_array_index (drafts, TlTradeDraft, index);
  TlTradeDraft *level = index > 0 ? &g_array_index (drafts, TlTradeDraft, index - 1) : NULL;
  TlTokenRun between;
  TlSpan span;
  int direction;

  if (level != NULL && level->is_step && index > 1)
    level--;
  if (level == NULL || level->is_step || level->from >= 0)
    return NULL;
  between = (TlTokenRun) { level->anchor.end, base->anchor.first };
  if (between.end - between.first > BASE_REACH ||
      tl_trade_view_has_cue (view, TL_CUE_FLOW, (TlTokenRun) { between.first, governor (view, base) }))
    return NULL;
  direction = direction_before (view, level, between, &span);
  if (direction != 0)
    {
      level->direction = kind_of (direction);
      level->step = span;
      return level;
    }
  return is_reached (view, level) || between.end - between.first <= FROM_REACH ? level : NULL;
}

/* "rose from $1bn to $2bn", "rose to $2bn from $1bn", "$2bn, up from $1bn". */
static void
link_bases (const TlTradeView *view,
            GArray            *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const TlTradeDraft *base = &g_array_index (drafts, TlTradeDraft, i);
      TlTradeDraft *level = NULL;

      if (base->amount == NULL || base->is_step || !is_from (view, base))
        continue;
      for (guint k = i + 1; k < drafts->len && k <= i + 2 && level == NULL; k++)
        {
          TlTradeDraft *next = &g_array_index (drafts, TlTradeDraft, k);

          if (!next->is_step && is_to (view, next) && next->anchor.first - base->anchor.end <= TO_REACH)
            level = next;
        }
      if (level == NULL)
        level = find_level_before (view, drafts, i);
      if (level != NULL)
        level->from = (int) i;
    }
}

static gboolean
is_balance (const TlCue *cue)
{
  return cue->value == TL_FLOW_WORD_SURPLUS || cue->value == TL_FLOW_WORD_DEFICIT;
}

/* "The balance … showed a deficit of": they speak of one thing. */
static gboolean
is_balance_pair (const TlCue *a,
                 const TlCue *b)
{
  return a != NULL && b != NULL && is_balance (a) && is_balance (b);
}

static gboolean
same_flow (const TlCue *a,
           const TlCue *b)
{
  return a == b || is_balance_pair (a, b) || (a != NULL && b != NULL && a->value == b->value);
}

/* The level that the step at @index led to, or NULL. */
static TlTradeDraft *
find_level (const TlTradeView *view,
            GArray            *drafts,
            guint              index)
{
  const TlTradeDraft *step = &g_array_index (drafts, TlTradeDraft, index);
  TlTradeDraft *level = NULL;

  for (guint k = 0; k < drafts->len; k++)
    {
      TlTradeDraft *other = &g_array_index (drafts, TlTradeDraft, k);

      if (other->is_step || other->direction != TL_CHANGE_NONE || !same_flow (other->cue, step->cue) || other->amount == NULL ||
          is_from (view, other) || !same_clause (view, step->anchor.first, other->anchor.first))
        continue;
      /* "rose $2bn to $9bn" */
      if (k == index + 1 && is_to (view, other) && tl_trade_view_gap (view, step->anchor, other->anchor) <= TO_REACH)
        return other;
      if (k + 1 == index && tl_trade_view_gap (view, step->anchor, other->anchor) <= BEFORE_REACH)
        level = other;
      /* "increased exports by $2bn, selling goods worth $9bn" */
      else if (k > index && level == NULL && (other->cue == step->cue || is_balance_pair (other->cue, step->cue)) &&
               tl_trade_view_gap (view, step->anchor, other->anchor) <= BASE_REACH + TO_REACH)
        level = other;
    }
  return level;
}

static void
remove_draft (GArray *drafts,
              guint   index)
{
  g_array_remove_index (drafts, index);
  for (guint k = 0; k < drafts->len; k++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, k);

      if (draft->from == (int) index)
        draft->from = -1;
      else if (draft->from > (int) index)
        draft->from--;
    }
}

/* "fell 300 mln dlrs or 33 pct", "rose $2m (1%)": the per cent that says the same. */
static const TlChange *
find_percent (const TlTradeView  *view,
              const TlTradeDraft *step)
{
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];
      TlTokenRun run = { change->first_token, change->end_token };
      guint between = run.first >= step->anchor.end ? run.first - 1 : step->anchor.first - 1;

      if (change->kind != TL_CHANGE_PERCENT || tl_trade_view_gap (view, run, step->anchor) > PERCENT_REACH)
        continue;
      if (run.first < step->anchor.end && run.end > step->anchor.first)
        continue;
      while (between >= MIN (run.end, step->anchor.end) &&
             is_in_group (view, between, "change-skipped", NULL))
        between--;
      if (tl_trade_view_is_word (view, between, "or") || tl_trade_view_is_word (view, between, "("))
        return change;
    }
  return NULL;
}

/*
 * "widened by $43bn to $419bn": the level takes the direction of the step beside it, and the
 * step is no figure of its own.  One without a level is a change alone.
 */
static void
fold_steps (const TlTradeView *view,
            GArray            *drafts)
{
  for (guint i = 0; i < drafts->len;)
    {
      TlTradeDraft *step = &g_array_index (drafts, TlTradeDraft, i);
      TlTradeDraft *level;
      const TlChange *percent;

      if (!step->is_step)
        {
          i++;
          continue;
        }
      level = find_level (view, drafts, i);
      percent = find_percent (view, step);
      if (level != NULL)
        {
          level->direction = step->direction;
          /* "the balance worsened by $97m to a deficit of $333m": that grew */
          if (level->cue != NULL && step->cue != NULL && is_balance (level->cue) && level->cue->value != step->cue->value)
            level->direction = step->direction == TL_CHANGE_UP ? TL_CHANGE_DOWN : TL_CHANGE_UP;
          level->step = step->step;
          level->change = percent;
          remove_draft (drafts, i);
          continue;
        }
      step->amount = NULL;
      step->change = percent;
      if (percent != NULL)
        step->anchor = (TlTokenRun) { percent->first_token, percent->end_token };
      i++;
    }
}

/* Whether a time or an amount stands at @token or close behind it. */
static gboolean
names_base (const TlTradeView *view,
            guint              token)
{
  for (guint i = 0; i < view->n_periods; i++)
    if (view->periods[i].first_token >= token && view->periods[i].first_token <= token + AGAINST_REACH)
      return TRUE;
  for (guint i = 0; i < view->n_amounts; i++)
    if (view->amounts[i].first_token >= token && view->amounts[i].first_token <= token + 2 * AGAINST_REACH)
      return TRUE;
  return FALSE;
}

/* "$9bn, down from the year before", "$9bn, a slight drop on the $8bn of 2019". */
static int
direction_behind (const TlTradeView  *view,
                  const TlTradeDraft *draft,
                  guint               end,
                  TlSpan             *span)
{
  gboolean comma = FALSE;

  end = MIN (end, draft->anchor.end + TO_REACH);
  end = MIN (end, tl_trade_view_clause (view, draft->anchor.first).end);
  for (guint token = draft->anchor.end; token < end; token++)
    {
      guint word_end;
      int direction = direction_at (view, token, &word_end);

      comma = comma || tl_trade_view_is_word (view, token, ",");
      if (direction == 0)
        continue;
      for (guint i = word_end; i < end && i <= word_end + AGAINST_REACH; i++)
        {
          guint behind;

          if (!is_in_group (view, i, "change-against", &behind))
            continue;
          *span = tl_trade_view_span (view, (TlTokenRun) { token, behind });
          return (comma || i == word_end) && names_base (view, behind) &&
                 !tl_trade_view_has_cue (view, TL_CUE_FLOW, (TlTokenRun) { draft->anchor.end, i })
                   ? of_balance (view, draft, token, direction) : 0;
        }
      return 0;
    }
  return 0;
}

static void
read_directions (const TlTradeView *view,
                 GArray            *drafts)
{
  guint behind = view->sentence->first_token;

  for (guint i = 0; i < drafts->len; i++)
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);
      const TlTradeDraft *next = i + 1 < drafts->len ? draft + 1 : NULL;
      gboolean next_is_base = next != NULL && (draft->from == (int) i + 1 || is_from (view, next));
      guint end = next != NULL && !next_is_base ? next->anchor.first : view->sentence->end_token;
      int direction = 0;
      TlSpan span;

      if (draft->amount != NULL && !draft->is_step && draft->direction == TL_CHANGE_NONE && draft->from < 0 &&
          !is_from (view, draft))
        {
          direction = direction_towards (view, draft, behind, &span);
          if (direction == 0)
            direction = direction_behind (view, draft, end, &span);
          if (direction != 0)
            {
              draft->direction = kind_of (direction);
              draft->step = span;
            }
        }
      behind = MAX (behind, draft->anchor.end);
    }
}

/*
 * tl_trade_steps_resolve:
 * @view: a sentence
 * @drafts: (element-type TlTradeDraft): its amounts that are of trade, in order
 *
 * Tells levels, steps and bases apart: a step goes into the level that it led to, or stays
 * as a change without an amount; a level is linked to its base and gets its direction.
 */
void
tl_trade_steps_resolve (const TlTradeView *view,
                        GArray            *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    read_step (view, i > 0 ? &g_array_index (drafts, TlTradeDraft, i - 1) : NULL, &g_array_index (drafts, TlTradeDraft, i));
  link_bases (view, drafts);
  fold_steps (view, drafts);
  read_directions (view, drafts);
}

/*
 * tl_trade_steps_is_reached:
 * @view: a sentence
 * @draft: an amount in it
 *
 * Returns: whether it is what something rose or fell to: "to $9bn", "reaching $9bn"
 */
gboolean
tl_trade_steps_is_reached (const TlTradeView  *view,
                           const TlTradeDraft *draft)
{
  return draft->amount != NULL && is_reached (view, draft);
}
