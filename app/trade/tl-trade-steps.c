/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the amounts of a sentence are to each other: how much there was (a level), how much
 * more or less it became (a step), and what it rose or fell from (a base).
 */

#include "tl-trade-steps-private.h"

/* How far a level may stand behind its step, its base or the word of direction, and before them. */
#define TO_REACH     14
#define BASE_REACH   18
#define BEFORE_REACH 12
#define APPOSED_REACH 30
#define TOWARDS_REACH 24
#define FROM_REACH   8
#define COMPARED_REACH 18

/* How far from a word of direction "from", "on" or "than" may stand. */
#define AGAINST_REACH 4

/* How far from a step the per cent may stand that says the same: "rose $2bn, or 5%". */
#define PERCENT_REACH 6

static gboolean
is_to (const TlTradeView  *view,
       const TlTradeDraft *draft)
{
  return tl_trade_view_is_word (view, tl_trade_step_governor (view, draft), "to");
}

static gboolean
is_from (const TlTradeView  *view,
         const TlTradeDraft *draft)
{
  return tl_trade_view_is_word (view, tl_trade_step_governor (view, draft), "from");
}

/* "The deficit improved": it shrank. */
static int
of_balance (const TlTradeView  *view,
            const TlTradeDraft *draft,
            guint               token,
            int                 direction)
{
  gboolean is_deficit = draft->cue != NULL && draft->cue->value == TL_FLOW_WORD_DEFICIT;

  return is_deficit && tl_trade_view_in_group (view, token, "change-better", NULL) ? -direction : direction;
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
      int direction = tl_trade_step_direction_at (view, token - 1, &end);

      if (direction == 0 || tl_trade_view_in_group (view, token - 1, "change-comparing", NULL))
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
  guint token = tl_trade_step_governor (view, draft);

  return is_to (view, draft) || tl_trade_view_in_group (view, token, "change-reaching", NULL) ||
         (token > view->sentence->first_token && tl_trade_view_in_group (view, token - 1, "change-reaching", NULL));
}

/* "rose last year to $9bn", "is growing, reaching $9bn"; nothing of the amount before counts. */
static int
direction_towards (const TlTradeView  *view,
                   const TlTradeDraft *draft,
                   guint               behind,
                   TlSpan             *span)
{
  guint token = tl_trade_step_governor (view, draft), first = MAX (behind, view->sentence->first_token), end;
  guint position = 0;
  const TlCue *cue;

  if (!is_reached (view, draft))
    return 0;
  while ((cue = tl_trade_view_next_cue (view, TL_CUE_STATUS, &position)) != NULL)
    if (cue->end_token <= draft->anchor.first && token - cue->end_token <= TO_REACH)
      {
        /* "grew over the decade and is expected to reach $9bn" */
        int direction = direction_before (view, draft, (TlTokenRun) { cue->end_token, token }, span);

        if (direction != 0 || tl_trade_view_in_group (view, token, "change-reaching", &end))
          return direction;
      }
  if (token > first + TOWARDS_REACH)
    first = token - TOWARDS_REACH;
  /* "an increase of 5%, while imports amounted to $9bn": that of something else */
  for (guint i = first; i < token; i++)
    if (tl_trade_view_in_group (view, i, "trade-contrast", NULL))
      first = i;
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
      tl_trade_view_has_cue (view, TL_CUE_FLOW, (TlTokenRun) { between.first, tl_trade_step_governor (view, base) }))
    return NULL;
  direction = direction_before (view, level, between, &span);
  if (direction != 0)
    {
      level->direction = tl_trade_step_kind (direction);
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

          /* "… from $1bn, while imports fell to $2bn" speaks of something else. */
          if (!next->is_step && is_to (view, next) &&
              next->anchor.first - base->anchor.end <= TO_REACH &&
              !tl_trade_view_has_cue (view, TL_CUE_FLOW,
                                      (TlTokenRun) { base->anchor.end, next->anchor.first }))
            level = next;
        }
      if (level == NULL)
        level = find_level_before (view, drafts, i);
      if (level == NULL)
        continue;
      level->from = (int) i;
      g_array_index (drafts, TlTradeDraft, i).is_base = TRUE;
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

/* "$61 million worth of goods in 2023, up by $4 million": said of what stands before the comma. */
static gboolean
is_apposed (const TlTradeView  *view,
            const TlTradeDraft *step)
{
  guint token = tl_text_find_token (view->reading->text, step->step.start);

  if (token > view->sentence->first_token &&
      tl_trade_view_in_group (view, token - 1, "trade-article", NULL))
    token--;
  return token > view->sentence->first_token &&
         (tl_trade_view_is_word (view, token - 1, ",") ||
          tl_trade_view_is_word (view, token - 1, "("));
}

/* The level that the step at @index led to, or NULL. */
static TlTradeDraft *
find_level (const TlTradeView *view,
            GArray            *drafts,
            guint              index)
{
  const TlTradeDraft *step = &g_array_index (drafts, TlTradeDraft, index);
  guint before_reach = is_apposed (view, step) ? APPOSED_REACH : BEFORE_REACH;
  TlTradeDraft *level = NULL;

  for (guint k = 0; k < drafts->len; k++)
    {
      TlTradeDraft *other = &g_array_index (drafts, TlTradeDraft, k);

      if (other->is_step || other->direction != TL_CHANGE_NONE || other->amount == NULL ||
          !same_flow (other->cue, step->cue) || is_from (view, other))
        continue;
      /* "rose $2bn (5%) compared with May to reach $9bn" */
      if (k == index + 1 && is_reached (view, other) && other->cue == step->cue &&
          other->anchor.first - step->anchor.end <= COMPARED_REACH)
        return other;
      if (!tl_trade_view_same_clause (view, step->anchor.first, other->anchor.first))
        continue;
      /* "rose $2bn to $9bn" */
      if (k == index + 1 && is_to (view, other) && tl_trade_view_gap (view, step->anchor, other->anchor) <= TO_REACH)
        return other;
      if (k + 1 == index && tl_trade_view_gap (view, step->anchor, other->anchor) <= before_reach)
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
             tl_trade_view_in_group (view, between, "change-skipped", NULL))
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
          if (is_balance_pair (level->cue, step->cue) && level->cue->value != step->cue->value)
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
      int direction = tl_trade_step_direction_at (view, token, &word_end);

      comma = comma || tl_trade_view_is_word (view, token, ",");
      if (direction == 0)
        continue;
      for (guint i = word_end; i < end && i <= word_end + AGAINST_REACH; i++)
        {
          guint behind;

          if (!tl_trade_view_in_group (view, i, "change-against", &behind))
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
              draft->direction = tl_trade_step_kind (direction);
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
    {
      TlTradeDraft *draft = &g_array_index (drafts, TlTradeDraft, i);

      tl_trade_step_read (view, i > 0 ? draft - 1 : NULL, draft);
    }
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
