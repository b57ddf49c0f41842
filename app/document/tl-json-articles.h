/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean tl_json_articles_read (JsonObject    *object,
                                const TlPart  *part,
                                const char    *name,
                                TlDelivery    *delivery,
                                GError       **error);

G_END_DECLS
