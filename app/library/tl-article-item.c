/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-article-item.h"

#include <glib/gi18n-lib.h>

#include "tl-labels.h"

struct _TlArticleItem
{
  GObject  parent_instance;

  gint64   id;
  char    *title;               /* owned, never NULL */
  char    *publisher;           /* owned, NULL when unknown */
  TlDate   published;
  guint    n_figures;
  guint    n_carriers;          /* of its story, with itself */
  gboolean to_review;
  char    *snippet;             /* owned, NULL where nothing is looked for */
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_N_FIGURES,
  PROP_N_CARRIERS,
  PROP_TO_REVIEW,
  PROP_SNIPPET,
} TlArticleItemProperty;

static GParamSpec *properties[PROP_SNIPPET + 1];

G_DEFINE_FINAL_TYPE (TlArticleItem, tl_article_item, G_TYPE_OBJECT)

static char *
dup_origin (TlArticleItem *self)
{
  g_autofree char *date = tl_label_for_date (self->published);

  if (self->publisher == NULL)
    return g_strdup (*date != '\0' ? date : _("No date"));
  if (*date == '\0')
    return g_strdup (self->publisher);
  /* Translators: who published an article, and when: "Kazinform · 16 March 2017" */
  return g_strdup_printf (C_("article", "%s · %s"), self->publisher, date);
}

static char *
dup_subtitle (TlArticleItem *self)
{
  g_autofree char *origin = dup_origin (self);
  g_autofree char *carriers = NULL;

  if (self->n_carriers < 2)
    return g_steal_pointer (&origin);
  carriers = tl_label_for_carriers (self->n_carriers);
  /* Translators: who published an article and when, and "Carried by 3" */
  return g_strdup_printf (C_("article", "%s · %s"), origin, carriers);
}

static void
tl_article_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlArticleItem *self = TL_ARTICLE_ITEM (object);

  switch ((TlArticleItemProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_take_string (value, dup_subtitle (self));
      break;
    case PROP_N_FIGURES:
      g_value_set_uint (value, self->n_figures);
      break;
    case PROP_N_CARRIERS:
      g_value_set_uint (value, self->n_carriers);
      break;
    case PROP_TO_REVIEW:
      g_value_set_boolean (value, self->to_review);
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, self->snippet);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_article_item_finalize (GObject *object)
{
  TlArticleItem *self = TL_ARTICLE_ITEM (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->snippet, g_free);

  G_OBJECT_CLASS (tl_article_item_parent_class)->finalize (object);
}

static void
tl_article_item_class_init (TlArticleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_article_item_get_property;
  object_class->finalize = tl_article_item_finalize;

  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_N_FIGURES] =
    g_param_spec_uint ("n-figures", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CARRIERS] =
    g_param_spec_uint ("n-carriers", NULL, NULL, 1, G_MAXUINT, 1, flags);
  properties[PROP_TO_REVIEW] =
    g_param_spec_boolean ("to-review", NULL, NULL, FALSE, flags);
  properties[PROP_SNIPPET] =
    g_param_spec_string ("snippet", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_article_item_init (TlArticleItem *self)
{
  self->n_carriers = 1;
}

/**
 * tl_article_item_new:
 * @id: the library's id of the article
 * @title: (nullable): what to call it
 * @publisher: (nullable): who published it
 * @published: when, as much as is known
 * @n_figures: how many trade figures were found in it
 *
 * Returns: (transfer full): a row of the list of articles
 */
TlArticleItem *
tl_article_item_new (gint64      id,
                     const char *title,
                     const char *publisher,
                     TlDate      published,
                     guint       n_figures)
{
  TlArticleItem *self = g_object_new (TL_TYPE_ARTICLE_ITEM, NULL);

  self->id = id;
  self->title = g_strdup (title != NULL ? title : "");
  self->publisher = publisher != NULL && *publisher != '\0' ? g_strdup (publisher) : NULL;
  self->published = tl_date_is_valid (published) ? published : TL_DATE_NONE;
  self->n_figures = n_figures;
  return self;
}

/**
 * tl_article_item_get_id:
 * @self: a row
 *
 * Returns: the library's id of the article
 */
gint64
tl_article_item_get_id (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), 0);

  return self->id;
}

/**
 * tl_article_item_get_title:
 * @self: a row
 *
 * Returns: (transfer none): what to call the article
 */
const char *
tl_article_item_get_title (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), NULL);

  return self->title;
}

/**
 * tl_article_item_get_publisher:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): who published the article
 */
const char *
tl_article_item_get_publisher (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), NULL);

  return self->publisher;
}

/**
 * tl_article_item_get_published:
 * @self: a row
 *
 * Returns: when the article was published, as much as is known
 */
TlDate
tl_article_item_get_published (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), TL_DATE_NONE);

  return self->published;
}

/**
 * tl_article_item_get_n_figures:
 * @self: a row
 *
 * Returns: how many trade figures were found in the article
 */
guint
tl_article_item_get_n_figures (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), 0);

  return self->n_figures;
}

/**
 * tl_article_item_get_n_carriers:
 * @self: a row
 *
 * Returns: how many articles carry the same story, this one among them
 */
guint
tl_article_item_get_n_carriers (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), 1);

  return self->n_carriers;
}

/**
 * tl_article_item_set_n_carriers:
 * @self: a row
 * @n_carriers: how many articles carry the same story, this one among them
 *
 * Tells how many carry it from now on.
 */
void
tl_article_item_set_n_carriers (TlArticleItem *self,
                                guint          n_carriers)
{
  g_return_if_fail (TL_IS_ARTICLE_ITEM (self));

  if (self->n_carriers == n_carriers)
    return;
  self->n_carriers = n_carriers;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CARRIERS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/**
 * tl_article_item_get_to_review:
 * @self: a row
 *
 * Returns: whether it has figures that nobody has reviewed
 */
gboolean
tl_article_item_get_to_review (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), FALSE);

  return self->to_review;
}

/**
 * tl_article_item_set_to_review:
 * @self: a row
 * @to_review: whether it has figures that nobody has reviewed
 */
void
tl_article_item_set_to_review (TlArticleItem *self,
                               gboolean       to_review)
{
  g_return_if_fail (TL_IS_ARTICLE_ITEM (self));

  if (self->to_review == to_review)
    return;
  self->to_review = to_review;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TO_REVIEW]);
}

/**
 * tl_article_item_get_snippet:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the passage in which the words stand that are being
 *   looked for, as markup of Pango; %NULL where nothing is, or it is not known yet
 */
const char *
tl_article_item_get_snippet (TlArticleItem *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_ITEM (self), NULL);

  return self->snippet;
}

/**
 * tl_article_item_set_snippet:
 * @self: a row
 * @snippet: (nullable): the passage in which the words stand that are being looked for, as
 *   markup
 *
 * Shows hits in context from now on.
 */
void
tl_article_item_set_snippet (TlArticleItem *self,
                             const char    *snippet)
{
  char *copy;

  g_return_if_fail (TL_IS_ARTICLE_ITEM (self));

  if (g_strcmp0 (self->snippet, snippet) == 0)
    return;
  copy = g_strdup (snippet);
  g_free (self->snippet);
  self->snippet = copy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNIPPET]);
}
