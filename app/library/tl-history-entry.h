/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlUndoKind:
 * @TL_UNDO_REMOVAL: articles were removed
 * @TL_UNDO_DECISION: something was decided on entities or copies
 * @TL_UNDO_CORRECTION: a fact of an article was corrected, or it was marked as reviewed
 * @TL_UNDO_FIGURES: something was decided on figures
 * @TL_UNDO_IMPORT: articles or official figures were imported
 * @TL_UNDO_OFFICIAL: official figures were removed
 *
 * What a person did that can be undone, by how it is undone.
 */
typedef enum
{
  TL_UNDO_REMOVAL,
  TL_UNDO_DECISION,
  TL_UNDO_CORRECTION,
  TL_UNDO_FIGURES,
  TL_UNDO_IMPORT,
  TL_UNDO_OFFICIAL,
} TlUndoKind;

#define TL_N_UNDO_KINDS (TL_UNDO_OFFICIAL + 1)

/**
 * TlHistoryEntry:
 * @id: in which place of the history it stands
 * @kind: by what it is undone
 * @what: what was done: the kind of a decision ("merge"), the name of a fact ("title"), or
 *   another word that the one who does it and the one who says so agree on
 * @act: by what it is known to what undoes it
 * @n: to how many things it was done; of an import, how many articles it brought
 * @name: (nullable): what it was done to is called so
 *
 * Something that a person did.
 */
typedef struct
{
  gint64      id;
  TlUndoKind  kind;
  char       *what;
  gint64      act;
  guint       n;
  char       *name;
} TlHistoryEntry;

const char *tl_undo_kind_to_string   (TlUndoKind      kind);
gboolean    tl_undo_kind_from_string (const char     *string,
                                      TlUndoKind     *kind);
void        tl_history_entry_free    (TlHistoryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlHistoryEntry, tl_history_entry_free)

G_END_DECLS
