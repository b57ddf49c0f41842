/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-lexicon.h"
#include "tl-speaker-names.h"

G_BEGIN_DECLS

/* The groups of the lexicon that tell who speaks. */
typedef struct
{
  TlPhrases *speech;
  TlPhrases *speech_near;
  TlPhrases *speech_to;
  TlPhrases *passive;
  TlPhrases *according;
  TlPhrases *shows;
  TlPhrases *pronouns;
  TlPhrases *body_pronouns;
  TlPhrases *offices;
  TlPhrases *bodies;
  TlPhrases *documents;
  TlPhrases *links;
  TlPhrases *stops;
  TlPhrases *plain;
  TlPhrases *asides;
  TlPhrases *questions;
  TlPhrases *periods;
  TlPhrases *again;
  TlPhrases *flows;
  TlPhrases *of_places;
} TlAttributionWords;

/* What is known where a sentence is read.  Private to this folder. */
typedef struct
{
  const TlReading          *reading;
  const TlAttributionWords *words;
  TlSpeakerNames           *names;
  const guint16            *marks;      /* from tl_trade_marks_find() */
  const guint8             *quoted;     /* by token: it stands inside a quotation */

  /* Of the sentence before, in the same paragraph; else NULL and nobody. */
  const TlSaid             *before;     /* to whom it was attributed */
  TlSaid                    subject_before;
  TlSaid                    only_before;        /* the only person whom it names */

  /* Who spoke last. */
  TlSaid                    last;
  TlSaid                    last_person;
  TlSaid                    last_body;
} TlAttribution;

const TlAttributionWords *tl_attribution_words (void);

TlSaid tl_attribution_read (const TlAttribution *self,
                            guint                index);

/* What a paragraph begins with that tells whose words it holds, as interviews are printed. */
typedef enum
{
  TL_LABEL_NONE,
  TL_LABEL_QUESTION,            /* "Q:" */
  TL_LABEL_NAME,                /* "Ana Silva:" */
  TL_LABEL_OFFICE,              /* "Minister for Trade (Ana Silva):" */
} TlLabel;

TlLabel  tl_attribution_label        (const TlAttribution *self,
                                      guint                index,
                                      TlSaid              *said);
gboolean tl_attribution_is_interview (const TlAttribution *self);

/* The parts of it, in tl-attribution-subject.c and tl-attribution-describe.c. */
TlSaid tl_attribution_subject  (const TlAttribution *self,
                                guint                index,
                                guint                verb,
                                gboolean             may_be_place);
TlSaid tl_attribution_behind   (const TlAttribution *self,
                                guint                index,
                                guint                token);
TlSaid tl_attribution_refer    (const TlAttribution *self,
                                TlSaid               said,
                                guint                first,
                                guint                end);
TlSaid tl_attribution_describe (const TlAttribution *self,
                                guint                index,
                                guint                floor,
                                guint                end);
gboolean tl_attribution_stops   (const TlAttribution *self,
                                guint                token);
guint  tl_attribution_first_place (const TlAttribution *self,
                                   guint                token);
TlSaid tl_attribution_person   (const TlAttribution *self,
                                guint                index,
                                guint                token);
TlSaid tl_attribution_subject_of (const TlAttribution *self,
                                  guint                index,
                                  TlSaid              *only);

static inline const TlToken *
tl_attribution_tokens (const TlAttribution *self)
{
  guint n_tokens;

  return tl_text_get_tokens (self->reading->text, &n_tokens);
}

static inline const TlSentence *
tl_attribution_sentence (const TlAttribution *self,
                         guint                index)
{
  guint n_sentences;

  return &tl_text_get_sentences (self->reading->text, &n_sentences)[index];
}

static inline G_ALWAYS_INLINE gboolean
tl_attribution_is (const TlAttribution *self,
                   guint                token,
                   const char          *word)
{
  return tl_text_token_is (self->reading->text, token, word);
}

static inline gboolean
tl_attribution_is_in (const TlAttribution *self,
                      TlPhrases           *group,
                      guint                token,
                      guint               *end)
{
  return tl_lexicon_match (group, self->reading->text, token, end) != NULL;
}

G_END_DECLS
