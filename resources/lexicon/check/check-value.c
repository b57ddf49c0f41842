/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whether a value is legal.  groups.ini writes what is as alternatives apart by " | ", each
 * of one part or more: "month 1..12 | unit day,week".  A part is a range of numbers, whole
 * ones where both ends are, or the words that may stand there.
 */

#include "check-value.h"

#include <string.h>

static gboolean
is_in_range (const char *part,
             const char *range)
{
  const char *dots = strstr (range, "..");
  g_autofree char *low = g_strndup (range, (gsize) (dots - range));
  gboolean is_whole = strchr (low, '.') == NULL && strchr (dots + 2, '.') == NULL;
  char *end;
  double number = g_ascii_strtod (part, &end);

  if (end == part || *end != '\0' || (is_whole && strspn (part, "-0123456789") != strlen (part)))
    return FALSE;
  return number >= g_ascii_strtod (low, NULL) && number <= g_ascii_strtod (dots + 2, NULL);
}

static gboolean
is_legal_part (const char *part,
               const char *legal)
{
  g_auto(GStrv) words = NULL;

  if (strstr (legal, "..") != NULL)
    return is_in_range (part, legal);
  words = g_strsplit (legal, ",", -1);
  return g_strv_contains ((const char *const *) words, part);
}

static gboolean
fits (const char *value,
      const char *alternative)
{
  g_auto(GStrv) parts = g_strsplit (value, " ", -1);
  g_auto(GStrv) legal = g_strsplit (alternative, " ", -1);

  if (g_strv_length (parts) != g_strv_length (legal))
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_legal_part (parts[i], legal[i]))
      return FALSE;
  return TRUE;
}

/*
 * check_value:
 * @value: the value of a phrase
 * @legal: what may stand there
 *
 * Returns: (transfer full) (nullable): what is wrong with it
 */
char *
check_value (const char *value,
             const char *legal)
{
  g_auto(GStrv) alternatives = g_strsplit (legal, " | ", -1);

  for (guint i = 0; alternatives[i] != NULL; i++)
    if (fits (value, alternatives[i]))
      return NULL;
  return g_strdup_printf ("the value has to be %s", legal);
}
