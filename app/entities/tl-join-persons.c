/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whose a person's shorter names are: "Silva", "A. Silva" and "Sra Silva" behind "Ana
 * Silva", and "Yerlan" behind "Erlan": the same name carried over from another alphabet.
 */

#include "tl-joining-private.h"

#include <string.h>

/* Of so many people of one family name a shorter name is looked for; a text has few. */
#define MAX_NAMESAKES 32

/* A person's name has no more words. */
#define MAX_WORDS 12

typedef struct
{
  guint32  hashes[MAX_WORDS];   /* by word: of how it sounds */
  gunichar initials[MAX_WORDS];
  gboolean is_initial[MAX_WORDS];
  guint    n_words;
} Words;

typedef struct
{
  TlJoiner    *joiner;
  Words       *words;           /* by group */
  TlGroupLists by_last;         /* groups of several words by the hash of the last */
  TlKeyTable   by_word;         /* hash of any word → 1 + the group that it stands for by itself */
  GString     *sound;           /* for one word at a time */
} Persons;

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/*
 * Writes a folded word so that the ways of carrying it over from Cyrillic and the like
 * come out the same: "Aleksandr" and "Alexander", "Yerlan" and "Erlan".
 */
static void
append_sound (GString    *out,
              const char *word)
{
  for (const char *p = word; *p != '\0'; p++)
    {
      char c = *p;

      if (c == 'x')
        {
          g_string_append (out, "ks");
          continue;
        }
      if ((c == 'k' && p[1] == 'h') || (c == 'd' && (p[1] == 'z' || p[1] == 'j') && p[2] != '\0'))
        continue;
      if ((c == 'z' && p[1] == 'h') || (c == 'h' && p > word && p[-1] == 'z'))
        c = 'j';
      else if (c == 'y')
        c = 'i';
      else if (c == 'w')
        c = 'v';
      else if (c == 'q')
        c = 'k';
      if (c == 'i' && is_vowel (p[1] == 'y' ? 'i' : p[1]))
        continue;
      if (out->len == 0 || out->str[out->len - 1] != c)
        g_string_append_c (out, c);
    }
  if (out->len > 3 && g_str_has_suffix (out->str, "er"))
    {
      g_string_truncate (out, out->len - 2);
      g_string_append_c (out, 'r');
    }
}

static guint32
hash_sound (Persons    *self,
            const char *folded)
{
  g_string_truncate (self->sound, 0);
  append_sound (self->sound, folded);
  return tl_token_hash (self->sound->str, self->sound->len);
}

static void
read_words (Persons         *self,
            const TlMention *mention,
            Words           *words)
{
  const TlReading *reading = self->joiner->reading;

  words->n_words = 0;
  for (guint i = mention->first; i < mention->end && words->n_words < MAX_WORDS; i++)
    {
      const char *folded;

      if (reading->tokens[i].kind != TL_TOKEN_WORD)
        continue;
      folded = tl_joiner_fold_word (self->joiner, i);
      if (*folded == '\0')
        continue;
      words->initials[words->n_words] = g_utf8_get_char (folded);
      words->is_initial[words->n_words] = *g_utf8_next_char (folded) == '\0' && tl_reading_is_capital (reading, i);
      words->hashes[words->n_words++] = hash_sound (self, folded);
    }
}

static const Words *
words_of (const Persons *self,
          guint          group)
{
  return &self->words[group];
}

/* The hash of the last word. */
static guint32
last_of (const Persons *self,
         guint          group)
{
  return words_of (self, group)->hashes[words_of (self, group)->n_words - 1];
}

static guint
count_full (const Words *words)
{
  guint n_full = 0;

  for (guint i = 0; i < words->n_words; i++)
    n_full += !words->is_initial[i];
  return n_full;
}

/* A word stands for the one whose family name it is, rather than for the longest name with it. */
static void
note_word (Persons *self,
           guint    group,
           guint    word)
{
  const Words *words = words_of (self, group), *known;
  guint other = tl_key_table_get (&self->by_word, words->hashes[word]);
  gboolean is_last = word + 1 == words->n_words, was_last;

  if (words->is_initial[word])
    return;
  if (other != 0)
    {
      known = words_of (self, other - 1);
      was_last = known->hashes[known->n_words - 1] == words->hashes[word];
      if ((was_last && !is_last) || (was_last == is_last && count_full (known) >= count_full (words)))
        return;
    }
  tl_key_table_set (&self->by_word, words->hashes[word], group + 1);
}

static void
index_full_names (Persons *self)
{
  for (guint g = 0; g < self->joiner->groups->len; g++)
    {
      Words *words = &self->words[g];

      words->n_words = 0;
      if (tl_joiner_get_group (self->joiner, g)->type == TL_ENTITY_PERSON)
        read_words (self, tl_joiner_get_example (self->joiner, g), words);
      for (guint i = 0; words->n_words > 1 && i < words->n_words; i++)
        note_word (self, g, i);
    }
  for (guint g = self->joiner->groups->len; g-- > 0;)
    if (words_of (self, g)->n_words > 1)
      tl_group_lists_add (&self->by_last, last_of (self, g), g);
}

/* Whether the words of one name stand in the other, in order, "A." for "Ana" included. */
static gboolean
is_short_for (const Words *words,
              const Words *full)
{
  guint k = 0;

  for (guint i = 0; i < words->n_words; i++, k++)
    {
      while (k < full->n_words && words->hashes[i] != full->hashes[k] &&
             !((words->is_initial[i] || full->is_initial[k]) && words->initials[i] == full->initials[k]))
        k++;
      if (k >= full->n_words)
        return FALSE;
    }
  return k == full->n_words;
}

/* The fuller name of a name of several words, 1 + its group, or 0. */
static guint
find_fuller (const Persons *self,
             guint          group)
{
  const Words *words = words_of (self, group);
  guint next = tl_key_table_get (&self->by_last.heads, last_of (self, group));

  for (guint n = 0; next != 0 && n < MAX_NAMESAKES; n++, next = self->by_last.next[next - 1])
    {
      guint other = next - 1;
      const Words *full = words_of (self, other);
      gboolean is_fuller = full->n_words > words->n_words ||
                           (full->n_words == words->n_words &&
                            (count_full (full) > count_full (words) ||
                             (count_full (full) == count_full (words) && other < group)));

      if (other != group && is_fuller && is_short_for (words, full))
        return other + 1;
    }
  return 0;
}

/* The name that every word of this one stands for, 1 + its group, or 0. */
static guint
find_by_words (const Persons *self,
               guint          group)
{
  const Words *words = words_of (self, group);
  guint full = tl_key_table_get (&self->by_word, words->hashes[words->n_words - 1]);

  if (full == 0 || words_of (self, full - 1)->n_words <= words->n_words)
    return 0;
  for (guint i = 0; i < words->n_words; i++)
    if (tl_key_table_get (&self->by_word, words->hashes[i]) != full)
      return 0;
  return full;
}

/*
 * tl_join_persons:
 * @joiner: a document's names
 *
 * Joins the people's shorter names to the full ones.  Words are looked up by themselves,
 * so this stays linear.
 */
void
tl_join_persons (TlJoiner *joiner)
{
  Persons self = {
    .joiner = joiner,
    .words = g_new (Words, joiner->groups->len),
    .by_last = { .next = g_new (guint, joiner->groups->len) },
    .sound = g_string_new (NULL),
  };

  index_full_names (&self);
  for (guint g = 0; g < joiner->groups->len; g++)
    {
      const Words *words = words_of (&self, g);
      guint full = 0;

      if (words->n_words > 1)
        full = find_fuller (&self, g);
      if (full == 0 && words->n_words > 0)
        full = find_by_words (&self, g);
      if (full != 0)
        tl_joiner_join (joiner, g, full - 1);
    }
  tl_key_table_clear (&self.by_word);
  tl_group_lists_clear (&self.by_last);
  g_free (self.words);
  g_string_free (self.sound, TRUE);
}
