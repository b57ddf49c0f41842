/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-figure-dialog.h"

#include "tl-figure-editor.h"
#include "tl-why-markup.h"

/**
 * TlFigureDialog:
 *
 * A figure that a person adds, below the sentence that states it: what was read from that is
 * proposed, all of it can be changed, and nothing is kept until "done" is told.
 */
struct _TlFigureDialog
{
  AdwWindow       parent_instance;

  GtkLabel       *sentence;
  TlFigureEditor *editor;
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFigureDialog, tl_figure_dialog, ADW_TYPE_WINDOW)

static void
done_cb (TlFigureDialog *self)
{
  g_signal_emit (self, signals[DONE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tl_figure_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_FIGURE_DIALOG);

  G_OBJECT_CLASS (tl_figure_dialog_parent_class)->dispose (object);
}

static void
tl_figure_dialog_class_init (TlFigureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_figure_dialog_dispose;

  /**
   * TlFigureDialog::done:
   *
   * The person adds the figure: tl_figure_dialog_dup_figure() has it.
   */
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_FIGURE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFigureDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, TlFigureDialog, editor);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_figure_dialog_init (TlFigureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_figure_dialog_new:
 * @parent: the window that it belongs to
 * @figure: what is proposed
 * @article: the article that states it
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
tl_figure_dialog_new (GtkWindow *parent,
                      TlFigure  *figure,
                      TlArticle *article)
{
  TlFigureDialog *self;
  g_autofree char *markup = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_FIGURE (figure), NULL);
  g_return_val_if_fail (TL_IS_ARTICLE (article), NULL);

  self = g_object_new (TL_TYPE_FIGURE_DIALOG, "transient-for", parent, NULL);
  markup = tl_why_markup_new (figure);
  gtk_label_set_markup (self->sentence, markup);
  tl_figure_editor_set_figure (self->editor, figure, article);
  return GTK_WINDOW (self);
}

/**
 * tl_figure_dialog_dup_figure:
 * @self: the dialog
 *
 * Returns: (transfer full) (nullable): the figure as it was entered; %NULL where that is none
 */
TlFigure *
tl_figure_dialog_dup_figure (TlFigureDialog *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_DIALOG (self), NULL);

  return tl_figure_editor_dup_figure (self->editor, NULL);
}
