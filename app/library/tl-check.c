/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a library's file is whole: every page of it, and what refers to what. */

#include "tl-check.h"

#include <glib/gi18n-lib.h>

#include "tl-library.h"

#define FIRST_OF(table) "SELECT count(*) FROM (SELECT 1 FROM " table " NOT INDEXED LIMIT 1)"

/* What is asked for before the file is checked as a whole. */
static const char *const first_rows[] = {
  FIRST_OF ("article"), FIRST_OF ("reading"), FIRST_OF ("figure"), FIRST_OF ("pair"),
  FIRST_OF ("entity"), FIRST_OF ("name"), FIRST_OF ("mention"), FIRST_OF ("decision"),
  FIRST_OF ("correction"), FIRST_OF ("copy"),
};

static gboolean
refuse (const char  *path,
        const char  *details,
        GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_message ("%s: %s", name, details);
  g_set_error (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_DAMAGED,
               _("The library “%s” is damaged"), name);
  return FALSE;
}

static gboolean
check_pages (TlDatabase  *database,
             GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_prepare (database, "PRAGMA quick_check (1)", error);
  g_autofree char *answer = NULL;

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    answer = tl_statement_dup_string (statement, 0);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (g_strcmp0 (answer, "ok") != 0)
    return refuse (tl_database_get_path (database), answer != NULL ? answer : "?", error);
  return TRUE;
}

static gboolean
check_references (TlDatabase  *database,
                  GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_prepare (database, "PRAGMA foreign_key_check", error);

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    {
      g_autofree char *table = tl_statement_dup_string (statement, 0);

      return refuse (tl_database_get_path (database), table, error);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_check_roots:
 * @database: a library's connection
 * @error: return location for an error, %TL_LIBRARY_ERROR_DAMAGED where something is amiss
 *
 * Reads the beginning of each table, which takes no time: where that cannot be read, much
 * cannot.
 *
 * Returns: whether it can be read
 */
gboolean
tl_check_roots (TlDatabase  *database,
                GError     **error)
{
  gint64 ignored;

  for (guint i = 0; i < G_N_ELEMENTS (first_rows); i++)
    if (!tl_database_query_int (database, first_rows[i], &ignored, error))
      return FALSE;
  return TRUE;
}

/**
 * tl_check_file:
 * @path: a library's file
 * @cancellable: (nullable): to give up
 * @error: return location for an error, %TL_LIBRARY_ERROR_DAMAGED where it is not whole
 *
 * Reads all of a library, and writes nothing.
 *
 * Returns: whether it is whole
 */
gboolean
tl_check_file (const char    *path,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(TlDatabase) database = tl_database_open_raw (path, error);

  if (database == NULL)
    return FALSE;
  tl_database_set_cancellable (database, cancellable);
  return check_pages (database, error) && check_references (database, error);
}
