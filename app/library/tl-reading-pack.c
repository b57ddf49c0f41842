/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How a library keeps what was read from an article: the JSON that `extract` prints, packed by
 * Zstandard.  It says most things several times, and is a quarter of its size then; less to write,
 * to read and to copy into backups is worth more than the 20 µs that packing takes.
 */

#include "tl-reading-pack.h"

#include <string.h>
#include <zstd.h>

/* The fastest levels pack JSON hardly worse than the slow ones. */
#define LEVEL 1

/* More JSON than any article has; what claims to be longer is damaged, or was made to harm. */
#define MAX_JSON (1024ull * 1024 * 1024)

static void
free_context (gpointer context)
{
  ZSTD_freeCCtx (context);
}

/* One a thread: making it takes longer than packing. */
static ZSTD_CCtx *
get_context (void)
{
  static GPrivate private = G_PRIVATE_INIT (free_context);
  ZSTD_CCtx *context = g_private_get (&private);

  if (context == NULL)
    {
      context = ZSTD_createCCtx ();
      ZSTD_CCtx_setParameter (context, ZSTD_c_compressionLevel, LEVEL);
      ZSTD_CCtx_setParameter (context, ZSTD_c_checksumFlag, 1);
      g_private_set (&private, context);
    }
  return context;
}

/**
 * tl_reading_pack_json:
 * @json: (array length=length): JSON
 * @length: its length
 *
 * Returns: (transfer full): the same, packed
 */
GBytes *
tl_reading_pack_json (const char *json,
                      gsize       length)
{
  gsize size = ZSTD_compressBound (length);
  guint8 *packed = g_malloc (size);

  size = ZSTD_compress2 (get_context (), packed, size, json, length);
  /* With room for the worst case nothing but a lack of memory is left to fail. */
  if (ZSTD_isError (size))
    g_error ("Packing failed: %s", ZSTD_getErrorName (size));
  return g_bytes_new_take (g_realloc (packed, MAX (size, 1)), size);
}

/**
 * tl_reading_pack:
 * @article: an article
 *
 * Returns: (transfer full): what the library keeps of it
 */
GBytes *
tl_reading_pack (TlArticle *article)
{
  g_autoptr(GString) json = g_string_sized_new (16384);

  tl_article_append_json (article, tl_article_get_uri (article),
                          TL_JSON_WITH_TEXT | TL_JSON_EXPLAINED, json);
  return tl_reading_pack_json (json->str, json->len);
}

/**
 * tl_reading_unpack:
 * @data: (nullable) (array length=size): what tl_reading_pack() made
 * @size: how many bytes
 *
 * Returns: (transfer full) (nullable): the JSON; %NULL where it is damaged
 */
char *
tl_reading_unpack (const void *data,
                   gsize       size)
{
  unsigned long long length = data != NULL ? ZSTD_getFrameContentSize (data, size) : 0;
  g_autofree char *json = NULL;

  if (length == 0 || length == ZSTD_CONTENTSIZE_UNKNOWN || length == ZSTD_CONTENTSIZE_ERROR ||
      length > MAX_JSON)
    return NULL;
  json = g_try_malloc (length + 1);
  if (json == NULL || ZSTD_decompress (json, length, data, size) != length)
    return NULL;
  json[length] = '\0';
  return g_steal_pointer (&json);
}

static void
pack_function (sqlite3_context  *context,
               int               n_arguments G_GNUC_UNUSED,
               sqlite3_value   **arguments)
{
  const char *json = (const char *) sqlite3_value_text (arguments[0]);
  g_autoptr(GBytes) packed = NULL;

  if (json == NULL)
    return;
  packed = tl_reading_pack_json (json, strlen (json));
  sqlite3_result_blob64 (context, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed),
                         SQLITE_TRANSIENT);
}

static void
unpack_function (sqlite3_context  *context,
                 int               n_arguments G_GNUC_UNUSED,
                 sqlite3_value   **arguments)
{
  char *json;

  /* What an older version stored is no blob. */
  if (sqlite3_value_type (arguments[0]) != SQLITE_BLOB)
    {
      sqlite3_result_value (context, arguments[0]);
      return;
    }
  json = tl_reading_unpack (sqlite3_value_blob (arguments[0]),
                            (gsize) sqlite3_value_bytes (arguments[0]));
  if (json != NULL)
    sqlite3_result_text64 (context, json, strlen (json), g_free, SQLITE_UTF8);
}

/**
 * tl_reading_pack_register:
 * @handle: a connection
 *
 * Gives it tl_pack(json) and tl_unpack(packed); the latter gives NULL for what is damaged, and
 * JSON as it is.
 *
 * Returns: what SQLite says of it
 */
int
tl_reading_pack_register (sqlite3 *handle)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2 (handle, "tl_pack", 1, flags, NULL, pack_function, NULL, NULL,
                                         NULL);

  if (code != SQLITE_OK)
    return code;
  return sqlite3_create_function_v2 (handle, "tl_unpack", 1, flags, NULL, unpack_function, NULL, NULL,
                                     NULL);
}
