/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-glossary.h"
#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlGloss:
 *
 * A text in another language, word for word in English, so that the readers, which know
 * English, can read it, and where in the text each word of it comes from.  No translation for
 * people: order and grammar stay those of the text, as far as the readers do not mind.
 */
typedef struct _TlGloss TlGloss;

TlGloss *tl_gloss_new         (TlGlossary *glossary,
                               TlText     *text);
void     tl_gloss_free        (TlGloss    *self);
TlText  *tl_gloss_get_text    (TlGloss    *self);
TlSpan   tl_gloss_find_source (TlGloss    *self,
                               TlSpan      span);
char    *tl_gloss_dup_nominative (TlGloss    *self,
                                  const char *text,
                                  TlSpan      span);
TlSpan   tl_gloss_find_span   (TlGloss    *self,
                               TlSpan      source);
gsize    tl_gloss_find_gloss  (TlGloss    *self,
                               gsize       offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGloss, tl_gloss_free)

G_END_DECLS
