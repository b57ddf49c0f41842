/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "news.h"
#include "tl-library.h"

G_BEGIN_DECLS

void     news_to_folder  (News        *news,
                          guint        first,
                          guint        n,
                          const char  *folder);
void     news_to_library (News        *news,
                          guint        first,
                          guint        n,
                          TlLibrary   *library);

G_END_DECLS
