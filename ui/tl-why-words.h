/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

char *tl_why_words_dup_reason   (const TlReason *reason);
char *tl_why_words_dup_source   (const TlReason *reason,
                                 const char     *text);
char *tl_why_words_dup_inferred (TlFigure       *figure);
char *tl_why_words_dup_read     (TlFigure       *figure);

G_END_DECLS
