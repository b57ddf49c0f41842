/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-glossary.h"

G_BEGIN_DECLS

/* What may be so of a word: a bit each.  From TL_GLOSS_FIRST_OWN on they are the names of the
 * glossary's groups. */
#define TL_GLOSS_NOMINATIVE   (G_GUINT64_CONSTANT (1) << 0)
#define TL_GLOSS_GENITIVE     (G_GUINT64_CONSTANT (1) << 1)
#define TL_GLOSS_DATIVE       (G_GUINT64_CONSTANT (1) << 2)
#define TL_GLOSS_ACCUSATIVE   (G_GUINT64_CONSTANT (1) << 3)
#define TL_GLOSS_INSTRUMENTAL (G_GUINT64_CONSTANT (1) << 4)
#define TL_GLOSS_LOCATIVE     (G_GUINT64_CONSTANT (1) << 5)
/* Of a word without endings, it may be any of these. */
#define TL_GLOSS_ANY_CASE     G_GUINT64_CONSTANT (0x3f)
#define TL_GLOSS_ABLATIVE     (G_GUINT64_CONSTANT (1) << 16)
#define TL_GLOSS_CASES        (TL_GLOSS_ANY_CASE | TL_GLOSS_ABLATIVE)
#define TL_GLOSS_COMBINING    (G_GUINT64_CONSTANT (1) << 6)
#define TL_GLOSS_NOUN         (G_GUINT64_CONSTANT (1) << 7)
#define TL_GLOSS_ADJECTIVE    (G_GUINT64_CONSTANT (1) << 8)
#define TL_GLOSS_VERB         (G_GUINT64_CONSTANT (1) << 9)
#define TL_GLOSS_NUMBER       (G_GUINT64_CONSTANT (1) << 10)
#define TL_GLOSS_MONEY        (G_GUINT64_CONSTANT (1) << 11)
#define TL_GLOSS_PERCENT      (G_GUINT64_CONSTANT (1) << 12)
#define TL_GLOSS_YEAR         (G_GUINT64_CONSTANT (1) << 13)
#define TL_GLOSS_NAME         (G_GUINT64_CONSTANT (1) << 14)
#define TL_GLOSS_STOP         (G_GUINT64_CONSTANT (1) << 15)
#define TL_GLOSS_FIRST_OWN    17

/* No entry has more words. */
#define TL_GLOSS_MAX_WORDS 10

/**
 * TlGlossForm:
 * @lemma: number of the word that it is a form of
 * @tags: its cases, and what kind of word it is
 */
typedef struct
{
  guint32 lemma;
  guint64 tags;
} TlGlossForm;

/**
 * TlGlossElement:
 * @lemma: the word, 0 for a place where any word with @slot may stand
 * @slot: what that word must be
 * @is_capitalised: written with a capital letter
 */
typedef struct
{
  guint32  lemma;
  guint64  slot;
  gboolean is_capitalised;
} TlGlossElement;

/**
 * TlGlossEntry:
 * @elements: its words
 * @n_elements: how many
 * @before: what the word before must be, 0 where that does not count
 * @earlier: what a word before in the same sentence must be, likewise
 * @after: what the word behind must be, likewise
 * @later: what a word behind in the same sentence must be, likewise
 * @gloss: the English words; "$1" stands for what is in the first free place
 * @tags: what it is: its group, and what its only word is
 */
typedef struct
{
  TlGlossElement elements[TL_GLOSS_MAX_WORDS];
  guint          n_elements;
  guint64        before;
  guint64        earlier;
  guint64        after;
  guint64        later;
  char          *gloss;
  guint64        tags;
} TlGlossEntry;

/**
 * TlNameEnding:
 * @ending: how a name ends in another case
 * @nominative: how it ends then in the nominative
 * @cases: which cases that is
 * @is_sure: no name ends so in the nominative
 */
typedef struct
{
  char    *ending;
  char    *nominative;
  guint64  cases;
  gboolean is_sure;
} TlNameEnding;

/* The groups of words that reading a text asks for. */
typedef enum
{
  TL_GLOSS_GROUP_ABOUT,
  TL_GLOSS_GROUP_CHANGES,
  TL_GLOSS_GROUP_CURRENCY,
  TL_GLOSS_GROUP_DASHES,
  TL_GLOSS_GROUP_FALLS,
  TL_GLOSS_GROUP_LEVELS,
  TL_GLOSS_GROUP_ORGANIZATIONS,
  TL_GLOSS_GROUP_PERCENTS,
  TL_GLOSS_GROUP_PERIODS,
  TL_GLOSS_GROUP_PLACE,
  TL_GLOSS_GROUP_PREPOSITIONS,
  TL_GLOSS_GROUP_SCALE,
  TL_GLOSS_GROUP_SPEECH,
  TL_GLOSS_GROUP_TITLES,
  TL_GLOSS_N_GROUPS,
} TlGlossGroup;

struct _TlGlossary
{
  GHashTable   *forms;          /* folded word → GArray of TlGlossForm */
  GHashTable   *lemmas;         /* "stem/class" → its number */
  GArray       *lemma_tags;     /* guint64: what entries of this word alone are */
  GPtrArray    *first_forms;    /* by lemma: the form that its class lists first, the nominative */
  GPtrArray    *entries;        /* of TlGlossEntry */
  GPtrArray    *by_first;       /* of GArray of guint, by lemma: which entries begin with it; [0]: with a free place */
  GHashTable   *tags;           /* name → bit; not touched any more when several threads read */
  guint64       groups[TL_GLOSS_N_GROUPS];      /* their bits, whether the language has such words or not */
  GHashTable   *classes;        /* name → its endings */
  GPtrArray    *class_endings;  /* of names' endings and classes, in pairs */
  GArray       *name_endings;   /* TlNameEnding, longest first */
  GHashTable   *case_words;     /* "abl" → "from": what English says instead of a case */
  GPtrArray    *genitives;      /* how words end in the genitive */
  GPtrArray    *letters;        /* foreign and Latin letters, in pairs, longest first */
  GStringChunk *strings;
};

void          tl_glossary_load         (TlGlossary   *self,
                                        GKeyFile     *file,
                                        const char   *names);
char         *tl_glossary_fold         (const char   *word,
                                        gsize         length);
guint64       tl_glossary_get_tag      (TlGlossary   *self,
                                        const char   *name);
guint64       tl_glossary_read_cases   (const char   *letters);
void          tl_glossary_add_word     (TlGlossary   *self,
                                        const char   *word,
                                        TlGlossElement *element,
                                        guint64      *tags);
guint         tl_glossary_get_lemma    (TlGlossary   *self,
                                        const char   *folded);

/* tl-glossary-names.c */
void          tl_glossary_load_letters (TlGlossary   *self,
                                        GKeyFile     *file);
const char   *tl_glossary_get_case_word (TlGlossary *self,
                                         guint64     tags);
char         *tl_glossary_to_latin     (TlGlossary   *self,
                                        const char   *word);
const char   *tl_glossary_find_class   (TlGlossary   *self,
                                        const char   *folded,
                                        gboolean      is_last);

G_END_DECLS
