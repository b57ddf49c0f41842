/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What office documents have in common.  Their text is read like any other; what stands in
 * their properties comes second.  A document's date is when somebody made the file, never
 * when the article in it was published, so it is left alone; its author is whoever typed
 * it, and is taken only where that is a person and the text names nobody.
 */

#include "tl-office.h"

#include "tl-document-words.h"
#include "tl-plain-reader.h"
#include "tl-xml.h"

#include <string.h>

/* Headings that stand further down head a section. */
#define HEADING_ROOM 600

#define MIN_TITLE_WORDS 3
#define MAX_TITLE_SIZE 400
#define MAX_NAME_WORDS 5

/**
 * tl_office_init:
 * @self: (out caller-allocates): a document
 */
void
tl_office_init (TlOffice *self)
{
  *self = (TlOffice) { .flow = tl_text_flow_new () };
}

/**
 * tl_office_clear:
 * @self: a document
 *
 * Frees what @self holds.
 */
void
tl_office_clear (TlOffice *self)
{
  g_clear_pointer (&self->flow, tl_text_flow_free);
  g_clear_pointer (&self->heading, g_free);
  tl_document_fields_clear (&self->properties);
}

static gboolean
is_account (const char *word)
{
  const char *const *names = tl_document_words (TL_DOCUMENT_ACCOUNT_NAMES);
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return g_strv_contains (names, lower);
}

/* Words that begin with a capital, as a name does, and letters only. */
static gboolean
is_person (const char *name)
{
  g_auto(GStrv) words = g_strsplit_set (name, " ,\t", -1);
  guint n_words = 0, n_capitals = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && strchr (" .-',", (int) MIN (c, 0x7f)) == NULL &&
          c != 0x2019)
        return FALSE;
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar first = g_utf8_get_char (words[i]);

      if (is_account (words[i]))
        return FALSE;
      n_words += first != '\0';
      n_capitals += g_unichar_isupper (first);
    }
  return n_words >= 2 && n_words <= MAX_NAME_WORDS && n_capitals >= 2;
}

/* More than a word, and not the name of a file: "Microsoft Word - report_final.doc" */
static gboolean
is_title (const char *title)
{
  static const char *const endings[] = { ".doc", ".docx", ".rtf", ".odt", ".htm", ".html", ".txt", ".dot", ".dotx" };
  g_auto(GStrv) words = g_strsplit_set (title, " \t\n", -1);
  guint n_words = 0;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (title, endings[i]))
      return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    n_words += *words[i] != '\0';
  return n_words >= MIN_TITLE_WORDS && strlen (title) <= MAX_TITLE_SIZE;
}

/**
 * tl_office_take_property:
 * @self: a document
 * @fact: which fact it tells
 * @value: (transfer full): the value of a property
 *
 * Keeps a property, unless it tells nothing: many of them are left as the program set them.
 */
void
tl_office_take_property (TlOffice *self,
                         TlFact    fact,
                         char     *value)
{
  g_autofree char *clean = g_strstrip (g_strdelimit (value, "\n\r\t", ' '));

  switch (fact)
    {
    case TL_FACT_TITLE:
      if (!is_title (clean))
        return;
      break;
    case TL_FACT_AUTHOR:
      if (!is_person (clean))
        return;
      break;
    case TL_FACT_URL:
      if (!g_str_has_prefix (clean, "http://") && !g_str_has_prefix (clean, "https://"))
        return;
      break;
    case TL_FACT_LANGUAGE:
      clean[strcspn (clean, "-_")] = '\0';
      if (strlen (clean) != 2)
        return;
      break;
    case TL_FACT_PUBLISHER:
    case TL_FACT_PUBLISHED:
    default:
      break;
    }
  if (tl_document_fields_get (&self->properties, fact) == NULL)
    tl_document_fields_take (&self->properties, fact, g_steal_pointer (&clean), TL_PROVENANCE_PROPERTIES);
}

/**
 * tl_office_read_properties:
 * @self: a document
 * @bytes: (nullable): its properties after Dublin Core, as docProps/core.xml and meta.xml
 *   have them; what is behind them is not looked at
 *
 * Reads the properties; broken ones are none.
 */
void
tl_office_read_properties (TlOffice *self,
                           GBytes   *bytes)
{
  static const struct
  {
    const char *element;
    TlFact      fact;
  } elements[] = {
    { "title", TL_FACT_TITLE },
    /* In Open Document "creator" is who changed it last. */
    { "initial-creator", TL_FACT_AUTHOR },
    { "creator", TL_FACT_AUTHOR },
    { "publisher", TL_FACT_PUBLISHER },
    { "source", TL_FACT_URL },
    { "language", TL_FACT_LANGUAGE },
  };
  g_autoptr(TlXml) xml = NULL;
  TlXmlEvent event;
  gconstpointer data;
  gsize length;

  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  xml = tl_xml_new (data, length, NULL, NULL);
  if (xml == NULL)
    return;
  while ((event = tl_xml_next (xml)) < TL_XML_DONE)
    {
      if (event == TL_XML_BEGIN && tl_xml_is (xml, "body"))
        break;
      for (guint i = 0; event == TL_XML_BEGIN && i < G_N_ELEMENTS (elements); i++)
        if (tl_xml_is (xml, elements[i].element))
          {
            tl_office_take_property (self, elements[i].fact, tl_xml_dup_text (xml));
            break;
          }
    }
}

/**
 * tl_office_note_heading:
 * @self: a document
 * @start: how long the text was before the paragraph that has just ended
 * @is_title: whether it is marked as the title, not just as a heading
 *
 * Keeps the title, or the first heading that may stand for it.
 */
void
tl_office_note_heading (TlOffice *self,
                        gsize     start,
                        gboolean  is_the_title)
{
  g_autofree char *text = NULL;

  if (self->heading != NULL || start > HEADING_ROOM)
    return;
  text = tl_text_flow_dup_since (self->flow, start);
  if (*text != '\0' && strlen (text) <= MAX_TITLE_SIZE && (is_the_title || start == 0 || is_title (text)))
    self->heading = g_strdelimit (g_steal_pointer (&text), "\n\t", ' ');
}

/* The text's own word first, then the properties'. */
static void
find_facts (TlOffice         *self,
            TlDocumentFields *fields)
{
  tl_plain_reader_find_facts (fields->text, fields);
  if (self->heading != NULL)
    tl_document_fields_take (fields, TL_FACT_TITLE, g_steal_pointer (&self->heading), TL_PROVENANCE_TEXT);
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    {
      const char *value = tl_document_fields_get (&self->properties, fact);

      if (value != NULL && tl_document_fields_get (fields, fact) == NULL)
        tl_document_fields_set (fields, fact, value, TL_PROVENANCE_PROPERTIES);
    }
}

/**
 * tl_office_deliver:
 * @self: a document; its text is finished
 * @part: the part that was read
 * @delivery: where it goes
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether there is a text
 */
gboolean
tl_office_deliver (TlOffice      *self,
                   const TlPart  *part,
                   TlDelivery    *delivery,
                   GError       **error)
{
  g_auto(TlDocumentFields) fields = { NULL };

  fields.text = tl_text_flow_finish (self->flow);
  if (!tl_document_check_size (strlen (fields.text), TL_DOCUMENT_MAX_TEXT, error))
    return FALSE;
  find_facts (self, &fields);
  return tl_delivery_take (delivery, part, &fields, error);
}
