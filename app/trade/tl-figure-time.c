/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When a figure is of: the period that its sentence states for it (tl-figure-period), the
 * one that the talk is of, or the counterpart of the figure that it is compared with.
 */

#include "tl-figure-time.h"

#include "tl-figure-months.h"
#include "tl-figure-occasions.h"
#include "tl-figure-period.h"
#include "tl-lexicon.h"
#include "tl-trade-columns.h"

#include <math.h>

/* How near behind an amount its own period stands: "$2 billion in 2012". */
#define OWN_GAP 3

/* How far from a change "since 2019" may stand. */
#define SINCE_REACH 16

/* How far behind "11% down from" the amount may stand that it is counted from. */
#define BASE_REACH 10

/* Trade that is so many times that of the year before is that of an earlier year. */
#define MAX_YEARLY_FACTOR 3

/* Whether one of the drafts says that it rose or fell from @draft to its own. */
static gboolean
is_starting_point (const TlTradeDraft *draft,
                   GArray             *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      int from = g_array_index (drafts, TlTradeDraft, i).from;

      if (from >= 0 && &g_array_index (drafts, TlTradeDraft, from) == draft)
        return TRUE;
    }
  return FALSE;
}

/*
 * "Since 2011 imports grew from $61.9 billion to $63.9 billion": neither is the sum of those
 * years; the first is the first year's, the second's time is not said.
 */
static void
set_period_within_years (const TlTradeDraft *draft,
                         GArray             *drafts,
                         TlFigureData       *data)
{
  if (is_starting_point (draft, drafts))
    data->end = (TlDate) { data->start.year, 12, 0 };
  else if (draft->from >= 0)
    {
      data->start = data->end = TL_DATE_NONE;
      tl_why_drop (&data->why, TL_FIELD_PERIOD);
    }
}

/* A claim about no particular time: "trade exceeds $1 billion". */
static gboolean
is_standing (const TlTradeView *view)
{
  return tl_trade_view_has_phrase (view, "trade-standing");
}

/* "… was $1bn in 2014 and has since shrunk by half": from the figure before to no named time. */
static gboolean
is_since_last (const TlDiscourse  *self,
               const TlTradeView  *view,
               const TlTradeDraft *draft)
{
  guint token = draft->anchor.first;

  if (draft->amount != NULL || !self->has_last || self->last_sentence != view->index ||
      !tl_date_is_set (self->last.start))
    return FALSE;
  for (guint n = 1; n <= 4 && token >= view->sentence->first_token + n; n++)
    if (tl_text_token_is (view->reading->text, token - n, "since"))
      return TRUE;
  return FALSE;
}

/* "Down 11% since 2019": against what the change is counted; it says nothing of until when. */
static gboolean
take_since (const TlTradeView  *view,
            const TlTradeDraft *draft,
            TlFigureData       *data)
{
  if (draft->amount != NULL)
    return FALSE;
  for (guint i = 0; i < view->n_periods; i++)
    {
      const TlPeriod *period = &view->periods[i];
      TlTokenRun run = { period->first_token, period->end_token };

      if (!tl_figure_period_is_since (view, period) ||
          tl_trade_view_gap (view, draft->anchor, run) > SINCE_REACH)
        continue;
      if (draft->change == NULL || draft->change->kind != TL_CHANGE_PERCENT)
        return TRUE;
      data->change_against = period->start.year;
      tl_why_add (&data->why, TL_FIELD_CHANGE, TL_HOW_STATED, period->span);
      return TRUE;
    }
  return FALSE;
}

/* Whether a period that the sentence does not name is that of the figure before. */
static gboolean
goes_on (const TlDiscourse *discourse,
         const TlTradeView *view)
{
  return discourse->has_last && discourse->last.status == TL_STATUS_REPORTED &&
         tl_date_is_set (discourse->last.start) &&
         (discourse->last_paragraph == view->sentence->paragraph ||
          discourse->last_sentence + 1 == view->index);
}

/*
 * tl_figure_time_find_compared:
 * @view: the sentence
 * @drafts: (element-type TlTradeDraft): what it says
 * @draft: one of them
 *
 * Returns: the index of the one that @draft is compared with: that rose from it, or is set
 *   against it; -1 where there is none
 */
int
tl_figure_time_find_compared (const TlTradeView  *view,
                              GArray             *drafts,
                              const TlTradeDraft *draft)
{
  int index = (int) (draft - (const TlTradeDraft *) (gpointer) drafts->data);

  if (draft->amount == NULL)
    return -1;
  for (guint i = 0; i < drafts->len; i++)
    if (g_array_index (drafts, TlTradeDraft, i).from == index)
      return (int) i;
  if (index == 0 || g_array_index (drafts, TlTradeDraft, index - 1).amount == NULL || draft->from >= 0 ||
      !tl_figure_period_is_compared (view, draft->anchor.first))
    return -1;
  return index - 1;
}

/* "In 2012 trade rose from $1bn to $2bn": the year of the second, and not of the first. */
static gboolean
is_of_other (const TlTradeView  *view,
             const TlTradeDraft *draft,
             const TlTradeDraft *other,
             const TlPeriod     *period)
{
  if (period->first_token >= draft->anchor.end &&
      tl_trade_view_gap (view, draft->anchor, (TlTokenRun) { period->first_token, period->end_token }) <= OWN_GAP)
    return FALSE;
  return tl_figure_period_find (view, other->anchor, TRUE) == period;
}

static const TlPeriod *
find_stated (const TlTradeView  *view,
             const TlTradeDraft *draft,
             GArray             *drafts)
{
  const TlPeriod *period;
  int compared = tl_figure_time_find_compared (view, drafts, draft);

  period = tl_figure_period_find (view, draft->anchor, draft->amount != NULL);
  if (period == NULL && draft->amount != NULL && draft->change != NULL)
    period = tl_figure_period_find (view, (TlTokenRun) { draft->change->first_token, draft->change->end_token },
                                    FALSE);
  if (period != NULL && compared >= 0 && period->unit != TL_PERIOD_YEARS &&
      is_of_other (view, draft, &g_array_index (drafts, TlTradeDraft, compared), period))
    return NULL;
  return period;
}

static int
count_months (TlDate start,
              TlDate end)
{
  return (end.year - start.year) * 12 + (int) end.month - (int) start.month;
}

/* Its period is counted from that of the other. */
static void
explain_counterpart (const TlFigureData *other,
                     TlFigureData       *data)
{
  const TlReason *reason = tl_why_find (&other->why, TL_FIELD_PERIOD);

  if (reason != NULL)
    tl_why_add_from (&data->why, TL_FIELD_PERIOD, TL_HOW_COUNTERPART, reason->span, reason->from);
}

/* From the first to the last month of a year, a fiscal one that begins in mid-month included. */
static gboolean
is_year (const TlFigureData *data)
{
  int n_months = count_months (data->start, data->end);

  return n_months == 11 || n_months == 12;
}

/* "$530 million in the first half, up from $523 million the previous year": in its first half. */
static void
set_counterpart (const TlFigureData *other,
                 TlFigureData       *data)
{
  if (!tl_date_is_set (other->start) || count_months (other->start, other->end) >= 11)
    return;
  /* "Over the same period": as far as the other is known to go. */
  if (!is_year (data) && count_months (data->start, other->start) != 12)
    return;
  data->start = tl_date_add_months (other->start, -12);
  data->end = tl_date_add_months (other->end, -12);
  explain_counterpart (other, data);
}

/* Takes the period that the talk is of. */
static void
take_period (const TlDiscourse *discourse,
             const TlTradeView *view,
             TlFigureData      *data)
{
  if (tl_discourse_is_list_item (view) && tl_date_is_set (discourse->heading.start))
    {
      data->start = discourse->heading.start;
      data->end = discourse->heading.end;
      tl_why_carry (&data->why, TL_FIELD_PERIOD, &discourse->heading.why, TL_FIELD_PERIOD,
                    view->sentence->span);
    }
  else if (goes_on (discourse, view))
    {
      data->start = discourse->last.start;
      data->end = discourse->last.end;
      tl_why_carry (&data->why, TL_FIELD_PERIOD, &discourse->last.why, TL_FIELD_PERIOD, view->sentence->span);
    }
  else if (tl_date_is_set (discourse->topic_start) &&
           (discourse->is_reporting || tl_trade_view_has_phrase (view, "trade-period-reference") ||
            (tl_trade_view_has_phrase (view, "trade-past") && !tl_trade_view_has_phrase (view, "trade-present"))))
    {
      data->start = discourse->topic_start;
      data->end = discourse->topic_end;
      tl_why_carry (&data->why, TL_FIELD_PERIOD, &discourse->topic_why, TL_FIELD_PERIOD, view->sentence->span);
    }
}

/* "Over the past decade trade grew, and is expected to reach $5 billion": a time that is over. */
static gboolean
is_over (const TlTradeView  *view,
         const TlPeriod     *period,
         const TlFigureData *data)
{
  TlDate published = view->reading->published;

  return data->status != TL_STATUS_REPORTED && period->is_relative && !period->is_prospective &&
         (period->unit == TL_PERIOD_YEAR || period->unit == TL_PERIOD_YEARS) &&
         tl_date_is_set (published) && period->end.year <= published.year &&
         period->start.year < published.year;
}

/* Whether the sentence itself names the period of a figure. */
static gboolean
names_period (const TlTradeView  *view,
              const TlFigureData *data)
{
  const TlReason *reason = tl_why_find (&data->why, TL_FIELD_PERIOD);

  return reason != NULL && tl_span_overlaps (reason->span, view->sentence->span);
}

/* "Last year"; "$5 billion in the first half of 2024, down from $6 billion in 2023". */
static gboolean
is_counterpart (const TlTradeView  *view,
                const TlTradeDraft *draft,
                const TlPeriod     *period,
                const TlFigureData *other)
{
  if (period->unit == TL_PERIOD_REFERENCE || period->is_relative)
    return TRUE;
  /* Both are named, and stand side by side. */
  return period->unit == TL_PERIOD_YEAR && period->start.year == other->start.year - 1 &&
         names_period (view, other) &&
         draft->anchor.first > view->sentence->first_token &&
         tl_trade_view_is_word (view, draft->anchor.first - 1, "from");
}

/*
 * tl_figure_time_set:
 * @discourse: what the sentences before leave to this one
 * @view: the sentence
 * @draft: the figure in the making
 * @drafts: (element-type TlTradeDraft): all of its sentence
 * @read: (array): the figures of the drafts, up to this one
 * @data: (inout): the figure among them, its status already set
 *
 * Sets the period where the sentence states it, or else that of the talk.  That of a figure
 * which another is compared with is left for tl_figure_times_complete().
 *
 * Returns: whether it is another's counterpart ("up from $3bn a year earlier")
 */
gboolean
tl_figure_time_set (const TlDiscourse  *discourse,
                    const TlTradeView  *view,
                    const TlTradeDraft *draft,
                    GArray             *drafts,
                    const TlFigureData *read,
                    TlFigureData       *data)
{
  const TlPeriod *period;
  int compared = tl_figure_time_find_compared (view, drafts, draft);
  gboolean is_compared = compared >= 0;
  gboolean is_since, is_dealt;

  if (is_since_last (discourse, view, draft))
    {
      data->change_against = discourse->last.start.year;
      tl_why_carry (&data->why, TL_FIELD_CHANGE, &discourse->last.why, TL_FIELD_PERIOD, view->sentence->span);
      return FALSE;
    }
  is_since = take_since (view, draft, data);
  period = tl_trade_columns_find_row_period (view, draft->row_index, draft->row_length);
  is_dealt = period != NULL;
  if (period == NULL)
    period = find_stated (view, draft, drafts);
  if (period == NULL)
    period = tl_trade_columns_find_period (view, draft->anchor.first);
  if (period != NULL && is_over (view, period, data))
    return FALSE;
  if (period != NULL)
    {
      tl_figure_months_set (view, period, data);
      if (period->unit == TL_PERIOD_YEARS)
        set_period_within_years (draft, drafts, data);
      if (!is_dealt)
        tl_figure_months_add_listed (view, period, data);
      tl_figure_months_end (discourse, view, period, data);
      if (compared >= 0 && &read[compared] < data &&
          is_counterpart (view, draft, period, &read[compared]))
        set_counterpart (&read[compared], data);
      return period->unit == TL_PERIOD_REFERENCE || is_compared ||
             tl_figure_period_is_compared (view, draft->anchor.first);
    }
  if (is_compared)
    return TRUE;
  if (data->status == TL_STATUS_REPORTED && !is_standing (view) &&
      !(is_since && data->change_against == TL_AGAINST_PREVIOUS_YEAR))
    take_period (discourse, view, data);
  return FALSE;
}

/* Whether the one may be of the year before the other: trade does not grow tenfold in a year. */
static gboolean
are_near (const TlFigureData *data,
          const TlFigureData *other)
{
  double factor = data->value / other->value;

  return isnan (factor) || (factor < MAX_YEARLY_FACTOR && factor > 1.0 / MAX_YEARLY_FACTOR);
}

/* How many months lie between what was compared: a year, or as long as the periods last. */
static void
learn_distance (TlDiscourse        *discourse,
                const TlFigureData *data,
                const TlFigureData *other)
{
  int distance = count_months (data->start, other->start);
  int length = count_months (other->start, other->end) + 1;

  if ((distance == 12 || distance == length) && length <= 12 && count_months (data->start, data->end) + 1 == length)
    discourse->distance = distance;
}

/* "Fell by 11% from $1.5 billion in 2015": the amount that a change is counted from; -1 without one. */
static int
find_base_of_change (const TlTradeView  *view,
                     GArray             *drafts,
                     const TlTradeDraft *draft)
{
  int best = -1;

  if (draft->amount != NULL || draft->change == NULL || draft->change->kind != TL_CHANGE_PERCENT)
    return -1;
  for (guint i = 0; i < drafts->len; i++)
    {
      const TlTradeDraft *other = &g_array_index (drafts, TlTradeDraft, i);

      if (other->amount != NULL && other->anchor.first >= draft->anchor.end &&
          other->anchor.first - draft->anchor.end <= BASE_REACH &&
          (best < 0 || other->anchor.first < g_array_index (drafts, TlTradeDraft, best).anchor.first))
        best = (int) i;
    }
  if (best < 0 ||
      !tl_figure_period_is_compared (view, g_array_index (drafts, TlTradeDraft, best).anchor.first))
    return -1;
  return best;
}

/* A change and the amount that it is counted from lie a year apart: one tells the time of the other. */
static void
complete_change (const TlDiscourse  *discourse,
                 const TlTradeView  *view,
                 const TlTradeDraft *base,
                 TlFigureData       *before,
                 TlFigureData       *data)
{
  const TlPeriod *period = tl_figure_period_find (view, base->anchor, TRUE);
  gboolean is_own = period != NULL && period->first_token >= base->anchor.end;
  TlFigureData *from = is_own ? before : data, *to = is_own ? data : before;
  int distance = is_own ? discourse->distance : -discourse->distance;

  if (!tl_date_is_set (from->start) || count_months (from->start, from->end) > 12 ||
      (tl_date_is_set (to->start) && tl_date_compare (from->start, to->start) != 0))
    return;
  to->start = tl_date_add_months (from->start, distance);
  to->end = tl_date_add_months (from->end, distance);
  tl_why_drop (&to->why, TL_FIELD_PERIOD);
  explain_counterpart (from, to);
}

/*
 * tl_figure_times_complete:
 * @discourse: (inout): what the sentences before leave to this one
 * @view: the sentence
 * @drafts: (element-type TlTradeDraft): what it says
 * @read: (array): the figures of the drafts
 *
 * Sets the periods of figures that others are compared with ("from $1bn to $2bn"): the same
 * months of the year before, or as long before as those compared last.
 */
void
tl_figure_times_complete (TlDiscourse       *discourse,
                          const TlTradeView *view,
                          GArray            *drafts,
                          TlFigureData      *read)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      int compared = tl_figure_time_find_compared (view, drafts, &g_array_index (drafts, TlTradeDraft, i));
      const TlFigureData *other = compared >= 0 ? &read[compared] : NULL;
      TlFigureData *data = &read[i];
      int base = find_base_of_change (view, drafts, &g_array_index (drafts, TlTradeDraft, i));

      if (base >= 0)
        complete_change (discourse, view, &g_array_index (drafts, TlTradeDraft, base), &read[base], data);
      if (other == NULL || !tl_date_is_set (other->start))
        continue;
      if (tl_date_is_set (data->start))
        {
          learn_distance (discourse, data, other);
          continue;
        }
      if (!are_near (data, other) || count_months (other->start, other->end) > 12)
        continue;
      data->start = tl_date_add_months (other->start, -discourse->distance);
      data->end = tl_date_add_months (other->end, -discourse->distance);
      explain_counterpart (other, data);
    }
}
