/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-official.h"

G_BEGIN_DECLS

/**
 * TL_OFFICIAL_TABLE_PAIRS:
 *
 * Of how many pairs of countries #TlOfficialTable has the codes.
 */
#define TL_OFFICIAL_TABLE_PAIRS 3

/**
 * TlOfficialTable:
 * @id: by what the library knows it
 * @source: who publishes it
 * @name: the name of its file, with that of the archive that it was in; "" where it is not known
 * @added: when it was imported, in seconds since 1970; 0 where that is not known
 * @n_values: how many figures are in it
 * @n_pairs: of how many pairs of reporter and partner they are
 * @first_year: the first of their years
 * @last_year: the last of their years
 * @pairs: the first of the pairs, reporter and partner; "" beyond the last
 *
 * A table of official figures that a library holds.
 */
typedef struct
{
  gint64           id;
  TlOfficialSource source;
  char            *name;
  gint64           added;
  guint            n_values;
  guint            n_pairs;
  int              first_year;
  int              last_year;
  char             pairs[TL_OFFICIAL_TABLE_PAIRS][2][4];
} TlOfficialTable;

void  tl_official_table_free         (TlOfficialTable       *self);
char *tl_official_table_dup_contents (const TlOfficialTable *self);
char *tl_official_table_dup_origin   (const TlOfficialTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOfficialTable, tl_official_table_free)

G_END_DECLS
