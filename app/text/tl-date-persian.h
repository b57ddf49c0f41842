/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-date.h"

G_BEGIN_DECLS

TlDate tl_date_from_persian (int year,
                             int month,
                             int day);

G_END_DECLS
