/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-import-report.h"

#include <glib/gi18n-lib.h>

#include "tl-article-item.h"
#include "tl-article-row.h"
#include "tl-failure-item.h"
#include "tl-tab-stop.h"

/**
 * TlImportReport:
 *
 * What an import brought: the articles that came in, those that were there already, and the
 * files that could not be read, each with the reason.  Each can be opened, and the whole
 * import be undone.
 */
struct _TlImportReport
{
  AdwWindow     parent_instance;

  GtkWidget    *undo_button;
  GtkLabel     *note;
  GtkStack     *stack;
  GtkStackPage *imported_page;
  GtkListView  *imported_view;
  GtkStackPage *copies_page;
  GtkListView  *copies_view;
  GtkStackPage *failed_page;
  GtkListView  *failed_view;
};

G_DEFINE_FINAL_TYPE (TlImportReport, tl_import_report, ADW_TYPE_WINDOW)

static gpointer
get_row (GtkListView *view,
         guint        position)
{
  return g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
}

/* Whoever opens an article wants to read it, not this. */
static void
show_article (TlImportReport *self,
              gint64          id)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (id == 0)
    return;
  gtk_widget_activate_action (parent, "win.show-article", "x", id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
imported_activate_cb (TlImportReport *self,
                      guint           position)
{
  g_autoptr(TlArticleItem) item = get_row (self->imported_view, position);

  show_article (self, tl_article_item_get_id (item));
}

static void
copy_activate_cb (TlImportReport *self,
                  guint           position)
{
  g_autoptr(TlFailureItem) item = get_row (self->copies_view, position);

  show_article (self, tl_failure_item_get_article_id (item));
}

static void
failed_activate_cb (TlImportReport *self,
                    guint           position)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr(TlFailureItem) item = get_row (self->failed_view, position);
  g_autofree char *uri = tl_failure_item_dup_uri (item);

  gtk_widget_activate_action (parent, "win.open-file", "s", uri);
}

static void
undo_cb (TlImportReport *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_widget_activate_action (parent, "win.undo-import", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tl_import_report_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_IMPORT_REPORT);

  G_OBJECT_CLASS (tl_import_report_parent_class)->dispose (object);
}

static void
tl_import_report_class_init (TlImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_import_report_dispose;

  g_type_ensure (TL_TYPE_ARTICLE_ROW);
  g_type_ensure (TL_TYPE_FAILURE_ITEM);
  g_type_ensure (TL_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, note);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, stack);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, imported_page);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, imported_view);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, copies_page);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, copies_view);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, failed_page);
  gtk_widget_class_bind_template_child (widget_class, TlImportReport, failed_view);
  gtk_widget_class_bind_template_callback (widget_class, imported_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_import_report_init (TlImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What there is none of is not offered. */
static void
fill_page (GtkStackPage *page,
           GtkListView  *view,
           GListModel   *rows,
           guint         n_rows,
           const char   *title)
{
  g_autoptr(GtkNoSelection) model = gtk_no_selection_new (rows);
  g_autofree char *text = g_strdup_printf ("%s (%u)", title, n_rows);

  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (model));
  gtk_stack_page_set_title (page, text);
  gtk_stack_page_set_visible (page, n_rows > 0);
}

/* Of the files that were not stored, those that were there already, or the others. */
static GListStore *
list_failures (TlImport *import,
               gboolean  are_copies)
{
  GPtrArray *failures = tl_import_get_failures (import);
  GListStore *store = g_list_store_new (TL_TYPE_FAILURE_ITEM);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < failures->len; i++)
    {
      const TlImportFailure *failure = g_ptr_array_index (failures, i);

      if (failure->is_duplicate == are_copies)
        g_ptr_array_add (items, tl_failure_item_new (failure));
    }
  g_list_store_splice (store, 0, 0, items->pdata, items->len);
  return store;
}

static void
show_note (TlImportReport *self,
           TlImport       *import)
{
  guint n_failures = tl_import_get_n_failures (import);
  g_autofree char *note = NULL;

  if (n_failures <= tl_import_get_failures (import)->len)
    return;
  note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file was not imported; here are the first",
                                       "%u files were not imported; here are the first", n_failures),
                          n_failures);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
}

static void
show_import (TlImportReport *self,
             TlLibrary      *library,
             TlImport       *import)
{
  GListModel *imported = tl_library_list_articles (library, tl_import_get_added (import));
  GListStore *copies = list_failures (import, TRUE);
  GListStore *failed = list_failures (import, FALSE);
  guint n_imported = g_list_model_get_n_items (imported);
  guint n_copies = g_list_model_get_n_items (G_LIST_MODEL (copies));
  guint n_failed = g_list_model_get_n_items (G_LIST_MODEL (failed));

  fill_page (self->imported_page, self->imported_view, imported, n_imported, C_("import", "Imported"));
  fill_page (self->copies_page, self->copies_view, G_LIST_MODEL (copies), n_copies,
             C_("import", "There Already"));
  fill_page (self->failed_page, self->failed_view, G_LIST_MODEL (failed), n_failed,
             C_("import", "Not Read"));
  gtk_stack_set_visible_child_name (self->stack, n_failed > 0 ? "failed" :
                                                 n_copies > 0 ? "copies" : "imported");
  gtk_widget_set_visible (self->undo_button, n_imported > 0);
  show_note (self, import);
}

/**
 * tl_import_report_new:
 * @parent: the window that it belongs to
 * @library: where the articles are
 * @import: an import that has run
 *
 * Returns: (transfer none): a report of it, not shown yet
 */
GtkWindow *
tl_import_report_new (GtkWindow *parent,
                      TlLibrary *library,
                      TlImport  *import)
{
  TlImportReport *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (TL_IS_IMPORT (import), NULL);

  self = g_object_new (TL_TYPE_IMPORT_REPORT, "transient-for", parent, NULL);
  show_import (self, library, import);
  return GTK_WINDOW (self);
}
