/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-scene.h"
#include "tl-left-out.h"

G_BEGIN_DECLS

/**
 * TlEvidencePart:
 * @TL_EVIDENCE_DRAWN: in the chart
 * @TL_EVIDENCE_UNDATED: of the chart's trade, but of nobody knows when
 * @TL_EVIDENCE_LEFT_OUT: of the chart's partners, but left out
 *
 * In which part of a report a figure stands.
 */
typedef enum
{
  TL_EVIDENCE_DRAWN,
  TL_EVIDENCE_UNDATED,
  TL_EVIDENCE_LEFT_OUT,
} TlEvidencePart;

#define TL_N_EVIDENCE_PARTS (TL_EVIDENCE_LEFT_OUT + 1)

/**
 * TlEvidenceItem:
 * @report: a figure in an article
 * @series: index of the series that it is of, or that it comes nearest to
 * @part: where it stands
 * @reason: why it is not in the chart, unless it is
 * @label: its number, "3a": the article's, and a letter
 *
 * A numbered figure.
 */
typedef struct
{
  TlReport       *report;
  guint           series;
  TlEvidencePart  part;
  TlLeftOut       reason;
  char            label[24];
} TlEvidenceItem;

/**
 * TlEvidenceArticle:
 * @report: one of its reports
 * @number: its number, from 1; that at the marks of the chart
 * @items: (element-type TlEvidenceItem): its figures, part by part, and in each as they stand in it
 *
 * A numbered article.
 */
typedef struct
{
  TlReport  *report;
  guint      number;
  GPtrArray *items;
} TlEvidenceArticle;

/**
 * TlEvidenceNumbers:
 * @articles: (element-type TlEvidenceArticle): by number
 * @n_of_others: how many figures are of the trade of others, and not numbered
 *
 * Which number each article and each figure of a report has.
 */
typedef struct
{
  GPtrArray  *articles;
  guint       n_of_others;
  GHashTable *by_id;
  GHashTable *by_report;
} TlEvidenceNumbers;

TlEvidenceNumbers    *tl_evidence_numbers_new        (TlChartScene            *scene);
void                  tl_evidence_numbers_free       (TlEvidenceNumbers       *self);
const TlEvidenceItem *tl_evidence_numbers_find       (const TlEvidenceNumbers *self,
                                                      TlReport                *report);
guint                 tl_evidence_numbers_get_article (const TlEvidenceNumbers *self,
                                                      gint64                   id);
guint                 tl_evidence_numbers_count      (const TlEvidenceNumbers *self,
                                                      TlEvidencePart           part);

G_END_DECLS
