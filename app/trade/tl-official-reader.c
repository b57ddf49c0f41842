/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads tables of official trade statistics into what each country declares of a year:
 *
 * - A year's own value counts; where there is none, the sum of its twelve months, or of its four
 *   quarters.  Months and years in one file are never added.
 * - Only rows of all goods count, by all means of transport and all procedures; but BACI has goods
 *   only, so its rows are summed.
 * - Trade with the world, or with groups of countries, is passed over. */

#include "tl-official-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-country-code.h"
#include "tl-official-layout.h"

/* There are some 250 countries; a table may write them in so many ways. */
#define MAX_COUNTRIES 10000

/* Both flows of all pairs of countries in 40 years are 5 million; half of them have none. */
#define MAX_DECLARATIONS (4 * 1000 * 1000)

#define N_MONTHS   12
#define N_QUARTERS 4

G_DEFINE_QUARK (tl-official-error-quark, tl_official_error)

/* What a country declares of a year, in what parts its publisher gives. */
typedef struct
{
  TlOfficialValue value;        /* its value is the year's, or the sum of goods */
  gboolean        has_year;
  double          months, quarters;
  guint16         which_months;
  guint8          which_quarters;
} Declaration;

typedef struct
{
  TlOfficialLayout layout;
  GHashTable      *declarations;        /* Declaration, owned, by itself */
  GHashTable      *countries;           /* as written → code, "" for none */
  GArray          *periods;             /* of Period, of a wide table's columns */
  gboolean         has_goods;           /* rows of single goods were passed over */
  guint            n_columns;
} Reader;

/* A year, or one of its months or quarters; year 0 for none. */
typedef struct
{
  int year, month, quarter;
} Period;

/* ---- fields ---- */

static const char *
get_field (const TlCsvRow *row,
           int             column)
{
  return column >= 0 && (guint) column < row->n_fields ? row->fields[column] : "";
}

static gboolean
has_other (const TlCsvRow *row,
           int             column,
           const char     *all,
           const char     *all_too)
{
  const char *field = get_field (row, column);

  return *field != '\0' && g_ascii_strcasecmp (field, all) != 0 &&
         g_ascii_strcasecmp (field, all_too) != 0;
}

static const char *
get_country (Reader         *self,
             const TlCsvRow *row,
             int             column)
{
  const char *field = get_field (row, column);
  const char *code = g_hash_table_lookup (self->countries, field);

  if (code == NULL)
    {
      code = self->layout.countries == TL_COUNTRIES_CODED ? tl_country_code_from_statistics (field)
                                                          : tl_country_code_from_name (field);
      code = code != NULL ? code : "";
      if (g_hash_table_size (self->countries) < MAX_COUNTRIES)
        g_hash_table_insert (self->countries, g_strdup (field), (gpointer) code);
    }
  return code;
}

/* "2016", "201603", "2016M3", "2016-03", "2016Q1"; UN Comtrade writes a year also as month 52 or 99 */
static Period
parse_period (const char *field)
{
  Period period = { 0 };
  const char *rest = field + strspn (field, "0123456789");
  gsize n_digits = (gsize) (rest - field);
  int number = n_digits == 4 || n_digits == 6 ? atoi (field) : 0;
  int part;

  if (n_digits == 6 && *rest == '\0')
    {
      part = number % 100;
      period.year = number / 100;
      period.month = part >= 1 && part <= N_MONTHS ? part : 0;
    }
  else if (n_digits == 4 && *rest == '\0')
    {
      period.year = number;
    }
  else if (n_digits == 4 && strchr ("MQ-", g_ascii_toupper (*rest)) != NULL)
    {
      gboolean is_quarter = g_ascii_toupper (*rest) == 'Q';

      part = (int) g_ascii_strtoll (rest + 1, NULL, 10);
      if (part < 1 || part > (is_quarter ? N_QUARTERS : N_MONTHS))
        return period;
      period.year = number;
      *(is_quarter ? &period.quarter : &period.month) = part;
    }
  if (period.year < TL_FIRST_YEAR || period.year > TL_LAST_YEAR)
    period.year = 0;
  return period;
}

/* Re-exports are among the exports already, so they are no flow here. */
static gboolean
parse_flow (const char *field,
            gboolean   *is_import)
{
  static const struct
  {
    const char *name;
    gboolean    is_import;
  } flows[] = {
    { "X", FALSE }, { "Export", FALSE }, { "Exports", FALSE }, { "2", FALSE },
    { "Gross Exp.", FALSE }, { "TXG_FOB_USD", FALSE },
    { "M", TRUE }, { "Import", TRUE }, { "Imports", TRUE }, { "1", TRUE },
    { "Gross Imp.", TRUE }, { "TMG_CIF_USD", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flows); i++)
    if (g_ascii_strcasecmp (field, flows[i].name) == 0)
      {
        *is_import = flows[i].is_import;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_value (const char *field,
             double     *value)
{
  char *end;

  *value = g_ascii_strtod (field, &end);
  return end != field && *end == '\0' && isfinite (*value) && *value >= 0;
}

/* ---- declarations ---- */

static guint
hash_declaration (gconstpointer key)
{
  const TlOfficialValue *value = key;

  return g_str_hash (value->reporter) * 31 * 31 + g_str_hash (value->partner) * 31 +
         (guint) value->year * 2 + (value->is_import ? 1 : 0);
}

static gboolean
is_same_declaration (gconstpointer a,
                     gconstpointer b)
{
  const TlOfficialValue *first = a, *second = b;

  return first->year == second->year && first->is_import == second->is_import &&
         g_str_equal (first->reporter, second->reporter) &&
         g_str_equal (first->partner, second->partner);
}

static Declaration *
get_declaration (Reader     *self,
                 const char *reporter,
                 const char *partner,
                 gboolean    is_import,
                 int         year)
{
  TlOfficialValue key = { .source = self->layout.source, .is_import = is_import, .year = year };
  Declaration *declaration;

  g_strlcpy (key.reporter, reporter, sizeof key.reporter);
  g_strlcpy (key.partner, partner, sizeof key.partner);
  declaration = g_hash_table_lookup (self->declarations, &key);
  if (declaration == NULL)
    {
      declaration = g_new0 (Declaration, 1);
      declaration->value = key;
      g_hash_table_add (self->declarations, declaration);
    }
  return declaration;
}

/* What stands twice (in two classifications of goods) is one statement, the first. */
static void
add_value (Declaration            *declaration,
           const TlOfficialLayout *layout,
           Period                  period,
           double                  value)
{
  if (period.month > 0)
    {
      if ((declaration->which_months & (1u << period.month)) == 0)
        declaration->months += value;
      declaration->which_months |= 1u << period.month;
    }
  else if (period.quarter > 0)
    {
      if ((declaration->which_quarters & (1u << period.quarter)) == 0)
        declaration->quarters += value;
      declaration->which_quarters |= 1u << period.quarter;
    }
  else if (layout->is_by_goods || !declaration->has_year)
    {
      declaration->value.value += value;
      declaration->has_year = TRUE;
    }
}

static void
take_value (Reader     *self,
            const char *reporter,
            const char *partner,
            gboolean    is_import,
            Period      period,
            const char *field)
{
  double value;

  if (period.year != 0 && parse_value (field, &value))
    add_value (get_declaration (self, reporter, partner, is_import, period.year),
               &self->layout, period, value * self->layout.factor);
}

static gboolean
is_total (Reader         *self,
          const TlCsvRow *row)
{
  const int *columns = self->layout.columns;

  if (has_other (row, columns[TL_COLUMN_SECOND_PARTNER], "0", "W00") ||
      has_other (row, columns[TL_COLUMN_CUSTOMS], "C00", "0") ||
      has_other (row, columns[TL_COLUMN_TRANSPORT], "0", "1000") ||
      has_other (row, columns[TL_COLUMN_ATTRIBUTE], "Value", "Values"))
    return FALSE;
  if (has_other (row, columns[TL_COLUMN_GOODS], "TOTAL", "Total Trade"))
    {
      self->has_goods = TRUE;
      return FALSE;
    }
  return TRUE;
}

static void
take_periods (Reader         *self,
              const TlCsvRow *row,
              const char     *reporter,
              const char     *partner,
              gboolean        is_import)
{
  for (guint i = 0; i < MIN (row->n_fields, self->periods->len); i++)
    {
      Period period = g_array_index (self->periods, Period, i);

      if (period.year != 0)
        take_value (self, reporter, partner, is_import, period, row->fields[i]);
    }
}

static void
take_row (Reader         *self,
          const TlCsvRow *row)
{
  const int *columns = self->layout.columns;
  const char *reporter = get_country (self, row, columns[TL_COLUMN_REPORTER]);
  const char *partner = get_country (self, row, columns[TL_COLUMN_PARTNER]);
  gboolean is_import;
  Period period;

  if (*reporter == '\0' || *partner == '\0' || g_str_equal (reporter, partner) ||
      !is_total (self, row))
    return;
  if (self->layout.is_wide)
    {
      if (parse_flow (get_field (row, columns[TL_COLUMN_FLOW]), &is_import))
        take_periods (self, row, reporter, partner, is_import);
      return;
    }
  period = parse_period (get_field (row, columns[TL_COLUMN_PERIOD]));
  take_value (self, reporter, partner, FALSE, period, get_field (row, columns[TL_COLUMN_EXPORTS]));
  take_value (self, reporter, partner, TRUE, period, get_field (row, columns[TL_COLUMN_IMPORTS]));
  if (columns[TL_COLUMN_VALUE] >= 0 &&
      parse_flow (get_field (row, columns[TL_COLUMN_FLOW]), &is_import))
    take_value (self, reporter, partner, is_import, period, get_field (row, columns[TL_COLUMN_VALUE]));
}

static gboolean
take_header (Reader          *self,
             const TlCsvRow  *row,
             GError         **error)
{
  if (!tl_official_layout_find (row, &self->layout))
    {
      if (tl_official_layout_is_owid (row))
        g_set_error_literal (error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_NO_PAIRS,
                             _("This table of Our World in Data tells of single countries, not of trade "
                               "between two"));
      else if (tl_official_layout_is_code_list (row))
        g_set_error_literal (error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_CODES,
                             _("This is BACI's list of codes; the trade is in the tables beside it"));
      else
        g_set_error_literal (error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_FORMAT,
                             _("This table is of no known kind; those of UN Comtrade, IMF DOTS, BACI and "
                               "WITS are known by the names of their columns"));
      return FALSE;
    }
  self->n_columns = row->n_fields;
  for (guint i = 0; i < row->n_fields; i++)
    {
      Period period = parse_period (row->fields[i]);

      g_array_append_val (self->periods, period);
    }
  return TRUE;
}

static gboolean
row_cb (const TlCsvRow  *row,
        gpointer         user_data,
        GError         **error)
{
  Reader *self = user_data;

  if (row->number == 0)
    return take_header (self, row, error);
  /* Half a number would be another number. */
  if (row->is_cut_off || (!row->is_ended && row->n_fields < self->n_columns))
    {
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, row->number + 1);

      g_set_error (error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_CUT_OFF,
                   _("The table is cut off in row %s"), number);
      return FALSE;
    }
  take_row (self, row);
  if (g_hash_table_size (self->declarations) <= MAX_DECLARATIONS)
    return TRUE;
  g_set_error_literal (error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_TOO_LARGE,
                       _("There are more figures in the table than are read of one"));
  return FALSE;
}

/* ---- the values ---- */

static gboolean
find_value (const Declaration *declaration,
            double            *value)
{
  const guint all_months = ((1u << N_MONTHS) - 1) << 1;
  const guint all_quarters = ((1u << N_QUARTERS) - 1) << 1;

  if (declaration->has_year)
    *value = declaration->value.value;
  else if (declaration->which_quarters == all_quarters)
    *value = declaration->quarters;
  else
    *value = declaration->months;
  return declaration->has_year || declaration->which_quarters == all_quarters ||
         declaration->which_months == all_months;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const TlOfficialValue *first = a, *second = b;
  int order = strcmp (first->reporter, second->reporter);

  if (order == 0)
    order = strcmp (first->partner, second->partner);
  if (order == 0)
    order = first->is_import - second->is_import;
  return order != 0 ? order : first->year - second->year;
}

static GArray *
collect_values (Reader  *self,
                GError **error)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));
  GHashTableIter iter;
  gpointer declaration;

  g_hash_table_iter_init (&iter, self->declarations);
  while (g_hash_table_iter_next (&iter, &declaration, NULL))
    {
      TlOfficialValue value = ((Declaration *) declaration)->value;

      if (find_value (declaration, &value.value))
        g_array_append_val (values, value);
    }
  if (values->len > 0)
    {
      g_array_sort (values, compare_values);
      return g_steal_pointer (&values);
    }
  if (self->has_goods)
    g_set_error_literal (error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_NO_TOTALS,
                         _("This table has single goods only; download it with the total of all goods"));
  else
    g_set_error_literal (error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_EMPTY,
                         _("This table has no whole year of trade between two countries"));
  return NULL;
}

/**
 * tl_official_read:
 * @stream: a table of UN Comtrade, IMF DOTS, BACI or WITS
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Memory grows with the number of pairs and years, not with that of rows.
 *
 * Returns: (transfer full) (nullable): #TlOfficialValue of each country and year, in the order of
 *   reporter, partner, flow and year; %NULL with @error set, of #TlOfficialError, #TlCsvError or GIO
 */
GArray *
tl_official_read (GInputStream  *stream,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Reader self = { 0 };
  GArray *values = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self.declarations = g_hash_table_new_full (hash_declaration, is_same_declaration, g_free, NULL);
  self.countries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.periods = g_array_new (FALSE, FALSE, sizeof (Period));
  if (tl_csv_read (stream, row_cb, &self, cancellable, error))
    values = collect_values (&self, error);
  g_hash_table_unref (self.declarations);
  g_hash_table_unref (self.countries);
  g_array_unref (self.periods);
  return values;
}
