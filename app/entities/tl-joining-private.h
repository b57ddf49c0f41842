/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-identity.h"
#include "tl-key-table.h"

G_BEGIN_DECLS

/*
 * TlGroup:
 * @type: what it is
 * @example: index of one of its mentions
 * @parent: index of the group that it has been joined to, or its own
 * @first: index in the joiner's order of the first of its mentions, once all are joined
 * @n_mentions: how many it has then, with those of the groups that were joined to it
 *
 * The mentions with the same words.
 */
typedef struct
{
  TlEntityType type;
  guint        example;
  guint        parent;
  guint        first;
  guint        n_mentions;
} TlGroup;

/*
 * TlJoiner:
 * @mentions: (element-type TlMention): the document's, in order
 * @groups: (element-type TlGroup): in order of first mention
 * @group_of: by mention, the index of its group
 * @order: the mentions' indices, those of one group together, once all are joined
 * @scratch: for one word at a time
 *
 * A document's names while those of the same are joined.
 */
typedef struct
{
  TlReading *reading;
  GArray    *mentions;
  GArray    *groups;
  guint     *group_of;
  guint     *order;
  GString   *scratch;
} TlJoiner;

const TlMention *tl_joiner_get_mention (const TlJoiner  *self,
                                        guint            index);
TlGroup         *tl_joiner_get_group   (const TlJoiner  *self,
                                        guint            index);
const TlMention *tl_joiner_get_example (const TlJoiner  *self,
                                        guint            group);
const TlMention *tl_joiner_get_nth     (const TlJoiner  *self,
                                        const TlGroup   *group,
                                        guint            n);
const char      *tl_joiner_fold_word   (TlJoiner        *self,
                                        guint            token);
guint32          tl_joiner_hash_word   (TlJoiner        *self,
                                        guint            token);
guint64          tl_joiner_get_key     (TlJoiner        *self,
                                        guint            first,
                                        guint            end);
void             tl_joiner_join        (TlJoiner        *self,
                                        guint            child,
                                        guint            parent);
gboolean         tl_joiner_is_joined   (const TlJoiner  *self,
                                        guint            group);

/*
 * TlGroupLists:
 * @heads: key → 1 + the first group with it
 * @next: by group, 1 + the next with the same key, or 0
 *
 * The groups by a key that several may have, such as their names' last words.
 */
typedef struct
{
  TlKeyTable  heads;
  guint      *next;
} TlGroupLists;

void             tl_group_lists_add    (TlGroupLists    *self,
                                        guint64          key,
                                        guint            group);
void             tl_group_lists_clear  (TlGroupLists    *self);

void             tl_join_persons       (TlJoiner        *self);
void             tl_join_acronyms      (TlJoiner        *self);
void             tl_join_brackets      (TlJoiner        *self);
void             tl_join_short_forms   (TlJoiner        *self);

TlEntity        *tl_joiner_make_entity (const TlJoiner  *self,
                                        const TlIdentifier *identifier,
                                        const TlGroup   *group);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlGroupLists, tl_group_lists_clear)

G_END_DECLS
