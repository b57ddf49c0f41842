/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reasons as words: their names in files. */

#include "tl-why.h"

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
