/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-review-page.h"

#include <glib/gi18n-lib.h>

#include "tl-announcer.h"
#include "tl-bin.h"
#include "tl-figure-editor.h"
#include "tl-figure-item.h"
#include "tl-why-markup.h"
#include "tl-why-words.h"
#include "tl-words.h"
#include "tl-wrap-layout.h"

/**
 * TlReviewPage:
 *
 * One figure after the other that nobody has said anything of: large, with its sentence, and a key
 * for each thing that can be said of it.
 */
struct _TlReviewPage
{
  AdwBin          parent_instance;

  GtkStack       *stack;
  GtkProgressBar *progress;
  GtkScrolledWindow *scrolled;
  GtkLabel       *position;
  GtkLabel       *verdict;
  GtkWidget      *card;
  GtkLabel       *value;
  GtkLabel       *period;
  GtkLabel       *change;
  GtkLabel       *flow;
  GtkLabel       *kind;
  GtkLabel       *sentence;
  GtkLabel       *speaker;
  GtkLabel       *inferred;
  AdwBin         *editor_bin;
  GtkLabel       *title;
  GtkLabel       *source;
  GtkWidget      *bar;
  AdwStatusPage  *end_page;
  GtkWidget      *leave_button;
  GtkWidget      *again_button;

  TlReviewQueue  *queue;        /* owned, NULL while nothing is reviewed */
  TlFigure       *shown;        /* owned, the figure that is seen; or NULL */
  GtkWidget      *editor;       /* owned, NULL until something is edited */
};

G_DEFINE_FINAL_TYPE (TlReviewPage, tl_review_page, ADW_TYPE_BIN)

static gboolean
is_editing (TlReviewPage *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->editor_bin));
}

/* ---- what is shown ---- */

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_value (TlReviewPage *self,
            TlFigure     *figure)
{
  g_autofree char *value = tl_figure_dup_value_label (figure);
  g_autofree char *change = tl_figure_dup_change_label (figure);
  g_autofree char *period = tl_figure_dup_period_label (figure);
  gboolean has_value = tl_figure_has_value (figure);

  show_text (self->value, has_value ? value : change);
  show_text (self->change, has_value ? change : NULL);
  show_text (self->period, *period != '\0' ? period : _("No period"));
}

static void
show_kind (TlReviewPage       *self,
           const TlFigureData *data)
{
  const char *status = tl_words_for_status (data->status);
  const char *scope = tl_words_for_scope (data->scope);
  g_autofree char *both = NULL;

  if (status != NULL && scope != NULL)
    /* Translators: two words that qualify a figure, "Forecast · Regional" */
    both = g_strdup_printf (C_("qualities", "%s · %s"), status, scope);
  show_text (self->kind, both != NULL ? both : status != NULL ? status : scope);
}

static void
show_figure (TlReviewPage *self,
             TlFigure     *figure)
{
  g_autofree char *flow = tl_words_for_trade (tl_figure_get_data (figure));
  g_autofree char *markup = tl_why_markup_new (figure);
  g_autofree char *inferred = tl_why_words_dup_inferred (figure);

  show_value (self, figure);
  show_text (self->flow, flow);
  show_kind (self, tl_figure_get_data (figure));
  gtk_label_set_markup (self->sentence, markup);
  show_text (self->speaker, tl_figure_get_speaker (figure));
  show_text (self->inferred, inferred);
}

static void
show_article (TlReviewPage *self)
{
  TlArticle *article = tl_review_queue_get_article (self->queue);
  g_autofree char *title = tl_article_dup_display_title (article);
  g_autofree char *source = tl_words_for_source (tl_article_get_publisher (article),
                                                 tl_article_get_published (article));

  gtk_label_set_text (self->title, title);
  show_text (self->source, source);
}

static const char *
get_verdict (TlReviewPage *self,
             TlFigure     *figure)
{
  if (tl_review_queue_is_dismissed (self->queue))
    return C_("figure", "Dismissed");
  switch (tl_figure_get_review (figure))
    {
    case TL_REVIEW_CONFIRMED:
      return C_("figure", "Confirmed");
    case TL_REVIEW_EDITED:
    case TL_REVIEW_ADDED:
      return C_("figure", "Edited by you");
    case TL_REVIEW_OPEN:
    default:
      return NULL;
    }
}

static void
show_place (TlReviewPage *self)
{
  TlReviewCounts counts = tl_review_queue_get_counts (self->queue);
  guint position = tl_review_queue_get_position (self->queue);
  /* Translators: which figure it is, and how many there are */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), position, counts.n_figures);
  guint n_said = counts.n_confirmed + counts.n_edited + counts.n_dismissed;

  gtk_label_set_text (self->position, text);
  gtk_progress_bar_set_fraction (self->progress, counts.n_figures > 0 ? (double) n_said / counts.n_figures : 1);
}

/* Who cannot see it hears all of the card when the focus comes to it, and when its name changes then. */
static void
name_card (TlReviewPage *self)
{
  GtkLabel *labels[] = {
    self->position, self->verdict, self->value, self->change, self->period, self->flow, self->kind, self->sentence,
    self->speaker, self->inferred,
  };
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", gtk_label_get_text (labels[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->card), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
stop_editing (TlReviewPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->editor_bin), FALSE);
  gtk_widget_set_visible (self->card, TRUE);
  gtk_widget_set_visible (self->bar, TRUE);
  if (self->shown != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->card);
}

/* The same figure may come again when what was said of it was kept: nothing moves then. */
static void
show_current (TlReviewPage *self)
{
  TlFigure *figure = tl_review_queue_get_figure (self->queue);
  gboolean is_other = self->shown == NULL || !tl_figure_is_same (self->shown, figure);

  show_text (self->verdict, get_verdict (self, figure));
  show_place (self);
  if (!is_other && self->shown == figure)
    return;
  g_set_object (&self->shown, figure);
  if (is_editing (self) && !is_other)
    return;
  show_figure (self, figure);
  show_article (self);
  name_card (self);
  if (!is_other)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  stop_editing (self);
}

static void
show_end (TlReviewPage *self)
{
  TlReviewCounts counts = tl_review_queue_get_counts (self->queue);
  guint n_said = counts.n_confirmed + counts.n_edited + counts.n_dismissed;
  guint n_left = counts.n_figures > n_said ? counts.n_figures - n_said : 0;
  g_autofree char *description = NULL;

  g_clear_object (&self->shown);
  if (counts.n_figures > 0)
    description = g_strdup_printf (_("Confirmed: %u · Edited: %u · Dismissed: %u"), counts.n_confirmed, counts.n_edited,
                                   counts.n_dismissed);
  if (counts.n_figures == 0)
    adw_status_page_set_title (self->end_page, _("Nothing to Review"));
  else
    adw_status_page_set_title (self->end_page, n_left > 0 ? _("That Was the Last One") : _("All Figures Are Reviewed"));
  adw_status_page_set_description (self->end_page, description);
  gtk_widget_set_visible (self->again_button, n_left > 0);
}

/* The focus is on a button, and what it says is not what there is to know. */
static void
announce_end (TlReviewPage *self)
{
  const char *description = adw_status_page_get_description (self->end_page);
  g_autofree char *text = g_strjoin (". ", adw_status_page_get_title (self->end_page), description, NULL);

  tl_announce (GTK_WIDGET (self), text);
}

static void
update (TlReviewPage *self)
{
  TlReviewState state = self->queue != NULL ? tl_review_queue_get_state (self->queue) : TL_REVIEW_LOADING;
  static const char *const pages[] = { "loading", "figure", "end" };
  gboolean was_at_end = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "end") == 0;
  gboolean is_at_figure = state == TL_REVIEW_AT_FIGURE;

  gtk_stack_set_visible_child_name (self->stack, pages[state]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.confirm", is_at_figure);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.dismiss", is_at_figure);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.edit", is_at_figure);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.next", is_at_figure);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.open-article", is_at_figure);
  if (is_at_figure)
    show_current (self);
  else if (state == TL_REVIEW_AT_END)
    show_end (self);
  if (state == TL_REVIEW_AT_END && !was_at_end && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_widget_grab_focus (self->leave_button);
      announce_end (self);
    }
}

/* ---- what is said ---- */

static TlReviewPage *
get_page (GtkWidget *widget)
{
  TlReviewPage *self = TL_REVIEW_PAGE (widget);

  return self->queue != NULL && tl_review_queue_get_state (self->queue) == TL_REVIEW_AT_FIGURE ? self : NULL;
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlReviewPage *self = get_page (widget);

  if (self != NULL)
    tl_review_queue_confirm (self->queue);
}

static void
dismiss_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlReviewPage *self = get_page (widget);

  if (self != NULL)
    tl_review_queue_dismiss (self->queue);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlReviewPage *self = get_page (widget);

  if (self != NULL)
    tl_review_queue_go (self->queue, 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlReviewPage *self = TL_REVIEW_PAGE (widget);

  if (self->queue != NULL)
    tl_review_queue_go (self->queue, -1);
}

static void
start_over_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlReviewPage *self = TL_REVIEW_PAGE (widget);

  if (self->queue != NULL)
    tl_review_queue_start_over (self->queue);
}

static void
open_article_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlReviewPage *self = get_page (widget);
  TlSpan sentence;

  if (self == NULL)
    return;
  sentence = tl_figure_get_data (self->shown)->sentence;
  gtk_widget_activate_action (widget, "win.open-reviewed", "(xuu)", tl_review_queue_get_article_id (self->queue),
                              sentence.start, sentence.end);
}

static void
done_cb (TlReviewPage *self)
{
  g_autoptr(TlFigure) edited = tl_figure_editor_dup_figure (TL_FIGURE_EDITOR (self->editor), NULL);

  if (edited != NULL && get_page (GTK_WIDGET (self)) != NULL)
    tl_review_queue_edit (self->queue, edited);
  if (is_editing (self))
    stop_editing (self);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlReviewPage *self = get_page (widget);

  if (self == NULL || is_editing (self))
    return;
  if (self->editor == NULL)
    {
      self->editor = g_object_ref_sink (tl_figure_editor_new ());
      g_signal_connect_object (self->editor, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->editor, "given-up", G_CALLBACK (stop_editing), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->editor_bin, self->editor);
    }
  tl_figure_editor_set_figure (TL_FIGURE_EDITOR (self->editor), self->shown,
                               tl_review_queue_get_article (self->queue));
  gtk_widget_set_visible (GTK_WIDGET (self->editor_bin), TRUE);
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
}

/* ---- keys ---- */

/* One key says it, where no text is being entered and none of them is pressed with another. */
static const struct
{
  guint       key;
  const char *action;
} keys[] = {
  { GDK_KEY_a, "review.confirm" },
  { GDK_KEY_d, "review.dismiss" },
  { GDK_KEY_Delete, "review.dismiss" },
  { GDK_KEY_KP_Delete, "review.dismiss" },
  { GDK_KEY_e, "review.edit" },
  { GDK_KEY_F2, "review.edit" },
  { GDK_KEY_n, "review.next" },
  { GDK_KEY_Right, "review.next" },
  { GDK_KEY_KP_Right, "review.next" },
  { GDK_KEY_p, "review.previous" },
  { GDK_KEY_Left, "review.previous" },
  { GDK_KEY_KP_Left, "review.previous" },
  { GDK_KEY_o, "review.open-article" },
  { GDK_KEY_u, "win.undo" },
};

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  key_code,
        GdkModifierType        state,
        TlReviewPage          *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_on_card = focus == self->card;

  if (is_editing (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  /* Enter and Space press a button that has the focus. */
  if (is_on_card && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter))
    return gtk_widget_activate_action (GTK_WIDGET (self), "review.confirm", NULL);
  if (is_on_card && (key == GDK_KEY_space || key == GDK_KEY_KP_Space))
    return gtk_widget_activate_action (GTK_WIDGET (self), "review.next", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (key))
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
tl_review_page_grab_focus (GtkWidget *widget)
{
  TlReviewPage *self = TL_REVIEW_PAGE (widget);

  if (is_editing (self))
    return gtk_widget_child_focus (self->editor, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (self->shown != NULL ? self->card : self->leave_button);
}

static void
tl_review_page_dispose (GObject *object)
{
  TlReviewPage *self = TL_REVIEW_PAGE (object);

  tl_review_page_set_queue (self, NULL);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_REVIEW_PAGE);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (tl_review_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, position);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, card);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, value);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, period);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, change);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, flow);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, kind);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, speaker);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, inferred);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, source);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, end_page);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, leave_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewPage, again_button);
}

static void
tl_review_page_class_init (TlReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_review_page_dispose;
  widget_class->grab_focus = tl_review_page_grab_focus;

  gtk_widget_class_install_action (widget_class, "review.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "review.dismiss", NULL, dismiss_cb);
  gtk_widget_class_install_action (widget_class, "review.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "review.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "review.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "review.open-article", NULL, open_article_cb);
  gtk_widget_class_install_action (widget_class, "review.start-over", NULL, start_over_cb);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-review-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
tl_review_page_init (TlReviewPage *self)
{
  g_type_ensure (TL_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
failed_cb (TlReviewPage *self,
           const char   *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", message);
}

/**
 * tl_review_page_set_queue:
 * @self: the page
 * @queue: (nullable): what to go through
 *
 * Begins to review.
 */
void
tl_review_page_set_queue (TlReviewPage  *self,
                          TlReviewQueue *queue)
{
  g_return_if_fail (TL_IS_REVIEW_PAGE (self));
  g_return_if_fail (queue == NULL || TL_IS_REVIEW_QUEUE (queue));

  if (self->queue != NULL)
    g_signal_handlers_disconnect_by_data (self->queue, self);
  g_set_object (&self->queue, queue);
  g_clear_object (&self->shown);
  if (queue == NULL)
    return;
  g_signal_connect_object (queue, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (queue, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * tl_review_page_get_queue:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what is gone through
 */
TlReviewQueue *
tl_review_page_get_queue (TlReviewPage *self)
{
  g_return_val_if_fail (TL_IS_REVIEW_PAGE (self), NULL);

  return self->queue;
}
