/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"

#include "tl-gazetteer.h"
#include "tl-recognizer.h"

#include <math.h>

/**
 * figure_fixture_read:
 * @string: a text
 * @published: (nullable): the day it was published
 * @home: (nullable): the country of its outlet
 *
 * Returns: (transfer full) (element-type TlFigure): its figures
 */
GPtrArray *
figure_fixture_read (const char *string,
                     const char *published,
                     const char *home)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  TlReading reading = { .text = text, .published = tl_date_from_string (published), .home = home };
  GPtrArray *figures;

  reading.amounts = tl_amounts_find (text);
  reading.periods = tl_periods_find (text, reading.published);
  reading.places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  reading.entities = tl_recognizer_find (text);
  figures = tl_figures_find (&reading);
  g_array_unref (reading.amounts);
  g_array_unref (reading.periods);
  g_array_unref (reading.places);
  g_ptr_array_unref (reading.entities);
  return figures;
}

/**
 * figure_fixture_has:
 * @figure: a figure
 * @field: a part of a figure
 *
 * Returns: whether it has one, so that there has to be a reason for it
 */
gboolean
figure_fixture_has (TlFigure *figure,
                    TlField   field)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  switch (field)
    {
    case TL_FIELD_AMOUNT:
      return isfinite (data->value);
    case TL_FIELD_CHANGE:
      return data->change_kind != TL_CHANGE_NONE;
    case TL_FIELD_PERIOD:
      return tl_date_is_set (data->start);
    case TL_FIELD_SPEAKER:
      return tl_figure_get_speaker (figure) != NULL;
    case TL_FIELD_FIRST_PARTNER:
    case TL_FIELD_SECOND_PARTNER:
    case TL_FIELD_FLOW:
    case TL_FIELD_STATUS:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

static void
append_change (GString            *line,
               const TlFigureData *data)
{
  switch (data->change_kind)
    {
    case TL_CHANGE_PERCENT:
      g_string_append_printf (line, " %+.4g%%", data->change);
      break;
    case TL_CHANGE_UP:
      g_string_append (line, " up");
      break;
    case TL_CHANGE_DOWN:
      g_string_append (line, " down");
      break;
    case TL_CHANGE_FLAT:
      g_string_append (line, " flat");
      break;
    case TL_CHANGE_NONE:
    default:
      return;
    }
  if (data->change_against > 0)
    g_string_append_printf (line, " on %d", data->change_against);
}

static void
append_figure (GString  *lines,
               TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);
  g_autofree char *start = tl_date_to_month (data->start);
  g_autofree char *end = tl_date_to_month (data->end);

  g_string_append_printf (lines, "%s %s,%s", tl_flow_to_string (data->flow), data->partners[0], data->partners[1]);
  if (data->scope != TL_SCOPE_NATIONAL)
    g_string_append_printf (lines, " %s", tl_scope_to_string (data->scope));
  if (start != NULL)
    g_string_append_printf (lines, " %s..%s", start, end);
  if (!isnan (data->value))
    g_string_append_printf (lines, " %.15g", data->value);
  if (!isnan (data->high))
    g_string_append_printf (lines, "-%.15g", data->high);
  if (data->currency[0] != '\0')
    g_string_append_printf (lines, " %s", data->currency);
  if (data->precision != TL_PRECISION_EXACT)
    g_string_append_printf (lines, " %s", tl_precision_to_string (data->precision));
  if (data->status != TL_STATUS_REPORTED)
    g_string_append_printf (lines, " %s", tl_status_to_string (data->status));
  append_change (lines, data);
  g_string_append_c (lines, '\n');
}

/**
 * figure_fixture_describe:
 * @figures: (element-type TlFigure): figures
 *
 * Describes each in a line like "turnover PL,UA 2016-01..2016-12 419100000 USD about
 * forecast +3%", in which what is usual is left out.
 *
 * Returns: (transfer full): the lines
 */
char *
figure_fixture_describe (GPtrArray *figures)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < figures->len; i++)
    append_figure (lines, g_ptr_array_index (figures, i));
  return g_string_free (lines, FALSE);
}

static void
test_case (gconstpointer data)
{
  const FigureCase *test = data;
  g_autoptr(GPtrArray) figures = figure_fixture_read (test->text, test->published, NULL);
  g_autofree char *found = figure_fixture_describe (figures);

  g_assert_cmpstr (found, ==, test->expected);
}

/**
 * figure_fixture_add_cases:
 * @prefix: what the tests' paths begin with
 * @cases: (array length=n_cases): texts, which have to outlive the run
 * @n_cases: how many
 *
 * Adds a test for each case.
 */
void
figure_fixture_add_cases (const char       *prefix,
                          const FigureCase *cases,
                          gsize             n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}
