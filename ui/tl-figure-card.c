/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-figure-card.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-figure-row.h"
#include "tl-figure-target.h"
#include "tl-why-words.h"
#include "tl-words.h"

/**
 * TlFigureCard:
 *
 * A figure of an article as a card: what was read and how sure that is, what a person said of it,
 * and what can be said.  While it is edited its editor stands in its place.
 */
struct _TlFigureCard
{
  AdwBin        parent_instance;

  GtkWidget    *reading;
  TlFigureRow  *row;
  GtkLabel     *note;           /* what to look at before, and what is read otherwise after */
  GtkWidget    *state_icon;
  GtkLabel     *state;
  GtkWidget    *date_button;
  GtkWidget    *confirm_button;
  GtkWidget    *edit_button;
  GtkWidget    *dismiss_button;
  GtkWidget    *restore_button;
  GtkWidget    *more_button;
  GtkWidget    *fold;
  GtkImage     *fold_icon;
  GtkLabel     *fold_label;
  GtkLabel     *words;
  AdwBin       *editor_bin;

  TlFigureItem *item;           /* owned, NULL while the card is not used */
};

G_DEFINE_FINAL_TYPE (TlFigureCard, tl_figure_card, ADW_TYPE_BIN)

static TlFigure *
get_figure (TlFigureCard *self)
{
  return self->item != NULL ? tl_figure_item_get_figure (self->item) : NULL;
}

static const char *
get_state (TlFigureItem *item)
{
  if (tl_figure_item_get_kind (item) == TL_FIGURE_ITEM_DISMISSED)
    return C_("figure", "Dismissed");
  return tl_words_for_review (tl_figure_get_review (tl_figure_item_get_figure (item)));
}

static void
show_state (TlFigureCard *self,
            gboolean      is_dismissed)
{
  TlFigure *figure = get_figure (self);
  TlReview review = tl_figure_get_review (figure);
  gboolean is_undated = tl_figure_has_value (figure) && !tl_date_is_set (tl_figure_get_data (figure)->start);

  gtk_label_set_text (self->state, get_state (self->item));
  gtk_widget_set_visible (self->state_icon, review != TL_REVIEW_OPEN && !is_dismissed);
  gtk_widget_set_visible (self->date_button, is_undated && !is_dismissed);
  gtk_widget_set_visible (self->confirm_button, review == TL_REVIEW_OPEN && !is_dismissed);
  gtk_widget_set_visible (self->edit_button, !is_dismissed);
  gtk_widget_set_visible (self->dismiss_button, !is_dismissed);
  gtk_widget_set_visible (self->restore_button, is_dismissed);
  gtk_widget_set_visible (self->more_button, review != TL_REVIEW_OPEN && review != TL_REVIEW_ADDED && !is_dismissed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.confirm", review == TL_REVIEW_OPEN && !is_dismissed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.edit", !is_dismissed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.dismiss", !is_dismissed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.restore", is_dismissed || review != TL_REVIEW_OPEN);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.put-onto-year", is_undated && !is_dismissed);
}

/* The list has the focus on its row, whose name says all that is on the card. */
static void
name_row (TlFigureCard *self,
          const char   *name)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_figure (TlFigureCard *self)
{
  TlFigure *figure = get_figure (self);
  gboolean is_dismissed = tl_figure_item_get_kind (self->item) == TL_FIGURE_ITEM_DISMISSED;
  gboolean is_open = tl_figure_get_review (figure) == TL_REVIEW_OPEN;
  g_autofree char *note = is_open ? tl_why_words_dup_inferred (figure) : tl_why_words_dup_read (figure);
  g_autofree char *what = NULL;
  g_autofree char *name = NULL;

  tl_figure_row_set_figure (self->row, figure);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0' && !is_dismissed);
  show_state (self, is_dismissed);
  what = tl_figure_row_dup_name (self->row);
  name = g_strjoin (", ", what, get_state (self->item), NULL);
  name_row (self, name);
  if (is_dismissed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dismissed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dismissed");
}

static void
show_fold (TlFigureCard *self)
{
  guint n = tl_figure_item_get_n_dismissed (self->item);
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Dismissed", "%u Dismissed", n), n);

  gtk_label_set_text (self->fold_label, text);
  gtk_image_set_from_icon_name (self->fold_icon, tl_figure_item_is_unfolded (self->item) ? "pan-down-symbolic"
                                                                                        : "pan-end-symbolic");
  name_row (self, text);
}

static void
show_item (TlFigureCard *self)
{
  gboolean is_fold = tl_figure_item_get_kind (self->item) == TL_FIGURE_ITEM_FOLD;

  gtk_widget_set_visible (self->fold, is_fold);
  gtk_widget_set_visible (self->reading, !is_fold && adw_bin_get_child (self->editor_bin) == NULL);
  if (is_fold)
    show_fold (self);
  else
    show_figure (self);
}

/* ---- what can be said ---- */

static void
activate (TlFigureCard *self,
          const char   *action)
{
  TlFigure *figure = get_figure (self);

  if (figure != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, tl_figure_target_new (0, figure));
}

static void
confirm_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  activate (TL_FIGURE_CARD (widget), "win.confirm-figure");
}

static void
dismiss_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  activate (TL_FIGURE_CARD (widget), "win.dismiss-figure");
}

static void
restore_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  activate (TL_FIGURE_CARD (widget), "win.restore-figure");
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  activate (TL_FIGURE_CARD (widget), "win.edit-figure");
}

static void
why_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  activate (TL_FIGURE_CARD (widget), "win.show-why");
}

static void
put_onto_year_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  activate (TL_FIGURE_CARD (widget), "win.date-figure");
}

static void
tl_figure_card_dispose (GObject *object)
{
  TlFigureCard *self = TL_FIGURE_CARD (object);

  /* The editor is the list's. */
  if (self->editor_bin != NULL)
    adw_bin_set_child (self->editor_bin, NULL);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_FIGURE_CARD);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tl_figure_card_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "card.dismiss", NULL, dismiss_cb);
  gtk_widget_class_install_action (widget_class, "card.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "card.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "card.why", NULL, why_cb);
  gtk_widget_class_install_action (widget_class, "card.put-onto-year", NULL, put_onto_year_cb);
}

static void
tl_figure_card_class_init (TlFigureCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_figure_card_dispose;

  install_actions (widget_class);
  g_type_ensure (TL_TYPE_FIGURE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, reading);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, row);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, note);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, state_icon);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, state);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, date_button);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, more_button);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, fold);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, fold_icon);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, fold_label);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, words);
  gtk_widget_class_bind_template_child (widget_class, TlFigureCard, editor_bin);
}

static void
tl_figure_card_init (TlFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_figure_card_set_item:
 * @self: the card
 * @item: (nullable): what to show
 *
 * Shows a figure, or the fold of those that were dismissed.
 */
void
tl_figure_card_set_item (TlFigureCard *self,
                         TlFigureItem *item)
{
  g_return_if_fail (TL_IS_FIGURE_CARD (self));

  g_set_object (&self->item, item);
  if (item != NULL)
    show_item (self);
}

/**
 * tl_figure_card_get_item:
 * @self: the card
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TlFigureItem *
tl_figure_card_get_item (TlFigureCard *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_CARD (self), NULL);

  return self->item;
}

/**
 * tl_figure_card_set_editor:
 * @self: the card
 * @editor: (nullable): what its figure is edited with; %NULL to show the figure
 *
 * Puts an editor in the place of the figure, below the words that it was read from.
 */
void
tl_figure_card_set_editor (TlFigureCard *self,
                           GtkWidget    *editor)
{
  g_autofree char *words = NULL;
  gboolean is_figure;

  g_return_if_fail (TL_IS_FIGURE_CARD (self));

  is_figure = self->item != NULL && tl_figure_item_get_kind (self->item) != TL_FIGURE_ITEM_FOLD;
  adw_bin_set_child (self->editor_bin, editor);
  gtk_widget_set_visible (self->reading, editor == NULL && is_figure);
  if (editor != NULL && is_figure)
    words = tl_words_mark_quote (get_figure (self));
  gtk_label_set_markup (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL && *words != '\0');
}
