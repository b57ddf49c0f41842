/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-query.h"

#include <string.h>

struct _TlArticleQuery
{
  TlArticleOrder  order;
  char           *words;        /* owned, never NULL, without spaces around */
  GPtrArray      *publishers;   /* owned: char, "" for those without one */
  TlDate          from;
  TlDate          to;
  char           *language;     /* owned, "" for unknown; NULL for any */
  GArray         *entities;     /* owned: gint64 */
  char            pair[2][TL_PARTNER_SIZE];     /* in alphabetical order */
  gboolean        has_figures;
  gboolean        to_review;
};

/**
 * tl_article_query_new:
 *
 * Returns: (transfer full): all articles, the newest first
 */
TlArticleQuery *
tl_article_query_new (void)
{
  TlArticleQuery *self = g_new0 (TlArticleQuery, 1);

  self->words = g_strdup ("");
  self->publishers = g_ptr_array_new_with_free_func (g_free);
  self->entities = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * tl_article_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): the same
 */
TlArticleQuery *
tl_article_query_copy (const TlArticleQuery *self)
{
  TlArticleQuery *copy = g_memdup2 (self, sizeof *self);

  copy->words = g_strdup (self->words);
  copy->publishers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->publishers->len; i++)
    g_ptr_array_add (copy->publishers, g_strdup (g_ptr_array_index (self->publishers, i)));
  copy->language = g_strdup (self->language);
  copy->entities = g_array_copy (self->entities);
  return copy;
}

/**
 * tl_article_query_free:
 * @self: (transfer full): a query
 */
void
tl_article_query_free (TlArticleQuery *self)
{
  g_free (self->words);
  g_ptr_array_unref (self->publishers);
  g_free (self->language);
  g_array_unref (self->entities);
  g_free (self);
}

static gboolean
is_same_date (TlDate date,
              TlDate other)
{
  return date.year == other.year && date.month == other.month && date.day == other.day;
}

static gboolean
has_same_filters (const TlArticleQuery *self,
                  const TlArticleQuery *other)
{
  return is_same_date (self->from, other->from) && is_same_date (self->to, other->to) &&
         g_strcmp0 (self->language, other->language) == 0 &&
         strcmp (self->pair[0], other->pair[0]) == 0 &&
         strcmp (self->pair[1], other->pair[1]) == 0 &&
         self->has_figures == other->has_figures && self->to_review == other->to_review;
}

/**
 * tl_article_query_equal:
 * @self: a query
 * @other: another
 *
 * Returns: whether both ask for the same
 */
gboolean
tl_article_query_equal (const TlArticleQuery *self,
                        const TlArticleQuery *other)
{
  if (self->order != other->order || strcmp (self->words, other->words) != 0 ||
      self->publishers->len != other->publishers->len ||
      self->entities->len != other->entities->len || !has_same_filters (self, other))
    return FALSE;
  for (guint i = 0; i < self->publishers->len; i++)
    if (!tl_article_query_has_publisher (other, g_ptr_array_index (self->publishers, i)))
      return FALSE;
  for (guint i = 0; i < self->entities->len; i++)
    if (g_array_index (self->entities, gint64, i) != g_array_index (other->entities, gint64, i))
      return FALSE;
  return TRUE;
}

/**
 * tl_article_query_has_filter:
 * @self: a query
 * @filter: by what
 *
 * Returns: whether articles are chosen by it
 */
gboolean
tl_article_query_has_filter (const TlArticleQuery *self,
                             TlArticleFilter       filter)
{
  switch (filter)
    {
    case TL_FILTER_PUBLISHER:
      return self->publishers->len > 0;
    case TL_FILTER_PERIOD:
      return self->from.year != 0 || self->to.year != 0;
    case TL_FILTER_LANGUAGE:
      return self->language != NULL;
    case TL_FILTER_ENTITY:
      return self->entities->len > 0;
    case TL_FILTER_PAIR:
      return self->pair[0][0] != '\0';
    case TL_FILTER_FIGURES:
      return self->has_figures;
    case TL_FILTER_TO_REVIEW:
      return self->to_review;
    case TL_FILTER_WORDS:
      return *self->words != '\0';
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tl_article_query_has_chips:
 * @self: a query
 *
 * Returns: whether articles are chosen by anything but words
 */
gboolean
tl_article_query_has_chips (const TlArticleQuery *self)
{
  for (TlArticleFilter filter = 0; filter < TL_N_FILTERS; filter++)
    if (filter != TL_FILTER_WORDS && tl_article_query_has_filter (self, filter))
      return TRUE;
  return FALSE;
}

/**
 * tl_article_query_is_filtered:
 * @self: a query
 *
 * Returns: whether it asks for some of the articles, and not for all
 */
gboolean
tl_article_query_is_filtered (const TlArticleQuery *self)
{
  return tl_article_query_has_filter (self, TL_FILTER_WORDS) || tl_article_query_has_chips (self);
}

/**
 * tl_article_query_clear:
 * @self: a query
 * @filter: by what
 *
 * Has articles no longer be chosen by it.
 */
void
tl_article_query_clear (TlArticleQuery  *self,
                        TlArticleFilter  filter)
{
  switch (filter)
    {
    case TL_FILTER_PUBLISHER:
      g_ptr_array_set_size (self->publishers, 0);
      break;
    case TL_FILTER_PERIOD:
      self->from = self->to = TL_DATE_NONE;
      break;
    case TL_FILTER_LANGUAGE:
      g_clear_pointer (&self->language, g_free);
      break;
    case TL_FILTER_ENTITY:
      g_array_set_size (self->entities, 0);
      break;
    case TL_FILTER_PAIR:
      self->pair[0][0] = self->pair[1][0] = '\0';
      break;
    case TL_FILTER_FIGURES:
      self->has_figures = FALSE;
      break;
    case TL_FILTER_TO_REVIEW:
      self->to_review = FALSE;
      break;
    case TL_FILTER_WORDS:
      tl_article_query_set_words (self, "");
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * tl_article_query_get_order:
 * @self: a query
 *
 * Returns: in which order
 */
TlArticleOrder
tl_article_query_get_order (const TlArticleQuery *self)
{
  return self->order;
}

/**
 * tl_article_query_set_order:
 * @self: a query
 * @order: in which order
 */
void
tl_article_query_set_order (TlArticleQuery *self,
                            TlArticleOrder  order)
{
  self->order = order;
}

/**
 * tl_article_query_get_words:
 * @self: a query
 *
 * Returns: the words to look for, "" for none
 */
const char *
tl_article_query_get_words (const TlArticleQuery *self)
{
  return self->words;
}

/**
 * tl_article_query_set_words:
 * @self: a query
 * @words: what a person typed; "" for none
 */
void
tl_article_query_set_words (TlArticleQuery *self,
                            const char     *words)
{
  char *copy = g_strstrip (g_strdup (words));

  g_free (self->words);
  self->words = copy;
}

/**
 * tl_article_query_get_publishers:
 * @self: a query
 *
 * Returns: (transfer none) (element-type utf8): of these publishers, "" for none known; of any
 *   where there are none
 */
GPtrArray *
tl_article_query_get_publishers (const TlArticleQuery *self)
{
  return self->publishers;
}

/**
 * tl_article_query_has_publisher:
 * @self: a query
 * @publisher: a publisher, or ""
 *
 * Returns: whether it is one of those that are asked for
 */
gboolean
tl_article_query_has_publisher (const TlArticleQuery *self,
                                const char           *publisher)
{
  return g_ptr_array_find_with_equal_func (self->publishers, publisher, g_str_equal, NULL);
}

/**
 * tl_article_query_set_publisher:
 * @self: a query
 * @publisher: a publisher; "" for articles of which none is known
 * @is_in: whether to ask for it, or no longer
 */
void
tl_article_query_set_publisher (TlArticleQuery *self,
                                const char     *publisher,
                                gboolean        is_in)
{
  guint position;
  gboolean was_in = g_ptr_array_find_with_equal_func (self->publishers, publisher, g_str_equal,
                                                      &position);

  if (is_in && !was_in)
    g_ptr_array_add (self->publishers, g_strdup (publisher));
  else if (!is_in && was_in)
    g_ptr_array_remove_index (self->publishers, position);
}

/**
 * tl_article_query_get_from:
 * @self: a query
 *
 * Returns: published in or after this year, month or day
 */
TlDate
tl_article_query_get_from (const TlArticleQuery *self)
{
  return self->from;
}

/**
 * tl_article_query_get_to:
 * @self: a query
 *
 * Returns: published in or before this year, month or day
 */
TlDate
tl_article_query_get_to (const TlArticleQuery *self)
{
  return self->to;
}

/**
 * tl_article_query_set_period:
 * @self: a query
 * @from: published in or after this year, month or day; %TL_DATE_NONE for any
 * @to: published in or before this one; %TL_DATE_NONE for any
 *
 * Articles of which only the year is known are in a period with all of that year.
 */
void
tl_article_query_set_period (TlArticleQuery *self,
                             TlDate          from,
                             TlDate          to)
{
  self->from = from;
  self->to = to;
}

/**
 * tl_article_query_get_language:
 * @self: a query
 *
 * Returns: (nullable): in this language, "" for articles of which none is known; %NULL for any
 */
const char *
tl_article_query_get_language (const TlArticleQuery *self)
{
  return self->language;
}

/**
 * tl_article_query_set_language:
 * @self: a query
 * @language: (nullable): a code, "" for articles of which none is known; %NULL for any
 */
void
tl_article_query_set_language (TlArticleQuery *self,
                               const char     *language)
{
  char *copy = g_strdup (language);

  g_free (self->language);
  self->language = copy;
}

/**
 * tl_article_query_get_entities:
 * @self: a query
 *
 * Returns: (transfer none) (element-type gint64): that name each of these
 */
GArray *
tl_article_query_get_entities (const TlArticleQuery *self)
{
  return self->entities;
}

/**
 * tl_article_query_set_entity:
 * @self: a query
 * @id: a main entity of the library
 * @is_in: whether articles have to name it, or need not any longer
 */
void
tl_article_query_set_entity (TlArticleQuery *self,
                             gint64          id,
                             gboolean        is_in)
{
  for (guint i = 0; i < self->entities->len; i++)
    if (g_array_index (self->entities, gint64, i) == id)
      {
        if (!is_in)
          g_array_remove_index (self->entities, i);
        return;
      }
  if (is_in)
    g_array_append_val (self->entities, id);
}

/**
 * tl_article_query_get_partner:
 * @self: a query
 * @n: 0 or 1
 *
 * Returns: the code of one of the partners that articles have figures of; "" for any
 */
const char *
tl_article_query_get_partner (const TlArticleQuery *self,
                              guint                 n)
{
  g_return_val_if_fail (n < 2, "");

  return self->pair[n];
}

/**
 * tl_article_query_set_pair:
 * @self: a query
 * @partner: the code of a country
 * @other: that of another
 *
 * Asks for articles with figures of the trade between the two, or their regions.
 */
void
tl_article_query_set_pair (TlArticleQuery *self,
                           const char     *partner,
                           const char     *other)
{
  gboolean is_first = strcmp (partner, other) <= 0;

  g_strlcpy (self->pair[0], is_first ? partner : other, TL_PARTNER_SIZE);
  g_strlcpy (self->pair[1], is_first ? other : partner, TL_PARTNER_SIZE);
}

/**
 * tl_article_query_set_has_figures:
 * @self: a query
 * @has_figures: whether articles have to have figures of trade
 */
void
tl_article_query_set_has_figures (TlArticleQuery *self,
                                  gboolean        has_figures)
{
  self->has_figures = has_figures;
}

/**
 * tl_article_query_set_to_review:
 * @self: a query
 * @to_review: whether articles have to have figures that nobody has reviewed
 */
void
tl_article_query_set_to_review (TlArticleQuery *self,
                                gboolean        to_review)
{
  self->to_review = to_review;
}
