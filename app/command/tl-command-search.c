/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * `tradelines search`: the articles of a library that have some words, the best first, each with
 * the passage that has them.  Ends as grep does.
 */

#include "tl-command-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "tl-json.h"
#include "tl-library.h"
#include "tl-search-rows.h"
#include "tl-search.h"

#define DEFAULT_LIMIT 20

/* So many articles of an older library are put into the index in one transaction. */
#define PENDING_ARTICLES 100

/* What a terminal takes for bold. */
#define MARK_START "\033[1m"
#define MARK_END   "\033[0m"

typedef struct
{
  char     *library;
  int       limit;
  gboolean  json;
  gboolean  version;
  char    **words;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->library);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (int       argc,
               char    **argv,
               Options  *options)
{
  const GOptionEntry entries[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, &options->library, N_("The library, your own by default"),
      N_("FILE") },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &options->limit,
      N_("How many articles to print, 20 by default; 0 for all"), N_("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_("Print a line of JSON for each"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->words, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context =
    tl_command_context_new (_("WORDS…"), _("Find articles by their words, names and figures"), entries);

  if (!tl_command_parse (context, argc, argv))
    return FALSE;
  if (options->limit >= 0)
    return TRUE;
  tl_command_complain (_("“%d” is no number of articles"), options->limit);
  return FALSE;
}

/*
 * Printer:
 * @has_marks: whether hits are marked for a terminal
 *
 * Prints one hit after the other.
 */
typedef struct
{
  TlDatabase    *database;
  TlSearchQuery *query;
  gboolean       json;
  gboolean       has_marks;
  GString       *line;
} Printer;

/* ---- for people ---- */

static void
append_marked (Printer      *self,
               const char   *text,
               const GArray *marks)
{
  gsize done = 0;

  for (guint i = 0; self->has_marks && i < marks->len; i++)
    {
      const TlSpan *mark = &g_array_index (marks, TlSpan, i);

      g_string_append_len (self->line, text + done, (gssize) (mark->start - done));
      g_string_append (self->line, MARK_START);
      g_string_append_len (self->line, text + mark->start, (gssize) (mark->end - mark->start));
      g_string_append (self->line, MARK_END);
      done = mark->end;
    }
  g_string_append (self->line, text + done);
}

static void
append_plain (Printer         *self,
              TlStatement     *row,
              const TlSnippet *snippet)
{
  g_autofree char *day = tl_date_to_string (tl_statement_get_date (row, 2));
  g_autofree char *title = tl_statement_dup_string (row, 0);
  g_autofree char *publisher = tl_statement_dup_string (row, 1);

  if (day != NULL && *day != '\0')
    g_string_append_printf (self->line, "%s  ", day);
  if (publisher != NULL)
    g_string_append_printf (self->line, "%s: ", publisher);
  append_marked (self, title, snippet->title_marks);
  g_string_append (self->line, "\n    ");
  append_marked (self, snippet->text, snippet->marks);
}

/* ---- for programs ---- */

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  g_string_append_printf (json, ", \"%s\": ", name);
  if (value != NULL)
    tl_json_append_string (json, value);
  else
    g_string_append (json, "null");
}

/* In code points, as all that leaves the program. */
static void
append_spans (GString      *json,
              const char   *name,
              const char   *text,
              const GArray *marks)
{
  g_string_append_printf (json, ", \"%s\": [", name);
  for (guint i = 0; i < marks->len; i++)
    {
      const TlSpan *mark = &g_array_index (marks, TlSpan, i);

      g_string_append_printf (json, "%s{\"offset\": %ld, \"length\": %ld}", i > 0 ? ", " : "",
                              g_utf8_strlen (text, (gssize) mark->start),
                              g_utf8_strlen (text + mark->start, (gssize) (mark->end - mark->start)));
    }
  g_string_append_c (json, ']');
}

static void
append_json (Printer         *self,
             gint64           id,
             TlStatement     *row,
             const TlSnippet *snippet)
{
  TlDate published = tl_statement_get_date (row, 2);
  g_autofree char *day = published.year != 0 ? tl_date_to_string (published) : NULL;
  g_autofree char *title = tl_statement_dup_string (row, 0);
  g_autofree char *publisher = tl_statement_dup_string (row, 1);
  g_autofree char *url = tl_statement_dup_string (row, 3);

  g_string_append_printf (self->line, "{\"id\": %" G_GINT64_FORMAT, id);
  append_member (self->line, "title", title);
  append_member (self->line, "publisher", publisher);
  append_member (self->line, "published", day);
  append_member (self->line, "url", url);
  append_member (self->line, "snippet", snippet->text);
  append_spans (self->line, "marks", snippet->text, snippet->marks);
  append_spans (self->line, "title_marks", title, snippet->title_marks);
  g_string_append_c (self->line, '}');
}

/* ---- all of it ---- */

/* Nobody reads what is behind a closed pipe, which is no mistake. */
static gboolean
print_line (Printer *self)
{
  g_string_append_c (self->line, '\n');
  if (fwrite (self->line->str, 1, self->line->len, stdout) == self->line->len && fflush (stdout) == 0)
    return TRUE;
  if (errno != EPIPE)
    tl_command_complain (_("The output can't be written: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
print_hit (Printer  *self,
           gint64    id,
           GError  **error)
{
  GError *local_error = NULL;
  g_autoptr(TlSnippet) snippet = tl_search_load_snippet (self->database, self->query, id, &local_error);
  g_autoptr(TlStatement) row = NULL;

  /* Another program may have taken it away meanwhile. */
  if (snippet == NULL && local_error == NULL)
    return TRUE;
  if (snippet != NULL)
    row = tl_database_query (self->database, &local_error,
                             "SELECT title, publisher, published, url FROM article WHERE id = ?",
                             "i", id);
  if (row == NULL || !tl_database_step (self->database, row, &local_error))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_string_truncate (self->line, 0);
  if (self->json)
    append_json (self, id, row, snippet);
  else
    append_plain (self, row, snippet);
  return print_line (self);
}

static gboolean
is_for_people (void)
{
  return isatty (STDOUT_FILENO) && g_getenv ("NO_COLOR") == NULL &&
         g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

static gboolean
print_hits (TlDatabase     *database,
            TlSearchQuery  *query,
            TlSearchHits   *hits,
            gboolean        json,
            GError        **error)
{
  g_autoptr(GString) line = g_string_new (NULL);
  Printer printer = { database, query, json, is_for_people (), line };
  GArray *ids = tl_search_hits_get_ids (hits);
  GError *local_error = NULL;

  for (guint i = 0; i < ids->len; i++)
    if (!print_hit (&printer, g_array_index (ids, gint64, i), &local_error))
      break;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* What an older version stored is found, too, unless the file cannot be written. */
static gboolean
catch_up (TlDatabase  *database,
          GError     **error)
{
  gboolean at_end = FALSE;
  gint64 is_pending;

  if (!tl_database_query_int (database, "SELECT EXISTS (SELECT 1 FROM search_pending)", &is_pending,
                              error))
    return FALSE;
  if (!is_pending || tl_database_is_read_only (database))
    return TRUE;
  while (!at_end)
    {
      if (!tl_database_begin (database, error))
        return FALSE;
      if (!tl_search_rows_catch_up (database, PENDING_ARTICLES, &at_end, error))
        {
          tl_database_rollback (database);
          return FALSE;
        }
      if (!tl_database_commit (database, error))
        return FALSE;
    }
  return TRUE;
}

static int
run (const Options *options)
{
  g_autofree char *path = options->library != NULL ? g_strdup (options->library)
                                                   : tl_library_dup_default_path ();
  g_autofree char *words = g_strjoinv (" ", options->words);
  g_autoptr(TlSearchQuery) query = tl_search_query_new (words);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (path, &error);
  g_autoptr(TlSearchHits) hits = NULL;

  if (database != NULL && catch_up (database, &error))
    hits = tl_search_run (database, query, (guint) options->limit, NULL, &error);
  if (hits != NULL && print_hits (database, query, hits, options->json, &error))
    return tl_search_hits_get_ids (hits)->len > 0 ? TL_EXIT_DONE : TL_EXIT_FAILED;
  tl_command_complain ("%s", error->message);
  return TL_EXIT_MISUSED;
}

/*
 * tl_command_search:
 * @argc: how many arguments
 * @argv: "search" and its arguments
 *
 * Returns: a #TlExit: whether anything was found
 */
int
tl_command_search (int    argc,
                   char **argv)
{
  g_auto(Options) options = { .limit = DEFAULT_LIMIT };

  if (!parse_options (argc, argv, &options))
    return TL_EXIT_MISUSED;
  if (options.version)
    {
      tl_command_print_version ();
      return TL_EXIT_DONE;
    }
  if (options.words == NULL)
    {
      tl_command_complain (_("Give the words to search for; see “tradelines search --help”"));
      return TL_EXIT_MISUSED;
    }
  return run (&options);
}
