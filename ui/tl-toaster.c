/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-toaster.h"

#include "tl-inner-names.h"

/**
 * TlToaster:
 *
 * Says things in a window by one toast, whose words change with what is said next.
 *
 * libadwaita's own queue would have an answer wait until what was said ten seconds ago is gone,
 * and its version 1.2 aborts where a toast is dismissed which has just appeared, or comes back too
 * soon.  Here an offer makes way at once for what comes next, a note when it was seen for two
 * seconds, and what lasts is seen again when there is nothing else to say.
 */
struct _TlToaster
{
  GObject          parent_instance;

  AdwToastOverlay *overlay;     /* weak */
  TlAnnouncer     *announcer;   /* owned */
  AdwToast        *toast;       /* weak, the one that is there; or NULL */
  GQueue           messages;    /* (element-type Message): the first is what is shown, or is next */
  guint            timer;       /* or 0 */
  guint            settling;    /* the tick of a toast that appears, or 0 */
  gint64           appeared;    /* when it began to, by the clock of frames; or 0 */
  guint            age;         /* for how many seconds the first was seen */
  guint            last_id;
};

typedef struct
{
  guint     id;
  char     *text;               /* owned */
  char     *button;             /* owned, or NULL */
  char     *action_name;        /* owned, or NULL */
  GVariant *target;             /* owned, or NULL */
  gboolean  lasts;              /* until a person closes it */
  gboolean  is_heard;           /* it was announced */
} Message;

/* For how many seconds they are seen, and for how many a note is before it makes way. */
#define OFFER_SECONDS 10
#define NOTE_SECONDS 5
#define SHORT_SECONDS 2

/* The first second may be shorter: libadwaita has to have shown what goes. */
#define AT_LEAST 2

/* Microseconds; libadwaita's animation takes no more than 500,000. */
#define APPEARING (600 * 1000)

/* A toast has no more. */
#define TOAST_LINES 3

G_DEFINE_FINAL_TYPE (TlToaster, tl_toaster, G_TYPE_OBJECT)

static void
message_free (Message *message)
{
  g_free (message->text);
  g_free (message->button);
  g_free (message->action_name);
  g_clear_pointer (&message->target, g_variant_unref);
  g_free (message);
}

static guint
get_seconds (const Message *message)
{
  return message->button != NULL ? OFFER_SECONDS : NOTE_SECONDS;
}

/* ---- the toast ---- */

static GtkWidget *
find_ancestor (GtkWidget  *widget,
               const char *type)
{
  while (widget != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

static void
name_close_button_cb (GtkWidget *label)
{
  GtkWidget *widget = find_ancestor (label, "AdwToastWidget");

  if (widget != NULL)
    tl_inner_names_set_close (widget);
}

/* In some lines, where the window is narrow.  libadwaita 1.2 has no role for a toast: the
 * box around the words is an alert, whose name changes with them; GTK 4.8 sends that over the bus. */
static AdwToast *
make_toast (void)
{
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (label), TOAST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  g_signal_connect (label, "map", G_CALLBACK (name_close_button_cb), NULL);
  gtk_box_append (GTK_BOX (box), label);
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_timeout (toast, 0);
  return toast;
}

/* The name comes last: until then the button has no action that the target might not fit. */
static void
write_toast (AdwToast      *toast,
             const Message *message)
{
  GtkWidget *box = adw_toast_get_custom_title (toast);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), message->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, message->text, -1);
  adw_toast_set_action_name (toast, NULL);
  adw_toast_set_action_target_value (toast, message->target);
  adw_toast_set_button_label (toast, message->button);
  adw_toast_set_action_name (toast, message->action_name);
}

/* Whether somebody points at it, or has the focus in it. */
static gboolean
is_looked_at (TlToaster *self)
{
  GtkWidget *widget = find_ancestor (adw_toast_get_custom_title (self->toast), "AdwToastWidget");

  return widget != NULL &&
         (gtk_widget_get_state_flags (widget) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

/* ---- what is said, and when ---- */

static gboolean tick_cb (gpointer user_data);

static void
keep_time (TlToaster *self)
{
  if (self->timer == 0 && !g_queue_is_empty (&self->messages))
    self->timer = g_timeout_add_seconds (1, tick_cb, self);
}

static Message *
get_shown (TlToaster *self)
{
  return self->toast != NULL ? g_queue_peek_head (&self->messages) : NULL;
}

static void
drop_first (TlToaster *self)
{
  message_free (g_queue_pop_head (&self->messages));
}

/* A person closed it, or it went when its time was over. */
static void
dismissed_cb (TlToaster *self,
              AdwToast  *toast)
{
  if (toast != self->toast)
    return;
  g_clear_weak_pointer (&self->toast);
  drop_first (self);
  keep_time (self);
}

/* What comes back was heard. */
static void
announce (TlToaster *self,
          Message   *message)
{
  if (!message->is_heard)
    tl_announcer_say (self->announcer, message->text);
  message->is_heard = TRUE;
}

static void
set_open_to_all (TlToaster *self,
                 gboolean   is_open)
{
  GtkWidget *widget = find_ancestor (adw_toast_get_custom_title (self->toast), "AdwToastWidget");

  if (widget == NULL)
    return;
  gtk_widget_set_can_target (widget, is_open);
  gtk_widget_set_can_focus (widget, is_open);
}

/* The frames of the animation go by the same clock, and come before. */
static gboolean
settle_cb (GtkWidget     *overlay,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TlToaster *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->appeared == 0)
    self->appeared = now;
  if (self->toast != NULL && now - self->appeared < APPEARING)
    return G_SOURCE_CONTINUE;
  if (self->toast != NULL)
    set_open_to_all (self, TRUE);
  self->settling = 0;
  return G_SOURCE_REMOVE;
}

/* Escape closes a toast, too, where nothing else has taken the key. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                TlToaster             *self)
{
  return key == GDK_KEY_Escape && self->settling != 0;
}

/* libadwaita 1.2 crashes where a toast is closed, or its button is clicked, while it appears: what
 * it has of it is freed when it is gone, after 0.3 seconds, and what replaces another takes 0.5. */
static void
let_appear (TlToaster *self)
{
  if (!adw_get_enable_animations (GTK_WIDGET (self->overlay)))
    return;
  set_open_to_all (self, FALSE);
  self->appeared = 0;
  if (self->settling == 0)
    self->settling = gtk_widget_add_tick_callback (GTK_WIDGET (self->overlay), settle_cb, self, NULL);
}

static void
show_first (TlToaster *self)
{
  Message *message = g_queue_peek_head (&self->messages);

  self->age = 0;
  announce (self, message);
  if (self->toast != NULL)
    {
      write_toast (self->toast, message);
      return;
    }
  g_set_weak_pointer (&self->toast, make_toast ());
  write_toast (self->toast, message);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, self->toast);
  let_appear (self);
}

/* Whether what is shown makes way now. */
static gboolean
makes_way (TlToaster *self)
{
  Message *shown = get_shown (self);

  if (shown->lasts || shown->button != NULL)
    return TRUE;
  return self->age >= SHORT_SECONDS;
}

/* What lasts comes back behind all that there is to say. */
static void
go_on (TlToaster *self)
{
  Message *shown = g_queue_peek_head (&self->messages);

  if (shown->lasts)
    g_queue_push_tail (&self->messages, g_queue_pop_head (&self->messages));
  else
    drop_first (self);
  show_first (self);
}

/* What there is to say before what lasts. */
static gboolean
has_next (TlToaster *self)
{
  const Message *next = g_queue_peek_nth (&self->messages, 1);

  return next != NULL && !next->lasts;
}

static gboolean
is_over (TlToaster *self)
{
  const Message *shown = get_shown (self);

  return !shown->lasts && self->age >= get_seconds (shown) && !is_looked_at (self);
}

/* Whether nothing changes as time goes by. */
static gboolean
has_no_end (TlToaster *self)
{
  const Message *shown = get_shown (self);

  return self->overlay == NULL || g_queue_is_empty (&self->messages) ||
         (shown != NULL && shown->lasts && self->messages.length == 1);
}

static gboolean
tick_cb (gpointer user_data)
{
  TlToaster *self = user_data;

  if (has_no_end (self))
    {
      self->timer = 0;
      return G_SOURCE_REMOVE;
    }
  if (self->toast == NULL)
    {
      show_first (self);
      return G_SOURCE_CONTINUE;
    }
  self->age++;
  if (has_next (self) ? makes_way (self) : is_over (self) && self->messages.length > 1)
    go_on (self);
  else if (is_over (self))
    adw_toast_dismiss (self->toast);
  return G_SOURCE_CONTINUE;
}

/* Behind what is shown, and before what lasts; of offers that wait only the latest is of use. */
static void
put_in (TlToaster *self,
        Message   *message)
{
  GList *link = self->messages.head;

  if (get_shown (self) != NULL)
    link = link->next;
  while (link != NULL && !((Message *) link->data)->lasts)
    {
      Message *waiting = link->data;
      GList *next = link->next;

      if (waiting->button != NULL && message->button != NULL)
        {
          message_free (waiting);
          g_queue_delete_link (&self->messages, link);
        }
      link = next;
    }
  g_queue_insert_before (&self->messages, link, message);
}

static guint
add (TlToaster  *self,
     const char *text,
     const char *button,
     const char *action_name,
     GVariant   *target,
     gboolean    lasts)
{
  Message *message;
  Message *shown = get_shown (self);

  if (self->overlay == NULL)
    return 0;
  message = g_new (Message, 1);
  *message = (Message) { ++self->last_id, g_strdup (text), g_strdup (button), g_strdup (action_name),
                         target != NULL ? g_variant_ref_sink (target) : NULL, lasts, FALSE };
  if (shown != NULL && button == NULL && !lasts && g_str_equal (shown->text, text))
    {
      self->age = 0;
      message_free (message);
      return shown->id;
    }
  if (lasts)
    g_queue_push_tail (&self->messages, message);
  else
    put_in (self, message);
  if (shown == NULL && g_queue_peek_head (&self->messages) == message)
    show_first (self);
  else if (shown != NULL && has_next (self) && makes_way (self))
    go_on (self);
  keep_time (self);
  return message->id;
}

/* ---- the object ---- */

static void
tl_toaster_dispose (GObject *object)
{
  TlToaster *self = TL_TOASTER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->settling != 0 && self->overlay != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->settling);
  self->settling = 0;
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->overlay);
  g_clear_object (&self->announcer);

  G_OBJECT_CLASS (tl_toaster_parent_class)->dispose (object);
}

static void
tl_toaster_finalize (GObject *object)
{
  TlToaster *self = TL_TOASTER (object);

  g_queue_clear_full (&self->messages, (GDestroyNotify) message_free);

  G_OBJECT_CLASS (tl_toaster_parent_class)->finalize (object);
}

static void
tl_toaster_class_init (TlToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_toaster_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_toaster_finalize;
}

static void
tl_toaster_init (TlToaster *self)
{
  g_queue_init (&self->messages);
}

/**
 * tl_toaster_new:
 * @overlay: where the toast is seen
 * @announcer: how it is heard
 *
 * Returns: (transfer full): what says things there
 */
TlToaster *
tl_toaster_new (AdwToastOverlay *overlay,
                TlAnnouncer     *announcer)
{
  TlToaster *self = g_object_new (TL_TYPE_TOASTER, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the overlay's own keys, as it comes after them. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (overlay), keys);
  g_set_weak_pointer (&self->overlay, overlay);
  self->announcer = g_object_ref (announcer);
  return self;
}

/**
 * tl_toaster_say:
 * @self: what says things
 * @text: a short text
 *
 * Says something that needs no answer.
 */
void
tl_toaster_say (TlToaster  *self,
                const char *text)
{
  g_return_if_fail (TL_IS_TOASTER (self));
  g_return_if_fail (text != NULL);

  add (self, text, NULL, NULL, NULL, FALSE);
}

/**
 * tl_toaster_offer:
 * @self: what says things
 * @text: a short text
 * @button: what can be done about it
 * @action_name: the action that does it
 * @target: (nullable): what it is done to, taken when it floats
 *
 * Says something, and offers what can be done about it.
 */
void
tl_toaster_offer (TlToaster  *self,
                  const char *text,
                  const char *button,
                  const char *action_name,
                  GVariant   *target)
{
  g_return_if_fail (TL_IS_TOASTER (self));
  g_return_if_fail (text != NULL && button != NULL && action_name != NULL);

  add (self, text, button, action_name, target, FALSE);
}

/**
 * tl_toaster_say_lasting:
 * @self: what says things
 * @text: a short text
 *
 * Says something for as long as the person likes, or until it is withdrawn.
 *
 * Returns: an id for tl_toaster_withdraw()
 */
guint
tl_toaster_say_lasting (TlToaster  *self,
                        const char *text)
{
  g_return_val_if_fail (TL_IS_TOASTER (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  return add (self, text, NULL, NULL, NULL, TRUE);
}

/**
 * tl_toaster_withdraw:
 * @self: what says things
 * @id: what was said, from tl_toaster_say_lasting()
 *
 * Has something lasting no longer said.  What is said next takes its place at once.
 */
void
tl_toaster_withdraw (TlToaster *self,
                     guint      id)
{
  g_return_if_fail (TL_IS_TOASTER (self));

  for (GList *link = self->messages.head; link != NULL; link = link->next)
    {
      Message *message = link->data;

      if (message->id != id)
        continue;
      if (message == get_shown (self))
        {
          message->lasts = FALSE;
          self->age = MAX (self->age, NOTE_SECONDS - AT_LEAST);
          keep_time (self);
        }
      else
        {
          g_queue_delete_link (&self->messages, link);
          message_free (message);
        }
      return;
    }
}

/**
 * tl_toaster_get_offer:
 * @self: what says things
 * @target: (out) (transfer none) (nullable): what its action is done to
 *
 * Returns: (transfer none) (nullable): the action that is offered now
 */
const char *
tl_toaster_get_offer (TlToaster  *self,
                      GVariant  **target)
{
  const Message *shown;

  g_return_val_if_fail (TL_IS_TOASTER (self), NULL);

  shown = get_shown (self);
  *target = shown != NULL ? shown->target : NULL;
  return shown != NULL ? shown->action_name : NULL;
}

/**
 * tl_toaster_let_go:
 * @self: what says things
 *
 * Has what is said now, and does not last, go away soon: it is not so any more.
 */
void
tl_toaster_let_go (TlToaster *self)
{
  const Message *shown;

  g_return_if_fail (TL_IS_TOASTER (self));

  shown = get_shown (self);
  if (shown != NULL && !shown->lasts)
    self->age = MAX (self->age, get_seconds (shown) - AT_LEAST);
}
