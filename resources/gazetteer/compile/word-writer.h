/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "table-writer.h"

G_BEGIN_DECLS

/* Makes the section of the words beside names, see TlPlaceWord. */
typedef struct _WordWriter WordWriter;

WordWriter *word_writer_new           (void);
void        word_writer_add_rule      (WordWriter  *self,
                                       const char  *rule,
                                       char       **words);
void        word_writer_add_division  (WordWriter  *self,
                                       const char  *words,
                                       const char  *plurals);
guint32     word_writer_get_divisions (WordWriter  *self,
                                       const char  *words);
void        word_writer_finish        (WordWriter  *self,
                                       TableWriter *table);

G_END_DECLS
