/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Large text, as a person sets it for all programs: what is no label has to follow it, too. */

#include "tl-text-scale.h"

/* What GTK calls text of the usual size, in its settings' unit. */
#define USUAL_DPI (96 * 1024)

/**
 * tl_text_scale_get:
 * @widget: a widget
 *
 * Returns: how much larger than usual a person wants text to be; 1 where it is not larger
 */
double
tl_text_scale_get (GtkWidget *widget)
{
  int dpi = -1;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return MAX (1, (double) dpi / USUAL_DPI);
}

/**
 * tl_text_scale_follow:
 * @widget: a widget
 *
 * Has it measured and allocated anew whenever a person wants text of another size.
 */
void
tl_text_scale_follow (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), widget, G_CONNECT_SWAPPED);
}
