/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tl-official.h"

G_BEGIN_DECLS

/* For tl-export-line.c, which alone sees JSON. */
GArray *tl_export_official_read (JsonObject *object);

G_END_DECLS
