/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What libFuzzer calls with an input, and tests/fuzz/replay.c with those that are kept; always 0. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

/* What is read as text comes to the readers as UTF-8 without zeros: what else it was, others mended. */
static inline char *
fuzz_dup_text (const guint8 *data,
               gsize         size)
{
  char *text = size > 0 ? g_utf8_make_valid ((const char *) data, (gssize) size) : g_strdup ("");

  for (char *p = text; *p != '\0'; p++)
    if (*p == '\r')
      *p = '\n';
  return text;
}
