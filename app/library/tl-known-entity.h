/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlKnownEntity:
 * @id: by what the library knows it
 * @type: what it is
 * @name: what it is called
 * @code: (nullable): of a country, region or group of countries, see #TlPlaceKind
 * @geoname_id: of a city, in GeoNames, or 0
 * @aliases: how the articles call it, the most frequent first
 * @is_dismissed: whether a person said that it is nothing
 * @n_articles: how many articles name it
 * @n_mentions: how often they do
 *
 * A person, organisation, place or event that articles of a library name.
 */
typedef struct
{
  gint64        id;
  TlEntityType  type;
  char         *name;
  char         *code;
  guint32       geoname_id;
  char        **aliases;
  gboolean      is_dismissed;
  guint         n_articles;
  guint         n_mentions;
} TlKnownEntity;

/**
 * TL_ANY_ENTITY_TYPE:
 *
 * Where a #TlEntityType is asked for: any.
 */
#define TL_ANY_ENTITY_TYPE (-1)

void           tl_known_entity_free  (TlKnownEntity  *self);
TlKnownEntity *tl_known_entity_load  (TlDatabase     *database,
                                      gint64          id,
                                      GError        **error);
GPtrArray     *tl_known_entities_find (TlDatabase    *database,
                                       int            type,
                                       const char    *words,
                                       guint          limit,
                                       GCancellable  *cancellable,
                                       GError       **error);
GPtrArray     *tl_known_entities_list_dismissed (TlDatabase *database,
                                       GError        **error);
GArray        *tl_known_entity_get_articles (TlDatabase  *database,
                                             gint64       id,
                                             GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlKnownEntity, tl_known_entity_free)

G_END_DECLS
