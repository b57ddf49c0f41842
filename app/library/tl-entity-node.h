/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlEntityNode:
 * @id: its number in this file; 0 where there is none
 * @type: what it is
 * @key: (transfer full): what makes it the same in all articles
 * @article_id: the only article in which it is this, or 0
 * @is_split: whether a person set it apart from those of this name
 * @parent: whose part it is, or 0
 * @main: the root of the tree that it is in, perhaps itself
 * @renamed: (transfer full) (nullable): how a person calls it
 * @is_dismissed: whether a person said that it is nothing
 * @n_articles: of a main one, how many articles name it or a part of it, without the removed
 *
 * A row of the table of entities.
 */
typedef struct
{
  gint64        id;
  TlEntityType  type;
  char         *key;
  gint64        article_id;
  gboolean      is_split;
  gint64        parent;
  gint64        main;
  char         *renamed;
  gboolean      is_dismissed;
  guint         n_articles;
} TlEntityNode;

void      tl_entity_node_clear        (TlEntityNode        *self);
gboolean  tl_entity_node_load         (TlDatabase          *database,
                                       gint64               id,
                                       TlEntityNode        *node,
                                       GError             **error);
gboolean  tl_entity_node_find_main    (TlDatabase          *database,
                                       gint64               id,
                                       gint64              *main_id,
                                       GError             **error);
GArray   *tl_entity_node_get_subtree  (TlDatabase          *database,
                                       gint64               id,
                                       GError             **error);
char     *tl_entity_node_dup_name     (TlDatabase          *database,
                                       const TlEntityNode  *node,
                                       GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEntityNode, tl_entity_node_clear)

G_END_DECLS
