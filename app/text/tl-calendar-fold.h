/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_calendar_fold (const char *word,
                        gssize      length);

G_END_DECLS
