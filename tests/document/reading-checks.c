/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading-checks.h"

#include "reading.h"

#include <string.h>

static Reading *
load (const void *data,
      gssize      length)
{
  return reading_new_for_bytes ("sample", data, length < 0 ? strlen (data) : (gsize) length);
}

/**
 * read_documents:
 * @data: what a file would hold
 * @length: how many bytes, or -1 for a string
 *
 * Returns: (transfer full): the documents in it
 */
GPtrArray *
read_documents (const void *data,
                gssize      length)
{
  g_autoptr(Reading) reading = load (data, length);

  g_assert_no_error (reading->error);
  return g_ptr_array_ref (reading->documents);
}

/**
 * read_document:
 * @data: what a file would hold
 * @length: how many bytes, or -1 for a string
 *
 * Returns: (transfer full): the only document in it
 */
TlDocument *
read_document (const void *data,
               gssize      length)
{
  g_autoptr(GPtrArray) documents = read_documents (data, length);

  g_assert_cmpuint (documents->len, ==, 1);
  return g_object_ref (g_ptr_array_index (documents, 0));
}

/**
 * assert_unreadable:
 * @data: what a file would hold
 * @length: how many bytes, or -1 for a string
 * @code: the #TlDocumentError that reading it gives
 */
void
assert_unreadable (const void *data,
                   gssize      length,
                   int         code)
{
  g_autoptr(Reading) reading = load (data, length);

  g_assert_error (reading->error, TL_DOCUMENT_ERROR, code);
  g_assert_cmpuint (reading->documents->len, ==, 0);
  g_assert_cmpuint (strlen (reading->error->message), >, 10);
}

/* It is read, or it is said why not. */
static void
assert_told (const void *data,
             gsize       length)
{
  g_autoptr(Reading) reading = load (data, (gssize) length);

  g_assert_true (reading->error != NULL || reading->lines->len > 0);
}

/**
 * assert_survives_cut:
 * @data: what a file would hold
 * @length: how many bytes
 * @step: by how many bytes each cut is longer than the one before
 *
 * Reads it cut at all lengths.
 */
void
assert_survives_cut (const void *data,
                     gsize       length,
                     gsize       step)
{
  for (gsize n = 0; n < length; n += step)
    assert_told (data, n);
}

/**
 * assert_survives_rot:
 * @data: what a file would hold
 * @length: how many bytes
 * @n_times: how often
 *
 * Reads it with some bytes changed.
 */
void
assert_survives_rot (const void *data,
                     gsize       length,
                     guint       n_times)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_times; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);

      for (guint j = 0; j <= i % 8; j++)
        copy[g_rand_int_range (random, 0, (gint32) length)] = (guint8) g_rand_int_range (random, 0, 256);
      assert_told (copy, length);
    }
}
