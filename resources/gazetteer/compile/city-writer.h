/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "phrase-writer.h"

G_BEGIN_DECLS

/* Makes the sections of the listed cities, see tl-place-table.h. */
typedef struct _CityWriter CityWriter;

CityWriter *city_writer_new    (StringPool  *strings);
void        city_writer_read   (CityWriter  *self,
                                const char  *lines);
void        city_writer_finish (CityWriter  *self,
                                TableWriter *table);

G_END_DECLS
