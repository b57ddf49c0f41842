/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-report.h"

G_BEGIN_DECLS

#define TL_TYPE_EVIDENCE_ROW (tl_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (TlEvidenceRow, tl_evidence_row, TL, EVIDENCE_ROW, AdwBin)

void tl_evidence_row_set_report (TlEvidenceRow *self,
                                 TlReport      *report);
TlReport *tl_evidence_row_get_report (TlEvidenceRow *self);

G_END_DECLS
