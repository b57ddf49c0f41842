/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-choice.h"
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
  TL_SHAPE_CROWD,               /* several that are too near to be told apart */
  TL_SHAPE_UNDATED,             /* a square that asks when: what is said without a period */
  TL_SHAPE_BEYOND,              /* as that, and pointing on to what is above the scale */
  TL_SHAPE_NONE,                /* a mark that is drawn otherwise, as a text */
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
  guint       n_joined;         /* of how many things that are drawn as one; else 0 or 1 */
  guint       tone;             /* its colour, see TL_TONE_OF_KIND and so on */
} TlGlyph;

/* Which colour: that of its kind where all is of one series, else its series', and in the legend
 * none of these. */
#define TL_TONE_OF_KIND     0u
#define TL_TONE_NEUTRAL     1u
#define TL_TONE_OF_SERIES(series) (2u + (series))
#define TL_N_SERIES_TONES   6

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
  guint      tone;
} TlChartLine;

/* Below reports of a year that differ. */
typedef struct
{
  TlRect rect;
  guint  tone;
} TlChartColumn;

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
  TlChartArrangement arrangement; /* as it is drawn */
  TlRect     plot;              /* the first panel's */
  TlRect     tray;              /* beside the plot, of no width where there is none */
  GArray    *panels;            /* of TlPanel */
  GArray    *marks;             /* of TlMark, panel by panel */
  GArray    *glyphs;            /* of TlGlyph, one for each mark */
  GArray    *keys;              /* of TlGlyph, the legend's */
  GArray    *columns;           /* of TlChartColumn */
  GArray    *lines;             /* of TlChartLine */
  GArray    *texts;             /* of TlChartText */
};

/* Of the marks of a lane: one in its column, or several that are joined. */
typedef struct
{
  guint first;                  /* counted from the lane's first */
  guint n;
  guint column;
} TlLot;

/* How marks of a scene are joined. */
typedef struct
{
  guint    level;               /* how near they have to be: 0 where they would hide each other */
  gboolean are_explained;       /* by the legend */
  guint    n;                   /* how many marks stand for several points or claims */
} TlChartJoins;

/* Marks that stand in one lane: those of one kind and, where there is room, one period. */
typedef struct
{
  guint       first;            /* index of its first mark */
  guint       n;
  guint       series;           /* index of its series in the chart */
  TlPointKind kind;
  int         year;             /* counted from the first */
  gboolean    is_span;          /* over several years */
  gboolean    is_one_period;
  double      x;                /* its middle */
  double      pitch;            /* from its middle to the next lane's */
} TlGroup;

#define TL_MAX_TRAY_COLUMNS 3

/* In the size of the text: between the tray's line and its marks, and from there to labels. */
#define TL_TRAY_PADDING   0.7
#define TL_TRAY_LABEL_GAP 0.4

/* What is said without a period: in a tray beside the plot, or counted in a note. */
typedef struct
{
  GPtrArray   *claims;          /* owned, of TlClaim */
  double       width;           /* 0 without a tray */
  double       marks_width;
  double       radius;          /* of a mark */
  guint        n_columns;       /* of marks, at most */
  gboolean     has_labels;
  TlLabelStyle style;           /* of the labels */
  gboolean     has_reported;    /* something that is reported is on the scale */
  gboolean     has_hoped;       /* a target or forecast is */
  gboolean     has_beyond;      /* something is above it */
  gboolean     has_note;
  guint        note;            /* index of the note's text */
} TlChartTray;

/* Which series stands in some lanes of a year, told by its letter below them. */
typedef struct
{
  guint  series;
  double x;                     /* the middle of its lanes */
  double width;                 /* of all of them */
} TlLetter;

/* The articles behind the marks of all panels. */
typedef struct
{
  GHashTable *numbers;          /* article's id → number */
  guint       n_listed;         /* how many of them stand in the picture */
} TlChartSources;

/* What is decided so far of one panel: a plot with its axes, and what stands above and below it.
 * A scene of one series has one, and no heading but the scene's. */
typedef struct
{
  TlChartScene *scene;
  GPtrArray    *panels;         /* borrowed, of the drafts of all panels, this one among them */
  PangoContext *pango;
  gboolean      with_sources;
  double        text_size;
  double        small_size;
  double        margin;

  guint         series[TL_CHART_MAX_SERIES]; /* indexes of its series in the chart */
  guint         n_series;
  const char   *currency;       /* of all of them */
  guint         row;            /* of panels */
  double        left, right;    /* the edges of the panel, axis and all */
  double        share;          /* of the scene's height, as far as it is known beforehand */
  TlRect        plot;
  guint         first_mark;     /* index of its first mark */
  guint         n_marks;
  guint         first_line;     /* indexes of what is drawn first in its plot */
  guint         first_column;

  double        max;            /* the largest value or end of a range */
  double        min;            /* the lowest official value below zero, or zero */
  double        domain;         /* the value at the plot's upper edge */
  double        floor;          /* the value at its lower edge, zero or below */
  TlTicks       ticks;
  int           unit_exponent;
  int           first_year;
  int           n_years;
  GArray       *groups;         /* of TlGroup, in the order of the marks */
  GArray       *taken;          /* of TlRect: what labels leave free besides the marks */
  GArray       *letters;        /* of TlLetter, from left to right; none where it has one series */
  GArray       *notes;          /* of TlChartText, below the years, their y in rows */
  int           n_note_rows;
  double        note_height;    /* of a row */
  TlChartSources *sources;      /* borrowed, all panels' */
  GPtrArray    *officials;      /* borrowed, all panels': the TlOfficialSeries that the legend
                                 * names; their index is their pattern */
  TlChartJoins *joins;          /* borrowed, all panels' */
  TlChartTray   tray;           /* of the scene; the first panel has it */
} TlChartDraft;

/* tl-mark.c */
GArray      *tl_marks_new               (void);
void         tl_mark_add_subject        (TlMark        *self,
                                         TlSubject      subject);

/* tl-chart-draft.c */
void         tl_chart_draft_draw_up     (TlChartScene  *scene,
                                         gboolean       with_sources);

/* tl-chart-panels.c */

/* Between panels, in the size of the text. */
#define TL_PANEL_GAP 2.0

GPtrArray   *tl_chart_panels_new        (const TlChartDraft *common);
void         tl_chart_panels_arrange    (GPtrArray     *panels);
gboolean     tl_chart_panels_letters_fit (GPtrArray    *panels);
double       tl_chart_panels_get_least_plots (GPtrArray *panels);
gboolean     tl_chart_panels_have_one_unit (GPtrArray  *panels);
void         tl_chart_panels_draw       (GPtrArray     *panels,
                                         double         top,
                                         double         bottom);

/* tl-chart-draft-texts.c */
PangoContext *tl_chart_make_pango_context (void);
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
void         tl_chart_draft_add_toned_line (TlChartDraft *self,
                                         TlLineRole     role,
                                         guint          tone,
                                         double         x1,
                                         double         y1,
                                         double         x2,
                                         double         y2);
void         tl_chart_draft_add_line    (TlChartDraft  *self,
                                         TlLineRole     role,
                                         double         x1,
                                         double         y1,
                                         double         x2,
                                         double         y2);

double       tl_chart_draft_get_y       (TlChartDraft  *self,
                                         double         value);
const TlPoint *tl_chart_draft_get_point (TlChartDraft  *self,
                                         const TlMark  *mark);
PangoLayout *tl_chart_draft_make_heading (TlChartDraft *self,
                                         const char    *text,
                                         double         width);
double       tl_chart_draft_add_unit    (TlChartDraft  *self,
                                         double         x,
                                         double         y,
                                         double         width);
void         tl_chart_draft_add_nothing (TlChartDraft  *self);

/* tl-chart-officials.c */
gboolean     tl_chart_has_plot          (TlChart       *chart);
gboolean     tl_chart_has_officials_alone (TlChart     *chart);
void         tl_chart_draft_range_officials (TlChartDraft *self);
void         tl_chart_draft_choose_officials (TlChartDraft *self);
void         tl_chart_draft_widen_range (TlChartDraft  *self);
void         tl_chart_draft_add_officials (TlChartDraft *self);
void         tl_chart_draft_add_official_marks (TlChartDraft *self);

/* tl-chart-official-words.c */
char        *tl_chart_dup_officials_subtitle (TlChart  *chart);
char        *tl_chart_dup_officials_opening (TlChart   *chart,
                                         const char    *title);
char        *tl_chart_dup_official_description (TlChart *chart,
                                         TlSubject      subject);
char        *tl_chart_dup_officials_description (GPtrArray *officials);

/* tl-chart-lanes.c */
void         tl_chart_draft_find_range  (TlChartDraft  *self);
void         tl_chart_draft_arrange     (TlChartDraft  *self);

/* tl-chart-letters.c */
char        *tl_chart_dup_letter        (guint          series);
gboolean     tl_chart_draft_has_letters (TlChartDraft  *self);
gboolean     tl_chart_draft_letters_fit (TlChartDraft  *self);
double       tl_chart_draft_get_letters_height (TlChartDraft *self);
void         tl_chart_draft_add_letters (TlChartDraft  *self,
                                         double         y);
void         tl_chart_draft_add_letters_of_spans (TlChartDraft *self);
guint        tl_chart_draft_get_tone    (TlChartDraft  *self,
                                         guint          series);

/* tl-chart-marks.c */
void         tl_chart_draft_add_marks   (TlChartDraft  *self);
double       tl_chart_draft_get_headroom (TlChartDraft *self);
void         tl_chart_draft_place_arrow (TlChartDraft  *self,
                                         TlGlyph       *glyph);

double       tl_chart_draft_get_radius  (TlChartDraft  *self,
                                         const TlGroup *group);

/* tl-chart-joins.c */
GArray      *tl_chart_draft_list_lots   (TlChartDraft  *self,
                                         const TlGroup *group,
                                         double        *radius,
                                         guint         *n_columns);
void         tl_chart_panels_choose_joins (GPtrArray   *panels);
void         tl_chart_draft_take_lots   (TlChartDraft  *self,
                                         GArray        *marks);
gboolean     tl_chart_draft_has_count_inside (TlChartDraft *self,
                                         const TlMark  *mark);
void         tl_chart_draft_add_counts  (TlChartDraft  *self);
GPtrArray   *tl_chart_draft_list_reports (TlChartDraft *self,
                                         const TlMark  *mark);
char        *tl_chart_dup_joined_description (TlChart  *chart,
                                         const TlMark  *mark);

/* tl-chart-tray.c */
void         tl_chart_draft_plan_tray   (TlChartDraft  *self);
double       tl_chart_draft_get_tray_note_height (TlChartDraft *self);
void         tl_chart_draft_add_tray_note (TlChartDraft *self,
                                         double         y);
void         tl_chart_draft_add_tray_note_mark (TlChartDraft *self);
PangoLayout *tl_chart_draft_make_tray_heading (TlChartDraft *self);

/* tl-chart-tray-marks.c */
void         tl_chart_draft_add_tray    (TlChartDraft  *self);

/* tl-chart-axes.c */

/* From the plot down to the years, in the size of the text: far enough below the axis that the
 * zero beside it is out of the first year's way. */
#define TL_YEARS_GAP 0.75

void         tl_chart_draft_choose_ticks (TlChartDraft *self);
double       tl_chart_draft_get_gutter  (TlChartDraft  *self);
void         tl_chart_draft_plan_notes  (TlChartDraft  *self);
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
char        *tl_chart_draft_dup_references_of (TlChartDraft *self,
                                         GPtrArray     *reports,
                                         guint          max_runs);
PangoLayout *tl_chart_draft_make_raised_label (TlChartDraft *self,
                                         const char    *text,
                                         const char    *references,
                                         double         size);
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
double       tl_chart_draft_get_least_legend (TlChartDraft *self);

/* tl-chart-sources.c */
void         tl_chart_draft_number_sources (TlChartDraft *self);
double       tl_chart_draft_add_sources (TlChartDraft  *self,
                                         double         bottom,
                                         double         max_height);

/* tl-chart-words.c */
char        *tl_chart_dup_title         (TlSeries      *series);
char        *tl_chart_dup_subtitle      (TlSeries      *series);
char        *tl_chart_dup_unit          (const char    *currency,
                                         int            unit_exponent);
char        *tl_chart_dup_more          (guint          n);
char        *tl_chart_dup_origin        (GPtrArray     *reports);
char        *tl_chart_dup_mark_description (TlSeries   *series,
                                            guint       point,
                                            guint       n_differing);
char        *tl_chart_dup_description   (TlSeries      *series,
                                         const char    *title);
char        *tl_chart_dup_summary       (TlSeries      *series,
                                         gboolean       is_brief);

/* Characters; what the IPTC asks of an alternative text. */
#define TL_MAX_ALT_TEXT 250
char        *tl_chart_dup_alt_text      (TlSeries      *series,
                                         const char    *title);

/* tl-chart-names.c */
char        *tl_chart_dup_chart_title   (TlChart       *chart);
char        *tl_chart_dup_chart_subtitle (TlChart      *chart);
char        *tl_chart_dup_subject_description (TlChart *chart,
                                         TlSubject      subject,
                                         guint          n_differing);
char        *tl_chart_dup_chart_description (TlChart   *chart,
                                         TlChartArrangement arrangement,
                                         const char    *title);
char        *tl_chart_dup_chart_alt_text (TlChart      *chart,
                                         TlChartArrangement arrangement,
                                         const char    *title);

G_END_DECLS
