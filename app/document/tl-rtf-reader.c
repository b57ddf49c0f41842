/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * RTF: groups in braces, words behind backslashes, and bytes in the codepage of whatever
 * font is on.  A group may be a destination, whose text goes elsewhere; of those that are
 * not known none is text.  Read from its beginning to its end, once.
 */

#include "tl-rtf-reader.h"

#include "tl-office.h"
#include "tl-rtf-charset.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nobody writes groups in groups so deep. */
#define MAX_DEPTH 1000

#define MAX_FONTS 65536
#define DEFAULT_CODEPAGE 1252

typedef enum
{
  TO_TEXT,
  TO_NOWHERE,
  TO_FONTS,
  TO_TITLE,
  TO_AUTHOR,
} Target;

/* What a group inherits, and gives back at its end. */
typedef struct
{
  Target  target;
  guint   codepage;
  guint   n_substitutes;        /* characters that follow one in Unicode, for who knows none */
  int     font;
  gboolean is_hidden;
} Group;

typedef struct
{
  TlOffice   *office;
  const char *p;
  const char *end;
  GArray     *groups;           /* of Group: the open ones */
  Group       group;
  GHashTable *fonts;            /* from number to codepage */
  GString    *bytes;            /* in the codepage, not converted yet */
  GString    *property;         /* the text of a title or an author */
  guint       codepage;         /* the document's */
  int         default_font;
  guint       n_skipped;        /* how many characters are to be left out yet */
  gunichar    high;             /* the first half of a pair of surrogates */
  gboolean    has_paragraph;
  gboolean    is_item;
  gboolean    is_in_table;      /* the paragraph is in a cell */
  gboolean    has_row;          /* a row is open */
  gboolean    was_cut;
} Reader;

static void
put (Reader     *self,
     const char *text,
     gsize       length)
{
  switch (self->group.target)
    {
    case TO_TITLE:
    case TO_AUTHOR:
      g_string_append_len (self->property, text, (gssize) length);
      break;
    case TO_TEXT:
      if (!self->group.is_hidden)
        tl_text_flow_add (self->office->flow, text, length);
      break;
    case TO_NOWHERE:
    case TO_FONTS:
    default:
      break;
    }
}

/* A cell is open as soon as something stands in it. */
static void
open_cell (Reader *self)
{
  if (self->has_row || !self->is_in_table)
    return;
  tl_text_flow_begin_row (self->office->flow);
  tl_text_flow_begin_cell (self->office->flow);
  self->has_row = TRUE;
}

static void
close_row (Reader *self)
{
  if (self->has_row)
    tl_text_flow_end_row (self->office->flow);
  self->has_row = FALSE;
}

static gboolean
is_text (Reader *self)
{
  return self->group.target == TO_TEXT && !self->group.is_hidden;
}

static void
open_paragraph (Reader *self)
{
  if (!is_text (self))
    return;
  if (self->has_row && !self->is_in_table)
    close_row (self);
  open_cell (self);
  if (!self->has_paragraph)
    tl_text_flow_begin_paragraph (self->office->flow, self->is_item);
  self->has_paragraph = TRUE;
}

static void
flush (Reader *self)
{
  g_autofree char *text = NULL;

  self->high = 0;
  if (self->bytes->len == 0)
    return;
  if (self->group.target != TO_NOWHERE && self->group.target != TO_FONTS)
    {
      text = tl_rtf_charset_convert (self->bytes->str, self->bytes->len, self->group.codepage);
      open_paragraph (self);
      put (self, text, strlen (text));
    }
  g_string_truncate (self->bytes, 0);
}

static void
take_byte (Reader *self,
           char    byte)
{
  if (self->n_skipped > 0)
    self->n_skipped--;
  else if (byte != '\0')
    g_string_append_c (self->bytes, byte);
}

static void
take_char (Reader  *self,
           gunichar c)
{
  char text[6];

  if (c >= 0xd800 && c < 0xdc00)
    {
      flush (self);
      self->high = c;
      return;
    }
  if (c >= 0xdc00 && c < 0xe000)
    c = self->high != 0 ? 0x10000 + ((self->high - 0xd800) << 10) + (c - 0xdc00) : 0;
  flush (self);
  /* Fonts of signs have theirs where Unicode has none. */
  if (c < 0x20 || (c >= 0xf000 && c < 0xf100) || !g_unichar_validate (c))
    return;
  open_paragraph (self);
  put (self, text, (gsize) g_unichar_to_utf8 (c, text));
}

static void
end_paragraph (Reader *self)
{
  flush (self);
  if (!is_text (self))
    return;
  if (self->has_paragraph)
    tl_text_flow_end_paragraph (self->office->flow);
  self->has_paragraph = FALSE;
}

static void
end_cell (Reader *self)
{
  end_paragraph (self);
  if (!is_text (self))
    return;
  self->is_in_table = TRUE;
  open_cell (self);
  tl_text_flow_begin_cell (self->office->flow);
}

static void
end_row (Reader *self)
{
  end_paragraph (self);
  if (is_text (self))
    close_row (self);
}

static void
set_font (Reader *self,
          int     font)
{
  guint codepage = GPOINTER_TO_UINT (g_hash_table_lookup (self->fonts, GINT_TO_POINTER (font)));

  flush (self);
  self->group.font = font;
  self->group.codepage = codepage != 0 ? codepage : self->codepage;
}

static void
define_font (Reader *self,
             guint   codepage)
{
  if (codepage != 0 && g_hash_table_size (self->fonts) < MAX_FONTS)
    g_hash_table_insert (self->fonts, GINT_TO_POINTER (self->group.font), GUINT_TO_POINTER (codepage));
}

/* A group whose text is none of the article's. */
static gboolean
is_elsewhere (const char *word)
{
  static const char *const words[] = {
    "annotation", "atnauthor", "atndate", "atnicn", "atnid", "atnparent", "atnref", "atntime",
    "atrfend", "atrfstart", "author", "background", "bkmkend", "bkmkstart", "buptim",
    "colortbl", "comment", "company", "creatim", "doccomm", "factoidname", "falt", "fldinst",
    "filetbl", "footer", "footerf", "footerl", "footerr", "footnote", "ftncn", "ftnsep",
    "ftnsepc", "generator", "header", "headerf", "headerl", "headerr", "info", "keywords",
    "listoverridetable", "listtable", "listtext", "manager", "nonshppict", "object",
    "operator", "panose", "pict", "pn", "pnseclvl", "pntext", "pntxta", "pntxtb", "printim",
    "private", "revtbl", "revtim", "rsidtbl", "rxe", "shp", "shppict", "sn", "stylesheet",
    "subject", "sv", "tc", "themedata", "txe", "xe",
    NULL,
  };

  return g_strv_contains (words, word);
}

/* Whether the word says where the text of its group goes. */
static gboolean
take_destination (Reader     *self,
                  const char *word)
{
  if (strcmp (word, "fonttbl") == 0)
    self->group.target = TO_FONTS;
  else if (strcmp (word, "listtext") == 0 || strcmp (word, "pntext") == 0)
    {
      self->is_item |= is_text (self);
      self->group.target = TO_NOWHERE;
    }
  else if (strcmp (word, "info") == 0 || (is_elsewhere (word) && self->group.target == TO_TEXT))
    self->group.target = TO_NOWHERE;
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_break (Reader     *self,
            const char *word)
{
  TlTextFlow *flow = self->office->flow;

  if (strcmp (word, "par") == 0 || strcmp (word, "sect") == 0 || strcmp (word, "page") == 0)
    end_paragraph (self);
  else if (strcmp (word, "cell") == 0 || strcmp (word, "nestcell") == 0)
    end_cell (self);
  else if (strcmp (word, "row") == 0 || strcmp (word, "nestrow") == 0)
    end_row (self);
  else if (strcmp (word, "line") == 0 || strcmp (word, "tab") == 0)
    {
      flush (self);
      if (is_text (self) && self->has_paragraph && *word == 'l')
        tl_text_flow_add_line_break (flow);
      else if (is_text (self) && self->has_paragraph)
        tl_text_flow_add_tab (flow);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_character_word (Reader     *self,
                     const char *word)
{
  static const struct
  {
    const char *word;
    gunichar    c;
  } characters[] = {
    { "emdash", 0x2014 }, { "endash", 0x2013 }, { "lquote", 0x2018 }, { "rquote", 0x2019 }, { "ldblquote", 0x201c },
    { "rdblquote", 0x201d }, { "bullet", 0x2022 }, { "emspace", ' ' }, { "enspace", ' ' }, { "qmspace", ' ' },
    { "zwj", 0x200d }, { "zwnj", 0x200c },
  };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    if (strcmp (word, characters[i].word) == 0)
      {
        if (self->n_skipped > 0)
          self->n_skipped--;
        else
          take_char (self, characters[i].c);
        return TRUE;
      }
  return FALSE;
}

static void
take_codepage (Reader *self,
               guint   codepage)
{
  flush (self);
  if (codepage > 0 && codepage <= 65001)
    self->codepage = self->group.codepage = codepage;
}

static void
take_unicode (Reader *self,
              int     number)
{
  if (self->n_skipped > 0)
    {
      self->n_skipped--;
      return;
    }
  take_char (self, (gunichar) (number < 0 ? number + 65536 : number));
  self->n_skipped = self->group.n_substitutes;
}

static void
take_property (Reader     *self,
               const char *word,
               gboolean    has_number,
               int         number)
{
  gboolean is_on = !has_number || number != 0;

  if (strcmp (word, "f") == 0 && has_number)
    set_font (self, number);
  else if (strcmp (word, "fcharset") == 0 && self->group.target == TO_FONTS)
    define_font (self, tl_rtf_charset_of_font (number));
  else if (strcmp (word, "cpg") == 0 && self->group.target == TO_FONTS)
    define_font (self, number > 0 ? (guint) number : 0);
  else if (strcmp (word, "ansicpg") == 0)
    take_codepage (self, number > 0 ? (guint) number : 0);
  else if (strcmp (word, "mac") == 0)
    take_codepage (self, 10000);
  else if (strcmp (word, "pc") == 0 || strcmp (word, "pca") == 0)
    take_codepage (self, word[2] == 'a' ? 850 : 437);
  else if (strcmp (word, "deff") == 0)
    self->default_font = number;
  else if (strcmp (word, "uc") == 0)
    self->group.n_substitutes = (guint) CLAMP (number, 0, 8);
  else if (strcmp (word, "v") == 0 || strcmp (word, "deleted") == 0)
    {
      flush (self);
      self->group.is_hidden = is_on;
    }
  else if (strcmp (word, "plain") == 0)
    {
      set_font (self, self->default_font);
      self->group.is_hidden = FALSE;
    }
}

static void
take_paragraph_property (Reader     *self,
                         const char *word,
                         int         number)
{
  if (strcmp (word, "pard") == 0)
    {
      flush (self);
      self->is_item = FALSE;
      self->is_in_table = FALSE;
    }
  else if (strcmp (word, "intbl") == 0 || strcmp (word, "trowd") == 0)
    self->is_in_table |= is_text (self);
  else if (strcmp (word, "ls") == 0 && number > 0)
    self->is_item |= is_text (self);
  else if (strcmp (word, "outlinelevel") == 0)
    self->is_item = FALSE;
}

static void
take_word (Reader     *self,
           const char *word,
           gboolean    has_number,
           int         number)
{
  if (strcmp (word, "u") == 0 && has_number)
    take_unicode (self, number);
  else if (strcmp (word, "bin") == 0)
    self->p += MIN (self->end - self->p, MAX (number, 0));
  else if (strcmp (word, "title") == 0 || strcmp (word, "author") == 0)
    {
      self->group.target = *word == 't' ? TO_TITLE : TO_AUTHOR;
      g_string_truncate (self->property, 0);
    }
  else if (!take_destination (self, word) && !take_break (self, word) && !take_character_word (self, word))
    {
      take_property (self, word, has_number, number);
      take_paragraph_property (self, word, number);
    }
}

static int
read_number (Reader   *self,
             gboolean *has_number)
{
  const char *start = self->p;
  gboolean is_negative = self->p < self->end && *self->p == '-';
  int number = 0;

  if (is_negative)
    self->p++;
  *has_number = self->p < self->end && g_ascii_isdigit (*self->p);
  for (; self->p < self->end && g_ascii_isdigit (*self->p); self->p++)
    if (number < 100000000)
      number = number * 10 + (*self->p - '0');
  if (!*has_number)
    self->p = start;
  return is_negative ? -number : number;
}

static void
read_word (Reader *self)
{
  char word[33];
  gsize n = 0;
  gboolean has_number;
  int number;

  for (; self->p < self->end && g_ascii_isalpha (*self->p); self->p++)
    if (n < sizeof word - 1)
      word[n++] = *self->p;
  word[n] = '\0';
  number = read_number (self, &has_number);
  if (self->p < self->end && *self->p == ' ')
    self->p++;
  take_word (self, word, has_number, number);
}

/* Groups that begin with it are for who knows their word; the reader knows some. */
static void
read_star (Reader *self)
{
  static const char *const known[] = { "\\shppict", "\\nonshppict", "\\fonttbl", "\\pntext", "\\listtext" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if ((gsize) (self->end - self->p) > strlen (known[i]) && strncmp (self->p, known[i], strlen (known[i])) == 0)
      return;
  self->group.target = TO_NOWHERE;
}

static void
read_escape (Reader *self)
{
  char c;

  if (self->p == self->end)
    return;
  if (g_ascii_isalpha (*self->p))
    {
      read_word (self);
      return;
    }
  c = *self->p++;
  if (c == '\'' && self->end - self->p >= 2)
    {
      int high = g_ascii_xdigit_value (self->p[0]), low = g_ascii_xdigit_value (self->p[1]);

      self->p += 2;
      if (high >= 0 && low >= 0)
        take_byte (self, (char) (high << 4 | low));
    }
  else if (c == '\\' || c == '{' || c == '}')
    take_byte (self, c);
  else if (c == '~')
    take_char (self, 0xa0);
  else if (c == '_')
    take_byte (self, '-');
  else if (c == '\n' || c == '\r')
    end_paragraph (self);
  else if (c == '*')
    read_star (self);
}

static gboolean
open_group (Reader  *self,
            GError **error)
{
  flush (self);
  self->n_skipped = 0;
  if (self->groups->len < MAX_DEPTH)
    {
      g_array_append_val (self->groups, self->group);
      return TRUE;
    }
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                       _("The file is damaged: its groups are nested too deep"));
  return FALSE;
}

static void
close_group (Reader *self)
{
  Target target = self->group.target;

  flush (self);
  self->n_skipped = 0;
  if (self->groups->len == 0)
    return;
  self->group = g_array_index (self->groups, Group, self->groups->len - 1);
  g_array_set_size (self->groups, self->groups->len - 1);
  if ((target == TO_TITLE || target == TO_AUTHOR) && self->group.target != target)
    tl_office_take_property (self->office, target == TO_TITLE ? TL_FACT_TITLE : TL_FACT_AUTHOR,
                             g_strdup (self->property->str));
}

/* Until the first group is closed; what is behind it is of no interest. */
static gboolean
read_groups (Reader  *self,
             GError **error)
{
  while (self->p < self->end)
    {
      char c = *self->p++;

      if (c == '{')
        {
          if (!open_group (self, error))
            return FALSE;
        }
      else if (c == '}')
        {
          close_group (self);
          if (self->groups->len == 0)
            return TRUE;
        }
      else if (c == '\\')
        read_escape (self);
      else if (c == '\t')
        take_break (self, "tab");
      else if (c != '\n' && c != '\r')
        take_byte (self, c);
    }
  flush (self);
  self->was_cut = TRUE;
  return TRUE;
}

static gboolean
read_rtf (TlOffice      *office,
          const TlPart  *part,
          GError       **error)
{
  g_autoptr(GHashTable) fonts = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  Reader self = {
    .office = office, .p = (const char *) part->data, .end = (const char *) part->data + part->length,
    .group = { .target = TO_TEXT, .codepage = DEFAULT_CODEPAGE, .n_substitutes = 1 }, .groups = groups,
    .fonts = fonts, .codepage = DEFAULT_CODEPAGE,
    .bytes = g_string_new (NULL), .property = g_string_new (NULL),
  };
  gboolean succeeded = read_groups (&self, error);

  g_string_free (self.bytes, TRUE);
  g_string_free (self.property, TRUE);
  if (!succeeded || !self.was_cut)
    return succeeded;
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_BROKEN,
                       _("The file is damaged: not all of it is there"));
  return FALSE;
}

/**
 * tl_rtf_reader_read:
 * @part: a document in RTF
 * @delivery: where it goes
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether there is a text
 */
gboolean
tl_rtf_reader_read (const TlPart  *part,
                    TlDelivery    *delivery,
                    GError       **error)
{
  g_auto(TlOffice) office = { NULL };

  tl_office_init (&office);
  return read_rtf (&office, part, error) && tl_office_deliver (&office, part, delivery, error);
}
