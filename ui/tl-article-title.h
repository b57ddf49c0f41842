/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-article.h"
#include "tl-text-map.h"

G_BEGIN_DECLS

void     tl_article_title_add_tag (GtkTextBuffer *buffer);
gboolean tl_article_title_mark    (GtkTextBuffer *buffer,
                                   TlTextMap     *map,
                                   TlArticle     *article);

G_END_DECLS
