/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-database.h"

G_BEGIN_DECLS

/**
 * TlTwin:
 * @digest: by what the article that is looked for is known in the library, or will be
 * @id: the article that is there already; 0 where none is
 * @is_removed: whether that was removed
 * @title: (nullable): what that is called
 *
 * An article's double in the library: the same text of the same outlet.
 */
typedef struct
{
  GBytes   *digest;
  gint64    id;
  gboolean  is_removed;
  char     *title;
} TlTwin;

gboolean tl_twin_find_known (TlDatabase  *database,
                             TlArticle   *article,
                             GBytes      *known,
                             TlTwin      *twin,
                             GError     **error);
gboolean tl_twin_find  (TlDatabase  *database,
                        TlArticle   *article,
                        TlTwin      *twin,
                        GError     **error);
void     tl_twin_clear (TlTwin      *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlTwin, tl_twin_clear)

G_END_DECLS
