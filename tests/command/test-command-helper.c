/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program reads strangers' files in a process of its own, which it is itself. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define STARTED "A process to read files in has started"

#define STORY                                                                         \
  "The bridge over the river was opened on Monday, and many people came to see it. "  \
  "The first to cross it was a baker from the other side, who had waited. It took "   \
  "four years to build, two more than the town had hoped for.\n"

/* Returns what it prints, with what it tells of itself in between. */
static char *
extract (const char *name,
         const char *content)
{
  g_autofree char *folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *arguments[] = { (char *) RUN_COMMAND, (char *) "extract", path, NULL };
  g_auto(GStrv) environment = g_environ_setenv (g_get_environ (), "G_MESSAGES_DEBUG", "all", TRUE);
  g_autoptr(GError) error = NULL;
  char *output = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return output;
}

static void
test_page (void)
{
  g_autofree char *output = extract ("a.html", "<html><head><title>Bridge over the River Opens</title></head>"
                                               "<body><p>" STORY "</p></body></html>");

  g_assert_nonnull (strstr (output, "\"title\": \"Bridge over the River Opens\""));
  g_assert_nonnull (strstr (output, STARTED));
}

/* It would only cost time. */
static void
test_text (void)
{
  g_autofree char *output = extract ("a.txt", "Bridge over the River Opens\n\n" STORY);

  g_assert_nonnull (strstr (output, "\"title\": \"Bridge over the River Opens\""));
  g_assert_null (strstr (output, STARTED));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command-helper/page", test_page);
  g_test_add_func ("/command-helper/text", test_text);
  return g_test_run ();
}
