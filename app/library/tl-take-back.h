/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article-key.h"
#include "tl-correction.h"
#include "tl-entity-desk.h"
#include "tl-export-line.h"
#include "tl-search-words.h"

G_BEGIN_DECLS

/**
 * TlTakeBack:
 *
 * Takes back what was exported.  Articles come first, then what was decided on them: so it is
 * known by then under which checksums their texts stand in this library.
 */
typedef struct _TlTakeBack TlTakeBack;

/**
 * TlTaken:
 * @key: where an article that was stored stands in the list; 0 where it was there already
 * @twin_id: the article that was there already, or 0
 * @title: (transfer full) (nullable): what that is called
 * @move: where that stands now, where it was corrected
 *
 * What became of an article.
 */
typedef struct
{
  TlArticleKey  key;
  gint64        twin_id;
  char         *title;
  TlMove        move;
} TlTaken;

TlTakeBack *tl_take_back_new         (TlDatabase          *database);
void        tl_take_back_free        (TlTakeBack          *self);
void        tl_take_back_begin_file  (TlTakeBack          *self,
                                      guint64              number);
gboolean    tl_take_back_article     (TlTakeBack          *self,
                                      TlEntityDesk        *desk,
                                      const TlExportLine  *line,
                                      const TlSearchWords *words,
                                      GBytes              *packed,
                                      TlTaken             *taken,
                                      GError             **error);
gboolean    tl_take_back_act         (TlTakeBack          *self,
                                      const TlExportLine  *line,
                                      gboolean            *is_new,
                                      GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTakeBack, tl_take_back_free)

G_END_DECLS
