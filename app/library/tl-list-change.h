/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlListChange:
 * @position: where
 * @n_removed: how many are taken out there
 * @n_added: how many of the new list are put in there
 *
 * A step from one list of articles to another; its position is that in the new list, as all
 * before it is as there.
 */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} TlListChange;

GArray *tl_list_changes_find (GArray *from,
                              GArray *to);

G_END_DECLS
