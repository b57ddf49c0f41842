/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"
#include "tl-official-table.h"

G_BEGIN_DECLS

GPtrArray *tl_library_list_official    (TlLibrary  *self);
gboolean   tl_library_remove_official  (TlLibrary  *self,
                                        gint64      id,
                                        GError    **error);
gboolean   tl_library_restore_official (TlLibrary  *self,
                                        gint64      id,
                                        GError    **error);

G_END_DECLS
