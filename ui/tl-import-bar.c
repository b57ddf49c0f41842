/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-import-bar.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

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

/* Beyond so much the number that is expected is a guess, and is told as one. */
#define SURE_SHARE 1.01

/* With what the person's locale puts between thousands: "3,412". */
static char *
dup_number (guint number)
{
  const char *separator = localeconv ()->thousands_sep;
  g_autofree char *digits = g_strdup_printf ("%u", number);
  gsize length = strlen (digits);
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (grouped, separator);
      g_string_append_c (grouped, digits[i]);
    }
  return g_string_free (grouped, FALSE);
}

static char *
describe_count (TlImport *import)
{
  guint n_done = tl_import_get_n_done (import), n_found = tl_import_get_n_found (import);
  guint n_expected = tl_import_get_n_expected (import), unit = 1;
  g_autofree char *done = dup_number (n_done), *expected = NULL;

  if (n_expected > n_found * SURE_SHARE)
    {
      while (n_expected / unit >= 100)
        unit *= 10;
      n_expected = MAX (n_done, (n_expected + unit / 2) / unit * unit);
      expected = dup_number (n_expected);
      /* Translators: how many files are done, and about how many there are: "3,412 of about 10,000 files" */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of about %s file", "%s of about %s files",
                                           n_expected),
                              done, expected);
    }
  expected = dup_number (n_found);
  /* Translators: how many files are done, and how many were found: "3,412 of 10,000 files" */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s file", "%s of %s files", n_found), done, expected);
}

static char *
describe_rate (TlImport *import)
{
  guint rate = tl_import_get_rate (import);
  g_autofree char *number = dup_number (rate);

  /* Translators: how many files are imported in a second */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s per second", "%s per second", rate), number);
}

static char *
describe_time_left (gint64 seconds)
{
  gulong n = (gulong) (seconds < 120 ? seconds : seconds < 7200 ? (seconds + 30) / 60 : (seconds + 1800) / 3600);

  if (seconds < 120)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu s left", "%lu s left", n), n);
  if (seconds < 7200)
    /* Translators: minutes */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu min left", "%lu min left", n), n);
  /* Translators: hours */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu h left", "%lu h left", n), n);
}

/* "3,412 of about 10,000 files · 410 per second · 16 s left", as far as it is known. */
static char *
describe_files (TlImport *import)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, describe_count (import));
  if (tl_import_get_rate (import) > 0)
    g_ptr_array_add (parts, describe_rate (import));
  if (tl_import_get_rate (import) > 0 && tl_import_get_seconds_left (import) >= 0)
    g_ptr_array_add (parts, describe_time_left (tl_import_get_seconds_left (import)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
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
  /* Many sites do not tell how much there will be; then the bar shows that something comes, unless a person
   * wants nothing to move: the words count the bytes. */
  if (is_fetching && tl_import_get_fraction (self->import) <= 0 && adw_get_enable_animations (GTK_WIDGET (self)))
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

/**
 * tl_import_bar_get_text:
 * @self: the bar
 *
 * Returns: (transfer none): how far it says that the import is
 */
const char *
tl_import_bar_get_text (TlImportBar *self)
{
  g_return_val_if_fail (TL_IS_IMPORT_BAR (self), NULL);

  return gtk_label_get_text (self->label);
}
