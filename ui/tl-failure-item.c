/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-failure-item.h"

struct _TlFailureItem
{
  GObject  parent_instance;

  GFile   *file;                /* owned */
  char    *name;                /* owned */
  char    *message;             /* owned */
  gint64   article_id;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_FOLDER,
  PROP_MESSAGE,
} TlFailureItemProperty;

static GParamSpec *properties[PROP_MESSAGE + 1];

G_DEFINE_FINAL_TYPE (TlFailureItem, tl_failure_item, G_TYPE_OBJECT)

static char *
dup_folder (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_parse_name (folder) : NULL;
}

static void
tl_failure_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlFailureItem *self = TL_FAILURE_ITEM (object);

  switch ((TlFailureItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_FOLDER:
      g_value_take_string (value, dup_folder (self->file));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_failure_item_finalize (GObject *object)
{
  TlFailureItem *self = TL_FAILURE_ITEM (object);

  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->message);

  G_OBJECT_CLASS (tl_failure_item_parent_class)->finalize (object);
}

static void
tl_failure_item_class_init (TlFailureItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_failure_item_get_property;
  object_class->finalize = tl_failure_item_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_failure_item_init (TlFailureItem *self)
{
}

/**
 * tl_failure_item_new:
 * @failure: what happened
 *
 * Returns: (transfer full): the item
 */
TlFailureItem *
tl_failure_item_new (const TlImportFailure *failure)
{
  TlFailureItem *self;

  g_return_val_if_fail (failure != NULL, NULL);

  self = g_object_new (TL_TYPE_FAILURE_ITEM, NULL);
  self->file = g_object_ref (failure->file);
  self->name = tl_import_failure_dup_name (failure);
  self->message = g_strdup (failure->message);
  self->article_id = failure->article_id;
  return self;
}

/**
 * tl_failure_item_get_article_id:
 * @self: an item
 *
 * Returns: the article in the library that the file is a copy of; 0 where it is none
 */
gint64
tl_failure_item_get_article_id (TlFailureItem *self)
{
  g_return_val_if_fail (TL_IS_FAILURE_ITEM (self), 0);

  return self->article_id;
}

/**
 * tl_failure_item_dup_uri:
 * @self: an item
 *
 * Returns: (transfer full): where the file is
 */
char *
tl_failure_item_dup_uri (TlFailureItem *self)
{
  g_return_val_if_fail (TL_IS_FAILURE_ITEM (self), NULL);

  return g_file_get_uri (self->file);
}
