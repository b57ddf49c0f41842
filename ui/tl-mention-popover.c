/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What marked words were taken to mean, beside them: in a tip while the pointer is there, or to
 * stay, with what can be done, when it is asked for by a key or a finger. */

#include "tl-mention-popover.h"

#include <glib/gi18n-lib.h>

#include "tl-figure-target.h"
#include "tl-mention-words.h"

/* More at one place would not be read. */
#define MOST 3

static GtkWidget *
new_label (const char *text,
           const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static GtkWidget *
new_button (const char *label,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* What was asked for is seen in the window: the popover would be in the way. */
static void
clicked_cb (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
add_button (GtkWidget *box,
            GtkWidget *button)
{
  g_signal_connect_after (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_buttons (TlArticle    *article,
             const TlMark *mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_margin_top (box, 6);
  if (mark->kind == TL_MENTION_FIGURE)
    {
      TlFigure *figure = g_ptr_array_index (tl_article_get_figures (article), mark->index);

      add_button (box, new_button (_("_Why?"), "win.show-why", tl_figure_target_new (0, figure)));
      add_button (box, new_button (_("_Edit"), "win.edit-figure", tl_figure_target_new (0, figure)));
    }
  else if (mark->kind <= TL_MENTION_EVENT)
    {
      TlEntity *entity = g_ptr_array_index (tl_article_get_entities (article), mark->index);

      /* One below the other: in a narrow window there is no room beside. */
      gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
      if (tl_entity_get_id (entity) != 0)
        {
          add_button (box, new_button (_("_Show Articles Naming It"), "win.list-naming",
                                       g_variant_new_int64 (tl_entity_get_id (entity))));
          add_button (box, new_button (_("Show in _Library"), "win.show-entity",
                                       g_variant_new_int64 (tl_entity_get_id (entity))));
        }
    }
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  return box;
}

static GtkWidget *
new_group (TlArticle    *article,
           const TlMark *mark,
           TlLibrary    *library)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = tl_mention_words_dup_title (article, mark);
  g_autofree char *detail = tl_mention_words_dup_detail (article, mark, library);

  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (detail, "mention-detail"));
  gtk_box_append (GTK_BOX (box), new_buttons (article, mark));
  return box;
}

/* An amount that a figure has been made of is said by the figure. */
static GArray *
list_said (GArray *marks)
{
  GArray *said = g_array_new (FALSE, FALSE, sizeof (TlMark));
  gboolean has_figure = FALSE;

  for (guint i = 0; i < marks->len; i++)
    has_figure = has_figure || g_array_index (marks, TlMark, i).kind == TL_MENTION_FIGURE;
  for (guint i = 0; i < marks->len && said->len < MOST; i++)
    {
      const TlMark *mark = &g_array_index (marks, TlMark, i);

      if (!has_figure || mark->kind != TL_MENTION_AMOUNT)
        g_array_append_val (said, *mark);
    }
  return said;
}

/**
 * tl_mention_popover_new:
 * @article: an article
 * @marks: (element-type TlMark): what stands at a place of it
 * @library: (nullable): the article's
 *
 * Returns: (transfer floating): a popover that says what was read there
 */
GtkWidget *
tl_mention_popover_new (TlArticle *article,
                        GArray    *marks,
                        TlLibrary *library)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autoptr(GArray) said = list_said (marks);
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < said->len; i++)
    {
      const TlMark *mark = &g_array_index (said, TlMark, i);
      g_autofree char *title = tl_mention_words_dup_title (article, mark);
      g_autofree char *detail = tl_mention_words_dup_detail (article, mark, library);

      if (i > 0)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (box), new_group (article, mark, library));
      g_string_append_printf (name, "%s%s\n%s", i > 0 ? "\n" : "", title, detail);
    }
  gtk_widget_add_css_class (popover, "mention");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  return popover;
}

/**
 * tl_mention_popover_dup_markup:
 * @article: an article
 * @marks: (element-type TlMark): what stands at a place of it
 * @library: (nullable): the article's
 *
 * Returns: (transfer full): what was read there, as Pango markup
 */
char *
tl_mention_popover_dup_markup (TlArticle *article,
                               GArray    *marks,
                               TlLibrary *library)
{
  g_autoptr(GArray) said = list_said (marks);
  g_autoptr(GString) markup = g_string_new (NULL);

  for (guint i = 0; i < said->len; i++)
    {
      const TlMark *mark = &g_array_index (said, TlMark, i);
      g_autofree char *title = tl_mention_words_dup_title (article, mark);
      g_autofree char *detail = tl_mention_words_dup_detail (article, mark, library);
      g_autofree char *group = g_markup_printf_escaped ("<b>%s</b>\n%s", title, detail);

      g_string_append_printf (markup, "%s%s", i > 0 ? "\n\n" : "", group);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}
