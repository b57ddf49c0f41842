/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Feeds: RSS of all versions, the one in RDF too, and Atom.  Each entry is an article;
 * what the feed says of itself, its name above all, holds for all of them.  A feed that
 * breaks off is read as far as it goes.
 */

#include "tl-feed-reader.h"

#include "tl-entry.h"
#include "tl-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CONTENT_SPACE "http://purl.org/rss/1.0/modules/content/"

typedef struct
{
  TlXml        *xml;
  const TlPart *part;
  TlDelivery   *delivery;
  char         *title;          /* owned, nullable: the feed's */
  char         *link;           /* owned, nullable: where the feed's page is */
  char         *language;       /* owned, nullable */
  guint         n_entries;
} Feed;

/* An entry, and what is only known when all of it was read. */
typedef struct
{
  TlEntry  entry;
  char    *title;
  char    *source;              /* who published it where the feed only gathers */
  char    *link;
  char    *id;                  /* an address, perhaps */
  char    *days[3];             /* the surest first: published, dated, changed */
  char    *content;
  char    *summary;
  gboolean is_plain;            /* the content is said to be text */
  GPtrArray *authors;
} Item;

static void
feed_clear (Feed *feed)
{
  g_free (feed->title);
  g_free (feed->link);
  g_free (feed->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Feed, feed_clear)

static void
item_clear (Item *item)
{
  tl_entry_clear (&item->entry);
  g_free (item->title);
  g_free (item->source);
  g_free (item->link);
  g_free (item->id);
  for (guint i = 0; i < G_N_ELEMENTS (item->days); i++)
    g_free (item->days[i]);
  g_free (item->content);
  g_free (item->summary);
  g_clear_pointer (&item->authors, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Item, item_clear)

/* Keeps the first value that there is. */
static void
keep (char **place,
      char  *value)
{
  if (*place == NULL && *value != '\0')
    *place = value;
  else
    g_free (value);
}

/* Modules for pictures, broadcasts and maps have names that are like those of feeds. */
static gboolean
is_of_feed (TlXml *xml)
{
  const char *space = tl_xml_get_space (xml);

  return *space == '\0' || strstr (space, "rss") != NULL || strstr (space, "atom") != NULL ||
         strstr (space, "Atom") != NULL || strstr (space, "purl.org/dc/") != NULL ||
         strstr (space, "feedburner") != NULL || strstr (space, "netscape") != NULL ||
         strstr (space, "/xhtml") != NULL;
}

static gboolean
is_media (TlXml *xml)
{
  return strstr (tl_xml_get_space (xml), "search.yahoo.com") != NULL;
}

/* Atom has many links to one entry; the one without a relation is the entry itself. */
static void
read_link (Feed  *feed,
           char **place)
{
  const char *relation = tl_xml_get (feed->xml, "rel");
  g_autofree char *address = g_strdup (tl_xml_get (feed->xml, "href"));
  gboolean is_own = relation == NULL || strcmp (relation, "alternate") == 0;
  g_autofree char *text = tl_xml_dup_text (feed->xml);

  if (address == NULL || *address == '\0')
    keep (place, g_steal_pointer (&text));
  else if (is_own)
    keep (place, g_steal_pointer (&address));
}

/* "jane@example.org (Jane Roe)", or a person with a name. */
static void
read_author (Feed      *feed,
             GPtrArray *authors)
{
  g_autofree char *text = NULL;
  GString *direct = g_string_new (NULL);

  for (TlXmlEvent event; (event = tl_xml_next (feed->xml)) == TL_XML_BEGIN || event == TL_XML_TEXT;)
    {
      if (event == TL_XML_TEXT)
        g_string_append (direct, tl_xml_get_text (feed->xml));
      else if (tl_xml_is (feed->xml, "name") && text == NULL)
        text = tl_xml_dup_text (feed->xml);
      else
        tl_xml_skip (feed->xml);
    }
  if (text == NULL)
    text = g_strstrip (g_string_free (direct, FALSE));
  else
    g_string_free (direct, TRUE);
  g_ptr_array_add (authors, g_steal_pointer (&text));
}

/* In Atom markup may stand there as markup. */
static char *
read_content (Feed *feed,
              gboolean *is_plain)
{
  const char *type = tl_xml_get (feed->xml, "type");

  if (tl_xml_get (feed->xml, "src") != NULL)
    {
      tl_xml_skip (feed->xml);
      return g_strdup ("");
    }
  *is_plain = type != NULL && strcmp (type, "text") == 0;
  if (type != NULL && (strcmp (type, "xhtml") == 0 || strcmp (type, "application/xhtml+xml") == 0))
    return tl_xml_dup_markup (feed->xml);
  return tl_xml_dup_text (feed->xml);
}

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  return g_strv_contains (names, name);
}

/* "source" names where an entry was first; in Atom with all that a feed has. */
static char *
read_source (Feed *feed)
{
  g_autofree char *title = NULL;
  GString *direct = g_string_new (NULL);

  for (TlXmlEvent event; (event = tl_xml_next (feed->xml)) == TL_XML_BEGIN || event == TL_XML_TEXT;)
    {
      if (event == TL_XML_TEXT)
        g_string_append (direct, tl_xml_get_text (feed->xml));
      else if (tl_xml_is (feed->xml, "title") && title == NULL)
        title = tl_xml_dup_text (feed->xml);
      else
        tl_xml_skip (feed->xml);
    }
  if (title == NULL)
    return g_strstrip (g_string_free (direct, FALSE));
  g_string_free (direct, TRUE);
  return g_steal_pointer (&title);
}

static void
read_identity (Feed *feed,
               Item *item)
{
  const char *is_link = tl_xml_get (feed->xml, "isPermaLink");
  gboolean is_address = is_link == NULL || strcmp (is_link, "false") != 0;
  g_autofree char *id = tl_xml_dup_text (feed->xml);

  if (is_address && strstr (id, "://") != NULL)
    keep (&item->id, g_steal_pointer (&id));
}

static void
read_item_content (Feed       *feed,
                   Item       *item,
                   const char *name)
{
  gboolean is_plain = FALSE;
  char *content;

  if (is_one_of (name, (const char *const[]) { "encoded", "content", "body", NULL }))
    {
      content = g_str_equal (name, "body") ? tl_xml_dup_markup (feed->xml) : read_content (feed, &is_plain);
      item->is_plain |= is_plain;
      keep (&item->content, content);
    }
  else
    keep (&item->summary, read_content (feed, &is_plain));
}

static void
read_item_element (Feed *feed,
                   Item *item)
{
  TlXml *xml = feed->xml;
  const char *name = tl_xml_get_name (xml);

  if (is_media (xml) || (!is_of_feed (xml) && strcmp (tl_xml_get_space (xml), CONTENT_SPACE) != 0))
    tl_xml_skip (xml);
  else if (g_str_equal (name, "title"))
    keep (&item->title, read_content (feed, &(gboolean) { FALSE }));
  else if (g_str_equal (name, "link"))
    read_link (feed, &item->link);
  else if (g_str_equal (name, "origLink"))
    {
      g_clear_pointer (&item->link, g_free);
      keep (&item->link, tl_xml_dup_text (xml));
    }
  else if (is_one_of (name, (const char *const[]) { "guid", "id", NULL }))
    read_identity (feed, item);
  else if (is_one_of (name, (const char *const[]) { "published", "pubDate", "issued", NULL }))
    keep (&item->days[0], tl_xml_dup_text (xml));
  else if (is_one_of (name, (const char *const[]) { "date", "created", NULL }))
    keep (&item->days[1], tl_xml_dup_text (xml));
  else if (is_one_of (name, (const char *const[]) { "updated", "modified", NULL }))
    keep (&item->days[2], tl_xml_dup_text (xml));
  else if (is_one_of (name, (const char *const[]) { "author", "creator", NULL }))
    read_author (feed, item->authors);
  else if (g_str_equal (name, "source"))
    keep (&item->source, read_source (feed));
  else if (is_one_of (name, (const char *const[]) { "encoded", "content", "body", "description", "summary", NULL }))
    read_item_content (feed, item, name);
  else
    tl_xml_skip (xml);
}

/* Who gathers headlines puts the source behind them: "Headline - Source". */
static void
strip_source (char       *title,
              const char *source)
{
  gsize length = strlen (title);
  gsize n = source != NULL ? strlen (source) : 0;

  if (n > 0 && length > n + 3 && g_str_has_suffix (title, source) && strncmp (title + length - n - 3, " - ", 3) == 0)
    title[length - n - 3] = '\0';
}

static void
finish_item (Feed *feed,
             Item *item)
{
  TlEntry *entry = &item->entry;

  entry->provenance = TL_PROVENANCE_ENTRY;
  if (item->title != NULL)
    strip_source (item->title, item->source);
  tl_entry_take_name (entry, TL_FACT_TITLE, item->title);
  tl_entry_take_name (entry, TL_FACT_PUBLISHER, item->source);
  tl_entry_take_name (entry, TL_FACT_PUBLISHER, feed->title);
  tl_entry_take_address (entry, item->link, feed->link);
  tl_entry_take_address (entry, item->id, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (item->days); i++)
    tl_entry_take_day (entry, item->days[i]);
  for (guint i = 0; i < item->authors->len; i++)
    tl_entry_add_author (entry, g_ptr_array_index (item->authors, i));
  tl_entry_take_text (entry, item->content, !item->is_plain);
  tl_entry_take_text (entry, item->summary, FALSE);
  tl_entry_take_language (entry, feed->language);
}

static gboolean
read_item (Feed    *feed,
           GError **error)
{
  g_auto(Item) item = { 0 };
  g_autofree char *number = g_strdup_printf ("%u", ++feed->n_entries);
  TlXmlEvent event;

  item.authors = g_ptr_array_new_with_free_func (g_free);
  item.entry.provenance = TL_PROVENANCE_ENTRY;
  tl_entry_take_language (&item.entry, tl_xml_get (feed->xml, "lang"));
  keep (&item.id, g_strdup (tl_xml_get (feed->xml, "about") != NULL ? tl_xml_get (feed->xml, "about") : ""));
  while ((event = tl_xml_next (feed->xml)) == TL_XML_BEGIN || event == TL_XML_TEXT)
    if (event == TL_XML_BEGIN)
      read_item_element (feed, &item);
  if (event == TL_XML_BROKEN)
    return tl_xml_fail (error);
  finish_item (feed, &item);
  return tl_entry_deliver (&item.entry, feed->part, number, feed->delivery, error);
}

/* What the feed says of itself. */
static void
read_feed_element (Feed *feed)
{
  const char *name = tl_xml_get_name (feed->xml);

  if (!is_of_feed (feed->xml))
    tl_xml_skip (feed->xml);
  else if (g_str_equal (name, "title"))
    keep (&feed->title, tl_xml_dup_text (feed->xml));
  else if (g_str_equal (name, "link"))
    read_link (feed, &feed->link);
  else if (g_str_equal (name, "language"))
    keep (&feed->language, tl_xml_dup_text (feed->xml));
  else
    tl_xml_skip (feed->xml);
}

static gboolean
read_feed (Feed    *feed,
           GError **error)
{
  for (TlXmlEvent event; (event = tl_xml_next (feed->xml)) != TL_XML_DONE;)
    {
      if (event == TL_XML_BROKEN)
        return tl_xml_fail (error);
      if (event != TL_XML_BEGIN)
        continue;
      if (tl_xml_is (feed->xml, "item") || tl_xml_is (feed->xml, "entry"))
        {
          if (!read_item (feed, error))
            return FALSE;
        }
      else if (tl_xml_is (feed->xml, "rss") || tl_xml_is (feed->xml, "feed") || tl_xml_is (feed->xml, "RDF") ||
               tl_xml_is (feed->xml, "channel"))
        {
          const char *language = tl_xml_get (feed->xml, "lang");

          keep (&feed->language, g_strdup (language != NULL ? language : ""));
        }
      else
        read_feed_element (feed);
    }
  return TRUE;
}

/**
 * tl_feed_reader_read:
 * @part: a feed
 * @delivery: where its articles go
 * @error: return location for a #TlDocumentError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether it could be read to its end, and holds an entry
 */
gboolean
tl_feed_reader_read (const TlPart  *part,
                     TlDelivery    *delivery,
                     GError       **error)
{
  g_autoptr(TlXml) xml = tl_xml_new (part->data, part->length, part->charset, error);
  g_auto(Feed) feed = { .xml = xml, .part = part, .delivery = delivery };

  if (xml == NULL || !read_feed (&feed, error))
    return FALSE;
  if (feed.n_entries > 0)
    return TRUE;
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY, _("There is no article in the feed"));
  return FALSE;
}
