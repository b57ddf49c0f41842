/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Browsers offer a link as a list of addresses, as HTML with the link in it and as text
 * that is its address; and a selection as HTML and as text, some of them with an address
 * beside it.  Which of the two it is, is told from what is in them.
 */

#include "tl-offer.h"

#include <glib/gi18n-lib.h>

#include "tl-charset.h"
#include "tl-html-tree.h"
#include "tl-link.h"
#include "tl-memory-file.h"

struct _TlOffer
{
  GHashTable *bytes;            /* owned: char, GBytes */
};

/* For each use the formats that are as good, the best first. */
static const char *const link_types[] = {
  "text/uri-list", "text/x-moz-url", "_NETSCAPE_URL", NULL,
};
static const char *const html_types[] = {
  "text/html", "application/xhtml+xml", NULL,
};
static const char *const text_types[] = {
  "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "TEXT", "STRING", NULL,
};
/* Where the page is told that something was selected in. */
static const char *const source_types[] = {
  "chromium/x-source-url", "text/x-moz-url-priv", NULL,
};

static const char *const *const uses[] = { link_types, html_types, text_types, source_types };

/**
 * tl_offer_new:
 *
 * Returns: (transfer full): an offer of nothing
 */
TlOffer *
tl_offer_new (void)
{
  TlOffer *self = g_new0 (TlOffer, 1);

  self->bytes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  return self;
}

/**
 * tl_offer_free:
 * @self: (transfer full): an offer
 */
void
tl_offer_free (TlOffer *self)
{
  g_hash_table_unref (self->bytes);
  g_free (self);
}

/**
 * tl_offer_dup_types:
 * @offered: (array zero-terminated=1): the formats in which something is offered
 *
 * Returns: (transfer full) (element-type utf8): those to be read and to be given to
 *   tl_offer_add()
 */
GPtrArray *
tl_offer_dup_types (const char *const *offered)
{
  GPtrArray *types = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    for (guint j = 0; uses[i][j] != NULL; j++)
      if (g_strv_contains (offered, uses[i][j]))
        {
          g_ptr_array_add (types, g_strdup (uses[i][j]));
          break;
        }
  return types;
}

/**
 * tl_offer_add:
 * @self: an offer
 * @type: a format of tl_offer_dup_types()
 * @bytes: the thing in this format
 */
void
tl_offer_add (TlOffer    *self,
              const char *type,
              GBytes     *bytes)
{
  g_hash_table_replace (self->bytes, g_strdup (type), g_bytes_ref (bytes));
}

/* Some end with a zero, some are in UTF-16, without a word. */
static char *
dup_as_text (GBytes     *bytes,
             const char *type)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  const char *label = g_str_equal (type, "STRING") ? "iso-8859-1" : NULL;

  if (!tl_charset_is_utf16 (data, length))
    while (length > 0 && data[length - 1] == '\0')
      length--;
  return length > 0 ? tl_charset_decode_labelled (data, length, label, NULL) : NULL;
}

static char *
dup_use (TlOffer           *self,
         const char *const *types)
{
  for (guint i = 0; types[i] != NULL; i++)
    {
      GBytes *bytes = g_hash_table_lookup (self->bytes, types[i]);
      char *text = bytes != NULL ? dup_as_text (bytes, types[i]) : NULL;

      if (text != NULL)
        return text;
    }
  return NULL;
}

/* ---- links ---- */

/* The addresses of the web in lines of text; files there are none, whatever the lines say:
 * those are handed over in other ways. */
static GPtrArray *
find_links (const char *text)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) known = g_hash_table_new (g_file_hash, (GEqualFunc) g_file_equal);
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      g_autoptr(GFile) file = tl_link_is_link (line) ? g_file_new_for_uri (line) : NULL;

      if (file != NULL && g_hash_table_add (known, file))
        g_ptr_array_add (links, g_steal_pointer (&file));
    }
  return links;
}

/* Whether text is nothing but addresses, a line each. */
static gboolean
is_all_links (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_links = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0' && !tl_link_is_link (line))
        return FALSE;
      n_links += *line != '\0';
    }
  return n_links > 0;
}

/* ---- HTML ---- */

typedef struct
{
  guint     n_anchors;
  gboolean  has_more;           /* text that is in no anchor */
  char     *base;               /* owned, nullable */
} Survey;

static void
survey_clear (Survey *survey)
{
  g_clear_pointer (&survey->base, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Survey, survey_clear)

static gboolean
is_blank (const xmlNode *node)
{
  return xmlIsBlankNode (node);
}

static void
survey_node (Survey        *survey,
             const xmlNode *node)
{
  if (tl_html_is (node, "base") && survey->base == NULL)
    survey->base = tl_link_dup_clean (tl_html_get (node, "href"));
  else if (node->type == XML_TEXT_NODE && !is_blank (node))
    survey->has_more = TRUE;
}

static void
survey_html (const char *html,
             Survey     *survey)
{
  g_autoptr(xmlDoc) document = tl_html_parse ((const guint8 *) html, strlen (html), "utf-8", NULL);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNode *node = root;

  while (node != NULL)
    {
      gboolean is_apart = tl_html_is (node, "a") || tl_html_is (node, "title") ||
                          tl_html_is (node, "style") || tl_html_is (node, "script");

      survey->n_anchors += tl_html_is (node, "a");
      survey_node (survey, node);
      node = is_apart ? tl_html_skip (node, root) : tl_html_next (node, root);
    }
}

/* Some put a header before it, with the place where it was copied. */
static const char *
skip_header (const char  *html,
             char       **source)
{
  static const char key[] = "\nSourceURL:";
  const char *begin = strchr (html, '<');
  const char *found;

  if (begin == NULL || !g_str_has_prefix (html, "Version:"))
    return html;
  found = g_strstr_len (html, begin - html, key);
  if (found != NULL && *source == NULL)
    {
      g_autofree char *line = g_strndup (found + strlen (key), strcspn (found + strlen (key), "\r\n"));

      *source = tl_link_dup_clean (g_strstrip (line));
    }
  return begin;
}

/* ---- what it is ---- */

static char *
dup_name (const char *source)
{
  g_autoptr(GUri) uri = source != NULL ? tl_link_parse (NULL, source) : NULL;
  g_autofree char *site = uri != NULL ? g_hostname_to_unicode (g_uri_get_host (uri)) : NULL;

  /* Translators: the name of a web site */
  return site != NULL ? g_strdup_printf (_("Selection from %s"), site) : g_strdup (_("Selection"));
}

static GPtrArray *
make_selection (const char *content,
                const char *media_type,
                const char *source)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autofree char *name = dup_name (source);

  g_ptr_array_add (files, tl_memory_file_new (name, bytes, media_type, "utf-8", source));
  return files;
}

static char *
dup_source (TlOffer *self)
{
  g_autofree char *text = dup_use (self, source_types);

  if (text == NULL)
    return NULL;
  text[strcspn (text, "\r\n")] = '\0';
  return tl_link_dup_clean (text);
}

static GPtrArray *
take_html (const char  *html,
           GPtrArray   *links,
           char       **source)
{
  g_auto(Survey) survey = { 0, FALSE, NULL };
  const char *begin = skip_header (html, source);
  g_autofree char *page = NULL;

  survey_html (begin, &survey);
  if (links->len > 0 && survey.n_anchors <= 1 && !survey.has_more)
    return g_ptr_array_ref (links);
  if (!survey.has_more && survey.n_anchors == 0)
    return NULL;
  if (*source == NULL)
    *source = g_steal_pointer (&survey.base);
  /* An address beside a selection is that of the page. */
  if (*source == NULL && links->len == 1)
    *source = g_file_get_uri (g_ptr_array_index (links, 0));
  /* A piece of a page need not look like one. */
  page = g_strconcat ("<!DOCTYPE html>\n<html><body>\n", begin, "\n</body></html>\n", NULL);
  return make_selection (page, "text/html", *source);
}

/**
 * tl_offer_dup_files:
 * @self: an offer
 *
 * Returns: (transfer full) (element-type GFile) (nullable): what to import: the links, as
 *   files with an address of the web; else the selection, a #TlMemoryFile; %NULL where there
 *   is nothing of both
 */
GPtrArray *
tl_offer_dup_files (TlOffer *self)
{
  g_autofree char *lines = dup_use (self, link_types);
  g_autofree char *html = dup_use (self, html_types);
  g_autofree char *text = dup_use (self, text_types);
  g_autofree char *source = dup_source (self);
  g_autoptr(GPtrArray) links = find_links (lines);
  GPtrArray *files = NULL;

  if (links->len == 0 && text != NULL && is_all_links (text))
    {
      g_ptr_array_unref (links);
      links = find_links (text);
    }
  if (html != NULL)
    files = take_html (html, links, &source);
  if (files != NULL)
    return files;
  if (links->len > 0)
    return g_steal_pointer (&links);
  return text != NULL && *g_strchug (text) != '\0' ? make_selection (text, "text/plain", source) : NULL;
}
