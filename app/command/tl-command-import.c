/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * `tradelines import`: files and folders into a library.  What is being done is shown in a
 * terminal, what could not be read is told, and the end is one line.
 */

#include "tl-command-private.h"

#include <glib/gi18n-lib.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "tl-import.h"

typedef struct
{
  char     *library;
  gboolean  version;
  char    **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->library);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (int       argc,
               char    **argv,
               Options  *options)
{
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options->library,
      N_("The library, your own by default; it is made where it is not there"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context =
    tl_command_context_new (_("FILE…"),
                            _("Read files and folders of articles, and exported libraries, into a library"),
                            entries);

  return tl_command_parse (context, argc, argv);
}

/*
 * Run:
 * @shows_progress: whether somebody looks on
 * @n_told: how many failures were told by now
 *
 * An import that is running.
 */
typedef struct
{
  GMainLoop    *loop;
  GCancellable *cancellable;
  gboolean      shows_progress;
  guint         n_told;
  GError       *error;
} Run;

/* ---- while it runs ---- */

static void
clear_progress (const Run *run)
{
  if (run->shows_progress)
    g_printerr ("\r\033[K");
}

/* Being there already is no failure for who imports a folder again. */
static void
tell_failures (Run      *run,
               TlImport *import)
{
  GPtrArray *failures = tl_import_get_failures (import);

  if (run->n_told < failures->len)
    clear_progress (run);
  for (; run->n_told < failures->len; run->n_told++)
    {
      const TlImportFailure *failure = g_ptr_array_index (failures, run->n_told);
      g_autofree char *file = NULL;

      if (failure->is_duplicate)
        continue;
      file = g_file_get_parse_name (failure->file);
      if (failure->part != NULL)
        /* Translators: a file, a part of it, and why it can't be read */
        tl_command_complain (_("%s: %s: %s"), file, failure->part, failure->message);
      else
        tl_command_complain (_("%s: %s"), file, failure->message);
    }
}

static void
progress_cb (TlImport   *import,
             GParamSpec *pspec G_GNUC_UNUSED,
             Run        *run)
{
  tell_failures (run, import);
  if (!run->shows_progress)
    return;
  g_printerr ("\r");
  /* Translators: how many per cent of an import are done, and how many articles that were */
  g_printerr (_("%3.0f %%, %u articles"), tl_import_get_fraction (import) * 100,
              tl_import_get_n_added (import));
}

static void
done_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;

  tl_import_run_finish (TL_IMPORT (source_object), result, &run->error);
  g_main_loop_quit (run->loop);
}

/* What was read until then is kept. */
static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (((Run *) user_data)->cancellable);
  return G_SOURCE_CONTINUE;
}

/* ---- all of it ---- */

static guint
count_duplicates (TlImport *import)
{
  GPtrArray *failures = tl_import_get_failures (import);
  guint n = 0;

  for (guint i = 0; i < failures->len; i++)
    n += ((const TlImportFailure *) g_ptr_array_index (failures, i))->is_duplicate != FALSE;
  return n;
}

static int
sum_up (Run      *run,
        TlImport *import)
{
  guint n_added = tl_import_get_n_added (import);
  guint n_there = count_duplicates (import);
  guint n_failed = tl_import_get_n_failures (import) - n_there;
  guint n_decisions = tl_import_get_n_decisions (import);
  guint n_official = tl_import_get_n_official (import);
  g_autofree char *added =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article imported", "%u articles imported", n_added),
                     n_added);
  GString *line = g_string_new (added);

  if (n_there > 0)
    g_string_append_printf (line, g_dngettext (GETTEXT_PACKAGE, ", %u was there already",
                                               ", %u were there already", n_there), n_there);
  if (n_failed > 0)
    g_string_append_printf (line, g_dngettext (GETTEXT_PACKAGE, ", %u could not be read",
                                               ", %u could not be read", n_failed), n_failed);
  if (n_official > 0)
    g_string_append_printf (line, g_dngettext (GETTEXT_PACKAGE, ", %u official figure", ", %u official figures",
                                               n_official), n_official);
  if (n_decisions > 0)
    g_string_append_printf (line, g_dngettext (GETTEXT_PACKAGE, ", %u decision taken over",
                                               ", %u decisions taken over", n_decisions), n_decisions);
  g_print ("%s\n", line->str);
  g_string_free (line, TRUE);
  if (run->error != NULL)
    tl_command_complain ("%s", run->error->message);
  return run->error == NULL && n_failed == 0 ? TL_EXIT_DONE : TL_EXIT_FAILED;
}

static int
run_import (TlLibrary  *library,
            GListStore *files)
{
  g_autoptr(TlImport) import = tl_import_new (library, G_LIST_MODEL (files));
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Run run = { loop, cancellable, isatty (STDERR_FILENO) != 0, 0, NULL };
  guint on_interrupt = g_unix_signal_add (SIGINT, interrupted_cb, &run);
  guint on_end = g_unix_signal_add (SIGTERM, interrupted_cb, &run);
  int status;

  g_signal_connect (import, "notify::n-done", G_CALLBACK (progress_cb), &run);
  tl_import_run_async (import, cancellable, done_cb, &run);
  g_main_loop_run (loop);
  g_source_remove (on_interrupt);
  g_source_remove (on_end);
  g_signal_handlers_disconnect_by_data (import, &run);
  tell_failures (&run, import);
  clear_progress (&run);
  status = sum_up (&run, import);
  g_clear_error (&run.error);
  return status;
}

/*
 * tl_command_import:
 * @argc: how many arguments
 * @argv: "import" and its arguments
 *
 * Returns: a #TlExit
 */
int
tl_command_import (int    argc,
                   char **argv)
{
  g_auto(Options) options = { NULL };
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GError) error = NULL;

  if (!parse_options (argc, argv, &options))
    return TL_EXIT_MISUSED;
  if (options.version)
    {
      tl_command_print_version ();
      return TL_EXIT_DONE;
    }
  if (options.files == NULL)
    {
      tl_command_complain (_("No file was given; see “tradelines import --help”"));
      return TL_EXIT_MISUSED;
    }
  for (guint i = 0; options.files[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (options.files[i]);

      g_list_store_append (files, file);
    }
  library = tl_library_open (options.library, &error);
  if (library == NULL)
    {
      tl_command_complain ("%s", error->message);
      return TL_EXIT_FAILED;
    }
  tl_command_check_model ();
  return run_import (library, files);
}
