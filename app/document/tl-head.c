/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lines above a story hold its headline, perhaps, among menus, dates, addresses and
 * bylines.  What the story itself begins with is known first; the headline is then the
 * line before it that looks most like one.  A text that begins with its first paragraph
 * has none.
 */

#include "tl-head.h"

#include "tl-line.h"

#include <string.h>

/* A headline below so much is not looked for. */
#define HEAD_SIZE 16384
#define MAX_LINES 160

/* A line has to be worth so much to be taken for the headline. */
#define MIN_SCORE 4

/* What a menu offers has no more words. */
#define MAX_MENU_WORDS 4

typedef enum
{
  KIND_OTHER,
  KIND_DATE,
  KIND_ADDRESS,
  KIND_BYLINE,
  KIND_CLUTTER,
  KIND_STORY,
} Kind;

static const TlLine *
get_line (TlLineReader *lines,
          guint         index)
{
  return tl_line_reader_get (lines, index);
}

/* An address with little beside it: a line that says where the text is from. */
static gboolean
is_address (const TlLine *line)
{
  const char *start, *end;

  return tl_line_find_address (line, &start, &end) && line->n_words <= 25 &&
         !tl_line_is_prose (&(TlLine) { .text = line->text,
                                        .length = (gsize) (start - line->text),
                                        .n_chars = (guint) (start - line->text),
                                        .n_words = line->n_words });
}

static Kind
classify (const TlLine *line,
          TlHead       *head)
{
  g_autofree char *source = NULL;
  g_autofree char *byline = NULL;

  if (is_address (line))
    return KIND_ADDRESS;
  source = tl_line_dup_field (line, TL_DOCUMENT_SOURCE_LABELS);
  if (source == NULL)
    source = tl_line_dup_field (line, TL_DOCUMENT_FIELD_LABELS);
  if (source != NULL)
    return KIND_ADDRESS;
  byline = tl_line_dup_byline (line);
  if (byline == NULL)
    byline = tl_line_dup_field (line, TL_DOCUMENT_AUTHOR_LABELS);
  if (byline != NULL)
    {
      if (head->author == NULL)
        head->author = g_steal_pointer (&byline);
      return KIND_BYLINE;
    }
  if (tl_line_is_date (line) || tl_line_is_month_date (line))
    return KIND_DATE;
  if (tl_line_is_clutter (line))
    return KIND_CLUTTER;
  return tl_line_is_prose (line) ? KIND_STORY : KIND_OTHER;
}

static gboolean
begins_lower (const TlLine *line)
{
  return g_unichar_islower (tl_line_first (line));
}

/*
 * Whether a story broken into lines of even length begins here: the line fills its
 * column, the block goes on below, somewhere in the middle of a sentence, and ends one.
 */
static gboolean
begins_wrapped_story (TlLineReader *lines,
                      guint         index)
{
  const TlLine *first = get_line (lines, index);
  const TlLine *line;
  guint widest = 0, n_lower = 0, end = index;
  gboolean ends = FALSE;

  /* Behind a dateline a line goes on in the next without filling any column. */
  if (tl_line_is_dateline (first) && first->n_words > MAX_MENU_WORDS && get_line (lines, index + 1) != NULL &&
      get_line (lines, index + 1)->block == first->block && begins_lower (get_line (lines, index + 1)))
    return TRUE;

  for (; (line = get_line (lines, end)) != NULL && line->block == first->block; end++)
    {
      if (line->n_chars > 110 || (end > index + 1 && line->indent > first->indent + 1))
        break;
      widest = MAX (widest, line->n_chars);
      n_lower += end > index && begins_lower (line);
      ends = tl_line_ends_sentence (line);
    }
  return end - index >= 2 && ends && n_lower > 0 && first->n_chars * 4 >= widest * 3 &&
         tl_line_is_all_caps (first) == tl_line_is_all_caps (get_line (lines, index + 1));
}

/* A headline broken in two: the second line goes on in lower case and ends no sentence. */
static guint
measure_headline (TlLineReader *lines,
                  guint         index,
                  guint         end)
{
  const TlLine *first = get_line (lines, index);
  guint n_chars = first->n_chars;
  guint n = 1;

  while (index + n < end && n < 3)
    {
      const TlLine *line = get_line (lines, index + n);

      if (line->block != first->block || !begins_lower (line) || n_chars + line->n_chars > 180)
        break;
      n_chars += line->n_chars;
      n++;
    }
  return n;
}

static gboolean
is_repeated (TlLineReader *lines,
             guint         index,
             guint         end)
{
  for (guint i = 0; i < end; i++)
    {
      if (i != index && tl_line_equals (get_line (lines, i), get_line (lines, index)))
        return TRUE;
    }
  return FALSE;
}

static guint
count_block (TlLineReader *lines,
             guint         index,
             guint         end)
{
  guint block = get_line (lines, index)->block;
  guint n = 0;

  for (guint i = 0; i < end; i++)
    n += get_line (lines, i)->block == block;
  return n;
}

/* Sites make an address from the headline: do its longer words stand in it? */
static gboolean
is_in_address (const TlLine *line,
               const char   *url)
{
  g_autofree char *lower = NULL;
  g_autofree char *address = NULL;
  g_auto(GStrv) words = NULL;
  guint n_long = 0, n_found = 0;
  const char *path;

  if (url == NULL)
    return FALSE;
  lower = g_utf8_strdown (line->text, (gssize) line->length);
  /* The host is made from the outlet's name, which stands above many headlines. */
  path = strstr (url, "://");
  path = path != NULL ? strchr (path + strlen ("://"), '/') : NULL;
  address = g_ascii_strdown (path != NULL ? path : url, -1);
  words = g_strsplit_set (lower, " ,.:;!?'\"()-/", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strlen (words[i]) < 4)
        continue;
      n_long++;
      n_found += strstr (address, words[i]) != NULL;
    }
  return n_long >= 2 && n_found * 2 > n_long;
}

/* Nothing above it could be a headline. */
static gboolean
is_first (const Kind *kinds,
          guint       index)
{
  for (guint i = 0; i < index; i++)
    {
      if (kinds[i] == KIND_OTHER)
        return FALSE;
    }
  return TRUE;
}

/* "STOCK MARKET" above a headline that is not in capitals. */
static gboolean
is_label_in_capitals (TlLineReader *lines,
                      const Kind   *kinds,
                      guint         index,
                      guint         end)
{
  if (get_line (lines, index)->n_words > MAX_MENU_WORDS || !tl_line_is_all_caps (get_line (lines, index)))
    return FALSE;
  for (guint i = 0; i < end; i++)
    if (kinds[i] == KIND_OTHER && get_line (lines, i)->n_words > MAX_MENU_WORDS &&
        !tl_line_is_all_caps (get_line (lines, i)))
      return TRUE;
  return FALSE;
}

static int
score_line (TlLineReader *lines,
            const Kind   *kinds,
            guint         index,
            guint         end,
            const char   *url)
{
  const TlLine *line = get_line (lines, index);
  guint n_block = count_block (lines, index, end);
  gboolean is_in_url = !tl_line_ends_sentence (line) && is_in_address (line, url);
  guint next;
  int score;

  if (line->n_words < 3 && !is_in_url)
    return 0;
  if (index > 0 && begins_lower (line) && get_line (lines, index - 1)->block == line->block)
    return 0;                   /* the line above goes on in it */

  score = line->n_words >= 4 || is_first (kinds, index) ? 3 : 2;
  if (is_first (kinds, index))
    score += 1;
  if (n_block <= 3)
    score += 2;
  else if (n_block >= 6 && line->n_words < 5)
    score -= 1;
  if (is_in_url)
    score += 4;
  /* Buttons that are phrases begin so, and headlines hardly ever. */
  if (begins_lower (line))
    score -= 2;
  if (is_label_in_capitals (lines, kinds, index, end))
    score -= 2;
  if (tl_line_ends_sentence (line))
    score -= 2;
  /* A menu says its few words again, a page its headline. */
  if (is_repeated (lines, index, end))
    score += line->n_words <= MAX_MENU_WORDS ? -3 : 1;
  next = index + measure_headline (lines, index, end);
  if (next >= end || kinds[next] == KIND_DATE || kinds[next] == KIND_BYLINE ||
      (kinds[next] == KIND_CLUTTER && line->n_words > MAX_MENU_WORDS))
    score += 1;
  if (index > 0 && kinds[index - 1] == KIND_DATE && get_line (lines, index - 1)->block == line->block)
    score += 1;
  return score;
}

/* Behind the trail that leads to a headline on its own line: "Home / Latest / Headline". */
static const char *
skip_trail (const char *title)
{
  static const char *const signs[] = { " > ", " >> ", " \302\273 ", " \342\200\272 ", " / " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *last = g_strrstr (title, signs[i]);
      guint n_words = 1, n_signs = 0;

      for (const char *p = title; last != NULL && p < last; p++)
        n_words += *p == ' ';
      for (const char *p = title; (p = strstr (p, signs[i])) != NULL; p += strlen (signs[i]))
        n_signs++;
      /* A slash alone may stand in a headline. */
      if (last != NULL && n_words <= 4 * n_signs && (n_signs > 1 || strcmp (signs[i], " / ") != 0))
        return last + strlen (signs[i]);
    }
  return title;
}

static char *
join_lines (TlLineReader *lines,
            guint         index,
            guint         n)
{
  GString *title = g_string_new (NULL);
  const TlLine *line = get_line (lines, index);
  const char *bar;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (title, ' ');
      g_string_append_len (title, get_line (lines, index + i)->text, (gssize) get_line (lines, index + i)->length);
    }

  /* "# Headline" as notes have it, "Headline | The Site" as windows have it */
  if (line->length > 2 && strspn (title->str, "#") > 0 && title->str[strspn (title->str, "#")] == ' ')
    g_string_erase (title, 0, (gssize) strspn (title->str, "#") + 1);
  g_string_erase (title, 0, skip_trail (title->str) - title->str);
  bar = g_strrstr (title->str, " | ");
  if (bar != NULL && bar > title->str)
    g_string_truncate (title, (gsize) (bar - title->str));
  return g_string_free (title, FALSE);
}

static guint
find_story (TlLineReader *lines,
            Kind         *kinds,
            TlHead       *head)
{
  guint end = 0;

  for (; get_line (lines, end) != NULL; end++)
    {
      kinds[end] = classify (get_line (lines, end), head);
      if (kinds[end] == KIND_OTHER && begins_wrapped_story (lines, end))
        kinds[end] = KIND_STORY;
      if (kinds[end] == KIND_STORY)
        break;
    }
  return end;
}

static char *
find_title_field (TlLineReader *lines,
                  guint         end)
{
  for (guint i = 0; i < end; i++)
    {
      char *title = tl_line_dup_field (get_line (lines, i), TL_DOCUMENT_TITLE_LABELS);

      if (title != NULL)
        return title;
    }
  return NULL;
}

static char *
find_title (TlLineReader *lines,
            const Kind   *kinds,
            guint         end,
            const char   *url)
{
  guint best = 0;
  int best_score = MIN_SCORE - 1;

  for (guint i = 0; i < end; i++)
    {
      int score = kinds[i] == KIND_OTHER ? score_line (lines, kinds, i, end, url) : 0;

      if (score > best_score)
        {
          best = i;
          best_score = score;
        }
    }
  if (best_score < MIN_SCORE)
    return NULL;
  return join_lines (lines, best, measure_headline (lines, best, end));
}

/**
 * tl_head_find:
 * @text: a text with "\n" at line ends
 * @url: (nullable): its address, where known: sites name pages after headlines
 * @head: (out caller-allocates): what was found
 *
 * Looks for headline and byline above the story.
 */
void
tl_head_find (const char *text,
              const char *url,
              TlHead     *head)
{
  g_auto(TlLineReader) lines;
  Kind kinds[MAX_LINES + 1] = { 0 };
  gboolean has_story;
  guint end;

  tl_line_reader_init (&lines, text, strnlen (text, HEAD_SIZE), MAX_LINES);
  end = find_story (&lines, kinds, head);
  has_story = get_line (&lines, end) != NULL;
  if (has_story)
    head->story = (gsize) (get_line (&lines, end)->text - text);
  else if (end > 0)
    head->story = (gsize) (get_line (&lines, end - 1)->text + get_line (&lines, end - 1)->length - text);

  head->title = find_title_field (&lines, end);
  /* Lines without a story below them are a list, and its first line no headline of it. */
  if (head->title == NULL && has_story)
    head->title = find_title (&lines, kinds, end, url);
}

/**
 * tl_head_clear:
 * @head: what was found
 *
 * Frees what @head holds.
 */
void
tl_head_clear (TlHead *head)
{
  g_clear_pointer (&head->title, g_free);
  g_clear_pointer (&head->author, g_free);
}
