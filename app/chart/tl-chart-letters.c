/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters that tell which series a mark belongs to, where several share a plot: below the lanes
 * of each in every year, at totals of several years, and before its name in the legend.  Colour
 * repeats them. */

#include "tl-chart-scene-private.h"

/* Of the letters, in the size of small text. */
#define LETTER_SIZE 0.86

/**
 * tl_chart_dup_letter:
 * @series: index of a series in a chart
 *
 * Returns: (transfer full): its letter
 */
char *
tl_chart_dup_letter (guint series)
{
  G_STATIC_ASSERT (TL_CHART_MAX_SERIES <= 26);
  return g_strdup_printf ("%c", 'A' + (int) series);
}

/**
 * tl_chart_draft_has_letters:
 * @self: a draft
 *
 * Returns: whether several series share its plot
 */
gboolean
tl_chart_draft_has_letters (TlChartDraft *self)
{
  return self->n_series > 1;
}

/**
 * tl_chart_draft_get_tone:
 * @self: a draft
 * @series: index of one of its series in the chart
 *
 * Returns: the colour of its marks
 */
guint
tl_chart_draft_get_tone (TlChartDraft *self,
                         guint         series)
{
  return tl_chart_get_n_series (self->scene->chart) > 1 &&
         self->scene->arrangement == TL_CHART_TOGETHER ? TL_TONE_OF_SERIES (series)
                                                       : TL_TONE_OF_KIND;
}

static PangoLayout *
make_letter (TlChartDraft *self,
             guint         series)
{
  g_autofree char *letter = tl_chart_dup_letter (series);

  return tl_chart_draft_make_label (self, letter, self->small_size * LETTER_SIZE);
}

/**
 * tl_chart_draft_letters_fit:
 * @self: a draft whose groups are arranged
 *
 * Returns: whether there is room for every letter below its lanes
 */
gboolean
tl_chart_draft_letters_fit (TlChartDraft *self)
{
  for (guint i = 0; i < self->letters->len; i++)
    {
      const TlLetter *letter = &g_array_index (self->letters, TlLetter, i);
      g_autoptr(PangoLayout) layout = make_letter (self, letter->series);
      double width;

      tl_chart_measure (layout, &width, NULL);
      if (width > letter->width)
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_chart_draft_get_letters_height:
 * @self: a draft
 *
 * Returns: how high the row of letters is, in all panels where one has it, so that their plots are
 *   alike; 0 where none has
 */
double
tl_chart_draft_get_letters_height (TlChartDraft *self)
{
  g_autoptr(PangoLayout) layout = NULL;
  gboolean has_letters = FALSE;
  double height;

  for (guint i = 0; i < self->panels->len; i++)
    has_letters |= tl_chart_draft_has_letters (self->panels->pdata[i]);
  if (!has_letters)
    return 0;
  layout = make_letter (self, 0);
  tl_chart_measure (layout, NULL, &height);
  return height;
}

/**
 * tl_chart_draft_add_letters:
 * @self: a draft whose groups are arranged
 * @y: the upper edge of the row
 *
 * Adds the letters below the lanes.
 */
void
tl_chart_draft_add_letters (TlChartDraft *self,
                            double        y)
{
  for (guint i = 0; i < self->letters->len; i++)
    {
      const TlLetter *letter = &g_array_index (self->letters, TlLetter, i);
      PangoLayout *layout = make_letter (self, letter->series);
      double width;

      tl_chart_measure (layout, &width, NULL);
      tl_chart_draft_take_text (self, layout, letter->x - width / 2, y, TL_INK_TEXT);
    }
}

static gboolean
is_taken (TlChartDraft *self,
          TlRect        rect)
{
  for (guint i = 0; i < self->taken->len; i++)
    {
      const TlRect *other = &g_array_index (self->taken, TlRect, i);

      if (rect.x < other->x + other->width && other->x < rect.x + rect.width &&
          rect.y < other->y + other->height && other->y < rect.y + rect.height)
        return TRUE;
    }
  return FALSE;
}

/* In the band, from its left end on: where bands lie over one another their letters stand side by
 * side. */
static void
add_letter_of_span (TlChartDraft *self,
                    TlRect        band,
                    guint         series)
{
  PangoLayout *layout = make_letter (self, series);
  TlRect rect = { band.x + 1, 0, 0, 0 };

  tl_chart_measure (layout, &rect.width, &rect.height);
  rect.y = CLAMP (band.y + (band.height - rect.height) / 2, self->plot.y,
                  self->plot.y + self->plot.height - rect.height);
  while (is_taken (self, rect))
    rect.x += rect.width;
  if (rect.x + rect.width > self->plot.x + self->plot.width)
    {
      g_object_unref (layout);
      return;
    }
  g_array_append_val (self->taken, rect);
  tl_chart_draft_take_text (self, layout, rect.x, rect.y, TL_INK_VALUE);
}

/**
 * tl_chart_draft_add_letters_of_spans:
 * @self: a draft with marks
 *
 * Adds the letters of totals of several years, which have no lane.
 */
void
tl_chart_draft_add_letters_of_spans (TlChartDraft *self)
{
  if (!tl_chart_draft_has_letters (self))
    return;
  for (guint i = 0; i < self->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (self->groups, TlGroup, i);

      if (group->is_span)
        add_letter_of_span (self, g_array_index (self->scene->glyphs, TlGlyph, group->first).rect,
                            group->series);
    }
}
