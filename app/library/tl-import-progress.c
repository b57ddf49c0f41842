/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the threads of an import tell the main thread. */

#include "tl-import-job.h"

#include <glib/gi18n-lib.h>

#include "tl-link.h"

/**
 * tl_import_failure_free:
 * @failure: (transfer full): a failure
 */
void
tl_import_failure_free (TlImportFailure *failure)
{
  g_clear_object (&failure->file);
  g_clear_pointer (&failure->part, g_free);
  g_clear_pointer (&failure->message, g_free);
  g_free (failure);
}

/**
 * tl_import_failure_dup_name:
 * @failure: a failure
 *
 * Returns: (transfer full): the name of the file, and of the part of it, for people
 */
char *
tl_import_failure_dup_name (const TlImportFailure *failure)
{
  g_autofree char *base = tl_link_is_file (failure->file) ? NULL : g_file_get_basename (failure->file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_file_get_uri (failure->file);

  if (failure->part == NULL)
    return g_steal_pointer (&name);
  /* Translators: the name of a file, and of a part of it: "bulletins.zip › march/2.html" */
  return g_strdup_printf (_("%s › %s"), name, failure->part);
}

/**
 * tl_import_progress_init:
 * @progress: (out caller-allocates): progress
 * @n_found: how many files were found until now
 * @fraction: which part is done by now
 *
 * Makes it tell that nothing happened since.
 */
void
tl_import_progress_init (TlImportProgress *progress,
                         guint             n_found,
                         double            fraction)
{
  *progress = (TlImportProgress) {
    .added = g_array_new (FALSE, FALSE, sizeof (TlArticleKey)),
    .failures = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_failure_free),
    .moves = g_array_new (FALSE, FALSE, sizeof (TlMove)),
    .tables = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .n_found = n_found,
    .fraction = fraction,
  };
}

/**
 * tl_import_progress_clear:
 * @progress: progress
 *
 * Frees what it holds.
 */
void
tl_import_progress_clear (TlImportProgress *progress)
{
  g_clear_pointer (&progress->added, g_array_unref);
  g_clear_pointer (&progress->failures, g_ptr_array_unref);
  g_clear_pointer (&progress->moves, g_array_unref);
  g_clear_pointer (&progress->tables, g_array_unref);
  g_clear_pointer (&progress->site, g_free);
}
