/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The JSON of pages is written by templates and by hand: with line breaks inside strings,
 * commas before brackets, comments around it, quotation marks that nobody escaped, one
 * object behind the other.  Browsers never complain, for nobody reads it there.
 */

#include "tl-json-mend.h"

#include <string.h>

/* Deeper data are made to do harm. */
#define MAX_DEPTH 64

/* The most objects, one behind the other. */
#define MAX_VALUES 32

typedef struct
{
  const char *p;
  GString    *out;
  GPtrArray  *values;           /* of char * */
  char        open[MAX_DEPTH];  /* the brackets that are to come */
  guint       depth;
  gboolean    lacks_comment_end;        /* no comment ends from here on */
} Mender;

static const char *
skip_blanks (const char *p)
{
  return p + strspn (p, " \t\r\n\f\v");
}

/* Whether the quotation mark at @p ends its string, or is one that should have been escaped. */
static gboolean
is_end_of_string (const char *p)
{
  const char *next = skip_blanks (p + 1);

  if (*next == ',')
    {
      /* Behind a comma the next string comes, or the next value: no word. */
      next = skip_blanks (next + 1);
      return *next == '\0' || strchr ("\"{[]}-0123456789/", *next) != NULL || g_str_has_prefix (next, "true") ||
             g_str_has_prefix (next, "false") || g_str_has_prefix (next, "null");
    }
  return *next == '\0' || strchr (":]}/;", *next) != NULL || (*next == '"' && next > p + 1);
}

static void
take_escape (Mender *self)
{
  char c = self->p[1];

  if (c == 'u')
    {
      gsize n = 0;

      while (n < 4 && g_ascii_isxdigit (self->p[2 + n]))
        n++;
      if (n == 4)
        g_string_append_len (self->out, self->p, 6);
      self->p += 2 + n;
    }
  else if (c != '\0' && strchr ("\"\\/bfnrt", c) != NULL)
    {
      g_string_append_len (self->out, self->p, 2);
      self->p += 2;
    }
  else
    self->p++;                  /* "\'" */
}

/* At its first quotation mark. */
static void
take_string (Mender *self)
{
  g_string_append_c (self->out, '"');
  for (self->p++; *self->p != '\0';)
    {
      if (*self->p == '\\')
        take_escape (self);
      else if (*self->p == '"' && is_end_of_string (self->p))
        {
          self->p++;
          break;
        }
      else
        {
          if (*self->p == '"')
            g_string_append (self->out, "\\\"");
          else
            g_string_append_c (self->out, (guchar) *self->p < 0x20 ? ' ' : *self->p);
          self->p++;
        }
    }
  g_string_append_c (self->out, '"');
}

/* "<!--", a comment, the frame of a CDATA section; where there is none, nothing is skipped. */
static gboolean
skip_frame (Mender *self)
{
  static const char *const frames[] = { "<!--", "-->", "<![CDATA[", "]]>" };
  const char *end;

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (g_str_has_prefix (self->p, frames[i]))
      {
        self->p += strlen (frames[i]);
        return TRUE;
      }
  if (g_str_has_prefix (self->p, "/*"))
    {
      end = self->lacks_comment_end ? NULL : strstr (self->p + 2, "*/");
      self->lacks_comment_end = end == NULL;
      self->p = end != NULL ? end + 2 : self->p + 2;
      return TRUE;
    }
  if (g_str_has_prefix (self->p, "//"))
    {
      /* "//<![CDATA[{" on one line */
      self->p += 2;
      if (*skip_blanks (self->p) != '<' && *skip_blanks (self->p) != ']')
        self->p += strcspn (self->p, "\n");
      return TRUE;
    }
  return FALSE;
}

static void
drop_comma (GString *out)
{
  gsize length = out->len;

  while (length > 0 && strchr (" \t\r\n", out->str[length - 1]) != NULL)
    length--;
  if (length > 0 && out->str[length - 1] == ',')
    g_string_truncate (out, length - 1);
}

static void
end_value (Mender *self)
{
  if (self->out->len > 0 && self->values->len < MAX_VALUES)
    g_ptr_array_add (self->values, g_strndup (self->out->str, self->out->len));
  g_string_truncate (self->out, 0);
}

static void
close_bracket (Mender *self)
{
  drop_comma (self->out);
  /* A bracket too many is passed over, one that is missing is put in. */
  if (memchr (self->open, *self->p, self->depth) == NULL)
    return;
  while (self->open[--self->depth] != *self->p)
    g_string_append_c (self->out, self->open[self->depth]);
  g_string_append_c (self->out, *self->p);
  if (self->depth == 0)
    end_value (self);
}

/* Returns: whether to go on */
static gboolean
take_sign (Mender *self)
{
  char c = *self->p;

  if (c == '{' || c == '[')
    {
      if (self->depth == MAX_DEPTH)
        return FALSE;
      self->open[self->depth++] = c == '{' ? '}' : ']';
      g_string_append_c (self->out, c);
    }
  else if (c == '}' || c == ']')
    close_bracket (self);
  else if (self->depth > 0 && c == ',')
    {
      drop_comma (self->out);
      g_string_append_c (self->out, c);
    }
  else if (self->depth > 0 && c != ';')
    g_string_append_c (self->out, c);
  self->p++;
  return TRUE;
}

/**
 * tl_json_mend:
 * @text: what a page calls JSON; UTF-8
 *
 * Mends what is usually broken.  What comes out is JSON, or nearly, and nests no deeper than
 * a parser can bear.
 *
 * Returns: (transfer full) (element-type utf8): the objects and arrays in it, one behind
 *   the other
 */
GPtrArray *
tl_json_mend (const char *text)
{
  Mender self = { .p = text, .out = g_string_new (NULL), .values = g_ptr_array_new_with_free_func (g_free) };

  while (*self.p != '\0')
    {
      if (*self.p == '"' && self.depth > 0)
        take_string (&self);
      else if (!skip_frame (&self) && !take_sign (&self))
        break;
    }
  if (self.depth > 0 && *self.p == '\0')
    {
      drop_comma (self.out);
      while (self.depth > 0)
        g_string_append_c (self.out, self.open[--self.depth]);
      end_value (&self);
    }
  g_string_free (self.out, TRUE);
  return g_steal_pointer (&self.values);
}
