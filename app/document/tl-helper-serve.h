/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-claim.h"

G_BEGIN_DECLS

/**
 * TL_HELPER_SOCKET:
 *
 * The descriptor on which a helper process is asked.
 */
#define TL_HELPER_SOCKET 3

/**
 * TL_HELPER_MEMORY:
 *
 * So many bytes a helper process may use for a file.
 */
#define TL_HELPER_MEMORY (G_GUINT64_CONSTANT (1) * 1024 * 1024 * 1024)

int tl_helper_serve (const TlClaim *claim);

G_END_DECLS
