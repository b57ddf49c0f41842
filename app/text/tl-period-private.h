/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-lexicon.h"
#include "tl-period.h"

G_BEGIN_DECLS

/* What a word of the group [period-words] is, see there. */
typedef enum
{
  TERM_NONE,
  TERM_MONTH,
  TERM_WEAK_MONTH,
  TERM_WEEKDAY,
  TERM_ORDINAL,
  TERM_CARDINAL,
  TERM_UNIT,
  TERM_UNITS,
  TERM_SHIFT,
  TERM_SAME,
  TERM_REFERENCE,
  TERM_QUARTER,
  TERM_HALF,
  TERM_MONTHS,
  TERM_DAY,
  TERM_TO_DATE,
  TERM_YEAR_END,
  TERM_FISCAL,
  TERM_AGO,
  TERM_EARLIER,
} TermKind;

typedef enum
{
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_HALF,
  UNIT_YEAR,
  UNIT_DECADE,
  UNIT_PERIOD,
} Unit;

typedef struct
{
  TermKind kind;
  int      value;               /* of units a Unit */
  guint    end;                 /* index after its last token */
} Term;

/* Where the year of a mention comes from. */
typedef enum
{
  YEAR_UNKNOWN,                 /* not said */
  YEAR_NAMED,
  YEAR_SHIFTED,                 /* "last year": from the article's date */
  YEAR_ANCHORED,                /* "the previous year": from the period named before */
  YEAR_CURRENT,                 /* "the year" */
} YearKind;

typedef struct
{
  YearKind kind;
  int      value;               /* the year or the shift */
  int      last;                /* of several years the last, else 0 */
  gboolean is_fiscal;
} YearSpec;

typedef enum
{
  SHAPE_DAY,                    /* month and day to last_month and last_day */
  SHAPE_DAY_SHIFT,              /* "yesterday": n */
  SHAPE_WEEKDAY,                /* n; shift where has_shift */
  SHAPE_MONTHS,                 /* month to last_month; shift where has_shift ("last December") */
  SHAPE_MONTHS_UNTIL,           /* n months up to last_month */
  SHAPE_YEAR,
  SHAPE_YEARS,
  SHAPE_SHIFTED,                /* "last month": step and n */
  SHAPE_TRAIL,                  /* "past five years", "next ten months": n of step, before or after */
  SHAPE_TO_DATE,
  SHAPE_COUNTERPART,            /* "a year earlier": n months; "the same period of 2016": year */
} Shape;

/**
 * Mention:
 *
 * A period as the words name it, before it is known which days these are.
 */
typedef struct
{
  guint        first;
  guint        end;
  Shape        shape;
  TlPeriodUnit unit;
  YearSpec     year;
  YearSpec     last_year;       /* of "November 2016 to March 2017" the second, else unknown */
  int          month;
  int          last_month;
  int          day;
  int          last_day;
  int          n;
  Unit         step;
  int          shift;
  gboolean     has_shift;
  gboolean     is_since;        /* "since" stands before it */
  gboolean     is_count;        /* a number of months from the beginning of the year */
  gboolean     has_names;       /* its months are named, so a fiscal year does not move them */
} Mention;

typedef struct
{
  TlPhrases *words;
  TlPhrases *prepositions;
  TlPhrases *to;
  TlPhrases *of;
  TlPhrases *years;
  TlPhrases *ends;
  TlPhrases *span_before;
  TlPhrases *prospective;
  TlPhrases *future;
  TlPhrases *year_kinds;
  TlPhrases *counted;
  TlPhrases *not_year;
  TlPhrases *magnitudes;
} PeriodGroups;

typedef struct
{
  TlText             *text;
  const char         *string;
  const TlToken      *tokens;
  guint               n_tokens;
  const PeriodGroups *groups;
} PeriodReader;

#define TL_MONTHS_OF_YEAR 12

/* What is known while the mentions of a text are given their days, in order. */
typedef struct
{
  const PeriodReader *reader;
  TlDate              published;
  int                 context_year;      /* of the last period whose year is known, 0 for none */
  guint               context_sentence;
  gboolean            context_is_fiscal;
  int                 month_years[TL_MONTHS_OF_YEAR + 1]; /* found for months without a year */
  int                 fiscal_start;      /* -1 until it is asked for */
  gboolean            is_named_by_start;
  const TlPeriod     *last;              /* the last period that may be an anchor, NULL for none */
} PeriodResolver;

/* tl-period-terms.c */
void     tl_period_reader_init           (PeriodReader         *self,
                                          TlText               *text);
Term     tl_period_term_at               (const PeriodReader   *self,
                                          guint                 token);
gboolean tl_period_is                    (const PeriodReader   *self,
                                          guint                 token,
                                          const char           *word);
gboolean tl_period_is_attached           (const PeriodReader   *self,
                                          guint                 token);
gboolean tl_period_is_dash               (const PeriodReader   *self,
                                          guint                 token);
gboolean tl_period_is_behind             (const PeriodReader   *self,
                                          TlPhrases            *group,
                                          guint                 token);
guint    tl_period_skip_hyphen           (const PeriodReader   *self,
                                          guint                 token);
int      tl_period_read_integer          (const PeriodReader   *self,
                                          guint                 token,
                                          guint                 max_digits);
int      tl_period_read_year             (const PeriodReader   *self,
                                          guint                 token);
gboolean tl_period_read_years            (const PeriodReader   *self,
                                          guint                 token,
                                          YearSpec             *years,
                                          guint                *end);
gboolean tl_period_read_year_spec        (const PeriodReader   *self,
                                          guint                 token,
                                          YearSpec             *year,
                                          guint                *end);
gboolean tl_period_read_fiscal           (const PeriodReader   *self,
                                          guint                 token,
                                          YearSpec             *year,
                                          guint                *end);

/* tl-period-dates.c */
gboolean tl_period_read_date             (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_month            (const PeriodReader   *self,
                                          guint                 token,
                                          const Term           *term,
                                          Mention              *mention);

/* tl-period-parts.c */
void     tl_period_set_mention           (Mention              *mention,
                                          guint                 end,
                                          TlPeriodUnit          unit,
                                          int                   month,
                                          int                   last_month);
void     tl_period_read_year_behind      (const PeriodReader   *self,
                                          Mention              *mention);
int      tl_period_read_count            (const PeriodReader   *self,
                                          guint                 token,
                                          guint                *end);
int      tl_period_months_of             (int                   unit);
gboolean tl_period_read_part             (const PeriodReader   *self,
                                          int                   ordinal,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_until            (const PeriodReader   *self,
                                          guint                 token,
                                          int                   n_months,
                                          Mention              *mention);
gboolean tl_period_read_counted          (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_notation         (const PeriodReader   *self,
                                          const Term           *term,
                                          Mention              *mention);

/* tl-period-years.c */
gboolean tl_period_read_decade           (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_iso_month        (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_bare_years       (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);

/* tl-period-parser.c */
gboolean tl_period_read_mention          (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);

/* tl-period-guess.c */
guint    tl_period_sentence_of           (const PeriodReader   *reader,
                                          const Mention        *mention);
TlDate   tl_period_latest_day            (TlDate                date);
gboolean tl_period_is_future             (const PeriodResolver *self,
                                          const Mention        *mention);
int      tl_period_year_of               (PeriodResolver       *self,
                                          const Mention        *mention,
                                          const YearSpec       *year);
int      tl_period_year_of_shifted_month (const PeriodResolver *self,
                                          const Mention        *mention);
int      tl_period_guess_year_of_day     (const PeriodResolver *self,
                                          const Mention        *mention);
int      tl_period_fiscal_year_begin     (PeriodResolver       *self,
                                          const YearSpec       *year);

/* tl-period-fiscal.c */
int      tl_period_fiscal_start          (TlText               *text,
                                          gboolean             *is_named_by_start);

/* tl-period-anchors.c */
void     tl_period_resolve_anchored      (const Mention        *mention,
                                          const TlPeriod       *anchor,
                                          TlDate                published,
                                          TlPeriod             *period);

/* tl-period-resolve.c */
void     tl_period_set_months            (TlPeriod             *period,
                                          int                   year,
                                          int                   month,
                                          int                   n_months);
GArray  *tl_period_resolve               (const PeriodReader   *self,
                                          GArray               *mentions,
                                          TlDate                published);

G_END_DECLS
