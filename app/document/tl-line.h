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

/**
 * TlLineReader:
 *
 * Reads the lines of a text that are not blank when they are asked for: what is looked for
 * mostly stands in the first.
 */
typedef struct
{
  /*< private >*/
  GArray     *lines;            /* owned: TlLine; never moves */
  const char *next;
  const char *end;
  guint       max_lines;
  guint       block;
  gboolean    was_blank;
} TlLineReader;

void      tl_line_reader_init      (TlLineReader *self,
                                    const char   *text,
                                    gsize         length,
                                    guint         max_lines);
void      tl_line_reader_clear     (TlLineReader *self);
const TlLine *tl_line_reader_get   (TlLineReader *self,
                                    guint         index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlLineReader, tl_line_reader_clear)

GArray   *tl_lines_read            (const char   *text,
                                    gsize         length,
                                    guint         max_lines);
GArray   *tl_lines_read_last       (const char   *text,
                                    gsize         length,
                                    guint         n_lines);
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
