/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-name-row.h"

#include "tl-bin.h"
#include "tl-filter-words.h"
#include "tl-mark-swatch.h"
#include "tl-row-name.h"

/**
 * TlNameRow:
 *
 * A person, organisation, place or event in the list of all that a library names: its kind by the
 * line that it has in articles, its name and office, and how many articles name it.
 */
struct _TlNameRow
{
  AdwBin        parent_instance;

  TlMarkSwatch *swatch;
  GtkLabel     *name;
  GtkLabel     *office;
  GtkLabel     *n_articles;

  TlEntityRow  *item;           /* owned, NULL while the row is not used */
  gboolean      selecting;      /* has a check mark */
  gboolean      selected;
};

typedef enum
{
  PROP_ITEM = 1,
  PROP_SELECTING,
  PROP_SELECTED,
} TlNameRowProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (TlNameRow, tl_name_row, ADW_TYPE_BIN)

/* An office comes after the row, which is not to grow then. */
static void
show_office (TlNameRow     *self,
             TlMentionKind  kind,
             const char    *office)
{
  gtk_label_set_text (self->office, office != NULL ? office : tl_mention_kind_get_name (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->office), kind == TL_MENTION_PERSON);
}

static void
show_item (TlNameRow *self)
{
  TlMentionKind kind = tl_mention_kind_for_entity (tl_entity_row_get_entity_type (self->item));
  const char *office = tl_entity_row_get_office (self->item);
  guint n = tl_entity_row_get_n_articles (self->item);
  g_autofree char *count = tl_filter_words_for_number (n);
  g_autofree char *articles = tl_filter_words_for_articles (n);

  tl_mark_swatch_set_kind (self->swatch, kind);
  gtk_label_set_text (self->name, tl_entity_row_get_name (self->item));
  show_office (self, kind, office);
  gtk_label_set_text (self->n_articles, count);
  tl_row_name_set (GTK_WIDGET (self), tl_entity_row_get_name (self->item), tl_mention_kind_get_name (kind),
                   office != NULL ? office : "", articles, NULL);
}

/* The item stays the same while what it says changes. */
static void
set_item (TlNameRow   *self,
          TlEntityRow *item)
{
  if (self->item == item)
    return;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
  show_item (self);
}

static void
tl_name_row_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlNameRow *self = TL_NAME_ROW (object);

  switch ((TlNameRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_name_row_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TlNameRow *self = TL_NAME_ROW (object);

  switch ((TlNameRowProperty) prop_id)
    {
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_SELECTING:
      self->selecting = g_value_get_boolean (value);
      break;
    case PROP_SELECTED:
      self->selected = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_name_row_dispose (GObject *object)
{
  TlNameRow *self = TL_NAME_ROW (object);

  set_item (self, NULL);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_NAME_ROW);

  G_OBJECT_CLASS (tl_name_row_parent_class)->dispose (object);
}

static void
tl_name_row_class_init (TlNameRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_name_row_get_property;
  object_class->set_property = tl_name_row_set_property;
  object_class->dispose = tl_name_row_dispose;

  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, TL_TYPE_ENTITY_ROW, flags);
  properties[PROP_SELECTING] = g_param_spec_boolean ("selecting", NULL, NULL, FALSE, flags);
  properties[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_MARK_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-name-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlNameRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, TlNameRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlNameRow, office);
  gtk_widget_class_bind_template_child (widget_class, TlNameRow, n_articles);
}

static void
tl_name_row_init (TlNameRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_name_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlEntityRow *
tl_name_row_get_item (TlNameRow *self)
{
  g_return_val_if_fail (TL_IS_NAME_ROW (self), NULL);

  return self->item;
}
