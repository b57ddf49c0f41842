/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Dates and periods, kind by kind: the words that are found and the days that they mean.
 *
 * A case is the day of the article (NULL for NEWS_DAY), the text and what is found in it:
 * "words = days", apart by " | ".  Whole years and months are written short: "2016" is
 * January to December, "2016-01..2016-09" the first of January to the thirtieth of
 * September.  "?" is what cannot be known.
 */

#include "tl-period.h"

#include <string.h>

/* A Thursday. */
#define NEWS_DAY "2017-11-23"

typedef struct
{
  const char *published;
  const char *text;
  const char *periods;
} PeriodCase;

#include "periods/days.h"
#include "periods/fiscal.h"
#include "periods/months.h"
#include "periods/none.h"
#include "periods/parts.h"
#include "periods/relative.h"
#include "periods/years.h"

static gboolean
is_whole_months (const TlPeriod *period)
{
  return period->start.day == 1 && period->end.day == tl_date_days_in_month (period->end.year, period->end.month);
}

/* "2016", "2016-04", "2017-01..2017-09", "1987-06-04..1987-06-22", "?" */
static char *
describe_days (const TlPeriod *period)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  TlDate from = period->start, to = period->end;

  if (!tl_date_is_set (from) || !tl_date_is_set (to))
    return g_strdup ("?");
  if (is_whole_months (period))
    {
      from.day = to.day = 0;
      if (from.month == 1 && to.month == 12)
        from.month = to.month = 0;
    }
  start = tl_date_to_string (from);
  end = tl_date_to_string (to);
  return g_str_equal (start, end) ? g_steal_pointer (&start) : g_strdup_printf ("%s..%s", start, end);
}

static char *
describe (const char *published,
          const char *string)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(GArray) periods = tl_periods_find (text, tl_date_from_string (published != NULL ? published : NEWS_DAY));
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const TlPeriod *period = &g_array_index (periods, TlPeriod, i);
      g_autofree char *span = tl_text_dup_span (text, period->span);
      g_autofree char *days = describe_days (period);

      g_string_append_printf (description, "%s%s = %s", i > 0 ? " | " : "", span, days);
    }
  return g_string_free (description, FALSE);
}

typedef struct
{
  const PeriodCase *cases;
  guint             n_cases;
} Kind;

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;

  for (guint i = 0; i < kind->n_cases; i++)
    {
      g_autofree char *found = describe (kind->cases[i].published, kind->cases[i].text);

      g_test_message ("%s", kind->cases[i].text);
      g_assert_cmpstr (found, ==, kind->cases[i].periods);
    }
}

static void
test_none (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_cases); i++)
    {
      g_autofree char *found = describe (NULL, no_cases[i]);

      g_test_message ("%s", no_cases[i]);
      g_assert_cmpstr (found, ==, "");
    }
}

int
main (int    argc,
      char **argv)
{
#define KIND(name, cases) { "/text/period/" name, { cases, G_N_ELEMENTS (cases) } }
  static const struct { const char *path; Kind kind; } kinds[] = {
    KIND ("year", year_cases), KIND ("years", years_cases), KIND ("decade", decade_cases),
    KIND ("month", month_cases), KIND ("months", months_cases), KIND ("counted", counted_cases),
    KIND ("quarter", quarter_cases), KIND ("half", half_cases), KIND ("season", season_cases),
    KIND ("edge", edge_cases), KIND ("relative", relative_cases), KIND ("trail", trail_cases),
    KIND ("reference", reference_cases), KIND ("day", day_cases), KIND ("days", days_cases),
    KIND ("weekday", weekday_cases), KIND ("week", week_cases), KIND ("fiscal", fiscal_cases),
    KIND ("calendar", calendar_cases),
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, &kinds[i].kind, test_kind);
  g_test_add_func ("/text/period/none", test_none);
  return g_test_run ();
}
