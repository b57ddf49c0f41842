/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person said of figures as JSON, and back: as it stands in a library and in its
 * exports, where anybody may have changed it. */

#include "tl-figure-decision.h"

#include <string.h>

#include "tl-article-private.h"
#include "tl-json.h"
#include "tl-json-node.h"

static const char *const verdict_names[] = {
  [TL_VERDICT_CONFIRM] = "confirm",
  [TL_VERDICT_DISMISS] = "dismiss",
  [TL_VERDICT_EDIT] = "edit",
  [TL_VERDICT_ADD] = "add",
  [TL_VERDICT_AS_READ] = "as-read",
};

static void
append_decision (GString                *json,
                 const TlFigureDecision *decision,
                 const char             *text,
                 TlOffsets              *offsets)
{
  guint start = tl_offsets_to_chars (offsets, decision->span.start);

  g_string_append_printf (json, "{\"verdict\": \"%s\", \"offset\": %u, \"length\": %u, \"key\": ",
                          verdict_names[decision->verdict], start,
                          tl_offsets_to_chars (offsets, decision->span.end) - start);
  tl_json_append_string (json, decision->key);
  g_string_append (json, ", \"figure\": ");
  tl_article_append_figure (json, text, offsets, decision->figure, TRUE);
  g_string_append_c (json, '}');
}

/**
 * tl_figure_decisions_to_json:
 * @decisions: (element-type TlFigureDecision): what is said at once of figures of an article
 * @article: the article
 *
 * Returns: (transfer full): JSON, with offsets in code points of the text
 */
char *
tl_figure_decisions_to_json (GPtrArray *decisions,
                             TlArticle *article)
{
  const char *text = tl_article_get_text (article);
  g_autoptr(TlOffsets) offsets = tl_offsets_new (text, strlen (text));
  GString *json = g_string_new ("{\"figures\": [");

  for (guint i = 0; i < decisions->len; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      append_decision (json, g_ptr_array_index (decisions, i), text, offsets);
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static gboolean
read_verdict (JsonObject *object,
              TlVerdict  *verdict)
{
  const char *name = tl_json_get_string (object, "verdict");

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (verdict_names); i++)
    if (g_str_equal (name, verdict_names[i]))
      {
        *verdict = (TlVerdict) i;
        return TRUE;
      }
  return FALSE;
}

static TlFigureDecision *
read_decision (JsonObject         *object,
               const TlJsonSource *source)
{
  g_autoptr(TlFigureDecision) decision = g_new0 (TlFigureDecision, 1);
  JsonNode *figure = json_object_get_member (object, "figure");

  if (!read_verdict (object, &decision->verdict) || figure == NULL || !JSON_NODE_HOLDS_OBJECT (figure))
    return NULL;
  decision->key = g_strdup (tl_json_get_string (object, "key"));
  decision->span = tl_json_get_span (object, source);
  decision->figure = tl_article_read_figure (json_node_get_object (figure), source);
  return decision->key != NULL && decision->figure != NULL ? g_steal_pointer (&decision) : NULL;
}

/**
 * tl_figure_decisions_read:
 * @decisions: (element-type TlFigureDecision): to append to
 * @json: what tl_figure_decisions_to_json() made
 * @article: an article with the same text
 *
 * Reads what was said; what this version does not know is left out.
 */
void
tl_figure_decisions_read (GPtrArray  *decisions,
                          const char *json,
                          TlArticle  *article)
{
  g_autoptr(JsonParser) parser = tl_json_parse (json, NULL);
  const char *text = tl_article_get_text (article);
  g_autoptr(TlOffsets) offsets = NULL;
  TlJsonSource source;
  JsonNode *node = NULL;
  JsonArray *array;

  if (parser != NULL)
    node = json_object_get_member (json_node_get_object (json_parser_get_root (parser)), "figures");
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  offsets = tl_offsets_new (text, strlen (text));
  source = (TlJsonSource) { text, strlen (text), offsets };
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      TlFigureDecision *decision =
        JSON_NODE_HOLDS_OBJECT (item) ? read_decision (json_node_get_object (item), &source) : NULL;

      if (decision != NULL)
        g_ptr_array_add (decisions, decision);
    }
}
