/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-phrase-table.h"

#include "tl-text-private.h"

#include <string.h>

static gboolean
is_power_of_two (guint n)
{
  return n != 0 && (n & (n - 1)) == 0;
}

static gboolean
check_row (const TlPhraseTable *self,
           const TlPhraseRow   *row,
           guint                n_words,
           guint                n_strings,
           guint32              n_values)
{
  guint64 phrase = GUINT32_FROM_LE (row->phrase);
  guint64 words = GUINT32_FROM_LE (row->words);
  guint n_rest = row->n_words - 1u;

  if (row->n_words == 0 || words + n_rest > n_words || GUINT32_FROM_LE (row->value) >= n_values ||
      phrase + GUINT16_FROM_LE (row->first_length) >= n_strings)
    return FALSE;
  for (guint i = 0; i < n_rest; i++)
    {
      const TlPhraseWord *word = &self->words[words + i];

      if (GUINT16_FROM_LE (word->start) > GUINT16_FROM_LE (word->end) ||
          phrase + GUINT16_FROM_LE (word->end) >= n_strings)
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_buckets (const TlPhraseTable *self,
               guint                n_buckets,
               guint                n_rows)
{
  for (guint i = 0; i < n_buckets; i++)
    if (GUINT32_FROM_LE (self->buckets[i]) > GUINT32_FROM_LE (self->buckets[i + 1]))
      return FALSE;
  return GUINT32_FROM_LE (self->buckets[n_buckets]) == n_rows;
}

/**
 * tl_phrase_table_open:
 * @self: (out caller-allocates): the table
 * @file: the file, whose bytes have to outlive the table
 * @first_section: the first of its sections
 * @strings_section: the section of the phrases themselves, bytes of which the last is zero
 * @n_values: all values have to be below it
 * @error: where an error goes, of #TlTableFileError
 *
 * Looks at every row once, so that no later step can go astray.
 *
 * Returns: whether there is such a table
 */
gboolean
tl_phrase_table_open (TlPhraseTable     *self,
                      const TlTableFile *file,
                      guint              first_section,
                      guint              strings_section,
                      guint32            n_values,
                      GError           **error)
{
  guint n_filter, n_buckets, n_rows, n_words, n_strings;
  gboolean sound;

  self->filter = tl_table_file_get_rows (file, first_section + TL_PHRASE_FILTER,
                                         sizeof (guint64), &n_filter, error);
  if (self->filter == NULL)
    return FALSE;
  self->buckets = tl_table_file_get_rows (file, first_section + TL_PHRASE_BUCKETS,
                                          sizeof (guint32), &n_buckets, error);
  if (self->buckets == NULL)
    return FALSE;
  self->rows = tl_table_file_get_rows (file, first_section + TL_PHRASE_ROWS,
                                       sizeof (TlPhraseRow), &n_rows, error);
  if (self->rows == NULL)
    return FALSE;
  self->words = tl_table_file_get_rows (file, first_section + TL_PHRASE_WORDS,
                                        sizeof (TlPhraseWord), &n_words, error);
  if (self->words == NULL)
    return FALSE;
  self->strings = tl_table_file_get_rows (file, strings_section, 1, &n_strings, error);
  if (self->strings == NULL)
    return FALSE;

  n_buckets--;
  sound = is_power_of_two (n_filter) && is_power_of_two (n_buckets) && n_buckets > 1 &&
    check_buckets (self, n_buckets, n_rows) && n_strings > 0 && self->strings[n_strings - 1] == '\0';
  for (guint i = 0; sound && i < n_rows; i++)
    sound = check_row (self, &self->rows[i], n_words, n_strings, n_values);
  if (!sound)
    {
      tl_table_file_set_damaged (error);
      return FALSE;
    }
  self->filter_mask = n_filter * 64 - 1;
  self->bucket_shift = 32 - (g_bit_storage (n_buckets) - 1);
  return TRUE;
}

/* Whether a token is written as in the phrase, or all in capitals; any way where the phrase
 * has no spelling. */
static inline gboolean
is_written_so (const char    *text,
               const TlToken *token,
               const char    *phrase,
               guint          start,
               guint          end)
{
  return start == end || token->kind != TL_TOKEN_WORD || (token->flags & TL_TOKEN_ALL_CAPS) != 0 ||
         tl_same_spelling (text + token->span.start, text + token->span.end, phrase + start, phrase + end);
}

/* Whether the tokens from @token on are a phrase that has their hash: 32 bits, a clash is not looked for. */
static gboolean
is_phrase (const TlPhraseTable *self,
           const TlPhraseRow   *row,
           const char          *text,
           const TlToken       *token,
           guint                n_tokens)
{
  const TlPhraseWord *words = &self->words[GUINT32_FROM_LE (row->words)];
  const char *phrase = self->strings + GUINT32_FROM_LE (row->phrase);

  if (row->n_words > n_tokens)
    return FALSE;
  for (guint i = 1; i < row->n_words; i++)
    if (token[i].hash != GUINT32_FROM_LE (words[i - 1].hash) || token[i].sentence != token[0].sentence)
      return FALSE;
  if (!is_written_so (text, token, phrase, 0, GUINT16_FROM_LE (row->first_length)))
    return FALSE;
  for (guint i = 1; i < row->n_words; i++)
    if (!is_written_so (text, &token[i], phrase,
                        GUINT16_FROM_LE (words[i - 1].start), GUINT16_FROM_LE (words[i - 1].end)))
      return FALSE;
  return TRUE;
}

/* Finds the first row with the hash that the tokens from @token on are. */
static inline gboolean
find_row (const TlPhraseTable *self,
          TlText              *text,
          guint                token,
          guint32              hash,
          TlPhraseFound       *found)
{
  guint32 bucket = tl_phrase_bucket (hash, self->bucket_shift);
  guint32 end = GUINT32_FROM_LE (self->buckets[bucket + 1]);

  for (guint32 i = GUINT32_FROM_LE (self->buckets[bucket]); i < end; i++)
    {
      const TlPhraseRow *row = &self->rows[i];

      if (GUINT32_FROM_LE (row->hash) != hash ||
          !is_phrase (self, row, text->string, &text->tokens[token], text->n_tokens - token))
        continue;
      *found = (TlPhraseFound) { token + row->n_words, GUINT32_FROM_LE (row->value), row->marks };
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_phrase_table_look_up:
 * @self: a table
 * @text: a text
 * @token: index of a token of it
 * @found: (out): the phrase
 *
 * For tl_phrase_table_match_at(), which is what to call.
 *
 * Returns: whether a phrase begins with the token
 */
gboolean
tl_phrase_table_look_up (const TlPhraseTable *self,
                         TlText              *text,
                         guint                token,
                         TlPhraseFound       *found)
{
  const TlToken *first = &text->tokens[token];

  return (token + 1 < text->n_tokens &&
          find_row (self, text, token, tl_phrase_hash (first->hash, first[1].hash), found)) ||
         find_row (self, text, token, first->hash, found);
}
