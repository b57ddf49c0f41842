/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlCaughtUp:
 * @has_entities: mentions were stored again
 * @has_copies: copies were looked for
 * @is_unfinished: more is left to do
 *
 * What became right.
 */
typedef struct
{
  gboolean has_entities;
  gboolean has_copies;
  gboolean is_unfinished;
} TlCaughtUp;

gboolean tl_catch_up            (TlDatabase    *database,
                                 GCancellable  *cancellable,
                                 TlCaughtUp    *outcome,
                                 GError       **error);
gboolean tl_catch_up_some       (TlDatabase    *database,
                                 TlCaughtUp    *outcome,
                                 GError       **error);
gboolean tl_catch_up_end_change (TlDatabase    *database,
                                 gboolean       succeeded,
                                 GError       **error);

G_END_DECLS
