/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader is told of what happens away from the focus. */

#include "window-fixture.h"

static GPtrArray *said;         /* (element-type utf8), in order */

static void
said_cb (TlAnnouncer *announcer,
         const char  *text)
{
  g_ptr_array_add (said, g_strdup (text));
}

static void
listen (Fixture *fixture)
{
  g_clear_pointer (&said, g_ptr_array_unref);
  said = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (tl_window_get_announcer (fixture->window), "said", G_CALLBACK (said_cb), NULL);
}

static gboolean
has_said (const char *text)
{
  return g_ptr_array_find_with_equal_func (said, text, g_str_equal, NULL);
}

static guint
count (const char *pattern)
{
  guint n = 0;

  for (guint i = 0; i < said->len; i++)
    n += g_pattern_match_simple (pattern, said->pdata[i]) ? 1 : 0;
  return n;
}

static void
check_name (GtkWidget  *widget,
            const char *name)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                              GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (other, ==, NULL);
}

/* That it begins and how it ended; how far it is only where it takes long. */
static void
test_import (Fixture *fixture)
{
  listen (fixture);
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (has_said ("1 article imported"));
  g_assert_cmpuint (said->len, ==, 2);
  g_assert_cmpstr (said->pdata[0], ==, "Importing…");
  g_assert_cmpstr (said->pdata[1], ==, "1 article imported");
#if !GTK_CHECK_VERSION (4, 14, 0)
  check_name (GTK_WIDGET (fixture->window), "1 article imported");
#endif
}

static void
test_progress (Fixture *fixture)
{
  listen (fixture);
  g_object_set (tl_window_get_announcer (fixture->window), "interval", 0, NULL);
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (has_said ("1 article imported"));
  g_assert_cmpstr (said->pdata[0], ==, "Importing…");
  g_assert_cmpuint (count ("1 of 1 file*"), >, 0);
  g_assert_cmpstr (said->pdata[said->len - 1], ==, "1 article imported");
}

/* How many were found is told once for a word, and not for each letter of it. */
static void
test_search (Fixture *fixture)
{
  GtkEditable *entry = fixture_get (fixture, "bar/entry");

  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
  fixture_import (fixture, "ghana.txt", article_of_ghana);
  listen (fixture);
  fixture_activate (fixture, "search", NULL);
  gtk_editable_set_text (entry, "a");
  g_signal_emit_by_name (entry, "activate");
  wait_until (g_str_equal (gtk_label_get_text (fixture_get (fixture, "bar/count")), "3 of 3 articles"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_editable_set_text (entry, "kenya");
  wait_until (has_said ("1 of 3 articles"));
  g_assert_cmpuint (count ("* of 3 articles"), ==, 1);
}

/* What a toast says, and what comes back when another has gone is not told twice. */
static void
test_toasts (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_import (fixture, "peru.txt", article_of_peru);
  listen (fixture);
  fixture_activate (fixture, "undo", NULL);
  wait_until (has_said ("Undone: Import of 1 Article"));
  fixture_activate (fixture, "redo", NULL);
  wait_until (has_said ("Redone: Import of 1 Article"));
  g_assert_cmpuint (count ("Undone*"), ==, 1);
}

/* Where the last figure was, and not only the button that has the focus then. */
static void
test_end_of_review (Fixture *fixture)
{
  fixture_import (fixture, "first.txt",
                  "LIMA, 16 March 2018. Trade between Chile and Peru reached $4 billion in 2017, the minister said.\n");
  listen (fixture);
  fixture_activate (fixture, "review", NULL);
  wait_until (g_strcmp0 (gtk_stack_get_visible_child_name (fixture_get (fixture, "review_page/stack")), "figure") == 0);
  gtk_widget_activate_action (fixture_get (fixture, "review_page"), "review.confirm", NULL);
  wait_until (has_said ("All Figures Are Reviewed. Confirmed: 1 · Edited: 0 · Dismissed: 0"));
}

/* GTK 4.8 would read "_Undo Undo", and nothing of what is chosen from a list. */
static void
test_buttons (Fixture *fixture)
{
  GtkWidget *toast;

  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (fixture_find_toast (fixture, "1 article imported") != NULL);
  toast = fixture_find_toast (fixture, "1 article imported");
  check_name (find_of_type (toast, GTK_TYPE_BUTTON), "Undo");
  g_assert_false (gtk_test_accessible_has_relation (find_of_type (toast, GTK_TYPE_BUTTON),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

static void
add_tests (void)
{
  fixture_add ("/window/announcements/import", test_import);
  fixture_add ("/window/announcements/progress", test_progress);
  fixture_add ("/window/announcements/search", test_search);
  fixture_add ("/window/announcements/toasts", test_toasts);
  fixture_add ("/window/announcements/end-of-review", test_end_of_review);
  fixture_add ("/window/announcements/buttons", test_buttons);
}

int
main (int    argc,
      char **argv)
{
  int status = fixture_main (argc, argv, add_tests);

  g_clear_pointer (&said, g_ptr_array_unref);
  return status;
}
