/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document.h"
#include "tl-gazetteer.h"

G_BEGIN_DECLS

char *tl_home_find         (TlDocument *document,
                            TlText     *text,
                            GArray     *places);
char *tl_home_find_subject (TlText     *text,
                            GArray     *places,
                            gboolean   *is_alone);

G_END_DECLS
