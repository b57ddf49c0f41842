/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"
#include "tl-text.h"

G_BEGIN_DECLS

TlDate tl_publication_find (TlText     *text,
                            gsize       story,
                            const char *url,
                            const char *language,
                            GArray     *periods,
                            GArray     *amounts);

G_END_DECLS
