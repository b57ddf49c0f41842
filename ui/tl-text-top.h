/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TlTextTop TlTextTop;

TlTextTop *tl_text_top_new    (GtkTextView *view);
void       tl_text_top_free   (TlTextTop   *self);
guint      tl_text_top_get    (TlTextTop   *self);
void       tl_text_top_set    (TlTextTop   *self,
                               guint        offset);
void       tl_text_top_show   (TlTextTop   *self,
                               guint        offset);
void       tl_text_top_forget (TlTextTop   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextTop, tl_text_top_free)

G_END_DECLS
