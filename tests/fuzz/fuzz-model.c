/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file that the recogniser of names is read from. */

#include "fuzz.h"

#include "tl-model.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlModel) model = tl_model_new (bytes, "model", &error);

  g_assert_true ((model != NULL) == (error == NULL));
  if (model != NULL)
    for (guint32 word = 1; word != 0; word <<= 1)
      tl_model_find_cluster (tl_model_get_parts (model), word);
  return 0;
}
