/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exported articles and decisions to rows again.  Whoever calls begins and commits.  What is
 * there already stays; a decision is put among those that are there by when it was made, so
 * that of two on the same thing the later holds, whichever library it is from. */

#include "tl-take-back.h"

#include <string.h>

#include "tl-copy-rows.h"
#include "tl-decide.h"
#include "tl-library.h"
#include "tl-store.h"
#include "tl-twin.h"

struct _TlTakeBack
{
  TlDatabase *database;         /* owned */
  guint64     file;             /* the number of the file that lines come from */
  GHashTable *digests;          /* owned: GBytes to GBytes: what texts are known by in that file,
                                 * where they are known by another here */
};

/**
 * tl_take_back_new:
 * @database: a connection that is going to write
 *
 * Returns: (transfer full): one for any number of transactions
 */
TlTakeBack *
tl_take_back_new (TlDatabase *database)
{
  TlTakeBack *self = g_new0 (TlTakeBack, 1);

  self->database = tl_database_ref (database);
  self->digests = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                         (GDestroyNotify) g_bytes_unref);
  return self;
}

/**
 * tl_take_back_free:
 * @self: (transfer full): it
 */
void
tl_take_back_free (TlTakeBack *self)
{
  g_hash_table_unref (self->digests);
  tl_database_unref (self->database);
  g_free (self);
}

/**
 * tl_take_back_begin_file:
 * @self: it
 * @number: the number of a file
 *
 * Says from which file lines come from now on.
 */
void
tl_take_back_begin_file (TlTakeBack *self,
                         guint64     number)
{
  if (self->file != number)
    g_hash_table_remove_all (self->digests);
  self->file = number;
}

/* ---- articles ---- */

/* One that is there already stays as it is, undone or not. */
static gboolean
keep_correction (TlTakeBack                *self,
                 GBytes                    *digest,
                 const TlExportCorrection  *correction,
                 guint                     *n_new,
                 GError                   **error)
{
  if (!tl_database_write (self->database, error,
                          "INSERT INTO correction (text_sha256, fact, value, made, is_undone)"
                          " SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS"
                          " (SELECT 1 FROM correction WHERE text_sha256 = ?1 AND fact = ?2"
                          "   AND value IS ?3 AND made = ?4)",
                          "bssii", digest, correction->fact, correction->value, correction->made,
                          (gint64) correction->is_undone))
    return FALSE;
  *n_new += tl_database_get_n_changed (self->database);
  return TRUE;
}

static gboolean
keep_corrections (TlTakeBack          *self,
                  GBytes              *digest,
                  const TlExportLine  *line,
                  guint               *n_new,
                  GError             **error)
{
  *n_new = 0;
  for (guint i = 0; i < line->corrections->len; i++)
    if (!keep_correction (self, digest, g_ptr_array_index (line->corrections, i), n_new, error))
      return FALSE;
  return TRUE;
}

static gboolean
store_new (TlTakeBack          *self,
           TlEntityDesk        *desk,
           const TlExportLine  *line,
           const TlSearchWords *words,
           GBytes              *packed,
           GBytes              *digest,
           TlArticleKey        *key,
           GError             **error)
{
  gint64 id;

  if (!tl_store_add_new (self->database, desk, line->article, words, packed, digest, key, error))
    return FALSE;
  id = tl_article_key_get_id (*key);
  return (line->added == 0 ||
          tl_database_write (self->database, error, "UPDATE article SET added = ? WHERE id = ?",
                             "ii", line->added, id)) &&
         tl_database_write (self->database, error, "UPDATE reading SET version = ? WHERE article_id = ?",
                            "ii", (gint64) line->reading_version, id);
}

static gboolean
merge_twin (TlTakeBack    *self,
            const TlTwin  *twin,
            gboolean       is_corrected,
            TlTaken       *taken,
            GError       **error)
{
  if (is_corrected && !tl_correction_refresh (self->database, twin->id, &taken->move, error))
    return FALSE;
  if (twin->is_removed)
    return tl_store_restore (self->database, twin->id, &taken->key, error);
  taken->twin_id = twin->id;
  taken->title = g_strdup (twin->title);
  return TRUE;
}

/**
 * tl_take_back_article:
 * @self: it
 * @desk: where its entities are gathered; to be stored before the end of the transaction
 * @line: the line of an article
 * @words: (nullable): what the article is found by; %NULL to make them here
 * @packed: (nullable): what tl_reading_pack() makes of it; %NULL to make it here
 * @taken: (out caller-allocates): what became of it
 * @error: return location for an error
 *
 * Stores an article as it was read, with what a person corrected of it.  Where it is there
 * already, only corrections are taken over; where it was removed, it is restored.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_take_back_article (TlTakeBack          *self,
                      TlEntityDesk        *desk,
                      const TlExportLine  *line,
                      const TlSearchWords *words,
                      GBytes              *packed,
                      TlTaken             *taken,
                      GError             **error)
{
  g_auto(TlTwin) twin = { 0 };
  guint n_new;

  *taken = (TlTaken) { 0 };
  if (!tl_twin_find_known (self->database, line->article, line->digest, &twin, error) ||
      !keep_corrections (self, twin.digest, line, &n_new, error))
    return FALSE;
  if (line->digest != NULL && !g_bytes_equal (line->digest, twin.digest))
    g_hash_table_insert (self->digests, g_bytes_ref (line->digest), g_bytes_ref (twin.digest));
  if (twin.id != 0)
    return merge_twin (self, &twin, n_new > 0, taken, error);
  return store_new (self, desk, line, words, packed, twin.digest, &taken->key, error);
}

/* ---- decisions ---- */

static GBytes *
translate (TlTakeBack *self,
           GBytes     *digest)
{
  GBytes *here = digest != NULL ? g_hash_table_lookup (self->digests, digest) : NULL;

  return here != NULL ? here : digest;
}

/* On a copy, the key is the checksum in letters. */
static char *
dup_key (const TlExportDecision *decision,
         GBytes                 *digest)
{
  GString *key;
  gsize n;
  const guint8 *bytes;

  if (strcmp (decision->kind, TL_COPY_DECISION_KIND) != 0 || digest == NULL)
    return g_strdup (decision->key);
  bytes = g_bytes_get_data (digest, &n);
  key = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (key, "%02x", bytes[i]);
  return g_string_free (key, FALSE);
}

static gboolean
keep_decision (TlTakeBack              *self,
               const TlExportDecision  *decision,
               gint64                  *act,
               GError                 **error)
{
  GBytes *digest = translate (self, decision->digest);
  GBytes *to_digest = translate (self, decision->to_digest);
  g_autofree char *key = dup_key (decision, digest);
  gint64 last;

  if (!tl_database_query_int (self->database, "SELECT max(id) FROM decision", &last, error) ||
      !tl_database_write (self->database, error,
                          "INSERT INTO decision (id, act, made, is_undone, kind, type, key, name,"
                          " text_sha256, to_type, to_key, to_name, to_text_sha256)"
                          " SELECT ?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12"
                          " WHERE NOT EXISTS"
                          " (SELECT 1 FROM decision WHERE type = ?5 AND key = ?6 AND kind = ?4"
                          "   AND made = ?3 AND text_sha256 IS ?8 AND to_type IS ?9"
                          "   AND to_key IS ?10 AND to_name IS ?11 AND to_text_sha256 IS ?12)",
                          "iiissssbsssb", last + 1, *act != 0 ? *act : last + 1, decision->made,
                          decision->kind, decision->type, key, decision->name, digest,
                          decision->to_type, decision->to_key, decision->to_name, to_digest))
    return FALSE;
  if (tl_database_get_n_changed (self->database) > 0 && *act == 0)
    *act = last + 1;
  return TRUE;
}

/**
 * tl_take_back_act:
 * @self: it
 * @line: the line of an act
 * @is_new: (out): whether anything was decided that was not decided before
 * @error: return location for an error
 *
 * Keeps what was decided together, and carries it out on what is stored.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_take_back_act (TlTakeBack          *self,
                  const TlExportLine  *line,
                  gboolean            *is_new,
                  GError             **error)
{
  gint64 act = 0;

  for (guint i = 0; i < line->decisions->len; i++)
    if (!keep_decision (self, g_ptr_array_index (line->decisions, i), &act, error))
      return FALSE;
  *is_new = act != 0;
  return act == 0 || tl_decide_again (self->database, act, line->is_undone, error);
}
