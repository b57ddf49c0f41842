/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Events that are named by a number, a year or a day: "the 26th session of the Council",
 * "the third meeting of the Turan Commission", "at Turan Tex 2031", "New Year"; and what
 * belongs to an event's name beside its capitals.
 */

#include "tl-candidates-private.h"

/* Words between an ordinal and what it belongs to. */
#define MAX_BETWEEN 3

/* What an event is of is no longer, in tokens, and has no more words in lower case. */
#define MAX_COMPLEMENT 24
#define MAX_LOWER 2

/* A name with a year behind it is no longer. */
#define MAX_BEFORE_YEAR 5

static gboolean
is_same_sentence (const TlReading *reading,
                  guint            a,
                  guint            b)
{
  return b < reading->n_tokens && reading->tokens[a].sentence == reading->tokens[b].sentence;
}

static gboolean
is_ordinal_ending (const TlReading *reading,
                   guint            token)
{
  return tl_reading_touches (reading, token) &&
         (tl_reading_is (reading, token, "th") || tl_reading_is (reading, token, "st") ||
          tl_reading_is (reading, token, "nd") || tl_reading_is (reading, token, "rd"));
}

static gboolean
is_year (const TlReading *reading,
         guint            token)
{
  const char *digits;

  if (token >= reading->n_tokens || reading->tokens[token].kind != TL_TOKEN_NUMBER ||
      tl_reading_length_of (reading, token) != 4)
    return FALSE;
  digits = reading->string + reading->tokens[token].span.start;
  return ((digits[0] == '1' && digits[1] == '9') || (digits[0] == '2' && digits[1] == '0')) &&
         g_ascii_isdigit (digits[2]) && g_ascii_isdigit (digits[3]);
}

static gboolean
is_joining_dash (const TlReading *reading,
                 guint            token)
{
  return (tl_reading_is (reading, token, "-") || tl_reading_is (reading, token, "–")) &&
         tl_reading_touches (reading, token) && tl_reading_touches (reading, token + 1);
}

/* The token behind "of the", "and", ", " that goes on with a capital, or the same token. */
static guint
skip_links (const TlReading *reading,
            guint            token)
{
  guint next = token;

  if (tl_reading_is (reading, next, ","))
    {
      /* ", Economic and Technical": a list that "and" ends. */
      for (next++; next < token + 8 && tl_reading_is_capital (reading, next) && next < reading->n_tokens; next++)
        if (tl_reading_is (reading, next + 1, ","))
          next++;
      return tl_reading_is (reading, next, "and") && next > token + 1 &&
             tl_reading_is_capital (reading, next + 1) ? next + 1 : token;
    }
  if (tl_reading_is (reading, next, "in") || !tl_reading_has (reading, next, TL_CUE_LINK))
    return token;
  next++;
  if (tl_reading_is (reading, next, "the"))
    next++;
  return tl_reading_is_capital (reading, next) && !tl_reading_has (reading, next, TL_CUE_TITLE | TL_CUE_CALENDAR)
         ? next : token;
}

/* Behind a name, a word in lower case goes on with what the event is of only where it is owned. */
static gboolean
goes_on_in_lower (const TlReading *reading,
                  guint            token)
{
  return tl_reading_is_possessive (reading, token - 1) || !tl_reading_is_capital (reading, token - 1) ||
         tl_reading_has (reading, token - 1, TL_CUE_ADJECTIVE | TL_CUE_PLACE);
}

/*
 * "of Chile's independence", "of the Supreme Council on Roads and Dams", "of the joint
 * commission"; whether there is a name in it.
 */
static guint
complement_end (const TlReading *reading,
                guint            token,
                gboolean        *has_name)
{
  guint first = token + 1, end, n_lower = 0;

  *has_name = FALSE;
  if (!tl_reading_is (reading, token, "of"))
    return token;
  if (tl_reading_is (reading, first, "the"))
    first++;
  end = first;
  for (guint i = first; i < token + MAX_COMPLEMENT && is_same_sentence (reading, token, i); i++)
    {
      guint next = *has_name && end == i ? skip_links (reading, i) : i;

      if (next > i && is_same_sentence (reading, token, next))
        i = next;
      if (tl_reading_is_capital (reading, i))
        {
          *has_name = TRUE;
          end = i + 1;
        }
      else if (tl_reading_is_possessive (reading, i) || is_joining_dash (reading, i))
        end = is_joining_dash (reading, i) && end == i ? i + 1 : end;
      else if (reading->tokens[i].kind == TL_TOKEN_WORD &&
               !tl_reading_has (reading, i, TL_CUE_FUNCTION | TL_CUE_SPEECH) && n_lower++ < MAX_LOWER &&
               (!*has_name || goes_on_in_lower (reading, i)))
        end = i + 1;
      else
        break;
    }
  return end > first ? end : token;
}

/* The index behind "26th", "third", "forty-first", or the token. */
static guint
skip_ordinal (const TlReading *reading,
              guint            token)
{
  if (token < reading->n_tokens && reading->tokens[token].kind == TL_TOKEN_NUMBER)
    return is_ordinal_ending (reading, token + 1) ? token + 2 : token;
  if (tl_reading_has (reading, token, TL_CUE_ORDINAL))
    return token + 1;
  if (tl_reading_has (reading, token, TL_CUE_TENS) && tl_reading_has (reading, token + 2, TL_CUE_ORDINAL) &&
      is_joining_dash (reading, token + 1))
    return token + 3;
  return token;
}

/* "26th session", "third meeting of the Turan Commission". */
static guint
read_numbered (TlWalk *walk,
               guint   token)
{
  const TlReading *reading = walk->reading;
  guint first = skip_ordinal (reading, token), noun = first, end, complement;
  gboolean is_word = first == token + 1, has_name;

  if (first == token)
    return token;
  while (noun < first + MAX_BETWEEN && noun < reading->n_tokens &&
         reading->tokens[noun].kind == TL_TOKEN_WORD &&
         !tl_reading_has (reading, noun, TL_CUE_EVENT_NOUN | TL_CUE_FUNCTION))
    noun++;
  if (!tl_reading_has (reading, noun, TL_CUE_EVENT_NOUN) || !is_same_sentence (reading, token, noun))
    return token;
  /* "the first Turan Forum" has its name from its capitals. */
  if (is_word && tl_reading_is_capital (reading, noun) && !tl_reading_is_capital (reading, token))
    return token;
  end = noun + 1;
  while (tl_reading_has (reading, end, TL_CUE_EVENT_NOUN) && is_same_sentence (reading, token, end))
    end++;
  complement = complement_end (reading, end, &has_name);
  if (is_word && (complement == end || !has_name || tl_reading_has (reading, noun, TL_CUE_EVENT_OF)))
    return token;
  if (complement == end && tl_reading_has (reading, noun, TL_CUE_EVENT_OF))
    return token;
  tl_walk_add (walk, token, complement, TL_CANDIDATE_EVENT, 0);
  return noun + 1;
}

/* "New Year", "Eid al-Adha", "National Day of Chile" */
static guint
read_named (TlWalk *walk,
            guint   token)
{
  const TlReading *reading = walk->reading;
  guint end = token, complement;
  gboolean has_name;

  if (!tl_reading_has (reading, token, TL_CUE_EVENT_NAME) || !tl_reading_is_capital (reading, token))
    return token;
  while (tl_reading_has (reading, end, TL_CUE_EVENT_NAME) && is_same_sentence (reading, token, end))
    end++;
  complement = complement_end (reading, end, &has_name);
  end = has_name ? complement : tl_event_get_end (reading, end);
  tl_walk_add (walk, tl_event_get_start (reading, token), end, TL_CANDIDATE_EVENT, 0);
  return end;
}

/* Whether an event is spoken of right before the name, or right behind its year. */
static gboolean
is_spoken_of (const TlReading *reading,
              guint            first,
              guint            end)
{
  if (tl_reading_has (reading, end, TL_CUE_EVENT_NOUN | TL_CUE_EVENT_HEAD) && !tl_reading_is_capital (reading, end) &&
      is_same_sentence (reading, first, end))
    return TRUE;
  if (first == 0 || !is_same_sentence (reading, first - 1, first))
    return FALSE;
  return tl_reading_has (reading, first - 1, TL_CUE_EVENT_PLACE) ||
         (tl_reading_has (reading, first - 1, TL_CUE_EVENT_NOUN | TL_CUE_EVENT_HEAD) &&
          !tl_reading_is_capital (reading, first - 1));
}

/* "at Turan Tex 2031", "the Turan Tex – 2031 exhibition" */
static guint
read_with_year (TlWalk *walk,
                guint   token)
{
  const TlReading *reading = walk->reading;
  guint end = token;

  if (token > 0 && tl_reading_is_capital (reading, token - 1) && is_same_sentence (reading, token - 1, token) &&
      !tl_reading_has (reading, token - 1, TL_CUE_FUNCTION))
    return token;
  while (end < token + MAX_BEFORE_YEAR && tl_reading_is_capital (reading, end) &&
         is_same_sentence (reading, token, end) &&
         !tl_reading_has (reading, end, TL_CUE_CALENDAR | TL_CUE_FUNCTION | TL_CUE_TITLE | TL_CUE_HONORIFIC))
    {
      end++;
      if (tl_reading_is (reading, end, "&") && tl_reading_is_capital (reading, end + 1))
        end++;
    }
  if (end == token || tl_reading_is (reading, end - 1, "&"))
    return token;
  if (!is_year (reading, end) &&
      !((tl_reading_is (reading, end, "-") || tl_reading_is (reading, end, "–")) && is_year (reading, end + 1)))
    return token;
  end += is_year (reading, end) ? 1 : 2;
  if (!is_same_sentence (reading, token, end - 1) || !is_spoken_of (reading, token, end))
    return token;
  tl_walk_add (walk, token, end, TL_CANDIDATE_EVENT, 0);
  return end;
}

/*
 * tl_event_get_start:
 * @reading: a reading
 * @first: index of the first capitalised word of an event's name
 *
 * Returns: the index where the name begins with its number or year: "the | 2022 Turan Games",
 *   "the | 5th Turan Forum", "the | Second Turan Forum"
 */
guint
tl_event_get_start (const TlReading *reading,
                    guint            first)
{
  guint before = first - 1;

  if (first == 0 || !is_same_sentence (reading, before, first))
    return first;
  if (is_ordinal_ending (reading, before) && before > 0 && reading->tokens[before - 1].kind == TL_TOKEN_NUMBER)
    return before - 1;
  if (tl_reading_has (reading, before, TL_CUE_ORDINAL) && tl_reading_is_capital (reading, before))
    return before;
  if (is_year (reading, before) && before > 0 && !tl_reading_is (reading, before - 1, "in") &&
      !tl_reading_is (reading, before - 1, ",") && !tl_reading_has (reading, before - 1, TL_CUE_CALENDAR))
    return before;
  return first;
}

/*
 * tl_event_get_end:
 * @reading: a reading
 * @end: index after an event's name
 *
 * Returns: the index behind the year that belongs to it, "Turan Forum 2031 |", or @end
 */
guint
tl_event_get_end (const TlReading *reading,
                  guint            end)
{
  return end > 0 && is_year (reading, end) && is_same_sentence (reading, end - 1, end) &&
         !tl_reading_has (reading, end - 1, TL_CUE_CALENDAR) ? end + 1 : end;
}

/*
 * tl_event_read:
 * @walk: the walk
 * @token: index of a token
 *
 * Adds the event that a pattern finds at the token.
 *
 * Returns: the index where to go on, or @token where it finds none
 */
guint
tl_event_read (TlWalk *walk,
               guint   token)
{
  guint end = read_numbered (walk, token);

  if (end == token)
    end = read_named (walk, token);
  if (end == token)
    end = read_with_year (walk, token);
  return end;
}
