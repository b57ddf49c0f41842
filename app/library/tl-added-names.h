/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-decision.h"
#include "tl-span.h"

G_BEGIN_DECLS

/**
 * TlAddedNames:
 *
 * The names that people added: in all texts, and at places of some texts.
 */
typedef struct _TlAddedNames TlAddedNames;

/**
 * TlAddedName:
 * @span: where it stands
 * @decision: (transfer none): what says so
 * @is_here: whether it was said of this very place
 *
 * Where a name that people added stands in a text.
 */
typedef struct
{
  TlSpan            span;
  const TlDecision *decision;
  gboolean          is_here;
} TlAddedName;

TlAddedNames *tl_added_names_load        (TlDatabase          *database,
                                          GError             **error);
TlAddedNames *tl_added_names_new         (GPtrArray           *decisions);
void          tl_added_names_free        (TlAddedNames        *self);
gboolean      tl_added_names_has_words   (TlAddedNames        *self);
gboolean      tl_added_names_has_places  (TlAddedNames        *self);
GArray       *tl_added_names_find        (TlAddedNames        *self,
                                          const char          *text,
                                          GBytes              *digest);
gboolean      tl_added_name_trim         (const char          *text,
                                          TlSpan              *span);
char         *tl_added_name_dup_place    (TlSpan               span);
gboolean      tl_added_name_read_place   (const TlDecision    *decision,
                                          const char          *text,
                                          TlSpan              *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAddedNames, tl_added_names_free)

G_END_DECLS
