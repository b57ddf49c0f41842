/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlGlossary:
 *
 * What the words of a language are in English, the language that the readers know: a key file
 * for each language in resources/gloss/, and the names of the world's countries and cities
 * from Unicode's CLDR.  resources/gloss/README.md tells how to write one.
 */
typedef struct _TlGlossary TlGlossary;

TlGlossary *tl_glossary_get  (const char *language);
TlGlossary *tl_glossary_new  (GKeyFile   *file,
                              const char *names);
void        tl_glossary_free (TlGlossary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGlossary, tl_glossary_free)

G_END_DECLS
