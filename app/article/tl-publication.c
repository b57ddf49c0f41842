/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The day on which a text was published.  It may stand in a line above the headline or
 * below it, in the dateline with or without its year, in the first sentence, in the
 * address, or below the story; and a page that was saved carries the day of saving as
 * well, in its menus.  Where the year is not written, the periods that the story reports
 * on give it.
 */

#include "tl-publication.h"

#include <stdlib.h>
#include <string.h>

#include "tl-date-line.h"
#include "tl-date-scan.h"
#include "tl-line.h"
#include "tl-publication-private.h"
#include "tl-publication-words.h"

#define MAX_HEAD_LINES 160

/* A dateline's day stands within so many tokens of the story's first. */
#define DATELINE_REACH 14

/* No longer is a line of buttons, or the name of a journal, with the day in it. */
#define MAX_CONTROL_LINE 80

/* In another language it stands within so many bytes, and a word for "year" behind it has so
 * many letters. */
#define FOREIGN_DATELINE 96
#define MAX_YEAR_WORD 5

/* A story may be put online some days after the day in its dateline. */
#define MAX_DELAY 3

/* Whether two dates may be the days of writing and of publishing one story; the year of
 * the dateline may be missing. */
static gboolean
agree (TlDate dateline,
       TlDate published)
{
  if (published.month == 0 || dateline.month == 0)
    return dateline.year == 0 || dateline.year == published.year;
  if (published.day == 0 || dateline.day == 0)
    return dateline.month == published.month;
  dateline.year = published.year;
  if (!tl_date_is_valid (dateline))
    return FALSE;
  for (int i = -MAX_DELAY; i <= 1; i++)
    {
      TlDate day = tl_date_add_days (published, i);

      if (day.month == dateline.month && day.day == dateline.day)
        return TRUE;
    }
  return FALSE;
}

/* "1/10/2020" is the tenth of January where the dateline says so. */
static TlDate
read_by_dateline (TlDate dateline,
                  TlDate date)
{
  TlDate swapped = { date.year, date.day, date.month };

  return date.day != 0 && dateline.day != 0 && dateline.month != 0 && !agree (dateline, date) &&
         tl_date_is_valid (swapped) && agree (dateline, swapped) ? swapped : date;
}

/* "Data Desk | updated January 2022", "Newsletter of the Chamber, October 2019" */
static gboolean
is_masthead (const TlPage *self,
             guint       first,
             guint       end)
{
  gboolean is_named = FALSE;

  for (guint i = first; i < end; i++)
    {
      guint date_end;
      TlDate date;

      is_named = is_named || tl_page_is_word (self, TL_WORDS_MASTHEAD, i, NULL);
      if (i == first || !tl_date_scan_at (self->text, i, &date, &date_end) || date_end != end || date.year == 0)
        continue;
      if (i > first + 1 &&
          (tl_page_is_word (self, TL_WORDS_PUBLISHED, i - 1, NULL) ||
           tl_page_is_word (self, TL_WORDS_UPDATED, i - 1, NULL)))
        i--;
      return tl_text_token_is (self->text, i - 1, "|") || (is_named && tl_text_token_is (self->text, i - 1, ","));
    }
  return FALSE;
}

/* "The ministers shake hands on 4 May 2021 (Agency photo)": no picture from the files. */
static gboolean
is_dated_caption (const TlPage   *self,
                  const TlLine *line,
                  guint         first,
                  guint         end)
{
  if (line->n_chars <= MAX_CONTROL_LINE || !tl_line_is_clutter (line) ||
      tl_page_find_date (self, first, end).day == 0)
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      if (tl_page_is_word (self, TL_WORDS_FILES, i, NULL))
        return FALSE;
    }
  return TRUE;
}

/* A day above the story: one that agrees with the dateline, else one with a label, else
 * the one nearest to the story. */
static TlDate
find_in_head (const TlPage *self,
              TlDate      dateline)
{
  g_autoptr(GArray) lines = NULL;
  TlDate best = TL_DATE_NONE;
  int best_score = 0;

  if (self->story == 0)
    return best;
  lines = tl_lines_read (self->string, self->tokens[self->story - 1].span.end, MAX_HEAD_LINES);
  for (guint i = 0; i < lines->len; i++)
    {
      const TlLine *line = &g_array_index (lines, TlLine, i);
      guint first, end;
      gboolean is_labelled, is_updated, is_control, is_caption;
      TlDate date;
      int score;

      tl_page_get_tokens (self, line, &first, &end);
      is_labelled = tl_page_is_word (self, TL_WORDS_PUBLISHED, first, NULL);
      is_updated = tl_page_is_word (self, TL_WORDS_UPDATED, first, NULL);
      /* "Print E-mail Agency, July 26, 2018" */
      is_control = line->n_chars <= MAX_CONTROL_LINE &&
                   (tl_line_is_clutter (line) || is_masthead (self, first, end));
      is_caption = is_dated_caption (self, line, first, end);
      if (tl_page_is_word (self, TL_WORDS_SAVED, first, NULL) ||
          !(is_labelled || is_updated || is_control || is_caption || tl_line_is_date (line) ||
            tl_line_is_month_date (line)))
        continue;
      date = tl_page_find_date (self, first, end);
      if (!tl_date_is_set (date))
        continue;
      date = read_by_dateline (dateline, date);
      score = 2 + (is_labelled ? 1 : is_caption ? -2 : is_updated || is_control ? -1 : 0) +
              (dateline.month != 0 && agree (dateline, date) ? 4 : 0);
      if (score >= best_score)
        {
          best = date;
          best_score = score;
        }
    }
  return best;
}

/* "August 2022.  The bridge is hot": a sentence of its own, the story's first. */
static gboolean
is_month_alone (const TlPage *self,
                guint         token,
                guint         end,
                TlDate        date)
{
  return date.year != 0 && date.month != 0 && token == self->story && end < self->n_tokens &&
         tl_text_token_is (self->text, end, ".") &&
         (end + 1 == self->n_tokens || self->tokens[end + 1].sentence != self->tokens[token].sentence);
}

/*
 * The day in "MINSK, 9 June (BelTA) –", with or without its year: it stands behind names,
 * weekdays, labels and punctuation alone, and no word goes on behind it.
 */
static TlDate
find_in_dateline (const TlPage *self)
{
  guint end = MIN (self->story + DATELINE_REACH, self->n_tokens);

  for (guint i = self->story; i < end; i++)
    {
      const TlToken *token = &self->tokens[i];
      guint date_end, label_end;
      TlDate date;

      if (tl_date_scan_at (self->text, i, &date, &date_end))
        {
          const TlToken *next = date_end < self->n_tokens ? &self->tokens[date_end] : NULL;
          gboolean is_apart = next == NULL || next->kind != TL_TOKEN_WORD || (next->flags & TL_TOKEN_ALL_CAPS) != 0;

          /* "date 2022-02-22 The ministers met" */
          if (date.day != 0 && date.year != 0 && i > self->story &&
              tl_page_is_word (self, TL_WORDS_PUBLISHED, i - 1, NULL))
            return date;
          /* "2 September 2021 in Minsk the ministers met" */
          if (date.day != 0 && date.year != 0 && i == self->story && tl_text_token_is (self->text, date_end, "in") &&
              date_end + 1 < self->n_tokens && (self->tokens[date_end + 1].flags & TL_TOKEN_CAPITALISED) != 0)
            is_apart = TRUE;
          /* "Over January-August 2020, trade grew": a month is a dateline's only behind a comma, or alone. */
          if (date.day == 0 && !is_month_alone (self, i, date_end, date) &&
              (i == self->story || !tl_text_token_is (self->text, i - 1, ",")))
            is_apart = FALSE;
          return is_apart ? date : TL_DATE_NONE;
        }
      if (tl_page_is_word (self, TL_WORDS_PUBLISHED, i, &label_end))
        i = label_end - 1;
      else if (token->kind == TL_TOKEN_WORD &&
               ((token->flags & TL_TOKEN_CAPITALISED) == 0 || tl_text_token_is (self->text, i, "on")))
        break;
    }
  return TL_DATE_NONE;
}

/*
 * "Минск, 9 июня 2021 г. /Корр./ –", "北京，2021年6月9日电": a whole day in another language near
 * the story's beginning, and no sentence that goes on behind it.
 */
static TlDate
find_in_foreign_dateline (const TlPage *self)
{
  const char *story, *p;
  gsize start = 0, end = 0, length;
  TlDate date;

  if (self->story >= self->n_tokens || (self->language != NULL && g_str_has_prefix (self->language, "en")))
    return TL_DATE_NONE;
  story = self->string + self->tokens[self->story].span.start;
  length = strcspn (story, "\n");
  for (p = story; p < story + MIN (length, FOREIGN_DATELINE); )
    p = g_utf8_next_char (p);
  date = tl_date_line_find (story, (gsize) (p - story), self->language, &start, &end);
  if (date.day == 0)
    return TL_DATE_NONE;
  /* "2021 г.", "2021 года", "9日电" */
  for (p = story + end; *p == ' '; p++)
    ;
  for (guint n = 0; n < MAX_YEAR_WORD && g_unichar_isalpha (g_utf8_get_char (p)); n++)
    p = g_utf8_next_char (p);
  while (*p == ' ')
    p++;
  return p < story + length && g_unichar_isalnum (g_utf8_get_char (p)) && (guchar) p[-1] < 0x80 ? TL_DATE_NONE : date;
}

/* Where a day of the story's own time may begin: behind "on", "said", "today (", "Friday ("; what
 * is said of things to come is said now. */
static gboolean
leads_to_day (const TlPage *self,
              guint       token,
              gboolean    is_prospective,
              guint      *day)
{
  guint end;

  if (tl_text_token_is (self->text, token, "("))
    {
      *day = token + 1;
      return token > 0 && (tl_page_is_word (self, TL_WORDS_WEEKDAYS, token - 1, NULL) ||
                           tl_page_is_word (self, TL_WORDS_TODAY, token - 1, NULL));
    }
  if (tl_text_token_is (self->text, token, "on") && !is_prospective)
    end = token + 1;
  else if (!tl_page_is_word (self, TL_WORDS_SPOKEN, token, &end))
    return FALSE;
  if (tl_page_is_word (self, TL_WORDS_WEEKDAYS, end, &end) && tl_text_token_is (self->text, end, ","))
    end++;
  *day = end;
  return TRUE;
}

/* "… said on 23 November", in the first paragraph, of a thing that is not still to come. */
static TlDate
find_in_opening (const TlPage *self)
{
  guint n_sentences;
  const TlSentence *sentences = tl_text_get_sentences (self->text, &n_sentences);
  guint first = self->story < self->n_tokens ? self->tokens[self->story].sentence : n_sentences;

  for (guint i = first; i < n_sentences && sentences[i].paragraph == sentences[first].paragraph; i++)
    {
      gboolean is_prospective = FALSE;

      for (guint t = sentences[i].first_token; t < sentences[i].end_token; t++)
        {
          guint day, date_end;
          TlDate date;

          is_prospective = is_prospective || tl_page_is_word (self, TL_WORDS_PROSPECTIVE, t, NULL);
          if (leads_to_day (self, t, is_prospective, &day) &&
              tl_date_scan_at (self->text, day, &date, &date_end) && date.day != 0)
            return date;
        }
    }
  return TL_DATE_NONE;
}

/* The first such day after what the story reports on, and not before it. */
static TlDate
complete (TlDate            day,
          const TlEvidence *evidence,
          int               address_year)
{
  if (day.year != 0 || day.month == 0)
    return day;
  if (address_year != 0)
    day.year = (gint16) address_year;
  else if (tl_date_is_set (evidence->past_end))
    {
      day.year = evidence->past_end.year;
      /* Figures for a half-year may be out, as estimates, before its last day. */
      if (tl_date_compare (day, evidence->past_end) <= 0 &&
          (evidence->past_end.month == 12 || day.month != evidence->past_end.month))
        day.year++;
    }
  else if (evidence->year != 0)
    day.year = (gint16) evidence->year;
  else
    return TL_DATE_NONE;
  return tl_date_is_valid (day) ? day : TL_DATE_NONE;
}

static TlDate
infer (const TlPage       *self,
       TlDate            dateline,
       int               weekday,
       const TlEvidence *evidence,
       int               address_year)
{
  TlDate opening = TL_DATE_NONE;
  TlDate date;

  date = complete (dateline, evidence, address_year);
  if (tl_date_is_set (date))
    return date;
  date = tl_page_complete_by_weekday (self, dateline, weekday, evidence->latest.year);
  if (tl_date_is_set (date))
    return date;

  opening = find_in_opening (self);
  date = complete (opening, evidence, address_year);
  /* What had happened before other things that are told is history. */
  if (tl_date_is_set (date) &&
      (opening.year != 0 ? tl_date_compare (date, evidence->latest) >= 0 : evidence->is_sure || address_year != 0))
    return date;

  if (evidence->year != 0)
    return (TlDate) { (gint16) evidence->year, (guint8) evidence->month, 0 };
  return (TlDate) { (gint16) address_year, 0, 0 };
}

/**
 * tl_publication_find:
 * @text: a text
 * @story: the byte that its story begins at, see tl_document_get_story()
 * @url: (nullable): its address, where known
 * @language: (nullable): its language, with the region that it is from or without
 * @periods: (element-type TlPeriod): its periods, found without a day to count from
 * @amounts: (element-type TlAmount): its amounts of money
 *
 * Finds out when a text was published.  The day that a page was saved on does not count.
 *
 * Returns: the day, or as much of it as the text supports; not set when it supports nothing
 */
TlDate
tl_publication_find (TlText     *text,
                     gsize       story,
                     const char *url,
                     const char *language,
                     GArray     *periods,
                     GArray     *amounts)
{
  TlPage self = { .text = text, .string = tl_text_get_string (text), .language = language };
  TlDate dateline, head, date;
  TlEvidence evidence;
  int weekday = 0;

  g_return_val_if_fail (text != NULL && periods != NULL && amounts != NULL, TL_DATE_NONE);

  self.tokens = tl_text_get_tokens (text, &self.n_tokens);
  self.story = tl_text_find_token (text, story);
  dateline = find_in_dateline (&self);
  if (dateline.month == 0)
    dateline = find_in_foreign_dateline (&self);
  if (dateline.month == 0)
    dateline = tl_page_find_in_place_line (&self, &weekday);
  head = find_in_head (&self, dateline);

  if (tl_date_is_set (head) && (dateline.month == 0 || agree (dateline, head)))
    return head;
  if (tl_date_is_set (dateline))
    return dateline;
  date = tl_date_scan_address (url);
  if (date.day != 0 && (dateline.month == 0 || agree (dateline, date)))
    return date;
  date = tl_page_find_in_story (&self);
  if (!tl_date_is_set (date))
    date = read_by_dateline (dateline, tl_page_find_in_tail (&self));
  if (tl_date_is_set (date) && (dateline.month == 0 || agree (dateline, date)))
    return date;

  evidence = tl_publication_infer (text, story, periods, amounts);
  date = tl_date_scan_address (url);
  if (tl_date_is_set (date) && dateline.month == 0)
    return date;
  return infer (&self, dateline, weekday, &evidence,
                tl_date_is_set (date) ? date.year : tl_date_scan_address_year (url));
}
