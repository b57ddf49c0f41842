/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_ANNOUNCER (tl_announcer_get_type ())
G_DECLARE_FINAL_TYPE (TlAnnouncer, tl_announcer, TL, ANNOUNCER, GObject)

TlAnnouncer *tl_announcer_new          (GtkWindow   *window);
void         tl_announcer_say          (TlAnnouncer *self,
                                        const char  *text);
void         tl_announcer_say_settled  (TlAnnouncer *self,
                                        const char  *text);
void         tl_announcer_say_progress (TlAnnouncer *self,
                                        const char  *text);

void         tl_announce               (GtkWidget   *widget,
                                        const char  *text);

G_END_DECLS
