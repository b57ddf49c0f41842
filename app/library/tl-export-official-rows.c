/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official figures of an exported library. */

#include "tl-export-line.h"
#include "tl-export-out.h"
#include "tl-official-rows.h"

/**
 * tl_export_out_official:
 * @self: an export
 * @error: return location for an error
 *
 * Writes the official figures, where the whole library leaves: they belong to no article.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_out_official (TlExportOut  *self,
                        GError      **error)
{
  g_autoptr(GArray) values = NULL;

  if (self->choice->ids != NULL || self->choice->partners[0] != NULL)
    return TRUE;
  values = tl_official_rows_get_all (self->database, error);
  if (values == NULL)
    return FALSE;
  for (guint i = 0; i < values->len;)
    i += tl_export_line_append_official (self->text, &g_array_index (values, TlOfficialValue, i),
                                         values->len - i);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
