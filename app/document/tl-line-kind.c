/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a line of a saved page is when it is not part of the story.  Dates are known by
 * their shape alone, "9 word 2021", so that no names of months are needed here.
 */

#include "tl-line.h"

#include <string.h>

/* The most words of a line with a date that say something else ("Published in Minsk on"). */
#define MAX_WORDS_BESIDE_DATE 5

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* Digits at @p as a number; @n is how many, 0 for none. */
static guint
take_digits (const char *p,
             const char *end,
             guint      *n)
{
  guint value = 0;

  for (*n = 0; p + *n < end && g_ascii_isdigit (p[*n]) && *n < 6; (*n)++)
    value = value * 10 + (guint) (p[*n] - '0');
  return value;
}

static const char *
skip_letters (const char *p,
              const char *end)
{
  while (p < end && g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
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
is_year (guint value,
         guint n_digits)
{
  return n_digits == 4 && value >= 1800 && value < 2200;
}

/* "23rd November, 2020", "5-MAR-1987", behind the day that ends at @p. */
static const char *
skip_word_and_year (const char *p,
                    const char *end)
{
  const char *word, *after;
  guint value, n;

  if (g_str_has_prefix (p, "st ") || g_str_has_prefix (p, "nd ") || g_str_has_prefix (p, "rd ") ||
      g_str_has_prefix (p, "th "))
    p += 2;
  word = skip_any_of (p, end, " -./");
  after = skip_letters (word, end);
  if (word == p || after - word < 3 || after - word > 24)
    return NULL;
  after = skip_any_of (after, end, " -.,/");
  value = take_digits (after, end, &n);
  return is_year (value, n) ? after + n : NULL;
}

/* "24/07/2023", "2026-02-01", "2026-02", or "9 June 2021", from the digits at @p. */
static const char *
skip_date_from_digits (const char *p,
                       const char *end)
{
  guint value, n, n_second, n_third, second;
  const char *next;
  char separator;

  value = take_digits (p, end, &n);
  if (n == 0 || p + n >= end)
    return NULL;
  separator = p[n];
  next = p + n + 1;
  second = strchr ("-./", separator) != NULL ? take_digits (next, end, &n_second) : (n_second = 0);

  if (n_second > 0 && n_second <= 2 && second >= 1 && second <= 31)
    {
      const char *after = next + n_second;

      if (after + 1 < end && *after == separator && g_ascii_isdigit (after[1]))
        {
          guint third = take_digits (after + 1, end, &n_third);

          if (is_year (value, n) ? n_third <= 2 && third >= 1 && third <= 31
                                 : value >= 1 && value <= 31 && (is_year (third, n_third) || n_third == 2))
            return after + 1 + n_third;
          return NULL;
        }
      return is_year (value, n) && separator == '-' && second <= 12 && n_second == 2 ? after : NULL;
    }
  return n <= 2 && value >= 1 && value <= 31 ? skip_word_and_year (p + n, end) : NULL;
}

/* "June 20, 2023", or, with @of_month, "September 2013", from the word at @p. */
static const char *
skip_date_from_word (const char *p,
                     const char *end,
                     gboolean    of_month)
{
  const char *after = skip_letters (p, end);
  guint value, n;

  if (after - p < 3 || after - p > 24)
    return NULL;
  after = skip_any_of (after, end, " .");
  value = take_digits (after, end, &n);
  if (is_year (value, n))
    return of_month ? after + n : NULL;
  if (of_month || n == 0 || n > 2 || value < 1 || value > 31)
    return NULL;

  after += n;
  if (g_str_has_prefix (after, "st") || g_str_has_prefix (after, "nd") || g_str_has_prefix (after, "rd") ||
      g_str_has_prefix (after, "th"))
    after += 2;
  after = skip_any_of (after, end, " ,");
  value = take_digits (after, end, &n);
  return is_year (value, n) ? after + n : NULL;
}

static const char *
skip_time (const char *p,
           const char *end)
{
  guint n;

  take_digits (p, end, &n);
  if (n == 0 || n > 2 || p + n + 2 >= end + 1 || p[n] != ':' || !g_ascii_isdigit (p[n + 1]))
    return NULL;
  p += n;
  return skip_any_of (p, end, "0123456789:.");
}

/* What stands beside a date on its line. */
typedef struct
{
  gboolean has_date;
  gboolean is_apart;            /* a line's end or punctuation stands on both sides */
  guint    n_words;
} Beside;

static gboolean
is_separated (const char *line,
              const char *p)
{
  while (p > line && p[-1] == ' ')
    p--;
  if (p == line)
    return TRUE;
  p = g_utf8_prev_char (p);
  return !g_unichar_isalnum (g_utf8_get_char (p));
}

/* "2019-03-05T10:15": the hour is joined to the day. */
static gboolean
is_time_mark (const char *p,
              const char *end)
{
  return *p == 'T' && p + 1 < end && g_ascii_isdigit (p[1]);
}

static Beside
look_beside_date (const TlLine *line,
                  gboolean      of_month)
{
  const char *end = line->text + line->length;
  Beside beside = { FALSE, FALSE, 0 };
  gboolean at_start = TRUE;

  for (const char *p = line->text; p < end;)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_alnum = g_unichar_isalnum (c);

      if (at_start && is_alnum)
        {
          const char *after = g_ascii_isdigit (*p) ? skip_date_from_digits (p, end)
                                                   : skip_date_from_word (p, end, of_month);

          if (after != NULL && (after >= end || is_time_mark (after, end) || !g_unichar_isalnum (g_utf8_get_char (after))))
            {
              const char *next = skip_any_of (after, end, is_time_mark (after, end) ? "T" : " ");

              /* "Published 9 June 2021" needs no comma, "The plan of 9 June 2021" is no date line. */
              beside.is_apart = (is_separated (line->text, p) || beside.n_words <= 2) &&
                                (next >= end || !g_unichar_isalpha (g_utf8_get_char (next)));
              beside.has_date = TRUE;
              p = after;
              continue;
            }
          after = g_ascii_isdigit (*p) ? skip_time (p, end) : NULL;
          if (after != NULL)
            {
              p = after;
              continue;
            }
          beside.n_words++;
        }
      at_start = !is_alnum;
      p = g_utf8_next_char (p);
    }
  return beside;
}

/**
 * tl_line_is_date:
 * @line: a line
 *
 * Returns: whether it only tells a day, perhaps with the hour, a place or a label
 *   ("Published: 9 June 2021, 18:47", "24/07/2023, Minsk")
 */
gboolean
tl_line_is_date (const TlLine *line)
{
  Beside beside;

  if (line->n_chars > 80)
    return FALSE;
  beside = look_beside_date (line, FALSE);
  return beside.has_date && beside.is_apart && beside.n_words <= MAX_WORDS_BESIDE_DATE;
}

/**
 * tl_line_is_month_date:
 * @line: a line
 *
 * Returns: whether it only tells a month ("Press digest, November 2017")
 */
gboolean
tl_line_is_month_date (const TlLine *line)
{
  Beside beside;

  if (line->n_chars > 60)
    return FALSE;
  beside = look_beside_date (line, TRUE);
  return beside.has_date && beside.is_apart && beside.n_words <= 2;
}

static gboolean
begins_with (const TlLine *line,
             const char   *words)
{
  gsize n = strlen (words);

  return line->length >= n && g_ascii_strncasecmp (line->text, words, n) == 0 &&
         (line->length == n || !g_ascii_isalnum (line->text[n]));
}

/* What the page around an article offers to do. */
static gboolean
is_control_word (const char *word,
                 gsize       length)
{
  static const char *const words[] = {
    "advertisement", "bookmark", "comment", "comments", "copy", "email", "e-mail", "facebook", "follow",
    "home", "instagram", "linkedin", "listen", "login", "menu", "newsletter", "pinterest", "post", "print",
    "reddit", "rss", "save", "search", "share", "subscribe", "telegram", "tweet", "twitter", "whatsapp",
    "youtube", "cookies", "javascript",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
count_control_words (const TlLine *line)
{
  const char *end = line->text + line->length;
  guint n = 0;

  for (const char *p = line->text; p < end;)
    {
      const char *word = p;

      while (p < end && (g_ascii_isalpha (*p) || (*p == '-' && p > word)))
        p++;
      if (p > word)
        n += is_control_word (word, (gsize) (p - word));
      else
        p++;
    }
  return n;
}

/* "Home > News > Economy": short pieces between signs that no sentence has. */
static gboolean
is_trail (const TlLine *line)
{
  static const char *const signs[] = { " > ", " \302\273 ", " \342\200\272 ", " \342\200\242 ", " / ", " | " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *end = line->text + line->length;
      guint n_signs = 0;

      for (const char *p = line->text; (p = g_strstr_len (p, end - p, signs[i])) != NULL; p += strlen (signs[i]) - 1)
        n_signs++;
      if (n_signs >= 2 && line->n_words <= 4 * (n_signs + 1))
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
  static const char *const openings[] = {
    "advertisement", "all rights reserved", "breaking news", "copyright", "file photo", "follow us",
    "getty images", "image caption", "image copyright", "image source", "image:", "latest news",
    "listen to this article", "listen to article", "log in", "most popular", "most read", "photo by",
    "photo credit", "photo:", "picture:", "read also", "read more", "recommended", "related articles",
    "related news", "related stories", "see also", "share on", "share this", "sign in", "sign up",
    "skip to", "subscribe to", "tags:", "topics:", "we use cookies", "\302\251",
  };
  guint n_controls;

  if (line->n_words == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      if (begins_with (line, openings[i]))
        return TRUE;
    }
  if (line->n_chars > 400)
    return FALSE;
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
  const char *end = line->text + line->length;
  const char *p = skip_capitals (line->text, end);
  gsize room;

  if (p == NULL || p >= end)
    return FALSE;
  p = skip_bracket (p, end);
  if (p == NULL)
    return FALSE;

  /* Up to the dash there is room for a day and a name, and nothing that goes on in a sentence. */
  room = 60;
  for (; p < end && room > 0; p = g_utf8_next_char (p), room--)
    {
      gunichar c = g_utf8_get_char (p);

      if ((is_dash (c) && (p[-1] == ' ' || c != '-')) || c == ':')
        return g_utf8_next_char (p) < end;
      if (c == '.' && p > line->text && g_ascii_isdigit (p[-1]) && p + 1 < end && p[1] == ' ')
        return TRUE;
    }
  return FALSE;
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

  if (line->n_chars >= 200 || (line->n_chars >= 120 && ends))
    return TRUE;
  if (tl_line_is_dateline (line) && (ends || line->n_chars >= 120))
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
  static const char *const words[] = { "and", "al", "bin", "da", "de", "der", "di", "dos", "el", "la", "van", "von" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
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
 * Returns: (transfer full) (nullable): the name in "By Name Surname" or "By Name Surname,
 *   Agency", %NULL when it is no such line
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
  if (n_words < 2 || n_words > 8 ||
      (after < end && g_unichar_isalnum (g_utf8_get_char (skip_any_of (after, end, " ")))))
    return NULL;
  return g_strndup (start, (gsize) (after - start));
}

/**
 * tl_line_dup_field:
 * @line: a line
 * @names: names in lower case, separated by blanks
 *
 * Returns: (transfer full) (nullable): what stands behind the colon when the line is
 *   "Name: value" with one of @names, %NULL otherwise
 */
char *
tl_line_dup_field (const TlLine *line,
                   const char   *names)
{
  const char *colon = memchr (line->text, ':', MIN (line->length, 24));
  g_auto(GStrv) list = NULL;
  gsize n;

  if (colon == NULL || colon + 1 >= line->text + line->length)
    return NULL;
  n = (gsize) (colon - line->text);
  list = g_strsplit (names, " ", -1);
  for (guint i = 0; list[i] != NULL; i++)
    {
      if (strlen (list[i]) == n && g_ascii_strncasecmp (line->text, list[i], n) == 0)
        return g_strstrip (g_strndup (colon + 1, (gsize) (line->text + line->length - colon - 1)));
    }
  return NULL;
}
