/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-history-entry.h"

static const char *const kinds[TL_N_UNDO_KINDS] = {
  [TL_UNDO_REMOVAL] = "removal",
  [TL_UNDO_DECISION] = "decision",
  [TL_UNDO_CORRECTION] = "correction",
  [TL_UNDO_FIGURES] = "figures",
  [TL_UNDO_IMPORT] = "import",
  [TL_UNDO_OFFICIAL] = "official",
};

/**
 * tl_undo_kind_to_string:
 * @kind: a kind
 *
 * Returns: the word that stands for it in a library
 */
const char *
tl_undo_kind_to_string (TlUndoKind kind)
{
  g_return_val_if_fail (kind < TL_N_UNDO_KINDS, NULL);

  return kinds[kind];
}

/**
 * tl_undo_kind_from_string:
 * @string: (nullable): a word
 * @kind: (out): the kind that it stands for
 *
 * Returns: whether it stands for one
 */
gboolean
tl_undo_kind_from_string (const char *string,
                          TlUndoKind *kind)
{
  for (guint i = 0; i < TL_N_UNDO_KINDS; i++)
    if (g_strcmp0 (kinds[i], string) == 0)
      {
        *kind = (TlUndoKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_history_entry_free:
 * @self: (transfer full): an entry
 */
void
tl_history_entry_free (TlHistoryEntry *self)
{
  g_free (self->what);
  g_free (self->name);
  g_free (self);
}
