/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * `tradelines extract`: one line of JSON for each file, printed as soon as it is read.
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
              const char *message)
{
  g_string_append (json, "{\"file\": ");
  tl_json_append_string (json, file);
  g_string_append (json, ", \"error\": ");
  tl_json_append_string (json, message);
  g_string_append_c (json, '}');
}

/* What can't be written any more is no mistake when nobody reads it. */
static gboolean
print_line (GString *json)
{
  g_string_append_c (json, '\n');
  if (fwrite (json->str, 1, json->len, stdout) == json->len && fflush (stdout) == 0)
    return TRUE;
  if (errno != EPIPE)
    tl_command_complain (_("The output can't be written: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
extract_file (const char *path,
              TlDate      published,
              TlJsonFlags flags,
              GString    *json)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_article_load (file, published, NULL, &error);

  g_string_truncate (json, 0);
  if (article == NULL)
    {
      append_error (json, name, error->message);
      return FALSE;
    }
  tl_article_append_json (article, name, flags, json);
  return TRUE;
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
  int status = TL_EXIT_DONE;
  TlJsonFlags flags;
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
  flags = (options.with_text ? TL_JSON_WITH_TEXT : 0) | (options.explain ? TL_JSON_EXPLAINED : 0);
  for (guint i = 0; options.files[i] != NULL; i++)
    {
      if (!extract_file (options.files[i], published, flags, json))
        status = TL_EXIT_FAILED;
      if (!print_line (json))
        return TL_EXIT_FAILED;
    }
  return status;
}
