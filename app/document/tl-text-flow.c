/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A stack of texts: that of the document at the bottom, and on it those of cells and
 * asides, which are put in where they belong when they end.  It is no higher than
 * MAX_FRAMES, so that each character is moved only so often; what is nested deeper goes
 * into the text that it stands in.
 */

#include "tl-text-flow.h"

#include "tl-charset-clean.h"

#include <string.h>

#define MAX_FRAMES 12

/* A cell that holds more is no cell of a table but a part of a page that is laid out
 * by one. */
#define MAX_CELL_PARAGRAPHS 4
#define MAX_CELL_SIZE 600

typedef enum
{
  FRAME_TEXT,
  FRAME_CELL,
  FRAME_ASIDE,
} FrameKind;

typedef struct
{
  FrameKind  kind;
  GString   *text;              /* owned */
  GPtrArray *cells;             /* owned, nullable: char, the ended cells of the open row */
  GString   *asides;            /* owned, nullable: what goes behind the paragraph */
  guint      n_rows_too_deep;   /* open rows inside that have no cells of their own */
  guint      n_breaks;          /* line ends that come before the next character */
  gboolean   has_space;         /* a space comes before it */
  gboolean   has_tab;           /* a tab comes before it */
  gboolean   is_item;           /* the paragraph begins with a bullet */
  gboolean   was_item;          /* and so did the one before it */
  gboolean   was_row;           /* before it stands the row of a table */
} Frame;

struct _TlTextFlow
{
  GPtrArray *frames;            /* owned: Frame, never empty */
  guint      n_asides_too_deep;
};

static void
frame_free (gpointer data)
{
  Frame *frame = data;

  g_string_free (frame->text, TRUE);
  if (frame->asides != NULL)
    g_string_free (frame->asides, TRUE);
  g_clear_pointer (&frame->cells, g_ptr_array_unref);
  g_free (frame);
}

static void
push (TlTextFlow *self,
      FrameKind   kind)
{
  Frame *frame = g_new0 (Frame, 1);

  frame->kind = kind;
  frame->text = g_string_new (NULL);
  g_ptr_array_add (self->frames, frame);
}

static Frame *
get_top (TlTextFlow *self)
{
  return g_ptr_array_index (self->frames, self->frames->len - 1);
}

static char *
pop (TlTextFlow *self)
{
  Frame *frame = get_top (self);
  GString *text = frame->text;

  if (frame->asides != NULL)
    {
      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append_len (text, frame->asides->str, (gssize) frame->asides->len);
    }
  frame->text = g_string_new (NULL);
  g_ptr_array_set_size (self->frames, (int) self->frames->len - 1);
  return g_string_free (text, FALSE);
}

/**
 * tl_text_flow_new:
 *
 * Returns: (transfer full): an empty text
 */
TlTextFlow *
tl_text_flow_new (void)
{
  TlTextFlow *self = g_new0 (TlTextFlow, 1);

  self->frames = g_ptr_array_new_with_free_func (frame_free);
  push (self, FRAME_TEXT);
  return self;
}

/**
 * tl_text_flow_free:
 * @self: (transfer full): a text
 */
void
tl_text_flow_free (TlTextFlow *self)
{
  g_ptr_array_unref (self->frames);
  g_free (self);
}

static void
want_breaks (Frame *frame,
             guint  n_breaks)
{
  frame->n_breaks = MAX (frame->n_breaks, n_breaks);
}

/* What has to stand before the next character. */
static void
flush (Frame *frame)
{
  if (frame->text->len > 0 && frame->n_breaks > 0)
    g_string_append (frame->text, frame->n_breaks > 1 ? "\n\n" : "\n");
  else if (frame->text->len > 0 && frame->has_tab)
    g_string_append_c (frame->text, '\t');
  else if (frame->text->len > 0 && frame->has_space)
    g_string_append_c (frame->text, ' ');
  frame->n_breaks = 0;
  frame->has_tab = FALSE;
  frame->has_space = FALSE;
  if (frame->is_item)
    g_string_append (frame->text, "\342\200\242 ");
  frame->is_item = FALSE;
}

/**
 * tl_text_flow_begin_paragraph:
 * @self: a text
 * @is_item: whether it is an item of a list
 *
 * Begins a paragraph.  One that stays without text leaves no trace.
 */
void
tl_text_flow_begin_paragraph (TlTextFlow *self,
                              gboolean    is_item)
{
  Frame *frame = get_top (self);

  want_breaks (frame, is_item && frame->was_item && !frame->was_row ? 1 : 2);
  frame->is_item = is_item;
  frame->was_item = is_item;
  frame->was_row = FALSE;
}

static void
put_asides (Frame *frame)
{
  if (frame->asides == NULL)
    return;
  want_breaks (frame, 2);
  frame->is_item = FALSE;
  flush (frame);
  g_string_append_len (frame->text, frame->asides->str, (gssize) frame->asides->len);
  g_string_free (frame->asides, TRUE);
  frame->asides = NULL;
  want_breaks (frame, 2);
}

/**
 * tl_text_flow_end_paragraph:
 * @self: a text
 *
 * What comes next stands in a line of its own.
 */
void
tl_text_flow_end_paragraph (TlTextFlow *self)
{
  Frame *frame = get_top (self);

  want_breaks (frame, 1);
  frame->is_item = FALSE;
  put_asides (frame);
}

/**
 * tl_text_flow_add:
 * @self: a text
 * @text: UTF-8
 * @length: how many bytes of it
 *
 * Adds text of the paragraph.
 */
void
tl_text_flow_add (TlTextFlow *self,
                  const char *text,
                  gsize       length)
{
  Frame *frame = get_top (self);
  const char *end = text + length;

  while (text < end)
    {
      const char *run = text;

      while (text < end && (guchar) *text > ' ')
        text++;
      if (text > run)
        {
          flush (frame);
          g_string_append_len (frame->text, run, text - run);
        }
      for (; text < end && (guchar) *text <= ' '; text++)
        frame->has_space |= g_ascii_isspace (*text);
    }
}

/**
 * tl_text_flow_add_tab:
 * @self: a text
 *
 * Adds a tab between two words of the paragraph.
 */
void
tl_text_flow_add_tab (TlTextFlow *self)
{
  get_top (self)->has_tab = TRUE;
}

/**
 * tl_text_flow_add_line_break:
 * @self: a text
 *
 * Breaks the line inside the paragraph.
 */
void
tl_text_flow_add_line_break (TlTextFlow *self)
{
  Frame *frame = get_top (self);

  /* Two of them are how a paragraph ends where nobody knows of paragraphs. */
  if (!frame->is_item)
    want_breaks (frame, frame->n_breaks + 1);
}

/**
 * tl_text_flow_begin_row:
 * @self: a text
 *
 * Begins the row of a table.
 */
void
tl_text_flow_begin_row (TlTextFlow *self)
{
  Frame *frame = get_top (self);

  if (frame->cells != NULL || self->frames->len >= MAX_FRAMES)
    {
      frame->n_rows_too_deep++;
      return;
    }
  frame->cells = g_ptr_array_new_with_free_func (g_free);
}

static void
end_cell (TlTextFlow *self)
{
  char *text = pop (self);

  g_ptr_array_add (get_top (self)->cells, text);
}

/**
 * tl_text_flow_begin_cell:
 * @self: a text
 *
 * Begins a cell of the row, and ends the one before it.
 */
void
tl_text_flow_begin_cell (TlTextFlow *self)
{
  Frame *frame = get_top (self);

  if (frame->n_rows_too_deep > 0)
    {
      tl_text_flow_end_paragraph (self);
      return;
    }
  if (frame->kind == FRAME_CELL && frame->cells == NULL)
    end_cell (self);
  if (get_top (self)->cells != NULL)
    push (self, FRAME_CELL);
}

static guint
count_paragraphs (const char *text)
{
  guint n = 1;

  for (const char *p = text; (p = strstr (p, "\n\n")) != NULL; p += 2)
    n++;
  return n;
}

/* A row with one text in it, or with long ones, is no row for who reads it. */
static gboolean
is_layout (GPtrArray *cells)
{
  guint n_filled = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const char *text = g_ptr_array_index (cells, i);

      n_filled += *text != '\0';
      if (strlen (text) > MAX_CELL_SIZE || count_paragraphs (text) > MAX_CELL_PARAGRAPHS)
        return TRUE;
    }
  return n_filled == 1 && cells->len == 1;
}

static void
put_blocks (Frame     *frame,
            GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const char *text = g_ptr_array_index (cells, i);

      if (*text == '\0')
        continue;
      want_breaks (frame, 2);
      flush (frame);
      g_string_append (frame->text, text);
    }
  want_breaks (frame, 2);
  frame->was_row = FALSE;
}

/* Empty cells keep their place, but for those at the end. */
static void
put_row (Frame     *frame,
         GPtrArray *cells)
{
  guint n = cells->len;

  while (n > 0 && *(const char *) g_ptr_array_index (cells, n - 1) == '\0')
    n--;
  if (n == 0)
    return;
  want_breaks (frame, frame->was_row ? 1 : 2);
  flush (frame);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GStrv) lines = g_strsplit_set (g_ptr_array_index (cells, i), "\n\t", -1);

      if (i > 0)
        g_string_append_c (frame->text, '\t');
      for (guint j = 0; lines[j] != NULL; j++)
        if (*lines[j] != '\0')
          g_string_append_printf (frame->text, "%s%s", j > 0 ? " " : "", lines[j]);
    }
  want_breaks (frame, 1);
  frame->was_row = TRUE;
}

/**
 * tl_text_flow_end_row:
 * @self: a text
 *
 * Ends the row and its last cell.
 */
void
tl_text_flow_end_row (TlTextFlow *self)
{
  Frame *frame = get_top (self);

  if (frame->n_rows_too_deep > 0)
    {
      frame->n_rows_too_deep--;
      tl_text_flow_end_paragraph (self);
      return;
    }
  if (frame->kind == FRAME_CELL && frame->cells == NULL)
    end_cell (self);

  frame = get_top (self);
  if (frame->cells == NULL)
    return;
  frame->is_item = FALSE;
  frame->was_item = FALSE;
  if (is_layout (frame->cells))
    put_blocks (frame, frame->cells);
  else
    put_row (frame, frame->cells);
  g_clear_pointer (&frame->cells, g_ptr_array_unref);
}

/**
 * tl_text_flow_begin_aside:
 * @self: a text
 *
 * Begins what stands beside the text: a box that is fastened to some word of a paragraph.
 */
void
tl_text_flow_begin_aside (TlTextFlow *self)
{
  if (self->frames->len >= MAX_FRAMES)
    self->n_asides_too_deep++;
  else
    push (self, FRAME_ASIDE);
}

/**
 * tl_text_flow_end_aside:
 * @self: a text
 *
 * Ends it: it goes behind the paragraph.
 */
void
tl_text_flow_end_aside (TlTextFlow *self)
{
  g_autofree char *text = NULL;
  Frame *frame;

  if (self->n_asides_too_deep > 0)
    {
      self->n_asides_too_deep--;
      return;
    }
  while (get_top (self)->kind == FRAME_CELL || get_top (self)->cells != NULL)
    tl_text_flow_end_row (self);
  if (get_top (self)->kind != FRAME_ASIDE)
    return;

  text = pop (self);
  frame = get_top (self);
  if (*text == '\0')
    return;
  if (frame->asides == NULL)
    frame->asides = g_string_new (NULL);
  else
    g_string_append (frame->asides, "\n\n");
  g_string_append (frame->asides, text);
}

/**
 * tl_text_flow_get_length:
 * @self: a text
 *
 * Returns: how long the text of the document is by now, for tl_text_flow_dup_since()
 */
gsize
tl_text_flow_get_length (TlTextFlow *self)
{
  const Frame *frame = g_ptr_array_index (self->frames, 0);

  return frame->text->len;
}

/**
 * tl_text_flow_dup_since:
 * @self: a text
 * @length: how long it was
 *
 * Returns: (transfer full): what the document has got since
 */
char *
tl_text_flow_dup_since (TlTextFlow *self,
                        gsize       length)
{
  const Frame *frame = g_ptr_array_index (self->frames, 0);

  return g_strstrip (g_strdup (frame->text->str + MIN (length, frame->text->len)));
}

/* Spaces that do not break lines are kept, but are no text. */
static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/**
 * tl_text_flow_finish:
 * @self: a text
 *
 * Ends whatever is open.
 *
 * Returns: (transfer full): the text; @self is empty afterwards
 */
char *
tl_text_flow_finish (TlTextFlow *self)
{
  char *text;

  while (self->frames->len > 1)
    {
      if (get_top (self)->kind == FRAME_ASIDE && get_top (self)->cells == NULL)
        tl_text_flow_end_aside (self);
      else
        tl_text_flow_end_row (self);
    }
  if (get_top (self)->cells != NULL)
    tl_text_flow_end_row (self);
  put_asides (get_top (self));
  text = pop (self);
  push (self, FRAME_TEXT);
  text = tl_charset_clean (text, strlen (text), NULL);
  if (is_blank (text))
    *text = '\0';
  return text;
}
