/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-head.h"

#include <glib/gi18n-lib.h>

#include "tl-article-shifts.h"
#include "tl-bin.h"
#include "tl-fact-field.h"
#include "tl-original.h"
#include "tl-shift-words.h"
#include "tl-words.h"
#include "tl-wrap-layout.h"

struct _TlArticleHead
{
  AdwBin         parent_instance;

  TlFactField   *title;
  GtkWidget     *facts;
  TlFactField   *publisher;
  TlFactField   *author;
  TlFactField   *published;
  TlFactField   *url;
  GtkMenuButton *shifts_button;
  GtkPopover    *shifts_popover;
  GtkListBox    *shifts_list;
  GtkWidget     *details;
  GtkButton     *open_original;

  gboolean       title_is_in_text; /* and need not be said twice */
  gint64         id;            /* of the article in its library, or 0 */
  TlArticle     *article;       /* owned, NULL when there is none */
  TlArticle     *moved;         /* owned: the reading that the shifts led to; or NULL */
};

enum
{
  SHOW_SPAN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlArticleHead, tl_article_head, ADW_TYPE_BIN)

#define N_FIELDS 5

static TlFactField *
get_field (TlArticleHead *self,
           guint          nth)
{
  TlFactField *fields[N_FIELDS] = { self->title, self->publisher, self->author, self->published, self->url };

  return fields[nth];
}

static void
corrected_cb (TlArticleHead *self,
              const char    *value,
              TlFactField   *field)
{
  guint fact;

  g_object_get (field, "fact", &fact, NULL);
  if (value != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.correct-fact", "(xus)", self->id, fact, value);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reset-fact", "(xu)", self->id, fact);
}

/* Its title is in the text again. */
static void
title_stopped_cb (TlArticleHead *self)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->title)) != NULL;

  if (has_focus && self->title_is_in_text)
    gtk_widget_grab_focus (self->details);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->title_is_in_text);
}

/* ---- what moved ---- */

static void
row_activated_cb (TlArticleHead *self,
                  GtkListBoxRow *row)
{
  TlSpan *span = g_object_get_data (G_OBJECT (row), "span");

  gtk_popover_popdown (self->shifts_popover);
  g_signal_emit (self, signals[SHOW_SPAN], 0, span->start, span->end);
}

static void
add_row (TlArticleHead        *self,
         const TlArticleShift *shift)
{
  g_autofree char *words = tl_words_for_shift (shift);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "span", g_memdup2 (&shift->span, sizeof shift->span), g_free);
  gtk_list_box_append (self->shifts_list, row);
}

static void
remove_shifts (TlArticleHead *self)
{
  GtkListBoxRow *row;

  g_clear_object (&self->moved);
  gtk_widget_set_visible (GTK_WIDGET (self->shifts_button), FALSE);
  while ((row = gtk_list_box_get_row_at_index (self->shifts_list, 0)) != NULL)
    gtk_list_box_remove (self->shifts_list, GTK_WIDGET (row));
}

static gboolean
has_same_text (TlArticle *article,
               TlArticle *other)
{
  return article != NULL && g_str_equal (tl_article_get_text (article), tl_article_get_text (other));
}

static gboolean
has_same_day (TlArticle *article,
              TlArticle *other)
{
  return tl_date_compare (tl_article_get_published (article), tl_article_get_published (other)) == 0;
}

/* What moved is told for as long as that reading stays. */
static gboolean
is_moved (TlArticleHead *self,
          TlArticle     *article)
{
  return has_same_text (self->moved, article) && has_same_day (self->moved, article);
}

/* The same article with another day, be it corrected or that undone. */
static void
show_shifts (TlArticleHead *self,
             TlArticle     *before,
             TlArticle     *after)
{
  g_autoptr(GPtrArray) shifts = tl_article_find_shifts (before, after);
  g_autofree char *count = NULL;

  remove_shifts (self);
  if (shifts->len == 0)
    return;
  self->moved = g_object_ref (after);
  for (guint i = 0; i < shifts->len; i++)
    add_row (self, shifts->pdata[i]);
  count = tl_words_count_shifts (shifts);
  gtk_menu_button_set_label (self->shifts_button, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shifts_button), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->shifts_button), TRUE);
}

/* ---- the object ---- */

static void
tl_article_head_dispose (GObject *object)
{
  TlArticleHead *self = TL_ARTICLE_HEAD (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ARTICLE_HEAD);
  g_clear_object (&self->article);
  g_clear_object (&self->moved);

  G_OBJECT_CLASS (tl_article_head_parent_class)->dispose (object);
}

static void
tl_article_head_class_init (TlArticleHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_article_head_dispose;

  signals[SHOW_SPAN] =
    g_signal_new ("show-span", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (TL_TYPE_FACT_FIELD);
  g_type_ensure (TL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-article-head.ui");
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, title);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, facts);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, publisher);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, author);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, published);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, url);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, shifts_button);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, shifts_popover);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, shifts_list);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, details);
  gtk_widget_class_bind_template_child (widget_class, TlArticleHead, open_original);
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_article_head_init (TlArticleHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_article_head_set_article:
 * @self: the head
 * @article: an article
 * @title_is_in_text: whether its text begins with its title, which need not be said twice
 *
 * Shows what is known of an article.  Where it is the one that is shown already, with another day,
 * it tells what moved by that.
 */
void
tl_article_head_set_article (TlArticleHead *self,
                             TlArticle     *article,
                             gboolean       title_is_in_text)
{
  gboolean is_same;

  g_return_if_fail (TL_IS_ARTICLE_HEAD (self));
  g_return_if_fail (TL_IS_ARTICLE (article));

  is_same = has_same_text (self->article, article);
  if (is_same && !has_same_day (self->article, article))
    show_shifts (self, self->article, article);
  else if (!is_moved (self, article))
    remove_shifts (self);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (self->article != NULL && !is_same)
        tl_fact_field_give_up (get_field (self, i));
      tl_fact_field_set_article (get_field (self, i), article);
    }
  g_set_object (&self->article, article);
  self->title_is_in_text = title_is_in_text;
  gtk_widget_set_visible (GTK_WIDGET (self->title), !title_is_in_text || tl_fact_field_is_edited (self->title));
  tl_original_set_address (self->open_original, tl_article_get_url (self->article));
}

/**
 * tl_article_head_set_id:
 * @self: the head
 * @id: by what the library knows the article; 0 for none
 *
 * Tells whose facts are corrected.
 */
void
tl_article_head_set_id (TlArticleHead *self,
                        gint64         id)
{
  g_return_if_fail (TL_IS_ARTICLE_HEAD (self));

  /* What is being written is of the other article, though it may have the same text. */
  for (guint i = 0; i < N_FIELDS && self->id != id; i++)
    tl_fact_field_give_up (get_field (self, i));
  if (self->id != id)
    remove_shifts (self);
  self->id = id;
}

/**
 * tl_article_head_edit_title:
 * @self: the head, with an article
 *
 * Lets a person write the title; above the text, also where it stands in the text.
 */
void
tl_article_head_edit_title (TlArticleHead *self)
{
  g_return_if_fail (TL_IS_ARTICLE_HEAD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title), TRUE);
  tl_fact_field_edit (self->title);
}
