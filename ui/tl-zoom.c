/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a text is shown, in steps that the style sheet has a class for. */

#include "tl-zoom.h"

static const int steps[] = { TL_ZOOM_LEAST, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, TL_ZOOM_MOST };

static guint
find_nearest (double percent)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (steps); i++)
    if (ABS (steps[i] - percent) < ABS (steps[nearest] - percent))
      nearest = i;
  return nearest;
}

/**
 * tl_zoom_nearest:
 * @percent: any size
 *
 * Returns: the step nearest to it, in per cent of the size of the text
 */
int
tl_zoom_nearest (double percent)
{
  return steps[find_nearest (percent)];
}

/**
 * tl_zoom_step:
 * @percent: a size
 * @step: 1 for larger, -1 for smaller, 0 for the normal one
 *
 * Returns: the next step, or the last one there is
 */
int
tl_zoom_step (int percent,
              int step)
{
  int next = (int) find_nearest (percent) + step;

  if (step == 0)
    return 100;
  return steps[CLAMP (next, 0, (int) G_N_ELEMENTS (steps) - 1)];
}

/**
 * tl_zoom_set:
 * @widget: a text
 * @percent: a step
 *
 * Shows a text in a size.
 */
void
tl_zoom_set (GtkWidget *widget,
             int        percent)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *name = g_strdup_printf ("zoom-%d", steps[i]);

      if (steps[i] == percent)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
}

/* ---- by wheel and fingers ---- */

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GObject                  *zoomed)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  int percent;

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (dy == 0)
    return TRUE;
  g_object_get (zoomed, "zoom", &percent, NULL);
  g_object_set (zoomed, "zoom", tl_zoom_step (percent, dy < 0 ? 1 : -1), NULL);
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                GObject          *zoomed)
{
  int percent;

  g_object_get (zoomed, "zoom", &percent, NULL);
  g_object_set_data (G_OBJECT (gesture), "tl-begin", GINT_TO_POINTER (percent));
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          scale,
          GObject        *zoomed)
{
  int begin = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (gesture), "tl-begin"));

  if (begin > 0)
    g_object_set (zoomed, "zoom", tl_zoom_nearest (begin * scale), NULL);
}

/**
 * tl_zoom_add_to:
 * @widget: where one scrolls
 * @zoomed: what has a property "zoom", in per cent; it must live as long as @widget
 *
 * Makes the wheel with Ctrl, and two fingers, change the size.
 */
void
tl_zoom_add_to (GtkWidget *widget,
                GObject   *zoomed)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                               GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), zoomed);
  gtk_widget_add_controller (widget, wheel);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), zoomed);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), zoomed);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
