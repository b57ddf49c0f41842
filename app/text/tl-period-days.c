/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The days of months, and of parts of periods.
 *
 * "Early" is the first half, "late" and "the end of" the second, "mid" the half between
 * them: of a year its first six months, its last, and April to September; of a month the
 * days up to the 15th, those behind it, and the 10th to the 20th.  A week is from Monday to
 * Sunday and belongs to where its Thursday is.
 */

#include "tl-period-private.h"

#define DAYS_OF_WEEK 7
#define THURSDAY 4
#define SATURDAY 6

/* Of a month. */
#define LAST_EARLY_DAY 15
#define FIRST_MID_DAY 10
#define LAST_MID_DAY 20

/*
 * tl_period_set_months:
 * @period: a period
 * @year: the year of its first month; 0 leaves it without one
 * @month: its first month
 * @n_months: how many
 *
 * Sets a period's first and last day.
 */
void
tl_period_set_months (TlPeriod *period,
                      int       year,
                      int       month,
                      int       n_months)
{
  int last = year * TL_MONTHS_OF_YEAR + month - 1 + n_months - 1;
  int last_year = last / TL_MONTHS_OF_YEAR, last_month = last % TL_MONTHS_OF_YEAR + 1;

  if (year < 1 || last_year > 9999)
    {
      period->start = (TlDate) { 0, (guint8) month, 0 };
      period->end = (TlDate) { 0, (guint8) ((month + n_months - 2) % TL_MONTHS_OF_YEAR + 1), 0 };
      return;
    }
  period->start = (TlDate) { (gint16) year, (guint8) month, 1 };
  period->end = (TlDate) { (gint16) last_year, (guint8) last_month,
                           (guint8) tl_date_days_in_month (last_year, (guint) last_month) };
}

static int
count_months (const TlPeriod *period)
{
  return (period->end.year - period->start.year) * TL_MONTHS_OF_YEAR + period->end.month - period->start.month + 1;
}

/* The days of a month, or of a week or a quarter. */
static void
halve_days (CutKind   kind,
            TlPeriod *period)
{
  TlDate start = period->start;
  int n_days = tl_date_days_between (start, period->end) + 1;

  if (start.day == 1 && count_months (period) == 1)
    {
      if (kind != CUT_EARLY)
        period->start.day = kind == CUT_LATE ? LAST_EARLY_DAY + 1 : FIRST_MID_DAY;
      if (kind != CUT_LATE)
        period->end.day = kind == CUT_EARLY ? LAST_EARLY_DAY : LAST_MID_DAY;
      return;
    }
  if (kind == CUT_EARLY)
    period->end = tl_date_add_days (start, n_days / 2 - 1);
  else if (kind == CUT_LATE)
    period->start = tl_date_add_days (start, n_days / 2);
  else
    {
      period->start = tl_date_add_days (start, n_days / 4);
      period->end = tl_date_add_days (start, 3 * n_days / 4 - 1);
    }
}

/* The first half, the second, or the one between them. */
static void
halve (CutKind   kind,
       TlPeriod *period)
{
  int n_months = count_months (period);
  int year = period->start.year, month = period->start.month;
  int skip = kind == CUT_EARLY ? 0 : kind == CUT_LATE ? n_months / 2 : n_months / 4;

  if (period->start.day != 1 || n_months % (kind == CUT_MID ? 4 : 2) != 0)
    {
      halve_days (kind, period);
      return;
    }
  month += skip - 1;
  tl_period_set_months (period, year + month / TL_MONTHS_OF_YEAR, month % TL_MONTHS_OF_YEAR + 1, n_months / 2);
}

/* The first or last day of that name in a period. */
static TlDate
find_weekday (const TlPeriod *period,
              int             weekday,
              gboolean        is_last)
{
  TlDate edge = is_last ? period->end : period->start;
  int away = weekday - tl_date_get_weekday (edge);

  if (is_last ? away > 0 : away < 0)
    away += is_last ? -DAYS_OF_WEEK : DAYS_OF_WEEK;
  return tl_date_add_days (edge, away);
}

/* "The second week", "the last Friday", "the first day" of a period. */
static void
take_nth (const Cut *cut,
          TlPeriod  *period)
{
  gboolean is_last = cut->n == -1;
  int skip = is_last ? 0 : cut->n - 1;
  TlDate day;

  if (cut->step == UNIT_WEEK)
    {
      day = tl_date_add_days (find_weekday (period, THURSDAY, is_last), skip * DAYS_OF_WEEK + 1 - THURSDAY);
      period->start = day;
      period->end = tl_date_add_days (day, DAYS_OF_WEEK - 1);
      return;
    }
  if (cut->step == UNIT_WEEKEND || cut->weekday != 0)
    day = tl_date_add_days (find_weekday (period, cut->weekday != 0 ? cut->weekday : SATURDAY, is_last),
                            skip * DAYS_OF_WEEK);
  else
    day = is_last ? period->end : tl_date_add_days (period->start, skip);
  period->start = day;
  period->end = cut->step == UNIT_WEEKEND ? tl_date_add_days (day, 1) : day;
}

/* So many days, weeks or months up to the end of a period. */
static void
take_until (const Cut *cut,
            TlPeriod  *period)
{
  int n_months = cut->n * tl_period_months_of (cut->step);
  int n_days = cut->n * (cut->step == UNIT_WEEK ? DAYS_OF_WEEK : 1);
  TlDate behind = tl_date_add_days (period->end, 1);

  if (behind.year * TL_MONTHS_OF_YEAR <= n_months)
    return;
  period->start = n_months > 0 ? tl_date_add_months (behind, -n_months) : tl_date_add_days (behind, -n_days);
}

/*
 * tl_period_cut:
 * @cut: what part of a period is meant
 * @published: the day of the article
 * @period: (inout): the period, its days known
 *
 * Leaves of a period the part that is meant.
 */
void
tl_period_cut (const Cut *cut,
               TlDate     published,
               TlPeriod  *period)
{
  int n_days = cut->n * (cut->step == UNIT_WEEK ? DAYS_OF_WEEK : 1);

  if (period->start.day == 0 || period->end.day == 0 || period->start.year < 2 || period->end.year > 9990)
    return;
  switch (cut->kind)
    {
    case CUT_EARLY:
    case CUT_MID:
    case CUT_LATE:
      halve (cut->kind, period);
      break;
    case CUT_REST:
      if (published.day != 0 && tl_date_compare (published, period->start) >= 0 &&
          tl_date_compare (published, period->end) < 0)
        period->start = tl_date_add_days (published, 1);
      break;
    case CUT_SO_FAR:
      if (published.day != 0 && tl_date_compare (published, period->start) >= 0 &&
          tl_date_compare (published, period->end) < 0)
        period->end = published;
      break;
    case CUT_NTH:
      take_nth (cut, period);
      break;
    case CUT_FIRST:
      period->end = tl_date_add_days (period->start, n_days - 1);
      break;
    case CUT_LAST:
      period->start = tl_date_add_days (period->end, 1 - n_days);
      break;
    case CUT_WEEK_OF:
      period->start = tl_date_add_days (period->start, 1 - tl_date_get_weekday (period->start));
      period->end = tl_date_add_days (period->start, DAYS_OF_WEEK - 1);
      break;
    case CUT_UNTIL:
      take_until (cut, period);
      break;
    case CUT_NONE:
    default:
      break;
    }
}
