/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library.h"

G_BEGIN_DECLS

/**
 * TlCompanionList:
 *
 * What the same articles name besides one entity or several, that which most of them name first;
 * from each one goes to it, or to the articles that name both.  Is not seen where there is nothing.
 *
 * Signal: "found".
 */
#define TL_TYPE_COMPANION_LIST (tl_companion_list_get_type ())
G_DECLARE_FINAL_TYPE (TlCompanionList, tl_companion_list, TL, COMPANION_LIST, AdwBin)

void  tl_companion_list_show           (TlCompanionList *self,
                                        TlLibrary       *library,
                                        GArray          *ids);
guint tl_companion_list_get_n_articles (TlCompanionList *self);

G_END_DECLS
