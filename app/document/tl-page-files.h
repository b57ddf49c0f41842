/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPageFolder:
 * @n_stem: how much of a folder's name is the name of the page that it may belong to,
 *   without its ending; 0 where it can belong to none
 * @is_certain: whether its name ends with a word that browsers put there
 *
 * What a folder's name tells.
 */
typedef struct
{
  gsize    n_stem;
  gboolean is_certain;
} TlPageFolder;

TlPageFolder tl_page_folder_look    (const char   *name);
gboolean     tl_page_folder_belongs (TlPageFolder  folder,
                                     guint         n_material,
                                     guint         n_others);
gsize        tl_page_get_stem       (const char   *name);
gboolean     tl_page_is_material    (const char   *name,
                                     const char   *media_type);
gboolean     tl_page_is_litter      (const char   *path);

G_END_DECLS
