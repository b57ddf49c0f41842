/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who wrote an article, from one string to names as citations need them: several authors apart,
 * family names before given ones, and bodies left whole.  Rather a name left whole than one cut
 * in the wrong place: it can be read, and not be sorted. */

#include "tl-author.h"

#include <string.h>

#include "tl-document-words.h"

/* Nobody's name has more words, or fewer for one that can be taken apart. */
#define MAX_WORDS 6

/**
 * tl_author_free:
 * @self: (transfer full): an author
 */
void
tl_author_free (TlAuthor *self)
{
  g_free (self->literal);
  g_free (self->given);
  g_free (self->particle);
  g_free (self->family);
  g_free (self->suffix);
  g_free (self);
}

/* ---- what words are ---- */

static gboolean
has_word (TlDocumentWords  group,
          const char      *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return tl_document_has_word (group, folded);
}

static gboolean
is_body_word (const char *word)
{
  return has_word (TL_DOCUMENT_AGENCY_WORDS, word) || has_word (TL_DOCUMENT_NO_AUTHORS, word);
}

static gboolean
is_suffix (const char *word)
{
  static const char *const suffixes[] = { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", NULL };

  return g_strv_contains (suffixes, word);
}

static gboolean
is_joiner (const char *word)
{
  return g_strv_contains (tl_document_words (TL_DOCUMENT_BYLINE_JOINERS), word);
}

/* In the languages whose joiners are single letters, such a letter also stands in family names. */
static gboolean
is_short_joiner (const char *word)
{
  return is_joiner (word) && *g_utf8_next_char (word) == '\0';
}

static gboolean
is_particle (const char *word)
{
  return g_unichar_islower (g_utf8_get_char (word)) && has_word (TL_DOCUMENT_NAME_PARTICLES, word) &&
         !is_joiner (word);
}

/* Scripts whose names show no family name by a blank. */
static gboolean
is_east_asian (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    switch ((int) g_unichar_get_script (g_utf8_get_char (p)))
      {
      case G_UNICODE_SCRIPT_HAN:
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
      case G_UNICODE_SCRIPT_HANGUL:
        return TRUE;
      default:
        break;
      }
  return FALSE;
}

/* Words apart by any blanks. */
static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = name;

  for (const char *p = name;; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        continue;
      if (p > start)
        g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
      if (*p == '\0')
        return words;
      start = g_utf8_next_char (p);
    }
}

static char *
join_words (GPtrArray *words,
            guint      from,
            guint      to)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      if (i > from)
        g_string_append_c (joined, ' ');
      g_string_append (joined, g_ptr_array_index (words, i));
    }
  return g_string_free (joined, FALSE);
}

static gboolean
is_body (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (is_body_word (g_ptr_array_index (words, i)))
      return TRUE;
  return FALSE;
}

/* ---- one name ---- */

static gboolean
has_digit (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_family_first (const char *language)
{
  static const char *const languages[] = { "hu", "vi", NULL };

  return language != NULL && g_strv_contains (languages, language);
}

static void
add_literal (GPtrArray  *authors,
             const char *name)
{
  TlAuthor *author = g_new0 (TlAuthor, 1);

  author->literal = g_strdup (name);
  g_ptr_array_add (authors, author);
}

/* Where the family name begins, the words before it that belong to it included. */
static guint
find_family (GPtrArray *words,
             guint      n_words)
{
  for (guint i = 1; i + 1 < n_words; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (is_particle (word))
        return i;
      if (i > 1 && is_short_joiner (word))
        return i - 1;
    }
  return n_words - 1;
}

static void
add_person (GPtrArray  *authors,
            GPtrArray  *words,
            const char *language)
{
  TlAuthor *author = g_new0 (TlAuthor, 1);
  guint n_words = words->len;
  guint family, after = 0;

  if (n_words > 2 && is_suffix (g_ptr_array_index (words, n_words - 1)))
    author->suffix = g_strdup (g_ptr_array_index (words, --n_words));
  if (is_family_first (language))
    {
      author->family = g_strdup (g_ptr_array_index (words, 0));
      author->given = join_words (words, 1, n_words);
    }
  else
    {
      family = find_family (words, n_words);
      for (after = family; after + 1 < n_words && is_particle (g_ptr_array_index (words, after));)
        after++;
      author->given = join_words (words, 0, family);
      author->particle = after > family ? join_words (words, family, after) : NULL;
      author->family = join_words (words, after, n_words);
    }
  g_ptr_array_add (authors, author);
}

static void
add_name (GPtrArray  *authors,
          const char *name,
          const char *language)
{
  g_autoptr(GPtrArray) words = split_words (name);
  g_autofree char *joined = join_words (words, 0, words->len);

  if (words->len == 0)
    return;
  if (words->len == 1 && authors->len > 0 && is_suffix (joined))
    {
      TlAuthor *last = g_ptr_array_index (authors, authors->len - 1);

      if (last->family != NULL && last->suffix == NULL)
        {
          last->suffix = g_steal_pointer (&joined);
          return;
        }
    }
  if (words->len == 1 || words->len > MAX_WORDS || is_body (words) || is_east_asian (joined) ||
      has_digit (joined))
    add_literal (authors, joined);
  else
    add_person (authors, words, language);
}

/* ---- several names ---- */

/* "Vera Orlova and Ana Horvat", but "Ministry of Trade and Industry", "Ortega y Gasset". */
static void
add_joined (GPtrArray  *authors,
            const char *names,
            const char *language)
{
  g_autoptr(GPtrArray) words = split_words (names);
  guint start = 0;

  for (guint i = 1; i + 1 < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autoptr(GPtrArray) before = NULL;
      g_autofree char *name = NULL;

      if (strcmp (word, "&") != 0 && !is_joiner (word))
        continue;
      if (is_short_joiner (word) && (i - start < 2 || words->len - i - 1 < 2))
        continue;
      name = join_words (words, start, i);
      before = split_words (name);
      if (before->len == 0 || is_body (before))
        continue;
      add_name (authors, name, language);
      start = i + 1;
    }
  if (start < words->len)
    {
      g_autofree char *last = join_words (words, start, words->len);

      add_name (authors, last, language);
    }
}

static guint
count_words (const char *text)
{
  g_autoptr(GPtrArray) words = split_words (text);

  return words->len;
}

/* "Orlova, Vera": one family name, and what comes behind it. */
static gboolean
is_inverted (char **pieces)
{
  return g_strv_length (pieces) == 2 && count_words (pieces[0]) == 1 &&
         count_words (pieces[1]) >= 1 && count_words (pieces[1]) <= 3 &&
         !is_east_asian (pieces[0]) && !is_body_word (g_strstrip (pieces[0]));
}

static void
add_inverted (GPtrArray  *authors,
              char      **pieces)
{
  TlAuthor *author = g_new0 (TlAuthor, 1);

  author->family = g_strdup (g_strstrip (pieces[0]));
  author->given = g_strdup (g_strstrip (pieces[1]));
  g_ptr_array_add (authors, author);
}

static void
add_listed (GPtrArray  *authors,
            const char *names,
            const char *language)
{
  g_auto(GStrv) pieces = g_strsplit (names, ",", -1);

  if (is_inverted (pieces))
    {
      add_inverted (authors, pieces);
      return;
    }
  for (guint i = 0; pieces[i] != NULL; i++)
    add_joined (authors, pieces[i], language);
}

/**
 * tl_authors_split:
 * @names: (nullable): who wrote an article: "Vera Orlova, Ana Horvat", "Orlova, Vera; Horvat, Ana"
 * @language: (nullable): of the article, ISO 639-1
 *
 * Returns: (transfer full) (element-type TlAuthor): the authors, in their order
 */
GPtrArray *
tl_authors_split (const char *names,
                  const char *language)
{
  GPtrArray *authors = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_author_free);
  g_autoptr(GString) even = g_string_new (NULL);
  g_auto(GStrv) pieces = NULL;

  for (const char *p = names; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ';' || c == '|' || c == '\n' || c == 0x3001 || c == 0xff1b)
        g_string_append_c (even, ';');
      else if (c == 0xff0c || c == 0x060c)
        g_string_append_c (even, ',');
      else
        g_string_append_unichar (even, c);
    }
  pieces = g_strsplit (even->str, ";", -1);
  for (guint i = 0; pieces[i] != NULL; i++)
    add_listed (authors, pieces[i], language);
  return authors;
}
