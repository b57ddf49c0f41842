/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One list becomes another, seen by a widget that makes a row for each of the first ids, and no more than it needs. */

#include "tl-list-change.h"
#include "tl-packed-ids.h"

#define N_ROWS 50

typedef struct
{
  GArray     *packed;
  GHashTable *rows;             /* the ids that have one */
  guint       n_made;
} Viewer;

/* What a list of widgets does at each step: rows that are gone are taken down, and others made. */
static void
changed_cb (GListModel *model G_GNUC_UNUSED,
            guint       position G_GNUC_UNUSED,
            guint       n_removed G_GNUC_UNUSED,
            guint       n_added G_GNUC_UNUSED,
            Viewer     *viewer)
{
  GHashTable *rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < MIN (viewer->packed->len, N_ROWS); i++)
    {
      gint64 id = tl_packed_ids_get (viewer->packed, i);

      viewer->n_made += !g_hash_table_contains (viewer->rows, &id);
      g_hash_table_add (rows, g_memdup2 (&id, sizeof id));
    }
  g_hash_table_unref (viewer->rows);
  viewer->rows = rows;
}

static GArray *
make_ids (gint64 first,
          gint64 step,
          gint64 end)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = first; id < end; id += step)
    g_array_append_val (ids, id);
  return ids;
}

/* Returns: how many rows it took to come from one list to the other. */
static guint
count_made (GArray *from,
            GArray *to)
{
  g_autoptr(GListStore) model = g_list_store_new (G_TYPE_OBJECT);
  Viewer viewer = { tl_packed_ids_new (from, sizeof (gint64)), NULL, 0 };

  viewer.rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  changed_cb (G_LIST_MODEL (model), 0, 0, from->len, &viewer);
  viewer.n_made = 0;
  g_signal_connect (model, "items-changed", G_CALLBACK (changed_cb), &viewer);
  tl_list_changes_show (G_LIST_MODEL (model), &viewer.packed, from, to);
  g_assert_cmpuint (viewer.packed->len, ==, to->len);
  for (guint i = 0; i < to->len; i++)
    g_assert_cmpint (tl_packed_ids_get (viewer.packed, i), ==, g_array_index (to, gint64, i));
  g_hash_table_unref (viewer.rows);
  g_array_unref (viewer.packed);
  g_array_unref (to);
  return viewer.n_made;
}

/* Rows that come into sight as others go are those that stay. */
static void
test_fewer (void)
{
  g_assert_cmpuint (count_made (make_ids (0, 1, 600), make_ids (0, 12, 600)), <=, N_ROWS);
}

static void
test_more (void)
{
  g_assert_cmpuint (count_made (make_ids (0, 12, 600), make_ids (0, 1, 600)), <=, N_ROWS);
}

static void
test_same (void)
{
  g_assert_cmpuint (count_made (make_ids (0, 1, 600), make_ids (0, 1, 600)), ==, 0);
}

static void
test_other (void)
{
  g_assert_cmpuint (count_made (make_ids (0, 2, 600), make_ids (1, 2, 600)), <=, N_ROWS);
  g_assert_cmpuint (count_made (make_ids (0, 12, 600), make_ids (0, 17, 600)), <=, N_ROWS);
  g_assert_cmpuint (count_made (make_ids (0, 1, 100), make_ids (0, 1, 0)), ==, 0);
  g_assert_cmpuint (count_made (make_ids (0, 1, 0), make_ids (0, 1, 100)), ==, N_ROWS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-change/fewer", test_fewer);
  g_test_add_func ("/list-change/more", test_more);
  g_test_add_func ("/list-change/same", test_same);
  g_test_add_func ("/list-change/other", test_other);
  return g_test_run ();
}
