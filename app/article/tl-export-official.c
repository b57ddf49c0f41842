/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of an exported library that holds official figures: what one country declares to one
 * publisher of one flow with another, by year. */

#include "tl-export-official.h"

#include <math.h>
#include <string.h>

#include "tl-export-line.h"
#include "tl-json-node.h"
#include "tl-json.h"

static gboolean
is_on_same_line (const TlOfficialValue *a,
                 const TlOfficialValue *b)
{
  return a->source == b->source && a->is_import == b->is_import &&
         g_str_equal (a->reporter, b->reporter) && g_str_equal (a->partner, b->partner);
}

/**
 * tl_export_line_append_official:
 * @json: what to append to
 * @table: the name of the table that they are in, "" where it is not known
 * @added: when that was imported, in seconds since 1970; 0 where that is not known
 * @values: (array length=n_values): official figures, those of one line together
 * @n_values: how many, at least one
 *
 * Appends the line that the first of them is on.
 *
 * Returns: how many of them are on that line
 */
guint
tl_export_line_append_official (GString               *json,
                                const char            *table,
                                gint64                 added,
                                const TlOfficialValue *values,
                                guint                  n_values)
{
  guint n = 0;

  g_string_append (json, "{\"kind\": \"official\", \"table\": ");
  tl_json_append_string (json, table);
  g_string_append_printf (json, ", \"added\": %" G_GINT64_FORMAT ", \"source\": \"%s\", \"reporter\": ",
                          added, tl_official_source_to_string (values->source));
  tl_json_append_string (json, values->reporter);
  g_string_append (json, ", \"partner\": ");
  tl_json_append_string (json, values->partner);
  g_string_append_printf (json, ", \"flow\": \"%s\", \"years\": {", values->is_import ? "imports" : "exports");
  for (; n < n_values && is_on_same_line (values, &values[n]); n++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (json, "%s\"%d\": %s", n > 0 ? ", " : "", values[n].year,
                              g_ascii_dtostr (number, sizeof number, values[n].value));
    }
  g_string_append (json, "}}\n");
  return n;
}

static gboolean
is_country (const char *code)
{
  return code != NULL && strlen (code) == 2 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]);
}

static gboolean
read_head (JsonObject      *object,
           TlOfficialValue *value)
{
  const char *reporter = tl_json_get_string (object, "reporter");
  const char *partner = tl_json_get_string (object, "partner");
  const char *flow = tl_json_get_string (object, "flow");

  if (!is_country (reporter) || !is_country (partner) || g_str_equal (reporter, partner) ||
      (g_strcmp0 (flow, "imports") != 0 && g_strcmp0 (flow, "exports") != 0) ||
      !tl_official_source_from_string (tl_json_get_string (object, "source"), &value->source))
    return FALSE;
  g_strlcpy (value->reporter, reporter, sizeof value->reporter);
  g_strlcpy (value->partner, partner, sizeof value->partner);
  value->is_import = g_str_equal (flow, "imports");
  return TRUE;
}

/**
 * tl_export_official_read:
 * @object: a line whose kind is "official"
 *
 * Returns: (transfer full) (nullable) (element-type TlOfficialValue): what it says; %NULL where
 *   that is nothing that this version knows
 */
GArray *
tl_export_official_read (JsonObject *object)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));
  JsonNode *node = json_object_get_member (object, "years");
  JsonObject *years = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  TlOfficialValue value = { 0 };
  JsonObjectIter iter;
  const char *year;

  if (years == NULL || !read_head (object, &value))
    return NULL;
  json_object_iter_init (&iter, years);
  while (json_object_iter_next (&iter, &year, NULL))
    {
      value.year = (int) g_ascii_strtoll (year, NULL, 10);
      value.value = tl_json_get_number (years, year);
      if (value.year >= TL_FIRST_YEAR && value.year <= TL_LAST_YEAR &&
          isfinite (value.value) && value.value >= 0)
        g_array_append_val (values, value);
    }
  return values->len > 0 ? g_steal_pointer (&values) : NULL;
}
