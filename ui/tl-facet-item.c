/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-facet-item.h"

#include "tl-filter-words.h"

struct _TlFacetItem
{
  GObject  parent_instance;

  char    *value;               /* owned, NULL for any */
  char    *label;               /* owned */
  guint    n_articles;
};

typedef enum
{
  PROP_LABEL = 1,
  PROP_COUNT,
} TlFacetItemProperty;

static GParamSpec *properties[PROP_COUNT + 1];

G_DEFINE_FINAL_TYPE (TlFacetItem, tl_facet_item, G_TYPE_OBJECT)

static void
tl_facet_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlFacetItem *self = TL_FACET_ITEM (object);

  switch ((TlFacetItemProperty) prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_COUNT:
      g_value_take_string (value, self->n_articles > 0
                                  ? tl_filter_words_for_number (self->n_articles) : g_strdup (""));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_facet_item_finalize (GObject *object)
{
  TlFacetItem *self = TL_FACET_ITEM (object);

  g_free (self->value);
  g_free (self->label);

  G_OBJECT_CLASS (tl_facet_item_parent_class)->finalize (object);
}

static void
tl_facet_item_class_init (TlFacetItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_facet_item_get_property;
  object_class->finalize = tl_facet_item_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_string ("count", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_facet_item_init (TlFacetItem *self)
{
}

/**
 * tl_facet_item_new:
 * @value: (nullable): what articles are filtered by, %NULL for any
 * @label: what it is called
 * @n_articles: how many articles have it; 0 where that is not said
 *
 * Returns: (transfer full): something to choose
 */
TlFacetItem *
tl_facet_item_new (const char *value,
                   const char *label,
                   guint       n_articles)
{
  TlFacetItem *self = g_object_new (TL_TYPE_FACET_ITEM, NULL);

  self->value = g_strdup (value);
  self->label = g_strdup (label);
  self->n_articles = n_articles;
  return self;
}

/**
 * tl_facet_item_get_value:
 * @self: something to choose
 *
 * Returns: (transfer none) (nullable): what articles are filtered by, %NULL for any
 */
const char *
tl_facet_item_get_value (TlFacetItem *self)
{
  g_return_val_if_fail (TL_IS_FACET_ITEM (self), NULL);

  return self->value;
}

/**
 * tl_facet_item_get_label:
 * @self: something to choose
 *
 * Returns: (transfer none): what it is called
 */
const char *
tl_facet_item_get_label (TlFacetItem *self)
{
  g_return_val_if_fail (TL_IS_FACET_ITEM (self), NULL);

  return self->label;
}
