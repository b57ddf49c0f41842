/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "tradelines library": what is in a library, whether it is whole, and how to have it twice. */

#include "tl-command-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-backup.h"
#include "tl-check.h"
#include "tl-database-save.h"
#include "tl-library.h"
#include "tl-rescue.h"

typedef struct
{
  const char *name;
  gboolean    has_file;
  TlExit    (*run) (const char *library_path,
                    const char *file);
} Verb;

static TlExit
complain (const GError *error)
{
  tl_command_complain ("%s", error->message);
  return TL_EXIT_FAILED;
}

/* ---- what is in it ---- */

static gboolean
print_count (TlDatabase  *database,
             const char  *format,
             const char  *sql,
             GError     **error)
{
  g_autofree char *line = NULL;
  gint64 n;

  if (!tl_database_query_int (database, sql, &n, error))
    return FALSE;
  line = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  g_print ("%s %s\n", format, line);
  return TRUE;
}

static void
print_size (const char *path)
{
  GStatBuf info;
  g_autofree char *size = g_stat (path, &info) == 0 ? g_format_size ((guint64) info.st_size) : NULL;

  if (size != NULL)
    g_print ("%s %s\n", _("Size:"), size);
}

static void
print_backups (const char *path)
{
  g_autoptr(GPtrArray) backups = tl_backup_list (path);

  for (guint i = 0; i < backups->len; i++)
    {
      const TlBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *name = g_filename_display_name (backup->path);

      g_print ("%s %s\n", _("Backup:"), name);
    }
}

static gboolean
print_contents (TlDatabase  *database,
                GError     **error)
{
  return print_count (database, _("Articles:"),
                      "SELECT count(*) FROM article WHERE removed_at IS NULL", error) &&
         print_count (database, _("Removed articles:"),
                      "SELECT count(*) FROM article WHERE removed_at IS NOT NULL", error) &&
         print_count (database, _("Figures:"), "SELECT count(*) FROM figure", error) &&
         print_count (database, _("Decisions:"),
                      "SELECT (SELECT count(*) FROM decision WHERE NOT is_undone)"
                      " + (SELECT count(*) FROM correction WHERE NOT is_undone)", error);
}

static TlExit
run_info (const char *library_path,
          const char *file G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (library_path, &error);
  g_autofree char *name = g_filename_display_name (library_path);

  if (database == NULL)
    return complain (error);
  g_print ("%s %s\n", _("Library:"), name);
  if (!print_contents (database, &error))
    return complain (error);
  print_size (library_path);
  print_backups (library_path);
  return TL_EXIT_DONE;
}

static TlExit
run_check (const char *library_path,
           const char *file G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = NULL;

  if (!tl_check_file (library_path, NULL, &error))
    return complain (error);
  /* Whole, but perhaps of another program. */
  database = tl_database_open_for_reading (library_path, &error);
  if (database == NULL && !g_error_matches (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_OLDER))
    return complain (error);
  g_print ("%s\n", _("The library is whole"));
  return TL_EXIT_DONE;
}

/* ---- having it twice ---- */

static TlExit
run_backup (const char *library_path,
            const char *file G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *made = NULL;
  g_autofree char *name = NULL;

  /* A backup of what is damaged would in time take the place of the good ones. */
  if (!tl_check_file (library_path, NULL, &error) ||
      !tl_backup_make (library_path, g_get_real_time () / G_USEC_PER_SEC, &made, NULL, &error))
    return complain (error);
  name = g_filename_display_name (made);
  g_print ("%s\n", name);
  return TL_EXIT_DONE;
}

/* What one names is not overwritten by a slip. */
static gboolean
is_free (const char *file)
{
  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return TRUE;
  tl_command_complain (_("“%s” is there already"), file);
  return FALSE;
}

static TlExit
run_copy (const char *library_path,
          const char *file)
{
  g_autoptr(GError) error = NULL;

  if (!is_free (file))
    return TL_EXIT_FAILED;
  if (!tl_database_save (library_path, file, NULL, &error))
    return complain (error);
  return TL_EXIT_DONE;
}

static TlExit
run_rescue (const char *library_path,
            const char *file)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  TlRescue rescue;

  if (!is_free (file))
    return TL_EXIT_FAILED;
  if (!tl_rescue_run (library_path, file, &rescue, NULL, &error))
    return complain (error);
  text = tl_rescue_describe (&rescue);
  g_print ("%s\n", text);
  return rescue.n_saved == rescue.n_articles && rescue.n_decisions_saved == rescue.n_decisions
         ? TL_EXIT_DONE : TL_EXIT_FAILED;
}

/* ---- the command ---- */

static const Verb verbs[] = {
  { "info", FALSE, run_info },
  { "check", FALSE, run_check },
  { "backup", FALSE, run_backup },
  { "copy", TRUE, run_copy },
  { "rescue", TRUE, run_rescue },
};

static const Verb *
find_verb (char **arguments)
{
  guint n_arguments = arguments != NULL ? g_strv_length (arguments) : 0;

  for (guint i = 0; n_arguments > 0 && i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, arguments[0]))
      return n_arguments == (verbs[i].has_file ? 2 : 1) ? &verbs[i] : NULL;
  return NULL;
}

/*
 * tl_command_library:
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 *
 * Returns: a #TlExit
 */
int
tl_command_library (int    argc,
                    char **argv)
{
  g_autofree char *library = NULL;
  g_auto(GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    { "library", 'l', 0, G_OPTION_ARG_FILENAME, &library,
      N_("Use another library than your own"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL }
  };
  g_autoptr(GOptionContext) context =
    tl_command_context_new (_("info | check | backup | copy FILE | rescue FILE | official list | "
                              "official remove NUMBER"),
                            _("Tells what is in a library, checks it, makes a backup of it or a copy, or "
                              "saves what can be read of a damaged one into a new file; lists and removes "
                              "tables of official figures."),
                            entries);
  const Verb *verb;

  if (!tl_command_parse (context, argc, argv))
    return TL_EXIT_MISUSED;
  if (library == NULL)
    library = tl_library_dup_default_path ();
  if (arguments != NULL && g_strcmp0 (arguments[0], "official") == 0)
    return tl_command_official (library, arguments + 1);
  verb = find_verb (arguments);
  if (verb == NULL)
    {
      tl_command_complain (_("Say what to do: info, check, backup, copy FILE, rescue FILE or official"));
      return TL_EXIT_MISUSED;
    }
  return verb->run (library, arguments[1]);
}
