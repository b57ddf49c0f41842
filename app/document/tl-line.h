/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document-words.h"

G_BEGIN_DECLS

/**
 * TlLine:
 * @text: its first character behind the indentation, inside the text it was read from
 * @length: its bytes without white space at either end
 * @indent: how many blanks stand before it, a tab counting for four
 * @block: index of its block; blocks are apart by blank lines
 * @n_chars: its characters
 * @n_words: its words: runs without white space that hold a letter or a digit; in scripts
 *   without spaces about as many as it has
 *
 * A line of a text that is not blank.
 */
typedef struct
{
  const char *text;
  gsize       length;
  guint       indent;
  guint       block;
  guint       n_chars;
  guint       n_words;
} TlLine;

GArray   *tl_lines_read            (const char   *text,
                                    gsize         length,
                                    guint         max_lines);
gunichar  tl_line_first            (const TlLine *line);
gunichar  tl_line_last             (const TlLine *line);
gboolean  tl_line_ends_sentence    (const TlLine *line);
gboolean  tl_line_is_all_caps      (const TlLine *line);
gboolean  tl_line_equals           (const TlLine *line,
                                    const TlLine *other);
gboolean  tl_line_find_address     (const TlLine *line,
                                    const char  **start,
                                    const char  **end);

/* tl-line-date.c */
gboolean  tl_line_is_date          (const TlLine *line);
gboolean  tl_line_is_month_date    (const TlLine *line);

/* tl-line-kind.c */
gboolean  tl_line_is_clutter       (const TlLine *line);
gboolean  tl_line_is_dateline      (const TlLine *line);
TlLine    tl_line_skip_dateline    (const TlLine *line);
gboolean  tl_line_is_prose         (const TlLine *line);
char     *tl_line_dup_byline       (const TlLine *line);
char     *tl_line_dup_field        (const TlLine *line,
                                    TlDocumentWords labels);

G_END_DECLS
