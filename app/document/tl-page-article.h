/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-weights.h"

G_BEGIN_DECLS

/* No caption is longer. */
#define MAX_CAPTION 260

/* tl-page-body.c */
guint     tl_page_body_find     (const TlPageWeights *weights);

/* tl-page-caption.c */
gboolean  tl_page_is_caption    (const TlPageSurvey  *survey,
                                 guint                i);

/* tl-page-article.c */
gboolean *tl_page_article_find  (const TlPageWeights *weights,
                                 const char *const   *titles);

/* tl-page-write.c */
char     *tl_page_write         (const TlPageSurvey  *survey,
                                 const gboolean      *is_kept);

G_END_DECLS
