/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"
#include "tl-figure-finder.h"

G_BEGIN_DECLS

/* Who says something, and the words that tell it. */
typedef struct
{
  const char *name;             /* in full; NULL where nobody does */
  TlSpan      span;             /* where it is named */
  TlSpan      reference;        /* the words that stand for the name, "he"; else empty */
  gboolean    is_person;        /* else a body */
  gboolean    is_cited;         /* by another source, whose the sentence is */
  gboolean    is_to_come;       /* "a senior official": nobody yet, the text names them later */
} TlSaid;

#define TL_SAID_NOBODY ((TlSaid) { NULL })

/* A mention of somebody who may speak, or of a place. */
typedef struct
{
  guint32      first_token;
  guint32      end_token;
  TlEntityType type;
  TlEntity    *entity;
  TlSaid       said;
} TlNamed;

/* All who may speak, and who of them holds which office.  Private to this folder. */
typedef struct _TlSpeakerNames TlSpeakerNames;

TlSpeakerNames *tl_speaker_names_new       (const TlReading *reading,
                                            GArray          *mentions);
void            tl_speaker_names_free      (TlSpeakerNames  *self);
void            tl_speaker_names_advance   (TlSpeakerNames  *self,
                                            guint            token);
const TlNamed  *tl_speaker_names_next      (TlSpeakerNames  *self,
                                            guint            token,
                                            guint            limit);
const TlNamed  *tl_speaker_names_ending_at (TlSpeakerNames  *self,
                                            guint            token,
                                            guint            floor);
TlSaid          tl_speaker_names_by_office (TlSpeakerNames  *self,
                                            const char      *office,
                                            const char      *place);
TlSaid          tl_speaker_names_by_body   (TlSpeakerNames  *self,
                                            guint32          head,
                                            guint32          modifier);
TlSaid          tl_speaker_names_write     (TlSpeakerNames  *self,
                                            guint            first,
                                            guint            end,
                                            gboolean         is_body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSpeakerNames, tl_speaker_names_free)

G_END_DECLS
