/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is too near to be told apart.
 *
 * Dots of a lane stand side by side where their values are near.  Where that takes more columns
 * than the lane has room for, no dot could be hit: those that touch one another there are joined
 * into one mark, which reaches from the lowest to the highest value, has their number in it and
 * stands for all of them; a long row of them into several, so that one sees where they are dense.
 * Nothing is averaged, and what is apart stays apart.
 *
 * A picture holds only so many marks.  With more than that the lanes get fewer columns, and then
 * what counts as near becomes more, in all lanes alike, until it is enough. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_COLUMNS 5

/* Of two dots in one column, in radiuses: they may overlap, but not hide each other. */
#define MIN_DISTANCE 1.2

/* So many marks can be told apart in a picture of usual size, and painted in no time. */
#define MAX_MARKS 400

/* From which step on dots are in one column; by how much more becomes near at each further one,
 * and how many there are: in the end a lane is one. */
#define ONE_COLUMN 2
#define NEARER     1.6
#define MAX_LEVEL  20

/* How high a mark of several becomes at first: two numbers stand in it one above the other. */
#define MAX_HEIGHT 44.0

/* ---- one lane ---- */

typedef struct
{
  guint  max_columns;
  double radius;                /* of a dot */
  double distance;              /* nearer than that two dots of a column touch */
  double max_height;            /* of what is joined */
} Spacing;

static double
get_y (TlChartDraft  *self,
       const TlGroup *group,
       guint          index)
{
  const TlMark *mark = &g_array_index (self->scene->marks, TlMark, group->first + index);

  return tl_chart_draft_get_y (self, tl_chart_draft_get_point (self, mark)->value);
}

/* Joins dots from the lowest up; none is left alone. */
static void
add_joined (TlChartDraft  *self,
            const TlGroup *group,
            const Spacing *spacing,
            guint          first,
            guint          n,
            GArray        *lots)
{
  guint end = first + n;

  while (first < end)
    {
      double lowest = get_y (self, group, first);
      TlLot lot = { first, 1, 0 };

      while (first + lot.n < end &&
             (lowest - get_y (self, group, first + lot.n) <= spacing->max_height ||
              first + lot.n + 1 == end))
        lot.n++;
      first += lot.n;
      g_array_append_val (lots, lot);
    }
}

/* Puts dots side by side.  Returns in how many columns; 0 where there are too few, and nothing is
 * added then. */
static guint
add_in_columns (TlChartDraft  *self,
                const TlGroup *group,
                const Spacing *spacing,
                guint          first,
                guint          n,
                GArray        *lots)
{
  double last_y[MAX_COLUMNS];
  guint first_lot = lots->len;
  guint n_columns = 0;

  for (guint i = first; i < first + n; i++)
    {
      double y = get_y (self, group, i);
      TlLot lot = { i, 1, 0 };

      while (lot.column < n_columns && last_y[lot.column] - y < spacing->distance)
        lot.column++;
      if (lot.column >= spacing->max_columns)
        {
          g_array_set_size (lots, first_lot);
          return 0;
        }
      n_columns = MAX (n_columns, lot.column + 1);
      last_y[lot.column] = y;
      g_array_append_val (lots, lot);
    }
  return n_columns;
}

/* Runs of dots each of which is near the next.  Returns how many columns they took. */
static guint
add_runs (TlChartDraft  *self,
          const TlGroup *group,
          const Spacing *spacing,
          GArray        *lots)
{
  guint n_columns = 1;

  for (guint first = 0; first < group->n; )
    {
      guint end = first + 1;
      double last_y = get_y (self, group, first);
      guint n;

      for (; end < group->n; end++)
        {
          double y = get_y (self, group, end);

          if (last_y - y >= spacing->distance)
            break;
          last_y = y;
        }
      n = add_in_columns (self, group, spacing, first, end - first, lots);
      if (n == 0)
        add_joined (self, group, spacing, first, end - first, lots);
      n_columns = MAX (n_columns, n);
      first = end;
    }
  return n_columns;
}

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  double first = tl_chart_draft_get_point (user_data, a)->value;
  double second = tl_chart_draft_get_point (user_data, b)->value;

  if (first < second || first > second)
    return first < second ? -1 : 1;
  return (int) ((const TlMark *) a)->subject.index - (int) ((const TlMark *) b)->subject.index;
}

/* In a lane of several periods marks are ordered by these, and values only within each. */
static void
sort_by_value (TlChartDraft  *self,
               const TlGroup *group)
{
  if (!group->is_one_period)
    g_qsort_with_data (&g_array_index (self->scene->marks, TlMark, group->first), (int) group->n,
                       sizeof (TlMark), compare_values, self);
}

/* Smaller dots where they are many, but never too small to be told apart. */
static double
shrink (TlChartDraft  *self,
        const TlGroup *group,
        double         radius,
        guint          n_columns)
{
  double step = MIN (2 * radius, group->pitch / n_columns);

  return CLAMP (step / 2, MIN (radius, 3 * self->scene->zoom), radius);
}

static Spacing
get_spacing (TlChartDraft  *self,
             const TlGroup *group,
             double         radius,
             guint          level)
{
  guint max_columns = level == 0 ? MAX_COLUMNS : level < ONE_COLUMN ? 2 : 1;
  double by = level > ONE_COLUMN ? pow (NEARER, level - ONE_COLUMN) : 1;
  double small = shrink (self, group, radius, max_columns);

  return (Spacing) { max_columns, small, MIN_DISTANCE * small * by,
                     MAX_HEIGHT * self->scene->zoom * by };
}

/**
 * tl_chart_draft_list_lots:
 * @self: a draft whose plot is placed
 * @group: marks of one lane, still one for each point
 * @radius: (inout): of a dot that has room; of one that has as much as there is
 * @n_columns: (out): in how many columns they stand
 *
 * Where any have to be joined, the marks are put into the order of their values.
 *
 * Returns: (transfer full) (element-type TlLot): which of them stand in which column, and which
 *   are joined, from the lowest up
 */
GArray *
tl_chart_draft_list_lots (TlChartDraft  *self,
                          const TlGroup *group,
                          double        *radius,
                          guint         *n_columns)
{
  GArray *lots = g_array_new (FALSE, FALSE, sizeof (TlLot));
  Spacing spacing = { MAX_COLUMNS, *radius, MIN_DISTANCE * *radius, 0 };

  if (self->joins->level == 0 || group->n == 1)
    {
      *n_columns = add_in_columns (self, group, &spacing, 0, group->n, lots);
      if (*n_columns > 0)
        {
          *radius = shrink (self, group, *radius, *n_columns);
          return lots;
        }
    }
  sort_by_value (self, group);
  spacing = get_spacing (self, group, *radius, self->joins->level);
  *n_columns = add_runs (self, group, &spacing, lots);
  *radius = spacing.radius;
  return lots;
}

/* ---- the picture ---- */

static guint
count_lots (TlChartDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (self->groups, TlGroup, i);
      double radius = tl_chart_draft_get_radius (self, group);
      g_autoptr(GArray) lots = NULL;
      guint n_columns;

      if (group->n > 1)
        lots = tl_chart_draft_list_lots (self, group, &radius, &n_columns);
      n += lots != NULL ? lots->len : 1;
    }
  return n;
}

/**
 * tl_chart_panels_choose_joins:
 * @panels: (element-type TlChartDraft): drafts whose plots are placed
 *
 * Decides how near to each other marks have to be to be joined, for all panels alike.
 */
void
tl_chart_panels_choose_joins (GPtrArray *panels)
{
  TlChartJoins *joins = ((TlChartDraft *) panels->pdata[0])->joins;
  guint n = ((TlChartDraft *) panels->pdata[0])->scene->marks->len;

  for (joins->level = 0; n > MAX_MARKS && joins->level < MAX_LEVEL; joins->level++)
    {
      n = 0;
      for (guint i = 0; i < panels->len; i++)
        n += count_lots (panels->pdata[i]);
      if (n <= MAX_MARKS)
        break;
    }
}

/**
 * tl_chart_draft_take_lots:
 * @self: a draft
 * @marks: (transfer full) (element-type TlMark): its marks, as they are joined, after those of
 *   the panels before
 *
 * Puts them into the place of those that stood for one point each.
 */
void
tl_chart_draft_take_lots (TlChartDraft *self,
                          GArray       *marks)
{
  GArray *old = self->scene->marks;
  guint end = self->first_mark + self->n_marks;
  guint n_gone = end - marks->len;

  if (old->len > end)
    g_array_append_vals (marks, &g_array_index (old, TlMark, end), old->len - end);
  g_array_set_clear_func (old, NULL);
  g_array_unref (old);
  self->scene->marks = marks;
  self->n_marks -= n_gone;

  for (guint i = 0; i < self->panels->len && n_gone > 0; i++)
    {
      TlChartDraft *panel = self->panels->pdata[i];

      if (panel == self || panel->first_mark < end)
        continue;
      panel->first_mark -= n_gone;
      for (guint k = 0; k < panel->groups->len; k++)
        g_array_index (panel->groups, TlGroup, k).first -= n_gone;
    }
}

/* ---- numbers ---- */

static char *
dup_count (const TlMark *mark)
{
  return g_strdup_printf (C_("marks", "×%u"), tl_mark_get_n_subjects (mark));
}

static PangoLayout *
make_count (TlChartDraft *self,
            const TlMark *mark)
{
  g_autofree char *text = dup_count (mark);

  return tl_chart_draft_make_label (self, text, self->small_size * 0.86);
}

/**
 * tl_chart_draft_has_count_inside:
 * @self: a draft with marks
 * @mark: a mark of several points
 *
 * Returns: whether their number finds room in it
 */
gboolean
tl_chart_draft_has_count_inside (TlChartDraft *self,
                                 const TlMark *mark)
{
  g_autoptr(PangoLayout) layout = make_count (self, mark);
  double width, height;

  tl_chart_measure (layout, &width, &height);
  return width + 2 * self->scene->zoom <= mark->bounds.width && height <= mark->bounds.height;
}

/**
 * tl_chart_draft_add_counts:
 * @self: a draft whose marks have their labels
 *
 * Writes their numbers into the marks that stand for several points and have room for them; the
 * others have them as labels.
 */
void
tl_chart_draft_add_counts (TlChartDraft *self)
{
  for (guint i = self->first_mark; i < self->first_mark + self->n_marks; i++)
    {
      TlMark *mark = &g_array_index (self->scene->marks, TlMark, i);
      PangoLayout *layout;
      double width, height;

      if (tl_mark_get_n_subjects (mark) == 1 || !tl_chart_draft_has_count_inside (self, mark))
        continue;
      layout = make_count (self, mark);
      tl_chart_measure (layout, &width, &height);
      tl_chart_draft_take_text (self, layout, mark->bounds.x + (mark->bounds.width - width) / 2,
                                mark->bounds.y + (mark->bounds.height - height) / 2, TL_INK_TEXT);
      mark->label = dup_count (mark);
    }
}

/* ---- in words ---- */

static TlSubject
get_highest (const TlMark *mark)
{
  return tl_mark_get_subject (mark, tl_mark_get_n_subjects (mark) - 1);
}

/* The points' reports, in the order of their values. */
static GPtrArray *
list_reports (TlChart      *chart,
              const TlMark *mark)
{
  GPtrArray *reports = g_ptr_array_new ();

  for (guint i = 0; i < tl_mark_get_n_subjects (mark); i++)
    {
      TlSubject subject = tl_mark_get_subject (mark, i);
      TlSeries *series = tl_chart_get_nth_series (chart, subject.series);

      g_ptr_array_extend (reports, tl_series_get_point (series, subject.index)->reports, NULL, NULL);
    }
  return reports;
}

/**
 * tl_chart_draft_list_reports:
 * @self: a draft
 * @mark: a mark of one point or several
 *
 * Returns: (transfer container) (element-type TlReport): the reports behind it
 */
GPtrArray *
tl_chart_draft_list_reports (TlChartDraft *self,
                             const TlMark *mark)
{
  if (tl_mark_get_n_subjects (mark) == 1)
    return g_ptr_array_ref (tl_chart_draft_get_point (self, mark)->reports);
  return list_reports (self->scene->chart, mark);
}

/**
 * tl_chart_dup_joined_range:
 * @chart: a chart
 * @mark: a mark of several points
 *
 * Returns: (transfer full): their period and values, "2014: $1 billion – $1.1 billion"
 */
char *
tl_chart_dup_joined_range (TlChart      *chart,
                           const TlMark *mark)
{
  TlSeries *series = tl_chart_get_nth_series (chart, mark->subject.series);
  const TlPoint *lowest = tl_series_get_point (series, mark->subject.index);
  const TlPoint *highest = tl_series_get_point (series, get_highest (mark).index);
  const char *currency = tl_series_get_currency (series);
  g_autofree char *low = tl_label_for_amount (lowest->value, lowest->high, currency,
                                              lowest->precision, TL_LABEL_STYLE_WORDS);
  g_autofree char *high = tl_label_for_amount (highest->value, highest->high, currency,
                                               highest->precision, TL_LABEL_STYLE_WORDS);
  g_autofree char *period = tl_label_for_period (lowest->start, lowest->end);
  gboolean is_one = TRUE;

  for (guint i = 1; i < tl_mark_get_n_subjects (mark); i++)
    {
      const TlPoint *point = tl_series_get_point (series, tl_mark_get_subject (mark, i).index);

      is_one = is_one && tl_date_compare (point->start, lowest->start) == 0 &&
               tl_date_compare (point->end, lowest->end) == 0;
    }
  if (!is_one)
    {
      g_free (period);
      period = g_strdup_printf ("%d", lowest->start.year);
    }
  /* Translators: a period, the lowest and the highest of several amounts */
  return g_strdup_printf (C_("point", "%s: %s – %s"), period, low, high);
}

/**
 * tl_chart_dup_joined_description:
 * @chart: a chart
 * @mark: a mark of several points
 *
 * Returns: (transfer full): the points in words
 */
char *
tl_chart_dup_joined_description (TlChart      *chart,
                                 const TlMark *mark)
{
  guint n = tl_mark_get_n_subjects (mark);
  g_autoptr(GPtrArray) reports = list_reports (chart, mark);
  g_autofree char *range = tl_chart_dup_joined_range (chart, mark);
  g_autofree char *origin = tl_chart_dup_origin (reports);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  /* Translators: a period with the lowest and the highest of several amounts, how many there are,
   * and where they were reported */
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "%s, %u value too near to others to be shown apart. %s",
                                        "%s, %u values too near to be shown apart. %s", n),
                           range, n, origin);
  if (tl_chart_get_n_series (chart) == 1)
    return g_steal_pointer (&words);
  name = tl_chart_dup_series_name (chart, mark->subject.series);
  return g_strdup_printf (C_("series", "%s. %s"), name, words);
}
