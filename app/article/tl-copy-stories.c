/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-copy-stories.h"

#include "tl-copy-index.h"
#include "tl-copy-print.h"

/* A text that is not its own parent carries the story of the one that is the root. */
typedef struct
{
  TlCopyPrint *print;           /* owned */
  guint        parent;
  guint        n_texts;         /* of its story, where it is the root */
} Text;

struct _TlCopyStories
{
  TlCopyIndex *index;           /* owned */
  GArray      *texts;           /* owned (element-type Text) */
};

static void
clear_text (gpointer data)
{
  Text *text = data;

  tl_copy_print_free (text->print);
}

/**
 * tl_copy_stories_new:
 *
 * Returns: (transfer full): no texts yet
 */
TlCopyStories *
tl_copy_stories_new (void)
{
  TlCopyStories *self = g_new (TlCopyStories, 1);

  self->index = tl_copy_index_new ();
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, clear_text);
  return self;
}

/**
 * tl_copy_stories_free:
 * @self: (transfer full): texts
 */
void
tl_copy_stories_free (TlCopyStories *self)
{
  tl_copy_index_free (self->index);
  g_array_unref (self->texts);
  g_free (self);
}

static guint
find_root (TlCopyStories *self,
           guint          number)
{
  Text *text = &g_array_index (self->texts, Text, number);

  while (text->parent != number)
    {
      guint parent = text->parent;
      Text *above = &g_array_index (self->texts, Text, parent);

      text->parent = above->parent;
      number = parent;
      text = above;
    }
  return number;
}

static void
join (TlCopyStories *self,
      guint          number,
      guint          other)
{
  guint root = find_root (self, number);
  guint other_root = find_root (self, other);
  Text *text = &g_array_index (self->texts, Text, root);
  Text *other_text = &g_array_index (self->texts, Text, other_root);

  if (root == other_root)
    return;
  text->parent = other_root;
  other_text->n_texts += text->n_texts;
}

/**
 * tl_copy_stories_add:
 * @self: texts
 * @text: another one, valid UTF-8
 *
 * Returns: its number: 0 for the first, 1 for the second and so on
 */
guint
tl_copy_stories_add (TlCopyStories *self,
                     const char    *text)
{
  Text added = { tl_copy_print_new (text), self->texts->len, 1 };
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint number = self->texts->len;

  g_array_append_val (self->texts, added);
  tl_copy_index_find (self->index, added.print->sketch, ids);
  tl_copy_index_add (self->index, number, added.print->sketch);
  for (guint i = 0; i < ids->len; i++)
    {
      guint other = (guint) g_array_index (ids, gint64, i);

      if (find_root (self, number) != find_root (self, other) &&
          tl_copy_print_is_copy (added.print, g_array_index (self->texts, Text, other).print))
        join (self, number, other);
    }
  return number;
}

/**
 * tl_copy_stories_get:
 * @self: texts
 * @number: one of them
 *
 * Returns: a number that all have which carry the same story; 0 where no other does
 */
gint64
tl_copy_stories_get (TlCopyStories *self,
                     guint          number)
{
  guint root;

  g_return_val_if_fail (number < self->texts->len, 0);

  root = find_root (self, number);
  return g_array_index (self->texts, Text, root).n_texts > 1 ? (gint64) root + 1 : 0;
}
