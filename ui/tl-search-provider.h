/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_SEARCH_PROVIDER (tl_search_provider_get_type ())

/**
 * TlSearchProvider:
 *
 * What the search of the desktop asks: articles and entities of the person's own library, told over
 * the bus as org.gnome.Shell.SearchProvider2.  No window is made for it, and the library is read in
 * threads.
 *
 * Signal "wanted", with the name of an action of the window and its target: a person chose what was
 * found, or to see all of it.
 */
G_DECLARE_FINAL_TYPE (TlSearchProvider, tl_search_provider, TL, SEARCH_PROVIDER, GObject)

TlSearchProvider *tl_search_provider_new      (GApplication      *application,
                                               const char        *library_path);
gboolean          tl_search_provider_export   (TlSearchProvider  *self,
                                               GDBusConnection   *connection,
                                               const char        *object_path,
                                               GError           **error);
void              tl_search_provider_unexport (TlSearchProvider  *self);

G_END_DECLS
