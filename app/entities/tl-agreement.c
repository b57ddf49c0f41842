/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One string has one kind in one document, unless a place in the text speaks strongly for
 * another; and a string that is a name in one place is the same name in another, where
 * the tagger saw too little to tell.
 */

#include "tl-recognizer-private.h"

/* A mention that is surer than this, in percent, keeps its kind against the others. */
#define STRONG 97

/* A string has to be a name as surely as this to be one where it was not seen as one. */
#define SURE_WORD 90
#define SURE_WORDS 60

/* How likely it is right that a surname is the person's whose full name the text has. */
#define SURE_SURNAME 90

/* A string of the document that is a name somewhere. */
typedef struct
{
  guint32      first_hash;      /* of its first token */
  guint32      n_tokens;
  guint64      key;
  TlEntityType type;
  guint8       confidence;      /* of the surest mention of that kind */
  guint        votes[TL_N_ENTITY_TYPES];
} NameString;

/* By first word; behind it the longer before the shorter. */
static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  const NameString *first = a, *second = b;

  if (first->first_hash != second->first_hash)
    return first->first_hash < second->first_hash ? -1 : 1;
  if (first->n_tokens != second->n_tokens)
    return first->n_tokens > second->n_tokens ? -1 : 1;
  return (first->key > second->key) - (first->key < second->key);
}

static void
decide (NameString *string)
{
  for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
    if (string->votes[type] > string->votes[string->type])
      string->type = (TlEntityType) type;
}

/* The document's strings, sorted, each with the kind that most of its mentions have. */
static GArray *
collect_strings (const TlReading *reading,
                 GArray          *mentions)
{
  GArray *strings = g_array_sized_new (FALSE, TRUE, sizeof (NameString), mentions->len);
  guint n = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const TlMention *mention = &g_array_index (mentions, TlMention, i);
      NameString string = {
        .first_hash = reading->tokens[mention->first].hash,
        .n_tokens = mention->end - mention->first,
        .key = mention->key,
        .type = mention->type,
        .confidence = mention->confidence,
      };

      string.votes[mention->type] = mention->confidence;
      g_array_append_val (strings, string);
    }
  g_array_sort (strings, compare_strings);
  for (guint i = 0; i < strings->len; i++)
    {
      NameString *here = &g_array_index (strings, NameString, i);
      NameString *last = n > 0 ? &g_array_index (strings, NameString, n - 1) : NULL;

      if (last != NULL && compare_strings (last, here) == 0)
        {
          last->votes[here->type] += here->confidence;
          last->confidence = MAX (last->confidence, here->confidence);
        }
      else
        g_array_index (strings, NameString, n++) = *here;
    }
  g_array_set_size (strings, n);
  for (guint i = 0; i < n; i++)
    decide (&g_array_index (strings, NameString, i));
  return strings;
}

/* The first string that is not before the one looked for. */
static guint
find_at_least (GArray           *strings,
               const NameString *wanted)
{
  guint low = 0, high = strings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_strings (&g_array_index (strings, NameString, middle), wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const NameString *
find_string (GArray          *strings,
             const TlReading *reading,
             guint            first,
             guint            end)
{
  const NameString wanted = { .first_hash = reading->tokens[first].hash, .n_tokens = end - first,
                              .key = tl_reading_get_key (reading, first, end) };
  guint at = find_at_least (strings, &wanted);

  if (at == strings->len || compare_strings (&g_array_index (strings, NameString, at), &wanted) != 0)
    return NULL;
  return &g_array_index (strings, NameString, at);
}

/* Whether the string may be taken for a name where the tagger saw none. */
static gboolean
may_spread (const TlReading  *reading,
            const NameString *string,
            guint             token)
{
  guint end = token + string->n_tokens;

  if (reading->tokens[end - 1].sentence != reading->tokens[token].sentence ||
      (string->n_tokens > 1 && !tl_reading_is_capital (reading, end - 1) &&
       reading->tokens[end - 1].kind == TL_TOKEN_WORD))
    return FALSE;
  if (string->n_tokens > 1)
    return string->confidence >= SURE_WORDS;
  return string->confidence >= SURE_WORD &&
         !tl_reading_has (reading, token, TL_CUE_COMMON | TL_CUE_ADJECTIVE | TL_CUE_NOT_NAME) &&
         !tl_reading_is_seen_lower (reading, token);
}

/* The longest of the strings that stands at the token, or NULL. */
static const NameString *
find_at (const TlReading *reading,
         GArray          *strings,
         guint            token,
         guint            end)
{
  NameString wanted = { .first_hash = reading->tokens[token].hash, .n_tokens = G_MAXUINT32 };

  for (;;)
    {
      guint at = find_at_least (strings, &wanted);
      const NameString *string = at < strings->len ? &g_array_index (strings, NameString, at) : NULL;

      if (string == NULL || string->first_hash != wanted.first_hash)
        return NULL;
      wanted.n_tokens = string->n_tokens - 1;
      if (string->n_tokens > end - token)
        continue;
      string = find_string (strings, reading, token, token + string->n_tokens);
      if (string != NULL && may_spread (reading, string, token))
        return string;
    }
}

/* The last words of the full names of people. */
static TlHashSet
collect_surnames (const TlReading *reading,
                  GArray          *mentions)
{
  TlHashSet surnames = { NULL, 0, 0 };

  for (guint i = 0; i < mentions->len; i++)
    {
      const TlMention *mention = &g_array_index (mentions, TlMention, i);

      if (mention->type == TL_ENTITY_PERSON && mention->end > mention->first + 1)
        tl_hash_set_add (&surnames, reading->tokens[mention->end - 1].hash);
    }
  return surnames;
}

/* What is added between the tagger's mentions, and where. */
typedef struct
{
  const TlReading *reading;
  GArray          *strings;     /* of NameString */
  guint64          firsts;      /* a bit for each first word of those */
  TlHashSet        surnames;
  GArray          *by_rules;    /* of TlMention */
  guint            next_rule;   /* index in @by_rules */
  GArray          *out;         /* of TlMention */
} Filler;

/*
 * Whether the rules say that the token is somebody's surname, "Frost said", where the tagger
 * knows the full name.
 */
static gboolean
is_surname (Filler *self,
            guint   token)
{
  const TlMention *mention;

  while (self->next_rule < self->by_rules->len &&
         g_array_index (self->by_rules, TlMention, self->next_rule).first < token)
    self->next_rule++;
  if (self->next_rule == self->by_rules->len)
    return FALSE;
  mention = &g_array_index (self->by_rules, TlMention, self->next_rule);
  return mention->first == token && mention->end == token + 1 && mention->type == TL_ENTITY_PERSON &&
         tl_hash_set_contains (&self->surnames, self->reading->tokens[token].hash);
}

static guint64
bit_of (guint32 hash)
{
  return G_GUINT64_CONSTANT (1) << (hash % 64);
}

/* Adds the surnames and the strings that stand in the tokens between two mentions. */
static void
fill (Filler *self,
      guint   first,
      guint   end)
{
  const TlReading *reading = self->reading;

  for (guint i = first; i < end; i++)
    {
      const NameString *string;
      TlMention mention;

      if (!tl_reading_is_capital (reading, i))
        continue;
      mention = (TlMention) { .first = i, .end = i + 1, .type = TL_ENTITY_PERSON, .confidence = SURE_SURNAME };
      if (!is_surname (self, i))
        {
          if (tl_reading_has (reading, i, TL_CUE_MUTE | TL_CUE_CLUTTER) ||
              (self->firsts & bit_of (reading->tokens[i].hash)) == 0 ||
              (string = find_at (reading, self->strings, i, end)) == NULL)
            continue;
          mention.end = i + string->n_tokens;
          mention.type = string->type;
          mention.confidence = string->confidence;
        }
      mention.key = tl_reading_get_key (reading, mention.first, mention.end);
      g_array_append_val (self->out, mention);
      i = mention.end - 1;
    }
}

/*
 * tl_agreement_settle:
 * @reading: a reading
 * @by_rules: (element-type TlMention): what the rules took for names, in order
 * @mentions: (element-type TlMention): names, in order, each with its confidence
 *
 * Returns: (transfer full) (element-type TlMention): the same and those that follow from
 *   them, in order, each with the kind that the document gives its string
 */
GArray *
tl_agreement_settle (const TlReading *reading,
                     GArray          *by_rules,
                     GArray          *mentions)
{
  g_autoptr(GArray) strings = collect_strings (reading, mentions);
  Filler self = { .reading = reading, .strings = strings, .surnames = collect_surnames (reading, mentions),
                  .by_rules = by_rules };
  guint from = 0;

  for (guint i = 0; i < strings->len; i++)
    self.firsts |= bit_of (g_array_index (strings, NameString, i).first_hash);
  self.out = g_array_sized_new (FALSE, TRUE, sizeof (TlMention), tl_reading_expect_names (reading));
  for (guint i = 0; i < mentions->len; i++)
    {
      TlMention mention = g_array_index (mentions, TlMention, i);
      const NameString *string = find_string (strings, reading, mention.first, mention.end);

      if (string != NULL && mention.confidence < STRONG)
        mention.type = string->type;
      fill (&self, from, mention.first);
      g_array_append_val (self.out, mention);
      from = mention.end;
    }
  fill (&self, from, reading->n_tokens);
  tl_hash_set_clear (&self.surnames);
  return self.out;
}
