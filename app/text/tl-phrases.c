/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-phrases.h"

#include "tl-text-private.h"

#include <string.h>

/*
 * A filter of one bit a first word: most words of a text are turned away by one look.  So
 * many bits for each that few others pass, and at least so many in all.
 */
#define FILTER_SHARE    16
#define MIN_FILTER_BITS 2048

typedef struct
{
  char     *phrase;
  GArray   *tokens;             /* of TlToken, in phrase */
  gboolean  exact;              /* it has a capital letter */
  gpointer  value;
} Entry;

struct _TlPhrases
{
  GHashTable *by_first_word;    /* hash of the word → GPtrArray of Entry, the longest first */
  guint64    *filter;
  guint32     n_filter_bits;    /* a power of two */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->tokens);
  g_free (entry->phrase);
  g_free (entry);
}

/**
 * tl_phrases_new:
 *
 * Returns: (transfer full): an empty table
 */
TlPhrases *
tl_phrases_new (void)
{
  TlPhrases *self = g_new0 (TlPhrases, 1);

  self->by_first_word = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->n_filter_bits = MIN_FILTER_BITS;
  self->filter = g_new0 (guint64, MIN_FILTER_BITS / 64);
  return self;
}

/**
 * tl_phrases_free:
 * @self: (transfer full): a table
 */
void
tl_phrases_free (TlPhrases *self)
{
  g_hash_table_unref (self->by_first_word);
  g_free (self->filter);
  g_free (self);
}

static inline gboolean
passes_filter (const TlPhrases *self,
               guint32          hash)
{
  guint32 bit = hash & (self->n_filter_bits - 1);

  return (self->filter[bit / 64] & (G_GUINT64_CONSTANT (1) << (bit % 64))) != 0;
}

static void
add_to_filter (TlPhrases *self,
               guint32    hash)
{
  guint32 bit = hash & (self->n_filter_bits - 1);

  self->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

/* Keeps the filter wide enough for the words in the table. */
static void
widen_filter (TlPhrases *self)
{
  GHashTableIter iter;
  gpointer hash;

  if (g_hash_table_size (self->by_first_word) * FILTER_SHARE <= self->n_filter_bits)
    return;
  g_free (self->filter);
  self->n_filter_bits *= 4;
  self->filter = g_new0 (guint64, self->n_filter_bits / 64);
  g_hash_table_iter_init (&iter, self->by_first_word);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    add_to_filter (self, GPOINTER_TO_UINT (hash));
}

static guint
n_words_of (GPtrArray *entries,
            guint      index)
{
  return ((const Entry *) g_ptr_array_index (entries, index))->tokens->len;
}

static gboolean
has_capital (const char *phrase)
{
  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * tl_phrases_add:
 * @self: a table that is not yet shared between threads
 * @phrase: one or more words, cut by the same rules as texts are
 * @value: what its matches carry; not owned
 *
 * Adds a phrase.  One that is there already stays beside the new one; the first added wins.
 */
void
tl_phrases_add (TlPhrases  *self,
                const char *phrase,
                gpointer    value)
{
  Entry *entry;
  GPtrArray *entries;
  guint32 hash;
  guint place;

  g_return_if_fail (g_utf8_validate (phrase, -1, NULL));

  entry = g_new0 (Entry, 1);
  entry->phrase = g_strdup (phrase);
  entry->tokens = tl_tokenize (entry->phrase, strlen (phrase));
  entry->exact = has_capital (phrase);
  entry->value = value;
  if (entry->tokens->len == 0)
    {
      entry_free (entry);
      return;
    }

  hash = g_array_index (entry->tokens, TlToken, 0).hash;
  entries = g_hash_table_lookup (self->by_first_word, GUINT_TO_POINTER (hash));
  if (entries == NULL)
    {
      entries = g_ptr_array_new_with_free_func (entry_free);
      g_hash_table_insert (self->by_first_word, GUINT_TO_POINTER (hash), entries);
      add_to_filter (self, hash);
      widen_filter (self);
    }
  /* The longest first, and of the same length the first added. */
  place = entries->len;
  while (place > 0 && n_words_of (entries, place - 1) < entry->tokens->len)
    place--;
  g_ptr_array_insert (entries, (int) place, entry);
}

/*
 * Whether the tokens from @token are the words of @entry, which has the first of them by
 * its hash.  32 bits of hash over whole words: a clash is not worth the comparison.
 */
static gboolean
has_same_words (const TlToken *token,
                guint          n_tokens,
                const TlToken *words,
                guint          n_words)
{
  if (n_words > n_tokens)
    return FALSE;
  for (guint i = 1; i < n_words; i++)
    if (token[i].hash != words[i].hash || token[i].sentence != token[0].sentence)
      return FALSE;
  return TRUE;
}

/* Whether the words with a capital are written as in the phrase, or all in capitals. */
static gboolean
is_written_so (const char    *text,
               const TlToken *token,
               const Entry   *entry)
{
  for (guint i = 0; i < entry->tokens->len; i++)
    {
      const TlToken *word = &g_array_index (entry->tokens, TlToken, i);

      if (word->kind == TL_TOKEN_WORD &&
          !tl_same_spelling (text + token[i].span.start, text + token[i].span.end,
                             entry->phrase + word->span.start, entry->phrase + word->span.end) &&
          (token[i].flags & TL_TOKEN_ALL_CAPS) == 0)    /* a small word, too: "HOUSE OF LORDS" */
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_phrases_match_at:
 * @self: a table
 * @text: a text
 * @token: index of a token of it
 * @match: (out) (optional): the match
 *
 * Finds the longest phrase that begins with the token.
 *
 * Returns: whether there is one
 */
gboolean
tl_phrases_match_at (TlPhrases     *self,
                     TlText        *text,
                     guint          token,
                     TlPhraseMatch *match)
{
  const TlToken *tokens = (const TlToken *) (gpointer) text->tokens->data;
  guint n_tokens = text->tokens->len;
  GPtrArray *entries;
  guint32 hash;

  if (token >= n_tokens)
    return FALSE;
  hash = tokens[token].hash;
  if (!passes_filter (self, hash))
    return FALSE;
  entries = g_hash_table_lookup (self->by_first_word, GUINT_TO_POINTER (hash));
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      const TlToken *words = (const TlToken *) (gpointer) entry->tokens->data;
      guint n = entry->tokens->len;

      if (!has_same_words (&tokens[token], n_tokens - token, words, n) ||
          (entry->exact && !is_written_so (text->string, &tokens[token], entry)))
        continue;
      if (match != NULL)
        *match = (TlPhraseMatch) { token, token + n, entry->value };
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_phrases_find:
 * @self: a table
 * @text: a text
 *
 * Finds all phrases in a text, the longest at each place, none overlapping.  Nothing is
 * found inside an address.
 *
 * Returns: (transfer full) (element-type TlPhraseMatch): the matches in order
 */
GArray *
tl_phrases_find (TlPhrases *self,
                 TlText    *text)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (TlPhraseMatch));
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens;)
    {
      TlPhraseMatch match;

      if (tokens[i].kind != TL_TOKEN_ADDRESS && tl_phrases_match_at (self, text, i, &match))
        {
          g_array_append_val (matches, match);
          i = match.end_token;
        }
      else
        {
          i++;
        }
    }
  return matches;
}
