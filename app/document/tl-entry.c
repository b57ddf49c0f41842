/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What feeds and data tell of an article comes in fields, of which any may hold markup,
 * nothing, or what it should not.  The first value that says something is kept.
 */

#include "tl-entry.h"

#include "tl-charset-clean.h"
#include "tl-document-words.h"
#include "tl-html-tree.h"
#include "tl-language.h"
#include "tl-page-article.h"
#include "tl-page-day.h"
#include "tl-page-text.h"
#include "tl-text-flow.h"

#include <string.h>

#define MAX_FACT_SIZE 1000

/**
 * tl_entry_clear:
 * @self: an entry
 *
 * Frees what @self holds.
 */
void
tl_entry_clear (TlEntry *self)
{
  tl_document_fields_clear (&self->fields);
}

static gboolean
has_markup (const char *text)
{
  for (const char *p = text; (p = strpbrk (p, "<&")) != NULL; p++)
    {
      if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!'))
        return TRUE;
      if (*p == '&' && (g_ascii_isalpha (p[1]) || p[1] == '#'))
        return TRUE;
    }
  return FALSE;
}

/* All of it: where the search for an article finds too little, there is nothing but it. */
static char *
write_all (const xmlDoc *document)
{
  g_autoptr(TlPageSurvey) survey = tl_page_survey_new (document);
  g_autofree gboolean *is_kept = g_new (gboolean, survey->blocks->len + 1);

  for (guint i = 0; i < survey->blocks->len; i++)
    is_kept[i] = TRUE;
  return tl_page_write (survey, is_kept);
}

static char *
read_markup (const char *markup,
             const char *title)
{
  g_autofree char *page = g_strconcat ("<html><body><article>", markup, "</article></body></html>", NULL);
  g_autoptr(xmlDoc) document = tl_html_parse ((const guint8 *) page, strlen (page), "UTF-8", NULL);
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;

  if (document == NULL)
    return g_strdup ("");
  text = tl_page_text_find (document, title, NULL);
  all = write_all (document);
  return strlen (text) * 2 >= strlen (all) ? g_steal_pointer (&text) : g_steal_pointer (&all);
}

/* Without markup a line end may be a paragraph's, and two are one surely. */
static char *
read_plain (const char *content)
{
  g_autoptr(TlTextFlow) flow = tl_text_flow_new ();
  g_auto(GStrv) lines = g_strsplit (content, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      tl_text_flow_add (flow, lines[i], strlen (lines[i]));
      tl_text_flow_add_line_break (flow);
    }
  return tl_text_flow_finish (flow);
}

/* A name or a title in one line; NULL where there is none. */
static char *
read_fact (const char *text)
{
  g_autofree char *plain = NULL;
  char *clean;

  if (text == NULL || strlen (text) > MAX_FACT_SIZE * 4)
    return NULL;
  plain = has_markup (text) ? read_markup (text, NULL) : g_strdup (text);
  clean = tl_charset_clean (g_strdup (plain), strlen (plain), NULL);
  g_strdelimit (clean, "\n\t", ' ');
  for (char *p = clean; (p = strstr (p, "  ")) != NULL;)
    memmove (p, p + 1, strlen (p));
  g_strstrip (clean);
  if (*clean == '\0' || strlen (clean) > MAX_FACT_SIZE)
    g_clear_pointer (&clean, g_free);
  return clean;
}

static gboolean
has (TlEntry *self,
     TlFact   fact)
{
  return tl_document_fields_get (&self->fields, fact) != NULL;
}

/**
 * tl_entry_take_name:
 * @self: an entry
 * @fact: its title or its publisher
 * @text: (nullable): what the fact is
 *
 * Keeps a fact in words, unless there is one.
 */
void
tl_entry_take_name (TlEntry    *self,
                    TlFact      fact,
                    const char *text)
{
  if (!has (self, fact))
    tl_document_fields_take (&self->fields, fact, read_fact (text), self->provenance);
}

/* "jane@example.org (Jane Roe)", "Jane Roe <jane@example.org>" */
static char *
strip_mail (char *name)
{
  char *at = strchr (name, '@');
  char *open = strchr (name, '(');
  char *close = strrchr (name, ')');

  if (at == NULL)
    return name;
  if (open != NULL && close > open && open > at)
    {
      *close = '\0';
      memmove (name, open + 1, strlen (open + 1) + 1);
    }
  else
    {
      char *angle = strchr (name, '<');

      name[angle != NULL ? angle - name : 0] = '\0';
    }
  return g_strstrip (name);
}

/**
 * tl_entry_add_author:
 * @self: an entry
 * @text: (nullable): one of those who wrote it
 *
 * Adds an author, unless it is an account, an address, the publisher, or there already.
 */
void
tl_entry_add_author (TlEntry    *self,
                     const char *text)
{
  g_autofree char *name = text != NULL && strchr (text, '@') != NULL ? strip_mail (g_strdup (text)) : read_fact (text);
  g_autofree char *lower = NULL;
  const char *known = self->fields.author;

  if (name == NULL || *name == '\0' || strlen (name) > MAX_FACT_SIZE)
    return;
  if (g_ascii_strncasecmp (name, "by ", 3) == 0)
    memmove (name, name + 3, strlen (name + 3) + 1);
  lower = g_utf8_strdown (name, -1);
  if (g_strv_contains (tl_document_words (TL_DOCUMENT_ACCOUNT_NAMES), lower) ||
      g_strcmp0 (name, self->fields.publisher) == 0 || (known != NULL && strstr (known, name) != NULL))
    return;
  tl_document_fields_take (&self->fields, TL_FACT_AUTHOR,
                           known != NULL ? g_strconcat (known, ", ", name, NULL) : g_strdup (name), self->provenance);
}

static gboolean
is_web_address (const char *address)
{
  return address != NULL && (g_str_has_prefix (address, "http://") || g_str_has_prefix (address, "https://"));
}

/**
 * tl_entry_take_address:
 * @self: an entry
 * @address: (nullable): its address
 * @base: (nullable): the address that this one may be relative to
 *
 * Keeps an address in the web, unless there is one.
 */
void
tl_entry_take_address (TlEntry    *self,
                       const char *address,
                       const char *base)
{
  g_autofree char *clean = address != NULL ? g_strstrip (g_strdup (address)) : NULL;
  g_autofree char *whole = NULL;

  if (clean == NULL || *clean == '\0' || has (self, TL_FACT_URL))
    return;
  /* Other addresses lead nowhere that is kept, and GLib's criticals are some of the answers to them. */
  if (is_web_address (clean) || is_web_address (base))
    whole = g_uri_resolve_relative (is_web_address (base) ? base : NULL, clean,
                                    G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (is_web_address (whole) && g_utf8_validate (whole, -1, NULL))
    tl_document_fields_set (&self->fields, TL_FACT_URL, whole, self->provenance);
}

/**
 * tl_entry_take_day:
 * @self: an entry
 * @text: (nullable): when it was published, as machines write it
 *
 * Keeps the day, unless there is one.
 */
void
tl_entry_take_day (TlEntry    *self,
                   const char *text)
{
  g_autofree char *clean = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  TlPageDay day = { 0 };

  if (clean != NULL && !has (self, TL_FACT_PUBLISHED) && strlen (clean) < 100 && tl_page_day_read (clean, &day) &&
      day.year != 0)
    tl_document_fields_take (&self->fields, TL_FACT_PUBLISHED, tl_page_day_dup (&day), self->provenance);
}

/**
 * tl_entry_take_language:
 * @self: an entry
 * @code: (nullable): its language, "en-US"
 *
 * Keeps a language, unless there is one.
 */
void
tl_entry_take_language (TlEntry    *self,
                        const char *code)
{
  g_autofree char *lower = code != NULL ? g_ascii_strdown (code, -1) : NULL;

  if (lower == NULL || has (self, TL_FACT_LANGUAGE))
    return;
  g_strstrip (lower);
  lower[strcspn (lower, "-_")] = '\0';
  if (strlen (lower) == 2 && g_ascii_islower (lower[0]) && g_ascii_islower (lower[1]))
    tl_document_fields_set (&self->fields, TL_FACT_LANGUAGE, lower, self->provenance);
}

/**
 * tl_entry_take_text:
 * @self: an entry that has its title
 * @content: (nullable): its text
 * @is_markup: whether that is HTML; what looks like it is taken for it anyway
 *
 * Keeps the text, unless there is one that is no shorter.
 */
void
tl_entry_take_text (TlEntry    *self,
                    const char *content,
                    gboolean    is_markup)
{
  g_autofree char *text = NULL;

  if (content == NULL)
    return;
  text = is_markup || has_markup (content) ? read_markup (content, self->fields.title) : read_plain (content);
  if (self->fields.text != NULL && strlen (self->fields.text) >= strlen (text))
    return;
  g_free (self->fields.text);
  self->fields.text = g_steal_pointer (&text);
}

/**
 * tl_entry_deliver:
 * @self: an entry; taken, and left empty
 * @part: the part that it is in
 * @name: (nullable): which of the part's entries it is; %NULL where there is no other
 * @delivery: where it goes
 * @error: return location for a #TlDocumentError or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether to go on
 */
gboolean
tl_entry_deliver (TlEntry       *self,
                  const TlPart  *part,
                  const char    *name,
                  TlDelivery    *delivery,
                  GError       **error)
{
  g_autofree char *guess = self->fields.text != NULL ? tl_language_guess (self->fields.text) : NULL;

  if (guess != NULL)
    tl_document_fields_set (&self->fields, TL_FACT_LANGUAGE, guess, TL_PROVENANCE_TEXT);
  if (name == NULL)
    return tl_delivery_take (delivery, part, &self->fields, error);
  return tl_delivery_take_inner (delivery, name, part, &self->fields, error);
}
