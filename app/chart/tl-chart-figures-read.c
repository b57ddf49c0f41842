/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures that a picture carries, read again.  A picture may come from anybody: what is
 * not just as it is written is refused. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-chart-figures-private.h"

#define MAX_DEPTH    7
#define MAX_VALUES   500000
#define MAX_ARTICLES 10000
#define MAX_FIGURES  20000

/* Bytes of a sentence, a title or an address. */
#define MAX_STRING   20000

/* The parser calls itself for each level. */
static gboolean
is_bearable (const char *json)
{
  guint depth = 0, n_values = 0;
  gboolean in_string = FALSE;

  for (const char *c = json; *c != '\0'; c++)
    {
      if (in_string && *c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '"')
        in_string = !in_string;
      else if (in_string)
        continue;
      else if ((*c == '[' || *c == '{') && ++depth > MAX_DEPTH)
        return FALSE;
      else if ((*c == ']' || *c == '}') && depth > 0)
        depth--;
      else if (*c == ',' && ++n_values > MAX_VALUES)
        return FALSE;
    }
  return TRUE;
}

/* ---- members ---- */

static JsonNode *
get_value (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_value (object, name);
  const char *string = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node) : NULL;

  return string != NULL && strlen (string) <= MAX_STRING && g_utf8_validate (string, -1, NULL)
           ? string : NULL;
}

static double
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_value (object, name);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;
}

/* A whole number in a range; -2 when it is none. */
#define NO_INTEGER (-2)

static gint64
get_integer (JsonObject *object,
             const char *name,
             gint64      min,
             gint64      max)
{
  JsonNode *node = get_value (object, name);
  gint64 value;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return NO_INTEGER;
  value = json_node_get_int (node);
  return value >= min && value <= max ? value : NO_INTEGER;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name,
           guint       max)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) <= max ? array : NULL;
}

static JsonObject *
get_item (JsonArray *array,
          guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A code of a country or a group of them, or a region's name. */
static gboolean
read_partners (JsonObject *object,
               char        partners[2][TL_PARTNER_SIZE])
{
  JsonArray *array = get_array (object, "partners", 2);

  if (array == NULL || json_array_get_length (array) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *code = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                           ? json_node_get_string (node) : "";

      if (*code == '\0' || !g_utf8_validate (code, -1, NULL) ||
          g_strlcpy (partners[i], code, TL_PARTNER_SIZE) >= TL_PARTNER_SIZE)
        return FALSE;
    }
  return !g_str_equal (partners[0], partners[1]);
}

static gboolean
read_date (JsonObject *object,
           const char *name,
           TlDate     *date)
{
  const char *string = get_string (object, name);

  *date = TL_DATE_NONE;
  if (string == NULL)
    return !json_object_has_member (object, name);
  *date = tl_date_from_string (string);
  return tl_date_is_set (*date) && tl_date_is_valid (*date);
}

/* ---- figures ---- */

static gboolean
read_change (JsonObject   *object,
             TlFigureData *data)
{
  const char *direction = get_string (object, "direction");
  gboolean has_size = json_object_has_member (object, "change");
  gint64 against;

  if (direction == NULL && !has_size)
    return TRUE;
  data->change = get_number (object, "change");
  if (has_size)
    data->change_kind = TL_CHANGE_PERCENT;
  else if (g_str_equal (direction, "up"))
    data->change_kind = TL_CHANGE_UP;
  else if (g_str_equal (direction, "down"))
    data->change_kind = TL_CHANGE_DOWN;
  else
    data->change_kind = TL_CHANGE_FLAT;
  against = get_integer (object, "against", TL_AGAINST_PREVIOUS_PERIOD, TL_LAST_YEAR);
  data->change_against = (int) against;
  return against != NO_INTEGER && (!has_size || isfinite (data->change));
}

static gboolean
read_value (JsonObject   *object,
            TlFigureData *data)
{
  const char *currency = get_string (object, "currency");

  data->value = get_number (object, "value");
  data->high = get_number (object, "high");
  if (currency != NULL &&
      g_strlcpy (data->currency, currency, sizeof data->currency) >= sizeof data->currency)
    return FALSE;
  return (isnan (data->value) || (data->value >= 0 && data->value < 1e18)) &&
         (isnan (data->high) || (data->high >= data->value && data->high < 1e18));
}

static gboolean
read_kinds (JsonObject   *object,
            TlFigureData *data)
{
  return tl_flow_from_string (get_string (object, "flow"), &data->flow) &&
         tl_scope_from_string (get_string (object, "scope"), &data->scope) &&
         tl_precision_from_string (get_string (object, "precision"), &data->precision) &&
         tl_status_from_string (get_string (object, "status"), &data->status);
}

static TlFigure *
read_figure (JsonObject *object)
{
  const char *quote = get_string (object, "quote");
  const char *sentence = get_string (object, "sentence");
  const char *found = quote != NULL && sentence != NULL ? strstr (sentence, quote) : NULL;
  gint64 at = get_integer (object, "at", 0, G_MAXINT32);
  TlFigureData data;

  tl_figure_data_init (&data);
  if (found == NULL || at < found - sentence || !read_kinds (object, &data) ||
      !read_partners (object, data.partners) || !read_value (object, &data) ||
      !read_change (object, &data) || !read_date (object, "start", &data.start) ||
      !read_date (object, "end", &data.end))
    return NULL;
  data.quote.start = (guint32) at;
  data.quote.end = data.quote.start + (guint32) strlen (quote);
  data.sentence.start = data.quote.start - (guint32) (found - sentence);
  data.sentence.end = data.sentence.start + (guint32) strlen (sentence);
  return tl_figure_new (&data, quote, sentence, get_string (object, "speaker"));
}

/* ---- articles ---- */

static gboolean
is_web_address (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);

  return g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0;
}

static TlReport *
read_report (JsonObject *object,
             JsonArray  *articles)
{
  g_autoptr(TlFigure) figure = object != NULL ? read_figure (object) : NULL;
  gint64 number = object != NULL ? get_integer (object, "article", 1, json_array_get_length (articles))
                                 : NO_INTEGER;
  JsonObject *article = number > 0 ? get_item (articles, (guint) number - 1) : NULL;
  g_autoptr(TlReport) report = NULL;
  const char *url;
  TlDate published;

  if (figure == NULL || article == NULL || !read_date (article, "published", &published))
    return NULL;
  url = get_string (article, "url");
  if (url != NULL && !is_web_address (url))
    return NULL;
  report = tl_report_new (figure, number, get_string (article, "title"),
                          get_string (article, "publisher"), published, url);
  if (json_object_has_member (article, "story"))
    {
      gint64 story = get_integer (article, "story", 1, MAX_ARTICLES);

      return story > 0 ? tl_report_new_in_story (report, story) : NULL;
    }
  return g_steal_pointer (&report);
}

static GPtrArray *
read_reports (JsonObject *object,
              JsonArray  *articles)
{
  JsonArray *figures = get_array (object, "figures", MAX_FIGURES);
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);

  if (figures == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (figures); i++)
    {
      TlReport *report = read_report (get_item (figures, i), articles);

      if (report == NULL)
        return NULL;
      g_ptr_array_add (reports, report);
    }
  return g_steal_pointer (&reports);
}

static gboolean
read_picture (JsonObject     *root,
              TlChartPicture *picture)
{
  JsonObject *object = get_object (root, "picture");

  if (object == NULL || !tl_chart_style_from_string (get_string (object, "style"), &picture->style))
    return FALSE;
  picture->format = TL_CHART_FORMAT_PNG;
  picture->width = get_number (object, "width");
  picture->height = get_number (object, "height");
  picture->scale = get_number (object, "scale");
  return isfinite (picture->width) && isfinite (picture->height) && isfinite (picture->scale);
}

/* ---- series ---- */

static void
clear_entry (TlChartEntry *entry)
{
  g_clear_object (&entry->series);
  g_clear_pointer (&entry->officials, g_ptr_array_unref);
}

/* What a person had checked is so still: no other report is in the picture then. */
static void
confirm_all (GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      g_autoptr(TlReport) report = reports->pdata[i];

      reports->pdata[i] = tl_report_new_confirmed (report);
    }
}

/* Both of the entry are set then, or nothing; an error where it is known what is wrong. */
static gboolean
read_entry (JsonObject    *object,
            JsonArray     *articles,
            TlChartEntry  *entry,
            GError       **error)
{
  g_autoptr(GPtrArray) reports = NULL;
  g_autoptr(TlSeries) series = NULL;
  g_auto(TlChartRules) wanted = { .rates = NULL };
  char partners[2][TL_PARTNER_SIZE];
  TlFlow flow;

  if (!read_partners (object, partners) ||
      !tl_flow_from_string (get_string (object, "flow"), &flow))
    return FALSE;
  reports = read_reports (object, articles);
  if (reports == NULL || !tl_chart_parse_rules (object, &wanted, error))
    return FALSE;
  if (wanted.rules.only_confirmed)
    confirm_all (reports);
  series = tl_series_new_by_rules (partners[0], partners[1], flow, reports, &wanted.rules);
  entry->officials = tl_chart_parse_officials (object, series);
  if (entry->officials == NULL)
    return FALSE;
  entry->series = g_steal_pointer (&series);
  return TRUE;
}

static TlChart *
read_single (JsonObject  *root,
             JsonArray   *articles,
             GError     **error)
{
  TlChartEntry entry = { NULL, NULL };
  TlChart *chart = NULL;

  if (read_entry (root, articles, &entry, error))
    chart = tl_chart_new_for_entries (&entry, 1, TL_CHART_TOGETHER);
  clear_entry (&entry);
  return chart;
}

static TlChart *
read_several (JsonObject  *root,
              JsonArray   *articles,
              GError     **error)
{
  JsonArray *array = get_array (root, "series", TL_CHART_MAX_SERIES);
  guint n = array != NULL ? json_array_get_length (array) : 0;
  TlChartEntry entries[TL_CHART_MAX_SERIES] = { { NULL, NULL } };
  TlChartArrangement arrangement;
  TlChart *chart = NULL;
  guint n_read = 0;

  if (n < 2 || !tl_chart_arrangement_from_string (get_string (root, "arrangement"), &arrangement))
    return NULL;
  while (n_read < n && get_item (array, n_read) != NULL &&
         read_entry (get_item (array, n_read), articles, &entries[n_read], error))
    n_read++;
  if (n_read == n)
    chart = tl_chart_new_for_entries (entries, n, arrangement);
  for (guint i = 0; i < n; i++)
    clear_entry (&entries[i]);
  return chart;
}

static TlChart *
read_chart (JsonObject      *root,
            TlChartPicture  *picture,
            GError         **error)
{
  JsonArray *articles = get_array (root, "articles", MAX_ARTICLES);

  if (g_strcmp0 (get_string (root, "format"), TL_FIGURES_FORMAT) != 0 || articles == NULL ||
      !read_picture (root, picture))
    return NULL;
  switch (get_integer (root, "version", TL_FIGURES_VERSION, TL_FIGURES_VERSION_SEVERAL))
    {
    case TL_FIGURES_VERSION:
      return read_single (root, articles, error);
    case TL_FIGURES_VERSION_SEVERAL:
      return read_several (root, articles, error);
    default:
      return NULL;
    }
}

/* What tl_chart_dup_figures() wrote, or nothing. */
TlChart *
tl_chart_parse_figures (const char      *json,
                        TlChartPicture  *picture,
                        GError         **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) reason = NULL;
  JsonNode *root = NULL;
  TlChart *chart = NULL;

  if (is_bearable (json) && json_parser_load_from_data (parser, json, -1, NULL))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    chart = read_chart (json_node_get_object (root), picture, &reason);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (chart == NULL)
    g_set_error_literal (error, TL_CHART_ERROR, TL_CHART_ERROR_BROKEN,
                         _("The figures in the picture are damaged, or not from this program"));
  return chart;
}
