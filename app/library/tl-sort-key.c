/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * In which order a person looks for titles and names: as dictionaries have it, in any script
 * (Unicode's collation, by ICU), numbers by their value, without the quotation mark or the
 * article that one may begin with.  Keys are compared byte by byte, so the library's file keeps
 * them and its indexes are in this order whatever a program's locale is.
 */

#include "tl-sort-key.h"

#include <string.h>
#include <unicode/ucol.h>

#include "tl-data.h"

/* Titles that are the same for so many characters are the same for the order. */
#define MAX_LENGTH 160

/* What nothing is known of comes last: no key of a text begins with it. */
static const guint8 last_key[] = { 0xff };

static const char group_prefix[] = "leading-articles-";

/* The language of most articles, where it is not known. */
#define USUAL_LANGUAGE "en"

/* By language the words in lower case. */
static GHashTable *
load_articles (void)
{
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/library.ini");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) groups = NULL;
  GHashTable *articles = g_hash_table_new (g_str_hash, g_str_equal);

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The words of libraries were compiled in broken: %s",
             error != NULL ? error->message : "missing");
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], group_prefix))
      g_hash_table_insert (articles, g_strdup (groups[i] + sizeof group_prefix - 1),
                           g_key_file_get_string_list (file, groups[i], "words", NULL, NULL));
  return articles;
}

static char **
get_articles (const char *language)
{
  static GHashTable *articles = NULL;
  g_autofree char *code = NULL;

  if (g_once_init_enter (&articles))
    g_once_init_leave (&articles, load_articles ());
  if (language == NULL || *language == '\0')
    return g_hash_table_lookup (articles, USUAL_LANGUAGE);
  code = g_ascii_strdown (language, (gssize) strcspn (language, "-_"));
  return g_hash_table_lookup (articles, code);
}

static const UCollator *
get_collator (void)
{
  static UCollator *collator = NULL;

  if (g_once_init_enter (&collator))
    {
      UErrorCode status = U_ZERO_ERROR;
      UCollator *root = ucol_open ("", &status);

      ucol_setAttribute (root, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
      if (U_FAILURE (status))
        g_error ("ICU has no collation: %s", u_errorName (status));
      g_once_init_leave (&collator, root);
    }
  return collator;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

/* Quotation marks and the like before the first word. */
static const char *
skip_marks (const char *text)
{
  const char *p = text;

  while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p != '\0' ? p : text;
}

/* The end of @word at the beginning of @text, in whatever case; %NULL where it is not there. */
static const char *
skip_word (const char *text,
           const char *word)
{
  gunichar last = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word), text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      last = g_utf8_get_char (word);
      if (is_apostrophe (last) ? !is_apostrophe (c) : g_unichar_tolower (c) != last)
        return NULL;
    }
  return is_apostrophe (last) || g_unichar_isspace (g_utf8_get_char (text)) ? text : NULL;
}

/* What a text is looked for under. */
static const char *
find_head (const char *text,
           const char *language)
{
  const char *start = skip_marks (text);
  char **articles = get_articles (language);

  for (guint i = 0; articles != NULL && articles[i] != NULL; i++)
    {
      const char *end = skip_word (start, articles[i]);

      if (end != NULL)
        {
          const char *rest = skip_marks (end);

          /* A title may be nothing but such a word. */
          if (g_unichar_isalnum (g_utf8_get_char (rest)))
            return rest;
        }
    }
  return start;
}

/**
 * tl_sort_key_new:
 * @text: (nullable): a title or a name, in UTF-8
 * @language: (nullable): its language, "de" or "de-AT"
 *
 * Returns: (transfer full): bytes that sort as people expect such texts to; without a text,
 *   behind all others
 */
GBytes *
tl_sort_key_new (const char *text,
                 const char *language)
{
  g_autofree gunichar2 *characters = NULL;
  const char *head;
  glong length = 0;
  guint8 buffer[MAX_LENGTH * 16];
  int32_t size;

  if (text == NULL || *text == '\0')
    return g_bytes_new_static (last_key, sizeof last_key);
  head = find_head (text, language);
  characters = g_utf8_to_utf16 (head, -1, NULL, &length, NULL);
  if (characters == NULL)
    return g_bytes_new_static (last_key, sizeof last_key);

  G_STATIC_ASSERT (sizeof (gunichar2) == sizeof (UChar));
  length = MIN (length, MAX_LENGTH);
  size = ucol_getSortKey (get_collator (), (const UChar *) characters, (int32_t) length, buffer,
                          sizeof buffer);
  /* The zero at its end is not needed; what is longer is cut, and sorts as what it begins with. */
  return g_bytes_new (buffer, (gsize) CLAMP (size - 1, 0, (int32_t) sizeof buffer));
}

static void
sort_key_function (sqlite3_context  *context,
                   int               n_arguments G_GNUC_UNUSED,
                   sqlite3_value   **arguments)
{
  g_autofree char *text = g_strdup ((const char *) sqlite3_value_text (arguments[0]));
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *language = g_strdup ((const char *) sqlite3_value_text (arguments[1]));
  g_autoptr(GBytes) key = tl_sort_key_new (valid, language);

  sqlite3_result_blob64 (context, g_bytes_get_data (key, NULL), g_bytes_get_size (key),
                         SQLITE_TRANSIENT);
}

/**
 * tl_sort_key_register:
 * @handle: a connection
 *
 * Gives it the function tl_sort_key(text, language), with which a file of an older version
 * gets its keys.
 *
 * Returns: what SQLite says of it
 */
int
tl_sort_key_register (sqlite3 *handle)
{
  return sqlite3_create_function_v2 (handle, "tl_sort_key", 2,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                                     sort_key_function, NULL, NULL, NULL);
}
