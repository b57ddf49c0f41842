/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The filters of a query as strings, by which a window remembers them. */

#include "tl-article-query.h"

#include <string.h>

static void
add_period (GStrvBuilder *filters,
            const char   *name,
            TlDate        date)
{
  g_autofree char *string = tl_date_is_set (date) ? tl_date_to_string (date) : NULL;
  g_autofree char *filter = string != NULL ? g_strconcat (name, string, NULL) : NULL;

  if (filter != NULL)
    g_strv_builder_add (filters, filter);
}

static void
add_value (GStrvBuilder *filters,
           const char   *name,
           const char   *value)
{
  g_autofree char *filter = g_strconcat (name, value, NULL);

  g_strv_builder_add (filters, filter);
}

#define PUBLISHER "publisher:"
#define FROM "from:"
#define TO "to:"
#define LANGUAGE "language:"
#define ENTITY "entity:"
#define PAIR "pair:"
#define FIGURES "figures"
#define TO_REVIEW "to-review"

/**
 * tl_article_query_dup_filters:
 * @self: a query
 *
 * Returns: (transfer full): what articles are chosen by, but for words, as
 *   tl_article_query_add_filter() takes it: "publisher:BelTA", "from:2017-03", "to:2018",
 *   "language:ru", "entity:12", "pair:BY,KZ", "figures", "to-review"
 */
char **
tl_article_query_dup_filters (const TlArticleQuery *self)
{
  g_autoptr(GStrvBuilder) filters = g_strv_builder_new ();
  GPtrArray *publishers = tl_article_query_get_publishers (self);
  GArray *entities = tl_article_query_get_entities (self);

  for (guint i = 0; i < publishers->len; i++)
    add_value (filters, PUBLISHER, publishers->pdata[i]);
  add_period (filters, FROM, tl_article_query_get_from (self));
  add_period (filters, TO, tl_article_query_get_to (self));
  if (tl_article_query_has_filter (self, TL_FILTER_LANGUAGE))
    add_value (filters, LANGUAGE, tl_article_query_get_language (self));
  for (guint i = 0; i < entities->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (entities, gint64, i));

      add_value (filters, ENTITY, id);
    }
  if (tl_article_query_has_filter (self, TL_FILTER_PAIR))
    {
      g_autofree char *pair = g_strconcat (tl_article_query_get_partner (self, 0), ",",
                                           tl_article_query_get_partner (self, 1), NULL);

      add_value (filters, PAIR, pair);
    }
  if (tl_article_query_has_filter (self, TL_FILTER_FIGURES))
    g_strv_builder_add (filters, FIGURES);
  if (tl_article_query_has_filter (self, TL_FILTER_TO_REVIEW))
    g_strv_builder_add (filters, TO_REVIEW);
  return g_strv_builder_end (filters);
}

/* What stands behind the name, or NULL. */
static const char *
get_value (const char *filter,
           const char *name)
{
  return g_str_has_prefix (filter, name) ? filter + strlen (name) : NULL;
}

static gboolean
add_date (TlArticleQuery *self,
          const char     *string,
          gboolean        is_from)
{
  TlDate date = tl_date_from_string (string);

  if (!tl_date_is_set (date) || !tl_date_is_valid (date))
    return FALSE;
  tl_article_query_set_period (self, is_from ? date : tl_article_query_get_from (self),
                               is_from ? tl_article_query_get_to (self) : date);
  return TRUE;
}

static gboolean
add_entity (TlArticleQuery *self,
            const char     *string)
{
  gint64 id;

  if (!g_ascii_string_to_signed (string, 10, 1, G_MAXINT64, &id, NULL))
    return FALSE;
  tl_article_query_set_entity (self, id, TRUE);
  return TRUE;
}

static gboolean
add_pair (TlArticleQuery *self,
          const char     *string)
{
  g_auto(GStrv) codes = g_strsplit (string, ",", -1);

  if (g_strv_length (codes) != 2 || *codes[0] == '\0' || *codes[1] == '\0' ||
      strlen (codes[0]) >= TL_PARTNER_SIZE || strlen (codes[1]) >= TL_PARTNER_SIZE)
    return FALSE;
  tl_article_query_set_pair (self, codes[0], codes[1]);
  return TRUE;
}

/**
 * tl_article_query_add_filter:
 * @self: a query
 * @filter: one of tl_article_query_dup_filters(), or whatever stands in its place
 *
 * Has articles be chosen by it, too.
 *
 * Returns: whether it is one
 */
gboolean
tl_article_query_add_filter (TlArticleQuery *self,
                             const char     *filter)
{
  const char *value;

  if ((value = get_value (filter, FROM)) != NULL)
    return add_date (self, value, TRUE);
  if ((value = get_value (filter, TO)) != NULL)
    return add_date (self, value, FALSE);
  if ((value = get_value (filter, ENTITY)) != NULL)
    return add_entity (self, value);
  if ((value = get_value (filter, PAIR)) != NULL)
    return add_pair (self, value);
  if ((value = get_value (filter, PUBLISHER)) != NULL)
    tl_article_query_set_publisher (self, value, TRUE);
  else if ((value = get_value (filter, LANGUAGE)) != NULL)
    tl_article_query_set_language (self, value);
  else if (g_str_equal (filter, FIGURES))
    tl_article_query_set_has_figures (self, TRUE);
  else if (g_str_equal (filter, TO_REVIEW))
    tl_article_query_set_to_review (self, TRUE);
  else
    return FALSE;
  return TRUE;
}
