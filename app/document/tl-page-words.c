/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the makers of pages call the parts of a page, and what stands beside articles:
 * the lists of resources/lexicon/page.ini.
 */

#include "tl-page-words.h"

#include "tl-word-file.h"

#include <string.h>

#define FILE_PATH "/io/github/tradelines/document/lexicon/page.ini"

/* No name says more behind so many bytes. */
#define MAX_NAMES 400

/* Marks are found by their first two bytes. */
#define N_BUCKETS 1024
#define BUCKET(text) (((guint) (guchar) (text)[0] * 33 + (guint) (guchar) (text)[1]) % N_BUCKETS)

/* Where in a name a mark is found. */
typedef enum
{
  AT_WORDS,
  ANYWHERE,
  ALONE,                        /* nothing else is in the name */
} Where;

/* What a group of words says: of a page's text, and where a page is asked for its facts. */
typedef struct
{
  const char  *group;
  TlPageMarks  mark;
  Where        where;
  guint        classes;         /* of TlPageClass */
} Group;

static const Group groups[] = {
  { "names-author", TL_PAGE_MARK_AUTHOR | TL_PAGE_MARK_FACTS, AT_WORDS, TL_PAGE_CLASS_AUTHOR },
  { "names-byline", TL_PAGE_MARK_FACTS, AT_WORDS, TL_PAGE_CLASS_AUTHOR },
  { "names-byline-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_AUTHOR },
  { "names-no-author-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_NO_NAME },
  { "names-day", TL_PAGE_MARK_FACTS, AT_WORDS, TL_PAGE_CLASS_DATE },
  { "names-day-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_DATE },
  { "names-change", TL_PAGE_MARK_FACTS, AT_WORDS, TL_PAGE_CLASS_UPDATED },
  { "names-change-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_UPDATED },
  { "names-headline", TL_PAGE_MARK_HEADLINE, AT_WORDS, TL_PAGE_CLASS_TITLE },
  { "names-headline-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_TITLE },
  { "names-story-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_STORY },
  { "names-outside", TL_PAGE_MARK_OUTSIDE, AT_WORDS, TL_PAGE_CLASS_BESIDE },
  { "names-outside-stems", TL_PAGE_MARK_OUTSIDE, ANYWHERE, TL_PAGE_CLASS_BESIDE },
  { "names-beside", TL_PAGE_MARK_BESIDE, AT_WORDS, TL_PAGE_CLASS_BESIDE },
  { "names-caption", TL_PAGE_MARK_CAPTION, AT_WORDS, TL_PAGE_CLASS_BESIDE },
  { "names-beside-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_BESIDE },
  { "names-end-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_FOOTER },
  { "names-builder-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_BUILDER },
  { "names-logo-of-facts", 0, AT_WORDS, TL_PAGE_CLASS_LOGO },
  { "names-profile-of-addresses", 0, AT_WORDS, TL_PAGE_CLASS_PROFILE },
  { "marks-outside", TL_PAGE_MARK_OUTSIDE, AT_WORDS, 0 },
  { "marks-outside-stems", TL_PAGE_MARK_OUTSIDE, ANYWHERE, 0 },
  { "marks-beside", TL_PAGE_MARK_BESIDE, AT_WORDS, 0 },
  { "marks-beside-stems", TL_PAGE_MARK_BESIDE, ANYWHERE, 0 },
  { "marks-beside-alone", TL_PAGE_MARK_BESIDE, ALONE, 0 },
  { "marks-caption", TL_PAGE_MARK_CAPTION, AT_WORDS, 0 },
  { "marks-facts", TL_PAGE_MARK_FACTS, AT_WORDS, 0 },
  { "marks-kicker", TL_PAGE_MARK_KICKER | TL_PAGE_MARK_FACTS, AT_WORDS, 0 },
  { "marks-author", TL_PAGE_MARK_AUTHOR, AT_WORDS, 0 },
  { "marks-body", TL_PAGE_MARK_BODY, AT_WORDS, 0 },
  { "marks-lead", TL_PAGE_MARK_LEAD, AT_WORDS, 0 },
  { "marks-headline", TL_PAGE_MARK_HEADLINE, AT_WORDS, 0 },
  { "marks-hidden", TL_PAGE_MARK_HIDDEN, AT_WORDS, 0 },
};

/* One word, and what names say that have it. */
typedef struct
{
  char  *text;
  gsize  length;
  guint  classes;               /* of TlPageClass */
} Name;

/* A mark as it stands in a name that was put into order: "article-body". */
typedef struct
{
  char        *text;
  gsize        length;
  TlPageMarks  mark;
  Where        where;
} Mark;

typedef struct
{
  GPtrArray  *marks[N_BUCKETS]; /* of Mark, by the first two bytes */
  GPtrArray  *names[N_BUCKETS]; /* of Name, the same */
  GHashTable *openings;         /* first word of an opening → GPtrArray of openings */
  GHashTable *ends;             /* sets of lines */
  GHashTable *comments;
  GPtrArray  *legal[N_BUCKETS]; /* of strings, by the first two bytes */
} Words;

static void
add_mark (Words       *words,
          const Group *group,
          const char  *text)
{
  guint bucket = BUCKET (text);
  Mark *mark = g_new (Mark, 1);

  *mark = (Mark) { g_strdup (text), strlen (text), group->mark, group->where };
  if (words->marks[bucket] == NULL)
    words->marks[bucket] = g_ptr_array_new ();
  g_ptr_array_add (words->marks[bucket], mark);
}

/* A word of several groups says what all of them do. */
static void
add_name (Words       *words,
          const Group *group,
          const char  *text)
{
  GPtrArray **bucket = &words->names[BUCKET (text)];
  Name *name;

  if (*bucket == NULL)
    *bucket = g_ptr_array_new ();
  for (guint i = 0; i < (*bucket)->len; i++)
    {
      name = g_ptr_array_index (*bucket, i);
      if (strcmp (name->text, text) == 0)
        {
          name->classes |= group->classes;
          return;
        }
    }
  name = g_new (Name, 1);
  *name = (Name) { g_strdup (text), strlen (text), group->classes };
  g_ptr_array_add (*bucket, name);
}

/* "article body" → "article-body" and "articlebody" */
static void
add_marks (Words       *words,
           GKeyFile    *file,
           const Group *group)
{
  g_auto(GStrv) list = tl_word_file_read (file, group->group);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (list[i], " ", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      if (group->classes != 0)
        add_name (words, group, list[i]);
      if (group->mark == 0)
        continue;
      add_mark (words, group, g_strdelimit (list[i], " ", '-'));
      if (parts[1] != NULL)
        add_mark (words, group, joined);
    }
}

/* The tables below keep the strings of their lists, and live as long as the program. */

/* What openings are found by: their first two bytes. */
static guint
opening_key (const char *text)
{
  return (guint) (guchar) text[0] | (guint) (guchar) text[1] << 8;
}

static void
add_openings (Words    *words,
              GKeyFile *file)
{
  g_autofree char **list = tl_word_file_read (file, "lines-outside");

  words->openings = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; list[i] != NULL; i++)
    {
      gpointer key;
      GPtrArray *openings;

      if (strlen (list[i]) < 2)
        {
          g_free (list[i]);
          continue;
        }
      key = GUINT_TO_POINTER (opening_key (list[i]));
      openings = g_hash_table_lookup (words->openings, key);
      if (openings == NULL)
        {
          openings = g_ptr_array_new ();
          g_hash_table_insert (words->openings, key, openings);
        }
      g_ptr_array_add (openings, list[i]);
    }
}

static GHashTable *
read_set (GKeyFile   *file,
          const char *group)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char **list = tl_word_file_read (file, group);

  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (set, list[i]);
  return set;
}

static void
read_legal (Words    *words,
            GKeyFile *file)
{
  g_autofree char **list = tl_word_file_read (file, "lines-legal");

  for (guint i = 0; list[i] != NULL; i++)
    {
      GPtrArray **bucket = &words->legal[BUCKET (list[i])];

      if (*bucket == NULL)
        *bucket = g_ptr_array_new ();
      g_ptr_array_add (*bucket, list[i]);
    }
}

static Words *
load_words (void)
{
  g_autoptr(GKeyFile) file = tl_word_file_load (FILE_PATH);
  Words *words = g_new0 (Words, 1);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    add_marks (words, file, &groups[i]);
  add_openings (words, file);
  words->ends = read_set (file, "lines-end");
  words->comments = read_set (file, "lines-comments");
  read_legal (words, file);
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

/* "entry-content  storyBody_2 tag-x" → "entry-content story-body-2 tag-x" */
static gsize
put_in_order (const char *names,
              char       *ordered)
{
  gsize n = 0;

  for (const char *p = names; *p != '\0' && n < MAX_NAMES; p++)
    {
      gboolean is_hump = g_ascii_isupper (*p) && p > names && g_ascii_islower (p[-1]);

      if (is_hump)
        ordered[n++] = '-';
      if (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
        ordered[n++] = g_ascii_tolower (*p);
      else if (g_ascii_isspace (*p))
        ordered[n++] = ' ';
      else if (n > 0 && ordered[n - 1] != '-')
        ordered[n++] = '-';
    }
  ordered[n] = '\0';
  return n;
}

static inline gboolean
is_between (char c)
{
  return c == '-' || c == ' ' || c == '\0' || g_ascii_isdigit (c);
}

static gboolean
is_mark_at (const Mark *mark,
            const char *start,
            const char *at)
{
  char before = at == start ? ' ' : at[-1];
  char behind;

  if (strncmp (at, mark->text, mark->length) != 0)
    return FALSE;
  behind = at[mark->length];
  switch (mark->where)
    {
    case ANYWHERE:
      return TRUE;
    case ALONE:
      return before == ' ' && (behind == ' ' || behind == '\0');
    case AT_WORDS:
    default:
      return (before == ' ' || before == '-') && is_between (behind);
    }
}

static TlPageMarks
marks_at (const Words *words,
          const char  *start,
          const char  *at)
{
  const GPtrArray *list = words->marks[BUCKET (at)];
  TlPageMarks found = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Mark *mark = g_ptr_array_index (list, i);

      if (is_mark_at (mark, start, at))
        found |= mark->mark;
    }
  return found;
}

/* The classes by which WordPress tells an article's own tags and rubrics. */
static gboolean
is_subject (const char *word)
{
  static const char *const beginnings[] = { "tag-", "category-", "format-", "has-", "no-", "elementor-" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (word, beginnings[i]))
      return TRUE;
  return FALSE;
}

/**
 * tl_page_marks_of:
 * @names: the class, id or role of an element
 *
 * Returns: what they say of it
 */
TlPageMarks
tl_page_marks_of (const char *names)
{
  const Words *words = get_words ();
  char ordered[MAX_NAMES + 2];
  gsize n = put_in_order (names, ordered);
  TlPageMarks found = 0;

  for (gsize i = 0; i < n; i++)
    {
      if ((i == 0 || ordered[i - 1] == ' ') && is_subject (ordered + i))
        {
          while (ordered[i + 1] != '\0' && ordered[i + 1] != ' ')
            i++;
          continue;
        }
      found |= marks_at (words, ordered, ordered + i);
    }
  return found;
}

/**
 * tl_page_class_of_word:
 * @word: (array length=length): a word out of the name of an element, of two letters or
 *   more, in lower case
 * @length: how many letters it has
 *
 * Returns: what the name says of its element by the word
 */
TlPageClass
tl_page_class_of_word (const char *word,
                       gsize       length)
{
  const GPtrArray *names = get_words ()->names[BUCKET (word)];

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const Name *name = g_ptr_array_index (names, i);

      if (name->length == length && memcmp (name->text, word, length) == 0)
        return (TlPageClass) name->classes;
    }
  return 0;
}

/*
 * Words end where they end.  One word alone has to be all of the line, or its label: sentences
 * begin with nearly any word.
 */
static gboolean
is_opening_of (const char *opening,
               const char *line)
{
  gsize n = strlen (opening);
  gunichar last, next;

  if (strncmp (line, opening, n) != 0)
    return FALSE;
  last = g_utf8_get_char (g_utf8_find_prev_char (opening, opening + n));
  if (!g_unichar_isalnum (last))
    return TRUE;
  next = g_utf8_get_char (line + n);
  if (next == ' ' && !g_unichar_isalpha (g_utf8_get_char (line + n + 1)))
    next = g_utf8_get_char (line + n + 1);
  if (strchr (opening, ' ') != NULL)
    return !g_unichar_isalpha (next);
  return next == 0 || next == 0xff1a || next == 0xa9 || (next == ' ' && last >= 0x2e80) ||
         (next < 0x80 && strchr (":|([#-0123456789", (int) next) != NULL);
}

/**
 * tl_page_line_is_out:
 * @line: a short line of a page, in lower case
 *
 * Returns: whether it begins as lines do that are no part of an article: "read also: …"
 */
gboolean
tl_page_line_is_out (const char *line)
{
  const GPtrArray *openings;

  if (strlen (line) < 2)
    return FALSE;
  openings = g_hash_table_lookup (get_words ()->openings, GUINT_TO_POINTER (opening_key (line)));
  for (guint i = 0; openings != NULL && i < openings->len; i++)
    if (is_opening_of (g_ptr_array_index (openings, i), line))
      return TRUE;
  return FALSE;
}

/**
 * tl_page_line_is_end:
 * @line: a short line of a page, in lower case, without a colon at its end
 *
 * Returns: whether it is the heading of what follows articles: "comments"
 */
gboolean
tl_page_line_is_end (const char *line)
{
  return g_hash_table_contains (get_words ()->ends, line);
}

/**
 * tl_page_line_is_comments:
 * @line: a short line of a page, in lower case, without a colon or number at its end
 *
 * Returns: whether what readers say begins there
 */
gboolean
tl_page_line_is_comments (const char *line)
{
  return g_hash_table_contains (get_words ()->comments, line);
}

/**
 * tl_page_text_is_legal:
 * @text: a paragraph, in lower case
 *
 * Returns: whether it is about the site, its rights and its readers' data
 */
gboolean
tl_page_text_is_legal (const char *text)
{
  const Words *words = get_words ();
  const char *found = NULL;

  for (const char *p = text; *p != '\0'; p++)
    {
      const GPtrArray *phrases = words->legal[BUCKET (p)];

      if (phrases == NULL || (p > text && g_ascii_isalnum (p[-1])))
        continue;
      for (guint i = 0; i < phrases->len; i++)
        {
          const char *phrase = g_ptr_array_index (phrases, i);

          if (phrase != found && g_str_has_prefix (p, phrase))
            {
              if (found != NULL)
                return TRUE;
              found = phrase;
              break;
            }
        }
    }
  return FALSE;
}
