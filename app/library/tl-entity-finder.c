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
#include "tl-person-name.h"
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

/* What is looked for, as keys have it: words, and beginnings of them. */
typedef struct
{
  char **words;                 /* owned */
  char **person;                /* owned: the same where it is a person's name; NULL if that is no other */
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->person, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static char **
split_words (const char *folded)
{
  g_auto(GStrv) all = g_strsplit (folded, " ", -1);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_strv_builder_add (words, all[i]);
  return g_strv_builder_end (words);
}

/* "V.P." are two initials of a person, and one word of a company; without a letter it is none. */
static void
wanted_init (Wanted     *self,
             const char *typed)
{
  g_autofree char *plain = tl_name_fold (typed);
  g_autofree char *folded = *plain != '\0' ? tl_entity_key_fold (plain) : g_strdup ("");
  gboolean is_local;

  *self = (Wanted) { split_words (folded), NULL };
  if (*folded != '\0' && strchr (typed, '.') != NULL)
    {
      g_autofree char *person = tl_person_name_dup_key (typed, &is_local);

      self->person = split_words (person);
    }
}

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

static gboolean
is_wanted (const Wanted *wanted,
           const char   *name)
{
  return has_all (name, wanted->words) || (wanted->person != NULL && has_all (name, wanted->person));
}

/* By how the articles call it. */
static gboolean
add_named (TlArticleSet  *set,
           TlDatabase    *database,
           const Wanted  *wanted,
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

      if (key != NULL && is_wanted (wanted, key))
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
             const Wanted  *wanted,
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

      if (is_wanted (wanted, folded))
        tl_article_set_add (set, sqlite3_column_int64 (statement, 0));
    }
  return end_rows (g_steal_pointer (&local_error), error);
}

/* By how countries and the like are shown, whatever the articles' language. */
static gboolean
add_displayed (TlArticleSet  *set,
               TlDatabase    *database,
               TlEntityType   type,
               const Wanted  *wanted,
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
      if (is_wanted (wanted, folded))
        tl_article_set_add (set, sqlite3_column_int64 (statement, 0));
    }
  return end_rows (g_steal_pointer (&local_error), error);
}

static gboolean
add_called (TlArticleSet  *set,
            TlDatabase    *database,
            const Wanted  *wanted,
            GError       **error)
{
  return add_named (set, database, wanted, error) && add_renamed (set, database, wanted, error) &&
         add_displayed (set, database, TL_ENTITY_PLACE, wanted, error) &&
         add_displayed (set, database, TL_ENTITY_ORGANIZATION, wanted, error) &&
         add_mains (set, database, error);
}

/* ---- order ---- */

/* One of a list of all. */
typedef struct
{
  gint64       id;
  TlEntityType type;
} Listed;

/* One that is being put in order. */
typedef struct
{
  Listed  listed;
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

  return order != 0 ? order : (named->listed.id > other->listed.id) - (named->listed.id < other->listed.id);
}

/**
 * tl_entity_orders_clear:
 * @self: what was found out
 *
 * Forgets it.
 */
void
tl_entity_orders_clear (TlEntityOrders *self)
{
  for (guint i = 0; i < TL_N_ENTITY_ORDERS; i++)
    g_clear_pointer (&self->lists[i], g_array_unref);
}

/**
 * tl_entity_orders_take:
 * @self: what was found out
 * @from: what else was
 *
 * Takes over what is not known yet.
 */
void
tl_entity_orders_take (TlEntityOrders       *self,
                       const TlEntityOrders *from)
{
  for (guint i = 0; i < TL_N_ENTITY_ORDERS; i++)
    if (self->lists[i] == NULL && from->lists[i] != NULL)
      self->lists[i] = g_array_ref (from->lists[i]);
}

/* An index in this order would make storing the names of an article 15 % slower, and save less than
 * a tenth of a second, once, with a hundred thousand articles. */
static GArray *
load_by_number (TlDatabase  *database,
                GError     **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Listed));
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT id, type FROM entity"
                       " WHERE main = id AND n_articles > 0 AND NOT is_dismissed"
                       " ORDER BY n_articles DESC, id", "");

  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    {
      Listed listed = { sqlite3_column_int64 (statement, 0), TL_ENTITY_PERSON };

      tl_entity_type_from_string ((const char *) sqlite3_column_text (statement, 1), &listed.type);
      g_array_append_val (all, listed);
    }
  return end_rows (g_steal_pointer (&local_error), error) ? g_steal_pointer (&all) : NULL;
}

static int
compare_listed (gconstpointer a,
                gconstpointer b)
{
  const Listed *listed = a, *other = b;

  return (listed->id > other->id) - (listed->id < other->id);
}

static GArray *
sort_by_name (TlDatabase    *database,
              GArray        *all,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GArray) by_id = g_array_copy (all);
  g_autoptr(GArray) named = g_array_sized_new (FALSE, FALSE, sizeof (Named), all->len);
  GArray *sorted;

  /* As they stand in the file, of which each page is read once. */
  g_array_sort (by_id, compare_listed);
  g_array_set_clear_func (named, named_clear);
  for (guint i = 0; i < by_id->len; i++)
    {
      g_auto(TlEntityFacts) facts = { 0 };
      Named one = { g_array_index (by_id, Listed, i), NULL };

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !tl_entity_facts_load (database, one.listed.id, &facts, error))
        return NULL;
      one.key = tl_sort_key_new (facts.name, NULL);
      g_array_append_val (named, one);
    }
  g_array_sort (named, compare_named);
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (Listed), named->len);
  for (guint i = 0; i < named->len; i++)
    g_array_append_val (sorted, g_array_index (named, Named, i).listed);
  return sorted;
}

/* Those of a list that are asked for. */
static GArray *
choose (GArray             *all,
        const TlArticleSet *called,
        guint               types)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Listed));

  for (guint i = 0; i < all->len; i++)
    {
      const Listed *listed = &g_array_index (all, Listed, i);

      if ((types == 0 || (types & (1u << listed->type)) != 0) &&
          (called == NULL || tl_article_set_has (called, listed->id)))
        g_array_append_val (chosen, *listed);
    }
  return chosen;
}

/* All of a large library take more than a second to put in order by name; so where words are
 * looked for, only what is called so is. */
static GArray *
find_listed (TlDatabase          *database,
             const TlArticleSet  *called,
             guint                types,
             TlEntityOrder        order,
             TlEntityOrders      *orders,
             GCancellable        *cancellable,
             GError             **error)
{
  GArray **by_number = &orders->lists[TL_ENTITY_ORDER_ARTICLES];
  g_autoptr(GArray) chosen = NULL;

  if (*by_number == NULL)
    *by_number = load_by_number (database, error);
  if (*by_number == NULL)
    return NULL;
  if (orders->lists[order] == NULL && called == NULL)
    {
      orders->lists[order] = sort_by_name (database, *by_number, cancellable, error);
      if (orders->lists[order] == NULL)
        return NULL;
    }
  if (orders->lists[order] != NULL)
    return choose (orders->lists[order], called, types);
  chosen = choose (*by_number, called, types);
  return sort_by_name (database, chosen, cancellable, error);
}

static GArray *
find (TlDatabase      *database,
      const Wanted    *wanted,
      guint            types,
      TlEntityOrder    order,
      TlEntityOrders  *orders,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr(TlArticleSet) called = *wanted->words != NULL ? tl_article_set_new () : NULL;
  g_autoptr(GArray) listed = NULL;
  GArray *ids;

  if (called != NULL && !add_called (called, database, wanted, error))
    return NULL;
  listed = find_listed (database, called, types, order, orders, cancellable, error);
  if (listed == NULL)
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), listed->len);
  for (guint i = 0; i < listed->len; i++)
    g_array_append_val (ids, g_array_index (listed, Listed, i).id);
  return ids;
}

/**
 * tl_entities_find:
 * @database: a connection
 * @words: beginnings of words that one of its names has, all of them; "" for any
 * @types: what it may be, a bit (1 << #TlEntityType) for each; 0 for anything
 * @order: in which order
 * @orders: what was found out before, if the library has not changed since; what is found out here
 *   is put there
 * @cancellable: (nullable): to give up, from another thread
 * @error: return location for an error
 *
 * Goes through all names, so it belongs in a thread.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the main entities that articles name,
 *   and that are called so, without what a person said is nothing
 */
GArray *
tl_entities_find (TlDatabase      *database,
                  const char      *words,
                  guint            types,
                  TlEntityOrder    order,
                  TlEntityOrders  *orders,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_auto(Wanted) wanted = { NULL, NULL };
  GArray *ids;

  wanted_init (&wanted, words);
  /* Of one moment; and so the file is locked once, and not for each name. */
  if (!tl_database_execute (database, "BEGIN", error))
    return NULL;
  tl_database_set_cancellable (database, cancellable);
  ids = find (database, &wanted, types, order, orders, cancellable, error);
  tl_database_set_cancellable (database, NULL);
  tl_database_rollback (database);
  return ids;
}
