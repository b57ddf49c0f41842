/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-chart-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-painter.h"
#include "tl-text-scale.h"

/**
 * TlChartView:
 *
 * A chart on the screen: makes the scene of a chart at its size and paints it.  A click,
 * the arrow keys and a screen reader select a mark; "selected" is the #TlSubject that it
 * stands for.
 *
 * Signals: "open" when what is behind the selected mark is asked for by key.
 */
#define NATURAL_WIDTH 720
#define NATURAL_HEIGHT 460

typedef enum
{
  PROP_CHART = 1,
  PROP_SELECTED,
} TlChartViewProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlChartView, tl_chart_view, GTK_TYPE_WIDGET)

/* ---- the scene ---- */

static void
describe (TlChartView *self)
{
  const char *title = self->scene != NULL ? tl_chart_scene_get_title (self->scene) : "";
  const char *description = self->scene != NULL ? tl_chart_scene_get_description (self->scene)
                                                : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
}

static void
make_scene (TlChartView *self,
            int          width,
            int          height)
{
  g_clear_object (&self->scene);
  g_clear_object (&self->texture);
  self->hovered = -1;
  self->width = width;
  self->height = height;
  self->scale = tl_chart_view_choose_scale (self, width, height);
  if (self->chart != NULL && width > 0 && height > 0)
    self->scene = tl_chart_scene_new_for_chart (self->chart, width / self->scale, height / self->scale,
                                                FALSE);

  describe (self);
  tl_chart_view_describe_marks (self);
}

static void
set_hovered (TlChartView *self,
             int          hovered)
{
  if (self->hovered == hovered)
    return;
  self->hovered = hovered;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), hovered >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- pointer ---- */

static void
motion_cb (TlChartView *self,
           double       x,
           double       y)
{
  set_hovered (self, tl_chart_view_pick (self, x, y));
}

static void
leave_cb (TlChartView *self)
{
  set_hovered (self, -1);
}

static void
released_cb (TlChartView *self,
             int          n_press,
             double       x,
             double       y)
{
  int mark = tl_chart_view_pick (self, x, y);

  if (mark < 0)
    {
      tl_chart_view_select (self, TL_NO_SUBJECT);
      return;
    }
  tl_chart_view_select (self, tl_chart_scene_get_mark (self->scene, (guint) mark)->subject);
  gtk_widget_grab_focus (tl_chart_view_get_widget (self, mark));
}

static void
add_controllers (TlChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static gboolean
tl_chart_view_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard_tooltip,
                             GtkTooltip *tooltip)
{
  TlChartView *self = TL_CHART_VIEW (widget);
  int mark = keyboard_tooltip ? tl_chart_view_find_mark (self, self->selected)
                              : tl_chart_view_pick (self, x, y);
  g_autofree char *with_hint = NULL;
  GdkRectangle area;
  const char *text;

  if (mark < 0 || self->scene == NULL)
    return FALSE;
  area = tl_chart_view_get_area (self, &tl_chart_scene_get_mark (self->scene, (guint) mark)->bounds);
  text = tl_chart_scene_get_mark (self->scene, (guint) mark)->description;
  if (!keyboard_tooltip && tl_chart_view_pick_claim (self, x, y) != NULL)
    /* Translators: a mark in words, and what can be done with it */
    with_hint = g_strdup_printf (_("%s\nDrag it onto a year if you know which it is of"), text);
  gtk_tooltip_set_text (tooltip, with_hint != NULL ? with_hint : text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* ---- the widget ---- */

static GtkSizeRequestMode
tl_chart_view_get_request_mode (GtkWidget *widget)
{
  TlChart *chart = TL_CHART_VIEW (widget)->chart;

  return chart != NULL && tl_chart_get_n_series (chart) > 1 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                           : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tl_chart_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  if (is_width)
    *minimum = TL_CHART_VIEW_MIN_WIDTH;
  else
    *minimum = tl_chart_view_get_least_height (TL_CHART_VIEW (widget),
                                               for_size > 0 ? for_size : NATURAL_WIDTH);
  *natural = MAX (*minimum, is_width ? NATURAL_WIDTH : NATURAL_HEIGHT);
}

static void
tl_chart_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TlChartView *self = TL_CHART_VIEW (widget);

  if (self->scene == NULL || self->width != width || self->height != height ||
      self->scale != tl_chart_view_choose_scale (self, width, height))
    make_scene (self, width, height);
  tl_chart_view_place_marks (self);
}

static TlChartStyle
get_style (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? TL_CHART_STYLE_DARK_CONTRAST : TL_CHART_STYLE_LIGHT_CONTRAST;
  return adw_style_manager_get_dark (style) ? TL_CHART_STYLE_DARK : TL_CHART_STYLE_LIGHT;
}

/* A length of the scene in whole pixels. */
static int
get_painted_size (TlChartView *self,
                  double       length)
{
  return (int) ceil (length * self->scale - 1e-6);
}

/* The chart without the pointer and the keyboard: these change many times a second. */
static GdkTexture *
paint_texture (TlChartView *self,
               int          scale)
{
  int width = get_painted_size (self, tl_chart_scene_get_width (self->scene)) * scale;
  int height = get_painted_size (self, tl_chart_scene_get_height (self->scene)) * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_scale (cr, scale * self->scale, scale * self->scale);
  tl_chart_paint (self->scene, cr, get_style (), -1, -1);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

static void
forget_texture (TlChartView *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
snapshot_state (TlChartView *self,
                GtkSnapshot *snapshot,
                int          focused,
                int          hovered)
{
  TlRect area = tl_chart_get_state_bounds (self->scene, MAX (focused, hovered));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) area.x, (float) area.y,
                                               (float) area.width, (float) area.height);
  cairo_t *cr;

  if (area.width <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  tl_chart_paint_states (self->scene, cr, get_style (), focused, hovered);
  cairo_destroy (cr);
}

static void
tl_chart_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlChartView *self = TL_CHART_VIEW (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  graphene_rect_t bounds;

  if (self->scene == NULL)
    return;
  if (self->texture == NULL)
    self->texture = paint_texture (self, scale);
  graphene_rect_init (&bounds, 0, 0,
                      (float) get_painted_size (self, tl_chart_scene_get_width (self->scene)),
                      (float) get_painted_size (self, tl_chart_scene_get_height (self->scene)));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) self->scale, (float) self->scale);
  tl_chart_view_snapshot_target (self, snapshot, get_style ());
  snapshot_state (self, snapshot, -1, self->hovered);
  snapshot_state (self, snapshot, tl_chart_view_find_mark (self, self->selected), -1);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
tl_chart_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlChartView *self = TL_CHART_VIEW (object);

  switch ((TlChartViewProperty) prop_id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_SELECTED:
      g_value_set_boxed (value, &self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_chart_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlChartView *self = TL_CHART_VIEW (object);

  switch ((TlChartViewProperty) prop_id)
    {
    case PROP_CHART:
      tl_chart_view_set_chart (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      tl_chart_view_select (self, *(const TlSubject *) g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_chart_view_dispose (GObject *object)
{
  TlChartView *self = TL_CHART_VIEW (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->texture);
  g_clear_object (&self->chart);
  tl_chart_view_match_series (self);

  G_OBJECT_CLASS (tl_chart_view_parent_class)->dispose (object);
}

static void
tl_chart_view_class_init (TlChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_chart_view_get_property;
  object_class->set_property = tl_chart_view_set_property;
  object_class->dispose = tl_chart_view_dispose;

  widget_class->measure = tl_chart_view_measure;
  widget_class->get_request_mode = tl_chart_view_get_request_mode;
  widget_class->size_allocate = tl_chart_view_size_allocate;
  widget_class->snapshot = tl_chart_view_snapshot;
  widget_class->focus = tl_chart_view_focus;
  widget_class->query_tooltip = tl_chart_view_query_tooltip;

  properties[PROP_CHART] =
    g_param_spec_object ("chart", NULL, NULL, TL_TYPE_CHART, flags);
  properties[PROP_SELECTED] =
    g_param_spec_boxed ("selected", NULL, NULL, TL_TYPE_SUBJECT, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  tl_chart_view_install_keys (widget_class);
}

static void
tl_chart_view_init (TlChartView *self)
{
  self->hovered = -1;
  self->scale = 1;
  tl_text_scale_follow (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (forget_texture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (forget_texture), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_texture), NULL);
}

/**
 * tl_chart_view_get_series:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the series of the chart that it shows
 */
TlSeries *
tl_chart_view_get_series (TlChartView *self)
{
  g_return_val_if_fail (TL_IS_CHART_VIEW (self), NULL);

  return self->chart != NULL ? tl_chart_get_series (self->chart) : NULL;
}

/**
 * tl_chart_view_get_chart:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlChart *
tl_chart_view_get_chart (TlChartView *self)
{
  g_return_val_if_fail (TL_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * tl_chart_view_set_chart:
 * @self: the view
 * @chart: (nullable): a chart
 *
 * Shows a chart; nothing of it is selected.
 */
void
tl_chart_view_set_chart (TlChartView *self,
                         TlChart     *chart)
{
  g_return_if_fail (TL_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || TL_IS_CHART (chart));

  if (!g_set_object (&self->chart, chart))
    return;
  tl_chart_view_select (self, TL_NO_SUBJECT);
  tl_chart_view_match_series (self);
  self->least_height = 0;
  make_scene (self, gtk_widget_get_width (GTK_WIDGET (self)),
              gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/**
 * tl_chart_view_get_scene:
 * @self: the view
 *
 * Returns: (transfer none) (nullable): the scene that is painted; %NULL before the view
 *   has a size
 */
TlChartScene *
tl_chart_view_get_scene (TlChartView *self)
{
  g_return_val_if_fail (TL_IS_CHART_VIEW (self), NULL);

  return self->scene;
}

/**
 * tl_chart_view_get_selected:
 * @self: the view
 *
 * Returns: what is selected of the chart
 */
TlSubject
tl_chart_view_get_selected (TlChartView *self)
{
  g_return_val_if_fail (TL_IS_CHART_VIEW (self), TL_NO_SUBJECT);

  return self->selected;
}

/**
 * tl_chart_view_select:
 * @self: the view
 * @subject: something of the chart, or nothing
 *
 * Selects its mark.
 */
void
tl_chart_view_select (TlChartView *self,
                      TlSubject    subject)
{
  g_return_if_fail (TL_IS_CHART_VIEW (self));
  g_return_if_fail (subject.kind == TL_SUBJECT_NONE || self->chart != NULL);

  if (tl_subject_equal (self->selected, subject))
    return;
  self->selected = subject;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
