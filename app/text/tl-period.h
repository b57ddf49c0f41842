/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"
#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlPeriodUnit:
 * @TL_PERIOD_DAY: a day, "23 November", "Friday", or some: "4-22 June", "last week", "early May"
 * @TL_PERIOD_MONTHS: a month or several, "January-September 2017", "nine months"
 * @TL_PERIOD_QUARTER: "the first quarter of 2021", "Q1"
 * @TL_PERIOD_HALF: "the first half of 2019"
 * @TL_PERIOD_YEAR: "2016", "last year", a fiscal year
 * @TL_PERIOD_YEARS: several years, "2018-2024", "over the past five years", "the 1990s"
 * @TL_PERIOD_REFERENCE: another period's counterpart, "the same period", "a year earlier"
 */
typedef enum
{
  TL_PERIOD_DAY,
  TL_PERIOD_MONTHS,
  TL_PERIOD_QUARTER,
  TL_PERIOD_HALF,
  TL_PERIOD_YEAR,
  TL_PERIOD_YEARS,
  TL_PERIOD_REFERENCE,
} TlPeriodUnit;

/**
 * TlPeriod:
 * @span: the words that name it ("January-September 2017")
 * @first_token: index of its first token
 * @end_token: index after its last token
 * @unit: what is named
 * @start: its first day; where the year is not known a month, or a month and a day,
 *   without one, and not set at all when the text and the article's date tell nothing
 * @end: its last day, likewise; of "since 2014" the day of the article
 * @whole_start: where @start and @end are only a part of what is named, as of "late 2016", the
 *   first day of the whole; else @start
 * @whole_end: the last day of the whole; else @end
 * @is_relative: it was counted from the article's date ("last year", a month without a year)
 * @is_prospective: words beside it speak of what is to come ("by 2030", "next year")
 * @is_vague: its days are no more than likely: "the past few years", "a year earlier" of nothing
 *   that was named, "early this year" while the year lasts
 * @is_fiscal: it is counted in fiscal years, which begin as those of a country do
 * @anchor: the words of the period that it was counted from ("a year earlier") or has its year
 *   from (a month without a year); empty where no period of the text told it
 *
 * A date or a period that a text names.
 */
typedef struct
{
  TlSpan       span;
  guint32      first_token;
  guint32      end_token;
  TlPeriodUnit unit;
  TlDate       start;
  TlDate       end;
  TlDate       whole_start;
  TlDate       whole_end;
  gboolean     is_relative;
  gboolean     is_prospective;
  gboolean     is_vague;
  gboolean     is_fiscal;
  TlSpan       anchor;
} TlPeriod;

/**
 * TlPeriodMentions:
 *
 * The words of a text that name dates and periods.  Which days these are depends on when and
 * where the text was published, and may be asked more than once.
 */
typedef struct _TlPeriodMentions TlPeriodMentions;

TlPeriodMentions *tl_period_mentions_new     (TlText                 *text);
void              tl_period_mentions_free    (TlPeriodMentions       *self);
GArray           *tl_period_mentions_resolve (const TlPeriodMentions *self,
                                              TlDate                  published,
                                              const char             *home);
GArray           *tl_periods_find            (TlText                 *text,
                                              TlDate                  published);
GArray           *tl_periods_find_at_home    (TlText                 *text,
                                              TlDate                  published,
                                              const char             *home);
void              tl_period_get_months       (const TlPeriod         *self,
                                              TlDate                 *first,
                                              TlDate                 *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPeriodMentions, tl_period_mentions_free)

G_END_DECLS
