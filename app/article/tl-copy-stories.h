/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCopyStories:
 *
 * Puts texts together that carry the same story, as many as find room in memory.
 */
typedef struct _TlCopyStories TlCopyStories;

TlCopyStories *tl_copy_stories_new  (void);
void           tl_copy_stories_free (TlCopyStories *self);
guint          tl_copy_stories_add  (TlCopyStories *self,
                                     const char    *text);
gint64         tl_copy_stories_get  (TlCopyStories *self,
                                     guint          number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCopyStories, tl_copy_stories_free)

G_END_DECLS
