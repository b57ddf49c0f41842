/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_markdown_append_plain (GString    *plain,
                               const char *line,
                               gsize       length);

G_END_DECLS
