/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a figure that follow from little: amount, status, whose trade it is, its words. */

#include "tl-figure-fields.h"

#include "tl-figure-status.h"
#include "tl-gazetteer.h"

#include <math.h>
#include <string.h>

/*
 * The most bytes of a sentence that are kept as evidence before and behind its figure:
 * no sentence of a writer is as long, but a table without full stops may be.
 */
#define MAX_EVIDENCE 2000

/* ISO 3166-2: a country's two letters, a hyphen, one to three letters or digits. */
static gboolean
is_region (const char *code)
{
  gsize length = strlen (code);

  return length >= 4 && length <= 6 && code[2] == '-';
}

/*
 * tl_figure_scope_find:
 * @data: a figure, its partners set
 * @is_sector: whether it is of some goods only
 *
 * Returns: whose trade it is
 */
TlScope
tl_figure_scope_find (const TlFigureData *data,
                      gboolean            is_sector)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  gboolean is_country[2];

  for (guint i = 0; i < 2; i++)
    {
      /* A name instead of a code is that of a part of a country. */
      if (is_region (data->partners[i]) || tl_gazetteer_get_name (gazetteer, data->partners[i]) == NULL)
        return TL_SCOPE_REGIONAL;
      is_country[i] = tl_gazetteer_is_country (gazetteer, data->partners[i]);
    }
  if (!is_country[0] || !is_country[1])
    return TL_SCOPE_BLOC;
  return is_sector ? TL_SCOPE_SECTOR : TL_SCOPE_NATIONAL;
}

/*
 * tl_figure_evidence_find:
 * @view: a sentence
 * @quote: the words in it that carry a figure
 *
 * Returns: the sentence, or as much of it around the quotation as is worth keeping
 */
TlSpan
tl_figure_evidence_find (const TlTradeView *view,
                         TlSpan             quote)
{
  TlSpan span = view->sentence->span;

  if (span.end - span.start <= MAX_EVIDENCE)
    return span;
  if (quote.start - span.start > MAX_EVIDENCE)
    span.start = view->tokens[tl_text_find_token (view->reading->text, quote.start - MAX_EVIDENCE)].span.start;
  if (span.end - quote.end > MAX_EVIDENCE)
    span.end = view->tokens[tl_text_find_token (view->reading->text, quote.end + MAX_EVIDENCE)].span.start;
  span.start = MIN (span.start, quote.start);
  return span;
}

/*
 * tl_figure_amount_set:
 * @amount: an amount
 * @data: (inout): its figure
 *
 * Sets what the sentence says of the amount.
 */
void
tl_figure_amount_set (const TlAmount *amount,
                      TlFigureData   *data)
{
  /* "A balance of -$3bn": whose it is tells the side that it is reported for. */
  data->value = fabs (amount->value);
  data->high = fabs (amount->high);
  data->precision = amount->precision;
  memcpy (data->currency, amount->currency, sizeof data->currency);
  tl_why_add (&data->why, TL_FIELD_AMOUNT, TL_HOW_STATED, amount->span);
}

/*
 * tl_figure_status_set:
 * @view: a sentence
 * @anchor: where the figure stands in it
 * @data: (inout): the figure
 *
 * Sets whether it happened, as far as the sentence tells before its period is known.
 */
void
tl_figure_status_set (const TlTradeView *view,
                      TlTokenRun         anchor,
                      TlFigureData      *data)
{
  TlSpan span;

  data->status = tl_figure_status_find (view, anchor, &span);
  tl_why_add (&data->why, TL_FIELD_STATUS, tl_span_is_empty (span) ? TL_HOW_DEFAULT : TL_HOW_STATED, span);
}

/*
 * tl_figure_future_check:
 * @reading: what was read of the text
 * @data: (inout): a figure with its period and status
 *
 * What is said of a time to come has not happened.
 */
void
tl_figure_future_check (const TlReading *reading,
                        TlFigureData    *data)
{
  const TlReason *period = tl_why_find (&data->why, TL_FIELD_PERIOD);

  if (data->status != TL_STATUS_REPORTED || !tl_date_is_set (reading->published) ||
      !tl_date_is_set (data->start) || data->start.year <= reading->published.year)
    return;
  data->status = TL_STATUS_FORECAST;
  tl_why_drop (&data->why, TL_FIELD_STATUS);
  tl_why_add_from (&data->why, TL_FIELD_STATUS, TL_HOW_FUTURE,
                   period != NULL ? period->span : (TlSpan) { 0, 0 }, reading->published);
}
