/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

void tl_home_money_settle (TlText     *text,
                           GArray     *places,
                           const char *home,
                           GArray     *amounts);

G_END_DECLS
