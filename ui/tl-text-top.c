/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where in a text a person is: what stands at the top of its view.  It can be asked for and set
 * while the view is not seen, and where nobody knows yet how high its lines are. */

#include "tl-text-top.h"

struct _TlTextTop
{
  GtkTextView *view;            /* not owned: it owns this */
  gint64       wanted;          /* characters: where to go as soon as the text is seen; or -1 */
  double       align;           /* how far down in what is seen it is to stand: 0 is the top */
  guint        tick_id;         /* while it goes there */
  guint        n_tries;
  guint        n_still;
};

/* In how many frames at most it goes there, and for how many it has to be there. */
#define MAX_TRIES 60
#define STILL 3

/* What is shown has some lines above it, to tell what it is about. */
#define SHOWN_ALIGN 0.3

static guint
find_top (TlTextTop *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (self->view, &visible);
  if (visible.y <= 0)
    return 0;
  gtk_text_view_get_iter_at_location (self->view, &iter, 0, visible.y);
  return (guint) gtk_text_iter_get_offset (&iter);
}

/* Without the animation that GTK would make of it.  Returns whether it was there. */
static gboolean
go_to_wanted (TlTextTop *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  double before = gtk_adjustment_get_value (adjustment);
  GdkRectangle visible, line;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, (int) self->wanted);
  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, &iter, &line);
  gtk_adjustment_set_value (adjustment,
                            before + line.y - visible.y - self->align * (visible.height - line.height));
  return (int) gtk_adjustment_get_value (adjustment) == (int) before;
}

/* How high the lines above are is found out bit by bit, and the window takes its size bit by bit. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock G_GNUC_UNUSED,
         gpointer       user_data)
{
  TlTextTop *self = user_data;

  if (gtk_widget_get_height (widget) <= 0)
    return G_SOURCE_CONTINUE;
  self->n_still = go_to_wanted (self) ? self->n_still + 1 : 0;
  if (self->n_still < STILL && ++self->n_tries < MAX_TRIES)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  self->wanted = -1;
  return G_SOURCE_REMOVE;
}

static void
stop (TlTextTop *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick_id);
  self->tick_id = 0;
}

static void
start (TlTextTop *self)
{
  stop (self);
  if (self->wanted < 0 || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;
  self->n_tries = self->n_still = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
}

/* What is not seen may lose its place, when its window takes another size. */
static void
unmap_cb (TlTextTop *self)
{
  if (self->wanted < 0)
    {
      self->wanted = find_top (self);
      self->align = 0;
    }
  stop (self);
}

/**
 * tl_text_top_new:
 * @view: a view, which is to live longer
 *
 * Returns: (transfer full): where a person is in it; free it with tl_text_top_free()
 */
TlTextTop *
tl_text_top_new (GtkTextView *view)
{
  TlTextTop *self = g_new0 (TlTextTop, 1);

  self->view = view;
  self->wanted = -1;
  g_signal_connect_swapped (view, "map", G_CALLBACK (start), self);
  g_signal_connect_swapped (view, "unmap", G_CALLBACK (unmap_cb), self);
  return self;
}

/**
 * tl_text_top_free:
 * @self: (transfer full): where a person is
 */
void
tl_text_top_free (TlTextTop *self)
{
  stop (self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_free (self);
}

/**
 * tl_text_top_get:
 * @self: where a person is
 *
 * Returns: where the text begins that is seen, in characters; 0 at its beginning
 */
guint
tl_text_top_get (TlTextTop *self)
{
  return self->wanted >= 0 ? (guint) self->wanted : find_top (self);
}

/**
 * tl_text_top_set:
 * @self: where a person is
 * @offset: a place in the text, in characters
 *
 * Scrolls there as soon as the text is seen.
 */
void
tl_text_top_set (TlTextTop *self,
                 guint      offset)
{
  tl_text_top_forget (self);
  if (offset == 0)
    {
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
      return;
    }
  self->wanted = offset;
  self->align = 0;
  start (self);
}

static gboolean
is_in_sight (TlTextTop         *self,
             const GtkTextIter *iter)
{
  GdkRectangle visible, line;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_location (self->view, iter, &line);
  return gtk_widget_get_mapped (GTK_WIDGET (self->view)) && line.y >= visible.y &&
         line.y + line.height <= visible.y + visible.height;
}

/**
 * tl_text_top_show:
 * @self: where a person is
 * @offset: a place in the text, in characters
 *
 * Goes there, some lines below the top.  What is in sight glides to its place.  All else is there at once:
 * GTK's animation would end where the place seemed to be when it began, with most lines above it not yet
 * measured, and a whole text rushing by helps nobody.
 */
void
tl_text_top_show (TlTextTop *self,
                  guint      offset)
{
  GtkTextIter iter;

  tl_text_top_forget (self);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->view), &iter, (int) offset);
  if (is_in_sight (self, &iter))
    {
      gtk_text_view_scroll_to_iter (self->view, &iter, 0, TRUE, 0, SHOWN_ALIGN);
      return;
    }
  self->wanted = offset;
  self->align = SHOWN_ALIGN;
  start (self);
}

/**
 * tl_text_top_forget:
 * @self: where a person is
 *
 * Leaves the text where it is: somebody goes elsewhere in it.
 */
void
tl_text_top_forget (TlTextTop *self)
{
  stop (self);
  self->wanted = -1;
}
