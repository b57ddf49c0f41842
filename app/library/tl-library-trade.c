/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the articles of a library state of trade: between whom, and each report of it. */

#include "tl-library.h"

#include "tl-figure-rows.h"
#include "tl-library-private.h"
#include "tl-official-rows.h"

/**
 * tl_library_get_pairs:
 * @self: a library
 *
 * Returns: (transfer full) (element-type TlPair): the countries between which the
 *   articles state trade that a chart can show, the most reported pair first
 */
GArray *
tl_library_get_pairs (TlLibrary *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlStatement) statement = NULL;
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (TlPair));
  TlDatabase *database;

  g_return_val_if_fail (TL_IS_LIBRARY (self), pairs);

  database = tl_library_get_database (self);
  statement = tl_database_prepare (database,
                                   "SELECT first, second, n_figures FROM pair WHERE n_figures > 0"
                                   " ORDER BY n_figures DESC, first, second",
                                   &error);
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
