/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-known-entity.h"

G_BEGIN_DECLS

/**
 * TlProfileName:
 * @text: (transfer full): how articles call it
 * @part_id: the part that they mean, or the entity itself
 * @n_articles: how many articles do, without the removed
 *
 * One of the names of an entity.  tl_library_split_name_async() says that it is somebody else's.
 */
typedef struct
{
  char   *text;
  gint64  part_id;
  guint   n_articles;
} TlProfileName;

/**
 * TlEntityProfile:
 * @known: (transfer full): what it is
 * @office: (transfer full) (nullable): of a person, see tl_entity_office_load()
 * @names: (transfer full) (element-type TlProfileName): its names with those of its parts, what
 *   most articles call it first
 * @parts: (transfer full) (element-type gint64): what was joined to it
 *
 * All that is known of one entity.
 */
typedef struct
{
  TlKnownEntity *known;
  char          *office;
  GPtrArray     *names;
  GArray        *parts;
} TlEntityProfile;

void             tl_entity_profile_free (TlEntityProfile  *self);
TlEntityProfile *tl_entity_profile_load (TlDatabase       *database,
                                         gint64            id,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEntityProfile, tl_entity_profile_free)

G_END_DECLS
