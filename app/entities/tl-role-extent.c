/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How far a title goes behind its noun: "Prime Minister and Minister of Finance of Chile",
 * "chairman of the committee on markets in the Duma".
 */

#include "tl-roles-private.h"

/* A complement in lower case ("of the regional executive committee") is no longer. */
#define MAX_LOWER_COMPLEMENT 6

/* Words beside the noun of a second title: "and first deputy | chairman". */
#define MAX_BESIDE 4

/* Returns the mention over the token, or NULL. */
TlMention *
tl_roles_get_mention (const TlRoles *self,
                      guint          token)
{
  guint32 index = token < self->reading->n_tokens ? self->mention_at[token] : 0;

  return index != 0 ? &g_array_index (self->mentions, TlMention, index - 1) : NULL;
}

static gboolean
is_same_sentence (const TlReading *reading,
                  guint            a,
                  guint            b)
{
  return b < reading->n_tokens && reading->tokens[a].sentence == reading->tokens[b].sentence;
}

static gboolean
is_title_word (const TlRoles *self,
               guint          token)
{
  return tl_reading_has (self->reading, token, TL_CUE_TITLE | TL_CUE_TITLES | TL_CUE_TITLE_BESIDE) &&
         !tl_reading_has (self->reading, token, TL_CUE_HONORIFIC) &&
         tl_roles_get_mention (self, token) == NULL;
}

/* The noun of a title to which the words from the token on lead, or TL_NO_TOKEN. */
static guint
find_noun (const TlRoles *self,
           guint          token)
{
  const TlReading *reading = self->reading;

  for (guint n = 0; n <= MAX_BESIDE && is_same_sentence (reading, token, token + n); n++)
    {
      guint here = token + n;

      if (is_title_word (self, here))
        return here;
      if (tl_roles_get_mention (self, here) != NULL ||
          !(tl_reading_has (reading, here, TL_CUE_TITLE_WORD | TL_CUE_ADJECTIVE | TL_CUE_TITLE_ASIDE) ||
            (tl_reading_is_capital (reading, here) && tl_reading_has (reading, here, TL_CUE_COMMON) &&
             !tl_reading_has (reading, here, TL_CUE_FUNCTION | TL_CUE_HONORIFIC))))
        return TL_NO_TOKEN;
    }
  return TL_NO_TOKEN;
}

/* "(retd)" */
static guint
skip_tail_in_brackets (const TlReading *reading,
                       guint            token)
{
  return tl_reading_is (reading, token, "(") && tl_reading_has (reading, token + 1, TL_CUE_TITLE_TAIL) &&
         tl_reading_is (reading, token + 2, ")") ? token + 3 : token;
}

/* The end of the title's own words from its noun on: "ambassador extraordinary", "chief customs | officer". */
static guint
words_end (const TlRoles *self,
           guint          noun,
           TlTitle       *title)
{
  const TlReading *reading = self->reading;
  guint end = noun, next = noun;

  do
    {
      for (end = next; is_same_sentence (reading, noun, end) &&
           (is_title_word (self, end) || tl_reading_has (reading, end, TL_CUE_TITLE_TAIL)); end++)
        {
          title->is_relation = tl_reading_has (reading, end, TL_CUE_TITLE_RELATION);
          if (tl_reading_has (reading, end, TL_CUE_TITLES))
            title->plural = end + 1;
        }
      next = end + (tl_reading_is (reading, end, "-") && tl_reading_touches (reading, end));
      next = find_noun (self, next);
    }
  while (next != TL_NO_TOKEN && next > end);
  return skip_tail_in_brackets (reading, MAX (end, noun + 1));
}

/* "major exporter", "general election": the word is no noun here, and no title. */
static gboolean
is_adjective (const TlRoles *self,
              guint          noun,
              guint          end)
{
  const TlReading *reading = self->reading;

  return end == noun + 1 && !tl_reading_is_capital (reading, noun) &&
         tl_reading_has (reading, noun, TL_CUE_TITLE_WORD | TL_CUE_TITLE_NAME) &&
         is_same_sentence (reading, noun, end) && reading->tokens[end].kind == TL_TOKEN_WORD &&
         !tl_reading_is_capital (reading, end) &&
         !tl_reading_has (reading, end, TL_CUE_FUNCTION | TL_CUE_SPEECH);
}

static gboolean
is_title_link (const TlReading *reading,
               guint            token)
{
  return tl_reading_has (reading, token, TL_CUE_LINK) || tl_reading_is (reading, token, "at");
}

/* "(BGMEA)" behind an organisation's name in a title. */
static guint
skip_brackets (const TlReading *reading,
               guint            token)
{
  return tl_reading_is (reading, token, "(") && tl_reading_is_capital (reading, token + 1) &&
         tl_reading_is (reading, token + 2, ")") ? token + 3 : token;
}

static gboolean
is_and (const TlReading *reading,
        guint            token)
{
  return tl_reading_is (reading, token, "and") || tl_reading_is (reading, token, "&");
}

/* Whether the word may stand in a list of what a title is of, in capitals or all in lower case. */
static gboolean
is_list_word (const TlRoles *self,
              guint          token,
              gboolean       is_capital)
{
  const TlReading *reading = self->reading;

  return token < reading->n_tokens && reading->tokens[token].kind == TL_TOKEN_WORD &&
         tl_reading_is_capital (reading, token) == is_capital && !is_title_word (self, token) &&
         tl_roles_get_mention (self, token) == NULL &&
         (is_capital || !tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_SPEECH | TL_CUE_MEDIA_VERB));
}

/* ", Trade and Industry", ", trade & industry": a list that an "and" ends. */
static gboolean
is_list_comma (const TlRoles *self,
               guint          token)
{
  const TlReading *reading = self->reading;
  gboolean is_capital = tl_reading_is_capital (reading, token + 1);

  if (!tl_reading_is (reading, token, ",") || token == 0 || !is_list_word (self, token - 1, is_capital))
    return FALSE;
  for (guint i = token + 1; i < token + 8 && is_same_sentence (reading, token, i); i++)
    {
      if (is_and (reading, i))
        return i > token + 1 && is_list_word (self, i + 1, is_capital);
      if (!tl_reading_is (reading, i, ",") && !is_list_word (self, i, is_capital))
        return FALSE;
    }
  return FALSE;
}

/* Whether "and" at the token goes on with what the title is of: "of Trade | and Industry". */
static gboolean
is_inner_and (const TlRoles *self,
              guint          token,
              guint          first)
{
  const TlReading *reading = self->reading;
  const TlMention *next = tl_roles_get_mention (self, token + 1);

  if (!is_and (reading, token))
    return FALSE;
  if (is_title_word (self, token + 1) || find_noun (self, token + 1) != TL_NO_TOKEN)
    return FALSE;
  if (next != NULL)
    return next->type != TL_ENTITY_PERSON && tl_roles_get_mention (self, token - 1) != NULL;
  if (tl_reading_is_capital (reading, token + 1))
    return tl_reading_is_capital (reading, first);
  return token + 1 < reading->n_tokens && reading->tokens[token + 1].kind == TL_TOKEN_WORD &&
         !tl_reading_is_capital (reading, token - 1) &&
         !tl_reading_has (reading, token + 1, TL_CUE_FUNCTION | TL_CUE_SPEECH);
}

/* Whether what a title is of goes on with the token, which begins no name. */
static gboolean
goes_on (const TlRoles *self,
         guint          token,
         guint          first,
         guint         *n_lower)
{
  const TlReading *reading = self->reading;

  if (tl_reading_is_possessive (reading, token) || is_inner_and (self, token, first) ||
      is_list_comma (self, token))
    return token > first;
  if (tl_reading_is (reading, token, "-") || tl_reading_is (reading, token, "–"))
    return tl_reading_touches (reading, token) && tl_reading_touches (reading, token + 1);
  if (reading->tokens[token].kind != TL_TOKEN_WORD ||
      tl_reading_has (reading, token, TL_CUE_CALENDAR | TL_CUE_HONORIFIC))
    return FALSE;
  if (tl_reading_is_capital (reading, token))
    return !tl_reading_has (reading, token, TL_CUE_FUNCTION) || tl_reading_is_capital (reading, token + 1);
  if (tl_reading_touches (reading, token))
    return TRUE;                /* "Minsk-based" */
  return !tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_SPEECH | TL_CUE_MEDIA_VERB | TL_CUE_EVENT_NOUN) &&
         ++*n_lower <= MAX_LOWER_COMPLEMENT;
}

/* The end of what a title is of, from the token on; the token where it is nothing. */
static guint
complement_end (const TlRoles *self,
                guint          first)
{
  const TlReading *reading = self->reading;
  guint end = first, n_lower = 0;

  while (end < first + TL_MAX_TITLE_TOKENS && is_same_sentence (reading, first, end))
    {
      const TlMention *mention = tl_roles_get_mention (self, end);
      guint behind = end > first ? skip_brackets (reading, end) : end;

      if (behind > end)
        end = behind;
      else if (mention != NULL && mention->type == TL_ENTITY_PERSON && end > first)
        break;
      else if (mention != NULL)
        end = mention->end;
      else if (goes_on (self, end, first, &n_lower))
        end++;
      else
        break;
    }
  while (end > first && tl_roles_get_mention (self, end - 1) == NULL &&
         (tl_reading_is_possessive (reading, end - 1) || is_and (reading, end - 1) ||
          tl_reading_is (reading, end - 1, ",") || tl_reading_is (reading, end - 1, "-")))
    end--;
  return end;
}

static gboolean
is_city (const TlReading *reading,
         const TlMention *mention)
{
  guint32 index = reading->place_at[mention->first];

  return mention->type == TL_ENTITY_PLACE &&
         (index == 0 || g_array_index (reading->places, TlPlaceMatch, index - 1).place->kind == TL_PLACE_CITY ||
          g_array_index (reading->places, TlPlaceMatch, index - 1).place->form == TL_NAME_CAPITAL);
}

/*
 * Whether "in" tells where somebody holds the office ("ambassador in Lima", "at the embassy
 * in Lima"), and not only where the spokesman sits.
 */
static gboolean
is_posted (const TlRoles *self,
           const TlTitle *title,
           guint          link,
           guint          first)
{
  const TlReading *reading = self->reading;
  const TlMention *place = tl_roles_get_mention (self, first);

  if (!tl_reading_is (reading, link, "in") || place == NULL || !is_city (reading, place))
    return TRUE;
  if (link > title->words_end && tl_roles_get_mention (self, link - 1) == NULL)
    return TRUE;
  for (guint i = title->first; i < link; i++)
    if (tl_reading_has (reading, i, TL_CUE_TITLE_POSTED))
      return TRUE;
  return FALSE;
}

/* Whether a preposition may hang what stands behind it on a title: "in an interview" is not of it. */
static gboolean
may_hang (const TlRoles *self,
          guint          link,
          guint          first)
{
  const TlReading *reading = self->reading;
  gboolean is_name = tl_reading_is_capital (reading, first) || tl_roles_get_mention (self, first) != NULL;

  if (tl_reading_is (reading, link, "of") || is_name)
    return TRUE;
  if (tl_reading_is (reading, link, "to"))
    return tl_reading_is (reading, first - 1, "the");
  return first == link + 1 || tl_reading_is (reading, first - 1, "the");
}

/*
 * tl_title_read:
 * @self: a text whose names are known
 * @head: index of a title's noun
 * @title: (inout): the title; its first token is set
 *
 * Sets how far the title goes, and of what kind it is.
 */
void
tl_title_read (const TlRoles *self,
               guint          head,
               TlTitle       *title)
{
  const TlReading *reading = self->reading;
  guint end;

  title->plural = 0;
  title->is_relation = FALSE;
  end = words_end (self, head, title);
  title->is_office = !is_adjective (self, head, end);
  title->words_end = end;
  while (end < title->first + TL_MAX_TITLE_TOKENS && is_same_sentence (reading, head, end))
    {
      const TlMention *mention = tl_roles_get_mention (self, end);
      guint next = end + 1, noun;

      /* "Director General | Turan Investment Agency" */
      if (mention != NULL && mention->type == TL_ENTITY_ORGANIZATION && mention->first == end &&
          end == title->words_end)
        {
          end = complement_end (self, end);
          continue;
        }

      if (is_and (reading, end) ||
          tl_reading_is (reading, end, "-") || tl_reading_is (reading, end, "–"))
        {
          noun = find_noun (self, next);
          if (noun == TL_NO_TOKEN)
            break;
          end = words_end (self, noun, title);
          continue;
        }
      if (!is_title_link (reading, end))
        break;
      if (tl_reading_has (reading, next, TL_CUE_DETERMINER))
        next++;
      if (!may_hang (self, end, next) || !is_posted (self, title, end, next) || complement_end (self, next) == next)
        break;
      end = complement_end (self, next);
    }
  title->end = end;
}
