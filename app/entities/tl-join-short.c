/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Short forms of what is no person: abbreviations, by their letters or because they stand
 * in brackets behind the long name, and names without what tells their kind, their country
 * or their number: "KazMunayGas National Company", "Ministry of Trade of Chile", "26th
 * Turan Forum".
 */

#include "tl-joining-private.h"

#include <string.h>

/* Of so many names with one first letter an abbreviation is looked for. */
#define MAX_SAME_LETTER 64

/* Abbreviations have at most so many letters. */
#define MAX_LETTERS 12

#define AMBIGUOUS G_MAXUINT

static guint
n_tokens_of (const TlJoiner *self,
             guint           group)
{
  const TlMention *name = tl_joiner_get_example (self, group);

  return name->end - name->first;
}

static gboolean
is_acronym (const TlJoiner *self,
            guint           group)
{
  return n_tokens_of (self, group) == 1 &&
         tl_reading_is_acronym (self->reading, tl_joiner_get_example (self, group)->first);
}

/* One word that may be made of others' letters: "CSTO", "Caricom"; no place, no common word. */
static gboolean
may_abbreviate (const TlJoiner *self,
                guint           group)
{
  guint token = tl_joiner_get_example (self, group)->first;

  return n_tokens_of (self, group) == 1 && self->reading->tokens[token].kind == TL_TOKEN_WORD &&
         (is_acronym (self, group) ||
          (self->reading->place_at[token] == 0 && !tl_reading_has (self->reading, token, TL_CUE_COMMON)));
}

static gboolean
is_small (const TlReading *reading,
          guint            token)
{
  return reading->tokens[token].kind != TL_TOKEN_WORD ||
         tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_LINK);
}

/* Where one is in the letters, a bit each, when one of @before stood where the word begins. */
static guint32
take_beginning (const char *letters,
                const char *word,
                guint32     before)
{
  guint32 behind = 0;

  for (guint at = 0; letters[at] != '\0'; at++)
    if ((before & (1u << at)) != 0)
      for (guint n = 0; letters[at + n] != '\0' && letters[at + n] == word[n]; n++)
        behind |= 1u << (at + n + 1);
  return behind;
}

/*
 * Whether the letters are what the words begin with, one letter or more of each; small
 * words may be left out, and so may "of Jamaica" at the end.
 */
static gboolean
are_beginnings (TlJoiner   *self,
                const char *letters,
                guint       first,
                guint       end)
{
  const TlReading *reading = self->reading;
  guint32 all = 1u << strlen (letters);
  guint32 one = 0, several = 0;         /* where one may be behind one word, and behind more */

  for (guint i = first; i < end; i++)
    {
      const char *word;
      guint32 none = i == first ? 1 : 0, small_one = 0, small_several = 0;

      if (reading->tokens[i].kind != TL_TOKEN_WORD)
        continue;
      if (tl_reading_is (reading, i, "of") && (several & all) != 0)
        return TRUE;
      if (is_small (reading, i))
        {
          small_one = one;
          small_several = several;
        }
      word = tl_joiner_fold_word (self, i);
      several = take_beginning (letters, word, one | several) | small_several;
      one = take_beginning (letters, word, none) | small_one;
    }
  return (several & all) != 0;
}

/* The groups of several words, by the first letter of the first. */
static void
index_by_letter (TlJoiner     *self,
                 TlGroupLists *by_letter)
{
  for (guint g = self->groups->len; g-- > 0;)
    {
      const TlMention *name = tl_joiner_get_example (self, g);
      guint first = name->first + tl_reading_is (self->reading, name->first, "the");

      if (name->type != TL_ENTITY_PERSON && name->end >= first + 2)
        tl_group_lists_add (by_letter, g_utf8_get_char (tl_joiner_fold_word (self, first)), g);
    }
}

/* The first of the long names that the abbreviation's letters are of, 1 + its group, or 0. */
static guint
find_long (TlJoiner           *self,
           const TlGroupLists *by_letter,
           guint               group,
           const char         *letters)
{
  guint other = tl_key_table_get (&by_letter->heads, g_utf8_get_char (letters));

  for (guint n = 0; other != 0 && n < MAX_SAME_LETTER; n++, other = by_letter->next[other - 1])
    {
      const TlMention *name = tl_joiner_get_example (self, other - 1);
      guint first = name->first + tl_reading_is (self->reading, name->first, "the");

      if (name->type == tl_joiner_get_group (self, group)->type &&
          are_beginnings (self, letters, first, name->end))
        return other;
    }
  return 0;
}

/*
 * tl_join_acronyms:
 * @self: a document's names
 *
 * Joins abbreviations to the names that they are made of: "EAEU", "Caricom".
 */
void
tl_join_acronyms (TlJoiner *self)
{
  g_auto(TlGroupLists) by_letter = { .next = g_new (guint, self->groups->len) };

  index_by_letter (self, &by_letter);
  for (guint g = 0; g < self->groups->len; g++)
    {
      g_autofree char *letters = NULL;
      guint full;

      if (tl_joiner_is_joined (self, g) || tl_joiner_get_group (self, g)->type == TL_ENTITY_PERSON ||
          !may_abbreviate (self, g))
        continue;
      letters = g_strdup (tl_joiner_fold_word (self, tl_joiner_get_example (self, g)->first));
      if (strlen (letters) < 2 || strlen (letters) > MAX_LETTERS)
        continue;
      full = find_long (self, &by_letter, g, letters);
      if (full != 0)
        tl_joiner_join (self, g, full - 1);
    }
}

static gboolean
is_in_brackets (const TlReading *reading,
                const TlMention *before,
                const TlMention *mention)
{
  return before->end + 1 == mention->first && tl_reading_is (reading, before->end, "(") &&
         tl_reading_is (reading, mention->end, ")");
}

/*
 * tl_join_brackets:
 * @self: a document's names
 *
 * Joins what stands in brackets right behind a name: "Shura Council (SC)", "Vltava Steel
 * Group (Vlsteg)", "SC (Shura Council)".  Its letters need not be those of the name, which
 * may be translated.
 */
void
tl_join_brackets (TlJoiner *self)
{
  for (guint i = 1; i < self->mentions->len; i++)
    {
      const TlMention *mention = tl_joiner_get_mention (self, i), *before = tl_joiner_get_mention (self, i - 1);
      guint inside = self->group_of[i];
      guint outside = self->group_of[i - 1];

      if (mention->type != before->type || mention->type == TL_ENTITY_PERSON ||
          !is_in_brackets (self->reading, before, mention))
        continue;
      if (may_abbreviate (self, inside) && n_tokens_of (self, outside) > 1 &&
          (is_acronym (self, inside) || mention->type == TL_ENTITY_ORGANIZATION))
        tl_joiner_join (self, inside, outside);
      else if (is_acronym (self, outside) && may_abbreviate (self, outside) && n_tokens_of (self, inside) > 1)
        tl_joiner_join (self, outside, inside);
    }
}

/* The long names' short forms, each with the group that has it, or with AMBIGUOUS. */
typedef struct
{
  TlJoiner  *joiner;
  TlKeyTable forms;             /* key → 1 + group, or AMBIGUOUS */
  guint      group;
} Forms;

static void
add_form (Forms   *self,
          guint64  key)
{
  guint known = tl_key_table_get (&self->forms, key);
  guint value = self->group + 1;

  if (known == AMBIGUOUS || known == value)
    return;
  if (known != 0)
    value = AMBIGUOUS;
  tl_key_table_set (&self->forms, key, value);
}

static gboolean
is_content (const TlReading *reading,
            guint            token)
{
  return reading->tokens[token].kind == TL_TOKEN_WORD &&
         !tl_reading_has (reading, token, TL_CUE_FUNCTION | TL_CUE_LINK);
}

/* Whether the part of a name may stand for it: two words, or one that is no other thing's. */
static gboolean
may_stand_alone (const TlReading *reading,
                 guint            first,
                 guint            end)
{
  guint n_content = 0;

  for (guint i = first; i < end; i++)
    n_content += is_content (reading, i);
  if (n_content != 1)
    return n_content > 1;
  return end == first + 1 && reading->place_at[first] == 0 &&
         !tl_reading_has (reading, first, TL_CUE_COMMON | TL_CUE_ADJECTIVE | TL_CUE_ORG_HEAD);
}

static void
add_part (Forms *self,
          guint  first,
          guint  end)
{
  const TlMention *name = tl_joiner_get_example (self->joiner, self->group);

  if (end > first && end - first < name->end - name->first &&
      may_stand_alone (self->joiner->reading, first, end))
    add_form (self, tl_joiner_get_key (self->joiner, first, end));
}

/* "Turan Steel | Ltd", "KazMunayGas | National Company". */
static guint
skip_kind (const TlReading *reading,
           guint            first,
           guint            end)
{
  while (end > first + 1 &&
         (tl_reading_has (reading, end - 1, TL_CUE_ORG_SUFFIX | TL_CUE_ORG_KIND) ||
          (end > first + 2 && tl_reading_is (reading, end - 1, ".") && tl_reading_touches (reading, end - 1))))
    end--;
  return end;
}

/* "JSC | Turan Steel", "Chile's | Ministry of Trade", "State | Customs Committee". */
static guint
skip_owner (const TlReading *reading,
            guint            first,
            guint            end)
{
  while (first + 1 < end &&
         (tl_reading_is (reading, first, "the") ||
          tl_reading_has (reading, first, TL_CUE_PLACE | TL_CUE_ADJECTIVE | TL_CUE_ORG_SUFFIX | TL_CUE_TITLE_WORD) ||
          tl_reading_is_possessive (reading, first) ||
          reading->tokens[first].kind == TL_TOKEN_PUNCTUATION))
    first++;
  return first;
}

/* An organisation's forms without owner, kind, country and whole it is a part of. */
static void
add_organization (Forms           *self,
                  const TlMention *name)
{
  const TlReading *reading = self->joiner->reading;
  guint first = name->first, bare = skip_owner (reading, first, name->end);
  guint word = tl_reading_find_short_form (reading, first, name->end, name->type);

  add_part (self, bare, name->end);
  for (guint start = first;; start = bare)
    {
      add_part (self, start, skip_kind (reading, start, name->end));
      for (guint i = start + 2; i + 1 < name->end; i++)
        if (tl_reading_is (reading, i, "of") || tl_reading_is (reading, i, "in") || tl_reading_is (reading, i, "for"))
          add_part (self, start, i);
      if (start == bare)
        break;
    }
  if (word != TL_NO_TOKEN)
    add_form (self, tl_joiner_get_key (self->joiner, word, word + 1));
}

static gboolean
is_number (const TlReading *reading,
           guint            token)
{
  return reading->tokens[token].kind == TL_TOKEN_NUMBER || tl_reading_has (reading, token, TL_CUE_ORDINAL) ||
         (token > 0 && reading->tokens[token - 1].kind == TL_TOKEN_NUMBER && tl_reading_touches (reading, token));
}

/* An event's forms without number, year and place: "26th | Turan Forum | 2031", "| in Lima". */
static void
add_event (Forms           *self,
           const TlMention *name)
{
  const TlReading *reading = self->joiner->reading;
  guint first = name->first, end = name->end;

  while (first + 1 < end && is_number (reading, first))
    first++;
  while (end > first + 1 && is_number (reading, end - 1))
    end--;
  add_part (self, first, end);
  for (guint i = first + 2; i + 1 < end; i++)
    if (tl_reading_is (reading, i, "in"))
      add_part (self, first, i);
}

/* The same for "Ministry of Trade" and "Trade Ministry". */
static guint64
sum_of_words (TlJoiner        *self,
              const TlMention *name)
{
  guint64 sum = 0;
  guint n_content = 0;

  for (guint i = name->first; i < name->end; i++)
    if (is_content (self->reading, i))
      {
        sum += tl_joiner_hash_word (self, i) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
        n_content++;
      }
  return n_content > 1 ? sum | 1 : 0;
}

static void
add_forms (Forms *self)
{
  const TlMention *name = tl_joiner_get_example (self->joiner, self->group);

  if (name->type == TL_ENTITY_ORGANIZATION)
    add_organization (self, name);
  else if (name->type == TL_ENTITY_EVENT)
    add_event (self, name);
  else if (name->type == TL_ENTITY_PLACE)
    {
      guint word = tl_reading_find_short_form (self->joiner->reading, name->first, name->end, name->type);

      if (word != TL_NO_TOKEN)
        add_form (self, tl_joiner_get_key (self->joiner, word, word + 1));
    }
}

/* "Ministry of Trade" and "Trade Ministry". */
static void
join_turned (TlJoiner *self)
{
  g_auto(TlKeyTable) by_sum = { NULL, 0, 0 };

  for (guint g = 0; g < self->groups->len; g++)
    {
      guint64 sum = 0;
      guint known;

      if (tl_joiner_get_group (self, g)->type == TL_ENTITY_ORGANIZATION)
        sum = sum_of_words (self, tl_joiner_get_example (self, g));
      if (sum == 0)
        continue;
      known = tl_key_table_get (&by_sum, sum);
      if (known != 0)
        tl_joiner_join (self, g, known - 1);
      else
        tl_key_table_set (&by_sum, sum, g + 1);
    }
}

/*
 * tl_join_short_forms:
 * @self: a document's names
 *
 * Joins short forms to the one name that they may be of; where several may be meant, to none.
 */
void
tl_join_short_forms (TlJoiner *self)
{
  Forms forms = { .joiner = self };

  join_turned (self);
  for (forms.group = 0; forms.group < self->groups->len; forms.group++)
    if (!tl_joiner_is_joined (self, forms.group))
      add_forms (&forms);
  for (guint g = 0; g < self->groups->len; g++)
    {
      const TlMention *name = tl_joiner_get_example (self, g);
      guint64 key = tl_joiner_get_key (self, name->first, name->end);
      guint full = tl_key_table_get (&forms.forms, key);

      if (full != 0 && full != AMBIGUOUS && full - 1 != g && !tl_joiner_is_joined (self, g) &&
          tl_joiner_get_example (self, full - 1)->type == name->type)
        tl_joiner_join (self, g, full - 1);
    }
  tl_key_table_clear (&forms.forms);
}
