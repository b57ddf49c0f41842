/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-headline.h"

G_BEGIN_DECLS

/**
 * TlPagePlace:
 *
 * Where things stand on a page, seen from its headline.
 */
typedef struct _TlPagePlace TlPagePlace;

TlPagePlace      *tl_page_place_new       (const TlPageWalk     *page,
                                           const TlPageHeadline *headline);
void              tl_page_place_free      (TlPagePlace          *self);
gboolean          tl_page_place_is_beside (TlPagePlace          *self,
                                           const xmlNode        *node);
gboolean          tl_page_place_is_marked_beside
                                          (TlPagePlace          *self,
                                           const xmlNode        *node,
                                           guint                 line);
int               tl_page_place_distance  (TlPagePlace          *self,
                                           guint                 line);
gboolean          tl_page_place_is_near   (TlPagePlace          *self,
                                           guint                 line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPagePlace, tl_page_place_free)

G_END_DECLS
