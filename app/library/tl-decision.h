/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"
#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlDecisionKind:
 * @TL_DECISION_MERGE: it is the same as another
 * @TL_DECISION_TYPE: it is of another kind
 * @TL_DECISION_APART: it is none of those that it was joined with
 * @TL_DECISION_SPLIT_NAME: one of its names is another's
 * @TL_DECISION_SPLIT_ARTICLE: in one article it is another one of the same name
 * @TL_DECISION_RENAME: it is called otherwise
 * @TL_DECISION_DISMISS: it is nothing
 * @TL_DECISION_RESTORE: it is something after all
 * @TL_DECISION_ADD: wherever its name stands it is named, and is the same as another where one is said
 * @TL_DECISION_HERE: it is named at a place of an article.  What it is called from then on is that
 *   place, see tl_added_name_dup_place(); of which article it is, where of one only, is said there
 *
 * What a person can decide on an entity.
 */
typedef enum
{
  TL_DECISION_MERGE,
  TL_DECISION_TYPE,
  TL_DECISION_APART,
  TL_DECISION_SPLIT_NAME,
  TL_DECISION_SPLIT_ARTICLE,
  TL_DECISION_RENAME,
  TL_DECISION_DISMISS,
  TL_DECISION_RESTORE,
  TL_DECISION_ADD,
  TL_DECISION_HERE,
} TlDecisionKind;

/**
 * TlIdentity:
 * @type: what it is
 * @key: (transfer full) (nullable): what makes it the same in all articles
 * @name: (transfer full) (nullable): a name from which the key follows
 * @digest: (transfer full) (nullable): of the only article's text in which it is this
 *
 * What an entity is known by for ever: no reading changes it.
 */
typedef struct
{
  TlEntityType  type;
  char         *key;
  char         *name;
  GBytes       *digest;
} TlIdentity;

/**
 * TlDecision:
 * @kind: what was decided
 * @on: on what
 * @to: what it is from then on, or what it is called; without a key where neither
 */
typedef struct
{
  TlDecisionKind kind;
  TlIdentity     on;
  TlIdentity     to;
} TlDecision;

void        tl_identity_clear         (TlIdentity        *self);
void        tl_decision_free          (TlDecision        *self);
GBytes     *tl_decision_load_digest (TlDatabase       *database,
                                     gint64            article_id);
gboolean    tl_decision_find_article (TlDatabase       *database,
                                      GBytes           *digest,
                                      gint64           *article_id,
                                      GError          **error);
gboolean    tl_decision_is_of_rows    (TlDecisionKind     kind);
gboolean    tl_decision_is_split      (TlDecisionKind     kind);
gboolean    tl_decision_add           (TlDatabase        *database,
                                       gint64            *act,
                                       TlDecisionKind     kind,
                                       const TlIdentity  *on,
                                       const TlIdentity  *to,
                                       GError           **error);
gboolean    tl_decision_exists      (TlDatabase        *database,
                                     gboolean          *any,
                                     GError           **error);
GPtrArray  *tl_decision_get_on        (TlDatabase        *database,
                                       TlEntityType       type,
                                       const char        *key,
                                       GError           **error);
GPtrArray  *tl_decision_get_added     (TlDatabase        *database,
                                       GError           **error);
GPtrArray  *tl_decision_get_places    (TlDatabase        *database,
                                       gint64             article_id,
                                       GError           **error);
GPtrArray  *tl_decision_get_act       (TlDatabase        *database,
                                       gint64             act,
                                       GError           **error);
gboolean    tl_decision_set_undone    (TlDatabase        *database,
                                       gint64             act,
                                       gboolean           is_undone,
                                       GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDecision, tl_decision_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlIdentity, tl_identity_clear)

G_END_DECLS
