/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-lexicon.h"
#include "tl-period.h"
#include "tl-phrase-marks.h"

G_BEGIN_DECLS

/* What a word of the group [period-words] is, see there. */
typedef enum
{
  TERM_NONE,
  TERM_MONTH,
  TERM_WEAK_MONTH,
  TERM_NAME_MONTH,
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
  TERM_PERSIAN,
  TERM_AGO,
  TERM_EARLIER,
  TERM_LATER,
  TERM_EDGE,
  TERM_SEASON,
  TERM_DECADE,
  TERM_WEAK_WEEKDAY,
  TERM_VAGUE,
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
  UNIT_WEEKEND,
  UNIT_CENTURY,
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
  gboolean is_split;            /* "2021-22": the last is the next one */
  gboolean is_persian;          /* of the Iranian calendar; fiscal as well */
  int      start;               /* of a marketing year the month in which it begins, else 0 */
} YearSpec;

typedef enum
{
  SHAPE_DAY,                    /* month and day to last_month and last_day */
  SHAPE_DAY_SHIFT,              /* "yesterday": n */
  SHAPE_WEEKDAY,                /* n; shift where has_shift */
  SHAPE_MONTHS,                 /* month to last_month; shift where has_shift ("last December") */
  SHAPE_YEAR,
  SHAPE_YEARS,
  SHAPE_SHIFTED,                /* "last month": step and n */
  SHAPE_TRAIL,                  /* "past five years", "next ten months": n of step, before or after */
  SHAPE_TO_DATE,                /* "month to date": step */
  SHAPE_MONTH_DAY,              /* "the 12th" of the month that is, or was: day */
  SHAPE_COUNTERPART,            /* "a year earlier": n months; "the same period of 2016": year */
} Shape;

/* What of a period is meant, counted in days once they are known. */
typedef enum
{
  CUT_NONE,
  CUT_EARLY,                    /* the first half */
  CUT_MID,                      /* the half in the middle */
  CUT_LATE,                     /* the second half */
  CUT_REST,                     /* what comes after the article's date */
  CUT_SO_FAR,                   /* up to the article's date */
  CUT_NTH,                      /* "the first week of May", "the last Friday of May": n-th of step */
  CUT_FIRST,                    /* "the first two weeks of May": n of step */
  CUT_LAST,
  CUT_WEEK_OF,                  /* "the week of 16 September" */
  CUT_UNTIL,                    /* "the year ended 31 March": n of step, up to its end */
} CutKind;

typedef struct
{
  CutKind kind;
  int     n;                    /* -1 for the last */
  Unit    step;
  int     weekday;              /* where step is a day: of the n-th */
} Cut;

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
  Cut          cut;
  gboolean     is_since;        /* "since" stands before it */
  gboolean     is_joined;       /* "from … to …": up to the end of the next mention */
  gboolean     is_vague;        /* "the past few years" */
  gboolean     is_range;        /* it has two ends: "4-22 June" */
  gboolean     is_season;
  guint        depth;           /* in how many others it stands: "the end of the week of …" */
  gboolean     is_count;        /* a number of months from the beginning of the year */
  gboolean     has_names;       /* its months are named, so a fiscal year does not move them */
} Mention;

typedef struct
{
  TlPhrases *words;
  TlPhraseMarks *beginnings;    /* of words */
  TlPhrases *prepositions;
  TlPhrases *to;
  TlPhrases *openings;
  TlPhrases *of;
  TlPhrases *years;
  TlPhrases *ends;
  TlPhrases *span_before;
  TlPhrases *prospective;
  TlPhrases *compared;
  TlPhrases *changed;
  TlPhrases *future;
  TlPhrases *to_come;
  TlPhrases *counted;
  TlPhrases *not_year;
  TlPhrases *year_cues;
  TlPhrases *count_before;
  TlPhrases *behind;
  TlPhrases *reported;
  TlPhrases *month_behind;
  TlPhrases *not_season;
  TlPhrases *games;
  TlPhrases *streets;
  TlPhrases *short_before;
  TlPhrases *fiscal_years;
  TlPhrases *calendars;
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

/* Whether a period may begin at a token: nearly all are turned away here. */
static inline gboolean
tl_period_may_begin (const PeriodReader *self,
                     guint               token)
{
  const TlToken *at = &self->tokens[token];

  switch (at->kind)
    {
    case TL_TOKEN_WORD:
      return tl_phrase_marks_at (self->groups->beginnings, self->text, token) != 0 ||
             ((at->flags & TL_TOKEN_CAPITALISED) != 0 && self->string[at->span.start] == 'F');
    case TL_TOKEN_NUMBER:
      return TRUE;
    case TL_TOKEN_PUNCTUATION:
      return tl_text_token_is (self->text, token, "'");
    default:
      return FALSE;
    }
}

static inline G_ALWAYS_INLINE gboolean
tl_period_is (const PeriodReader *self,
              guint               token,
              const char         *word)
{
  return tl_text_token_is (self->text, token, word);
}

#define TL_MONTHS_OF_YEAR 12

/* A number in between is a year wherever nothing speaks against it. */
#define TL_FIRST_YEAR 1900
#define TL_LAST_YEAR  2099

/* When the fiscal years of a country begin; month 0 where no country tells. */
typedef struct
{
  int      month;
  int      day;
  gboolean is_named_by_start;   /* one number names the year in which it begins */
  gboolean is_split;            /* "2021-22" is a fiscal year without the word */
} FiscalStart;

/* What is known while the mentions of a text are given their days, in order. */
typedef struct
{
  const PeriodReader *reader;
  const char         *home;              /* the country that the text is from, NULL where not known */
  TlDate              published;
  int                 context_year;      /* of the last period whose year is known, 0 for none */
  TlSpan              context;           /* the words of that period */
  guint               context_sentence;
  gboolean            context_is_fiscal;
  gboolean            context_is_said;   /* its year stands in the text */
  int                 month_years[TL_MONTHS_OF_YEAR + 1]; /* found for months without a year */
  FiscalStart         fiscal[2];         /* of the text, of its "2021-22"; found when asked for */
  gboolean            has_fiscal[2];
  const TlPeriod     *last;              /* the last period that may be an anchor, NULL for none */
  TlSpan              anchor;            /* the words that the mention in hand has its year from */
} PeriodResolver;

/* tl-period-terms.c */
void     tl_period_reader_init           (PeriodReader         *self,
                                          TlText               *text);
Term     tl_period_term_at               (const PeriodReader   *self,
                                          guint                 token);
gboolean tl_period_is_attached           (const PeriodReader   *self,
                                          guint                 token);
gboolean tl_period_is_dash               (const PeriodReader   *self,
                                          guint                 token);
gboolean tl_period_is_behind             (const PeriodReader   *self,
                                          TlPhrases            *group,
                                          guint                 token);
gboolean tl_period_is_beside             (const PeriodReader   *self,
                                          guint                 first,
                                          guint                 token);
gboolean tl_period_is_end                (const PeriodReader   *self,
                                          guint                 token);
guint    tl_period_skip_hyphen           (const PeriodReader   *self,
                                          guint                 token);
guint    tl_period_skip_the              (const PeriodReader   *self,
                                          guint                 token);

/* tl-period-numbers.c */
int      tl_period_read_integer          (const PeriodReader   *self,
                                          guint                 token,
                                          guint                 max_digits);
int      tl_period_read_year             (const PeriodReader   *self,
                                          guint                 token);
int      tl_period_full_year             (int                   year);
int      tl_period_read_short_year       (const PeriodReader   *self,
                                          guint                 token);
int      tl_period_read_count            (const PeriodReader   *self,
                                          guint                 token,
                                          guint                *end);
int      tl_period_read_ordinal          (const PeriodReader   *self,
                                          guint                 token,
                                          guint                *end);

/* tl-period-years.c */
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
gboolean tl_period_is_month              (const Term           *term);
gboolean tl_period_read_date             (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_day_last         (const PeriodReader   *self,
                                          const Term           *month,
                                          Mention              *mention);

/* tl-period-months.c */
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
int      tl_period_months_of             (int                   unit);
gboolean tl_period_read_part             (const PeriodReader   *self,
                                          int                   ordinal,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_counted          (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);

/* tl-period-notation.c */
gboolean tl_period_read_notation         (const PeriodReader   *self,
                                          const Term           *term,
                                          Mention              *mention);
gboolean tl_period_read_glued_notation   (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);

/* tl-period-cuts.c */
gboolean tl_period_read_cut              (const PeriodReader   *self,
                                          int                   ordinal,
                                          int                   n,
                                          const Term           *unit,
                                          Mention              *mention);
gboolean tl_period_read_edge             (const PeriodReader   *self,
                                          const Term           *edge,
                                          Mention              *mention);
gboolean tl_period_read_week_of          (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_until            (const PeriodReader   *self,
                                          guint                 token,
                                          int                   n,
                                          int                   unit,
                                          Mention              *mention);

/* tl-period-weeks.c */
gboolean tl_period_read_weekday          (const PeriodReader   *self,
                                          const Term           *term,
                                          Mention              *mention);
gboolean tl_period_read_season           (const PeriodReader   *self,
                                          guint                 token,
                                          const Term           *term,
                                          Mention              *mention);

/* tl-period-bare.c */
gboolean tl_period_read_decade           (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_century          (const PeriodReader   *self,
                                          int                   ordinal,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_iso_month        (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_bare_short_year  (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);
gboolean tl_period_read_bare_years       (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);

/* tl-period-parser.c */
gboolean tl_period_set_shifted           (Mention              *mention,
                                          guint                 end,
                                          int                   shift,
                                          Unit                  unit);
gboolean tl_period_read_plain            (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *mention);

/* tl-period-ranges.c */
gboolean tl_period_read_mention          (const PeriodReader   *self,
                                          guint                 token,
                                          Mention              *first,
                                          Mention              *second);

/* tl-period-calendars.c */
void     tl_period_convert_calendars     (const PeriodReader   *self,
                                          GArray               *mentions);

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

/* tl-period-fiscal.c */
gboolean tl_period_is_fiscal             (PeriodResolver       *self,
                                          const Mention        *mention,
                                          const YearSpec       *year);
void     tl_period_resolve_fiscal        (PeriodResolver       *self,
                                          const Mention        *mention,
                                          const YearSpec       *year,
                                          TlPeriod             *period);
gboolean tl_period_resolve_fiscal_from   (PeriodResolver       *self,
                                          const Mention        *mention,
                                          const TlPeriod       *anchor,
                                          TlPeriod             *period);

/* tl-period-anchors.c */
void     tl_period_resolve_anchored      (const Mention        *mention,
                                          const TlPeriod       *anchor,
                                          TlDate                published,
                                          TlPeriod             *period);
void     tl_period_resolve_unanchored    (const Mention        *mention,
                                          TlDate                published,
                                          TlPeriod             *period);

/* tl-period-days.c */
void     tl_period_set_months            (TlPeriod             *period,
                                          int                   year,
                                          int                   month,
                                          int                   n_months);
void     tl_period_cut                   (const Cut            *cut,
                                          TlDate                published,
                                          TlPeriod             *period);

/* tl-period-sharing.c */
gboolean tl_period_is_listed             (const PeriodReader   *self,
                                          const Mention        *first,
                                          const Mention        *second);
void     tl_period_share_years           (const PeriodReader   *self,
                                          GArray               *mentions);
void     tl_period_join                  (const Mention        *first,
                                          TlPeriod             *period,
                                          TlPeriod             *second);

/* tl-period-relative.c */
void     tl_period_resolve_weekday       (const PeriodResolver *self,
                                          const Mention        *mention,
                                          TlPeriod             *period);
void     tl_period_resolve_month_day     (const PeriodResolver *self,
                                          const Mention        *mention,
                                          TlPeriod             *period);
void     tl_period_resolve_shifted       (const PeriodResolver *self,
                                          const Mention        *mention,
                                          TlPeriod             *period);
void     tl_period_resolve_trail         (const PeriodResolver *self,
                                          const Mention        *mention,
                                          TlPeriod             *period);
void     tl_period_resolve_to_date       (const PeriodResolver *self,
                                          const Mention        *mention,
                                          TlPeriod             *period);

/* tl-period-resolve.c */
GArray  *tl_period_resolve               (const PeriodReader   *self,
                                          GArray               *mentions,
                                          TlDate                published,
                                          const char           *home);

G_END_DECLS
