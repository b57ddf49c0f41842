/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure-finder.h"

G_BEGIN_DECLS

GPtrArray *figure_fixture_read (const char *string,
                                const char *published,
                                const char *home);
gboolean   figure_fixture_has  (TlFigure   *figure,
                                TlField     field);

G_END_DECLS
