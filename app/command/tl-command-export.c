/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * `tradelines export`: what is in a library, as a file or on standard output.
 */

#include "tl-command-private.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

#include "tl-export-job.h"
#include "tl-library.h"

typedef struct
{
  char     *library;
  char     *format;
  char     *output;
  char     *pair;
  char    **articles;
  gboolean  with_mark;
  gboolean  version;
  char    **rest;

  char     *partners[2];
} Options;

static void
options_clear (Options *options)
{
  g_free (options->library);
  g_free (options->format);
  g_free (options->output);
  g_free (options->pair);
  g_strfreev (options->articles);
  g_strfreev (options->rest);
  g_free (options->partners[0]);
  g_free (options->partners[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (int       argc,
               char    **argv,
               Options  *options)
{
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options->library,
      N_("The library, your own by default"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format,
      N_("jsonl (articles and decisions, the default), csv (figures), bibtex, csl-json, ris or text (citations)"),
      N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_("The file to write; without it, what is exported is printed"), N_("FILE") },
    { "pair", 'p', 0, G_OPTION_ARG_STRING, &options->pair,
      N_("Only articles that report trade between two partners, and only such figures"), N_("A,B") },
    { "article", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &options->articles,
      N_("Only the article with this number; can be given several times"), N_("NUMBER") },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &options->with_mark,
      N_("Begin CSV with a byte order mark, by which spreadsheet programs know UTF-8"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context =
    tl_command_context_new (NULL, _("Write a library's articles, figures or citations"), entries);

  return tl_command_parse (context, argc, argv);
}

static gboolean
parse_articles (const Options  *options,
                GArray        **ids)
{
  if (options->articles == NULL)
    return TRUE;
  *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; options->articles[i] != NULL; i++)
    {
      gint64 id;

      if (!g_ascii_string_to_signed (options->articles[i], 10, 1, G_MAXINT64, &id, NULL))
        {
          tl_command_complain (_("“%s” is no number of an article"), options->articles[i]);
          return FALSE;
        }
      g_array_append_val (*ids, id);
    }
  return TRUE;
}

static gboolean
check_options (Options        *options,
               TlExportChoice *choice)
{
  if (options->rest != NULL)
    {
      tl_command_complain (_("“%s” is not expected; see “tradelines export --help”"), options->rest[0]);
      return FALSE;
    }
  if (options->format != NULL && !tl_export_format_from_name (options->format, &choice->format))
    {
      tl_command_complain (_("There is no format “%s”; it is jsonl, csv, bibtex, csl-json, ris or text"),
                           options->format);
      return FALSE;
    }
  if (options->pair != NULL && !tl_command_parse_pair (options->pair, options->partners))
    return FALSE;
  choice->partners[0] = options->partners[0];
  choice->partners[1] = options->partners[1];
  choice->with_mark = options->with_mark;
  return parse_articles (options, &choice->ids);
}

/* A library that is not there is not made for this. */
static TlLibrary *
open_library (const Options *options)
{
  g_autofree char *default_path = tl_library_dup_default_path ();
  const char *path = options->library != NULL ? options->library : default_path;
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;
  TlLibrary *library;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      tl_command_complain (_("There is no library “%s”"), name);
      return NULL;
    }
  library = tl_library_open (path, &error);
  if (library == NULL)
    tl_command_complain ("%s", error->message);
  return library;
}

static gboolean
write_out (TlLibrary             *library,
           const Options         *options,
           const TlExportChoice  *choice,
           TlExportResult        *outcome,
           GError               **error)
{
  const char *path = tl_library_get_path (library);

  if (options->output != NULL && !g_str_equal (options->output, "-"))
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (options->output);

      return tl_export_save (path, choice, file, NULL, NULL, NULL, outcome, error);
    }
  else
    {
      g_autoptr(GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return tl_export_write (path, choice, stream, NULL, NULL, NULL, outcome, error);
    }
}

static int
run_export (TlLibrary            *library,
            const Options        *options,
            const TlExportChoice *choice)
{
  TlExportResult outcome = { 0, 0 };
  g_autoptr(GError) error = NULL;

  if (!write_out (library, options, choice, &outcome, &error))
    {
      /* Who no longer reads, as `head`, has what they wanted. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
        tl_command_complain (_("The library was not exported: %s"), error->message);
      return TL_EXIT_FAILED;
    }
  if (outcome.n_damaged == 0)
    return TL_EXIT_DONE;
  tl_command_complain (g_dngettext (GETTEXT_PACKAGE, "%u article is damaged and was left out",
                                    "%u articles are damaged and were left out", outcome.n_damaged),
                       outcome.n_damaged);
  return TL_EXIT_FAILED;
}

/*
 * tl_command_export:
 * @argc: how many arguments
 * @argv: "export" and its arguments
 *
 * Returns: a #TlExit
 */
int
tl_command_export (int    argc,
                   char **argv)
{
  g_auto(Options) options = { NULL };
  TlExportChoice choice = { TL_EXPORT_ARTICLES, NULL, { NULL, NULL }, FALSE };
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GArray) ids = NULL;

  if (!parse_options (argc, argv, &options))
    return TL_EXIT_MISUSED;
  if (options.version)
    {
      tl_command_print_version ();
      return TL_EXIT_DONE;
    }
  if (!check_options (&options, &choice))
    {
      ids = choice.ids;
      return TL_EXIT_MISUSED;
    }
  ids = choice.ids;
  signal (SIGPIPE, SIG_IGN);
  library = open_library (&options);
  return library != NULL ? run_export (library, &options, &choice) : TL_EXIT_FAILED;
}
