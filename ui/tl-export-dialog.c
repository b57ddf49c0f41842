/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-export.h"
#include "tl-inner-names.h"

/* What can be chosen of articles; those that have no meaning now are left out. */
typedef enum
{
  SCOPE_ALL,
  SCOPE_SHOWN,
  SCOPE_SELECTED,
} Scope;

#define N_SCOPES (SCOPE_SELECTED + 1)

/**
 * TlExportDialog:
 *
 * Asks which articles are exported and as what, and shows how far that is.
 *
 * Signals: "done" with the #GFile that was written, or %NULL and the reason why none was.
 */
struct _TlExportDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *export_button;
  GtkStack       *stack;
  AdwComboRow    *articles_row;
  AdwComboRow    *format_row;
  GtkWidget      *mark_row;
  GtkSwitch      *mark_switch;
  GtkLabel       *note;
  GtkProgressBar *progress_bar;

  TlLibrary      *library;      /* owned */
  GArray         *shown;        /* owned, nullable */
  gint64          selected;
  Scope           scopes[N_SCOPES];     /* what the rows of the choice are */
  GCancellable   *cancellable;  /* owned */
};

typedef enum
{
  SIGNAL_DONE,
} TlExportDialogSignal;

static guint signals[SIGNAL_DONE + 1];

G_DEFINE_FINAL_TYPE (TlExportDialog, tl_export_dialog, ADW_TYPE_WINDOW)

static TlExportFormat
get_format (TlExportDialog *self)
{
  return (TlExportFormat) adw_combo_row_get_selected (self->format_row);
}

/* ---- what is chosen ---- */

static const char *
describe_format (TlExportFormat format)
{
  switch (format)
    {
    case TL_EXPORT_ARTICLES:
      return _("All that the library keeps of the articles, with corrections and decisions. Importing "
               "the file into another library gives the same articles there.");
    case TL_EXPORT_FIGURES:
      return _("A table with a row for each figure, its sentence and its article.");
    case TL_EXPORT_BIBTEX:
    case TL_EXPORT_CSL_JSON:
    case TL_EXPORT_RIS:
      return _("For reference managers: title, authors, publisher, date and address of each article.");
    case TL_EXPORT_TEXT:
      return _("For people: a line for each article.");
    default:
      g_assert_not_reached ();
    }
}

static void
format_cb (TlExportDialog *self)
{
  TlExportFormat format = get_format (self);

  gtk_widget_set_visible (self->mark_row, format == TL_EXPORT_FIGURES);
  gtk_label_set_text (self->note, describe_format (format));
}

static void
add_scope (TlExportDialog *self,
           GtkStringList  *list,
           Scope           scope,
           char           *label)
{
  self->scopes[g_list_model_get_n_items (G_LIST_MODEL (list))] = scope;
  gtk_string_list_take (list, label);
}

static void
add_scopes (TlExportDialog *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  guint n_articles = tl_library_get_n_articles (self->library);

  add_scope (self, list, SCOPE_ALL,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All (%u article)", "All (%u articles)", n_articles),
                              n_articles));
  if (self->shown != NULL)
    /* Translators: the articles that the filters of the list let through */
    add_scope (self, list, SCOPE_SHOWN,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In the List (%u article)",
                                             "In the List (%u articles)", self->shown->len),
                                self->shown->len));
  if (self->selected != 0)
    /* Translators: the article that is selected in the list */
    add_scope (self, list, SCOPE_SELECTED, g_strdup (_("Selected Article")));
  adw_combo_row_set_model (self->articles_row, G_LIST_MODEL (list));
  if (self->shown != NULL)
    adw_combo_row_set_selected (self->articles_row, 1);
}

/* The ids of the chosen articles; NULL for all. */
static GArray *
dup_ids (TlExportDialog *self)
{
  GArray *ids;

  switch (self->scopes[adw_combo_row_get_selected (self->articles_row)])
    {
    case SCOPE_SHOWN:
      return g_array_ref (self->shown);
    case SCOPE_SELECTED:
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, self->selected);
      return ids;
    case SCOPE_ALL:
    default:
      return NULL;
    }
}

static char *
dup_file_name (TlExportDialog *self)
{
  TlExportFormat format = get_format (self);
  const char *suffix = tl_export_format_get_suffix (format);

  /* Translators: names of files, "figures.csv" */
  if (format == TL_EXPORT_ARTICLES)
    return g_strdup_printf (_("articles.%s"), suffix);
  if (format == TL_EXPORT_FIGURES)
    return g_strdup_printf (_("figures.%s"), suffix);
  return g_strdup_printf (_("citations.%s"), suffix);
}

/* ---- doing it ---- */

static void
exported_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  TlExport *export = TL_EXPORT (source_object);
  g_autoptr(TlExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  TlExportResult outcome;

  if (!tl_export_run_finish (export, result, &outcome, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[SIGNAL_DONE], 0, NULL, error->message);
    }
  else if (outcome.n_damaged > 0)
    {
      g_autofree char *message =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Exported; %u article is damaged and was left out",
                                      "Exported; %u articles are damaged and were left out",
                                      outcome.n_damaged),
                         outcome.n_damaged);

      g_signal_emit (self, signals[SIGNAL_DONE], 0, tl_export_get_file (export), message);
    }
  else
    g_signal_emit (self, signals[SIGNAL_DONE], 0, tl_export_get_file (export), NULL);
  if (!g_cancellable_is_cancelled (self->cancellable))
    gtk_window_close (GTK_WINDOW (self));
}

/**
 * tl_export_dialog_save:
 * @self: the dialog
 * @file: where to
 *
 * Exports what is chosen, and closes the dialog when that is done.
 */
void
tl_export_dialog_save (TlExportDialog *self,
                       GFile          *file)
{
  g_autoptr(GArray) ids = dup_ids (self);
  TlExportChoice choice = {
    .format = get_format (self),
    .ids = ids,
    .with_mark = gtk_switch_get_active (self->mark_switch),
  };
  g_autoptr(TlExport) export = NULL;

  g_return_if_fail (TL_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  export = tl_export_new (self->library, &choice);
  g_object_bind_property (export, "fraction", self->progress_bar, "fraction", G_BINDING_DEFAULT);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  tl_export_run_async (export, file, self->cancellable, exported_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TlExportDialog) self = user_data;
  g_autoptr(GFile) file = tl_compat_save_file_finish (result, NULL);

  if (file != NULL && !g_cancellable_is_cancelled (self->cancellable))
    tl_export_dialog_save (self, file);
}

static void
export_cb (TlExportDialog *self)
{
  g_autofree char *name = dup_file_name (self);

  tl_compat_save_file_async (GTK_WINDOW (self), _("Export Articles"), name, self->cancellable,
                             file_chosen_cb, g_object_ref (self));
}

/* ---- the type ---- */

static void
tl_export_dialog_dispose (GObject *object)
{
  TlExportDialog *self = TL_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  /* GTK would look for the parent when the export lets the dialog go, which may be too late. */
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->library);
  g_clear_pointer (&self->shown, g_array_unref);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->dispose (object);
}

static void
tl_export_dialog_finalize (GObject *object)
{
  g_clear_object (&TL_EXPORT_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (tl_export_dialog_parent_class)->finalize (object);
}

/* Who closes the dialog wants nothing exported any more. */
static gboolean
tl_export_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (TL_EXPORT_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (tl_export_dialog_parent_class)->close_request (window);
}

static void
tl_export_dialog_class_init (TlExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_export_dialog_dispose;
  object_class->finalize = tl_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_export_dialog_close_request;

  /**
   * TlExportDialog::done:
   * @file: (nullable): what was written
   * @message: (nullable): why nothing, or not all of it was written
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", TL_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, articles_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, mark_row);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, mark_switch);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TlExportDialog, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_export_dialog_init (TlExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_inner_names_set_list (GTK_WIDGET (self), _("What to Export"));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
  format_cb (self);
}

/**
 * tl_export_dialog_new:
 * @parent: the window that it belongs to
 * @library: what is exported from
 * @shown: (nullable) (element-type gint64): the articles in the list, where these are not all
 * @selected: the article that is selected, or 0
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
TlExportDialog *
tl_export_dialog_new (GtkWindow *parent,
                      TlLibrary *library,
                      GArray    *shown,
                      gint64     selected)
{
  TlExportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  self = g_object_new (TL_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->library = g_object_ref (library);
  self->shown = shown != NULL ? g_array_ref (shown) : NULL;
  self->selected = selected;
  add_scopes (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->articles_row));
  return self;
}
