/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-line.h"
#include "tl-publication-words.h"
#include "tl-publication.h"

G_BEGIN_DECLS

/**
 * TlPage:
 *
 * What of a text its day is looked for in.
 */
typedef struct
{
  TlText        *text;
  const char    *string;
  const char    *language;      /* with its region or without, or NULL */
  const TlToken *tokens;
  guint          n_tokens;
  guint          story;         /* index of the story's first token */
} TlPage;

gboolean   tl_page_is_word             (const TlPage       *self,
                                        TlPublicationWords  words,
                                        guint               token,
                                        guint              *end_token);
TlDate     tl_page_find_date           (const TlPage       *self,
                                        guint               token,
                                        guint               end);
void       tl_page_get_tokens          (const TlPage       *self,
                                        const TlLine       *line,
                                        guint              *first,
                                        guint              *end);
TlDate     tl_page_find_in_story       (const TlPage       *self);
TlDate     tl_page_find_in_tail        (const TlPage       *self);
TlDate     tl_page_find_in_place_line  (const TlPage       *self,
                                        int                *weekday);
TlDate     tl_page_complete_by_weekday (const TlPage       *self,
                                        TlDate              day,
                                        int                 weekday,
                                        int                 first_year);

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
