/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In each language that the window speaks, all of it fits into the narrow window of a telephone. */

#include <glib/gi18n.h>
#include <string.h>

#include "window-fixture.h"

#define NARROW 360

/* The catalogues that were built, whatever is installed. */
static const char *
get_locale_dir (void)
{
  const char *folder = g_getenv ("TL_TEST_LOCALE_DIR");

  g_assert_nonnull (folder);
  return folder;
}

/* Named by the last part of the test's path. */
static const char *
get_language (void)
{
  return strrchr (g_test_get_path (), '/') + 1;
}

/* gettext looks for the catalogue anew once it is told where they are. */
static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  gtk_widget_set_default_direction (g_str_equal (language, "ar") ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

static gboolean
is_drawn (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static int
measure_least (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Without the shadow around it. */
static int
measure_dialog (GtkWindow *dialog)
{
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (dialog)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    least = MAX (least, measure_least (child));
  return least;
}

static void
check_fits (Fixture    *fixture,
            const char *what)
{
  int least = measure_least (gtk_widget_get_first_child (fixture_get (fixture, "adaptive_bin")));

  if (least > NARROW)
    {
      g_test_message ("%s needs %d pixels of %d", what, least, NARROW);
      g_test_fail ();
    }
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (fixture->window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static void
gone_cb (gpointer  data,
         GObject  *where_it_was)
{
  guint *n_left = data;

  (*n_left)--;
}

/* Counts a widget and all in it, and then those that are left. */
static void
watch (GtkWidget *widget,
       guint     *n_left)
{
  (*n_left)++;
  g_object_weak_ref (G_OBJECT (widget), gone_cb, n_left);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    watch (child, n_left);
}

static void
check_dialog (Fixture    *fixture,
              const char *action)
{
  GtkWindow *dialog;
  guint n_left = 0;
  int least;

  g_test_message ("The dialog of %s", action);
  fixture_activate (fixture, action, NULL);
  wait_until ((dialog = find_dialog (fixture)) != NULL);
  least = measure_dialog (dialog);
  if (least > NARROW)
    {
      g_test_message ("The dialog of %s needs %d pixels of %d", action, least, NARROW);
      g_test_fail ();
    }
  watch (GTK_WIDGET (dialog), &n_left);
  gtk_window_close (dialog);
  /* What stayed would be more each time. */
  wait_until (n_left == 0);
}

static void
check_review (Fixture *fixture)
{
  GtkWidget *review = fixture_get (fixture, "review_page");

  fixture_activate (fixture, "review", NULL);
  wait_until (is_drawn (fixture_get (fixture, "review_page/card")));
  check_fits (fixture, "The review");
  gtk_widget_activate_action (review, "review.edit", NULL);
  wait_until (is_drawn (fixture_get (fixture, "review_page/editor_bin")));
  check_fits (fixture, "The review's editor");
}

static void
test_fits (Fixture *fixture)
{
  speak (get_language ());
  fixture_close_window (fixture);
  fixture_open_window (fixture, fixture->library_path);
  fixture_set_width (fixture, NARROW);
  check_fits (fixture, "The first start");
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  wait_until (is_drawn (fixture_get (fixture, "articles_page/text_view")));
  check_fits (fixture, "An article");
  check_dialog (fixture, "article-details");
  check_dialog (fixture, "export-articles");
  check_dialog (fixture, "show-dismissed");
  check_dialog (fixture, "show-shortcuts");
  check_dialog (fixture, "show-guide");
  fixture_activate (fixture, "reading", NULL);
  check_fits (fixture, "What was read from it");
  fixture_activate (fixture, "back", NULL);
  fixture_activate (fixture, "back", NULL);
  check_fits (fixture, "The list");
  fixture_activate (fixture, "show-page", "s", "entities");
  check_fits (fixture, "The list of entities");
  fixture_activate (fixture, "show-page", "s", "chart");
  check_fits (fixture, "The chart");
  check_dialog (fixture, "export-chart");
  check_dialog (fixture, "show-official");
  check_review (fixture);
  speak ("en");
}

/* The fit of words that are not there would show nothing. */
static void
test_spoken (Fixture *fixture)
{
  speak ("ru");
  g_assert_cmpstr (C_("flow", "Turnover"), !=, "Turnover");
  speak ("en");
  g_assert_cmpstr (C_("flow", "Turnover"), ==, "Turnover");
}

static void
add_tests (void)
{
  g_autofree char *linguas = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("TL_TEST_LINGUAS"), &linguas, NULL, NULL));
  lines = g_strsplit (linguas, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      {
        g_autofree char *path = g_strconcat ("/window/languages/", lines[i], NULL);

        fixture_add (path, test_fits);
      }
  fixture_add ("/window/languages/spoken", test_spoken);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
