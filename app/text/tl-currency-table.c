/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The currencies of resources/lexicon/currencies.tsv as tables of phrases: signs and
 * codes, names that stand alone, and units that need an adjective ("Australian
 * dollars"), which are kept apart from it, since most units go with many adjectives.
 */

#include "tl-currency-private.h"

#include "tl-data.h"

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

typedef struct
{
  CurrencyTable *table;
  GHashTable    *numbers;       /* words of adjectives and units → number */
} Reader;

/* A sign or a name with the marks behind it taken off. */
typedef struct
{
  char     *phrase;
  double    multiplier;
  gboolean  is_ambiguous;
  gboolean  is_large;
  gboolean  is_shared;
} Marked;

static guint
number_of (Reader     *self,
           TlPhrases  *phrases,
           const char *kind,
           const char *phrase)
{
  g_autofree char *key = g_strconcat (kind, phrase, NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
      tl_phrases_add (phrases, phrase, GUINT_TO_POINTER (number));
    }
  return number;
}

static guint
unit_number (Reader     *self,
             const char *unit)
{
  return number_of (self, self->table->units, "u ", unit);
}

static Marked
read_marks (const char *string)
{
  Marked marked = { .phrase = g_strdup (string), .multiplier = 0.01 };
  gsize length = strlen (string);
  char *slash = strchr (marked.phrase, '/');

  if (slash != NULL && g_ascii_isdigit (slash[1]))
    {
      marked.multiplier = 1 / g_ascii_strtod (slash + 1, NULL);
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

static CurrencySign *
sign_new (const char *code,
          double      multiplier)
{
  CurrencySign *sign = g_new0 (CurrencySign, 1);

  g_strlcpy (sign->code, code, sizeof sign->code);
  sign->multiplier = multiplier;
  return sign;
}

static CurrencySign *
add_marked (Reader       *self,
            TlPhrases    *phrases,
            const char   *code,
            const Marked *marked)
{
  CurrencySign *sign = sign_new (code, 1);

  sign->is_ambiguous = marked->is_ambiguous;
  sign->is_large = marked->is_large;
  if (marked->is_shared)
    sign->unit = unit_number (self, marked->phrase);
  tl_phrases_add (phrases, marked->phrase, sign);
  return sign;
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
add_sign (Reader     *self,
          const char *code,
          const char *string)
{
  Marked marked = read_marks (string);
  CurrencySign *sign = add_marked (self, self->table->signs, code, &marked);

  sign->is_plain = g_utf8_strlen (marked.phrase, -1) == 1 && !g_ascii_isalpha (marked.phrase[0]);
  if (is_short (marked.phrase))
    g_hash_table_insert (self->table->short_signs, g_strdup (marked.phrase), sign);
  if (g_str_equal (marked.phrase, code))
    g_hash_table_insert (self->table->codes, sign->code, sign);
  g_free (marked.phrase);
}

/* "MUSD" and "kEUR", as company reports write. */
static void
add_multiples (Reader     *self,
               const char *code)
{
  static const struct { const char *prefix; double multiplier; } multiples[] = {
    { "k", 1e3 }, { "K", 1e3 }, { "M", 1e6 }, { "m", 1e6 }, { "bn", 1e9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
    {
      g_autofree char *phrase = g_strconcat (multiples[i].prefix, code, NULL);

      tl_phrases_add (self->table->signs, phrase, sign_new (code, multiples[i].multiplier));
    }
}

static char **
split_names (const char *column)
{
  return g_strsplit (column != NULL ? column : "", "; ", -1);
}

/* Adjectives are found in any case: "swiss francs". */
static GArray *
number_adjectives (Reader  *self,
                   char   **adjectives)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; adjectives[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (adjectives[i], -1);
      guint number = number_of (self, self->table->adjectives, "a ", lower);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

/* All pairs of a unit point to the same sign; signs live as long as the table. */
static void
add_unit (Reader             *self,
          GArray             *adjectives,
          guint               unit,
          const CurrencySign *sign)
{
  for (guint i = 0; i < adjectives->len; i++)
    {
      gpointer key = GUINT_TO_POINTER (g_array_index (adjectives, guint, i) << 16 | unit);

      if (!g_hash_table_contains (self->table->pairs, key))
        g_hash_table_insert (self->table->pairs, key, (gpointer) sign);
    }
}

static void
add_subunit (Reader     *self,
             const char *code,
             GArray     *adjectives,
             const char *string)
{
  Marked marked = read_marks (string);
  guint unit = unit_number (self, marked.phrase);
  CurrencySign *sign = sign_new (code, marked.multiplier);

  add_unit (self, adjectives, unit, sign);
  g_hash_table_insert (self->table->subunits, tl_currency_subunit_key (code, unit), sign);
  if (!marked.is_ambiguous)
    tl_phrases_add (self->table->names, marked.phrase, sign);
  g_free (marked.phrase);
}

static void
add_row (Reader     *self,
         const char *row)
{
  g_auto(GStrv) columns = g_strsplit (row, "\t", -1);
  guint n_columns = g_strv_length (columns);
  char **lists[N_COLUMNS] = { NULL };
  g_autofree char *code = g_strndup (columns[CODE], 3);
  g_autoptr(GArray) adjectives = NULL;
  CurrencySign *unit;

  for (guint i = SIGNS; i < N_COLUMNS; i++)
    lists[i] = split_names (i < n_columns ? columns[i] : NULL);
  if (!g_str_equal (code, TL_CURRENCY_UNKNOWN))
    add_sign (self, code, columns[CODE]);
  if (columns[CODE][3] == '\0')
    add_multiples (self, code);
  for (guint i = 0; lists[SIGNS][i] != NULL; i++)
    add_sign (self, code, lists[SIGNS][i]);
  adjectives = number_adjectives (self, lists[ADJECTIVES]);
  unit = sign_new (code, 1);
  for (guint i = 0; lists[UNITS][i] != NULL; i++)
    add_unit (self, adjectives, unit_number (self, lists[UNITS][i]), unit);
  for (guint i = 0; lists[NAMES][i] != NULL; i++)
    {
      Marked marked = read_marks (lists[NAMES][i]);

      add_marked (self, self->table->names, code, &marked);
      g_free (marked.phrase);
    }
  for (guint i = 0; lists[SUBUNITS][i] != NULL; i++)
    add_subunit (self, code, adjectives, lists[SUBUNITS][i]);
  for (guint i = SIGNS; i < N_COLUMNS; i++)
    g_strfreev (lists[i]);
}

static CurrencyTable *
read_table (void)
{
  CurrencyTable *table = g_new0 (CurrencyTable, 1);
  Reader self = { .table = table };
  g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/currencies.tsv");
  g_auto(GStrv) rows = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);

  table->signs = tl_phrases_new ();
  table->names = tl_phrases_new ();
  table->adjectives = tl_phrases_new ();
  table->units = tl_phrases_new ();
  table->pairs = g_hash_table_new (NULL, NULL);
  table->subunits = g_hash_table_new (NULL, NULL);
  table->codes = g_hash_table_new (g_str_hash, g_str_equal);
  table->short_signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; rows[i] != NULL; i++)
    if (rows[i][0] != '\0' && rows[i][0] != '#')
      add_row (&self, rows[i]);
  g_hash_table_unref (self.numbers);
  return table;
}

/*
 * tl_currency_get_table:
 *
 * Returns: (transfer none): the table; lives as long as the program, like the lexicon
 */
const CurrencyTable *
tl_currency_get_table (void)
{
  static CurrencyTable *table = NULL;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, read_table ());
  return table;
}

/*
 * tl_currency_find_pair:
 * @adjective: the number of an adjective
 * @unit: the number of a unit
 *
 * Returns: (nullable): the currency that both name
 */
const CurrencySign *
tl_currency_find_pair (guint adjective,
                       guint unit)
{
  return g_hash_table_lookup (tl_currency_get_table ()->pairs, GUINT_TO_POINTER (adjective << 16 | unit));
}

/*
 * tl_currency_subunit_key:
 * @code: three letters
 * @unit: the number of a subunit
 *
 * Returns: what the two are found by in the table's subunits
 */
gpointer
tl_currency_subunit_key (const char *code,
                         guint       unit)
{
  guint letters = 0;

  for (guint i = 0; i < 3; i++)
    letters = letters << 5 | ((guint) code[i] & 31);
  return GUINT_TO_POINTER (letters << 16 | unit);
}
