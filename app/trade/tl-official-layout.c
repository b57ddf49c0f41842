/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose table it is, by its header.  A publisher's columns change their order and number, so a
 * layout is known by the names of the few that are read. */

#include "tl-official-layout.h"

#include <string.h>

typedef struct
{
  TlOfficialColumn column;
  const char      *names[3];    /* without blanks and signs, in lower case; any of them */
  gboolean         is_optional;
} ColumnName;

typedef struct
{
  TlOfficialSource  source;
  TlCountryStyle    countries;
  double            factor;
  gboolean          is_by_goods;
  gboolean          is_wide;
  ColumnName        columns[12];
} KnownLayout;

/* Sources: UN Comtrade's help on bulk files and its web pages; IMF's data portal; the note on
 * BACI (CEPII working paper 2010-23); WITS's guide to its bulk download.  "X *" stands for a name
 * that begins with X. */
static const KnownLayout known[] = {
  /* UN Comtrade since 2022 */
  { TL_OFFICIAL_COMTRADE, TL_COUNTRIES_CODED, 1, FALSE, FALSE,
    { { TL_COLUMN_REPORTER, { "reporteriso" }, FALSE },
      { TL_COLUMN_PARTNER, { "partneriso" }, FALSE },
      { TL_COLUMN_FLOW, { "flowcode" }, FALSE },
      { TL_COLUMN_PERIOD, { "period" }, FALSE },
      { TL_COLUMN_GOODS, { "cmdcode" }, FALSE },
      { TL_COLUMN_VALUE, { "primaryvalue" }, FALSE },
      { TL_COLUMN_SECOND_PARTNER, { "partner2code" }, TRUE },
      { TL_COLUMN_CUSTOMS, { "customscode" }, TRUE },
      { TL_COLUMN_TRANSPORT, { "motcode" }, TRUE } } },
  /* UN Comtrade before, and its bulk files */
  { TL_OFFICIAL_COMTRADE, TL_COUNTRIES_CODED, 1, FALSE, FALSE,
    { { TL_COLUMN_REPORTER, { "reporteriso" }, FALSE },
      { TL_COLUMN_PARTNER, { "partneriso" }, FALSE },
      { TL_COLUMN_FLOW, { "tradeflowcode", "tradeflow" }, FALSE },
      { TL_COLUMN_PERIOD, { "period" }, FALSE },
      { TL_COLUMN_GOODS, { "commoditycode" }, FALSE },
      { TL_COLUMN_VALUE, { "tradevalueus$" }, FALSE },
      { TL_COLUMN_SECOND_PARTNER, { "2ndpartnercode" }, TRUE },
      { TL_COLUMN_CUSTOMS, { "customsproccode" }, TRUE },
      { TL_COLUMN_TRANSPORT, { "modeoftransportcode" }, TRUE } } },
  /* BACI: thousands of US dollars; only exports, each by goods */
  { TL_OFFICIAL_BACI, TL_COUNTRIES_CODED, 1e3, TRUE, FALSE,
    { { TL_COLUMN_PERIOD, { "t" }, FALSE },
      { TL_COLUMN_REPORTER, { "i" }, FALSE },
      { TL_COLUMN_PARTNER, { "j" }, FALSE },
      { TL_COLUMN_EXPORTS, { "v" }, FALSE } } },
  /* DOTS, a column for each flow */
  { TL_OFFICIAL_DOTS, TL_COUNTRIES_NAMED, 1, FALSE, FALSE,
    { { TL_COLUMN_REPORTER, { "countryname" }, FALSE },
      { TL_COLUMN_PARTNER, { "counterpartcountryname" }, FALSE },
      { TL_COLUMN_PERIOD, { "timeperiod" }, FALSE },
      { TL_COLUMN_ATTRIBUTE, { "attribute" }, TRUE },
      { TL_COLUMN_EXPORTS, { "*txgfobusd" }, TRUE },
      { TL_COLUMN_IMPORTS, { "*tmgcifusd", "*tmgfobusd" }, TRUE } } },
  /* DOTS, a column for each period */
  { TL_OFFICIAL_DOTS, TL_COUNTRIES_NAMED, 1, FALSE, TRUE,
    { { TL_COLUMN_REPORTER, { "countryname" }, FALSE },
      { TL_COLUMN_PARTNER, { "counterpartcountryname" }, FALSE },
      { TL_COLUMN_FLOW, { "indicatorcode" }, FALSE },
      { TL_COLUMN_ATTRIBUTE, { "attribute" }, TRUE } } },
  /* WITS's query of UN Comtrade's data: the header itself states the unit */
  { TL_OFFICIAL_WITS, TL_COUNTRIES_CODED, 1e3, FALSE, FALSE,
    { { TL_COLUMN_REPORTER, { "reporteriso3" }, FALSE },
      { TL_COLUMN_PARTNER, { "partneriso3" }, FALSE },
      { TL_COLUMN_FLOW, { "tradeflowname", "tradeflowcode" }, FALSE },
      { TL_COLUMN_PERIOD, { "year" }, FALSE },
      { TL_COLUMN_GOODS, { "productcode" }, FALSE },
      { TL_COLUMN_VALUE, { "tradevaluein1000usd" }, FALSE } } },
};

/* "Trade Value (US$)" to "tradevalueus$", "(TXG_FOB_USD)" to "txgfobusd" */
static char *
fold_name (const char *name)
{
  GString *folded = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || *c == '$')
      g_string_append_c (folded, g_ascii_tolower (*c));
  return g_string_free (folded, FALSE);
}

static gboolean
has_name (const char *folded,
          const char *name)
{
  return *name == '*' ? g_str_has_suffix (folded, name + 1) : g_str_equal (folded, name);
}

/* The first of its names that there is: of imports with and without freight those with it. */
static int
find_column (const ColumnName *column,
             GPtrArray        *folded)
{
  for (guint n = 0; n < G_N_ELEMENTS (column->names) && column->names[n] != NULL; n++)
    for (guint i = 0; i < folded->len; i++)
      if (has_name (folded->pdata[i], column->names[n]))
        return (int) i;
  return -1;
}

static gboolean
fits (const KnownLayout *layout,
      GPtrArray         *folded,
      int               *columns)
{
  for (guint i = 0; i < TL_N_OFFICIAL_COLUMNS; i++)
    columns[i] = -1;
  for (guint i = 0; i < G_N_ELEMENTS (layout->columns) && layout->columns[i].names[0] != NULL; i++)
    {
      const ColumnName *column = &layout->columns[i];

      columns[column->column] = find_column (column, folded);
      if (columns[column->column] < 0 && !column->is_optional)
        return FALSE;
    }
  return layout->is_wide || columns[TL_COLUMN_VALUE] >= 0 ||
         columns[TL_COLUMN_EXPORTS] >= 0 || columns[TL_COLUMN_IMPORTS] >= 0;
}

static GPtrArray *
fold_header (const TlCsvRow *header)
{
  GPtrArray *folded = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < header->n_fields; i++)
    g_ptr_array_add (folded, fold_name (header->fields[i]));
  return folded;
}

/* IMF's files are in dollars, or say what else: "US Dollars, Millions". */
static double
find_factor (GPtrArray *folded)
{
  for (guint i = 0; i < folded->len; i++)
    if (strstr (folded->pdata[i], "usdollars") != NULL &&
        strstr (folded->pdata[i], "million") != NULL)
      return 1e6;
  return 1;
}

/**
 * tl_official_layout_find:
 * @header: the first row of a table
 * @layout: (out): how it is to be read
 *
 * Returns: whether it is a table of a known publisher
 */
gboolean
tl_official_layout_find (const TlCsvRow   *header,
                         TlOfficialLayout *layout)
{
  g_autoptr(GPtrArray) folded = fold_header (header);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (fits (&known[i], folded, layout->columns))
      {
        layout->source = known[i].source;
        layout->countries = known[i].countries;
        layout->factor = known[i].source == TL_OFFICIAL_DOTS ? find_factor (folded) : known[i].factor;
        layout->is_by_goods = known[i].is_by_goods;
        layout->is_wide = known[i].is_wide;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_official_layout_is_owid:
 * @header: the first row of a table
 *
 * Returns: whether it is a table of Our World in Data, which has values of one country and no
 *   partner
 */
gboolean
tl_official_layout_is_owid (const TlCsvRow *header)
{
  g_autoptr(GPtrArray) folded = fold_header (header);

  return folded->len >= 4 &&
         g_str_equal (folded->pdata[0], "entity") &&
         g_str_equal (folded->pdata[1], "code") &&
         g_str_equal (folded->pdata[2], "year");
}

/**
 * tl_official_layout_is_code_list:
 * @header: the first row of a table
 *
 * Returns: whether it is one of the lists of countries and goods that CEPII puts beside BACI
 */
gboolean
tl_official_layout_is_code_list (const TlCsvRow *header)
{
  g_autoptr(GPtrArray) folded = fold_header (header);

  if (folded->len < 2)
    return FALSE;
  return (g_str_equal (folded->pdata[0], "countrycode") &&
          g_str_has_prefix (folded->pdata[1], "countryname")) ||
         (g_str_equal (folded->pdata[0], "code") && g_str_equal (folded->pdata[1], "description"));
}
