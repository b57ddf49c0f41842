/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-clues.h"

G_BEGIN_DECLS

char     *tl_page_fold           (const char         *text);
gboolean  tl_page_folded_is_like (const char         *a,
                                  const char         *b);
gboolean  tl_page_title_is_like  (const char         *a,
                                  const char         *b);
gboolean  tl_page_is_site        (const char         *name,
                                  const char *const  *sites);
char     *tl_page_title_strip    (const char         *title,
                                  const char *const  *sites,
                                  gboolean            is_window);
char    **tl_page_dup_sites      (TlClues            *clues,
                                  const char         *copyright,
                                  const char         *address);

G_END_DECLS
