/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-csv-reader.h"
#include "tl-official.h"

G_BEGIN_DECLS

/* What a column of a publisher's table holds. */
typedef enum
{
  TL_COLUMN_REPORTER,
  TL_COLUMN_PARTNER,
  TL_COLUMN_FLOW,
  TL_COLUMN_PERIOD,             /* "2016", "201603", "2016M3", "2016Q1" */
  TL_COLUMN_VALUE,
  TL_COLUMN_GOODS,              /* which goods; TOTAL for all */
  TL_COLUMN_SECOND_PARTNER,     /* through whom; 0 for all */
  TL_COLUMN_CUSTOMS,            /* by which procedure; C00 for all */
  TL_COLUMN_TRANSPORT,          /* by which means; 0 for all */
  TL_COLUMN_ATTRIBUTE,          /* what the row tells of the series; "Value" for its values */
  TL_COLUMN_EXPORTS,            /* values of this flow, where each flow has a column */
  TL_COLUMN_IMPORTS,
} TlOfficialColumn;

#define TL_N_OFFICIAL_COLUMNS (TL_COLUMN_IMPORTS + 1)

/* How a table writes its countries. */
typedef enum
{
  TL_COUNTRIES_CODED,
  TL_COUNTRIES_NAMED,
} TlCountryStyle;

/**
 * TlOfficialLayout:
 * @source: whose table it is
 * @countries: how it writes them
 * @factor: US dollars in a unit of its values
 * @is_by_goods: whether a total is the sum of its rows; else the rows of all goods are taken
 * @is_wide: whether each period has a column of values, headed by it
 * @columns: where each column is, -1 where there is none
 *
 * How a table is to be read, as its header tells it.
 */
typedef struct
{
  TlOfficialSource source;
  TlCountryStyle   countries;
  double           factor;
  gboolean         is_by_goods;
  gboolean         is_wide;
  int              columns[TL_N_OFFICIAL_COLUMNS];
} TlOfficialLayout;

gboolean tl_official_layout_find   (const TlCsvRow   *header,
                                    TlOfficialLayout *layout);
gboolean tl_official_layout_is_owid (const TlCsvRow  *header);
gboolean tl_official_layout_is_code_list (const TlCsvRow *header);

G_END_DECLS
