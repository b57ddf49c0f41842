/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The phrases are cut by the code that cuts texts, so that one can't be cut in two ways. */

#include "phrase-writer.h"

#include "tl-phrase-table.h"
#include "tl-text-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many bits of the filter for each first word, at least. */
#define FILTER_SHARE 16

struct _PhraseWriter
{
  StringPool *strings;
  GArray     *rows;             /* of TlPhraseRow, in the machine's own order of bytes */
  GArray     *words;            /* of TlPhraseWord, ready to be written */
  GHashTable *first_words;
  GHashTable *hashes;           /* what rows are looked up by */
  guint32     bucket_shift;
};

PhraseWriter *
phrase_writer_new (StringPool *strings)
{
  PhraseWriter *self = g_new0 (PhraseWriter, 1);

  self->strings = strings;
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlPhraseRow));
  self->words = g_array_new (FALSE, FALSE, sizeof (TlPhraseWord));
  self->first_words = g_hash_table_new (NULL, NULL);
  self->hashes = g_hash_table_new (NULL, NULL);
  return self;
}

static gboolean
has_capital (const char *phrase)
{
  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* One without a capital is found in any case. */
void
phrase_writer_add (PhraseWriter *self,
                   const char   *phrase,
                   guint32       value,
                   guint8        marks)
{
  guint n_tokens;
  g_autofree TlToken *tokens = tl_tokenize (phrase, strlen (phrase), &n_tokens);
  gboolean exact = has_capital (phrase);
  TlPhraseRow row = {
    .phrase = string_pool_add (self->strings, phrase),
    .words = self->words->len,
    .value = value,
    .marks = marks,
  };

  if (n_tokens == 0 || n_tokens > G_MAXUINT8 || tokens->span.start != 0 || strlen (phrase) > G_MAXUINT16)
    {
      fprintf (stderr, "“%s” is no phrase\n", phrase);
      exit (1);
    }
  row.hash = n_tokens > 1 ? tl_phrase_hash (tokens[0].hash, tokens[1].hash) : tokens->hash;
  row.first_length = exact ? (guint16) tokens->span.end : 0;
  row.n_words = (guint8) n_tokens;
  g_array_append_val (self->rows, row);
  g_hash_table_add (self->first_words, GUINT_TO_POINTER (tokens->hash));
  g_hash_table_add (self->hashes, GUINT_TO_POINTER (row.hash));
  for (guint i = 1; i < n_tokens; i++)
    {
      TlPhraseWord word = {
        .hash = GUINT32_TO_LE (tokens[i].hash),
        .start = exact ? GUINT16_TO_LE ((guint16) tokens[i].span.start) : 0,
        .end = exact ? GUINT16_TO_LE ((guint16) tokens[i].span.end) : 0,
      };

      g_array_append_val (self->words, word);
    }
}

/* By bucket, in it by hash, of one hash the longest first, and of one length the first added. */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const PhraseWriter *self = user_data;
  const TlPhraseRow *x = a, *y = b;
  guint32 bucket_x = tl_phrase_bucket (x->hash, self->bucket_shift);
  guint32 bucket_y = tl_phrase_bucket (y->hash, self->bucket_shift);

  if (bucket_x != bucket_y)
    return bucket_x < bucket_y ? -1 : 1;
  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return y->n_words - x->n_words;
}

static guint32
power_of_two (guint at_least)
{
  guint32 n = 1;

  while (n < at_least)
    n *= 2;
  return n;
}

static void
write_filter (PhraseWriter *self,
              TableWriter  *table)
{
  guint32 n_bits = MAX (power_of_two (g_hash_table_size (self->first_words) * FILTER_SHARE), 64);
  g_autofree guint64 *filter = g_new0 (guint64, n_bits / 64);
  GHashTableIter iter;
  gpointer hash;

  g_hash_table_iter_init (&iter, self->first_words);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      guint32 bit = GPOINTER_TO_UINT (hash) & (n_bits - 1);

      filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
    }
  for (guint i = 0; i < n_bits / 64; i++)
    filter[i] = GUINT64_TO_LE (filter[i]);
  table_writer_add_section (table, filter, n_bits / 64, sizeof (guint64));
}

static void
write_buckets (PhraseWriter *self,
               TableWriter  *table,
               guint         n_buckets)
{
  g_autofree guint32 *buckets = g_new0 (guint32, n_buckets + 1);
  guint row = 0;

  for (guint i = 0; i < n_buckets; i++)
    {
      buckets[i] = GUINT32_TO_LE (row);
      while (row < self->rows->len &&
             tl_phrase_bucket (g_array_index (self->rows, TlPhraseRow, row).hash, self->bucket_shift) == i)
        row++;
    }
  buckets[n_buckets] = GUINT32_TO_LE (row);
  table_writer_add_section (table, buckets, n_buckets + 1, sizeof (guint32));
}

/* Appends the sections to the table, and frees the writer. */
void
phrase_writer_finish (PhraseWriter *self,
                      TableWriter  *table)
{
  guint32 n_buckets = MAX (power_of_two (g_hash_table_size (self->hashes)), 2);

  self->bucket_shift = 32 - (g_bit_storage (n_buckets) - 1);
  g_array_sort_with_data (self->rows, compare_rows, self);
  write_filter (self, table);
  write_buckets (self, table, n_buckets);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TlPhraseRow *row = &g_array_index (self->rows, TlPhraseRow, i);

      row->hash = GUINT32_TO_LE (row->hash);
      row->phrase = GUINT32_TO_LE (row->phrase);
      row->words = GUINT32_TO_LE (row->words);
      row->value = GUINT32_TO_LE (row->value);
      row->first_length = GUINT16_TO_LE (row->first_length);
    }
  table_writer_add_section (table, self->rows->data, self->rows->len, sizeof (TlPhraseRow));
  table_writer_add_section (table, self->words->data, self->words->len, sizeof (TlPhraseWord));

  g_array_unref (self->rows);
  g_array_unref (self->words);
  g_hash_table_unref (self->first_words);
  g_hash_table_unref (self->hashes);
  g_free (self);
}
