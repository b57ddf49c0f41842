/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mark of a chart stands for: one thing, or several that are drawn as one. */

#include "tl-chart-scene-private.h"

static void
clear_mark (gpointer data)
{
  TlMark *self = data;

  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->references, g_free);
}

/**
 * tl_marks_new:
 *
 * Returns: (transfer full) (element-type TlMark): an array of marks that frees what is theirs
 */
GArray *
tl_marks_new (void)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (TlMark));

  g_array_set_clear_func (marks, clear_mark);
  return marks;
}

/**
 * tl_mark_add_subject:
 * @self: a mark
 * @subject: what it stands for, too
 *
 * Adds to what a mark stands for.
 */
void
tl_mark_add_subject (TlMark    *self,
                     TlSubject  subject)
{
  if (self->subject.kind == TL_SUBJECT_NONE)
    {
      self->subject = subject;
      return;
    }
  if (self->others == NULL)
    self->others = g_array_new (FALSE, FALSE, sizeof (TlSubject));
  g_array_append_val (self->others, subject);
}

/**
 * tl_mark_get_n_subjects:
 * @self: a mark
 *
 * Returns: for how many things it stands
 */
guint
tl_mark_get_n_subjects (const TlMark *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return 1 + (self->others != NULL ? self->others->len : 0);
}

/**
 * tl_mark_get_subject:
 * @self: a mark
 * @index: below tl_mark_get_n_subjects()
 *
 * Returns: one of the things that it stands for, the first of which is the lowest
 */
TlSubject
tl_mark_get_subject (const TlMark *self,
                     guint         index)
{
  g_return_val_if_fail (self != NULL, TL_NO_SUBJECT);
  g_return_val_if_fail (index < tl_mark_get_n_subjects (self), TL_NO_SUBJECT);

  return index == 0 ? self->subject : g_array_index (self->others, TlSubject, index - 1);
}

/**
 * tl_mark_has_subject:
 * @self: a mark
 * @subject: something of the chart
 *
 * Returns: whether the mark stands for it, alone or with others
 */
gboolean
tl_mark_has_subject (const TlMark *self,
                     TlSubject     subject)
{
  for (guint i = 0; i < tl_mark_get_n_subjects (self); i++)
    if (tl_subject_equal (tl_mark_get_subject (self, i), subject))
      return TRUE;
  return FALSE;
}
