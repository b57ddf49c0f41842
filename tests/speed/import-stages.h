/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void import_stages_print (const char *folder,
                          guint       n_files);

G_END_DECLS
