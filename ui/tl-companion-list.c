/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-companion-list.h"

#include <glib/gi18n-lib.h>

#include "tl-filter-words.h"
#include "tl-library-entities.h"
#include "tl-mark-swatch.h"

/* Those that follow are named once or twice with it: they are shown when they are asked for. */
#define FIRST_COMPANIONS 20
#define MORE_COMPANIONS 100

struct _TlCompanionList
{
  AdwBin               parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray           *rows;            /* owned (element-type GtkWidget): the group's */
  TlLibrary           *library;         /* owned, NULL until something is shown */
  GArray              *ids;             /* owned (element-type gint64): with what they are named */
  guint                n_articles;
  guint                n_wanted;        /* of the companions */
  guint                n_seen;          /* when more were asked for; or 0 */
  GCancellable        *cancellable;     /* owned, of the search that runs; or NULL */
};

enum
{
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlCompanionList, tl_companion_list, ADW_TYPE_BIN)

static void load (TlCompanionList *self);

static void
clear (TlCompanionList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The entities themselves and the one that is named with them. */
static GVariant *
make_target (TlCompanionList *self,
             gint64           id)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < self->ids->len; i++)
    g_variant_builder_add (&builder, "x", g_array_index (self->ids, gint64, i));
  g_variant_builder_add (&builder, "x", id);
  return g_variant_builder_end (&builder);
}

static GtkWidget *
make_button (TlCompanionList   *self,
             const TlCompanion *companion)
{
  guint n = companion->n_shared;
  g_autofree char *label = tl_filter_words_for_articles (n);
  /* Translators: articles that name “Kazakhstan”, too */
  g_autofree char *name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u Article With “%s”",
                                                        "Show %u Articles With “%s”", n), n, companion->name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), make_target (self, companion->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.list-naming-all");
  return button;
}

static void
add_row (TlCompanionList   *self,
         const TlCompanion *companion)
{
  TlMentionKind kind = tl_mention_kind_for_entity (companion->type);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", companion->name,
                                 "activatable", TRUE, NULL);
  GtkWidget *swatch = tl_mark_swatch_new (kind);
  g_autofree char *name = g_strconcat (companion->name, ", ", tl_mention_kind_get_name (kind), NULL);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (swatch, tl_mention_kind_get_name (kind));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), swatch);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_button (self, companion));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_int64 (companion->id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-entity");
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
more_cb (TlCompanionList *self)
{
  self->n_seen = self->rows->len - 1;
  self->n_wanted += MORE_COMPANIONS;
  load (self);
}

static void
add_more_row (TlCompanionList *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Show More"), "activatable", TRUE, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("view-more-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* Who asked for more goes on with the first of those. */
static void
show (TlCompanionList *self,
      GPtrArray       *companions)
{
  clear (self);
  for (guint i = 0; i < MIN (companions->len, self->n_wanted); i++)
    add_row (self, companions->pdata[i]);
  if (companions->len > self->n_wanted)
    add_more_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self), companions->len > 0);
  if (self->n_seen > 0 && self->n_seen < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[self->n_seen]);
  self->n_seen = 0;
}

static void
found_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(TlCompanionList) self = user_data;
  g_autoptr(GError) error = NULL;
  guint n_articles = 0;
  g_autoptr(GPtrArray) companions =
    tl_library_load_companions_finish (TL_LIBRARY (source_object), result, &n_articles, &error);

  if (companions == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_message ("%s", error->message);
      return;
    }
  if (self->group == NULL)
    return;
  self->n_articles = n_articles;
  show (self, companions);
  g_signal_emit (self, signals[FOUND], 0);
}

static void
stop (TlCompanionList *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* One more than is shown: then it is known whether there are any. */
static void
load (TlCompanionList *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  tl_library_load_companions_async (self->library, self->ids, self->n_wanted + 1, self->cancellable, found_cb,
                                    g_object_ref (self));
}

static void
tl_companion_list_dispose (GObject *object)
{
  TlCompanionList *self = TL_COMPANION_LIST (object);

  stop (self);
  self->group = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (tl_companion_list_parent_class)->dispose (object);
}

static void
tl_companion_list_class_init (TlCompanionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_companion_list_dispose;

  signals[FOUND] =
    g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tl_companion_list_init (TlCompanionList *self)
{
  self->n_wanted = FIRST_COMPANIONS;
  self->rows = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Named in the Same Articles"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
is_same (GArray *ids,
         GArray *others)
{
  return ids->len == others->len && memcmp (ids->data, others->data, ids->len * sizeof (gint64)) == 0;
}

/**
 * tl_companion_list_show:
 * @self: the list
 * @library: a library
 * @ids: (element-type gint64): entities of it
 *
 * Shows what is named together with all of these.  Of the same ones, what is shown stays until that is
 * known.
 */
void
tl_companion_list_show (TlCompanionList *self,
                        TlLibrary       *library,
                        GArray          *ids)
{
  g_return_if_fail (TL_IS_COMPANION_LIST (self));
  g_return_if_fail (TL_IS_LIBRARY (library));
  g_return_if_fail (ids != NULL);

  g_set_object (&self->library, library);
  if (!is_same (self->ids, ids))
    {
      self->n_wanted = FIRST_COMPANIONS;
      g_array_unref (self->ids);
      self->ids = g_array_copy (ids);
      clear (self);
    }
  load (self);
}

/**
 * tl_companion_list_get_n_articles:
 * @self: the list, once it was "found"
 *
 * Returns: how many articles name all of the entities
 */
guint
tl_companion_list_get_n_articles (TlCompanionList *self)
{
  g_return_val_if_fail (TL_IS_COMPANION_LIST (self), 0);

  return self->n_articles;
}
