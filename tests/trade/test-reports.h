/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "tl-report.h"

/* Reports for tests, from one line each: "2016 419.1m", "2017-01..2017-09 500m about
 * article=3".  What is not said is: a reported, exact turnover of Belarus and Kazakhstan in
 * US dollars, national. */

static inline double
read_test_value (const char *word)
{
  char *end;
  double value = g_ascii_strtod (word, &end);

  if (*end == 'k')
    return value * 1e3;
  if (*end == 'm')
    return value * 1e6;
  if (*end == 'b')
    return value * 1e9;
  return value;
}

static inline void
read_test_period (TlFigureData *data,
                  const char   *word)
{
  const char *dots = strstr (word, "..");
  g_autofree char *first = dots != NULL ? g_strndup (word, (gsize) (dots - word)) : g_strdup (word);

  data->start = tl_date_from_string (first);
  data->end = tl_date_from_string (dots != NULL ? dots + 2 : first);
  g_assert_true (tl_date_is_set (data->start) && tl_date_is_set (data->end));
  if (data->start.month == 0)
    data->start.month = 1;
  if (data->end.month == 0)
    data->end.month = 12;
}

static inline gboolean
read_test_setting (TlFigureData *data,
                   const char   *key,
                   const char   *value)
{
  if (g_str_equal (key, "value"))
    data->value = read_test_value (value);
  else if (g_str_equal (key, "high"))
    data->high = read_test_value (value);
  else if (g_str_equal (key, "change"))
    {
      data->change_kind = TL_CHANGE_PERCENT;
      data->change = g_ascii_strtod (value, NULL);
    }
  else if (g_str_equal (key, "against"))
    data->change_against = atoi (value);
  else if (g_str_equal (key, "currency"))
    g_strlcpy (data->currency, value, sizeof data->currency);
  else if (g_str_equal (key, "first"))
    g_strlcpy (data->partners[0], value, TL_PARTNER_SIZE);
  else if (g_str_equal (key, "second"))
    g_strlcpy (data->partners[1], value, TL_PARTNER_SIZE);
  else
    return FALSE;
  return TRUE;
}

static inline TlReport *
make_test_report (const char *line)
{
  static const char *const publishers[] = { "Kazinform", "Belta", "The Herald", "Trade Daily", NULL };
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr(TlFigure) figure = NULL;
  g_autofree char *title = NULL;
  g_autofree char *url = NULL;
  TlFigureData data;
  int article = 1;
  TlDate published = { 2017, 3, 16 };
  g_autoptr(TlReport) report = NULL;
  const char *quote = line;
  int story = 0;
  gboolean is_confirmed = FALSE;

  tl_figure_data_init (&data);
  g_strlcpy (data.partners[0], "BY", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  g_strlcpy (data.currency, "USD", sizeof data.currency);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');

      if (tl_precision_from_string (words[i], &data.precision) ||
          tl_status_from_string (words[i], &data.status) ||
          tl_flow_from_string (words[i], &data.flow) ||
          tl_scope_from_string (words[i], &data.scope))
        continue;
      if (equals == NULL && strlen (words[i]) >= 4 && g_ascii_isdigit (words[i][3]) &&
          tl_date_is_set (tl_date_from_string (words[i])))
        read_test_period (&data, words[i]);
      else if (g_str_equal (words[i], "confirmed"))
        is_confirmed = TRUE;
      else if (equals == NULL && strstr (words[i], "..") != NULL)
        read_test_period (&data, words[i]);
      else if (equals == NULL)
        data.value = read_test_value (words[i]);
      else
        {
          *equals = '\0';
          if (g_str_equal (words[i], "article"))
            article = atoi (equals + 1);
          else if (g_str_equal (words[i], "story"))
            story = atoi (equals + 1);
          else if (g_str_equal (words[i], "quote"))
            quote = equals + 1;
          else if (g_str_equal (words[i], "published"))
            published = tl_date_from_string (equals + 1);
          else if (!read_test_setting (&data, words[i], equals + 1))
            g_error ("A test's report has an unknown word: %s", words[i]);
        }
    }

  figure = tl_figure_new (&data, quote, line, NULL);
  title = g_strdup_printf ("Two countries look back on a year of trade, part %d", article);
  url = g_strdup_printf ("https://example.org/articles/%d", article);
  report = tl_report_new (figure, article, title, publishers[article % 4], published, url);
  if (is_confirmed)
    {
      g_autoptr(TlReport) unconfirmed = g_steal_pointer (&report);

      report = tl_report_new_confirmed (unconfirmed);
    }
  return story != 0 ? tl_report_new_in_story (report, story) : g_steal_pointer (&report);
}

static inline GPtrArray *
make_test_reports (const char *const *lines)
{
  GPtrArray *reports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (reports, make_test_report (lines[i]));
  return reports;
}

/* The story that the first five articles tell of Belarus and Kazakhstan. */
static const char *const test_story_lines[] = {
  "2017-01..2017-09 500m about article=1 published=2017-11-23",
  "2014 1b below article=1 published=2017-11-23",
  "2018 1b below forecast article=1 published=2017-11-23",
  "2014 1.1b article=2 published=2016-12-08",
  "2016 below change=-30 article=3 published=2017-03-16",
  "2016 419.1m article=3 published=2017-03-16",
  "value=1b currency= below article=4 published=2016-12-13",
  "2016-01..2016-09 40m regional first=BY-BR article=4 published=2016-12-13",
  "2016-01..2016-09 38.5m exports regional first=BY-BR article=4 published=2016-12-13",
  NULL
};
