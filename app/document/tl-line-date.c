/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lines that tell a day.  Dates are known by their shape alone, "9 word 2021", so that no
 * names of months are needed here.
 */

#include "tl-line.h"

#include "tl-document-words.h"

#include <string.h>

/* Between two parts of a date there are no more words, and a month's has no more bytes. */
#define MAX_GAP_WORDS 3
#define MAX_MONTH_SIZE 40

/* Nor has a word that leads to the hour: "at", "à", "a las", "в". */
#define MAX_HOUR_WORD 5

/* The most words of a line with a date that say something else ("Published in Minsk on"). */
#define MAX_WORDS_BESIDE_DATE 5

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

/* "23rd November, 2020", "5-MAR-1987", "3rd Wednesday, April 2019", behind the day that
 * ends at @p. */
static const char *
skip_word_and_year (const char *p,
                    const char *end)
{
  const char *word, *after;
  gboolean is_ordinal = FALSE;
  guint value, n;

  if (g_str_has_prefix (p, "st ") || g_str_has_prefix (p, "nd ") || g_str_has_prefix (p, "rd ") ||
      g_str_has_prefix (p, "th "))
    {
      is_ordinal = TRUE;
      p += 2;
    }
  word = skip_any_of (p, end, " -./");
  after = skip_letters (word, end);
  if (word == p || after - word < 3 || after - word > 24)
    return NULL;
  if (is_ordinal && after + 2 < end && after[0] == ',' && g_ascii_isalpha (after[2]))
    after = skip_letters (after + 2, end);
  after = skip_any_of (after, end, " -.,/");
  value = take_digits (after, end, &n);
  return is_year (value, n) ? after + n : NULL;
}

/* "07 26, 2018", from the digits at @p. */
static const char *
skip_spaced_date (const char *p,
                  const char *end)
{
  guint n, day, year;

  take_digits (p, end, &n);
  p += n;
  if (n == 0 || n > 2 || p >= end || *p != ' ')
    return NULL;
  day = take_digits (p + 1, end, &n);
  p += n + 1;
  if (n == 0 || n > 2 || day < 1 || day > 31 || p + 2 >= end || *p != ',')
    return NULL;
  p = skip_any_of (p + 1, end, " ");
  year = take_digits (p, end, &n);
  return is_year (year, n) ? p + n : NULL;
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
  if (n > 2 || value < 1 || value > 31)
    return NULL;
  next = skip_word_and_year (p + n, end);
  return next != NULL ? next : skip_spaced_date (p, end);
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

/* ---- other scripts and orders ---- */

/* The number at @p in the digits of any script; its end, or NULL where there is none. */
static const char *
take_number (const char *p,
             const char *end,
             guint      *value,
             guint      *n_digits)
{
  *value = *n_digits = 0;
  while (p < end && *n_digits <= 4 && g_unichar_isdigit (g_utf8_get_char (p)))
    {
      *value = *value * 10 + (guint) g_unichar_digit_value (g_utf8_get_char (p));
      ++*n_digits;
      p = g_utf8_next_char (p);
    }
  return *n_digits > 0 && *n_digits <= 4 ? p : NULL;
}

/* A year of any calendar that news are dated by, the Persian and the Thai one among them. */
static gboolean
is_any_year (guint value,
             guint n_digits)
{
  return n_digits == 4 && ((value >= 1800 && value < 2200) || (value >= 1300 && value < 1500) ||
                           (value >= 2400 && value < 2700));
}

/* What stands between two parts of a date. */
typedef struct
{
  guint    n_words;
  gboolean is_foreign;          /* points, hyphens, other scripts: no two words of an English headline */
  gboolean has_point;
  gboolean has_particle;        /* "de" */
} Gap;

static gboolean
is_particle (const char *word,
             gsize       length)
{
  const char *const *particles = tl_document_words (TL_DOCUMENT_DATE_PARTICLES);

  for (guint i = 0; particles[i] != NULL; i++)
    if (strlen (particles[i]) == length && strncmp (particles[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Up to the next number; NULL where something else stands before it, or words too long or too
 * many for a date. */
static const char *
skip_gap (const char *p,
          const char *end,
          Gap        *gap)
{
  *gap = (Gap) { 0, FALSE, FALSE, FALSE };
  while (p < end && !g_unichar_isdigit (g_utf8_get_char (p)))
    {
      const char *word = p;

      if (strchr (" .,/-", *p) != NULL)
        {
          gap->is_foreign |= *p == '.' || *p == '-' || *p == '/';
          gap->has_point |= *p == '.';
          p++;
          continue;
        }
      while (p < end && (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
        {
          gap->is_foreign |= (guchar) *p >= 0x80;
          p = g_utf8_next_char (p);
        }
      if (p == word || p - word > MAX_MONTH_SIZE || ++gap->n_words > MAX_GAP_WORDS)
        return NULL;
      gap->has_particle |= is_particle (word, (gsize) (p - word));
    }
  return p < end ? p : NULL;
}

static gboolean
is_any_day (guint value,
            guint n_digits)
{
  return n_digits <= 2 && value >= 1 && value <= 31;
}

/* "9 de junio de 2021", "2021 жылғы 9 маусым", "2021年6月9日", "٩ يونيو ٢٠٢١", "1400/03/19": a year
 * at either end. */
static const char *
skip_any_date (const char *p,
               const char *end)
{
  guint value[3], n_digits[3];
  Gap gaps[2];
  const char *first_end = take_number (p, end, &value[0], &n_digits[0]);
  const char *second = first_end != NULL ? skip_gap (first_end, end, &gaps[0]) : NULL;
  const char *second_end, *third, *third_end;

  if (second == NULL || second == first_end)
    return NULL;
  second_end = take_number (second, end, &value[1], &n_digits[1]);
  if (second_end == NULL)
    return NULL;
  if (is_any_day (value[0], n_digits[0]) && is_any_year (value[1], n_digits[1]))
    return gaps[0].n_words > 1 ? (gaps[0].has_particle ? second_end : NULL)
                               : (gaps[0].n_words == 1 && gaps[0].is_foreign ? second_end : NULL);
  if (!is_any_day (value[1], n_digits[1]))
    return NULL;
  third = skip_gap (second_end, end, &gaps[1]);
  third_end = third != NULL && third > second_end ? take_number (third, end, &value[2], &n_digits[2]) : NULL;
  if (third_end != NULL && gaps[0].is_foreign && gaps[1].is_foreign && gaps[1].n_words <= 1 &&
      ((is_any_year (value[0], n_digits[0]) && value[1] <= 12 && is_any_day (value[2], n_digits[2])) ||
       (is_any_day (value[0], n_digits[0]) && is_any_year (value[2], n_digits[2]))))
    return third_end;
  /* "2021. június 9." */
  return is_any_year (value[0], n_digits[0]) && gaps[0].is_foreign &&
             (gaps[0].n_words == 1 || (gaps[0].n_words == 2 && gaps[0].has_point))
           ? second_end
           : NULL;
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

/* "Last updated at 10:15 on 5 March 2012": a date is what the line is for. */
static gboolean
has_label (const TlLine *line)
{
  const char *const *labels = tl_document_words (TL_DOCUMENT_DATE_LABELS);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (line->length > strlen (labels[i]) && g_ascii_strncasecmp (line->text, labels[i], strlen (labels[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
skip_word (const char *p,
           const char *end)
{
  while (p < end && (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);
  return p;
}

/* Behind one word that ends the line or a part of it, or words that lead to an hour: "2021 г.,
 * 14:05", "2021 Çarşamba", "2021 à 14h05", "2021 a las 14:05". */
static const char *
skip_year_word (const char *p,
                const char *end)
{
  const char *after = skip_word (p, end);
  const char *hour = p;

  if (after == end || strchr (".,;|/()", *after) != NULL)
    return after;
  for (guint n = 0; n < 2 && hour < end && !g_ascii_isdigit (*hour); n++)
    {
      after = skip_word (hour, end);
      if (after - hour > MAX_HOUR_WORD)
        return p;
      hour = skip_any_of (after, end, " ");
    }
  return hour < end && g_ascii_isdigit (*hour) ? hour : p;
}

/*
 * Whether the date from @start on, with the next thing at @next, is no part of a sentence:
 * "Published 9 June 2021" needs no comma, "The plan of 9 June 2021" is no date line; behind
 * "Agency, 9 June 2021" the page may go on with a capital ("Font size").
 */
static gboolean
is_apart (const TlLine *line,
          const char   *start,
          const char   *next,
          guint         n_words)
{
  gunichar c;

  next = skip_year_word (next, line->text + line->length);
  c = next < line->text + line->length ? g_utf8_get_char (next) : 0;
  if (g_unichar_isalpha (c) && !(g_unichar_isupper (c) && start > line->text && is_separated (line->text, start)))
    return FALSE;
  return is_separated (line->text, start) || n_words <= 2 || has_label (line);
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

          if (after == NULL && g_unichar_isdigit (c) && !of_month)
            {
              after = skip_any_date (p, end);
              /* "9日", "9-го", and a point */
              while (after != NULL && after < end && (guchar) *after >= 0x80 &&
                     g_unichar_isalpha (g_utf8_get_char (after)))
                after = g_utf8_next_char (after);
            }

          if (after != NULL &&
              (after >= end || is_time_mark (after, end) || !g_unichar_isalnum (g_utf8_get_char (after))))
            {
              const char *next = skip_any_of (after, end, is_time_mark (after, end) ? "T" : " ");

              beside.is_apart = is_apart (line, p, next, beside.n_words);
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

/* "Baku, May 6, Agency", "Thursday, March 24", "Минск, 9 июня": a day without its year behind the
 * first comma, and little behind it. */
static gboolean
is_day_behind_place (const TlLine *line)
{
  const char *end = line->text + line->length;
  const char *p = memchr (line->text, ',', line->length);
  guint value, n, n_before = 0, n_behind = 0;
  const char *word;

  if (p == NULL || line->n_words > MAX_WORDS_BESIDE_DATE + 1 || !g_unichar_isupper (tl_line_first (line)))
    return FALSE;
  for (const char *q = line->text; q < p; q++)
    n_before += *q == ' ';
  if (n_before > 1)
    return FALSE;
  p = word = skip_any_of (p + 1, end, " ");
  value = take_digits (p, end, &n);
  if (n > 0)
    p = word = skip_any_of (p + n, end, " ");
  p = skip_letters (p, end);
  if (p - word < 3 || p - word > MAX_MONTH_SIZE || (n == 0 && !g_unichar_isupper (g_utf8_get_char (word))))
    return FALSE;
  if (n == 0)
    {
      p = skip_any_of (p, end, " .");
      value = take_digits (p, end, &n);
      p += n;
    }
  for (const char *q = p; q < end; q++)
    n_behind += *q == ' ';
  return n >= 1 && n <= 2 && value >= 1 && value <= 31 && (p == end || strchr (",.:;", *p) != NULL) && n_behind <= 2;
}

/* "Business News of 2014-04-01": a heading of the page, in capitals, and a day in numbers at its
 * end, as no headline tells it. */
static gboolean
is_heading_of_day (const TlLine *line)
{
  const char *end = line->text + line->length;
  const char *day = end;
  const char *after;

  while (day > line->text && !g_ascii_isspace (day[-1]))
    day--;
  if (line->n_words > MAX_WORDS_BESIDE_DATE + 1 || !g_ascii_isdigit (*day) ||
      strspn (day, "0123456789-./") != (gsize) (end - day))
    return FALSE;
  after = skip_date_from_digits (day, end);
  for (const char *p = line->text; p < day; p = g_utf8_next_char (p))
    if ((p == line->text || p[-1] == ' ') && g_unichar_islower (g_utf8_get_char (p)) && p + 4 < day && p[1] != ' ' &&
        p[2] != ' ' && p[3] != ' ')
      return FALSE;
  return after == end;
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
  if (is_day_behind_place (line) || is_heading_of_day (line))
    return TRUE;
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
