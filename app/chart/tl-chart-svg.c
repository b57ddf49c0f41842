/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paths and texts as SVG elements, with the path, pen and colour that a Cairo context has. */

#include "tl-chart-painter-private.h"

#include <math.h>

/* Where the font that was used here is not installed. */
#define FALLBACK_FONTS "sans-serif"

/* A hundredth of a unit is finer than any screen. */
static void
add_number (GString *svg,
            double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  buffer[length] = '\0';
  g_string_append (svg, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
add_attribute (GString    *svg,
               const char *name,
               double      number)
{
  g_string_append_printf (svg, " %s=\"", name);
  add_number (svg, number);
  g_string_append_c (svg, '"');
}

static void
add_paint (GString    *svg,
           cairo_t    *cr,
           const char *name)
{
  double red, green, blue, alpha;

  if (cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha) !=
      CAIRO_STATUS_SUCCESS)
    return;
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint) lround (red * 255),
                          (guint) lround (green * 255), (guint) lround (blue * 255));
  if (alpha < 1)
    {
      g_string_append_printf (svg, " %s-opacity=\"", name);
      add_number (svg, alpha);
      g_string_append_c (svg, '"');
    }
}

/* ---- paths ---- */

static void
add_points (GString                 *svg,
            char                     command,
            const cairo_path_data_t *points,
            int                      n_points)
{
  g_string_append_c (svg, command);
  for (int i = 0; i < n_points; i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      add_number (svg, points[i].point.x);
      g_string_append_c (svg, ' ');
      add_number (svg, points[i].point.y);
    }
}

/* Cairo moves back to where a closed path began, which SVG does by itself: a move counts only
 * when something follows it. */
static void
add_path (GString *svg,
          cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path (cr);
  const cairo_path_data_t *move = NULL;

  g_string_append (svg, " d=\"");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        {
          move = data;
          continue;
        }
      if (move != NULL)
        add_points (svg, 'M', move + 1, 1);
      move = NULL;
      if (data->header.type == CAIRO_PATH_LINE_TO)
        add_points (svg, 'L', data + 1, 1);
      else if (data->header.type == CAIRO_PATH_CURVE_TO)
        add_points (svg, 'C', data + 1, 3);
      else
        g_string_append_c (svg, 'Z');
    }
  g_string_append_c (svg, '"');
  cairo_path_destroy (path);
}

static gboolean
has_path (cairo_t *cr)
{
  cairo_path_t *path = cairo_copy_path (cr);
  gboolean has_any = path->num_data > 0;

  cairo_path_destroy (path);
  return has_any;
}

/**
 * tl_svg_add_fill:
 * @svg: an SVG image up to here
 * @cr: a context
 *
 * Fills the context's path, as cairo_fill_preserve() does.
 */
void
tl_svg_add_fill (GString *svg,
                 cairo_t *cr)
{
  if (!has_path (cr))
    return;
  g_string_append (svg, "<path");
  add_paint (svg, cr, "fill");
  add_path (svg, cr);
  g_string_append (svg, "/>\n");
}

static void
add_dashes (GString *svg,
            cairo_t *cr)
{
  double dashes[4];
  int n_dashes = cairo_get_dash_count (cr);

  if (n_dashes == 0 || (gsize) n_dashes > G_N_ELEMENTS (dashes))
    return;
  cairo_get_dash (cr, dashes, NULL);
  g_string_append (svg, " stroke-dasharray=\"");
  for (int i = 0; i < n_dashes; i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      add_number (svg, dashes[i]);
    }
  g_string_append_c (svg, '"');
}

/**
 * tl_svg_add_stroke:
 * @svg: an SVG image up to here
 * @cr: a context
 *
 * Strokes the context's path, as cairo_stroke_preserve() does.
 */
void
tl_svg_add_stroke (GString *svg,
                   cairo_t *cr)
{
  if (!has_path (cr))
    return;
  g_string_append (svg, "<path fill=\"none\"");
  add_paint (svg, cr, "stroke");
  add_attribute (svg, "stroke-width", cairo_get_line_width (cr));
  if (cairo_get_line_cap (cr) == CAIRO_LINE_CAP_ROUND)
    g_string_append (svg, " stroke-linecap=\"round\"");
  add_dashes (svg, cr);
  add_path (svg, cr);
  g_string_append (svg, "/>\n");
}

/* ---- texts ---- */

static void
add_font (GString *svg,
          PangoFont *font)
{
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);
  const char *family = pango_font_description_get_family (description);
  g_autofree char *quoted = g_markup_escape_text (family != NULL ? family : "sans-serif", -1);

  g_string_append_printf (svg, " font-family=\"'%s', " FALLBACK_FONTS "\"", quoted);
  add_attribute (svg, "font-size",
                 (double) pango_font_description_get_size (description) / PANGO_SCALE);
  if (pango_font_description_get_weight (description) > PANGO_WEIGHT_MEDIUM)
    g_string_append (svg, " font-weight=\"bold\"");
  pango_font_description_free (description);
}

/* What XML cannot hold is dropped; a text of the chart has no such character for a reason. */
static void
add_characters (GString    *svg,
                const char *text,
                gsize       length)
{
  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '<')
        g_string_append (svg, "&lt;");
      else if (character == '&')
        g_string_append (svg, "&amp;");
      else if (character == '>')
        g_string_append (svg, "&gt;");
      else if (character >= 0x20 && character != 0x7f && character != 0xfffe && character != 0xffff)
        g_string_append_unichar (svg, character);
    }
}

static void
add_run_text (GString            *svg,
              PangoLayout        *layout,
              const PangoLayoutRun *run)
{
  const PangoItem *item = run->item;

  if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
    g_string_append (svg, "…");
  else
    add_characters (svg, pango_layout_get_text (layout) + item->offset, (gsize) item->length);
}

/* Runs differ in font, size or height.  Each is as wide as it was laid out, wherever the
 * picture is opened and with whatever font. */
static void
add_run (GString             *svg,
         cairo_t             *cr,
         PangoLayout         *layout,
         PangoLayoutIter     *iter,
         double               x,
         double               y)
{
  const PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
  double baseline = (double) pango_layout_iter_get_run_baseline (iter) / PANGO_SCALE;
  PangoRectangle logical;

  if (run == NULL)              /* the end of a line */
    return;
  pango_layout_iter_get_run_extents (iter, NULL, &logical);
  g_string_append (svg, "<text xml:space=\"preserve\"");
  add_attribute (svg, "x", x + (double) logical.x / PANGO_SCALE);
  add_attribute (svg, "y", y + baseline);
  add_font (svg, run->item->analysis.font);
  add_paint (svg, cr, "fill");
  add_attribute (svg, "textLength", (double) logical.width / PANGO_SCALE);
  g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
  /* From the right to the left a text ends at its left edge, and what has no direction of its
   * own, as brackets, goes with the rest. */
  if (run->item->analysis.level % 2 == 1)
    g_string_append (svg, " direction=\"rtl\" unicode-bidi=\"embed\" text-anchor=\"end\"");
  g_string_append_c (svg, '>');
  add_run_text (svg, layout, run);
  g_string_append (svg, "</text>\n");
}

/**
 * tl_svg_add_text:
 * @svg: an SVG image up to here
 * @cr: a context
 * @layout: a text
 * @x: its left edge
 * @y: its upper edge
 *
 * Writes a text that stays a text: it can be found, copied and read aloud.
 */
void
tl_svg_add_text (GString     *svg,
                 cairo_t     *cr,
                 PangoLayout *layout,
                 double       x,
                 double       y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    add_run (svg, cr, layout, iter, x, y);
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}
