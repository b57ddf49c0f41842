/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Makes a page slim before it is parsed.  Most bytes of a page of today are scripts, styles,
 * drawings and pictures inside attributes, which a parser would turn into a tree for nothing,
 * and some pages open thousands of elements and close none, which makes the parser slow.
 * What goes: such elements with all that is in them, comments, attributes that tell nothing of
 * an article, end tags of what is not open, and tags (not text) nested too deep.
 */

#include "tl-html-slim.h"

#include <string.h>

/* No page for people nests deeper; the text of deeper elements goes to those above. */
#define MAX_DEPTH 500

/* Elements are counted by a hash of their names. */
#define N_COUNTS 256

#define MAX_NAME 32

/* No element for people has more attributes, and the parser compares each with all. */
#define MAX_ATTRIBUTES 64

/* The longest value that is kept, of attributes at large and of some. */
#define MAX_VALUE 1024
#define MAX_DATA_VALUE 128
#define MAX_CONTENT_VALUE 16384

typedef struct
{
  GString    *out;
  const char *p;
  const char *end;
  guint       open[N_COUNTS];   /* how many elements of these names are open */
  guint       depth;            /* how many in all */
  guint       too_deep;         /* how many of those had no place */
  gboolean    is_xml;           /* then <script/> ends by itself */
  gboolean    lacks[128];       /* whether no such character is behind @p */
} Slimmer;

/* A tag as it is read; @name in lower case. */
typedef struct
{
  char        name[MAX_NAME];
  const char *raw;              /* the name as it stands */
  gsize       n_name;
  guint       n_attributes;     /* that are kept */
  gboolean    closes_itself;
  gboolean    is_data;          /* a script of linked data */
  gboolean    is_shadow;        /* a template that is shown */
} Tag;

static gboolean
is_listed (const char *const *names,
           const char        *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] == name[0] && strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

/* Elements that go with all that is in them. */
static gboolean
is_dropped (const Tag *tag)
{
  static const char *const names[] = {
    "script", "style", "svg", "iframe", "noscript", "template", "textarea", "noframes", "noembed",
    "canvas", NULL,
  };

  return is_listed (names, tag->name) && !tag->is_data && !tag->is_shadow;
}

/* Elements that need no end tag, or have none: they do not nest by themselves. */
static gboolean
is_uncounted (const char *name)
{
  static const char *const names[] = {
    "p", "br", "li", "td", "tr", "th", "dt", "dd", "img", "hr", "meta", "link", "input", "source",
    "area", "base", "col", "embed", "param", "track", "wbr", "option", "thead", "tbody", "tfoot",
    "colgroup", "html", "head", "body", "rp", "rt", "frame", "basefont", "isindex", "keygen",
    "optgroup", "caption", NULL,
  };

  return is_listed (names, name);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* The next @c from @p on.  What is not there is looked for but once. */
static const char *
find_char (Slimmer    *self,
           const char *p,
           char        c)
{
  const char *found = NULL;

  if (p < self->end && !self->lacks[(guchar) c])
    found = memchr (p, c, (gsize) (self->end - p));
  if (found == NULL)
    self->lacks[(guchar) c] = TRUE;
  return found;
}

static void
skip_behind (Slimmer *self,
             char     c)
{
  const char *found = find_char (self, self->p, c);

  self->p = found != NULL ? found + 1 : self->end;
}

/* A comment ends at "-->".  Where there is no such, it is a slip, and the page goes on. */
static void
skip_comment (Slimmer *self)
{
  const char *p = self->p + 2;    /* for "<!-->" */

  if (!self->lacks['-'])
    for (; (p = memchr (p, '-', (gsize) (self->end - p))) != NULL; p++)
      if (self->end - p >= 3 && memcmp (p, "-->", 3) == 0)
        {
          self->p = p + 3;
          return;
        }
  self->lacks['-'] = TRUE;
  skip_behind (self, '>');
}

static void
read_name (Slimmer *self,
           Tag     *tag)
{
  tag->raw = self->p;
  while (self->p < self->end && !is_space (*self->p) && *self->p != '/' && *self->p != '>' && *self->p != '<')
    self->p++;
  tag->n_name = (gsize) (self->p - tag->raw);
  for (gsize i = 0; i < tag->n_name && i < MAX_NAME - 1; i++)
    tag->name[i] = g_ascii_tolower (tag->raw[i]);
}

static guint
hash_name (const char *name)
{
  return g_str_hash (name) % N_COUNTS;
}

static gboolean
holds (const char *value,
       gsize       length,
       const char *word)
{
  gsize n = strlen (word);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_strncasecmp (value + i, word, n) == 0)
      return TRUE;
  return FALSE;
}

/* Whether an attribute may tell something of the article, or of where it stands. */
static gboolean
is_kept (const char *name,
         const char *value,
         gsize       n_value)
{
  static const char *const useless[] = {
    "src", "srcset", "sizes", "width", "height", "integrity", "target", "imagesrcset", "loading",
    "d", "xmlns", NULL,
  };

  if (name[0] == 'o' && name[1] == 'n')
    return FALSE;
  if (strcmp (name, "content") == 0)
    return n_value <= MAX_CONTENT_VALUE;
  if (strcmp (name, "style") == 0)
    return n_value <= MAX_VALUE && (holds (value, n_value, "none") || holds (value, n_value, "hidden") ||
                                     holds (value, n_value, "center"));
  if (g_str_has_prefix (name, "data-"))
    return n_value <= MAX_DATA_VALUE;
  return n_value <= MAX_VALUE && !is_listed (useless, name);
}

static void
take_attribute (Slimmer    *self,
                Tag        *tag,
                const char *start,
                gsize       n_name,
                const char *value,
                gsize       n_value)
{
  char name[MAX_NAME] = "";

  for (gsize i = 0; i < n_name && i < MAX_NAME - 1; i++)
    name[i] = g_ascii_tolower (start[i]);
  if (strcmp (name, "type") == 0)
    tag->is_data |= strcmp (tag->name, "script") == 0 && holds (value, n_value, "ld+json");
  if (g_str_has_prefix (name, "shadowroot"))
    tag->is_shadow = TRUE;
  if (tag->n_attributes < MAX_ATTRIBUTES && is_kept (name, value, n_value))
    {
      tag->n_attributes++;
      g_string_append_c (self->out, ' ');
      g_string_append_len (self->out, start, self->p - start);
    }
}

static void
read_value (Slimmer     *self,
            const char **value,
            gsize       *n_value)
{
  char quote = self->p < self->end ? *self->p : '\0';
  const char *close = quote == '"' || quote == '\'' ? find_char (self, self->p + 1, quote) : NULL;

  if (close != NULL)
    {
      *value = self->p + 1;
      self->p = close + 1;
      *n_value = (gsize) (close - *value);
      return;
    }
  *value = self->p;
  while (self->p < self->end && !is_space (*self->p) && *self->p != '>')
    self->p++;
  *n_value = (gsize) (self->p - *value);
}

static void
read_attribute (Slimmer *self,
                Tag     *tag)
{
  const char *start = self->p++;      /* an attribute may begin with "=" */
  const char *value = "", *name_end;
  gsize n_value = 0;

  while (self->p < self->end && !is_space (*self->p) && strchr ("/>=", *self->p) == NULL)
    self->p++;
  name_end = self->p;
  while (self->p < self->end && is_space (*self->p))
    self->p++;
  if (self->p < self->end && *self->p == '=')
    {
      do
        self->p++;
      while (self->p < self->end && is_space (*self->p));
      read_value (self, &value, &n_value);
    }
  else
    self->p = name_end;
  take_attribute (self, tag, start, (gsize) (name_end - start), value, n_value);
}

/* Writes the attributes that are kept, and leaves @p behind the ">". */
static void
read_attributes (Slimmer *self,
                 Tag     *tag)
{
  while (self->p < self->end && *self->p != '>')
    {
      tag->closes_itself = *self->p == '/';
      if (is_space (*self->p) || *self->p == '/')
        self->p++;
      else
        read_attribute (self, tag);
    }
  if (self->p < self->end)
    self->p++;
}

/* Leaves @p before the end tag, or at the end. */
static void
skip_content (Slimmer   *self,
              const Tag *tag)
{
  gsize n = strlen (tag->name);

  while ((self->p = find_char (self, self->p, '<')) != NULL)
    {
      if ((gsize) (self->end - self->p) >= n + 2 && self->p[1] == '/' &&
          g_ascii_strncasecmp (self->p + 2, tag->name, n) == 0)
        return;
      self->p++;
    }
  self->p = self->end;
}

static gboolean
enter (Slimmer   *self,
       const Tag *tag)
{
  if (is_uncounted (tag->name) || tag->closes_itself)
    return TRUE;
  if (self->depth >= MAX_DEPTH)
    {
      self->too_deep++;
      return FALSE;
    }
  self->depth++;
  self->open[hash_name (tag->name)]++;
  return TRUE;
}

static gboolean
leave (Slimmer   *self,
       const Tag *tag)
{
  guint *open = &self->open[hash_name (tag->name)];

  if (is_uncounted (tag->name))
    return TRUE;
  if (self->too_deep > 0)
    {
      self->too_deep--;
      return FALSE;
    }
  if (*open == 0)
    return FALSE;
  (*open)--;
  self->depth--;
  return TRUE;
}

static void
take_start_tag (Slimmer *self)
{
  gsize before = self->out->len;
  Tag tag = { .name = "" };

  self->p++;
  read_name (self, &tag);
  g_string_append_c (self->out, '<');
  g_string_append_len (self->out, tag.raw, (gssize) tag.n_name);
  read_attributes (self, &tag);

  if (is_dropped (&tag))
    {
      g_string_truncate (self->out, before);
      if (!(self->is_xml && tag.closes_itself))
        {
          skip_content (self, &tag);
          skip_behind (self, '>');
        }
      return;
    }
  if (tag.is_data)
    {
      const char *start = self->p;

      skip_content (self, &tag);
      g_string_append_c (self->out, '>');
      g_string_append_len (self->out, start, self->p - start);
      g_string_append (self->out, "</script>");
      skip_behind (self, '>');
      return;
    }
  if (tag.is_shadow || !enter (self, &tag))
    g_string_truncate (self->out, before);
  else
    g_string_append (self->out, tag.closes_itself ? "/>" : ">");
}

static void
take_end_tag (Slimmer *self)
{
  Tag tag = { .name = "" };

  self->p += 2;
  read_name (self, &tag);
  if (self->p < self->end && *self->p != '<')
    skip_behind (self, '>');
  if (leave (self, &tag))
    {
      g_string_append (self->out, "</");
      g_string_append_len (self->out, tag.raw, (gssize) tag.n_name);
      g_string_append_c (self->out, '>');
    }
}

/* At "<". */
static void
take_markup (Slimmer *self)
{
  gsize rest = (gsize) (self->end - self->p);

  if (rest >= 4 && memcmp (self->p, "<!--", 4) == 0)
    skip_comment (self);
  else if (rest >= 2 && (self->p[1] == '!' || self->p[1] == '?'))
    skip_behind (self, '>');
  else if (rest >= 3 && self->p[1] == '/' && g_ascii_isalpha (self->p[2]))
    take_end_tag (self);
  else if (rest >= 2 && self->p[1] == '/')
    skip_behind (self, '>');
  else if (rest >= 2 && g_ascii_isalpha (self->p[1]))
    take_start_tag (self);
  else
    {
      g_string_append (self->out, "&lt;");
      self->p++;
    }
}

/**
 * tl_html_slim:
 * @markup: HTML in UTF-8
 * @length: its bytes
 *
 * Takes out of a page what has no part in its text and facts.  JSON-LD stays.  Bounded in
 * time and room by the length.
 *
 * Returns: (transfer full): markup that says the same of text and facts
 */
GString *
tl_html_slim (const char *markup,
              gsize       length)
{
  Slimmer self = { .p = markup, .end = markup + length };

  self.out = g_string_sized_new (length / 2 + 16);
  while (self.p < self.end && is_space (*self.p))
    self.p++;
  self.is_xml = self.end - self.p >= 5 && memcmp (self.p, "<?xml", 5) == 0;

  while (self.p < self.end)
    {
      const char *markup_start = memchr (self.p, '<', (gsize) (self.end - self.p));
      const char *text_end = markup_start != NULL ? markup_start : self.end;

      g_string_append_len (self.out, self.p, text_end - self.p);
      self.p = text_end;
      if (markup_start != NULL)
        take_markup (&self);
    }
  return self.out;
}
