/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-helper-message.h"

#include <sys/types.h>

G_BEGIN_DECLS

/**
 * TlHelper:
 *
 * A helper process that reads files, one after the other, and the socket to it.  Whoever has taken
 * it uses it in one thread and gives it back.
 */
typedef struct _TlHelper TlHelper;

/**
 * TlHelperHeard:
 * @TL_HELPER_HEARD_MESSAGE: a message came
 * @TL_HELPER_HEARD_NOTHING: none is there yet
 * @TL_HELPER_HEARD_END: the helper has ended, or what came can't be one
 *
 * What is to be had of a helper.
 */
typedef enum
{
  TL_HELPER_HEARD_MESSAGE,
  TL_HELPER_HEARD_NOTHING,
  TL_HELPER_HEARD_END,
} TlHelperHeard;

void          tl_helper_set_program  (const char *const     *arguments);
gboolean      tl_helper_is_used      (void);
void          tl_helper_end_idle     (void);

TlHelper     *tl_helper_take         (void);
void          tl_helper_give_back    (TlHelper              *self);
int           tl_helper_end          (TlHelper              *self);
gboolean      tl_helper_ask          (TlHelper              *self,
                                      int                    fd,
                                      const TlPart          *part,
                                      const TlHelperRequest *request);
TlHelperHeard tl_helper_hear         (TlHelper              *self,
                                      int                    timeout,
                                      TlHelperKind          *kind,
                                      TlWire                *wire);
gint64        tl_helper_get_work     (TlHelper              *self);
pid_t         tl_helper_get_pid      (TlHelper              *self);

G_END_DECLS
