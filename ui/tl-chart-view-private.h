/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-painter.h"
#include "tl-chart-view.h"
#include "tl-report.h"

G_BEGIN_DECLS

/* Below that a chart cannot be read. */
#define TL_CHART_VIEW_MIN_WIDTH 240
#define TL_CHART_VIEW_MIN_HEIGHT 220

struct _TlChartView
{
  GtkWidget     parent_instance;

  TlChart      *chart;          /* owned, NULL when there is nothing to show */
  TlChartScene *scene;          /* owned, of the chart at the present size; or NULL */
  int           width;          /* for which the scene was made, in pixels */
  int           height;
  double        scale;          /* pixels to a unit of the scene */
  GdkTexture   *texture;        /* owned, the scene painted without states; or NULL */
  TlSubject     selected;
  int           hovered;        /* a mark of the scene, -1 for none */
  gboolean      is_editable;    /* whether a person can say what its figures are */
  int           target_year;    /* that something is dragged over, 0 for none */
  int           least_width;    /* for which least_height was found */
  double        least_scale;
  int           least_height;   /* that the chart needs, 0 when it is not known */
};

/* tl-chart-view-marks.c */
int        tl_chart_view_find_mark      (TlChartView      *self,
                                         TlSubject         subject);
GtkWidget *tl_chart_view_get_widget     (TlChartView      *self,
                                         int               mark);
void       tl_chart_view_match_series   (TlChartView      *self);
void       tl_chart_view_place_marks    (TlChartView      *self);
void       tl_chart_view_describe_marks (TlChartView      *self);
gboolean   tl_chart_view_focus          (GtkWidget        *widget,
                                         GtkDirectionType  direction);
void       tl_chart_view_install_keys   (GtkWidgetClass   *widget_class);

/* tl-chart-view-size.c */
double       tl_chart_view_choose_scale     (TlChartView  *self,
                                             int           width,
                                             int           height);
int          tl_chart_view_get_least_height (TlChartView  *self,
                                             int           width);
int          tl_chart_view_pick             (TlChartView  *self,
                                             double        x,
                                             double        y);
int          tl_chart_view_find_year        (TlChartView  *self,
                                             double        x,
                                             double        y);
GdkRectangle tl_chart_view_get_area         (TlChartView  *self,
                                             const TlRect *rect);

/* tl-chart-view-dating.c */
TlReport  *tl_chart_view_get_only_report (TlChartView     *self,
                                          int              mark);
void       tl_chart_view_snapshot_target (TlChartView     *self,
                                          GtkSnapshot     *snapshot,
                                          TlChartStyle     style);

/* tl-chart-view-menu.c */
void       tl_chart_view_add_menus      (TlChartView      *self);
void       tl_chart_view_show_menu      (TlChartView      *self);

G_END_DECLS
