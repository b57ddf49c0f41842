/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What pages tell of themselves in JSON after schema.org.  A page may describe many things:
 * its site, the path to it, pictures, other articles; the one that is meant is looked for
 * among all of them, and what it refers to by "@id", wherever that stands.
 */

#include "tl-json-ld.h"

#include "tl-json-mend.h"
#include "tl-page-title.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The most data of one page. */
#define MAX_SIZE (4 * 1024 * 1024)

/* The most scripts, and values in them, that are read. */
#define MAX_SCRIPTS 200

/* The most objects that are looked at. */
#define MAX_OBJECTS 2000

/* The most elements of a list of names. */
#define MAX_NAMES 32

/* How deep lists and objects nest in a list of names. */
#define MAX_NAME_DEPTH 6

typedef enum
{
  RANK_NONE,
  RANK_PAGE,                    /* the page itself, of whatever it tells */
  RANK_WORK,                    /* a video, a review, a work of some other kind */
  RANK_ARTICLE,
} Rank;

typedef struct
{
  JsonObject *object;
  Rank        rank;
  gboolean    is_inside;        /* stands in another's list: of what else there is to read */
} Thing;

struct _TlJsonLd
{
  GPtrArray  *parsers;          /* of JsonParser; own the objects */
  GArray     *things;           /* of Thing */
  GHashTable *by_id;            /* from "@id" to JsonObject */
  gsize       size;
};

/**
 * tl_json_ld_new:
 *
 * Returns: (transfer full): no data
 */
TlJsonLd *
tl_json_ld_new (void)
{
  TlJsonLd *self = g_new0 (TlJsonLd, 1);

  self->parsers = g_ptr_array_new_with_free_func (g_object_unref);
  self->things = g_array_new (FALSE, FALSE, sizeof (Thing));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * tl_json_ld_free:
 * @self: data
 *
 * Frees them.
 */
void
tl_json_ld_free (TlJsonLd *self)
{
  g_hash_table_unref (self->by_id);
  g_array_unref (self->things);
  g_ptr_array_unref (self->parsers);
  g_free (self);
}

static const char *
get_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

/* A string, the first of a list of strings, or the "@value" of what is one. */
static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *inner = json_node_get_object (node);
      const char *value = get_string (json_object_get_member (inner, "@value"));

      return value != NULL ? value : get_string (json_object_get_member (inner, "name"));
    }
  return get_string (node);
}

static Rank
rank_name (const char *type)
{
  static const char *const works[] = {
    "CreativeWork", "VideoObject", "Review", "Report", "PressRelease", "Event", "Recipe", "PodcastEpisode",
    "ImageGallery", "MediaGallery", "QAPage", "Message",
  };
  const char *name = strrchr (type, '/');

  name = name != NULL ? name + 1 : type;
  name = strchr (name, ':') != NULL ? strchr (name, ':') + 1 : name;
  if (g_str_has_suffix (name, "Article") || g_str_has_suffix (name, "BlogPosting") || g_str_equal (name, "BlogPost") ||
      g_str_has_suffix (name, "NewsStory") || g_str_equal (name, "SocialMediaPosting"))
    return RANK_ARTICLE;
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (g_str_equal (name, works[i]))
      return RANK_WORK;
  return g_str_has_suffix (name, "Page") ? RANK_PAGE : RANK_NONE;
}

static Rank
rank_object (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "@type");
  Rank rank = RANK_NONE;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *types = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (types) && i < MAX_NAMES; i++)
        {
          const char *type = get_string (json_array_get_element (types, i));

          if (type != NULL)
            rank = MAX (rank, rank_name (type));
        }
      return rank;
    }
  return get_string (node) != NULL ? rank_name (get_string (node)) : RANK_NONE;
}

/* Members whose objects are not what the page is about. */
static gboolean
leads_elsewhere (const char *member)
{
  static const char *const members[] = {
    "itemListElement", "hasPart", "mentions", "citation", "comment", "isRelatedTo", "relatedLink", "isBasedOn",
    "blogPost", "significantLink", "about", "review", "video", "image", "potentialAction", "subjectOf", "itemReviewed",
    "liveBlogUpdate", "recordedAt", "associatedMedia", "suggestedAnswer", "publication",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (member, members[i]))
      return TRUE;
  return FALSE;
}

static void take_node (TlJsonLd *self,
                       JsonNode *node,
                       gboolean  is_inside);

static void
take_object (TlJsonLd   *self,
             JsonObject *object,
             gboolean    is_inside)
{
  Thing thing = { object, rank_object (object), is_inside };
  const char *id = get_string (json_object_get_member (object, "@id"));
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  if (self->things->len >= MAX_OBJECTS)
    return;
  g_array_append_val (self->things, thing);
  /* Of what has an id, one place says what it is, and others only refer to it. */
  if (id != NULL && (json_object_has_member (object, "name") || json_object_has_member (object, "familyName")) &&
      !g_hash_table_contains (self->by_id, id))
    g_hash_table_insert (self->by_id, (char *) id, object);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    take_node (self, node, is_inside || leads_elsewhere (member));
}

/* The mender bounds the depth. */
static void
take_node (TlJsonLd *self,
           JsonNode *node,
           gboolean  is_inside)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    take_object (self, json_node_get_object (node), is_inside);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && self->things->len < MAX_OBJECTS; i++)
        take_node (self, json_array_get_element (array, i), is_inside);
    }
}

/**
 * tl_json_ld_add:
 * @self: data
 * @text: the text of a script; anything but JSON is passed over
 *
 * Adds what a script tells.
 */
void
tl_json_ld_add (TlJsonLd   *self,
                const char *text)
{
  g_autoptr(GPtrArray) values = NULL;
  gsize length = strlen (text);

  if (length > MAX_SIZE - self->size || self->things->len >= MAX_OBJECTS || self->parsers->len >= MAX_SCRIPTS)
    return;
  self->size += length;
  values = tl_json_mend (text);
  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr(JsonParser) parser = json_parser_new_immutable ();

      if (!json_parser_load_from_data (parser, g_ptr_array_index (values, i), -1, NULL) ||
          json_parser_get_root (parser) == NULL)
        continue;
      take_node (self, json_parser_get_root (parser), FALSE);
      g_ptr_array_add (self->parsers, g_steal_pointer (&parser));
    }
}

static const char *
get_title (JsonObject *object)
{
  const char *title = get_text (object, "headline");

  return title != NULL ? title : get_text (object, "name");
}

static const char *
get_address (JsonObject *object)
{
  static const char *const members[] = { "mainEntityOfPage", "url", "@id" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonNode *node = json_object_get_member (object, members[i]);
      const char *address = get_string (node);

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObject *page = json_node_get_object (node);

          address = get_text (page, "@id");
          if (address == NULL)
            address = get_text (page, "url");
        }
      if (address != NULL && g_str_has_prefix (address, "http"))
        return address;
    }
  return NULL;
}

/* How likely the page is about it. */
static guint
weigh_thing (const Thing *thing,
             const char  *title,
             const char  *address)
{
  const char *own_title = get_title (thing->object);
  const char *own_address = get_address (thing->object);
  guint weight = thing->rank * 2;

  if (thing->rank == RANK_NONE)
    return 0;
  if (!thing->is_inside)
    weight += 8;
  if (title != NULL && own_title != NULL && tl_page_title_is_like (title, own_title))
    weight += 6;
  if (address != NULL && own_address != NULL && g_str_has_prefix (own_address, address))
    weight += 2;
  if (json_object_has_member (thing->object, "datePublished"))
    weight += 1;
  if (json_object_has_member (thing->object, "author"))
    weight += 1;
  return weight;
}

/* What an object refers to by its "@id" where it says no more. */
static JsonObject *
resolve (TlJsonLd   *self,
         JsonObject *object)
{
  const char *id = get_string (json_object_get_member (object, "@id"));
  JsonObject *whole = NULL;

  if (id != NULL && !json_object_has_member (object, "name"))
    whole = g_hash_table_lookup (self->by_id, id);
  return whole != NULL ? whole : object;
}

static gboolean
is_body (JsonObject *object)
{
  const char *type = get_text (object, "@type");

  return type != NULL && g_str_has_suffix (type, "Organization");
}

/* "givenName" and "familyName" */
static char *
join_name (JsonObject *object)
{
  const char *given = get_text (object, "givenName");
  const char *family = get_text (object, "familyName");

  return given != NULL && family != NULL ? g_strdup_printf ("%s %s", given, family) : NULL;
}

static guint tell_names (TlJsonLd   *self,
                         JsonNode   *node,
                         TlClueKind  kind,
                         guint       trust,
                         guint       depth,
                         TlClues    *clues);

static guint
tell_name (TlClues    *clues,
           TlClueKind  kind,
           guint       trust,
           const char *name)
{
  if (name == NULL || *name == '\0')
    return 0;
  tl_clues_add (clues, kind, TL_PROVENANCE_JSON_LD, trust, name, NULL);
  return 1;
}

static guint
tell_named (TlJsonLd   *self,
            JsonObject *object,
            TlClueKind  kind,
            guint       trust,
            guint       depth,
            TlClues    *clues)
{
  JsonNode *list = json_object_get_member (object, "@list");
  JsonObject *whole = resolve (self, object);
  g_autofree char *joined = NULL;
  guint n;

  if (list != NULL)
    return tell_names (self, list, kind, trust, depth, clues);
  if (kind == TL_CLUE_AUTHOR && (is_body (object) || is_body (whole)))
    kind = TL_CLUE_AUTHOR_BODY;
  n = tell_names (self, json_object_get_member (whole, "name"), kind, trust, depth, clues);
  if (n == 0)
    n = tell_name (clues, kind, trust, get_string (json_object_get_member (object, "@value")));
  if (n > 0)
    return n;
  joined = join_name (whole);
  return tell_name (clues, kind, trust, joined);
}

/* Names of people and bodies: strings, objects, or lists of either, as deep as pages put them.
 * Returns: how many */
static guint
tell_names (TlJsonLd   *self,
            JsonNode   *node,
            TlClueKind  kind,
            guint       trust,
            guint       depth,
            TlClues    *clues)
{
  JsonObject *whole;
  guint n = 0;

  if (node == NULL || depth > MAX_NAME_DEPTH)
    return 0;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), MAX_NAMES); i++)
        n += tell_names (self, json_array_get_element (array, i), kind, trust, depth + 1, clues);
      return n;
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    return tell_named (self, json_node_get_object (node), kind, trust, depth + 1, clues);
  if (get_string (node) == NULL)
    return 0;
  /* An "@id", where an object with one belongs. */
  whole = g_hash_table_lookup (self->by_id, get_string (node));
  return whole != NULL && depth <= 1 ? tell_named (self, whole, kind, trust, depth + 1, clues)
                                     : tell_name (clues, kind, trust, get_string (node));
}

static void
tell_thing (TlJsonLd    *self,
            const Thing *thing,
            gboolean     is_sure,
            TlClues     *clues)
{
  JsonObject *object = thing->object;
  gboolean is_article = thing->rank == RANK_ARTICLE;
  guint trust = is_article && is_sure ? 8 : thing->rank == RANK_PAGE ? 3 : 5;

  if (thing->rank != RANK_PAGE)
    {
      const char *headline = get_text (object, "headline");

      tl_clues_add (clues, TL_CLUE_TITLE, TL_PROVENANCE_JSON_LD, trust, headline, NULL);
      if (headline == NULL)
        tl_clues_add (clues, TL_CLUE_TITLE, TL_PROVENANCE_JSON_LD, trust - 2, get_text (object, "name"), NULL);
    }
  if (tell_names (self, json_object_get_member (object, "author"), TL_CLUE_AUTHOR, trust, 0, clues) == 0)
    tell_names (self, json_object_get_member (object, "creator"), TL_CLUE_AUTHOR, trust - 1, 0, clues);
  tell_names (self, json_object_get_member (object, "publisher"), TL_CLUE_PUBLISHER, trust, 0, clues);
  tl_clues_add (clues, TL_CLUE_PUBLISHED, TL_PROVENANCE_JSON_LD, trust, get_text (object, "datePublished"), NULL);
  if (!json_object_has_member (object, "datePublished"))
    {
      tl_clues_add (clues, TL_CLUE_PUBLISHED, TL_PROVENANCE_JSON_LD, trust - 2, get_text (object, "dateCreated"),
                    NULL);
      tl_clues_add (clues, TL_CLUE_PUBLISHED, TL_PROVENANCE_JSON_LD, trust - 2, get_text (object, "uploadDate"),
                    NULL);
    }
  tl_clues_add (clues, TL_CLUE_MODIFIED, TL_PROVENANCE_JSON_LD, trust, get_text (object, "dateModified"), NULL);
  tl_clues_add (clues, TL_CLUE_ADDRESS, TL_PROVENANCE_JSON_LD, is_sure ? 4 : 1, get_address (object), NULL);
  tl_clues_add (clues, TL_CLUE_LANGUAGE, TL_PROVENANCE_JSON_LD, trust, get_text (object, "inLanguage"), NULL);
}

/* The names of the site and of who runs it. */
static void
tell_site (TlJsonLd *self,
           TlClues  *clues)
{
  static const char *const types[] = { "WebSite", "NewsMediaOrganization" };

  for (guint i = 0; i < self->things->len; i++)
    {
      const Thing *thing = &g_array_index (self->things, Thing, i);
      const char *type = get_text (thing->object, "@type");

      for (guint j = 0; type != NULL && j < G_N_ELEMENTS (types); j++)
        if (g_str_has_suffix (type, types[j]))
          tl_clues_add (clues, TL_CLUE_SITE, TL_PROVENANCE_JSON_LD, 3, get_text (thing->object, "name"), NULL);
    }
}

/**
 * tl_json_ld_tell:
 * @self: data
 * @title: (nullable): what else is said to be the title, to know the page's article by
 * @address: (nullable): its address, as far as known
 * @clues: where to put what the data tell
 *
 * Looks for the article of the page and tells what is said of it.
 */
void
tl_json_ld_tell (TlJsonLd   *self,
                 const char *title,
                 const char *address,
                 TlClues    *clues)
{
  const Thing *best = NULL, *page = NULL;
  guint best_weight = 0;

  for (guint i = 0; i < self->things->len; i++)
    {
      const Thing *thing = &g_array_index (self->things, Thing, i);
      guint weight = weigh_thing (thing, title, address);

      if (thing->rank == RANK_PAGE && !thing->is_inside && page == NULL)
        page = thing;
      if (weight > best_weight)
        {
          best = thing;
          best_weight = weight;
        }
    }
  /* One of a list is told of only where it has the page's title. */
  if (best != NULL && (!best->is_inside || best_weight >= 10))
    tell_thing (self, best, best_weight >= 8, clues);
  if (page != NULL && page != best)
    tell_thing (self, page, TRUE, clues);
  tell_site (self, clues);
}
