/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person types into the fields of a figure, and into the search field. */

#include "fuzz.h"

#include <string.h>

#include "tl-figure-entry.h"
#include "tl-search-query.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *entered = fuzz_dup_text (data, size);
  g_autoptr(TlSearchQuery) query = tl_search_query_new (entered);
  g_autoptr(GArray) hits = tl_search_query_find_in_text (query, entered);
  TlFigureData figure;

  tl_figure_data_init (&figure);
  tl_entry_read_amount (entered, "USD", &figure, NULL);
  tl_entry_read_period (entered, (TlDate) { 2024, 5, 17 }, &figure, NULL);
  tl_entry_read_percent (entered, &figure, NULL);
  return 0;
}
