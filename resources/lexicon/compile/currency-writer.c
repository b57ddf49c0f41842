/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The currencies of currencies.tsv as tables of phrases: signs and codes, names that stand
 * alone, and units that need an adjective ("Australian dollars"), which are kept apart from
 * it, since most units go with many adjectives.
 */

#include "currency-writer.h"

#include "currency-keys.h"
#include "tl-currency-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The columns of the file. */
enum
{
  CODE,
  SIGNS,
  ADJECTIVES,
  UNITS,
  NAMES,
  SUBUNITS,
  N_COLUMNS
};

struct _CurrencyWriter
{
  PhraseWriter *signs;
  PhraseWriter *names;
  PhraseWriter *adjectives;
  PhraseWriter *units;
  GArray       *rows;           /* of TlCurrencyRow, ready to be written */
  CurrencyKeys *pairs;
  CurrencyKeys *subunits;
  CurrencyKeys *codes;
  CurrencyKeys *short_signs;
  GHashTable   *numbers;        /* words of adjectives and units → number */
};

/* A sign or a name with the marks behind it taken off. */
typedef struct
{
  char     *phrase;
  guint32   divisor;            /* how many of a subunit make one */
  gboolean  is_ambiguous;
  gboolean  is_large;
  gboolean  is_shared;
} Marked;

CurrencyWriter *
currency_writer_new (StringPool *strings)
{
  CurrencyWriter *self = g_new0 (CurrencyWriter, 1);

  self->signs = phrase_writer_new (strings);
  self->names = phrase_writer_new (strings);
  self->adjectives = phrase_writer_new (strings);
  self->units = phrase_writer_new (strings);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TlCurrencyRow));
  self->pairs = currency_keys_new ();
  self->subunits = currency_keys_new ();
  self->codes = currency_keys_new ();
  self->short_signs = currency_keys_new ();
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

static guint32
number_of (CurrencyWriter *self,
           PhraseWriter   *phrases,
           const char     *kind,
           const char     *phrase)
{
  g_autofree char *key = g_strconcat (kind, phrase, NULL);
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      if (number >= TL_CURRENCY_MAX_NUMBER)
        {
          fprintf (stderr, "compile-currencies: too many words\n");
          exit (1);
        }
      g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
      phrase_writer_add (phrases, phrase, number, 0);
    }
  return number;
}

static guint32
unit_number (CurrencyWriter *self,
             const char     *unit)
{
  return number_of (self, self->units, "u ", unit);
}

static Marked
read_marks (const char *string)
{
  Marked marked = { .phrase = g_strdup (string), .divisor = 100 };
  gsize length = strlen (string);
  char *slash = strchr (marked.phrase, '/');

  if (slash != NULL && g_ascii_isdigit (slash[1]))
    {
      marked.divisor = (guint32) g_ascii_strtoull (slash + 1, NULL, 10);
      *slash = '\0';
      length = (gsize) (slash - marked.phrase);
    }
  while (length > 1 && strchr ("?~*", marked.phrase[length - 1]) != NULL)
    {
      char mark = marked.phrase[--length];

      marked.is_shared |= mark == '*';
      marked.is_large |= mark == '~';
      marked.is_ambiguous |= mark != '*';
      marked.phrase[length] = '\0';
    }
  return marked;
}

/* Returns the index of the row. */
static guint32
add_row (CurrencyWriter *self,
         const char     *code,
         guint32         multiplier,
         guint32         divisor,
         guint32         unit,
         guint32         flags)
{
  TlCurrencyRow row = {
    .multiplier = GUINT32_TO_LE (multiplier),
    .divisor = GUINT32_TO_LE (divisor),
    .unit = GUINT32_TO_LE (unit),
    .flags = GUINT32_TO_LE (flags),
  };

  g_strlcpy (row.code, code, sizeof row.code);
  g_array_append_val (self->rows, row);
  return self->rows->len - 1;
}

static guint32
add_marked (CurrencyWriter *self,
            PhraseWriter   *phrases,
            const char     *code,
            const Marked   *marked,
            guint32         flags)
{
  guint32 unit = marked->is_shared ? unit_number (self, marked->phrase) : 0;
  guint32 row;

  flags |= marked->is_ambiguous ? TL_CURRENCY_ROW_AMBIGUOUS : 0;
  flags |= marked->is_large ? TL_CURRENCY_ROW_LARGE : 0;
  row = add_row (self, code, 1, 1, unit, flags);
  phrase_writer_add (phrases, marked->phrase, row, 0);
  return row;
}

/* One or two capitals, with a dollar before them or not: what the tokenizer leaves digits with. */
static gboolean
is_short (const char *phrase)
{
  const char *letters = phrase[0] == '$' ? phrase + 1 : phrase;

  return g_ascii_isupper (letters[0]) && strlen (letters) <= TL_CURRENCY_MAX_GLUED &&
         (letters[1] == '\0' || g_ascii_isalpha (letters[1]));
}

static void
add_sign (CurrencyWriter *self,
          const char     *code,
          const char     *string)
{
  Marked marked = read_marks (string);
  gboolean is_plain = g_utf8_strlen (marked.phrase, -1) == 1 && !g_ascii_isalpha (marked.phrase[0]);
  guint32 row = add_marked (self, self->signs, code, &marked, is_plain ? TL_CURRENCY_ROW_PLAIN : 0);

  if (is_short (marked.phrase))
    currency_keys_set (self->short_signs, tl_currency_short_key (marked.phrase), row);
  if (g_str_equal (marked.phrase, code))
    currency_keys_set (self->codes, tl_currency_code_key (code), row);
  g_free (marked.phrase);
}

/* "MUSD" and "kEUR", as company reports write. */
static void
add_multiples (CurrencyWriter *self,
               const char     *code)
{
  static const struct { const char *prefix; guint32 multiplier; } multiples[] = {
    { "k", 1000 }, { "K", 1000 }, { "M", 1000000 }, { "m", 1000000 }, { "bn", 1000000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
    {
      g_autofree char *phrase = g_strconcat (multiples[i].prefix, code, NULL);

      phrase_writer_add (self->signs, phrase, add_row (self, code, multiples[i].multiplier, 1, 0, 0), 0);
    }
}

static char **
split_names (const char *column)
{
  return g_strsplit (column != NULL ? column : "", "; ", -1);
}

/* Adjectives are found in any case: "swiss francs". */
static GArray *
number_adjectives (CurrencyWriter  *self,
                   char           **adjectives)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; adjectives[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (adjectives[i], -1);
      guint32 number = number_of (self, self->adjectives, "a ", lower);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

static void
add_unit (CurrencyWriter *self,
          GArray         *adjectives,
          guint32         unit,
          guint32         row)
{
  for (guint i = 0; i < adjectives->len; i++)
    {
      guint32 key = tl_currency_pair_key (g_array_index (adjectives, guint32, i), unit);

      if (!currency_keys_has (self->pairs, key))
        currency_keys_set (self->pairs, key, row);
    }
}

static void
add_subunit (CurrencyWriter *self,
             const char     *code,
             GArray         *adjectives,
             const char     *string)
{
  Marked marked = read_marks (string);
  guint32 unit = unit_number (self, marked.phrase);
  guint32 row = add_row (self, code, 1, marked.divisor, 0, 0);

  add_unit (self, adjectives, unit, row);
  currency_keys_set (self->subunits, tl_currency_subunit_key (code, unit), row);
  if (!marked.is_ambiguous)
    phrase_writer_add (self->names, marked.phrase, row, 0);
  g_free (marked.phrase);
}

static void
add_lists (CurrencyWriter *self,
           const char     *code,
           char          **lists[N_COLUMNS])
{
  g_autoptr(GArray) adjectives = NULL;
  guint32 unit;

  for (guint i = 0; lists[SIGNS][i] != NULL; i++)
    add_sign (self, code, lists[SIGNS][i]);
  adjectives = number_adjectives (self, lists[ADJECTIVES]);
  unit = add_row (self, code, 1, 1, 0, 0);
  for (guint i = 0; lists[UNITS][i] != NULL; i++)
    add_unit (self, adjectives, unit_number (self, lists[UNITS][i]), unit);
  for (guint i = 0; lists[NAMES][i] != NULL; i++)
    {
      Marked marked = read_marks (lists[NAMES][i]);

      add_marked (self, self->names, code, &marked, 0);
      g_free (marked.phrase);
    }
  for (guint i = 0; lists[SUBUNITS][i] != NULL; i++)
    add_subunit (self, code, adjectives, lists[SUBUNITS][i]);
}

/* Adds a row of currencies.tsv, which check-currencies.c has looked at. */
void
currency_writer_add (CurrencyWriter *self,
                     const char     *row)
{
  g_auto(GStrv) columns = g_strsplit (row, "\t", -1);
  guint n_columns = g_strv_length (columns);
  g_autofree char *code = g_strndup (columns[CODE], 3);
  char **lists[N_COLUMNS] = { NULL };

  for (guint i = SIGNS; i < N_COLUMNS; i++)
    lists[i] = split_names (i < n_columns ? columns[i] : NULL);
  if (!g_str_equal (code, TL_CURRENCY_UNKNOWN))
    add_sign (self, code, columns[CODE]);
  if (columns[CODE][3] == '\0')
    add_multiples (self, code);
  add_lists (self, code, lists);
  for (guint i = SIGNS; i < N_COLUMNS; i++)
    g_strfreev (lists[i]);
}

/* Appends the sections to the table, and frees the writer. */
void
currency_writer_finish (CurrencyWriter *self,
                        TableWriter    *table)
{
  phrase_writer_finish (self->signs, table);
  phrase_writer_finish (self->names, table);
  phrase_writer_finish (self->adjectives, table);
  phrase_writer_finish (self->units, table);
  table_writer_add_section (table, self->rows->data, self->rows->len, sizeof (TlCurrencyRow));
  currency_keys_finish (self->pairs, table);
  currency_keys_finish (self->subunits, table);
  currency_keys_finish (self->codes, table);
  currency_keys_finish (self->short_signs, table);

  g_array_unref (self->rows);
  g_hash_table_unref (self->numbers);
  g_free (self);
}
