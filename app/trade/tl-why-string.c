/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reasons as words: their names, and all of a figure's in one short string. */

#include "tl-why.h"

#include <string.h>

static const char *const field_names[] = {
  [TL_FIELD_AMOUNT] = "amount",
  [TL_FIELD_CHANGE] = "change",
  [TL_FIELD_PERIOD] = "period",
  [TL_FIELD_FIRST_PARTNER] = "first-partner",
  [TL_FIELD_SECOND_PARTNER] = "second-partner",
  [TL_FIELD_FLOW] = "flow",
  [TL_FIELD_STATUS] = "status",
  [TL_FIELD_SPEAKER] = "speaker",
};

static const char *const how_names[] = {
  [TL_HOW_STATED] = "stated",
  [TL_HOW_CARRIED] = "carried",
  [TL_HOW_RELATIVE] = "relative",
  [TL_HOW_COUNTERPART] = "counterpart",
  [TL_HOW_FISCAL] = "fiscal",
  [TL_HOW_COLUMN] = "column",
  [TL_HOW_MIRRORED] = "mirrored",
  [TL_HOW_REFERENCE] = "reference",
  [TL_HOW_TOPIC] = "topic",
  [TL_HOW_HOME] = "home",
  [TL_HOW_COMPARED] = "compared",
  [TL_HOW_FUTURE] = "future",
  [TL_HOW_DEFAULT] = "default",
};

G_STATIC_ASSERT (G_N_ELEMENTS (field_names) == TL_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (how_names) == TL_N_HOWS);

static gboolean
find_name (const char *const *names,
           guint              n_names,
           const char        *string,
           guint             *index)
{
  for (*index = 0; string != NULL && *index < n_names; (*index)++)
    if (g_str_equal (names[*index], string))
      return TRUE;
  return FALSE;
}

/**
 * tl_field_to_string:
 * @field: a field
 *
 * Returns: (transfer none): its name in files
 */
const char *
tl_field_to_string (TlField field)
{
  g_return_val_if_fail ((guint) field < G_N_ELEMENTS (field_names), field_names[0]);

  return field_names[field];
}

/**
 * tl_field_from_string:
 * @string: (nullable): the name of a field in files
 * @field: (out): the field; left alone when the string names none
 *
 * Returns: whether the string names a field
 */
gboolean
tl_field_from_string (const char *string,
                      TlField    *field)
{
  guint index;

  if (!find_name (field_names, G_N_ELEMENTS (field_names), string, &index))
    return FALSE;
  *field = (TlField) index;
  return TRUE;
}

/**
 * tl_how_to_string:
 * @how: in which way
 *
 * Returns: (transfer none): its name in files
 */
const char *
tl_how_to_string (TlHow how)
{
  g_return_val_if_fail ((guint) how < G_N_ELEMENTS (how_names), how_names[0]);

  return how_names[how];
}

/**
 * tl_how_from_string:
 * @string: (nullable): the name of a way in files
 * @how: (out): the way; left alone when the string names none
 *
 * Returns: whether the string names a way
 */
gboolean
tl_how_from_string (const char *string,
                    TlHow      *how)
{
  guint index;

  if (!find_name (how_names, G_N_ELEMENTS (how_names), string, &index))
    return FALSE;
  *how = (TlHow) index;
  return TRUE;
}

/**
 * tl_why_to_string:
 * @self: the reasons of a figure
 *
 * Writes the reasons as a library keeps them, "period relative 120-129 2017-03-16; …".
 *
 * Returns: (transfer full) (nullable): the reasons, or %NULL when there are none
 */
char *
tl_why_to_string (const TlWhy *self)
{
  GString *string;

  if (self->n_reasons == 0)
    return NULL;
  string = g_string_sized_new (256);
  for (guint i = 0; i < self->n_reasons; i++)
    {
      const TlReason *reason = &self->reasons[i];
      g_autofree char *from = tl_date_to_string (reason->from);

      g_string_append_printf (string, "%s%s %s %u-%u", i > 0 ? "; " : "", tl_field_to_string (reason->field),
                              tl_how_to_string (reason->how), reason->span.start, reason->span.end);
      if (from != NULL)
        g_string_append_printf (string, " %s", from);
    }
  return g_string_free (string, FALSE);
}

/* Finds the name that the string begins with, up to a space, and passes both; a chart reads
 * thousands of reasons, so nothing is cut out and copied for it. */
static gboolean
read_name (const char *const *names,
           guint              n_names,
           const char       **string,
           guint             *index)
{
  gsize length = strcspn (*string, " ;");

  for (*index = 0; *index < n_names; (*index)++)
    if (strncmp (names[*index], *string, length) == 0 && names[*index][length] == '\0')
      {
        *string += length + ((*string)[length] == ' ');
        return length > 0;
      }
  return FALSE;
}

static guint64
read_number (const char **string)
{
  guint64 number = 0;

  for (; g_ascii_isdigit (**string); (*string)++)
    number = MIN (number * 10 + (guint64) (**string - '0'), (guint64) G_MAXUINT32 + 1);
  return number;
}

static TlSpan
read_span (const char **string)
{
  gboolean is_number = g_ascii_isdigit (**string);
  guint64 first = read_number (string), last = 0;

  if (is_number && **string == '-')
    {
      (*string)++;
      last = read_number (string);
    }
  if (first >= last || last > G_MAXUINT32)
    return (TlSpan) { 0, 0 };
  return (TlSpan) { (guint32) first, (guint32) last };
}

/* "2017-03-16; …" after a space. */
static TlDate
read_date (const char *string)
{
  gsize length = *string == ' ' ? strcspn (string + 1, ";") : 0;
  g_autofree char *date = length > 0 ? g_strndup (string + 1, length) : NULL;

  return tl_date_from_string (date);
}

static void
read_reason (TlWhy      *self,
             const char *string)
{
  guint field, how;
  TlSpan span;

  if (!read_name (field_names, G_N_ELEMENTS (field_names), &string, &field) ||
      !read_name (how_names, G_N_ELEMENTS (how_names), &string, &how) || *string == '\0' || *string == ';')
    return;
  span = read_span (&string);
  tl_why_add_from (self, (TlField) field, (TlHow) how, span, read_date (string));
}

/**
 * tl_why_from_string:
 * @self: (out): the reasons
 * @string: (nullable): what tl_why_to_string() wrote
 *
 * Reads reasons.  What is none is left out: a file may have been changed by anybody.
 */
void
tl_why_from_string (TlWhy      *self,
                    const char *string)
{
  self->n_reasons = 0;
  while (string != NULL)
    {
      const char *end = strstr (string, "; ");

      read_reason (self, string);
      string = end != NULL ? end + strlen ("; ") : NULL;
    }
}
