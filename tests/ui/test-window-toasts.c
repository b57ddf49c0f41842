/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says: one thing at a time, and none of it in vain. */

#include "window-fixture.h"
#include "tl-toaster.h"

static guint
count_toasts (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (fixture_get (fixture, "toast_overlay")); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget") ? 1 : 0;
  return n;
}

/* An offer makes way at once: nobody waits for an answer. */
static void
test_at_once (Fixture *fixture)
{
  GtkWidget *toast;

  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (fixture_find_toast (fixture, "1 article imported") != NULL);
  fixture_activate (fixture, "say", "s", "So it is");
  toast = fixture_find_toast (fixture, "So it is");
  g_assert_nonnull (toast);
  g_assert_cmpuint (count_toasts (fixture), ==, 1);
  /* What the offer was made with is gone. */
  g_assert_false (gtk_widget_get_visible (find_of_type (toast, GTK_TYPE_BUTTON)));
}

/* A note is seen for a while, and what is said meanwhile comes then, each in its turn. */
static void
test_in_turn (Fixture *fixture)
{
  fixture_activate (fixture, "say", "s", "First");
  fixture_activate (fixture, "say", "s", "Second");
  fixture_activate (fixture, "say", "s", "Third");
  g_assert_nonnull (fixture_find_toast (fixture, "First"));
  wait_until (fixture_find_toast (fixture, "Second") != NULL);
  g_assert_null (fixture_find_toast (fixture, "First"));
  wait_until (fixture_find_toast (fixture, "Third") != NULL);
  wait_until (count_toasts (fixture) == 0);
  fixture_activate (fixture, "say", "s", "Fourth");
  g_assert_nonnull (fixture_find_toast (fixture, "Fourth"));
}

/* Of several offers only the latest is of use.  Here all are made before time goes by. */
static void
test_latest_offer (Fixture *fixture)
{
  g_autoptr (TlAnnouncer) announcer = tl_announcer_new (GTK_WINDOW (fixture->window));
  g_autoptr (TlToaster) toaster = tl_toaster_new (fixture_get (fixture, "toast_overlay"), announcer);

  tl_toaster_say (toaster, "A note");
  tl_toaster_offer (toaster, "An offer", "_Details", "win.show-import", NULL);
  tl_toaster_offer (toaster, "A later offer", "_Details", "win.show-import", NULL);
  g_assert_nonnull (fixture_find_toast (fixture, "A note"));
  wait_until (fixture_find_toast (fixture, "A note") == NULL);
  g_assert_nonnull (fixture_find_toast (fixture, "A later offer"));
}

/* While it appears, libadwaita 1.2 does not survive that it is closed. */
static void
test_appearing (Fixture *fixture)
{
  GtkWidget *toast;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  fixture_activate (fixture, "say", "s", "Here it comes");
  toast = fixture_find_toast (fixture, "Here it comes");
  g_assert_false (gtk_widget_get_can_target (toast));
  wait_until (gtk_widget_get_can_target (toast) && gtk_widget_get_can_focus (toast));
}

static void
check_alert (Fixture    *fixture,
             const char *text)
{
  GtkWidget *toast = fixture_find_toast (fixture, text);
  GtkWidget *box;

  g_assert_nonnull (toast);
  box = gtk_widget_get_parent (find_of_type (toast, GTK_TYPE_LABEL));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

/* What is said is an alert by that name, also where one toast's words change. */
static void
test_alert (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  wait_until (fixture_find_toast (fixture, "1 article imported") != NULL);
  check_alert (fixture, "1 article imported");
  fixture_activate (fixture, "mark-reviewed", NULL);
  wait_until (fixture_find_toast (fixture, "Marked as reviewed") != NULL);
  check_alert (fixture, "Marked as reviewed");
}

static void
add_tests (void)
{
  fixture_add ("/window/toasts/alert", test_alert);
  fixture_add ("/window/toasts/appearing", test_appearing);
  fixture_add ("/window/toasts/at-once", test_at_once);
  fixture_add ("/window/toasts/in-turn", test_in_turn);
  fixture_add ("/window/toasts/latest-offer", test_latest_offer);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
