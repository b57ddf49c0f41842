/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tl_mail_text_unwrap (const char *text,
                           gboolean    is_flowed);
char *tl_mail_text_clean  (const char *text);

G_END_DECLS
