/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-pair-item.h"

#include <glib/gi18n-lib.h>

#include "tl-words.h"

struct _TlPairItem
{
  GObject  parent_instance;

  TlPair   pair;
  char    *name;                /* owned */
};

typedef enum
{
  PROP_NAME = 1,
  PROP_COUNT_LABEL,             /* "12 figures" */
} TlPairItemProperty;

static GParamSpec *properties[PROP_COUNT_LABEL + 1];

G_DEFINE_FINAL_TYPE (TlPairItem, tl_pair_item, G_TYPE_OBJECT)

static char *
dup_count_label (TlPairItem *self)
{
  if (self->pair.n_figures == 0)
    return g_strdup (_("official figures only"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure", "%u figures", self->pair.n_figures),
                          self->pair.n_figures);
}

static void
tl_pair_item_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlPairItem *self = TL_PAIR_ITEM (object);

  switch ((TlPairItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_COUNT_LABEL:
      g_value_take_string (value, dup_count_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_pair_item_finalize (GObject *object)
{
  g_free (TL_PAIR_ITEM (object)->name);

  G_OBJECT_CLASS (tl_pair_item_parent_class)->finalize (object);
}

static void
tl_pair_item_class_init (TlPairItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_pair_item_get_property;
  object_class->finalize = tl_pair_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_COUNT_LABEL] = g_param_spec_string ("count-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_pair_item_init (TlPairItem *self)
{
}

/**
 * tl_pair_item_new:
 * @pair: two partners
 *
 * Returns: (transfer full): the item
 */
TlPairItem *
tl_pair_item_new (const TlPair *pair)
{
  TlPairItem *self;

  g_return_val_if_fail (pair != NULL, NULL);

  self = g_object_new (TL_TYPE_PAIR_ITEM, NULL);
  self->pair = *pair;
  self->name = tl_words_for_pair (pair->partners[0], pair->partners[1]);
  return self;
}

/**
 * tl_pair_item_get_pair:
 * @self: the item
 *
 * Returns: (transfer none): the partners
 */
const TlPair *
tl_pair_item_get_pair (TlPairItem *self)
{
  g_return_val_if_fail (TL_IS_PAIR_ITEM (self), NULL);

  return &self->pair;
}

/**
 * tl_pair_item_get_name:
 * @self: the item
 *
 * Returns: (transfer none): "Belarus – Kazakhstan"
 */
const char *
tl_pair_item_get_name (TlPairItem *self)
{
  g_return_val_if_fail (TL_IS_PAIR_ITEM (self), NULL);

  return self->name;
}

/**
 * tl_pair_item_dup_key:
 * @self: the item
 *
 * Returns: (transfer full): "BY,KZ", by which settings and the command line know the pair
 */
char *
tl_pair_item_dup_key (TlPairItem *self)
{
  g_return_val_if_fail (TL_IS_PAIR_ITEM (self), NULL);

  return g_strjoin (",", self->pair.partners[0], self->pair.partners[1], NULL);
}
