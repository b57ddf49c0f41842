/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Copies of every article of the corpus: cut, with another head, byline and tail, with other
 * punctuation.  All are put together as a library does it, those of one kind and those of all,
 * before and behind the articles; then the copies have to be with their article, and no article
 * with another.
 */

#include "tl-copy-stories.h"

#include <string.h>

/* ---- what an outlet does to a story ---- */

static const char *const heads[] = {
  "Home | World | Business | Sport | Contact us\n\nNeighbours look for more trade, say officials\n\n"
  "By our staff writer\n4 May 2022, 09:15\n\n",
  "Trade in focus: what was said, and what comes next\n\nThe Harbour Gazette, Monday\n\n",
  "What the two sides agreed on\n\nREPRINTED WITH PERMISSION\n\n",
  "Business briefs\nUpdated: 17:40\n\n",
};

static const char *const tails[] = {
  "\n\nRead also: How the port came back to life\n\nFollow us for more news every morning. The editors"
  " answer letters on weekdays between nine and noon.\n",
  "\n\n© The Harbour Gazette. All rights reserved.\n",
  "\n\nSource: wire\n\nMore on this: markets, ports, customs\n",
  "\n\nSubscribe to our letter\nPrint\nShare\n",
};

/* Words of the text, with the white space before them. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;

  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      g_ptr_array_add (words, g_strndup (start, (gsize) (p - start)));
    }
  return words;
}

static char *
join (GPtrArray *words,
      guint      start,
      guint      end)
{
  GString *text = g_string_new (NULL);

  for (guint i = start; i < MIN (end, words->len); i++)
    g_string_append (text, words->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
cut (const char *text,
     double      from,
     double      to)
{
  g_autoptr(GPtrArray) words = split (text);

  return join (words, (guint) (words->len * from), (guint) (words->len * to + 0.5));
}

/* The text without its first line, which is the headline or nothing of the kind. */
static const char *
skip_headline (const char *text)
{
  const char *end = strchr (text, '\n');

  return end != NULL && end - text < 200 && strlen (end) > 200 ? end + 1 : text;
}

static char *
dress (const char *text,
       guint       n)
{
  return g_strconcat (heads[n % G_N_ELEMENTS (heads)], text,
                      tails[n / 3 % G_N_ELEMENTS (tails)], NULL);
}

/* Other quotation marks, dashes, spaces and separators, the first paragraph in capitals. */
static char *
punctuate (const char *text)
{
  GString *other = g_string_new (NULL);
  gboolean is_first = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar next = g_utf8_get_char (g_utf8_next_char (p));
      gboolean in_number = other->len > 0 && g_ascii_isdigit (other->str[other->len - 1]) &&
                           strspn (p + 1, "0123456789") == 3;

      if (c == '"' || c == 0x201c || c == 0x201d)
        g_string_append (other, g_unichar_isalnum (next) ? "«" : "»");
      else if (c == 0x2019 || c == '\'')
        g_string_append (other, c == '\'' ? "’" : "'");
      else if (c == 0x2013 || c == 0x2014 || c == '-')
        g_string_append (other, c == '-' ? "–" : "-");
      else if (c == ',' && in_number)
        g_string_append (other, "\302\240");
      else if (c == ',' && next == ' ')
        continue;
      else if (c == '\n')
        {
          is_first &= next != '\n' || other->len < 40;
          g_string_append (other, next == '\n' ? "" : "\r\n");
        }
      else if (c == ' ')
        g_string_append (other, other->len % 7 == 0 ? "  " : other->len % 11 == 0 ? "\n" : " ");
      else
        g_string_append_unichar (other, is_first ? g_unichar_toupper (c) : c);
    }
  return g_string_free (other, FALSE);
}

/* An editor's hand: a word of thirty is another, and a sentence of seven is gone. */
static char *
edit (const char *text)
{
  g_autoptr(GPtrArray) words = split (text);
  GString *other = g_string_new (NULL);
  guint n_sentences = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];

      if (n_sentences % 7 != 6)
        g_string_append (other, i % 30 == 29 ? " moreover" : word);
      n_sentences += g_str_has_suffix (word, ".");
    }
  return g_string_free (other, FALSE);
}

/* Links to other stories between the paragraphs. */
static char *
interleave (const char *text)
{
  g_auto(GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  GString *other = g_string_new (NULL);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_string_append (other, paragraphs[i]);
      g_string_append (other, i % 4 == 2 ? "\n\nRead also: Ferry to run twice a day from June\n\n" : "\n\n");
    }
  return g_string_free (other, FALSE);
}

static const char *const kinds[] = {
  "first third, dressed", "first half", "last half, dressed", "middle half", "other head",
  "punctuated", "first third, punctuated, dressed", "edited, dressed", "interleaved, dressed",
  "first two thirds, edited, punctuated, dressed",
};

static char *
make_copy (const char *text,
           guint       kind,
           guint       n)
{
  const char *story = skip_headline (text);
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  switch (kind)
    {
    case 0:
      first = cut (story, 0, 1 / 3.0);
      return dress (first, n);
    case 1:
      return cut (text, 0, 0.5);
    case 2:
      first = cut (text, 0.5, 1);
      return dress (first, n);
    case 3:
      return cut (text, 0.25, 0.75);
    case 4:
      return dress (story, n);
    case 5:
      return punctuate (text);
    case 6:
      first = cut (story, 0, 1 / 3.0);
      second = punctuate (first);
      return dress (second, n);
    case 7:
      first = edit (story);
      return dress (first, n);
    case 8:
      first = interleave (story);
      return dress (first, n);
    case 9:
    default:
      first = cut (story, 0, 2 / 3.0);
      second = edit (first);
      third = punctuate (second);
      return dress (third, n);
    }
}

/* ---- measuring ---- */

/* No more than so many of a hundred copies may be missed, and of one kind: of the shortest
 * articles a third is 25 words, and less than the head and tail that it is given. */
#define MAX_MISSED         1
#define MAX_MISSED_OF_KIND 3

typedef struct
{
  char *name;
  char *text;
} Article;

static GPtrArray *articles;

static void
article_free (gpointer data)
{
  Article *article = data;

  g_free (article->name);
  g_free (article->text);
  g_free (article);
}

/* The same text may lie in two folders. */
static void
read_folder (const char *path,
             GHashTable *seen)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      Article *article;
      gsize length;
      char *bytes;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (file, &bytes, &length, NULL))
        continue;
      article = g_new (Article, 1);
      *article = (Article) { g_strdup (name), g_utf8_make_valid (bytes, (gssize) length) };
      g_free (bytes);
      if (g_hash_table_add (seen, article->text))
        g_ptr_array_add (articles, article);
      else
        article_free (article);
    }
}

/* Counts the articles that are together with another one.  @numbers has the number of each. */
static guint
count_false (TlCopyStories *stories,
             const guint   *numbers,
             const guint   *of_articles,
             guint          n)
{
  g_autoptr(GHashTable) owners = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *found = g_new (gint64, n);
  guint n_false = 0;

  for (guint i = 0; i < n; i++)
    {
      guint owner;

      found[i] = tl_copy_stories_get (stories, numbers[i]);
      if (found[i] == 0)
        continue;
      owner = GPOINTER_TO_UINT (g_hash_table_lookup (owners, &found[i]));
      if (owner == 0)
        g_hash_table_insert (owners, &found[i], GUINT_TO_POINTER (of_articles[i] + 1));
      else if (owner != of_articles[i] + 1)
        {
          n_false++;
          g_test_message ("taken for one: %s and %s",
                          ((Article *) articles->pdata[owner - 1])->name,
                          ((Article *) articles->pdata[of_articles[i]])->name);
        }
    }
  return n_false;
}

/* All articles, and of each the copies of these kinds. */
static void
measure (guint     first_kind,
         guint     end_kind,
         gboolean  copies_first,
         guint     max_missed)
{
  g_autoptr(TlCopyStories) stories = tl_copy_stories_new ();
  guint n_kinds = end_kind - first_kind + 1;
  guint n = articles->len * n_kinds;
  g_autofree guint *numbers = g_new (guint, n);
  g_autofree guint *of_articles = g_new (guint, n);
  guint n_missed = 0;

  for (guint i = 0; i < n; i++)
    {
      guint round = copies_first ? n_kinds - 1 - i / articles->len : i / articles->len;
      guint article = i % articles->len;
      const char *text = ((Article *) articles->pdata[article])->text;
      g_autofree char *copy = round > 0 ? make_copy (text, first_kind + round - 1, article) : NULL;

      numbers[round * articles->len + article] =
        tl_copy_stories_add (stories, copy != NULL ? copy : text);
      of_articles[round * articles->len + article] = article;
    }
  for (guint i = articles->len; i < n; i++)
    {
      guint article = i % articles->len;
      gint64 story = tl_copy_stories_get (stories, numbers[i]);

      if (story != 0 && story == tl_copy_stories_get (stories, numbers[article]))
        continue;
      n_missed++;
      g_test_message ("missed: %s, %s", ((Article *) articles->pdata[article])->name,
                      kinds[first_kind + i / articles->len - 1]);
    }
  g_test_message ("%u articles, %u copies, %u missed", articles->len, n - articles->len, n_missed);
  g_assert_cmpuint (count_false (stories, numbers, of_articles, n), ==, 0);
  g_assert_cmpuint (n_missed * 100, <=, (n - articles->len) * max_missed);
}

static void
test_kind (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);

  measure (kind, kind + 1, FALSE, MAX_MISSED_OF_KIND);
  measure (kind, kind + 1, TRUE, MAX_MISSED_OF_KIND);
}

static void
test_all (void)
{
  measure (0, G_N_ELEMENTS (kinds), FALSE, MAX_MISSED);
  measure (0, G_N_ELEMENTS (kinds), TRUE, MAX_MISSED);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int result;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  articles = g_ptr_array_new_with_free_func (article_free);
  for (int i = 1; i < argc; i++)
    read_folder (argv[i], seen);
  g_assert_cmpuint (articles->len, >, 0);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdelimit (g_strconcat ("/copies/", kinds[i], NULL), " ,", '-');

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kind);
    }
  g_test_add_func ("/copies/all", test_all);
  result = g_test_run ();
  g_ptr_array_unref (articles);
  return result;
}
