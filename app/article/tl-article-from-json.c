/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * From the JSON that tl_article_append_json() writes back to the article.  The JSON may
 * have been changed by anybody: what is missing or of another kind counts as unknown,
 * and spans stay inside the text.
 */

#include "tl-article.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-article-private.h"
#include "tl-json-node.h"
#include "tl-offsets.h"

/* An article nests four deep; a parser that follows thousands of brackets runs out of stack. */
#define MAX_DEPTH 16

/* Each value takes many times its length in memory; the longest text has fewer. */
#define MAX_VALUES (8 * 1000 * 1000)

typedef TlJsonSource Source;

static gboolean
is_bearable (const char *json)
{
  guint depth = 0, n_values = 0;
  gboolean in_string = FALSE;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (in_string)
        {
          if (*p == '\\' && p[1] != '\0')
            p++;
          else if (*p == '"')
            in_string = FALSE;
        }
      else if (*p == '"')
        in_string = TRUE;
      else if ((*p == '[' || *p == '{') && ++depth > MAX_DEPTH)
        return FALSE;
      else if ((*p == ']' || *p == '}') && depth > 0)
        depth--;
      else if (*p == ',' && ++n_values > MAX_VALUES)
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
get_value (JsonObject *object,
           const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

/**
 * tl_json_get_string:
 * @object: an object
 * @key: the name of a member
 *
 * Returns: (transfer none) (nullable): the member, where it is a string
 */
const char *
tl_json_get_string (JsonObject *object,
                    const char *key)
{
  JsonNode *node = get_value (object, key);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/**
 * tl_json_get_number:
 * @object: an object
 * @key: the name of a member
 *
 * Returns: the member, where it is a number, else NAN
 */
double
tl_json_get_number (JsonObject *object,
                    const char *key)
{
  JsonNode *node = get_value (object, key);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;
}

static guint
get_unsigned (JsonObject *object,
              const char *key)
{
  double number = tl_json_get_number (object, key);

  return number >= 0 && number < G_MAXUINT ? (guint) number : 0;
}

static TlDate
get_date (JsonObject *object,
          const char *key)
{
  return tl_date_from_string (tl_json_get_string (object, key));
}

/*
 * tl_json_get_span:
 * @object: an object
 * @source: the text that its offset is of
 *
 * Returns: the run of the text that it names by "offset" and "length"; inside of the text
 */
TlSpan
tl_json_get_span (JsonObject         *object,
                  const TlJsonSource *source)
{
  guint offset = get_unsigned (object, "offset");
  guint length = MIN (get_unsigned (object, "length"), G_MAXUINT - offset);

  return (TlSpan) {
    (guint32) tl_offsets_to_bytes (source->offsets, offset),
    (guint32) tl_offsets_to_bytes (source->offsets, offset + length),
  };
}

/* As much of it as there is room for, and no half of a letter. */
static void
take_code (char       *code,
           const char *value,
           gsize       size)
{
  const char *end;

  g_strlcpy (code, value, size);
  if (!g_utf8_validate (code, -1, &end))
    code[end - code] = '\0';
}

static void
copy_code (JsonObject *object,
           const char *key,
           char       *code,
           gsize       size)
{
  const char *value = tl_json_get_string (object, key);

  take_code (code, value != NULL ? value : "", size);
}

typedef void (*ReadItem) (JsonObject   *object,
                          const Source *source,
                          gpointer      list);

static void
read_list (JsonObject   *object,
           const char   *key,
           ReadItem      read_item,
           const Source *source,
           gpointer      list)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (item))
        read_item (json_node_get_object (item), source, list);
    }
}

/* The place of the sentence that holds the quote; the quote's own where it is not found. */
static TlSpan
find_sentence (const Source *source,
               const char   *sentence,
               TlSpan        quote)
{
  gsize n = strlen (sentence);
  gsize start = quote.start > n ? quote.start - n : 0;
  const char *found = source->text + start;

  while (n > 0 && (found = strstr (found, sentence)) != NULL)
    {
      TlSpan span = { (guint32) (found - source->text), (guint32) (found - source->text + n) };

      if (span.start > quote.start)
        break;
      if (tl_span_contains (span, quote))
        return span;
      found++;
    }
  return quote;
}

static void
read_change (JsonObject   *object,
             TlFigureData *data)
{
  const char *direction = tl_json_get_string (object, "change");
  const char *against = tl_json_get_string (object, "change_against");

  data->change = tl_json_get_number (object, "change");
  if (isfinite (data->change))
    data->change_kind = TL_CHANGE_PERCENT;
  else if (g_strcmp0 (direction, "up") == 0)
    data->change_kind = TL_CHANGE_UP;
  else if (g_strcmp0 (direction, "down") == 0)
    data->change_kind = TL_CHANGE_DOWN;
  else if (g_strcmp0 (direction, "flat") == 0)
    data->change_kind = TL_CHANGE_FLAT;
  else
    data->change_kind = TL_CHANGE_NONE;

  if (g_strcmp0 (against, "previous-period") == 0)
    data->change_against = TL_AGAINST_PREVIOUS_PERIOD;
  else if (tl_date_is_set (tl_date_from_string (against)))
    data->change_against = tl_date_from_string (against).year;
  else
    data->change_against = TL_AGAINST_PREVIOUS_YEAR;
}

static void
read_partners (JsonObject   *object,
               TlFigureData *data)
{
  JsonNode *node = json_object_get_member (object, "partners");
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  array = json_node_get_array (node);
  for (guint i = 0; i < MIN (2, json_array_get_length (array)); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (item) && json_node_get_value_type (item) == G_TYPE_STRING)
        take_code (data->partners[i], json_node_get_string (item), TL_PARTNER_SIZE);
    }
}

static void
read_reason (JsonObject   *object,
             const Source *source,
             gpointer      why)
{
  TlField field;
  TlHow how;

  if (tl_field_from_string (tl_json_get_string (object, "field"), &field) &&
      tl_how_from_string (tl_json_get_string (object, "how"), &how))
    tl_why_add_from (why, field, how, tl_json_get_span (object, source), get_date (object, "from"));
}

/*
 * tl_article_read_figure:
 * @object: what tl_article_append_figure() wrote
 * @source: the text that its spans are of
 *
 * Returns: (transfer full) (nullable): the figure; %NULL where it is none
 */
TlFigure *
tl_article_read_figure (JsonObject         *object,
                        const TlJsonSource *source)
{
  const char *quote = tl_json_get_string (object, "quote");
  const char *sentence = tl_json_get_string (object, "sentence");
  TlFigureData data;

  if (quote == NULL || sentence == NULL)
    return NULL;

  tl_figure_data_init (&data);
  data.quote = tl_json_get_span (object, source);
  data.sentence = find_sentence (source, sentence, data.quote);
  tl_flow_from_string (tl_json_get_string (object, "flow"), &data.flow);
  read_partners (object, &data);
  tl_scope_from_string (tl_json_get_string (object, "scope"), &data.scope);
  data.start = get_date (object, "start");
  data.end = get_date (object, "end");
  data.value = tl_json_get_number (object, "value");
  data.high = tl_json_get_number (object, "high");
  copy_code (object, "currency", data.currency, sizeof data.currency);
  tl_precision_from_string (tl_json_get_string (object, "precision"), &data.precision);
  tl_status_from_string (tl_json_get_string (object, "status"), &data.status);
  read_change (object, &data);
  read_list (object, "why", read_reason, source, &data.why);
  return tl_figure_new (&data, quote, sentence, tl_json_get_string (object, "speaker"));
}

static void
read_figure (JsonObject   *object,
             const Source *source,
             gpointer      list)
{
  TlFigure *figure = tl_article_read_figure (object, source);

  if (figure != NULL)
    g_ptr_array_add (list, figure);
}

/* The mentions of an entity. */
typedef struct
{
  GArray     *spans;
  GByteArray *confidences;
} Mentions;

static void
read_mention (JsonObject   *object,
              const Source *source,
              gpointer      list)
{
  const Mentions *mentions = list;
  TlSpan span = tl_json_get_span (object, source);
  double percent = tl_json_get_number (object, "confidence") * 100;
  guint8 confidence = percent > 0 && percent < 100 ? (guint8) lround (percent) : 0;

  g_array_append_val (mentions->spans, span);
  g_byte_array_append (mentions->confidences, &confidence, 1);
}

static void
read_entity (JsonObject   *object,
             const Source *source,
             gpointer      list)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TlSpan));
  g_autoptr(GByteArray) confidences = g_byte_array_new ();
  Mentions mentions = { spans, confidences };
  const char *name = tl_json_get_string (object, "name");
  TlEntityIdentity identity = { .geoname_id = get_unsigned (object, "geonames_id") };
  TlEntity *entity;
  TlEntityType type;

  if (name == NULL || !tl_entity_type_from_string (tl_json_get_string (object, "type"), &type))
    return;
  read_list (object, "mentions", read_mention, source, &mentions);
  copy_code (object, "code", identity.code, sizeof identity.code);
  entity = tl_entity_new_identified (type, name, tl_json_get_string (object, "role"), &identity,
                                     (const TlSpan *) (gpointer) spans->data, spans->len);
  if (spans->len > 0)
    tl_entity_set_confidences (entity, confidences->data);
  g_ptr_array_add (list, entity);
}

static void
read_amount (JsonObject   *object,
             const Source *source,
             gpointer      list)
{
  TlAmount amount = {
    .span = tl_json_get_span (object, source),
    .value = tl_json_get_number (object, "value"),
    .high = tl_json_get_number (object, "high"),
    .precision = TL_PRECISION_EXACT,
  };

  copy_code (object, "currency", amount.currency, sizeof amount.currency);
  tl_precision_from_string (tl_json_get_string (object, "precision"), &amount.precision);
  g_array_append_val ((GArray *) list, amount);
}

/* JSON does not say what kind of period it is; its length does. */
static TlPeriodUnit
guess_unit (TlDate start,
            TlDate end)
{
  int n_months;

  if (!tl_date_is_set (start) || !tl_date_is_set (end))
    return TL_PERIOD_REFERENCE;
  if (tl_date_compare (start, end) == 0)
    return TL_PERIOD_DAY;
  n_months = (end.year - start.year) * 12 + end.month - start.month + 1;
  if (n_months > 12)
    return TL_PERIOD_YEARS;
  if (n_months == 12)
    return TL_PERIOD_YEAR;
  if (n_months == 6 && start.month % 6 == 1)
    return TL_PERIOD_HALF;
  return n_months == 3 && start.month % 3 == 1 ? TL_PERIOD_QUARTER : TL_PERIOD_MONTHS;
}

static void
read_period (JsonObject   *object,
             const Source *source,
             gpointer      list)
{
  TlPeriod period = {
    .span = tl_json_get_span (object, source),
    .start = get_date (object, "start"),
    .end = get_date (object, "end"),
  };

  period.unit = guess_unit (period.start, period.end);
  g_array_append_val ((GArray *) list, period);
}

static void
read_provenance (JsonObject     *object,
                 TlArticleParts *parts)
{
  JsonNode *node = json_object_get_member (object, "provenance");
  JsonObject *provenance = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  for (TlFact fact = 0; provenance != NULL && fact < TL_N_FACTS; fact++)
    parts->provenance[fact] = tl_provenance_from_name (tl_json_get_string (provenance, tl_fact_get_name (fact)));
}

static void
read_article (JsonObject     *object,
              const char     *text,
              TlArticleParts *parts)
{
  g_autoptr(TlOffsets) offsets = tl_offsets_new (text, strlen (text));
  Source source = { text, strlen (text), offsets };

  parts->uri = g_strdup (tl_json_get_string (object, "file"));
  parts->part = g_strdup (tl_json_get_string (object, "part"));
  parts->text = g_strdup (text);
  parts->story = tl_offsets_to_bytes (offsets, get_unsigned (object, "story"));
  parts->title = g_strdup (tl_json_get_string (object, "title"));
  parts->publisher = g_strdup (tl_json_get_string (object, "publisher"));
  parts->author = g_strdup (tl_json_get_string (object, "author"));
  parts->url = g_strdup (tl_json_get_string (object, "url"));
  parts->language = g_strdup (tl_json_get_string (object, "language"));
  parts->published = get_date (object, "published");
  read_provenance (object, parts);
  parts->figures = g_ptr_array_new_with_free_func (g_object_unref);
  parts->entities = g_ptr_array_new_with_free_func (g_object_unref);
  parts->amounts = g_array_new (FALSE, FALSE, sizeof (TlAmount));
  parts->dates = g_array_new (FALSE, FALSE, sizeof (TlPeriod));
  read_list (object, "figures", read_figure, &source, parts->figures);
  read_list (object, "entities", read_entity, &source, parts->entities);
  read_list (object, "amounts", read_amount, &source, parts->amounts);
  read_list (object, "dates", read_period, &source, parts->dates);
}

/**
 * tl_json_parse:
 * @json: JSON, by whomever it was written
 * @error: return location for a #TlArticleError
 *
 * Returns: (transfer full) (nullable): a parser that has read it, and found an object
 */
JsonParser *
tl_json_parse (const char  *json,
               GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) parse_error = NULL;
  JsonNode *root;

  if (!is_bearable (json) || !json_parser_load_from_data (parser, json, -1, &parse_error))
    {
      g_set_error (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON, _("The stored article can't be read: %s"),
                   parse_error != NULL ? parse_error->message : _("it is nested too deeply"));
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    return g_steal_pointer (&parser);
  g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON,
                       _("The stored article can't be read: its text is missing"));
  return NULL;
}

/**
 * tl_article_new_from_object:
 * @object: what tl_article_append_json() wrote, with the text
 * @error: return location for a #TlArticleError
 *
 * Returns: (transfer full) (nullable): the article, or %NULL when @object is none
 */
TlArticle *
tl_article_new_from_object (JsonObject  *object,
                            GError     **error)
{
  g_auto(TlArticleParts) parts = { NULL };
  const char *text = tl_json_get_string (object, "text");

  if (text == NULL)
    {
      g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON,
                           _("The stored article can't be read: its text is missing"));
      return NULL;
    }
  read_article (object, text, &parts);
  return tl_article_new (&parts);
}

/**
 * tl_article_new_from_json:
 * @json: what tl_article_append_json() wrote, with the text
 * @error: return location for a #TlArticleError
 *
 * Makes the article again from its JSON.  Its file becomes tl_article_get_uri().
 *
 * Returns: (transfer full) (nullable): the article, or %NULL when @json is none
 */
TlArticle *
tl_article_new_from_json (const char  *json,
                          GError     **error)
{
  g_autoptr(JsonParser) parser = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  parser = tl_json_parse (json, error);
  if (parser == NULL)
    return NULL;
  return tl_article_new_from_object (json_node_get_object (json_parser_get_root (parser)), error);
}
