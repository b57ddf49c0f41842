/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-announcer.h"

G_BEGIN_DECLS

#define TL_TYPE_TOASTER (tl_toaster_get_type ())
G_DECLARE_FINAL_TYPE (TlToaster, tl_toaster, TL, TOASTER, GObject)

TlToaster  *tl_toaster_new         (AdwToastOverlay *overlay,
                                    TlAnnouncer     *announcer);
void        tl_toaster_say         (TlToaster       *self,
                                    const char      *text);
void        tl_toaster_offer       (TlToaster       *self,
                                    const char      *text,
                                    const char      *button,
                                    const char      *action_name,
                                    GVariant        *target);
guint       tl_toaster_say_lasting (TlToaster       *self,
                                    const char      *text);
void        tl_toaster_withdraw    (TlToaster       *self,
                                    guint            id);
const char *tl_toaster_get_offer   (TlToaster       *self,
                                    GVariant       **target);
void        tl_toaster_let_go      (TlToaster       *self);

G_END_DECLS
