/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An article in a queue of figures to review: which of its figures are in it, and what was said of
 * them. */

#include "tl-review-stop.h"

#include <string.h>

static void
entry_clear (gpointer entry)
{
  g_object_unref (((TlReviewEntry *) entry)->figure);
}

/*
 * tl_review_article_clear:
 * @article: (type TlReviewArticle): an article of a queue
 */
void
tl_review_article_clear (gpointer article)
{
  TlReviewArticle *stop = article;

  g_clear_object (&stop->article);
  g_clear_pointer (&stop->entries, g_array_unref);
}

/*
 * tl_review_article_count:
 * @self: an article of a queue
 *
 * Returns: how many figures it has in it
 */
guint
tl_review_article_count (const TlReviewArticle *self)
{
  return self->entries != NULL ? self->entries->len : self->n_open;
}

/* "BY-BR" is of "BY". */
static gboolean
is_of (const char *partner,
       const char *country)
{
  gsize n = strlen (country);

  return strncmp (partner, country, n) == 0 && (partner[n] == '\0' || partner[n] == '-');
}

static gboolean
is_wanted (TlFigure    *figure,
           char *const *partners)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  if (partners[0] == NULL)
    return TRUE;
  return (is_of (data->partners[0], partners[0]) && is_of (data->partners[1], partners[1])) ||
         (is_of (data->partners[1], partners[0]) && is_of (data->partners[0], partners[1]));
}

/*
 * tl_review_article_list:
 * @self: an article that is loaded
 * @partners: two codes, or two %NULLs for all
 *
 * Notes which of its figures are to be reviewed.
 */
void
tl_review_article_list (TlReviewArticle *self,
                        char *const     *partners)
{
  GPtrArray *figures = tl_article_get_figures (self->article);

  self->entries = g_array_new (FALSE, FALSE, sizeof (TlReviewEntry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < figures->len; i++)
    {
      TlReviewEntry entry = { g_ptr_array_index (figures, i), TL_SAID_NOTHING };

      if (tl_figure_get_review (entry.figure) != TL_REVIEW_OPEN || !is_wanted (entry.figure, partners))
        continue;
      g_object_ref (entry.figure);
      g_array_append_val (self->entries, entry);
    }
}

static TlFigure *
find_same (GPtrArray *figures,
           TlFigure  *figure,
           gboolean   exactly)
{
  TlSpan quote = tl_figure_get_data (figure)->quote;
  g_autofree char *key = tl_figure_dup_key (figure);

  for (guint i = 0; i < figures->len; i++)
    {
      TlFigure *other = g_ptr_array_index (figures, i);
      TlSpan place = tl_figure_get_data (other)->quote;
      g_autofree char *other_key = NULL;

      if (place.start != quote.start || place.end != quote.end)
        continue;
      other_key = tl_figure_dup_key (other);
      if (!exactly || g_str_equal (key, other_key))
        return other;
    }
  return NULL;
}

/*
 * tl_review_get_said:
 * @figure: a figure that holds
 *
 * Returns: what a person said of it
 */
TlSaid
tl_review_get_said (TlFigure *figure)
{
  switch (tl_figure_get_review (figure))
    {
    case TL_REVIEW_CONFIRMED:
      return TL_SAID_CONFIRMED;
    case TL_REVIEW_EDITED:
    case TL_REVIEW_ADDED:
      return TL_SAID_EDITED;
    case TL_REVIEW_OPEN:
    default:
      return TL_SAID_NOTHING;
    }
}

/*
 * tl_review_article_follow:
 * @self: an article that was loaded again
 *
 * Something was said or undone elsewhere, too: an entry is what the article says of it now.
 *
 * Returns: the first entry that something was said of, and nothing is any more; -1 where there is
 *   none
 */
int
tl_review_article_follow (TlReviewArticle *self)
{
  int undone = -1;

  for (guint i = 0; i < self->entries->len; i++)
    {
      TlReviewEntry *entry = &g_array_index (self->entries, TlReviewEntry, i);
      GPtrArray *figures = tl_article_get_figures (self->article);
      GPtrArray *dismissed = tl_article_get_dismissed (self->article);
      TlFigure *now = find_same (figures, entry->figure, TRUE);
      TlFigure *gone = now == NULL ? find_same (dismissed, entry->figure, TRUE) : NULL;
      TlSaid said;

      if (now == NULL && gone == NULL)
        now = find_same (figures, entry->figure, FALSE);
      if (now == NULL && gone == NULL)
        gone = find_same (dismissed, entry->figure, FALSE);
      if (now == NULL && gone == NULL)
        continue;
      g_set_object (&entry->figure, (now != NULL ? now : gone));
      said = now != NULL ? tl_review_get_said (now) : TL_SAID_DISMISSED;
      if (entry->said != TL_SAID_NOTHING && said == TL_SAID_NOTHING && undone < 0)
        undone = (int) i;
      entry->said = said;
    }
  return undone;
}
