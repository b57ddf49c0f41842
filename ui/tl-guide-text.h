/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlGuideBlockKind:
 * @TL_GUIDE_TEXT: a paragraph
 * @TL_GUIDE_TERM: a word that stands in the window, and what it means
 * @TL_GUIDE_KEY: what can be done by which keys
 * @TL_GUIDE_MENTIONS: how names, amounts and dates are marked in an article
 * @TL_GUIDE_CHART: a chart of figures that are made up
 *
 * What a page of the guide is made of.
 */
typedef enum
{
  TL_GUIDE_TEXT,
  TL_GUIDE_TERM,
  TL_GUIDE_KEY,
  TL_GUIDE_MENTIONS,
  TL_GUIDE_CHART,
} TlGuideBlockKind;

/**
 * TlGuideBlock:
 * @kind: what it is
 * @term: (nullable): the term, or the keys as GTK writes them; of several any one
 * @text: (nullable): the text, in English
 *
 * A piece of a page.
 */
typedef struct
{
  TlGuideBlockKind  kind;
  const char       *term;
  const char       *text;
} TlGuideBlock;

/**
 * TlGuideTopic:
 * @name: what leads to it
 * @title: what it is about, in English
 * @blocks: what stands there
 * @n_blocks: how many
 *
 * A page of the guide.
 */
typedef struct
{
  const char         *name;
  const char         *title;
  const TlGuideBlock *blocks;
  guint               n_blocks;
} TlGuideTopic;

const TlGuideTopic *tl_guide_get_topics    (guint              *n_topics);
const char         *tl_guide_topic_title   (const TlGuideTopic *topic);
const char         *tl_guide_block_term    (const TlGuideBlock *block);
const char         *tl_guide_block_text    (const TlGuideBlock *block);

G_END_DECLS
