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
  TlPhrases *offices;
  TlPhrases *bodies;
  TlPhrases *documents;
  TlPhrases *links;
  TlPhrases *stops;
  TlPhrases *plain;
  TlPhrases *asides;
  TlPhrases *questions;
  TlPhrases *periods;
} TlAttributionWords;

/* What is known where a sentence is read.  Private to this folder. */
typedef struct
{
  const TlReading          *reading;
  const TlAttributionWords *words;
  TlSpeakerNames           *names;
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

/* The parts of it, in tl-attribution-subject.c. */
TlSaid tl_attribution_subject  (const TlAttribution *self,
                                guint                index,
                                guint                verb,
                                gboolean             may_be_place);
TlSaid tl_attribution_behind   (const TlAttribution *self,
                                guint                index,
                                guint                token);
TlSaid tl_attribution_describe (const TlAttribution *self,
                                guint                index,
                                guint                floor,
                                guint                end);
guint  tl_attribution_first_place (const TlAttribution *self,
                                   guint                token);
TlSaid tl_attribution_person   (const TlAttribution *self,
                                guint                index,
                                guint                token);
TlSaid tl_attribution_subject_of (const TlAttribution *self,
                                  guint                index,
                                  TlSaid              *only);

G_END_DECLS
