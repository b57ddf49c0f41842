/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Who wrote an article, in a line of its own: "By Ana Silva and Jan Kross in Lima", "By
 * ANA SILVA | Turan Times", "Ana Silva, The Turan Times".
 */

#include "tl-candidates-private.h"

/* A byline is no longer, in tokens; nor has it more people. */
#define MAX_BYLINE 30

/* A person's name, an outlet's. */
#define MAX_NAME 8

/* The second part of a given name, "ah" in "Yun-ah", has no more letters. */
#define MAX_HYPHENED 6

/* A line without "by" is a byline only so near the beginning. */
#define MAX_HEAD_SENTENCES 8

static gboolean
is_line_start (const TlReading *reading,
               guint            token)
{
  return token >= reading->n_tokens || (reading->tokens[token].flags & TL_TOKEN_LINE_START) != 0;
}

static gboolean
is_separator (const TlReading *reading,
              guint            token)
{
  return tl_reading_is (reading, token, ",") || tl_reading_is (reading, token, "|") ||
         tl_reading_is (reading, token, "•") || tl_reading_is (reading, token, "/") ||
         tl_reading_is (reading, token, "·");
}

/* The end of the capitalised words from the token on, with initials and particles between them. */
static guint
name_end (const TlReading *reading,
          guint            token)
{
  guint end = token;

  while (end < token + MAX_NAME && (end == token || !is_line_start (reading, end)))
    {
      if (tl_reading_is_capital (reading, end) && !tl_reading_has (reading, end, TL_CUE_CALENDAR))
        end++;
      else if (end > token + 1 && tl_reading_touches (reading, end) && tl_reading_is (reading, end - 1, "-") &&
               tl_reading_length_of (reading, end) <= MAX_HYPHENED)
        end++;                  /* "Yun-ah" */
      else if (end > token && end + 1 < reading->n_tokens && tl_reading_touches (reading, end) &&
               ((tl_reading_is (reading, end, "-") && tl_reading_touches (reading, end + 1)) ||
                (tl_reading_is (reading, end, ".") && tl_reading_length_of (reading, end - 1) <= 2)))
        end++;
      else if (end > token && tl_reading_has (reading, end, TL_CUE_PARTICLE) && !is_line_start (reading, end + 1) &&
               (tl_reading_is_capital (reading, end + 1) || tl_reading_has (reading, end + 1, TL_CUE_PARTICLE)))
        end++;
      else
        break;
    }
  while (end > token && (tl_reading_is (reading, end - 1, "-") || tl_reading_has (reading, end - 1, TL_CUE_PARTICLE)) &&
         !tl_reading_is_capital (reading, end - 1))
    end--;
  return end;
}

static gboolean
has_in (const TlReading *reading,
        guint            first,
        guint            end,
        guint64          cues)
{
  for (guint i = first; i < end; i++)
    if (tl_reading_has (reading, i, cues))
      return TRUE;
  return FALSE;
}

static guint
count_words (const TlReading *reading,
             guint            first,
             guint            end)
{
  guint n_words = 0;

  for (guint i = first; i < end; i++)
    n_words += reading->tokens[i].kind == TL_TOKEN_WORD && tl_reading_length_of (reading, i) > 1;
  return n_words;
}

/* "The Turan Times", "Turan Press Agency", "AFP" */
static gboolean
is_outlet (const TlReading *reading,
           guint            first,
           guint            end)
{
  return tl_reading_is (reading, first, "the") || has_in (reading, first, end, TL_CUE_ORG_HEAD) ||
         (end == first + 1 && tl_reading_is_acronym (reading, first));
}

/* A person's name has two words, one of them no common one. */
static gboolean
is_writer (const TlReading *reading,
           guint            first,
           guint            end)
{
  if (count_words (reading, first, end) < 2 || is_outlet (reading, first, end) ||
      has_in (reading, first, end, TL_CUE_PLACE | TL_CUE_ADJECTIVE | TL_CUE_TITLE | TL_CUE_FUNCTION))
    return FALSE;
  for (guint i = first; i < end; i++)
    if (reading->tokens[i].kind == TL_TOKEN_WORD && !tl_reading_has (reading, i, TL_CUE_COMMON | TL_CUE_PARTICLE) &&
        tl_reading_length_of (reading, i) > 1)
      return TRUE;
  return FALSE;
}

static gboolean
is_known_place (const TlReading *reading,
                guint            first,
                guint            end)
{
  return reading->place_at[first] != 0 && reading->place_at[first] == reading->place_at[end - 1];
}

static void
add_outlet (TlWalk *walk,
            guint   first,
            guint   end)
{
  const TlReading *reading = walk->reading;

  /* "Turan Times | Correspondent" */
  while (end > first && (tl_reading_has (reading, end - 1, TL_CUE_TITLE) ||
                         (tl_reading_has (reading, end - 1, TL_CUE_TITLE_WORD) &&
                          tl_reading_has (reading, end, TL_CUE_TITLE))))
    end--;
  if (end == first || is_known_place (reading, first, end))
    return;
  /* "Staff" */
  if (end > first + 1 || tl_reading_is_acronym (reading, first) || !tl_reading_has (reading, first, TL_CUE_COMMON))
    tl_walk_add (walk, first, end, TL_CANDIDATE_ORGANIZATION, TL_CANDIDATE_PATTERN);
}

/* What stands behind a comma or a stroke: a writer's title, a place, another writer, the outlet. */
static void
add_behind_separator (TlWalk   *walk,
                      guint     first,
                      guint     end,
                      gboolean  is_list)
{
  const TlReading *reading = walk->reading;

  if (is_known_place (reading, first, end))
    tl_walk_add (walk, first, end, TL_CANDIDATE_PLACE, TL_CANDIDATE_KNOWN | TL_CANDIDATE_PATTERN);
  else if (has_in (reading, first, end, TL_CUE_TITLE) && !tl_reading_is (reading, first, "the"))
    {
      if (!has_in (reading, first, first + 1, TL_CUE_TITLE | TL_CUE_TITLE_WORD | TL_CUE_COMMON))
        add_outlet (walk, first, end);
    }
  else if (is_list && is_writer (reading, first, end))
    tl_walk_add (walk, first, end, TL_CANDIDATE_PLAIN, TL_CANDIDATE_PERSON | TL_CANDIDATE_PATTERN);
  else
    add_outlet (walk, first, end);
}

/* Whether "and" comes before the line ends: what stands before it is a list of people. */
static gboolean
is_list (const TlReading *reading,
         guint            token)
{
  for (guint i = token; i < token + MAX_BYLINE && !is_line_start (reading, i); i++)
    if (tl_reading_is (reading, i, "and") || tl_reading_is (reading, i, "&"))
      return TRUE;
  return FALSE;
}

/* Adds what stands behind the first writer, up to the line's end; returns where that is. */
static guint
read_rest (TlWalk *walk,
           guint   token)
{
  const TlReading *reading = walk->reading;
  guint i = token;

  while (i < token + MAX_BYLINE && !is_line_start (reading, i))
    {
      gboolean is_and = tl_reading_is (reading, i, "and") || tl_reading_is (reading, i, "&");
      gboolean is_in = tl_reading_is (reading, i, "in") || tl_reading_is (reading, i, "from");
      guint end = is_line_start (reading, i + 1) ? i + 1 : name_end (reading, i + 1);

      if (!is_and && !is_in && !is_separator (reading, i))
        break;
      if (end == i + 1)
        break;
      if (is_and && is_writer (reading, i + 1, end))
        tl_walk_add (walk, i + 1, end, TL_CANDIDATE_PLAIN, TL_CANDIDATE_PERSON | TL_CANDIDATE_PATTERN);
      else if (is_in)
        tl_walk_add (walk, i + 1, end, TL_CANDIDATE_PLACE, TL_CANDIDATE_KNOWN | TL_CANDIDATE_PATTERN);
      else
        add_behind_separator (walk, i + 1, end, is_list (reading, end));
      i = end;
    }
  return i;
}

/* The outlet in a line of its own under the byline: "The Turan Times". */
static guint
read_outlet_below (TlWalk *walk,
                   guint   token)
{
  const TlReading *reading = walk->reading;
  guint end = token < reading->n_tokens && is_line_start (reading, token) ? name_end (reading, token) : token;

  if (end == token || !is_line_start (reading, end) || !is_outlet (reading, token, end) ||
      count_words (reading, token, end) < 2)
    return token;
  add_outlet (walk, token, end);
  return end;
}

/* The index behind "By", "Written by", "Posted by:" at a line's start, or the token. */
static guint
skip_by (const TlReading *reading,
         guint            token)
{
  guint end = token;

  while (tl_reading_has (reading, end, TL_CUE_BYLINE) && (end == token || !is_line_start (reading, end)))
    end++;
  return end > token && tl_reading_is (reading, end, ":") ? end + 1 : end;
}

/* Whether the whole line is "Ana Silva, The Turan Times" or "Ana Silva | Turan Times". */
static gboolean
is_bare_byline (const TlReading *reading,
                guint            first,
                guint            end)
{
  guint outlet_end;

  if (reading->tokens[first].sentence >= MAX_HEAD_SENTENCES || !is_separator (reading, end) ||
      is_line_start (reading, end + 1))
    return FALSE;
  outlet_end = name_end (reading, end + 1);
  return is_line_start (reading, outlet_end) && is_outlet (reading, end + 1, outlet_end) &&
         count_words (reading, end + 1, outlet_end) > 1;
}

/* Whether the line near the beginning is "The Turan Times" or "Turan Press Agency, 5 March". */
static gboolean
is_outlet_line (const TlReading *reading,
                guint            first,
                guint            end)
{
  guint sentence = reading->tokens[first].sentence;
  gboolean is_name = FALSE;

  if (sentence == 0 || sentence >= MAX_HEAD_SENTENCES || count_words (reading, first, end) < 2 ||
      !tl_reading_has (reading, end - 1, TL_CUE_ORG_HEAD))
    return FALSE;
  for (guint i = first; i + 1 < end; i++)
    is_name |= reading->tokens[i].kind == TL_TOKEN_WORD && !tl_reading_has (reading, i, TL_CUE_COMMON);
  if (!is_name)
    return FALSE;
  return is_line_start (reading, end) ||
         (is_separator (reading, end) && (reading->tokens[end + 1].kind == TL_TOKEN_NUMBER ||
                                          tl_reading_has (reading, end + 1, TL_CUE_CALENDAR)));
}

/*
 * tl_byline_read:
 * @walk: the walk
 * @token: index of a token
 *
 * Adds what the byline that begins at the token names.
 *
 * Returns: the index behind it, or @token where none begins
 */
guint
tl_byline_read (TlWalk *walk,
                guint   token)
{
  const TlReading *reading = walk->reading;
  guint first, end;

  if (!is_line_start (reading, token))
    return token;
  first = skip_by (reading, token);
  if (is_line_start (reading, first) && first > token)
    return token;
  end = name_end (reading, first);
  if (first == token && end > token && is_outlet_line (reading, first, end))
    {
      add_outlet (walk, first, end);
      return end;
    }
  if (!is_writer (reading, first, end) || (first == token && !is_bare_byline (reading, first, end)))
    return token;
  tl_walk_add (walk, first, end, TL_CANDIDATE_PLAIN, TL_CANDIDATE_PERSON | TL_CANDIDATE_PATTERN);
  end = read_rest (walk, end);
  return read_outlet_below (walk, end);
}

/*
 * tl_byline_is_at:
 * @reading: a reading
 * @token: index of a line's first token
 *
 * Returns: whether a byline may begin there, which has capitals for the names in it
 */
gboolean
tl_byline_is_at (const TlReading *reading,
                 guint            token)
{
  guint first = skip_by (reading, token), end;

  if (first > token)
    return !is_line_start (reading, first) && tl_reading_is_capital (reading, first);
  end = name_end (reading, token);
  if (end == token)
    return FALSE;
  return is_outlet_line (reading, token, end) ||
         (is_writer (reading, token, end) && is_bare_byline (reading, token, end));
}
