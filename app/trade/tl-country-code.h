/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *tl_country_code_from_statistics (const char *code);
const char *tl_country_code_from_name       (const char *name);

G_END_DECLS
