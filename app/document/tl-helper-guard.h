/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-jail.h"

G_BEGIN_DECLS

TlJail tl_helper_guard_start (gsize memory);

G_END_DECLS
