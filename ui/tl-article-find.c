/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-find.h"

#include <string.h>

#include "tl-article-hits.h"

struct _TlArticleFind
{
  TlArticleText *text;          /* outlives this, as does the bar */
  TlFindBar     *bar;
  TlArticleHits *hits;          /* owned */
};

/* More bytes are no words to look for. */
#define MOST_WORDS 80

static const char *
get_text (TlArticleFind *self)
{
  TlArticleMarks *marks = tl_article_text_get_marks (self->text);

  return marks != NULL ? tl_article_get_text (tl_article_marks_get_article (marks)) : NULL;
}

static void
show_count (TlArticleFind *self)
{
  int current;
  gboolean is_cut;
  guint n_found = tl_article_hits_count (self->hits, &current, &is_cut);

  tl_find_bar_set_count (self->bar, current, n_found, is_cut);
}

static void
go_to (TlArticleFind *self,
       int            step)
{
  TlSpan span;

  if (get_text (self) != NULL && tl_article_hits_step (self->hits, step, &span))
    tl_article_text_select (self->text, span);
  show_count (self);
}

/* While one types, what is found is where one was or behind it. */
static void
changed_cb (TlArticleFind *self)
{
  tl_article_find_renew (self);
  tl_article_hits_begin (self->hits, tl_article_text_get_caret (self->text));
  go_to (self, 1);
}

static void
step_cb (TlArticleFind *self,
         int            step)
{
  go_to (self, step);
}

static void
closed_cb (TlArticleFind *self)
{
  tl_article_hits_clear (self->hits);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/**
 * tl_article_find_new:
 * @text: where the article is
 * @bar: where it is typed what to look for
 *
 * Returns: (transfer full): what looks for it; free it before both
 */
TlArticleFind *
tl_article_find_new (TlArticleText *text,
                     TlFindBar     *bar)
{
  TlArticleFind *self = g_new0 (TlArticleFind, 1);

  self->text = text;
  self->bar = bar;
  self->hits = tl_article_hits_new (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "found");
  g_signal_connect_swapped (bar, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (bar, "step", G_CALLBACK (step_cb), self);
  g_signal_connect_swapped (bar, "closed", G_CALLBACK (closed_cb), self);
  return self;
}

/**
 * tl_article_find_free:
 * @self: (transfer full): what looks for something
 */
void
tl_article_find_free (TlArticleFind *self)
{
  g_signal_handlers_disconnect_by_data (self->bar, self);
  tl_article_hits_free (self->hits);
  g_free (self);
}

/**
 * tl_article_find_colour:
 * @self: what looks for something
 * @is_dark: whether the ground is dark
 *
 * Marks what is found by a colour that goes with the ground.
 */
void
tl_article_find_colour (TlArticleFind *self,
                        gboolean       is_dark)
{
  tl_article_hits_colour (self->hits, is_dark);
}

/**
 * tl_article_find_renew:
 * @self: what looks for something
 *
 * Looks for it anew, as the text is another one.
 */
void
tl_article_find_renew (TlArticleFind *self)
{
  tl_article_hits_clear (self->hits);
  if (get_text (self) != NULL)
    tl_article_hits_find_string (self->hits, tl_article_text_get_map (self->text), get_text (self),
                                 tl_find_bar_get_words (self->bar));
  show_count (self);
}

/**
 * tl_article_find_open:
 * @self: what looks for something
 *
 * Lets type what to look for; what is selected in the text, where it is short.
 */
void
tl_article_find_open (TlArticleFind *self)
{
  g_autofree char *words = NULL;
  TlSpan span;

  if (get_text (self) == NULL)
    return;
  if (tl_article_text_get_selection (self->text, &span) && span.end - span.start < MOST_WORDS)
    words = g_strndup (get_text (self) + span.start, span.end - span.start);
  if (words != NULL && strchr (words, '\n') != NULL)
    g_clear_pointer (&words, g_free);
  tl_find_bar_open (self->bar, words);
}

/**
 * tl_article_find_step:
 * @self: what looks for something
 * @step: 1 for the next, -1 for the one before
 *
 * Goes to another place.
 *
 * Returns: whether something is looked for
 */
gboolean
tl_article_find_step (TlArticleFind *self,
                      int            step)
{
  if (tl_find_bar_get_words (self->bar)[0] == '\0')
    return FALSE;
  go_to (self, step);
  return TRUE;
}
