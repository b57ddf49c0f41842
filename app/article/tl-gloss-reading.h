/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-amount.h"
#include "tl-entity.h"
#include "tl-figure.h"
#include "tl-gloss.h"
#include "tl-period.h"

G_BEGIN_DECLS

void       tl_gloss_bring_amounts  (TlGloss    *gloss,
                                    GArray     *amounts);
void       tl_gloss_bring_periods  (TlGloss    *gloss,
                                    GArray     *periods);
GPtrArray *tl_gloss_bring_entities (TlGloss    *gloss,
                                    const char *text,
                                    GPtrArray  *entities);
TlFigure  *tl_gloss_bring_figure   (TlGloss    *gloss,
                                    const char *text,
                                    TlFigure   *figure,
                                    GPtrArray  *entities);
GPtrArray *tl_gloss_send_figures   (TlGloss    *gloss,
                                    GPtrArray  *figures);
GPtrArray *tl_gloss_bring_figures  (TlGloss    *gloss,
                                    const char *text,
                                    GPtrArray  *figures,
                                    GPtrArray  *entities);

G_END_DECLS
