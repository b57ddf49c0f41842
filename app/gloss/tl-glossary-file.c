/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A glossary's key file: each word with all its endings, each entry with its words. */

#include "tl-glossary-private.h"

#include <string.h>

/* Groups that hold no words. */
static const char *const reserved[] = {
  "endings", "name-classes", "name-endings", "genitives", "letters", "case-words", NULL
};

static const struct
{
  const char *name;
  guint64     tag;
} built_in[] = {
  { "nom", TL_GLOSS_NOMINATIVE },
  { "gen", TL_GLOSS_GENITIVE },
  { "dat", TL_GLOSS_DATIVE },
  { "acc", TL_GLOSS_ACCUSATIVE },
  { "ins", TL_GLOSS_INSTRUMENTAL },
  { "loc", TL_GLOSS_LOCATIVE },
  { "abl", TL_GLOSS_ABLATIVE },
  { "noun", TL_GLOSS_NOUN },
  { "adjective", TL_GLOSS_ADJECTIVE },
  { "verb", TL_GLOSS_VERB },
  { "number", TL_GLOSS_NUMBER },
  { "money", TL_GLOSS_MONEY },
  { "percent", TL_GLOSS_PERCENT },
  { "year", TL_GLOSS_YEAR },
  { "name", TL_GLOSS_NAME },
  { "stop", TL_GLOSS_STOP },
};

static const char * const group_names[TL_GLOSS_N_GROUPS] = {
  [TL_GLOSS_GROUP_ABOUT] = "about",
  [TL_GLOSS_GROUP_CHANGES] = "changes",
  [TL_GLOSS_GROUP_CURRENCY] = "currency",
  [TL_GLOSS_GROUP_DASHES] = "dashes",
  [TL_GLOSS_GROUP_FALLS] = "falls",
  [TL_GLOSS_GROUP_LEVELS] = "levels",
  [TL_GLOSS_GROUP_ORGANIZATIONS] = "organizations",
  [TL_GLOSS_GROUP_PERCENTS] = "percents",
  [TL_GLOSS_GROUP_PERIODS] = "periods",
  [TL_GLOSS_GROUP_PLACE] = "place",
  [TL_GLOSS_GROUP_PREPOSITIONS] = "prepositions",
  [TL_GLOSS_GROUP_SCALE] = "scale",
  [TL_GLOSS_GROUP_SPEECH] = "speech",
  [TL_GLOSS_GROUP_TITLES] = "titles",
};

/*
 * tl_glossary_fold:
 * @word: UTF-8
 * @length: in bytes
 *
 * Returns: (transfer full): the word as it is looked up: in lower case, "ё" as "е", "ў" at its beginning as "у"
 */
char *
tl_glossary_fold (const char *word,
                  gsize       length)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize) length);
  GString *folded = g_string_new (lower);

  g_string_replace (folded, "ё", "е", 0);
  g_string_replace (folded, "’", "'", 0);
  /* Belarusian writes "у" so behind a vowel. */
  if (g_str_has_prefix (folded->str, "ў"))
    memcpy (folded->str, "у", strlen ("у"));
  return g_string_free (folded, FALSE);
}

/*
 * tl_glossary_get_tag:
 * @name: "gen", "money", or a group's name
 *
 * Makes a bit for a name that has none yet: for loading only.
 *
 * Returns: its bit
 */
guint64
tl_glossary_get_tag (TlGlossary *self,
                     const char *name)
{
  guint64 *tag;

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      if (g_str_equal (built_in[i].name, name))
        return built_in[i].tag;
    }
  tag = g_hash_table_lookup (self->tags, name);
  if (tag == NULL)
    {
      guint n = TL_GLOSS_FIRST_OWN + g_hash_table_size (self->tags);

      g_assert (n < 64);
      tag = g_new (guint64, 1);
      *tag = G_GUINT64_CONSTANT (1) << n;
      g_hash_table_insert (self->tags, g_strdup (name), tag);
    }
  return *tag;
}

/* "ga" → genitive or accusative */
guint64
tl_glossary_read_cases (const char *letters)
{
  static const char order[] = "ngdailc";
  guint64 cases = 0;

  for (const char *p = letters; *p != '\0'; p++)
    {
      const char *found = strchr (order, *p);

      if (*p == 'b')
        cases |= TL_GLOSS_ABLATIVE;
      else if (found != NULL)
        cases |= G_GUINT64_CONSTANT (1) << (found - order);
    }
  return cases;
}

static guint32
take_lemma (TlGlossary *self,
            const char *key)
{
  guint32 lemma = GPOINTER_TO_UINT (g_hash_table_lookup (self->lemmas, key));
  guint64 none = 0;

  if (lemma == 0)
    {
      lemma = self->lemma_tags->len;
      g_hash_table_insert (self->lemmas, g_string_chunk_insert (self->strings, key), GUINT_TO_POINTER (lemma));
      g_array_append_val (self->lemma_tags, none);
      g_ptr_array_add (self->by_first, NULL);
      g_ptr_array_add (self->first_forms, NULL);
    }
  return lemma;
}

static void
add_form (TlGlossary *self,
          const char *folded,
          guint32     lemma,
          guint64     tags)
{
  GArray *forms = g_hash_table_lookup (self->forms, folded);
  TlGlossForm form = { lemma, tags };

  if (forms == NULL)
    {
      forms = g_array_new (FALSE, FALSE, sizeof (TlGlossForm));
      g_hash_table_insert (self->forms, g_string_chunk_insert (self->strings, folded), forms);
    }
  for (guint i = 0; i < forms->len; i++)
    {
      TlGlossForm *other = &g_array_index (forms, TlGlossForm, i);

      if (other->lemma == lemma)
        {
          other->tags |= tags;
          return;
        }
    }
  g_array_append_val (forms, form);
  if (g_ptr_array_index (self->first_forms, lemma) == NULL)
    self->first_forms->pdata[lemma] = g_string_chunk_insert (self->strings, folded);
}

/* "noun", "noun+fixed" */
static guint64
read_kinds (TlGlossary *self,
            const char *names)
{
  g_auto(GStrv) kinds = g_strsplit (names, "+", -1);
  guint64 tags = 0;

  for (guint i = 0; kinds[i] != NULL; i++)
    tags |= tl_glossary_get_tag (self, kinds[i]);
  return tags;
}

/* All forms of a stem: a class is "noun :na а:g у:d", or with another class before it: "=f ой:i" */
static guint64
add_forms (TlGlossary *self,
           const char *stem,
           const char *class,
           guint32     lemma)
{
  const char *value = g_hash_table_lookup (self->classes, class);
  g_auto(GStrv) parts = NULL;
  guint64 kind = 0;

  if (value == NULL)
    g_error ("The glossary has no class of endings “%s”", class);
  parts = g_strsplit (value, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *colon = strchr (parts[i], ':');
      g_autofree char *form = NULL;

      if (*parts[i] == '\0')
        continue;
      if (colon == NULL && *parts[i] == '=')
        {
          kind |= add_forms (self, stem, parts[i] + 1, lemma);
          continue;
        }
      if (colon == NULL && i == 0)
        {
          kind = read_kinds (self, parts[i]);
          continue;
        }
      if (colon != NULL)
        *colon = '\0';
      /* The nominative comes first. */
      form = g_strconcat (stem, g_str_equal (parts[i], "∅") ? "" : parts[i], NULL);
      add_form (self, form, lemma, kind | (colon != NULL ? tl_glossary_read_cases (colon + 1) : 0));
    }
  return kind;
}

/*
 * tl_glossary_add_word:
 * @word: "между", "экспорт/m", "$number"
 * @element: (out): the word as a part of an entry
 * @tags: (inout): what kinds of words there are is added
 */
void
tl_glossary_add_word (TlGlossary     *self,
                      const char     *word,
                      TlGlossElement *element,
                      guint64        *tags)
{
  const char *slash = strchr (word + 1, '/');
  g_autofree char *key = NULL;
  gboolean is_new;

  *element = (TlGlossElement) { 0, 0, FALSE };
  if (*word == '$' && word[1] != '\0')
    {
      element->slot = tl_glossary_get_tag (self, word + 1);
      return;
    }
  element->is_capitalised = g_unichar_isupper (g_utf8_get_char (word));
  key = tl_glossary_fold (word, strlen (word));
  is_new = !g_hash_table_contains (self->lemmas, key);
  element->lemma = take_lemma (self, key);
  if (slash == NULL || slash[1] == '\0')
    {
      if (is_new)
        add_form (self, key, element->lemma, 0);
      return;
    }
  {
    g_autofree char *stem = g_strndup (key, (gsize) (strchr (key + 1, '/') - key));

    /* Also where it is there: what it is has to be told. */
    *tags |= add_forms (self, stem, slash + 1, element->lemma);
  }
}

/* A dash between words is a word of its own, as it is in a text. */
static char **
split_words (const char *words)
{
  g_autoptr(GString) spaced = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p++)
    {
      if (*p == '-')
        g_string_append (spaced, " - ");
      else
        g_string_append_c (spaced, *p);
    }
  return g_strsplit (spaced->str, " ", -1);
}

static void
add_entry (TlGlossary *self,
           const char *words,
           const char *gloss,
           guint64     tags)
{
  g_auto(GStrv) parts = split_words (words);
  TlGlossEntry *entry = g_new0 (TlGlossEntry, 1);
  GArray *indices;
  guint index = self->entries->len;
  guint64 kind = 0;
  guint32 first;

  g_ptr_array_add (self->entries, entry);
  entry->gloss = g_strdup (gloss);
  entry->tags = tags;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *p = parts[i];

      if (*p == '\0')
        continue;
      if (g_str_has_prefix (p, "<<") && p[2] != '\0')
        entry->earlier |= tl_glossary_get_tag (self, p + 2);
      else if (g_str_has_prefix (p, ">>") && p[2] != '\0')
        entry->later |= tl_glossary_get_tag (self, p + 2);
      else if (*p == '<' && p[1] != '\0')
        entry->before |= tl_glossary_get_tag (self, p + 1);
      else if (*p == '>' && p[1] != '\0')
        entry->after |= tl_glossary_get_tag (self, p + 1);
      else if (entry->n_elements < TL_GLOSS_MAX_WORDS)
        tl_glossary_add_word (self, p, &entry->elements[entry->n_elements++], &kind);
    }
  if (entry->n_elements == 0)
    g_error ("The glossary has an entry without words: “%s”", words);
  /* "взаимная торговля" is a noun. */
  if ((kind & TL_GLOSS_NOUN) != 0)
    kind &= ~TL_GLOSS_ADJECTIVE;
  entry->tags |= kind;
  first = entry->elements[0].lemma;
  indices = g_ptr_array_index (self->by_first, first);
  if (indices == NULL)
    indices = self->by_first->pdata[first] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (indices, index);
  if (entry->n_elements == 1 && first != 0 && (entry->before | entry->earlier | entry->after | entry->later) == 0)
    g_array_index (self->lemma_tags, guint64, first) |= entry->tags;
}

static void
load_classes (TlGlossary *self,
              GKeyFile   *file)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, "endings", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (self->classes, g_strdup (keys[i]), g_key_file_get_string (file, "endings", keys[i], NULL));
}

static void
load_group (TlGlossary *self,
            GKeyFile   *file,
            const char *group)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);
  guint64 tag = tl_glossary_get_tag (self, group);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *gloss = g_key_file_get_string (file, group, keys[i], NULL);

      add_entry (self, keys[i], gloss, tag);
    }
}

/* A name in all its cases: "Саудовская Аравия" is "саудовск/a арави/fq". */
static void
add_name (TlGlossary *self,
          const char *name,
          const char *english,
          guint64     tag)
{
  g_auto(GStrv) words = split_words (name);
  g_autoptr(GString) entry = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = tl_glossary_fold (words[i], strlen (words[i]));
      const char *class = tl_glossary_find_class (self, folded, words[i + 1] == NULL);
      const char *slash = class != NULL ? strchr (class, '/') : NULL;
      gsize cut = slash != NULL ? (gsize) (slash - class) : 0;

      if (i > 0)
        g_string_append_c (entry, ' ');
      g_string_append (entry, words[i]);
      if (slash == NULL)
        continue;
      g_string_truncate (entry, entry->len - cut);
      g_string_append (entry, slash);
    }
  add_entry (self, entry->str, english, tag | TL_GLOSS_NOUN);
}

static void
load_names (TlGlossary *self,
            const char *names)
{
  g_auto(GStrv) lines = g_strsplit (names, "\n", -1);
  guint64 tag = tl_glossary_get_tag (self, "place");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL || *lines[i] == '#')
        continue;
      *tab = '\0';
      add_name (self, lines[i], tab + 1, tag);
    }
}

/*
 * tl_glossary_load:
 * @file: the words
 * @names: the names of places
 */
void
tl_glossary_load (TlGlossary *self,
                  GKeyFile   *file,
                  const char *names)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  load_classes (self, file);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (!g_strv_contains (reserved, groups[i]))
        load_group (self, file, groups[i]);
    }
  load_names (self, names);
  for (guint i = 0; i < TL_GLOSS_N_GROUPS; i++)
    self->groups[i] = tl_glossary_get_tag (self, group_names[i]);
}
