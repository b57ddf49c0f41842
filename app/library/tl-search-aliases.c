/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Names that are typed, looked up among those of the library's entities: whoever is called so in
 * one article is found in those that call them otherwise, as soon as they are known to be one.
 * The index of words would have to be written anew for that; the tables of entities know it.
 */

#include "tl-search-aliases.h"

#include <string.h>

#include "tl-common-words.h"
#include "tl-entity-names.h"
#include "tl-word-fold.h"

/* Longer names are not looked for among the words of a query. */
#define MAX_NAME_TERMS 10

/* More names than these in one query are words only. */
#define MAX_ALIASES 3

static void
alias_free (gpointer data)
{
  TlSearchAlias *alias = data;

  tl_article_set_free (alias->articles);
  g_array_unref (alias->ids);
  g_free (alias);
}

/* The terms from @first on as one name; NULL where one of them is no part of it. */
static char *
dup_name (TlSearchQuery *query,
          guint          first,
          guint          n_terms)
{
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = first; i < first + n_terms; i++)
    {
      const TlSearchTerm *term = tl_search_query_get_term (query, i);

      if (term->is_excluded)
        return NULL;
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", term->typed);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* "The Union", "the bank": articles call many things so. */
static gboolean
says_too_little (const char *name)
{
  return strchr (name, ' ') == NULL && tl_is_common_word (name, strlen (name));
}

static gboolean
find_by_key (TlDatabase  *database,
             const char  *name,
             GArray      *ids,
             GError     **error)
{
  g_autofree char *key = tl_entity_name_dup_key (TL_ENTITY_ORGANIZATION, name);
  g_autofree char *person = tl_entity_name_dup_key (TL_ENTITY_PERSON, name);

  /* A key of which no text is kept is what a shorter name would have, and nobody's name. */
  return tl_database_select_ids (database, ids, error,
                                 "SELECT DISTINCT main FROM name JOIN entity ON id = entity_id"
                                 " WHERE (name.key = ?1 AND type != 'person'"
                                 "        OR name.key = ?2 AND type = 'person') AND text != ''",
                                 "ss", key, person);
}

/* The terms from @first on as they stand in folded words, a space before them. */
static char *
dup_part (TlSearchQuery *query,
          guint          first,
          guint          n_terms)
{
  g_autoptr(GString) part = g_string_new (NULL);
  const TlSearchTerm *last = tl_search_query_get_term (query, first + n_terms - 1);

  for (guint i = first; i < first + n_terms; i++)
    g_string_append_printf (part, " %s", tl_search_query_get_term (query, i)->words);
  if (!last->is_prefix)
    g_string_append_c (part, ' ');
  return g_string_free (g_steal_pointer (&part), FALSE);
}

/* People decide on few names, so all of these are looked at; a word of one will do. */
static gboolean
find_decided (TlDatabase  *database,
              const char  *part,
              GArray      *ids,
              GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT main, renamed FROM entity WHERE renamed IS NOT NULL"
                       " UNION ALL"
                       " SELECT main, decision.name FROM decision"
                       "  JOIN entity ON entity.type = decision.type AND entity.key = decision.key"
                       "  WHERE kind = 'merge' AND NOT is_undone"
                       " UNION ALL"
                       " SELECT main, to_name FROM decision"
                       "  JOIN entity ON entity.type = to_type AND entity.key = to_key"
                       "  WHERE kind = 'merge' AND NOT is_undone AND to_name IS NOT NULL", "");

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      g_autofree char *name = tl_statement_dup_string (statement, 1);
      g_autoptr(GString) words = g_string_new (" ");
      gint64 id = sqlite3_column_int64 (statement, 0);

      tl_words_fold (name, strlen (name), words);
      if (strstr (words->str, part) != NULL)
        g_array_append_val (ids, id);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
find_named (TlDatabase     *database,
            TlSearchQuery  *query,
            guint           first,
            guint           n_terms,
            GArray         *ids,
            GError        **error)
{
  g_autofree char *name = dup_name (query, first, n_terms);
  g_autofree char *part = NULL;

  if (name == NULL || says_too_little (name))
    return TRUE;
  part = dup_part (query, first, n_terms);
  return find_by_key (database, name, ids, error) && find_decided (database, part, ids, error);
}

static gboolean
find_articles (TlDatabase  *database,
               GArray      *mains,
               GArray      *ids,
               GError     **error)
{
  for (guint i = 0; i < mains->len; i++)
    if (!tl_database_select_ids (database, ids, error,
                                 "SELECT mention.article_id FROM entity AS root"
                                 " JOIN entity AS part ON part.main = root.id"
                                 " JOIN mention ON mention.entity_id = part.id"
                                 " WHERE root.id = ?1 AND NOT root.is_dismissed AND part.main != part.id"
                                 " UNION ALL"
                                 " SELECT mention.article_id FROM entity"
                                 " JOIN mention ON mention.entity_id = entity.id"
                                 " WHERE entity.id = ?1 AND NOT is_dismissed",
                                 "i", g_array_index (mains, gint64, i)))
      return FALSE;
  return TRUE;
}

static gboolean
add_alias (TlDatabase  *database,
           GArray      *mains,
           guint        first,
           guint        n_terms,
           GPtrArray   *aliases,
           GError     **error)
{
  TlSearchAlias *alias = g_new (TlSearchAlias, 1);

  *alias = (TlSearchAlias) {
    ((1u << n_terms) - 1) << first, tl_article_set_new (), g_array_new (FALSE, FALSE, sizeof (gint64)),
  };
  g_ptr_array_add (aliases, alias);
  if (!find_articles (database, mains, alias->ids, error))
    return FALSE;
  for (guint i = 0; i < alias->ids->len; i++)
    tl_article_set_add (alias->articles, g_array_index (alias->ids, gint64, i));
  return TRUE;
}

/* The longest name that begins at a term. */
static gboolean
find_at (TlDatabase     *database,
         TlSearchQuery  *query,
         guint           first,
         GPtrArray      *aliases,
         guint          *n_terms,
         GError        **error)
{
  guint n_left = MIN (MAX_NAME_TERMS, tl_search_query_get_n_terms (query) - first);
  g_autoptr(GArray) mains = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (*n_terms = n_left; *n_terms > 0 && mains->len == 0; (*n_terms)--)
    {
      if (!find_named (database, query, first, *n_terms, mains, error))
        return FALSE;
      if (mains->len > 0)
        return add_alias (database, mains, first, *n_terms, aliases, error);
    }
  *n_terms = 1;
  return TRUE;
}

/**
 * tl_search_aliases_find:
 * @database: a connection
 * @query: what is searched for
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlSearchAlias): what the query names; none
 *   of its terms is in two of them
 */
GPtrArray *
tl_search_aliases_find (TlDatabase     *database,
                        TlSearchQuery  *query,
                        GError        **error)
{
  g_autoptr(GPtrArray) aliases = g_ptr_array_new_with_free_func (alias_free);
  guint n_terms;

  for (guint i = 0; i < tl_search_query_get_n_terms (query) && aliases->len < MAX_ALIASES;
       i += n_terms)
    if (!find_at (database, query, i, aliases, &n_terms, error))
      return NULL;
  return g_steal_pointer (&aliases);
}
