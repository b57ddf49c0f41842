/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-provenance.h"
#include "tl-report.h"

G_BEGIN_DECLS

const char *tl_words_for_flow      (TlFlow      flow);
char       *tl_words_for_pair      (const char *partner,
                                    const char *other);
char       *tl_words_for_direction (TlFlow      flow,
                                    const char *partner,
                                    const char *other);
char       *tl_words_for_trade     (const TlFigureData *data);
const char *tl_words_for_status    (TlStatus    status);
const char *tl_words_for_scope     (TlScope     scope);
const char *tl_words_for_review    (TlReview    review);
char       *tl_words_for_source    (const char *publisher,
                                    TlDate      published);
const char *tl_words_for_fact      (TlFact      fact);
const char *tl_words_for_fact_entry (TlFact     fact);
const char *tl_words_for_provenance (TlProvenance provenance);
char       *tl_words_mark_quote    (TlFigure   *figure);

G_END_DECLS
