/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The main entities of a library that people list, by words of their names and by kind, in order.
 * Words are looked for in the keys of all names, which are folded already: one pass over an index.
 * What is called so is put into a set (a TlArticleSet: it holds ids of any kind), and the order is
 * gone through once.
 */

#include "tl-entity-finder.h"

#include <string.h>

#include "tl-article-set.h"
#include "tl-entity-facts.h"
#include "tl-entity-key.h"
#include "tl-gazetteer.h"
#include "tl-name-fold.h"
#include "tl-sort-key.h"

/* What has come to the end of its rows. */
static gboolean
end_rows (GError  *local_error,
          GError **error)
{
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* ---- words ---- */

/* Whether a folded name has a word that begins so. */
static gboolean
has_beginning (const char *name,
               const char *word)
{
  for (const char *p = strstr (name, word); p != NULL; p = strstr (p + 1, word))
    if (p == name || p[-1] == ' ')
      return TRUE;
  return FALSE;
}

static gboolean
has_all (const char  *name,
         char       **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!has_beginning (name, words[i]))
      return FALSE;
  return TRUE;
}

/* By how the articles call it. */
static gboolean
add_named (TlArticleSet  *set,
           TlDatabase    *database,
           char         **words,
           GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT entity_id, key FROM name INDEXED BY name_by_key WHERE text != ''", "");

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      const char *key = (const char *) sqlite3_column_text (statement, 1);

      if (key != NULL && has_all (key, words))
        tl_article_set_add (set, sqlite3_column_int64 (statement, 0));
    }
  return end_rows (g_steal_pointer (&local_error), error);
}

/* What a part of it is called, it is called, too. */
static gboolean
add_mains (TlArticleSet  *set,
           TlDatabase    *database,
           GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error, "SELECT id, main FROM entity WHERE main != id", "");

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    if (tl_article_set_has (set, sqlite3_column_int64 (statement, 0)))
      tl_article_set_add (set, sqlite3_column_int64 (statement, 1));
  return end_rows (g_steal_pointer (&local_error), error);
}

/* By how a person calls it. */
static gboolean
add_renamed (TlArticleSet  *set,
             TlDatabase    *database,
             char         **words,
             GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error, "SELECT id, renamed FROM entity WHERE renamed IS NOT NULL", "");

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      g_autofree char *renamed = tl_statement_dup_string (statement, 1);
      g_autofree char *folded = tl_name_fold (renamed != NULL ? renamed : "");

      if (has_all (folded, words))
        tl_article_set_add (set, sqlite3_column_int64 (statement, 0));
    }
  return end_rows (g_steal_pointer (&local_error), error);
}

/* By how countries and the like are shown, whatever the articles' language. */
static gboolean
add_displayed (TlArticleSet  *set,
               TlDatabase    *database,
               TlEntityType   type,
               char         **words,
               GError       **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, key FROM entity WHERE type = ? AND key >= ':' AND key < ';'",
                       "s", tl_entity_type_to_string (type));

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      const char *key = (const char *) sqlite3_column_text (statement, 1);
      const char *code = key != NULL ? tl_entity_key_get_code (key) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *folded = NULL;

      if (code == NULL)
        continue;
      name = tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), code);
      folded = tl_name_fold (name);
      if (has_all (folded, words))
        tl_article_set_add (set, sqlite3_column_int64 (statement, 0));
    }
  return end_rows (g_steal_pointer (&local_error), error);
}

/* The words as keys have them; none where nothing but marks was typed. */
static char **
fold_words (const char *typed)
{
  g_autofree char *plain = tl_name_fold (typed);
  g_autofree char *folded = *plain != '\0' ? tl_entity_key_fold (plain) : g_strdup ("");
  g_auto(GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);
  return g_strv_builder_end (words);
}

static gboolean
add_called (TlArticleSet  *set,
            TlDatabase    *database,
            char         **words,
            GError       **error)
{
  return add_named (set, database, words, error) && add_renamed (set, database, words, error) &&
         add_displayed (set, database, TL_ENTITY_PLACE, words, error) &&
         add_displayed (set, database, TL_ENTITY_ORGANIZATION, words, error) &&
         add_mains (set, database, error);
}

/* ---- order ---- */

static gboolean
is_asked_for (guint         types,
              TlStatement  *statement,
              int           column)
{
  TlEntityType type;

  return types == 0 ||
         (tl_entity_type_from_string ((const char *) sqlite3_column_text (statement, column), &type) &&
          (types & (1u << type)) != 0);
}

static gboolean
find_by_number (TlDatabase          *database,
                const TlArticleSet  *called,
                guint                types,
                GArray              *ids,
                GError             **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, type FROM entity"
                       " WHERE main = id AND n_articles > 0 AND NOT is_dismissed"
                       " ORDER BY n_articles DESC, id", "");

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if ((called == NULL || tl_article_set_has (called, id)) && is_asked_for (types, statement, 1))
        g_array_append_val (ids, id);
    }
  return end_rows (g_steal_pointer (&local_error), error);
}

typedef struct
{
  gint64  id;
  GBytes *key;                  /* owned */
} Named;

static void
named_clear (gpointer named)
{
  g_bytes_unref (((Named *) named)->key);
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  const Named *named = a, *other = b;
  int order = g_bytes_compare (named->key, other->key);

  return order != 0 ? order : (named->id > other->id) - (named->id < other->id);
}

/* Puts ids into the order of their names. */
static gboolean
sort_by_name (TlDatabase    *database,
              GArray        *ids,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (Named), ids->len);

  g_array_set_clear_func (all, named_clear);
  for (guint i = 0; i < ids->len; i++)
    {
      g_auto(TlEntityFacts) facts = { 0 };
      Named named = { g_array_index (ids, gint64, i), NULL };

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !tl_entity_facts_load (database, named.id, &facts, error))
        return FALSE;
      named.key = tl_sort_key_new (facts.name, NULL);
      g_array_append_val (all, named);
    }
  g_array_sort (all, compare_named);
  for (guint i = 0; i < all->len; i++)
    g_array_index (ids, gint64, i) = g_array_index (all, Named, i).id;
  return TRUE;
}

/* Of all that are in order by name, those that were found. */
static GArray *
choose (GArray *by_name,
        GArray *ids)
{
  g_autoptr(TlArticleSet) found = tl_article_set_new ();
  GArray *chosen = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);

  for (guint i = 0; i < ids->len; i++)
    tl_article_set_add (found, g_array_index (ids, gint64, i));
  for (guint i = 0; i < by_name->len; i++)
    if (tl_article_set_has (found, g_array_index (by_name, gint64, i)))
      g_array_append_val (chosen, g_array_index (by_name, gint64, i));
  return chosen;
}

/* All of a large library take seconds to put in order, and most of what is asked for afterwards are
 * some of them. */
static GArray *
put_in_order (TlDatabase    *database,
              GArray        *ids,
              gboolean       is_all,
              GArray       **by_name,
              GCancellable  *cancellable,
              GError       **error)
{
  if (*by_name != NULL)
    return choose (*by_name, ids);
  if (!sort_by_name (database, ids, cancellable, error))
    return NULL;
  if (is_all)
    *by_name = g_array_ref (ids);
  return g_array_ref (ids);
}

static GArray *
find (TlDatabase     *database,
      char          **words,
      guint           types,
      TlEntityOrder   order,
      GArray        **by_name,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr(TlArticleSet) called = *words != NULL ? tl_article_set_new () : NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if ((called != NULL && !add_called (called, database, words, error)) ||
      !find_by_number (database, called, types, ids, error))
    return NULL;
  return order == TL_ENTITY_ORDER_NAME
         ? put_in_order (database, ids, called == NULL && types == 0, by_name, cancellable, error)
         : g_steal_pointer (&ids);
}

/**
 * tl_entities_find:
 * @database: a connection
 * @words: beginnings of words that one of its names has, all of them; "" for any
 * @types: what it may be, a bit (1 << #TlEntityType) for each; 0 for anything
 * @order: in which order
 * @by_name: (inout) (element-type gint64): all in the order of their names, from the last time if
 *   nothing has changed since; may be set here
 * @cancellable: (nullable): to give up, from another thread
 * @error: return location for an error
 *
 * Goes through all names, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the main entities that articles name,
 *   and that are called so, without what a person said is nothing
 */
GArray *
tl_entities_find (TlDatabase     *database,
                  const char     *words,
                  guint           types,
                  TlEntityOrder   order,
                  GArray        **by_name,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_auto(GStrv) folded = fold_words (words);
  GArray *ids;

  tl_database_set_cancellable (database, cancellable);
  ids = find (database, folded, types, order, by_name, cancellable, error);
  tl_database_set_cancellable (database, NULL);
  return ids;
}
