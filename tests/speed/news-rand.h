/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers that look random and are the same each time, on any machine: each article has its
 * own, begun from the seed and the article's number. */
typedef struct
{
  guint64 state;
} NewsRand;

NewsRand news_rand       (guint64   seed,
                          guint64   number);
guint32  news_rand_next  (NewsRand *self);
guint    news_rand_below (NewsRand *self,
                          guint     n);
gboolean news_rand_often (NewsRand *self,
                          guint     per_cent);
double   news_rand_share (NewsRand *self);
guint    news_rand_zipf  (NewsRand *self,
                          guint     n,
                          double    offset);

/* One of a table of strings. */
#define news_rand_pick(self, table) ((table)[news_rand_below ((self), G_N_ELEMENTS (table))])

G_END_DECLS
