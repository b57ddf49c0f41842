/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlSubjectKind:
 * @TL_SUBJECT_NONE: nothing
 * @TL_SUBJECT_POINT: a point of a series
 * @TL_SUBJECT_UNDATED: a report without a period
 * @TL_SUBJECT_OFFICIAL: a year of an official series
 *
 * What sort of thing a mark stands for.
 */
typedef enum
{
  TL_SUBJECT_NONE,
  TL_SUBJECT_POINT,
  TL_SUBJECT_UNDATED,
  TL_SUBJECT_OFFICIAL,
} TlSubjectKind;

/**
 * TlSubject:
 * @kind: what sort of thing it is
 * @series: index of its series in the chart
 * @index: index of the point, of the undated report, or of the official series
 * @year: of an official series, index of the year; else 0
 *
 * What a mark stands for: the same thing in every scene of a chart, whatever its size.
 */
typedef struct
{
  TlSubjectKind kind;
  guint         series;
  guint         index;
  guint         year;
} TlSubject;

#define TL_NO_SUBJECT ((TlSubject) { TL_SUBJECT_NONE, 0, 0, 0 })

#define TL_TYPE_SUBJECT (tl_subject_get_type ())

GType     tl_subject_get_type     (void);
TlSubject tl_subject_for_point    (guint     series,
                                   guint     point);
TlSubject tl_subject_for_undated  (guint     series,
                                   guint     report);
TlSubject tl_subject_for_official (guint     series,
                                   guint     official,
                                   guint     year);
gboolean  tl_subject_equal        (TlSubject a,
                                   TlSubject b);

G_END_DECLS
