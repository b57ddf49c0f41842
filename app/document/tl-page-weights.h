/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-survey.h"

G_BEGIN_DECLS

/**
 * TlPageSpan:
 * @value: how much prose there is
 * @chars: how many characters, but in headings and tables
 * @prose: how many of those in blocks of prose
 * @links: how many of those in links
 *
 * What some blocks of a page weigh together.
 */
typedef struct
{
  double value;
  double chars;
  double prose;
  double links;
} TlPageSpan;

/**
 * TlPageWeights:
 * @survey: the page
 * @values: of each block, how much it is worth as prose; 0 for what is none, or stands on
 *   the page before
 * @is_prose: of each block
 * @is_out: of each block, whether it is surely no part of the article
 * @sums: of all blocks before the one and not out, see tl_page_weights_span()
 * @headline: the block that is the headline, or -1
 *
 * The blocks of a page, weighed.
 */
typedef struct
{
  const TlPageSurvey *survey;
  float              *values;
  gboolean           *is_prose;
  gboolean           *is_out;
  TlPageSpan         *sums;
  int                 headline;
} TlPageWeights;

void       tl_page_weights_init   (TlPageWeights       *self,
                                   const TlPageSurvey  *survey,
                                   const char *const   *titles);
void       tl_page_weights_clear  (TlPageWeights       *self);
TlPageSpan tl_page_weights_span   (const TlPageWeights *self,
                                   guint                first,
                                   guint                end);

guint      tl_page_block_weight        (const TlPageBlock  *block);
gboolean   tl_page_block_is_prose      (const TlPageSurvey *survey,
                                        const TlPageBlock  *block);
gboolean   tl_page_block_ends_sentence (const TlPageSurvey *survey,
                                        const TlPageBlock  *block);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPageWeights, tl_page_weights_clear)

/* tl-page-top.c */
int        tl_page_top_find  (const TlPageSurvey  *survey,
                                   const char *const   *titles);
char      *tl_page_letters           (const char          *text,
                                   gsize                length);

/* tl-page-end.c */
char      *tl_page_block_dup_line (const TlPageSurvey  *survey,
                                   const TlPageBlock   *block);
void       tl_page_end_mark       (TlPageWeights       *self);

/* tl-page-teasers.c */
gboolean  *tl_page_teasers_find   (const TlPageSurvey  *survey);

/* tl-page-outside.c */
void       tl_page_outside_mark   (TlPageWeights       *self);

G_END_DECLS
