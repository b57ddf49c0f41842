/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-reading-row.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-row-name.h"

/**
 * TlReadingRow:
 *
 * A heading, or a name, an amount or a date, in the list of what was read.
 */
struct _TlReadingRow
{
  AdwBin         parent_instance;

  GtkLabel      *name;
  GtkLabel      *detail;
  GtkLabel      *n_mentions;

  TlReadingItem *item;          /* owned, NULL while the row is not used */
};

typedef enum
{
  PROP_ITEM = 1,
} TlReadingRowProperty;

static GParamSpec *properties[PROP_ITEM + 1];

G_DEFINE_FINAL_TYPE (TlReadingRow, tl_reading_row, ADW_TYPE_BIN)

/* A heading is also the key to how its items are marked in the text. */
static void
tl_reading_row_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TlReadingRow *self = TL_READING_ROW (widget);
  graphene_rect_t bounds;
  TlMentionKind kind;
  GdkRGBA colour;
  int width;

  GTK_WIDGET_CLASS (tl_reading_row_parent_class)->snapshot (widget, snapshot);
  if (self->item == NULL || !tl_reading_item_is_heading (self->item) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (self->name), widget, &bounds))
    return;
  kind = tl_reading_item_get_kind (self->item);
  tl_mention_kind_get_colour (kind, adw_style_manager_get_dark (adw_style_manager_get_default ()), &colour);
  pango_layout_get_pixel_size (gtk_label_get_layout (self->name), &width, NULL);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    bounds.origin.x += bounds.size.width - (float) width;
  tl_mark_line_snapshot (tl_mention_kind_get_line (kind), snapshot, bounds.origin.x,
                         bounds.origin.y + bounds.size.height - 1, (float) width, &colour);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_item (TlReadingRow *self)
{
  const char *detail;
  gboolean is_heading;

  if (self->item == NULL)
    return;

  is_heading = tl_reading_item_is_heading (self->item);
  detail = tl_reading_item_get_detail (self->item);
  gtk_label_set_text (self->name, tl_reading_item_get_name (self->item));
  gtk_label_set_text (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL && detail[0] != '\0');
  set_class (GTK_WIDGET (self->name), "heading", is_heading);
  set_class (GTK_WIDGET (self), "reading-heading", is_heading);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tl_row_name_set (GTK_WIDGET (self), tl_reading_item_get_name (self->item),
                   detail != NULL ? detail : "", gtk_label_get_text (self->n_mentions), NULL);
}

static void
tl_reading_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlReadingRow *self = TL_READING_ROW (object);

  switch ((TlReadingRowProperty) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_reading_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlReadingRow *self = TL_READING_ROW (object);

  switch ((TlReadingRowProperty) prop_id)
    {
    case PROP_ITEM:
      tl_reading_row_set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_reading_row_dispose (GObject *object)
{
  TlReadingRow *self = TL_READING_ROW (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_READING_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tl_reading_row_parent_class)->dispose (object);
}

static void
tl_reading_row_class_init (TlReadingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_reading_row_get_property;
  object_class->set_property = tl_reading_row_set_property;
  object_class->dispose = tl_reading_row_dispose;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, TL_TYPE_READING_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (TL_TYPE_READING_ITEM);
  widget_class->snapshot = tl_reading_row_snapshot;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-reading-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReadingRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlReadingRow, detail);
  gtk_widget_class_bind_template_child (widget_class, TlReadingRow, n_mentions);
}

static void
tl_reading_row_init (TlReadingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * tl_reading_row_set_item:
 * @self: the row
 * @item: (nullable): what to show
 *
 * Shows a heading or an item.
 */
void
tl_reading_row_set_item (TlReadingRow  *self,
                         TlReadingItem *item)
{
  g_return_if_fail (TL_IS_READING_ROW (self));
  g_return_if_fail (item == NULL || TL_IS_READING_ITEM (item));

  if (!g_set_object (&self->item, item))
    return;
  show_item (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * tl_reading_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlReadingItem *
tl_reading_row_get_item (TlReadingRow *self)
{
  g_return_val_if_fail (TL_IS_READING_ROW (self), NULL);

  return self->item;
}
