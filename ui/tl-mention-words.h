/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-marks.h"
#include "tl-library.h"

G_BEGIN_DECLS

char *tl_mention_words_dup_title  (TlArticle    *article,
                                   const TlMark *mark);
char *tl_mention_words_dup_detail (TlArticle    *article,
                                   const TlMark *mark,
                                   TlLibrary    *library);
char *tl_mention_words_dup_line   (TlArticle    *article,
                                   const TlMark *mark);

G_END_DECLS
