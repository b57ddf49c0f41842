/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-tagger-private.h"

G_BEGIN_DECLS

/* What is looked at on each side of a token. */
#define TL_TAG_REACH 2

/* How a token is written. */
typedef enum
{
  TL_SHAPE_NONE,                   /* before or behind the sentence */
  TL_SHAPE_LOWER,
  TL_SHAPE_CAPITAL,
  TL_SHAPE_LETTER,                 /* one capital letter */
  TL_SHAPE_CAPITALS,
  TL_SHAPE_SHORT_CAPITALS,         /* up to five of them */
  TL_SHAPE_MIXED,                  /* "BelTA" */
  TL_SHAPE_POINTS,                 /* "U.S." */
  TL_SHAPE_YEAR,
  TL_SHAPE_NUMBER,
  TL_SHAPE_SYMBOL,
  TL_SHAPE_ADDRESS,
  TL_SHAPE_POSSESSIVE,
  TL_SHAPE_MARK,                   /* and from here on, the mark itself */
} TlShape;

/* What is known of one token. */
typedef struct
{
  guint64 cues;
  guint32 word;                 /* hash of its lower-case form */
  guint32 candidate;            /* 1 + index of the rules' candidate that it stands in, or 0 */
  guint16 shape;
  guint16 fine;
  guint16 coarse;
  guint16 city;                 /* 0, or what the list of cities says and the token's part in it */
  guint8  place;                /* 0, or what the gazetteer says and the token's part in it */
  guint8  rule;                 /* the tag that the rules give it */
  guint8  is_pattern;           /* they know the whole of it, see is_sure() */
  guint8  candidate_part;       /* its part in the candidate: TlTagPart */
  guint8  run_place;            /* its place in the run of capitals, from 1; 0 outside of one */
  guint8  run_length;
} TlTagToken;

struct _TlTagView
{
  const TlReading    *reading;
  const TlModelParts *parts;
  GArray             *mentions; /* of TlMention: what the rules took for names */
  GArray             *names;    /* of TlName */
  TlTagToken          window[TL_MAX_ISLAND + 2 * TL_TAG_REACH];     /* from TL_TAG_REACH before @base on */
  guint32             base;
  guint               next_mention;
  guint               next_candidate;
};

/* What is known of a token of the island that the view has entered, or of one beside it. */
static inline TlTagToken *
tl_tag_view_at (TlTagView *self,
                guint      token)
{
  return &self->window[token + TL_TAG_REACH - self->base];
}

G_END_DECLS
