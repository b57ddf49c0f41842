/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_entity_menu_add_to (GtkListView *list_view);

G_END_DECLS
