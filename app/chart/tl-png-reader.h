/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tl_png_is_png   (GBytes      *bytes);
gboolean tl_png_dup_text (GBytes      *bytes,
                          const char  *keyword,
                          char       **text);

G_END_DECLS
