/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-fetch.h"

G_BEGIN_DECLS

GError *tl_fetch_error_new             (TlFetchError   code);
GError *tl_fetch_error_new_for_status  (guint          status);
GError *tl_fetch_error_new_for_size    (guint64        max_size);
GError *tl_fetch_error_new_for_failure (const GError  *failure,
                                        const char    *host);

G_END_DECLS
