/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-gloss-private.h"

G_BEGIN_DECLS

/**
 * TlGlossWriter:
 *
 * A gloss while it is being written.
 */
typedef struct
{
  TlGlossView   view;
  TlGlossNames *names;
  GString      *out;
  GArray       *pieces;
  gsize         done;           /* of the text, in bytes */
  guint64       before;         /* what the last words are */
  guint64       earlier;        /* what all words of the sentence are */
  guint64       governed;       /* the cases in which what follows a preposition stands */
  guint64       titled;         /* those in which a name behind a title stands */
  gboolean      is_after_word;  /* a word that the glossary does not know stands right before */
  const char   *currency;       /* the last of the paragraph, in words */
  gboolean      is_in_quote;    /* between « and » */
  gboolean      is_suspended;   /* who says it is told in between: «…, – сказал он. – …» */
  gboolean      is_in_title;    /* what follows belongs to an organisation's name */
  gboolean      is_swallowed;   /* the last words have no gloss, and the space behind them goes, too */
  gboolean      is_going_on;    /* the last words end with a point that is no sentence's end */
} TlGlossWriter;

void         tl_gloss_writer_add (TlGlossWriter *self,
                                  const char *string,
                                  gsize length,
                                  TlSpan source,
                                  gboolean is_copy);
void         tl_gloss_writer_set_nominative (TlGlossWriter *self,
                                             char *nominative,
                                             gboolean is_nominative);
void         tl_gloss_writer_copy (TlGlossWriter *self,
                                   TlSpan span);
void         tl_gloss_writer_copy_gap (TlGlossWriter *self,
                                       guint token);
gboolean     tl_gloss_writer_has_space (TlGlossWriter *self,
                                        guint token);
TlSpan       tl_gloss_writer_get_span (TlGlossWriter *self,
                                       guint first,
                                       guint end);
void         tl_gloss_writer_write_number (TlGlossWriter *self,
                                           guint first,
                                           guint end);
gboolean     tl_gloss_writer_is_kind (TlGlossWriter *self,
                                      const TlGlossMatch *match);
void         tl_gloss_writer_write_entry (TlGlossWriter *self,
                                          const TlGlossMatch *match);
void         tl_gloss_writer_note (TlGlossWriter *self,
                                   guint64 tags,
                                   guint64 governed);
const char  *tl_gloss_writer_find_mark (TlGlossWriter *self,
                                        guint token);
guint        tl_gloss_writer_find_quoted_end (TlGlossWriter *self,
                                              guint token);
void         tl_gloss_writer_write_sign (TlGlossWriter *self,
                                         guint token);
guint        tl_gloss_writer_write_quoted (TlGlossWriter *self,
                                           guint token,
                                           guint end);

G_END_DECLS
