/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a scene is made: the order in which its parts find room. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Below this height every line counts. */
#define LOW 280

static double
add_title (TlChartDraft *self,
           double        y)
{
  TlChartScene *scene = self->scene;
  double width = scene->width - 2 * self->margin;
  double size = self->text_size * CLAMP (scene->width / 280, 1.25, 1.55);
  g_autofree char *text = tl_chart_dup_chart_subtitle (scene->chart);
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

static void
add_nothing (TlChartDraft *self,
             double        y)
{
  TlChartScene *scene = self->scene;
  double width = scene->width - 2 * self->margin;
  const char *text = _("Nothing to draw: no article reports an amount for a period");
  g_autofree char *choice = tl_chart_dup_choice (scene->chart);
  g_autofree char *words =
    choice != NULL ? g_strconcat (_("Nothing to draw of what was chosen."), " ", choice, NULL) : NULL;
  PangoLayout *layout = tl_chart_draft_make_layout (self, words != NULL ? words : text,
                                                    self->text_size, width, 3);
  double height;

  scene->plot = (TlRect) { self->margin, y, width, MAX (scene->height - self->margin - y, 1) };
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  tl_chart_measure (layout, NULL, &height);
  tl_chart_draft_take_text (self, layout, self->margin,
                            y + MAX (scene->plot.height - height, 0) * 0.45, TL_INK_DIM);
}

/* From the edges inwards: headings and legend from the top, sources from the bottom, and the
 * panels in what is left. */
static void
draw_up (GPtrArray *panels)
{
  TlChartDraft *self = panels->pdata[0];
  TlChartScene *scene = self->scene;
  double line = 1.6 * self->text_size;
  double y = add_title (self, self->margin);
  double bottom = scene->height - self->margin;
  double least_legend = tl_chart_draft_get_least_legend (self);
  double spare;

  if (!tl_chart_has_plot (scene->chart))
    {
      add_nothing (self, y);
      return;
    }

  /* The unit takes a line, the years and what stands below them take three. */
  spare = bottom - y - tl_chart_panels_get_least_plots (panels) - 4 * line;
  y += self->text_size * 0.6;
  spare = MIN (spare, scene->height * 0.2);
  y += tl_chart_draft_add_legend (self, y, MAX (spare, least_legend));
  y += self->text_size * 0.7;
  if (tl_chart_panels_have_one_unit (panels))
    y = tl_chart_draft_add_unit (self, self->margin, y,
                                 scene->width - 2 * self->margin) + self->text_size * 0.5;

  spare = bottom - y - tl_chart_panels_get_least_plots (panels) - 3 * line;
  bottom = tl_chart_draft_add_sources (self, bottom,
                                       MIN (spare, (bottom - y) * (self->with_sources ? 0.4 : 0.2)));
  if (bottom < scene->height - self->margin)
    bottom -= self->text_size * 0.9;
  tl_chart_panels_draw (panels, y, bottom);
  tl_chart_draft_add_tray (self);
  for (guint i = 0; i < panels->len; i++)
    tl_chart_draft_add_official_marks (panels->pdata[i]);
}

/* Together where that can be read: where a year has no room for the letters of its series, they
 * stand apart. */
static GPtrArray *
arrange (const TlChartDraft *common)
{
  TlChartScene *scene = common->scene;
  double height = scene->height;
  GPtrArray *panels = tl_chart_panels_new (common);

  if (!tl_chart_has_plot (scene->chart))
    return panels;
  tl_chart_panels_arrange (panels);
  if (tl_chart_panels_letters_fit (panels))
    return panels;

  g_ptr_array_unref (panels);
  g_ptr_array_set_size (common->officials, 0);
  g_array_set_size (scene->marks, 0);
  scene->height = height;
  scene->arrangement = TL_CHART_APART;
  panels = tl_chart_panels_new (common);
  tl_chart_panels_arrange (panels);
  return panels;
}

static void
draw_up_once (TlChartScene *scene,
              gboolean      with_sources,
              TlChartJoins *joins)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GPtrArray) officials = g_ptr_array_new ();
  g_autoptr(GPtrArray) panels = NULL;
  TlChartSources sources = { numbers, 0 };
  const TlChartDraft common = {
    .scene = scene, .with_sources = with_sources, .sources = &sources, .officials = officials,
    .joins = joins,
    .text_size = 12.5 * scene->zoom, .small_size = 11.5 * scene->zoom,
    .margin = scene->is_part ? 1 : CLAMP (scene->width * 0.028, 12, 36),
  };

  panels = arrange (&common);
  if (tl_chart_has_plot (scene->chart))
    tl_chart_draft_number_sources (panels->pdata[0]);
  draw_up (panels);
}

static void
clear (TlChartScene *scene)
{
  GArray *arrays[] = { scene->panels, scene->marks, scene->glyphs, scene->keys, scene->columns,
                       scene->lines, scene->texts };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_set_size (arrays[i], 0);
  g_ptr_array_set_size (scene->sources, 0);
}

/**
 * tl_chart_draft_draw_up:
 * @scene: a scene that has its chart, size and title
 * @with_sources: whether the numbered sources stand below the plots
 *
 * Decides every position of a scene.  Only when its plots have their places it is known which
 * marks have to be joined; if there are any, the legend has to explain them, and all is placed
 * anew around it.
 */
void
tl_chart_draft_draw_up (TlChartScene *scene,
                        gboolean      with_sources)
{
  TlChartJoins joins = { 0, FALSE, 0 };
  double height = scene->height;

  draw_up_once (scene, with_sources, &joins);
  if (joins.n == 0)
    return;
  clear (scene);
  scene->height = height;
  joins = (TlChartJoins) { 0, TRUE, 0 };
  draw_up_once (scene, with_sources, &joins);
}
