/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-grid.h"

#define BUCKET_SIZE 24.0
#define MAX_BUCKETS 256

struct _TlChartGrid
{
  TlRect   area;
  int      n_columns;
  int      n_rows;
  double   column_width;
  double   row_height;
  GArray **buckets;             /* of TlRect, NULL where nothing is */
};

/**
 * tl_chart_grid_new:
 * @area: what is to be watched
 *
 * Returns: (transfer full): a grid in which nothing is taken
 */
TlChartGrid *
tl_chart_grid_new (TlRect area)
{
  TlChartGrid *self = g_new0 (TlChartGrid, 1);

  self->area = area;
  self->n_columns = (int) CLAMP (area.width / BUCKET_SIZE, 1, MAX_BUCKETS);
  self->n_rows = (int) CLAMP (area.height / BUCKET_SIZE, 1, MAX_BUCKETS);
  self->column_width = MAX (area.width / self->n_columns, 1);
  self->row_height = MAX (area.height / self->n_rows, 1);
  self->buckets = g_new0 (GArray *, (gsize) self->n_columns * (gsize) self->n_rows);
  return self;
}

/**
 * tl_chart_grid_free:
 * @self: (transfer full): a grid
 *
 * Frees a grid.
 */
void
tl_chart_grid_free (TlChartGrid *self)
{
  for (int i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_pointer (&self->buckets[i], g_array_unref);
  g_free (self->buckets);
  g_free (self);
}

typedef struct
{
  int first_column, last_column, first_row, last_row;
} Range;

static Range
find_buckets (TlChartGrid *self,
              TlRect       rect)
{
  double left = (rect.x - self->area.x) / self->column_width;
  double right = (rect.x + rect.width - self->area.x) / self->column_width;
  double top = (rect.y - self->area.y) / self->row_height;
  double bottom = (rect.y + rect.height - self->area.y) / self->row_height;

  /* What reaches beyond the area counts in the buckets at its edge. */
  return (Range) {
    (int) CLAMP (left, 0, self->n_columns - 1), (int) CLAMP (right, 0, self->n_columns - 1),
    (int) CLAMP (top, 0, self->n_rows - 1), (int) CLAMP (bottom, 0, self->n_rows - 1),
  };
}

/**
 * tl_chart_grid_take:
 * @self: a grid
 * @rect: an area
 *
 * Marks the area as taken; it may overlap others.
 */
void
tl_chart_grid_take (TlChartGrid *self,
                    TlRect       rect)
{
  Range range = find_buckets (self, rect);

  for (int row = range.first_row; row <= range.last_row; row++)
    for (int column = range.first_column; column <= range.last_column; column++)
      {
        GArray **bucket = &self->buckets[row * self->n_columns + column];

        if (*bucket == NULL)
          *bucket = g_array_new (FALSE, FALSE, sizeof (TlRect));
        g_array_append_val (*bucket, rect);
      }
}

static gboolean
overlaps (const TlRect *a,
          const TlRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width &&
         a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * tl_chart_grid_is_free:
 * @self: a grid
 * @rect: an area
 *
 * Returns: whether the area touches nothing that is taken
 */
gboolean
tl_chart_grid_is_free (TlChartGrid *self,
                       TlRect       rect)
{
  Range range = find_buckets (self, rect);

  for (int row = range.first_row; row <= range.last_row; row++)
    for (int column = range.first_column; column <= range.last_column; column++)
      {
        GArray *bucket = self->buckets[row * self->n_columns + column];

        for (guint i = 0; bucket != NULL && i < bucket->len; i++)
          if (overlaps (&rect, &g_array_index (bucket, TlRect, i)))
            return FALSE;
      }
  return TRUE;
}
