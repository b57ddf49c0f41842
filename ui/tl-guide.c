/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-guide.h"

#include "tl-compat.h"
#include "tl-guide-page.h"

/**
 * TlGuide:
 *
 * The guide: a list of what it is about beside a page, or one after the other where there is no room.
 */
struct _TlGuide
{
  AdwWindow    parent_instance;

  AdwLeaflet  *leaflet;
  GtkListBox  *topics;
  GtkStack    *pages;
  GtkWidget   *back_button;
};

G_DEFINE_FINAL_TYPE (TlGuide, tl_guide, ADW_TYPE_WINDOW)

/* No larger than the window that it is about. */
#define WIDTH 820
#define HEIGHT 680

static void
row_selected_cb (TlGuide       *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_stack_set_visible_child_name (self->pages, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* By Enter or a click: where there is one of the two, the page comes. */
static void
row_activated_cb (TlGuide *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_cb (TlGuide *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  back_cb (TL_GUIDE (widget));
}

static void
add_topic (TlGuide            *self,
           const TlGuideTopic *topic)
{
  GtkWidget *label = gtk_label_new (tl_guide_topic_title (topic));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_name (row, topic->name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_guide_topic_title (topic), -1);
  gtk_list_box_append (self->topics, row);
  gtk_stack_add_named (self->pages, tl_guide_page_new (topic), topic->name);
}

static void
tl_guide_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_GUIDE);

  G_OBJECT_CLASS (tl_guide_parent_class)->dispose (object);
}

static void
tl_guide_class_init (TlGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_guide_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, TlGuide, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TlGuide, topics);
  gtk_widget_class_bind_template_child (widget_class, TlGuide, pages);
  gtk_widget_class_bind_template_child (widget_class, TlGuide, back_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "guide.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "guide.back", NULL);
}

static void
tl_guide_init (TlGuide *self)
{
  const TlGuideTopic *topics;
  guint n_topics;

  gtk_widget_init_template (GTK_WIDGET (self));

  topics = tl_guide_get_topics (&n_topics);
  for (guint i = 0; i < n_topics; i++)
    add_topic (self, &topics[i]);
  gtk_list_box_select_row (self->topics, gtk_list_box_get_row_at_index (self->topics, 0));
}

/* One that is there already, for that window. */
static TlGuide *
find (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (TL_IS_GUIDE (window) && gtk_window_get_transient_for (window) == parent)
        return TL_GUIDE (window);
    }
  return NULL;
}

static void
select_topic (TlGuide    *self,
              const char *topic)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topics, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), topic))
      {
        gtk_list_box_select_row (self->topics, row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
        adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
      }
}

/**
 * tl_guide_show:
 * @parent: the window
 * @topic: (nullable): the name of the page to show, %NULL for the list of them all
 *
 * Shows the guide beside a window, which can be used meanwhile.
 */
void
tl_guide_show (GtkWindow  *parent,
               const char *topic)
{
  TlGuide *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  self = find (parent);
  if (self == NULL)
    {
      self = g_object_new (TL_TYPE_GUIDE, "transient-for", parent, NULL);
      gtk_window_set_default_size (GTK_WINDOW (self), MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))),
                                   MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent))));
    }
  if (topic != NULL)
    select_topic (self, topic);
  gtk_window_present (GTK_WINDOW (self));
}
