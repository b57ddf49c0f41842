/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlBoxFunc:
 * @box: where some of the words are
 * @user_data: what was given
 */
typedef void (*TlBoxFunc) (const GdkRectangle *box,
                           gpointer            user_data);

GdkRectangle tl_text_boxes_get_rectangle (GtkTextView       *view,
                                          const GtkTextIter *iter);
void         tl_text_boxes_foreach       (GtkTextView       *view,
                                          const GtkTextIter *start,
                                          const GtkTextIter *end,
                                          TlBoxFunc          func,
                                          gpointer           user_data);

G_END_DECLS
