/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a text is in the library already.  It is known by its checksum; where another outlet
 * has brought the same text before, by that of text and site. */

#include "tl-twin.h"

#include <string.h>

#include "tl-json.h"

static GBytes *
finish_digest (GChecksum *checksum)
{
  gsize size = (gsize) g_checksum_type_get_length (G_CHECKSUM_SHA256);
  guint8 *digest = g_malloc (size);

  g_checksum_get_digest (checksum, digest, &size);
  return g_bytes_new_take (digest, size);
}

/* Of the text alone, and where a site is known with that behind it. */
static void
digest_text (const char  *text,
             const char  *site,
             GBytes     **of_text,
             GBytes     **of_both)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GChecksum) other = NULL;

  g_checksum_update (checksum, (const guint8 *) text, (gssize) strlen (text));
  if (site != NULL)
    {
      other = g_checksum_copy (checksum);
      g_checksum_update (other, (const guint8 *) "", 1);
      g_checksum_update (other, (const guint8 *) site, (gssize) strlen (site));
      *of_both = finish_digest (other);
    }
  *of_text = finish_digest (checksum);
}

static char *
dup_host (const char *url)
{
  g_autoptr(GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;
  return g_ascii_strdown (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host, -1);
}

/* Who brought an article; NULL where that is not known. */
static char *
dup_site (TlArticle *article)
{
  const char *publisher = tl_article_get_publisher (article);
  char *host = dup_host (tl_article_get_url (article));

  if (host != NULL || publisher == NULL)
    return host;
  return g_utf8_casefold (publisher, -1);
}

/* Whether another outlet brought the same text, as far as that is known of both. */
static gboolean
is_of_another (TlArticle  *article,
               const char *url,
               const char *publisher)
{
  g_autofree char *host = dup_host (url);
  g_autofree char *own_host = dup_host (tl_article_get_url (article));
  const char *own_publisher = tl_article_get_publisher (article);
  g_autofree char *name = NULL, *own_name = NULL;

  if (host != NULL && own_host != NULL)
    return !g_str_equal (host, own_host);
  if (publisher == NULL || own_publisher == NULL)
    return FALSE;
  name = g_utf8_casefold (publisher, -1);
  own_name = g_utf8_casefold (own_publisher, -1);
  return !g_str_equal (name, own_name);
}

/* Looks for who is known by the twin's digest, and whether another outlet brought that: as it
 * was read, whatever a person corrected since. */
static gboolean
look_up (TlDatabase  *database,
         TlArticle   *article,
         TlTwin      *twin,
         gboolean    *of_another,
         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, removed_at IS NOT NULL, title, tl_unpack (json)"
                       " FROM article LEFT JOIN reading ON article_id = id WHERE text_sha256 = ?",
                       "b", twin->digest);
  g_autofree char *url = NULL, *publisher = NULL;
  const char *json;

  *of_another = FALSE;
  if (statement == NULL)
    return FALSE;
  if (tl_database_step (database, statement, &local_error))
    {
      twin->id = sqlite3_column_int64 (statement, 0);
      twin->is_removed = sqlite3_column_int (statement, 1) != 0;
      twin->title = tl_statement_dup_string (statement, 2);
      json = (const char *) sqlite3_column_text (statement, 3);
      url = json != NULL ? tl_json_dup_member (json, "url") : NULL;
      publisher = json != NULL ? tl_json_dup_member (json, "publisher") : NULL;
      *of_another = is_of_another (article, url, publisher);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_twin_clear:
 * @self: a twin
 *
 * Frees what it holds.
 */
void
tl_twin_clear (TlTwin *self)
{
  g_clear_pointer (&self->digest, g_bytes_unref);
  g_clear_pointer (&self->title, g_free);
}

/**
 * tl_twin_find:
 * @database: a connection
 * @article: an article
 * @twin: (out caller-allocates): what is found
 * @error: return location for an error
 *
 * Looks for the same text of the same outlet; where the outlet of one is not known, they are
 * taken for one.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_twin_find (TlDatabase  *database,
              TlArticle   *article,
              TlTwin      *twin,
              GError     **error)
{
  g_autofree char *site = dup_site (article);
  g_autoptr(GBytes) own = NULL, of_text = NULL;
  gboolean of_another;

  digest_text (tl_article_get_text (article), site, &of_text, &own);
  *twin = (TlTwin) { .digest = own != NULL ? g_bytes_ref (own) : NULL };
  if (own != NULL && !look_up (database, article, twin, &of_another, error))
    return FALSE;
  if (twin->id != 0)
    return TRUE;
  g_clear_pointer (&twin->digest, g_bytes_unref);
  twin->digest = g_steal_pointer (&of_text);
  if (!look_up (database, article, twin, &of_another, error))
    return FALSE;
  if (of_another && own != NULL)
    {
      tl_twin_clear (twin);
      *twin = (TlTwin) { .digest = g_steal_pointer (&own) };
    }
  return TRUE;
}

/* Whether an article can be known by this: its text and site make no other. */
static gboolean
fits (TlArticle *article,
      GBytes    *digest)
{
  g_autofree char *site = dup_site (article);
  g_autoptr(GBytes) of_text = NULL, of_both = NULL;

  digest_text (tl_article_get_text (article), site, &of_text, &of_both);
  return g_bytes_equal (digest, of_text) || (of_both != NULL && g_bytes_equal (digest, of_both));
}

/**
 * tl_twin_find_known:
 * @database: a connection
 * @article: an article that was in a library before
 * @known: (nullable): by what it was known there
 * @twin: (out caller-allocates): what is found
 * @error: return location for an error
 *
 * Looks for the same as tl_twin_find().  Where it is not there, it is going to be known by what
 * it was known by, if nothing else is.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_twin_find_known (TlDatabase  *database,
                    TlArticle   *article,
                    GBytes      *known,
                    TlTwin      *twin,
                    GError     **error)
{
  g_auto(TlTwin) other = { 0 };
  gboolean of_another;

  if (!tl_twin_find (database, article, twin, error))
    return FALSE;
  if (known == NULL || twin->id != 0 || g_bytes_equal (known, twin->digest) || !fits (article, known))
    return TRUE;
  other.digest = g_bytes_ref (known);
  if (!look_up (database, article, &other, &of_another, error))
    {
      tl_twin_clear (twin);
      return FALSE;
    }
  if (other.id == 0 || !of_another)
    {
      tl_twin_clear (twin);
      *twin = other;
      other = (TlTwin) { 0 };
    }
  return TRUE;
}
