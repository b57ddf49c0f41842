/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-entity-row.h"

struct _TlEntityRow
{
  GObject       parent_instance;

  gint64        id;
  TlEntityType  type;
  char         *name;           /* owned, never NULL */
  char         *office;         /* owned, NULL where none is known */
  guint         n_articles;
};

typedef enum
{
  PROP_ID = 1,
  PROP_ENTITY_TYPE,
  PROP_NAME,
  PROP_OFFICE,
  PROP_N_ARTICLES,
} TlEntityRowProperty;

static GParamSpec *properties[PROP_N_ARTICLES + 1];

G_DEFINE_FINAL_TYPE (TlEntityRow, tl_entity_row, G_TYPE_OBJECT)

static void
tl_entity_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlEntityRow *self = TL_ENTITY_ROW (object);

  switch ((TlEntityRowProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_ENTITY_TYPE:
      g_value_set_uint (value, self->type);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_OFFICE:
      g_value_set_string (value, self->office);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_entity_row_finalize (GObject *object)
{
  TlEntityRow *self = TL_ENTITY_ROW (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->office, g_free);

  G_OBJECT_CLASS (tl_entity_row_parent_class)->finalize (object);
}

static void
tl_entity_row_class_init (TlEntityRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tl_entity_row_get_property;
  object_class->finalize = tl_entity_row_finalize;

  properties[PROP_ID] =
    g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ENTITY_TYPE] =
    g_param_spec_uint ("entity-type", NULL, NULL, 0, TL_N_ENTITY_TYPES - 1, 0, flags);
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_OFFICE] =
    g_param_spec_string ("office", NULL, NULL, NULL, flags);
  properties[PROP_N_ARTICLES] =
    g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_entity_row_init (TlEntityRow *self G_GNUC_UNUSED)
{
}

/**
 * tl_entity_row_new:
 * @id: by what the library knows it
 * @type: what it is
 * @name: (nullable): what it is called
 * @office: (nullable): of a person
 * @n_articles: how many articles name it
 *
 * Returns: (transfer full): a row
 */
TlEntityRow *
tl_entity_row_new (gint64        id,
                   TlEntityType  type,
                   const char   *name,
                   const char   *office,
                   guint         n_articles)
{
  TlEntityRow *self = g_object_new (TL_TYPE_ENTITY_ROW, NULL);

  self->id = id;
  self->type = type;
  self->name = g_strdup (name != NULL ? name : "");
  self->office = g_strdup (office);
  self->n_articles = n_articles;
  return self;
}

/**
 * tl_entity_row_get_id:
 * @self: a row
 *
 * Returns: by what the library knows the entity
 */
gint64
tl_entity_row_get_id (TlEntityRow *self)
{
  g_return_val_if_fail (TL_IS_ENTITY_ROW (self), 0);

  return self->id;
}

/**
 * tl_entity_row_get_entity_type:
 * @self: a row
 *
 * Returns: what it is
 */
TlEntityType
tl_entity_row_get_entity_type (TlEntityRow *self)
{
  g_return_val_if_fail (TL_IS_ENTITY_ROW (self), TL_ENTITY_PERSON);

  return self->type;
}

/**
 * tl_entity_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): what it is called
 */
const char *
tl_entity_row_get_name (TlEntityRow *self)
{
  g_return_val_if_fail (TL_IS_ENTITY_ROW (self), NULL);

  return self->name;
}

/**
 * tl_entity_row_get_office:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what a person is, "Minister of Trade"; %NULL where no
 *   article says so, and until it was looked up
 */
const char *
tl_entity_row_get_office (TlEntityRow *self)
{
  g_return_val_if_fail (TL_IS_ENTITY_ROW (self), NULL);

  return self->office;
}

/**
 * tl_entity_row_set_office:
 * @self: a row
 * @office: (nullable): what a person is
 *
 * Says what was found out.
 */
void
tl_entity_row_set_office (TlEntityRow *self,
                          const char  *office)
{
  g_return_if_fail (TL_IS_ENTITY_ROW (self));

  if (g_strcmp0 (self->office, office) == 0)
    return;
  g_free (self->office);
  self->office = g_strdup (office);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFICE]);
}

/**
 * tl_entity_row_get_n_articles:
 * @self: a row
 *
 * Returns: how many articles name it, without the removed
 */
guint
tl_entity_row_get_n_articles (TlEntityRow *self)
{
  g_return_val_if_fail (TL_IS_ENTITY_ROW (self), 0);

  return self->n_articles;
}

/**
 * tl_entity_row_update:
 * @self: a row
 * @facts: what is known of the entity now
 *
 * Says what has changed of it.
 *
 * Returns: whether anything has
 */
gboolean
tl_entity_row_update (TlEntityRow         *self,
                      const TlEntityFacts *facts)
{
  gboolean has_type = self->type != facts->type;
  gboolean has_name = g_strcmp0 (self->name, facts->name) != 0;
  gboolean has_number = self->n_articles != facts->n_articles;

  g_return_val_if_fail (TL_IS_ENTITY_ROW (self), FALSE);
  g_return_val_if_fail (facts->name != NULL, FALSE);

  self->type = facts->type;
  self->n_articles = facts->n_articles;
  if (has_name)
    {
      g_free (self->name);
      self->name = g_strdup (facts->name);
    }
  if (has_type)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY_TYPE]);
  if (has_name)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (has_number)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ARTICLES]);
  return has_type || has_name || has_number;
}
