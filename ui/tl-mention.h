/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-entity.h"
#include "tl-mark-line.h"

G_BEGIN_DECLS

/**
 * TlMentionKind:
 * @TL_MENTION_PERSON: a person
 * @TL_MENTION_ORGANIZATION: an organisation
 * @TL_MENTION_PLACE: a place
 * @TL_MENTION_EVENT: an event
 * @TL_MENTION_AMOUNT: an amount of money
 * @TL_MENTION_DATE: a date or a period
 * @TL_MENTION_FIGURE: a trade figure
 *
 * What is marked in an article.
 */
typedef enum
{
  TL_MENTION_PERSON,
  TL_MENTION_ORGANIZATION,
  TL_MENTION_PLACE,
  TL_MENTION_EVENT,
  TL_MENTION_AMOUNT,
  TL_MENTION_DATE,
  TL_MENTION_FIGURE,
} TlMentionKind;

#define TL_N_MENTION_KINDS (TL_MENTION_FIGURE + 1)

TlMentionKind  tl_mention_kind_for_entity   (TlEntityType   type);
const char    *tl_mention_kind_get_heading  (TlMentionKind  kind);
const char    *tl_mention_kind_get_name     (TlMentionKind  kind);
TlMarkLine     tl_mention_kind_get_line     (TlMentionKind  kind);
void           tl_mention_kind_get_colour   (TlMentionKind  kind,
                                             gboolean       is_dark,
                                             GdkRGBA       *colour);

G_END_DECLS
