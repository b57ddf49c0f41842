/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "tl-amount.h"
#include "tl-date.h"
#include "tl-span.h"
#include "tl-why.h"

G_BEGIN_DECLS

/**
 * TlFlow:
 * @TL_FLOW_TURNOVER: both directions together
 * @TL_FLOW_EXPORTS: from the first partner to the second; imports are mirrored into it
 * @TL_FLOW_BALANCE: the surplus of the first partner over the second
 */
typedef enum
{
  TL_FLOW_TURNOVER,
  TL_FLOW_EXPORTS,
  TL_FLOW_BALANCE,
} TlFlow;

/**
 * TlScope:
 * @TL_SCOPE_NATIONAL: country with country
 * @TL_SCOPE_REGIONAL: either side is a part of a country
 * @TL_SCOPE_BLOC: either side is a group of countries, or the world
 * @TL_SCOPE_SECTOR: country with country, but some goods or services only
 */
typedef enum
{
  TL_SCOPE_NATIONAL,
  TL_SCOPE_REGIONAL,
  TL_SCOPE_BLOC,
  TL_SCOPE_SECTOR,
} TlScope;

/**
 * TlStatus:
 * @TL_STATUS_REPORTED: it happened
 * @TL_STATUS_TARGET: a goal, plan or task
 * @TL_STATUS_FORECAST: it is expected
 * @TL_STATUS_POTENTIAL: it could be, under some condition
 */
typedef enum
{
  TL_STATUS_REPORTED,
  TL_STATUS_TARGET,
  TL_STATUS_FORECAST,
  TL_STATUS_POTENTIAL,
} TlStatus;

/**
 * TlChangeKind:
 * @TL_CHANGE_NONE: no change is stated
 * @TL_CHANGE_PERCENT: a size, in per cent
 * @TL_CHANGE_UP: it grew, no size is stated
 * @TL_CHANGE_DOWN: it shrank, no size is stated
 * @TL_CHANGE_FLAT: it stayed as it was
 */
typedef enum
{
  TL_CHANGE_NONE,
  TL_CHANGE_PERCENT,
  TL_CHANGE_UP,
  TL_CHANGE_DOWN,
  TL_CHANGE_FLAT,
} TlChangeKind;

/**
 * TlReview:
 * @TL_REVIEW_OPEN: nothing: it is as it was read
 * @TL_REVIEW_CONFIRMED: that it is right
 * @TL_REVIEW_EDITED: what it is instead of what was read
 * @TL_REVIEW_ADDED: that it is there, which the program did not see
 *
 * What a person said of a figure.
 */
typedef enum
{
  TL_REVIEW_OPEN,
  TL_REVIEW_CONFIRMED,
  TL_REVIEW_EDITED,
  TL_REVIEW_ADDED,
} TlReview;

/* What a change is counted against: a named year, or one of these. */
#define TL_AGAINST_PREVIOUS_YEAR   0
#define TL_AGAINST_PREVIOUS_PERIOD (-1)

/* Trade outside of these years is a misreading, and would stretch an axis over centuries. */
#define TL_FIRST_YEAR 1900
#define TL_LAST_YEAR  2100

/* Room for a partner's code, "BY", "BY-BR", "EAEU", or a region's name. */
#define TL_PARTNER_SIZE 48

/**
 * TlFigureData:
 *
 * The fields of a figure, as the corpus's guideline defines them; see #TlFigure.
 *
 * @quote: the run of the text that carries the amount or the change
 * @sentence: the sentence that holds it
 * @flow: which flow
 * @partners: two codes; the exporter, or the side with the surplus, first;
 *   for turnover in alphabetical order
 * @scope: whose trade it is
 * @start: first month of the period, not set when there is none
 * @end: last month of the period
 * @value: in units of the currency, NAN when only a change is stated; of a range the low end
 * @high: the high end of a range, else NAN
 * @currency: ISO 4217, "" where none is named
 * @precision: how exact the writer is
 * @status: whether it happened
 * @change_kind: what is said of a change
 * @change: per cent, signed, with %TL_CHANGE_PERCENT
 * @change_against: a year, or %TL_AGAINST_PREVIOUS_YEAR, %TL_AGAINST_PREVIOUS_PERIOD
 * @why: why it was read so; nothing where that is not known
 */
typedef struct
{
  TlSpan       quote;
  TlSpan       sentence;
  TlFlow       flow;
  TlScope      scope;
  char         partners[2][TL_PARTNER_SIZE];
  TlDate       start;
  TlDate       end;
  double       value;
  double       high;
  char         currency[4];
  TlPrecision  precision;
  TlStatus     status;
  TlChangeKind change_kind;
  double       change;
  int          change_against;
  TlWhy        why;
} TlFigureData;

#define TL_TYPE_FIGURE (tl_figure_get_type ())
G_DECLARE_FINAL_TYPE (TlFigure, tl_figure, TL, FIGURE, GObject)

TlFigure           *tl_figure_new          (const TlFigureData *data,
                                            const char         *quote,
                                            const char         *sentence,
                                            const char         *speaker);
TlFigure           *tl_figure_new_reviewed (TlFigure           *self,
                                            TlReview            review,
                                            TlFigure           *read);
const TlFigureData *tl_figure_get_data     (TlFigure           *self);
TlReview            tl_figure_get_review   (TlFigure           *self);
TlFigure           *tl_figure_get_read     (TlFigure           *self);
char               *tl_figure_dup_key      (TlFigure           *self);
const char         *tl_figure_get_quote    (TlFigure           *self);
const char         *tl_figure_get_sentence (TlFigure           *self);
const char         *tl_figure_get_speaker  (TlFigure           *self);
gboolean            tl_figure_has_value    (TlFigure           *self);
gboolean            tl_figure_is_full_year (TlFigure           *self);
gboolean            tl_figure_is_complete  (TlFigure           *self);
gboolean            tl_figure_is_chartable (TlFigure           *self);
char               *tl_figure_dup_value_label  (TlFigure       *self);
char               *tl_figure_dup_change_label (TlFigure       *self);
char               *tl_figure_dup_period_label (TlFigure       *self);
void                tl_figure_data_init    (TlFigureData       *data);

const char *tl_flow_to_string     (TlFlow       flow);
gboolean    tl_flow_from_string   (const char  *string,
                                   TlFlow      *flow);
const char *tl_scope_to_string    (TlScope      scope);
gboolean    tl_scope_from_string  (const char  *string,
                                   TlScope     *scope);
const char *tl_status_to_string   (TlStatus     status);
gboolean    tl_status_from_string (const char  *string,
                                   TlStatus    *status);

G_END_DECLS
