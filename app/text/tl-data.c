/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-data.h"

#include "tl-data-resources.h"

/**
 * tl_data_lookup:
 * @name: a file of resources/ that is compiled in, "lexicon/en.ini"
 *
 * The lexicons, gazetteers and other data that the readers go by are compiled into
 * the program.  A missing one is a mistake in the build, so it ends the program.
 *
 * Returns: (transfer full): its bytes, zero-terminated behind the end
 */
GBytes *
tl_data_lookup (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/tradelines/data/", name, NULL);
  g_autoptr(GError) error = NULL;
  GBytes *bytes;

  bytes = g_resource_lookup_data (tl_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("Compiled without its data: %s", error->message);
  return bytes;
}
