/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-mark-swatch.h"

#include <adwaita.h>

/**
 * TlMarkSwatch:
 *
 * A piece of the line by which something is marked in a text, for a legend.
 */
struct _TlMarkSwatch
{
  GtkWidget     parent_instance;

  TlMentionKind kind;
};

G_DEFINE_FINAL_TYPE (TlMarkSwatch, tl_mark_swatch, GTK_TYPE_WIDGET)

#define WIDTH 28

static void
tl_mark_swatch_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : TL_MARK_LINE_HEIGHT;
}

static void
tl_mark_swatch_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  TlMarkSwatch *self = TL_MARK_SWATCH (widget);
  GdkRGBA colour;

  tl_mention_kind_get_colour (self->kind, adw_style_manager_get_dark (style), &colour);
  if (adw_style_manager_get_high_contrast (style))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  tl_mark_line_snapshot (tl_mention_kind_get_line (self->kind), snapshot, 0, 0, WIDTH, &colour);
}

static void
tl_mark_swatch_class_init (TlMarkSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = tl_mark_swatch_measure;
  widget_class->snapshot = tl_mark_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tl_mark_swatch_init (TlMarkSwatch *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * tl_mark_swatch_new:
 * @kind: what is marked
 *
 * Returns: (transfer floating): a piece of its line
 */
GtkWidget *
tl_mark_swatch_new (TlMentionKind kind)
{
  TlMarkSwatch *self = g_object_new (TL_TYPE_MARK_SWATCH, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

/**
 * tl_mark_swatch_set_kind:
 * @self: a piece of a line
 * @kind: what is marked
 *
 * Shows the line of another kind.
 */
void
tl_mark_swatch_set_kind (TlMarkSwatch  *self,
                         TlMentionKind  kind)
{
  g_return_if_fail (TL_IS_MARK_SWATCH (self));

  self->kind = kind;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
