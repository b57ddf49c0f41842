/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlEntityKey:
 * @type: what it is
 * @key: (transfer full): equal for names of the same; ":" and a code where the gazetteer
 *   knows it
 * @is_local: the name says too little to tell the same in another article: a surname, "the
 *   Foreign Ministry", "the 26th session"
 *
 * What makes the entity of one article the same as that of another.
 */
typedef struct
{
  TlEntityType  type;
  char         *key;
  gboolean      is_local;
} TlEntityKey;

void        tl_entity_key_init     (TlEntityKey  *self,
                                    TlEntityType  type,
                                    const char   *name);
void        tl_entity_key_init_for (TlEntityKey  *self,
                                    TlEntity     *entity);
void        tl_entity_key_clear    (TlEntityKey  *self);
char       *tl_entity_key_fold     (const char   *name);
const char *tl_entity_key_get_code (const char   *key);
guint32     tl_entity_key_get_geoname_id (const char *key);
gboolean    tl_name_is_acronym     (const char   *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEntityKey, tl_entity_key_clear)

G_END_DECLS
