/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-library-entities.h"

G_BEGIN_DECLS

/**
 * TlEntityChooser:
 *
 * A dialog in which another entity of the library is chosen.
 *
 * Signals: "chosen" with its id and name.
 */
#define TL_TYPE_ENTITY_CHOOSER (tl_entity_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TlEntityChooser, tl_entity_chooser, TL, ENTITY_CHOOSER, AdwWindow)

TlEntityChooser *tl_entity_chooser_new (GtkWindow           *parent,
                                        TlLibrary           *library,
                                        const TlKnownEntity *entity);

TlEntityChooser *tl_entity_chooser_new_for_words (GtkWindow  *parent,
                                                  TlLibrary  *library,
                                                  const char *words);

G_END_DECLS
