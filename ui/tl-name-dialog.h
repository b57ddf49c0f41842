/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library-entities.h"

G_BEGIN_DECLS

/**
 * TlNameDialog:
 *
 * Asks what some words of an article name.
 *
 * Signals: "added" with the #TlEntityType, the id of the entity that is named, or 0 for a new one,
 * and whether the words name it in all articles.
 */
#define TL_TYPE_NAME_DIALOG (tl_name_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlNameDialog, tl_name_dialog, TL, NAME_DIALOG, AdwWindow)

TlNameDialog *tl_name_dialog_new (GtkWindow  *parent,
                                  TlLibrary  *library,
                                  const char *words,
                                  TlEntityType type);

G_END_DECLS
