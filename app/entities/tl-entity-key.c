/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When two names in different articles are of the same thing.  Rather two entities for one
 * than one for two: joining them takes a person one step, finding what was mixed many.
 * ARCHITECTURE.md has the rules. */

#include "tl-entity-key.h"

#include <string.h>

#include "tl-common-words.h"
#include "tl-gazetteer.h"
#include "tl-name-fold.h"
#include "tl-person-name.h"
#include "tl-recognizer-private.h"

/* Before a city's id. */
#define GEONAME_PREFIX ":geoname "

/* What a name has in it that sets it apart from others of its kind. */
typedef struct
{
  guint    n_words;             /* that are words and not function words */
  gboolean has_proper;          /* one that is no common word */
  gboolean has_year;
  gboolean has_national;        /* "ministry": every country has one */
} NameContent;

static gboolean
is_year (const char *word,
         gsize       length)
{
  return length == 4 && (g_str_has_prefix (word, "19") || g_str_has_prefix (word, "20")) &&
         g_ascii_isdigit (word[2]) && g_ascii_isdigit (word[3]);
}

/* The "th" of "26th". */
static gboolean
is_ordinal_ending (const TlToken *tokens,
                   guint          token)
{
  return token > 0 && tokens[token - 1].kind == TL_TOKEN_NUMBER &&
         tokens[token - 1].span.end == tokens[token].span.start;
}

static void
look_at_name (TlText      *text,
              NameContent *content)
{
  TlPhrases *national = tl_lexicon_get_group (tl_entity_lexicon_get (), "national-bodies");
  TlPhrases *function = tl_lexicon_get_group (tl_entity_lexicon_get (), "function-words");
  const char *string = tl_text_get_string (text);
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  *content = (NameContent) { 0 };
  for (guint i = 0; i < n_tokens; i++)
    {
      const char *word = string + tokens[i].span.start;
      gsize length = tokens[i].span.end - tokens[i].span.start;

      content->has_year |= is_year (word, length);
      if (tokens[i].kind != TL_TOKEN_WORD)
        continue;
      content->has_national |= tl_lexicon_match (national, text, i, NULL) != NULL;
      if (tl_lexicon_match (function, text, i, NULL) != NULL || length < 2 ||
          is_ordinal_ending (tokens, i))
        continue;
      content->n_words++;
      content->has_proper |= !tl_is_common_word (word, length);
    }
}

/**
 * tl_entity_key_fold:
 * @name: a name of what is no person
 *
 * Returns: (transfer full): the name without case, accents and article, with "26" for
 *   "26th"; never empty unless @name is
 */
char *
tl_entity_key_fold (const char *name)
{
  g_autofree char *folded = tl_name_fold (name);
  GString *key = g_string_sized_new (strlen (folded) + 1);

  for (const char *p = folded; *p != '\0';)
    {
      gsize length = strcspn (p, " ");
      gsize n_digits = strspn (p, "0123456789");

      if (n_digits > 0 && n_digits + 2 == length &&
          (strncmp (p + n_digits, "th", 2) == 0 || strncmp (p + n_digits, "st", 2) == 0 ||
           strncmp (p + n_digits, "nd", 2) == 0 || strncmp (p + n_digits, "rd", 2) == 0))
        length = n_digits;
      if (key->len > 0 || length != 3 || strncmp (p, "the", 3) != 0)
        {
          if (key->len > 0)
            g_string_append_c (key, ' ');
          g_string_append_len (key, p, (gssize) length);
        }
      p += strcspn (p, " ");
      p += strspn (p, " ");
    }
  if (key->len == 0)
    g_string_append (key, *folded != '\0' ? folded : name);
  return g_string_free (key, FALSE);
}

static TlEntityType
get_bloc_type (const char *code)
{
  g_autoptr(TlText) text = tl_text_new (code, -1);
  TlPhrases *geographic = tl_lexicon_get_group (tl_entity_lexicon_get (), "geographic-blocs");

  return tl_lexicon_match (geographic, text, 0, NULL) != NULL ? TL_ENTITY_PLACE
                                                               : TL_ENTITY_ORGANIZATION;
}

/* In the list of cities; with a country, one there.  Where several have the name and nothing
 * tells which it is, none: its name alone makes it the same. */
static gboolean
find_listed (TlText     *text,
             guint       first_token,
             const char *country,
             TlCity     *city)
{
  guint n_tokens;

  tl_text_get_tokens (text, &n_tokens);
  return tl_gazetteer_find_city_in (tl_gazetteer_get_default (), text, first_token, country, city) &&
         city->end_token == n_tokens &&
         (country != NULL ? strcmp (city->country, country) == 0
                          : (city->flags & TL_CITY_SEVERAL) == 0);
}

static char *
dup_listed (TlText     *text,
            guint       first_token,
            const char *country)
{
  TlCity city;

  return find_listed (text, first_token, country, &city)
         ? g_strdup_printf (GEONAME_PREFIX "%u", city.geoname_id) : NULL;
}

/* A city's code is that of its country: where its id is not known, its name tells it from
 * the others there. */
static char *
dup_city_code (TlText              *text,
               const TlPlaceMatch  *match)
{
  const TlPlaceName *place = match->place;
  char *code;
  g_autofree char *name = NULL;

  if (place->geoname_id != 0)
    return g_strdup_printf (GEONAME_PREFIX "%u", place->geoname_id);
  code = dup_listed (text, match->first_token, place->code);
  if (code != NULL)
    return code;
  name = tl_name_fold (tl_text_get_string (text) + match->span.start);
  return g_strconcat (":", place->code, " ", name, NULL);
}

/* What the match of the whole name says it is; NULL for what says nothing of @type. */
static char *
dup_place_code (TlText              *text,
                TlEntityType         type,
                const TlPlaceMatch  *match,
                TlEntityType        *coded_type)
{
  const char *code = match->place->code;

  *coded_type = TL_ENTITY_PLACE;
  switch (match->place->kind)
    {
    case TL_PLACE_BLOC:
      *coded_type = get_bloc_type (code);
      return g_strconcat (":", code, NULL);
    case TL_PLACE_COUNTRY:
    case TL_PLACE_REGION:
      if (type != TL_ENTITY_PLACE || match->place->form != TL_NAME_PROPER)
        return NULL;
      return g_strconcat (":", code, NULL);
    case TL_PLACE_CITY:
      return type == TL_ENTITY_PLACE ? dup_city_code (text, match) : NULL;
    default:
      return NULL;
    }
}

/* The code of the place that the whole name is, with the type that all names of it have;
 * NULL where none is known. */
static char *
dup_code (TlText       *text,
          TlEntityType  type,
          TlEntityType *coded_type)
{
  g_autoptr(GArray) places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  const TlPlaceMatch *match = &g_array_index (places, TlPlaceMatch, 0);
  guint n_tokens, first = 0;
  char *code;

  tl_text_get_tokens (text, &n_tokens);
  if (n_tokens > 1 && tl_text_token_is (text, 0, "the"))
    first = 1;
  if (places->len == 0 && type == TL_ENTITY_PLACE)
    return dup_listed (text, first, NULL);
  if (places->len != 1 || match->first_token > first || match->end_token != n_tokens)
    return NULL;
  code = dup_place_code (text, type, match, coded_type);
  if (code == NULL)
    *coded_type = type;
  return code;
}

static gboolean
is_local (const TlEntityKey *self,
          TlText            *text)
{
  NameContent content;

  look_at_name (text, &content);
  if (self->type == TL_ENTITY_ORGANIZATION)
    return content.has_national && !content.has_proper;
  if (self->type == TL_ENTITY_EVENT)
    return !content.has_proper && !content.has_year && content.n_words < 3;
  return FALSE;
}

/**
 * tl_entity_key_init:
 * @self: (out caller-allocates): what names of the same have in common
 * @type: what an article takes it for
 * @name: the fullest name that the article gives it
 *
 * Tells by what a thing is known again in other articles.
 */
void
tl_entity_key_init (TlEntityKey  *self,
                    TlEntityType  type,
                    const char   *name)
{
  g_autoptr(TlText) text = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  self->type = type;
  self->key = NULL;
  if (type == TL_ENTITY_PERSON)
    {
      self->key = tl_person_name_dup_key (name, &self->is_local);
      return;
    }

  text = tl_text_new (name, -1);
  if (type != TL_ENTITY_EVENT)
    self->key = dup_code (text, type, &self->type);
  self->is_local = self->key == NULL && is_local (self, text);
  if (self->key == NULL)
    self->key = tl_entity_key_fold (name);
}

/**
 * tl_entity_key_init_for:
 * @self: (out caller-allocates): what names of the same have in common
 * @entity: an entity of an article
 *
 * As tl_entity_key_init(), but a place is what the article takes it for: of several cities of
 * one name that of which it speaks.
 */
void
tl_entity_key_init_for (TlEntityKey *self,
                        TlEntity    *entity)
{
  TlEntityType type = tl_entity_get_entity_type (entity);
  const TlEntityIdentity *identity = tl_entity_get_identity (entity);

  if (type != TL_ENTITY_PLACE || identity->geoname_id == 0)
    {
      tl_entity_key_init (self, type, tl_entity_get_name (entity));
      return;
    }
  self->type = type;
  self->is_local = FALSE;
  if (tl_gazetteer_get_geoname_id (tl_gazetteer_get_default (), identity->code) == identity->geoname_id)
    self->key = g_strconcat (":", identity->code, NULL);
  else
    self->key = g_strdup_printf (GEONAME_PREFIX "%u", identity->geoname_id);
}

/**
 * tl_entity_key_clear:
 * @self: a key
 *
 * Frees what it holds.
 */
void
tl_entity_key_clear (TlEntityKey *self)
{
  g_clear_pointer (&self->key, g_free);
}

/**
 * tl_entity_key_get_code:
 * @key: a key
 *
 * Returns: (nullable): the code in a key that the gazetteer gave, as #TlPlaceKind tells
 *   it; %NULL for other keys, and for a city, which has none of its own
 */
const char *
tl_entity_key_get_code (const char *key)
{
  return *key == ':' && strchr (key, ' ') == NULL ? key + 1 : NULL;
}

/**
 * tl_entity_key_get_geoname_id:
 * @key: a key
 *
 * Returns: the id that GeoNames gives the city; 0 for other keys
 */
guint32
tl_entity_key_get_geoname_id (const char *key)
{
  const char *id = key + strlen (GEONAME_PREFIX);

  return g_str_has_prefix (key, GEONAME_PREFIX) ? (guint32) g_ascii_strtoull (id, NULL, 10) : 0;
}

/**
 * tl_name_is_acronym:
 * @name: a name
 *
 * Returns: whether it is one word of capitals, which may be short for a longer name:
 *   "OSCE", "U.N.", "AMEU-2"
 */
gboolean
tl_name_is_acronym (const char *name)
{
  guint n_capitals = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_islower (c))
        return FALSE;
      n_capitals += g_unichar_isupper (c);
    }
  return n_capitals >= 2;
}
