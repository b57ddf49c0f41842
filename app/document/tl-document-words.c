/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-document-words.h"

#include "tl-word-file.h"

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
  [TL_DOCUMENT_ACCOUNT_NAMES] = "account-names",
  [TL_DOCUMENT_LINE_ABBREVIATIONS] = "line-abbreviations",
  [TL_DOCUMENT_DATE_LABELS] = "date-labels",
  [TL_DOCUMENT_BYLINE_OPENINGS] = "byline-openings",
  [TL_DOCUMENT_BYLINE_ENDINGS] = "byline-endings",
  [TL_DOCUMENT_BYLINE_JOINERS] = "byline-joiners",
  [TL_DOCUMENT_OFFICE_ENDINGS] = "office-endings",
  [TL_DOCUMENT_BYLINE_PLACES] = "byline-places",
  [TL_DOCUMENT_BYLINE_PREPOSITIONS] = "byline-prepositions",
  [TL_DOCUMENT_OFFICE_WORDS] = "office-words",
  [TL_DOCUMENT_NO_AUTHORS] = "no-authors",
  [TL_DOCUMENT_WRITER_ROLES] = "writer-roles",
  [TL_DOCUMENT_ROLE_FIELDS] = "role-fields",
  [TL_DOCUMENT_DAY_PREPOSITIONS] = "day-prepositions",
  [TL_DOCUMENT_WEEKDAYS] = "weekdays",
  [TL_DOCUMENT_OTHER_HANDS] = "other-hands",
  [TL_DOCUMENT_BYLINE_SINGLE] = "byline-single",
  [TL_DOCUMENT_AGENCY_WORDS] = "agency-words",
  [TL_DOCUMENT_AGENCIES] = "agencies",
  [TL_DOCUMENT_UPDATE_LABELS] = "update-labels",
  [TL_DOCUMENT_PUBLISH_LABELS] = "publish-labels",
  [TL_DOCUMENT_OTHER_DAYS] = "other-days",
  [TL_DOCUMENT_DATE_PARTICLES] = "date-particles",
  [TL_DOCUMENT_SOURCE_LABELS] = "source-labels",
  [TL_DOCUMENT_FIELD_LABELS] = "field-labels",
  [TL_DOCUMENT_AUTHOR_LABELS] = "author-labels",
  [TL_DOCUMENT_TITLE_LABELS] = "title-labels",
  [TL_DOCUMENT_MAIL_PREFIXES] = "mail-prefixes",
  [TL_DOCUMENT_MAIL_FROM] = "mail-from",
  [TL_DOCUMENT_MAIL_DATE] = "mail-date",
  [TL_DOCUMENT_MAIL_SUBJECT] = "mail-subject",
  [TL_DOCUMENT_MAIL_TO] = "mail-to",
  [TL_DOCUMENT_MAIL_FORWARDED] = "mail-forwarded",
  [TL_DOCUMENT_MAIL_WROTE] = "mail-wrote",
  [TL_DOCUMENT_MAIL_SENDERS] = "mail-senders",
  [TL_DOCUMENT_MAIL_FOOTERS] = "mail-footers",
};

typedef struct
{
  char      **groups[TL_N_DOCUMENT_WORDS];
  GHashTable *folded[TL_N_DOCUMENT_WORDS];      /* the same without case, as a set */
  gunichar   *firsts[TL_N_DOCUMENT_WORDS];      /* their first letters in lower case */
  GArray     *languages;        /* of TlDocumentLanguage */
} Words;

static GHashTable *
fold_words (char **words)
{
  GHashTable *folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (folded, g_utf8_casefold (words[i], -1));
  return folded;
}

static gunichar *
dup_firsts (char **words)
{
  gunichar *firsts = g_new (gunichar, g_strv_length (words) + 1);

  for (guint i = 0; words[i] != NULL; i++)
    firsts[i] = g_unichar_tolower (g_utf8_get_char (words[i]));
  return firsts;
}

static Words *
load_words (void)
{
  g_autoptr(GKeyFile) file = tl_word_file_load (FILE_PATH);
  g_auto(GStrv) groups = NULL;
  Words *words = g_new0 (Words, 1);

  for (guint i = 0; i < TL_N_DOCUMENT_WORDS; i++)
    {
      words->groups[i] = tl_word_file_read (file, group_names[i]);
      words->folded[i] = fold_words (words->groups[i]);
      words->firsts[i] = dup_firsts (words->groups[i]);
    }
  words->languages = g_array_new (FALSE, FALSE, sizeof (TlDocumentLanguage));
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], language_prefix))
      {
        const char *code = groups[i] + sizeof language_prefix - 1;
        TlDocumentLanguage language = { g_intern_string (code), tl_word_file_read (file, groups[i]) };

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
 * tl_document_has_word:
 * @group: a group of words
 * @folded: a word as g_utf8_casefold() makes it
 *
 * Returns: whether it is one of the group, in whatever case
 */
gboolean
tl_document_has_word (TlDocumentWords  group,
                      const char      *folded)
{
  return g_hash_table_contains (get_words ()->folded[group], folded);
}

/* The end of @word at the beginning of @text in whatever case, %NULL where it begins otherwise. */
static const char *
skip_same (const char *text,
           const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word), text = g_utf8_next_char (text))
    {
      /* The sign that keeps two letters apart is not everybody's. */
      if (g_utf8_get_char (text) == 0x200c)
        text = g_utf8_next_char (text);
      if (g_unichar_tolower (g_utf8_get_char (text)) != g_unichar_tolower (g_utf8_get_char (word)))
        return NULL;
    }
  return text;
}

/**
 * tl_document_skip_word:
 * @group: a group of words and phrases
 * @text: UTF-8
 *
 * Returns: (nullable): the end of the longest of them that @text begins with, in whatever
 *   case, %NULL where it begins with none.  Words end where no letter follows, but for
 *   scripts without spaces.
 */
const char *
tl_document_skip_word (TlDocumentWords  group,
                       const char      *text)
{
  const char *const *words = tl_document_words (group);
  const gunichar *firsts = get_words ()->firsts[group];
  gunichar first = g_unichar_tolower (g_utf8_get_char (text));
  const char *longest = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *end = firsts[i] == first ? skip_same (text, words[i]) : NULL;

      if (end != NULL && end > text && (longest == NULL || end > longest) &&
          (g_utf8_get_char (g_utf8_prev_char (end)) >= 0x2e80 || !g_unichar_isalnum (g_utf8_get_char (end))))
        longest = end;
    }
  return longest;
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
