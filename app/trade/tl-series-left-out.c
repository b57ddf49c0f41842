/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reports that a series does not show. */

#include "tl-series-private.h"

static guint
hash_report (gconstpointer report)
{
  gint64 article_id = tl_report_get_article_id ((TlReport *) report);

  return g_direct_hash (tl_report_get_figure ((TlReport *) report)) ^ g_int64_hash (&article_id);
}

static gboolean
equal_reports (gconstpointer a,
               gconstpointer b)
{
  return tl_report_is_same ((TlReport *) a, (TlReport *) b);
}

static int
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  return tl_report_compare (*(TlReport *const *) a, *(TlReport *const *) b);
}

static GHashTable *
find_shown (GPtrArray *points)
{
  GHashTable *shown = g_hash_table_new (hash_report, equal_reports);

  for (guint i = 0; i < points->len; i++)
    {
      const TlPoint *point = points->pdata[i];

      for (guint k = 0; k < point->reports->len; k++)
        {
          TlReport *report = point->reports->pdata[k];
          GPtrArray *copies = tl_report_get_copies (report);

          g_hash_table_add (shown, report);
          for (guint n = 0; copies != NULL && n < copies->len; n++)
            g_hash_table_add (shown, copies->pdata[n]);
        }
    }
  return shown;
}

/* The same words in another article of the story. */
static char *
dup_saying (TlReport *report)
{
  TlFigure *figure = tl_report_get_figure (report);
  const TlFigureData *data = tl_figure_get_data (figure);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %s %s %s", tl_report_get_story (report),
                          (int) data->flow, (int) data->scope, data->partners[0],
                          data->partners[1], tl_figure_get_quote (figure));
}

/* Which of the reports before says the same in another article of the story, one more than its
 * index; 0 for none. */
static guint
find_said (GHashTable *places,
           GPtrArray  *reports,
           TlReport   *report)
{
  g_autofree char *saying = NULL;
  guint place;

  if (tl_report_get_story (report) == 0)
    return 0;
  saying = dup_saying (report);
  place = GPOINTER_TO_UINT (g_hash_table_lookup (places, saying));
  if (place == 0)
    g_hash_table_insert (places, g_steal_pointer (&saying), GUINT_TO_POINTER (reports->len + 1));
  else if (tl_report_get_article_id (reports->pdata[place - 1]) == tl_report_get_article_id (report))
    return 0;
  return place;
}

/* What the articles of one story say in the same words is one report, too. */
static GPtrArray *
fold_copies (GPtrArray *reports)
{
  g_autoptr(GHashTable) copies =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *folded = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, others;

  for (guint i = 0; i < reports->len; i++)
    {
      TlReport *report = reports->pdata[i];
      guint place = find_said (places, folded, report);

      if (place == 0)
        {
          g_ptr_array_add (folded, g_object_ref (report));
          continue;
        }
      if (!g_hash_table_lookup_extended (copies, GUINT_TO_POINTER (place), NULL, &others))
        {
          others = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (copies, GUINT_TO_POINTER (place), others);
        }
      g_ptr_array_add (others, g_object_ref (report));
    }
  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, &key, &others))
    {
      gpointer *first = &folded->pdata[GPOINTER_TO_UINT (key) - 1];
      g_autoptr(TlReport) report = *first;

      *first = tl_report_new_with_copies (report, others);
    }
  return folded;
}

/**
 * tl_reports_without:
 * @reports: (element-type TlReport): reports
 * @points: (element-type TlPoint): what was made of them
 *
 * Returns: (transfer full) (element-type TlReport): the reports that are in no point, each once,
 *   the oldest first, those of articles that carry one story as one
 */
GPtrArray *
tl_reports_without (GPtrArray *reports,
                    GPtrArray *points)
{
  g_autoptr(GHashTable) shown = find_shown (points);
  g_autoptr(GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < reports->len; i++)
    if (g_hash_table_add (shown, reports->pdata[i]))
      g_ptr_array_add (others, reports->pdata[i]);
  g_ptr_array_sort (others, compare_reports);
  return fold_copies (others);
}
