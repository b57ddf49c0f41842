/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-article-marks.h"
#include "tl-library.h"

G_BEGIN_DECLS

GtkWidget *tl_mention_popover_new        (TlArticle *article,
                                          GArray    *marks,
                                          TlLibrary *library);
char      *tl_mention_popover_dup_markup (TlArticle *article,
                                          GArray    *marks,
                                          TlLibrary *library);

G_END_DECLS
