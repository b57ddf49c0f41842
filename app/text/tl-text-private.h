/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

/* The number of a list's item has no more digits. */
#define TL_ITEM_DIGITS 2

/* What tl-text.c puts together; tl-phrases.c cuts its phrases with the same tokenizer. */
TlToken    *tl_tokenize        (const char *text,
                                gsize       length,
                                guint      *n_tokens);
TlSentence *tl_split_sentences (const char *text,
                                TlToken    *tokens,
                                guint       n_tokens,
                                guint      *n_sentences);
guint8     *tl_find_line_breaks (const char    *text,
                                 const TlToken *tokens,
                                 guint          n_tokens);
gboolean    tl_same_spelling   (const char *a,
                                const char *end_a,
                                const char *b,
                                const char *end_b);

G_END_DECLS
