/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-weights.h"

G_BEGIN_DECLS

void tl_page_bio_drop (const TlPageSurvey *survey,
                       const char         *author,
                       gboolean           *is_kept);

G_END_DECLS
