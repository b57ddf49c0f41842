/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-import-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"

/**
 * TlImportBar:
 *
 * How far an import is; not seen while there is none.
 */
struct _TlImportBar
{
  AdwBin          parent_instance;

  GtkRevealer    *revealer;
  GtkLabel       *label;
  GtkProgressBar *progress_bar;

  TlImport       *import;       /* owned, NULL while there is none */
};

G_DEFINE_FINAL_TYPE (TlImportBar, tl_import_bar, ADW_TYPE_BIN)

static char *
describe_files (TlImport *import)
{
  guint n_found = tl_import_get_n_found (import);

  /* Translators: how many files are done, and how many were found so far */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u file", "%u of %u files", n_found),
                          tl_import_get_n_done (import), n_found);
}

static char *
describe_fetching (TlImport *import)
{
  g_autofree char *size = g_format_size (tl_import_get_n_bytes (import));

  if (tl_import_get_n_bytes (import) == 0)
    /* Translators: the name of a web site */
    return g_strdup_printf (_("Fetching %s…"), tl_import_get_site (import));
  /* Translators: the name of a web site, and how much came from it: "12.3 kB" */
  return g_strdup_printf (C_("fetching", "%s: %s"), tl_import_get_site (import), size);
}

static void
show_progress (TlImportBar *self)
{
  gboolean is_fetching = tl_import_get_site (self->import) != NULL;
  g_autofree char *label = is_fetching ? describe_fetching (self->import) : describe_files (self->import);

  gtk_label_set_text (self->label, label);
  /* Many sites do not tell how much there will be; then the bar shows that something comes. */
  if (is_fetching && tl_import_get_fraction (self->import) <= 0)
    gtk_progress_bar_pulse (self->progress_bar);
  else
    gtk_progress_bar_set_fraction (self->progress_bar, tl_import_get_fraction (self->import));
}

static void
tl_import_bar_dispose (GObject *object)
{
  TlImportBar *self = TL_IMPORT_BAR (object);

  if (self->import != NULL)
    g_signal_handlers_disconnect_by_data (self->import, self);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_IMPORT_BAR);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (tl_import_bar_parent_class)->dispose (object);
}

static void
tl_import_bar_class_init (TlImportBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_import_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TlImportBar, label);
  gtk_widget_class_bind_template_child (widget_class, TlImportBar, progress_bar);
}

static void
tl_import_bar_init (TlImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_import_bar_set_import:
 * @self: the bar
 * @import: (nullable): a running import
 *
 * Shows how far an import is.
 */
void
tl_import_bar_set_import (TlImportBar *self,
                          TlImport    *import)
{
  g_return_if_fail (TL_IS_IMPORT_BAR (self));
  g_return_if_fail (import == NULL || TL_IS_IMPORT (import));

  if (self->import == import)
    return;
  if (self->import != NULL)
    g_signal_handlers_disconnect_by_data (self->import, self);
  g_set_object (&self->import, import);

  gtk_revealer_set_reveal_child (self->revealer, import != NULL);
  if (import != NULL)
    {
      g_signal_connect_object (import, "notify", G_CALLBACK (show_progress), self,
                               G_CONNECT_SWAPPED);
      show_progress (self);
    }
}
