/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Reading a file without trusting it: it may be a pipe that never ends, a device, a
 * disk image, or be replaced by one of these while it is opened.
 */

#include "tl-opened-file.h"

#include "tl-format.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_SIZE (64 * 1024)

/*
 * tl_opened_file_fail_not_regular:
 * @is_folder: whether it is one
 * @error: return location for a #GIOErrorEnum
 *
 * Says that something can't be read because it is no file.
 *
 * Returns: %FALSE
 */
gboolean
tl_opened_file_fail_not_regular (gboolean   is_folder,
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

/*
 * tl_opened_file_open:
 * @path: a file
 * @error: return location for a #GIOErrorEnum
 *
 * Asked before opening, because opening alone can wake a device; and asked of what was
 * opened, because it may have been replaced in between.
 *
 * Returns: its descriptor, or -1
 */
int
tl_opened_file_open (const char  *path,
                     GError     **error)
{
  struct stat info;
  int fd;

  if (stat (path, &info) != 0)
    return fail_with_errno (errno, error), -1;
  if (!S_ISREG (info.st_mode))
    return tl_opened_file_fail_not_regular (S_ISDIR (info.st_mode), error), -1;

  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return fail_with_errno (errno, error), -1;

  if (fstat (fd, &info) != 0)
    fail_with_errno (errno, error);
  else if (!S_ISREG (info.st_mode))
    tl_opened_file_fail_not_regular (S_ISDIR (info.st_mode), error);
  else
    return fd;
  close (fd);
  return -1;
}

/* What a file of /proc announces, or a descriptor of memory. */
static guint64
get_size (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 ? (guint64) info.st_size : 0;
}

/*
 * tl_opened_file_start:
 * @fd: a file, at its beginning
 * @bytes: gets its first bytes
 * @cancellable: (nullable): to give up
 * @error: return location for a #GIOErrorEnum
 *
 * Reads the first chunk, which tells what the file is.  That of a small file is no larger than it
 * and one byte more, by whose absence its end is known: memory for a whole chunk costs more than
 * reading an article into it.
 *
 * Returns: whether it could be read
 */
gboolean
tl_opened_file_start (int            fd,
                      GByteArray    *bytes,
                      GCancellable  *cancellable,
                      GError       **error)
{
  guint64 size = get_size (fd);
  gsize n;

  return read_chunk (fd, bytes, size > 0 && size < CHUNK_SIZE ? (guint) size + 1 : CHUNK_SIZE, &n,
                     cancellable, error);
}

/*
 * tl_opened_file_finish:
 * @fd: a file
 * @bytes: its first bytes, gets all others
 * @cancellable: (nullable): to give up
 * @error: return location for a #GIOErrorEnum or %TL_DOCUMENT_ERROR_TOO_LARGE
 *
 * Returns: whether all of it is in memory
 */
gboolean
tl_opened_file_finish (int            fd,
                       GByteArray    *bytes,
                       GCancellable  *cancellable,
                       GError       **error)
{
  guint64 size = get_size (fd);

  return tl_document_check_size (size, TL_DOCUMENT_MAX_SIZE, error) &&
         (bytes->len == 0 || bytes->len == size || read_rest (fd, bytes, cancellable, error));
}

/*
 * tl_opened_file_run:
 * @fd: a file
 * @bytes: what tl_opened_file_start() or tl_opened_file_finish() read of it
 * @part: what is known of it, but for its bytes
 * @delivery: where its documents go
 * @cancellable: (nullable): to give up
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Reads it here, in this process.  The first bytes tell whether it has to be in memory.
 *
 * Returns: whether there is something in it, and it could be read to its end
 */
gboolean
tl_opened_file_run (int            fd,
                    GByteArray    *bytes,
                    const TlPart  *part,
                    TlDelivery    *delivery,
                    GCancellable  *cancellable,
                    GError       **error)
{
  TlPart whole = *part;

  if ((tl_delivery_wants (delivery, part->name, bytes->data, bytes->len) ||
       tl_format_is_piecewise (bytes->data, bytes->len)) &&
      lseek (fd, 0, SEEK_SET) == 0)
    whole.fd = fd;
  else if (!tl_opened_file_finish (fd, bytes, cancellable, error))
    return FALSE;
  whole.data = bytes->data;
  whole.length = bytes->len;
  return tl_delivery_run (delivery, &whole, error);
}
