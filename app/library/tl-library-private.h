/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-key.h"
#include "tl-database.h"
#include "tl-library.h"

G_BEGIN_DECLS

void        tl_library_take_in          (TlLibrary          *self,
                                         const TlArticleKey *keys,
                                         guint               n_keys);
void        tl_library_move             (TlLibrary          *self,
                                         TlArticleKey        from,
                                         TlArticleKey        to);
void        tl_library_take_out         (TlLibrary          *self,
                                         const TlArticleKey *keys,
                                         guint               n_keys);
TlDatabase *tl_library_get_database     (TlLibrary          *self);
void        tl_library_entities_changed (TlLibrary          *self);
void        tl_library_copies_changed   (TlLibrary          *self);

G_END_DECLS
