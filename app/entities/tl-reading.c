/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A text as the recogniser's steps see it: its tokens, each with the classes of words
 * that it belongs to.
 */

#include "tl-recognizer-private.h"

#include "tl-common-words.h"
#include "tl-data.h"
#include "tl-lexicon.h"

#include <string.h>

/* Abbreviations have from two letters to this many. */
#define MAX_ACRONYM 12

/* The group of the words before a place's name, each with what it weighs. */
#define PREPOSITIONS "place-prepositions"

/* A power of two, so that the table of words with cues is mostly free. */
#define N_PLACES (1u << 13)

typedef struct
{
  const char *group;
  guint64     cue;
} CueGroup;

/* Index of a group that another one tells where not to look for. */
#define HONORIFICS 3

static const CueGroup cue_groups[] = {
  { "function-words", TL_CUE_FUNCTION },
  { "calendar", TL_CUE_CALENDAR },
  { "not-names", TL_CUE_NOT_NAME },
  [HONORIFICS] = { "honorifics", TL_CUE_HONORIFIC },
  { "titles", TL_CUE_TITLE },
  { "title-words", TL_CUE_TITLE_WORD },
  { "title-relations", TL_CUE_TITLE_RELATION },
  { "titles-plural", TL_CUE_TITLES },
  { "title-names", TL_CUE_TITLE_NAME },
  { "title-tails", TL_CUE_TITLE_TAIL },
  { "title-before-only", TL_CUE_TITLE_ASIDE },
  { "title-verbs", TL_CUE_TITLE_VERB },
  { "org-heads", TL_CUE_ORG_HEAD },
  { "org-heads-alone", TL_CUE_ORG_ALONE },
  { "org-suffixes", TL_CUE_ORG_SUFFIX },
  { "org-openers", TL_CUE_ORG_OPENER },
  { "org-nouns", TL_CUE_ORG_NOUN },
  { "person-bodies", TL_CUE_ORG_OF_PERSON },
  { "person-led-bodies", TL_CUE_LED_BODY },
  { "things-behind", TL_CUE_THING_BEHIND },
  { "place-heads", TL_CUE_PLACE_HEAD },
  { "place-openers", TL_CUE_PLACE_OPENER },
  { "place-nouns", TL_CUE_PLACE_NOUN },
  { "places-alone", TL_CUE_PLACE_ALONE },
  { "directions", TL_CUE_DIRECTION },
  { "event-heads", TL_CUE_EVENT_HEAD },
  { "event-openers", TL_CUE_EVENT_OPENER },
  { "event-nouns", TL_CUE_EVENT_NOUN },
  { "event-nouns-of", TL_CUE_EVENT_OF },
  { "event-names", TL_CUE_EVENT_NAME },
  { "speech", TL_CUE_SPEECH },
  { "media-verbs", TL_CUE_MEDIA_VERB },
  { "media-sources", TL_CUE_MEDIA_SOURCE },
  { "company-behind", TL_CUE_ORG_BEHIND },
  { "source-lines", TL_CUE_SOURCE_LINE },
  { "particles", TL_CUE_PARTICLE },
  { "particles-initial", TL_CUE_PARTICLE_1ST },
  { "hyphen-words", TL_CUE_HYPHEN_WORD },
  { "hyphen-residence", TL_CUE_RESIDENCE },
  { "link-words", TL_CUE_LINK },
  { "determiners", TL_CUE_DETERMINER },
  { "comparisons", TL_CUE_COMPARISON },
  { "appointments", TL_CUE_APPOINTMENT },
  { "titles-beside", TL_CUE_TITLE_BESIDE },
  { "titles-posted", TL_CUE_TITLE_POSTED },
  { "org-kinds", TL_CUE_ORG_KIND },
  { "states", TL_CUE_STATE },
  { "ordinals", TL_CUE_ORDINAL },
  { "bylines", TL_CUE_BYLINE },
  { "event-prepositions", TL_CUE_EVENT_PLACE },
  { "tens", TL_CUE_TENS },
  { "months-as-names", TL_CUE_MONTH_NAME },
  { "given-names", TL_CUE_GIVEN_NAME },
  { "example-words", TL_CUE_EXAMPLE },
  { "clutter", TL_CUE_CLUTTER },
  { "clutter-strong", TL_CUE_SMALL_PRINT },
};

/*
 * CueWord:
 * @is_preposition: whether prepositions of places begin with it
 * @alone: cues that the word has by itself, however written
 * @written: a bit for each group that has it by itself, written with a capital
 * @longer: a bit for each group that has longer phrases which begin with it
 * @seconds: a bit for each second word of those, by its hash
 */
typedef struct
{
  gboolean is_preposition;
  guint64  alone;
  guint64  written;
  guint64  longer;
  guint64  seconds;
} CueWord;

/*
 * The groups, and what they say of the words with which their phrases begin: most words are
 * in none, and most others in one by themselves, so one look saves one into each of forty.
 * The hashes lie by themselves, so that what is looked at for every word stays in the cache.
 */
typedef struct
{
  TlLexicon *lexicon;
  TlPhrases *groups[G_N_ELEMENTS (cue_groups)];
  TlPhrases *prepositions;
  guint32    hashes[N_PLACES];  /* of the words, with open addressing; 0 where a place is free */
  guint16    at[N_PLACES];      /* by place, the index of the word */
  CueWord    words[N_PLACES / 2];
  guint      n_words;
} Cues;

static guint
find_place (const Cues *cues,
            guint32     hash)
{
  guint i = hash % N_PLACES;

  while (cues->hashes[i] != 0 && cues->hashes[i] != hash)
    i = (i + 1) % N_PLACES;
  return i;
}

/* The word, or NULL where no phrase of the groups begins with it. */
static const CueWord *
find_cue_word (const Cues *cues,
               guint32     hash)
{
  guint place = find_place (cues, hash);

  return cues->hashes[place] != 0 ? &cues->words[cues->at[place]] : NULL;
}

/* The word, which is added where it is new. */
static CueWord *
get_cue_word (Cues    *cues,
              guint32  hash)
{
  guint place = find_place (cues, hash);

  if (cues->hashes[place] == 0)
    {
      g_assert (cues->n_words < G_N_ELEMENTS (cues->words));
      cues->hashes[place] = hash;
      cues->at[place] = (guint16) cues->n_words++;
    }
  return &cues->words[cues->at[place]];
}

static guint64
bit_of (guint32 hash)
{
  return G_GUINT64_CONSTANT (1) << (hash >> 26);
}

/* Notes how a phrase of the group begins; a word with a capital is one only so written. */
static void
add_beginning (Cues       *cues,
               const char *phrase,
               guint       group)
{
  g_autoptr(TlText) text = tl_text_new (phrase, -1);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  CueWord *word;

  if (n_tokens == 0)
    return;
  word = get_cue_word (cues, tokens[0].hash);
  if (n_tokens > 1)
    {
      word->longer |= G_GUINT64_CONSTANT (1) << group;
      word->seconds |= bit_of (tokens[1].hash);
    }
  else if ((tokens[0].flags & TL_TOKEN_CAPITALISED) != 0)
    word->written |= G_GUINT64_CONSTANT (1) << group;
  else
    word->alone |= cue_groups[group].cue;
}

static void
add_beginnings (Cues     *cues,
                GKeyFile *file,
                guint     group)
{
  g_auto(GStrv) words = g_key_file_get_string_list (file, cue_groups[group].group, "words", NULL, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    add_beginning (cues, words[i], group);
}

/* The prepositions are the keys of a group, since each has a weight. */
static void
add_prepositions (Cues     *cues,
                  GKeyFile *file)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, PREPOSITIONS, NULL, NULL);

  cues->prepositions = tl_lexicon_get_group (cues->lexicon, PREPOSITIONS);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autoptr(TlText) text = tl_text_new (keys[i], -1);
      guint n_tokens;
      const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

      if (n_tokens > 0)
        get_cue_word (cues, tokens[0].hash)->is_preposition = TRUE;
    }
}

static Cues *
load_cues (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/entities.ini");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  Cues *cues = g_new0 (Cues, 1);

  G_STATIC_ASSERT (G_N_ELEMENTS (cue_groups) <= 64);
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The lexicon of names was compiled in broken: %s", error->message);
  cues->lexicon = tl_lexicon_new (file);
  for (guint i = 0; i < G_N_ELEMENTS (cue_groups); i++)
    {
      cues->groups[i] = tl_lexicon_get_group (cues->lexicon, cue_groups[i].group);
      add_beginnings (cues, file, i);
    }
  add_prepositions (cues, file);
  return cues;
}

static const Cues *
get_cues (void)
{
  static Cues *cues = NULL;

  if (g_once_init_enter (&cues))
    g_once_init_leave (&cues, load_cues ());
  return cues;
}

/*
 * tl_entity_lexicon_get:
 *
 * Returns: (transfer none): the words by which names are recognised
 */
TlLexicon *
tl_entity_lexicon_get (void)
{
  return get_cues ()->lexicon;
}

/* Notes how much the preposition that begins with the token speaks for a place behind it. */
static void
mark_place_preposition (TlReading *self,
                        TlPhrases *prepositions,
                        guint      token)
{
  guint end;
  const TlWord *word = tl_lexicon_match (prepositions, self->text, token, &end);

  if (word != NULL)
    self->place_weight[end - 1] = MAX (self->place_weight[end - 1], (guint8) word->number);
}

/* Marks the phrases of all groups; in one group, a phrase begins behind the one before. */
static void
mark_cues (TlReading *self)
{
  const Cues *cues = get_cues ();
  guint next[G_N_ELEMENTS (cue_groups)] = { 0 };

  for (guint i = 0; i < self->n_tokens; i++)
    {
      const CueWord *word = find_cue_word (cues, self->tokens[i].hash);
      guint64 groups;

      if (word == NULL || self->tokens[i].kind == TL_TOKEN_ADDRESS)
        continue;
      groups = word->written;
      if (word->is_preposition)
        mark_place_preposition (self, cues->prepositions, i);
      self->cues[i] |= i < next[HONORIFICS] ? word->alone & ~TL_CUE_HONORIFIC : word->alone;
      if (i + 1 < self->n_tokens && (word->seconds & bit_of (self->tokens[i + 1].hash)) != 0)
        groups |= word->longer;
      for (; groups != 0; groups &= groups - 1)
        {
          guint group = (guint) __builtin_ctzll (groups), end;

          if (i < next[group] ||
              tl_lexicon_match (cues->groups[group], self->text, i, &end) == NULL)
            continue;
          for (guint k = i; k < end; k++)
            self->cues[k] |= cue_groups[group].cue;
          next[group] = end;
          /* The "Lady" of a First Lady is no "Lady Silva". */
          if (cue_groups[group].cue == TL_CUE_TITLE && end > i + 1)
            next[HONORIFICS] = end;
        }
    }
}

/* A group that is no organisation and no part of the world ("African countries") is no name. */
static gboolean
is_named_place (TlReading          *self,
                TlLexicon          *lexicon,
                const TlPlaceMatch *match)
{
  g_autoptr(TlText) code = NULL;

  if (match->place->kind != TL_PLACE_BLOC)
    return TRUE;
  if (!tl_reading_is_capital (self, match->end_token - 1) &&
      tl_lexicon_match (tl_lexicon_get_group (lexicon, "group-nouns"), self->text,
                        match->end_token - 1, NULL) != NULL)
    return FALSE;
  code = tl_text_new (match->place->code, -1);
  return tl_lexicon_match (tl_lexicon_get_group (lexicon, "not-blocs"), code, 0, NULL) == NULL;
}

static void
mark_places (TlReading *self)
{
  TlLexicon *lexicon = tl_entity_lexicon_get ();

  for (guint i = 0; i < self->places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (self->places, TlPlaceMatch, i);
      gboolean is_name = match->place->form == TL_NAME_PROPER ||
                         match->place->form == TL_NAME_CAPITAL;

      if (!tl_reading_is_capital (self, match->first_token))
        continue;
      is_name = is_name && is_named_place (self, lexicon, match);
      for (guint k = match->first_token; k < match->end_token; k++)
        {
          self->cues[k] |= is_name ? TL_CUE_PLACE : TL_CUE_ADJECTIVE;
          self->place_at[k] = i + 1;
        }
    }
}

/* Only of words with a capital does anybody ask whether they are common ones. */
static void
mark_common_words (TlReading *self)
{
  tl_hash_set_make_room (&self->seen_lower, self->n_tokens / 2);        /* so many different ones at most, or nearly */
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const TlToken *token = &self->tokens[i];

      if (token->kind != TL_TOKEN_WORD)
        continue;
      if ((token->flags & TL_TOKEN_CAPITALISED) == 0)
        tl_hash_set_add (&self->seen_lower, token->hash);
      else if (tl_is_common_token (self->string + token->span.start, token->span.end - token->span.start,
                                   token->hash))
        self->cues[i] |= TL_CUE_COMMON;
    }
}

/*
 * tl_reading_new:
 * @text: a text
 * @places: (nullable) (element-type TlPlaceMatch): what tl_gazetteer_find() finds in it, where
 *   that is known already
 *
 * Returns: (transfer full): the text with its words' classes; no candidates yet
 */
TlReading *
tl_reading_new (TlText *text,
                GArray *places)
{
  TlReading *self = g_new0 (TlReading, 1);

  self->text = tl_text_ref (text);
  self->string = tl_text_get_string (text);
  self->tokens = tl_text_get_tokens (text, &self->n_tokens);
  self->sentences = tl_text_get_sentences (text, &self->n_sentences);
  self->cues = g_new0 (guint64, self->n_tokens + 1);
  self->place_weight = g_new0 (guint8, self->n_tokens + 1);
  self->place_at = g_new0 (guint32, self->n_tokens + 1);
  self->candidates = g_array_sized_new (FALSE, TRUE, sizeof (TlCandidate), tl_reading_expect_names (self));
  self->places = places != NULL ? g_array_ref (places)
                                : tl_gazetteer_find (tl_gazetteer_get_default (), text);
  mark_cues (self);
  mark_common_words (self);
  mark_places (self);
  return self;
}

/*
 * tl_reading_free:
 * @self: (transfer full): a reading
 */
void
tl_reading_free (TlReading *self)
{
  g_array_unref (self->candidates);
  tl_hash_set_clear (&self->seen_lower);
  g_array_unref (self->places);
  g_free (self->classes);
  g_free (self->place_at);
  g_free (self->place_weight);
  g_free (self->cues);
  tl_text_unref (self->text);
  g_free (self);
}

/* Returns whether the word stands in lower case somewhere in the text. */
gboolean
tl_reading_is_seen_lower (const TlReading *self,
                          guint            token)
{
  return token < self->n_tokens &&
         tl_hash_set_contains (&self->seen_lower, self->tokens[token].hash);
}

/* Returns whether the token is the "'s" or "'" of a possessive. */
gboolean
tl_reading_is_possessive (const TlReading *self,
                          guint            token)
{
  if (!tl_reading_touches (self, token) || self->tokens[token].kind != TL_TOKEN_PUNCTUATION)
    return FALSE;
  if (tl_reading_is (self, token, "'s"))
    return TRUE;
  /* "Belarus' trade"; at a word's end only, and not where a quotation closes. */
  return tl_reading_is (self, token, "'") && !tl_reading_touches (self, token + 1) &&
         strchr ("sSxXzZ", self->string[self->tokens[token - 1].span.end - 1]) != NULL;
}

/* Returns a number that is the same for the same words in any case of letters. */
guint64
tl_reading_get_key (const TlReading *self,
                    guint            first,
                    guint            end)
{
  guint64 key = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = first; i < end; i++)
    key = (key ^ self->tokens[i].hash) * G_GUINT64_CONSTANT (1099511628211);
  return key;
}

/*
 * tl_reading_hash_initials:
 * @self: a reading
 * @first: index of a name's first token
 * @end: index after its last token
 * @with_small: whether the small words count
 *
 * Returns: tl_token_hash() of the abbreviation made of the words' first letters, 0 where
 *   it has too few or too many
 */
guint32
tl_reading_hash_initials (const TlReading *self,
                          guint            first,
                          guint            end,
                          gboolean         with_small)
{
  char initials[MAX_ACRONYM * 6 + 1];
  gsize length = 0;
  guint n = 0;

  for (guint i = first; i < end; i++)
    {
      const char *word = self->string + self->tokens[i].span.start;

      if (self->tokens[i].kind != TL_TOKEN_WORD ||
          (!with_small && !tl_reading_is_capital (self, i)))
        continue;
      if (n++ == MAX_ACRONYM)
        return 0;
      length += (gsize) g_unichar_to_utf8 (g_utf8_get_char (word), initials + length);
    }
  return n >= 2 ? tl_token_hash (initials, length) : 0;
}

/*
 * tl_reading_find_short_form:
 * @self: a reading
 * @first: index of a name's first token
 * @end: index after its last token
 * @type: what it names
 *
 * Finds the word of a long name that may stand for it: "the Khural" for the Khural of
 * the Republic, "Juárez" for Ciudad Juárez.  A common word never does.
 *
 * Returns: the index of its token, or TL_NO_TOKEN
 */
guint
tl_reading_find_short_form (const TlReading *self,
                            guint            first,
                            guint            end,
                            TlEntityType     type)
{
  guint token = first;

  if (type == TL_ENTITY_PLACE && end == first + 2 && tl_reading_has (self, first, TL_CUE_PLACE_OPENER))
    token = first + 1;
  else if (type != TL_ENTITY_ORGANIZATION || end < first + 3)
    return TL_NO_TOKEN;
  if (tl_reading_has (self, token, TL_CUE_COMMON | TL_CUE_FUNCTION | TL_CUE_ADJECTIVE) ||
      (tl_reading_has (self, token, TL_CUE_PLACE) && type != TL_ENTITY_PLACE) ||
      self->tokens[token].kind != TL_TOKEN_WORD)
    return TL_NO_TOKEN;
  return token;
}
