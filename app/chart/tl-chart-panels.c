/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The panels of a scene: which series stand in which, how they share the picture, and what they
 * have in common.  All have the same years; those in one currency have one scale and one height,
 * so that a bar twice as high is twice as much wherever it stands.  Another currency never gets a
 * second axis beside the first: where such axes cross would be chance, and look like a finding. */

#include "tl-chart-scene-private.h"

#include <math.h>

/* A narrower panel has no room for its years. */
#define MIN_PANEL_WIDTH 230.0
#define MAX_COLUMNS     4

/* The heights of a plot in lines of text, in a window and in a picture. */
#define LEAST_PLOT   7
#define PICTURE_PLOT 13

/* Plots side by side are compared more easily than one above the other: so much more a column
 * counts than a row. */
#define PANEL_ASPECT 1.25

/* ---- which panels ---- */

static void
draft_free (TlChartDraft *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    g_clear_object (&g_array_index (self->notes, TlChartText, i).layout);
  g_array_unref (self->notes);
  g_array_unref (self->letters);
  g_array_unref (self->taken);
  g_clear_pointer (&self->tray.claims, g_ptr_array_unref);
  g_array_unref (self->groups);
  g_object_unref (self->pango);
  g_free (self);
}

static TlChartDraft *
add_panel (GPtrArray          *panels,
           const TlChartDraft *common,
           const char         *currency)
{
  TlChartDraft *self = g_memdup2 (common, sizeof *common);

  self->panels = panels;
  self->currency = currency;
  self->pango = panels->len > 0 ? g_object_ref (((TlChartDraft *) panels->pdata[0])->pango)
                                : tl_chart_make_pango_context ();
  self->groups = g_array_new (FALSE, FALSE, sizeof (TlGroup));
  self->notes = g_array_new (FALSE, FALSE, sizeof (TlChartText));
  self->letters = g_array_new (FALSE, FALSE, sizeof (TlLetter));
  self->taken = g_array_new (FALSE, FALSE, sizeof (TlRect));
  g_ptr_array_add (panels, self);
  return self;
}

static TlChartDraft *
find_panel (GPtrArray  *panels,
            const char *currency)
{
  for (guint i = 0; i < panels->len; i++)
    if (g_strcmp0 (((TlChartDraft *) panels->pdata[i])->currency, currency) == 0)
      return panels->pdata[i];
  return NULL;
}

/**
 * tl_chart_panels_new:
 * @common: what the drafts of all panels begin with
 *
 * Deals the series of a chart out to panels: to one each where they stand apart, else to one for
 * each currency.
 *
 * Returns: (transfer full) (element-type TlChartDraft): their drafts, at least one
 */
GPtrArray *
tl_chart_panels_new (const TlChartDraft *common)
{
  TlChart *chart = common->scene->chart;
  gboolean is_apart = common->scene->arrangement == TL_CHART_APART;
  GPtrArray *panels = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);

  if (tl_chart_has_officials_alone (chart))
    {
      TlOfficialSeries *official = tl_chart_get_officials (chart)->pdata[0];

      add_panel (panels, common, tl_official_series_get_currency (official))->n_series = 1;
      return panels;
    }
  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);
      const char *currency = tl_series_get_currency (series);
      TlChartDraft *panel = is_apart ? NULL : find_panel (panels, currency);

      /* Among others a series without a point takes no room; the legend says that it is empty. */
      if (!is_apart && tl_series_get_n_points (series) == 0)
        continue;
      if (panel == NULL)
        panel = add_panel (panels, common, currency);
      panel->series[panel->n_series++] = i;
    }
  if (panels->len == 0)
    add_panel (panels, common, "");
  return panels;
}

/* ---- what they share ---- */

static TlChartDraft *
get_panel (GPtrArray *panels,
           guint      index)
{
  return panels->pdata[index];
}

static gboolean
is_empty (const TlChartDraft *self)
{
  return self->n_years == 0;
}

/* One range of years for all, one of values for all in a currency. */
static void
share_ranges (GPtrArray *panels)
{
  int first = G_MAXINT, end = G_MININT;

  for (guint i = 0; i < panels->len; i++)
    {
      const TlChartDraft *panel = get_panel (panels, i);

      if (is_empty (panel))
        continue;
      first = MIN (first, panel->first_year);
      end = MAX (end, panel->first_year + panel->n_years);
    }
  for (guint i = 0; i < panels->len; i++)
    for (guint k = 0; k < panels->len; k++)
      {
        TlChartDraft *panel = get_panel (panels, i);
        const TlChartDraft *other = get_panel (panels, k);

        if (is_empty (panel) || g_strcmp0 (panel->currency, other->currency) != 0)
          continue;
        panel->first_year = first;
        panel->n_years = end - first;
        panel->max = MAX (panel->max, other->max);
        panel->min = MIN (panel->min, other->min);
      }
}

static void
find_ranges (GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++)
    tl_chart_draft_find_range (get_panel (panels, i));
  if (!tl_chart_has_points (get_panel (panels, 0)->scene->chart))
    tl_chart_draft_range_officials (get_panel (panels, 0));
  share_ranges (panels);
  for (guint i = 0; i < panels->len; i++)
    tl_chart_draft_choose_officials (get_panel (panels, i));
  for (guint i = 0; i < panels->len; i++)
    if (!is_empty (get_panel (panels, i)))
      tl_chart_draft_widen_range (get_panel (panels, i));
  share_ranges (panels);
}

/* ---- the grid ---- */

static double
get_gap (const TlChartDraft *self)
{
  return TL_PANEL_GAP * self->text_size;
}

/* Of a row of panels: heading, unit, a plot of a height in lines, and years with their notes. */
static double
get_row_height (GPtrArray *panels,
                double     plot)
{
  TlChartDraft *self = get_panel (panels, 0);
  double heading = tl_chart_panels_have_one_unit (panels) ? 1.6 : 3.2;
  double years = 3.2 + 1.4 * self->n_note_rows;

  return (heading + plot + years) * self->text_size + tl_chart_draft_get_letters_height (self);
}

/* What can be read; a picture may grow for more than that, a window cannot. */
static double
get_least_row (GPtrArray *panels)
{
  return get_row_height (panels, get_panel (panels, 0)->with_sources ? PICTURE_PLOT : LEAST_PLOT);
}

static guint
get_n_rows (GPtrArray *panels)
{
  return get_panel (panels, panels->len - 1)->row + 1;
}

/* As many columns as make the plots largest. */
static guint
choose_n_columns (GPtrArray *panels)
{
  const TlChartDraft *self = get_panel (panels, 0);
  double width = self->scene->width - 2 * self->margin;
  double best_size = 0;
  guint best = 1;

  for (guint n = 1; n <= MIN (panels->len, MAX_COLUMNS); n++)
    {
      guint n_rows = (panels->len + n - 1) / n;
      double column = (width - (n - 1) * get_gap (self)) / n;
      double row = MAX (self->scene->height * 0.7 / n_rows, get_row_height (panels, LEAST_PLOT));
      double size = MIN (column / PANEL_ASPECT, row);

      if (n > 1 && column < MIN_PANEL_WIDTH * self->scene->zoom)
        break;
      if (size > best_size)
        {
          best_size = size;
          best = n;
        }
    }
  return best;
}

/* Where there are more than find room in it, the picture becomes higher. */
static void
raise_scene (GPtrArray *panels)
{
  TlChartDraft *self = get_panel (panels, 0);
  guint n_rows = get_n_rows (panels);
  double headings = 2 * self->margin + 10 * self->text_size +
                    tl_chart_draft_get_least_legend (get_panel (panels, 0));
  double least = headings + n_rows * get_least_row (panels) + (n_rows - 1) * get_gap (self);

  if (tl_chart_get_n_series (self->scene->chart) > 1)
    self->scene->height = MAX (self->scene->height, ceil (least));
}

static void
choose_grid (GPtrArray *panels)
{
  TlChartScene *scene = get_panel (panels, 0)->scene;
  double margin = get_panel (panels, 0)->margin;
  double gap = get_gap (get_panel (panels, 0));
  guint n_columns = choose_n_columns (panels);
  double width = (scene->width - 2 * margin - (n_columns - 1) * gap) / n_columns;

  for (guint i = 0; i < panels->len; i++)
    {
      TlChartDraft *panel = get_panel (panels, i);

      panel->row = i / n_columns;
      panel->left = margin + i % n_columns * (width + gap);
      panel->right = i % n_columns + 1 == n_columns ? scene->width - margin : panel->left + width;
    }
}

/* ---- placing ---- */

static void
share_notes (GPtrArray *panels)
{
  int n_rows = 0;
  double height = 0;

  for (guint i = 0; i < panels->len; i++)
    {
      n_rows = MAX (n_rows, get_panel (panels, i)->n_note_rows);
      height = MAX (height, get_panel (panels, i)->note_height);
    }
  for (guint i = 0; i < panels->len; i++)
    {
      get_panel (panels, i)->n_note_rows = n_rows;
      get_panel (panels, i)->note_height = height;
    }
}

/**
 * tl_chart_panels_arrange:
 * @panels: (element-type TlChartDraft): drafts of a scene that has points
 *
 * Decides what the panels have in common, and where everything stands from left to right.
 */
void
tl_chart_panels_arrange (GPtrArray *panels)
{
  double gutter = 0;

  find_ranges (panels);
  choose_grid (panels);
  tl_chart_draft_plan_tray (get_panel (panels, 0));
  raise_scene (panels);
  for (guint i = 0; i < panels->len; i++)
    {
      TlChartDraft *panel = get_panel (panels, i);

      panel->share = panel->scene->height / get_n_rows (panels);
      if (is_empty (panel))
        continue;
      tl_chart_draft_choose_ticks (panel);
      gutter = MAX (gutter, tl_chart_draft_get_gutter (panel));
    }
  for (guint i = 0; i < panels->len; i++)
    {
      TlChartDraft *panel = get_panel (panels, i);

      panel->plot.x = panel->left + gutter;
      panel->plot.width = MAX (panel->right - panel->plot.x, 1);
      tl_chart_draft_arrange (panel);
      tl_chart_draft_plan_notes (panel);
    }
  share_notes (panels);
  raise_scene (panels);
}

/**
 * tl_chart_panels_letters_fit:
 * @panels: (element-type TlChartDraft): drafts that are arranged
 *
 * Returns: whether every series that shares a plot can be told from the others in all years
 */
gboolean
tl_chart_panels_letters_fit (GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++)
    if (!tl_chart_draft_letters_fit (get_panel (panels, i)))
      return FALSE;
  return TRUE;
}

/**
 * tl_chart_panels_get_least_plots:
 * @panels: (element-type TlChartDraft): drafts that are arranged
 *
 * Returns: what the plots need to be read, without the years below the last of them: where there
 *   is less room, headings and notes yield
 */
double
tl_chart_panels_get_least_plots (GPtrArray *panels)
{
  const TlChartDraft *self = get_panel (panels, 0);
  guint n_rows = get_n_rows (panels);

  if (panels->len == 1)
    return MAX (7.5 * self->text_size, 0.3 * self->scene->height);
  return MAX (n_rows * get_least_row (panels) + (n_rows - 1) * get_gap (self) -
                3 * 1.6 * self->text_size,
              0.4 * self->scene->height);
}

/**
 * tl_chart_panels_have_one_unit:
 * @panels: (element-type TlChartDraft): the drafts of a scene
 *
 * Returns: whether all count in one currency, so that their unit is to be said but once
 */
gboolean
tl_chart_panels_have_one_unit (GPtrArray *panels)
{
  const char *currency = NULL;

  for (guint i = 0; i < panels->len; i++)
    {
      const TlChartDraft *panel = get_panel (panels, i);

      if (is_empty (panel))
        continue;
      if (currency != NULL && g_strcmp0 (panel->currency, currency) != 0)
        return FALSE;
      currency = panel->currency;
    }
  return TRUE;
}

/* ---- drawing ---- */

static void
choose_domain (TlChartDraft *self)
{
  double height = self->plot.height;
  double headroom = MIN (tl_chart_draft_get_headroom (self) / height, 0.4);

  self->floor = self->min;
  self->domain = self->max / (1 - headroom) - self->min * headroom / (1 - headroom);
  if (!isfinite (self->domain))
    self->domain = G_MAXDOUBLE;
}

/* Of each currency the first panel decides: the others are as high but for rounding. */
static void
choose_domains (GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++)
    {
      TlChartDraft *panel = get_panel (panels, i);

      if (is_empty (panel))
        continue;
      choose_domain (panel);
      for (guint k = 0; k < i; k++)
        if (!is_empty (get_panel (panels, k)) &&
            g_strcmp0 (get_panel (panels, k)->currency, panel->currency) == 0)
          {
            panel->domain = get_panel (panels, k)->domain;
            panel->floor = get_panel (panels, k)->floor;
          }
    }
}

/* The series' name where it has the plot for itself, with its letter where others have none; else
 * their letters, "A, B, D". */
static char *
dup_heading (TlChartDraft *self)
{
  g_autofree char *name = tl_chart_dup_series_name (self->scene->chart, self->series[0]);
  g_autoptr(GString) letters = g_string_new (NULL);

  if (self->scene->arrangement == TL_CHART_APART)
    return g_steal_pointer (&name);
  for (guint i = 0; i < self->n_series; i++)
    {
      g_autofree char *letter = tl_chart_dup_letter (self->series[i]);

      g_string_append_printf (letters, "%s%s", i > 0 ? ", " : "", letter);
    }
  if (self->n_series == 1)
    g_string_append_printf (letters, "  %s", name);
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* What it shows, and in which unit where the panels have several. */
static double
add_headings (TlChartDraft *self,
              double        y)
{
  double width = self->right - self->left;
  g_autofree char *heading = dup_heading (self);
  PangoLayout *layout = tl_chart_draft_make_heading (self, heading, width);

  y += tl_chart_draft_take_text (self, layout, self->left, y, TL_INK_TEXT).height;
  if (!tl_chart_panels_have_one_unit (self->panels) && !is_empty (self))
    y = tl_chart_draft_add_unit (self, self->left, y, width);
  return y + self->text_size * 0.5;
}

static void
place (TlChartDraft *self,
       double        y,
       double        bottom)
{
  if (self->panels->len > 1)
    y = add_headings (self, y);
  if (!is_empty (self))
    bottom = tl_chart_draft_add_x_axis (self, bottom);
  self->plot.y = MIN (y, self->scene->height - 2);
  self->plot.height = MAX (bottom - self->plot.y, 1);
}

/* What has no axis ends where it would be. */
static void
place_empty (GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++)
    for (guint k = 0; k < panels->len && is_empty (get_panel (panels, i)); k++)
      if (!is_empty (get_panel (panels, k)))
        get_panel (panels, i)->plot.height = get_panel (panels, k)->plot.height;
}

static void
draw (TlChartDraft *self)
{
  TlChartScene *scene = self->scene;
  TlPanel panel = { .plot = self->plot };

  self->first_line = scene->lines->len;
  self->first_column = scene->columns->len;
  if (is_empty (self))
    {
      tl_chart_draft_add_nothing (self);
    }
  else
    {
      tl_chart_draft_add_y_axis (self);
      tl_chart_draft_add_officials (self);
      tl_chart_draft_add_marks (self);
      tl_chart_draft_add_letters_of_spans (self);
      if (self->joins->n == 0 || self->joins->are_explained)
        {
          tl_chart_draft_add_labels (self);
          tl_chart_draft_add_counts (self);
        }
      panel.first_year = self->first_year;
      panel.n_years = self->n_years;
      panel.zero = tl_chart_draft_get_y (self, 0);
      panel.unit = self->max > 0
                     ? (panel.zero - tl_chart_draft_get_y (self, self->max)) / self->max
                     : (tl_chart_draft_get_y (self, self->min) - panel.zero) / -self->min;
    }
  panel.first_mark = self->first_mark;
  panel.n_marks = self->n_marks;
  g_strlcpy (panel.currency, self->currency != NULL ? self->currency : "", sizeof panel.currency);
  g_array_append_val (scene->panels, panel);
}

/**
 * tl_chart_panels_draw:
 * @panels: (element-type TlChartDraft): drafts that are arranged
 * @top: where their headings begin
 * @bottom: where what stands below their plots ends
 *
 * Draws the panels up, row by row.
 */
void
tl_chart_panels_draw (GPtrArray *panels,
                      double     top,
                      double     bottom)
{
  TlChartScene *scene = get_panel (panels, 0)->scene;
  double gap = get_gap (get_panel (panels, 0));
  guint n_rows = get_n_rows (panels);
  double row_height = (bottom - top - (n_rows - 1) * gap) / n_rows;

  for (guint i = 0; i < panels->len; i++)
    {
      TlChartDraft *panel = get_panel (panels, i);
      double y = top + panel->row * (row_height + gap);

      place (panel, y, panel->row + 1 == n_rows ? bottom : y + row_height);
    }
  place_empty (panels);
  choose_domains (panels);
  tl_chart_panels_choose_joins (panels);
  for (guint i = 0; i < panels->len; i++)
    draw (get_panel (panels, i));
  scene->plot = get_panel (panels, 0)->plot;
}
