/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-shifts.h"

G_BEGIN_DECLS

char *tl_words_for_shift    (const TlArticleShift *shift);
char *tl_words_count_shifts (GPtrArray            *shifts);
char *tl_words_for_shifts   (GPtrArray            *shifts);

G_END_DECLS
