/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a mark: what a person can say of the figure that it stands for.  By the second button,
 * a long press, the Menu key or Shift+F10. */

#include "tl-chart-view-private.h"

#include <glib/gi18n-lib.h>

#include "tl-chart-mark.h"
#include "tl-chart-years.h"
#include "tl-figure-target.h"
#include "tl-popover.h"

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
append_years (TlChartView *self,
              GMenu       *menu,
              TlReport    *report)
{
  g_autoptr(GMenu) years = g_menu_new ();
  g_autoptr(GMenu) others = g_menu_new ();
  g_autoptr(GMenu) all = g_menu_new ();
  gint64 id = tl_report_get_article_id (report);
  TlFigure *figure = tl_report_get_figure (report);
  int first = 0, last = -1;

  tl_chart_scene_get_years (self->scene, &first, &last);
  for (int year = first; year <= last; year++)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      append (years, label, "win.put-onto-year",
              g_variant_new ("(@" TL_FIGURE_TARGET_TYPE "i)", tl_figure_target_new (id, figure), year));
    }
  append (others, _("Another _Period…"), "win.date-figure", tl_figure_target_new (id, figure));
  g_menu_append_section (all, NULL, G_MENU_MODEL (years));
  g_menu_append_section (all, NULL, G_MENU_MODEL (others));
  g_menu_append_submenu (menu, _("Put Onto a _Year"), G_MENU_MODEL (all));
}

/* Of one figure; what stands for several shows them first. */
static GMenuModel *
make_menu (TlChartView *self,
           int          mark,
           TlReport    *report)
{
  TlFigure *figure = tl_report_get_figure (report);
  TlSpan sentence = tl_figure_get_data (figure)->sentence;
  gint64 id = tl_report_get_article_id (report);
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) ways = g_menu_new ();
  g_autoptr(GMenu) words = g_menu_new ();

  append (ways, _("_Show in Article"), "win.show-in-article",
          g_variant_new ("(xuu)", id, sentence.start, sentence.end));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  if (tl_chart_scene_get_mark (self->scene, (guint) mark)->subject.kind == TL_SUBJECT_UNDATED)
    append_years (self, words, report);
  if (tl_figure_get_review (figure) == TL_REVIEW_OPEN)
    append (words, _("_Confirm"), "win.confirm-figure", tl_figure_target_new (id, figure));
  append (words, _("_Edit…"), "win.edit-figure", tl_figure_target_new (id, figure));
  append (words, _("_Dismiss"), "win.dismiss-figure", tl_figure_target_new (id, figure));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  return G_MENU_MODEL (menu);
}

static gboolean
show_menu (TlChartView *self,
           int          mark,
           double       x,
           double       y)
{
  TlReport *report = tl_chart_view_get_only_report (self, mark);
  GtkWidget *widget = tl_chart_view_get_widget (self, mark);
  g_autoptr(GMenuModel) menu = NULL;
  GtkWidget *popover;

  if (report == NULL || widget == NULL)
    return FALSE;
  gtk_widget_grab_focus (widget);
  menu = make_menu (self, mark, report);
  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  tl_popover_attach (popover, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (popover));
  return TRUE;
}

static void
show_at (GtkGesture *gesture,
         double      x,
         double      y)
{
  TlChartView *self = TL_CHART_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  int mark = tl_chart_view_pick (self, x, y);
  GtkWidget *widget = tl_chart_view_get_widget (self, mark);
  double mark_x, mark_y;

  if (widget != NULL &&
      gtk_widget_translate_coordinates (GTK_WIDGET (self), widget, x, y, &mark_x, &mark_y) &&
      show_menu (self, mark, mark_x, mark_y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y)
{
  show_at (gesture, x, y);
}

/**
 * tl_chart_view_show_menu:
 * @self: the view
 *
 * Shows the menu of the mark that has the focus, where it has one.
 */
void
tl_chart_view_show_menu (TlChartView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (focus != NULL && self->scene != NULL && self->is_editable)
    show_menu (self, (int) tl_chart_mark_get_index (TL_CHART_MARK (focus)), 0, gtk_widget_get_height (focus));
}

/**
 * tl_chart_view_add_menus:
 * @self: the view
 *
 * Gives its marks menus.
 */
void
tl_chart_view_add_menus (TlChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (show_at), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
