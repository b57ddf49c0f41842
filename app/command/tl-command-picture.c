/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart's picture in place of articles. */

#include "tl-command-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/*
 * tl_command_is_picture:
 * @file: a file's name
 *
 * Returns: whether it is a PNG picture
 */
gboolean
tl_command_is_picture (const char *file)
{
  g_autoptr(GFile) named = g_file_new_for_commandline_arg (file);

  return tl_chart_is_picture (named);
}

/*
 * tl_command_read_picture:
 * @file: the name of a PNG picture
 *
 * Says, too, what of it could not be verified.
 *
 * Returns: (transfer full) (nullable): its chart; if there is none, the person was told
 */
TlChartReading *
tl_command_read_picture (const char *file)
{
  g_autoptr(GFile) named = g_file_new_for_commandline_arg (file);
  g_autofree char *name = g_file_get_parse_name (named);
  g_autoptr(GError) error = NULL;
  TlChartReading *reading = tl_chart_read_file (named, NULL, &error);

  if (reading == NULL)
    {
      tl_command_complain (_("%s: %s"), name, error->message);
      return NULL;
    }
  if (!reading->is_as_drawn)
    tl_command_complain (_("%s: unverified: the picture is not what its figures look like when drawn here"), name);
  if (reading->n_unproven > 0)
    tl_command_complain (g_dngettext (GETTEXT_PACKAGE,
                                      "%s: unverified: the amount of %u figure is not in its sentence",
                                      "%s: unverified: the amounts of %u figures are not in their sentences",
                                      reading->n_unproven), name, reading->n_unproven);
  return reading;
}
