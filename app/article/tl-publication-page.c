/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Days that stand behind a story's beginning: in a line of their own below its first
 * paragraph, in lines below its end, or as its last words.
 */

#include "tl-publication-private.h"

#include <string.h>

#include "tl-calendar-fold.h"
#include "tl-calendar-names.h"
#include "tl-date-line.h"
#include "tl-date-scan.h"

#define N_TAIL_LINES 10
#define TAIL_SIZE 4096

/* What a story's beginning tells of its day stands within so many tokens. */
#define LEAD_TOKENS 120

#define MAX_HEAD_LINES 160

/* "New Kumasi, North, August 13:" has no more. */
#define MAX_PLACE_LINE_WORDS 5

/* Years by which a weekday's year is told. */
#define FIRST_NAMED_YEAR 1980
#define LAST_NAMED_YEAR 2098

/* Below so many lines of a story a day is no longer that of its head. */
#define MAX_STORY_LINES 5

/* "Friday, 5 March 2021, 10:15 GMT, Accra Times" has no more words. */
#define MAX_DATE_LINE_WORDS 8

/* Nor has the name that signs a story, "Voltanews Agency, July 26, 2021". */
#define MAX_SIGNATURE_WORDS 4

/*
 * tl_page_is_word:
 * @self: a page
 * @words: a group of words
 * @token: index of a token
 * @end_token: (out) (optional): index after the phrase's last token
 *
 * Returns: whether a phrase of @words begins at @token
 */
gboolean
tl_page_is_word (const TlPage       *self,
                 TlPublicationWords  words,
                 guint               token,
                 guint              *end_token)
{
  return tl_publication_words_match (words, self->text, token, end_token) != NULL;
}

/* A day in words of another language, or in another order or script. */
static TlDate
find_foreign_date (const TlPage *self,
                   guint         token,
                   guint         end)
{
  gsize start = token < end ? self->tokens[token].span.start : 0;

  if (token >= end)
    return TL_DATE_NONE;
  return tl_date_line_find (self->string + start, self->tokens[end - 1].span.end - start, self->language, NULL, NULL);
}

/* "7/3/2019" is of no month in words, and its year stands last. */
static gboolean
is_in_numbers (const TlPage *self,
               guint         token,
               guint         end)
{
  for (guint i = token; i < end; i++)
    if (self->tokens[i].kind == TL_TOKEN_WORD)
      return FALSE;
  return self->tokens[token].span.end - self->tokens[token].span.start != 4;
}

/* The first weekday that is named, 1 for Monday; 0 for none. */
static int
find_weekday (const TlPage *self,
              guint         token,
              guint         end)
{
  for (guint i = token; i < end; i++)
    {
      TlSpan span = self->tokens[i].span;
      g_autofree char *folded = NULL;
      int weekday;

      if (!tl_page_is_word (self, TL_WORDS_WEEKDAYS, i, NULL))
        continue;
      folded = tl_calendar_fold (self->string + span.start, (gssize) (span.end - span.start));
      if (tl_calendar_find_name (folded, TL_CALENDAR_WEEKDAY, "en", &weekday))
        return weekday;
    }
  return 0;
}

static gboolean
is_told_on (TlDate date,
            int    weekday)
{
  int day = tl_date_get_weekday (date);

  return day == weekday || day == weekday % 7 + 1;
}

/* The day first or the month: as in the country of the page, else so that the story's "said on
 * Wednesday" is that day or the one before. */
static TlDate
settle_order (const TlPage *self,
              TlDate        date)
{
  const char *order = tl_calendar_get_order (self->language);
  TlDate swapped = { date.year, date.day, date.month };
  int weekday;

  if (date.day == 0 || date.day > 12 || date.day == date.month)
    return date;
  if (order != NULL)
    return strcmp (order, "mdy") == 0 ? swapped : date;
  weekday = find_weekday (self, self->story, MIN (self->story + LEAD_TOKENS, self->n_tokens));
  return weekday != 0 && !is_told_on (date, weekday) && is_told_on (swapped, weekday) ? swapped : date;
}

/*
 * tl_page_find_date:
 * @self: a page
 * @token: index of a token
 * @end: index after the last token
 *
 * Returns: the first date with a year in a run of tokens
 */
TlDate
tl_page_find_date (const TlPage *self,
                   guint         token,
                   guint         end)
{
  for (guint i = token; i < end; i++)
    {
      guint date_end;
      TlDate date;

      if (tl_date_scan_at (self->text, i, &date, &date_end) && date.year != 0 && date_end <= end)
        return is_in_numbers (self, i, date_end) ? settle_order (self, date) : date;
    }
  return find_foreign_date (self, token, end);
}

/*
 * tl_page_get_tokens:
 * @self: a page
 * @line: a line of it
 * @first: (out): index of its first token
 * @end: (out): index after its last
 */
void
tl_page_get_tokens (const TlPage *self,
                    const TlLine *line,
                    guint        *first,
                    guint        *end)
{
  gsize offset = (gsize) (line->text - self->string);

  *first = tl_text_find_token (self->text, offset);
  *end = tl_text_find_token (self->text, offset + line->length - 1) + 1;
  *end = MIN (*end, self->n_tokens);
}

/* The day of a line that tells nothing else. */
static TlDate
read_date_line (const TlPage *self,
                const TlLine *line)
{
  guint first, end;
  TlDate date;

  /* What stands in brackets is the day of what the story was taken from. */
  if (line->n_words > MAX_DATE_LINE_WORDS || tl_line_first (line) == '(' || !tl_line_is_date (line))
    return TL_DATE_NONE;
  tl_page_get_tokens (self, line, &first, &end);
  if (tl_page_is_word (self, TL_WORDS_SAVED, first, NULL))
    return TL_DATE_NONE;
  date = tl_page_find_date (self, first, end);
  return date.day != 0 ? date : TL_DATE_NONE;
}

/*
 * tl_page_find_in_story:
 * @self: a page
 *
 * Returns: the day in a line of its own among the first of the story, as below a
 *   standfirst; not set where there is none
 */
TlDate
tl_page_find_in_story (const TlPage *self)
{
  g_autoptr(GArray) lines = NULL;
  TlDate date = TL_DATE_NONE;
  const char *start;

  if (self->story >= self->n_tokens)
    return TL_DATE_NONE;
  start = self->string + self->tokens[self->story].span.start;
  lines = tl_lines_read (start, MIN (strlen (start), TAIL_SIZE), MAX_STORY_LINES);
  for (guint i = 0; i < lines->len; i++)
    {
      const TlLine *line = &g_array_index (lines, TlLine, i);

      if (tl_date_is_set (date) && tl_line_is_prose (line))
        return date;            /* the story goes on behind it */
      if (!tl_date_is_set (date))
        date = read_date_line (self, line);
    }
  return TL_DATE_NONE;
}

/* "Voltanews, July 26, 2021", the last words of a line. */
static TlDate
read_signature (const TlPage *self,
                const TlLine *line)
{
  guint n_sentences, first, end, begin;
  const TlSentence *sentences = tl_text_get_sentences (self->text, &n_sentences);

  tl_page_get_tokens (self, line, &first, &end);
  /* In brackets it is what was quoted that is signed. */
  if (first >= end || tl_line_first (line) == '(')
    return TL_DATE_NONE;
  begin = MAX (first, sentences[self->tokens[end - 1].sentence].first_token);
  for (guint i = begin; i < end && i <= begin + MAX_SIGNATURE_WORDS + 1; i++)
    {
      guint date_end;
      TlDate date;

      if (i > begin + 1 && tl_text_token_is (self->text, i - 1, ",") &&
          tl_date_scan_at (self->text, i, &date, &date_end) && date.day != 0 && date.year != 0)
        return date_end + 1 >= end ? date : TL_DATE_NONE;
      if (self->tokens[i].kind == TL_TOKEN_WORD && (self->tokens[i].flags & TL_TOKEN_CAPITALISED) == 0)
        break;
    }
  return TL_DATE_NONE;
}

/*
 * tl_page_find_in_place_line:
 * @self: a page
 * @weekday: (out): the weekday that the line names, 1 for Monday; 0 for none
 *
 * Returns: the day of "Kumasi, August 13:" or "Thursday, March 24" in a line of its own right
 *   above the story, without a year; not set where there is none
 */
TlDate
tl_page_find_in_place_line (const TlPage *self,
                            int          *weekday)
{
  g_autoptr(GArray) lines = NULL;
  const TlLine *line;
  guint first, end;

  if (self->story == 0)
    return TL_DATE_NONE;
  lines = tl_lines_read (self->string, self->tokens[self->story - 1].span.end, MAX_HEAD_LINES);
  if (lines->len == 0)
    return TL_DATE_NONE;
  line = &g_array_index (lines, TlLine, lines->len - 1);
  tl_page_get_tokens (self, line, &first, &end);
  for (guint i = first + 1; i < end && line->n_words <= MAX_PLACE_LINE_WORDS; i++)
    {
      guint date_end;
      TlDate date;

      if (tl_text_token_is (self->text, i - 1, ",") && tl_date_scan_at (self->text, i, &date, &date_end) &&
          date.day != 0 && date_end + 1 >= end)
        {
          *weekday = find_weekday (self, first, end);
          return date;
        }
    }
  return TL_DATE_NONE;
}

/*
 * tl_page_complete_by_weekday:
 * @self: a page
 * @day: a day without its year
 * @weekday: the weekday that it is said to be, 0 where that is not said
 * @first_year: the latest year that the story names as past, 0 for none
 *
 * Returns: @day in the only year that it is such a weekday in, of those that the story names
 *   and those behind them; not set where that does not tell
 */
TlDate
tl_page_complete_by_weekday (const TlPage *self,
                             TlDate        day,
                             int           weekday,
                             int           first_year)
{
  TlDate found = TL_DATE_NONE;

  if (weekday == 0 || day.day == 0 || day.year != 0)
    return TL_DATE_NONE;
  for (guint i = self->story; i < self->n_tokens; i++)
    {
      TlSpan span = self->tokens[i].span;
      int year;

      if (self->tokens[i].kind != TL_TOKEN_NUMBER || span.end - span.start != 4)
        continue;
      year = (int) g_ascii_strtoull (self->string + span.start, NULL, 10);
      if (year < MAX (first_year, FIRST_NAMED_YEAR) || year > LAST_NAMED_YEAR)
        continue;
      for (guint behind = 0; behind < 2; behind++)
        {
          TlDate date = { (gint16) (year + (int) behind), day.month, day.day };

          if (!tl_date_is_valid (date) || tl_date_get_weekday (date) != weekday || found.year == date.year)
            continue;
          if (tl_date_is_set (found))
            return TL_DATE_NONE;
          found = date;
        }
    }
  return found;
}

/* The only day that has a line of its own in the tail: where there are more, they are other stories'. */
typedef struct
{
  TlDate   date;
  gboolean is_other;            /* there is another */
} Alone;

static void
note_alone (Alone  *self,
            TlDate  date)
{
  if (!tl_date_is_set (date))
    return;
  self->is_other = self->is_other || (tl_date_is_set (self->date) && tl_date_compare (self->date, date) != 0);
  self->date = date;
}

/*
 * tl_page_find_in_tail:
 * @self: a page
 *
 * Returns: a day below the story with a label, or before the address of a source, or alone
 *   in its line, or with the name that signs the story; not set where there is none
 */
TlDate
tl_page_find_in_tail (const TlPage *self)
{
  gsize length = strlen (self->string);
  const char *start = length > TAIL_SIZE ? strchr (self->string + length - TAIL_SIZE, '\n') : self->string;
  g_autoptr(GArray) lines = NULL;
  TlDate source = TL_DATE_NONE;
  Alone alone = { TL_DATE_NONE, FALSE };

  if (start == NULL)
    return TL_DATE_NONE;
  lines = tl_lines_read (start, length - (gsize) (start - self->string), G_MAXUINT);
  for (guint i = lines->len; i > 0 && i + N_TAIL_LINES > lines->len; i--)
    {
      const TlLine *line = &g_array_index (lines, TlLine, i - 1);
      const char *address, *address_end;
      guint first, end;
      TlDate date;

      tl_page_get_tokens (self, line, &first, &end);
      if (tl_page_is_word (self, TL_WORDS_PUBLISHED, first, NULL))
        {
          date = tl_page_find_date (self, first, end);
          if (tl_date_is_set (date))
            return date;
        }
      if (tl_line_find_address (line, &address, &address_end) && line->n_words < 30)
        {
          date = tl_page_find_date (self, first, tl_text_find_token (self->text, (gsize) (address - self->string)));
          if (tl_date_is_set (date))
            source = date;
        }
      note_alone (&alone, read_date_line (self, line));
      if (i == lines->len)
        note_alone (&alone, read_signature (self, line));
    }
  return tl_date_is_set (source) || alone.is_other ? source : alone.date;
}
