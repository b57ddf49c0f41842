/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"
#include "tl-text.h"

G_BEGIN_DECLS

gboolean   tl_date_scan_at            (TlText     *text,
                                       guint       token,
                                       TlDate     *date,
                                       guint      *end_token);
TlDate     tl_date_scan_address       (const char *address);
int        tl_date_scan_address_year  (const char *address);

G_END_DECLS
