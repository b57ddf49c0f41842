/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When an article was published: every place that tells a day has a vote, worth what such
 * places are worth, and the day with most votes wins.  Metadata may be wrong (stamped anew
 * when the site moved, or with the day of the last change); then what the reader sees and
 * what the address says mostly agree against them.
 */

#include "tl-page-date.h"

#include "tl-document-words.h"
#include "tl-page-day.h"

#include <string.h>

/* The most votes: a list of days is not that of one article. */
#define MAX_VOTES 128

/* The most bytes of a line that tells a day. */
#define MAX_DATE_LINE 220

/* A line of a story has at least so many characters. */
#define MIN_PARAGRAPH 140

/* A line that tells little but a day has no more words: its label, the day of the week, the
 * month, the place, the author. */
#define MAX_WORDS_BESIDE 9

/* Votes for a day are worth: */
#define WORTH_PROPERTY 12       /* marked as the day of publication */
#define WORTH_MARKED 8          /* called a day, near the headline */
#define WORTH_LABELLED 8        /* "Published: " before it */
#define WORTH_SEEN 5            /* a day near the headline */
#define WORTH_ABOVE 3           /* above it, where that of today may stand, too */
#define WORTH_LATE 2            /* below the beginning of the story */
#define WORTH_ADDRESS 7

/* A label stands no farther before its day, in bytes. */
#define MAX_LABEL 48

/* So many days are a list. */
#define MIN_LIST 3

/* A day that so little speaks for gives way to words that tell one. */
#define WORTH_SURE 5

typedef struct
{
  TlPageDay    day;
  TlProvenance provenance;
  guint        worth;
  guint        line;            /* of the page, from 1 on; 0 for metadata */
} Vote;

/* A line that tells a day in words. */
typedef struct
{
  char *text;
  guint worth;
} Words;

typedef struct
{
  const TlPageWalk     *page;
  const TlPageHeadline *headline;
  TlPagePlace          *place;
  GArray               *votes;          /* of Vote */
  TlPageDay             tomorrow;
  guint                 story;          /* the line that the story begins in */
  gboolean              month_first;    /* how the page's people write "6/9/2021" */
  Words                 words;
} Finder;

static void
add_vote (Finder          *self,
          const TlPageDay *day,
          TlProvenance     provenance,
          guint            worth,
          guint            line)
{
  Vote vote = { *day, provenance, worth, line };

  if (self->votes->len >= MAX_VOTES || worth == 0)
    return;
  if (day->is_unsure && self->month_first)
    {
      vote.day.month = day->day;
      vote.day.day = day->month;
    }
  /* What is still to come is no day of publication. */
  if (tl_page_day_compare (&vote.day, &self->tomorrow) > 0)
    {
      if (!day->is_unsure)
        return;
      vote.day.month = day->day;
      vote.day.day = day->month;
      if (tl_page_day_compare (&vote.day, &self->tomorrow) > 0)
        return;
    }
  /* One line, one vote. */
  for (guint i = 0; line != 0 && i < self->votes->len; i++)
    {
      Vote *other = &g_array_index (self->votes, Vote, i);

      if (other->line == line && tl_page_day_compare (&other->day, &vote.day) == 0)
        {
          other->worth = MAX (other->worth, worth);
          other->day.is_utc = other->day.is_utc && vote.day.is_utc;
          return;
        }
    }
  g_array_append_val (self->votes, vote);
}

/* --- metadata --- */

static void
read_clues (Finder     *self,
            TlClues    *clues,
            TlClueKind  kind)
{
  guint n;
  const TlClue *found = tl_clues_get (clues, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      TlPageDay day;

      if (tl_page_day_read (found[i].value, &day))
        add_vote (self, &day, found[i].provenance, found[i].trust >= 8 ? 14 : found[i].trust * 2, 0);
    }
}

/* --- what is to be seen --- */

/* Whether one of the group stands at the end of @text up to @end, or anywhere in it where it
 * is short: "Last updated on", "Обновлено:". */
static gboolean
has_label (TlDocumentWords  group,
           const char      *text,
           const char      *end)
{
  gunichar before = ' ';
  const char *p = end - text > MAX_LABEL ? g_utf8_find_next_char (end - MAX_LABEL, end) : text;

  for (; p != NULL && p < end; p = g_utf8_next_char (p))
    {
      const char *after = !g_unichar_isalnum (before) || before >= 0x2e80 ? tl_document_skip_word (group, p) : NULL;

      if (after != NULL && after <= end)
        return TRUE;
      before = g_utf8_get_char (p);
    }
  return FALSE;
}

/* How much a day is worth for what stands before it; 0 where it is another day. */
static guint
weigh_label (const char *start,
             const char *day,
             guint       worth)
{
  if (has_label (TL_DOCUMENT_UPDATE_LABELS, start, day) || has_label (TL_DOCUMENT_OTHER_DAYS, start, day))
    return has_label (TL_DOCUMENT_PUBLISH_LABELS, start, day) && !has_label (TL_DOCUMENT_UPDATE_LABELS, start, day)
             ? worth : 0;
  if (has_label (TL_DOCUMENT_PUBLISH_LABELS, start, day))
    return worth > WORTH_LATE ? MAX (worth, WORTH_LABELLED) : WORTH_SEEN;
  return worth;
}

/* Reads the days in digits in a line; those behind "updated" do not count. */
static guint
read_numbers (Finder     *self,
              const char *text,
              guint       worth,
              guint       line)
{
  const char *p = text, *start, *end;
  TlPageDay day;
  guint n_days = 0;

  while (n_days < 3 && tl_page_day_find (p, &day, &start, &end))
    {
      if (day.day != 0)
        add_vote (self, &day, TL_PROVENANCE_ELEMENT, weigh_label (p, start, n_days == 0 ? worth : worth / 2), line + 1);
      n_days += day.day != 0;
      p = end;
    }
  return n_days;
}

/* Numbers of a line: which may be the day of a month, and which a year. */
typedef struct
{
  guint days[6];
  guint n_days;
  guint year;
  guint n_words;
  guint n_others;
} Shape;

static const char *
take_digits (const char *p,
             guint      *value,
             guint      *n_digits)
{
  int digit;

  *value = *n_digits = 0;
  while ((digit = g_unichar_digit_value (g_utf8_get_char (p))) >= 0)
    {
      *value = *n_digits < 6 ? *value * 10 + (guint) digit : *value;
      (*n_digits)++;
      p = g_utf8_next_char (p);
    }
  return p;
}

static Shape
read_shape (const char *text)
{
  Shape shape = { { 0 }, 0, 0, 0, 0 };

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      guint value, n;

      if (g_unichar_digit_value (c) >= 0)
        {
          const char *after = take_digits (p, &value, &n);

          /* "18:47" is an hour. */
          if (*after == ':' && g_ascii_isdigit (after[1]))
            {
              p = after + 1 + strspn (after + 1, "0123456789:");
              continue;
            }
          if (n <= 2 && value >= 1 && value <= 31 && shape.n_days < G_N_ELEMENTS (shape.days))
            shape.days[shape.n_days++] = value;
          else if (n == 4 && value >= 1300 && value <= 2600 && shape.year == 0)
            shape.year = value;
          else
            shape.n_others++;
          p = after;
        }
      else if (g_unichar_isalpha (c))
        {
          shape.n_words++;
          while (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)) ||
                 g_utf8_get_char (p) == 0x200c)
            p = g_utf8_next_char (p);
        }
      else
        p = g_utf8_next_char (p);
    }
  return shape;
}

/* Notes words that may tell the day: "Вторник, 9 июня 2021 г., 18:47". */
static void
note_words (Finder     *self,
            const char *text,
            guint       worth)
{
  Shape shape = read_shape (text);
  const char *start = text, *end = text + strlen (text);
  const char *digit = strpbrk (text, "0123456789");
  gboolean is_updated;

  if (shape.n_days == 0 || shape.n_words == 0 || shape.n_words > MAX_WORDS_BESIDE + 3 || shape.n_others > 2)
    return;
  digit = digit != NULL ? digit : end;
  is_updated = has_label (TL_DOCUMENT_UPDATE_LABELS, start, digit);
  if (has_label (TL_DOCUMENT_PUBLISH_LABELS, start, digit))
    worth += 3;
  else if (is_updated || has_label (TL_DOCUMENT_OTHER_DAYS, start, digit))
    worth = 1;
  worth *= shape.year != 0 ? 4 : 1;
  if (worth <= self->words.worth)
    return;
  g_free (self->words.text);
  self->words.text = g_strdup (text);
  self->words.worth = worth;
}

/* The value that an element gives for machines. */
static gboolean
read_attributes (const xmlNode *node,
                 TlPageDay     *day)
{
  static const char *const names[] = {
    "datetime", "content", "title", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published",
    "data-publish-date", "data-utc", "data-seconds", "data-epoch", "date", "data-unixtime", "data-created", "value",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *value = tl_html_get (node, names[i]);

      if (value != NULL && *value != '\0' && strlen (value) < 100 && tl_page_day_read (value, day) && day->day != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_change (const TlPageMark *mark)
{
  if (tl_html_has_word (mark->node, "itemprop", "datePublished"))
    return FALSE;
  return tl_html_has_word (mark->node, "itemprop", "dateModified") ||
         (mark->classes & TL_PAGE_CLASS_UPDATED) != 0;
}

/* Returns: how much a day marked so is worth, 0 for one that is none of the article's */
static guint
weigh_mark (Finder           *self,
            const TlPageMark *mark)
{
  gboolean is_property = tl_html_has_word (mark->node, "itemprop", "datePublished") ||
                         tl_html_has_word (mark->node, "property", "datePublished");

  if ((mark->classes & TL_PAGE_CLASS_BESIDE) != 0 && !is_property)
    return 0;
  if (tl_page_place_is_beside (self->place, mark->node))
    return 0;
  if (is_property)
    return WORTH_PROPERTY;
  if (mark->line > self->story || !tl_page_place_is_near (self->place, mark->line))
    return WORTH_LATE;
  if (tl_html_get (mark->node, "pubdate") != NULL)
    return WORTH_PROPERTY;
  return WORTH_MARKED;
}

/* What stands on its line before an element, up to its text. */
static gboolean
is_behind_update_label (Finder           *self,
                        const TlPageMark *mark,
                        const char       *text)
{
  const TlPageLine *line;
  const char *own;

  if (mark->line >= self->page->lines->len)
    return FALSE;
  line = &g_array_index (self->page->lines, TlPageLine, mark->line);
  own = line->text != NULL && text != NULL ? strstr (line->text, text) : NULL;
  if (own != NULL && has_label (TL_DOCUMENT_UPDATE_LABELS, line->text, own))
    return !has_label (TL_DOCUMENT_PUBLISH_LABELS, line->text, own);
  /* The label may have a line of its own. */
  if (own == line->text && own != NULL && mark->line > 0)
    {
      line--;
      return line->text != NULL && line->n_chars < 40 && read_shape (line->text).n_days == 0 &&
             has_label (TL_DOCUMENT_UPDATE_LABELS, line->text, line->text + strlen (line->text));
    }
  return FALSE;
}

static void
read_changes (Finder     *self,
              const char *text,
              guint       worth,
              guint       line)
{
  const char *start, *end;
  TlPageDay day;

  if (tl_page_day_find (text, &day, &start, &end) && day.day != 0)
    add_vote (self, &day, TL_PROVENANCE_ELEMENT, worth, line + 1);
}

static void
read_mark (Finder           *self,
           const TlPageMark *mark,
           gboolean          of_changes)
{
  guint worth = weigh_mark (self, mark);
  g_autofree char *text = NULL;
  gboolean is_changed;
  TlPageDay day;

  if (worth == 0)
    return;
  text = tl_page_walk_dup_short (mark->node, MAX_DATE_LINE);
  for (char *p = text; p != NULL && *p != '\0'; p++)
    *p = *p == '\t' ? ' ' : *p;
  is_changed = is_change (mark) || (worth < WORTH_PROPERTY && is_behind_update_label (self, mark, text)) ||
               (text != NULL && worth < WORTH_PROPERTY &&
                weigh_label (text, text + strcspn (text, "0123456789"), 1) == 0);
  if (is_changed != of_changes)
    {
      /* "Published 9 June, updated 10 June" in one element that is called by the latter. */
      if (!of_changes && text != NULL && (mark->classes & TL_PAGE_CLASS_UPDATED) != 0)
        read_numbers (self, text, WORTH_SEEN, mark->line);
      return;
    }
  if (read_attributes (mark->node, &day))
    add_vote (self, &day, TL_PROVENANCE_ELEMENT, worth, mark->line + 1);
  if (text != NULL && of_changes)
    read_changes (self, text, MIN (worth, WORTH_MARKED), mark->line);
  else if (text != NULL && read_numbers (self, text, MIN (worth, WORTH_MARKED), mark->line) == 0)
    note_words (self, text, worth > WORTH_LATE ? 3 : 1);
}

static void
read_marks (Finder   *self,
            gboolean  of_changes)
{
  for (guint i = 0; i < self->page->dates->len; i++)
    read_mark (self, &g_array_index (self->page->dates, TlPageMark, i), of_changes);
}

/* Lines near the headline that tell little but a day. */
static void
read_lines (Finder *self)
{
  GArray *lines = self->page->lines;
  guint middle = self->headline->line;
  guint first = middle > 12 ? middle - 12 : 0;

  for (guint i = first; i < lines->len && i < middle + 30; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      guint worth = i > self->story ? WORTH_LATE : i > middle ? WORTH_SEEN : WORTH_ABOVE;
      Shape shape;

      if (i == middle || line->text == NULL || strlen (line->text) > MAX_DATE_LINE ||
          !tl_page_place_is_near (self->place, i) || tl_page_place_is_beside (self->place, line->node))
        continue;
      /* A day in a sentence is that of what it tells. */
      shape = read_shape (line->text);
      if (shape.n_words > MAX_WORDS_BESIDE)
        continue;
      if (read_numbers (self, line->text, worth, i) == 0 && shape.year != 0)
        note_words (self, line->text, worth == WORTH_SEEN ? 2 : 1);
    }
}

/* --- the choice --- */

static guint
sum_votes (Finder          *self,
           const TlPageDay *day,
           gboolean        *is_local)
{
  guint sum = 0, seen = 0;

  *is_local = FALSE;
  for (guint i = 0; i < self->votes->len; i++)
    {
      const Vote *vote = &g_array_index (self->votes, Vote, i);

      if (tl_page_day_compare (&vote->day, day) == 0)
        {
          /* However often the page shows a day, it is one page. */
          if (vote->line != 0)
            seen = MAX (seen, vote->worth);
          else
            sum += vote->worth;
          *is_local = *is_local || !vote->day.is_utc;
        }
    }
  return sum + seen;
}

/* Several days below the beginning of the story are those of other things. */
static void
drop_late (Finder *self)
{
  const Vote *first = NULL;
  guint n_days = 0;

  for (guint i = 0; i < self->votes->len; i++)
    {
      const Vote *vote = &g_array_index (self->votes, Vote, i);

      if (vote->line == 0 || vote->worth > WORTH_LATE)
        continue;
      if (first == NULL || tl_page_day_compare (&first->day, &vote->day) != 0)
        n_days++;
      first = first != NULL ? first : vote;
    }
  for (guint i = self->votes->len; n_days >= MIN_LIST && i > 0; i--)
    {
      const Vote *vote = &g_array_index (self->votes, Vote, i - 1);

      if (vote->line != 0 && vote->worth <= WORTH_LATE)
        g_array_remove_index (self->votes, i - 1);
    }
}

/* "6/9/2021" is the day that another place tells surely, if one of its two readings is. */
static void
settle_unsure (Finder *self)
{
  for (guint i = 0; i < self->votes->len; i++)
    {
      Vote *vote = &g_array_index (self->votes, Vote, i);
      TlPageDay swapped = vote->day;

      if (!vote->day.is_unsure)
        continue;
      swapped.month = vote->day.day;
      swapped.day = vote->day.month;
      for (guint j = 0; j < self->votes->len; j++)
        {
          const Vote *other = &g_array_index (self->votes, Vote, j);

          if (!other->day.is_unsure && ABS (tl_page_day_apart (&other->day, &swapped)) <= 1)
            {
              vote->day = swapped;
              break;
            }
          if (!other->day.is_unsure && ABS (tl_page_day_apart (&other->day, &vote->day)) <= 1)
            break;
        }
    }
}

static const Vote *
choose (Finder *self)
{
  const Vote *best = NULL;
  guint best_sum = 0;

  for (guint i = 0; i < self->votes->len; i++)
    {
      const Vote *vote = &g_array_index (self->votes, Vote, i);
      gboolean is_local;
      guint sum = vote->day.day != 0 ? sum_votes (self, &vote->day, &is_local) : 1;

      if (best == NULL || sum > best_sum ||
          (sum == best_sum && tl_page_day_compare (&vote->day, &best->day) < 0))
        {
          best = vote;
          best_sum = sum;
        }
    }
  return best;
}

/* Whether the words have the number of a day of a month, and its year, if any. */
static gboolean
words_fit (const char      *text,
           const TlPageDay *day)
{
  Shape shape = read_shape (text);

  if (shape.year != 0 && shape.year != day->year)
    return FALSE;
  for (guint i = 0; i < shape.n_days; i++)
    if (shape.days[i] == day->day)
      return TRUE;
  return FALSE;
}

static TlPageDay
shift_day (const TlPageDay *day,
           int              by)
{
  TlPageDay shifted = *day;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day->day, (GDateMonth) day->month, day->year);
  if (by > 0)
    g_date_add_days (&date, 1);
  else
    g_date_subtract_days (&date, 1);
  shifted.day = (guint8) g_date_get_day (&date);
  shifted.month = (guint8) g_date_get_month (&date);
  shifted.year = g_date_get_year (&date);
  return shifted;
}

/*
 * By the clock of UTC, an article of a morning in Tokyo appeared the day before, one of an
 * evening in Lima the day behind.  Readers there see their own day, if the page shows any.
 */
static TlPageDay
localize (Finder          *self,
          const TlPageDay *day)
{
  gboolean is_local;

  sum_votes (self, day, &is_local);
  if (is_local || day->day == 0)
    return *day;
  for (int by = 1; by >= -1; by -= 2)
    {
      TlPageDay other = shift_day (day, by);
      gboolean other_is_local = FALSE;

      if (by > 0 ? day->hour < 10 : day->hour >= 12)
        continue;
      if (sum_votes (self, &other, &other_is_local) >= WORTH_SEEN && other_is_local)
        return other;
      if (self->words.text != NULL && self->words.worth >= 8 && words_fit (self->words.text, &other) &&
          !words_fit (self->words.text, day))
        return other;
    }
  return *day;
}

static void
settle (Finder     *self,
        TlPageDate *date)
{
  const Vote *vote;
  gboolean is_local;
  TlPageDay day;

  drop_late (self);
  settle_unsure (self);
  vote = choose (self);
  if (vote == NULL)
    return;
  if (vote->day.day == 0 || sum_votes (self, &vote->day, &is_local) < WORTH_SURE)
    if (self->words.text != NULL && self->words.worth >= 8)
      return;
  day = localize (self, &vote->day);
  date->published = tl_page_day_dup (&day);
  date->provenance = vote->provenance;
}

/* Where nothing tells when it was published, when it was changed is near. */
static void
settle_changed (Finder     *self,
                TlClues    *clues,
                TlPageDate *date)
{
  const Vote *vote;

  if (self->words.text != NULL)
    return;
  read_clues (self, clues, TL_CLUE_MODIFIED);
  read_marks (self, TRUE);
  vote = choose (self);
  if (vote != NULL)
    {
      date->published = tl_page_day_dup (&vote->day);
      date->provenance = vote->provenance;
    }
}

static guint
find_story (const TlPageWalk *page,
            guint             headline)
{
  for (guint i = headline + 1; i < page->lines->len; i++)
    if (g_array_index (page->lines, TlPageLine, i).n_chars >= MIN_PARAGRAPH)
      return i;
  return page->lines->len;
}

static void
read_tomorrow (TlPageDay *day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);

  *day = (TlPageDay) { .year = (guint16) g_date_time_get_year (tomorrow),
                       .month = (guint8) g_date_time_get_month (tomorrow),
                       .day = (guint8) g_date_time_get_day_of_month (tomorrow) };
}

static gboolean
writes_month_first (TlClues *clues)
{
  guint n;
  const TlClue *languages = tl_clues_get (clues, TL_CLUE_LANGUAGE, &n);

  for (guint i = 0; i < n; i++)
    if (g_ascii_strncasecmp (languages[i].value, "en-us", 5) == 0 ||
        g_ascii_strncasecmp (languages[i].value, "en_us", 5) == 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_page_date_find:
 * @page: what was found on a page
 * @headline: its headline
 * @place: where things stand on it
 * @clues: what its metadata tell
 * @address: (nullable): its address
 * @date: (out): when it was published
 *
 * Chooses among the days that a page tells.
 */
void
tl_page_date_find (const TlPageWalk     *page,
                   const TlPageHeadline *headline,
                   TlPagePlace          *place,
                   TlClues              *clues,
                   const char           *address,
                   TlPageDate           *date)
{
  g_autoptr(GArray) votes = g_array_new (FALSE, FALSE, sizeof (Vote));
  Finder self = { .page = page, .headline = headline, .place = place, .votes = votes };
  TlPageDay day;

  *date = (TlPageDate) { NULL, TL_PROVENANCE_NONE, NULL };
  self.story = headline->node != NULL ? find_story (page, headline->line) : page->lines->len;
  self.month_first = writes_month_first (clues);
  read_tomorrow (&self.tomorrow);
  read_clues (&self, clues, TL_CLUE_PUBLISHED);
  read_marks (&self, FALSE);
  if (headline->node != NULL)
    read_lines (&self);
  if (address != NULL && tl_page_day_of_path (address, &day))
    add_vote (&self, &day, TL_PROVENANCE_ADDRESS, day.day != 0 ? WORTH_ADDRESS : 1, 0);

  settle (&self, date);
  if (date->published == NULL && votes->len == 0)
    settle_changed (&self, clues, date);
  if (date->published == NULL)
    date->line = g_steal_pointer (&self.words.text);
  g_free (self.words.text);
}
