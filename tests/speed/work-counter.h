/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

guint64 work_counter_get    (void);
void    work_counter_cancel (GCancellable *cancellable,
                             guint64       n_more);

G_END_DECLS
