/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlHead:
 * @title: (transfer full) (nullable): the headline
 * @author: (transfer full) (nullable): who the byline names
 * @story: the byte that the story begins at; the end of what was looked through where
 *   no line is one of a story
 *
 * What stands above a story.
 */
typedef struct
{
  char  *title;
  char  *author;
  gsize  story;
} TlHead;

void tl_head_find  (const char *text,
                    const char *url,
                    TlHead     *head);
void tl_head_clear (TlHead     *head);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlHead, tl_head_clear)

G_END_DECLS
