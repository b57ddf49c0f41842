/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a helper process that ended says of the file that it read. */

#include "tl-helper-end.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Ends a process by @signal, or with @code. */
static int
end_process (int signal,
             int code)
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      if (signal != 0)
        raise (signal);
      _exit (code);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

static void
test_status (void)
{
  g_assert_cmpint (tl_helper_end_from_status (end_process (0, TL_HELPER_EXIT_HUNGRY)), ==,
                   TL_DOCUMENT_ERROR_TOO_HUNGRY);
  g_assert_cmpint (tl_helper_end_from_status (end_process (SIGXCPU, 0)), ==, TL_DOCUMENT_ERROR_TOO_SLOW);
  g_assert_cmpint (tl_helper_end_from_status (end_process (SIGKILL, 0)), ==, TL_DOCUMENT_ERROR_CRASHED);
  g_assert_cmpint (tl_helper_end_from_status (end_process (0, 1)), ==, TL_DOCUMENT_ERROR_CRASHED);
  /* That it ended in order in the midst of a file is none of its business. */
  g_assert_cmpint (tl_helper_end_from_status (end_process (0, 0)), ==, TL_DOCUMENT_ERROR_CRASHED);
}

/* Each of them says something else. */
static void
test_words (void)
{
  static const TlDocumentError ends[] = {
    TL_DOCUMENT_ERROR_CRASHED, TL_DOCUMENT_ERROR_TOO_SLOW, TL_DOCUMENT_ERROR_TOO_HUNGRY,
  };
  g_autoptr(GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr(GError) error = NULL;

      tl_helper_end_set_error (ends[i], &error);
      g_assert_error (error, TL_DOCUMENT_ERROR, (int) ends[i]);
      g_hash_table_add (words, g_strdup (error->message));
    }
  g_assert_cmpuint (g_hash_table_size (words), ==, G_N_ELEMENTS (ends));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/helper-end/status", test_status);
  g_test_add_func ("/helper-end/words", test_words);
  return g_test_run ();
}
