/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure.h"

G_BEGIN_DECLS

/**
 * TlReport:
 *
 * A figure together with the article that states it, and with those that carry the same
 * article and state it too: what the chart is made of.  Immutable.
 */
#define TL_TYPE_REPORT (tl_report_get_type ())
G_DECLARE_FINAL_TYPE (TlReport, tl_report, TL, REPORT, GObject)

TlReport   *tl_report_new            (TlFigure   *figure,
                                      gint64      article_id,
                                      const char *title,
                                      const char *publisher,
                                      TlDate      published,
                                      const char *url);
TlReport   *tl_report_new_beside     (TlReport   *self,
                                      TlFigure   *figure);
TlReport   *tl_report_new_in_story   (TlReport   *self,
                                      gint64      story);
TlReport   *tl_report_new_with_copies (TlReport  *self,
                                       GPtrArray *copies);
TlReport   *tl_report_new_confirmed  (TlReport   *self);
TlFigure   *tl_report_get_figure     (TlReport   *self);
gint64      tl_report_get_article_id (TlReport   *self);
const char *tl_report_get_title      (TlReport   *self);
const char *tl_report_get_publisher  (TlReport   *self);
TlDate      tl_report_get_published  (TlReport   *self);
const char *tl_report_get_url        (TlReport   *self);
gint64      tl_report_get_story      (TlReport   *self);
GPtrArray  *tl_report_get_copies     (TlReport   *self);
guint       tl_report_get_n_carriers (TlReport   *self);
gboolean    tl_report_is_copy        (TlReport   *self);
gboolean    tl_report_is_confirmed   (TlReport   *self);
int         tl_report_compare        (TlReport   *a,
                                      TlReport   *b);
gboolean    tl_report_is_same        (TlReport   *a,
                                      TlReport   *b);
char       *tl_report_dup_citation   (TlReport   *self);
char       *tl_report_dup_short_citation (TlReport *self);
char       *tl_report_dup_host       (TlReport   *self);

G_END_DECLS
