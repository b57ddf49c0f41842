/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where words are drawn in a text view: one box, or several. */

#include "tl-text-boxes.h"

/**
 * tl_text_boxes_get_rectangle:
 * @view: a text view
 * @iter: a character of it
 *
 * Returns: where the character is, in the coordinates of the buffer, also where it is written from
 *   the right
 */
GdkRectangle
tl_text_boxes_get_rectangle (GtkTextView       *view,
                             const GtkTextIter *iter)
{
  GdkRectangle rectangle;

  gtk_text_view_get_iter_location (view, iter, &rectangle);
  if (rectangle.width < 0)
    {
      rectangle.x += rectangle.width;
      rectangle.width = -rectangle.width;
    }
  return rectangle;
}

/* Whether words may be written from the right, all or some of them. */
static gboolean
is_turned (const GtkTextIter *start,
           const GtkTextIter *end)
{
  for (GtkTextIter iter = *start; gtk_text_iter_compare (&iter, end) < 0; gtk_text_iter_forward_char (&iter))
    {
      gunichar c = gtk_text_iter_get_char (&iter);

      if ((c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfefc) || (c >= 0x10800 && c <= 0x10fff))
        return TRUE;
    }
  return FALSE;
}

/* Words may go on in the next line, and where scripts mix they may stand in several places. */
static void
walk (GtkTextView       *view,
      const GtkTextIter *start,
      const GtkTextIter *end,
      TlBoxFunc          func,
      gpointer           user_data)
{
  GdkRectangle box = tl_text_boxes_get_rectangle (view, start);
  GtkTextIter iter = *start;

  while (gtk_text_iter_forward_char (&iter) && gtk_text_iter_compare (&iter, end) < 0)
    {
      GdkRectangle next = tl_text_boxes_get_rectangle (view, &iter);

      if (next.y == box.y && next.x <= box.x + box.width + 1 && box.x <= next.x + next.width + 1)
        {
          gdk_rectangle_union (&box, &next, &box);
          continue;
        }
      func (&box, user_data);
      box = next;
    }
  func (&box, user_data);
}

/**
 * tl_text_boxes_foreach:
 * @view: a text view
 * @start: where words begin
 * @end: where they end
 * @func: what to do with each box
 * @user_data: for @func
 *
 * Goes through the boxes that words are drawn in, in the coordinates of the buffer.
 */
void
tl_text_boxes_foreach (GtkTextView       *view,
                       const GtkTextIter *start,
                       const GtkTextIter *end,
                       TlBoxFunc          func,
                       gpointer           user_data)
{
  GtkTextIter last = *end;
  GdkRectangle box, last_box;

  if (gtk_text_iter_compare (start, end) >= 0)
    return;
  gtk_text_iter_backward_char (&last);
  box = tl_text_boxes_get_rectangle (view, start);
  last_box = tl_text_boxes_get_rectangle (view, &last);
  if (box.y == last_box.y && !is_turned (start, end))
    {
      gdk_rectangle_union (&box, &last_box, &box);
      func (&box, user_data);
    }
  else
    walk (view, start, end, func, user_data);
}
