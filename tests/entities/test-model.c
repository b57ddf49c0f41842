/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The model file: what was written is read again, and nothing else is taken for one.
 */

#include "tl-model.h"
#include "tl-recognizer.h"

#include <glib/gstdio.h>
#include <string.h>

/* A model of few rows, with other numbers everywhere. */
static GBytes *
make_small (void)
{
  gint8 rows[3 * TL_MODEL_WEIGHTS];
  TlModelCluster clusters[4] = { { 0, 0, 0 }, { 5, 7, 3 }, { 9, 8, 2 }, { 0, 0, 0 } };
  TlModelParts parts = { .rows = rows, .n_rows = 3, .clusters = clusters, .n_clusters = 4,
                         .rules_weight = 11, .calibration = { -12, 13 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = (gint8) ((int) i * 5 - 100);
  for (guint i = 0; i < G_N_ELEMENTS (parts.transitions); i++)
    parts.transitions[i] = (gint16) ((int) i * 100 - 14000);
  return tl_model_to_bytes (&parts);
}

static void
test_round_trip (void)
{
  g_autoptr(GBytes) bytes = make_small ();
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlModel) model = tl_model_new (bytes, "small", &error);
  const TlModelParts *parts;

  g_assert_no_error (error);
  parts = tl_model_get_parts (model);
  g_assert_cmpuint (parts->n_rows, ==, 3);
  g_assert_cmpint (parts->rows[TL_MODEL_WEIGHTS], ==, TL_MODEL_WEIGHTS * 5 - 100);
  g_assert_cmpint (parts->transitions[3], ==, 300 - 14000);
  g_assert_cmpint (parts->rules_weight, ==, 11);
  g_assert_cmpint (parts->calibration[0], ==, -12);
  g_assert_cmpint (parts->calibration[1], ==, 13);
  g_assert_cmpuint (tl_model_find_cluster (parts, 5)->fine, ==, 7);
  g_assert_cmpuint (tl_model_find_cluster (parts, 9)->coarse, ==, 2);
  g_assert_null (tl_model_find_cluster (parts, 13));
  again = tl_model_to_bytes (parts);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
assert_refused (gconstpointer data,
                gsize         size,
                gint          code)
{
  /* A copy of just that size, so that a sanitizer sees a step too far. */
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_model_new (bytes, "names.model", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TL_MODEL_ERROR);
  g_assert_nonnull (strstr (error->message, "names.model"));
  if (code >= 0)
    g_assert_cmpint (error->code, ==, code);
}

static void
test_cut (void)
{
  g_autoptr(GBytes) bytes = make_small ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize length = 0; length < size; length++)
    assert_refused (data, length, length < 8 ? TL_MODEL_ERROR_NOT_A_MODEL : TL_MODEL_ERROR_DAMAGED);
}

static void
test_altered (void)
{
  g_autoptr(GBytes) bytes = make_small ();
  gsize size;
  g_autofree guint8 *data = g_bytes_unref_to_data (g_bytes_ref (bytes), &size);

  for (gsize i = 0; i < size; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        data[i] ^= (guint8) (1 << bit);
        assert_refused (data, size, i < 8 ? TL_MODEL_ERROR_NOT_A_MODEL : i < 16 ? TL_MODEL_ERROR_VERSION
                                                                                 : TL_MODEL_ERROR_DAMAGED);
        data[i] ^= (guint8) (1 << bit);
      }
}

static void
test_longer (void)
{
  g_autoptr(GBytes) bytes = make_small ();
  g_autoptr(GByteArray) longer = g_byte_array_new ();

  g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (longer, (const guint8 *) "", 1);
  assert_refused (longer->data, longer->len, TL_MODEL_ERROR_DAMAGED);
}

static void
test_missing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "none.model", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (tl_model_load (path, &error));
  g_assert_error (error, TL_MODEL_ERROR, TL_MODEL_ERROR_MISSING);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);
  g_assert_null (tl_model_load (folder, &error));
  g_assert_true (error->domain == TL_MODEL_ERROR);
  g_rmdir (folder);
}

static void
test_shipped (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (tl_model_check_default (&error));
  g_assert_no_error (error);
  g_assert_nonnull (tl_model_get_default ());
  g_assert_true (g_file_get_contents (SHIPPED_MODEL, &content, &size, NULL));
  g_assert_cmpuint (size, <=, 4 * 1024 * 1024);
}

/* Whether the text's one person is found by the rules, when there is nothing else. */
static void
test_without (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(TlText) text = tl_text_new ("The minister, Mr Paulo Sena, spoke in Lisbon.", -1);
      g_autoptr(GPtrArray) entities = NULL;
      g_autoptr(GError) error = NULL;
      TlEntity *person = NULL;

      g_setenv ("TRADELINES_MODEL", "/nowhere/none.model", TRUE);
      g_assert_false (tl_model_check_default (&error));
      g_assert_error (error, TL_MODEL_ERROR, TL_MODEL_ERROR_MISSING);
      g_assert_null (tl_model_get_default ());
      entities = tl_recognizer_find (text);
      for (guint i = 0; i < entities->len; i++)
        if (tl_entity_get_entity_type (entities->pdata[i]) == TL_ENTITY_PERSON)
          person = entities->pdata[i];
      g_assert_nonnull (person);
      g_assert_cmpstr (tl_entity_get_name (person), ==, "Paulo Sena");
      g_assert_cmpuint (tl_entity_get_confidence (person, 0), ==, 0);
      g_assert_false (tl_entity_is_doubtful (person));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/round-trip", test_round_trip);
  g_test_add_func ("/model/cut", test_cut);
  g_test_add_func ("/model/altered", test_altered);
  g_test_add_func ("/model/longer", test_longer);
  g_test_add_func ("/model/missing", test_missing);
  g_test_add_func ("/model/shipped", test_shipped);
  g_test_add_func ("/model/without", test_without);

  return g_test_run ();
}
