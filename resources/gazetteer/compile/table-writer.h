/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts a file of tables together, see tl-table-file.h. */
typedef struct _TableWriter TableWriter;

TableWriter *table_writer_new         (const char  *magic,
                                       guint32      version);
void         table_writer_add_section (TableWriter *self,
                                       gconstpointer rows,
                                       guint         n_rows,
                                       gsize         row_size);
GBytes      *table_writer_finish      (TableWriter *self);

G_END_DECLS
