/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"
#include "tl-text.h"

G_BEGIN_DECLS

GPtrArray *tl_recognizer_find       (TlText *text);
GPtrArray *tl_recognizer_find_among (TlText *text,
                                     GArray *places);

G_END_DECLS
