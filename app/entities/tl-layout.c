/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which lines of a text are not prose: a web page's menus, headlines in capitals.  Their
 * capitals say nothing, so names are learned from the other lines; headlines are searched
 * for those afterwards, menus are not.
 */

#include "tl-candidates-private.h"

/* A line of so few tokens may be an entry of a menu. */
#define MENU_TOKENS 10

/* A line of fewer words is too short to tell a headline by its capitals. */
#define HEADLINE_WORDS 4

/* A longer one is no headline, whatever its capitals. */
#define HEADLINE_TOKENS 60

typedef struct
{
  guint    first;
  guint    end;
  gboolean is_prose;            /* it ends as a sentence does */
  gboolean has_clutter;
  gboolean is_small_print;
} Line;

static gboolean
ends_as_sentence (const TlReading *reading,
                  guint            end)
{
  for (guint i = end; i > 0 && i + 3 > end; i--)
    {
      const char *last = reading->string + reading->tokens[i - 1].span.start;

      if (reading->tokens[i - 1].kind == TL_TOKEN_PUNCTUATION &&
          (*last == '.' || *last == '!' || *last == '?'))
        return TRUE;
      if (reading->tokens[i - 1].kind == TL_TOKEN_WORD)
        return FALSE;
    }
  return FALSE;
}

/* Lines as the splitter of sentences sees them: text broken to a width is one line. */
static GArray *
find_lines (const TlReading *reading)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < reading->n_sentences; i++)
    {
      const TlSentence *sentence = &reading->sentences[i];

      if (lines->len == 0 ||
          (reading->tokens[sentence->first_token].flags & TL_TOKEN_LINE_START) != 0)
        {
          Line line = { sentence->first_token, sentence->end_token, FALSE, FALSE, FALSE };

          g_array_append_val (lines, line);
        }
      g_array_index (lines, Line, lines->len - 1).end = sentence->end_token;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      guint n_clutter = 0;

      line->is_prose = ends_as_sentence (reading, line->end);
      for (guint k = line->first; k < line->end; k++)
        {
          n_clutter += tl_reading_has (reading, k, TL_CUE_CLUTTER);
          line->is_small_print |= tl_reading_has (reading, k, TL_CUE_SMALL_PRINT);
        }
      /* A phrase of a menu may stand in a sentence too; in a menu there is little else. */
      line->has_clutter = n_clutter * 3 >= line->end - line->first;
    }
  return lines;
}

static void
mute (TlReading *reading,
      Line      *line,
      guint64    cues)
{
  for (guint i = line->first; i < line->end; i++)
    reading->cues[i] |= cues;
}

static gboolean
is_menu_line (const Line *line)
{
  return !line->is_prose && line->end - line->first <= MENU_TOKENS;
}

/* Whether a blank line stands between the two. */
static gboolean
are_apart (const TlReading *reading,
           const Line      *line,
           const Line      *next)
{
  const char *end = reading->string + reading->tokens[next->first].span.start;
  guint n_breaks = 0;

  for (const char *p = reading->string + reading->tokens[line->end - 1].span.end; p < end; p++)
    n_breaks += *p == '\n';
  return n_breaks > 1;
}

/* Short lines one under the other are a menu when one of them is a menu's. */
static void
mute_menus (TlReading *reading,
            GArray    *lines)
{
  for (guint i = 0; i < lines->len;)
    {
      Line *line = &g_array_index (lines, Line, i);
      guint end = i + 1;
      gboolean has_clutter = line->has_clutter;

      while (is_menu_line (line) && end < lines->len &&
             is_menu_line (&g_array_index (lines, Line, end)) &&
             !are_apart (reading, &g_array_index (lines, Line, end - 1),
                         &g_array_index (lines, Line, end)))
        has_clutter |= g_array_index (lines, Line, end++).has_clutter;
      if (has_clutter && is_menu_line (line))
        for (; i < end; i++)
          mute (reading, &g_array_index (lines, Line, i), TL_CUE_MUTE | TL_CUE_CLUTTER);
      else if ((line->has_clutter && !line->is_prose) || line->is_small_print)
        mute (reading, line, TL_CUE_MUTE | TL_CUE_CLUTTER);
      else
        for (guint k = line->first; k < line->end; k++)
          reading->cues[k] &= ~TL_CUE_CLUTTER;
      i = end;
    }
}

/* Whether so many words have capitals that a capital means nothing. */
static gboolean
is_headline (const TlReading *reading,
             const Line      *line)
{
  guint n_words = 0, n_capital = 0, n_caps = 0, n_commas = 0;

  if (line->end - line->first > HEADLINE_TOKENS ||
      reading->tokens[line->end - 1].kind == TL_TOKEN_ADDRESS ||
      tl_reading_is (reading, line->first, "("))
    return FALSE;
  if (line->end - line->first <= 3 && !line->is_prose)
    return TRUE;
  for (guint i = line->first; i < line->end; i++)
    {
      n_commas += tl_reading_is (reading, i, ",");
      if (reading->tokens[i].kind != TL_TOKEN_WORD || tl_reading_length_of (reading, i) < 4)
        continue;
      n_words++;
      n_capital += tl_reading_is_capital (reading, i);
      n_caps += tl_reading_is_acronym (reading, i);
    }
  if (n_words >= 2 && n_caps == n_words)
    return TRUE;
  if (line->is_prose)
    return FALSE;
  /* Two commas make a list of names, which have their capitals from being names. */
  return n_words >= HEADLINE_WORDS && n_commas < 2 &&
         (n_capital * 5 > n_words * 4 || n_caps * 4 > n_words * 3);
}

static void
mute_headlines (TlReading *reading,
                GArray    *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (is_headline (reading, line) && !tl_byline_is_at (reading, line->first))
        mute (reading, line, TL_CUE_MUTE);
    }
}

/*
 * tl_layout_mark:
 * @reading: a reading
 *
 * Marks the tokens that no name is to be learned from with TL_CUE_MUTE, and leaves
 * TL_CUE_CLUTTER on those of menus alone.
 */
void
tl_layout_mark (TlReading *reading)
{
  g_autoptr(GArray) lines = find_lines (reading);

  mute_menus (reading, lines);
  mute_headlines (reading, lines);
}
