/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"
#include "tl-gazetteer.h"

G_BEGIN_DECLS

char *tl_home_find (TlDocument *document,
                    TlText     *text,
                    GArray     *places);

G_END_DECLS
