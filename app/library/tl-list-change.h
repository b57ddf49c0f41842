/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlListChange:
 * @from: where it is in the old list
 * @to: where it is in the new list
 * @n_removed: how many of the old list are taken out there
 * @n_added: how many of the new list are put in there
 *
 * A place where two lists of ids differ.
 */
typedef struct
{
  guint from;
  guint to;
  guint n_removed;
  guint n_added;
} TlListChange;

GArray *tl_list_changes_find (GArray      *from,
                              GArray      *to);
void    tl_list_changes_show (GListModel  *model,
                              GArray     **packed,
                              GArray      *from,
                              GArray      *to);

G_END_DECLS
