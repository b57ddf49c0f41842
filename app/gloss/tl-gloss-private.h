/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-gloss.h"
#include "tl-glossary-private.h"
#include "tl-text.h"

G_BEGIN_DECLS

/**
 * TlGlossToken:
 * @span: where it stands
 * @folded: the word as it is looked up
 * @forms: (nullable): which words it may be a form of
 * @tags: what it may be
 * @sentence: number of its sentence
 * @kind: a #TlTokenKind
 * @flags: #TlTokenFlags
 */
typedef struct
{
  TlSpan        span;
  char         *folded;
  const GArray *forms;
  guint64       tags;
  guint32       sentence;
  guint8        kind;
  guint8        flags;
} TlGlossToken;

/**
 * TlGlossMatch:
 * @entry: (nullable): what it is; %NULL for a number in a free place
 * @first: its first token
 * @end: the token after its last
 * @tags: what it is here: its cases are those of its words in this place
 * @slots: what stands in its free places
 * @n_slots: how many
 */
typedef struct _TlGlossMatch TlGlossMatch;
struct _TlGlossMatch
{
  const TlGlossEntry *entry;
  guint               first;
  guint               end;
  guint64             tags;
  struct
  {
    const TlGlossEntry *entry;
    guint               first;
    guint               end;
  } slots[4];
  guint               n_slots;
};

/**
 * TlGlossView:
 * @glossary: the words of its language
 * @string: the text
 * @tokens: its tokens
 * @n_tokens: how many
 *
 * A text as the matching sees it.
 */
typedef struct
{
  TlGlossary   *glossary;
  const char   *string;
  TlGlossToken *tokens;
  guint         n_tokens;
} TlGlossView;

/**
 * TlGlossPiece:
 * @gloss: a run of the gloss
 * @source: what of the text it stands for; empty where it was put in between
 * @is_copy: it is the same there
 * @nominative: (nullable): the words of the text in the nominative, where they are in another case
 * @is_nominative: they are in the nominative, or @nominative is known
 */
typedef struct
{
  TlSpan   gloss;
  TlSpan   source;
  gboolean is_copy;
  char    *nominative;
  gboolean is_nominative;
} TlGlossPiece;

void     tl_gloss_view_init    (TlGlossView  *self,
                                TlGlossary   *glossary,
                                TlText       *text);
void     tl_gloss_view_clear   (TlGlossView  *self);
gboolean tl_gloss_view_match   (TlGlossView  *self,
                                guint         token,
                                guint64       before,
                                guint64       earlier,
                                TlGlossMatch *match);
gboolean tl_gloss_view_is_name (TlGlossView  *self,
                                guint         token);

/* tl-gloss-runs.c */
gboolean tl_gloss_view_is_initial (TlGlossView *self,
                                   guint        token);
guint    tl_gloss_view_find_name_end (TlGlossView *self,
                                      guint        token);

/* tl-gloss-writer.c */
char    *tl_gloss_write        (TlGlossary   *glossary,
                                TlText       *text,
                                GArray       *pieces);

/* tl-gloss-number.c */
guint    tl_gloss_number_end   (TlGlossView  *self,
                                guint         token);
void     tl_gloss_number_write (TlGlossView  *self,
                                guint         token,
                                guint         end,
                                GString      *out);

/* tl-gloss-names.c */
typedef struct _TlGlossNames TlGlossNames;

TlGlossNames *tl_gloss_names_new  (TlGlossView   *view);
void          tl_gloss_names_free (TlGlossNames  *self);
char         *tl_gloss_names_dup  (TlGlossNames  *self,
                                   guint          token);
char         *tl_gloss_names_dup_nominative (TlGlossNames *self,
                                   guint          token);
char         *tl_gloss_restore_capitals (const char *original,
                                   const char    *folded);
guint64       tl_gloss_names_read (TlGlossNames  *self,
                                   guint          first,
                                   guint          end,
                                   guint64        governed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGlossNames, tl_gloss_names_free)

G_END_DECLS
