/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of official figures. */

#include "fuzz.h"

#include "tl-official-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) values = NULL;

  tl_official_recognize ("table.csv", (const char *) data, size);
  values = tl_official_read (stream, NULL, &error);
  g_assert_true ((values != NULL) == (error == NULL));
  return 0;
}
