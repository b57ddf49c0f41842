/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What JSON says of articles: what this application exports, schema.org's articles, and
 * JSON Feed.
 */

#include "tl-json-articles.h"

#include "tl-charset-clean.h"
#include "tl-entry.h"
#include "tl-head.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMES 32

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* The name of a person or body, which may be a string, an object, or a list of these. */
static const char *
read_name (JsonNode *node)
{
  const char *name;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  name = get_string (json_node_get_object (node), "name");
  return name != NULL ? name : get_string (json_node_get_object (node), "@value");
}

static const char *
find_name (JsonObject *object,
           const char *member)
{
  JsonArray *array = get_array (object, member);

  if (array != NULL)
    return json_array_get_length (array) > 0 ? read_name (json_array_get_element (array, 0)) : NULL;
  return read_name (json_object_get_member (object, member));
}

static void
add_authors (TlEntry    *entry,
             JsonObject *object,
             const char *member)
{
  JsonArray *array = get_array (object, member);

  if (array == NULL)
    tl_entry_add_author (entry, read_name (json_object_get_member (object, member)));
  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), MAX_NAMES); i++)
    tl_entry_add_author (entry, read_name (json_array_get_element (array, i)));
}

/* Own data */

static void
take_own_facts (JsonObject *object,
                TlEntry    *entry)
{
  JsonObject *origins = get_object (object, "provenance");

  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    {
      const char *name = tl_fact_get_name (fact);
      const char *origin = origins != NULL ? get_string (origins, name) : NULL;

      entry->provenance = origin != NULL ? tl_provenance_from_name (origin) : TL_PROVENANCE_NONE;
      if (entry->provenance == TL_PROVENANCE_INFERRED)
        continue;               /* and will be again */
      if (entry->provenance == TL_PROVENANCE_NONE)
        entry->provenance = TL_PROVENANCE_ENTRY;
      if (fact == TL_FACT_PUBLISHED)
        tl_entry_take_day (entry, get_string (object, name));
      else if (fact == TL_FACT_URL)
        tl_entry_take_address (entry, get_string (object, name), NULL);
      else if (fact == TL_FACT_LANGUAGE)
        tl_entry_take_language (entry, get_string (object, name));
      else
        tl_entry_take_name (entry, fact, get_string (object, name));
    }
}

/* Where it is told, in characters. */
static gsize
find_story (JsonObject *object,
            const char *text)
{
  g_auto(TlHead) head = { NULL };
  JsonNode *node = json_object_get_member (object, "story");
  gint64 story = node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                   ? json_node_get_int (node) : -1;

  if (story >= 0 && story <= g_utf8_strlen (text, -1))
    return (gsize) (g_utf8_offset_to_pointer (text, (glong) story) - text);
  tl_head_find (text, NULL, &head);
  return head.story;
}

static gboolean
read_own (JsonObject    *object,
          const TlPart  *part,
          const char    *name,
          TlDelivery    *delivery,
          GError       **error)
{
  g_auto(TlEntry) entry = { .provenance = TL_PROVENANCE_ENTRY };
  char *text = g_utf8_make_valid (get_string (object, "text"), -1);

  take_own_facts (object, &entry);
  entry.fields.text = tl_charset_clean (text, strlen (text), NULL);
  entry.fields.story = find_story (object, entry.fields.text);
  return tl_entry_deliver (&entry, part, name, delivery, error);
}

/* schema.org */

static gboolean
is_article_type (const char *type)
{
  const char *slash = strrchr (type, '/');
  const char *name = slash != NULL ? slash + 1 : type;

  name = strchr (name, ':') != NULL ? strchr (name, ':') + 1 : name;
  return g_str_has_suffix (name, "Article") || g_str_has_suffix (name, "BlogPosting") ||
         g_str_equal (name, "Report") || g_str_equal (name, "PressRelease");
}

static gboolean
is_article (JsonObject *object)
{
  JsonArray *types = get_array (object, "@type");
  const char *type = get_string (object, "@type");

  if (type != NULL)
    return is_article_type (type);
  for (guint i = 0; types != NULL && i < MIN (json_array_get_length (types), MAX_NAMES); i++)
    {
      type = read_name (json_array_get_element (types, i));
      if (type != NULL && is_article_type (type))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_schema (JsonObject    *object,
             const TlPart  *part,
             const char    *name,
             TlDelivery    *delivery,
             GError       **error)
{
  g_auto(TlEntry) entry = { .provenance = TL_PROVENANCE_JSON_LD };
  JsonObject *page = get_object (object, "mainEntityOfPage");
  const char *body = get_string (object, "articleBody");

  tl_entry_take_name (&entry, TL_FACT_TITLE, find_name (object, "headline"));
  tl_entry_take_name (&entry, TL_FACT_TITLE, find_name (object, "name"));
  tl_entry_take_name (&entry, TL_FACT_PUBLISHER, find_name (object, "publisher"));
  tl_entry_take_name (&entry, TL_FACT_PUBLISHER, find_name (object, "sourceOrganization"));
  add_authors (&entry, object, "author");
  if (entry.fields.author == NULL)
    add_authors (&entry, object, "creator");
  tl_entry_take_address (&entry, get_string (object, "url"), NULL);
  tl_entry_take_address (&entry, get_string (object, "mainEntityOfPage"), NULL);
  if (page != NULL)
    tl_entry_take_address (&entry, get_string (page, "@id"), NULL);
  tl_entry_take_address (&entry, get_string (object, "@id"), NULL);
  tl_entry_take_day (&entry, get_string (object, "datePublished"));
  tl_entry_take_day (&entry, get_string (object, "dateCreated"));
  tl_entry_take_language (&entry, get_string (object, "inLanguage"));
  tl_entry_take_text (&entry, body != NULL ? body : get_string (object, "text"), FALSE);
  if (entry.fields.text == NULL || *entry.fields.text == '\0')
    tl_entry_take_text (&entry, get_string (object, "description"), FALSE);
  return tl_entry_deliver (&entry, part, name, delivery, error);
}

/* JSON Feed */

static void
take_item (TlEntry    *entry,
           JsonObject *item,
           JsonObject *feed)
{
  const char *html = get_string (item, "content_html");

  tl_entry_take_name (entry, TL_FACT_TITLE, get_string (item, "title"));
  tl_entry_take_name (entry, TL_FACT_PUBLISHER, get_string (feed, "title"));
  tl_entry_take_address (entry, get_string (item, "url"), get_string (feed, "home_page_url"));
  tl_entry_take_address (entry, get_string (item, "external_url"), NULL);
  tl_entry_take_address (entry, get_string (item, "id"), NULL);
  tl_entry_take_day (entry, get_string (item, "date_published"));
  add_authors (entry, item, "authors");
  if (entry->fields.author == NULL)
    add_authors (entry, item, "author");
  tl_entry_take_language (entry, get_string (item, "language"));
  tl_entry_take_language (entry, get_string (feed, "language"));
  tl_entry_take_text (entry, html, TRUE);
  if (html == NULL)
    tl_entry_take_text (entry, get_string (item, "content_text"), FALSE);
  if (entry->fields.text == NULL || *entry->fields.text == '\0')
    tl_entry_take_text (entry, get_string (item, "summary"), FALSE);
}

static gboolean
read_feed (JsonObject    *feed,
           const TlPart  *part,
           TlDelivery    *delivery,
           GError       **error)
{
  JsonArray *items = get_array (feed, "items");

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      g_auto(TlEntry) entry = { .provenance = TL_PROVENANCE_ENTRY };
      JsonNode *node = json_array_get_element (items, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        continue;
      take_item (&entry, json_node_get_object (node), feed);
      if (!tl_entry_deliver (&entry, part, number, delivery, error))
        return FALSE;
    }
  return TRUE;
}

/* Lists of things, of which some may be articles. */
static gboolean
read_graph (JsonArray     *graph,
            const TlPart  *part,
            const char    *name,
            TlDelivery    *delivery,
            GError       **error)
{
  for (guint i = 0; i < json_array_get_length (graph); i++)
    {
      JsonNode *node = json_array_get_element (graph, i);
      JsonObject *thing = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *number = g_strdup_printf ("%s%s%u", name != NULL ? name : "", name != NULL ? "/" : "", i + 1);

      if (thing != NULL && get_object (thing, "item") != NULL)
        thing = get_object (thing, "item");
      if (thing != NULL && is_article (thing) && !read_schema (thing, part, number, delivery, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail (JsonObject  *object,
      const char  *name,
      TlDelivery  *delivery,
      GError     **error)
{
  g_autoptr(GError) failure = NULL;

  if (json_object_has_member (object, "figures"))
    g_set_error_literal (&failure, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY,
                         _("The article's text is not among its data; export it with its text"));
  else if (json_object_has_member (object, "file") && get_string (object, "error") != NULL)
    g_set_error (&failure, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY,
                 /* Translators: behind the colon stands a reason, "The file is empty" */
                 _("It could not be read when it was exported: %s"), get_string (object, "error"));
  else
    g_set_error_literal (&failure, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_NOT_TEXT,
                         _("The data describe no article"));
  if (name != NULL)
    return tl_delivery_fail (delivery, name, failure, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * tl_json_articles_read:
 * @object: data
 * @part: the part that they are in
 * @name: (nullable): which of the part's objects it is; %NULL where it is the only one
 * @delivery: where the articles go
 * @error: return location for a #TlDocumentError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether to go on
 */
gboolean
tl_json_articles_read (JsonObject    *object,
                       const TlPart  *part,
                       const char    *name,
                       TlDelivery    *delivery,
                       GError       **error)
{
  const char *version = get_string (object, "version");

  if (is_article (object))
    return read_schema (object, part, name, delivery, error);
  if (get_array (object, "@graph") != NULL)
    return read_graph (get_array (object, "@graph"), part, name, delivery, error);
  if (get_array (object, "itemListElement") != NULL)
    return read_graph (get_array (object, "itemListElement"), part, name, delivery, error);
  if (get_array (object, "items") != NULL && version != NULL && strstr (version, "jsonfeed.org") != NULL)
    return read_feed (object, part, delivery, error);
  if (get_string (object, "text") != NULL)
    return read_own (object, part, name, delivery, error);
  return fail (object, name, delivery, error);
}
