/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What `tradelines extract` prints: written straight into a string, with the offsets in
 * code points.  tl-article-from-json.c is its inverse.
 */

#include "tl-article.h"

#include <math.h>
#include <string.h>

#include "tl-article-private.h"
#include "tl-json.h"

/* Inlined, so that the length of @key is known. */
static inline void
append_key (GString    *json,
            const char *key)
{
  if (json->str[json->len - 1] != '{')
    tl_json_append_literal (json, ", ");
  tl_json_append_literal (json, "\"");
  tl_json_append_raw (json, key, strlen (key));
  tl_json_append_literal (json, "\": ");
}

static inline void
append_field (GString    *json,
              const char *key,
              const char *value)
{
  append_key (json, key);
  tl_json_append_string (json, value);
}

static void
append_digits (GString *json,
               guint    value)
{
  char digits[12];
  char *p = digits + sizeof digits;

  do
    *--p = (char) ('0' + value % 10);
  while ((value /= 10) != 0);
  tl_json_append_raw (json, p, (gsize) (digits + sizeof digits - p));
}

static inline void
append_unsigned (GString    *json,
                 const char *key,
                 guint       value)
{
  append_key (json, key);
  append_digits (json, value);
}

/* Most numbers have two digits behind the point at most; printf takes a hundred times as long
 * for them. */
static gboolean
append_short_number (GString *json,
                     double   value)
{
  double hundredfold = value * 100;
  char digits[24];
  char *end = digits + sizeof digits, *p = end;
  guint64 n;

  if (!(fabs (value) < 1e13) || floor (hundredfold) != hundredfold || hundredfold / 100 != value)
    return FALSE;
  n = (guint64) fabs (hundredfold);
  if (n % 10 != 0)
    *--p = (char) ('0' + n % 10);
  if (n % 100 != 0)
    {
      *--p = (char) ('0' + n / 10 % 10);
      *--p = '.';
    }
  n /= 100;
  do
    *--p = (char) ('0' + n % 10);
  while ((n /= 10) != 0);
  if (value < 0)
    *--p = '-';
  tl_json_append_raw (json, p, (gsize) (end - p));
  return TRUE;
}

/* Fifteen digits, which is all that a double surely has, and no exponent.  The point
 * behind very large ones keeps readers from taking them for integers of 64 bits. */
static void
append_number (GString    *json,
               const char *key,
               double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE * 12];

  append_key (json, key);
  if (!isfinite (value))
    {
      tl_json_append_literal (json, "null");
      return;
    }
  if (append_short_number (json, value))
    return;
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (strchr (buffer, 'e') != NULL)
    {
      gsize n;

      g_ascii_formatd (buffer, sizeof buffer, fabs (value) < 1 ? "%.15f" : "%.1f", value);
      n = strlen (buffer);
      while (buffer[n - 1] == '0' && buffer[n - 2] != '.')
        n--;
      buffer[n] = '\0';
    }
  g_string_append (json, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
append_date (GString    *json,
             const char *key,
             TlDate      date)
{
  char string[TL_DATE_SIZE];

  append_field (json, key, tl_date_print (date, string));
}

static void
append_month (GString    *json,
              const char *key,
              TlDate      date)
{
  append_date (json, key, date.month != 0 ? (TlDate) { date.year, date.month, 0 } : TL_DATE_NONE);
}

static void
append_span (GString   *json,
             TlOffsets *offsets,
             TlSpan     span)
{
  guint start = tl_offsets_to_chars (offsets, span.start);

  append_unsigned (json, "offset", start);
  append_unsigned (json, "length", tl_offsets_to_chars (offsets, span.end) - start);
}

/* The words of the text that a span covers. */
static void
append_words (GString    *json,
              const char *text,
              TlOffsets  *offsets,
              TlSpan      span)
{
  append_key (json, "text");
  tl_json_append_bytes (json, text + span.start, span.end - span.start);
  append_span (json, offsets, span);
}

static void
append_currency (GString    *json,
                 const char *currency)
{
  append_field (json, "currency", *currency != '\0' ? currency : NULL);
}

static void
append_change (GString            *json,
               const TlFigureData *data)
{
  switch (data->change_kind)
    {
    case TL_CHANGE_NONE:
      append_field (json, "change", NULL);
      append_field (json, "change_against", NULL);
      return;
    case TL_CHANGE_UP:
      append_field (json, "change", "up");
      break;
    case TL_CHANGE_DOWN:
      append_field (json, "change", "down");
      break;
    case TL_CHANGE_FLAT:
      append_field (json, "change", "flat");
      break;
    case TL_CHANGE_PERCENT:
      append_number (json, "change", data->change);
      break;
    default:
      g_assert_not_reached ();
    }

  if (data->change_against == TL_AGAINST_PREVIOUS_YEAR)
    {
      append_field (json, "change_against", "previous-year");
    }
  else if (data->change_against == TL_AGAINST_PREVIOUS_PERIOD)
    {
      append_field (json, "change_against", "previous-period");
    }
  else
    {
      append_key (json, "change_against");
      g_string_append_printf (json, "\"%04d\"", data->change_against);
    }
}

static void
begin_list (GString    *json,
            const char *key)
{
  append_key (json, key);
  tl_json_append_literal (json, "[");
}

static void
begin_item (GString *json,
            guint    index)
{
  if (index > 0)
    tl_json_append_literal (json, ", ");
}

static void
append_reason (GString        *json,
               const char     *text,
               TlOffsets      *offsets,
               const TlReason *reason)
{
  tl_json_append_literal (json, "{");
  append_field (json, "field", tl_field_to_string (reason->field));
  append_field (json, "how", tl_how_to_string (reason->how));
  if (!tl_span_is_empty (reason->span))
    append_words (json, text, offsets, reason->span);
  if (tl_date_is_set (reason->from))
    append_date (json, "from", reason->from);
  tl_json_append_literal (json, "}");
}

static void
append_why (GString     *json,
            const char  *text,
            TlOffsets   *offsets,
            const TlWhy *why)
{
  begin_list (json, "why");
  for (guint i = 0; i < why->n_reasons; i++)
    begin_item (json, i), append_reason (json, text, offsets, &why->reasons[i]);
  tl_json_append_literal (json, "]");
}

/*
 * tl_article_append_figure:
 * @json: what to append to
 * @text: the text that its spans are of
 * @offsets: those of @text
 * @figure: a figure
 * @is_explained: whether to say why it was read so
 *
 * Appends a figure as `tradelines extract` prints it.
 */
void
tl_article_append_figure (GString    *json,
                          const char *text,
                          TlOffsets  *offsets,
                          TlFigure   *figure,
                          gboolean    is_explained)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  tl_json_append_literal (json, "{");
  append_field (json, "quote", tl_figure_get_quote (figure));
  append_field (json, "sentence", tl_figure_get_sentence (figure));
  append_span (json, offsets, data->quote);
  append_field (json, "flow", tl_flow_to_string (data->flow));
  append_key (json, "partners");
  tl_json_append_literal (json, "[");
  tl_json_append_string (json, data->partners[0]);
  tl_json_append_literal (json, ", ");
  tl_json_append_string (json, data->partners[1]);
  tl_json_append_literal (json, "]");
  append_field (json, "scope", tl_scope_to_string (data->scope));
  append_month (json, "start", data->start);
  append_month (json, "end", data->end);
  append_number (json, "value", data->value);
  append_number (json, "high", data->high);
  append_currency (json, data->currency);
  append_field (json, "precision", tl_precision_to_string (data->precision));
  append_field (json, "status", tl_status_to_string (data->status));
  append_change (json, data);
  append_field (json, "speaker", tl_figure_get_speaker (figure));
  if (is_explained)
    append_why (json, text, offsets, &data->why);
  tl_json_append_literal (json, "}");
}

static void
append_entity (GString    *json,
               const char *text,
               TlOffsets  *offsets,
               TlEntity   *entity)
{
  guint n_mentions;
  const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);
  const TlEntityIdentity *identity = tl_entity_get_identity (entity);

  tl_json_append_literal (json, "{");
  append_field (json, "name", tl_entity_get_name (entity));
  append_field (json, "type", tl_entity_type_to_string (tl_entity_get_entity_type (entity)));
  append_field (json, "role", tl_entity_get_role (entity));
  if (identity->code[0] != '\0')
    append_field (json, "code", identity->code);
  if (identity->geoname_id != 0)
    append_unsigned (json, "geonames_id", identity->geoname_id);
  append_key (json, "mentions");
  tl_json_append_literal (json, "[");
  for (guint i = 0; i < n_mentions; i++)
    {
      begin_item (json, i);
      tl_json_append_literal (json, "{");
      append_words (json, text, offsets, mentions[i]);
      if (tl_entity_get_confidence (entity, i) > 0)
        append_number (json, "confidence", tl_entity_get_confidence (entity, i) / 100.0);
      tl_json_append_literal (json, "}");
    }
  tl_json_append_literal (json, "]}");
}

static void
append_amount (GString        *json,
               const char     *text,
               TlOffsets      *offsets,
               const TlAmount *amount)
{
  tl_json_append_literal (json, "{");
  append_words (json, text, offsets, amount->span);
  append_number (json, "value", amount->value);
  append_number (json, "high", amount->high);
  append_currency (json, amount->currency);
  append_field (json, "precision", tl_precision_to_string (amount->precision));
  tl_json_append_literal (json, "}");
}

static void
append_period (GString        *json,
               const char     *text,
               TlOffsets      *offsets,
               const TlPeriod *period)
{
  tl_json_append_literal (json, "{");
  append_words (json, text, offsets, period->span);
  append_date (json, "start", period->start);
  append_date (json, "end", period->end);
  tl_json_append_literal (json, "}");
}

/* Which facts there are, and where they come from. */
static void
append_provenance (TlArticle *self,
                   GString   *json)
{
  append_key (json, "provenance");
  tl_json_append_literal (json, "{");
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    {
      TlProvenance provenance = tl_article_get_provenance (self, fact);

      if (provenance != TL_PROVENANCE_NONE)
        append_field (json, tl_fact_get_name (fact), tl_provenance_get_name (provenance));
    }
  tl_json_append_literal (json, "}");
}

static void
append_head (TlArticle  *self,
             const char *file,
             TlJsonFlags flags,
             TlOffsets  *offsets,
             GString    *json)
{
  append_field (json, "file", file);
  if (tl_article_get_part (self) != NULL)
    append_field (json, "part", tl_article_get_part (self));
  append_field (json, "title", tl_article_get_title (self));
  append_date (json, "published", tl_article_get_published (self));
  append_field (json, "url", tl_article_get_url (self));
  append_field (json, "language", tl_article_get_language (self));
  append_field (json, "publisher", tl_article_get_publisher (self));
  append_field (json, "author", tl_article_get_author (self));
  append_provenance (self, json);
  if ((flags & TL_JSON_WITH_TEXT) == 0)
    return;
  append_field (json, "text", tl_article_get_text (self));
  append_unsigned (json, "story", tl_offsets_to_chars (offsets, tl_article_get_story (self)));
}

/**
 * tl_article_append_json:
 * @self: an article
 * @file: (nullable): what to call the file that it was read from
 * @flags: what to add
 * @json: what to append to
 *
 * Appends the article as one JSON object on one line, without a line end behind it.
 * Offsets and lengths count code points of the text.
 */
void
tl_article_append_json (TlArticle  *self,
                        const char *file,
                        TlJsonFlags flags,
                        GString    *json)
{
  g_autoptr(TlOffsets) offsets = NULL;
  GPtrArray *figures, *entities;
  GArray *amounts, *dates;
  const char *text;

  g_return_if_fail (TL_IS_ARTICLE (self));
  g_return_if_fail (json != NULL);

  text = tl_article_get_text (self);
  offsets = tl_offsets_new (text, strlen (text));
  figures = tl_article_get_figures (self);
  entities = tl_article_get_entities (self);
  amounts = tl_article_get_amounts (self);
  dates = tl_article_get_dates (self);

  tl_json_append_literal (json, "{");
  append_head (self, file, flags, offsets, json);
  begin_list (json, "figures");
  for (guint i = 0; i < figures->len; i++)
    begin_item (json, i), tl_article_append_figure (json, text, offsets, g_ptr_array_index (figures, i),
                                         (flags & TL_JSON_EXPLAINED) != 0);
  tl_json_append_literal (json, "]");
  begin_list (json, "entities");
  for (guint i = 0; i < entities->len; i++)
    begin_item (json, i), append_entity (json, text, offsets, g_ptr_array_index (entities, i));
  tl_json_append_literal (json, "]");
  begin_list (json, "amounts");
  for (guint i = 0; i < amounts->len; i++)
    begin_item (json, i), append_amount (json, text, offsets, &g_array_index (amounts, TlAmount, i));
  tl_json_append_literal (json, "]");
  begin_list (json, "dates");
  for (guint i = 0; i < dates->len; i++)
    begin_item (json, i), append_period (json, text, offsets, &g_array_index (dates, TlPeriod, i));
  tl_json_append_literal (json, "]}");
}
