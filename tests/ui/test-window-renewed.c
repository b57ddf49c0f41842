/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window on a library that an older version has read reads it again, and tells what is read
 * differently. */

#include <sqlite3.h>

#include "tl-reading-pack.h"
#include "tl-renewed-dialog.h"
#include "tl-renewed-row.h"
#include "window-fixture.h"

static TlRenewedDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (TL_IS_RENEWED_DIALOG (window))
        return TL_RENEWED_DIALOG (window);
    }
  return NULL;
}

/* As if a version had read it that took $2.5 billion for $2.4 billion. */
static void
import_and_age (Fixture *fixture)
{
  sqlite3 *handle;

  fixture_import (fixture, "peru.txt", article_of_peru);
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_close_window (fixture);
  g_assert_cmpint (sqlite3_open (fixture->library_path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (tl_reading_pack_register (handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE reading SET version = 0,"
                                 " json = tl_pack (replace (tl_unpack (json),"
                                 " '\"value\": 2500000000', '\"value\": 2400000000'));"
                                 "UPDATE figure SET value = 2400000000 WHERE value = 2500000000",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  fixture_open_window (fixture, fixture->library_path);
}

static void
test_told (Fixture *fixture)
{
  TlRenewedRow *row;
  GtkLabel *changes;

  import_and_age (fixture);
  wait_until (fixture_find_toast (fixture, "1 article is read differently*") != NULL);
  fixture_activate (fixture, "show-renewed", NULL);
  wait_until (find_dialog () != NULL);
  wait_until (find_of_type (GTK_WIDGET (find_dialog ()), TL_TYPE_RENEWED_ROW) != NULL);
  row = find_of_type (GTK_WIDGET (find_dialog ()), TL_TYPE_RENEWED_ROW);
  changes = find_widget (GTK_WIDGET (row), "changes");
  g_assert_cmpstr (gtk_label_get_text (changes), ==,
                   "− $2.4 billion · 2016 · Turnover, Chile – Peru\n"
                   "+ $2.5 billion · 2016 · Turnover, Chile – Peru");

  /* Opening one leads to the article. */
  g_signal_emit_by_name (find_widget (GTK_WIDGET (find_dialog ()), "view"), "activate", 0u);
  wait_until (find_dialog () == NULL);
  g_assert_true (fixture_is_enabled (fixture, "show-renewed"));
}

static void
test_seen (Fixture *fixture)
{
  import_and_age (fixture);
  wait_until (fixture_is_enabled (fixture, "show-renewed"));
  fixture_activate (fixture, "show-renewed", NULL);
  wait_until (find_dialog () != NULL);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (find_dialog ()), "seen_button"), "clicked");
  wait_until (find_dialog () == NULL);
  g_assert_false (fixture_is_enabled (fixture, "show-renewed"));
}

static void
test_nothing (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  g_assert_false (fixture_is_enabled (fixture, "show-renewed"));
}

static void
add_tests (void)
{
  fixture_add ("/renewed/told", test_told);
  fixture_add ("/renewed/seen", test_seen);
  fixture_add ("/renewed/nothing", test_nothing);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
