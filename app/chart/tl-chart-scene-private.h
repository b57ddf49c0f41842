/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-scene.h"
#include "tl-labels.h"
#include "tl-ticks.h"

G_BEGIN_DECLS

/* What the painter finds in a scene, and what the files that make a scene share. */

typedef enum
{
  TL_SHAPE_BAR,                 /* one report of a period: a bar from zero */
  TL_SHAPE_DOT,                 /* one of several of a period */
  TL_SHAPE_STEM,                /* a diamond on a stem: what is wanted */
  TL_SHAPE_SPAN,                /* a band over several years */
  TL_SHAPE_ARROW,               /* a bound alone, in the legend */
} TlShape;

typedef enum
{
  TL_BOUND_NONE,
  TL_BOUND_BELOW,
  TL_BOUND_ABOVE,
} TlBound;

/* A drawn thing: a mark's, with the same index as the mark, or a key's of the legend. */
typedef struct
{
  TlShape     shape;
  TlPointKind kind;
  TlRect      rect;             /* of a dot or diamond the square around it */
  double      foot;             /* where a stem stands */
  double      y_high;           /* the high end of a range, else NAN */
  TlBound     bound;
  TlRect      arrow;            /* where the bound's arrow goes */
} TlGlyph;

typedef enum
{
  TL_LINE_GRID,
  TL_LINE_AXIS,
  TL_LINE_TICK,
  TL_LINE_CONNECTOR,            /* from one full year to the next */
  TL_LINE_WHISKER,              /* from the lowest report of a period to the highest */
  TL_LINE_OFFICIAL,             /* an official value over its year, or a step to the next */
} TlLineRole;

typedef struct
{
  TlLineRole role;
  double     x1, y1, x2, y2;
  guint      pattern;           /* of an official's dashes, below TL_N_LINE_PATTERNS */
} TlChartLine;

#define TL_N_LINE_PATTERNS 8

typedef enum
{
  TL_INK_TEXT,
  TL_INK_DIM,
  TL_INK_VALUE,                 /* as TEXT, on a patch of the ground, which lines do not cross */
} TlInk;

typedef struct
{
  PangoLayout *layout;          /* owned */
  TlRect       rect;
  TlInk        ink;
} TlChartText;

struct _TlChartScene
{
  GObject    parent_instance;

  TlChart   *chart;             /* owned */
  TlSeries  *series;            /* borrowed from the chart */
  gboolean   is_part;           /* of a paper that has the title and the sources beside it */
  GPtrArray *sources;           /* of owned TlReports: what the articles' numbers mean */
  double     width;
  double     height;
  double     zoom;              /* how large text and strokes are, 1 at 900 × 540 */
  char      *title;             /* owned */
  char      *description;       /* owned */
  TlRect     plot;
  GArray    *marks;             /* of TlMark */
  GArray    *glyphs;            /* of TlGlyph, one for each mark */
  GArray    *keys;              /* of TlGlyph, the legend's */
  GArray    *columns;           /* of TlRect, below reports that differ */
  GArray    *lines;             /* of TlChartLine */
  GArray    *texts;             /* of TlChartText */
};

/* Marks that stand in one lane: those of one kind and, where there is room, one period. */
typedef struct
{
  guint       first;            /* index of its first mark */
  guint       n;
  TlPointKind kind;
  int         year;             /* counted from the first */
  gboolean    is_span;          /* over several years */
  gboolean    is_one_period;
  double      x;                /* its middle */
  double      pitch;            /* from its middle to the next lane's */
} TlGroup;

typedef struct
{
  TlChartScene *scene;
  PangoContext *pango;
  gboolean      with_sources;
  double        text_size;
  double        small_size;
  double        margin;

  double        max;            /* the largest value or end of a range */
  double        min;            /* the lowest official value below zero, or zero */
  double        domain;         /* the value at the plot's upper edge */
  double        floor;          /* the value at its lower edge, zero or below */
  TlTicks       ticks;
  int           unit_exponent;
  int           first_year;
  int           n_years;
  GArray       *groups;         /* of TlGroup, in the order of the marks */
  GHashTable   *source_numbers; /* article's id → number */
  GPtrArray    *sources;        /* borrowed TlReports, by number */
  GPtrArray    *officials;      /* borrowed TlOfficialSeries that are drawn */
  guint         n_listed;       /* how many of them stand in the picture */
} TlChartDraft;

/* tl-chart-draft.c */
void         tl_chart_draft_draw_up     (TlChartScene  *scene,
                                         gboolean       with_sources);
PangoLayout *tl_chart_draft_make_layout (TlChartDraft  *self,
                                         const char    *text,
                                         double         size,
                                         double         width,
                                         int            n_lines);
PangoLayout *tl_chart_draft_make_label  (TlChartDraft  *self,
                                         const char    *text,
                                         double         size);
void         tl_chart_measure           (PangoLayout   *layout,
                                         double        *width,
                                         double        *height);
TlRect       tl_chart_draft_take_text   (TlChartDraft  *self,
                                         PangoLayout   *layout,
                                         double         x,
                                         double         y,
                                         TlInk          ink);
void         tl_chart_draft_add_line    (TlChartDraft  *self,
                                         TlLineRole     role,
                                         double         x1,
                                         double         y1,
                                         double         x2,
                                         double         y2);

double       tl_chart_draft_get_y       (TlChartDraft  *self,
                                         double         value);

/* tl-chart-officials.c */
void         tl_chart_draft_choose_officials (TlChartDraft *self);
void         tl_chart_draft_widen_range (TlChartDraft  *self);
void         tl_chart_draft_add_officials (TlChartDraft *self);
char        *tl_chart_dup_officials_description (TlChart *chart);

/* tl-chart-lanes.c */
void         tl_chart_draft_find_range  (TlChartDraft  *self);
void         tl_chart_draft_arrange     (TlChartDraft  *self);

/* tl-chart-marks.c */
void         tl_chart_draft_add_marks   (TlChartDraft  *self);
double       tl_chart_draft_get_headroom (TlChartDraft *self);

/* tl-chart-axes.c */
void         tl_chart_draft_choose_ticks (TlChartDraft *self);
double       tl_chart_draft_get_gutter  (TlChartDraft  *self);
double       tl_chart_draft_add_x_axis  (TlChartDraft  *self,
                                         double         bottom);
void         tl_chart_draft_add_y_axis  (TlChartDraft  *self);

/* tl-chart-label-texts.c */
char        *tl_chart_draft_dup_value   (TlChartDraft  *self,
                                         guint          mark,
                                         TlLabelStyle   style);
char        *tl_chart_draft_dup_references (TlChartDraft *self,
                                         guint          mark,
                                         guint          max_runs);
PangoLayout *tl_chart_draft_make_value_label (TlChartDraft *self,
                                         guint          mark,
                                         const char    *value,
                                         const char    *references,
                                         double         size);
PangoLayout *tl_chart_draft_make_references_label (TlChartDraft *self,
                                         const char    *references);

/* tl-chart-label-places.c */
#define TL_N_LABEL_PLACES 13

TlRect       tl_chart_draft_get_label_place (TlChartDraft *self,
                                         const TlGroup *group,
                                         guint          mark,
                                         guint          place,
                                         double         gap,
                                         double         width,
                                         double         height);

/* tl-chart-labels.c */
void         tl_chart_draft_add_labels  (TlChartDraft  *self);

/* tl-chart-legend.c */
double       tl_chart_draft_add_legend  (TlChartDraft  *self,
                                         double         y,
                                         double         max_height);

/* tl-chart-sources.c */
void         tl_chart_draft_number_sources (TlChartDraft *self);
double       tl_chart_draft_add_sources (TlChartDraft  *self,
                                         double         bottom,
                                         double         max_height);

/* tl-chart-words.c */
char        *tl_chart_dup_title         (TlSeries      *series);
char        *tl_chart_dup_subtitle      (TlSeries      *series);
char        *tl_chart_dup_unit          (TlSeries      *series,
                                         int            unit_exponent);
char        *tl_chart_dup_more          (guint          n);
char        *tl_chart_dup_mark_description (TlSeries   *series,
                                            guint       point,
                                            guint       n_differing);
char        *tl_chart_dup_description   (TlSeries      *series,
                                         const char    *title);

/* Characters; what the IPTC asks of an alternative text. */
#define TL_MAX_ALT_TEXT 250
char        *tl_chart_dup_alt_text      (TlSeries      *series,
                                         const char    *title);

G_END_DECLS
