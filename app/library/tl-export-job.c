/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves a library: whatever the format, the articles are chosen, gone through and written
 * here.  All is read in one transaction, so that it is the library of one moment, and an article
 * at a time, so that no number of them needs more memory. */

#include "tl-export-job.h"

#include <glib/gi18n-lib.h>

#include "tl-export-out.h"
#include "tl-figure-rows.h"
#include "tl-library.h"

/* So much is gathered before it is written. */
#define BUFFER_SIZE (64 * 1024)

static const struct
{
  const char *name;
  const char *suffix;
} formats[] = {
  [TL_EXPORT_ARTICLES] = { "jsonl", "jsonl" },
  [TL_EXPORT_FIGURES] = { "csv", "csv" },
  [TL_EXPORT_BIBTEX] = { "bibtex", "bib" },
  [TL_EXPORT_CSL_JSON] = { "csl-json", "json" },
  [TL_EXPORT_RIS] = { "ris", "ris" },
  [TL_EXPORT_TEXT] = { "text", "txt" },
};

/**
 * tl_export_format_get_name:
 * @format: a format
 *
 * Returns: what the command line calls it
 */
const char *
tl_export_format_get_name (TlExportFormat format)
{
  return formats[format].name;
}

/**
 * tl_export_format_from_name:
 * @name: what the command line calls a format
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
tl_export_format_from_name (const char     *name,
                            TlExportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, name))
      {
        *format = (TlExportFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * tl_export_format_get_suffix:
 * @format: a format
 *
 * Returns: what names of files of this format end with, without a dot
 */
const char *
tl_export_format_get_suffix (TlExportFormat format)
{
  return formats[format].suffix;
}

/* ---- for the formats ---- */

/**
 * tl_export_out_flush:
 * @self: an export
 * @error: return location for an error
 *
 * Writes what was gathered.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_out_flush (TlExportOut  *self,
                     GError      **error)
{
  gboolean succeeded = g_output_stream_write_all (self->stream, self->text->str, self->text->len,
                                                  NULL, self->cancellable, error);

  g_string_truncate (self->text, 0);
  return succeeded;
}

/**
 * tl_export_out_done:
 * @self: an export
 * @error: return location for an error
 *
 * Says that an article was dealt with.
 *
 * Returns: whether to go on
 */
gboolean
tl_export_out_done (TlExportOut  *self,
                    GError      **error)
{
  self->n_done++;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->text->len < BUFFER_SIZE)
    return TRUE;
  if (self->progress != NULL)
    self->progress (self->n_done, self->articles->len, self->user_data);
  return tl_export_out_flush (self, error);
}

/**
 * tl_export_out_damaged:
 * @self: an export
 * @id: an article
 *
 * Says that an article cannot be read, and is left out.
 */
void
tl_export_out_damaged (TlExportOut *self,
                       gint64       id)
{
  g_message ("Article %" G_GINT64_FORMAT " cannot be exported", id);
  self->outcome.n_damaged++;
}

/* ---- choosing ---- */

static TlArticleSet *
make_set (GArray *ids)
{
  TlArticleSet *set = tl_article_set_new ();

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) > 0)
      tl_article_set_add (set, g_array_index (ids, gint64, i));
  return set;
}

static gboolean
keep_chosen (TlExportOut  *self,
             GArray       *all,
             GError      **error)
{
  const TlExportChoice *choice = self->choice;
  g_autoptr(TlArticleSet) given = choice->ids != NULL ? make_set (choice->ids) : NULL;
  g_autoptr(GArray) of_pair = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TlArticleSet) with_pair = NULL;

  if (choice->partners[0] != NULL &&
      !tl_figure_rows_find_articles (self->database, choice->partners[0], choice->partners[1],
                                     of_pair, error))
    return FALSE;
  with_pair = choice->partners[0] != NULL ? make_set (of_pair) : NULL;
  for (guint i = 0; i < all->len; i++)
    {
      gint64 id = g_array_index (all, gint64, i);

      if ((given == NULL || tl_article_set_has (given, id)) &&
          (with_pair == NULL || tl_article_set_has (with_pair, id)))
        {
          g_array_append_val (self->articles, id);
          tl_article_set_add (self->chosen, id);
        }
    }
  return TRUE;
}

static gboolean
choose (TlExportOut  *self,
        GError      **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  return tl_database_select_ids (self->database, all, error,
                                 "SELECT id FROM article WHERE removed_at IS NULL ORDER BY id",
                                 "") &&
         keep_chosen (self, all, error);
}

/* ---- all of it ---- */

static gboolean
write_format (TlExportOut  *self,
              GError      **error)
{
  switch (self->choice->format)
    {
    case TL_EXPORT_ARTICLES:
      return tl_export_out_articles (self, error) && tl_export_out_decisions (self, error) &&
             tl_export_out_official (self, error);
    case TL_EXPORT_FIGURES:
      return tl_export_out_figures (self, error);
    case TL_EXPORT_BIBTEX:
    case TL_EXPORT_CSL_JSON:
    case TL_EXPORT_RIS:
    case TL_EXPORT_TEXT:
      return tl_export_out_citations (self, error);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
write_all (TlExportOut  *self,
           GError      **error)
{
  gboolean succeeded;

  if (!tl_database_execute (self->database, "BEGIN", error))
    return FALSE;
  succeeded = choose (self, error) && write_format (self, error) && tl_export_out_flush (self, error);
  tl_database_rollback (self->database);
  if (succeeded && self->progress != NULL)
    self->progress (self->articles->len, self->articles->len, self->user_data);
  return succeeded;
}

/**
 * tl_export_write:
 * @path: the file of a library that is open or was
 * @choice: what leaves it
 * @stream: where to
 * @progress: (nullable): whom to tell how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to stop soon
 * @outcome: (out) (optional): what was done
 * @error: return location for an error
 *
 * Writes articles, or what is known of them.  Takes long; it may be called in any thread.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_write (const char            *path,
                 const TlExportChoice  *choice,
                 GOutputStream         *stream,
                 TlExportProgressFunc   progress,
                 gpointer               user_data,
                 GCancellable          *cancellable,
                 TlExportResult        *outcome,
                 GError               **error)
{
  g_autoptr(TlDatabase) database = tl_database_open_again (path, error);
  g_autoptr(GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(TlArticleSet) chosen = tl_article_set_new ();
  g_autoptr(GString) text = g_string_sized_new (BUFFER_SIZE * 2);
  TlExportOut out = {
    .database = database,
    .choice = choice,
    .articles = articles,
    .chosen = chosen,
    .text = text,
    .stream = stream,
    .progress = progress,
    .user_data = user_data,
    .cancellable = cancellable,
  };

  if (database == NULL || !write_all (&out, error))
    return FALSE;
  if (outcome != NULL)
    *outcome = out.outcome;
  return TRUE;
}

/* The name of the file beside is nobody's concern. */
static void
tell_why (const GError  *reason,
          GError       **error)
{
  const char *message = reason->message;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    message = _("There is no such folder");
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    message = _("You have no permission to write in this folder");
  g_set_error_literal (error, reason->domain, reason->code, message);
}

/* A file beside the one that is wanted, with a name that nobody has. */
static GFile *
make_beside (GFile              *file,
             GFileOutputStream **stream,
             GCancellable       *cancellable,
             GError            **error)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  guint n_tries = 0;

  if (folder == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("There is no file to write to"));
      return NULL;
    }
  for (;;)
    {
      g_autoptr(GError) local_error = NULL;
      g_autofree char *other = g_strdup_printf (".%s.%08x.part", name, g_random_int ());
      g_autoptr(GFile) beside = g_file_get_child (folder, other);

      *stream = g_file_create (beside, G_FILE_CREATE_NONE, cancellable, &local_error);
      if (*stream != NULL)
        return g_steal_pointer (&beside);
      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS) || ++n_tries > 100)
        {
          tell_why (local_error, error);
          return NULL;
        }
    }
}

/**
 * tl_export_save:
 * @path: the file of a library that is open or was
 * @choice: what leaves it
 * @file: where to; a file that is there is replaced, as a whole or not at all
 * @progress: (nullable): whom to tell how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to stop soon, and leave nothing behind
 * @outcome: (out) (optional): what was done
 * @error: return location for an error
 *
 * Writes articles, or what is known of them, into a file; see tl_export_write().
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_save (const char            *path,
                const TlExportChoice  *choice,
                GFile                 *file,
                TlExportProgressFunc   progress,
                gpointer               user_data,
                GCancellable          *cancellable,
                TlExportResult        *outcome,
                GError               **error)
{
  g_autoptr(GFileOutputStream) stream = NULL;
  g_autoptr(GFile) beside = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("It is a folder"));
      return FALSE;
    }
  beside = make_beside (file, &stream, cancellable, error);
  if (beside == NULL)
    return FALSE;
  if (tl_export_write (path, choice, G_OUTPUT_STREAM (stream), progress, user_data, cancellable, outcome, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error) &&
      g_file_move (beside, file, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error))
    return TRUE;
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
  g_file_delete (beside, NULL, NULL);
  return FALSE;
}
