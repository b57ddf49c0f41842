/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-span.h"
#include "tl-text-map.h"

G_BEGIN_DECLS

/**
 * TlArticleHits:
 *
 * Where words stand in the article that is shown, and at which of the places a person is.
 */
typedef struct _TlArticleHits TlArticleHits;

TlArticleHits *tl_article_hits_new    (GtkTextBuffer *buffer,
                                       const char    *tag_name);
void           tl_article_hits_free   (TlArticleHits *self);
void           tl_article_hits_colour (TlArticleHits *self,
                                       gboolean       is_dark);
void           tl_article_hits_clear  (TlArticleHits *self);
void           tl_article_hits_find   (TlArticleHits *self,
                                       TlTextMap     *map,
                                       const char    *text,
                                       const char    *words);
void           tl_article_hits_find_string (TlArticleHits *self,
                                       TlTextMap     *map,
                                       const char    *text,
                                       const char    *string);
guint          tl_article_hits_count  (TlArticleHits *self,
                                       int           *current,
                                       gboolean      *is_cut);
void           tl_article_hits_begin  (TlArticleHits *self,
                                       gsize          byte);
gboolean       tl_article_hits_step   (TlArticleHits *self,
                                       int            step,
                                       TlSpan        *span);

G_END_DECLS
