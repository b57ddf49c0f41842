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
  TlToken  *tokens;             /* owned, in phrase */
  guint     n_tokens;
  gboolean  exact;              /* it has a capital letter */
  char     *phrase;             /* owned */
  gpointer  value;
} Entry;

/*
 * What begins with one word, the longest first, side by side: it is read at every such word.
 * Only where a word follows whose bit is among the second ones can it be a long phrase.
 */
struct _TlPhraseSlot
{
  guint32 hash;
  guint32 n_entries;            /* 0 in an empty slot */
  guint32 n_long;               /* of more than one word */
  guint64 seconds;              /* a bit for the hash of each second word */
  Entry  *entries;              /* owned */
};

#define MIN_SLOTS 16

static void
entry_clear (Entry *entry)
{
  g_free (entry->tokens);
  g_free (entry->phrase);
}

/* The slot of a word, or the empty one where it belongs. */
static inline TlPhraseSlot *
find_slot (TlPhraseSlot *slots,
           guint32       n_slots,
           guint32       hash)
{
  guint32 i = (hash * 0x9e3779b1u) & (n_slots - 1);

  while (slots[i].n_entries != 0 && slots[i].hash != hash)
    i = (i + 1) & (n_slots - 1);
  return &slots[i];
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

  self->n_slots = MIN_SLOTS;
  self->slots = g_new0 (TlPhraseSlot, MIN_SLOTS);
  self->filter_mask = MIN_FILTER_BITS - 1;
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
  for (guint32 i = 0; i < self->n_slots; i++)
    {
      for (guint32 j = 0; j < self->slots[i].n_entries; j++)
        entry_clear (&self->slots[i].entries[j]);
      g_free (self->slots[i].entries);
    }
  g_free (self->slots);
  g_free (self->filter);
  g_free (self);
}

static void
add_to_filter (TlPhrases *self,
               guint32    hash)
{
  guint32 bit = hash & self->filter_mask;

  self->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

/* Keeps the filter wide enough for the words in the table. */
static void
widen_filter (TlPhrases *self)
{
  guint32 n_bits = self->filter_mask + 1;

  if (self->n_used * FILTER_SHARE <= n_bits)
    return;
  g_free (self->filter);
  self->filter = g_new0 (guint64, n_bits / 64 * 4);
  self->filter_mask = n_bits * 4 - 1;
  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->slots[i].n_entries != 0)
      add_to_filter (self, self->slots[i].hash);
}

/* Keeps half of the slots empty. */
static void
add_slots (TlPhrases *self)
{
  TlPhraseSlot *slots;

  if (self->n_used * 2 <= self->n_slots)
    return;
  slots = g_new0 (TlPhraseSlot, self->n_slots * 2);
  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->slots[i].n_entries != 0)
      *find_slot (slots, self->n_slots * 2, self->slots[i].hash) = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots *= 2;
}

static inline guint64
get_bit (guint32 hash)
{
  return G_GUINT64_CONSTANT (1) << (hash % 64);
}

/* The longest first, and of the same length the first added. */
static void
insert_entry (TlPhraseSlot *slot,
              const Entry  *entry)
{
  guint32 place = slot->n_entries;

  slot->entries = g_renew (Entry, slot->entries, slot->n_entries + 1);
  for (; place > 0 && slot->entries[place - 1].n_tokens < entry->n_tokens; place--)
    slot->entries[place] = slot->entries[place - 1];
  slot->entries[place] = *entry;
  slot->n_entries++;
  if (entry->n_tokens > 1)
    {
      slot->seconds |= get_bit (entry->tokens[1].hash);
      slot->n_long++;
    }
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
  Entry entry;
  TlPhraseSlot *slot;
  guint32 hash;

  g_return_if_fail (g_utf8_validate (phrase, -1, NULL));

  entry = (Entry) { .phrase = g_strdup (phrase), .exact = has_capital (phrase), .value = value };
  entry.tokens = tl_tokenize (entry.phrase, strlen (phrase), &entry.n_tokens);
  if (entry.n_tokens == 0)
    {
      entry_clear (&entry);
      return;
    }

  hash = entry.tokens[0].hash;
  slot = find_slot (self->slots, self->n_slots, hash);
  slot->hash = hash;
  insert_entry (slot, &entry);
  if (slot->n_entries > 1)
    return;
  self->n_used++;
  add_to_filter (self, hash);
  widen_filter (self);
  add_slots (self);
}

/**
 * tl_phrases_foreach:
 * @self: a table
 * @func: (scope call): what to call
 * @user_data: for @func
 *
 * Calls a function with the value of each phrase, in no order.
 */
void
tl_phrases_foreach (TlPhrases *self,
                    GFunc      func,
                    gpointer   user_data)
{
  for (guint32 i = 0; i < self->n_slots; i++)
    for (guint32 j = 0; j < self->slots[i].n_entries; j++)
      func (self->slots[i].entries[j].value, user_data);
}

/**
 * tl_phrases_list_beginnings:
 * @self: a table
 *
 * Returns: (transfer full) (element-type TlPhraseBeginning): how its phrases begin, of each
 */
GArray *
tl_phrases_list_beginnings (TlPhrases *self)
{
  GArray *beginnings = g_array_new (FALSE, FALSE, sizeof (TlPhraseBeginning));

  for (guint32 i = 0; i < self->n_slots; i++)
    for (guint32 j = 0; j < self->slots[i].n_entries; j++)
      {
        const Entry *entry = &self->slots[i].entries[j];
        TlPhraseBeginning beginning = { entry->tokens[0].hash, entry->n_tokens > 1 ? entry->tokens[1].hash : 0 };

        g_array_append_val (beginnings, beginning);
      }
  return beginnings;
}

/*
 * Whether the tokens from @token are the words of @entry, which has the first of them by
 * its hash.  32 bits of hash over whole words: a clash is not worth the comparison.
 */
static inline gboolean
has_same_words (const TlToken *token,
                guint          n_tokens,
                const Entry   *entry)
{
  if (entry->n_tokens > n_tokens)
    return FALSE;
  for (guint i = 1; i < entry->n_tokens; i++)
    if (token[i].hash != entry->tokens[i].hash || token[i].sentence != token[0].sentence)
      return FALSE;
  return TRUE;
}

/* Whether the words with a capital are written as in the phrase, or all in capitals. */
static gboolean
is_written_so (const char    *text,
               const TlToken *token,
               const Entry   *entry)
{
  for (guint i = 0; i < entry->n_tokens; i++)
    {
      const TlToken *word = &entry->tokens[i];

      if (word->kind == TL_TOKEN_WORD &&
          !tl_same_spelling (text + token[i].span.start, text + token[i].span.end,
                             entry->phrase + word->span.start, entry->phrase + word->span.end) &&
          (token[i].flags & TL_TOKEN_ALL_CAPS) == 0)    /* a small word, too: "HOUSE OF LORDS" */
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_phrases_look_up:
 * @self: a table
 * @text: a text
 * @token: index of a token of it
 * @match: (out) (optional): the match
 *
 * For tl_phrases_match_at(), which is what to call.
 *
 * Returns: whether a phrase begins with the token
 */
gboolean
tl_phrases_look_up (TlPhrases     *self,
                    TlText        *text,
                    guint          token,
                    TlPhraseMatch *match)
{
  const TlToken *first = &text->tokens[token];
  const TlPhraseSlot *slot = find_slot (self->slots, self->n_slots, first->hash);
  guint n_tokens = text->n_tokens - token;
  guint32 i = 0;

  if (n_tokens < 2 || (slot->seconds & get_bit (first[1].hash)) == 0)
    i = slot->n_long;
  for (; i < slot->n_entries; i++)
    {
      const Entry *entry = &slot->entries[i];

      if (!has_same_words (first, n_tokens, entry) || (entry->exact && !is_written_so (text->string, first, entry)))
        continue;
      if (match != NULL)
        *match = (TlPhraseMatch) { token, token + entry->n_tokens, entry->value };
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
