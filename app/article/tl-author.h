/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlAuthor:
 * @literal: (nullable): the whole name, where it is a body's, or cannot be taken apart
 * @given: (nullable): the given names
 * @particle: (nullable): what stands before the family name, "von", "de la"
 * @family: (nullable): the family name
 * @suffix: (nullable): what stands behind it, "Jr."
 *
 * Who wrote an article, as citations need it.
 */
typedef struct
{
  char *literal;
  char *given;
  char *particle;
  char *family;
  char *suffix;
} TlAuthor;

GPtrArray *tl_authors_split (const char *names,
                             const char *language);
void       tl_author_free   (TlAuthor   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAuthor, tl_author_free)

G_END_DECLS
