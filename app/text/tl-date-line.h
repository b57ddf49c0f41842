/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

TlDate tl_date_line_read (const char *line,
                          const char *language);
TlDate tl_date_line_find (const char *line,
                          gsize       length,
                          const char *language,
                          gsize      *start,
                          gsize      *end);

G_END_DECLS
