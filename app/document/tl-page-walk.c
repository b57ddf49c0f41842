/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * One walk through a page: its metadata are read on the way, its lines and the elements that
 * may hold a fact are noted, to be looked at when it is known where the article stands.
 */

#include "tl-page-walk.h"

#include "tl-page-meta.h"

#include <string.h>

/* The most bytes of a line that may be a fact. */
#define MAX_LINE 600

/* The most lines, headings and marks of a page. */
#define MAX_LINES 20000
#define MAX_LINES_TO_LOGO 60
#define MAX_MARKS 1000

/* What an element's name says of it.  Flags. */
typedef enum
{
  ELEMENT_KNOWN = 1 << 0,
  ELEMENT_INLINE = 1 << 1,
  ELEMENT_SILENT = 1 << 2,      /* nobody reads its text */
  ELEMENT_HEADING = 1 << 3,
  ELEMENT_TIME = 1 << 4,
  ELEMENT_HEAD = 1 << 5,        /* stands in a page's head */
  ELEMENT_IMAGE = 1 << 6,
  ELEMENT_FONT = 1 << 7,
} ElementKind;

/* What an element's attributes say of it. */
typedef struct
{
  guint       classes;
  gboolean    is_headline;
  gboolean    is_author;
  gboolean    is_date;
  gboolean    is_hidden;
} Attributes;

typedef struct
{
  TlPageWalk    *walk;
  TlClues       *clues;
  TlJsonLd      *json_ld;
  GString       *line;
  const xmlNode *line_node;
  const xmlNode *hidden;        /* the element whose text is not seen */
  GHashTable    *kinds;         /* from names, which the tree has once each, to ElementKind */
  guint          line_chars;
  guint          position;
  gboolean       is_apart;      /* white space is to come before the next word */
  gboolean       touches;       /* an element ended since the last word */
  gboolean       has_title;
} Walker;

static ElementKind
find_kind (const char *name)
{
  static const char *const inlines[] = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "img", "meta", "link", "picture", "source", "amp-img", NULL,
  };
  static const char *const silent[] = {
    "head", "script", "style", "select", "noscript", "template", "title", "option", NULL,
  };
  static const char *const head[] = { "meta", "link", "base", "script", "html", "title", NULL };
  guint kind = ELEMENT_KNOWN;

  kind |= g_strv_contains (inlines, name) ? ELEMENT_INLINE : 0;
  kind |= g_strv_contains (silent, name) ? ELEMENT_SILENT : 0;
  kind |= g_strv_contains (head, name) ? ELEMENT_HEAD : 0;
  kind |= name[0] == 'h' && name[1] >= '1' && name[1] <= '4' && name[2] == '\0' ? ELEMENT_HEADING : 0;
  kind |= strcmp (name, "time") == 0 ? ELEMENT_TIME : 0;
  kind |= strcmp (name, "img") == 0 ? ELEMENT_IMAGE : 0;
  kind |= strcmp (name, "font") == 0 ? ELEMENT_FONT : 0;
  return (ElementKind) kind;
}

/* A page has few names and many elements. */
static ElementKind
kind_of (Walker        *self,
         const xmlNode *node)
{
  gpointer kind = g_hash_table_lookup (self->kinds, node->name);

  if (kind == NULL)
    {
      kind = GUINT_TO_POINTER (find_kind ((const char *) node->name));
      g_hash_table_insert (self->kinds, (gpointer) node->name, kind);
    }
  return (ElementKind) GPOINTER_TO_UINT (kind);
}

static gboolean
holds_word (const char *value,
            const char *word)
{
  gsize n = strlen (word);

  while (*value != '\0')
    {
      gsize length = strcspn (value, " \t\r\n");

      if (length == n && g_ascii_strncasecmp (value, word, n) == 0)
        return TRUE;
      value += length;
      value += strspn (value, " \t\r\n");
    }
  return FALSE;
}

static void
read_property (Attributes *attributes,
               const char *value)
{
  attributes->is_headline |= holds_word (value, "headline");
  attributes->is_author |= tl_page_class_tells_author (value);
  attributes->is_date |= holds_word (value, "datePublished") || holds_word (value, "dateModified") ||
                         holds_word (value, "dateCreated");
}

static Attributes
read_attributes (const xmlNode *node)
{
  Attributes attributes = { 0 };

  for (const xmlAttr *p = node->properties; p != NULL; p = p->next)
    {
      const char *name = (const char *) p->name;
      const char *value = p->children != NULL ? (const char *) p->children->content : NULL;

      if (strcmp (name, "hidden") == 0)
        attributes.is_hidden = TRUE;
      if (value == NULL)
        continue;
      if (tl_page_class_is_name (name))
        attributes.classes |= tl_page_class_of_names (value);
      else if (strcmp (name, "itemprop") == 0 || strcmp (name, "property") == 0)
        read_property (&attributes, value);
      else if (strcmp (name, "rel") == 0)
        attributes.is_author |= tl_page_class_tells_author (value);
      else if (strcmp (name, "href") == 0)
        attributes.is_author |= node->name[0] == 'a' && tl_page_class_leads_to_author (value);
      else if (strcmp (name, "style") == 0)
        attributes.is_hidden |= strstr (value, "display:none") != NULL || strstr (value, "display: none") != NULL;
    }
  return attributes;
}

static void
end_line (Walker *self)
{
  GString *line = self->line;

  if (self->line_chars > 0 && self->walk->lines->len < MAX_LINES)
    {
      TlPageLine entry = { NULL, NULL, self->line_node, self->position, self->line_chars };
      const char *end = line->str + MIN (line->len, MAX_LINE);

      if (end < line->str + line->len)
        end = g_utf8_find_prev_char (line->str, end);
      entry.head = g_string_chunk_insert_len (self->walk->texts, line->str, end - line->str);
      if (line->len <= MAX_LINE)
        entry.text = entry.head;
      g_array_append_val (self->walk->lines, entry);
    }
  self->position += self->line_chars;
  self->line_chars = 0;
  self->is_apart = FALSE;
  g_string_truncate (line, 0);
}

static gunichar
last_char (const GString *text)
{
  return g_utf8_get_char (g_utf8_find_prev_char (text->str, text->str + text->len));
}

/* Between neighbours that touch: "Ann Bell" and "Reporter", "Ann Bell" and "12 May". */
static gboolean
parts_words (gunichar before,
             gunichar behind)
{
  return g_unichar_islower (before) && (g_unichar_isupper (behind) || g_unichar_isdigit (behind));
}

static void
take_text (Walker        *self,
           const xmlNode *node)
{
  for (const char *p = (const char *) node->content; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isspace ((char) c) : c == 0xa0 || g_unichar_isspace (c))
        {
          self->is_apart = TRUE;
          continue;
        }
      if (c == 0x200b || c == 0xad || c == 0x200e || c == 0x200f || c == 0xfeff)
        continue;
      if (self->line_chars == 0)
        self->line_node = node->parent;
      if (self->line->len <= MAX_LINE)
        {
          if (self->touches && self->line->len > 0)
            self->is_apart |= parts_words (last_char (self->line), c);
          if (self->is_apart && self->line->len > 0)
            g_string_append_c (self->line, ' ');
          g_string_append_len (self->line, p, g_utf8_skip[(guchar) *p]);
        }
      self->is_apart = self->touches = FALSE;
      self->line_chars++;
    }
}

static void
add_mark (Walker        *self,
          GArray        *marks,
          const xmlNode *node,
          TlPageClass    classes)
{
  TlPageMark mark = { node, self->walk->lines->len, classes };

  if (marks->len < MAX_MARKS)
    g_array_append_val (marks, mark);
}

/* Pages of old had <font size="5"> for headings. */
static gboolean
is_large (const xmlNode *node)
{
  const char *size = tl_html_get (node, "size");

  return size != NULL && (strchr ("4567", size[0]) != NULL || strcmp (size, "+1") == 0 || strcmp (size, "+2") == 0 ||
                          strcmp (size, "+3") == 0) && size[0] != '\0';
}

static void
mark_element (Walker           *self,
              const xmlNode    *node,
              ElementKind       kind,
              const Attributes *attributes)
{
  TlPageWalk *walk = self->walk;
  TlPageClass classes = (TlPageClass) attributes->classes;

  if ((kind & ELEMENT_HEADING) != 0 || (classes & TL_PAGE_CLASS_TITLE) != 0 || attributes->is_headline ||
      ((kind & ELEMENT_FONT) != 0 && is_large (node)))
    add_mark (self, walk->headings, node, classes);
  if ((classes & TL_PAGE_CLASS_AUTHOR) != 0 || attributes->is_author || tl_html_is (node, "address"))
    add_mark (self, walk->authors, node, classes);
  if ((classes & (TL_PAGE_CLASS_DATE | TL_PAGE_CLASS_UPDATED)) != 0 || (kind & ELEMENT_TIME) != 0 ||
      attributes->is_date)
    add_mark (self, walk->dates, node, classes);
}

/* Text stands in one piece, or in the pieces that a parser cut it into. */
static void
add_script (Walker        *self,
            const xmlNode *node)
{
  const char *type = tl_html_get (node, "type");

  if (type == NULL || strstr (type, "ld+json") == NULL || node->children == NULL)
    return;
  if (node->children->next == NULL && node->children->content != NULL)
    tl_json_ld_add (self->json_ld, (const char *) node->children->content);
  else
    {
      xmlChar *text = xmlNodeGetContent (node);

      if (text != NULL)
        tl_json_ld_add (self->json_ld, (const char *) text);
      xmlFree (text);
    }
}

/* An element of the page's head; some stand elsewhere. */
static void
read_head (Walker        *self,
           const xmlNode *node)
{
  if (tl_html_is (node, "meta"))
    tl_page_meta_read (node, self->clues);
  else if (tl_html_is (node, "link"))
    tl_page_link_read (node, self->clues);
  else if (tl_html_is (node, "base"))
    tl_page_base_read (node, self->clues);
  else if (tl_html_is (node, "script"))
    add_script (self, node);
  else if (tl_html_is (node, "html"))
    tl_clues_add (self->clues, TL_CLUE_LANGUAGE, TL_PROVENANCE_ELEMENT, 5, tl_html_get (node, "lang"), NULL);
  else if (!self->has_title)
    {
      g_autofree char *title = tl_page_walk_dup_short (node, 1000);

      tl_clues_add (self->clues, TL_CLUE_WINDOW_TITLE, TL_PROVENANCE_META, 2, title, NULL);
      self->has_title = title != NULL;
    }
}

static gboolean
leads_home (const xmlNode *node)
{
  const char *address = tl_html_get (node, "href");
  const char *host = address != NULL ? strstr (address, "://") : NULL;
  const char *path = host != NULL ? strchr (host + 3, '/') : address;

  return tl_html_is (node, "a") && address != NULL &&
         (path == NULL || strcmp (path, "/") == 0 || g_str_has_prefix (path, "/index.") ||
          g_str_has_prefix (path, "index."));
}

/* The site's own picture: called a logo, or leading home. */
static void
read_image (Walker        *self,
            const xmlNode *node)
{
  const char *name = tl_html_get (node, "alt");
  guint depth = 0;

  if (name == NULL || *name == '\0' || self->walk->lines->len > MAX_LINES_TO_LOGO)
    return;
  for (const xmlNode *p = node; p != NULL && depth < 3; p = p->parent, depth++)
    if (leads_home (p) || (tl_page_class_of (p) & TL_PAGE_CLASS_LOGO) != 0)
      {
        tl_clues_add (self->clues, TL_CLUE_SITE, TL_PROVENANCE_ELEMENT, 1, name, NULL);
        return;
      }
}

static void
enter_element (Walker        *self,
               const xmlNode *node)
{
  ElementKind kind = kind_of (self, node);
  Attributes attributes = { 0 };

  if ((kind & ELEMENT_HEAD) != 0)
    read_head (self, node);
  if ((kind & ELEMENT_IMAGE) != 0)
    read_image (self, node);
  if ((kind & ELEMENT_INLINE) == 0)
    end_line (self);
  if (node->properties != NULL)
    attributes = read_attributes (node);
  mark_element (self, node, kind, &attributes);
  if (self->hidden == NULL && (attributes.is_hidden || (kind & ELEMENT_SILENT) != 0))
    self->hidden = node;
}

static void
leave_element (Walker        *self,
               const xmlNode *node)
{
  if (self->hidden == node)
    self->hidden = NULL;
  if ((kind_of (self, node) & ELEMENT_INLINE) == 0)
    end_line (self);
  /* Names, days and buttons often stand side by side without a blank. */
  else if (node->properties != NULL && !tl_html_is (node, "sup"))
    self->is_apart = TRUE;
  else
    self->touches = TRUE;
}

static void
walk (Walker        *self,
      const xmlNode *root)
{
  const xmlNode *node = root;

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE)
        enter_element (self, node);
      else if (node->type == XML_TEXT_NODE && self->hidden == NULL)
        take_text (self, node);

      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      for (; node != NULL; node = node->parent)
        {
          if (node->type == XML_ELEMENT_NODE)
            leave_element (self, node);
          if (node == root)
            return;
          if (node->next != NULL)
            {
              node = node->next;
              break;
            }
        }
    }
}

/**
 * tl_page_walk_init:
 * @self: (out caller-allocates): what is found
 * @tree: a page
 * @clues: where to put what its metadata tell
 * @json_ld: where to put its data
 *
 * Walks through a page.
 */
void
tl_page_walk_init (TlPageWalk *self,
                   xmlDoc     *tree,
                   TlClues    *clues,
                   TlJsonLd   *json_ld)
{
  g_autoptr(GHashTable) kinds = g_hash_table_new (NULL, NULL);
  Walker walker = {
    .walk = self, .clues = clues, .json_ld = json_ld, .line = g_string_new (NULL), .kinds = kinds,
  };

  self->lines = g_array_new (FALSE, FALSE, sizeof (TlPageLine));
  self->headings = g_array_new (FALSE, FALSE, sizeof (TlPageMark));
  self->authors = g_array_new (FALSE, FALSE, sizeof (TlPageMark));
  self->dates = g_array_new (FALSE, FALSE, sizeof (TlPageMark));
  self->texts = g_string_chunk_new (8192);
  for (const xmlNode *node = tree->children; node != NULL; node = node->next)
    walk (&walker, node);
  end_line (&walker);
  g_string_free (walker.line, TRUE);
}

/**
 * tl_page_walk_clear:
 * @self: what was found
 *
 * Frees it.
 */
void
tl_page_walk_clear (TlPageWalk *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->headings, g_array_unref);
  g_clear_pointer (&self->authors, g_array_unref);
  g_clear_pointer (&self->dates, g_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
}

/**
 * tl_page_walk_dup_short:
 * @node: an element
 * @max_bytes: how much it may hold
 *
 * Returns: (transfer full) (nullable): its text on one line, a tab where an element with
 *   attributes, or a block, ends or begins, or where words would touch; %NULL where it has
 *   none, or more
 */
char *
tl_page_walk_dup_short (const xmlNode *node,
                        gsize          max_bytes)
{
  g_autoptr(GString) text = g_string_new (NULL);
  char apart = '\0';
  gboolean touches = FALSE;
  guint n_nodes = 0;

  for (const xmlNode *p = node->children; p != NULL && n_nodes < 500; p = tl_html_next (p, node), n_nodes++)
    {
      touches |= p->type == XML_ELEMENT_NODE;
      if (p->type == XML_ELEMENT_NODE)
        apart = p->properties != NULL || tl_html_is (p, "span") ||
                (find_kind ((const char *) p->name) & ELEMENT_INLINE) == 0 ? '\t' : apart;
      if (p->type != XML_TEXT_NODE || p->content == NULL)
        continue;
      for (const char *c = (const char *) p->content; *c != '\0'; c = g_utf8_next_char (c))
        {
          if (g_unichar_isspace (g_utf8_get_char (c)))
            {
              apart = apart == '\0' ? ' ' : apart;
              continue;
            }
          if (apart == '\0' && touches && text->len > 0 && parts_words (last_char (text), g_utf8_get_char (c)))
            apart = '\t';
          if (apart != '\0' && text->len > 0)
            g_string_append_c (text, apart);
          apart = '\0';
          touches = FALSE;
          g_string_append_len (text, c, g_utf8_skip[(guchar) *c]);
          if (text->len > max_bytes)
            return NULL;
        }
      if (p->next == NULL && p->parent != node && p->parent->properties != NULL)
        apart = '\t';
      touches |= p->next == NULL && p->parent != node;
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
