/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "phrase-writer.h"

G_BEGIN_DECLS

/* Makes the sections of the reviewed places, see tl-place-table.h. */
typedef struct _PlaceWriter PlaceWriter;

PlaceWriter *place_writer_new    (StringPool  *strings);
void         place_writer_read   (PlaceWriter *self,
                                  const char  *lines);
void         place_writer_finish (PlaceWriter *self,
                                  TableWriter *table);

G_END_DECLS
