/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-packed.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_SIZE (64 * 1024)

struct _TlPacked
{
  struct archive *archive;      /* owned */
  TlDelivery     *delivery;
  const guint8   *data;         /* where the part is in memory */
  int             fd;           /* -1 where it is */
  gint64          size;
  gint64          position;
  guint8         *block;        /* owned: what was read of @fd */
};

/*
 * Names inside archives are made UTF-8 only where the locale says so: without this, what
 * a program started by cron reads would have other names than what a window does.
 */
static locale_t
get_names_locale (void)
{
  static locale_t names;
  static gsize is_ready;

  if (g_once_init_enter (&is_ready))
    {
      names = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t) 0);
      g_once_init_leave (&is_ready, 1);
    }
  return names;
}

static locale_t
use_names_locale (void)
{
  locale_t names = get_names_locale ();

  return names != (locale_t) 0 ? uselocale (names) : (locale_t) 0;
}

static void
leave_names_locale (locale_t before)
{
  if (before != (locale_t) 0)
    uselocale (before);
}

static void
note_progress (TlPacked *self)
{
  if (self->size > 0)
    tl_delivery_set_progress (self->delivery, (double) self->position / (double) self->size);
}

/* Here it is asked whether to go on at all: libarchive may read long for one answer. */
static la_ssize_t
read_cb (struct archive *archive,
         void           *user_data,
         const void    **buffer)
{
  TlPacked *self = user_data;
  gint64 n = MIN (self->size - self->position, BLOCK_SIZE);

  if (g_cancellable_is_cancelled (tl_delivery_get_cancellable (self->delivery)))
    {
      archive_set_error (archive, ECANCELED, "cancelled");
      return -1;
    }
  if (self->fd < 0)
    *buffer = self->data + self->position;
  else
    {
      do
        n = pread (self->fd, self->block, BLOCK_SIZE, self->position);
      while (n < 0 && errno == EINTR);
      if (n < 0)
        {
          archive_set_error (archive, errno, "%s", g_strerror (errno));
          return -1;
        }
      *buffer = self->block;
    }
  self->position += n;
  note_progress (self);
  tl_delivery_tick (self->delivery);
  return n;
}

static la_int64_t
seek_cb (struct archive *archive,
         void           *user_data,
         la_int64_t      offset,
         int             whence)
{
  TlPacked *self = user_data;
  gint64 base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->position : self->size;

  if (offset < -base || offset > self->size - base)
    {
      archive_set_error (archive, EINVAL, "there is nothing");
      return ARCHIVE_FATAL;
    }
  self->position = base + offset;
  return self->position;
}

static la_int64_t
skip_cb (struct archive *archive G_GNUC_UNUSED,
         void           *user_data,
         la_int64_t      request)
{
  TlPacked *self = user_data;
  gint64 n = CLAMP (request, 0, self->size - self->position);

  self->position += n;
  return n;
}

typedef int (*Support) (struct archive *archive);

/* libarchive starts programs for what it was built without: this is not done here. */
static gboolean
is_built_in (Support support)
{
  struct archive *probe = archive_read_new ();
  gboolean is = support (probe) == ARCHIVE_OK;

  archive_read_free (probe);
  return is;
}

static void
support_filters (struct archive *archive)
{
  static const Support filters[] = {
    archive_read_support_filter_gzip, archive_read_support_filter_bzip2,
    archive_read_support_filter_xz, archive_read_support_filter_lzma,
    archive_read_support_filter_zstd, archive_read_support_filter_lz4,
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      if (is_built_in (filters[i]))
        filters[i] (archive);
    }
}

static void
support_formats (struct archive *archive,
                 TlPackedKind    kind)
{
  if (kind == TL_PACKED_FILES)
    {
      archive_read_support_format_zip (archive);
      archive_read_support_format_tar (archive);
    }
  archive_read_support_format_raw (archive);
  archive_read_support_format_empty (archive);
}

static gint64
get_size (const TlPart *part)
{
  struct stat info;

  if (part->fd < 0)
    return (gint64) part->length;
  return fstat (part->fd, &info) == 0 ? (gint64) info.st_size : 0;
}

/**
 * tl_packed_new:
 * @part: what is packed; it has to last as long as what is made of it
 * @delivery: that is told how far it is, and whether to give up
 * @kind: what it is opened as
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Opens a packed part.  In gzip, bzip2, xz, lzma, zstd and lz4 may be a tar archive, or one
 * file: a #TL_PACKED_FILES gives that as its only entry, without a name.
 *
 * Returns: (transfer full) (nullable): the part, opened
 */
TlPacked *
tl_packed_new (const TlPart  *part,
               TlDelivery    *delivery,
               TlPackedKind   kind,
               GError       **error)
{
  g_autoptr(TlPacked) self = g_new0 (TlPacked, 1);
  locale_t before = use_names_locale ();
  int result;

  self->archive = archive_read_new ();
  self->delivery = delivery;
  self->data = part->data;
  self->fd = part->fd;
  self->size = get_size (part);
  if (self->fd >= 0)
    self->block = g_malloc (BLOCK_SIZE);

  support_filters (self->archive);
  support_formats (self->archive, kind);
  archive_read_set_callback_data (self->archive, self);
  archive_read_set_read_callback (self->archive, read_cb);
  archive_read_set_seek_callback (self->archive, seek_cb);
  archive_read_set_skip_callback (self->archive, skip_cb);
  result = archive_read_open1 (self->archive);
  leave_names_locale (before);
  if (result >= ARCHIVE_WARN)
    return g_steal_pointer (&self);
  tl_packed_fail (self, error);
  return NULL;
}

/**
 * tl_packed_free:
 * @self: (transfer full): a packed part
 */
void
tl_packed_free (TlPacked *self)
{
  archive_read_free (self->archive);
  g_free (self->block);
  g_free (self);
}

/**
 * tl_packed_get_archive:
 * @self: a packed part
 *
 * Returns: (transfer none): what libarchive knows of it
 */
struct archive *
tl_packed_get_archive (TlPacked *self)
{
  return self->archive;
}

/**
 * tl_packed_fail:
 * @self: a packed part
 * @error: return location for what libarchive could not do
 *
 * Returns: %FALSE
 */
gboolean
tl_packed_fail (TlPacked  *self,
                GError   **error)
{
  const char *why = archive_error_string (self->archive);

  if (g_cancellable_set_error_if_cancelled (tl_delivery_get_cancellable (self->delivery), error))
    return FALSE;
  /* Its words for it are the only ones that there are. */
  if (why != NULL && g_ascii_strncasecmp (why, "Truncated", strlen ("Truncated")) != 0)
    g_set_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                 _("The archive is damaged here (%s)"), why);
  else
    g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                         _("The archive is cut off here"));
  return FALSE;
}

/**
 * tl_packed_next:
 * @self: a packed part
 * @entry: (out) (nullable): the next entry; %NULL at the end
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: %FALSE when nothing more can be read
 */
gboolean
tl_packed_next (TlPacked              *self,
                struct archive_entry **entry,
                GError               **error)
{
  locale_t before = use_names_locale ();
  int result = archive_read_next_header (self->archive, entry);

  leave_names_locale (before);
  if (result == ARCHIVE_EOF)
    *entry = NULL;
  return result == ARCHIVE_EOF || result >= ARCHIVE_WARN || tl_packed_fail (self, error);
}

/**
 * tl_packed_read:
 * @self: a packed part
 * @data: (out): the next bytes of the entry, until the next call
 * @length: (out): how many; 0 at the end
 * @offset: (out) (optional): where in the entry they belong: a sparse file has gaps
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: %FALSE when the rest can't be read, or is too much
 */
gboolean
tl_packed_read (TlPacked      *self,
                const guint8 **data,
                gsize         *length,
                goffset       *offset,
                GError       **error)
{
  const void *block = NULL;
  size_t n = 0;
  la_int64_t where = 0;
  int result;

  /* An empty block is not yet the end. */
  do
    {
      result = archive_read_data_block (self->archive, &block, &n, &where);
      /* A warning here says that the bytes are not those that were packed. */
      if (result != ARCHIVE_EOF && result < ARCHIVE_OK)
        return tl_packed_fail (self, error);
      tl_delivery_tick (self->delivery);
      if (!tl_delivery_spend (self->delivery, n, error))
        return FALSE;
    }
  while (result != ARCHIVE_EOF && n == 0);
  *data = block;
  *length = result == ARCHIVE_EOF ? 0 : n;
  if (offset != NULL)
    *offset = where;
  return TRUE;
}
