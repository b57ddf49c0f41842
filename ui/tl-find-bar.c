/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-find-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-inner-names.h"

/**
 * TlFindBar:
 *
 * What is looked for in a text, how often it is there, and the ways to the next and the previous
 * place.  It does not know the text: it tells what is wanted by its signals.
 */
struct _TlFindBar
{
  AdwBin          parent_instance;

  GtkSearchBar   *search_bar;
  GtkSearchEntry *entry;
  GtkLabel       *count;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;
};

enum
{
  CHANGED,
  STEP,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFindBar, tl_find_bar, ADW_TYPE_BIN)

static void
changed_cb (TlFindBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
next_cb (TlFindBar *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
previous_cb (TlFindBar *self)
{
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
stop_cb (TlFindBar *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
mode_cb (TlFindBar *self)
{
  if (!tl_find_bar_is_open (self))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
tl_find_bar_dispose (GObject *object)
{
  tl_bin_dispose_template (GTK_WIDGET (object), TL_TYPE_FIND_BAR);

  G_OBJECT_CLASS (tl_find_bar_parent_class)->dispose (object);
}

static void
tl_find_bar_class_init (TlFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_find_bar_dispose;

  /**
   * TlFindBar::changed:
   *
   * Other words are looked for.
   */
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlFindBar::step:
   * @step: 1 for the next place, -1 for the one before
   *
   * A person wants to see another place.
   */
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * TlFindBar::closed:
   *
   * Nothing is looked for any more.
   */
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, TlFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
tl_find_bar_init (TlFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_inner_names_set_close (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->entry));
  tl_find_bar_set_count (self, -1, 0, FALSE);
}

/**
 * tl_find_bar_open:
 * @self: the bar
 * @words: (nullable): what to look for; %NULL for what was looked for last
 *
 * Lets type what to look for.
 */
void
tl_find_bar_open (TlFindBar  *self,
                  const char *words)
{
  g_return_if_fail (TL_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  if (words != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  changed_cb (self);
}

/**
 * tl_find_bar_is_open:
 * @self: the bar
 *
 * Returns: whether it is seen
 */
gboolean
tl_find_bar_is_open (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), FALSE);

  return gtk_search_bar_get_search_mode (self->search_bar);
}

/**
 * tl_find_bar_get_words:
 * @self: the bar
 *
 * Returns: (transfer none): what is looked for, "" for nothing
 */
const char *
tl_find_bar_get_words (TlFindBar *self)
{
  g_return_val_if_fail (TL_IS_FIND_BAR (self), "");

  return tl_find_bar_is_open (self) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

/**
 * tl_find_bar_set_count:
 * @self: the bar
 * @current: at which place a person is, from 0; -1 for none of them
 * @n_found: how many there are
 * @is_cut: whether there are more, which were not counted
 */
void
tl_find_bar_set_count (TlFindBar *self,
                       int        current,
                       guint      n_found,
                       gboolean   is_cut)
{
  const char *words;
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_FIND_BAR (self));

  words = tl_find_bar_get_words (self);
  if (words[0] == '\0')
    text = g_strdup ("");
  else if (n_found == 0)
    text = g_strdup (_("Not found"));
  else if (is_cut)
    /* Translators: which of the places that were found is shown, and that there are so many and more */
    text = g_strdup_printf (_("%d of more than %u"), current + 1, n_found);
  else
    /* Translators: which of the places that were found is shown, and how many there are */
    text = g_strdup_printf (_("%d of %u"), current + 1, n_found);
  gtk_label_set_text (self->count, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_sensitive (self->previous_button, n_found > 0);
  gtk_widget_set_sensitive (self->next_button, n_found > 0);
  if (words[0] != '\0' && n_found == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
