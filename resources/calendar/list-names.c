/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * list-names: prints what months, weekdays and eras are called in all the languages that ICU
 * has, and in which order their numbers stand, as app/text/tl-calendar-names.c looks it up:
 * a line for each name, sorted, "haziran<TAB>M6:az,tr".  Names are as tl_calendar_fold() makes
 * them.
 */

#include "tl-calendar-fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* Eras before this one are of no newspaper's time. */
#define FIRST_ERA 1867

#define MAX_NAME 256

/* By name a table from "M6" to the set of languages. */
static GHashTable *names;

/* By language and region, "en-us", the order "mdy". */
static GHashTable *orders;

static void
fail (const char *what)
{
  fprintf (stderr, "list-names: %s\n", what);
  exit (1);
}

static void
add (const char *name,
     const char *what,
     const char *language)
{
  g_autofree char *key = tl_calendar_fold (name, -1);
  GHashTable *meanings, *languages;

  if (*key == '\0' || strpbrk (key, " \t\n0123456789") != NULL)
    return;
  meanings = g_hash_table_lookup (names, key);
  if (meanings == NULL)
    {
      meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
      g_hash_table_insert (names, g_strdup (key), meanings);
    }
  languages = g_hash_table_lookup (meanings, what);
  if (languages == NULL)
    {
      languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (meanings, g_strdup (what), languages);
    }
  g_hash_table_add (languages, g_strdup (language));
}

static char *
to_utf8 (const UChar *string,
         int32_t      length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) string, length, NULL, NULL, NULL);
}

/* "年" of "y年M月d日" */
static char *
take_unit (const char *p)
{
  const char *end = p;

  while ((guchar) *end >= 0x80 && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_strndup (p, (gsize) (end - p));
}

/* "tháng 6", "6월": where months are numbers, the word that makes them months. */
static void
add_numbered_month (const char *name,
                    int         month,
                    const char *language)
{
  g_autofree char *number = g_strdup_printf ("%d", month);
  g_autofree char *before = g_strconcat (" ", number, NULL);

  if (g_str_has_suffix (name, before))
    {
      g_autofree char *word = g_strndup (name, strlen (name) - strlen (before));

      add (word, "Up", language);
    }
  else if (g_str_has_prefix (name, number))
    {
      g_autofree char *word = take_unit (name + strlen (number));

      if (strlen (word) + strlen (number) == strlen (name))
        add (word, "Um", language);
    }
}

static void
add_symbols (UDateFormat           *format,
             UDateFormatSymbolType  type,
             int32_t                first,
             char                   letter,
             const char            *language)
{
  int32_t n = udat_countSymbols (format, type);

  for (int32_t i = first; i < n; i++)
    {
      UErrorCode status = U_ZERO_ERROR;
      UChar symbol[MAX_NAME];
      int32_t length = udat_getSymbols (format, type, i, symbol, MAX_NAME, &status);
      g_autofree char *name = U_SUCCESS (status) ? to_utf8 (symbol, length) : NULL;
      g_autofree char *what = g_strdup_printf ("%c%d", letter, i - first + 1);

      if (name == NULL)
        continue;
      add (name, what, language);
      if (letter == 'M')
        add_numbered_month (name, i - first + 1, language);
    }
}

static UDateFormat *
open_format (const char *locale,
             const char *calendar)
{
  g_autofree char *name = g_strdup_printf ("%s@calendar=%s", locale, calendar);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_LONG, UDAT_LONG, name, NULL, 0, NULL, 0, &status);

  if (U_FAILURE (status))
    fail (u_errorName (status));
  return format;
}

static void
add_months (const char *locale,
            const char *calendar,
            char        letter,
            const char *language)
{
  static const UDateFormatSymbolType types[] = {
    UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS,
  };
  UDateFormat *format = open_format (locale, calendar);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    add_symbols (format, types[i], 0, letter, language);
  udat_close (format);
}

/* From Monday on, as GLib and ISO count; ICU has Sunday first, and nothing before it. */
static void
add_weekdays (const char *locale,
              const char *language)
{
  static const UDateFormatSymbolType types[] = {
    UDAT_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS,
  };
  UDateFormat *format = open_format (locale, "gregorian");

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (int32_t day = 1; day <= 7; day++)
      {
        UErrorCode status = U_ZERO_ERROR;
        UChar symbol[MAX_NAME];
        int32_t length = udat_getSymbols (format, types[i], day, symbol, MAX_NAME, &status);
        g_autofree char *name = U_SUCCESS (status) ? to_utf8 (symbol, length) : NULL;
        g_autofree char *what = g_strdup_printf ("W%d", day == 1 ? 7 : day - 1);

        if (name != NULL)
          add (name, what, language);
      }
  udat_close (format);
}

/* The year before an era's first: to it the years of the era are added. */
static int
get_era_base (const char *calendar,
              int32_t     era)
{
  g_autofree char *name = g_strdup_printf ("en@calendar=%s", calendar);
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *era_calendar = ucal_open (NULL, 0, name, UCAL_DEFAULT, &status);
  UCalendar *gregorian = ucal_open (NULL, 0, "en@calendar=gregorian", UCAL_DEFAULT, &status);
  int base;

  ucal_clear (era_calendar);
  ucal_set (era_calendar, UCAL_ERA, era);
  ucal_set (era_calendar, UCAL_YEAR, 2);
  ucal_set (era_calendar, UCAL_MONTH, UCAL_JULY);
  ucal_set (era_calendar, UCAL_DATE, 1);
  ucal_setMillis (gregorian, ucal_getMillis (era_calendar, &status), &status);
  base = ucal_get (gregorian, UCAL_EXTENDED_YEAR, &status) - 2;
  if (U_FAILURE (status))
    fail (u_errorName (status));
  ucal_close (era_calendar);
  ucal_close (gregorian);
  return base;
}

static void
add_eras (const char *locale,
          const char *calendar,
          int32_t     first,
          const char *language)
{
  static const UDateFormatSymbolType types[] = { UDAT_ERAS, UDAT_ERA_NAMES };
  UDateFormat *format = open_format (locale, calendar);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    for (int32_t era = first; era < udat_countSymbols (format, types[i]); era++)
      {
        UErrorCode status = U_ZERO_ERROR;
        UChar symbol[MAX_NAME];
        int32_t length = udat_getSymbols (format, types[i], era, symbol, MAX_NAME, &status);
        g_autofree char *name = U_SUCCESS (status) ? to_utf8 (symbol, length) : NULL;
        int base = get_era_base (calendar, era);
        g_autofree char *what = g_strdup_printf ("E%d", base);

        if (name != NULL && (base >= FIRST_ERA || base < 0))
          add (name, what, language);
      }
  udat_close (format);
}

/* ---- patterns ---- */

static char *
get_pattern (const char *locale,
             const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UChar wide[16], pattern[MAX_NAME];
  int32_t length;

  u_uastrcpy (wide, skeleton);
  length = udatpg_getBestPattern (generator, wide, -1, pattern, MAX_NAME, &status);
  if (U_FAILURE (status))
    fail (u_errorName (status));
  udatpg_close (generator);
  return to_utf8 (pattern, length);
}

static char
get_field (char c)
{
  return c == 'y' || c == 'Y' || c == 'u' ? 'y' : c == 'M' || c == 'L' ? 'm' : c == 'd' ? 'd' : '\0';
}

/* "dmy" of "dd/MM/y" */
static char *
get_order (const char *pattern)
{
  GString *order = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *p = pattern; *p != '\0'; p++)
    {
      char field = get_field (*p);

      is_quoted ^= *p == '\'';
      if (!is_quoted && field != '\0' && strchr (order->str, field) == NULL)
        g_string_append_c (order, field);
    }
  return g_string_free (order, FALSE);
}

/* The words that stand right behind a number and say what it is. */
static void
add_units (const char *pattern,
           const char *language)
{
  for (const char *p = pattern; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *unit = NULL;
      char what[] = { 'U', get_field (*p), '\0' };

      if (what[1] == '\0' || get_field (p[1]) != '\0')
        continue;
      unit = take_unit (p + 1);
      add (unit, what, language);
    }
}

static void
add_patterns (const char *locale,
              const char *language)
{
  g_autofree char *numeric = get_pattern (locale, "yMd");
  g_autofree char *written = get_pattern (locale, "yMMMMd");
  g_autofree char *key = g_ascii_strdown (locale, -1);

  add_units (written, language);
  g_hash_table_insert (orders, g_strdelimit (g_steal_pointer (&key), "_", '-'), get_order (numeric));
}

/* ---- output ---- */

/* Whether a language has one order: where its regions differ, as those of English do, that of
 * the language's own region must be the one that most have. */
static gboolean
is_order_shared (const char *language,
                 const char *order)
{
  g_autofree char *prefix = g_strconcat (language, "-", NULL);
  GHashTableIter iter;
  gpointer key, value;
  guint n = 0, n_same = 0;

  g_hash_table_iter_init (&iter, orders);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_str_has_prefix (key, prefix))
      {
        n++;
        n_same += strcmp (value, order) == 0;
      }
  return n_same * 2 >= n;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
sort_keys (GHashTable *table)
{
  GPtrArray *keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
  g_ptr_array_sort (keys, compare_strings);
  return keys;
}

static void
add_orders (void)
{
  g_autoptr(GPtrArray) keys = sort_keys (orders);

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i), *order = g_hash_table_lookup (orders, key);
      g_autofree char *name = g_strconcat ("#", key, NULL);
      GHashTable *meanings;

      if (strchr (key, '-') == NULL && !is_order_shared (key, order))
        continue;
      meanings = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (meanings, (gpointer) order, NULL);
      g_hash_table_insert (names, g_steal_pointer (&name), meanings);
    }
}

static void
print (void)
{
  g_autoptr(GPtrArray) keys = sort_keys (names);

  for (guint i = 0; i < keys->len; i++)
    {
      GHashTable *meanings = g_hash_table_lookup (names, g_ptr_array_index (keys, i));
      g_autoptr(GPtrArray) whats = sort_keys (meanings);

      printf ("%s", (const char *) g_ptr_array_index (keys, i));
      for (guint j = 0; j < whats->len; j++)
        {
          const char *what = g_ptr_array_index (whats, j);
          GHashTable *languages = g_hash_table_lookup (meanings, what);
          g_autoptr(GPtrArray) list = languages != NULL ? sort_keys (languages) : NULL;

          printf ("\t%s", what);
          for (guint k = 0; list != NULL && k < list->len; k++)
            printf ("%c%s", k == 0 ? ':' : ',', (const char *) g_ptr_array_index (list, k));
        }
      printf ("\n");
    }
}

int
main (void)
{
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int32_t i = 0; i < uloc_countAvailable (); i++)
    {
      const char *locale = uloc_getAvailable (i);
      UErrorCode status = U_ZERO_ERROR;
      char language[ULOC_LANG_CAPACITY];

      uloc_getLanguage (locale, language, sizeof language, &status);
      if (U_FAILURE (status) || strlen (language) != 2)
        continue;
      add_months (locale, "gregorian", 'M', language);
      add_months (locale, "persian", 'P', language);
      add_weekdays (locale, language);
      add_patterns (locale, language);
    }
  add_eras ("ja", "japanese", 0, "ja");
  add_eras ("zh", "roc", 1, "zh");
  add_eras ("zh_Hant", "roc", 1, "zh");
  add_eras ("th", "buddhist", 0, "th");
  add_orders ();
  print ();
  return 0;
}
