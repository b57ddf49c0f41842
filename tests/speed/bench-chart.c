/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the painting of many marks takes against that of few, in one run: a library may have
 * thousands of reports of one pair. */

#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "tl-chart-painter.h"

#define WIDTH    1200
#define HEIGHT   700
#define N_ROUNDS 25

static TlReport *
make_report (guint index,
             guint n)
{
  g_autoptr(TlFigure) figure = NULL;
  g_autofree char *quote = NULL;
  TlFigureData data;

  tl_figure_data_init (&data);
  g_strlcpy (data.partners[0], "BY", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  data.start = (TlDate) { 1995 + (int) (index % 30), 1, 0 };
  data.end = (TlDate) { data.start.year, 12, 0 };
  /* Another value for each, and without a pattern. */
  data.value = 1e8 + 1e9 * ((index * 7919u) % n) / n;
  g_strlcpy (data.currency, "USD", sizeof data.currency);
  quote = g_strdup_printf ("$%.3f million", data.value / 1e6);
  figure = tl_figure_new (&data, quote, quote, NULL);
  return tl_report_new (figure, index + 1, "Title", "Daily", TL_DATE_NONE, NULL);
}

static TlChartScene *
make_scene (guint n)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (reports, make_report (i, n));
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  return tl_chart_scene_new (series, WIDTH, HEIGHT, FALSE);
}

static double
measure_once (TlChartScene *scene,
              cairo_t      *cr)
{
  clock_t start = clock ();

  tl_chart_paint (scene, cr, TL_CHART_STYLE_LIGHT, -1, -1);
  return (double) (clock () - start) / CLOCKS_PER_SEC * 1000;
}

typedef struct
{
  guint            n;
  TlChartScene    *scene;
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           best;
} Case;

static void
case_init (Case *self)
{
  self->scene = make_scene (self->n);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  self->cr = cairo_create (self->surface);
  self->best = G_MAXDOUBLE;
}

static void
case_clear (Case *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_object_unref (self->scene);
}

/* The best of several rounds, each of which paints all, as others use the machine as well. */
int
main (void)
{
  Case cases[] = { { .n = 200 }, { .n = 500 }, { .n = 1000 }, { .n = 2000 }, { .n = 5000 },
                   { .n = 20000 } };
  double most = 0;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    case_init (&cases[i]);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        double once = measure_once (cases[i].scene, cases[i].cr);

        cases[i].best = MIN (cases[i].best, once);
      }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      printf ("%6u reports, %5u marks: painted in %8.2f ms of CPU, %.2f times\n", cases[i].n,
              tl_chart_scene_get_n_marks (cases[i].scene), cases[i].best,
              cases[i].best / cases[0].best);
      most = MAX (most, cases[i].best / cases[0].best);
      case_clear (&cases[i]);
    }
  printf ("the slowest against 200: %.2f times\n", most);
  return 0;
}
