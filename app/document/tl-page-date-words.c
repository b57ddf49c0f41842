/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lines that tell a day in words, known by their numbers and by the labels before them.  What
 * the months are called is not known here.
 */

#include "tl-page-date-words.h"

#include <string.h>

/* A label stands no farther before its day, in bytes. */
#define MAX_LABEL 48

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

/*
 * tl_date_shape_read:
 * @text: a line
 *
 * Returns: its numbers, of any script, and how many words it has
 */
TlDateShape
tl_date_shape_read (const char *text)
{
  TlDateShape shape = { { 0 }, 0, 0, 0, 0 };

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

/*
 * tl_date_shape_fits:
 * @text: a line
 * @day: a day
 *
 * Returns: whether the line has the number of the day, and its year, if any
 */
gboolean
tl_date_shape_fits (const char      *text,
                    const TlPageDay *day)
{
  TlDateShape shape = tl_date_shape_read (text);

  if (shape.year != 0 && shape.year != day->year)
    return FALSE;
  for (guint i = 0; i < shape.n_days; i++)
    if (shape.days[i] == day->day)
      return TRUE;
  return FALSE;
}

/*
 * tl_date_label_is_there:
 * @group: labels
 * @text: a line
 * @end: where its day begins
 *
 * Returns: whether one of them stands before the day: "Last updated on", "Обновлено:"
 */
gboolean
tl_date_label_is_there (TlDocumentWords  group,
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

/*
 * tl_date_label_dup_rest:
 * @text: a line
 *
 * Returns: (transfer full) (nullable): "Published: Monday, 9 June 2021" out of "By Anna Berg |
 *   Published: Monday, 9 June 2021 | 4 comments"; %NULL where no label stands inside
 */
char *
tl_date_label_dup_rest (const char *text)
{
  gunichar before = '\0';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean begins = before != '\0' && !g_unichar_isalnum (before) && !g_unichar_ismark (before);

      if (begins && tl_document_skip_word (TL_DOCUMENT_PUBLISH_LABELS, p) != NULL)
        return g_strndup (p, strcspn (p, "|"));
      before = g_utf8_get_char (p);
    }
  return NULL;
}
