/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How well an article fits what was searched for: BM25 with a weight for each column, but without
 * what tells rare terms from frequent ones.  To know that, FTS5's own goes through all hits of
 * each term once more, which takes several times as long as the search.  All terms are in every
 * hit; one that is in many articles is mostly often in each, and says little for that reason.
 */

#include "tl-search-rank.h"

/* What BM25 is mostly used with: how soon more of the same says nothing more, and how much the
 * length counts. */
#define SATURATION 1.2
#define LENGTH     0.75

/* More terms than these do not count. */
#define MAX_PHRASES 64

/* Of title, text, names and figures. */
static const double weights[] = { 10, 1, 3, 3 };

static gboolean
add_up (const Fts5ExtensionApi *api,
        Fts5Context            *context,
        double                 *found)
{
  int n_hits;

  if (api->xInstCount (context, &n_hits) != SQLITE_OK)
    return FALSE;
  for (int i = 0; i < n_hits; i++)
    {
      int phrase, column, offset;

      if (api->xInst (context, i, &phrase, &column, &offset) != SQLITE_OK)
        return FALSE;
      if (phrase < MAX_PHRASES && column >= 0 && column < (int) G_N_ELEMENTS (weights))
        found[phrase] += weights[column];
    }
  return TRUE;
}

/* Its length in those of a usual article. */
static gboolean
get_length (const Fts5ExtensionApi *api,
            Fts5Context            *context,
            double                 *length)
{
  sqlite3_int64 n_words, n_articles;
  int size;

  if (api->xColumnTotalSize (context, -1, &n_words) != SQLITE_OK ||
      api->xRowCount (context, &n_articles) != SQLITE_OK ||
      api->xColumnSize (context, -1, &size) != SQLITE_OK)
    return FALSE;
  *length = n_words > 0 ? (double) size * (double) n_articles / (double) n_words : 1;
  return TRUE;
}

/* Whether the hit is one of the first: the others' rank is not asked for. */
static gboolean
count_hit (const Fts5ExtensionApi *api,
           Fts5Context            *context,
           gint64                  n_ranked)
{
  gint64 *n_hits = api->xGetAuxdata (context, 0);

  if (n_hits == NULL)
    {
      n_hits = g_new0 (gint64, 1);
      if (api->xSetAuxdata (context, n_hits, g_free) != SQLITE_OK)
        return FALSE;
    }
  return (*n_hits)++ < n_ranked;
}

/* tl_rank(search, N): the rank of each of the first N hits. */
static void
rank (const Fts5ExtensionApi  *api,
      Fts5Context             *context,
      sqlite3_context         *result,
      int                      n_values,
      sqlite3_value          **values)
{
  double found[MAX_PHRASES] = { 0 };
  double length, sum = 0;

  if (n_values != 1 || !count_hit (api, context, sqlite3_value_int64 (values[0])))
    return;
  if (!add_up (api, context, found) || !get_length (api, context, &length))
    {
      sqlite3_result_error_code (result, SQLITE_CORRUPT);
      return;
    }
  for (guint i = 0; i < MAX_PHRASES; i++)
    if (found[i] > 0)
      sum += found[i] * (SATURATION + 1) /
             (found[i] + SATURATION * (1 - LENGTH + LENGTH * length));
  sqlite3_result_double (result, sum);
}

/**
 * tl_search_rank_register:
 * @handle: a connection
 *
 * Makes the function tl_rank() known, which tells for a hit in the index how well it fits.
 *
 * Returns: what SQLite says
 */
int
tl_search_rank_register (sqlite3 *handle)
{
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int code = sqlite3_prepare_v2 (handle, "SELECT fts5 (?)", -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  code = sqlite3_finalize (statement);
  if (code != SQLITE_OK || api == NULL)
    return code != SQLITE_OK ? code : SQLITE_ERROR;
  return api->xCreateFunction (api, "tl_rank", NULL, rank, NULL);
}
