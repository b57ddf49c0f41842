/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-page-clues.h"

G_BEGIN_DECLS

/**
 * TlJsonLd:
 *
 * Data after schema.org of one page, of all its scripts together.
 */
typedef struct _TlJsonLd TlJsonLd;

TlJsonLd *tl_json_ld_new  (void);
void      tl_json_ld_free (TlJsonLd   *self);
void      tl_json_ld_add  (TlJsonLd   *self,
                           const char *text);
void      tl_json_ld_tell (TlJsonLd   *self,
                           const char *title,
                           const char *address,
                           TlClues    *clues);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlJsonLd, tl_json_ld_free)

G_END_DECLS
