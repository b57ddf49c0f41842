/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart from its picture, and whether the picture tells the truth about itself. */

#define _GNU_SOURCE             /* memmem () */

#include "tl-chart-read.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-amount.h"
#include "tl-chart-export-private.h"
#include "tl-png-reader.h"
#include "tl-png-writer.h"

#define MAX_FILE (64 * 1000 * 1000)
#define CHUNK (1 << 20)

/* As much of a file as tells what it is. */
#define N_HEAD_BYTES 16

/* Texts stand before the pixels, and the figures after some short ones. */
#define N_ANNOUNCING_BYTES (256 * 1024)

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
count_unproven_reports (GPtrArray  *reports,
                        GHashTable *seen)
{
  guint n = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      TlFigure *figure = tl_report_get_figure (reports->pdata[i]);

      if (g_hash_table_add (seen, figure) && !is_proven (figure))
        n++;
    }
  return n;
}

static guint
count_unproven (TlSeries   *series,
                GHashTable *seen)
{
  guint n = count_unproven_reports (tl_series_get_undated (series), seen);

  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    n += count_unproven_reports (tl_series_get_point (series, i)->reports, seen);
  return n;
}

/* The first bytes of a PNG picture; %NULL of anything else.  A pipe would wait for somebody who
 * writes into it: only what lies on a disk is looked at. */
static GBytes *
load_head (GFile *file,
           gsize  n_bytes)
{
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GBytes) head = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return NULL;
  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL)
    return NULL;
  head = g_input_stream_read_bytes (G_INPUT_STREAM (stream), n_bytes, NULL, NULL);
  return head != NULL && tl_png_is_png (head) ? g_steal_pointer (&head) : NULL;
}

/**
 * tl_chart_is_picture:
 * @file: a file
 *
 * Looks at the beginning of a file, whatever its name.
 *
 * Returns: whether it is a PNG picture, be it one of a chart or not
 */
gboolean
tl_chart_is_picture (GFile *file)
{
  g_autoptr(GBytes) head = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  head = load_head (file, N_HEAD_BYTES);
  return head != NULL;
}

/**
 * tl_chart_is_in_picture:
 * @file: a file
 *
 * Looks whether figures of a chart are announced in a file's beginning, whatever its name.  It
 * may be damaged for all that.
 *
 * Returns: whether it is a PNG picture that carries the figures of a chart
 */
gboolean
tl_chart_is_in_picture (GFile *file)
{
  g_autoptr(GBytes) head = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  head = load_head (file, N_ANNOUNCING_BYTES);
  return head != NULL && memmem (g_bytes_get_data (head, NULL), g_bytes_get_size (head),
                                 TL_PNG_KEYWORD_FIGURES, sizeof TL_PNG_KEYWORD_FIGURES) != NULL;
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
  self->n_figures = g_hash_table_size (seen);
  return g_steal_pointer (&self);
}

/* A file that grows meanwhile, or says nothing of its size, is read to the limit only. */
static GBytes *
load (GFile         *file,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  while (stream != NULL && bytes->len <= MAX_FILE)
    {
      g_autoptr(GBytes) chunk = g_input_stream_read_bytes (G_INPUT_STREAM (stream), CHUNK,
                                                           cancellable, error);

      if (chunk == NULL)
        return NULL;
      if (g_bytes_get_size (chunk) == 0)
        break;
      g_byte_array_append (bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
    }
  return stream != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * tl_chart_read_file:
 * @file: a PNG file
 * @cancellable: (nullable): stops it
 * @error: return location for an error of #GIOErrorEnum or %TL_CHART_ERROR
 *
 * Reads the chart of a picture in a file, see tl_chart_read().
 *
 * Returns: (transfer full): the chart
 */
TlChartReading *
tl_chart_read_file (GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = load (file, cancellable, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return tl_chart_read (bytes, error);
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
