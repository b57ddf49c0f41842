/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which decision is on which of the figures that were read, and what follows. */

#include "tl-figure-laying.h"

#include <string.h>

/* What holds of one figure after all that was said of it. */
typedef struct
{
  TlSpan      span;
  const char *key;
  TlFigure   *added;            /* nullable: how a person added it, where nobody had read it */
  TlVerdict   verdict;
  TlFigure   *figure;
  gboolean    is_matched;       /* whether something was read there */
} Held;

/* A figure that was read, and what a person said of it. */
typedef struct
{
  TlFigure   *figure;
  char       *key;              /* owned */
  Held       *held;             /* nullable */
} Read;

static void
read_clear (gpointer read)
{
  g_free (((Read *) read)->key);
}

static void
laid_clear (gpointer laid)
{
  g_object_unref (((TlLaidFigure *) laid)->figure);
  g_free (((TlLaidFigure *) laid)->key);
}

static char *
dup_origin (TlSpan      span,
            const char *key)
{
  return g_strdup_printf ("%u:%u:%s", span.start, span.end, key);
}

/* ---- what holds ---- */

static void
take (Held                   *held,
      const TlFigureDecision *decision)
{
  if (decision->verdict == TL_VERDICT_ADD)
    held->added = decision->figure;
  held->verdict = decision->verdict;
  held->figure = decision->figure;
  if (decision->verdict == TL_VERDICT_AS_READ && held->added != NULL)
    {
      held->verdict = TL_VERDICT_ADD;
      held->figure = held->added;
    }
}

/* Of what was said of one figure the last holds. */
static GPtrArray *
find_held (GPtrArray *decisions)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) by_origin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < decisions->len; i++)
    {
      const TlFigureDecision *decision = g_ptr_array_index (decisions, i);
      g_autofree char *origin = dup_origin (decision->span, decision->key);
      Held *held = g_hash_table_lookup (by_origin, origin);

      if (held == NULL)
        {
          held = g_new0 (Held, 1);
          held->span = decision->span;
          held->key = decision->key;
          g_ptr_array_add (all, held);
          g_hash_table_insert (by_origin, g_steal_pointer (&origin), held);
        }
      take (held, decision);
    }
  return all;
}

/* ---- of what ---- */

static GArray *
list_read (TlArticle *article)
{
  GPtrArray *figures = tl_article_get_figures (article);
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (Read), figures->len);

  g_array_set_clear_func (list, read_clear);
  for (guint i = 0; i < figures->len; i++)
    {
      Read read = { g_ptr_array_index (figures, i), NULL, NULL };

      read.key = tl_figure_dup_key (read.figure);
      g_array_append_val (list, read);
    }
  return list;
}

static TlSpan
get_span (const Read *read)
{
  return tl_figure_get_data (read->figure)->quote;
}

static void
join (Read *read,
      Held *held)
{
  read->held = held;
  held->is_matched = TRUE;
}

static void
match_same (GPtrArray *all,
            GArray    *list,
            GPtrArray *others)
{
  g_autoptr(GHashTable) by_origin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      Read *read = &g_array_index (list, Read, i);

      g_hash_table_insert (by_origin, dup_origin (get_span (read), read->key), read);
    }
  for (guint i = 0; i < all->len; i++)
    {
      Held *held = g_ptr_array_index (all, i);
      g_autofree char *origin = dup_origin (held->span, held->key);
      Read *read = g_hash_table_lookup (by_origin, origin);

      if (read != NULL)
        join (read, held);
      else
        g_ptr_array_add (others, held);
    }
}

/* How much a figure that is read now looks like the one that it was said of; 0 where it is
 * none of it. */
static int
get_likeness (const Read *read,
              const Held *held)
{
  TlSpan span = get_span (read);
  const TlFigureData *now, *then;

  if (read->held != NULL || !tl_span_overlaps (span, held->span))
    return 0;
  now = tl_figure_get_data (read->figure);
  then = tl_figure_get_data (held->figure);
  return 1 + (span.start == held->span.start && span.end == held->span.end ? 4 : 0) +
         (g_str_equal (now->partners[0], then->partners[0]) &&
          g_str_equal (now->partners[1], then->partners[1]) ? 2 : 0) +
         (now->flow == then->flow ? 1 : 0);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const Read *first = *(const Read *const *) a, *second = *(const Read *const *) b;

  return (get_span (first).start > get_span (second).start) - (get_span (first).start < get_span (second).start);
}

/* Quotes are short, and few stand in one place: so few are looked at. */
#define REACH 8

static void
match_like (Held      *held,
            GPtrArray *by_start)
{
  guint low = 0, high = by_start->len;
  Read *best = NULL;
  int likeness = 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_span (g_ptr_array_index (by_start, middle)).start < held->span.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low > REACH ? low - REACH : 0; i < by_start->len && i < low + REACH; i++)
    {
      Read *read = g_ptr_array_index (by_start, i);
      int found = get_likeness (read, held);

      if (found > likeness)
        {
          likeness = found;
          best = read;
        }
    }
  if (best != NULL)
    join (best, held);
}

/* What is read now where something else was read.  What was added was never read there, and may
 * stand beside it. */
static void
match_others (GPtrArray *others,
              GArray    *list)
{
  g_autoptr(GPtrArray) by_start = g_ptr_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (by_start, &g_array_index (list, Read, i));
  g_ptr_array_sort (by_start, compare_starts);
  for (guint i = 0; i < others->len; i++)
    {
      Held *held = g_ptr_array_index (others, i);

      if (held->added == NULL)
        match_like (held, by_start);
    }
}

/* ---- what follows ---- */

/* @read is NULL where nothing is read there any more. */
static void
lay (GArray     *laid,
     const Held *held,
     const Read *read)
{
  static const TlReview reviews[] = {
    [TL_VERDICT_CONFIRM] = TL_REVIEW_CONFIRMED,
    [TL_VERDICT_EDIT] = TL_REVIEW_EDITED,
    [TL_VERDICT_ADD] = TL_REVIEW_ADDED,
  };
  TlLaidFigure one = { NULL, held->verdict == TL_VERDICT_DISMISS, held->span, g_strdup (held->key) };
  g_autofree char *key = tl_figure_dup_key (held->figure);
  gboolean is_same = read != NULL && g_str_equal (key, read->key);

  if (held->verdict == TL_VERDICT_AS_READ)
    one.figure = g_object_ref (read->figure);
  else if (one.is_dismissed)
    one.figure = g_object_ref (held->figure);
  else if (held->added != NULL)
    one.figure = tl_figure_new_reviewed (held->figure, TL_REVIEW_ADDED, NULL);
  else if (held->verdict == TL_VERDICT_CONFIRM && is_same)
    one.figure = tl_figure_new_reviewed (read->figure, TL_REVIEW_CONFIRMED, NULL); /* with its reasons as of now */
  else
    one.figure = tl_figure_new_reviewed (held->figure, reviews[held->verdict],
                                         read != NULL && !is_same ? read->figure : NULL);
  g_array_append_val (laid, one);
}

static void
leave (GArray     *laid,
       const Read *read)
{
  TlLaidFigure one = { g_object_ref (read->figure), FALSE, get_span (read), g_strdup (read->key) };

  g_array_append_val (laid, one);
}

/* Those that stand in one place stay as they were. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  TlSpan first = tl_figure_get_data (((const TlLaidFigure *) a)->figure)->quote;
  TlSpan second = tl_figure_get_data (((const TlLaidFigure *) b)->figure)->quote;

  return (first.start > second.start) - (first.start < second.start);
}

/*
 * tl_figure_laying_new:
 * @decisions: (element-type TlFigureDecision): what was said, in the order in which it was said
 * @article: an article as it was read
 *
 * Returns: (transfer full) (element-type TlLaidFigure): all figures that it has, or had before a
 *   person dismissed them, in the text's order
 */
GArray *
tl_figure_laying_new (GPtrArray *decisions,
                      TlArticle *article)
{
  GArray *laid = g_array_new (FALSE, FALSE, sizeof (TlLaidFigure));
  g_autoptr(GPtrArray) all = find_held (decisions);
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  g_autoptr(GArray) list = list_read (article);

  g_array_set_clear_func (laid, laid_clear);
  match_same (all, list, others);
  match_others (others, list);
  for (guint i = 0; i < list->len; i++)
    {
      const Read *read = &g_array_index (list, Read, i);

      if (read->held != NULL)
        lay (laid, read->held, read);
      else
        leave (laid, read);
    }
  for (guint i = 0; i < all->len; i++)
    {
      const Held *held = g_ptr_array_index (all, i);

      if (!held->is_matched && held->verdict != TL_VERDICT_AS_READ)
        lay (laid, held, NULL);
    }
  g_array_sort (laid, compare_places);
  return laid;
}
