/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-lexicon.h"

#include "tl-data.h"

struct _TlLexicon
{
  GHashTable *groups;           /* name → TlPhrases */
  GPtrArray  *words;            /* of TlWord, which the phrases point to */
};

static void
word_free (gpointer data)
{
  TlWord *word = data;

  g_free ((char *) word->value);
  g_free (word);
}

static TlWord *
add_word (TlLexicon  *self,
          const char *value)
{
  TlWord *word = g_new0 (TlWord, 1);

  word->value = g_strdup (value);
  word->number = value != NULL ? g_ascii_strtod (value, NULL) : 0;
  g_ptr_array_add (self->words, word);
  return word;
}

static void
add_list (TlLexicon   *self,
          TlPhrases   *phrases,
          char       **list,
          const char  *value)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    tl_phrases_add (phrases, g_strstrip (list[i]), add_word (self, value));
}

static void
add_group (TlLexicon  *self,
           GKeyFile   *file,
           const char *group)
{
  TlPhrases *phrases = tl_phrases_new ();
  g_auto(GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      if (g_str_equal (keys[i], "words"))
        {
          g_auto(GStrv) list = g_key_file_get_string_list (file, group, keys[i], NULL, NULL);

          add_list (self, phrases, list, NULL);
        }
      else
        {
          g_autofree char *value = g_key_file_get_string (file, group, keys[i], NULL);

          tl_phrases_add (phrases, keys[i], add_word (self, value));
        }
    }
  g_hash_table_insert (self->groups, g_strdup (group), phrases);
}

/**
 * tl_lexicon_new:
 * @file: groups of words, see #TlLexicon
 *
 * Returns: (transfer full): the lexicon
 */
TlLexicon *
tl_lexicon_new (GKeyFile *file)
{
  TlLexicon *self = g_new0 (TlLexicon, 1);
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tl_phrases_free);
  self->words = g_ptr_array_new_with_free_func (word_free);
  for (guint i = 0; groups[i] != NULL; i++)
    add_group (self, file, groups[i]);
  return self;
}

/**
 * tl_lexicon_free:
 * @self: (transfer full): a lexicon
 */
void
tl_lexicon_free (TlLexicon *self)
{
  g_hash_table_unref (self->groups);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * tl_lexicon_get_default:
 *
 * Returns: (transfer none): the lexicon that is compiled in; lives as long as the program
 */
TlLexicon *
tl_lexicon_get_default (void)
{
  static TlLexicon *lexicon = NULL;

  if (g_once_init_enter (&lexicon))
    {
      g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/en.ini");
      g_autoptr(GKeyFile) file = g_key_file_new ();
      g_autoptr(GError) error = NULL;

      if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
        g_error ("The lexicon was compiled in broken: %s", error->message);
      g_once_init_leave (&lexicon, tl_lexicon_new (file));
    }
  return lexicon;
}

/**
 * tl_lexicon_get_group:
 * @self: a lexicon
 * @group: a group's name; asking for one that there is not is a programmer's mistake
 *
 * Returns: (transfer none): the phrases of the group; the values of their matches are #TlWord
 */
TlPhrases *
tl_lexicon_get_group (TlLexicon  *self,
                      const char *group)
{
  TlPhrases *phrases = g_hash_table_lookup (self->groups, group);

  if (phrases == NULL)
    g_error ("The lexicon has no group [%s]", group);
  return phrases;
}

static void
set_code_cb (gpointer value,
             gpointer user_data)
{
  guint32 (**read) (const char *value) = user_data;
  TlWord *word = value;

  word->code = (*read) (word->value);
}

/**
 * tl_lexicon_set_codes:
 * @group: from tl_lexicon_get_group()
 * @read: (scope call): makes a number of a value
 *
 * Reads the values of a group once and for all, where a text would ask for them at each of its
 * words.  For the one reader of the group that goes by @code, before it reads a text.
 */
void
tl_lexicon_set_codes (TlPhrases *group,
                      guint32  (*read) (const char *value))
{
  tl_phrases_foreach (group, set_code_cb, &read);
}
