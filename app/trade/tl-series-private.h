/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-series.h"

G_BEGIN_DECLS

TlPoint  *tl_point_new          (TlPointKind  kind,
                                 TlDate       start,
                                 TlDate       end);
TlPoint  *tl_point_new_reported (TlReport    *report);
void      tl_point_free         (TlPoint     *self);
gboolean  tl_point_says_same    (const TlPoint *self,
                                 const TlPoint *other);
void      tl_point_take_reports (TlPoint     *self,
                                 TlPoint     *other);
void      tl_point_sort_reports (TlPoint     *self);
int       tl_point_compare      (const TlPoint *a,
                                 const TlPoint *b);

GPtrArray *tl_points_merge      (GPtrArray   *points);
GPtrArray *tl_points_calculate  (GPtrArray   *points,
                                 GPtrArray   *changes,
                                 const char  *currency,
                                 GPtrArray   *left_out);

G_END_DECLS
