/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"

G_BEGIN_DECLS

char *tl_why_markup_new (TlFigure *figure);

G_END_DECLS
