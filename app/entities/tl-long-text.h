/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"
#include "tl-text.h"

G_BEGIN_DECLS

/*
 * TlPartFunc:
 * @part: a part of a text, as a text of its own
 *
 * Returns: (transfer full) (element-type TlEntity): what it names
 */
typedef GPtrArray *(*TlPartFunc) (TlText *part);

GPtrArray *tl_long_text_find (TlText     *text,
                              guint       part_tokens,
                              TlPartFunc  find_in_part);

G_END_DECLS
