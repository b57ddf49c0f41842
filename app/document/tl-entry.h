/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

/**
 * TlEntry:
 * @fields: what is known of it, with its text once that is told
 * @provenance: where the facts come from
 *
 * An article in a list of articles: a feed, data.
 */
typedef struct
{
  TlDocumentFields fields;
  TlProvenance     provenance;
} TlEntry;

void     tl_entry_clear          (TlEntry       *self);
void     tl_entry_take_name      (TlEntry       *self,
                                  TlFact         fact,
                                  const char    *text);
void     tl_entry_add_author     (TlEntry       *self,
                                  const char    *text);
void     tl_entry_take_address   (TlEntry       *self,
                                  const char    *address,
                                  const char    *base);
void     tl_entry_take_day       (TlEntry       *self,
                                  const char    *text);
void     tl_entry_take_language  (TlEntry       *self,
                                  const char    *code);
void     tl_entry_take_text      (TlEntry       *self,
                                  const char    *content,
                                  gboolean       is_markup);
gboolean tl_entry_deliver        (TlEntry       *self,
                                  const TlPart  *part,
                                  const char    *name,
                                  TlDelivery    *delivery,
                                  GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEntry, tl_entry_clear)

G_END_DECLS
