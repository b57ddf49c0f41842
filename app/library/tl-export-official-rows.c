/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official figures of an exported library. */

#include "tl-export-line.h"
#include "tl-export-out.h"
#include "tl-official-rows.h"

static gboolean
write_table (TlExportOut            *self,
             const TlOfficialTable  *table,
             GError                **error)
{
  g_autoptr(GArray) values = tl_official_rows_get_table (self->database, table->id, error);

  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < values->len;)
    i += tl_export_line_append_official (self->text, table->name, table->added,
                                         &g_array_index (values, TlOfficialValue, i), values->len - i);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/**
 * tl_export_out_official:
 * @self: an export
 * @error: return location for an error
 *
 * Writes the official figures, table by table, where the whole library leaves: they belong to no
 * article.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_out_official (TlExportOut  *self,
                        GError      **error)
{
  g_autoptr(GPtrArray) tables = NULL;

  if (self->choice->ids != NULL || self->choice->partners[0] != NULL)
    return TRUE;
  tables = tl_official_rows_list (self->database, error);
  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!write_table (self, tables->pdata[i], error))
      return FALSE;
  return TRUE;
}
