/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entity-row.h"

G_BEGIN_DECLS

/**
 * TlOfficeLoader:
 *
 * Gives rows of people their offices, which are read in a thread in the order in which they were
 * asked for.
 */
typedef struct _TlOfficeLoader TlOfficeLoader;

TlOfficeLoader *tl_office_loader_new  (const char     *path);
void            tl_office_loader_free (TlOfficeLoader *self);
void            tl_office_loader_ask  (TlOfficeLoader *self,
                                       TlEntityRow    *row);
void            tl_office_loader_ask_again (TlOfficeLoader *self,
                                       TlEntityRow    *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOfficeLoader, tl_office_loader_free)

G_END_DECLS
