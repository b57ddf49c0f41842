/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts and lines of a scene that is made: how they are laid out, measured and added. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/**
 * tl_chart_make_pango_context:
 *
 * Without hinting a text is as wide at every scale and on every surface, so that screen,
 * PNG, SVG and PDF agree.
 *
 * Returns: (transfer full): what texts of a scene are laid out by
 */
PangoContext *
tl_chart_make_pango_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_get_default ());
  return context;
}

/**
 * tl_chart_draft_make_layout:
 * @self: a draft
 * @text: a text
 * @size: the font's size; a size above the text's is bold, as headings are
 * @width: where lines are wrapped, -1 for nowhere
 * @n_lines: with a width, how many lines there may be; the last ends in an ellipsis
 *
 * Returns: (transfer full): the text, laid out
 */
PangoLayout *
tl_chart_draft_make_layout (TlChartDraft *self,
                            const char   *text,
                            double        size,
                            double        width,
                            int           n_lines)
{
  PangoLayout *layout = pango_layout_new (self->pango);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Adwaita Sans, Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (size > self->text_size * 1.2)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_height (layout, -n_lines);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/**
 * tl_chart_draft_make_label:
 * @self: a draft
 * @text: a text
 * @size: the font's size
 *
 * Returns: (transfer full): the text in one line, as long as it is
 */
PangoLayout *
tl_chart_draft_make_label (TlChartDraft *self,
                           const char   *text,
                           double        size)
{
  return tl_chart_draft_make_layout (self, text, size, -1, 1);
}

/**
 * tl_chart_measure:
 * @layout: a layout
 * @width: (out) (optional): its width
 * @height: (out) (optional): its height
 *
 * Measures a text in the chart's units.
 */
void
tl_chart_measure (PangoLayout *layout,
                  double      *width,
                  double      *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

/**
 * tl_chart_draft_take_text:
 * @self: a draft
 * @layout: (transfer full): a text
 * @x: its left edge
 * @y: its upper edge
 * @ink: how it is drawn
 *
 * Adds a text to the scene.
 *
 * Returns: the area that it covers
 */
TlRect
tl_chart_draft_take_text (TlChartDraft *self,
                          PangoLayout  *layout,
                          double        x,
                          double        y,
                          TlInk         ink)
{
  TlChartText text = { layout, { x, y, 0, 0 }, ink };

  tl_chart_measure (layout, &text.rect.width, &text.rect.height);
  if (pango_layout_get_width (layout) > 0)
    text.rect.width = (double) pango_layout_get_width (layout) / PANGO_SCALE;
  g_array_append_val (self->scene->texts, text);
  return text.rect;
}

/**
 * tl_chart_draft_add_toned_line:
 * @self: a draft
 * @role: what the line is for
 * @tone: its colour
 * @x1: one end
 * @y1: one end
 * @x2: the other
 * @y2: the other
 *
 * Adds a line of a mark to the scene.
 */
void
tl_chart_draft_add_toned_line (TlChartDraft *self,
                               TlLineRole    role,
                               guint         tone,
                               double        x1,
                               double        y1,
                               double        x2,
                               double        y2)
{
  TlChartLine line = { .role = role, .x1 = x1, .y1 = y1, .x2 = x2, .y2 = y2, .tone = tone };

  g_array_append_val (self->scene->lines, line);
}

/**
 * tl_chart_draft_add_line:
 * @self: a draft
 * @role: what the line is for
 * @x1: one end
 * @y1: one end
 * @x2: the other
 * @y2: the other
 *
 * Adds a line to the scene.
 */
void
tl_chart_draft_add_line (TlChartDraft *self,
                         TlLineRole    role,
                         double        x1,
                         double        y1,
                         double        x2,
                         double        y2)
{
  tl_chart_draft_add_toned_line (self, role, TL_TONE_OF_KIND, x1, y1, x2, y2);
}

/**
 * tl_chart_draft_get_y:
 * @self: a draft whose plot is placed
 * @value: a value
 *
 * Returns: its height on the value axis
 */
double
tl_chart_draft_get_y (TlChartDraft *self,
                      double        value)
{
  TlRect plot = self->plot;

  return plot.y + plot.height * (1 - (value - self->floor) / (self->domain - self->floor));
}

/**
 * tl_chart_draft_get_point:
 * @self: a draft
 * @mark: a mark that stands for a point
 *
 * Returns: (transfer none): the point
 */
const TlPoint *
tl_chart_draft_get_point (TlChartDraft *self,
                          const TlMark *mark)
{
  return tl_series_get_point (tl_chart_get_nth_series (self->scene->chart, mark->subject.series),
                              mark->subject.index);
}

/**
 * tl_chart_draft_make_heading:
 * @self: a draft
 * @text: a text
 * @width: how wide it may be
 *
 * Returns: (transfer full): the text as the heading of a panel, in one line
 */
PangoLayout *
tl_chart_draft_make_heading (TlChartDraft *self,
                             const char   *text,
                             double        width)
{
  PangoLayout *layout = tl_chart_draft_make_layout (self, text, self->text_size, width, 1);
  PangoFontDescription *font =
    pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/**
 * tl_chart_draft_add_unit:
 * @self: a draft with ticks
 * @x: the left edge
 * @y: the upper edge
 * @width: how wide it may be
 *
 * Adds what its value axis counts in.
 *
 * Returns: the lower edge
 */
double
tl_chart_draft_add_unit (TlChartDraft *self,
                         double        x,
                         double        y,
                         double        width)
{
  g_autofree char *unit = tl_chart_dup_unit (self->currency, self->unit_exponent);
  PangoLayout *layout = tl_chart_draft_make_layout (self, unit, self->small_size, width, 1);

  return y + tl_chart_draft_take_text (self, layout, x, y, TL_INK_DIM).height;
}

/**
 * tl_chart_draft_add_nothing:
 * @self: a draft whose plot is placed, and whose series has no point
 *
 * Says so.
 */
void
tl_chart_draft_add_nothing (TlChartDraft *self)
{
  PangoLayout *layout = tl_chart_draft_make_layout (self, _("Nothing reported"), self->small_size,
                                                    self->right - self->left, 1);
  double height;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  tl_chart_measure (layout, NULL, &height);
  tl_chart_draft_take_text (self, layout, self->left,
                            self->plot.y + MAX (self->plot.height - height, 0) * 0.45, TL_INK_DIM);
}
