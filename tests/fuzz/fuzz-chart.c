/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of a chart, with its figures. */

#include "fuzz.h"

#include "tl-chart-read.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GBytes) png = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlChartReading) reading = tl_chart_read (png, &error);

  g_assert_true ((reading != NULL) == (error == NULL));
  return 0;
}
