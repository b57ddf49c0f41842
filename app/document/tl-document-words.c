/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-document-words.h"

#include "tl-document-resources.h"

#define FILE_PATH "/io/github/tradelines/document/lexicon/document.ini"

static const char language_prefix[] = "language-";

static const char *const group_names[TL_N_DOCUMENT_WORDS] = {
  [TL_DOCUMENT_PAGE_CONTROLS] = "page-controls",
  [TL_DOCUMENT_PAGE_FOLDERS] = "page-folders",
  [TL_DOCUMENT_PAGE_OPENINGS] = "page-openings",
  [TL_DOCUMENT_SMALL_PRINT] = "small-print",
  [TL_DOCUMENT_CAPTION_ENDS] = "caption-ends",
  [TL_DOCUMENT_CAPTION_MARKS] = "caption-marks",
  [TL_DOCUMENT_NAME_PARTICLES] = "name-particles",
  [TL_DOCUMENT_LINE_ABBREVIATIONS] = "line-abbreviations",
  [TL_DOCUMENT_DATE_LABELS] = "date-labels",
};

typedef struct
{
  char  **groups[TL_N_DOCUMENT_WORDS];
  GArray *languages;            /* of TlDocumentLanguage */
} Words;

static char **
read_group (GKeyFile   *file,
            const char *group)
{
  g_autoptr(GError) error = NULL;
  char **words = g_key_file_get_string_list (file, group, "words", NULL, &error);

  if (words == NULL)
    g_error ("The words of documents were compiled in broken: %s", error->message);
  return words;
}

static Words *
load_words (void)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (tl_document_data_get_resource (), FILE_PATH,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) groups = NULL;
  Words *words = g_new0 (Words, 1);

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The words of documents were compiled in broken: %s",
             error != NULL ? error->message : "missing");
  for (guint i = 0; i < TL_N_DOCUMENT_WORDS; i++)
    words->groups[i] = read_group (file, group_names[i]);
  words->languages = g_array_new (FALSE, FALSE, sizeof (TlDocumentLanguage));
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], language_prefix))
      {
        const char *code = groups[i] + sizeof language_prefix - 1;
        TlDocumentLanguage language = { g_intern_string (code), read_group (file, groups[i]) };

        g_array_append_val (words->languages, language);
      }
  return words;
}

static const Words *
get_words (void)
{
  static Words *words = NULL;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, load_words ());
  return words;
}

/**
 * tl_document_words:
 * @group: a group of words
 *
 * Returns: (transfer none) (array zero-terminated=1): the words of the group
 */
const char *const *
tl_document_words (TlDocumentWords group)
{
  return (const char *const *) get_words ()->groups[group];
}

/**
 * tl_document_languages:
 * @n_languages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_languages): the languages that can be told apart
 */
const TlDocumentLanguage *
tl_document_languages (guint *n_languages)
{
  GArray *languages = get_words ()->languages;

  *n_languages = languages->len;
  return (const TlDocumentLanguage *) (gpointer) languages->data;
}
