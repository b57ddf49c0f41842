/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reading a file without trusting it: it may be a pipe that never ends, a device, a
 * disk image, or be replaced by one of these while it is opened.
 */

#include "tl-document.h"

#include "tl-delivery.h"
#include "tl-download.h"
#include "tl-format.h"
#include "tl-link.h"
#include "tl-memory-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_SIZE (64 * 1024)

static gboolean
fail_not_regular (gboolean   is_folder,
                  GError   **error)
{
  if (is_folder)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                         _("This is a folder, not a file"));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                         _("This is a device or a pipe, not a file"));
  return FALSE;
}

static gboolean
fail_with_errno (int      code,
                 GError **error)
{
  const char *message;

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      message = _("The file is not there");
      break;
    case EACCES:
    case EPERM:
      message = _("You have no permission to read the file");
      break;
    case ELOOP:
      message = _("The link leads back to itself");
      break;
    case EISDIR:
      message = _("This is a folder, not a file");
      break;
    default:
      message = g_strerror (code);
      break;
    }
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), message);
  return FALSE;
}

/* Reads one chunk of @size bytes at most; 0 bytes at the end. */
static gboolean
read_chunk (int            fd,
            GByteArray    *bytes,
            guint          size,
            gsize         *n_read,
            GCancellable  *cancellable,
            GError       **error)
{
  guint length = bytes->len;
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_byte_array_set_size (bytes, length + size);
  do
    n = read (fd, bytes->data + length, size);
  while (n < 0 && errno == EINTR);
  g_byte_array_set_size (bytes, length + (guint) MAX (n, 0));
  *n_read = (gsize) MAX (n, 0);
  return n >= 0 || fail_with_errno (errno, error);
}

/* Reads to the end, whatever size was announced: a file of /proc announces none. */
static gboolean
read_rest (int            fd,
           GByteArray    *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  gsize n;

  do
    {
      if (!read_chunk (fd, bytes, CHUNK_SIZE, &n, cancellable, error) ||
          !tl_document_check_size (bytes->len, TL_DOCUMENT_MAX_SIZE, error))
        return FALSE;
    }
  while (n > 0);
  return TRUE;
}

/* The first chunk tells what the file is, and whether it has to be in memory.  That of a small
 * file is no larger than it and one byte more, by whose absence its end is known: memory for a
 * whole chunk costs more than reading an article into it. */
static gboolean
read_descriptor (int            fd,
                 guint64        size,
                 GByteArray    *bytes,
                 TlPart        *part,
                 TlDelivery    *delivery,
                 GCancellable  *cancellable,
                 GError       **error)
{
  guint chunk = size > 0 && size < CHUNK_SIZE ? (guint) size + 1 : CHUNK_SIZE;
  gsize n;

  if (!read_chunk (fd, bytes, chunk, &n, cancellable, error))
    return FALSE;
  if ((tl_delivery_wants (delivery, part->name, bytes->data, bytes->len) ||
       tl_format_is_piecewise (bytes->data, bytes->len)) &&
      lseek (fd, 0, SEEK_SET) == 0)
    part->fd = fd;
  else if (!tl_document_check_size (size, TL_DOCUMENT_MAX_SIZE, error) ||
           (n > 0 && n != size && !read_rest (fd, bytes, cancellable, error)))
    return FALSE;
  part->data = bytes->data;
  part->length = bytes->len;
  return TRUE;
}

/* Asked before opening, because opening alone can wake a device; and asked of what was
 * opened, because it may have been replaced in between. */
static int
open_path (const char  *path,
           guint64     *size,
           GError     **error)
{
  struct stat info;
  int fd;

  if (stat (path, &info) != 0)
    return fail_with_errno (errno, error), -1;
  if (!S_ISREG (info.st_mode))
    return fail_not_regular (S_ISDIR (info.st_mode), error), -1;

  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return fail_with_errno (errno, error), -1;

  if (fstat (fd, &info) != 0)
    fail_with_errno (errno, error);
  else if (!S_ISREG (info.st_mode))
    fail_not_regular (S_ISDIR (info.st_mode), error);
  else
    {
      *size = (guint64) info.st_size;
      return fd;
    }
  close (fd);
  return -1;
}

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
load_path (const char    *path,
           TlPart        *part,
           TlDelivery    *delivery,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint64 size = 0;
  int fd = open_path (path, &size, error);
  gboolean succeeded;

  if (fd < 0)
    return FALSE;
  succeeded = read_descriptor (fd, size, bytes, part, delivery, cancellable, error) &&
              tl_delivery_run (delivery, part, error);
  close (fd);
  return succeeded;
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
    return fail_not_regular (type == G_FILE_TYPE_DIRECTORY, error);
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

static gboolean
load_remote (GFile             *file,
             TlPart            *part,
             TlDocumentFields  *facts,
             TlDelivery        *delivery,
             GCancellable      *cancellable,
             GError           **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();

  if (!read_remote (file, bytes, facts, cancellable, error))
    return FALSE;
  part->data = bytes->data;
  part->length = bytes->len;
  return tl_delivery_run (delivery, part, error);
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
  g_autoptr(TlDelivery) delivery = tl_delivery_new (part->name, uri, cancellable, func, user_data);
  g_auto(TlDocumentFields) facts = { NULL };
  TlPart whole = *part;

  if (!tl_document_check_size (g_bytes_get_size (bytes), TL_DOCUMENT_MAX_SIZE, error))
    return FALSE;
  tl_document_fields_set (&facts, TL_FACT_URL, address, TL_PROVENANCE_GIVEN);
  whole.data = g_bytes_get_data (bytes, &whole.length);
  whole.facts = &facts;
  return tl_delivery_run (delivery, &whole, error);
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
  g_autoptr(TlDelivery) delivery = tl_delivery_new (name, uri, cancellable, func, user_data);
  g_auto(TlDocumentFields) facts = { NULL };
  TlPart part = TL_PART_INIT;
  const char *path = g_file_peek_path (file);

  tl_delivery_set_claim (delivery, claim);
  part.name = name;
  part.facts = &facts;
  if (path == NULL)
    return load_remote (file, &part, &facts, delivery, cancellable, error);
  ask_for_download (file, &facts, cancellable);
  return load_path (path, &part, delivery, cancellable, error);
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
