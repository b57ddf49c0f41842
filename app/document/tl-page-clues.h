/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "tl-provenance.h"

G_BEGIN_DECLS

/**
 * TlClueKind:
 * @TL_CLUE_TITLE: a title of the article
 * @TL_CLUE_WINDOW_TITLE: what the browser writes above the page, mostly with the site's name
 * @TL_CLUE_AUTHOR: who wrote it, one name or a byline
 * @TL_CLUE_AUTHOR_BODY: a body that is given for its author
 * @TL_CLUE_PUBLISHER: who publishes it
 * @TL_CLUE_SITE: the site's name
 * @TL_CLUE_PUBLISHED: when it was published
 * @TL_CLUE_MODIFIED: when it was changed
 * @TL_CLUE_ADDRESS: its address
 * @TL_CLUE_LANGUAGE: its language
 *
 * What a clue is about.
 */
typedef enum
{
  TL_CLUE_TITLE,
  TL_CLUE_WINDOW_TITLE,
  TL_CLUE_AUTHOR,
  TL_CLUE_AUTHOR_BODY,
  TL_CLUE_PUBLISHER,
  TL_CLUE_SITE,
  TL_CLUE_PUBLISHED,
  TL_CLUE_MODIFIED,
  TL_CLUE_ADDRESS,
  TL_CLUE_LANGUAGE,
} TlClueKind;

#define TL_N_CLUE_KINDS (TL_CLUE_LANGUAGE + 1)

/**
 * TlClue:
 * @kind: what it is about
 * @provenance: where it stands
 * @trust: how much it is worth against others of its kind, from 1 on
 * @value: what it says, never empty
 * @node: (nullable): the element that it stands in, where that is one to be seen
 */
typedef struct
{
  TlClueKind     kind;
  TlProvenance   provenance;
  guint          trust;
  const char    *value;
  const xmlNode *node;
} TlClue;

/**
 * TlClues:
 *
 * What a page tells of its article, here and there.
 */
typedef struct _TlClues TlClues;

TlClues      *tl_clues_new  (void);
void          tl_clues_free (TlClues       *self);
void          tl_clues_add  (TlClues       *self,
                             TlClueKind     kind,
                             TlProvenance   provenance,
                             guint          trust,
                             const char    *value,
                             const xmlNode *node);
const TlClue *tl_clues_get  (TlClues       *self,
                             TlClueKind     kind,
                             guint         *n_clues);
const TlClue *tl_clues_best (TlClues       *self,
                             TlClueKind     kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlClues, tl_clues_free)

G_END_DECLS
