/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-glossary-private.h"

#include "tl-data.h"

#include <string.h>

/* The languages that there is a glossary of, in resources/gloss/. */
static const char *const languages[] = { "be", "kk", "ru" };

static void
entry_free (gpointer data)
{
  TlGlossEntry *entry = data;

  g_free (entry->gloss);
  g_free (entry);
}

static void
ending_clear (gpointer data)
{
  TlNameEnding *ending = data;

  g_free (ending->ending);
  g_free (ending->nominative);
}

static void
indices_free (gpointer data)
{
  g_clear_pointer ((GArray **) &data, g_array_unref);
}

/**
 * tl_glossary_new:
 * @file: the words of a language, see resources/gloss/README.md
 * @names: lines with a name, a tab and the same in English
 *
 * Returns: (transfer full): the glossary
 */
TlGlossary *
tl_glossary_new (GKeyFile   *file,
                 const char *names)
{
  TlGlossary *self = g_new0 (TlGlossary, 1);
  guint64 none = 0;

  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->lemmas = g_hash_table_new (g_str_hash, g_str_equal);
  self->lemma_tags = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->first_forms = g_ptr_array_new ();
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_first = g_ptr_array_new_with_free_func (indices_free);
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->class_endings = g_ptr_array_new_with_free_func (g_free);
  self->name_endings = g_array_new (FALSE, FALSE, sizeof (TlNameEnding));
  g_array_set_clear_func (self->name_endings, ending_clear);
  self->case_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->genitives = g_ptr_array_new_with_free_func (g_free);
  self->letters = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (64 * 1024);
  /* The number 0 is no word's. */
  g_array_append_val (self->lemma_tags, none);
  g_ptr_array_add (self->by_first, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_ptr_array_add (self->first_forms, NULL);
  tl_glossary_load_letters (self, file);
  tl_glossary_load (self, file, names);
  return self;
}

/**
 * tl_glossary_free:
 * @self: (transfer full): a glossary
 */
void
tl_glossary_free (TlGlossary *self)
{
  g_hash_table_unref (self->forms);
  g_hash_table_unref (self->lemmas);
  g_array_unref (self->lemma_tags);
  g_ptr_array_unref (self->first_forms);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->by_first);
  g_hash_table_unref (self->tags);
  g_hash_table_unref (self->classes);
  g_ptr_array_unref (self->class_endings);
  g_array_unref (self->name_endings);
  g_hash_table_unref (self->case_words);
  g_ptr_array_unref (self->genitives);
  g_ptr_array_unref (self->letters);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static TlGlossary *
load (const char *language)
{
  g_autofree char *path = g_strdup_printf ("gloss/%s.ini", language);
  g_autofree char *names_path = g_strdup_printf ("gloss/%s-names.tsv", language);
  g_autoptr(GBytes) bytes = tl_data_lookup (path);
  g_autoptr(GBytes) names = tl_data_lookup (names_path);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *lines = g_strndup (g_bytes_get_data (names, NULL), g_bytes_get_size (names));

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The glossary “%s” was compiled in broken: %s", language, error->message);
  return tl_glossary_new (file, lines);
}

/**
 * tl_glossary_get:
 * @language: (nullable): ISO 639-1 code
 *
 * The first that asks for a language waits some milliseconds until its glossary is read.
 *
 * Returns: (transfer none) (nullable): the glossary of a language, which lives as long as the
 *   program; %NULL where there is none
 */
TlGlossary *
tl_glossary_get (const char *language)
{
  static TlGlossary *glossaries[G_N_ELEMENTS (languages)];

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    {
      if (!g_str_equal (languages[i], language))
        continue;
      if (g_once_init_enter (&glossaries[i]))
        g_once_init_leave (&glossaries[i], load (language));
      return glossaries[i];
    }
  return NULL;
}
