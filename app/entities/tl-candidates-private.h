/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-recognizer-private.h"

G_BEGIN_DECLS

/* The class of a word inside a run of capitalised words. */
typedef enum
{
  TL_WORD_NONE,
  TL_WORD_NAME,                 /* no common word: "Silva" */
  TL_WORD_INITIAL,              /* "B." */
  TL_WORD_ACRONYM,              /* "OPEC" */
  TL_WORD_COMMON,               /* "Foreign" */
  TL_WORD_GAZETTEER,            /* "Chile" */
  TL_WORD_ADJECTIVE,            /* "Chilean" */
  TL_WORD_ORG,                  /* "Ministry" */
  TL_WORD_SUFFIX,               /* "Ltd" */
  TL_WORD_PLACE_HEAD,           /* "Province" */
  TL_WORD_EVENT,                /* "Summit" */
  TL_WORD_JOINER,               /* a hyphen, "&", the point behind an initial, "de" */
  TL_WORD_LINK,                 /* "of", "and", "the" */
} TlWordClass;

/*
 * TlRun:
 * @first: index of its first token
 * @length: how many tokens
 * @classes: the class of each
 * @is_of_title: whether all of it belongs to the title behind it ("Foreign | Minister")
 * @joins: whether a link is an "and" between the parts of one head's words
 *
 * Capitalised words with the small words between them that may belong to a name.
 */
typedef struct
{
  guint       first;
  guint       length;
  TlWordClass classes[TL_MAX_NAME_TOKENS];
  gboolean    joins[TL_MAX_NAME_TOKENS];
  gboolean    is_of_title;
} TlRun;

/*
 * TlWalk:
 * @is_title_pending: a title was read that may get, or has got, its person
 * @title_first: index of its first token
 * @title_end: index after its last, so far; grows with "of Energy", "of Chile to Peru"
 * @opened_at: where a complement goes on, behind "of the"
 * @is_behind_comma: what stands at opened_at is not in the title but may be whose it is
 * @owner: index of the candidate that the title stands behind, or TL_NO_OWNER
 */
typedef struct
{
  TlReading *reading;
  gboolean   is_title_pending;
  guint      title_first;
  guint      title_end;
  guint      opened_at;
  gboolean   is_behind_comma;
  guint      owner;
} TlWalk;

/* Returns the class of the word, TL_WORD_NONE where it cannot be part of a name. */
static inline TlWordClass
tl_word_get_class (const TlReading *reading,
                   guint            token)
{
  return token < reading->n_tokens ? (TlWordClass) reading->classes[token] : TL_WORD_NONE;
}

void        tl_words_classify    (TlReading       *reading);
gboolean    tl_word_class_is_head (TlWordClass    class);
gboolean    tl_run_starts        (const TlReading *reading,
                                  guint            token);
void        tl_run_read          (const TlReading *reading,
                                  guint            token,
                                  TlRun           *run);

void        tl_walk_add          (TlWalk          *walk,
                                  guint            first,
                                  guint            end,
                                  TlCandidateShape shape,
                                  guint            flags);
guint       tl_walk_read_title   (TlWalk          *walk,
                                  guint            token);
guint       tl_walk_step         (TlWalk          *walk,
                                  guint            token);
void        tl_walk_take_title   (TlWalk          *walk,
                                  TlCandidate     *candidate);
void        tl_walk_drop_title   (TlWalk          *walk);

guint       tl_pattern_read      (TlWalk          *walk,
                                  guint            token);
guint       tl_event_read        (TlWalk          *walk,
                                  guint            token);
guint       tl_event_get_start   (const TlReading *reading,
                                  guint            first);
guint       tl_event_get_end     (const TlReading *reading,
                                  guint            end);
guint       tl_dateline_read     (TlWalk          *walk,
                                  guint            token);
guint       tl_byline_read       (TlWalk          *walk,
                                  guint            token);
gboolean    tl_byline_is_at      (const TlReading *reading,
                                  guint            token);

G_END_DECLS
