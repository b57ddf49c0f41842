/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a text's keys, and the sets of its words' hashes, which grow as they are filled. */

#include "tl-hash-set.h"
#include "tl-key-table.h"

#define N_KEYS 5000

/* Keys that differ in their low bits alone, in their high bits alone, and in both. */
static guint64
key_at (guint   shape,
        guint64 n)
{
  return shape == 0 ? n : shape == 1 ? n << 44 : n * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

static void
test_keys (gconstpointer data)
{
  guint shape = GPOINTER_TO_UINT (data);
  g_auto(TlKeyTable) table = { NULL, 0, 0 };

  g_assert_cmpuint (tl_key_table_get (&table, 7), ==, 0);
  for (guint i = 0; i < N_KEYS; i++)
    tl_key_table_set (&table, key_at (shape, i), i + 1);
  for (guint i = 0; i < N_KEYS; i += 2)
    tl_key_table_set (&table, key_at (shape, i), i + 2);
  g_assert_cmpuint (table.n_keys, ==, N_KEYS);
  for (guint i = 0; i < N_KEYS; i++)
    g_assert_cmpuint (tl_key_table_get (&table, key_at (shape, i)), ==, i + 1 + (i % 2 == 0));
  g_assert_cmpuint (tl_key_table_get (&table, key_at (shape, N_KEYS)), ==, 0);
  tl_key_table_clear (&table);
  g_assert_cmpuint (tl_key_table_get (&table, key_at (shape, 1)), ==, 0);
}

static void
test_hashes (void)
{
  g_auto(TlHashSet) set = { NULL, 0, 0 };

  g_assert_false (tl_hash_set_contains (&set, 1));
  for (guint32 i = 0; i < N_KEYS; i++)
    tl_hash_set_add (&set, i * 3);
  for (guint32 i = 0; i < N_KEYS * 3; i++)
    g_assert_cmpint (tl_hash_set_contains (&set, i), ==, i > 0 && i % 3 == 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/key-table/low", GUINT_TO_POINTER (0), test_keys);
  g_test_add_data_func ("/key-table/high", GUINT_TO_POINTER (1), test_keys);
  g_test_add_data_func ("/key-table/mixed", GUINT_TO_POINTER (2), test_keys);
  g_test_add_func ("/hash-set/grows", test_hashes);
  return g_test_run ();
}
