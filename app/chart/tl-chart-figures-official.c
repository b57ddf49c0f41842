/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official figures behind a chart, in the JSON that its picture carries. */

#include <math.h>
#include <string.h>

#include "tl-chart-figures-private.h"

/* More sources and sides than there are. */
#define MAX_SERIES 64

#define MAX_VALUE 1e18

static void
add_series (TlOfficialSeries *series,
            JsonBuilder      *builder)
{
  const char *reporter = tl_official_series_get_reporter (series);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "source");
  json_builder_add_string_value (builder,
                                 tl_official_source_to_string (tl_official_series_get_source (series)));
  if (reporter != NULL)
    {
      json_builder_set_member_name (builder, "reporter");
      json_builder_add_string_value (builder, reporter);
    }
  json_builder_set_member_name (builder, "years");
  json_builder_begin_array (builder);
  for (guint i = 0; i < tl_official_series_get_n_years (series); i++)
    {
      const TlOfficialYear *year = tl_official_series_get_year (series, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, year->year);
      json_builder_add_double_value (builder, year->value);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Appends them as a member of the object that is open, where there are any. */
void
tl_chart_add_officials (GPtrArray   *officials,
                        JsonBuilder *builder)
{
  if (officials->len == 0)
    return;
  json_builder_set_member_name (builder, "officials");
  json_builder_begin_array (builder);
  for (guint i = 0; i < officials->len; i++)
    add_series (officials->pdata[i], builder);
  json_builder_end_array (builder);
}

/* ---- reading ---- */

static gboolean
is_of_type (JsonNode *node,
            GType     type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return is_of_type (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

static JsonArray *
get_array (JsonNode *node,
           guint     max)
{
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) <= max ? array : NULL;
}

static gboolean
read_year (JsonNode       *node,
           TlOfficialYear *year)
{
  JsonArray *pair = get_array (node, 2);
  JsonNode *number, *value;

  if (pair == NULL || json_array_get_length (pair) != 2)
    return FALSE;
  number = json_array_get_element (pair, 0);
  value = json_array_get_element (pair, 1);
  if (!is_of_type (number, G_TYPE_INT64) ||
      !(is_of_type (value, G_TYPE_INT64) || is_of_type (value, G_TYPE_DOUBLE)))
    return FALSE;
  year->year = (int) CLAMP (json_node_get_int (number), 0, G_MAXINT);
  year->value = json_node_get_double (value);
  return year->year >= TL_FIRST_YEAR && year->year <= TL_LAST_YEAR &&
         isfinite (year->value) && fabs (year->value) < MAX_VALUE;
}

/* In ascending order; NULL where anything is not as it is written. */
static GArray *
read_years (JsonObject *object)
{
  JsonArray *array = get_array (json_object_get_member (object, "years"), TL_LAST_YEAR - TL_FIRST_YEAR + 1);
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (TlOfficialYear));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      TlOfficialYear year;

      if (!read_year (json_array_get_element (array, i), &year) ||
          (i > 0 && year.year <= g_array_index (years, TlOfficialYear, i - 1).year))
        return NULL;
      g_array_append_val (years, year);
    }
  return years->len > 0 ? g_steal_pointer (&years) : NULL;
}

static TlOfficialSeries *
read_series (JsonNode *node,
             TlSeries *series)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *first = tl_series_get_partner (series, 0);
  const char *second = tl_series_get_partner (series, 1);
  const char *reporter = object != NULL ? get_string (object, "reporter") : NULL;
  g_autoptr(GArray) years = object != NULL ? read_years (object) : NULL;
  TlOfficialSource source;

  if (years == NULL || !tl_official_source_from_string (get_string (object, "source"), &source) ||
      (reporter == NULL) != (source == TL_OFFICIAL_BACI) ||
      (reporter != NULL && !g_str_equal (reporter, first) && !g_str_equal (reporter, second)))
    return NULL;
  return tl_official_series_new (source, reporter, first, second, tl_series_get_flow (series),
                                 (const TlOfficialYear *) (const void *) years->data, years->len);
}

/* What tl_chart_add_officials() wrote behind the series, none where it wrote nothing; NULL where
 * anything is not as it is written. */
GPtrArray *
tl_chart_parse_officials (JsonObject *object,
                          TlSeries   *series)
{
  g_autoptr(GPtrArray) officials = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = get_array (json_object_get_member (object, "officials"), MAX_SERIES);

  if (array == NULL)
    return json_object_has_member (object, "officials") ? NULL : g_steal_pointer (&officials);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      TlOfficialSeries *official = read_series (json_array_get_element (array, i), series);

      if (official == NULL)
        return NULL;
      g_ptr_array_add (officials, official);
    }
  return g_steal_pointer (&officials);
}
