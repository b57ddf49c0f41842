/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-announcer.h"

/**
 * TlAnnouncer:
 *
 * Tells who hears a window by a screen reader what others see happen away from the focus.
 *
 * GTK has announcements since 4.14.  What it sends before that is that a name has changed, and Orca
 * speaks only the new name of the focus and of the active window: so the window has what is said as
 * its accessible name until it is left.  Its title stays what it is.
 *
 * What happens often moves the focus, too, and a screen reader that begins to speak of that drops what
 * it was told just before: all is told a moment later.
 *
 * Property "interval": how many milliseconds pass at least between two reports of progress.
 * Signal "said", with the text.
 */
struct _TlAnnouncer
{
  GObject    parent_instance;

  GtkWindow *window;            /* weak */
  GQueue     texts;             /* (element-type utf8): what is told next, the first first */
  guint      telling_id;        /* or 0 */
  char      *settling;          /* owned, what may be replaced yet; or NULL */
  guint      settling_id;       /* or 0 */
  gint64     said_at;           /* by the monotonic clock */
  guint      interval;
};

typedef enum
{
  PROP_INTERVAL = 1,
} TlAnnouncerProperty;

static GParamSpec *properties[PROP_INTERVAL + 1];

enum
{
  SAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlAnnouncer, tl_announcer, G_TYPE_OBJECT)

/* In milliseconds: when the focus has come to rest, and what is longer than between two keys of a word
 * that is typed. */
#define TOLD_AFTER 250
#define SETTLED_AFTER 600

/* As often as Orca speaks of a bar of progress. */
#define INTERVAL 10000

#if GTK_CHECK_VERSION (4, 14, 0)

static void
send (TlAnnouncer *self,
      const char  *text)
{
  /* Newer than what the other sources may use: here it is asked for. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (self->window), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static void
restore_name_cb (TlAnnouncer *self)
{
}

#else

static void
send (TlAnnouncer *self,
      const char  *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->window), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Where the window is active, its old name would be spoken, too. */
static void
restore_name_cb (TlAnnouncer *self)
{
  const char *title = gtk_window_get_title (self->window);

  if (!gtk_window_is_active (self->window))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->window), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    title != NULL ? title : "", -1);
}

#endif

static gboolean
tell_cb (gpointer user_data)
{
  TlAnnouncer *self = user_data;
  g_autofree char *text = g_queue_pop_head (&self->texts);

  if (text == NULL || self->window == NULL)
    {
      self->telling_id = 0;
      return G_SOURCE_REMOVE;
    }
  send (self, text);
  g_signal_emit (self, signals[SAID], 0, text);
  return G_SOURCE_CONTINUE;
}

static void
stop_settling (TlAnnouncer *self)
{
  g_clear_handle_id (&self->settling_id, g_source_remove);
  g_clear_pointer (&self->settling, g_free);
}

static void
settled_cb (gpointer user_data)
{
  TlAnnouncer *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->settling);

  self->settling_id = 0;
  tl_announcer_say (self, text);
}

static void
tl_announcer_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((TlAnnouncerProperty) prop_id)
    {
    case PROP_INTERVAL:
      g_value_set_uint (value, TL_ANNOUNCER (object)->interval);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_announcer_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((TlAnnouncerProperty) prop_id)
    {
    case PROP_INTERVAL:
      TL_ANNOUNCER (object)->interval = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_announcer_dispose (GObject *object)
{
  TlAnnouncer *self = TL_ANNOUNCER (object);

  stop_settling (self);
  g_clear_handle_id (&self->telling_id, g_source_remove);
  g_queue_clear_full (&self->texts, g_free);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (tl_announcer_parent_class)->dispose (object);
}

static void
tl_announcer_class_init (TlAnnouncerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_announcer_get_property;
  object_class->set_property = tl_announcer_set_property;
  object_class->dispose = tl_announcer_dispose;

  properties[PROP_INTERVAL] = g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT, INTERVAL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SAID] = g_signal_new ("said", TL_TYPE_ANNOUNCER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tl_announcer_init (TlAnnouncer *self)
{
  self->interval = INTERVAL;
  g_queue_init (&self->texts);
}

/**
 * tl_announcer_new:
 * @window: whom it speaks for
 *
 * Returns: (transfer full): what tells a screen reader what happens in it
 */
TlAnnouncer *
tl_announcer_new (GtkWindow *window)
{
  TlAnnouncer *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (TL_TYPE_ANNOUNCER, NULL);
  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (restore_name_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_announcer_say:
 * @self: what tells a screen reader
 * @text: a short text
 *
 * Tells it.
 */
void
tl_announcer_say (TlAnnouncer *self,
                  const char  *text)
{
  g_return_if_fail (TL_IS_ANNOUNCER (self));
  g_return_if_fail (text != NULL);

  self->said_at = g_get_monotonic_time ();
  g_queue_push_tail (&self->texts, g_strdup (text));
  if (self->telling_id == 0)
    self->telling_id = g_timeout_add (TOLD_AFTER, tell_cb, self);
}

/**
 * tl_announcer_say_settled:
 * @self: what tells a screen reader
 * @text: a short text
 *
 * Tells it when nothing else is told so for a moment: of what changes with each key only where it
 * has led to is worth hearing.
 */
void
tl_announcer_say_settled (TlAnnouncer *self,
                          const char  *text)
{
  g_return_if_fail (TL_IS_ANNOUNCER (self));
  g_return_if_fail (text != NULL);

  stop_settling (self);
  self->settling = g_strdup (text);
  self->settling_id = g_timeout_add_once (SETTLED_AFTER, settled_cb, self);
}

/**
 * tl_announcer_say_progress:
 * @self: what tells a screen reader
 * @text: how far something is
 *
 * Tells it where nothing was told for a while, and drops it otherwise.
 */
void
tl_announcer_say_progress (TlAnnouncer *self,
                           const char  *text)
{
  g_return_if_fail (TL_IS_ANNOUNCER (self));
  g_return_if_fail (text != NULL);

  if (g_get_monotonic_time () - self->said_at >= (gint64) self->interval * 1000)
    tl_announcer_say (self, text);
}

/**
 * tl_announce:
 * @widget: where it happened
 * @text: a short text
 *
 * Tells it to who hears the window, when nothing else is told so for a moment; what nobody sees
 * is not told.
 */
void
tl_announce (GtkWidget  *widget,
             const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (gtk_widget_get_mapped (widget))
    gtk_widget_activate_action (widget, "win.announce", "s", text);
}
