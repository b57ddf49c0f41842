/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlAgain:
 * @moves: (element-type TlMove): where articles stand whose row in the list is another now
 * @n_read: how many were read
 * @n_renewed: how many of them with another outcome
 * @at_end: whether none is left that an older version has read
 *
 * What reading some articles again did.
 */
typedef struct
{
  GArray  *moves;
  guint    n_read;
  guint    n_renewed;
  gboolean at_end;
} TlAgain;

void     tl_again_init  (TlAgain       *again);
void     tl_again_clear (TlAgain       *again);
gboolean tl_read_again  (TlDatabase    *database,
                         guint          n_articles,
                         GCancellable  *cancellable,
                         TlAgain       *again,
                         GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlAgain, tl_again_clear)

G_END_DECLS
