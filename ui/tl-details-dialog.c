/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-details-dialog.h"

#include "tl-fact-row.h"

/**
 * TlDetailsDialog:
 *
 * What is known of an article besides its text, where each of it comes from, and how a
 * person corrects it.
 */
struct _TlDetailsDialog
{
  AdwWindow  parent_instance;

  GtkBox    *rows;
  GtkLabel  *file;

  TlLibrary *library;           /* owned */
  gint64     id;
};

G_DEFINE_FINAL_TYPE (TlDetailsDialog, tl_details_dialog, ADW_TYPE_WINDOW)

static void
corrected_cb (TlDetailsDialog *self,
              const char      *value,
              TlFactRow       *row)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  guint fact;

  g_object_get (row, "fact", &fact, NULL);
  if (value != NULL)
    gtk_widget_activate_action (parent, "win.correct-fact", "(xus)", self->id, fact, value);
  else
    gtk_widget_activate_action (parent, "win.reset-fact", "(xu)", self->id, fact);
}

/* What was written and not applied was meant, too. */
static gboolean
close_request_cb (TlDetailsDialog *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (TL_IS_FACT_ROW (row))
      tl_fact_row_apply (TL_FACT_ROW (row));
  return GDK_EVENT_PROPAGATE;
}

static void
show_file (TlDetailsDialog *self,
           TlArticle       *article)
{
  const char *uri = tl_article_get_uri (article);
  g_autoptr(GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *text = NULL;

  if (name != NULL && tl_article_get_part (article) != NULL)
    text = g_strdup_printf ("%s › %s", name, tl_article_get_part (article));
  gtk_label_set_text (self->file, text != NULL ? text : name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->file), name != NULL);
}

static void
show_article (TlDetailsDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = tl_library_load_article (self->library, self->id, &error);

  if (article == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (TL_IS_FACT_ROW (row))
      tl_fact_row_set_article (TL_FACT_ROW (row), article);
  show_file (self, article);
}

static void
tl_details_dialog_dispose (GObject *object)
{
  TlDetailsDialog *self = TL_DETAILS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_DETAILS_DIALOG);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_details_dialog_parent_class)->dispose (object);
}

static void
tl_details_dialog_class_init (TlDetailsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_details_dialog_dispose;

  g_type_ensure (TL_TYPE_FACT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-details-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDetailsDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsDialog, file);
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_details_dialog_init (TlDetailsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_details_dialog_new:
 * @parent: the window that it belongs to
 * @library: where the article is
 * @id: the article
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
tl_details_dialog_new (GtkWindow *parent,
                       TlLibrary *library,
                       gint64     id)
{
  TlDetailsDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_DETAILS_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->id = id;
  g_signal_connect_object (library, "changed", G_CALLBACK (show_article), self, G_CONNECT_SWAPPED);
  show_article (self);
  return GTK_WINDOW (self);
}
