/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-office.h"

G_BEGIN_DECLS

gsize tl_markdown_front_measure (const char *text,
                                 gsize       length);
void  tl_markdown_front_read    (const char *text,
                                 gsize       length,
                                 TlOffice   *office);

G_END_DECLS
