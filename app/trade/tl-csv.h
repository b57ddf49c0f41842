/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tells spreadsheet programs that a table is UTF-8. */
#define TL_CSV_MARK "\xEF\xBB\xBF"

void tl_csv_append_text   (GString    *csv,
                           const char *text);
void tl_csv_append_number (GString    *csv,
                           double      number);
void tl_csv_end_row       (GString    *csv);

G_END_DECLS
