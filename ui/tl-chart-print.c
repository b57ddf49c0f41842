/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart on paper: one page, drawn by the painter that draws it everywhere. */

#include "tl-chart-print.h"

#include "tl-chart-painter.h"
#include "tl-picture-choices.h"

/* A unit of the chart is a pixel of a screen of 96 dpi; the page counts points. */
#define UNITS_PER_POINT (96.0 / 72)

typedef struct
{
  TlChart      *chart;          /* owned */
  TlChartScene *scene;          /* owned, NULL until it is made for the page's size */
  gboolean      is_begun;       /* it is being made */
  double        width;
  double        height;
} Printing;

static void
printing_free (gpointer  data,
               GClosure *closure G_GNUC_UNUSED)
{
  Printing *printing = data;

  g_clear_object (&printing->chart);
  g_clear_object (&printing->scene);
  g_free (printing);
}

static void
scene_thread (GTask        *task,
              gpointer      source_object G_GNUC_UNUSED,
              gpointer      task_data,
              GCancellable *cancellable G_GNUC_UNUSED)
{
  const Printing *printing = task_data;

  g_task_return_pointer (task, tl_chart_scene_new_for_chart (printing->chart, printing->width, printing->height, TRUE),
                         g_object_unref);
}

static void
scene_cb (GObject      *source_object G_GNUC_UNUSED,
          GAsyncResult *result,
          gpointer      user_data)
{
  /* It has the printing, which so lives as long as the task. */
  g_autoptr(GtkPrintOperation) operation = user_data;
  Printing *printing = g_task_get_task_data (G_TASK (result));

  printing->scene = g_task_propagate_pointer (G_TASK (result), NULL);
}

/* Asked again and again until all pages are known, which they are when the scene is there. */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Printing          *printing)
{
  g_autoptr(GTask) task = NULL;

  if (printing->scene != NULL)
    {
      gtk_print_operation_set_n_pages (operation, 1);
      return TRUE;
    }
  if (printing->is_begun)
    return FALSE;
  printing->is_begun = TRUE;
  printing->width = gtk_print_context_get_width (context) * UNITS_PER_POINT;
  printing->height = gtk_print_context_get_height (context) * UNITS_PER_POINT;
  task = g_task_new (NULL, NULL, scene_cb, g_object_ref (operation));
  g_task_set_task_data (task, printing, NULL);
  g_task_run_in_thread (task, scene_thread);
  return FALSE;
}

/* Its sources may make it higher than the page, and a small page be narrower than a chart is:
 * then it is drawn smaller. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double across = gtk_print_context_get_width (context) / tl_chart_scene_get_width (printing->scene);
  double down = gtk_print_context_get_height (context) / tl_chart_scene_get_height (printing->scene);
  double scale = MIN (MIN (across, down), 1 / UNITS_PER_POINT);

  cairo_scale (cr, scale, scale);
  tl_chart_paint (printing->scene, cr, TL_CHART_STYLE_LIGHT, -1, -1);
}

/**
 * tl_chart_print_new:
 * @chart: a chart
 *
 * Makes what prints a chart on a page, across it unless a person says otherwise.
 *
 * Returns: (transfer full): an operation, not run yet
 */
GtkPrintOperation *
tl_chart_print_new (TlChart *chart)
{
  GtkPrintOperation *operation;
  Printing *printing;
  g_autoptr(GtkPageSetup) setup = NULL;
  g_autofree char *name = NULL;
  char *dot;

  g_return_val_if_fail (TL_IS_CHART (chart), NULL);

  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  name = tl_picture_choices_dup_file_name (chart, TL_CHART_FORMAT_PDF);
  dot = strrchr (name, '.');
  if (dot != NULL)
    *dot = '\0';
  gtk_print_operation_set_job_name (operation, name);

  printing = g_new0 (Printing, 1);
  printing->chart = g_object_ref (chart);
  g_signal_connect_data (operation, "paginate", G_CALLBACK (paginate_cb), printing, printing_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  return operation;
}
