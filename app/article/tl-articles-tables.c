/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of official trade statistics among what articles are read from. */

#include "tl-article-private.h"

#include <glib/gi18n-lib.h>

#include "tl-helper-serve.h"
#include "tl-official-reader.h"

/* More than all goods of all countries in a year have. */
#define MAX_TABLE (G_GUINT64_CONSTANT (8) * 1024 * 1024 * 1024)

static gboolean
wants (const char   *name,
       const guint8 *data,
       gsize         length)
{
  return tl_official_recognize (name, (const char *) data, length) != TL_OFFICIAL_FILE_OTHER;
}

static gboolean
tell (const TlArticleReader  *reader,
      GArray                 *values,
      const char             *part,
      double                  progress,
      GError                **error)
{
  if (reader->func (&(TlArticleNews) { NULL, part, NULL, progress, values }, reader->user_data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Reading was stopped"));
  return FALSE;
}

static gboolean
take (const char    *name G_GNUC_UNUSED,
      const char    *part,
      double         progress,
      GInputStream  *stream,
      gpointer       user_data,
      GError       **error)
{
  const TlArticleReader *reader = user_data;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GArray) values = tl_official_read (stream, reader->cancellable, &local_error);

  if (values != NULL)
    return tell (reader, values, part, progress, error);
  /* CEPII packs its lists of codes with its tables; alone they are of no use. */
  if (part != NULL && g_error_matches (local_error, TL_OFFICIAL_ERROR, TL_OFFICIAL_ERROR_CODES))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static const TlClaim tables = { wants, take, MAX_TABLE };

/**
 * tl_articles_load_with_tables:
 * @file: a file
 * @published: as for tl_article_read()
 * @cancellable: (nullable): to give up
 * @func: called for each article and each table in the file, and for each part that could not be
 *   read
 * @user_data: for @func
 * @error: return location for a #TlDocumentError, a #TlOfficialError, a #TlCsvError or a
 *   #GIOErrorEnum
 *
 * As tl_articles_load(), but what is a table of trade statistics, the file itself or a member of
 * an archive, is read as one.
 *
 * Returns: %FALSE when there is neither in the file, or it could not be read to its end; what @func
 *   was told until then is good
 */
gboolean
tl_articles_load_with_tables (GFile          *file,
                              TlDate          published,
                              GCancellable   *cancellable,
                              TlArticleFunc   func,
                              gpointer        user_data,
                              GError        **error)
{
  return tl_article_reader_load (file, &tables, published, cancellable, func, user_data, error);
}

/**
 * tl_articles_serve:
 *
 * Reads files for another process of this program, which has tl_articles_load_with_tables() to do.
 * It is the process for nothing else: it shuts itself in.
 *
 * Returns: the exit status
 */
int
tl_articles_serve (void)
{
  return tl_helper_serve (&tables);
}
