/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * News:
 *
 * Articles, any number of them, as a collection of news has them: about 2.5 kB each, of 260
 * outlets and 24 years, one in twenty in another language, most with one or two figures of
 * trade and a dozen or two of names; one in fourteen carries the story of another one with
 * cuts and changes.  The same seed makes the same ones; may be used by several threads.
 */
typedef struct _News News;

News *news_new  (guint64      seed);
void  news_free (News        *self);
char *news_make (News        *self,
                 guint        number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (News, news_free)

G_END_DECLS
