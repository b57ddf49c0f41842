/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-entry.h"
#include "tl-zip.h"

G_BEGIN_DECLS

/**
 * TlEpubPackage:
 * @chapters: (element-type utf8): the names of the members with the text, in its order
 * @facts: what the book says of itself
 * @is_periodical: whether it says that it is an issue of a newspaper or the like
 *
 * What the package file of a book tells.
 */
typedef struct
{
  GPtrArray *chapters;
  TlEntry    facts;
  gboolean   is_periodical;
} TlEpubPackage;

gboolean tl_epub_package_read  (TlEpubPackage  *self,
                                TlZip          *zip,
                                GError        **error);
void     tl_epub_package_clear (TlEpubPackage  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlEpubPackage, tl_epub_package_clear)

G_END_DECLS
