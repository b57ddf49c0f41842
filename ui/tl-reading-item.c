/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-reading-item.h"

#include <glib/gi18n-lib.h>

struct _TlReadingItem
{
  GObject        parent_instance;

  TlMentionKind  kind;
  gboolean       is_heading;
  char          *name;          /* owned, never NULL */
  char          *detail;        /* owned, a person's office, a date in full; or NULL */
  gint64         entity_id;     /* by what the library knows it, or 0 */
  GPtrArray     *forms;         /* owned: char *, other names that the article gives it */
  guint          n_items;       /* of a heading */
  GArray        *mentions;      /* (element-type TlSpan): in reading order */
  guint          position;      /* the mention shown last, from 1; 0 when none was */
};

typedef enum
{
  PROP_NAME = 1,
  PROP_DETAIL,
  PROP_COUNT_LABEL,             /* "5", or "2 of 5" while its mentions are gone through */
} TlReadingItemProperty;

static GParamSpec *properties[PROP_COUNT_LABEL + 1];

G_DEFINE_FINAL_TYPE (TlReadingItem, tl_reading_item, G_TYPE_OBJECT)

static char *
format_count (TlReadingItem *self)
{
  if (self->is_heading)
    return g_strdup_printf ("%u", self->n_items);
  if (self->position == 0)
    return g_strdup_printf ("%u", self->mentions->len);
  /* Translators: the first is the place shown, the second how many there are: "2 of 5" */
  return g_strdup_printf (_("%u of %u"), self->position, self->mentions->len);
}

static void
set_position (TlReadingItem *self,
              guint          position)
{
  if (self->position == position)
    return;
  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_LABEL]);
}

static void
tl_reading_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlReadingItem *self = TL_READING_ITEM (object);

  switch ((TlReadingItemProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_COUNT_LABEL:
      g_value_take_string (value, format_count (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_reading_item_finalize (GObject *object)
{
  TlReadingItem *self = TL_READING_ITEM (object);

  g_free (self->name);
  g_free (self->detail);
  g_array_unref (self->mentions);
  g_ptr_array_unref (self->forms);

  G_OBJECT_CLASS (tl_reading_item_parent_class)->finalize (object);
}

static void
tl_reading_item_class_init (TlReadingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_reading_item_get_property;
  object_class->finalize = tl_reading_item_finalize;

  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] =
    g_param_spec_string ("detail", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT_LABEL] =
    g_param_spec_string ("count-label", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_reading_item_init (TlReadingItem *self)
{
  self->mentions = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  self->forms = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tl_reading_item_new:
 * @kind: what it is
 * @name: its name, or the words of an amount or date
 * @detail: (nullable): what to say of it in a second line
 *
 * Returns: (transfer full): the item, without mentions
 */
TlReadingItem *
tl_reading_item_new (TlMentionKind  kind,
                     const char    *name,
                     const char    *detail)
{
  TlReadingItem *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (TL_TYPE_READING_ITEM, NULL);
  self->kind = kind;
  self->name = g_strdup (name);
  self->detail = g_strdup (detail);
  return self;
}

/**
 * tl_reading_item_new_heading:
 * @kind: what stands below it
 * @n_items: how many of them
 *
 * Returns: (transfer full): a heading
 */
TlReadingItem *
tl_reading_item_new_heading (TlMentionKind kind,
                             guint         n_items)
{
  TlReadingItem *self = tl_reading_item_new (kind, tl_mention_kind_get_heading (kind), NULL);

  self->is_heading = TRUE;
  self->n_items = n_items;
  return self;
}

/**
 * tl_reading_item_set_entity_id:
 * @self: an item
 * @id: by what the library knows the entity that it is, or 0
 */
void
tl_reading_item_set_entity_id (TlReadingItem *self,
                               gint64         id)
{
  g_return_if_fail (TL_IS_READING_ITEM (self));

  self->entity_id = id;
}

/**
 * tl_reading_item_get_entity_id:
 * @self: an item
 *
 * Returns: by what the library knows the entity that it is; 0 where it is none, or the
 *   library does not know it
 */
gint64
tl_reading_item_get_entity_id (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), 0);

  return self->entity_id;
}

/**
 * tl_reading_item_add_form:
 * @self: an item
 * @form: how the article calls it; nothing happens where that is known
 */
void
tl_reading_item_add_form (TlReadingItem *self,
                          const char    *form)
{
  g_return_if_fail (TL_IS_READING_ITEM (self));
  g_return_if_fail (form != NULL);

  if (!g_str_equal (form, self->name) &&
      !g_ptr_array_find_with_equal_func (self->forms, form, g_str_equal, NULL))
    g_ptr_array_add (self->forms, g_strdup (form));
}

/**
 * tl_reading_item_get_forms:
 * @self: an item
 *
 * Returns: (transfer none) (element-type utf8): how the article calls it besides its name
 */
GPtrArray *
tl_reading_item_get_forms (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), NULL);

  return self->forms;
}

/**
 * tl_reading_item_get_kind:
 * @self: the item
 *
 * Returns: what it is, or what stands below the heading
 */
TlMentionKind
tl_reading_item_get_kind (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), TL_MENTION_PLACE);

  return self->kind;
}

/**
 * tl_reading_item_is_heading:
 * @self: the item
 *
 * Returns: whether it is a heading
 */
gboolean
tl_reading_item_is_heading (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), FALSE);

  return self->is_heading;
}

/**
 * tl_reading_item_get_name:
 * @self: the item
 *
 * Returns: (transfer none): its name
 */
const char *
tl_reading_item_get_name (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), NULL);

  return self->name;
}

/**
 * tl_reading_item_get_detail:
 * @self: the item
 *
 * Returns: (transfer none) (nullable): its second line
 */
const char *
tl_reading_item_get_detail (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), NULL);

  return self->detail;
}

/**
 * tl_reading_item_add_mention:
 * @self: the item
 * @mention: where it stands, in bytes
 *
 * Adds a mention behind those that are there.
 */
void
tl_reading_item_add_mention (TlReadingItem *self,
                             TlSpan         mention)
{
  g_return_if_fail (TL_IS_READING_ITEM (self));

  g_array_append_val (self->mentions, mention);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_LABEL]);
}

/**
 * tl_reading_item_get_n_mentions:
 * @self: the item
 *
 * Returns: how often it stands in the text
 */
guint
tl_reading_item_get_n_mentions (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), 0);

  return self->mentions->len;
}

/**
 * tl_reading_item_next_mention:
 * @self: the item
 *
 * Goes to the next mention, and from the last to the first again.
 *
 * Returns: where it stands, in bytes; empty when it has none
 */
TlSpan
tl_reading_item_next_mention (TlReadingItem *self)
{
  g_return_val_if_fail (TL_IS_READING_ITEM (self), ((TlSpan) { 0, 0 }));

  if (self->mentions->len == 0)
    return (TlSpan) { 0, 0 };

  set_position (self, self->position % self->mentions->len + 1);
  return g_array_index (self->mentions, TlSpan, self->position - 1);
}

/**
 * tl_reading_item_reset:
 * @self: the item
 *
 * Starts from the first mention again.
 */
void
tl_reading_item_reset (TlReadingItem *self)
{
  g_return_if_fail (TL_IS_READING_ITEM (self));

  set_position (self, 0);
}
