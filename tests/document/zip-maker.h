/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZipMaker:
 *
 * Makes the zipped documents that the tests read.
 */
typedef struct _ZipMaker ZipMaker;

ZipMaker *zip_maker_new    (const char *password);
void      zip_maker_add    (ZipMaker   *self,
                            const char *name,
                            const char *content,
                            gssize      length);
GBytes   *zip_maker_finish (ZipMaker   *self);

G_END_DECLS
