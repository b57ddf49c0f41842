/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlReviewState:
 * @TL_REVIEW_LOADING: what comes next is being looked for
 * @TL_REVIEW_AT_FIGURE: there is a figure to look at
 * @TL_REVIEW_AT_END: all were looked at
 *
 * Where somebody is in a queue of figures.
 */
typedef enum
{
  TL_REVIEW_LOADING,
  TL_REVIEW_AT_FIGURE,
  TL_REVIEW_AT_END,
} TlReviewState;

/**
 * TlReviewCounts:
 * @n_figures: how many figures there are in the queue
 * @n_confirmed: how many of them were confirmed by now
 * @n_edited: how many were edited
 * @n_dismissed: how many were dismissed
 */
typedef struct
{
  guint n_figures;
  guint n_confirmed;
  guint n_edited;
  guint n_dismissed;
} TlReviewCounts;

#define TL_TYPE_REVIEW_QUEUE (tl_review_queue_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewQueue, tl_review_queue, TL, REVIEW_QUEUE, GObject)

TlReviewQueue  *tl_review_queue_new            (TlLibrary          *library,
                                                GArray             *article_ids,
                                                const char *const  *partners);
TlReviewState   tl_review_queue_get_state      (TlReviewQueue      *self);
TlFigure       *tl_review_queue_get_figure     (TlReviewQueue      *self);
TlArticle      *tl_review_queue_get_article    (TlReviewQueue      *self);
gint64          tl_review_queue_get_article_id (TlReviewQueue      *self);
gboolean        tl_review_queue_is_dismissed   (TlReviewQueue      *self);
guint           tl_review_queue_get_position   (TlReviewQueue      *self);
TlReviewCounts  tl_review_queue_get_counts     (TlReviewQueue      *self);
void            tl_review_queue_go             (TlReviewQueue      *self,
                                                int                 step);
void            tl_review_queue_start_over     (TlReviewQueue      *self);
void            tl_review_queue_confirm        (TlReviewQueue      *self);
void            tl_review_queue_dismiss        (TlReviewQueue      *self);
void            tl_review_queue_edit           (TlReviewQueue      *self,
                                                TlFigure           *edited);

G_END_DECLS
