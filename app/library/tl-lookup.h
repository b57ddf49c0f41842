/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"
#include "tl-entity.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlLookupItem:
 * @id: by what tl_lookup_find_finish() tells it
 * @is_entity: whether it is an entity, else an article
 * @name: the title, or what the entity is called
 * @passage: (nullable): of an article: where the words stand, or how it begins
 * @publisher: (nullable): of an article
 * @published: of an article
 * @type: of an entity: what it is
 * @n_articles: of an entity: how many articles name it
 *
 * What was found, as it is told outside of a window.
 */
typedef struct
{
  char         *id;
  gboolean      is_entity;
  char         *name;
  char         *passage;
  char         *publisher;
  TlDate        published;
  TlEntityType  type;
  guint         n_articles;
} TlLookupItem;

gboolean    tl_lookup_parse_id    (const char           *id,
                                   gboolean             *is_entity,
                                   gint64               *number);
void        tl_lookup_find_async  (const char           *path,
                                   const char           *words,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
char      **tl_lookup_find_finish (GAsyncResult         *result,
                                   GError              **error);
void        tl_lookup_load_async  (const char           *path,
                                   const char           *words,
                                   const char *const    *ids,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
GPtrArray  *tl_lookup_load_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
