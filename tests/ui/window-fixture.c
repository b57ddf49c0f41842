/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window on a library of its own, for each test anew; and what a person does with it. */

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "tl-application.h"

const char *const article_of_chile =
  "Chile and Peru trade more\n"
  "\n"
  "SANTIAGO, 14 March 2017. Trade between Chile and Peru reached $2.5 billion in 2016, "
  "Foreign Minister Ana Rojas said on Tuesday.\n"
  "\n"
  "Ana Rojas will go to Peru in May.\n";

const char *const article_of_peru =
  "A record that nobody counted\n"
  "\n"
  "LIMA, 20 March 2017. In 2016 trade between Peru and Chile stood at $2.7 billion. "
  "In 2015 trade between Peru and Chile stood at $2.2 billion.\n";

const char *const article_of_ghana =
  "Ghana and Kenya, far apart\n"
  "\n"
  "ACCRA, 3 April 2018. Trade between Ghana and Kenya reached $120 million in 2017.\n";

#define PATIENCE 60     /* seconds; nothing here takes one, on a machine with nothing to do */

static GtkApplication *application;

typedef struct
{
  const char *what;
  gint64      begin;
} Guard;

static gboolean
guard_cb (gpointer user_data)
{
  const Guard *guard = user_data;

  if (g_get_monotonic_time () - guard->begin > PATIENCE * G_USEC_PER_SEC)
    g_error ("never so: %s", guard->what);
  return G_SOURCE_CONTINUE;
}

/* Wakes the main loop now and then, so that a condition that no event announces is seen. */
guint
start_guard (const char *what)
{
  Guard *guard = g_new (Guard, 1);

  *guard = (Guard) { what, g_get_monotonic_time () };
  return g_timeout_add_full (G_PRIORITY_DEFAULT, 20, guard_cb, guard, g_free);
}

gpointer
find_widget (GtkWidget  *root,
             const char *id)
{
  const char *own = gtk_buildable_get_buildable_id (GTK_BUILDABLE (root));

  if (g_strcmp0 (own, id) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gpointer
find_of_type (GtkWidget *root,
              GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_of_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A widget of the window by the name that the templates give it; "page/list" looks for a
 * list in a page. */
gpointer
fixture_get (Fixture    *fixture,
             const char *id)
{
  g_auto(GStrv) parts = g_strsplit (id, "/", -1);
  gpointer widget = fixture->window;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      widget = find_widget (widget, parts[i]);
      g_assert_nonnull (widget);
    }
  return widget;
}

void
fixture_open_window (Fixture    *fixture,
                     const char *library_path)
{
  g_assert_null (fixture->window);
  fixture->window = tl_window_new (application, library_path);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

/* Closes the window; it must not live on.  What it has begun may end first. */
void
fixture_close_window (Fixture *fixture)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
}

/* The window's border may be within the size or around it. */
#define BORDER 32

static gboolean
has_width (Fixture *fixture,
           int      width)
{
  /* Without a window manager a request may cross an answer to the one before, and be lost. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 640);
  return ABS (gtk_widget_get_width (GTK_WIDGET (fixture->window)) - width) < BORDER;
}

void
fixture_set_width (Fixture *fixture,
                   int      width)
{
  wait_until (has_width (fixture, width));
}

GFile *
fixture_write_file (Fixture    *fixture,
                    const char *name,
                    const char *content,
                    gssize      length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
fixture_drop (Fixture *fixture,
              GFile   *first,
              ...)
{
  g_auto(GValue) value = G_VALUE_INIT;
  GSList *files = NULL;
  va_list more;

  va_start (more, first);
  for (GFile *file = first; file != NULL; file = va_arg (more, GFile *))
    files = g_slist_append (files, g_object_ref (file));
  va_end (more);

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_assert_true (tl_window_drop (fixture->window, &value));
}

gboolean
fixture_is_importing (Fixture *fixture)
{
  return fixture_is_enabled (fixture, "cancel-import");
}

guint
fixture_get_n_articles (Fixture *fixture)
{
  return tl_library_get_n_articles (tl_window_get_library (fixture->window));
}

/* Imports one article and waits for it. */
void
fixture_import (Fixture    *fixture,
                const char *name,
                const char *content)
{
  g_autoptr(GFile) file = fixture_write_file (fixture, name, content, -1);

  fixture_drop (fixture, file, NULL);
  wait_until (!fixture_is_importing (fixture));
}

void
fixture_activate (Fixture    *fixture,
                  const char *action,
                  const char *format,
                  ...)
{
  GVariant *parameter = NULL;

  if (format != NULL)
    {
      va_list values;

      va_start (values, format);
      parameter = g_variant_new_va (format, NULL, &values);
      va_end (values);
    }
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, parameter);
}

gboolean
fixture_is_enabled (Fixture    *fixture,
                    const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

/* What is selected in the text of the article. */
char *
fixture_dup_selection (Fixture *fixture)
{
  GtkTextView *view = fixture_get (fixture, "articles_page/text_view");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
run_test (gconstpointer user_data)
{
  void (*const *test) (Fixture *fixture) = user_data;
  Fixture fixture = { NULL };

  fixture.folder = g_dir_make_tmp ("tl-window-XXXXXX", NULL);
  fixture.library_path = g_build_filename (fixture.folder, "library.sqlite", NULL);
  fixture_open_window (&fixture, fixture.library_path);
  (*test) (&fixture);
  fixture_close_window (&fixture);
  remove_folder (fixture.folder);
  g_free (fixture.library_path);
  g_free (fixture.folder);
}

void
fixture_add (const char *path,
             void      (*test) (Fixture *fixture))
{
  void (**data) (Fixture *fixture) = g_malloc (sizeof *data);

  *data = test;
  g_test_add_data_func_full (path, data, (GTestDataFunc) run_test, g_free);
}

int
fixture_main (int    argc,
              char **argv,
              void (*add_tests) (void))
{
  g_autoptr(GError) error = NULL;
  int status;

  /* Not isolated from the system's data, without which no icon can be read; the person's own
   * is kept apart by with-display. */
  g_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (tl_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE |
                                                        G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  add_tests ();
  status = g_test_run ();
  g_clear_object (&application);
  return status;
}

/* Returns the toast that shows a text which fits the pattern, with "*" for anything; or NULL. */
GtkWidget *
fixture_find_toast (Fixture    *fixture,
                    const char *pattern)
{
  GtkWidget *overlay = fixture_get (fixture, "toast_overlay");

  for (GtkWidget *child = gtk_widget_get_first_child (overlay);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label;

      if (!g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
        continue;
      label = find_of_type (child, GTK_TYPE_LABEL);
      if (label != NULL && g_pattern_match_simple (pattern, gtk_label_get_text (GTK_LABEL (label))))
        return child;
    }
  return NULL;
}
