/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds names in a text: the table of phrases says where one could stand, the words
 * beside it whether it does, and whether it is a country, a city or a region.
 */

#include "tl-gazetteer-private.h"

#include <string.h>

/* A sentence with fewer words than this shows nothing by their capitals. */
#define MIN_HEADLINE_WORDS 3

/* Of so many tokens one is the name of a place, in texts on trade: lists begin with so much room. */
#define TOKENS_A_PLACE 16

/*
 * Taken:
 * @name: what is known of the name that was found
 * @by_word: a word beside it makes a region of it
 */
typedef struct
{
  TlGazetteerName name;
  gboolean        by_word;
} Taken;

typedef struct
{
  TlGazetteer   *gazetteer;
  TlText        *text;
  const char    *string;
  const TlToken *tokens;
  guint          n_tokens;
  GArray        *matches;       /* of TlPlaceMatch */
  GArray        *taken;         /* of Taken, one for each match */
  guint          sentence;      /* the one that @headline is about; G_MAXUINT at first */
  gboolean       headline;
} Finder;

/* The token, where it stands in the same sentence as @beside; else NULL. */
static const TlToken *
neighbour (const Finder *self,
           gint64        index,
           guint         beside)
{
  if (index < 0 || index >= self->n_tokens)
    return NULL;
  if (self->tokens[index].sentence != self->tokens[beside].sentence)
    return NULL;
  return &self->tokens[index];
}

static guint32
word_use (const Finder  *self,
          const TlToken *token)
{
  return token != NULL && token->kind == TL_TOKEN_WORD ? tl_gazetteer_word_use (self->gazetteer, token->hash) : 0;
}

/*
 * Whether all words of a sentence but the smallest begin with a capital, as headlines in
 * English do; there a capital shows nothing.
 */
static gboolean
is_headline (Finder *self,
             guint   sentence)
{
  guint n_sentences;
  const TlSentence *s = &tl_text_get_sentences (self->text, &n_sentences)[sentence];
  guint n_words = 0;

  if (sentence == self->sentence)
    return self->headline;

  self->sentence = sentence;
  self->headline = FALSE;
  for (guint i = s->first_token; i < s->end_token; i++)
    {
      const TlToken *token = &self->tokens[i];

      if (token->kind != TL_TOKEN_WORD || token->span.end - token->span.start < 3)
        continue;
      if ((token->flags & TL_TOKEN_CAPITALISED) != 0)
        n_words++;
      else if ((word_use (self, token) & TL_WORD_LEAD) == 0)
        return FALSE;
    }
  self->headline = n_words >= MIN_HEADLINE_WORDS;
  return self->headline;
}

/* Whether a token looks like a part of a longer name. */
static gboolean
looks_like_name (const Finder  *self,
                 const TlToken *token,
                 guint32        harmless)
{
  return token != NULL && token->kind == TL_TOKEN_WORD &&
         (token->flags & TL_TOKEN_CAPITALISED) != 0 &&
         (token->flags & (TL_TOKEN_ALL_CAPS | TL_TOKEN_SENTENCE_START)) == 0 &&
         (word_use (self, token) & harmless) == 0;
}

/* "Michael Jordan", "Chad Smith"; but not "Jordan Prime Minister", nor in a headline. */
static gboolean
is_part_of_name (Finder *self,
                 guint   first,
                 guint   end)
{
  const TlToken *before = neighbour (self, (gint64) first - 1, first);
  const TlToken *after = neighbour (self, end, first);
  gboolean follows_place = self->matches->len > 0 &&
    g_array_index (self->matches, TlPlaceMatch, self->matches->len - 1).end_token == first;

  if ((self->tokens[first].flags & TL_TOKEN_SPACE_BEFORE) == 0)
    before = NULL;
  if (after != NULL && (after->flags & TL_TOKEN_SPACE_BEFORE) == 0)
    after = NULL;
  if (!looks_like_name (self, after, TL_WORD_TITLE) &&
      (follows_place || !looks_like_name (self, before, TL_WORD_LEAD)))
    return FALSE;
  return !is_headline (self, self->tokens[first].sentence);
}

/* "US dollars", "Korean won", "US$". */
static gboolean
is_money (const Finder      *self,
          const TlPlaceName *place,
          guint              first,
          guint              end)
{
  const TlToken *after = neighbour (self, end, first);
  guint32 use = word_use (self, after);

  if (after != NULL && after->kind == TL_TOKEN_SYMBOL && (after->flags & TL_TOKEN_SPACE_BEFORE) == 0)
    return strchr ("$\xe2\xc2", self->string[after->span.start]) != NULL;
  return (use & TL_WORD_MONEY) != 0 ||
         ((use & TL_WORD_MONEY_ADJECTIVE) != 0 && place->form == TL_NAME_ADJECTIVE);
}

/* "the world's largest exporter" is about the exporter. */
static gboolean
is_measure (const Finder      *self,
            const TlPlaceName *place,
            guint              first,
            guint              end)
{
  return strcmp (place->code, "WORLD") == 0 && neighbour (self, end, first) != NULL &&
         tl_text_token_is (self->text, end, "'s");
}

static gboolean
means_place (Finder                *self,
             const TlGazetteerName *name,
             guint                  first,
             guint                  end)
{
  const TlPlaceName *place = name->alone;

  if (place == NULL)
    return FALSE;
  if ((name->marks & TL_MARK_ARTICLE) != 0 &&
      (first == 0 || !tl_text_token_is (self->text, first - 1, "the")))
    return FALSE;
  if ((name->marks & TL_MARK_PERSON) != 0 && is_part_of_name (self, first, end))
    return FALSE;
  return !is_money (self, place, first, end) && !is_measure (self, place, first, end);
}

/* "the state of Georgia", but "the state of Georgia's economy" is a country's. */
static gboolean
is_condition (const Finder          *self,
              const TlGazetteerName *name,
              const TlToken         *word,
              guint                  end)
{
  return name->alone != NULL && name->alone->kind == TL_PLACE_COUNTRY &&
         (word->flags & TL_TOKEN_CAPITALISED) == 0 && tl_text_token_is (self->text, end, "'s");
}

/* "Brest Oblast", "Brest Autonomous Region", "Oblast of Brest". */
static gboolean
take_division (const Finder          *self,
               const TlGazetteerName *name,
               guint                 *first,
               guint                 *end,
               guint32               *use)
{
  guint next = *end;
  const TlToken *token = neighbour (self, next, *first);
  guint floor = 0;

  if (name->region == NULL)
    return FALSE;
  if ((word_use (self, token) & TL_WORD_ASIDE) != 0)
    token = neighbour (self, ++next, *first);
  *use = word_use (self, token);
  if ((*use & name->divisions) != 0)
    {
      *end = next + 1;
      return TRUE;
    }

  if (self->matches->len > 0)
    floor = g_array_index (self->matches, TlPlaceMatch, self->matches->len - 1).end_token;
  if (*first < floor + 2 || !tl_text_token_is (self->text, *first - 1, "of"))
    return FALSE;
  token = neighbour (self, (gint64) *first - 2, *first);
  *use = word_use (self, token) & ~(guint32) TL_WORD_PLURAL;
  if ((*use & name->divisions) == 0 || is_condition (self, name, token, *end))
    return FALSE;
  *first -= 2;
  return TRUE;
}

static gboolean
is_list_separator (const Finder *self,
                   guint         index)
{
  return tl_text_token_is (self->text, index, ",") || tl_text_token_is (self->text, index, "and") ||
         tl_text_token_is (self->text, index, "or");
}

/* "Brest, Minsk and Grodno regions": the plural belongs to all of the list. */
static void
spread_plural (Finder *self,
               guint32 use)
{
  for (guint i = self->matches->len - 1; i > 0; i--)
    {
      const TlPlaceMatch *right = &g_array_index (self->matches, TlPlaceMatch, i);
      TlPlaceMatch *left = &g_array_index (self->matches, TlPlaceMatch, i - 1);
      Taken *taken = &g_array_index (self->taken, Taken, i - 1);
      guint gap = right->first_token - left->end_token;

      if ((taken->name.divisions & use) == 0 || taken->by_word || gap == 0 || gap > 2)
        return;
      for (guint t = left->end_token; t < right->first_token; t++)
        if (!is_list_separator (self, t))
          return;
      left->place = taken->name.region;
      taken->by_word = TRUE;
    }
}

static void
add_match (Finder                *self,
           const TlGazetteerName *name,
           gboolean               by_word,
           guint                  first,
           guint                  end)
{
  Taken taken = { *name, by_word };
  TlPlaceMatch match = {
    .span = { self->tokens[first].span.start, self->tokens[end - 1].span.end },
    .first_token = first,
    .end_token = end,
    .place = by_word ? name->region : name->alone,
  };

  g_array_append_val (self->matches, match);
  g_array_append_val (self->taken, taken);
}

/* Returns where to go on. */
static guint
take_name (Finder                *self,
           const TlGazetteerName *name,
           guint                  first,
           guint                  end)
{
  guint32 use = 0;

  if ((name->marks & TL_MARK_NOT_PLACE) != 0)
    return end;
  if (take_division (self, name, &first, &end, &use))
    {
      add_match (self, name, TRUE, first, end);
      if ((use & TL_WORD_PLURAL) != 0)
        spread_plural (self, use);
    }
  else if (means_place (self, name, first, end))
    {
      gboolean district = name->alone->kind == TL_PLACE_CITY &&
        (word_use (self, neighbour (self, end, first)) & TL_WORD_DISTRICT) != 0;

      /* "Pavlodar District" is a place in the country, "Minsk District" not its government. */
      if (district)
        end++;
      if (!district || name->alone->form != TL_NAME_CAPITAL)
        add_match (self, name, FALSE, first, end);
    }
  return end;
}

/**
 * tl_gazetteer_find:
 * @self: the gazetteer
 * @text: a text
 *
 * Finds the names of places, their adjectives and peoples.  Of names that overlap the
 * longest is taken; longer names that hold a country's but are none ("Bank of China") are
 * passed over, and so are currencies ("US dollars").  The article and the possessive are
 * outside the match, the word for a region ("Oblast") inside.  A region's name that is a
 * city's too is the city unless such a word stands beside it.
 *
 * The time is linear in the text.
 *
 * Returns: (transfer full) (element-type TlPlaceMatch): the matches in order, not overlapping
 */
GArray *
tl_gazetteer_find (TlGazetteer *self,
                   TlText      *text)
{
  g_autoptr(GArray) taken = NULL;
  Finder finder = { .gazetteer = self, .text = text, .sentence = G_MAXUINT };
  guint expected;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  finder.string = tl_text_get_string (text);
  finder.tokens = tl_text_get_tokens (text, &finder.n_tokens);
  expected = finder.n_tokens / TOKENS_A_PLACE + 4;
  finder.matches = g_array_sized_new (FALSE, FALSE, sizeof (TlPlaceMatch), expected);
  finder.taken = taken = g_array_sized_new (FALSE, FALSE, sizeof (Taken), expected);
  for (guint i = 0; i < finder.n_tokens;)
    {
      TlPhraseFound found;
      TlGazetteerName name;

      if (finder.tokens[i].kind != TL_TOKEN_WORD ||
          !tl_phrase_table_match_at (&self->names, text, i, &found))
        {
          i++;
          continue;
        }
      name = tl_gazetteer_get_meaning (self, found.value);
      i = take_name (&finder, &name, i, found.end_token);
    }
  return finder.matches;
}
