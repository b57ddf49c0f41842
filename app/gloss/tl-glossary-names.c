/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names in a glossary's language: their endings, and their letters in Latin. */

#include "tl-glossary-private.h"

#include <string.h>

static int
compare_endings (gconstpointer a,
                 gconstpointer b)
{
  gsize length_a = strlen (((const TlNameEnding *) a)->ending);
  gsize length_b = strlen (((const TlNameEnding *) b)->ending);

  return length_a < length_b ? 1 : length_a > length_b ? -1 : 0;
}

/* "е" → ":l а:dl": the nominative ends in nothing (locative) or in "а" (dative or locative). */
static void
load_endings (TlGlossary *self,
              GKeyFile   *file)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, "name-endings", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, "name-endings", keys[i], NULL);
      g_auto(GStrv) parts = g_strsplit (value, " ", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        {
          char *colon = strchr (parts[j], ':');
          TlNameEnding ending;

          if (colon == NULL)
            continue;
          ending = (TlNameEnding) {
            .ending = g_strdup (keys[i]),
            .nominative = g_strndup (parts[j], (gsize) (colon - parts[j])),
            .cases = tl_glossary_read_cases (colon + 1),
            .is_sure = strchr (colon, '!') != NULL,
          };
          g_array_append_val (self->name_endings, ending);
        }
    }
  /* Stable, so that those of one length stay in the file's order. */
  for (guint i = 1; i < self->name_endings->len; i++)
    {
      for (guint j = i; j > 0; j--)
        {
          TlNameEnding *here = &g_array_index (self->name_endings, TlNameEnding, j);
          TlNameEnding swapped = *here;

          if (compare_endings (here - 1, here) <= 0)
            break;
          *here = here[-1];
          here[-1] = swapped;
        }
    }
}

static void
load_pairs (GPtrArray  *pairs,
            GKeyFile   *file,
            const char *group)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_ptr_array_add (pairs, g_strdup (keys[i]));
      g_ptr_array_add (pairs, g_key_file_get_string (file, group, keys[i], NULL));
    }
}

static void
load_genitives (TlGlossary *self,
                GKeyFile   *file)
{
  g_auto(GStrv) endings = g_key_file_get_string_list (file, "genitives", "endings", NULL, NULL);

  for (guint i = 0; endings != NULL && endings[i] != NULL; i++)
    g_ptr_array_add (self->genitives, g_strdup (endings[i]));
}

static void
load_case_words (TlGlossary *self,
                 GKeyFile   *file)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, "case-words", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_insert (self->case_words, g_strdup (keys[i]),
                         g_key_file_get_string (file, "case-words", keys[i], NULL));
}

/*
 * tl_glossary_get_case_word:
 * @tags: what a word is
 *
 * Returns: (nullable): what English says instead of its case: "from", or "'s", which stands behind
 */
const char *
tl_glossary_get_case_word (TlGlossary *self,
                           guint64     tags)
{
  static const struct
  {
    guint64     tag;
    const char *name;
  } cases[] = {
    { TL_GLOSS_GENITIVE, "gen" }, { TL_GLOSS_DATIVE, "dat" }, { TL_GLOSS_INSTRUMENTAL, "ins" },
    { TL_GLOSS_LOCATIVE, "loc" }, { TL_GLOSS_ABLATIVE, "abl" },
  };

  if ((tags & TL_GLOSS_NOMINATIVE) != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if ((tags & cases[i].tag) != 0)
        return g_hash_table_lookup (self->case_words, cases[i].name);
    }
  return NULL;
}

/*
 * tl_glossary_load_letters:
 * @file: the words of a language
 *
 * Takes what is said of names from it.
 */
void
tl_glossary_load_letters (TlGlossary *self,
                          GKeyFile   *file)
{
  load_pairs (self->letters, file, "letters");
  load_pairs (self->class_endings, file, "name-classes");
  load_endings (self, file);
  load_genitives (self, file);
  load_case_words (self, file);
}

/*
 * tl_glossary_find_class:
 * @folded: a word of a place's name
 * @is_last: whether it is the last one
 *
 * Returns: (nullable): how it is declined: what of it is no part of the stem, "/" and the class
 */
const char *
tl_glossary_find_class (TlGlossary *self,
                        const char *folded,
                        gboolean    is_last)
{
  for (guint i = 0; i + 1 < self->class_endings->len; i += 2)
    {
      const char *ending = g_ptr_array_index (self->class_endings, i);
      const char *class = g_ptr_array_index (self->class_endings, i + 1);

      /* "-ая" is of an adjective, which stands before another word. */
      if (*ending == '-' && is_last)
        continue;
      if (g_str_has_suffix (folded, ending + (*ending == '-')))
        return strchr (class, '/') != NULL ? class : NULL;
    }
  return NULL;
}

/* The letters at @p in Latin, of those that are longest.  A key that ends with "$" is the
 * end of a word. */
static const char *
find_letters (TlGlossary *self,
              const char *p,
              gsize      *length)
{
  const char *best = NULL;

  *length = 0;
  for (guint i = 0; i + 1 < self->letters->len; i += 2)
    {
      const char *key = g_ptr_array_index (self->letters, i);
      gsize n = strlen (key);
      gboolean is_end = key[n - 1] == '$';

      if (is_end)
        n--;
      if (strncmp (p, key, n) != 0 || n + is_end <= *length || (is_end && p[n] != '\0'))
        continue;
      *length = n;
      best = g_ptr_array_index (self->letters, i + 1);
    }
  return best;
}

static void
append_capital (GString    *latin,
                const char *letters,
                gboolean    is_all)
{
  g_string_append_c (latin, g_ascii_toupper (*letters));
  for (const char *p = letters + 1; *letters != '\0' && *p != '\0'; p++)
    g_string_append_c (latin, is_all ? g_ascii_toupper (*p) : *p);
}

/*
 * tl_glossary_to_latin:
 * @word: a name
 *
 * Returns: (transfer full): the name in Latin letters, capitals as they were
 */
char *
tl_glossary_to_latin (TlGlossary *self,
                      const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  gboolean is_all = g_utf8_strlen (word, -1) > 1;
  g_autoptr(GString) latin = g_string_new (NULL);
  const char *original = word;

  for (const char *p = word; *p != '\0' && is_all; p = g_utf8_next_char (p))
    is_all = !g_unichar_islower (g_utf8_get_char (p));
  for (const char *p = lower; *p != '\0';)
    {
      gsize length;
      const char *letters = find_letters (self, p, &length);
      gboolean is_capital = *original != '\0' && g_unichar_isupper (g_utf8_get_char (original));

      if (letters == NULL)
        {
          length = (gsize) g_utf8_skip[(guchar) *p];
          g_string_append_len (latin, original, g_utf8_skip[(guchar) *original]);
        }
      else if (is_capital && *letters != '\0')
        append_capital (latin, letters, is_all);
      else
        g_string_append (latin, letters);
      for (const char *end = p + length; p < end && *original != '\0'; p = g_utf8_next_char (p))
        original = g_utf8_next_char (original);
    }
  return g_string_free (g_steal_pointer (&latin), FALSE);
}
