/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-row.h"
#include "tl-evidence-numbers.h"
#include "tl-evidence-report.h"

G_BEGIN_DECLS

/* What the files that make a report share. */

struct _TlEvidenceReport
{
  TlChartScene      *scene;     /* owned */
  TlEvidenceNumbers *numbers;   /* owned */
  char              *title;     /* owned */
  char              *subtitle;  /* owned */
  char              *date;      /* owned: when it is made, or nothing in it is younger */
  GPtrArray         *blocks;    /* owned, of TlEvidenceBlock */
};

/* tl-evidence-text.c */
GArray          *tl_evidence_text_new      (void);
void             tl_evidence_text_add      (GArray              *text,
                                            TlEvidenceStyle      style,
                                            const char          *string);
void             tl_evidence_text_add_link (GArray              *text,
                                            TlEvidenceStyle      style,
                                            const char          *string,
                                            const char          *link);
GArray          *tl_evidence_text_new_plain (const char         *string);
gboolean         tl_evidence_text_is_right_to_left (GArray      *text);
TlEvidenceBlock *tl_evidence_add_block     (TlEvidenceReport    *self,
                                            TlEvidenceBlockKind  kind);
void             tl_evidence_block_add_note (TlEvidenceBlock    *block,
                                            GArray              *note);
void             tl_evidence_block_free    (gpointer             block);
char            *tl_evidence_dup_web_address (const char        *url);

/* tl-evidence-tables.c */
void             tl_evidence_add_values    (TlEvidenceReport    *self,
                                            GListModel          *rows);
void             tl_evidence_add_officials (TlEvidenceReport    *self,
                                            GListModel          *rows);

/* tl-evidence-sentences.c */
void             tl_evidence_add_sentences (TlEvidenceReport    *self,
                                            TlEvidencePart       part);

/* tl-evidence-html.c */
gboolean         tl_evidence_write_html    (TlEvidenceReport    *self,
                                            GOutputStream       *stream,
                                            GCancellable        *cancellable,
                                            GError             **error);

/* tl-evidence-pdf.c */
gboolean         tl_evidence_write_pdf     (TlEvidenceReport    *self,
                                            GOutputStream       *stream,
                                            GCancellable        *cancellable,
                                            GError             **error);

G_END_DECLS
