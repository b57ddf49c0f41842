/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a line of a saved page is when it is not part of the story, and what it is when
 * the story begins with it.
 */

#include "tl-line.h"

#include "tl-ascii.h"
#include "tl-document-words.h"

#include <string.h>

/* No phrase that a line of the page begins with has more bytes. */
#define MAX_OPENING 80

/* Nor has a word of what it offers to do. */
#define MAX_CONTROL 48

/* A label and its colon have no more bytes. */
#define MAX_LABEL 48

/* How many characters may stand between a dateline's place and its dash. */
#define DATELINE_ROOM 60

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static const char *
skip_any_of (const char *p,
             const char *end,
             const char *characters)
{
  while (p < end && strchr (characters, *p) != NULL)
    p++;
  return p;
}

static gboolean
begins_with (const TlLine *line,
             const char   *words)
{
  gsize n = strlen (words);

  return line->length >= n && g_ascii_strncasecmp (line->text, words, n) == 0 &&
         (line->length == n || !g_ascii_isalnum (line->text[n]));
}

/* The beginning of a line, without case. */
static char *
fold_start (const TlLine *line)
{
  const char *end = line->text;

  while (end < line->text + MIN (line->length, MAX_OPENING))
    end = g_utf8_next_char (end);
  if (tl_ascii_skip (line->text, end) == end)
    return g_ascii_strdown (line->text, end - line->text);
  return g_utf8_casefold (line->text, end - line->text);
}

/* What belongs to the page is told by how a line begins, in whatever language. */
static gboolean
begins_page (const TlLine *line)
{
  const char *const *openings = tl_document_words (TL_DOCUMENT_PAGE_OPENINGS);
  g_autofree char *start = fold_start (line);

  for (guint i = 0; openings[i] != NULL; i++)
    {
      gsize n;

      if (openings[i][0] != start[0] || !g_str_has_prefix (start, openings[i]))
        continue;
      n = strlen (openings[i]);
      if ((guchar) openings[i][n - 1] < 0x80 ? !g_ascii_isalnum (start[n])
                                             : !g_unichar_isalnum (g_utf8_get_char (start + n)))
        return TRUE;
    }
  return FALSE;
}

/* The set of what the page around an article offers to do. */
static GHashTable *
get_control_words (void)
{
  static GHashTable *set;

  if (g_once_init_enter (&set))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
      const char *const *words = tl_document_words (TL_DOCUMENT_PAGE_CONTROLS);

      for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_add (table, (gpointer) words[i]);
      g_once_init_leave (&set, table);
    }
  return set;
}

static gboolean
is_control_word (GHashTable *words,
                 const char *word,
                 gsize       length,
                 gboolean    is_ascii)
{
  char lower[MAX_CONTROL + 1];

  if (length > MAX_CONTROL)
    return FALSE;
  if (!is_ascii)
    {
      g_autofree char *folded = g_utf8_casefold (word, (gssize) length);

      return g_hash_table_contains (words, folded);
    }
  for (gsize i = 0; i < length; i++)
    lower[i] = g_ascii_tolower (word[i]);
  lower[length] = '\0';
  return g_hash_table_contains (words, lower);
}

static guint
count_control_words (const TlLine *line)
{
  GHashTable *words = get_control_words ();
  const char *end = line->text + line->length;
  guint n = 0;

  for (const char *p = line->text; p < end;)
    {
      const char *word = p;
      gboolean is_ascii = TRUE;

      while (p < end && ((guchar) *p < 0x80 ? g_ascii_isalpha (*p) || (*p == '-' && p > word)
                                            : g_unichar_isalpha (g_utf8_get_char (p))))
        {
          is_ascii = is_ascii && (guchar) *p < 0x80;
          p = g_utf8_next_char (p);
        }
      if (p > word)
        n += is_control_word (words, word, (gsize) (p - word), is_ascii);
      else
        p = g_utf8_next_char (p);
    }
  return n;
}

/* "Home > News > Economy": short pieces between signs that no sentence has. */
static gboolean
is_trail (const TlLine *line)
{
  static const char *const signs[] = { "> ", "\302\273 ", "\342\200\272 ", "\342\200\242 ", "/ ", "| " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *end = line->text + line->length;
      guint n_signs = 0;

      for (const char *p = line->text; (p = tl_ascii_find (p, end, signs[i])) != NULL; p++)
        n_signs += p > line->text && p[-1] == ' ';
      if (n_signs >= 2 && line->n_words <= 4 * (n_signs + 1))
        return TRUE;
    }
  return FALSE;
}

/* "A ship in the port. — Agency pic", "The border at noon. Photo: Agency" */
static gboolean
is_caption (const TlLine *line)
{
  const char *const *ends = tl_document_words (TL_DOCUMENT_CAPTION_ENDS);
  const char *const *marks = tl_document_words (TL_DOCUMENT_CAPTION_MARKS);
  gsize length = line->length;

  while (length > 0 && strchr (".)]", line->text[length - 1]) != NULL)
    length--;
  for (guint i = 0; ends[i] != NULL; i++)
    {
      gsize n = strlen (ends[i]);

      if (length > n && line->text[length - n - 1] == ' ' &&
          g_ascii_strncasecmp (line->text + length - n, ends[i], n) == 0)
        return TRUE;
    }
  for (guint i = 0; marks[i] != NULL; i++)
    {
      const char *mark = tl_ascii_find (line->text, line->text + line->length, marks[i]);

      if (mark != NULL && mark > line->text && (mark[-1] == ' ' || mark[-1] == '('))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_line_is_clutter:
 * @line: a line
 *
 * Returns: whether it belongs to the page and not to the article: menus, captions,
 *   invitations to share and to subscribe
 */
gboolean
tl_line_is_clutter (const TlLine *line)
{
  guint n_controls;

  if (line->n_words == 0 || begins_page (line))
    return TRUE;
  /* What a server or an editor says of its own work: "[an error occurred]". */
  if (tl_line_first (line) == '[' && tl_line_last (line) == ']' && line->n_chars <= 120)
    return TRUE;
  if (line->n_chars > 400)
    return FALSE;
  if (is_caption (line))
    return TRUE;
  n_controls = count_control_words (line);
  return (n_controls >= 2 && n_controls * 4 >= line->n_words) || (n_controls == 1 && line->n_words == 1) ||
         is_trail (line);
}

/* "(Reuters)", "/Digest/", or nothing; NULL where a bracket stays open. */
static const char *
skip_bracket (const char *p,
              const char *end)
{
  const char *close;

  p = skip_any_of (p, end, " .,");
  if (p >= end || (*p != '(' && *p != '/'))
    return p;
  close = memchr (p + 1, *p == '(' ? ')' : '/', (gsize) MIN (end - p - 1, 40));
  return close != NULL ? skip_any_of (close + 1, end, " .,") : NULL;
}

/* A place all in capitals, perhaps two of them, "PHNOM PENH", "MONTREAL/RIYADH". */
static const char *
skip_capitals (const char *p,
               const char *end)
{
  const char *after = p;
  guint n_letters = 0;

  while (after < end)
    {
      gunichar c = g_utf8_get_char (after);

      if (g_unichar_isalpha (c) && !g_unichar_islower (c))
        n_letters++;
      else if (c != ' ' && c != '/' && c != '\'' && c != 0x2019 &&
               !(c == '-' && after + 1 < end && g_ascii_isupper (after[1])))
        break;
      after = g_utf8_next_char (after);
    }
  /* Not into the first letter of a word in lower case. */
  if (after < end && g_unichar_islower (g_utf8_get_char (after)))
    while (after > p && after[-1] != ' ')
      after--;
  return n_letters >= 3 ? after : NULL;
}

/* The end of a dateline up to its dash, colon or full stop; NULL where there is none. */
static const char *
find_dateline_end (const TlLine *line)
{
  const char *end = line->text + line->length;
  const char *p = skip_capitals (line->text, end);

  if (p == NULL || p >= end)
    return NULL;
  p = skip_bracket (p, end);
  if (p == NULL)
    return NULL;

  /* Up to the dash there is room for a day and a name, and nothing that goes on in a sentence. */
  for (gsize room = DATELINE_ROOM; p < end && room > 0; p = g_utf8_next_char (p), room--)
    {
      gunichar c = g_utf8_get_char (p);

      if ((is_dash (c) && (p[-1] == ' ' || c != '-')) || c == ':')
        return g_utf8_next_char (p) < end ? g_utf8_next_char (p) : NULL;
      if (c == '.' && g_ascii_isdigit (p[-1]) && p + 1 < end && p[1] == ' ')
        return p + 1;
    }
  return NULL;
}

/**
 * tl_line_is_dateline:
 * @line: a line
 *
 * Returns: whether it opens a story as agencies do: a place in capitals, perhaps a day
 *   and the agency, then a dash or a full stop ("MINSK, 9 June (BelTA) – ")
 */
gboolean
tl_line_is_dateline (const TlLine *line)
{
  return find_dateline_end (line) != NULL;
}

/**
 * tl_line_skip_dateline:
 * @line: a line
 *
 * Returns: the line without the dateline that it opens with, and without what stands
 *   before that ("date 2016-12-08 MINSK. AGENCY - "); the whole line where it opens with
 *   none
 */
TlLine
tl_line_skip_dateline (const TlLine *line)
{
  const char *line_end = line->text + line->length;
  TlLine rest = *line;
  const char *end = find_dateline_end (line);

  if (end == NULL)
    {
      /* The label "date" and digits. */
      const char *p = skip_any_of (line->text, line_end, "DATEdate:");

      p = skip_any_of (p, line_end, " 0123456789-./");
      rest.text = p;
      rest.length = (gsize) (line_end - p);
      end = p > line->text ? find_dateline_end (&rest) : NULL;
      if (end == NULL)
        return *line;
    }

  while (end < line_end && (is_dash (g_utf8_get_char (end)) || *end == ' '))
    end = g_utf8_next_char (end);
  rest.text = end;
  rest.length = (gsize) (line_end - end);
  rest.n_chars = (guint) g_utf8_strlen (end, line_end - end);
  return rest;
}

/**
 * tl_line_is_prose:
 * @line: a line
 *
 * Returns: whether it is a paragraph of a story and no headline
 */
gboolean
tl_line_is_prose (const TlLine *line)
{
  gboolean ends = tl_line_ends_sentence (line);
  const char *end = line->text + line->length;

  /* Thai has no full stop. */
  if (line->n_chars >= 200 ||
      (line->n_chars >= 120 && (ends || g_unichar_get_script (tl_line_last (line)) == G_UNICODE_SCRIPT_THAI)))
    return TRUE;
  /* A headline may begin with capitals and a dash, too, but it is no longer than a line. */
  if (tl_line_is_dateline (line) && (ends || line->n_chars >= 100))
    return TRUE;
  if (line->n_chars >= 120 && tl_line_last (line) == ',')
    return TRUE;
  if (!ends || line->n_words < 6)
    return FALSE;
  /* "Is it worth it? It is." may be a headline, "It is worth it." is the first sentence. */
  return line->n_chars >= 120 ||
         (g_strstr_len (line->text, end - line->text, "? ") == NULL &&
          g_strstr_len (line->text, end - line->text, "! ") == NULL);
}

static gboolean
is_particle (const char *word,
             gsize       length)
{
  const char *const *words = tl_document_words (TL_DOCUMENT_NAME_PARTICLES);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strlen (words[i]) == length && strncmp (words[i], word, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The run of capitalised words at @p: a name. */
static const char *
skip_name (const char *p,
           const char *end,
           guint      *n_words)
{
  const char *after = p;

  for (*n_words = 0; p < end; (*n_words)++)
    {
      const char *word = p;

      while (p < end && (g_unichar_isalpha (g_utf8_get_char (p)) || strchr ("-'.", *p) != NULL ||
                         g_utf8_get_char (p) == 0x2019))
        p = g_utf8_next_char (p);
      if (p == word || !(g_unichar_isupper (g_utf8_get_char (word)) || is_particle (word, (gsize) (p - word))))
        break;
      after = p;
      p = skip_any_of (p, end, " ");
    }
  return after;
}

/**
 * tl_line_dup_byline:
 * @line: a line
 *
 * Returns: (transfer full) (nullable): the name in "By Name Surname", "By Name Surname,
 *   Agency" or "By Name Surname in Place", %NULL when it is no such line
 */
char *
tl_line_dup_byline (const TlLine *line)
{
  const char *start = line->text + 3;
  const char *end = line->text + line->length;
  const char *after;
  guint n_words;

  if (line->n_chars > 80 || !begins_with (line, "by") || line->length < 6 || line->text[2] != ' ')
    return NULL;
  after = skip_name (start, end, &n_words);
  if (n_words >= 2 && g_str_has_prefix (after, " in "))
    {
      guint n_place_words;
      const char *place_end = skip_name (after + strlen (" in "), end, &n_place_words);

      if (place_end == end)
        return g_strndup (start, (gsize) (after - start));
    }
  if (n_words < 2 || n_words > 8 ||
      (after < end && g_unichar_isalnum (g_utf8_get_char (skip_any_of (after, end, " ")))))
    return NULL;
  return g_strndup (start, (gsize) (after - start));
}

/* The colon behind a label, that of East Asia, too; NULL where the line has none so near. */
static const char *
find_colon (const TlLine *line,
            gsize        *length)
{
  const char *end = line->text + MIN (line->length, MAX_LABEL);

  for (const char *p = line->text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ':' || c == 0xff1a)
        {
          *length = c == ':' ? 1 : 3;
          return p;
        }
    }
  return NULL;
}

/**
 * tl_line_dup_field:
 * @line: a line
 * @labels: the group of words that the field may be called by
 *
 * Returns: (transfer full) (nullable): what stands behind the colon when the line is
 *   "Label: value" with one of @labels, %NULL otherwise
 */
char *
tl_line_dup_field (const TlLine    *line,
                   TlDocumentWords  labels)
{
  const char *const *words = tl_document_words (labels);
  g_autofree char *label = NULL;
  const char *colon, *value;
  gsize n_colon;

  colon = find_colon (line, &n_colon);
  if (colon == NULL || colon + n_colon >= line->text + line->length)
    return NULL;
  value = colon + n_colon;
  label = g_utf8_casefold (line->text, colon - line->text);
  if (!g_strv_contains (words, g_strchomp (label)))
    return NULL;
  return g_strstrip (g_strndup (value, (gsize) (line->text + line->length - value)));
}
