/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlRescueRows:
 *
 * Copies rows of one table, as they are, into the same table of another file.
 */
typedef struct _TlRescueRows TlRescueRows;

typedef enum
{
  TL_RESCUED,                   /* it is in the other file now */
  TL_RESCUE_NONE,               /* there is no such row */
  TL_RESCUE_UNREADABLE,         /* there may be one */
  TL_RESCUE_FAILED,             /* the other file could not be written */
} TlRescueResult;

TlRescueRows  *tl_rescue_rows_new  (TlDatabase    *from,
                                    TlDatabase    *to,
                                    const char    *table,
                                    const char    *key,
                                    GError       **error);
void           tl_rescue_rows_free (TlRescueRows  *self);
TlRescueResult tl_rescue_rows_copy (TlRescueRows  *self,
                                    gint64         id,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlRescueRows, tl_rescue_rows_free)

G_END_DECLS
