/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-language-name.h"

#include <unicode/uloc.h>

/**
 * tl_language_dup_name:
 * @code: a language, "ru"
 *
 * Returns: (transfer full): what it is called in the language of the person, "Russian", to
 *   stand alone; the code where it has no name
 */
char *
tl_language_dup_name (const char *code)
{
  const char *const *languages = g_get_language_names ();
  UChar name[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayLanguage (code, g_str_equal (languages[0], "C") ? "en" : languages[0],
                                            name, G_N_ELEMENTS (name), &status);
  g_autofree char *string = NULL;
  g_autofree char *first = NULL;

  if (U_FAILURE (status) || length <= 0)
    return g_strdup (code);
  string = g_utf16_to_utf8 ((const gunichar2 *) name, length, NULL, NULL, NULL);
  if (string == NULL)
    return g_strdup (code);
  /* Some languages write it with a small letter, within a sentence. */
  first = g_utf8_strup (string, (gssize) (g_utf8_next_char (string) - string));
  return g_strconcat (first, g_utf8_next_char (string), NULL);
}
