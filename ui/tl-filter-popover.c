/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-filter-popover.h"

#include <glib/gi18n-lib.h>

#include "tl-article-facets.h"
#include "tl-facet-item.h"
#include "tl-filter-words.h"

/* So few publishers are seen at once. */
#define MANY_PUBLISHERS 8

/**
 * TlFilterPopover:
 *
 * By what articles can be filtered, and how many there are of each: counted whenever it is
 * opened.
 *
 * Signal: "changed" when the person chose something; tl_filter_popover_get_query() is what is
 * asked for then.
 */
struct _TlFilterPopover
{
  GtkPopover       parent_instance;

  AdwActionRow    *to_review_row;
  GtkSwitch       *to_review;
  AdwActionRow    *has_figures_row;
  GtkSwitch       *has_figures;
  AdwComboRow     *pair;
  AdwComboRow     *from;
  AdwComboRow     *to;
  AdwComboRow     *language;
  GtkWidget       *publisher_search;
  GtkWidget       *publisher_frame;
  GtkListView     *publisher_view;

  GListStore      *publishers;          /* owned */
  GtkStringFilter *publisher_filter;    /* owned */
  TlLibrary       *library;             /* owned, or NULL */
  TlArticleQuery  *query;               /* owned */
  GCancellable    *cancellable;         /* owned, of what is being counted; or NULL */
  gboolean         is_filling;          /* what changes now, nobody chose */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFilterPopover, tl_filter_popover, GTK_TYPE_POPOVER)

/* ---- choosing ---- */

static void
tell (TlFilterPopover *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
switched_cb (TlFilterPopover *self)
{
  if (self->is_filling)
    return;
  tl_article_query_set_to_review (self->query, gtk_switch_get_active (self->to_review));
  tl_article_query_set_has_figures (self->query, gtk_switch_get_active (self->has_figures));
  tell (self);
}

static const char *
get_chosen (AdwComboRow *row)
{
  TlFacetItem *item = adw_combo_row_get_selected_item (row);

  return item != NULL ? tl_facet_item_get_value (item) : NULL;
}

static TlDate
get_year (AdwComboRow *row)
{
  const char *year = get_chosen (row);

  return year != NULL ? (TlDate) { (gint16) g_ascii_strtoll (year, NULL, 10), 0, 0 }
                      : TL_DATE_NONE;
}

static void
chosen_cb (TlFilterPopover *self)
{
  g_auto(GStrv) pair = NULL;
  const char *chosen = self->is_filling ? NULL : get_chosen (self->pair);

  if (self->is_filling)
    return;
  pair = chosen != NULL ? g_strsplit (chosen, ",", 2) : NULL;
  if (pair != NULL && g_strv_length (pair) == 2)
    tl_article_query_set_pair (self->query, pair[0], pair[1]);
  else
    tl_article_query_clear (self->query, TL_FILTER_PAIR);
  tl_article_query_set_language (self->query, get_chosen (self->language));
  tl_article_query_set_period (self->query, get_year (self->from), get_year (self->to));
  tell (self);
}

/* ---- publishers ---- */

static void
checked_cb (GtkCheckButton *check,
            GtkListItem    *list_item)
{
  GtkWidget *widget = GTK_WIDGET (check);
  TlFilterPopover *self =
    TL_FILTER_POPOVER (gtk_widget_get_ancestor (widget, TL_TYPE_FILTER_POPOVER));
  TlFacetItem *item = gtk_list_item_get_item (list_item);

  if (self == NULL || item == NULL || self->is_filling)
    return;
  tl_article_query_set_publisher (self->query, tl_facet_item_get_value (item),
                                  gtk_check_button_get_active (check));
  tell (self);
}

static void
setup_publisher_cb (GtkSignalListItemFactory *factory,
                    GtkListItem              *list_item,
                    TlFilterPopover          *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_can_focus (check, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_publisher_cb (GtkSignalListItemFactory *factory,
                   GtkListItem              *list_item,
                   TlFilterPopover          *self)
{
  TlFacetItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *label = gtk_widget_get_next_sibling (check);
  g_autofree char *count = NULL;

  g_object_get (item, "count", &count, NULL);
  gtk_label_set_text (GTK_LABEL (label), tl_facet_item_get_label (item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_facet_item_get_label (item), -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               tl_article_query_has_publisher (self->query,
                                                               tl_facet_item_get_value (item)));
  g_signal_connect (check, "toggled", G_CALLBACK (checked_cb), list_item);
}

static void
unbind_publisher_cb (GtkSignalListItemFactory *factory,
                     GtkListItem              *list_item,
                     TlFilterPopover          *self)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  g_signal_handlers_disconnect_by_data (check, list_item);
}

/* Fills the list anew: its rows look whether they are chosen. */
static void
refresh_publishers (TlFilterPopover *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self->publishers), 0,
                              g_list_model_get_n_items (G_LIST_MODEL (self->publishers)),
                              g_list_model_get_n_items (G_LIST_MODEL (self->publishers)));
}

static void
publisher_activate_cb (TlFilterPopover *self,
                       guint            position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->publisher_view));
  g_autoptr(TlFacetItem) item = g_list_model_get_item (model, position);
  const char *publisher = tl_facet_item_get_value (item);

  tl_article_query_set_publisher (self->query, publisher,
                                  !tl_article_query_has_publisher (self->query, publisher));
  refresh_publishers (self);
  tell (self);
}

static void
publisher_search_cb (TlFilterPopover *self)
{
  gtk_string_filter_set_search (self->publisher_filter,
                                gtk_editable_get_text (GTK_EDITABLE (self->publisher_search)));
}

/* ---- filling ---- */

typedef char *(* Label) (const char *value);

static char *
label_for_year (const char *value)
{
  return g_strdup (value);
}

static char *
label_for_pair (const char *value)
{
  g_auto(GStrv) pair = g_strsplit (value, ",", 2);

  return tl_filter_words_for_pair (pair[0], pair[1] != NULL ? pair[1] : "");
}

static void
append (GListStore *store,
        const char *value,
        const char *label,
        guint       n_articles)
{
  g_autoptr(TlFacetItem) item = tl_facet_item_new (value, label, n_articles);

  g_list_store_append (store, item);
}

static char *
label_with_count (const TlFacet *facet,
                  Label          get_label)
{
  g_autofree char *label = get_label (facet->name);
  g_autofree char *n_articles = tl_filter_words_for_number (facet->n_articles);

  /* Translators: what articles can be filtered by, and how many there are: "Russian (12)" */
  return g_strdup_printf (C_("filter", "%s (%s)"), label, n_articles);
}

/* What was chosen stays so, even if no article has it any more. */
static void
fill_row (AdwComboRow *row,
          GArray      *facets,
          Label        get_label,
          const char  *chosen)
{
  g_autoptr(GListStore) store = g_list_store_new (TL_TYPE_FACET_ITEM);
  guint selected = chosen == NULL ? 0 : GTK_INVALID_LIST_POSITION;

  append (store, NULL, _("Any"), 0);
  for (guint i = 0; i < facets->len; i++)
    {
      const TlFacet *facet = &g_array_index (facets, TlFacet, i);
      g_autofree char *label = label_with_count (facet, get_label);

      if (chosen != NULL && g_str_equal (chosen, facet->name))
        selected = i + 1;
      append (store, facet->name, label, facet->n_articles);
    }
  if (selected == GTK_INVALID_LIST_POSITION)
    {
      g_autofree char *label = get_label (chosen);

      selected = g_list_model_get_n_items (G_LIST_MODEL (store));
      append (store, chosen, label, 0);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (store));
  adw_combo_row_set_selected (row, selected);
}

static char *
dup_year (TlDate date)
{
  return date.year != 0 ? g_strdup_printf ("%d", date.year) : NULL;
}

static void
fill_rows (TlFilterPopover       *self,
           const TlArticleFacets *facets)
{
  const TlArticleQuery *query = self->query;
  g_autofree char *from = dup_year (tl_article_query_get_from (query));
  g_autofree char *to = dup_year (tl_article_query_get_to (query));
  g_autofree char *pair = g_strdup_printf ("%s,%s", tl_article_query_get_partner (query, 0),
                                           tl_article_query_get_partner (query, 1));
  gboolean has_pair = tl_article_query_has_filter (query, TL_FILTER_PAIR);
  g_autoptr(GArray) years = g_array_new (FALSE, FALSE, sizeof (TlFacet));

  for (guint i = 0; i < facets->years->len; i++)
    if (*g_array_index (facets->years, TlFacet, i).name != '\0')
      g_array_append_val (years, g_array_index (facets->years, TlFacet, i));
  fill_row (self->pair, facets->pairs, label_for_pair, has_pair ? pair : NULL);
  fill_row (self->language, facets->languages, tl_filter_words_for_language,
            tl_article_query_get_language (query));
  fill_row (self->from, years, label_for_year, from);
  fill_row (self->to, years, label_for_year, to);
}

static void
fill_publishers (TlFilterPopover *self,
                 GArray          *publishers)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < publishers->len; i++)
    {
      const TlFacet *facet = &g_array_index (publishers, TlFacet, i);
      g_autofree char *label = tl_filter_words_for_publisher (facet->name);

      g_ptr_array_add (items, tl_facet_item_new (facet->name, label, facet->n_articles));
    }
  g_list_store_splice (self->publishers, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->publishers)), items->pdata,
                       items->len);
  gtk_widget_set_visible (self->publisher_search, publishers->len > MANY_PUBLISHERS);
  gtk_widget_set_visible (self->publisher_frame, publishers->len > 0);
}

static void
say_count (AdwActionRow *row,
           guint         n_articles)
{
  g_autofree char *number = tl_filter_words_for_number (n_articles);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s article",
                                                        "%s articles", n_articles),
                                           number);

  adw_action_row_set_subtitle (row, text);
}

static void
counted_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticleFacets) facets =
    tl_library_count_facets_finish (TL_LIBRARY (source_object), result, &error);
  TlFilterPopover *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (facets == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  self->is_filling = TRUE;
  say_count (self->to_review_row, facets->n_to_review);
  say_count (self->has_figures_row, facets->n_with_figures);
  fill_rows (self, facets);
  fill_publishers (self, facets->publishers);
  self->is_filling = FALSE;
}

static void
give_up (TlFilterPopover *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
count (TlFilterPopover *self)
{
  give_up (self);
  if (self->library == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  tl_library_count_facets_async (self->library, self->query, self->cancellable, counted_cb, self);
}

/* ---- the widget ---- */

static void
tl_filter_popover_show (GtkWidget *widget)
{
  TlFilterPopover *self = TL_FILTER_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->publisher_search), "");
  count (self);
  GTK_WIDGET_CLASS (tl_filter_popover_parent_class)->show (widget);
}

static void
tl_filter_popover_dispose (GObject *object)
{
  TlFilterPopover *self = TL_FILTER_POPOVER (object);

  give_up (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_FILTER_POPOVER);
  g_clear_object (&self->publishers);
  g_clear_object (&self->publisher_filter);
  g_clear_object (&self->library);
  g_clear_pointer (&self->query, tl_article_query_free);

  G_OBJECT_CLASS (tl_filter_popover_parent_class)->dispose (object);
}

static void
tl_filter_popover_class_init (TlFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_filter_popover_dispose;
  widget_class->show = tl_filter_popover_show;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               TL_RESOURCES "tl-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, to_review_row);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, to_review);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, has_figures_row);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, has_figures);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, pair);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, from);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, to);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, language);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, publisher_search);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, publisher_frame);
  gtk_widget_class_bind_template_child (widget_class, TlFilterPopover, publisher_view);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, publisher_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, publisher_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_publisher_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_publisher_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_publisher_cb);
}

static void
show_labels (AdwComboRow *row)
{
  g_autoptr(GtkExpression) label =
    gtk_property_expression_new (TL_TYPE_FACET_ITEM, NULL, "label");

  adw_combo_row_set_expression (row, label);
}

static void
tl_filter_popover_init (TlFilterPopover *self)
{
  GtkExpression *label;
  GtkFilterListModel *filtered;
  GtkSelectionModel *model;

  self->query = tl_article_query_new ();
  self->publishers = g_list_store_new (TL_TYPE_FACET_ITEM);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_labels (self->pair);
  show_labels (self->from);
  show_labels (self->to);
  show_labels (self->language);
  self->is_filling = FALSE;

  label = gtk_property_expression_new (TL_TYPE_FACET_ITEM, NULL, "label");
  self->publisher_filter = gtk_string_filter_new (label);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->publishers)),
                                        GTK_FILTER (g_object_ref (self->publisher_filter)));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered)));
  gtk_list_view_set_model (self->publisher_view, model);
  g_object_unref (model);
}

/**
 * tl_filter_popover_set_library:
 * @self: the popover
 * @library: (nullable): whose articles are filtered
 */
void
tl_filter_popover_set_library (TlFilterPopover *self,
                               TlLibrary       *library)
{
  g_return_if_fail (TL_IS_FILTER_POPOVER (self));

  give_up (self);
  g_set_object (&self->library, library);
}

/**
 * tl_filter_popover_set_query:
 * @self: the popover
 * @query: what is asked for
 *
 * Shows by what articles are filtered.
 */
void
tl_filter_popover_set_query (TlFilterPopover      *self,
                             const TlArticleQuery *query)
{
  TlArticleQuery *copy;

  g_return_if_fail (TL_IS_FILTER_POPOVER (self));
  g_return_if_fail (query != NULL);

  copy = tl_article_query_copy (query);
  tl_article_query_free (self->query);
  self->query = copy;
  self->is_filling = TRUE;
  gtk_switch_set_active (self->to_review, tl_article_query_has_filter (query, TL_FILTER_TO_REVIEW));
  gtk_switch_set_active (self->has_figures, tl_article_query_has_filter (query, TL_FILTER_FIGURES));
  self->is_filling = FALSE;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    count (self);
}

/**
 * tl_filter_popover_get_query:
 * @self: the popover
 *
 * Returns: (transfer none): what is asked for by what is chosen
 */
const TlArticleQuery *
tl_filter_popover_get_query (TlFilterPopover *self)
{
  g_return_val_if_fail (TL_IS_FILTER_POPOVER (self), NULL);

  return self->query;
}
