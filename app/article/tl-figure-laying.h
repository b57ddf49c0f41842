/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure-decision.h"

G_BEGIN_DECLS

/**
 * TlLaidFigure:
 * @figure: a figure as it is known now
 * @is_dismissed: whether a person dismissed it
 * @span: where the quote stands of what was read or added first
 * @key: tl_figure_dup_key() of that
 *
 * A figure with what decisions on it know it by.
 */
typedef struct
{
  TlFigure *figure;
  gboolean  is_dismissed;
  TlSpan    span;
  char     *key;
} TlLaidFigure;

GArray *tl_figure_laying_new (GPtrArray *decisions,
                              TlArticle *article);

G_END_DECLS
