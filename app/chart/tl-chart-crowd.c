/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks by the thousand.  Dots that touch the ones below them in one column are painted as
 * what they are to the eye, one upright bar with round ends: the time goes by the columns of
 * the picture, not by how many reports there are. */

#include "tl-chart-painter-private.h"

#include <math.h>

/* From here on single dots can no longer be told apart in any picture of usual size. */
#define N_CROWD 1500

/* Dots of one column that touch. */
typedef struct
{
  TlGlyph lowest;
  TlGlyph highest;
} Run;

static gboolean
is_plain_dot (const TlGlyph *glyph)
{
  return glyph->shape == TL_SHAPE_DOT && glyph->kind == TL_POINT_YEAR &&
         glyph->bound == TL_BOUND_NONE && !isfinite (glyph->y_high);
}

static void
add_capsule (TlPainter *self,
             const Run *run,
             double     inset)
{
  double radius = run->lowest.rect.width / 2;
  double x = run->lowest.rect.x + radius;

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, run->highest.rect.y + radius, radius - inset, -G_PI, 0);
  cairo_arc (self->cr, x, run->lowest.rect.y + radius, radius - inset, 0, G_PI);
  cairo_close_path (self->cr);
}

static void
paint_run (TlPainter *self,
           const Run *run)
{
  double radius = run->lowest.rect.width / 2;

  if (run->highest.rect.y >= run->lowest.rect.y)
    {
      tl_painter_paint_glyph (self, &run->lowest);
      return;
    }
  add_capsule (self, run, 0);
  tl_painter_set_colour (self, self->palette->ground, 1);
  tl_painter_fill (self);
  add_capsule (self, run, MIN (0.8 * self->zoom, radius * 0.3));
  tl_painter_set_colour (self, self->palette->fact, 1);
  tl_painter_fill (self);
}

static gboolean
touches (const Run     *run,
         const TlGlyph *glyph)
{
  return fabs (run->lowest.rect.width - glyph->rect.width) < 0.01 &&
         glyph->rect.y <= run->highest.rect.y &&
         run->highest.rect.y - glyph->rect.y <= glyph->rect.height;
}

/* Dots stand in the order of their values, in as many columns as their year has room for. */
static void
take_dot (TlPainter     *self,
          GHashTable    *columns,
          GPtrArray     *runs,
          const TlGlyph *glyph)
{
  gpointer column = GINT_TO_POINTER ((int) lround (glyph->rect.x * 4));
  Run *run = g_hash_table_lookup (columns, column);

  if (run != NULL && touches (run, glyph))
    {
      run->highest = *glyph;
      return;
    }
  if (run != NULL)
    paint_run (self, run);
  else
    {
      run = g_new (Run, 1);
      g_hash_table_insert (columns, column, run);
      g_ptr_array_add (runs, run);
    }
  run->lowest = *glyph;
  run->highest = *glyph;
}

/**
 * tl_painter_paint_marks:
 * @self: a painter
 *
 * Draws the shapes of the marks.
 */
void
tl_painter_paint_marks (TlPainter *self)
{
  GArray *glyphs = self->scene->glyphs;
  g_autoptr(GHashTable) columns = NULL;
  g_autoptr(GPtrArray) runs = NULL;      /* in order, which the table has not */

  if (glyphs->len < N_CROWD)
    {
      for (guint i = 0; i < glyphs->len; i++)
        tl_painter_paint_glyph (self, &g_array_index (glyphs, TlGlyph, i));
      return;
    }

  columns = g_hash_table_new (NULL, NULL);
  runs = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < glyphs->len; i++)
    {
      const TlGlyph *glyph = &g_array_index (glyphs, TlGlyph, i);

      if (is_plain_dot (glyph))
        take_dot (self, columns, runs, glyph);
      else
        tl_painter_paint_glyph (self, glyph);
    }
  for (guint i = 0; i < runs->len; i++)
    paint_run (self, runs->pdata[i]);
}
