/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-trade-drafts.h"

G_BEGIN_DECLS

/*
 * What the sentences before leave to the next: the figure last found, and where trade was
 * last spoken of.  Private to this folder.
 */
typedef struct
{
  TlFigureData last;                    /* the figure before */
  TlFigureData turnover;                /* the last amount of trade both ways */
  gboolean     has_turnover;
  TlCue        last_cue;                /* its flow; turnover where there was none */
  guint        last_sentence;
  guint        last_paragraph;
  gboolean     has_last;
  TlDate       topic_start;             /* the period that the article reports on */
  TlDate       topic_end;
  TlWhy        topic_why;               /* why it is that period */
  TlDate       reached;                 /* the latest month up to which figures are reported */
  TlWhy        reached_why;
  gboolean     is_reporting;            /* "figures for May" told it, so that what follows need not */
  TlFigureData heading;                 /* its period: that of "… in 2024:" above a list */
  TlFigureData listed;                  /* the flow and partners that the lines of a list begin with */
  TlCue        listed_cue;
  gboolean     is_listing;
  int          distance;                /* months between what was compared last */
  guint        topic_sentence;          /* the last sentence that spoke of trade */
  guint        topic_paragraph;
  gboolean     has_topic;
  TlSpan       topic;                   /* its words for trade */
  TlHow        topic_how;               /* how they tell a turnover: they name it, or it is meant by default */
} TlDiscourse;

void        tl_discourse_init         (TlDiscourse        *self);
void        tl_discourse_remember     (TlDiscourse        *self,
                                       const TlTradeView  *view,
                                       const TlFigureData *data,
                                       const TlCue        *cue,
                                       gboolean            is_counterpart);
void        tl_discourse_see          (TlDiscourse        *self,
                                       const TlTradeView  *view);
TlContinues tl_discourse_may_continue (const TlDiscourse  *self,
                                       const TlTradeView  *view);
gboolean    tl_discourse_is_list_item (const TlTradeView  *view);
void        tl_discourse_begin_list   (TlDiscourse        *self);
void        tl_discourse_begin_line   (TlDiscourse        *self,
                                       const TlTradeView  *view);

G_END_DECLS
