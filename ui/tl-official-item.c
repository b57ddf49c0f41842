/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-official-item.h"

struct _TlOfficialItem
{
  GObject          parent_instance;

  TlOfficialTable *table;       /* owned */
};

G_DEFINE_FINAL_TYPE (TlOfficialItem, tl_official_item, G_TYPE_OBJECT)

static void
tl_official_item_finalize (GObject *object)
{
  TlOfficialItem *self = TL_OFFICIAL_ITEM (object);

  g_clear_pointer (&self->table, tl_official_table_free);

  G_OBJECT_CLASS (tl_official_item_parent_class)->finalize (object);
}

static void
tl_official_item_class_init (TlOfficialItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_official_item_finalize;
}

static void
tl_official_item_init (TlOfficialItem *self)
{
}

/**
 * tl_official_item_new:
 * @table: (transfer full): a table
 *
 * Returns: (transfer full): the item
 */
TlOfficialItem *
tl_official_item_new (TlOfficialTable *table)
{
  TlOfficialItem *self;

  g_return_val_if_fail (table != NULL, NULL);

  self = g_object_new (TL_TYPE_OFFICIAL_ITEM, NULL);
  self->table = table;
  return self;
}

/**
 * tl_official_item_get_table:
 * @self: an item
 *
 * Returns: (transfer none): its table
 */
const TlOfficialTable *
tl_official_item_get_table (TlOfficialItem *self)
{
  g_return_val_if_fail (TL_IS_OFFICIAL_ITEM (self), NULL);

  return self->table;
}
