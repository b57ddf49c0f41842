/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-article.h"

G_BEGIN_DECLS

TlFigure *tl_article_propose_figure        (TlArticle            *self,
                                            TlSpan                selection);
void      tl_article_propose_figure_async  (TlArticle            *self,
                                            TlSpan                selection,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
TlFigure *tl_article_propose_figure_finish (TlArticle            *self,
                                            GAsyncResult         *result,
                                            GError              **error);
gboolean  tl_article_has_figure            (TlArticle            *self,
                                            TlFigure             *figure);

G_END_DECLS
