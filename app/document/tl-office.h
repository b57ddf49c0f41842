/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"
#include "tl-text-flow.h"

G_BEGIN_DECLS

/**
 * TlOffice:
 * @flow: (transfer full): the text
 * @heading: (transfer full) (nullable): what is marked as the title or as a heading at the top
 * @properties: what the program that wrote the document knows of it
 *
 * What the readers of office documents gather.
 */
typedef struct
{
  TlTextFlow       *flow;
  char             *heading;
  TlDocumentFields  properties;
} TlOffice;

void     tl_office_init            (TlOffice      *self);
void     tl_office_clear           (TlOffice      *self);
void     tl_office_read_properties (TlOffice      *self,
                                    GBytes        *bytes);
void     tl_office_take_property   (TlOffice      *self,
                                    TlFact         fact,
                                    char          *value);
void     tl_office_note_heading    (TlOffice      *self,
                                    gsize          start,
                                    gboolean       is_title);
gboolean tl_office_deliver         (TlOffice      *self,
                                    const TlPart  *part,
                                    TlDelivery    *delivery,
                                    GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlOffice, tl_office_clear)

G_END_DECLS
