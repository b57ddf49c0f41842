/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What months, weekdays and eras are called in many languages, as Unicode's CLDR has it;
 * resources/calendar/list-names.c writes the table when building, a line for each name, sorted:
 * "listopad<TAB>M10:hr<TAB>M11:cs,pl".  It is looked up where it lies.
 */

#include "tl-calendar-names.h"

#include <stdlib.h>
#include <string.h>

#include "tl-data.h"

/* A form that the table has not is one of a name that begins as it does, for so many letters
 * at least and two thirds of them. */
#define MIN_STEM 3

typedef struct
{
  const char *start;
  const char *end;
} Table;

static const Table *
get_table (void)
{
  static Table table;

  if (g_once_init_enter (&table.end))
    {
      gsize length;

      table.start = g_bytes_get_data (tl_data_lookup ("calendar-names.tsv"), &length);
      g_once_init_leave (&table.end, table.start + length);
    }
  return &table;
}

/* The first line whose name does not stand before @name; the table's end where all do. */
static const char *
find_line (const Table *table,
           const char  *name)
{
  const char *low = table->start, *high = table->end;

  while (low < high)
    {
      const char *middle = low + (high - low) / 2;
      gsize length;
      int order;

      while (middle > low && middle[-1] != '\n')
        middle--;
      length = strcspn (middle, "\t");
      order = strncmp (middle, name, length);
      if (order < 0 || (order == 0 && strlen (name) > length))
        {
          const char *next = memchr (middle, '\n', (gsize) (table->end - middle));

          low = next != NULL ? next + 1 : table->end;
        }
      else
        high = middle;
    }
  return low;
}

static gboolean
has_language (const char *languages,
              gsize       length,
              const char *language)
{
  for (gsize i = 0; i + 2 <= length; i += 3)
    if (strncmp (languages + i, language, 2) == 0)
      return TRUE;
  return FALSE;
}

/* What a name is, of several languages. */
typedef struct
{
  int      number;
  gboolean is_found;
  gboolean is_sure;             /* it is so in the language of the text */
  gboolean is_split;            /* languages differ */
} Meaning;

/* Adds what the line at @line says. */
static void
add_line (Meaning        *self,
          const char     *line,
          TlCalendarKind  kind,
          const char     *language)
{
  const char *end = line + strcspn (line, "\n");

  for (const char *p = memchr (line, '\t', (gsize) (end - line)); p != NULL;
       p = memchr (p + 1, '\t', (gsize) (end - p - 1)))
    {
      const char *languages = strchr (p, ':');
      gsize length = languages != NULL ? strcspn (++languages, "\t\n") : 0;
      gboolean is_sure = language != NULL && has_language (languages, length, language);
      int number = kind == TL_CALENDAR_UNIT ? p[2] : (int) strtol (p + 2, NULL, 10);

      if (p[1] != (char) kind)
        continue;
      if (self->is_sure && !is_sure)
        continue;
      self->is_split = self->is_found && self->is_sure == is_sure && (self->is_split || self->number != number);
      self->is_found = TRUE;
      self->is_sure = is_sure;
      self->number = number;
    }
}

/**
 * tl_calendar_find_name:
 * @folded: a word as tl_calendar_fold() makes it
 * @kind: what it is to be
 * @language: (nullable): ISO 639-1 code of the text's language, where known
 * @number: (out): which it is
 *
 * Returns: whether it is one in @language, or in another and no two differ on it
 */
gboolean
tl_calendar_find_name (const char     *folded,
                       TlCalendarKind  kind,
                       const char     *language,
                       int            *number)
{
  const Table *table = get_table ();
  const char *line = find_line (table, folded);
  gsize length = strlen (folded);
  Meaning meaning = { 0, FALSE, FALSE, FALSE };

  if (length == 0 || line == table->end || strncmp (line, folded, length) != 0 || line[length] != '\t')
    return FALSE;
  add_line (&meaning, line, kind, language);
  *number = meaning.number;
  return meaning.is_found && !meaning.is_split;
}

/**
 * tl_calendar_find_stem:
 * @folded: a word as tl_calendar_fold() makes it
 * @kind: what it is to be
 * @language: ISO 639-1 code of the text's language
 * @number: (out): which it is
 *
 * Looks for a name in a form that the table has not, as in "iyunun" or "jūnijā".
 *
 * Returns: whether all names of @language that begin so are the same
 */
gboolean
tl_calendar_find_stem (const char     *folded,
                       TlCalendarKind  kind,
                       const char     *language,
                       int            *number)
{
  const Table *table = get_table ();
  glong n_chars = g_utf8_strlen (folded, -1);

  for (glong n = n_chars; n >= MIN_STEM && n * 3 >= n_chars * 2; n--)
    {
      g_autofree char *stem = g_utf8_substring (folded, 0, n);
      gsize length = strlen (stem);
      Meaning meaning = { 0, FALSE, FALSE, FALSE };

      for (const char *line = find_line (table, stem); line < table->end && strncmp (line, stem, length) == 0;)
        {
          const char *next = memchr (line, '\n', (gsize) (table->end - line));

          add_line (&meaning, line, kind, language);
          line = next != NULL ? next + 1 : table->end;
        }
      if (meaning.is_sure)
        {
          *number = meaning.number;
          return !meaning.is_split;
        }
    }
  return FALSE;
}

/**
 * tl_calendar_get_order:
 * @language: (nullable): a language, with its region or without: "ru", "en-US"
 *
 * Returns: (nullable): in which order its dates in numbers are, "dmy", "mdy" or "ymd"; %NULL
 *   where it depends on the region, and that is not known
 */
const char *
tl_calendar_get_order (const char *language)
{
  static const char *const orders[] = { "dmy", "mdy", "ymd" };
  const Table *table = get_table ();
  g_autofree char *lower = language != NULL ? g_ascii_strdown (language, -1) : NULL;
  g_autofree char *key = lower != NULL ? g_strconcat ("#", g_strdelimit (lower, "_", '-'), NULL) : NULL;
  const char *line;

  if (key == NULL)
    return NULL;
  line = find_line (table, key);
  if (line == table->end || !g_str_has_prefix (line, key) || line[strlen (key)] != '\t')
    {
      /* A region that is not listed writes as its language does. */
      char *region = strchr (key, '-');

      if (region == NULL)
        return NULL;
      *region = '\0';
      return tl_calendar_get_order (key + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (strncmp (line + strlen (key) + 1, orders[i], 3) == 0)
      return orders[i];
  return NULL;
}
