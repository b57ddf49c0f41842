/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-filter-chips.h"

#include <glib/gi18n-lib.h>

#include "tl-filter-words.h"
#include "tl-library-entities.h"
#include "tl-wrap-layout.h"

/**
 * TlFilterChips:
 *
 * By what articles are filtered: a button for each, which takes it away.
 *
 * Signal: "changed" when the person took one away; tl_filter_chips_get_query() is what is left.
 */
struct _TlFilterChips
{
  AdwBin          parent_instance;

  GtkWidget      *box;
  TlArticleQuery *query;        /* owned */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFilterChips, tl_filter_chips, ADW_TYPE_BIN)

/* What a chip stands for. */
typedef struct
{
  TlArticleFilter filter;
  char           *publisher;    /* owned, NULL but for a publisher */
  gint64          entity_id;
} Chip;

static void
chip_free (gpointer  data,
           GClosure *closure)
{
  Chip *chip = data;

  g_free (chip->publisher);
  g_free (chip);
}

static void
remove_chip (TlFilterChips *self,
             const Chip    *chip)
{
  switch (chip->filter)
    {
    case TL_FILTER_PUBLISHER:
      tl_article_query_set_publisher (self->query, chip->publisher, FALSE);
      break;
    case TL_FILTER_ENTITY:
      tl_article_query_set_entity (self->query, chip->entity_id, FALSE);
      break;
    case TL_FILTER_PERIOD:
    case TL_FILTER_LANGUAGE:
    case TL_FILTER_PAIR:
    case TL_FILTER_FIGURES:
    case TL_FILTER_TO_REVIEW:
    case TL_FILTER_WORDS:
    default:
      tl_article_query_clear (self->query, chip->filter);
      break;
    }
}

/* Who takes one away by the keyboard goes on with the next. */
static void
clicked_cb (GtkButton *button,
            Chip      *chip)
{
  GtkWidget *widget = GTK_WIDGET (button);
  TlFilterChips *self = TL_FILTER_CHIPS (gtk_widget_get_ancestor (widget, TL_TYPE_FILTER_CHIPS));
  GtkWidget *next = gtk_widget_get_next_sibling (widget);
  guint n_left = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (widget); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    n_left++;
  if (next == NULL && n_left > 0)
    n_left--;
  remove_chip (self, chip);
  g_signal_emit (self, signals[CHANGED], 0);

  next = gtk_widget_get_first_child (self->box);
  for (; next != NULL && n_left > 0; n_left--)
    next = gtk_widget_get_next_sibling (next);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static void
add_chip (TlFilterChips   *self,
          TlArticleFilter  filter,
          const char      *publisher,
          gint64           entity_id,
          const char      *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);
  Chip *chip = g_new (Chip, 1);
  /* Translators: takes away a filter, "Remove Filter “Kazinform”" */
  g_autofree char *name = g_strdup_printf (_("Remove Filter “%s”"), label);

  *chip = (Chip) { filter, g_strdup (publisher), entity_id };
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), chip, chip_free, 0);
  gtk_widget_set_parent (button, self->box);
}

static void
add_publishers (TlFilterChips *self)
{
  GPtrArray *publishers = tl_article_query_get_publishers (self->query);

  for (guint i = 0; i < publishers->len; i++)
    {
      const char *publisher = g_ptr_array_index (publishers, i);
      g_autofree char *label = tl_filter_words_for_publisher (publisher);

      add_chip (self, TL_FILTER_PUBLISHER, publisher, 0, label);
    }
}

static void
add_entities (TlFilterChips *self,
              TlLibrary     *library)
{
  GArray *entities = tl_article_query_get_entities (self->query);

  for (guint i = 0; i < entities->len; i++)
    {
      gint64 id = g_array_index (entities, gint64, i);
      g_autoptr(TlKnownEntity) entity =
        library != NULL ? tl_library_load_entity (library, id, NULL) : NULL;

      add_chip (self, TL_FILTER_ENTITY, NULL, id, entity != NULL ? entity->name : _("Unknown name"));
    }
}

static void
add_chips (TlFilterChips *self,
           TlLibrary     *library)
{
  const TlArticleQuery *query = self->query;

  if (tl_article_query_has_filter (query, TL_FILTER_TO_REVIEW))
    add_chip (self, TL_FILTER_TO_REVIEW, NULL, 0, _("To Be Reviewed"));
  if (tl_article_query_has_filter (query, TL_FILTER_FIGURES))
    add_chip (self, TL_FILTER_FIGURES, NULL, 0, _("Has Figures"));
  if (tl_article_query_has_filter (query, TL_FILTER_PAIR))
    {
      g_autofree char *label = tl_filter_words_for_pair (tl_article_query_get_partner (query, 0),
                                                         tl_article_query_get_partner (query, 1));

      add_chip (self, TL_FILTER_PAIR, NULL, 0, label);
    }
  if (tl_article_query_has_filter (query, TL_FILTER_PERIOD))
    {
      g_autofree char *label = tl_filter_words_for_period (query);

      add_chip (self, TL_FILTER_PERIOD, NULL, 0, label);
    }
  if (tl_article_query_has_filter (query, TL_FILTER_LANGUAGE))
    {
      g_autofree char *label = tl_filter_words_for_language (tl_article_query_get_language (query));

      add_chip (self, TL_FILTER_LANGUAGE, NULL, 0, label);
    }
  add_entities (self, library);
  add_publishers (self);
}

static void
remove_chips (TlFilterChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_widget_unparent (child);
}

static void
tl_filter_chips_dispose (GObject *object)
{
  TlFilterChips *self = TL_FILTER_CHIPS (object);

  if (self->box != NULL)
    remove_chips (self);
  self->box = NULL;
  g_clear_pointer (&self->query, tl_article_query_free);

  G_OBJECT_CLASS (tl_filter_chips_parent_class)->dispose (object);
}

static void
tl_filter_chips_class_init (TlFilterChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_filter_chips_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tl_filter_chips_init (TlFilterChips *self)
{
  self->query = tl_article_query_new ();
  self->box = g_object_new (ADW_TYPE_BIN, NULL);
  gtk_widget_set_layout_manager (self->box, g_object_new (TL_TYPE_WRAP_LAYOUT, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Filters"), -1);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * tl_filter_chips_set_query:
 * @self: the chips
 * @library: (nullable): whose entities the query names
 * @query: what is asked for
 *
 * Shows by what articles are filtered.
 */
void
tl_filter_chips_set_query (TlFilterChips        *self,
                           TlLibrary            *library,
                           const TlArticleQuery *query)
{
  g_return_if_fail (TL_IS_FILTER_CHIPS (self));
  g_return_if_fail (query != NULL);

  if (query != self->query)
    {
      tl_article_query_free (self->query);
      self->query = tl_article_query_copy (query);
    }
  remove_chips (self);
  add_chips (self, library);
  gtk_widget_set_visible (GTK_WIDGET (self), tl_article_query_has_chips (self->query));
}

/**
 * tl_filter_chips_get_query:
 * @self: the chips
 *
 * Returns: (transfer none): what is asked for by what is left of them
 */
const TlArticleQuery *
tl_filter_chips_get_query (TlFilterChips *self)
{
  g_return_val_if_fail (TL_IS_FILTER_CHIPS (self), NULL);

  return self->query;
}
