/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *article_maker_compose (GRand      *rand,
                             guint       n);
void  article_maker_write   (const char *folder,
                             guint       n_articles,
                             guint32     seed);

G_END_DECLS
