/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlJail:
 * @TL_JAIL_MEMORY: no more memory than it was given
 * @TL_JAIL_FILES: of all files no more than public data of the system, to read; nothing else can
 *   be opened, made or changed
 * @TL_JAIL_CALLS: no call of the kernel but those that reading takes: no socket, no program, no
 *   process, no file to write
 *
 * What a process has been shut off from.
 */
typedef enum
{
  TL_JAIL_MEMORY = 1 << 0,
  TL_JAIL_FILES = 1 << 1,
  TL_JAIL_CALLS = 1 << 2,
} TlJail;

/**
 * TlJailFunc:
 *
 * Called before no file at all can be opened any more, not even the system's.
 */
typedef void (*TlJailFunc) (void);

TlJail tl_jail_enter (gsize      memory,
                      TlJailFunc prepare);

G_END_DECLS
