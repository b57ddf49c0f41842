/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Finds who reads a file: what has to be taken apart is read by a helper process (tl-helper-read),
 * a table by who asked, and what is plain text here, where it costs least.
 */

#define _GNU_SOURCE             /* memfd_create (), seals */

#include "tl-document.h"

#include "tl-delivery.h"
#include "tl-download.h"
#include "tl-format.h"
#include "tl-helper-read.h"
#include "tl-link.h"
#include "tl-memory-file.h"
#include "tl-opened-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/mman.h>
#include <unistd.h>

#define CHUNK_SIZE (64 * 1024)

/* Where a file was downloaded from stands in where its own words do not tell its address. */
static void
take_download (GFileInfo        *info,
               TlDocumentFields *facts)
{
  tl_document_fields_take (facts, TL_FACT_URL, tl_download_dup_address (info), TL_PROVENANCE_DOWNLOAD);
}

static void
ask_for_download (GFile            *file,
                  TlDocumentFields *facts,
                  GCancellable     *cancellable)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, TL_DOWNLOAD_ATTRIBUTES, G_FILE_QUERY_INFO_NONE,
                                                 cancellable, NULL);

  if (info != NULL)
    take_download (info, facts);
}

static gboolean
read_remote (GFile             *file,
             GByteArray        *bytes,
             TlDocumentFields  *facts,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  GFileType type;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE ","
                            TL_DOWNLOAD_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  take_download (info, facts);
  type = g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_STANDARD_TYPE);
  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    return tl_opened_file_fail_not_regular (type == G_FILE_TYPE_DIRECTORY, error);
  if (!tl_document_check_size (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE),
                               TL_DOCUMENT_MAX_SIZE, error))
    return FALSE;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return FALSE;
  for (;;)
    {
      guint length = bytes->len;
      gssize n;

      g_byte_array_set_size (bytes, length + CHUNK_SIZE);
      n = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + length, CHUNK_SIZE, cancellable, error);
      g_byte_array_set_size (bytes, length + (guint) MAX (n, 0));
      if (n <= 0)
        return n == 0;
      if (!tl_document_check_size (bytes->len, TL_DOCUMENT_MAX_SIZE, error))
        return FALSE;
    }
}

/*
 * Reading:
 * @part: what is known of a file, but for its bytes
 * @uri: (nullable): where it is
 *
 * What is to be read for whom.
 */
typedef struct
{
  TlPart          part;
  const char     *uri;
  const TlClaim  *claim;
  GCancellable   *cancellable;
  TlDocumentFunc  func;
  gpointer        user_data;
} Reading;

static TlDelivery *
make_delivery (const Reading *reading)
{
  TlDelivery *delivery = tl_delivery_new (reading->part.name, reading->uri, reading->cancellable,
                                          reading->func, reading->user_data);

  tl_delivery_set_claim (delivery, reading->claim);
  return delivery;
}

static TlFormatRisk
get_risk (const Reading *reading,
          const guint8  *data,
          gsize          length)
{
  if (reading->claim != NULL && reading->claim->wants (reading->part.name, data, length))
    return TL_FORMAT_RISK_NONE;
  return tl_format_get_risk (data, length, reading->part.media_type);
}

/* Plain text in UTF-8 is only looked at, as the text of each article is afterwards: for it a helper
 * would cost more than it could save. */
static TlHelper *
take_helper (TlFormatRisk  risk,
             const guint8 *data,
             gsize         length)
{
  if (risk == TL_FORMAT_RISK_NONE ||
      (risk == TL_FORMAT_RISK_TEXT && g_utf8_validate_len ((const char *) data, length, NULL)))
    return NULL;
  return tl_helper_take ();
}

static gboolean
ask_helper (const Reading  *reading,
            TlHelper       *helper,
            int             fd,
            GError        **error)
{
  return tl_helper_read (helper, fd, &reading->part, reading->uri, reading->claim, reading->cancellable,
                         reading->func, reading->user_data, error);
}

/* ---- files ---- */

static gboolean
run_opened (const Reading  *reading,
            int             fd,
            GError        **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(TlDelivery) delivery = NULL;
  TlFormatRisk risk;
  TlHelper *helper;

  if (!tl_opened_file_start (fd, bytes, reading->cancellable, error))
    return FALSE;
  risk = get_risk (reading, bytes->data, bytes->len);
  if (risk == TL_FORMAT_RISK_TEXT && !tl_opened_file_finish (fd, bytes, reading->cancellable, error))
    return FALSE;
  helper = take_helper (risk, bytes->data, bytes->len);
  if (helper != NULL)
    return ask_helper (reading, helper, fd, error);
  delivery = make_delivery (reading);
  return tl_opened_file_run (fd, bytes, &reading->part, delivery, reading->cancellable, error);
}

static gboolean
load_path (const Reading  *reading,
           const char     *path,
           GError        **error)
{
  int fd = tl_opened_file_open (path, error);
  gboolean succeeded;

  if (fd < 0)
    return FALSE;
  succeeded = run_opened (reading, fd, error);
  close (fd);
  return succeeded;
}

/* ---- what is in memory ---- */

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

/* A file without a name, which nobody can change any more. */
static int
open_memory (const guint8  *data,
             gsize          length,
             GError       **error)
{
  int fd = memfd_create ("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd >= 0 && write_all (fd, data, length) &&
      fcntl (fd, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) == 0)
    return fd;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
run_bytes (const Reading  *reading,
           const guint8   *data,
           gsize           length,
           GError        **error)
{
  g_autoptr(TlDelivery) delivery = NULL;
  TlPart whole = reading->part;
  TlHelper *helper = take_helper (get_risk (reading, data, length), data, length);
  gboolean succeeded;
  int fd;

  if (helper != NULL)
    {
      fd = open_memory (data, length, error);
      if (fd < 0)
        {
          tl_helper_give_back (helper);
          return FALSE;
        }
      succeeded = ask_helper (reading, helper, fd, error);
      close (fd);
      return succeeded;
    }
  delivery = make_delivery (reading);
  whole.data = data;
  whole.length = length;
  return tl_delivery_run (delivery, &whole, error);
}

static gboolean
load_remote (const Reading     *reading,
             GFile             *file,
             TlDocumentFields  *facts,
             GError           **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  return read_remote (file, bytes, facts, reading->cancellable, error) &&
         run_bytes (reading, bytes->data, bytes->len, error);
}

/*
 * tl_documents_load_bytes:
 * @bytes: what to read
 * @part: what is known of it, but for the bytes
 * @uri: (nullable): where it is
 * @address: (nullable): its address in the web, where its own words do not tell one
 * @cancellable: (nullable): to give up
 * @func: called for each document
 * @user_data: for @func
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * As tl_documents_load(), for what is in memory.
 *
 * Returns: %FALSE when it is no document, or could not be read to its end
 */
gboolean
tl_documents_load_bytes (GBytes          *bytes,
                         const TlPart    *part,
                         const char      *uri,
                         const char      *address,
                         GCancellable    *cancellable,
                         TlDocumentFunc   func,
                         gpointer         user_data,
                         GError         **error)
{
  Reading reading = { *part, uri, NULL, cancellable, func, user_data };
  g_auto(TlDocumentFields) facts = { NULL };

  if (!tl_document_check_size (g_bytes_get_size (bytes), TL_DOCUMENT_MAX_SIZE, error))
    return FALSE;
  tl_document_fields_set (&facts, TL_FACT_URL, address, TL_PROVENANCE_GIVEN);
  reading.part.facts = &facts;
  return run_bytes (&reading, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static gboolean
load_memory (TlMemoryFile    *file,
             GCancellable    *cancellable,
             TlDocumentFunc   func,
             gpointer         user_data,
             GError         **error)
{
  TlPart part = TL_PART_INIT;

  part.name = tl_memory_file_get_name (file);
  part.media_type = tl_memory_file_get_media_type (file);
  part.charset = tl_memory_file_get_charset (file);
  return tl_documents_load_bytes (tl_memory_file_get_bytes (file), &part, NULL,
                                  tl_memory_file_get_address (file), cancellable, func, user_data,
                                  error);
}

static gboolean
load_file (GFile           *file,
           const TlClaim   *claim,
           GCancellable    *cancellable,
           TlDocumentFunc   func,
           gpointer         user_data,
           GError         **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup (uri);
  g_auto(TlDocumentFields) facts = { NULL };
  Reading reading = { TL_PART_INIT, uri, claim, cancellable, func, user_data };
  const char *path = g_file_peek_path (file);

  reading.part.name = name;
  reading.part.facts = &facts;
  if (path == NULL)
    return load_remote (&reading, file, &facts, error);
  ask_for_download (file, &facts, cancellable);
  return load_path (&reading, path, error);
}

/**
 * tl_documents_load_claiming:
 * @file: a file
 * @claim: (nullable): what the caller reads himself
 * @cancellable: (nullable): to give up
 * @func: called for each document in the file, and for each part that could not be read
 * @user_data: for @func and @claim
 * @error: return location for a #TlDocumentError, a #GIOErrorEnum or that of @claim
 *
 * As tl_documents_load(), for who reads more than documents: what @claim wants of the file, be it
 * all of it or a member of an archive, is its to read.
 *
 * Returns: %FALSE when there is nothing to take in the file, or it could not be read to its end;
 *   what was told until then is good
 */
gboolean
tl_documents_load_claiming (GFile           *file,
                            const TlClaim   *claim,
                            GCancellable    *cancellable,
                            TlDocumentFunc   func,
                            gpointer         user_data,
                            GError         **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  /* Whoever lends GIO a way into the web: it is not for reading files. */
  if (tl_link_is_file (file))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("This is a link; only one that is dropped or pasted is fetched"));
      return FALSE;
    }
  if (TL_IS_MEMORY_FILE (file))
    return load_memory (TL_MEMORY_FILE (file), cancellable, func, user_data, error);
  return load_file (file, claim, cancellable, func, user_data, error);
}

/**
 * tl_documents_load:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @func: called for each document in the file, and for each part that could not be read
 * @user_data: for @func
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Reads a file and finds out what it is by its content, whatever its name says.  Most
 * files hold one document; an archive, a mailbox or a feed holds many.  Blocks while it
 * reads, so it belongs in a thread; it never waits for a pipe or a device, and never uses
 * the network for a link.
 *
 * Returns: %FALSE when the file is no document, or could not be read to its end; what
 *   @func was told until then is good
 */
gboolean
tl_documents_load (GFile           *file,
                   GCancellable    *cancellable,
                   TlDocumentFunc   func,
                   gpointer         user_data,
                   GError         **error)
{
  return tl_documents_load_claiming (file, NULL, cancellable, func, user_data, error);
}
