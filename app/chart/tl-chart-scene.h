/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "tl-chart.h"
#include "tl-subject.h"

G_BEGIN_DECLS

/**
 * TlRect:
 *
 * A rectangle in the chart's units, one of which is a pixel at scale 1.
 */
typedef struct
{
  double x, y, width, height;
} TlRect;

/**
 * TlMark:
 * @kind: what it stands for; shape and fill follow from it
 * @bounds: the area that it covers and that a click on it hits
 * @x: the middle
 * @y: the height of its value
 * @subject: what it stands for, a point of the series
 * @others: (nullable) (element-type TlSubject): what else it stands for, where several things
 *   say the same or are too near to be told apart; from the lowest up
 * @label: (nullable): the value as it is written beside it ("≈ $500 million")
 * @description: the mark in words, as a screen reader speaks it
 * @references: (nullable): the numbers of its sources, as they stand beside it ("1,4–6");
 *   %NULL without sources, and where not even they found room
 *
 * A mark of the chart.
 */
typedef struct
{
  TlPointKind kind;
  TlRect      bounds;
  double      x;
  double      y;
  TlSubject   subject;
  GArray     *others;
  char       *label;
  char       *description;
  char       *references;
} TlMark;

guint     tl_mark_get_n_subjects (const TlMark *self);
TlSubject tl_mark_get_subject    (const TlMark *self,
                                  guint         index);
gboolean  tl_mark_has_subject    (const TlMark *self,
                                  TlSubject     subject);

char     *tl_chart_dup_joined_range    (TlChart      *chart,
                                        const TlMark *mark);
char    **tl_chart_list_official_facts (TlChart      *chart,
                                        TlSubject     subject);

/**
 * TlPanel:
 * @plot: the area of its marks
 * @zero: the height of zero: the plot's lower edge, or above it where an official value is a deficit
 * @unit: the height of one unit of the currency; the same in all panels of one currency, 0 where
 *   there is nothing in it
 * @first_year: the first year of its axis
 * @n_years: how many it has, all equally wide; 0 where there is nothing in it
 * @currency: ISO 4217
 * @first_mark: index of its first mark
 * @n_marks: how many marks follow, that one among them
 *
 * A plot with axes of its own.
 */
typedef struct
{
  TlRect plot;
  double zero;
  double unit;
  int    first_year;
  int    n_years;
  char   currency[4];
  guint  first_mark;
  guint  n_marks;
} TlPanel;

/**
 * TlChartScene:
 *
 * Every position of a chart, decided: axes, ticks, marks, labels, legend, notes and
 * numbered sources.  Immutable.  The painter decides nothing; picking, keyboard order
 * and accessible text read the same scene.
 */
#define TL_TYPE_CHART_SCENE (tl_chart_scene_get_type ())
G_DECLARE_FINAL_TYPE (TlChartScene, tl_chart_scene, TL, CHART_SCENE, GObject)

TlChartScene *tl_chart_scene_new             (TlSeries     *series,
                                              double        width,
                                              double        height,
                                              gboolean      with_sources);
TlChartScene *tl_chart_scene_new_for_chart   (TlChart      *chart,
                                              double        width,
                                              double        height,
                                              gboolean      with_sources);
TlChartScene *tl_chart_scene_new_for_paper   (TlChart      *chart,
                                              double        width,
                                              double        height);
TlChart      *tl_chart_scene_get_chart       (TlChartScene *self);
TlChartArrangement tl_chart_scene_get_arrangement (TlChartScene *self);
GPtrArray    *tl_chart_scene_get_sources     (TlChartScene *self);
TlSeries     *tl_chart_scene_get_series      (TlChartScene *self);
double        tl_chart_scene_get_width       (TlChartScene *self);
double        tl_chart_scene_get_height      (TlChartScene *self);
guint         tl_chart_scene_get_n_marks     (TlChartScene *self);
const TlMark *tl_chart_scene_get_mark        (TlChartScene *self,
                                              guint         index);
int           tl_chart_scene_pick            (TlChartScene *self,
                                              double        x,
                                              double        y);
const char   *tl_chart_scene_get_title       (TlChartScene *self);
const char   *tl_chart_scene_get_description (TlChartScene *self);
guint         tl_chart_scene_get_n_panels    (TlChartScene *self);
const TlPanel *tl_chart_scene_get_panel      (TlChartScene *self,
                                              guint         index);
TlRect        tl_chart_scene_get_plot        (TlChartScene *self);

/* tl-chart-names.c */
char         *tl_chart_dup_series_name       (TlChart      *chart,
                                              guint         series);

G_END_DECLS
