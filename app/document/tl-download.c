/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What browsers and the desktop note on a file that they download. */

#include "tl-download.h"

#include "tl-link.h"

/**
 * tl_download_dup_address:
 * @info: what %TL_DOWNLOAD_ATTRIBUTES asked for
 *
 * Returns: (transfer full) (nullable): where in the web the file was downloaded from: its own
 *   address, else that of the page with the link to it
 */
char *
tl_download_dup_address (GFileInfo *info)
{
  g_auto(GStrv) names = g_strsplit (TL_DOWNLOAD_ATTRIBUTES, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      /* Any other type of it, as a list of strings, tells no address. */
      const char *value = g_file_info_get_attribute_type (info, names[i]) == G_FILE_ATTRIBUTE_TYPE_STRING
                            ? g_file_info_get_attribute_string (info, names[i]) : NULL;
      char *address = tl_link_is_link (value) ? tl_link_dup_clean (value) : NULL;

      if (address != NULL)
        return address;
    }
  return NULL;
}
