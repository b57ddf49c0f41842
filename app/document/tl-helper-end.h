/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

/**
 * TL_HELPER_EXIT_HUNGRY:
 *
 * With this a helper process ends that was refused memory.
 */
#define TL_HELPER_EXIT_HUNGRY 12

TlDocumentError tl_helper_end_from_status (int               status);
void            tl_helper_end_set_error   (TlDocumentError   end,
                                           GError          **error);

G_END_DECLS
