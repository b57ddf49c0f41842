/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-publication.h"

G_BEGIN_DECLS

/**
 * TlEvidence:
 * @past_end: the last day of the latest period that figures are reported for; not set
 *   when there are none
 * @latest: the first day of the latest period that is named and is not still to come
 * @year: the year that the writer seems to live in, 0 when nothing tells
 * @month: the month of it, 0 when nothing tells
 * @is_sure: @past_end is the end of what was over when it was written, and not just the
 *   latest that is named
 *
 * What the periods in a story tell of when it was written.
 */
typedef struct
{
  TlDate   past_end;
  TlDate   latest;
  int      year;
  int      month;
  gboolean is_sure;
} TlEvidence;

TlEvidence tl_publication_infer (TlText *text,
                                 gsize   story,
                                 GArray *periods,
                                 GArray *amounts);

G_END_DECLS
