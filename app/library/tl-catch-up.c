/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is stored is made right again where a decision, or an older version of the program, left
 * that to do: some articles in each transaction, so that others who write need not wait. */

#include "tl-catch-up.h"

#include "tl-copy-desk.h"
#include "tl-pending.h"
#include "tl-search-rows.h"

/* So many articles are stored again in one transaction: others who write wait for no more. */
#define PENDING_ARTICLES 100

/**
 * tl_catch_up_end_change:
 * @database: a connection in a transaction
 * @succeeded: whether all went well until here
 * @error: return location for an error
 *
 * Ends the transaction.
 *
 * Returns: whether what was changed is kept
 */
gboolean
tl_catch_up_end_change (TlDatabase  *database,
                        gboolean     succeeded,
                        GError     **error)
{
  if (succeeded)
    return tl_database_commit (database, error);
  tl_database_rollback (database);
  return FALSE;
}

static gboolean
begin (TlDatabase  *database,
       GError     **error)
{
  tl_database_let_others_write ();
  return tl_database_begin (database, error);
}

static gboolean
is_pending (TlDatabase  *database,
            const char  *sql,
            gboolean    *pending,
            GError     **error)
{
  gint64 any = 0;
  gboolean succeeded = tl_database_query_int (database, sql, &any, error);

  *pending = any != 0;
  return succeeded;
}

static gboolean
catch_up_copies (TlDatabase    *database,
                 GCancellable  *cancellable,
                 TlCaughtUp    *outcome,
                 GError       **error)
{
  g_autoptr(TlCopyDesk) desk = tl_copy_desk_new (database);
  gboolean goes_on, at_end = FALSE;

  if (!is_pending (database, "SELECT EXISTS (SELECT 1 FROM copy_pending)", &goes_on, error))
    return FALSE;
  outcome->has_copies |= goes_on;
  while (goes_on && !at_end && !g_cancellable_is_cancelled (cancellable))
    if (!begin (database, error) ||
        !tl_catch_up_end_change (database, tl_copy_desk_catch_up (desk, PENDING_ARTICLES, &at_end, error),
                                 error))
      return FALSE;
  return TRUE;
}

static gboolean
catch_up_search (TlDatabase    *database,
                 GCancellable  *cancellable,
                 GError       **error)
{
  gboolean goes_on, at_end = FALSE;

  if (!is_pending (database, "SELECT EXISTS (SELECT 1 FROM search_pending)", &goes_on, error))
    return FALSE;
  while (goes_on && !at_end && !g_cancellable_is_cancelled (cancellable))
    if (!begin (database, error) ||
        !tl_catch_up_end_change (database,
                                 tl_search_rows_catch_up (database, PENDING_ARTICLES, &at_end, error), error))
      return FALSE;
  return TRUE;
}

static gboolean
catch_up_entities (TlDatabase    *database,
                   gboolean       is_some,
                   GCancellable  *cancellable,
                   TlCaughtUp    *outcome,
                   GError       **error)
{
  gboolean goes_on, at_end = FALSE;

  if (!is_pending (database, "SELECT EXISTS (SELECT 1 FROM pending)", &goes_on, error))
    return FALSE;
  outcome->has_entities |= goes_on;
  while (goes_on && !at_end && !g_cancellable_is_cancelled (cancellable))
    {
      if (!begin (database, error) ||
          !tl_catch_up_end_change (database, tl_pending_work_off (database, PENDING_ARTICLES, &at_end, error),
                                   error))
        return FALSE;
      goes_on = !is_some;
    }
  outcome->is_unfinished = is_some && !goes_on && !at_end && outcome->has_entities;
  return TRUE;
}

/**
 * tl_catch_up:
 * @database: a connection
 * @cancellable: (nullable): to leave the rest for another time, which is no error
 * @outcome: (inout): is added to
 * @error: return location for an error
 *
 * Does all that is left to do.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_catch_up (TlDatabase    *database,
             GCancellable  *cancellable,
             TlCaughtUp    *outcome,
             GError       **error)
{
  return catch_up_entities (database, FALSE, cancellable, outcome, error) &&
         catch_up_search (database, cancellable, error) &&
         catch_up_copies (database, cancellable, outcome, error);
}

/**
 * tl_catch_up_some:
 * @database: a connection
 * @outcome: (inout): is added to
 * @error: return location for an error
 *
 * Stores the mentions of some articles again, where that is left to do: as many as a person who
 * decided something need not wait for.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_catch_up_some (TlDatabase  *database,
                  TlCaughtUp  *outcome,
                  GError     **error)
{
  return catch_up_entities (database, TRUE, NULL, outcome, error);
}
