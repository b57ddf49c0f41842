/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The numbers behind a chart as a table for a terminal.
 */

#include "tl-command-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-labels.h"

enum
{
  COLUMN_PERIOD,
  COLUMN_VALUE,
  COLUMN_KIND,
  COLUMN_SOURCE,
  N_COLUMNS,
};

typedef struct
{
  char *cells[N_COLUMNS];
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->cells[i]);
}

static char *
describe_plain_kind (const TlPoint *point)
{
  switch (point->kind)
    {
    case TL_POINT_YEAR:
      return g_strdup (_("reported"));
    case TL_POINT_PARTIAL:
      return g_strdup (_("reported for a part of the year"));
    case TL_POINT_CALCULATED:
      /* Translators: how a value follows from others, "calculated: $419.1 million ÷ (1 − 30 %)" */
      return point->formula != NULL ? g_strdup_printf (_("calculated: %s"), point->formula)
                                    : g_strdup (_("calculated"));
    case TL_POINT_TARGET:
      return g_strdup (_("target"));
    case TL_POINT_FORECAST:
      return g_strdup (_("forecast"));
    default:
      g_assert_not_reached ();
    }
}

static char *
describe_kind (const TlPoint *point)
{
  g_autofree char *kind = describe_plain_kind (point);

  if (point->conversion == NULL)
    return g_steal_pointer (&kind);
  /* Translators: how an amount is known, and what it is converted from:
   * "reported: €420 million, at 1.10" */
  return g_strdup_printf (C_("kind", "%s: %s"), kind, point->conversion);
}

/* The article of a report, or nothing where the row above names it already. */
static char *
dup_source (const TlPoint *point,
            guint          index)
{
  g_autofree char *source = NULL;
  g_autofree char *above = NULL;

  if (index >= point->reports->len)
    return NULL;
  source = tl_report_dup_citation (g_ptr_array_index (point->reports, index));
  if (index > 0)
    above = tl_report_dup_citation (g_ptr_array_index (point->reports, index - 1));
  return g_strcmp0 (source, above) != 0 ? g_steal_pointer (&source) : NULL;
}

/* A row for the point, and one more for each further article that it is from. */
static void
add_point (GArray        *rows,
           TlSeries      *series,
           const TlPoint *point)
{
  for (guint i = 0; i == 0 || i < point->reports->len; i++)
    {
      g_autofree char *source = dup_source (point, i);
      Row row;

      if (i > 0 && source == NULL)
        continue;
      if (i == 0)
        {
          row.cells[COLUMN_PERIOD] = tl_label_for_period (point->start, point->end);
          row.cells[COLUMN_VALUE] = tl_label_for_amount (point->value, point->high, tl_series_get_currency (series),
                                                         point->precision, TL_LABEL_STYLE_WORDS);
          row.cells[COLUMN_KIND] = describe_kind (point);
        }
      else
        {
          row.cells[COLUMN_PERIOD] = g_strdup ("");
          row.cells[COLUMN_VALUE] = g_strdup ("");
          row.cells[COLUMN_KIND] = g_strdup ("");
        }
      row.cells[COLUMN_SOURCE] = source != NULL ? g_steal_pointer (&source) : g_strdup ("");
      g_array_append_val (rows, row);
    }
}

/* What a side declares to statistics, behind what articles report. */
static void
add_official (GArray           *rows,
              TlOfficialSeries *series)
{
  for (guint i = 0; i < tl_official_series_get_n_years (series); i++)
    {
      const TlOfficialYear *year = tl_official_series_get_year (series, i);
      Row row;

      row.cells[COLUMN_PERIOD] = g_strdup_printf ("%d", year->year);
      row.cells[COLUMN_VALUE] = tl_label_for_amount (year->value, NAN,
                                                     tl_official_series_get_currency (series),
                                                     TL_PRECISION_EXACT, TL_LABEL_STYLE_WORDS);
      row.cells[COLUMN_KIND] = g_strdup (_("official statistics"));
      row.cells[COLUMN_SOURCE] = tl_official_series_dup_name (series);
      g_array_append_val (rows, row);
    }
}

static const char *
get_status_name (TlStatus status)
{
  switch (status)
    {
    case TL_STATUS_TARGET:
    case TL_STATUS_POTENTIAL:
      return _("target");
    case TL_STATUS_FORECAST:
      return _("forecast");
    case TL_STATUS_REPORTED:
    default:
      return _("reported");
    }
}

/* An amount of which nobody says when it was: it has no place in the chart, but is said. */
static void
add_undated (GArray   *rows,
             TlReport *report)
{
  TlFigure *figure = tl_report_get_figure (report);
  Row row = {
    .cells = {
      /* Translators: in place of a period, where the article names none */
      g_strdup (C_("period", "undated")), tl_figure_dup_value_label (figure),
      g_strdup (get_status_name (tl_figure_get_data (figure)->status)), tl_report_dup_citation (report),
    },
  };

  g_array_append_val (rows, row);
}

static void
append_row (GString     *table,
            const Row   *row,
            const glong *widths)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_string_append (table, row->cells[i]);
      if (i + 1 == N_COLUMNS)
        break;
      for (glong n = g_utf8_strlen (row->cells[i], -1); n < widths[i] + 2; n++)
        g_string_append_c (table, ' ');
    }
  while (table->len > 0 && table->str[table->len - 1] == ' ')
    g_string_truncate (table, table->len - 1);
  g_string_append_c (table, '\n');
}

/*
 * tl_command_make_table:
 * @series: a series
 * @official: (element-type TlOfficialSeries): what statistics say of the same flow
 *
 * Returns: (transfer full): its points as lines of a table: period, value, how it is
 *   known, and the article that it is from; then the official values
 */
char *
tl_command_make_table (TlSeries  *series,
                       GPtrArray *official)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GString *table = g_string_new (NULL);
  glong widths[N_COLUMNS] = { 0 };
  Row head = {
    .cells = { g_strdup (_("Period")), g_strdup (_("Value")), g_strdup (_("How it is known")), g_strdup (_("Source")) },
  };

  g_array_set_clear_func (rows, row_clear);
  g_array_append_val (rows, head);
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    add_point (rows, series, tl_series_get_point (series, i));
  for (guint i = 0; i < tl_series_get_undated (series)->len; i++)
    add_undated (rows, g_ptr_array_index (tl_series_get_undated (series), i));
  for (guint i = 0; i < official->len; i++)
    add_official (rows, official->pdata[i]);

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < N_COLUMNS; j++)
      widths[j] = MAX (widths[j], g_utf8_strlen (g_array_index (rows, Row, i).cells[j], -1));
  for (guint i = 0; i < rows->len; i++)
    append_row (table, &g_array_index (rows, Row, i), widths);
  return g_string_free (table, FALSE);
}
