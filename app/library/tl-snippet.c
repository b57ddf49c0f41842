/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-snippet.h"

#include <string.h>

#include "tl-search-query-private.h"

/* How many characters a passage has at most, without what says that it was cut. */
#define MAX_LENGTH 158

/* Of what there is room for beside the hits, which part stands before them. */
#define SHARE_BEFORE 0.4

#define ELLIPSIS "…"

/* Where so many characters stand without a space, it is no word, and is cut anywhere. */
#define LONGEST_WORD 40

/* A passage with the hits from one to another. */
typedef struct
{
  guint first;
  guint end;                    /* the one behind the last */
  guint score;
} Passage;

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/* Whether @p is the line break at which a paragraph ends, or one that follows. */
static gboolean
is_break (const char *text,
          const char *p)
{
  return *p == '\n' && (p[1] == '\n' || (p > text && p[-1] == '\n'));
}

/* How many different terms the hits from @first on have, and how many they are, as far as they
 * fit into one passage. */
static Passage
weigh (const char *text,
       GArray     *hits,
       guint       first)
{
  const TlTextHit *all = &g_array_index (hits, TlTextHit, 0);
  Passage passage = { first, first, 0 };
  guint32 terms = 0;

  for (guint i = first; i < hits->len; i++)
    {
      gsize n_bytes = all[i].span.end - all[first].span.start;

      if (i > first &&
          (n_bytes > 4 * MAX_LENGTH ||
           g_utf8_strlen (text + all[first].span.start, (gssize) n_bytes) > MAX_LENGTH))
        break;
      passage.score += 1 + ((terms & 1u << all[i].term) == 0 ? 8 : 0);
      terms |= 1u << all[i].term;
      passage.end = i + 1;
    }
  return passage;
}

/* A headline that the text begins with says what the title above the snippet says. */
static gsize
get_headline_end (const char *title,
                  const char *text)
{
  gsize length = strlen (title);

  return length > 0 && strncmp (text, title, length) == 0 ? length : 0;
}

static Passage
find_best (const char *text,
           GArray     *hits,
           gsize       headline_end)
{
  Passage best = { 0, 0, 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      Passage passage = weigh (text, hits, i);

      if (g_array_index (hits, TlTextHit, i).span.start < headline_end)
        passage.score = 1;
      if (passage.score > best.score)
        best = passage;
    }
  return best;
}

/* ---- cutting it out ---- */

/* Goes back by so many characters, to the beginning of a word or a paragraph. */
static const char *
go_back (const char *text,
         const char *p,
         glong       n_chars)
{
  const char *word = p;
  guint n_letters = 0;

  for (; p > text && n_chars > 0; n_chars--)
    {
      const char *before = g_utf8_prev_char (p);

      if (is_break (text, before))
        return p;
      n_letters = is_space (before) ? 0 : n_letters + 1;
      if (n_letters == 0)
        word = p;
      p = before;
    }
  return p == text || n_letters > LONGEST_WORD ? p : word;
}

/* Goes on by so many characters, to the end of a word or a paragraph. */
static const char *
go_on (const char *text,
       const char *p,
       glong       n_chars)
{
  const char *word = p;
  guint n_letters = 0;

  for (; *p != '\0' && n_chars > 0; n_chars--)
    {
      if (is_break (text, p))
        return p;
      n_letters = is_space (p) ? 0 : n_letters + 1;
      if (n_letters == 0)
        word = p;
      p = g_utf8_next_char (p);
    }
  return *p == '\0' || is_space (p) || n_letters > LONGEST_WORD ? p : word;
}

static void
widen (const char  *text,
       const char **start,
       const char **end)
{
  glong room = MAX_LENGTH - g_utf8_strlen (*start, *end - *start);
  const char *hit_start = *start;
  const char *hit_end = *end;

  if (room <= 0)
    return;
  *start = go_back (text, hit_start, (glong) ((double) room * SHARE_BEFORE));
  room = MAX_LENGTH - g_utf8_strlen (*start, hit_end - *start);
  *end = go_on (text, hit_end, room);
  /* What the paragraph has no words for behind the hits is left for those before. */
  room = MAX_LENGTH - g_utf8_strlen (hit_start, *end - hit_start);
  *start = go_back (text, hit_start, room);
}

static gboolean
ends_paragraph (const char *text,
                const char *p)
{
  while (*p != '\0' && !is_break (text, p) && is_space (p))
    p = g_utf8_next_char (p);
  return *p == '\0' || is_break (text, p);
}

static gboolean
begins_paragraph (const char *text,
                  const char *p)
{
  return p == text || is_break (text, p - 1);
}

/* Copies a passage as one line, and moves the marks along. */
static char *
copy_line (const char *text,
           const char *start,
           const char *end,
           GArray     *hits,
           GArray     *marks)
{
  GString *line = g_string_new (begins_paragraph (text, start) ? NULL : ELLIPSIS);
  guint n_hit = 0;
  TlSpan mark = { 0, 0 };

  while (n_hit < hits->len &&
         text + g_array_index (hits, TlTextHit, n_hit).span.start < start)
    n_hit++;
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      const TlSpan *hit = n_hit < hits->len ? &g_array_index (hits, TlTextHit, n_hit).span : NULL;

      if (hit != NULL && p == text + hit->start)
        mark.start = (guint32) line->len;
      if (!is_space (p))
        g_string_append_len (line, p, g_utf8_next_char (p) - p);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
      if (hit != NULL && g_utf8_next_char (p) == text + hit->end)
        {
          mark.end = (guint32) line->len;
          g_array_append_val (marks, mark);
          n_hit++;
        }
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  if (!ends_paragraph (text, end))
    g_string_append (line, ELLIPSIS);
  return g_string_free (line, FALSE);
}

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && is_space (p))
    p = g_utf8_next_char (p);
  return p;
}

/**
 * tl_snippet_new:
 * @query: what is searched for
 * @title: an article's title
 * @text: its text
 *
 * Returns: (transfer full): the passage of the text that has the most of what is searched for,
 *   a line of at most 160 characters; where the text has none of it, how it begins
 */
TlSnippet *
tl_snippet_new (TlSearchQuery *query,
                const char    *title,
                const char    *text)
{
  g_autoptr(GArray) hits = NULL;
  gsize headline_end;
  const char *start, *end;
  TlSnippet *self;
  Passage passage;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (title != NULL && text != NULL, NULL);

  self = g_new0 (TlSnippet, 1);
  self->marks = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  self->title_marks = tl_search_query_find_in_text (query, title);
  hits = tl_search_query_get_hits (query, text);
  headline_end = get_headline_end (title, text);
  passage = find_best (text, hits, headline_end);
  if (passage.score > 1)
    {
      start = text + g_array_index (hits, TlTextHit, passage.first).span.start;
      end = text + g_array_index (hits, TlTextHit, passage.end - 1).span.end;
      self->place = g_array_index (hits, TlTextHit, passage.first).span;
    }
  else
    {
      start = end = skip_space (text + headline_end);
      if (hits->len > 0)
        self->place = g_array_index (hits, TlTextHit, 0).span;
    }
  widen (text, &start, &end);
  self->text = copy_line (text, start, end, hits, self->marks);
  return self;
}

/**
 * tl_snippet_free:
 * @self: (transfer full): a snippet
 */
void
tl_snippet_free (TlSnippet *self)
{
  g_free (self->text);
  g_array_unref (self->marks);
  g_array_unref (self->title_marks);
  g_free (self);
}
