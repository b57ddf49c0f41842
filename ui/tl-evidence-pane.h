/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-chart.h"
#include "tl-series.h"

G_BEGIN_DECLS

#define TL_TYPE_EVIDENCE_PANE (tl_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (TlEvidencePane, tl_evidence_pane, TL, EVIDENCE_PANE, AdwBin)

gboolean tl_evidence_pane_has_evidence  (TlEvidencePane *self);
guint    tl_evidence_pane_get_place     (TlEvidencePane *self);
gboolean tl_evidence_pane_focus_place   (TlEvidencePane *self,
                                         guint           place);
void     tl_evidence_pane_clear         (TlEvidencePane *self,
                                         gboolean        has_marks);
void     tl_evidence_pane_show_point    (TlEvidencePane *self,
                                         TlSeries       *series,
                                         guint           point);
void     tl_evidence_pane_show_reports  (TlEvidencePane *self,
                                         const char     *title,
                                         const char     *note,
                                         GPtrArray      *reports);
void     tl_evidence_pane_show_facts    (TlEvidencePane *self,
                                         const char     *title,
                                         const char     *note,
                                         const char *const *facts);
void     tl_evidence_pane_show_left_out (TlEvidencePane *self,
                                         TlChart        *chart);

G_END_DECLS
