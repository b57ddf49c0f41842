/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlRescue:
 * @n_articles: how many articles the file has, or had, as far as it can be told
 * @n_saved: how many of them are in the new library
 * @n_decisions: how many decisions and corrections it has, as far as it can be told
 * @n_decisions_saved: how many of them are in the new library
 *
 * What could be read of a damaged library.
 */
typedef struct
{
  guint n_articles;
  guint n_saved;
  guint n_decisions;
  guint n_decisions_saved;
} TlRescue;

gboolean tl_rescue_run (const char    *path,
                        const char    *to,
                        TlRescue      *rescue,
                        GCancellable  *cancellable,
                        GError       **error);
char    *tl_rescue_describe (const TlRescue *rescue);

G_END_DECLS
