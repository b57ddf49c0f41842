/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlEntityFacts:
 * @id: by what the library knows it; 0 where it is not there any more
 * @type: what it is
 * @name: (transfer full): what it is called
 * @n_articles: how many articles name it, without the removed
 * @is_dismissed: whether a person said that it is nothing
 *
 * What a row of a list says of a main entity.
 */
typedef struct
{
  gint64        id;
  TlEntityType  type;
  char         *name;
  guint         n_articles;
  gboolean      is_dismissed;
} TlEntityFacts;

void      tl_entity_facts_clear (TlEntityFacts  *self);
gboolean  tl_entity_facts_load  (TlDatabase     *database,
                                 gint64          id,
                                 TlEntityFacts  *facts,
                                 GError        **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEntityFacts, tl_entity_facts_clear)

G_END_DECLS
