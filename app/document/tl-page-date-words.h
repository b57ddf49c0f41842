/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document-words.h"
#include "tl-page-day.h"

G_BEGIN_DECLS

/**
 * TlDateShape:
 * @days: its numbers that may be the day of a month
 * @n_days: how many
 * @year: its first number that may be a year, of whatever calendar; 0 for none
 * @n_words: how many words it has
 * @n_others: how many other numbers
 *
 * What may be a date in a line.
 */
typedef struct
{
  guint days[6];
  guint n_days;
  guint year;
  guint n_words;
  guint n_others;
} TlDateShape;

TlDateShape  tl_date_shape_read     (const char      *text);
gboolean     tl_date_shape_fits     (const char      *text,
                                     const TlPageDay *day);
gboolean     tl_date_label_is_there (TlDocumentWords  group,
                                     const char      *text,
                                     const char      *end);
char        *tl_date_label_dup_rest (const char      *text);

G_END_DECLS
