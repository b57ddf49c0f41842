/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlTextFlow:
 *
 * The text of an article as a reader of a format with markup comes upon it, piece by
 * piece: white space is folded, paragraphs are apart by a blank line, list items and the
 * rows of tables have a line each.
 */
typedef struct _TlTextFlow TlTextFlow;

TlTextFlow *tl_text_flow_new             (void);
void        tl_text_flow_free            (TlTextFlow *self);
void        tl_text_flow_begin_paragraph (TlTextFlow *self,
                                          gboolean    is_item);
void        tl_text_flow_end_paragraph   (TlTextFlow *self);
void        tl_text_flow_add             (TlTextFlow *self,
                                          const char *text,
                                          gsize       length);
void        tl_text_flow_add_tab         (TlTextFlow *self);
void        tl_text_flow_add_line_break  (TlTextFlow *self);
void        tl_text_flow_begin_row       (TlTextFlow *self);
void        tl_text_flow_begin_cell      (TlTextFlow *self);
void        tl_text_flow_end_row         (TlTextFlow *self);
void        tl_text_flow_begin_aside     (TlTextFlow *self);
void        tl_text_flow_end_aside       (TlTextFlow *self);
gsize       tl_text_flow_get_length      (TlTextFlow *self);
char       *tl_text_flow_dup_since       (TlTextFlow *self,
                                          gsize       length);
char       *tl_text_flow_finish          (TlTextFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextFlow, tl_text_flow_free)

G_END_DECLS
