/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The threads of an import that read: files, links, and exported libraries. */

#include "tl-import-job-private.h"

#include <glib/gi18n-lib.h>

#include "tl-export-read.h"
#include "tl-link.h"
#include "tl-reading-pack.h"

/* So many acts of decisions wait together to be stored. */
#define BATCH_ACTS 256

/* Which part of a link's work is done when the page is there. */
#define FETCHED_SHARE 0.9

/* What a remote file system says is not meant for people; a local file's errors are the
 * document reader's, in plain words. */
static char *
describe_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_("The file is not there"));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup (_("You have no permission to read the file"));
  return g_strdup (error->message);
}

/*
 * Reading:
 * @result: (nullable): what the file brought last, until it is known whether more comes
 * @number: the place of the file
 * @file: the file
 * @tables: (nullable): what it brought of tables of official figures, until it is at its end
 * @before: which part of the walk is done before it
 * @after: which part of the walk is done with it
 *
 * A file that is being read.
 */
typedef struct
{
  TlImportJob    *job;
  TlImportResult *result;
  guint64         number;
  GFile          *file;
  GPtrArray      *tables;
  double          before;
  double          after;
} Reading;

static TlImportResult *
make_result (const Reading *reading,
             double         progress)
{
  TlImportResult *result = g_new0 (TlImportResult, 1);

  result->number = reading->number;
  result->file = g_object_ref (reading->file);
  result->fraction = reading->before + (reading->after - reading->before) * progress;
  return result;
}

/* Returns the next file to read, its first result where it is not read; FALSE at the end. */
static gboolean
next_file (TlImportJob *self,
           Reading     *reading)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->walk_lock);
  TlFileStep step;

  if (!tl_file_walk_next (self->walk, self->cancellable, &step))
    return FALSE;

  *reading = (Reading) {
    .job = self,
    .number = self->next_number++,
    .file = g_object_ref (step.file),
    .before = self->walk_fraction,
    .after = step.fraction,
  };
  self->walk_fraction = step.fraction;
  if (step.refusal != NULL)
    {
      reading->result = make_result (reading, 1);
      reading->result->message = g_strdup (step.refusal);
      reading->result->is_duplicate = step.is_duplicate;
    }
  return TRUE;
}

static guint
count_found (TlImportJob *self,
             guint        n_more)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->walk_lock);

  self->n_parts += n_more;
  return tl_file_walk_get_n_found (self->walk) + self->n_parts;
}

/* Passes on what the file brought last. */
static gboolean
push_result (Reading  *reading,
             gboolean  is_last)
{
  TlImportResult *result = g_steal_pointer (&reading->result);

  if (result == NULL)
    result = make_result (reading, 1);
  result->is_last = is_last;
  if (is_last)
    result->fraction = reading->after;
  result->n_found = count_found (reading->job, is_last ? 0 : 1);
  return tl_import_queue_push (reading->job->queue, result);
}

/* What can be made of an article here, the thread that stores need not make. */
static void
take_article (TlImportResult *result,
              TlArticle      *article)
{
  result->article = g_object_ref (article);
  result->print = tl_copy_print_new (tl_article_get_text (article));
  result->words = tl_search_words_new (article);
  result->packed = tl_reading_pack (article);
}

static gboolean
take_news_cb (const TlArticleNews *news,
              gpointer             user_data)
{
  Reading *reading = user_data;

  if (reading->result != NULL && !push_result (reading, FALSE))
    return FALSE;
  reading->result = make_result (reading, news->progress);
  reading->result->part = g_strdup (news->part);
  if (news->official != NULL)
    reading->result->official = g_array_ref (news->official);
  else if (news->article != NULL)
    take_article (reading->result, news->article);
  else
    reading->result->message = describe_error (news->failure);
  return !g_cancellable_is_cancelled (reading->job->cancellable);
}

/* The file's own error comes behind what could be read of it. */
static void
take_error (Reading      *reading,
            const GError *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reading->result != NULL)
    push_result (reading, FALSE);
  reading->result = make_result (reading, 1);
  reading->result->message = describe_error (error);
}

/* ---- links ---- */

/* Says which page is being fetched; %NULL: it is no longer. */
static void
tell_fetching (Reading    *reading,
               const char *site,
               guint64     n_bytes,
               guint64     n_total)
{
  TlImportJob *self = reading->job;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->progress_lock);
  TlImportProgress *progress = &self->progress;

  /* Of several, the one that spoke last is shown. */
  if (site == NULL && self->fetching != reading->number)
    return;
  self->fetching = reading->number;
  g_free (progress->site);
  progress->site = g_strdup (site);
  progress->n_bytes = n_bytes;
  if (n_total > 0)
    {
      double done = MIN (1.0, (double) n_bytes / (double) n_total);
      double fraction = reading->before + (reading->after - reading->before) * done * FETCHED_SHARE;

      progress->fraction = MAX (progress->fraction, fraction);
    }
  self->has_progress = TRUE;
}

typedef struct
{
  Reading *reading;
  char    *site;                /* owned */
} Fetching;

static void
fetch_progress_cb (guint64  n_bytes,
                   guint64  n_total,
                   gpointer user_data)
{
  Fetching *fetching = user_data;

  tell_fetching (fetching->reading, fetching->site, n_bytes, n_total);
}

/* The site as people write it. */
static char *
dup_site (const char *link)
{
  g_autoptr(GUri) uri = tl_link_parse (NULL, link);
  char *site = uri != NULL ? g_hostname_to_unicode (g_uri_get_host (uri)) : NULL;

  return site != NULL ? site : g_strdup (link);
}

static gboolean
read_link (Reading  *reading,
           GError  **error)
{
  g_autofree char *link = g_file_get_uri (reading->file);
  g_autofree char *site = dup_site (link);
  Fetching fetching = { reading, site };
  gboolean succeeded;

  tell_fetching (reading, site, 0, 0);
  succeeded = tl_articles_fetch (link, reading->job->rules, fetch_progress_cb, &fetching,
                                 reading->job->cancellable, take_news_cb, reading, error);
  tell_fetching (reading, NULL, 0, 0);
  return succeeded;
}

/* ---- exported libraries ---- */

/* Decisions go along with what came last, so that they are stored behind all articles. */
static gboolean
take_act (Reading      *reading,
          TlExportLine *line,
          double        progress)
{
  g_autoptr(TlExportLine) act = line;

  if (reading->result != NULL && reading->result->acts != NULL &&
      reading->result->acts->len >= BATCH_ACTS && !push_result (reading, FALSE))
    return FALSE;
  if (reading->result == NULL)
    reading->result = make_result (reading, progress);
  if (reading->result->acts == NULL)
    reading->result->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_line_free);
  g_ptr_array_add (reading->result->acts, g_steal_pointer (&act));
  return TRUE;
}

/* Of the table that the line is of; lines of one table need not stand together. */
static TlImportResult *
get_table (Reading            *reading,
           const TlExportLine *line,
           double              progress)
{
  const TlOfficialValue *first = &g_array_index (line->official, TlOfficialValue, 0);
  const char *name = line->table != NULL ? line->table : "";
  TlImportResult *table;

  if (reading->tables == NULL)
    reading->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_import_result_free);
  for (guint i = reading->tables->len; i > 0; i--)
    {
      table = reading->tables->pdata[i - 1];
      if (g_str_equal (table->official_name, name) && table->official_added == line->table_added &&
          g_array_index (table->official, TlOfficialValue, 0).source == first->source)
        return table;
    }
  table = make_result (reading, progress);
  table->official = g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));
  table->official_name = g_strdup (name);
  table->official_added = line->table_added;
  g_ptr_array_add (reading->tables, table);
  return table;
}

static void
take_official (Reading            *reading,
               const TlExportLine *line,
               double              progress)
{
  TlImportResult *table = get_table (reading, line, progress);

  g_array_append_vals (table->official, line->official->data, line->official->len);
}

/* Passes on what was gathered of tables. */
static void
push_tables (Reading *reading)
{
  while (reading->tables != NULL && reading->tables->len > 0)
    {
      if (reading->result != NULL)
        push_result (reading, FALSE);
      reading->result = g_ptr_array_steal_index (reading->tables, 0);
    }
  g_clear_pointer (&reading->tables, g_ptr_array_unref);
}

static gboolean
take_line_cb (const TlExportNews *news,
              gpointer            user_data)
{
  Reading *reading = user_data;
  g_autoptr(TlExportLine) line = news->line;
  g_autofree char *number = NULL;
  TlImportResult *result;

  if (g_cancellable_is_cancelled (reading->job->cancellable))
    return FALSE;
  if (line != NULL && line->kind == TL_EXPORT_LINE_ACT)
    return take_act (reading, g_steal_pointer (&line), news->progress);
  if (line != NULL && line->kind == TL_EXPORT_LINE_OFFICIAL)
    {
      take_official (reading, line, news->progress);
      return TRUE;
    }
  if (reading->result != NULL && !push_result (reading, FALSE))
    return FALSE;
  result = reading->result = make_result (reading, news->progress);
  if (line != NULL)
    {
      take_article (result, line->article);
      result->line = g_steal_pointer (&line);
      return TRUE;
    }
  number = g_strdup_printf ("%" G_GUINT64_FORMAT, news->number);
  /* Translators: the number of a line in a file */
  result->part = g_strdup_printf (_("line %s"), number);
  result->message = g_strdup (news->failure->message);
  return TRUE;
}

static gboolean
read_file (Reading  *reading,
           GError  **error)
{
  if (reading->job->rules != NULL && tl_link_is_file (reading->file))
    return read_link (reading, error);
  if (tl_export_is (reading->file, reading->job->cancellable))
    return tl_export_read (reading->file, reading->job->cancellable, take_line_cb, reading, error);
  return tl_articles_load_with_tables (reading->file, TL_DATE_NONE, reading->job->cancellable, take_news_cb,
                                       reading, error);
}

static gpointer
read_files (gpointer data)
{
  TlImportJob *self = data;
  gboolean goes_on = TRUE;
  Reading reading;

  while (goes_on && next_file (self, &reading))
    {
      g_autoptr(GError) error = NULL;

      if (reading.result == NULL &&
          !read_file (&reading, &error))
        take_error (&reading, error);
      push_tables (&reading);
      goes_on = push_result (&reading, TRUE);
      g_object_unref (reading.file);
    }

  tl_import_queue_finish (self->queue);
  tl_import_job_free (self);
  return NULL;
}

/**
 * tl_import_readers_start:
 * @self: a job that runs
 * @readers: (out caller-allocates): its readers
 *
 * Lets them read.
 */
void
tl_import_readers_start (TlImportJob  *self,
                         GThread     **readers)
{
  for (guint i = 0; i < self->n_readers; i++)
    {
      g_atomic_ref_count_inc (&self->n_references);
      readers[i] = g_thread_new ("import-reader", read_files, self);
    }
}

/**
 * tl_import_readers_end:
 * @self: a job that runs
 * @readers: its readers
 *
 * After a cancellation nobody waits for a reader that is in the midst of a long text or of
 * somebody else's library: nothing that it brings is taken any more, and it ends at the next
 * chance.  What fetches looks at the cancellation all the time.
 */
void
tl_import_readers_end (TlImportJob  *self,
                       GThread     **readers)
{
  gboolean is_left_alone = self->rules == NULL && g_cancellable_is_cancelled (self->cancellable);

  tl_import_queue_close (self->queue);
  for (guint i = 0; i < self->n_readers; i++)
    if (is_left_alone)
      g_thread_unref (readers[i]);
    else
      g_thread_join (readers[i]);
}
