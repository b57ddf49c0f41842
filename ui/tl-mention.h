/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-entity.h"

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
const char    *tl_mention_kind_get_tag_name (TlMentionKind  kind);
void           tl_mention_create_tags       (GtkTextBuffer *buffer);
void           tl_mention_colour_tags       (GtkTextBuffer *buffer,
                                             gboolean       is_dark);
PangoAttrList *tl_mention_kind_new_attributes (TlMentionKind kind,
                                               gboolean      is_dark);

G_END_DECLS
