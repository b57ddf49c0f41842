/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * EvilServer:
 *
 * A web server on this computer that answers as its pages tell it to: slowly, endlessly,
 * with lies.  Each connection has a thread and gets one answer.
 */
typedef struct _EvilServer EvilServer;

EvilServer *evil_server_new             (void);
void        evil_server_free            (EvilServer *self);
guint       evil_server_get_port        (EvilServer *self);
char       *evil_server_dup_uri         (EvilServer *self,
                                         const char *path);
guint       evil_server_get_n_requests  (EvilServer *self);
char       *evil_server_dup_last_request (EvilServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EvilServer, evil_server_free)

G_END_DECLS
