/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-review-bar.h"

#include "tl-bin.h"
#include "tl-figure-target.h"
#include "tl-words.h"

/**
 * TlReviewBar:
 *
 * What a person said of a figure of any article, and what can be said of it, by the window's
 * actions.
 */
struct _TlReviewBar
{
  AdwBin     parent_instance;

  GtkWidget *state_icon;
  GtkLabel  *state;
  GtkWidget *date_button;
  GtkWidget *confirm_button;
  GtkWidget *edit_button;
  GtkWidget *dismiss_button;
};

G_DEFINE_FINAL_TYPE (TlReviewBar, tl_review_bar, ADW_TYPE_BIN)

static void
tl_review_bar_dispose (GObject *object)
{
  tl_bin_dispose_template (GTK_WIDGET (object), TL_TYPE_REVIEW_BAR);

  G_OBJECT_CLASS (tl_review_bar_parent_class)->dispose (object);
}

static void
tl_review_bar_class_init (TlReviewBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_review_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-review-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReviewBar, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TlReviewBar, state);
  gtk_widget_class_bind_template_child (widget_class, TlReviewBar, date_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewBar, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewBar, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TlReviewBar, dismiss_button);
}

static void
tl_review_bar_init (TlReviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_review_bar_set_figure:
 * @self: the bar
 * @article_id: an article
 * @figure: a figure that it states
 *
 * Shows what was said of a figure.
 */
void
tl_review_bar_set_figure (TlReviewBar *self,
                          gint64       article_id,
                          TlFigure    *figure)
{
  GtkWidget *buttons[4];
  TlReview review;

  g_return_if_fail (TL_IS_REVIEW_BAR (self));
  g_return_if_fail (TL_IS_FIGURE (figure));

  buttons[0] = self->date_button;
  buttons[1] = self->confirm_button;
  buttons[2] = self->edit_button;
  buttons[3] = self->dismiss_button;
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (buttons[i]),
                                            tl_figure_target_new (article_id, figure));
  review = tl_figure_get_review (figure);
  gtk_label_set_text (self->state, tl_words_for_review (review));
  gtk_widget_set_visible (self->state_icon, review != TL_REVIEW_OPEN);
  gtk_widget_set_visible (self->confirm_button, review == TL_REVIEW_OPEN);
  gtk_widget_set_visible (self->date_button,
                          tl_figure_has_value (figure) && !tl_date_is_set (tl_figure_get_data (figure)->start));
}
