/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One document of whatever format, told by its bytes. */

#include "fuzz.h"

#include "tl-document.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = tl_document_new_from_data ("file", data, size, &error);

  g_assert_true ((document != NULL) == (error == NULL));
  if (document != NULL)
    g_assert_true (g_utf8_validate (tl_document_get_text (document), -1, NULL));
  return 0;
}
