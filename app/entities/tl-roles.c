/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The roles that a text gives to its people: "Deputy Prime Minister of Chile Ana Silva",
 * "Ana Silva, a former president of the Turan Bank".  They are read when it is known what
 * is named where, so that a title's complements go as far as the names in them do, and
 * end where the person begins.
 */

#include "tl-roles-private.h"

/* Words of a title beside its noun: "first deputy", "foreign trade". */
#define MAX_BESIDE 4

/* What may stand between a person and the title behind: ", the country's newly elected". */
#define MAX_BEFORE_TITLE 6

/* A name with fewer words is too little to tell that the title before a comma is its own. */
#define MIN_NAME_BEHIND_COMMA 2

static gboolean
is_lower_word (const TlReading *reading,
               guint            token)
{
  return token < reading->n_tokens && reading->tokens[token].kind == TL_TOKEN_WORD &&
         (reading->tokens[token].flags & TL_TOKEN_CAPITALISED) == 0;
}

static gboolean
is_hyphen (const TlReading *reading,
           guint            token)
{
  return tl_reading_touches (reading, token) && tl_reading_touches (reading, token + 1) &&
         (tl_reading_is (reading, token, "-") || tl_reading_is (reading, token, "‑") ||
          tl_reading_is (reading, token, "–"));
}

static gboolean
is_dash (const TlReading *reading,
         guint            token)
{
  return !tl_reading_touches (reading, token) &&
         (tl_reading_is (reading, token, "-") || tl_reading_is (reading, token, "–") ||
          tl_reading_is (reading, token, "—"));
}

/* Whether the word tells more about the title behind it: "deputy", "Turkish", "Climate". */
static gboolean
is_beside_title (const TlRoles *self,
                 guint          token,
                 guint          behind)
{
  const TlReading *reading = self->reading;

  if (tl_reading_has (reading, token, TL_CUE_ADJECTIVE))
    return TRUE;
  if (tl_reading_has (reading, token, TL_CUE_TITLE_ASIDE | TL_CUE_HONORIFIC))
    return FALSE;
  if (tl_reading_has (reading, token, TL_CUE_TITLE_WORD | TL_CUE_TITLE))
    return TRUE;
  return tl_reading_is_capital (reading, token) && tl_reading_is_capital (reading, behind) &&
         !tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_CALENDAR | TL_CUE_SPEECH) &&
         (reading->tokens[token].flags & TL_TOKEN_SENTENCE_START) == 0;
}

/* "grain trader", "international statistics manager": nouns in lower case, back to what ends them. */
static guint
nouns_start (const TlRoles *self,
             guint          first,
             guint          stop)
{
  const TlReading *reading = self->reading;
  guint start = first;

  /* "release Pastor" is no pastor's title. */
  if (!is_lower_word (reading, first))
    return first;
  for (guint n = 0; n < MAX_BESIDE && start > stop; n++)
    {
      guint before = start - 1;
      const char *end = reading->string + reading->tokens[before].span.end;

      if (tl_roles_get_mention (self, before) != NULL ||
          !(is_lower_word (reading, before) ||
            (reading->tokens[before].flags & TL_TOKEN_SENTENCE_START) != 0) ||
          reading->tokens[before].kind != TL_TOKEN_WORD ||
          tl_reading_has (reading, before, TL_CUE_FUNCTION | TL_CUE_SPEECH | TL_CUE_CALENDAR |
                                           TL_CUE_TITLE_ASIDE | TL_CUE_HONORIFIC | TL_CUE_MEDIA_VERB |
                                           TL_CUE_TITLE_VERB))
        return tl_reading_is (reading, before, "to") ? first : start;
      /* "elected", "newly", "meeting": no noun, so nothing here belongs to the title. */
      if (tl_reading_length_of (reading, before) > 4 &&
          (g_str_has_prefix (end - 2, "ed") || g_str_has_prefix (end - 2, "ly") ||
           (g_str_has_prefix (end - 3, "ing") && !tl_reading_has (reading, before, TL_CUE_TITLE_WORD))))
        return first;
      start = before;
    }
  return start;
}

/* The name that ends at the token and is no person's: what the title is of, "Turan Bank | president". */
static const TlMention *
name_before (const TlRoles *self,
             guint          token)
{
  const TlMention *mention = token > 0 ? tl_roles_get_mention (self, token - 1) : NULL;

  return mention != NULL && mention->end == token && mention->type != TL_ENTITY_PERSON ? mention : NULL;
}

/* Whether the name before a title is a place of the sentence, not of the title: "in Lima President". */
static gboolean
is_place_of_sentence (const TlRoles   *self,
                      const TlMention *mention)
{
  return mention->type == TL_ENTITY_PLACE && mention->first > 0 &&
         (tl_reading_is (self->reading, mention->first - 1, "in") ||
          tl_reading_is (self->reading, mention->first - 1, "at"));
}

/* One step back from the title's beginning, or the same where nothing before belongs to it. */
static guint
step_back (const TlRoles *self,
           guint          first,
           guint          stop)
{
  const TlReading *reading = self->reading;
  const TlMention *name = name_before (self, first);
  guint before = first - 1;

  if (name != NULL)
    return name->first < stop || is_place_of_sentence (self, name) ? first : name->first;
  /* "Turan Finance Corporation (TFC) | president" */
  if (tl_reading_is (reading, before, ")") && before > stop + 2 && tl_reading_is (reading, before - 2, "(") &&
      tl_reading_is_capital (reading, before - 1))
    {
      name = name_before (self, before - 2);
      return name != NULL && name->type == TL_ENTITY_ORGANIZATION && name->first >= stop ? name->first : first;
    }
  if (tl_reading_has (reading, before, TL_CUE_TITLE_WORD) && tl_roles_get_mention (self, before) == NULL &&
      !tl_reading_has (reading, before, TL_CUE_TITLE_ASIDE))
    return before;              /* "women's rights", as one phrase */
  if (tl_reading_is_possessive (reading, before) && before > stop)
    {
      name = name_before (self, before);
      if (name != NULL && name->first >= stop)
        return name->first;     /* "Chile's president" */
      /* "president's lawyer" */
      return tl_reading_has (reading, before - 1, TL_CUE_TITLE) ? before - 1 : first;
    }
  if (tl_roles_get_mention (self, before) != NULL)
    return first;
  if (is_hyphen (reading, before) && before > stop)
    {
      name = name_before (self, before);
      return name != NULL ? MAX (name->first, stop) : before - 1;
    }
  if (is_beside_title (self, before, first))
    return before;
  /* "Economic Affairs and | Climate Minister", "trade and | industry minister" */
  if ((tl_reading_is (reading, before, "and") || tl_reading_is (reading, before, "&")) && before > stop &&
      tl_roles_get_mention (self, before - 1) == NULL &&
      !tl_reading_has (reading, before - 1, TL_CUE_TITLE) &&
      (is_beside_title (self, before - 1, first) ||
       (tl_reading_is_capital (reading, before - 1) && tl_reading_has (reading, before - 1, TL_CUE_COMMON))))
    return before - 1;
  return first;
}

static guint
title_start (const TlRoles *self,
             guint          head,
             guint          stop)
{
  guint first = head;

  for (guint n = 0; n < TL_MAX_TITLE_TOKENS && first > stop; n++)
    {
      guint start = step_back (self, first, stop);

      if (start == first)
        start = nouns_start (self, first, stop);
      if (start == first)
        break;
      first = MAX (start, stop);
    }
  return first;
}

/* The index behind "Dr.", "H E" and the like, and behind a prince's "Sheikh", from the token on. */
static guint
skip_honorifics (const TlReading *reading,
                 guint            token)
{
  guint end = token;

  while (tl_reading_has (reading, end, TL_CUE_HONORIFIC) ||
         (end > token && tl_reading_is (reading, end, ".") && tl_reading_touches (reading, end)))
    end++;
  return end;
}

static TlMention *
person_at (const TlRoles *self,
           guint          token)
{
  TlMention *mention = tl_roles_get_mention (self, token);

  return mention != NULL && mention->first == token && mention->type == TL_ENTITY_PERSON ? mention : NULL;
}

/* Whether a clause goes on behind the name that stands behind a title's comma. */
static gboolean
is_named_behind_comma (const TlReading *reading,
                       const TlMention *person)
{
  guint end = person->end;

  return person->end - person->first >= MIN_NAME_BEHIND_COMMA &&
         (tl_reading_has (reading, end, TL_CUE_SPEECH) || end >= reading->n_tokens ||
          (reading->tokens[end].kind == TL_TOKEN_PUNCTUATION && !tl_reading_is_possessive (reading, end)));
}

/* "As a candidate, Ana Silva" */
static gboolean
is_comparison (const TlReading *reading,
               guint            first)
{
  if (first > 0 && tl_reading_has (reading, first - 1, TL_CUE_DETERMINER))
    first--;
  return first > 0 && tl_reading_has (reading, first - 1, TL_CUE_COMPARISON);
}

/* The index behind what each of several people is for: "Ana Silva | for Chile | and". */
static guint
skip_place_of_each (const TlRoles *self,
                    guint          token)
{
  const TlMention *place = tl_roles_get_mention (self, token + 1);

  if ((tl_reading_is (self->reading, token, "for") || tl_reading_is (self->reading, token, "of")) &&
      place != NULL && place->first == token + 1 && place->type == TL_ENTITY_PLACE)
    return place->end;
  return token;
}

/* Whether the sentence goes on with what the person said: ", Ana Silva, | said". */
static gboolean
is_subject (const TlReading *reading,
            const TlMention *person)
{
  guint behind = person->end + tl_reading_is (reading, person->end, ",");

  return tl_reading_has (reading, behind, TL_CUE_SPEECH | TL_CUE_MEDIA_VERB);
}

/* The index behind where a spokesman sits, "in Lima |,"; the token where that is not told. */
static guint
skip_seat (const TlRoles *self,
           guint          token)
{
  const TlMention *place = tl_roles_get_mention (self, token + 1);

  return tl_reading_is (self->reading, token, "in") && place != NULL && place->first == token + 1 &&
         place->type == TL_ENTITY_PLACE && tl_reading_is (self->reading, place->end, ",") ? place->end : token;
}

/* "President | Silva", "the president, | Ana Silva,", "the president (Ana Silva)" */
static TlMention *
find_person_behind (const TlRoles *self,
                    const TlTitle *title,
                    gboolean       is_owned)
{
  const TlReading *reading = self->reading;
  guint token = skip_honorifics (reading, title->end);
  TlMention *person = person_at (self, token);

  if (person != NULL)
    return person;
  token = skip_seat (self, token);
  if ((!tl_reading_is (reading, token, ",") && !tl_reading_is (reading, token, "(")) ||
      is_comparison (reading, title->first))
    return NULL;
  person = person_at (self, skip_honorifics (reading, token + 1));
  if (person == NULL ||
      !(is_named_behind_comma (reading, person) ||
        (title->plural != 0 && skip_place_of_each (self, person->end) > person->end)))
    return NULL;
  /* "Ana Silva, the president, Jan Kross, the minister, and" goes on as it began. */
  return !is_owned || is_subject (reading, person) ? person : NULL;
}

static gboolean
is_determiner (const TlReading *reading,
               guint            token)
{
  return tl_reading_has (reading, token, TL_CUE_DETERMINER);
}

/* Goes back from the title over "the country's", "a prominent", "its newly elected". */
static guint
owner_end (const TlRoles *self,
           const TlTitle *title,
           guint          stop)
{
  const TlReading *reading = self->reading;
  guint token = title->first;

  for (guint n = 0; n < MAX_BEFORE_TITLE && token > stop; n++)
    {
      guint before = token - 1;

      if (tl_roles_get_mention (self, before) != NULL)
        return token;
      if (!is_determiner (reading, before) && !tl_reading_is_possessive (reading, before) &&
          !tl_reading_has (reading, before, TL_CUE_TITLE_ASIDE) &&
          (!is_lower_word (reading, before) ||
           tl_reading_has (reading, before, TL_CUE_FUNCTION | TL_CUE_SPEECH | TL_CUE_TITLE_VERB)))
        return token;
      token = before;
    }
  return token;
}

/* "appointed Ana Silva as | president", "named Ana Silva | president" */
static TlMention *
find_appointed (const TlRoles *self,
                guint          token,
                guint          stop)
{
  const TlReading *reading = self->reading;
  TlMention *person;

  if (token > stop && tl_reading_has (reading, token - 1, TL_CUE_COMPARISON))
    token--;
  person = token > stop ? tl_roles_get_mention (self, token - 1) : NULL;
  return person != NULL && person->end == token && person->type == TL_ENTITY_PERSON && person->first > stop &&
         tl_reading_has (reading, person->first - 1, TL_CUE_APPOINTMENT) ? person : NULL;
}

/* The person before the title: "Ana Silva, | president", "Ana Silva became | president". */
static TlMention *
find_person_before (const TlRoles *self,
                    const TlTitle *title,
                    guint          stop)
{
  const TlReading *reading = self->reading;
  guint link = owner_end (self, title, stop);
  TlMention *person;

  if (link <= stop)
    return NULL;
  link--;
  if (!tl_reading_is (reading, link, ",") && !tl_reading_is (reading, link, "(") && !is_dash (reading, link) &&
      !tl_reading_has (reading, link, TL_CUE_TITLE_VERB))
    return find_appointed (self, link + 1, stop);
  while (link > stop && tl_reading_has (reading, link, TL_CUE_TITLE_VERB) &&
         tl_reading_has (reading, link - 1, TL_CUE_TITLE_VERB))
    link--;
  /* "Ana Silva, who was | president" */
  if (link > stop + 1 && tl_reading_has (reading, link, TL_CUE_TITLE_VERB) &&
      tl_reading_is (reading, link - 1, "who"))
    link -= 1 + tl_reading_is (reading, link - 2, ",");
  /* "Ana Silva, 45, president" */
  if (link > stop + 1 && reading->tokens[link - 1].kind == TL_TOKEN_NUMBER &&
      tl_reading_is (reading, link - 2, ","))
    link -= 2;
  person = link > 0 ? tl_roles_get_mention (self, link - 1) : NULL;
  return person != NULL && person->end == link && person->type == TL_ENTITY_PERSON ? person : NULL;
}

/* A title with a capital right before the name is the office; "economist" leaves room for one. */
static gboolean
may_get (const TlReading *reading,
         const TlMention *person)
{
  return person->role_end <= person->role_first ||
         !tl_reading_is_capital (reading, person->role_first);
}

static void
give (TlMention     *person,
      const TlTitle *title)
{
  person->role_first = title->first;
  person->role_end = title->end;
  person->role_plural = 0;
}

/* "the Chilean and Estonian | Presidents | Ana Silva and Jan Kross": the noun is the role of each. */
static void
give_to_list (const TlRoles *self,
              TlMention     *person,
              const TlTitle *title)
{
  const TlReading *reading = self->reading;
  guint first = title->plural - 1;

  while (first > title->first && tl_roles_get_mention (self, first - 1) == NULL &&
         tl_reading_has (reading, first - 1, TL_CUE_TITLE | TL_CUE_TITLES | TL_CUE_TITLE_WORD))
    first--;
  while (person != NULL)
    {
      guint end = skip_place_of_each (self, person->end), token = end;

      person->role_first = first;
      person->role_end = title->words_end;
      person->role_plural = title->plural;
      if (tl_reading_is (reading, token, ","))
        token++;
      if (tl_reading_is (reading, token, "and"))
        token++;
      person = token > end ? person_at (self, skip_honorifics (reading, token)) : NULL;
    }
}

/* Finds whose the title is; returns whether it is anybody's. */
static gboolean
give_title (const TlRoles *self,
            const TlTitle *title,
            guint          stop)
{
  TlMention *before = title->plural == 0 ? find_person_before (self, title, stop) : NULL;
  TlMention *behind = find_person_behind (self, title, before != NULL);

  if (behind == NULL && before == NULL)
    return FALSE;
  if (title->is_relation)
    return TRUE;
  if (behind != NULL && title->plural != 0)
    give_to_list (self, behind, title);
  else if (behind != NULL)
    give (behind, title);
  else if (before != NULL && may_get (self->reading, before))
    give (before, title);
  return TRUE;
}

/* Whether the token is a title's noun that is no part of a name. */
static gboolean
is_head (const TlRoles *self,
         guint          token)
{
  return tl_reading_has (self->reading, token, TL_CUE_TITLE | TL_CUE_TITLES | TL_CUE_TITLE_BESIDE) &&
         !tl_reading_has (self->reading, token, TL_CUE_MUTE | TL_CUE_HONORIFIC) &&
         tl_roles_get_mention (self, token) == NULL;
}

/*
 * tl_roles_read:
 * @reading: a reading
 * @mentions: (element-type TlMention): where its names stand, in order
 *
 * Sets the roles of the mentions of people.
 */
void
tl_roles_read (TlReading *reading,
               GArray    *mentions)
{
  TlRoles self = { reading, mentions, g_new0 (guint32, reading->n_tokens + 1) };
  g_autoptr(GArray) unowned = g_array_new (FALSE, FALSE, sizeof (TlTitle));
  guint stop = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      const TlMention *mention = &g_array_index (mentions, TlMention, i);

      for (guint k = mention->first; k < mention->end; k++)
        self.mention_at[k] = i + 1;
    }
  for (guint i = 0; i < reading->n_tokens;)
    {
      TlTitle title;

      if (!is_head (&self, i))
        {
          i++;
          continue;
        }
      stop = MAX (stop, reading->sentences[reading->tokens[i].sentence].first_token);
      title.first = title_start (&self, i, stop);
      tl_title_read (&self, i, &title);
      if (title.is_office && !give_title (&self, &title, stop) && title.plural == 0 && !title.is_relation)
        g_array_append_val (unowned, title);
      i = title.end;
      /* "the president's | lawyer" */
      if (!tl_reading_is_possessive (reading, i))
        stop = i;
    }
  tl_roles_give_apart (&self, unowned);
  g_free (self.mention_at);
}
