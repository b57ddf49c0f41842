/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lines of a file that a library was exported to.  An article's line is what
 * tl_article_append_json() writes, with what the library knows besides before it, so that
 * whoever reads the output of `tradelines extract` reads this, too.  The lines may have been
 * changed by anybody, or be a later version's: what is not known is left out.
 */

#include "tl-export-line.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-export-official.h"
#include "tl-json.h"
#include "tl-json-node.h"

/* Longer ones are nobody's name. */
#define MAX_STRING 8192

/* What was said at once of all figures of an article is not longer. */
#define MAX_CORRECTION (16 * 1024 * 1024)

/* The most decisions that belong together, and the most corrections of one article. */
#define MAX_ITEMS 100000

#define DIGEST_SIZE 32

/* ---- writing ---- */

static void
append_key (GString    *json,
            const char *key)
{
  if (json->len > 0 && json->str[json->len - 1] != '{')
    g_string_append (json, ", ");
  g_string_append_printf (json, "\"%s\": ", key);
}

static void
append_string (GString    *json,
               const char *key,
               const char *value)
{
  append_key (json, key);
  tl_json_append_string (json, value);
}

static void
append_number (GString    *json,
               const char *key,
               gint64      value)
{
  append_key (json, key);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, value);
}

static void
append_digest (GString    *json,
               const char *key,
               GBytes     *digest)
{
  gsize n = 0;
  const guint8 *bytes = digest != NULL ? g_bytes_get_data (digest, &n) : NULL;

  if (n != DIGEST_SIZE)
    return;
  append_key (json, key);
  g_string_append_c (json, '"');
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (json, "%02x", bytes[i]);
  g_string_append_c (json, '"');
}

/**
 * tl_export_line_append_head:
 * @json: what to append to
 * @n_articles: how many articles follow
 *
 * Appends the first line.
 */
void
tl_export_line_append_head (GString *json,
                            guint    n_articles)
{
  g_string_append_printf (json, TL_EXPORT_BEGINNING ", \"version\": %d, \"articles\": %u}\n",
                          TL_EXPORT_VERSION, n_articles);
}

/**
 * tl_export_line_begin_article:
 * @json: what to append to
 * @digest: by what decisions know the article
 * @added: when it was added
 * @reading_version: which version of the program read it; 0 where that is not known
 *
 * Begins the line of an article, whose corrections follow.
 */
void
tl_export_line_begin_article (GString *json,
                              GBytes  *digest,
                              gint64   added,
                              guint    reading_version)
{
  g_string_append (json, "{\"kind\": \"article\"");
  append_digest (json, "sha256", digest);
  append_number (json, "added", added);
  append_number (json, "reading_version", reading_version);
  g_string_append (json, ", \"corrections\": [");
}

/**
 * tl_export_line_append_correction:
 * @json: what to append to
 * @correction: what was corrected
 *
 * Appends a correction to the line of its article.
 */
void
tl_export_line_append_correction (GString                  *json,
                                  const TlExportCorrection *correction)
{
  g_string_append (json, json->str[json->len - 1] == '[' ? "{" : ", {");
  append_string (json, "fact", correction->fact);
  append_string (json, "value", correction->value);
  append_number (json, "made", correction->made);
  g_string_append (json, correction->is_undone ? ", \"undone\": true}" : "}");
}

/* Whether it goes on a line as it is.  The library writes no other; its file may be damaged. */
static gboolean
is_one_object (const char *json,
               gsize       length)
{
  return length >= 2 && json[0] == '{' && json[length - 1] == '}' &&
         memchr (json, '\n', length) == NULL && memchr (json, '\0', length) == NULL &&
         g_utf8_validate (json, (gssize) length, NULL);
}

/**
 * tl_export_line_end_article:
 * @json: what to append to
 * @reading: what tl_article_append_json() wrote
 * @length: its length in bytes
 *
 * Ends the line with what was read from the article.
 *
 * Returns: whether @reading is such a thing; else nothing was appended
 */
gboolean
tl_export_line_end_article (GString    *json,
                            const char *reading,
                            gsize       length)
{
  if (!is_one_object (reading, length))
    return FALSE;
  g_string_append (json, length > 2 ? "], " : "]");
  g_string_append_len (json, reading + 1, (gssize) length - 1);
  g_string_append_c (json, '\n');
  return TRUE;
}

/**
 * tl_export_line_begin_act:
 * @json: what to append to
 * @is_undone: whether it no longer holds
 *
 * Begins the line of what was decided together.
 */
void
tl_export_line_begin_act (GString  *json,
                          gboolean  is_undone)
{
  g_string_append (json, is_undone ? "{\"kind\": \"act\", \"undone\": true, \"decisions\": ["
                                   : "{\"kind\": \"act\", \"decisions\": [");
}

/**
 * tl_export_line_append_decision:
 * @json: what to append to
 * @decision: what was decided
 *
 * Appends a decision to the line of its act.
 */
void
tl_export_line_append_decision (GString                *json,
                                const TlExportDecision *decision)
{
  g_string_append (json, json->str[json->len - 1] == '[' ? "{" : ", {");
  append_string (json, "decision", decision->kind);
  append_string (json, "type", decision->type);
  append_string (json, "key", decision->key);
  append_string (json, "name", decision->name);
  append_digest (json, "sha256", decision->digest);
  if (decision->to_type != NULL)
    append_string (json, "to_type", decision->to_type);
  if (decision->to_key != NULL)
    append_string (json, "to_key", decision->to_key);
  if (decision->to_name != NULL)
    append_string (json, "to_name", decision->to_name);
  append_digest (json, "to_sha256", decision->to_digest);
  append_number (json, "made", decision->made);
  g_string_append_c (json, '}');
}

/**
 * tl_export_line_end_act:
 * @json: what to append to
 *
 * Ends the line.
 */
void
tl_export_line_end_act (GString *json)
{
  g_string_append (json, "]}\n");
}

/* ---- reading ---- */

/**
 * tl_export_correction_free:
 * @self: (transfer full): a correction
 */
void
tl_export_correction_free (TlExportCorrection *self)
{
  g_free (self->fact);
  g_free (self->value);
  g_free (self);
}

/**
 * tl_export_decision_free:
 * @self: (transfer full): a decision
 */
void
tl_export_decision_free (TlExportDecision *self)
{
  g_free (self->kind);
  g_free (self->type);
  g_free (self->key);
  g_free (self->name);
  g_free (self->to_type);
  g_free (self->to_key);
  g_free (self->to_name);
  g_clear_pointer (&self->digest, g_bytes_unref);
  g_clear_pointer (&self->to_digest, g_bytes_unref);
  g_free (self);
}

/**
 * tl_export_line_free:
 * @self: (transfer full): a line
 */
void
tl_export_line_free (TlExportLine *self)
{
  g_clear_object (&self->article);
  g_clear_pointer (&self->digest, g_bytes_unref);
  g_clear_pointer (&self->corrections, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->official, g_array_unref);
  g_clear_pointer (&self->table, g_free);
  g_free (self);
}

static char *
dup_long_string (JsonObject *object,
                 const char *key,
                 gsize       size)
{
  const char *value = tl_json_get_string (object, key);

  return value != NULL && strlen (value) <= size ? g_strdup (value) : NULL;
}

static char *
dup_string (JsonObject *object,
            const char *key)
{
  return dup_long_string (object, key, MAX_STRING);
}

static gint64
get_number (JsonObject *object,
            const char *key)
{
  double number = tl_json_get_number (object, key);

  return number >= 0 && number < 1e15 ? (gint64) number : 0;
}

/* Nothing was decided tomorrow: it would hold against all that is decided until then. */
static gint64
get_made (JsonObject *object)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 made = get_number (object, "made");

  return MIN (made, now);
}

static gboolean
get_boolean (JsonObject *object,
             const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static GBytes *
get_digest (JsonObject *object,
            const char *key)
{
  const char *value = tl_json_get_string (object, key);
  guint8 bytes[DIGEST_SIZE];

  if (value == NULL || strlen (value) != 2 * DIGEST_SIZE)
    return NULL;
  for (guint i = 0; i < DIGEST_SIZE; i++)
    {
      int high = g_ascii_xdigit_value (value[2 * i]);
      int low = g_ascii_xdigit_value (value[2 * i + 1]);

      if (high < 0 || low < 0)
        return NULL;
      bytes[i] = (guint8) (high * 16 + low);
    }
  return g_bytes_new (bytes, sizeof bytes);
}

/* The objects in a list; %NULL where there is none, or one that nobody would write. */
static JsonArray *
get_list (JsonObject *object,
          const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) <= MAX_ITEMS ? array : NULL;
}

static JsonObject *
get_item (JsonArray *array,
          guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
read_corrections (JsonObject   *object,
                  TlExportLine *line)
{
  JsonArray *array = get_list (object, "corrections");

  line->corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_correction_free);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *item = get_item (array, i);
      g_autoptr(TlExportCorrection) correction = g_new0 (TlExportCorrection, 1);

      if (item == NULL)
        continue;
      correction->fact = dup_string (item, "fact");
      correction->value = dup_long_string (item, "value", MAX_CORRECTION);
      correction->made = get_made (item);
      correction->is_undone = get_boolean (item, "undone");
      if (correction->fact != NULL)
        g_ptr_array_add (line->corrections, g_steal_pointer (&correction));
    }
}

static gboolean
read_article (JsonObject    *object,
              TlExportLine  *line,
              GError       **error)
{
  line->kind = TL_EXPORT_LINE_ARTICLE;
  line->article = tl_article_new_from_object (object, error);
  if (line->article == NULL)
    return FALSE;
  if (*tl_article_get_text (line->article) == '\0' ||
      strlen (tl_article_get_text (line->article)) > TL_DOCUMENT_MAX_TEXT)
    {
      g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON,
                           _("The article has no text, or too much of it"));
      return FALSE;
    }
  line->digest = get_digest (object, "sha256");
  line->added = get_number (object, "added");
  line->reading_version = (guint) MIN (get_number (object, "reading_version"), G_MAXINT32);
  read_corrections (object, line);
  return TRUE;
}

static TlExportDecision *
read_decision (JsonObject *object)
{
  g_autoptr(TlExportDecision) decision = g_new0 (TlExportDecision, 1);

  decision->kind = dup_string (object, "decision");
  decision->type = dup_string (object, "type");
  decision->key = dup_string (object, "key");
  decision->name = dup_string (object, "name");
  decision->digest = get_digest (object, "sha256");
  decision->to_type = dup_string (object, "to_type");
  decision->to_key = dup_string (object, "to_key");
  decision->to_name = dup_string (object, "to_name");
  decision->to_digest = get_digest (object, "to_sha256");
  decision->made = get_made (object);
  if (decision->kind == NULL || decision->type == NULL || decision->key == NULL || decision->name == NULL)
    return NULL;
  return g_steal_pointer (&decision);
}

static gboolean
read_act (JsonObject    *object,
          TlExportLine  *line,
          GError       **error)
{
  JsonArray *array = get_list (object, "decisions");

  line->kind = TL_EXPORT_LINE_ACT;
  line->is_undone = get_boolean (object, "undone");
  line->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_export_decision_free);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *item = get_item (array, i);
      TlExportDecision *decision = item != NULL ? read_decision (item) : NULL;

      if (decision != NULL)
        g_ptr_array_add (line->decisions, decision);
    }
  if (line->decisions->len > 0)
    return TRUE;
  g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON, _("There is no decision in it"));
  return FALSE;
}

static gboolean
read_official (JsonObject    *object,
               TlExportLine  *line,
               GError       **error)
{
  line->kind = TL_EXPORT_LINE_OFFICIAL;
  line->official = tl_export_official_read (object);
  line->table = dup_string (object, "table");
  line->table_added = get_number (object, "added");
  if (line->official != NULL)
    return TRUE;
  g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON,
                       _("There is no official figure in it"));
  return FALSE;
}

static gboolean
read_head (JsonObject    *object,
           TlExportLine  *line,
           GError       **error)
{
  gint64 version = get_number (object, "version");

  line->kind = TL_EXPORT_LINE_HEAD;
  line->n_articles = (guint) MIN (get_number (object, "articles"), G_MAXINT32);
  if (version >= 1 && version <= TL_EXPORT_VERSION)
    return TRUE;
  g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON,
                       _("The library was exported by a newer version of Tradelines"));
  return FALSE;
}

/**
 * tl_export_line_parse:
 * @json: a line, with or without its end
 * @error: return location for a #TlArticleError
 *
 * Returns: (transfer full) (nullable): the line, or %NULL where it is none that this version
 *   knows
 */
TlExportLine *
tl_export_line_parse (const char  *json,
                      GError     **error)
{
  g_autoptr(TlExportLine) line = g_new0 (TlExportLine, 1);
  g_autoptr(JsonParser) parser = tl_json_parse (json, NULL);
  gboolean succeeded = FALSE;
  JsonObject *object;
  const char *kind;

  if (parser == NULL)
    {
      g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON, _("The line is damaged"));
      return NULL;
    }
  object = json_node_get_object (json_parser_get_root (parser));
  kind = tl_json_get_string (object, "kind");
  if (json_object_has_member (object, "format"))
    succeeded = read_head (object, line, error);
  else if (g_strcmp0 (kind, "article") == 0)
    succeeded = read_article (object, line, error);
  else if (g_strcmp0 (kind, "act") == 0)
    succeeded = read_act (object, line, error);
  else if (g_strcmp0 (kind, "official") == 0)
    succeeded = read_official (object, line, error);
  else
    g_set_error_literal (error, TL_ARTICLE_ERROR, TL_ARTICLE_ERROR_JSON,
                         _("This version of Tradelines does not know what it is"));
  return succeeded ? g_steal_pointer (&line) : NULL;
}
