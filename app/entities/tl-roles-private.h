/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-recognizer-private.h"

G_BEGIN_DECLS

/* A title is no longer than this, in tokens. */
#define TL_MAX_TITLE_TOKENS 40

/*
 * TlRoles:
 * @mention_at: by token, 1 + index in mentions of the one over it, else 0
 *
 * A text whose names are known, while the roles of its people are read.
 */
typedef struct
{
  const TlReading *reading;
  GArray          *mentions;    /* of TlMention, in order */
  guint32         *mention_at;
} TlRoles;

/*
 * TlTitle:
 * @first: index of its first token
 * @end: index after its last token
 * @words_end: index after its own words, without what it is of
 * @plural: 1 + index of the noun of several people's title ("Presidents"), or 0
 * @is_relation: it tells whose brother somebody is, not what
 * @is_office: it is a title at all, and no "major" or "general" of something else
 */
typedef struct
{
  guint    first;
  guint    end;
  guint    words_end;
  guint    plural;
  gboolean is_relation;
  gboolean is_office;
} TlTitle;

TlMention *tl_roles_get_mention (const TlRoles *self,
                                 guint          token);
void       tl_title_read        (const TlRoles *self,
                                 guint          head,
                                 TlTitle       *title);
void       tl_roles_give_apart  (const TlRoles *self,
                                 GArray        *titles);

G_END_DECLS
