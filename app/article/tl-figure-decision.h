/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"

G_BEGIN_DECLS

/**
 * TlVerdict:
 * @TL_VERDICT_CONFIRM: it is right
 * @TL_VERDICT_DISMISS: it is no figure of trade, or not worth having
 * @TL_VERDICT_EDIT: it is something else
 * @TL_VERDICT_ADD: it is there, and was not seen
 * @TL_VERDICT_AS_READ: nothing of this: it is as it was read, or added
 *
 * What a person says of a figure.
 */
typedef enum
{
  TL_VERDICT_CONFIRM,
  TL_VERDICT_DISMISS,
  TL_VERDICT_EDIT,
  TL_VERDICT_ADD,
  TL_VERDICT_AS_READ,
} TlVerdict;

/**
 * TlFigureDecision:
 * @verdict: what was said
 * @span: where the quote stands of what it was said of, as that was read or added first
 * @key: tl_figure_dup_key() of that
 * @figure: what it is from then on; what it was, with %TL_VERDICT_DISMISS and
 *   %TL_VERDICT_AS_READ
 *
 * What a person said of a figure of a text, so that it can be laid over any reading of it.
 */
typedef struct
{
  TlVerdict  verdict;
  TlSpan     span;
  char      *key;
  TlFigure  *figure;
} TlFigureDecision;

TlFigureDecision *tl_figure_decision_new      (TlArticle   *article,
                                               GPtrArray   *decisions,
                                               TlFigure    *on,
                                               TlVerdict    verdict,
                                               TlFigure    *figure);
void              tl_figure_decision_free     (TlFigureDecision *self);
TlArticle        *tl_figure_decisions_lay     (GPtrArray   *decisions,
                                               TlArticle   *article);
char             *tl_figure_decisions_to_json (GPtrArray   *decisions,
                                               TlArticle   *article);
void              tl_figure_decisions_read    (GPtrArray   *decisions,
                                               const char  *json,
                                               TlArticle   *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFigureDecision, tl_figure_decision_free)

G_END_DECLS
