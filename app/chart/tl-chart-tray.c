/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tray: beside the plot and on its scale stands what is said without a period.  Of several
 * series nobody could say whose it is, so there a note below the years counts it.
 *
 * The plot comes first.  The tray takes at most a quarter of the width; where that is too little
 * for it, a note below the years counts what would be in it.  A claim may raise the scale by a
 * half at most: what is higher stands at the upper edge, with a shape that points on, and its
 * label says how much it is.  Claims that lie over one another stand side by side, and where
 * there are too many for that they are joined into one mark with their number in it. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-claims.h"

#define RADIUS 6.5

/* Of the scene's width. */
#define MAX_PART 0.25

/* Between plot and tray, in the size of the text: the last year's label may reach out of the
 * plot. */
#define GAP 1.4

/* Narrower scenes, in the size of the text, have no width to spare. */
#define LEAST_WIDTH 36

/* By how much claims may raise the scale. */
#define MAX_RAISE 1.5

/* Of so many claims labels are measured. */
#define SAMPLE 24

/* Of numbers of sources, as at other marks. */
#define MANY_RUNS 12

static const TlClaim *
get_claim (TlChartDraft *self,
           guint         index)
{
  return self->tray.claims->pdata[index];
}

static double
get_upper (const TlClaim *claim)
{
  return isfinite (claim->high) ? claim->high : claim->value;
}

/* ---- how wide ---- */

static double
measure_labels (TlChartDraft *self,
                TlLabelStyle  style)
{
  guint n = self->tray.claims->len;
  guint step = MAX (1, n / SAMPLE);
  double widest = 0;

  for (guint i = 0; i < n; i += step)
    {
      g_autofree char *value = tl_claim_dup_value (get_claim (self, i), style);
      g_autoptr(PangoLayout) layout = tl_chart_draft_make_label (self, value, self->small_size);
      double width;

      tl_chart_measure (layout, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest + (self->with_sources ? 1.6 * self->small_size : 0);
}

/**
 * tl_chart_draft_make_tray_heading:
 * @self: a draft
 *
 * Returns: (transfer full): the heading of the tray
 */
PangoLayout *
tl_chart_draft_make_tray_heading (TlChartDraft *self)
{
  return tl_chart_draft_make_label (self, C_("chart", "Undated"), self->text_size);
}

/* Chooses the style of the labels, "compact" where signs are too wide, or no labels at all. */
static void
choose_width (TlChartDraft *self)
{
  TlChartTray *tray = &self->tray;
  double padding = TL_TRAY_PADDING * self->text_size;
  g_autoptr(PangoLayout) heading = tl_chart_draft_make_tray_heading (self);
  double most = MAX_PART * self->scene->width;
  double least;

  tl_chart_measure (heading, &least, NULL);
  tray->marks_width = tray->n_columns * 2 * tray->radius;
  least = MAX (least, tray->marks_width) + padding;
  for (tray->style = TL_LABEL_STYLE_SIGNS; tray->style <= TL_LABEL_STYLE_COMPACT; tray->style++)
    {
      double width = padding + tray->marks_width + TL_TRAY_LABEL_GAP * self->text_size +
                     measure_labels (self, tray->style);

      if (width <= most)
        {
          tray->has_labels = TRUE;
          tray->width = MAX (width, least);
          break;
        }
    }
  if (!tray->has_labels)
    tray->width = least;
  if (tray->width > most || self->scene->width < LEAST_WIDTH * self->text_size)
    tray->width = 0;
}

/**
 * tl_chart_draft_plan_tray:
 * @self: the draft of the first panel, which knows its largest value and its edges
 *
 * Finds what is said without a period, and decides whether it stands in a tray, and how wide that
 * is.  Makes room for it, and raises the largest value for claims that are a little higher.
 */
void
tl_chart_draft_plan_tray (TlChartDraft *self)
{
  TlChartTray *tray = &self->tray;
  double max = self->max;

  tray->claims = tl_claims_list (self->scene->chart);
  if (tray->claims->len == 0 || tl_chart_get_n_series (self->scene->chart) > 1 ||
      g_strcmp0 (self->currency, get_claim (self, 0)->currency) != 0)
    return;
  tray->radius = RADIUS * self->scene->zoom;
  tray->n_columns = tray->claims->len == 1 ? 1 : tray->claims->len <= 5 ? 2 : TL_MAX_TRAY_COLUMNS;
  choose_width (self);
  if (tray->width > 0)
    self->right -= tray->width + GAP * self->text_size;
  for (guint i = 0; i < tray->claims->len && tray->width > 0; i++)
    {
      double upper = get_upper (get_claim (self, i));

      if (upper <= MAX_RAISE * max)
        self->max = MAX (self->max, upper);
    }
  for (guint i = 0; i < tray->claims->len && tray->width > 0; i++)
    {
      if (get_claim (self, i)->value > self->max)
        tray->has_beyond = TRUE;
      else if (get_claim (self, i)->kind == TL_POINT_YEAR)
        tray->has_reported = TRUE;
      else
        tray->has_hoped = TRUE;
    }
}

/* ---- the note in place of a tray ---- */

static char *
dup_note (TlChartDraft *self)
{
  guint n = self->tray.claims->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u undated claim", "%u undated claims", n), n);
}

/**
 * tl_chart_draft_get_tray_note_height:
 * @self: a draft whose tray is planned
 *
 * Returns: what the note in place of a tray takes, 0 where there is none
 */
double
tl_chart_draft_get_tray_note_height (TlChartDraft *self)
{
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  double height;

  if (self->tray.claims->len == 0 || self->tray.width > 0)
    return 0;
  text = dup_note (self);
  layout = tl_chart_draft_make_label (self, text, self->small_size);
  tl_chart_measure (layout, NULL, &height);
  return height;
}

/* With as many numbers of sources as there is width for. */
static PangoLayout *
make_note (TlChartDraft *self)
{
  GPtrArray *claims = self->tray.claims;
  g_autoptr(GPtrArray) reports = tl_claims_list_reports (claims, 0, claims->len);
  g_autofree char *text = dup_note (self);
  double most = self->scene->width - 2 * self->margin;
  PangoLayout *layout = NULL;
  double width = G_MAXDOUBLE;

  for (guint n_runs = MANY_RUNS; width > most && n_runs > 0; n_runs /= 2)
    {
      g_autofree char *references = tl_chart_draft_dup_references_of (self, reports, n_runs);

      g_clear_object (&layout);
      layout = tl_chart_draft_make_raised_label (self, text, references, self->small_size);
      tl_chart_measure (layout, &width, NULL);
    }
  return layout;
}

/**
 * tl_chart_draft_add_tray_note:
 * @self: a draft whose sources are listed
 * @y: where the note begins
 *
 * Adds the note that stands in place of a tray, where there is one.
 */
void
tl_chart_draft_add_tray_note (TlChartDraft *self,
                              double        y)
{
  TlChartTray *tray = &self->tray;

  if (tray->claims->len == 0 || tray->width > 0)
    return;
  tray->note = self->scene->texts->len;
  tray->has_note = TRUE;
  tl_chart_draft_take_text (self, make_note (self), self->margin, y, TL_INK_TEXT);
}

/**
 * tl_chart_draft_add_tray_note_mark:
 * @self: the draft of the first panel; all other marks have their labels
 *
 * Adds the mark of the note that stands in place of a tray: all that it counts is behind it.
 */
void
tl_chart_draft_add_tray_note_mark (TlChartDraft *self)
{
  TlChartTray *tray = &self->tray;
  TlRect rect = g_array_index (self->scene->texts, TlChartText, tray->note).rect;
  TlGlyph glyph = { .shape = TL_SHAPE_NONE, .rect = rect, .y_high = NAN };
  TlMark mark = { .bounds = rect, .x = rect.x + rect.width / 2, .y = rect.y + rect.height / 2 };
  guint n = tray->claims->len;

  for (guint i = 0; i < n; i++)
    tl_claim_add_to_mark (get_claim (self, i), &mark);
  mark.label = dup_note (self);
  mark.description = tl_claims_dup_note (tray->claims);
  g_array_append_val (self->scene->marks, mark);
  g_array_append_val (self->scene->glyphs, glyph);
}
