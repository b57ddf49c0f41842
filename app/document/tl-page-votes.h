/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-day.h"
#include "tl-provenance.h"

G_BEGIN_DECLS

/* Votes for a day are worth: */
#define WORTH_PROPERTY 12       /* marked as the day of publication */
#define WORTH_MARKED 8          /* called a day, near the headline */
#define WORTH_LABELLED 8        /* "Published: " before it */
#define WORTH_SEEN 5            /* a day near the headline */
#define WORTH_ABOVE 3           /* above it, where that of today may stand, too */
#define WORTH_LATE 2            /* below the beginning of the story */
#define WORTH_ADDRESS 7

/**
 * TlPageVote:
 * @day: the day that it is for
 * @provenance: where it is told
 * @worth: what such a place is worth
 * @line: the line of the page that it stands in, from 1 on; 0 for metadata
 *
 * One place of a page that tells a day.
 */
typedef struct
{
  TlPageDay    day;
  TlProvenance provenance;
  guint        worth;
  guint        line;
} TlPageVote;

/**
 * TlPageVotes:
 * @votes: (element-type TlPageVote): the votes
 * @tomorrow: what is later is no day of publication
 * @month_first: whether the page's people write the month first in "6/9/2021"
 *
 * What the places of a page tell of the day.
 */
typedef struct
{
  GArray    *votes;
  TlPageDay  tomorrow;
  gboolean   month_first;
} TlPageVotes;

void              tl_page_votes_init   (TlPageVotes       *self,
                                        gboolean           month_first);
void              tl_page_votes_clear  (TlPageVotes       *self);
void              tl_page_votes_add    (TlPageVotes       *self,
                                        const TlPageDay   *day,
                                        TlProvenance       provenance,
                                        guint              worth,
                                        guint              line);
guint             tl_page_votes_sum    (const TlPageVotes *self,
                                        const TlPageDay   *day,
                                        gboolean          *is_local);
void              tl_page_votes_settle (TlPageVotes       *self);
const TlPageVote *tl_page_votes_choose (const TlPageVotes *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPageVotes, tl_page_votes_clear)

G_END_DECLS
