/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the articles of a library state of trade: between whom, and each report of it. */

#include "tl-library.h"

#include "tl-figure-rows.h"
#include "tl-library-private.h"
#include "tl-official-rows.h"

/* A table of all the world's trade has tens of thousands of pairs; a list of so many is one to
 * search in.  Each side of a pair declares. */
#define MAX_OFFICIAL_PAIRS "1000"
#define MAX_DECLARED       "2000"

/* One seek for each pair, not one row for each of its years: from each to the next in its table. */
#define NEXT_DECLARED(column)                                                                      \
  "(SELECT " column " FROM official_value WHERE table_id = t AND (reporter, partner) > (r, p)"     \
  "   ORDER BY reporter, partner LIMIT 1)"

static const char reported_pairs[] =
  "SELECT first, second, n_figures FROM pair WHERE n_figures > 0"
  " ORDER BY n_figures DESC, first, second";

static const char official_pairs[] =
  "WITH RECURSIVE declared (t, r, p) AS ("
  "  SELECT id, '', '' FROM official_table WHERE removed_at IS NULL"
  "  UNION ALL"
  "  SELECT t, " NEXT_DECLARED ("reporter") ", " NEXT_DECLARED ("partner")
  "    FROM declared WHERE r IS NOT NULL LIMIT " MAX_DECLARED ")"
  " SELECT DISTINCT min(r, p) AS one, max(r, p) AS other, 0 FROM declared"
  "  WHERE r != '' AND NOT EXISTS (SELECT 1 FROM pair"
  "                                 WHERE first = min(r, p) AND second = max(r, p) AND n_figures > 0)"
  "  ORDER BY one, other LIMIT " MAX_OFFICIAL_PAIRS;

static void
add_pairs (TlDatabase *database,
           const char *sql,
           GArray     *pairs)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlStatement) statement = tl_database_prepare (database, sql, &error);

  while (statement != NULL && tl_database_step (database, statement, &error))
    {
      g_autofree char *first = tl_statement_dup_string (statement, 0);
      g_autofree char *second = tl_statement_dup_string (statement, 1);
      TlPair pair = { .n_figures = (guint) sqlite3_column_int64 (statement, 2) };

      g_strlcpy (pair.partners[0], first != NULL ? first : "", TL_PARTNER_SIZE);
      g_strlcpy (pair.partners[1], second != NULL ? second : "", TL_PARTNER_SIZE);
      g_array_append_val (pairs, pair);
    }
  if (error != NULL)
    g_message ("%s", error->message);
}

/**
 * tl_library_get_pairs:
 * @self: a library
 *
 * Returns: (transfer full) (element-type TlPair): the countries between which the articles state
 *   trade that a chart can show, the most reported pair first; then those of which there are
 *   official figures only, by their codes, a thousand at most
 */
GArray *
tl_library_get_pairs (TlLibrary *self)
{
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (TlPair));

  g_return_val_if_fail (TL_IS_LIBRARY (self), pairs);

  add_pairs (tl_library_get_database (self), reported_pairs, pairs);
  add_pairs (tl_library_get_database (self), official_pairs, pairs);
  return pairs;
}

/**
 * tl_library_get_reports:
 * @self: a library
 * @partner: code of one partner, "BY"
 * @other: code of the other
 *
 * Returns: (transfer full) (element-type TlReport): every report of trade between the
 *   two, and between their regions, of any flow, scope and status, in the order of
 *   publication, those without a date last; #TlSeries sorts out what a chart shows.  Why a figure
 *   was read so tells its article
 */
GPtrArray *
tl_library_get_reports (TlLibrary  *self,
                        const char *partner,
                        const char *other)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *reports;

  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (partner != NULL && other != NULL, NULL);

  reports = tl_figure_rows_get_pair (tl_library_get_database (self), partner, other, &error);
  if (reports != NULL)
    return reports;
  g_message ("%s", error->message);
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_library_get_official:
 * @self: a library
 * @partner: code of one country, "BY"
 * @other: code of another
 *
 * Returns: (transfer full) (element-type TlOfficialValue): what tables of trade statistics that
 *   were imported say of the trade between the two, for tl_official_series_list()
 */
GArray *
tl_library_get_official (TlLibrary  *self,
                         const char *partner,
                         const char *other)
{
  g_autoptr(GError) error = NULL;
  GArray *values;

  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (partner != NULL && other != NULL, NULL);

  values = tl_official_rows_get_pair (tl_library_get_database (self), partner, other, &error);
  if (values != NULL)
    return values;
  g_message ("%s", error->message);
  return g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));
}
