/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-mention.h"

G_BEGIN_DECLS

void tl_entity_menu_add_to       (GtkListView   *list_view);
void tl_entity_menu_append_kinds (GMenu         *menu,
                                  gint64         id,
                                  TlMentionKind  own);

G_END_DECLS
