/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The model file: a header, the weights' rows, the table of clusters.  All numbers are
 * little-endian; the file is mapped and its weights are used where they lie, so loading
 * it costs the checksum and nothing else.
 */

#include "tl-model.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-table-file.h"

/* Changes with the layout below and with what tl-tagger-features.c makes of a text. */
#define TL_MODEL_VERSION 1

static const char magic[8] = { 'T', 'L', 'N', 'A', 'M', 'E', 'S', '\n' };

typedef struct
{
  char    magic[8];
  guint32 version;
  guint32 header_size;
  guint64 checksum;             /* tl_table_checksum() of everything behind it */
  guint32 n_rows;
  guint32 n_clusters;
  gint32  rules_weight;
  gint32  calibration[2];
  gint16  transitions[TL_MODEL_TAGS * TL_MODEL_TAGS];
  guint8  padding[2];          /* so that the rows begin at a multiple of their size */
} Header;

G_STATIC_ASSERT (sizeof (Header) % TL_MODEL_WEIGHTS == 0);
G_STATIC_ASSERT (sizeof (TlModelCluster) == 8);         /* so that all sizes suit the checksum */

#define CHECKED_FROM (G_STRUCT_OFFSET (Header, checksum) + sizeof (guint64))

struct _TlModel
{
  gatomicrefcount refs;
  GBytes         *bytes;
  TlModelCluster *swapped;      /* the clusters on a machine of the other byte order, else NULL */
  TlModelParts    parts;
};

G_DEFINE_QUARK (tl-model-error-quark, tl_model_error)

static void
read_parts (TlModel      *self,
            const Header *header,
            const guint8 *data)
{
  TlModelParts *parts = &self->parts;
  gsize rows_size;

  parts->n_rows = GUINT32_FROM_LE (header->n_rows);
  parts->n_clusters = GUINT32_FROM_LE (header->n_clusters);
  rows_size = (gsize) parts->n_rows * TL_MODEL_WEIGHTS;
  parts->rows = (const gint8 *) data + sizeof *header;
  parts->clusters = (const TlModelCluster *) (gconstpointer) (data + sizeof *header + rows_size);
  for (guint i = 0; i < G_N_ELEMENTS (parts->transitions); i++)
    parts->transitions[i] = GINT16_FROM_LE (header->transitions[i]);
  parts->rules_weight = GINT32_FROM_LE (header->rules_weight);
  for (guint i = 0; i < G_N_ELEMENTS (parts->calibration); i++)
    parts->calibration[i] = GINT32_FROM_LE (header->calibration[i]);
  if (G_BYTE_ORDER == G_LITTLE_ENDIAN)
    return;
  self->swapped = g_new (TlModelCluster, parts->n_clusters);
  for (guint i = 0; i < parts->n_clusters; i++)
    self->swapped[i] = (TlModelCluster) { GUINT32_FROM_LE (parts->clusters[i].word),
                                          GUINT16_FROM_LE (parts->clusters[i].fine),
                                          GUINT16_FROM_LE (parts->clusters[i].coarse) };
  parts->clusters = self->swapped;
}

static gboolean
is_power_of_two (guint32 n)
{
  return n != 0 && (n & (n - 1)) == 0;
}

/**
 * tl_model_new:
 * @bytes: a model file's bytes
 * @name: what messages call it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the model, %NULL with an error of %TL_MODEL_ERROR
 *   where the bytes are not one that this version of the program can use
 */
TlModel *
tl_model_new (GBytes      *bytes,
              const char  *name,
              GError     **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  TlModel *self;
  Header header;
  guint64 expected;

  if (size < sizeof magic || memcmp (data, magic, sizeof magic) != 0)
    {
      g_set_error (error, TL_MODEL_ERROR, TL_MODEL_ERROR_NOT_A_MODEL,
                   _("“%s” is no model for recognising names"), name);
      return NULL;
    }
  memset (&header, 0, sizeof header);
  memcpy (&header, data, MIN (size, sizeof header));
  if (size >= CHECKED_FROM && (GUINT32_FROM_LE (header.version) != TL_MODEL_VERSION ||
                               GUINT32_FROM_LE (header.header_size) != sizeof header))
    {
      g_set_error (error, TL_MODEL_ERROR, TL_MODEL_ERROR_VERSION,
                   _("“%s” belongs to another version of Tradelines"), name);
      return NULL;
    }
  expected = sizeof header + (guint64) GUINT32_FROM_LE (header.n_rows) * TL_MODEL_WEIGHTS +
             (guint64) GUINT32_FROM_LE (header.n_clusters) * sizeof (TlModelCluster);
  if (size < sizeof header || size != expected || header.n_rows == 0 ||
      !is_power_of_two (GUINT32_FROM_LE (header.n_clusters)) ||
      tl_table_checksum (data + CHECKED_FROM, size - CHECKED_FROM) != GUINT64_FROM_LE (header.checksum))
    {
      g_set_error (error, TL_MODEL_ERROR, TL_MODEL_ERROR_DAMAGED,
                   _("“%s” is damaged"), name);
      return NULL;
    }
  self = g_new0 (TlModel, 1);
  g_atomic_ref_count_init (&self->refs);
  self->bytes = g_bytes_ref (bytes);
  read_parts (self, &header, data);
  return self;
}

/**
 * tl_model_load:
 * @path: a model file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the model, mapped; %NULL with an error of
 *   %TL_MODEL_ERROR, whose message names the file and what is wrong with it
 */
TlModel *
tl_model_load (const char  *path,
               GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, &local_error);
  g_autoptr(GBytes) bytes = NULL;

  if (file == NULL)
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_set_error (error, TL_MODEL_ERROR, TL_MODEL_ERROR_MISSING,
                     _("“%s” is missing"), path);
      else
        g_set_error (error, TL_MODEL_ERROR, TL_MODEL_ERROR_UNREADABLE,
                     _("“%s” can’t be read: %s"), path, local_error->message);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  return tl_model_new (bytes, path, error);
}

/**
 * tl_model_ref:
 * @self: a model
 *
 * Returns: (transfer full): the same
 */
TlModel *
tl_model_ref (TlModel *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * tl_model_unref:
 * @self: (transfer full): a model
 */
void
tl_model_unref (TlModel *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_bytes_unref (self->bytes);
  g_free (self->swapped);
  g_free (self);
}

/**
 * tl_model_get_parts:
 * @self: a model
 *
 * Returns: (transfer none): what it knows
 */
const TlModelParts *
tl_model_get_parts (const TlModel *self)
{
  return &self->parts;
}

/**
 * tl_model_find_cluster:
 * @parts: what a model knows
 * @word: a word's tl_token_hash()
 *
 * Returns: (transfer none) (nullable): the word's clusters
 */
const TlModelCluster *
tl_model_find_cluster (const TlModelParts *parts,
                       guint32             word)
{
  guint32 mask = parts->n_clusters - 1;

  for (guint32 i = word & mask, n = 0; n < parts->n_clusters; i = (i + 1) & mask, n++)
    {
      if (parts->clusters[i].word == word)
        return &parts->clusters[i];
      if (parts->clusters[i].word == 0)
        break;
    }
  return NULL;
}

/**
 * tl_model_to_bytes:
 * @parts: what a model knows
 *
 * Returns: (transfer full): the model file; the same parts give the same bytes
 */
GBytes *
tl_model_to_bytes (const TlModelParts *parts)
{
  GByteArray *array = g_byte_array_new ();
  Header header = {
    .version = GUINT32_TO_LE (TL_MODEL_VERSION),
    .header_size = GUINT32_TO_LE ((guint32) sizeof header),
    .n_rows = GUINT32_TO_LE (parts->n_rows),
    .n_clusters = GUINT32_TO_LE (parts->n_clusters),
    .rules_weight = GINT32_TO_LE (parts->rules_weight),
    .calibration = { GINT32_TO_LE (parts->calibration[0]), GINT32_TO_LE (parts->calibration[1]) },
  };

  memcpy (header.magic, magic, sizeof magic);
  for (guint i = 0; i < G_N_ELEMENTS (parts->transitions); i++)
    header.transitions[i] = GINT16_TO_LE (parts->transitions[i]);
  g_byte_array_append (array, (const guint8 *) &header, sizeof header);
  g_byte_array_append (array, (const guint8 *) parts->rows, parts->n_rows * TL_MODEL_WEIGHTS);
  for (guint i = 0; i < parts->n_clusters; i++)
    {
      TlModelCluster cluster = { GUINT32_TO_LE (parts->clusters[i].word),
                                 GUINT16_TO_LE (parts->clusters[i].fine),
                                 GUINT16_TO_LE (parts->clusters[i].coarse) };

      g_byte_array_append (array, (const guint8 *) &cluster, sizeof cluster);
    }
  header.checksum = GUINT64_TO_LE (tl_table_checksum (array->data + CHECKED_FROM, array->len - CHECKED_FROM));
  memcpy (array->data, &header, sizeof header);
  return g_byte_array_free_to_bytes (array);
}
