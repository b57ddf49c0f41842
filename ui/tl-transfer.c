/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reading what is dropped or pasted: files, if there are any, else the formats that are
 * wanted of what is offered, one after another.
 */

#include "tl-transfer.h"

#include "tl-document.h"
#include "tl-link.h"
#include "tl-offer.h"

#define CHUNK_SIZE (64 * 1024)

typedef struct
{
  TlOffer    *offer;            /* owned */
  GPtrArray  *types;            /* owned: char, those to be read */
  guint       next;
  GByteArray *bytes;            /* owned: of the type that is being read */
} Transfer;

static char read_tag;

static void read_next_type (GTask *task);
static void read_chunk (GTask        *task,
                        GInputStream *stream);

static void
transfer_free (gpointer data)
{
  Transfer *transfer = data;

  g_clear_pointer (&transfer->offer, tl_offer_free);
  g_clear_pointer (&transfer->types, g_ptr_array_unref);
  g_clear_pointer (&transfer->bytes, g_byte_array_unref);
  g_free (transfer);
}

/**
 * tl_transfer_get_formats:
 *
 * Returns: (transfer full): the formats in which something can be dropped
 */
GdkContentFormats *
tl_transfer_get_formats (void)
{
  static const char *const all[] = {
    "text/uri-list", "text/x-moz-url", "_NETSCAPE_URL", "text/html", "application/xhtml+xml",
    "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "TEXT", "STRING",
  };
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gdk_content_formats_builder_add_mime_type (builder, all[i]);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static GdkContentFormats *
get_formats (GObject *source)
{
  return GDK_IS_DROP (source) ? gdk_drop_get_formats (GDK_DROP (source))
                              : gdk_clipboard_get_formats (GDK_CLIPBOARD (source));
}

/* ---- one format after another ---- */

static void
finish_offer (GTask *task)
{
  Transfer *transfer = g_task_get_task_data (task);
  g_autoptr(GPtrArray) found = tl_offer_dup_files (transfer->offer);
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  if (found != NULL)
    g_list_store_splice (files, 0, 0, found->pdata, found->len);
  g_task_return_pointer (task, files, g_object_unref);
  g_object_unref (task);
}

/* What can't be read in one format may be read in another. */
static void
end_type (GTask    *task,
          gboolean  is_whole)
{
  Transfer *transfer = g_task_get_task_data (task);
  g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&transfer->bytes));

  if (is_whole && g_bytes_get_size (bytes) > 0)
    tl_offer_add (transfer->offer, g_ptr_array_index (transfer->types, transfer->next), bytes);
  transfer->next++;
  read_next_type (task);
}

static void
chunk_read_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  Transfer *transfer = g_task_get_task_data (task);
  GInputStream *stream = G_INPUT_STREAM (source_object);
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (stream, result, NULL);
  gsize length = chunk != NULL ? g_bytes_get_size (chunk) : 0;

  if (length > 0)
    g_byte_array_append (transfer->bytes, g_bytes_get_data (chunk, NULL), (guint) length);
  if (length == 0 || transfer->bytes->len > TL_DOCUMENT_MAX_SIZE)
    end_type (task, chunk != NULL && length == 0);
  else
    read_chunk (task, stream);
}

static void
read_chunk (GTask        *task,
            GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK_SIZE, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   chunk_read_cb, task);
}

static void
stream_opened_cb (GObject      *source_object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GTask *task = user_data;
  Transfer *transfer = g_task_get_task_data (task);
  g_autoptr(GInputStream) stream =
    GDK_IS_DROP (source_object)
      ? gdk_drop_read_finish (GDK_DROP (source_object), result, NULL, NULL)
      : gdk_clipboard_read_finish (GDK_CLIPBOARD (source_object), result, NULL, NULL);

  transfer->bytes = g_byte_array_new ();
  if (stream != NULL)
    read_chunk (task, stream);
  else
    end_type (task, FALSE);
}

static void
read_next_type (GTask *task)
{
  Transfer *transfer = g_task_get_task_data (task);
  gpointer source = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char *types[2] = { NULL, NULL };

  if (transfer->next == transfer->types->len || g_cancellable_is_cancelled (cancellable))
    {
      finish_offer (task);
      return;
    }
  types[0] = g_ptr_array_index (transfer->types, transfer->next);
  if (GDK_IS_DROP (source))
    gdk_drop_read_async (source, types, G_PRIORITY_DEFAULT, cancellable, stream_opened_cb, task);
  else
    gdk_clipboard_read_async (source, types, G_PRIORITY_DEFAULT, cancellable, stream_opened_cb, task);
}

static void
read_offer (GTask *task)
{
  Transfer *transfer = g_task_get_task_data (task);
  GdkContentFormats *formats = get_formats (g_task_get_source_object (task));
  const char *const *offered = gdk_content_formats_get_mime_types (formats, NULL);
  const char *const none[] = { NULL };

  transfer->offer = tl_offer_new ();
  transfer->types = tl_offer_dup_types (offered != NULL ? offered : none);
  read_next_type (task);
}

/* ---- files ---- */

/* A browser offers a link as a list with an address of the web in it; whether that is
 * meant is told from what else there is. */
static GListModel *
make_model (GSList *list)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);
  gboolean has_files = FALSE;

  for (GSList *link = list; link != NULL; link = link->next)
    {
      has_files = has_files || !tl_link_is_file (link->data);
      g_list_store_append (files, link->data);
    }
  if (!has_files)
    g_clear_object (&files);
  return G_LIST_MODEL (files);
}

static void
files_read_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  const GValue *value =
    GDK_IS_DROP (source_object)
      ? gdk_drop_read_value_finish (GDK_DROP (source_object), result, NULL)
      : gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source_object), result, NULL);
  GListModel *files = value != NULL ? make_model (g_value_get_boxed (value)) : NULL;

  if (files == NULL)
    {
      read_offer (task);
      return;
    }
  g_task_return_pointer (task, files, g_object_unref);
  g_object_unref (task);
}

/* Files are taken as GDK has them, and never from the names in a list of addresses: in a
 * sandbox they have other names, which the portal tells. */
static gboolean
has_files (GdkContentFormats *formats)
{
  g_autoptr(GdkContentFormats) all =
    gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (formats));

  return gdk_content_formats_contain_gtype (all, GDK_TYPE_FILE_LIST);
}

/**
 * tl_transfer_read_async:
 * @source: a #GdkDrop or a #GdkClipboard
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads what is dropped or pasted.
 */
void
tl_transfer_read_async (GObject             *source,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  g_autofree char *offered = gdk_content_formats_to_string (get_formats (source));

  g_debug ("offered: %s", offered);
  g_task_set_source_tag (task, &read_tag);
  g_task_set_task_data (task, g_new0 (Transfer, 1), transfer_free);
  if (!has_files (get_formats (source)))
    read_offer (task);
  else if (GDK_IS_DROP (source))
    gdk_drop_read_value_async (GDK_DROP (source), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, cancellable,
                               files_read_cb, task);
  else
    gdk_clipboard_read_value_async (GDK_CLIPBOARD (source), GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                    cancellable, files_read_cb, task);
}

/**
 * tl_transfer_read_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a list of #GFile: files, links, a selection; empty
 *   where there is nothing to import
 */
GListModel *
tl_transfer_read_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, &read_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
