/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/* How long one connection waits for another's writing, in milliseconds.  The longest
 * that this program writes at a time is a batch of an import, some hundredths of a second. */
#define TL_BUSY_TIMEOUT 5000

struct _TlDatabase
{
  char         *path;           /* owned */
  sqlite3      *handle;         /* owned */
  GHashTable   *statements;     /* owned: SQL to sqlite3_stmt */
  GCancellable *cancellable;    /* owned, nullable: stops what runs */
  gboolean      is_read_only;
};

void tl_database_clear     (gpointer      data);
void tl_database_set_error (TlDatabase   *self,
                            GError      **error);

G_END_DECLS
