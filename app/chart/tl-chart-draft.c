/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a scene is made: what its parts share, and the order in which they find room. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Without hinting a text is as wide at every scale and on every surface, so that screen,
 * PNG, SVG and PDF agree. */
static PangoContext *
make_pango_context (void)
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
  TlChartLine line = { role, x1, y1, x2, y2, 0 };

  g_array_append_val (self->scene->lines, line);
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
  TlRect plot = self->scene->plot;

  return plot.y + plot.height * (1 - (value - self->floor) / (self->domain - self->floor));
}

/* ---- from top to bottom ---- */

/* Below this height every line counts. */
#define LOW 280

static double
add_title (TlChartDraft *self,
           double        y)
{
  TlChartScene *scene = self->scene;
  double width = scene->width - 2 * self->margin;
  double size = self->text_size * CLAMP (scene->width / 280, 1.25, 1.55);
  g_autofree char *text = tl_chart_dup_subtitle (scene->series);
  PangoLayout *title, *subtitle;

  if (scene->is_part)
    return y;
  title = tl_chart_draft_make_layout (self, scene->title, size, width,
                                      scene->height < LOW ? 1 : 2);
  y += tl_chart_draft_take_text (self, title, self->margin, y, TL_INK_TEXT).height;
  if (scene->height < LOW)
    return y;
  y += self->text_size * 0.15;
  subtitle = tl_chart_draft_make_layout (self, text, self->text_size, width, 1);
  return y + tl_chart_draft_take_text (self, subtitle, self->margin, y, TL_INK_DIM).height;
}

static double
add_unit (TlChartDraft *self,
          double        y)
{
  g_autofree char *unit = tl_chart_dup_unit (self->scene->series, self->unit_exponent);
  PangoLayout *layout = tl_chart_draft_make_layout (self, unit, self->small_size,
                                                    self->scene->width - 2 * self->margin, 1);

  return y + tl_chart_draft_take_text (self, layout, self->margin, y, TL_INK_DIM).height;
}

static void
add_nothing (TlChartDraft *self,
             double        y)
{
  TlChartScene *scene = self->scene;
  double width = scene->width - 2 * self->margin;
  const char *text = _("Nothing to draw: no article reports an amount for a period");
  PangoLayout *layout = tl_chart_draft_make_layout (self, text, self->text_size, width, 3);
  double height;

  scene->plot = (TlRect) { self->margin, y, width, MAX (scene->height - self->margin - y, 1) };
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  tl_chart_measure (layout, NULL, &height);
  tl_chart_draft_take_text (self, layout, self->margin,
                            y + MAX (scene->plot.height - height, 0) * 0.45, TL_INK_DIM);
}

static void
choose_domain (TlChartDraft *self)
{
  double height = self->scene->plot.height;
  double headroom = MIN (tl_chart_draft_get_headroom (self) / height, 0.4);

  self->floor = self->min;
  self->domain = self->max / (1 - headroom) - self->min * headroom / (1 - headroom);
  if (!isfinite (self->domain))
    self->domain = G_MAXDOUBLE;
}

/* What the plot needs to be read: where there is less room, headings and notes yield. */
static double
get_least_plot (TlChartDraft *self)
{
  return MAX (7.5 * self->text_size, 0.3 * self->scene->height);
}

/* From the edges inwards: headings and legend from the top, sources and the time axis from
 * the bottom, and the plot in what is left. */
static void
draw_up (TlChartDraft *self)
{
  TlChartScene *scene = self->scene;
  double line = 1.6 * self->text_size;
  double y = add_title (self, self->margin);
  double bottom = scene->height - self->margin;
  double left, spare;

  if (tl_series_get_n_points (scene->series) == 0)
    {
      add_nothing (self, y);
      return;
    }

  tl_chart_draft_find_range (self);
  tl_chart_draft_choose_officials (self);
  tl_chart_draft_widen_range (self);
  tl_chart_draft_choose_ticks (self);
  left = self->margin + tl_chart_draft_get_gutter (self);
  scene->plot.x = left;
  scene->plot.width = MAX (scene->width - self->margin - left, 1);
  tl_chart_draft_arrange (self);
  tl_chart_draft_number_sources (self);

  /* The unit takes a line, the years and what stands below them take three. */
  spare = bottom - y - get_least_plot (self) - 4 * line;
  y += self->text_size * 0.6;
  y += tl_chart_draft_add_legend (self, y, MIN (spare, scene->height * 0.2));
  y = add_unit (self, y + self->text_size * 0.7) + self->text_size * 0.5;

  spare = bottom - y - get_least_plot (self) - 3 * line;
  bottom = tl_chart_draft_add_sources (self, bottom,
                                       MIN (spare, (bottom - y) * (self->with_sources ? 0.4 : 0.2)));
  if (bottom < scene->height - self->margin)
    bottom -= self->text_size * 0.9;
  bottom = tl_chart_draft_add_x_axis (self, bottom);
  scene->plot.y = MIN (y, scene->height - 2);
  scene->plot.height = MAX (bottom - scene->plot.y, 1);

  choose_domain (self);
  tl_chart_draft_add_y_axis (self);
  tl_chart_draft_add_officials (self);
  tl_chart_draft_add_marks (self);
  tl_chart_draft_add_labels (self);
}

/**
 * tl_chart_draft_draw_up:
 * @scene: a scene that has its series, size and title
 * @with_sources: whether the numbered sources stand below the plot
 *
 * Decides every position of a scene.
 */
void
tl_chart_draft_draw_up (TlChartScene *scene,
                        gboolean      with_sources)
{
  TlChartDraft draft = { .scene = scene, .with_sources = with_sources };

  draft.pango = make_pango_context ();
  draft.text_size = 12.5 * scene->zoom;
  draft.small_size = 11.5 * scene->zoom;
  draft.margin = CLAMP (scene->width * 0.028, 12, 36);
  draft.groups = g_array_new (FALSE, FALSE, sizeof (TlGroup));
  draft.source_numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  draft.sources = g_ptr_array_new ();
  draft.officials = g_ptr_array_new ();

  draw_up (&draft);

  g_array_unref (draft.groups);
  g_hash_table_unref (draft.source_numbers);
  g_ptr_array_unref (draft.sources);
  g_ptr_array_unref (draft.officials);
  g_object_unref (draft.pango);
}
