/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sketches of all articles are read once and then kept in memory: in the file, what
 * belongs together by a hash would lie anywhere, and each article touch as many pages as its
 * sketch has hashes.  Few hashes are shared by chance, so few texts are compared. */

#include "tl-copy-desk.h"

#include "tl-copy-index.h"
#include "tl-copy-rows.h"

/* The words of the last articles are kept, so many altogether: what carries one story comes out
 * on one day, and is mostly imported one soon after the other. */
#define MAX_WORDS 500000

typedef struct
{
  gint64       article_id;
  TlCopyPrint *print;           /* owned */
} Recent;

struct _TlCopyDesk
{
  TlDatabase  *database;        /* owned */
  TlCopyIndex *index;           /* owned */
  GQueue       recent;          /* owned: Recent, the oldest first */
  GHashTable  *recent_by_id;    /* gint64 in a Recent to it */
  gsize        n_words;         /* of those */
  gint64       version;         /* of the file, when they were kept */
  gint64       last;            /* the number of the last sketch that is in the index */
  gboolean     is_fresh;        /* nobody else can have added sketches since */
};

/**
 * tl_copy_desk_new:
 * @database: a connection
 *
 * Returns: (transfer full): a desk, for any number of transactions
 */
TlCopyDesk *
tl_copy_desk_new (TlDatabase *database)
{
  TlCopyDesk *self = g_new0 (TlCopyDesk, 1);

  self->database = tl_database_ref (database);
  self->index = tl_copy_index_new ();
  g_queue_init (&self->recent);
  self->recent_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

static void
recent_free (Recent *recent)
{
  tl_copy_print_free (recent->print);
  g_free (recent);
}

/**
 * tl_copy_desk_free:
 * @self: (transfer full): a desk
 */
void
tl_copy_desk_free (TlCopyDesk *self)
{
  tl_copy_index_free (self->index);
  g_hash_table_unref (self->recent_by_id);
  g_queue_clear_full (&self->recent, (GDestroyNotify) recent_free);
  tl_database_unref (self->database);
  g_free (self);
}

/**
 * tl_copy_desk_begin:
 * @self: a desk
 *
 * Says that a transaction began: since the last one others may have stored articles.
 */
void
tl_copy_desk_begin (TlCopyDesk *self)
{
  self->is_fresh = FALSE;
}

/* The first hundred tell about how many hashes an article has. */
static gboolean
reserve (TlCopyDesk  *self,
         GError     **error)
{
  gint64 n_sketches, n_bytes;

  if (!tl_database_query_int (self->database, "SELECT count(*) FROM copy", &n_sketches, error) ||
      !tl_database_query_int (self->database,
                              "SELECT sum(length(sketch)) FROM (SELECT sketch FROM copy LIMIT 100)",
                              &n_bytes, error))
    return FALSE;
  if (n_sketches > 0)
    tl_copy_index_reserve (self->index, (gsize) (n_bytes / (gint64) sizeof (guint32) * n_sketches /
                                                 MIN (n_sketches, 100)));
  return TRUE;
}

static void
forget_oldest (TlCopyDesk *self)
{
  Recent *oldest = g_queue_pop_head (&self->recent);

  self->n_words -= oldest->print->words->len;
  g_hash_table_remove (self->recent_by_id, &oldest->article_id);
  recent_free (oldest);
}

/* Where others have written, another article may have the number of one that is gone. */
static gboolean
check_recent (TlCopyDesk  *self,
              GError     **error)
{
  gint64 version;

  if (!tl_database_query_int (self->database, "PRAGMA data_version", &version, error))
    return FALSE;
  while (version != self->version && !g_queue_is_empty (&self->recent))
    forget_oldest (self);
  self->version = version;
  return TRUE;
}

static gboolean
refresh (TlCopyDesk  *self,
         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement = NULL;

  if (self->is_fresh)
    return TRUE;
  if (!check_recent (self, error) || (self->last == 0 && !reserve (self, error)))
    return FALSE;
  statement = tl_database_query (self->database, error,
                                 "SELECT n, article_id, sketch FROM copy WHERE n > ? ORDER BY n",
                                 "i", self->last);
  if (statement == NULL)
    return FALSE;
  while (tl_database_step (self->database, statement, &local_error))
    {
      g_autoptr(GBytes) sketch = tl_statement_dup_bytes (statement, 2);

      self->last = sqlite3_column_int64 (statement, 0);
      if (sketch != NULL)
        tl_copy_index_add (self->index, sqlite3_column_int64 (statement, 1), sketch);
    }
  self->is_fresh = local_error == NULL;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return self->is_fresh;
}

static void
keep_print (TlCopyDesk         *self,
            gint64              article_id,
            const TlCopyPrint  *print)
{
  Recent *recent = g_new (Recent, 1);

  *recent = (Recent) { article_id, tl_copy_print_copy (print) };
  g_queue_push_tail (&self->recent, recent);
  g_hash_table_insert (self->recent_by_id, &recent->article_id, recent);
  self->n_words += print->words->len;
  while (self->n_words > MAX_WORDS)
    forget_oldest (self);
}

static TlCopyPrint *
get_print (TlCopyDesk  *self,
           gint64       article_id,
           GError     **error)
{
  const Recent *recent = g_hash_table_lookup (self->recent_by_id, &article_id);

  return recent != NULL ? tl_copy_print_copy (recent->print)
                        : tl_copy_rows_load_print (self->database, article_id, error);
}

/* What the index has may be gone, or be another article by now: the text itself decides. */
static gboolean
compare (TlCopyDesk         *self,
         gint64              article_id,
         const TlCopyPrint  *print,
         gint64              other_id,
         GError            **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlCopyPrint) other = NULL;
  gint64 story, other_story;

  if (!tl_copy_rows_get_story (self->database, article_id, &story, error) ||
      !tl_copy_rows_get_story (self->database, other_id, &other_story, error))
    return FALSE;
  if (other_id == article_id || other_story < 0 || (story != 0 && story == other_story))
    return TRUE;
  other = get_print (self, other_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (other == NULL || !tl_copy_print_is_copy (print, other))
    return TRUE;
  return tl_copy_rows_join (self->database, article_id, other_id, error);
}

/**
 * tl_copy_desk_add:
 * @self: a desk
 * @article_id: an article that was stored
 * @print: what is compared of it
 * @error: return location for an error
 *
 * Puts an article with those that carry the same story.  One that was here before, and was
 * only restored, stays as it was.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_copy_desk_add (TlCopyDesk         *self,
                  gint64              article_id,
                  const TlCopyPrint  *print,
                  GError            **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 story;

  if (!tl_copy_rows_get_story (self->database, article_id, &story, error))
    return FALSE;
  if (story >= 0)
    return TRUE;
  if (!refresh (self, error) ||
      !tl_database_write (self->database, error,
                          "INSERT INTO copy (article_id, story, sketch) VALUES (?, 0, ?)", "ib",
                          article_id, print->sketch))
    return FALSE;
  self->last = tl_database_get_last_id (self->database);
  tl_copy_index_find (self->index, print->sketch, ids);
  tl_copy_index_add (self->index, article_id, print->sketch);
  keep_print (self, article_id, print);
  for (guint i = 0; i < ids->len; i++)
    if (!compare (self, article_id, print, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_old (TlCopyDesk  *self,
         gint64       article_id,
         GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlCopyPrint) print =
    tl_copy_rows_load_print (self->database, article_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return (print == NULL || tl_copy_desk_add (self, article_id, print, error)) &&
         tl_database_write (self->database, error,
                            "DELETE FROM copy_pending WHERE article_id = ?", "i", article_id);
}

/**
 * tl_copy_desk_catch_up:
 * @self: a desk, in a transaction
 * @n_articles: how many to do
 * @at_end: (out): whether none is left
 * @error: return location for an error
 *
 * Looks for the copies of articles that an older version stored.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_copy_desk_catch_up (TlCopyDesk  *self,
                       guint        n_articles,
                       gboolean    *at_end,
                       GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  tl_copy_desk_begin (self);
  if (!tl_database_select_ids (self->database, ids, error,
                               "SELECT article_id FROM copy_pending ORDER BY article_id LIMIT ?",
                               "i", (gint64) n_articles))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!add_old (self, g_array_index (ids, gint64, i), error))
      return FALSE;
  *at_end = ids->len < n_articles;
  return TRUE;
}
