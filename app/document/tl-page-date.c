/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * When an article was published: every place that tells a day has a vote, worth what such
 * places are worth, and the day with most votes wins.  Metadata may be wrong (stamped anew
 * when the site moved, or with the day of the last change); then what the reader sees and
 * what the address says mostly agree against them.
 */

#include "tl-page-date.h"

#include "tl-page-date-words.h"
#include "tl-page-name-words.h"
#include "tl-page-votes.h"

#include <string.h>

/* The most bytes of a line that tells a day. */
#define MAX_DATE_LINE 440

/* A line that tells a day has no more characters, blanks apart. */
#define MAX_DATE_CHARS 150

/* How many lines above the headline, mostly of menus, may tell the day, and below it. */
#define MAX_LINES_ABOVE 60
#define MAX_LINES_BELOW 30

/* A line of a story has at least so many characters. */
#define MIN_PARAGRAPH 110

/* A line that tells little but a day has no more words: its label, the day of the week, the
 * month, the place, the author. */
#define MAX_WORDS_BESIDE 9

/* A day that so little speaks for gives way to words that tell one. */
#define WORTH_SURE 5

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
  TlPageVotes           votes;
  guint                 story;          /* the line that the story begins in */
  Words                 words;
} Finder;

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
        tl_page_votes_add (&self->votes, &day, found[i].provenance, found[i].trust >= 8 ? 14 : found[i].trust * 2, 0);
    }
}

/* How much a day is worth for what stands before it; 0 where it is another day. */
static guint
weigh_label (const char *start,
             const char *day,
             guint       worth)
{
  gboolean is_published = tl_date_label_is_there (TL_DOCUMENT_PUBLISH_LABELS, start, day);

  if (tl_date_label_is_there (TL_DOCUMENT_UPDATE_LABELS, start, day))
    return 0;
  if (tl_date_label_is_there (TL_DOCUMENT_OTHER_DAYS, start, day))
    return is_published ? worth : 0;
  if (is_published)
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
      guint weighed = weigh_label (p, start, n_days == 0 ? worth : worth / 2);

      if (day.day != 0)
        tl_page_votes_add (&self->votes, &day, TL_PROVENANCE_ELEMENT, weighed, line + 1);
      n_days += day.day != 0;
      p = end;
    }
  return n_days;
}

/* Notes words that may tell the day: "Вторник, 9 июня 2021 г., 18:47". */
static void
note_words (Finder     *self,
            const char *text,
            guint       worth)
{
  g_autofree char *labelled = tl_date_label_dup_rest (text);
  TlDateShape shape = tl_date_shape_read (labelled != NULL ? labelled : text);
  const char *start, *end, *digit;
  gboolean is_updated;

  text = labelled != NULL ? labelled : text;
  start = text;
  end = text + strlen (text);
  digit = strpbrk (text, "0123456789");
  if (strstr (text, "\302\251") != NULL || strstr (text, "(C)") != NULL || strstr (text, "(c)") != NULL)
    return;
  if (shape.n_days == 0 || shape.n_words == 0 || shape.n_words > MAX_WORDS_BESIDE + 3 || shape.n_others > 2)
    return;
  digit = digit != NULL ? digit : end;
  is_updated = tl_date_label_is_there (TL_DOCUMENT_UPDATE_LABELS, start, digit);
  if (tl_date_label_is_there (TL_DOCUMENT_PUBLISH_LABELS, start, digit))
    worth += 3;
  else if (is_updated || tl_date_label_is_there (TL_DOCUMENT_OTHER_DAYS, start, digit))
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
  if (is_property && mark->line <= self->story ? tl_page_place_is_marked_beside (self->place, mark->node, mark->line)
                                               : tl_page_place_is_beside (self->place, mark->node))
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
  if (own != NULL && tl_date_label_is_there (TL_DOCUMENT_UPDATE_LABELS, line->text, own))
    return !tl_date_label_is_there (TL_DOCUMENT_PUBLISH_LABELS, line->text, own);
  /* The label may have a line of its own. */
  if (own == line->text && own != NULL && mark->line > 0)
    {
      line--;
      return line->text != NULL && line->n_chars < 40 && tl_date_shape_read (line->text).n_days == 0 &&
             tl_date_label_is_there (TL_DOCUMENT_UPDATE_LABELS, line->text, line->text + strlen (line->text));
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
    tl_page_votes_add (&self->votes, &day, TL_PROVENANCE_ELEMENT, worth, line + 1);
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
    tl_page_votes_add (&self->votes, &day, TL_PROVENANCE_ELEMENT, worth, mark->line + 1);
  if (text != NULL && of_changes)
    read_changes (self, text, MIN (worth, WORTH_MARKED), mark->line);
  else if (text != NULL && read_numbers (self, text, MIN (worth, WORTH_MARKED), mark->line) == 0)
    note_words (self, text, worth <= WORTH_LATE ? 1 : mark->line < self->headline->line ? 2 : 3);
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
  guint first = middle > MAX_LINES_ABOVE ? middle - MAX_LINES_ABOVE : 0;

  for (guint i = first; i < lines->len && i < middle + MAX_LINES_BELOW; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);
      guint worth = i > self->story ? WORTH_LATE : i > middle ? WORTH_SEEN : WORTH_ABOVE;
      g_autofree char *labelled = NULL;
      TlDateShape shape;

      if (i == middle || line->text == NULL || line->n_chars > MAX_DATE_CHARS || strlen (line->text) > MAX_DATE_LINE ||
          !tl_page_place_is_near (self->place, i) || tl_page_place_is_beside (self->place, line->node))
        continue;
      /* A day in a sentence is that of what it tells. */
      labelled = tl_date_label_dup_rest (line->text);
      shape = tl_date_shape_read (labelled != NULL ? labelled : line->text);
      if (shape.n_words > MAX_WORDS_BESIDE)
        continue;
      if (read_numbers (self, line->text, worth, i) == 0 && shape.year != 0)
        note_words (self, line->text, worth == WORTH_SEEN ? 2 : 1);
    }
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

/* Whether nothing but machines tell a day: by the clock of UTC, or in the address. */
static gboolean
is_of_machines (Finder          *self,
                const TlPageDay *day)
{
  for (guint i = 0; i < self->votes.votes->len; i++)
    {
      const TlPageVote *vote = &g_array_index (self->votes.votes, TlPageVote, i);

      if (vote->provenance != TL_PROVENANCE_ADDRESS && !vote->day.is_utc &&
          tl_page_day_compare (&vote->day, day) == 0)
        return FALSE;
    }
  return TRUE;
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

  tl_page_votes_sum (&self->votes, day, &is_local);
  if ((is_local && !is_of_machines (self, day)) || day->day == 0)
    return *day;
  for (int by = 1; by >= -1; by -= 2)
    {
      TlPageDay other = shift_day (day, by);
      gboolean other_is_local = FALSE;

      if (by > 0 ? day->hour < 10 : day->hour >= 12)
        continue;
      if (tl_page_votes_sum (&self->votes, &other, &other_is_local) >= WORTH_SEEN && other_is_local)
        return other;
      if (self->words.text != NULL && self->words.worth >= 8 && tl_date_shape_fits (self->words.text, &other) &&
          !tl_date_shape_fits (self->words.text, day))
        return other;
    }
  return *day;
}

static void
settle (Finder     *self,
        TlPageDate *date)
{
  const TlPageVote *vote;
  gboolean is_local;
  TlPageDay day;

  tl_page_votes_settle (&self->votes);
  vote = tl_page_votes_choose (&self->votes);
  if (vote == NULL)
    return;
  if (vote->day.day == 0 || tl_page_votes_sum (&self->votes, &vote->day, &is_local) < WORTH_SURE)
    if (self->words.text != NULL && self->words.worth >= 8)
      return;
  day = localize (self, &vote->day);
  date->published = tl_page_day_dup (&day);
  date->provenance = vote->provenance;
}

/* "Updated: 9.6.2021" below the headline. */
static void
read_changed_lines (Finder *self)
{
  GArray *lines = self->page->lines;

  for (guint i = self->headline->line + 1; i < lines->len && i < self->story; i++)
    {
      const TlPageLine *line = &g_array_index (lines, TlPageLine, i);

      if (line->text != NULL && line->n_chars <= MAX_DATE_CHARS && tl_page_place_is_near (self->place, i) &&
          !tl_page_place_is_beside (self->place, line->node) &&
          tl_date_label_is_there (TL_DOCUMENT_UPDATE_LABELS, line->text, line->text + strlen (line->text)))
        read_changes (self, line->text, WORTH_SEEN, i);
    }
}

/* Where nothing tells when it was published, when it was changed is near. */
static void
settle_changed (Finder     *self,
                TlClues    *clues,
                TlPageDate *date)
{
  const TlPageVote *vote;

  if (self->words.text != NULL)
    return;
  read_clues (self, clues, TL_CLUE_MODIFIED);
  read_marks (self, TRUE);
  read_changed_lines (self);
  vote = tl_page_votes_choose (&self->votes);
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
    {
      const TlPageLine *line = &g_array_index (page->lines, TlPageLine, i);

      /* The signs of some scripts say as much as two letters. */
      if (line->n_chars * (tl_page_name_is_cjk (g_utf8_get_char (line->head)) ? 2 : 1) >= MIN_PARAGRAPH)
        return i;
    }
  return page->lines->len;
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
  Finder self = { .page = page, .headline = headline, .place = place };
  TlPageDay day;

  *date = (TlPageDate) { NULL, TL_PROVENANCE_NONE, NULL };
  self.story = headline->node != NULL ? find_story (page, headline->line) : page->lines->len;
  tl_page_votes_init (&self.votes, writes_month_first (clues));
  read_clues (&self, clues, TL_CLUE_PUBLISHED);
  read_marks (&self, FALSE);
  if (headline->node != NULL)
    read_lines (&self);
  if (address != NULL && tl_page_day_of_path (address, &day))
    tl_page_votes_add (&self.votes, &day, TL_PROVENANCE_ADDRESS, day.day != 0 ? WORTH_ADDRESS : 1, 0);

  settle (&self, date);
  if (date->published == NULL && self.votes.votes->len == 0)
    settle_changed (&self, clues, date);
  if (date->published == NULL)
    date->line = g_steal_pointer (&self.words.text);
  g_free (self.words.text);
  tl_page_votes_clear (&self.votes);
}
