/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlPageNames:
 * @people: (element-type utf8): people
 * @bodies: (element-type utf8): bodies
 * @others: (element-type utf8): names of one word, which may be anything
 * @is_chinese: whether signs apart by a blank are names of their own
 *
 * Who wrote something.
 */
typedef struct
{
  GPtrArray *people;
  GPtrArray *bodies;
  GPtrArray *others;
  gboolean   is_chinese;
  gboolean   is_told;
} TlPageNames;

void        tl_page_names_init     (TlPageNames       *self);
void        tl_page_names_clear    (TlPageNames       *self);
void        tl_page_names_read     (TlPageNames       *self,
                                    const char        *byline,
                                    const char *const *sites);
void        tl_page_names_add_body (TlPageNames       *self,
                                    const char        *name,
                                    const char *const *sites);
gboolean    tl_page_names_has      (const TlPageNames *self,
                                    const char        *name);
void        tl_page_names_look_at  (TlPageNames       *self,
                                    const char        *line);
gboolean    tl_page_names_are_all  (const TlPageNames *self,
                                    const char        *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPageNames, tl_page_names_clear)

G_END_DECLS
