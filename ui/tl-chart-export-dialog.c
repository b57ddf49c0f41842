/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-chart-export-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-preview.h"
#include "tl-chart-saver.h"
#include "tl-inner-names.h"
#include "tl-picture-choices.h"
#include "tl-settings.h"

/* Who turns a number up is not made to wait for each. */
#define PREVIEW_DELAY 150

/**
 * TlChartExportDialog:
 *
 * Asks what picture is to be made of a chart, and shows it; what is chosen is remembered.  Of a
 * chart that came from a picture, that very picture is offered first.
 *
 * Signals: "done" with the #GFile that was written, or %NULL and the reason why none was.
 */
struct _TlChartExportDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *export_button;
  GtkPicture     *preview;
  AdwComboRow    *format_row;
  AdwComboRow    *size_row;
  GtkWidget      *width_row;
  GtkSpinButton  *width_spin;
  GtkWidget      *height_row;
  GtkSpinButton  *height_spin;
  AdwComboRow    *scale_row;
  AdwComboRow    *style_row;
  GtkLabel       *note;

  TlChart        *chart;        /* owned */
  GSettings      *settings;     /* owned, NULL when they are not installed */
  int             window_width;
  int             window_height;
  gboolean        has_drawn;    /* the first of the sizes is that of a picture */
  TlChartPicture  drawn;        /* which was drawn so */
  gboolean        is_filled;    /* the rows show what is chosen */
  guint           preview_id;   /* waits for another choice, or 0 */
  GCancellable   *preview_cancellable; /* owned, nullable */
  GCancellable   *cancellable;  /* owned */
};

typedef enum
{
  SIGNAL_DONE,
} TlChartExportDialogSignal;

static guint signals[SIGNAL_DONE + 1];

G_DEFINE_FINAL_TYPE (TlChartExportDialog, tl_chart_export_dialog, ADW_TYPE_WINDOW)

/* ---- what is chosen ---- */

static gboolean
is_as_in_picture (TlChartExportDialog *self)
{
  return self->has_drawn && adw_combo_row_get_selected (self->size_row) == 0;
}

static void
get_choices (TlChartExportDialog *self,
             TlPictureChoices    *choices)
{
  guint size = adw_combo_row_get_selected (self->size_row);

  choices->format = (TlChartFormat) adw_combo_row_get_selected (self->format_row);
  choices->size = (TlPictureSize) (self->has_drawn && size > 0 ? size - 1 : size);
  choices->width = gtk_spin_button_get_value_as_int (self->width_spin);
  choices->height = gtk_spin_button_get_value_as_int (self->height_spin);
  choices->scale = (int) adw_combo_row_get_selected (self->scale_row) + 1;
  choices->style = (TlChartStyle) adw_combo_row_get_selected (self->style_row);
}

static TlChartPicture
get_picture (TlChartExportDialog *self)
{
  TlPictureChoices choices;
  TlChartPicture picture;

  get_choices (self, &choices);
  picture = tl_picture_choices_get_picture (&choices, self->window_width, self->window_height);
  if (is_as_in_picture (self))
    {
      picture.width = self->drawn.width;
      picture.height = self->drawn.height;
      picture.scale = self->drawn.scale;
    }
  return picture;
}

/* ---- the preview ---- */

static void
say (TlChartExportDialog *self,
     const char          *text,
     gboolean             is_error)
{
  gtk_label_set_text (self->note, text);
  gtk_widget_set_sensitive (self->export_button, !is_error);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
}

static char *
describe (const TlChartPreview *preview,
          const TlChartPicture *picture)
{
  if (picture->format == TL_CHART_FORMAT_CSV)
    return g_strdup (_("No picture, but a table of what the chart shows, for spreadsheets"));
  if (picture->format == TL_CHART_FORMAT_JSON)
    return g_strdup (_("No picture, but what the chart shows, for programs"));
  if (picture->format == TL_CHART_FORMAT_PNG)
    /* Translators: the width and the height of a picture */
    return g_strdup_printf (_("%.0f × %.0f pixels, with the figures in the file: dropped on Tradelines, it is a "
                              "chart again"),
                            ceil (preview->width * picture->scale - 1e-6),
                            ceil (preview->height * picture->scale - 1e-6));
  /* Translators: the width and the height of a picture, in no unit */
  return g_strdup_printf (_("%.0f × %.0f, sharp at any size; its text can be searched"),
                          preview->width, preview->height);
}

static void
previewed_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(TlChartExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlChartPreview) preview = tl_chart_preview_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (preview != NULL)
    {
      TlChartPicture picture = get_picture (self);
      g_autofree char *text = describe (preview, &picture);

      gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (preview->texture));
      gtk_picture_set_alternative_text (self->preview, preview->title);
      say (self, text, FALSE);
    }
  else
    {
      gtk_picture_set_paintable (self->preview, NULL);
      say (self, error->message, TRUE);
    }
}

static void
start_preview (TlChartExportDialog *self)
{
  TlChartPicture picture = get_picture (self);

  g_cancellable_cancel (self->preview_cancellable);
  g_clear_object (&self->preview_cancellable);
  self->preview_cancellable = g_cancellable_new ();
  tl_chart_preview_async (self->chart, &picture, self->preview_cancellable, previewed_cb,
                          g_object_ref (self));
}

static gboolean
preview_cb (gpointer user_data)
{
  TlChartExportDialog *self = user_data;

  self->preview_id = 0;
  start_preview (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_picture (TlChartFormat format)
{
  return format != TL_CHART_FORMAT_CSV && format != TL_CHART_FORMAT_JSON;
}

/* What has no meaning for a format or a size is not asked for. */
static void
chosen_cb (TlChartExportDialog *self)
{
  TlPictureChoices choices;
  gboolean is_custom;

  if (!self->is_filled)
    return;
  get_choices (self, &choices);
  is_custom = choices.size == TL_PICTURE_SIZE_CUSTOM && !is_as_in_picture (self) && is_picture (choices.format);
  gtk_widget_set_visible (GTK_WIDGET (self->size_row), is_picture (choices.format));
  gtk_widget_set_visible (GTK_WIDGET (self->style_row), is_picture (choices.format));
  gtk_widget_set_visible (self->width_row, is_custom);
  gtk_widget_set_visible (self->height_row, is_custom);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row),
                          choices.format == TL_CHART_FORMAT_PNG && !is_as_in_picture (self));
  if (self->preview_id == 0)
    self->preview_id = g_timeout_add (PREVIEW_DELAY, preview_cb, self);
}

/* ---- doing it ---- */

static void
saved_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TlChartExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = tl_chart_save_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (self->export_button, TRUE);
  /* Who chose no place may choose something else here. */
  if (file == NULL && error == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_DONE], 0, file, error != NULL ? error->message : NULL);
  gtk_window_close (GTK_WINDOW (self));
}

/* A picture that is made again says nothing of what the person likes. */
static void
remember (TlChartExportDialog *self)
{
  TlPictureChoices choices;

  if (self->has_drawn)
    return;
  get_choices (self, &choices);
  tl_picture_choices_save (&choices, self->settings);
}

/**
 * tl_chart_export_dialog_save:
 * @self: the dialog
 * @file: where to
 *
 * Exports what is chosen, and closes the dialog when that is done.
 */
void
tl_chart_export_dialog_save (TlChartExportDialog *self,
                             GFile               *file)
{
  TlChartPicture picture;

  g_return_if_fail (TL_IS_CHART_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  remember (self);
  picture = get_picture (self);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  tl_chart_save_to_async (self->chart, &picture, file, self->cancellable, saved_cb, g_object_ref (self));
}

static void
export_cb (TlChartExportDialog *self)
{
  TlChartPicture picture = get_picture (self);
  g_autofree char *name = tl_picture_choices_dup_file_name (self->chart, picture.format);

  remember (self);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  tl_chart_save_async (GTK_WINDOW (self), self->chart, &picture, name, self->cancellable, saved_cb,
                       g_object_ref (self));
}

/* ---- filling it ---- */

static void
add_sizes (TlChartExportDialog *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  if (self->has_drawn)
    gtk_string_list_append (list, _("As in the Picture"));
  gtk_string_list_append (list, _("Column, 480 × 300"));
  gtk_string_list_append (list, _("Page, 960 × 600"));
  gtk_string_list_append (list, _("Slide, 1920 × 1080"));
  gtk_string_list_append (list, _("As in the Window"));
  gtk_string_list_append (list, _("Custom"));
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (list));
}

static void
fill (TlChartExportDialog *self)
{
  TlPictureChoices choices;

  tl_picture_choices_load (&choices, self->settings);
  add_sizes (self);
  if (self->has_drawn)
    {
      choices.format = self->drawn.format;
      choices.style = self->drawn.style;
    }
  adw_combo_row_set_selected (self->format_row, choices.format);
  adw_combo_row_set_selected (self->size_row, self->has_drawn ? 0 : choices.size);
  adw_combo_row_set_selected (self->scale_row, (guint) choices.scale - 1);
  adw_combo_row_set_selected (self->style_row, choices.style);
  gtk_spin_button_set_range (self->width_spin, TL_PICTURE_MIN_SIDE, TL_PICTURE_MAX_SIDE);
  gtk_spin_button_set_range (self->height_spin, TL_PICTURE_MIN_SIDE, TL_PICTURE_MAX_SIDE);
  gtk_spin_button_set_value (self->width_spin, choices.width);
  gtk_spin_button_set_value (self->height_spin, choices.height);
  self->is_filled = TRUE;
  chosen_cb (self);
}

/* ---- the type ---- */

static void
tl_chart_export_dialog_dispose (GObject *object)
{
  TlChartExportDialog *self = TL_CHART_EXPORT_DIALOG (object);

  self->is_filled = FALSE;
  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->preview_cancellable);
  /* GTK would look for the parent when the last task lets the dialog go, which may be too late. */
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_CHART_EXPORT_DIALOG);
  g_clear_object (&self->preview_cancellable);
  g_clear_object (&self->chart);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_chart_export_dialog_parent_class)->dispose (object);
}

static void
tl_chart_export_dialog_finalize (GObject *object)
{
  g_clear_object (&TL_CHART_EXPORT_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (tl_chart_export_dialog_parent_class)->finalize (object);
}

static void
tl_chart_export_dialog_class_init (TlChartExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_chart_export_dialog_dispose;
  object_class->finalize = tl_chart_export_dialog_finalize;

  /**
   * TlChartExportDialog::done:
   * @file: (nullable): what was written
   * @message: (nullable): why nothing was written
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", TL_TYPE_CHART_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-chart-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, height_row);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, height_spin);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, style_row);
  gtk_widget_class_bind_template_child (widget_class, TlChartExportDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_chart_export_dialog_init (TlChartExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = tl_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_inner_names_set_list (GTK_WIDGET (self), _("Picture"));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
}

/**
 * tl_chart_export_dialog_new:
 * @parent: the window that it belongs to
 * @chart: what is exported
 * @view: what shows the chart, as large as a picture "as in the window" is
 * @drawn: (nullable): how it was drawn, where it came from a picture
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
TlChartExportDialog *
tl_chart_export_dialog_new (GtkWindow            *parent,
                            TlChart              *chart,
                            GtkWidget            *view,
                            const TlChartPicture *drawn)
{
  TlChartExportDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TL_IS_CHART (chart), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  self = g_object_new (TL_TYPE_CHART_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->chart = g_object_ref (chart);
  self->window_width = gtk_widget_get_width (view);
  self->window_height = gtk_widget_get_height (view);
  self->has_drawn = drawn != NULL;
  if (drawn != NULL)
    self->drawn = *drawn;
  fill (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->format_row));
  return self;
}
