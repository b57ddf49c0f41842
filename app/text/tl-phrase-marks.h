/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-phrases.h"

G_BEGIN_DECLS

/**
 * TlPhraseMarks:
 *
 * Of several tables of phrases, which may have one that begins with a word and the word behind
 * it.  Where many tables are asked about each word of a text, nearly all answers are no, and
 * these are all found in one look.
 */
typedef struct _TlPhraseMarks TlPhraseMarks;

TlPhraseMarks *tl_phrase_marks_new  (void);
void           tl_phrase_marks_free (TlPhraseMarks       *self);
void           tl_phrase_marks_add  (TlPhraseMarks       *self,
                                     TlPhrases           *phrases,
                                     guint16              mark);
guint16       *tl_phrase_marks_find (const TlPhraseMarks *self,
                                     TlText              *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPhraseMarks, tl_phrase_marks_free)

G_END_DECLS
