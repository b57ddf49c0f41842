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

typedef struct _TlPhraseMarkSlot TlPhraseMarkSlot;

/* Only for tl_phrase_marks_at(). */
struct _TlPhraseMarks
{
  guint64          *filter;     /* a bit for each hash that has a slot */
  guint32           filter_mask;
  guint32           n_slots;    /* a power of two */
  TlPhraseMarkSlot *slots;
  guint32           n_used;
};

TlPhraseMarks *tl_phrase_marks_new  (void);
void           tl_phrase_marks_free (TlPhraseMarks       *self);
void           tl_phrase_marks_add  (TlPhraseMarks       *self,
                                     TlPhrases           *phrases,
                                     guint16              mark);
guint16        tl_phrase_marks_look_up (const TlPhraseMarks *self,
                                     TlText              *text,
                                     guint                token);
guint16       *tl_phrase_marks_find (const TlPhraseMarks *self,
                                     TlText              *text);

/**
 * tl_phrase_marks_at:
 * @self: a table
 * @text: a text
 * @token: index of a token of it
 *
 * Returns: the marks of what may begin at the token; without a mark, surely nothing does
 */
static inline guint16
tl_phrase_marks_at (const TlPhraseMarks *self,
                    TlText              *text,
                    guint                token)
{
  guint32 bit = text->tokens[token].hash & self->filter_mask;

  return (self->filter[bit / 64] >> (bit % 64) & 1) != 0 ? tl_phrase_marks_look_up (self, text, token) : 0;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPhraseMarks, tl_phrase_marks_free)

G_END_DECLS
