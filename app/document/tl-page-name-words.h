/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlNameWord:
 * @TL_NAME_WORD_NAME: may be part of a name
 * @TL_NAME_WORD_BODY: of a body's
 * @TL_NAME_WORD_ROLE: of what a person is
 * @TL_NAME_WORD_OFFICE: of an office of a house: nobody's name beside it
 * @TL_NAME_WORD_LOWER: of a body's name at most: "of"
 * @TL_NAME_WORD_BAD: of no name at all
 *
 * What a word of a byline is.
 */
typedef enum
{
  TL_NAME_WORD_NAME,
  TL_NAME_WORD_BODY,
  TL_NAME_WORD_ROLE,
  TL_NAME_WORD_OFFICE,
  TL_NAME_WORD_LOWER,
  TL_NAME_WORD_BAD,
} TlNameWord;

TlNameWord  tl_page_name_classify    (const char *word);
gboolean    tl_page_name_is_particle (const char *word);
gboolean    tl_page_name_is_field    (const char *word);
gboolean    tl_page_name_is_role     (const char *line);
gboolean    tl_page_name_is_cjk_name (const char *name);
gboolean    tl_page_name_is_cjk      (gunichar    c);
gboolean    tl_page_name_is_small    (gunichar    c);
const char *tl_page_name_skip_blanks (const char *p);

G_END_DECLS
