/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-chart-scene.h"

G_BEGIN_DECLS

/**
 * TlEvidenceStyle:
 * @TL_EVIDENCE_PLAIN: as the rest
 * @TL_EVIDENCE_STRONG: what is looked for first
 * @TL_EVIDENCE_DIM: what is looked for last
 * @TL_EVIDENCE_FOREIGN: words of an article, in whatever language and direction
 * @TL_EVIDENCE_MARKED: of those, the words that carry the figure
 *
 * How a run of a text stands out.
 */
typedef enum
{
  TL_EVIDENCE_PLAIN,
  TL_EVIDENCE_STRONG,
  TL_EVIDENCE_DIM,
  TL_EVIDENCE_FOREIGN,
  TL_EVIDENCE_MARKED,
} TlEvidenceStyle;

/**
 * TlEvidenceRun:
 * @text: some characters, valid UTF-8 without control characters
 * @link: (nullable): "#" and the id of a block or row, or an address of the web
 * @style: how it stands out
 *
 * A part of a text that is all alike.
 */
typedef struct
{
  char            *text;
  char            *link;
  TlEvidenceStyle  style;
} TlEvidenceRun;

/**
 * TlEvidenceBlockKind:
 * @TL_EVIDENCE_HEADING: begins a section
 * @TL_EVIDENCE_PARAGRAPH: a text
 * @TL_EVIDENCE_ITEM: one of a list of texts
 * @TL_EVIDENCE_CHART: the chart; @text is its caption
 * @TL_EVIDENCE_TABLE: rows of cells, the first being the heads; @text is its caption
 * @TL_EVIDENCE_SOURCE: an article with its number; @notes are those that carry the same story
 * @TL_EVIDENCE_SENTENCE: a figure with its number, its sentence, and in @notes what else is to
 *   be said; below its article
 *
 * What a block of a report is.
 */
typedef enum
{
  TL_EVIDENCE_HEADING,
  TL_EVIDENCE_PARAGRAPH,
  TL_EVIDENCE_ITEM,
  TL_EVIDENCE_CHART,
  TL_EVIDENCE_TABLE,
  TL_EVIDENCE_SOURCE,
  TL_EVIDENCE_SENTENCE,
} TlEvidenceBlockKind;

/**
 * TlEvidenceBlock:
 * @kind: what it is
 * @id: (nullable): what links to it name, letters and digits
 * @label: (nullable): its number, "3" of an article or "3a" of a sentence
 * @text: (element-type TlEvidenceRun): its text
 * @quote: (nullable) (element-type TlEvidenceRun): the sentence
 * @notes: (nullable) (element-type GArray): further texts
 * @rows: (nullable) (element-type GPtrArray): a table's rows of cells, each a text
 *
 * A piece of a report that is laid out by itself.
 */
typedef struct
{
  TlEvidenceBlockKind  kind;
  char                *id;
  char                *label;
  GArray              *text;
  GArray              *quote;
  GPtrArray           *notes;
  GPtrArray           *rows;
} TlEvidenceBlock;

/**
 * TlEvidenceOptions:
 * @reading_version: %TL_READING_VERSION of what read the articles
 * @made: (nullable): when the report is made, if that is to stand in it; without, the same chart
 *   gives the same bytes
 * @is_from_picture: whether the chart was read from a picture, and nobody has its articles
 *
 * What a report says that its chart does not know.
 */
typedef struct
{
  guint      reading_version;
  GDateTime *made;
  gboolean   is_from_picture;
} TlEvidenceOptions;

/**
 * TlEvidenceReport:
 *
 * All that a sceptic needs to check a chart: the chart, its values, and behind each the
 * sentences that it was taken from.  Writers of files only lay it out.  Made, written and freed
 * in one thread, as the scene in it is.
 */
typedef struct _TlEvidenceReport TlEvidenceReport;

/**
 * TlEvidenceFormat:
 * @TL_EVIDENCE_HTML: one web page without anything outside of it
 * @TL_EVIDENCE_PDF: pages of A4
 *
 * What file a report is written into.
 */
typedef enum
{
  TL_EVIDENCE_HTML,
  TL_EVIDENCE_PDF,
} TlEvidenceFormat;

TlEvidenceReport *tl_evidence_report_new             (TlChart                  *chart,
                                                      const TlEvidenceOptions  *options);
void              tl_evidence_report_free            (TlEvidenceReport         *self);
TlChartScene     *tl_evidence_report_get_scene       (TlEvidenceReport         *self);
const char       *tl_evidence_report_get_title       (TlEvidenceReport         *self);
const char       *tl_evidence_report_get_subtitle    (TlEvidenceReport         *self);
guint             tl_evidence_report_get_n_blocks    (TlEvidenceReport         *self);
const TlEvidenceBlock *
                  tl_evidence_report_get_block       (TlEvidenceReport         *self,
                                                      guint                     index);
const char       *tl_evidence_report_get_label       (TlEvidenceReport         *self,
                                                      TlReport                 *report);
gboolean          tl_evidence_report_write           (TlEvidenceReport         *self,
                                                      TlEvidenceFormat          format,
                                                      GOutputStream            *stream,
                                                      GCancellable             *cancellable,
                                                      GError                  **error);
gboolean          tl_evidence_report_save            (TlChart                  *chart,
                                                      const TlEvidenceOptions  *options,
                                                      TlEvidenceFormat          format,
                                                      GFile                    *file,
                                                      GCancellable             *cancellable,
                                                      GError                  **error);
const char       *tl_evidence_format_to_string       (TlEvidenceFormat          format);
gboolean          tl_evidence_format_from_string     (const char               *string,
                                                      TlEvidenceFormat         *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEvidenceReport, tl_evidence_report_free)

G_END_DECLS
