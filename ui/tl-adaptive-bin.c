/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-adaptive-bin.h"

#include "tl-text-scale.h"

/**
 * TlAdaptiveBin:
 *
 * Holds one child, lets itself be made narrower than the child would allow, and says by
 * its property "layout" how much room there is, so that others may hide or move what does
 * not fit.  A window cannot do that by itself: it never gets narrower than its content.
 */
struct _TlAdaptiveBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;             /* owned, through the widget tree */
  TlLayout   layout;
  TlLayout   wanted;            /* what the last allocation asks for */
  guint      idle_id;
};

/* The narrowest that a phone is; the child is cut off below that. */
#define MIN_WIDTH 340

#define MEDIUM_WIDTH 760
#define WIDE_WIDTH 1000

typedef enum
{
  PROP_CHILD = 1,
  PROP_LAYOUT,
} TlAdaptiveBinProperty;

static GParamSpec *properties[PROP_LAYOUT + 1];

static GtkBuildableIface *parent_buildable_iface;

static void tl_adaptive_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ENUM_TYPE (TlLayout, tl_layout,
                    G_DEFINE_ENUM_VALUE (TL_LAYOUT_NARROW, "narrow"),
                    G_DEFINE_ENUM_VALUE (TL_LAYOUT_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (TL_LAYOUT_WIDE, "wide"))

G_DEFINE_FINAL_TYPE_WITH_CODE (TlAdaptiveBin, tl_adaptive_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      tl_adaptive_bin_buildable_init))

/* The least width that a layout is meant for: large text needs more of it. */
static int
get_least_width (TlAdaptiveBin *self,
                 TlLayout       layout)
{
  double scale = tl_text_scale_get (GTK_WIDGET (self));

  switch (layout)
    {
    case TL_LAYOUT_WIDE:
      return (int) (WIDE_WIDTH * scale);
    case TL_LAYOUT_MEDIUM:
      return (int) (MEDIUM_WIDTH * scale);
    case TL_LAYOUT_NARROW:
    default:
      return MIN_WIDTH;
    }
}

static TlLayout
choose_layout (TlAdaptiveBin *self,
               int            width)
{
  if (width < get_least_width (self, TL_LAYOUT_MEDIUM))
    return TL_LAYOUT_NARROW;
  return width < get_least_width (self, TL_LAYOUT_WIDE) ? TL_LAYOUT_MEDIUM : TL_LAYOUT_WIDE;
}

static void
set_layout (TlAdaptiveBin *self,
            TlLayout       layout)
{
  if (self->layout == layout)
    return;
  self->layout = layout;
  /* The least width is another now, though no child may have changed. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

static void
set_child (TlAdaptiveBin *self,
           GtkWidget     *child)
{
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static gboolean
apply_layout_cb (gpointer user_data)
{
  TlAdaptiveBin *self = user_data;

  self->idle_id = 0;
  set_layout (self, self->wanted);
  return G_SOURCE_REMOVE;
}

static void
tl_adaptive_bin_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TlAdaptiveBin *self = TL_ADAPTIVE_BIN (widget);
  int child_width;

  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &child_width, NULL, NULL, NULL);
      for_size = MAX (for_size, child_width);
    }

  gtk_widget_measure (self->child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX (*natural, MIN_WIDTH);
    }
}

static void
tl_adaptive_bin_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlAdaptiveBin *self = TL_ADAPTIVE_BIN (widget);
  int min_width;
  int min_height;

  /* Nobody may change visibility in the middle of an allocation: tell them afterwards. */
  self->wanted = choose_layout (self, width);
  if (self->wanted != self->layout && self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_layout_cb, self, NULL);

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1,
                      &min_width, NULL, NULL, NULL);
  /* What is about to change its layout is cut off for a moment rather than squeezed, or its
   * panes would keep the widths that they were squeezed to. */
  width = MAX (width, MAX (min_width, get_least_width (self, self->layout)));
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width,
                      &min_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, width, MAX (height, min_height), baseline, NULL);
}

static GtkSizeRequestMode
tl_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_adaptive_bin_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TlAdaptiveBin *self = TL_ADAPTIVE_BIN (object);

  switch ((TlAdaptiveBinProperty) prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_LAYOUT:
      g_value_set_enum (value, self->layout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_adaptive_bin_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TlAdaptiveBin *self = TL_ADAPTIVE_BIN (object);

  switch ((TlAdaptiveBinProperty) prop_id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_LAYOUT:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_adaptive_bin_dispose (GObject *object)
{
  TlAdaptiveBin *self = TL_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_adaptive_bin_parent_class)->dispose (object);
}

static void
tl_adaptive_bin_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (TL_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
tl_adaptive_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = tl_adaptive_bin_add_child;
}

static void
tl_adaptive_bin_class_init (TlAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_adaptive_bin_get_property;
  object_class->set_property = tl_adaptive_bin_set_property;
  object_class->dispose = tl_adaptive_bin_dispose;

  widget_class->measure = tl_adaptive_bin_measure;
  widget_class->size_allocate = tl_adaptive_bin_size_allocate;
  widget_class->get_request_mode = tl_adaptive_bin_get_request_mode;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAYOUT] =
    g_param_spec_enum ("layout", NULL, NULL, TL_TYPE_LAYOUT, TL_LAYOUT_WIDE,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_adaptive_bin_init (TlAdaptiveBin *self)
{
  self->layout = TL_LAYOUT_WIDE;
  self->wanted = TL_LAYOUT_WIDE;
  tl_text_scale_follow (GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tl_adaptive_bin_get_layout:
 * @self: the bin
 *
 * Returns: how much fits side by side
 */
TlLayout
tl_adaptive_bin_get_layout (TlAdaptiveBin *self)
{
  g_return_val_if_fail (TL_IS_ADAPTIVE_BIN (self), TL_LAYOUT_WIDE);

  return self->layout;
}

/**
 * tl_adaptive_bin_expect:
 * @self: the bin
 * @width: the width that it will have, in pixels
 *
 * Takes on the layout of a width before there is an allocation, so that a window's first
 * frame is right.
 */
void
tl_adaptive_bin_expect (TlAdaptiveBin *self,
                        int            width)
{
  g_return_if_fail (TL_IS_ADAPTIVE_BIN (self));

  set_layout (self, choose_layout (self, width));
}
