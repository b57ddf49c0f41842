/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one list of ids becomes another with as few rows touched as possible: a widget then
 * keeps its place, and reads only what came. */

#include "tl-list-change.h"

#include "tl-article-set.h"
#include "tl-packed-ids.h"

/* Each step moves what is behind it and is told to widgets: beyond so many, one step for all of
 * them is cheaper. */
#define MAX_STEPS 16

static gint64
get (GArray *ids,
     guint   position)
{
  return g_array_index (ids, gint64, position);
}

static TlArticleSet *
collect (GArray *ids,
         guint   start,
         guint   end)
{
  TlArticleSet *set = tl_article_set_new ();

  for (guint i = start; i < end; i++)
    tl_article_set_add (set, get (ids, i));
  return set;
}

/* From @start on both lists are looked at, up to their ends. */
typedef struct
{
  GArray       *from;
  GArray       *to;
  guint         start;
  guint         from_end;
  guint         to_end;
  TlArticleSet *left;           /* owned: of the old list, what is yet to come */
  TlArticleSet *placed;         /* owned: of that, what stands further ahead in the new list */
} Middle;

/* Whether the old list goes on as the new one does. */
static gboolean
is_same (const Middle *self,
         guint         i,
         guint         j)
{
  return i < self->from_end && j < self->to_end && get (self->from, i) == get (self->to, j);
}

/* Whether the next of the new list is put in: it is new, or was moved to here alone. */
static gboolean
is_added (const Middle *self,
          guint         i,
          guint         j)
{
  if (j >= self->to_end)
    return FALSE;
  if (i >= self->from_end || !tl_article_set_has (self->left, get (self->to, j)))
    return TRUE;
  if (!is_same (self, i, j + 1))
    return FALSE;
  tl_article_set_add (self->placed, get (self->to, j));
  return TRUE;
}

/* What is to be taken out and put in at the next place where the lists differ. */
static TlListChange
take_next (Middle *self,
           guint  *i,
           guint  *j)
{
  TlListChange change;

  while (is_same (self, *i, *j))
    (*i)++, (*j)++;
  change = (TlListChange) { *i, *j, 0, 0 };
  while ((*i < self->from_end || *j < self->to_end) && !is_same (self, *i, *j))
    {
      gboolean is_placed = *i < self->from_end &&
                           tl_article_set_has (self->placed, get (self->from, *i));

      if (!is_placed && is_added (self, *i, *j))
        {
          change.n_added++;
          (*j)++;
          continue;
        }
      /* It is gone, or it stands elsewhere, where it is put in again. */
      tl_article_set_remove (self->left, get (self->from, *i));
      change.n_removed++;
      (*i)++;
    }
  return change;
}

/**
 * tl_list_changes_find:
 * @from: (element-type gint64): a list of ids, each once
 * @to: (element-type gint64): another
 *
 * Returns: (transfer full) (element-type TlListChange): where they differ, from the start on
 */
GArray *
tl_list_changes_find (GArray *from,
                      GArray *to)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TlListChange));
  Middle middle = { from, to, 0, from->len, to->len, NULL, NULL };
  TlListChange whole;
  guint i, j;

  while (middle.start < MIN (from->len, to->len) &&
         get (from, middle.start) == get (to, middle.start))
    middle.start++;
  while (middle.from_end > middle.start && middle.to_end > middle.start &&
         get (from, middle.from_end - 1) == get (to, middle.to_end - 1))
    middle.from_end--, middle.to_end--;
  if (middle.from_end == middle.start && middle.to_end == middle.start)
    return changes;

  whole = (TlListChange) { middle.start, middle.start, middle.from_end - middle.start,
                           middle.to_end - middle.start };
  middle.left = collect (from, middle.start, middle.from_end);
  middle.placed = tl_article_set_new ();
  i = j = middle.start;
  while ((i < middle.from_end || j < middle.to_end) && changes->len <= MAX_STEPS)
    {
      TlListChange change = take_next (&middle, &i, &j);

      if (change.n_removed > 0 || change.n_added > 0)
        g_array_append_val (changes, change);
    }
  if (changes->len > MAX_STEPS)
    {
      g_array_set_size (changes, 0);
      g_array_append_val (changes, whole);
    }
  tl_article_set_free (middle.left);
  tl_article_set_free (middle.placed);
  return changes;
}

/* @n_before more are there than in the old list. */
static void
put_in (GListModel         *model,
        GArray             *shown,
        const TlListChange *change,
        guint               n_before,
        GArray             *packed)
{
  guint position = change->from + n_before;

  if (change->n_added == 0)
    return;
  g_array_insert_vals (shown, position, packed->data + change->to * g_array_get_element_size (packed),
                       change->n_added);
  g_list_model_items_changed (model, position, 0, change->n_added);
}

/* What was put in here stands before it. */
static void
take_out (GListModel         *model,
          GArray             *shown,
          const TlListChange *change,
          guint               n_before)
{
  guint position = change->from + n_before + change->n_added;

  if (change->n_removed == 0)
    return;
  g_array_remove_range (shown, position, change->n_removed);
  g_list_model_items_changed (model, position, change->n_removed, 0);
}

static void
replace (GListModel         *model,
         GArray             *shown,
         const TlListChange *change,
         GArray             *packed)
{
  g_array_set_size (shown, 0);
  g_array_append_vals (shown, packed->data, packed->len);
  g_list_model_items_changed (model, change->from, change->n_removed, change->n_added);
}

/**
 * tl_list_changes_show:
 * @model: a model, whose items are those of @packed
 * @packed: (inout) (nullable): as tl_packed_ids_new() made it; then one of @to
 * @from: (transfer full) (element-type gint64): what it has
 * @to: (element-type gint64): what it is to have
 *
 * Takes a model from what it shows to what it is to show, and tells of each step.  A list of widgets
 * has rows for the first items, and fills up what is taken out with what is behind it: what comes is
 * put in from the start on, and then what goes is taken out from the end on, so that no row is made
 * that a later step takes away.
 */
void
tl_list_changes_show (GListModel  *model,
                      GArray     **packed,
                      GArray      *from,
                      GArray      *to)
{
  gsize size = MAX (tl_packed_ids_get_size (from), tl_packed_ids_get_size (to));
  g_autoptr(GArray) changes = tl_list_changes_find (from, to);
  GArray *shown = tl_packed_ids_new (from, size);
  GArray *result = tl_packed_ids_new (to, size);

  g_array_unref (from);
  g_clear_pointer (packed, g_array_unref);
  *packed = shown;
  if (changes->len == 1)
    replace (model, shown, &g_array_index (changes, TlListChange, 0), result);
  else
    {
      guint n_added = 0;

      for (guint i = 0; i < changes->len; i++)
        {
          const TlListChange *change = &g_array_index (changes, TlListChange, i);

          put_in (model, shown, change, n_added, result);
          n_added += change->n_added;
        }
      for (guint i = changes->len; i > 0; i--)
        {
          const TlListChange *change = &g_array_index (changes, TlListChange, i - 1);

          n_added -= change->n_added;
          take_out (model, shown, change, n_added);
        }
    }
  /* Without the room that longer lists have left. */
  g_array_unref (shown);
  *packed = result;
}
