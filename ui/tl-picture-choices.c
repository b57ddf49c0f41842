/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pictures a person likes to have of charts: chosen when one is exported, and used when one
 * is copied or dragged away, too. */

#include "tl-picture-choices.h"

#include "tl-gazetteer.h"

/* Of a chart that nobody sees. */
static const TlPictureChoices usual_choices = {
  TL_CHART_FORMAT_PNG, TL_PICTURE_SIZE_PAGE, 960, 600, 2, TL_CHART_STYLE_LIGHT,
};

static const struct
{
  const char *name;
  int         width;
  int         height;
} sizes[] = {
  [TL_PICTURE_SIZE_COLUMN] = { "column", 480, 300 },
  [TL_PICTURE_SIZE_PAGE] = { "page", 960, 600 },
  [TL_PICTURE_SIZE_SLIDE] = { "slide", 1920, 1080 },
  [TL_PICTURE_SIZE_WINDOW] = { "window", 0, 0 },
  [TL_PICTURE_SIZE_CUSTOM] = { "custom", 0, 0 },
};

static TlPictureSize
find_size (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (name, sizes[i].name))
      return (TlPictureSize) i;
  return TL_PICTURE_SIZE_PAGE;
}

/**
 * tl_picture_choices_load:
 * @self: (out): the choices
 * @settings: (nullable): what is remembered
 *
 * Sets choices to those that were made last, or to the usual ones.
 */
void
tl_picture_choices_load (TlPictureChoices *self,
                         GSettings        *settings)
{
  g_autofree char *format = NULL, *size = NULL, *style = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  *self = usual_choices;
  if (settings == NULL)
    return;
  format = g_settings_get_string (settings, "picture-format");
  size = g_settings_get_string (settings, "picture-size");
  style = g_settings_get_string (settings, "picture-style");
  tl_chart_format_from_string (format, &self->format);
  tl_chart_style_from_string (style, &self->style);
  self->size = find_size (size);
  self->width = g_settings_get_int (settings, "picture-width");
  self->height = g_settings_get_int (settings, "picture-height");
  self->scale = g_settings_get_int (settings, "picture-scale");
}

/**
 * tl_picture_choices_save:
 * @self: choices
 * @settings: (nullable): where they are remembered
 *
 * Remembers choices.
 */
void
tl_picture_choices_save (const TlPictureChoices *self,
                         GSettings              *settings)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  if (settings == NULL)
    return;
  g_settings_set_string (settings, "picture-format", tl_chart_format_to_string (self->format));
  g_settings_set_string (settings, "picture-size", sizes[self->size].name);
  g_settings_set_string (settings, "picture-style", tl_chart_style_to_string (self->style));
  g_settings_set_int (settings, "picture-width", self->width);
  g_settings_set_int (settings, "picture-height", self->height);
  g_settings_set_int (settings, "picture-scale", self->scale);
}

/**
 * tl_picture_choices_get_picture:
 * @self: choices
 * @window_width: how wide the chart is seen; 0 where it is not
 * @window_height: how high
 *
 * Returns: the picture that they make of a chart
 */
TlChartPicture
tl_picture_choices_get_picture (const TlPictureChoices *self,
                                int                     window_width,
                                int                     window_height)
{
  TlPictureSize size = self->size;
  TlChartPicture picture = { self->format, self->style, self->width, self->height, self->scale };

  if (size == TL_PICTURE_SIZE_CUSTOM)
    return picture;
  if (size == TL_PICTURE_SIZE_WINDOW && window_width > 0 && window_height > 0)
    {
      picture.width = window_width;
      picture.height = window_height;
      return picture;
    }
  if (size == TL_PICTURE_SIZE_WINDOW)
    size = TL_PICTURE_SIZE_PAGE;
  picture.width = sizes[size].width;
  picture.height = sizes[size].height;
  return picture;
}

/**
 * tl_picture_choices_get_png:
 * @settings: (nullable): what is remembered
 * @view: what shows the chart
 *
 * Returns: the PNG that is made of a chart without asking
 */
TlChartPicture
tl_picture_choices_get_png (GSettings *settings,
                            GtkWidget *view)
{
  TlPictureChoices choices;

  tl_picture_choices_load (&choices, settings);
  choices.format = TL_CHART_FORMAT_PNG;
  return tl_picture_choices_get_picture (&choices, gtk_widget_get_width (view), gtk_widget_get_height (view));
}

/**
 * tl_picture_choices_dup_file_name:
 * @chart: a chart
 * @format: the format of its file
 *
 * Returns: (transfer full): a name for a file with the chart, "belarus-kazakhstan.png"; with how
 *   many series there are, where there are several
 */
char *
tl_picture_choices_dup_file_name (TlChart       *chart,
                                  TlChartFormat  format)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *partner =
        tl_gazetteer_dup_display_name (gazetteer, tl_series_get_partner (tl_chart_get_series (chart), i));
      g_autofree char *ascii = g_str_to_ascii (partner, NULL);
      g_autofree char *lower = g_ascii_strdown (ascii, -1);

      g_string_append (name, i > 0 ? "-" : "");
      g_string_append (name, g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz0123456789", '-'));
    }
  if (tl_chart_get_n_series (chart) > 1)
    g_string_append_printf (name, "-%u", tl_chart_get_n_series (chart));
  g_string_append_printf (name, ".%s", tl_chart_format_to_string (format));
  return g_string_free (name, FALSE);
}
