/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of official figures that an import brings: each is stored by itself, so that no article
 * waits for it. */

#include "tl-import-job-private.h"

#include <glib/gi18n-lib.h>

#include "tl-official-rows.h"

/* "baci.zip › BACI_Y2016.csv" */
static char *
dup_name (const TlImportResult *result)
{
  TlImportFailure named = { result->file, result->part, NULL, FALSE, 0 };

  return result->official_name != NULL ? g_strdup (result->official_name) : tl_import_failure_dup_name (&named);
}

static gboolean
stop_cb (gpointer user_data)
{
  return tl_import_job_is_out_of_time (user_data);
}

static void
report_stored (TlImportJob          *self,
               const TlImportResult *result,
               gint64                id)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->progress_lock);
  TlImportProgress *progress = &self->progress;

  g_array_append_val (progress->tables, id);
  progress->act = self->act;
  progress->n_official += result->official->len;
  progress->n_found = MAX (progress->n_found, result->n_found);
  progress->fraction = MAX (progress->fraction, result->fraction);
  self->has_progress = TRUE;
}

/**
 * tl_import_official_store:
 * @self: a job that runs, in no transaction
 * @result: what a table says
 * @error: return location for an error
 *
 * Stores it and reports what came of it; nothing where the import was cancelled meanwhile.
 *
 * Returns: whether the library could be written
 */
gboolean
tl_import_official_store (TlImportJob     *self,
                          TlImportResult  *result,
                          GError         **error)
{
  g_autofree char *name = dup_name (result);
  gint64 added = result->official_name != NULL ? result->official_added
                                               : g_get_real_time () / G_USEC_PER_SEC;
  TlOfficialFit fit;
  gint64 id;

  if (!tl_official_rows_store (self->database, result->official, name, added, stop_cb, self, &self->act, &id,
                               &fit, error))
    return FALSE;
  if (fit == TL_OFFICIAL_STORED)
    report_stored (self, result, id);
  else if (fit == TL_OFFICIAL_PRESENT)
    {
      result->message = g_strdup (_("These official figures are in the library already"));
      result->is_duplicate = TRUE;
      tl_import_job_report_failure (self, result);
    }
  return TRUE;
}
