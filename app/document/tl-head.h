/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlHead:
 * @title: (transfer full) (nullable): the headline
 * @author: (transfer full) (nullable): who the byline names
 *
 * What stands above a story.
 */
typedef struct
{
  char *title;
  char *author;
} TlHead;

void tl_head_find  (const char *text,
                    const char *url,
                    TlHead     *head);
void tl_head_clear (TlHead     *head);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlHead, tl_head_clear)

G_END_DECLS
