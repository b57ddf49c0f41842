/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of articles after others changed the library. */

#include "tl-article-list.h"

/* What stands in one of two lists and not in the other, both in order. */
static GArray *
subtract_keys (GArray *keys,
               GArray *others)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (TlArticleKey));
  guint j = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      TlArticleKey key = g_array_index (keys, TlArticleKey, i);

      while (j < others->len && g_array_index (others, TlArticleKey, j) < key)
        j++;
      if (j == others->len || g_array_index (others, TlArticleKey, j) != key)
        g_array_append_val (rest, key);
    }
  return rest;
}

/* Has the rows that somebody holds, and that say other than the file, read again. */
static gboolean
renew_rows (TlArticleList *self)
{
  g_autoptr(GArray) stale = tl_article_rows_find_stale (tl_article_list_get_rows (self));

  for (guint i = 0; i < stale->len; i++)
    {
      TlArticleKey key = g_array_index (stale, TlArticleKey, i);

      tl_article_list_replace (self, key, key);
    }
  return stale->len > 0;
}

/**
 * tl_article_list_follow:
 * @self: a list
 * @keys: (element-type TlArticleKey): the articles that the library has now, ascending
 *
 * Shows what others changed: what stays where it is, is not touched.
 *
 * Returns: whether there was anything to change
 */
gboolean
tl_article_list_follow (TlArticleList *self,
                        GArray        *keys)
{
  g_autoptr(GArray) gone = NULL;
  g_autoptr(GArray) come = NULL;

  g_return_val_if_fail (TL_IS_ARTICLE_LIST (self), FALSE);
  g_return_val_if_fail (keys != NULL, FALSE);

  gone = subtract_keys (tl_article_list_get_keys (self), keys);
  come = subtract_keys (keys, tl_article_list_get_keys (self));
  /* One that has another date is read again where it stands then. */
  for (guint i = 0; i < gone->len; i++)
    tl_article_rows_forget (tl_article_list_get_rows (self),
                            tl_article_key_get_id (g_array_index (gone, TlArticleKey, i)));
  tl_article_list_remove_many (self, (const TlArticleKey *) (const void *) gone->data, gone->len);
  tl_article_list_insert (self, (const TlArticleKey *) (const void *) come->data, come->len);
  return renew_rows (self) || gone->len + come->len > 0;
}
