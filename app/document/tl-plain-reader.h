/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

gboolean tl_plain_reader_read       (const TlPart      *part,
                                     TlDelivery        *delivery,
                                     GError           **error);
void     tl_plain_reader_find_facts (const char        *text,
                                     TlDocumentFields  *fields);

G_END_DECLS
