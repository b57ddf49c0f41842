/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-set.h"

#include "tl-article-key.h"

/* Ids are given one after the other, but a file from elsewhere may hold any: those beyond are
 * kept apart, so that one of them does not make the set large. */
#define MAX_DENSE (G_GINT64_CONSTANT (1) << 26)

struct _TlArticleSet
{
  GArray     *words;            /* owned: guint64 */
  GHashTable *others;           /* owned: gint64 to itself, or NULL */
};

/**
 * tl_article_set_new:
 *
 * Returns: (transfer full): an empty set
 */
TlArticleSet *
tl_article_set_new (void)
{
  TlArticleSet *self = g_new0 (TlArticleSet, 1);

  self->words = g_array_new (FALSE, TRUE, sizeof (guint64));
  return self;
}

/**
 * tl_article_set_free:
 * @self: (transfer full): a set
 */
void
tl_article_set_free (TlArticleSet *self)
{
  g_array_unref (self->words);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_free (self);
}

/**
 * tl_article_set_add:
 * @self: a set
 * @id: an article
 *
 * Puts it in.
 */
void
tl_article_set_add (TlArticleSet *self,
                    gint64        id)
{
  guint word = (guint) (id / 64);

  if (id < 0 || id >= MAX_DENSE)
    {
      if (self->others == NULL)
        self->others = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      g_hash_table_add (self->others, g_memdup2 (&id, sizeof id));
      return;
    }
  if (word >= self->words->len)
    g_array_set_size (self->words, word + 1);
  g_array_index (self->words, guint64, word) |= G_GUINT64_CONSTANT (1) << (id % 64);
}

/**
 * tl_article_set_has:
 * @self: a set
 * @id: an article
 *
 * Returns: whether it is in it
 */
gboolean
tl_article_set_has (const TlArticleSet *self,
                    gint64              id)
{
  if (id < 0 || id >= MAX_DENSE)
    return self->others != NULL && g_hash_table_contains (self->others, &id);
  return (guint) (id / 64) < self->words->len &&
         (g_array_index (self->words, guint64, (guint) (id / 64)) >> (id % 64) & 1) != 0;
}

/**
 * tl_article_set_remove:
 * @self: a set
 * @id: an article
 *
 * Takes it out, where it is in it.
 */
void
tl_article_set_remove (TlArticleSet *self,
                       gint64        id)
{
  if (!tl_article_set_has (self, id))
    return;
  if (id < 0 || id >= MAX_DENSE)
    g_hash_table_remove (self->others, &id);
  else
    g_array_index (self->words, guint64, (guint) (id / 64)) &= ~(G_GUINT64_CONSTANT (1) << (id % 64));
}

static gboolean
is_missing (gpointer key,
            gpointer value G_GNUC_UNUSED,
            gpointer user_data)
{
  return !tl_article_set_has (user_data, *(gint64 *) key);
}

/**
 * tl_article_set_intersect:
 * @self: a set
 * @other: another
 *
 * Takes out what is not in the other.
 */
void
tl_article_set_intersect (TlArticleSet       *self,
                          const TlArticleSet *other)
{
  guint n_words = MIN (self->words->len, other->words->len);

  g_array_set_size (self->words, n_words);
  for (guint i = 0; i < n_words; i++)
    g_array_index (self->words, guint64, i) &= g_array_index (other->words, guint64, i);
  if (self->others != NULL)
    g_hash_table_foreach_remove (self->others, is_missing, (gpointer) other);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 id = *(const gint64 *) a, other = *(const gint64 *) b;

  return (id > other) - (id < other);
}

/**
 * tl_article_set_list:
 * @self: a set
 *
 * Returns: (transfer full) (element-type gint64): what is in it, ascending
 */
GArray *
tl_article_set_list (const TlArticleSet *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < self->words->len; i++)
    for (guint64 word = g_array_index (self->words, guint64, i); word != 0; word &= word - 1)
      {
        gint64 id = (gint64) i * 64 + __builtin_ctzll (word);

        g_array_append_val (ids, id);
      }
  if (self->others == NULL)
    return ids;
  g_hash_table_iter_init (&iter, self->others);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (ids, *(gint64 *) key);
  g_array_sort (ids, compare_ids);
  return ids;
}
