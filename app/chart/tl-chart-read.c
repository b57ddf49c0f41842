/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart from its picture, and whether the picture tells the truth about itself. */

#include "tl-chart-read.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-amount.h"
#include "tl-chart-export-private.h"
#include "tl-png-reader.h"
#include "tl-png-writer.h"

#define MAX_FILE (64 * 1000 * 1000)

/* A small file may claim to be a huge picture: such a one is not drawn again. */
#define MAX_DRAWN_PIXELS 4e7

static gboolean
is_close (double a,
          double b)
{
  return fabs (a - b) <= 1e-6 * MAX (fabs (a), fabs (b));
}

/* Whether the sentence has the amount that is said to be taken from it. */
static gboolean
is_proven (TlFigure *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);
  g_autoptr(TlText) text = NULL;
  g_autoptr(GArray) amounts = NULL;

  if (!tl_figure_has_value (figure))
    return TRUE;
  text = tl_text_new (tl_figure_get_sentence (figure), -1);
  amounts = tl_amounts_find (text);
  for (guint i = 0; i < amounts->len; i++)
    {
      const TlAmount *amount = &g_array_index (amounts, TlAmount, i);

      if (is_close (amount->value, data->value) &&
          (isnan (data->high) || is_close (amount->high, data->high)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_as_drawn (TlChartReading *self,
             GBytes         *png)
{
  const TlChartPicture *picture = &self->picture;
  g_autoptr(GBytes) redrawn = NULL;

  if (!(picture->width * picture->height * picture->scale * picture->scale <= MAX_DRAWN_PIXELS))
    return FALSE;
  redrawn = tl_chart_export_to_bytes (self->chart, picture, NULL);
  return redrawn != NULL && g_bytes_equal (png, redrawn);
}

static guint
count_unproven (TlSeries   *series,
                GHashTable *seen)
{
  guint n = 0;

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      GPtrArray *reports = tl_series_get_point (series, i)->reports;

      for (guint j = 0; j < reports->len; j++)
        {
          TlFigure *figure = tl_report_get_figure (reports->pdata[j]);

          if (g_hash_table_add (seen, figure) && !is_proven (figure))
            n++;
        }
    }
  return n;
}

/**
 * tl_chart_read:
 * @png: a PNG file
 * @error: return location for an error of %TL_CHART_ERROR
 *
 * Reads the chart that tl_chart_export_to_bytes() wrote into a picture.  Nothing is run or
 * opened, whatever the file says.
 *
 * Returns: (transfer full): the chart
 */
TlChartReading *
tl_chart_read (GBytes  *png,
               GError **error)
{
  g_autoptr(TlChartReading) self = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *figures = NULL;

  g_return_val_if_fail (png != NULL, NULL);

  if (g_bytes_get_size (png) > MAX_FILE || !tl_png_dup_text (png, TL_PNG_KEYWORD_FIGURES, &figures))
    {
      g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN,
                           _("The picture is damaged, or too large"));
      return NULL;
    }
  if (figures == NULL)
    {
      g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_NO_FIGURES,
                           _("The picture carries no figures of a chart"));
      return NULL;
    }

  self = g_new0 (TlChartReading, 1);
  self->chart = tl_chart_parse_figures (figures, &self->picture, error);
  if (self->chart == NULL)
    return NULL;
  self->is_as_drawn = is_as_drawn (self, png);
  for (guint i = 0; i < tl_chart_get_n_series (self->chart); i++)
    self->n_unproven += count_unproven (tl_chart_get_nth_series (self->chart, i), seen);
  return g_steal_pointer (&self);
}

/**
 * tl_chart_reading_free:
 * @self: (transfer full): a reading
 *
 * Frees it.
 */
void
tl_chart_reading_free (TlChartReading *self)
{
  g_clear_object (&self->chart);
  g_free (self);
}
