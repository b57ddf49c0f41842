/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entities-pane.h"

#include "tl-entity-selection.h"
#include "tl-kind-chips.h"

G_BEGIN_DECLS

struct _TlEntitiesPane
{
  AdwBin             parent_instance;

  GtkWidget         *head;
  GtkLabel          *count;
  GtkEditable       *entry;
  TlKindChips       *chips;
  GtkStack          *stack;
  GtkListView       *list_view;
  GtkButton         *show_button;

  TlEntityList      *list;              /* owned, NULL while there is no library */
  TlEntitySelection *selection;         /* owned, of the list */
  TlEntityOrder      order;
  gboolean           selecting;
  gboolean           stands_alone;
  gboolean           is_empty;          /* the library names nothing */
  gboolean           opens;             /* what is being looked for is to be opened */
  gboolean           is_asked;          /* a person looks for something else */
};

/* tl-entities-pane-choice.c */
guint    tl_entities_pane_count     (TlEntitiesPane *self);
gboolean tl_entities_pane_find      (TlEntitiesPane *self,
                                     gint64          id,
                                     guint          *position);
void     tl_entities_pane_scroll_to (TlEntitiesPane *self,
                                     guint           position);

G_END_DECLS
