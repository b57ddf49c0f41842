/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is asked of a file to learn where it was downloaded from. */
#define TL_DOWNLOAD_ATTRIBUTES "xattr::xdg.origin.url,metadata::download-uri,xattr::xdg.referrer.url"

char *tl_download_dup_address (GFileInfo *info);

G_END_DECLS
