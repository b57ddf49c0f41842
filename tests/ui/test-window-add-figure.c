/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure is added from words that are selected in the article. */

#include <string.h>

#include "tl-article-pane.h"
#include "tl-figure-dialog.h"
#include "window-fixture.h"

/* The second sentence names no flow: nothing is read of it. */
static const char story[] =
  "LIMA, 16 March 2017. Trade between Chile and Peru reached $4 billion last year, the minister said.\n\n"
  "The guests of the fair spoke of $700 million in 2013, Peru and Chile being the hosts.\n";

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (fixture_get (fixture, "articles_page/article_pane/article_view/text_view"));
}

static void
select_words (Fixture    *fixture,
              const char *words)
{
  GtkTextBuffer *buffer = get_buffer (fixture);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static TlFigureDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TL_IS_FIGURE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return TL_FIGURE_DIALOG (window);
    }
  return NULL;
}

/* "4 2016 CL,PE open; 0.7 2013 CL,PE added": as the library has them, of which the pane loads it anew. */
static char *
dup_figures (Fixture *fixture)
{
  static const char *const reviews[] = { "open", "confirmed", "edited", "added" };
  TlArticle *article = tl_article_pane_get_article (fixture_get (fixture, "articles_page/article_pane"));
  g_autoptr(GString) figures = g_string_new (NULL);

  for (guint i = 0; article != NULL && i < tl_article_get_figures (article)->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (tl_article_get_figures (article), i);
      const TlFigureData *data = tl_figure_get_data (figure);

      g_string_append_printf (figures, "%s%g %d %s,%s %s", i > 0 ? "; " : "", data->value / 1e9, (int) data->start.year,
                              data->partners[0], data->partners[1], reviews[tl_figure_get_review (figure)]);
    }
  return g_string_free (g_steal_pointer (&figures), FALSE);
}

static gboolean
has_figures (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *figures = dup_figures (fixture);

  return g_str_equal (figures, expected);
}

static TlFigureDialog *
begin (Fixture    *fixture,
       const char *words)
{
  fixture_import (fixture, "fair.txt", story);
  wait_until (fixture_is_enabled (fixture, "add-figure"));
  g_assert_true (has_figures (fixture, "4 2016 CL,PE open"));
  select_words (fixture, words);
  fixture_activate (fixture, "add-figure", NULL);
  wait_until (find_dialog () != NULL);
  return find_dialog ();
}

static void
keep (TlFigureDialog *dialog)
{
  g_signal_emit_by_name (find_widget (find_widget (GTK_WIDGET (dialog), "editor"), "keep"), "clicked");
}

static const char *
get_entry (TlFigureDialog *dialog,
           const char     *id)
{
  return gtk_editable_get_text (find_widget (find_widget (GTK_WIDGET (dialog), "editor"), id));
}

static void
test_add (Fixture *fixture)
{
  TlFigureDialog *dialog = begin (fixture, "$700 million");

  g_assert_cmpstr (get_entry (dialog, "amount"), ==, "700 million USD");
  g_assert_cmpstr (get_entry (dialog, "period"), ==, "2013");
  g_assert_nonnull (strstr (gtk_label_get_text (find_widget (GTK_WIDGET (dialog), "sentence")), "guests of the fair"));
  gtk_editable_set_text (find_widget (find_widget (GTK_WIDGET (dialog), "editor"), "period"), "2012");
  keep (dialog);
  wait_until (has_figures (fixture, "4 2016 CL,PE open; 0.7 2012 CL,PE added"));
  wait_until (find_dialog () == NULL);
  wait_until (fixture_find_toast (fixture, "Figure added") != NULL);
  fixture_activate (fixture, "undo", NULL);
  wait_until (has_figures (fixture, "4 2016 CL,PE open"));
  wait_until (fixture_is_enabled (fixture, "redo"));
  fixture_activate (fixture, "redo", NULL);
  wait_until (has_figures (fixture, "4 2016 CL,PE open; 0.7 2012 CL,PE added"));
}

/* Who leaves it has added nothing. */
static void
test_given_up (Fixture *fixture)
{
  TlFigureDialog *dialog = begin (fixture, "$700 million");

  g_signal_emit_by_name (find_widget (GTK_WIDGET (dialog), "editor"), "given-up");
  wait_until (find_dialog () == NULL);
  g_assert_true (has_figures (fixture, "4 2016 CL,PE open"));
}

static void
test_there_already (Fixture *fixture)
{
  keep (begin (fixture, "$4 billion"));
  wait_until (fixture_find_toast (fixture, "*in the article already*") != NULL);
  g_assert_true (has_figures (fixture, "4 2016 CL,PE open"));
}

static void
test_nothing_selected (Fixture *fixture)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  fixture_import (fixture, "fair.txt", story);
  wait_until (fixture_is_enabled (fixture, "add-figure"));
  buffer = get_buffer (fixture);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  fixture_activate (fixture, "add-figure", NULL);
  wait_until (fixture_find_toast (fixture, "Select the words*") != NULL);
  g_assert_null (find_dialog ());
}

static void
add_tests (void)
{
  fixture_add ("/window/add-figure/add", test_add);
  fixture_add ("/window/add-figure/given up", test_given_up);
  fixture_add ("/window/add-figure/there already", test_there_already);
  fixture_add ("/window/add-figure/nothing selected", test_nothing_selected);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
