/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * `tradelines extract`: one line of JSON for each article, printed as soon as it is read.
 */

#include "tl-command-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tl-article.h"
#include "tl-json.h"

typedef struct
{
  char     *published;
  gboolean  with_text;
  gboolean  explain;
  gboolean  version;
  char    **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->published);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (int       argc,
               char    **argv,
               Options  *options)
{
  const GOptionEntry entries[] = {
    { "published", 0, 0, G_OPTION_ARG_STRING, &options->published,
      N_("The day that “last year” counts from, where the text itself tells none"), N_("YYYY-MM-DD") },
    { "with-text", 0, 0, G_OPTION_ARG_NONE, &options->with_text,
      N_("Print the text, too, in which the offsets count"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &options->explain,
      N_("Print of each figure, too, why it was read so: which words told each part of it"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context = NULL;

  context = tl_command_context_new (_("FILE…"), _("Print what each file says, as one line of JSON"), entries);
  return tl_command_parse (context, argc, argv);
}

static void
append_error (GString    *json,
              const char *file,
              const char *part,
              const char *message)
{
  g_string_append (json, "{\"file\": ");
  tl_json_append_string (json, file);
  if (part != NULL)
    {
      g_string_append (json, ", \"part\": ");
      tl_json_append_string (json, part);
    }
  g_string_append (json, ", \"error\": ");
  tl_json_append_string (json, message);
  g_string_append_c (json, '}');
}

/*
 * Printer:
 * @name: what to call the file that is read
 * @json: where lines are made
 * @status: a #TlExit: whether all went well so far
 * @is_heard: whether anybody reads what is printed
 *
 * Prints what one file after the other brings.
 */
typedef struct
{
  const char  *name;
  TlJsonFlags  flags;
  GString     *json;
  int          status;
  gboolean     is_heard;
} Printer;

/* What can't be written any more is no mistake when nobody reads it. */
static gboolean
print_line (Printer *printer)
{
  GString *json = printer->json;

  g_string_append_c (json, '\n');
  if (fwrite (json->str, 1, json->len, stdout) == json->len && fflush (stdout) == 0)
    return TRUE;
  if (errno != EPIPE)
    tl_command_complain (_("The output can't be written: %s"), g_strerror (errno));
  printer->status = TL_EXIT_FAILED;
  printer->is_heard = FALSE;
  return FALSE;
}

static gboolean
print_error (Printer      *printer,
             const char   *part,
             const GError *error)
{
  printer->status = TL_EXIT_FAILED;
  g_string_truncate (printer->json, 0);
  append_error (printer->json, printer->name, part, error->message);
  return print_line (printer);
}

static gboolean
print_news_cb (const TlArticleNews *news,
               gpointer             user_data)
{
  Printer *printer = user_data;

  if (news->article == NULL)
    return print_error (printer, news->part, news->failure);
  g_string_truncate (printer->json, 0);
  tl_article_append_json (news->article, printer->name, printer->flags, printer->json);
  return print_line (printer);
}

static void
extract_file (Printer    *printer,
              const char *path,
              TlDate      published)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;

  printer->name = name;
  if (!tl_articles_load (file, published, NULL, print_news_cb, printer, &error) && printer->is_heard)
    print_error (printer, NULL, error);
  printer->name = NULL;
}

/*
 * tl_command_extract:
 * @argc: how many arguments
 * @argv: "extract" and its arguments
 *
 * Returns: a #TlExit
 */
int
tl_command_extract (int    argc,
                    char **argv)
{
  g_auto(Options) options = { NULL };
  g_autoptr(GString) json = g_string_sized_new (16384);
  Printer printer = { .json = json, .status = TL_EXIT_DONE, .is_heard = TRUE };
  TlDate published;

  if (!parse_options (argc, argv, &options) || !tl_command_parse_date (options.published, &published))
    return TL_EXIT_MISUSED;
  if (options.version)
    {
      tl_command_print_version ();
      return TL_EXIT_DONE;
    }
  if (options.files == NULL)
    {
      tl_command_complain (_("No file was given; see “tradelines extract --help”"));
      return TL_EXIT_MISUSED;
    }

  tl_command_check_model ();
  printer.flags = (options.with_text ? TL_JSON_WITH_TEXT : 0) | (options.explain ? TL_JSON_EXPLAINED : 0);
  for (guint i = 0; options.files[i] != NULL && printer.is_heard; i++)
    extract_file (&printer, options.files[i], published);
  return printer.status;
}
