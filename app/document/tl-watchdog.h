/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlWatchdog:
 *
 * Cancels what takes too long, or has gone silent.  From a thread of its own: what is
 * watched may be fed so fast that its own main context has no time for timers.
 */
typedef struct _TlWatchdog TlWatchdog;

TlWatchdog *tl_watchdog_new        (GCancellable *cancellable,
                                    guint         max_time,
                                    guint         max_silence);
void        tl_watchdog_free       (TlWatchdog   *self);
void        tl_watchdog_feed       (TlWatchdog   *self);
gboolean    tl_watchdog_has_barked (TlWatchdog   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWatchdog, tl_watchdog_free)

G_END_DECLS
