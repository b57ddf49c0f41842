/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of official figures that a library holds, for who looks at them. */

#include "tl-library-official.h"

#include <glib/gi18n-lib.h>

#include "tl-history.h"
#include "tl-library-private.h"
#include "tl-official-rows.h"

/**
 * tl_library_list_official:
 * @self: a library
 *
 * Returns: (transfer full) (element-type TlOfficialTable): the tables of official figures that were
 *   imported, the first of them first; none where they can't be read
 */
GPtrArray *
tl_library_list_official (TlLibrary *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *tables;

  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  tables = tl_official_rows_list (tl_library_get_database (self), &error);
  if (tables != NULL)
    return tables;
  g_message ("%s", error->message);
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_official_table_free);
}

static gboolean
set_removed_and_note (TlDatabase  *database,
                      gint64       id,
                      gboolean     is_removed,
                      gboolean    *has_changed,
                      GError     **error)
{
  g_autoptr(GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) tables = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (tables, id);
  if (!tl_official_rows_set_removed (database, id, is_removed, has_changed, error))
    return FALSE;
  if (!*has_changed)
    return TRUE;
  return is_removed ? tl_history_add_removal (database, articles, tables, error)
                    : tl_history_mark (database, TL_UNDO_OFFICIAL, id, TRUE, error);
}

static gboolean
set_removed (TlLibrary  *self,
             gint64      id,
             gboolean    is_removed,
             GError    **error)
{
  TlDatabase *database = tl_library_get_database (self);
  gboolean has_changed = FALSE;

  if (!tl_database_begin (database, error))
    return FALSE;
  if (!set_removed_and_note (database, id, is_removed, &has_changed, error))
    {
      tl_database_rollback (database);
      return FALSE;
    }
  if (!tl_database_commit (database, error))
    return FALSE;
  if (has_changed)
    {
      tl_library_official_changed (self);
      tl_library_history_changed (self);
      return TRUE;
    }
  g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING,
                       _("These official figures are not in the library"));
  return FALSE;
}

/**
 * tl_library_remove_official:
 * @self: a library
 * @id: a table of official figures
 * @error: return location for a #TlLibraryError
 *
 * Takes a table out of the charts.  What another said of the same years counts again.
 *
 * Returns: whether it is gone; %FALSE with %TL_LIBRARY_ERROR_MISSING where it was not there
 */
gboolean
tl_library_remove_official (TlLibrary  *self,
                            gint64      id,
                            GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  return set_removed (self, id, TRUE, error);
}

/**
 * tl_library_restore_official:
 * @self: a library
 * @id: a table of official figures that was removed
 * @error: return location for a #TlLibraryError
 *
 * Brings it back, as if it had never been away.
 *
 * Returns: whether it is there again; %FALSE with %TL_LIBRARY_ERROR_MISSING where it was not
 *   removed, or was deleted since
 */
gboolean
tl_library_restore_official (TlLibrary  *self,
                             gint64      id,
                             GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), FALSE);

  return set_removed (self, id, FALSE, error);
}
