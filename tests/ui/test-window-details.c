/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of an article besides its text can be seen, and corrected. */

#include <string.h>

#include "tl-details-dialog.h"
#include "tl-fact-row.h"
#include "window-fixture.h"

static const char story[] =
  "Trade of Chile and Peru Grows\n\n"
  "LIMA, 16 March 2017. Trade between Chile and Peru reached $4 billion last year, the minister "
  "said on Thursday, and she expects more of it, and of tourists, too, in all the years to come.\n";

static TlDetailsDialog *
find_dialog (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TL_IS_DETAILS_DIALOG (window))
        return TL_DETAILS_DIALOG (window);
    }
  return NULL;
}

static GtkWidget *
find_row (TlDetailsDialog *dialog,
          TlFact           fact)
{
  GtkWidget *rows = find_widget (GTK_WIDGET (dialog), "rows");

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      guint its_fact = TL_N_FACTS;

      if (TL_IS_FACT_ROW (row))
        g_object_get (row, "fact", &its_fact, NULL);
      if (its_fact == fact)
        return row;
    }
  g_assert_not_reached ();
}

/* "2017-03-16 (Read in the text)" */
static char *
dup_row (TlDetailsDialog *dialog,
         TlFact           fact)
{
  GtkWidget *row = find_row (dialog, fact);

  return g_strdup_printf ("%s (%s)", gtk_editable_get_text (find_widget (row, "entry")),
                          gtk_label_get_text (find_widget (row, "origin")));
}

static void
assert_row (TlDetailsDialog *dialog,
            TlFact           fact,
            const char      *expected)
{
  g_autofree char *row = dup_row (dialog, fact);

  g_assert_cmpstr (row, ==, expected);
}

static gboolean
row_is (TlDetailsDialog *dialog,
        TlFact           fact,
        const char      *expected)
{
  g_autofree char *row = dup_row (dialog, fact);

  return g_str_equal (row, expected);
}

static void
write_row (TlDetailsDialog *dialog,
           TlFact           fact,
           const char      *value)
{
  gtk_editable_set_text (find_widget (find_row (dialog, fact), "entry"), value);
}

static TlDetailsDialog *
open_dialog (Fixture *fixture)
{
  fixture_activate (fixture, "article-details", NULL);
  g_assert_nonnull (find_dialog ());
  return find_dialog ();
}

static void
close_dialog (TlDetailsDialog *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (dialog == NULL);
}

static void
test_seen (Fixture *fixture)
{
  TlDetailsDialog *dialog;

  g_assert_false (fixture_is_enabled (fixture, "article-details"));
  fixture_import (fixture, "story.txt", story);
  dialog = open_dialog (fixture);
  assert_row (dialog, TL_FACT_TITLE, "Trade of Chile and Peru Grows (Read in the text)");
  assert_row (dialog, TL_FACT_PUBLISHED, "2017-03-16 (Read in the text)");
  assert_row (dialog, TL_FACT_AUTHOR, " (Not known)");
  g_assert_nonnull (strstr (gtk_label_get_text (find_widget (GTK_WIDGET (dialog), "file")), "story.txt"));
  close_dialog (dialog);
}

static void
test_corrected (Fixture *fixture)
{
  TlDetailsDialog *dialog;
  GtkWidget *reset;

  fixture_import (fixture, "story.txt", story);
  dialog = open_dialog (fixture);
  reset = find_widget (find_row (dialog, TL_FACT_PUBLISHED), "reset");
  g_assert_false (gtk_widget_get_visible (reset));
  write_row (dialog, TL_FACT_PUBLISHED, "2019-07-02");
  tl_fact_row_apply (TL_FACT_ROW (find_row (dialog, TL_FACT_PUBLISHED)));
  wait_until (row_is (dialog, TL_FACT_PUBLISHED, "2019-07-02 (Corrected by you)"));
  g_assert_true (gtk_widget_get_visible (reset));

  g_signal_emit_by_name (reset, "clicked");
  wait_until (row_is (dialog, TL_FACT_PUBLISHED, "2017-03-16 (Read in the text)"));

  write_row (dialog, TL_FACT_AUTHOR, "  Ana Paz ");
  tl_fact_row_apply (TL_FACT_ROW (find_row (dialog, TL_FACT_AUTHOR)));
  wait_until (row_is (dialog, TL_FACT_AUTHOR, "Ana Paz (Corrected by you)"));
  fixture_activate (fixture, "undo", NULL);
  wait_until (row_is (dialog, TL_FACT_AUTHOR, " (Not known)"));
  close_dialog (dialog);
}

/* What is no day is not taken for one, and is said to be none. */
static void
test_mistaken (Fixture *fixture)
{
  TlDetailsDialog *dialog;
  GtkWidget *row;

  fixture_import (fixture, "story.txt", story);
  dialog = open_dialog (fixture);
  row = find_row (dialog, TL_FACT_PUBLISHED);
  write_row (dialog, TL_FACT_PUBLISHED, "last Tuesday");
  g_assert_true (gtk_widget_has_css_class (find_widget (row, "entry"), "error"));
  g_assert_nonnull (strstr (gtk_label_get_text (find_widget (row, "origin")), "2017-11-23"));
  tl_fact_row_apply (TL_FACT_ROW (row));
  close_dialog (dialog);

  dialog = open_dialog (fixture);
  assert_row (dialog, TL_FACT_PUBLISHED, "2017-03-16 (Read in the text)");
  close_dialog (dialog);
}

/* Who writes and closes the dialog meant it. */
static void
test_closed (Fixture *fixture)
{
  TlDetailsDialog *dialog;

  fixture_import (fixture, "story.txt", story);
  dialog = open_dialog (fixture);
  write_row (dialog, TL_FACT_PUBLISHER, "Evening Star");
  close_dialog (dialog);
  wait_until (fixture_find_toast (fixture, "Publisher changed") != NULL);

  dialog = open_dialog (fixture);
  assert_row (dialog, TL_FACT_PUBLISHER, "Evening Star (Corrected by you)");
  close_dialog (dialog);
}

static void
add_tests (void)
{
  fixture_add ("/window/details/seen", test_seen);
  fixture_add ("/window/details/corrected", test_corrected);
  fixture_add ("/window/details/mistaken", test_mistaken);
  fixture_add ("/window/details/closed", test_closed);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
