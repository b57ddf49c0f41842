/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-mentions.h"

#include "tl-mention-popover.h"
#include "tl-mention-words.h"
#include "tl-popover.h"

struct _TlArticleMentions
{
  TlArticleText *text;          /* outlives this */
  GtkWidget     *parent;        /* likewise: what holds the popover */
  TlLibrary     *library;       /* owned, or NULL */
  GtkWidget     *popover;       /* weak: the parent's, while it is there */
};

static GArray *
list_at (TlArticleMentions *self,
         gsize              byte)
{
  TlArticleMarks *marks = tl_article_text_get_marks (self->text);

  if (marks == NULL)
    return g_array_new (FALSE, FALSE, sizeof (TlMark));
  return tl_article_marks_list (marks, (TlSpan) { (guint32) byte, (guint32) byte + 1 });
}

static TlArticle *
get_article (TlArticleMentions *self)
{
  return tl_article_marks_get_article (tl_article_text_get_marks (self->text));
}

/* ---- where the pointer is ---- */

static gboolean
query_tooltip_cb (GtkWidget         *widget,
                  int                x,
                  int                y,
                  gboolean           by_keyboard,
                  GtkTooltip        *tooltip,
                  TlArticleMentions *self)
{
  g_autoptr(GArray) marks = NULL;
  g_autofree char *markup = NULL;
  GdkRectangle place;
  gsize byte;

  if (by_keyboard || !tl_article_text_find_byte (self->text, x, y, &byte))
    return FALSE;
  marks = list_at (self, byte);
  if (marks->len == 0)
    return FALSE;
  markup = tl_mention_popover_dup_markup (get_article (self), marks, self->library);
  gtk_tooltip_set_markup (tooltip, markup);
  tl_article_text_get_place (self->text, g_array_index (marks, TlMark, marks->len - 1).span, &place);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

/* ---- where the caret is ---- */

static void
closed_cb (GtkPopover *popover)
{
  GtkWidget *text = g_object_get_data (G_OBJECT (popover), "tl-text");

  gtk_widget_grab_focus (text);
}

static void
drop_popover (TlArticleMentions *self)
{
  GtkWidget *popover = self->popover;

  if (popover == NULL)
    return;
  g_clear_weak_pointer (&self->popover);
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

static void
show_popover (TlArticleMentions *self,
              GArray            *marks)
{
  GtkWidget *popover = tl_mention_popover_new (get_article (self), marks, self->library);
  GdkRectangle place;
  double x, y;

  tl_article_text_get_place (self->text, g_array_index (marks, TlMark, marks->len - 1).span, &place);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->text), self->parent, place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  g_object_set_data_full (G_OBJECT (popover), "tl-text", g_object_ref (self->text), g_object_unref);
  drop_popover (self);
  tl_popover_attach (popover, self->parent);
  g_set_weak_pointer (&self->popover, popover);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * tl_article_mentions_list:
 * @self: what says what words mean
 *
 * Returns: (transfer full) (element-type TlMark): what the caret is on, or right behind
 */
GArray *
tl_article_mentions_list (TlArticleMentions *self)
{
  gsize caret = tl_article_text_get_caret (self->text);
  g_autoptr(GArray) marks = list_at (self, caret);

  if (marks->len > 0 || caret == 0)
    return g_steal_pointer (&marks);
  return list_at (self, caret - 1);
}

/* Who does not see the marks hears of them. */
static void
caret_moved_cb (TlArticleMentions *self)
{
  g_autoptr(GArray) marks = tl_article_mentions_list (self);
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      g_autofree char *line = tl_mention_words_dup_line (get_article (self), &g_array_index (marks, TlMark, i));

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TlArticleMentions     *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;
  return tl_article_mentions_describe (self);
}

/* A finger does not hover. */
static void
touched_cb (GtkGestureClick   *gesture,
            int                n_press,
            double             x,
            double             y,
            TlArticleMentions *self)
{
  g_autoptr(GArray) marks = NULL;
  TlSpan selection;
  gsize byte;

  if (n_press != 1 || tl_article_text_get_selection (self->text, &selection) ||
      !tl_article_text_find_byte (self->text, x, y, &byte))
    return;
  marks = list_at (self, byte);
  if (marks->len > 0)
    show_popover (self, marks);
}

/**
 * tl_article_mentions_new:
 * @text: where the words are
 * @parent: a widget around it, with a layout manager
 *
 * Returns: (transfer full): what says what they mean; free it before @text
 */
TlArticleMentions *
tl_article_mentions_new (TlArticleText *text,
                         GtkWidget     *parent)
{
  TlArticleMentions *self = g_new0 (TlArticleMentions, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *touch = gtk_gesture_click_new ();

  self->text = text;
  self->parent = parent;
  gtk_widget_set_has_tooltip (GTK_WIDGET (text), TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "notify::cursor-position",
                            G_CALLBACK (caret_moved_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (text), keys);

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  g_signal_connect (touch, "released", G_CALLBACK (touched_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (text), GTK_EVENT_CONTROLLER (touch));
  g_object_set_data_full (G_OBJECT (text), "tl-keys", g_object_ref (keys), g_object_unref);
  g_object_set_data_full (G_OBJECT (text), "tl-touch", g_object_ref (touch), g_object_unref);
  return self;
}

/**
 * tl_article_mentions_free:
 * @self: (transfer full): what says what words mean
 */
void
tl_article_mentions_free (TlArticleMentions *self)
{
  drop_popover (self);
  g_signal_handlers_disconnect_by_data (self->text, self);
  g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), self);
  g_signal_handlers_disconnect_by_data (g_object_get_data (G_OBJECT (self->text), "tl-keys"), self);
  g_signal_handlers_disconnect_by_data (g_object_get_data (G_OBJECT (self->text), "tl-touch"), self);
  g_clear_object (&self->library);
  g_free (self);
}

/**
 * tl_article_mentions_set_library:
 * @self: what says what words mean
 * @library: (nullable): which knows in how many articles a name is
 */
void
tl_article_mentions_set_library (TlArticleMentions *self,
                                 TlLibrary         *library)
{
  g_set_object (&self->library, library);
}

/**
 * tl_article_mentions_describe:
 * @self: what says what words mean
 *
 * Shows what was read where the caret is.
 *
 * Returns: whether there is something
 */
gboolean
tl_article_mentions_describe (TlArticleMentions *self)
{
  g_autoptr(GArray) marks = tl_article_mentions_list (self);

  if (marks->len == 0)
    return FALSE;
  show_popover (self, marks);
  return TRUE;
}

/**
 * tl_article_mentions_step:
 * @self: what says what words mean
 * @step: 1 for the next, -1 for the one before
 * @only_figures: whether only figures are meant
 *
 * Goes to a mark, from where the caret is, and selects its words.
 *
 * Returns: whether there is one
 */
gboolean
tl_article_mentions_step (TlArticleMentions *self,
                          int                step,
                          gboolean           only_figures)
{
  TlArticleMarks *marks = tl_article_text_get_marks (self->text);
  TlMark mark;

  if (marks == NULL ||
      !tl_article_marks_step (marks, tl_article_text_get_caret (self->text), step, only_figures, &mark))
    return FALSE;
  tl_article_text_select (self->text, mark.span);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return TRUE;
}
