/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-list-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-announcer.h"
#include "tl-bin.h"
#include "tl-filter-chips.h"
#include "tl-filter-popover.h"
#include "tl-filter-words.h"

/**
 * TlListBar:
 *
 * Above a list of articles: how many there are, and by what they are searched, filtered and
 * sorted.
 *
 * Signals: "changed" when something else is asked for, see tl_list_bar_get_query(); "down" when
 * the keyboard is to go into the list, "open" to open what is found first; "next-hit" and
 * "previous-hit".
 *
 * Properties: "order", by its name in the settings, and "ranked", whether what fits the words
 * best comes first while there are any.
 */
struct _TlListBar
{
  AdwBin           parent_instance;

  GtkLabel        *count;
  GtkWidget       *filter_button;
  TlFilterPopover *filter_popover;
  GtkSearchBar    *search_bar;
  GtkEditable     *entry;
  TlFilterChips   *chips;

  TlLibrary       *library;     /* owned, or NULL */
  TlArticleQuery  *query;       /* owned */
  TlArticleOrder   order;       /* where nothing is searched for, or is not ranked */
  gboolean         ranked;
};

typedef enum
{
  PROP_ORDER = 1,
  PROP_RANKED,
} TlListBarProperty;

static GParamSpec *properties[PROP_RANKED + 1];

enum
{
  CHANGED,
  DOWN,
  OPEN,
  NEXT_HIT,
  PREVIOUS_HIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlListBar, tl_list_bar, ADW_TYPE_BIN)

/* As the settings have them. */
static const char *const order_names[] = {
  [TL_ORDER_NEWEST] = "newest",
  [TL_ORDER_OLDEST] = "oldest",
  [TL_ORDER_TITLE] = "title",
  [TL_ORDER_PUBLISHER] = "publisher",
  [TL_ORDER_FIGURES] = "figures",
};

/* ---- asking ---- */

static void
put_in_order (TlListBar *self)
{
  gboolean has_words = tl_article_query_has_filter (self->query, TL_FILTER_WORDS);

  tl_article_query_set_order (self->query,
                              has_words && self->ranked ? TL_ORDER_RELEVANCE : self->order);
}

/* @source is what the person changed; the others show it. */
static void
take_query (TlListBar            *self,
            const TlArticleQuery *query,
            gpointer              source)
{
  g_autoptr(TlArticleQuery) taken = tl_article_query_copy (query);
  g_autofree char *words = g_strdup (tl_article_query_get_words (query));

  tl_article_query_free (self->query);
  self->query = g_steal_pointer (&taken);
  put_in_order (self);
  tl_filter_chips_set_query (self->chips, self->library, self->query);
  if (source != self->filter_popover)
    tl_filter_popover_set_query (self->filter_popover, self->query);
  if (source != self->entry)
    {
      g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

      if (!g_str_equal (typed, words))
        gtk_editable_set_text (self->entry, words);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
words_changed_cb (TlListBar *self)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_copy (self->query);

  tl_article_query_set_words (query, gtk_editable_get_text (self->entry));
  if (!tl_article_query_equal (query, self->query))
    take_query (self, query, self->entry);
}

/* The chips and the popover know no words that were typed since. */
static void
take_filters (TlListBar            *self,
              const TlArticleQuery *filters,
              gpointer              source)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_copy (filters);

  tl_article_query_set_words (query, tl_article_query_get_words (self->query));
  take_query (self, query, source);
}

static void
filters_changed_cb (TlListBar *self)
{
  take_filters (self, tl_filter_popover_get_query (self->filter_popover), self->filter_popover);
}

static void
chips_changed_cb (TlListBar *self)
{
  take_filters (self, tl_filter_chips_get_query (self->chips), self->chips);
}

static void
set_order (TlListBar  *self,
           const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (order_names); i++)
    if (g_strcmp0 (name, order_names[i]) == 0 && self->order != (TlArticleOrder) i)
      {
        self->order = (TlArticleOrder) i;
        put_in_order (self);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
        g_signal_emit (self, signals[CHANGED], 0);
      }
}

static void
set_ranked (TlListBar *self,
            gboolean   ranked)
{
  if (self->ranked == ranked)
    return;
  self->ranked = ranked;
  put_in_order (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANKED]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- keys ---- */

/* What was just typed counts, even if it was not waited for yet. */
static void
activate_cb (TlListBar *self)
{
  words_changed_cb (self);
  g_signal_emit (self, signals[OPEN], 0);
}

static void
next_match_cb (TlListBar *self)
{
  g_signal_emit (self, signals[NEXT_HIT], 0);
}

static void
previous_match_cb (TlListBar *self)
{
  g_signal_emit (self, signals[PREVIOUS_HIT], 0);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  key_code,
        GdkModifierType        state,
        TlListBar             *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[DOWN], 0);
  return GDK_EVENT_STOP;
}

/* ---- the widget ---- */

static void
tl_list_bar_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlListBar *self = TL_LIST_BAR (object);

  switch ((TlListBarProperty) prop_id)
    {
    case PROP_ORDER:
      g_value_set_string (value, order_names[self->order]);
      break;
    case PROP_RANKED:
      g_value_set_boolean (value, self->ranked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_list_bar_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TlListBar *self = TL_LIST_BAR (object);

  switch ((TlListBarProperty) prop_id)
    {
    case PROP_ORDER:
      set_order (self, g_value_get_string (value));
      break;
    case PROP_RANKED:
      set_ranked (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_list_bar_dispose (GObject *object)
{
  TlListBar *self = TL_LIST_BAR (object);

  if (self->search_bar != NULL)
    gtk_search_bar_set_key_capture_widget (self->search_bar, NULL);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_LIST_BAR);
  g_clear_object (&self->library);
  g_clear_pointer (&self->query, tl_article_query_free);

  G_OBJECT_CLASS (tl_list_bar_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  static const char *const names[N_SIGNALS] = {
    [CHANGED] = "changed",
    [DOWN] = "down",
    [OPEN] = "open",
    [NEXT_HIT] = "next-hit",
    [PREVIOUS_HIT] = "previous-hit",
  };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
tl_list_bar_class_init (TlListBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tl_list_bar_get_property;
  object_class->set_property = tl_list_bar_set_property;
  object_class->dispose = tl_list_bar_dispose;

  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "newest", flags);
  properties[PROP_RANKED] = g_param_spec_boolean ("ranked", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  add_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (TL_TYPE_FILTER_CHIPS);
  g_type_ensure (TL_TYPE_FILTER_POPOVER);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-list-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlListBar, count);
  gtk_widget_class_bind_template_child (widget_class, TlListBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TlListBar, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, TlListBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TlListBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TlListBar, chips);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chips_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
tl_list_bar_init (TlListBar *self)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GPropertyAction) order = NULL;
  g_autoptr(GPropertyAction) ranked = NULL;

  self->query = tl_article_query_new ();
  self->ranked = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->entry);

  order = g_property_action_new ("order", self, "order");
  ranked = g_property_action_new ("ranked", self, "ranked");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (order));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (ranked));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (actions));
}

/**
 * tl_list_bar_set_library:
 * @self: the bar
 * @library: (nullable): whose articles are listed
 */
void
tl_list_bar_set_library (TlListBar *self,
                         TlLibrary *library)
{
  g_return_if_fail (TL_IS_LIST_BAR (self));

  g_set_object (&self->library, library);
  tl_filter_popover_set_library (self->filter_popover, library);
}

/**
 * tl_list_bar_get_query:
 * @self: the bar
 *
 * Returns: (transfer none): what is asked for
 */
const TlArticleQuery *
tl_list_bar_get_query (TlListBar *self)
{
  g_return_val_if_fail (TL_IS_LIST_BAR (self), NULL);

  return self->query;
}

/**
 * tl_list_bar_set_query:
 * @self: the bar
 * @query: what to ask for; but for the order, which is the person's
 */
void
tl_list_bar_set_query (TlListBar            *self,
                       const TlArticleQuery *query)
{
  g_return_if_fail (TL_IS_LIST_BAR (self));
  g_return_if_fail (query != NULL);

  take_query (self, query, NULL);
  if (!tl_article_query_has_filter (self->query, TL_FILTER_WORDS))
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/**
 * tl_list_bar_clear:
 * @self: the bar
 *
 * Asks for all articles.
 */
void
tl_list_bar_clear (TlListBar *self)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();

  tl_list_bar_set_query (self, query);
}

/**
 * tl_list_bar_set_counts:
 * @self: the bar
 * @n_found: how many articles are listed
 * @n_articles: how many there are
 *
 * Says how many there are.
 */
void
tl_list_bar_set_counts (TlListBar *self,
                        guint      n_found,
                        guint      n_articles)
{
  g_autofree char *found = tl_filter_words_for_number (n_found);
  g_autofree char *articles = tl_filter_words_for_number (n_articles);
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_LIST_BAR (self));

  if (tl_article_query_is_filtered (self->query))
    /* Translators: how many articles match, and how many there are: "12 of 340 articles" */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s article",
                                         "%s of %s articles", n_articles),
                            found, articles);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s article", "%s articles",
                                         n_articles),
                            articles);
  gtk_label_set_text (self->count, text);
}

/**
 * tl_list_bar_announce:
 * @self: the bar
 *
 * Tells a screen reader how many there are.
 */
void
tl_list_bar_announce (TlListBar *self)
{
  g_return_if_fail (TL_IS_LIST_BAR (self));

  tl_announce (GTK_WIDGET (self), gtk_label_get_text (self->count));
}

/**
 * tl_list_bar_search:
 * @self: the bar
 *
 * Lets type what to search for.
 */
void
tl_list_bar_search (TlListBar *self)
{
  g_return_if_fail (TL_IS_LIST_BAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * tl_list_bar_capture_keys:
 * @self: the bar
 * @widget: a widget around it
 *
 * Begins to search when somebody types there.
 */
void
tl_list_bar_capture_keys (TlListBar *self,
                          GtkWidget *widget)
{
  g_return_if_fail (TL_IS_LIST_BAR (self));

  gtk_search_bar_set_key_capture_widget (self->search_bar, widget);
}
