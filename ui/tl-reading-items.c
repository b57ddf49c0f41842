/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was read from an article, gathered for a list: by kind, each thing once. */

#include "tl-reading-item.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tl-labels.h"

/* By what names a thing is called is seen from so many of its mentions. */
#define MAX_FORM_MENTIONS 100

/* Items of one kind, in the order in which the article first names them. */
typedef struct
{
  TlMentionKind  kind;
  const char    *text;          /* the article's */
  gsize          length;        /* of the text, in bytes */
  GPtrArray     *items;         /* (element-type TlReadingItem) */
  GHashTable    *by_name;       /* name and detail to item, not owned */
} Group;

static void
group_init (Group         *group,
            TlMentionKind  kind,
            const char    *text)
{
  group->kind = kind;
  group->text = text;
  group->length = strlen (text);
  group->items = g_ptr_array_new_with_free_func (g_object_unref);
  group->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
group_clear (Group *group)
{
  g_ptr_array_unref (group->items);
  g_hash_table_unref (group->by_name);
}

/* A line break within the words is where the page broke them. */
static char *
dup_words (Group  *group,
           TlSpan  span)
{
  gsize end = MIN (span.end, group->length);
  gsize start = MIN (span.start, end);
  char *words = g_strndup (group->text + start, end - start);

  for (char *c = words; *c != '\0'; c++)
    if (g_ascii_isspace (*c))
      *c = ' ';
  return words;
}

static void
group_add_words (Group      *group,
                 TlSpan      span,
                 const char *detail)
{
  g_autofree char *words = dup_words (group, span);
  g_autofree char *key = g_strconcat (words, "\n", detail, NULL);
  TlReadingItem *item = g_hash_table_lookup (group->by_name, key);

  if (item == NULL)
    {
      item = tl_reading_item_new (group->kind, words, detail);
      g_ptr_array_add (group->items, item);
      g_hash_table_insert (group->by_name, g_steal_pointer (&key), item);
    }
  tl_reading_item_add_mention (item, span);
}

/* What stands below a name: that the reading is a guess where it is one, where else it is named, and
 * its role; that last, for a long one is cut short. */
static char *
describe_entity (TlEntity *entity)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  guint n_articles = tl_entity_get_n_articles (entity);

  if (tl_entity_is_doubtful (entity))
    g_strv_builder_add (builder, C_("name", "Doubtful"));
  if (n_articles > 1)
    {
      g_autofree char *others =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %u other article", "In %u other articles",
                                      n_articles - 1), n_articles - 1);

      g_strv_builder_add (builder, others);
    }
  if (tl_entity_get_role (entity) != NULL)
    g_strv_builder_add (builder, tl_entity_get_role (entity));
  parts = g_strv_builder_end (builder);
  return parts[0] != NULL ? g_strjoinv (" · ", parts) : NULL;
}

static void
group_add_entities (Group     *group,
                    TlArticle *article)
{
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      g_autofree char *detail = NULL;
      TlReadingItem *item;
      const TlSpan *mentions;
      guint n_mentions;

      if (tl_mention_kind_for_entity (tl_entity_get_entity_type (entity)) != group->kind)
        continue;
      detail = describe_entity (entity);
      item = tl_reading_item_new (group->kind, tl_entity_get_name (entity), detail);
      tl_reading_item_set_entity_id (item, tl_entity_get_id (entity));
      mentions = tl_entity_get_mentions (entity, &n_mentions);
      for (guint j = 0; j < n_mentions; j++)
        {
          tl_reading_item_add_mention (item, mentions[j]);
          if (j < MAX_FORM_MENTIONS)
            {
              g_autofree char *form = dup_words (group, mentions[j]);

              tl_reading_item_add_form (item, form);
            }
        }
      g_ptr_array_add (group->items, item);
    }
}

static void
group_add_amounts (Group     *group,
                   TlArticle *article)
{
  GArray *amounts = tl_article_get_amounts (article);

  for (guint i = 0; i < amounts->len; i++)
    group_add_words (group, g_array_index (amounts, TlAmount, i).span, NULL);
}

/* "last year" says which year only together with the article's date: that is the detail. */
static char *
describe_period (Group          *group,
                 const TlPeriod *period)
{
  g_autofree char *label = NULL;
  g_autofree char *words = dup_words (group, period->span);

  if (period->unit == TL_PERIOD_DAY)
    label = tl_label_for_date (period->start);
  else
    label = tl_label_for_period (period->start, period->end);

  if (label[0] == '\0' || g_str_equal (label, words))
    return NULL;
  return g_steal_pointer (&label);
}

static void
group_add_dates (Group     *group,
                 TlArticle *article)
{
  GArray *dates = tl_article_get_dates (article);

  for (guint i = 0; i < dates->len; i++)
    {
      const TlPeriod *period = &g_array_index (dates, TlPeriod, i);
      g_autofree char *detail = describe_period (group, period);

      group_add_words (group, period->span, detail);
    }
}

static void
append_group (GListStore *store,
              Group      *group)
{
  g_autoptr(TlReadingItem) heading = NULL;

  if (group->items->len == 0)
    return;
  heading = tl_reading_item_new_heading (group->kind, group->items->len);
  g_list_store_append (store, heading);
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0,
                       group->items->pdata, group->items->len);
}

/**
 * tl_reading_items_new:
 * @article: an article
 *
 * Gathers its entities, amounts and dates: a heading for each kind that there is, then
 * its items in the order in which the article first names them.
 *
 * Returns: (transfer full): a list of #TlReadingItem
 */
GListModel *
tl_reading_items_new (TlArticle *article)
{
  GListStore *store = g_list_store_new (TL_TYPE_READING_ITEM);

  g_return_val_if_fail (TL_IS_ARTICLE (article), G_LIST_MODEL (store));

  for (guint kind = TL_MENTION_PERSON; kind <= TL_MENTION_DATE; kind++)
    {
      Group group;

      group_init (&group, kind, tl_article_get_text (article));
      if (kind == TL_MENTION_AMOUNT)
        group_add_amounts (&group, article);
      else if (kind == TL_MENTION_DATE)
        group_add_dates (&group, article);
      else
        group_add_entities (&group, article);
      append_group (store, &group);
      group_clear (&group);
    }
  return G_LIST_MODEL (store);
}
