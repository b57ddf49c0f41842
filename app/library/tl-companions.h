/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlCompanion:
 * @id: by what the library knows it
 * @type: what it is
 * @name: (transfer full): what it is called
 * @n_shared: how many articles name it together with those that were asked for
 *
 * What articles name beside others.
 */
typedef struct
{
  gint64        id;
  TlEntityType  type;
  char         *name;
  guint         n_shared;
} TlCompanion;

void       tl_companion_free   (TlCompanion   *self);
GPtrArray *tl_companions_find  (TlDatabase    *database,
                                GArray        *ids,
                                guint          limit,
                                guint         *n_articles,
                                GCancellable  *cancellable,
                                GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCompanion, tl_companion_free)

G_END_DECLS
