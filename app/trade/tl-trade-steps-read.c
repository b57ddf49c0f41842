/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which amounts are steps: "rose $2bn", "by $2bn", "an increase of $2bn", "$2bn more than".
 */

#include "tl-trade-steps-private.h"

/* How many words may stand between "to", "from" or "of" and the amount: "to just a provisional". */
#define SKIPPED_REACH 7

/* How far before "by $2bn" the word of direction may stand, and how far apart two steps. */
#define BY_REACH   6
#define NEXT_REACH 12

/*
 * tl_trade_step_direction_at:
 * @view: a sentence
 * @token: index of a token; outside the sentence stands nothing
 * @end: (out): the token behind the word; left alone where there is none
 *
 * Returns: which way a word there says, 1 or -1; 0 where there is none
 */
int
tl_trade_step_direction_at (const TlTradeView *view,
                            guint              token,
                            guint             *end)
{
  if (token < view->sentence->first_token || token >= view->sentence->end_token)
    return 0;
  return tl_change_direction_at (view->reading->text, token, end);
}

/*
 * tl_trade_step_kind:
 * @direction: 1, -1 or 0
 *
 * Returns: the kind of change that it is
 */
TlChangeKind
tl_trade_step_kind (int direction)
{
  return direction > 0 ? TL_CHANGE_UP : direction < 0 ? TL_CHANGE_DOWN : TL_CHANGE_NONE;
}

/*
 * tl_trade_step_governor:
 * @view: a sentence
 * @draft: an amount in it
 *
 * Returns: the token before the amount, passing over words like "just", "the revised" and
 *   "last year's"; the sentence's end where there is none
 */
guint
tl_trade_step_governor (const TlTradeView  *view,
                        const TlTradeDraft *draft)
{
  guint token = draft->anchor.first;

  for (guint n = 0; n <= SKIPPED_REACH; n++)
    {
      if (token <= view->sentence->first_token)
        break;
      token--;
      /* "to a record high of $2bn", but "an increase of $2bn" */
      if (tl_trade_view_is_word (view, token, "of") &&
          tl_trade_view_in_group (view, token - 1, "change-skipped", NULL))
        continue;
      if (!tl_trade_view_in_group (view, token, "change-skipped", NULL) &&
          view->tokens[token].kind != TL_TOKEN_NUMBER)
        return token;
    }
  return view->sentence->end_token;
}

static void
set_step (const TlTradeView *view,
          TlTradeDraft      *draft,
          int                direction,
          guint              first,
          guint              end)
{
  draft->is_step = TRUE;
  draft->direction = tl_trade_step_kind (direction);
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
      int direction = draft->anchor.first >= n ? tl_trade_step_direction_at (view, token, &end) : 0;

      if (direction == 0 || end != draft->anchor.first ||
          tl_trade_view_in_group (view, token, "change-not-step", NULL) ||
          tl_trade_view_in_group (view, token, "change-comparing", NULL))
        continue;
      if (tl_trade_view_in_group (view, token - 1, "change-determiner", NULL))
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
  guint token = tl_trade_step_governor (view, draft), end;

  if (tl_text_token_is (view->reading->text, draft->anchor.first, "by"))
    token = draft->anchor.first;
  if (tl_trade_view_is_word (view, token, "of") && token > view->sentence->first_token &&
      tl_trade_view_in_group (view, token - 1, "change-noun", NULL))
    {
      set_step (view, draft, tl_trade_step_direction_at (view, token - 1, &end), token - 1, draft->anchor.end);
      return draft->direction != TL_CHANGE_NONE;
    }
  if (!tl_trade_view_is_word (view, token, "by"))
    return FALSE;
  for (guint n = 1; n <= BY_REACH; n++)
    {
      int direction = token >= n ? tl_trade_step_direction_at (view, token - n, &end) : 0;

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
  int direction = tl_trade_step_direction_at (view, draft->anchor.end, &end);

  if (direction == 0 || (!tl_trade_view_in_group (view, draft->anchor.end, "change-noun", NULL) &&
                         !tl_trade_view_in_group (view, draft->anchor.end, "change-comparative", NULL)))
    return FALSE;
  set_step (view, draft, direction, draft->anchor.first, end);
  return TRUE;
}

/* "fell 18 percent, or $71 million" */
static gboolean
read_step_after_percent (const TlTradeView *view,
                         TlTradeDraft      *draft)
{
  guint token = tl_trade_step_governor (view, draft);

  if (!tl_trade_view_is_word (view, token, "or"))
    return FALSE;
  for (guint i = 0; i < view->n_changes; i++)
    {
      const TlChange *change = &view->changes[i];
      guint first;

      if (change->kind != TL_CHANGE_PERCENT || change->end_token > token || token - change->end_token > 1)
        continue;
      /* "an increase of 5% or $2bn" begins with its word of direction */
      first = change->first_token;
      if (!tl_span_is_empty (change->direction))
        first = tl_text_find_token (view->reading->text, change->direction.start);
      set_step (view, draft, change->percent < 0 ? -1 : 1, MIN (first, change->first_token),
                draft->anchor.end);
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

  if (before == NULL || !before->is_step || draft->anchor.first - before->anchor.end > NEXT_REACH)
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

/*
 * tl_trade_step_read:
 * @view: a sentence
 * @before: (nullable): the amount before
 * @draft: (inout): an amount
 *
 * Sets whether it is a step, and in which direction.
 */
void
tl_trade_step_read (const TlTradeView  *view,
                    const TlTradeDraft *before,
                    TlTradeDraft       *draft)
{
  if (!read_step_after_verb (view, draft) && !read_step_after_preposition (view, draft) &&
      !read_step_before_noun (view, draft) && !read_step_after_percent (view, draft))
    read_step_after_step (view, before, draft);
}
