/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "library-fixture.h"

void
import_set_up (ImportFixture *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;

  fixture->folder = fixture_make_folder ();
  fixture->outside = fixture_make_folder ();
  path = g_build_filename (fixture->outside, "library.sqlite", NULL);
  fixture->library = fixture_open (path);
  fixture->files = g_list_store_new (G_TYPE_FILE);
  fixture->cancellable = g_cancellable_new ();
}

void
import_tear_down (ImportFixture *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  if (fixture->import != NULL)
    g_assert_finalize_object (fixture->import);
  g_assert_finalize_object (fixture->library);
  g_clear_object (&fixture->files);
  g_clear_object (&fixture->cancellable);
  g_clear_error (&fixture->error);
  fixture_remove_folder (fixture->folder);
  fixture_remove_folder (fixture->outside);
}

void
import_done_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  ImportFixture *fixture = user_data;

  fixture->is_done = TRUE;
  g_assert_true (tl_import_run_finish (TL_IMPORT (source_object), result, &fixture->error) ==
                 (fixture->error == NULL));
}

void
import_begin (ImportFixture *fixture)
{
  fixture->import = tl_import_new (fixture->library, G_LIST_MODEL (fixture->files));
  fixture->is_done = FALSE;
}

void
import_run (ImportFixture *fixture)
{
  if (fixture->import == NULL)
    import_begin (fixture);
  tl_import_run_async (fixture->import, fixture->cancellable, import_done_cb, fixture);
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (tl_import_get_added (fixture->import)->len, ==,
                    tl_import_get_n_added (fixture->import));
  g_assert_cmpuint (tl_import_get_n_done (fixture->import), ==,
                    tl_import_get_n_added (fixture->import) +
                    tl_import_get_n_failures (fixture->import) +
                    tl_import_get_tables (fixture->import)->len);
  fixture_check (fixture->library);
}

void
import_give (ImportFixture *fixture,
             const char    *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_list_store_append (fixture->files, file);
}

void
import_write_text (const char *folder,
                   const char *name)
{
  g_autofree char *text = g_strdup_printf ("A report named %s\n\nTrade was spoken of.\n", name);

  g_free (fixture_write (folder, name, text, -1));
}

char *
import_make_subfolder (const char *folder,
                       const char *name)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  return path;
}

void
import_make_link (const char *target,
                  const char *folder,
                  const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

const TlImportFailure *
import_find_failure (ImportFixture *fixture,
                     const char    *name)
{
  GPtrArray *failures = tl_import_get_failures (fixture->import);

  for (guint i = 0; i < failures->len; i++)
    {
      const TlImportFailure *failure = g_ptr_array_index (failures, i);
      g_autofree char *base = g_file_get_basename (failure->file);

      if (g_str_equal (base, name))
        return failure;
    }
  return NULL;
}

/* The reason is in plain words, which end without a period and name no path or errno. */
void
import_assert_failure (ImportFixture *fixture,
                       const char    *name,
                       const char    *reason)
{
  const TlImportFailure *failure = import_find_failure (fixture, name);

  g_test_message ("%s: %s", name, failure != NULL ? failure->message : "(no failure)");
  g_assert_nonnull (failure);
  g_assert_nonnull (strstr (failure->message, reason));
  g_assert_null (strstr (failure->message, fixture->folder));
  g_assert_false (g_str_has_suffix (failure->message, "."));
}

static char *
list_names (ImportFixture *fixture)
{
  GArray *added = tl_import_get_added (fixture->import);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < added->len; i++)
    {
      g_autoptr(TlArticle) article =
        tl_library_load_article (fixture->library, g_array_index (added, gint64, i), NULL);
      g_autoptr(GFile) file = g_file_new_for_uri (tl_article_get_uri (article));
      g_autofree char *name = g_file_get_basename (file);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

void
import_assert_names (ImportFixture *fixture,
                     const char    *expected)
{
  g_autofree char *names = list_names (fixture);

  g_assert_cmpstr (names, ==, expected);
}
