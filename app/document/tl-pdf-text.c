/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lines of a PDF, made a text again: lines are joined to paragraphs, also over the end
 * of a column or page, and words that were broken at a line's end to words.
 */

#include "tl-pdf-lines.h"

#include <math.h>
#include <string.h>

/* Letters of one paragraph or headline differ in height by less than this part. */
#define SIZE_TOLERANCE 0.15

/* A headline is larger than the text by this. */
#define HEADLINE_FACTOR 1.2
#define MAX_HEADLINE 300

/* A new paragraph begins so many times the size further right, */
#define INDENT 0.7
/* or behind a line that stays so many times the size away from the column's edge, */
#define SHORT_BY 4.0
/* or further below than lines of one paragraph by this part. */
#define GAP 1.3

/* No word is longer, in bytes. */
#define MAX_WORD 200

static gunichar
get_first (const TlPdfLines *self,
           const TlPdfLine  *line)
{
  return g_utf8_get_char (self->text->str + line->start);
}

static gunichar
get_last (const TlPdfLines *self,
          const TlPdfLine  *line)
{
  const char *end = self->text->str + line->start + line->length;

  return g_utf8_get_char (g_utf8_prev_char (end));
}

static gboolean
is_same_size (const TlPdfLine *line,
              const TlPdfLine *other)
{
  return fabs (line->size - other->size) <= SIZE_TOLERANCE * fmax (line->size, other->size);
}

static gboolean
ends_sentence (const TlPdfLines *self,
               const TlPdfLine  *line)
{
  const char *start = self->text->str + line->start;
  const char *p = start + line->length;

  while (p > start)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c < 0x80 ? strchr (".!?:;", (int) c) != NULL
                   : c == 0x2026 || c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0x61f || c == 0x6d4 || c == 0x964)
        return TRUE;
      if (c < 0x80 ? strchr ("\"')]", (int) c) == NULL
                   : c != 0x201d && c != 0x2019 && c != 0xbb && c != 0x201c && c != 0x300d)
        return FALSE;
    }
  return FALSE;
}

static gboolean
begins_item (const TlPdfLines *self,
             const TlPdfLine  *line)
{
  gunichar c = get_first (self, line);

  return c == 0x2022 || c == 0x25aa || c == 0x25cf || c == 0x25a0 || c == 0x2023 || c == 0x25e6 || c == 0xb7;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xad || c == 0x2010;
}

static gboolean
begins_lower (const TlPdfLines *self,
              const TlPdfLine  *line)
{
  return g_unichar_islower (get_first (self, line));
}

/* On another page or in another column a paragraph goes on where it was not at an end. */
static gboolean
goes_on_elsewhere (const TlPdfLines *self,
                   const TlPdfLine  *line,
                   const TlPdfLine  *before)
{
  return begins_lower (self, line) || is_hyphen (get_last (self, before)) ||
         (!ends_sentence (self, before) && before->right > before->edge - SHORT_BY * before->size &&
          fabs (before->size - self->body) <= SIZE_TOLERANCE * self->body);
}

/* How far apart lines of a text in this size usually stand. */
static double
get_pitch (const TlPdfLines *self,
           const TlPdfLine  *line,
           double            body_pitch)
{
  double pitch = self->body > 0 ? body_pitch * line->size / self->body : 0;

  return fmax (pitch, line->size);
}

static gboolean
goes_on (const TlPdfLines *self,
         const TlPdfLine  *line,
         const TlPdfLine  *before,
         double            body_pitch)
{
  double step = line->top - before->top;

  if (!is_same_size (line, before) || begins_item (self, line))
    return FALSE;
  if (line->page != before->page || step <= 0 || line->left >= before->right || before->left >= line->right)
    return goes_on_elsewhere (self, line, before);
  if (step > GAP * get_pitch (self, line, body_pitch))
    return FALSE;
  if (is_hyphen (get_last (self, before)) || begins_lower (self, line))
    return TRUE;
  if (line->left - before->left > INDENT * line->size && ends_sentence (self, before))
    return FALSE;
  return !(before->right < before->edge - SHORT_BY * before->size && ends_sentence (self, before));
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The step from line to line of most of the text: the middle one of all. */
static double
find_pitch (const TlPdfLines *self)
{
  g_autoptr(GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 1; i < self->lines->len; i++)
    {
      const TlPdfLine *line = tl_pdf_lines_get (self, i);
      const TlPdfLine *before = tl_pdf_lines_get (self, i - 1);
      double step = line->top - before->top;

      if (line->page == before->page && step > 0 && step < 3 * line->size &&
          fabs (line->size - self->body) <= SIZE_TOLERANCE * self->body)
        g_array_append_val (steps, step);
    }
  if (steps->len == 0)
    return 1.2 * self->body;
  g_array_sort (steps, compare_steps);
  return g_array_index (steps, double, steps->len / 2);
}

/* ---- words ---- */

/* The words of the text that have a hyphen inside a line, in lower case. */
static GHashTable *
collect_hyphenated (const TlPdfLines *self)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TlPdfLine *line = tl_pdf_lines_get (self, i);
      g_autofree char *text = g_strndup (self->text->str + line->start, line->length);
      g_auto(GStrv) parts = strchr (text, '-') != NULL ? g_strsplit_set (text, " ,.;:()\"", -1) : NULL;

      for (guint j = 0; parts != NULL && parts[j] != NULL; j++)
        {
          const char *hyphen = strchr (parts[j], '-');

          if (hyphen != NULL && hyphen > parts[j] && hyphen[1] != '\0')
            g_hash_table_add (words, g_utf8_strdown (parts[j], -1));
        }
    }
  return words;
}

static const char *
find_last_word (const GString *text)
{
  const char *end = text->str + text->len;
  const char *start = end;

  while (start > text->str && end - start < MAX_WORD && start[-1] != ' ')
    start--;
  return start;
}

/* Whether a word with a hyphen at a line's end has it elsewhere, too: "long-term". */
static gboolean
keeps_hyphen (const TlPdfLines *self,
              const TlPdfLine  *line,
              GHashTable       *hyphenated,
              const GString    *paragraph)
{
  gunichar first = get_first (self, line);
  const char *right = self->text->str + line->start;
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;

  if (!g_unichar_islower (first))
    return TRUE;
  word = g_strdup_printf ("%s%.*s", find_last_word (paragraph), (int) strcspn (right, " ,.;:()\"\n"), right);
  lower = g_utf8_strdown (word, -1);
  return g_hash_table_contains (hyphenated, lower);
}

/* East Asian scripts have no spaces, so none stands for the end of a line. */
static gboolean
is_spaceless (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

static void
append_line (const TlPdfLines *self,
             GString          *paragraph,
             const TlPdfLine  *line,
             GHashTable       *hyphenated)
{
  gsize length = paragraph->len;
  gunichar last = length > 0 ? g_utf8_get_char (g_utf8_prev_char (paragraph->str + length)) : 0;
  const char *before = length > 1 ? g_utf8_prev_char (paragraph->str + length) : NULL;
  gboolean is_broken = is_hyphen (last) && before > paragraph->str &&
                       g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (before)));

  if (is_broken && (last == 0xad || !keeps_hyphen (self, line, hyphenated, paragraph)))
    g_string_truncate (paragraph, (gsize) (before - paragraph->str));
  else if (length > 0 && !is_broken && !(is_spaceless (last) && is_spaceless (get_first (self, line))))
    g_string_append_c (paragraph, ' ');
  g_string_append_len (paragraph, self->text->str + line->start, (gssize) line->length);
}

/* ---- text ---- */

static void
append_paragraph (GString *text,
                  GString *paragraph)
{
  if (paragraph->len == 0)
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append_len (text, paragraph->str, (gssize) paragraph->len);
  g_string_truncate (paragraph, 0);
}

/**
 * tl_pdf_lines_dup_text:
 * @self: lines, finished
 *
 * Returns: (transfer full): the text without furniture, paragraphs apart by a blank line
 */
char *
tl_pdf_lines_dup_text (TlPdfLines *self)
{
  g_autoptr(GHashTable) hyphenated = collect_hyphenated (self);
  GString *text = g_string_new (NULL);
  GString *paragraph = g_string_new (NULL);
  const TlPdfLine *before = NULL;
  double pitch = find_pitch (self);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TlPdfLine *line = tl_pdf_lines_get (self, i);

      if (line->is_furniture)
        continue;
      if (before != NULL && !goes_on (self, line, before, pitch))
        append_paragraph (text, paragraph);
      append_line (self, paragraph, line, hyphenated);
      before = line;
    }
  append_paragraph (text, paragraph);
  g_string_free (paragraph, TRUE);
  return g_string_free (text, FALSE);
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p != ' ' && (p == text || p[-1] == ' ');
  return n;
}

/* The lines from @index on that are one headline. */
static char *
dup_headline (TlPdfLines *self,
              guint      *index,
              GHashTable *hyphenated)
{
  const TlPdfLine *first = tl_pdf_lines_get (self, *index);
  GString *headline = g_string_new (NULL);
  guint i = *index;

  for (; i < self->lines->len; i++)
    {
      const TlPdfLine *line = tl_pdf_lines_get (self, i);

      if (line->page != first->page || !is_same_size (line, first) ||
          headline->len + line->length > MAX_HEADLINE ||
          (i > *index && line->top - tl_pdf_lines_get (self, i - 1)->top > 2 * line->size))
        break;
      append_line (self, headline, line, hyphenated);
    }
  *index = MAX (i, *index + 1);
  return g_string_free (headline, FALSE);
}

/**
 * tl_pdf_lines_dup_title:
 * @self: lines, finished
 *
 * Returns: (transfer full) (nullable): the largest headline on the first page that has
 *   text, if one is larger than the text.  The name of the paper may be larger still, but
 *   has fewer words.
 */
char *
tl_pdf_lines_dup_title (TlPdfLines *self)
{
  g_autoptr(GHashTable) hyphenated = collect_hyphenated (self);
  char *best = NULL;
  double best_size = 0;

  for (guint i = 0; i < self->lines->len;)
    {
      const TlPdfLine *line = tl_pdf_lines_get (self, i);
      g_autofree char *headline = NULL;

      if (line->page != tl_pdf_lines_get (self, 0)->page)
        break;
      if (line->is_furniture || line->size < HEADLINE_FACTOR * self->body)
        {
          i++;
          continue;
        }
      headline = dup_headline (self, &i, hyphenated);
      if (line->size > best_size * (1 + SIZE_TOLERANCE) && count_words (headline) >= 3)
        {
          best_size = line->size;
          g_free (best);
          best = g_steal_pointer (&headline);
        }
    }
  return best;
}
