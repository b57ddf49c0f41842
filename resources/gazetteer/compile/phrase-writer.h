/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "string-pool.h"
#include "table-writer.h"

G_BEGIN_DECLS

/* Makes the sections of a table of phrases, see tl-phrase-table.h. */
typedef struct _PhraseWriter PhraseWriter;

PhraseWriter *phrase_writer_new    (StringPool   *strings);
void          phrase_writer_add    (PhraseWriter *self,
                                    const char   *phrase,
                                    guint32       value,
                                    guint8        marks);
void          phrase_writer_finish (PhraseWriter *self,
                                    TableWriter  *table);

G_END_DECLS
