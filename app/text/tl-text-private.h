/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/* What tl-text.c puts together; tl-phrases.c cuts its phrases with the same tokenizer. */
GArray  *tl_tokenize        (const char *text,
                             gsize       length);
GArray  *tl_split_sentences (const char *text,
                             GArray     *tokens);
gboolean tl_same_spelling   (const char *a,
                             const char *end_a,
                             const char *b,
                             const char *end_b);

G_END_DECLS
