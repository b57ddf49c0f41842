/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity.h"
#include "tl-gazetteer.h"
#include "tl-hash-set.h"
#include "tl-lexicon.h"
#include "tl-text.h"

G_BEGIN_DECLS

/* What the recogniser's steps hand to each other; tl-recognizer.c tells their order. */

/* A name of more tokens is none: what bounds every look ahead. */
#define TL_MAX_NAME_TOKENS 32

#define TL_NO_OWNER G_MAXUINT32
#define TL_NO_TOKEN G_MAXUINT32

/*
 * What is known of a token without looking around, a bit each; most come from a group
 * each of entities.ini.
 */
#define TL_CUE_FUNCTION        (G_GUINT64_CONSTANT (1) << 0)
#define TL_CUE_CALENDAR        (G_GUINT64_CONSTANT (1) << 1)
#define TL_CUE_NOT_NAME        (G_GUINT64_CONSTANT (1) << 2)
#define TL_CUE_HONORIFIC       (G_GUINT64_CONSTANT (1) << 3)
#define TL_CUE_TITLE           (G_GUINT64_CONSTANT (1) << 4)
#define TL_CUE_TITLE_WORD      (G_GUINT64_CONSTANT (1) << 5)
#define TL_CUE_TITLE_TAIL      (G_GUINT64_CONSTANT (1) << 6)
#define TL_CUE_TITLE_ASIDE     (G_GUINT64_CONSTANT (1) << 7)  /* "former": no part of the role */
#define TL_CUE_TITLES          (G_GUINT64_CONSTANT (1) << 8)  /* "ministers" */
#define TL_CUE_TITLE_RELATION  (G_GUINT64_CONSTANT (1) << 9)  /* "brother": no office */
#define TL_CUE_TITLE_NAME      (G_GUINT64_CONSTANT (1) << 10)  /* a title that is a name too: "Sultan" */
#define TL_CUE_ORG_HEAD        (G_GUINT64_CONSTANT (1) << 11)
#define TL_CUE_ORG_ALONE       (G_GUINT64_CONSTANT (1) << 12)
#define TL_CUE_ORG_SUFFIX      (G_GUINT64_CONSTANT (1) << 13)
#define TL_CUE_ORG_OPENER      (G_GUINT64_CONSTANT (1) << 14)
#define TL_CUE_ORG_NOUN        (G_GUINT64_CONSTANT (1) << 15)
#define TL_CUE_ORG_OF_PERSON   (G_GUINT64_CONSTANT (1) << 16)  /* "Office of the President" */
#define TL_CUE_ORG_BEHIND      (G_GUINT64_CONSTANT (1) << 17)  /* "shares": behind a company */
#define TL_CUE_THING_BEHIND    (G_GUINT64_CONSTANT (1) << 18)  /* "deal": behind capitals */
#define TL_CUE_PLACE_HEAD      (G_GUINT64_CONSTANT (1) << 19)
#define TL_CUE_PLACE_OPENER    (G_GUINT64_CONSTANT (1) << 20)
#define TL_CUE_PLACE_NOUN      (G_GUINT64_CONSTANT (1) << 21)
#define TL_CUE_PLACE_ALONE     (G_GUINT64_CONSTANT (1) << 22)
#define TL_CUE_DIRECTION       (G_GUINT64_CONSTANT (1) << 23)
#define TL_CUE_EVENT_HEAD      (G_GUINT64_CONSTANT (1) << 24)
#define TL_CUE_EVENT_OPENER    (G_GUINT64_CONSTANT (1) << 25)
#define TL_CUE_EVENT_NOUN      (G_GUINT64_CONSTANT (1) << 26)
#define TL_CUE_EVENT_NAME      (G_GUINT64_CONSTANT (1) << 27)
#define TL_CUE_SPEECH          (G_GUINT64_CONSTANT (1) << 28)
#define TL_CUE_MEDIA_VERB      (G_GUINT64_CONSTANT (1) << 29)
#define TL_CUE_MEDIA_SOURCE    (G_GUINT64_CONSTANT (1) << 30)
#define TL_CUE_SOURCE_LINE     (G_GUINT64_CONSTANT (1) << 31)
#define TL_CUE_PARTICLE        (G_GUINT64_CONSTANT (1) << 32)
#define TL_CUE_PARTICLE_1ST    (G_GUINT64_CONSTANT (1) << 33)  /* "al" in "al-Khoury" */
#define TL_CUE_HYPHEN_WORD     (G_GUINT64_CONSTANT (1) << 34)  /* "based" */
#define TL_CUE_LINK            (G_GUINT64_CONSTANT (1) << 35)
#define TL_CUE_CLUTTER         (G_GUINT64_CONSTANT (1) << 36)
#define TL_CUE_SMALL_PRINT     (G_GUINT64_CONSTANT (1) << 37)
#define TL_CUE_COMMON          (G_GUINT64_CONSTANT (1) << 38)  /* a common English word */
#define TL_CUE_PLACE           (G_GUINT64_CONSTANT (1) << 39)  /* the gazetteer's, proper or capital */
#define TL_CUE_ADJECTIVE       (G_GUINT64_CONSTANT (1) << 40)  /* "Kazakh", "Kazakhs" */
#define TL_CUE_LED_BODY        (G_GUINT64_CONSTANT (1) << 41)  /* "the Silva administration" */
#define TL_CUE_MUTE            (G_GUINT64_CONSTANT (1) << 42)  /* in a menu or a headline */
#define TL_CUE_TITLE_VERB      (G_GUINT64_CONSTANT (1) << 43)  /* "became" */
#define TL_CUE_EVENT_OF        (G_GUINT64_CONSTANT (1) << 44)  /* "anniversary": of something */
#define TL_CUE_RESIDENCE       (G_GUINT64_CONSTANT (1) << 45)  /* "based" behind a place */
#define TL_CUE_DETERMINER      (G_GUINT64_CONSTANT (1) << 46)  /* "the", "its" */
#define TL_CUE_COMPARISON      (G_GUINT64_CONSTANT (1) << 47)  /* "as" */
#define TL_CUE_APPOINTMENT     (G_GUINT64_CONSTANT (1) << 48)  /* "appointed" */
#define TL_CUE_TITLE_BESIDE    (G_GUINT64_CONSTANT (1) << 49)  /* "member": a title beside a person */
#define TL_CUE_TITLE_POSTED    (G_GUINT64_CONSTANT (1) << 50)  /* "ambassador": in some place */
#define TL_CUE_ORG_KIND        (G_GUINT64_CONSTANT (1) << 51)  /* "Company": may be left out */
#define TL_CUE_STATE           (G_GUINT64_CONSTANT (1) << 52)  /* "Republic" of a country */
#define TL_CUE_ORDINAL         (G_GUINT64_CONSTANT (1) << 53)  /* "third" */
#define TL_CUE_BYLINE          (G_GUINT64_CONSTANT (1) << 54)  /* "written by" */
#define TL_CUE_TENS            (G_GUINT64_CONSTANT (1) << 56)  /* "forty" */
#define TL_CUE_MONTH_NAME      (G_GUINT64_CONSTANT (1) << 57)  /* "May": a person's name too */
#define TL_CUE_GIVEN_NAME      (G_GUINT64_CONSTANT (1) << 58)  /* "Maria" */
#define TL_CUE_EXAMPLE         (G_GUINT64_CONSTANT (1) << 59)  /* "such as" */
#define TL_CUE_EVENT_PLACE     (G_GUINT64_CONSTANT (1) << 55)  /* "during": before an event */

/*
 * TlReading:
 *
 * A text and what the recogniser has found out about it so far.
 */
typedef struct
{
  TlText           *text;
  const char       *string;
  const TlToken    *tokens;
  guint             n_tokens;
  const TlSentence *sentences;
  guint             n_sentences;
  guint64          *cues;           /* by token: TL_CUE_… */
  guint8           *place_weight;   /* by token: how much what ends with it speaks for a place */
  guint8           *classes;        /* by token: TlWordClass, known when candidates are read */
  GArray           *places;         /* of TlPlaceMatch */
  guint32          *place_at;       /* by token: 1 + index in places of the match over it, else 0 */
  TlHashSet         seen_lower;     /* hashes of the words that stand in lower case somewhere */
  GArray           *candidates;     /* of TlCandidate, in order */
} TlReading;

typedef enum
{
  TL_CANDIDATE_PLAIN,               /* capitalised words that nothing inside tells the kind of */
  TL_CANDIDATE_ORGANIZATION,        /* it holds an organisation's head word */
  TL_CANDIDATE_PLACE,
  TL_CANDIDATE_EVENT,
} TlCandidateShape;

typedef enum
{
  TL_CANDIDATE_WEAK    = 1 << 0,    /* common words only */
  TL_CANDIDATE_KNOWN   = 1 << 1,    /* the gazetteer knows it */
  TL_CANDIDATE_ACRONYM = 1 << 2,    /* one word in capitals */
  TL_CANDIDATE_START   = 1 << 3,    /* a sentence begins with it */
  TL_CANDIDATE_PERSON  = 1 << 4,    /* a title or "Mr" stands before it */
  TL_CANDIDATE_PATTERN = 1 << 5,    /* what stands around it tells where it begins and ends */
} TlCandidateFlags;

/*
 * TlCandidate:
 * @first: index of its first token
 * @end: index after its last token
 * @key: the same for the same words in any case of letters
 * @shape: what its own words say
 * @flags: #TlCandidateFlags
 * @name: index of its string among the names, once those are decided
 * @scores: by #TlEntityType, what speaks for it here
 *
 * A run of tokens that may be a name.
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint64 key;
  guint8  shape;
  guint8  flags;
  guint32 name;
  gint8   scores[TL_N_ENTITY_TYPES];
} TlCandidate;

/*
 * TlName:
 * @key: see #TlCandidate
 * @type: what the document as a whole says it is
 * @known: whether it is a name at all
 *
 * One string of the document: everything that is decided for all its occurrences at once.
 */
typedef struct
{
  guint64      key;
  guint32      example;             /* index of a candidate that is it */
  TlEntityType type;
  gboolean     known;
  int          scores[TL_N_ENTITY_TYPES];
} TlName;

/*
 * TlMention:
 * @role_first: index of the first token of the title that the text gives the person here
 * @role_end: index after that title's last token; 0 where there is none
 * @role_plural: 1 + index of the token of it that stands in the plural, or 0
 *
 * One occurrence of something that has been decided to be a name.
 */
typedef struct
{
  guint32      first;
  guint32      end;
  guint64      key;
  TlEntityType type;
  guint8       confidence;          /* in percent; 0 where nothing is known of it */
  guint32      role_first;
  guint32      role_end;
  guint32      role_plural;
} TlMention;

/* Returns how many names the text will hardly have more of: lists of them begin with so much room. */
static inline guint
tl_reading_expect_names (const TlReading *self)
{
  return self->n_tokens / 8 + 4;
}

/* Returns whether there is such a token and it has any of @cues. */
static inline gboolean
tl_reading_has (const TlReading *self,
                guint            token,
                guint64          cues)
{
  return token < self->n_tokens && (self->cues[token] & cues) != 0;
}

/* Returns whether the token is a word with a capital letter. */
static inline gboolean
tl_reading_is_capital (const TlReading *self,
                       guint            token)
{
  return token < self->n_tokens && self->tokens[token].kind == TL_TOKEN_WORD &&
         (self->tokens[token].flags & TL_TOKEN_CAPITALISED) != 0;
}

/* Returns whether the token is the word @lower, in any case of letters. */
static inline G_ALWAYS_INLINE gboolean
tl_reading_is (const TlReading *self,
               guint            token,
               const char      *lower)
{
  return tl_text_token_is (self->text, token, lower);
}

/* Returns whether the token is a word in capitals. */
static inline gboolean
tl_reading_is_acronym (const TlReading *self,
                       guint            token)
{
  return token < self->n_tokens && self->tokens[token].kind == TL_TOKEN_WORD &&
         (self->tokens[token].flags & TL_TOKEN_ALL_CAPS) != 0;
}

/* Returns whether nothing stands between the token and the one before. */
static inline gboolean
tl_reading_touches (const TlReading *self,
                    guint            token)
{
  return token > 0 && token < self->n_tokens &&
         (self->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

/* Returns the token's length in bytes. */
static inline guint
tl_reading_length_of (const TlReading *self,
                      guint            token)
{
  return self->tokens[token].span.end - self->tokens[token].span.start;
}

TlLexicon  *tl_entity_lexicon_get    (void);
TlReading  *tl_reading_new           (TlText           *text,
                                      GArray           *places);
void        tl_reading_free          (TlReading        *self);
gboolean    tl_reading_is_seen_lower (const TlReading *self,
                                      guint             token);
gboolean    tl_reading_is_possessive (const TlReading  *self,
                                      guint             token);
guint64     tl_reading_get_key       (const TlReading  *self,
                                      guint             first,
                                      guint             end);
guint32     tl_reading_hash_initials (const TlReading *self,
                                      guint             first,
                                      guint             end,
                                      gboolean          with_small);

guint       tl_reading_find_short_form (const TlReading *self,
                                        guint            first,
                                        guint            end,
                                        TlEntityType     type);

void        tl_layout_mark           (TlReading        *reading);
void        tl_candidates_find       (TlReading        *reading);
void        tl_evidence_weigh        (TlReading        *reading);
GArray     *tl_names_decide          (TlReading        *reading);
GArray     *tl_mentions_spread       (TlReading        *reading,
                                      GArray           *names);
void        tl_kinds_settle          (TlReading        *reading,
                                      GArray           *mentions);
void        tl_roles_read            (TlReading        *reading,
                                      GArray           *mentions);
GArray     *tl_agreement_settle      (const TlReading  *reading,
                                      GArray           *by_rules,
                                      GArray           *mentions);
GPtrArray  *tl_mentions_join         (TlReading        *reading,
                                      GArray           *mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReading, tl_reading_free)

G_END_DECLS
