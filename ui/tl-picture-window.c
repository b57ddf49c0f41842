/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-picture-window.h"

#include <glib/gi18n-lib.h>

#include "tl-adaptive-bin.h"
#include "tl-chart-drag.h"
#include "tl-chart-evidence.h"
#include "tl-chart-export-dialog.h"
#include "tl-compat.h"
#include "tl-original.h"

/**
 * TlPictureWindow:
 *
 * The chart that a picture carries, with its sentences.  Nothing of it is in a library: a
 * picture is as trustworthy as who sent it, and the window says what of it could be checked.
 */
struct _TlPictureWindow
{
  AdwApplicationWindow  parent_instance;

  TlAdaptiveBin        *adaptive_bin;
  AdwWindowTitle       *window_title;
  GtkImage             *banner_icon;
  GtkLabel             *banner_label;
  AdwToastOverlay      *toast_overlay;
  GtkPaned             *paned;
  TlChartView          *chart_view;
  TlEvidencePane       *evidence_pane;

  char                 *name;         /* owned, of the file */
  TlChartPicture        picture;      /* as it was drawn */
};

G_DEFINE_FINAL_TYPE (TlPictureWindow, tl_picture_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- what it shows ---- */

/* Below the chart the pane would take room from it for nothing. */
static void
update_evidence_pane (TlPictureWindow *self)
{
  TlLayout layout = tl_adaptive_bin_get_layout (self->adaptive_bin);

  gtk_widget_set_visible (GTK_WIDGET (self->evidence_pane),
                          layout == TL_LAYOUT_WIDE ||
                          tl_evidence_pane_has_evidence (self->evidence_pane));
}

static void
layout_cb (TlPictureWindow *self)
{
  TlLayout layout = tl_adaptive_bin_get_layout (self->adaptive_bin);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned),
                                  layout == TL_LAYOUT_WIDE ? GTK_ORIENTATION_HORIZONTAL
                                                           : GTK_ORIENTATION_VERTICAL);
  update_evidence_pane (self);
}

static void
selected_cb (TlPictureWindow *self)
{
  tl_chart_evidence_show (self->evidence_pane, self->chart_view);
  update_evidence_pane (self);
}

static void
open_cb (TlPictureWindow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->evidence_pane), GTK_DIR_TAB_FORWARD);
}

static char *
dup_warning (const TlChartReading *reading)
{
  if (reading->n_unproven > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "Unverified: %u of %u figures has an amount that is not in its sentence",
                                         "Unverified: %u of %u figures have amounts that are not in their sentences",
                                         reading->n_unproven), reading->n_unproven, reading->n_figures);
  if (!reading->is_as_drawn)
    return g_strdup (_("Unverified: drawn here, these figures give another picture. It was changed, "
                       "or drawn by another version, in another language or with other fonts"));
  return NULL;
}

static void
show_trust (TlPictureWindow      *self,
            const TlChartReading *reading)
{
  g_autofree char *warning = dup_warning (reading);

  gtk_image_set_from_icon_name (self->banner_icon, warning != NULL ? "dialog-warning-symbolic"
                                                                   : "dialog-information-symbolic");
  gtk_label_set_text (self->banner_label,
                      warning != NULL ? warning
                                      : _("From a picture: its figures are those that it was drawn from. "
                                          "The articles are not in your library"));
}

/* ---- actions ---- */

static void
exported_cb (TlPictureWindow *self,
             GFile           *file,
             const char      *message)
{
  g_autofree char *text = file != NULL ? g_strdup (_("Chart saved"))
                                       : g_strdup_printf (_("The chart was not saved: %s"), message);
  g_autofree char *title = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (title));
}

static void
export_chart_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TlPictureWindow *self = user_data;
  TlChartExportDialog *dialog =
    tl_chart_export_dialog_new (GTK_WINDOW (self), tl_chart_view_get_chart (self->chart_view),
                                GTK_WIDGET (self->chart_view), &self->picture);

  g_signal_connect_object (dialog, "done", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The addresses come from strangers: only a page of the web is opened, and only when asked. */
static void
open_original_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  const char *uri = g_variant_get_string (parameter, NULL);

  if (tl_original_is_web_address (uri))
    tl_compat_open_uri (GTK_WINDOW (user_data), uri);
}

static const GActionEntry entries[] = {
  { .name = "export-chart", .activate = export_chart_cb },
  { .name = "open-original", .activate = open_original_cb, .parameter_type = "s" },
};

/* ---- the window ---- */

static void
tl_picture_window_dispose (GObject *object)
{
  TlPictureWindow *self = TL_PICTURE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_PICTURE_WINDOW);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (tl_picture_window_parent_class)->dispose (object);
}

static void
tl_picture_window_class_init (TlPictureWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_picture_window_dispose;

  g_type_ensure (TL_TYPE_ADAPTIVE_BIN);
  g_type_ensure (TL_TYPE_CHART_VIEW);
  g_type_ensure (TL_TYPE_EVIDENCE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-picture-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, adaptive_bin);
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, banner_icon);
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, chart_view);
  gtk_widget_class_bind_template_child (widget_class, TlPictureWindow, evidence_pane);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
tl_picture_window_init (TlPictureWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_chart_drag_add (self->chart_view);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * tl_picture_window_new:
 * @application: the application
 * @file: a picture's file
 * @reading: the chart that was read from it
 *
 * Makes a window on the chart of a picture.
 *
 * Returns: (transfer none): a window, which the application owns
 */
TlPictureWindow *
tl_picture_window_new (GtkApplication       *application,
                       GFile                *file,
                       const TlChartReading *reading)
{
  TlPictureWindow *self;
  g_autoptr(TlChartScene) scene = NULL;
  const char *title;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (reading != NULL, NULL);

  self = g_object_new (TL_TYPE_PICTURE_WINDOW, "application", application, NULL);
  self->name = g_file_get_basename (file);
  self->picture = reading->picture;
  scene = tl_chart_scene_new_for_chart (reading->chart, reading->picture.width,
                                        reading->picture.height, FALSE);
  title = tl_chart_scene_get_title (scene);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, self->name);
  show_trust (self, reading);
  tl_chart_view_set_chart (self->chart_view, reading->chart);
  layout_cb (self);
  return self;
}
