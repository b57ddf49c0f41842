/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * "META-INF/container.xml" names the package file; that one says what the book is, which
 * files belong to it, and in which order they are read.
 */

#include "tl-epub-package.h"

#include "tl-xml.h"

#include <string.h>

#define MAX_CHAPTERS 10000

typedef struct
{
  TlEpubPackage *package;
  TlXml         *xml;
  char          *folder;        /* owned: that of the package file, with a slash, or "" */
  GHashTable    *members;       /* owned: from id to name */
  GHashTable    *outside;       /* owned: names of covers and tables of contents */
  GHashTable    *used;          /* owned: names that are among the chapters */
  char          *producer;      /* owned, nullable: the program that made the book */
  GPtrArray     *creators;      /* owned */
  char          *publisher;     /* owned, nullable */
} Reading;

static TlXml *
open_member (TlZip       *zip,
             const char  *name,
             GError     **error)
{
  GBytes *bytes = tl_zip_find (zip, name);
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return tl_zip_fail (zip, error), NULL;
  data = g_bytes_get_data (bytes, &length);
  return tl_xml_new (data, length, NULL, error);
}

static char *
find_package (TlZip   *zip,
              GError **error)
{
  g_autoptr(TlXml) xml = open_member (zip, "META-INF/container.xml", error);

  if (xml == NULL)
    return NULL;
  for (TlXmlEvent event; (event = tl_xml_next (xml)) < TL_XML_DONE;)
    {
      const char *path = event == TL_XML_BEGIN && tl_xml_is (xml, "rootfile") ? tl_xml_get (xml, "full-path") : NULL;

      if (path != NULL)
        return g_strdup (path);
    }
  return tl_xml_fail (error), NULL;
}

/* "../text/a%20b.xhtml#top" to the name of a member. */
static char *
resolve (const char *folder,
         const char *address)
{
  g_autofree char *path = g_strndup (address, strcspn (address, "#?"));
  g_autofree char *plain = g_uri_unescape_string (path, NULL);
  g_autofree char *whole = NULL;
  g_autofree char *canonical = NULL;

  if (plain == NULL)
    plain = g_strdup (path);
  whole = g_strconcat ("/", *plain == '/' ? "" : folder, plain, NULL);
  canonical = g_canonicalize_filename (whole, "/");
  return g_strdup (canonical + 1);
}

static void
take_date (Reading *self)
{
  const char *event = tl_xml_get (self->xml, "event");
  gboolean is_other = event != NULL && strcmp (event, "publication") != 0 &&
                      strcmp (event, "original-publication") != 0;
  g_autofree char *text = tl_xml_dup_text (self->xml);

  if (!is_other)
    tl_entry_take_day (&self->package->facts, text);
}

static void
take_contributor (Reading *self)
{
  gboolean is_producer = g_strcmp0 (tl_xml_get (self->xml, "role"), "bkp") == 0;
  g_autofree char *text = tl_xml_dup_text (self->xml);

  if (is_producer && self->producer == NULL)
    self->producer = g_steal_pointer (&text);
}

static gboolean
is_periodical (const char *text)
{
  static const char *const words[] = { "periodical", "newspaper", "magazine", "news" };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
take_meta (Reading *self)
{
  const char *name = tl_xml_get (self->xml, "name");
  const char *content = tl_xml_get (self->xml, "content");

  if (name != NULL && content != NULL && g_str_has_suffix (name, "publication_type"))
    self->package->is_periodical |= is_periodical (content);
  tl_xml_skip (self->xml);
}

static void
take_metadata (Reading *self)
{
  const char *name = tl_xml_get_name (self->xml);
  TlEntry *facts = &self->package->facts;
  g_autofree char *text = NULL;

  if (g_str_equal (name, "date"))
    take_date (self);
  else if (g_str_equal (name, "contributor"))
    take_contributor (self);
  else if (g_str_equal (name, "meta"))
    take_meta (self);
  else if (g_str_equal (name, "creator"))
    g_ptr_array_add (self->creators, tl_xml_dup_text (self->xml));
  else if (g_str_equal (name, "publisher") && self->publisher == NULL)
    self->publisher = tl_xml_dup_text (self->xml);
  else if (g_str_equal (name, "title"))
    tl_entry_take_name (facts, TL_FACT_TITLE, text = tl_xml_dup_text (self->xml));
  else if (g_str_equal (name, "language"))
    tl_entry_take_language (facts, text = tl_xml_dup_text (self->xml));
  else if (g_str_equal (name, "source"))
    tl_entry_take_address (facts, text = tl_xml_dup_text (self->xml), NULL);
  else if (g_str_equal (name, "type") || g_str_equal (name, "subject"))
    self->package->is_periodical |= is_periodical (text = tl_xml_dup_text (self->xml));
}

static gboolean
has_word (const char *list,
          const char *word)
{
  g_auto(GStrv) words = g_strsplit (list != NULL ? list : "", " ", -1);

  return g_strv_contains ((const char *const *) words, word);
}

static void
take_member (Reading *self)
{
  const char *id = tl_xml_get (self->xml, "id");
  const char *address = tl_xml_get (self->xml, "href");
  char *name;

  if (id == NULL || address == NULL)
    return;
  name = resolve (self->folder, address);
  if (has_word (tl_xml_get (self->xml, "properties"), "nav"))
    g_hash_table_add (self->outside, g_strdup (name));
  g_hash_table_replace (self->members, g_strdup (id), name);
}

static void
take_chapter (Reading *self)
{
  const char *id = tl_xml_get (self->xml, "idref");
  const char *name = id != NULL ? g_hash_table_lookup (self->members, id) : NULL;

  if (name != NULL && g_strcmp0 (tl_xml_get (self->xml, "linear"), "no") != 0 &&
      self->package->chapters->len < MAX_CHAPTERS && g_hash_table_add (self->used, (char *) name))
    g_ptr_array_add (self->package->chapters, g_strdup (name));
}

static void
take_reference (Reading *self)
{
  const char *type = tl_xml_get (self->xml, "type");
  const char *address = tl_xml_get (self->xml, "href");

  if (type != NULL && address != NULL &&
      (g_str_equal (type, "cover") || g_str_equal (type, "title-page") || g_str_equal (type, "toc")))
    g_hash_table_add (self->outside, resolve (self->folder, address));
}

/* A program's name is neither an author's nor a publisher's. */
static gboolean
is_producer (Reading    *self,
             const char *name)
{
  return self->producer != NULL && *name != '\0' && g_str_has_prefix (self->producer, name);
}

static void
finish (Reading *self)
{
  TlEntry *facts = &self->package->facts;
  GPtrArray *chapters = self->package->chapters;

  if (self->publisher != NULL && !is_producer (self, self->publisher))
    tl_entry_take_name (facts, TL_FACT_PUBLISHER, self->publisher);
  for (guint i = 0; i < self->creators->len; i++)
    if (!is_producer (self, g_ptr_array_index (self->creators, i)))
      tl_entry_add_author (facts, g_ptr_array_index (self->creators, i));
  for (guint i = chapters->len; i-- > 0;)
    if (g_hash_table_contains (self->outside, g_ptr_array_index (chapters, i)))
      g_ptr_array_remove_index (chapters, i);
}

static gboolean
read_package (Reading  *self,
              GError  **error)
{
  static const struct
  {
    const char *element;
    void      (*take) (Reading *self);
  } elements[] = {
    { "item", take_member }, { "itemref", take_chapter }, { "reference", take_reference },
  };
  gboolean is_in_metadata = FALSE;

  for (TlXmlEvent event; (event = tl_xml_next (self->xml)) != TL_XML_DONE;)
    {
      if (event == TL_XML_BROKEN)
        return tl_xml_fail (error);
      if (event != TL_XML_TEXT && tl_xml_is (self->xml, "metadata"))
        is_in_metadata = event == TL_XML_BEGIN;
      else if (event == TL_XML_BEGIN && is_in_metadata)
        take_metadata (self);
      for (guint i = 0; event == TL_XML_BEGIN && !is_in_metadata && i < G_N_ELEMENTS (elements); i++)
        if (tl_xml_is (self->xml, elements[i].element))
          elements[i].take (self);
    }
  finish (self);
  return TRUE;
}

static void
reading_clear (Reading *self)
{
  g_free (self->folder);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->outside);
  g_hash_table_unref (self->used);
  g_free (self->producer);
  g_free (self->publisher);
  g_ptr_array_unref (self->creators);
}

/**
 * tl_epub_package_read:
 * @self: (out caller-allocates): what the package tells
 * @zip: the book
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether there is a package that can be read
 */
gboolean
tl_epub_package_read (TlEpubPackage  *self,
                      TlZip          *zip,
                      GError        **error)
{
  g_autofree char *name = find_package (zip, error);
  g_autoptr(TlXml) xml = name != NULL ? open_member (zip, name, error) : NULL;
  Reading reading = { .package = self, .xml = xml };
  const char *slash;
  gboolean succeeded;

  *self = (TlEpubPackage) { .facts.provenance = TL_PROVENANCE_PROPERTIES };
  if (xml == NULL)
    return FALSE;
  slash = strrchr (name, '/');
  self->chapters = g_ptr_array_new_with_free_func (g_free);
  reading.folder = slash != NULL ? g_strndup (name, (gsize) (slash + 1 - name)) : g_strdup ("");
  reading.members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reading.outside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.used = g_hash_table_new (g_str_hash, g_str_equal);
  reading.creators = g_ptr_array_new_with_free_func (g_free);
  succeeded = read_package (&reading, error);
  reading_clear (&reading);
  return succeeded;
}

/**
 * tl_epub_package_clear:
 * @self: what the package tells
 *
 * Frees what @self holds.
 */
void
tl_epub_package_clear (TlEpubPackage *self)
{
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  tl_entry_clear (&self->facts);
}
