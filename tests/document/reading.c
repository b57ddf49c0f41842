/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "reading.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_THREADS 4

static gboolean
hear_cb (const TlDocumentNews *news,
         gpointer              user_data)
{
  Reading *self = user_data;
  const char *part = news->part != NULL ? news->part : "-";

  g_assert_true ((news->document == NULL) != (news->failure == NULL));
  g_assert_cmpfloat (news->progress, >=, self->progress);
  g_assert_cmpfloat (news->progress, <=, 1);
  self->progress = news->progress;
  if (news->document != NULL)
    {
      const char *text = tl_document_get_text (news->document);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (tl_document_get_story (news->document), <=, strlen (text));
      g_ptr_array_add (self->documents, g_object_ref (news->document));
      g_string_append_printf (self->lines, "%s: %s\n", part, tl_document_get_title (news->document));
    }
  else
    g_string_append_printf (self->lines, "%s! %s\n", part, news->failure->message);
  return TRUE;
}

static Reading *
reading_new (void)
{
  Reading *self = g_new0 (Reading, 1);

  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_string_new (NULL);
  return self;
}

/* Reads it from memory, as a part of something else is read. */
Reading *
reading_new_for_bytes (const char *name,
                       const void *data,
                       gsize       length)
{
  Reading *self = reading_new ();
  g_autoptr(TlDelivery) delivery = tl_delivery_new (name, NULL, NULL, hear_cb, self);
  /* A copy of exactly this size: a byte read too far is noticed. */
  g_autofree guint8 *copy = g_memdup2 (data, length);
  TlPart part = { .data = copy, .length = length, .fd = -1, .name = name };
  gboolean succeeded = tl_delivery_run (delivery, &part, &self->error);

  g_assert_true (succeeded == (self->error == NULL));
  return self;
}

/* Reads it as a file. */
Reading *
reading_new_for_file (const char *name,
                      const void *data,
                      gsize       length)
{
  Reading *self = reading_new ();
  g_autofree char *folder = g_dir_make_tmp ("tradelines-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  gboolean succeeded;

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  succeeded = tl_documents_load (file, NULL, hear_cb, self, &self->error);
  g_assert_true (succeeded == (self->error == NULL));
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  return self;
}

void
reading_free (Reading *self)
{
  g_ptr_array_unref (self->documents);
  g_string_free (self->lines, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

TlDocument *
reading_get (Reading *self,
             guint    index)
{
  g_assert_cmpuint (index, <, self->documents->len);
  return g_ptr_array_index (self->documents, index);
}

/* Cuts it off at many lengths and spoils it at many places: it must be told, or read. */
void
reading_survives (const char *name,
                  const void *data,
                  gsize       length,
                  guint       n_cuts)
{
  g_autofree guint8 *copy = g_memdup2 (data, length);

  for (guint i = 0; i < n_cuts; i++)
    {
      gsize cut = length * i / n_cuts;
      guint8 before = copy[cut];
      g_autoptr(Reading) shortened = reading_new_for_bytes (name, data, cut);
      g_autoptr(Reading) spoilt = NULL;

      g_assert_true (shortened->error != NULL || shortened->lines->len > 0);
      copy[cut] = (guint8) (before ^ (1 << i % 8));
      spoilt = reading_new_for_bytes (name, copy, length);
      g_assert_true (spoilt->error != NULL || spoilt->lines->len > 0);
      copy[cut] = before;
    }
}

typedef struct
{
  const char *name;
  const void *data;
  gsize       length;
} Job;

static gpointer
read_thread (gpointer user_data)
{
  const Job *job = user_data;

  return reading_new_for_bytes (job->name, job->data, job->length);
}

/* Several at once, as an import reads. */
void
reading_in_threads (const char *name,
                    const void *data,
                    gsize       length,
                    const char *expected)
{
  Job job = { name, data, length };
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("reader", read_thread, &job);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autoptr(Reading) reading = g_thread_join (threads[i]);

      g_assert_no_error (reading->error);
      g_assert_cmpstr (reading->lines->str, ==, expected);
    }
}
