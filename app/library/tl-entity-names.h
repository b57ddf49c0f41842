/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlEntityName:
 * @text: (transfer full): as articles write it; "" where it only follows from another
 * @key: (transfer full): what the same name has in common with it
 * @joins: whether one that is called this and nothing more is this entity
 *
 * One of the names by which articles call an entity.
 */
typedef struct
{
  char     *text;
  char     *key;
  gboolean  joins;
} TlEntityName;

void       tl_entity_name_free     (TlEntityName *self);
TlEntityName *tl_entity_name_copy  (const TlEntityName *self);
char      *tl_entity_name_dup_text (const char   *text,
                                    TlSpan        span);
char      *tl_entity_name_dup_key  (TlEntityType  type,
                                    const char   *text);
GPtrArray *tl_entity_names_find    (TlEntityType  type,
                                    const char   *key,
                                    const char   *text,
                                    const TlSpan *spans,
                                    guint         n_spans);

G_END_DECLS
