/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of an evidence report.  Articles have those of the chart, and what the chart does
 * not draw goes on from there; the figures of an article are told apart by letters. */

#include "tl-evidence-numbers.h"

#include <math.h>

static void
item_free (gpointer data)
{
  TlEvidenceItem *item = data;

  g_object_unref (item->report);
  g_free (item);
}

static void
article_free (gpointer data)
{
  TlEvidenceArticle *article = data;

  g_object_unref (article->report);
  g_ptr_array_unref (article->items);
  g_free (article);
}

/* ---- the same figure ---- */

static guint
hash_report (gconstpointer report)
{
  gint64 id = tl_report_get_article_id ((TlReport *) report);
  const TlFigureData *data = tl_figure_get_data (tl_report_get_figure ((TlReport *) report));

  return g_int64_hash (&id) ^ (data->quote.start * 2654435761u) ^ (guint) data->start.year;
}

static gboolean
is_same_number (double a,
                double b)
{
  return (isnan (a) && isnan (b)) || (!isnan (a) && !isnan (b) && !(a < b) && !(a > b));
}

static gboolean
is_same_amount (const TlFigureData *a,
                const TlFigureData *b)
{
  return is_same_number (a->value, b->value) && is_same_number (a->high, b->high) &&
         g_str_equal (a->currency, b->currency) && a->precision == b->precision &&
         a->change_kind == b->change_kind && is_same_number (a->change, b->change);
}

/* What was loaded twice, for two series, is one figure. */
static gboolean
is_same_figure (TlFigure *first,
                TlFigure *second)
{
  const TlFigureData *a = tl_figure_get_data (first);
  const TlFigureData *b = tl_figure_get_data (second);

  return a->quote.start == b->quote.start && a->quote.end == b->quote.end &&
         a->flow == b->flow && a->scope == b->scope && a->status == b->status &&
         tl_date_compare (a->start, b->start) == 0 && tl_date_compare (a->end, b->end) == 0 &&
         g_str_equal (a->partners[0], b->partners[0]) &&
         g_str_equal (a->partners[1], b->partners[1]) && is_same_amount (a, b) &&
         g_str_equal (tl_figure_get_quote (first), tl_figure_get_quote (second)) &&
         g_str_equal (tl_figure_get_sentence (first), tl_figure_get_sentence (second));
}

static gboolean
equal_reports (gconstpointer a,
               gconstpointer b)
{
  TlFigure *first = tl_report_get_figure ((TlReport *) a);
  TlFigure *second = tl_report_get_figure ((TlReport *) b);

  return tl_report_get_article_id ((TlReport *) a) == tl_report_get_article_id ((TlReport *) b) &&
         (first == second || is_same_figure (first, second));
}

/* ---- numbering ---- */

static TlEvidenceArticle *
get_article (TlEvidenceNumbers *self,
             TlReport          *report)
{
  gint64 id = tl_report_get_article_id (report);
  TlEvidenceArticle *article = g_hash_table_lookup (self->by_id, &id);

  if (article != NULL)
    return article;
  article = g_new0 (TlEvidenceArticle, 1);
  article->report = g_object_ref (report);
  article->items = g_ptr_array_new_with_free_func (item_free);
  g_ptr_array_add (self->articles, article);
  article->number = self->articles->len;
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), article);
  return article;
}

/* A report may be behind several points, and in one of them stand for its copies too. */
static void
add_item (TlEvidenceNumbers *self,
          TlReport          *report,
          guint              series,
          TlEvidencePart     part)
{
  TlEvidenceItem *item = g_hash_table_lookup (self->by_report, report);

  if (item != NULL)
    {
      if (tl_report_get_copies (item->report) == NULL && tl_report_get_copies (report) != NULL)
        {
          g_hash_table_remove (self->by_report, item->report);
          g_set_object (&item->report, report);
          g_hash_table_insert (self->by_report, item->report, item);
        }
      return;
    }
  item = g_new0 (TlEvidenceItem, 1);
  item->report = g_object_ref (report);
  item->series = series;
  item->part = part;
  g_ptr_array_add (get_article (self, report)->items, item);
  g_hash_table_insert (self->by_report, item->report, item);
}

static void
add_drawn (TlEvidenceNumbers *self,
           TlSeries          *series,
           guint              index)
{
  for (guint i = 0; i < tl_series_get_n_points (series); i++)
    {
      GPtrArray *reports = tl_series_get_point (series, i)->reports;

      for (guint k = 0; k < reports->len; k++)
        add_item (self, reports->pdata[k], index, TL_EVIDENCE_DRAWN);
    }
}

/* Of several series the one counts that the figure comes nearest to. */
static void
add_left_out (TlEvidenceNumbers *self,
              TlSeries          *series,
              guint              index,
              TlEvidencePart     part,
              TlReport          *report)
{
  TlLeftOut reason = tl_series_find_left_out (series, report);
  TlEvidenceItem *item;

  if (reason == TL_LEFT_OUT_OTHER_TRADE)
    return;
  add_item (self, report, index, part);
  item = g_hash_table_lookup (self->by_report, report);
  if (item->part != part || item->reason >= reason)
    return;
  item->reason = reason;
  item->series = index;
}

static void
count_others (TlEvidenceNumbers *self,
              TlChart           *chart)
{
  g_autoptr(GHashTable) others = g_hash_table_new (hash_report, equal_reports);

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      GPtrArray *left_out = tl_series_get_left_out (tl_chart_get_nth_series (chart, i));

      for (guint k = 0; k < left_out->len; k++)
        if (!g_hash_table_contains (self->by_report, left_out->pdata[k]))
          g_hash_table_add (others, left_out->pdata[k]);
    }
  self->n_of_others = g_hash_table_size (others);
}

static void
add_chart (TlEvidenceNumbers *self,
           TlChart           *chart)
{
  guint n = tl_chart_get_n_series (chart);

  for (guint i = 0; i < n; i++)
    add_drawn (self, tl_chart_get_nth_series (chart, i), i);
  for (guint part = TL_EVIDENCE_UNDATED; part <= TL_EVIDENCE_LEFT_OUT; part++)
    for (guint i = 0; i < n; i++)
      {
        TlSeries *series = tl_chart_get_nth_series (chart, i);
        GPtrArray *reports = part == TL_EVIDENCE_UNDATED ? tl_series_get_undated (series)
                                                         : tl_series_get_left_out (series);

        for (guint k = 0; k < reports->len; k++)
          add_left_out (self, series, i, part, reports->pdata[k]);
      }
  count_others (self, chart);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TlEvidenceItem *first = *(TlEvidenceItem *const *) a;
  const TlEvidenceItem *second = *(TlEvidenceItem *const *) b;

  if (first->part != second->part)
    return first->part < second->part ? -1 : 1;
  return tl_report_compare (first->report, second->report);
}

/* "3a" to "3z", "3aa" and on. */
static void
write_label (TlEvidenceItem *item,
             guint           number,
             guint           index)
{
  char letters[8];
  guint at = sizeof letters - 1;

  letters[at] = '\0';
  for (guint rest = index + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('a' + (rest - 1) % 26);
  g_snprintf (item->label, sizeof item->label, "%u%s", number, letters + at);
}

static void
write_labels (TlEvidenceNumbers *self)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      TlEvidenceArticle *article = self->articles->pdata[i];

      g_ptr_array_sort (article->items, compare_items);
      for (guint k = 0; k < article->items->len; k++)
        write_label (article->items->pdata[k], article->number, k);
    }
}

/**
 * tl_evidence_numbers_new:
 * @scene: a scene of a chart, which has the numbers of its articles
 *
 * Returns: (transfer full): the numbers of all that is to be shown of the chart
 */
TlEvidenceNumbers *
tl_evidence_numbers_new (TlChartScene *scene)
{
  TlEvidenceNumbers *self = g_new0 (TlEvidenceNumbers, 1);
  GPtrArray *sources = tl_chart_scene_get_sources (scene);

  self->articles = g_ptr_array_new_with_free_func (article_free);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_report = g_hash_table_new (hash_report, equal_reports);
  for (guint i = 0; i < sources->len; i++)
    get_article (self, sources->pdata[i]);
  add_chart (self, tl_chart_scene_get_chart (scene));
  write_labels (self);
  return self;
}

/**
 * tl_evidence_numbers_free:
 * @self: (transfer full): numbers
 *
 * Frees them.
 */
void
tl_evidence_numbers_free (TlEvidenceNumbers *self)
{
  g_hash_table_unref (self->by_report);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->articles);
  g_free (self);
}

/**
 * tl_evidence_numbers_find:
 * @self: numbers
 * @report: a report
 *
 * Returns: (transfer none) (nullable): its figure; %NULL where it has no number
 */
const TlEvidenceItem *
tl_evidence_numbers_find (const TlEvidenceNumbers *self,
                          TlReport                *report)
{
  return g_hash_table_lookup (self->by_report, report);
}

/**
 * tl_evidence_numbers_get_article:
 * @self: numbers
 * @id: an article's id
 *
 * Returns: its number; 0 where it has none
 */
guint
tl_evidence_numbers_get_article (const TlEvidenceNumbers *self,
                                 gint64                   id)
{
  const TlEvidenceArticle *article = g_hash_table_lookup (self->by_id, &id);

  return article != NULL ? article->number : 0;
}

/**
 * tl_evidence_numbers_count:
 * @self: numbers
 * @part: a part
 *
 * Returns: how many figures stand in it
 */
guint
tl_evidence_numbers_count (const TlEvidenceNumbers *self,
                           TlEvidencePart           part)
{
  guint n = 0;

  for (guint i = 0; i < self->articles->len; i++)
    {
      const TlEvidenceArticle *article = self->articles->pdata[i];

      for (guint k = 0; k < article->items->len; k++)
        n += ((TlEvidenceItem *) article->items->pdata[k])->part == part;
    }
  return n;
}
