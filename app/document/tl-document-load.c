/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reading a file without trusting it: it may be a pipe that never ends, a device, a
 * disk image, or be replaced by one of these while it is opened.
 */

#include "tl-document.h"

#include "tl-document-private.h"

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

/* Reads to the end, whatever size was announced: a file of /proc announces none. */
static gboolean
read_descriptor (int            fd,
                 GByteArray    *bytes,
                 GCancellable  *cancellable,
                 GError       **error)
{
  for (;;)
    {
      guint length = bytes->len;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_byte_array_set_size (bytes, length + CHUNK_SIZE);
      n = read (fd, bytes->data + length, CHUNK_SIZE);
      g_byte_array_set_size (bytes, length + (guint) MAX (n, 0));
      if (n == 0)
        return TRUE;
      if (n < 0 && errno != EINTR)
        return fail_with_errno (errno, error);
      if (!tl_document_check_size (bytes->len, TL_DOCUMENT_MAX_SIZE, error))
        return FALSE;
    }
}

/* Asked before opening, because opening alone can wake a device; and asked of what was
 * opened, because it may have been replaced in between. */
static gboolean
read_path (const char    *path,
           GByteArray    *bytes,
           GCancellable  *cancellable,
           GError       **error)
{
  struct stat info;
  gboolean done;
  int fd;

  if (stat (path, &info) != 0)
    return fail_with_errno (errno, error);
  if (!S_ISREG (info.st_mode))
    return fail_not_regular (S_ISDIR (info.st_mode), error);

  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return fail_with_errno (errno, error);

  if (fstat (fd, &info) != 0)
    done = fail_with_errno (errno, error);
  else if (!S_ISREG (info.st_mode))
    done = fail_not_regular (S_ISDIR (info.st_mode), error);
  else
    done = tl_document_check_size ((guint64) info.st_size, TL_DOCUMENT_MAX_SIZE, error) &&
           read_descriptor (fd, bytes, cancellable, error);
  close (fd);
  return done;
}

static gboolean
read_remote (GFile         *file,
             GByteArray    *bytes,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GFileInputStream) stream = NULL;
  GFileType type;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
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

/**
 * tl_document_load:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Reads a file and finds out what it is by its content, whatever its name says.  Blocks
 * while it reads, so it belongs in a thread; it never waits for a pipe or a device.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL when the file is none or
 *   can't be read
 */
TlDocument *
tl_document_load (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *uri = NULL;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  path = g_file_peek_path (file);
  if (path != NULL ? !read_path (path, bytes, cancellable, error)
                   : !read_remote (file, bytes, cancellable, error))
    return NULL;

  base = g_file_get_basename (file);
  uri = g_file_get_uri (file);
  name = base != NULL ? g_filename_display_name (base) : g_strdup (uri);
  return tl_document_new_named (name, uri, bytes->data, bytes->len, error);
}
