/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

G_BEGIN_DECLS

int      tl_opened_file_open             (const char    *path,
                                          GError       **error);
gboolean tl_opened_file_start            (int            fd,
                                          GByteArray    *bytes,
                                          GCancellable  *cancellable,
                                          GError       **error);
gboolean tl_opened_file_finish           (int            fd,
                                          GByteArray    *bytes,
                                          GCancellable  *cancellable,
                                          GError       **error);
gboolean tl_opened_file_run              (int            fd,
                                          GByteArray    *bytes,
                                          const TlPart  *part,
                                          TlDelivery    *delivery,
                                          GCancellable  *cancellable,
                                          GError       **error);
gboolean tl_opened_file_fail_not_regular (gboolean       is_folder,
                                          GError       **error);

G_END_DECLS
