/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-entity-group.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-companion-list.h"
#include "tl-filter-words.h"
#include "tl-mark-swatch.h"
#include "tl-wrap-layout.h"

/**
 * TlEntityGroup:
 *
 * Several entities of a library that are chosen: to be merged into one of them, or to see what
 * articles name them all.
 *
 * Signal: "remove" (gint64) when one of them is not to be chosen any more.
 */
struct _TlEntityGroup
{
  AdwBin               parent_instance;

  GtkLabel            *title;
  GtkLabel            *counts;
  GtkButton           *merge;
  GtkWidget           *show_articles;
  AdwPreferencesGroup *members;
  TlCompanionList     *companions;

  GPtrArray           *rows;            /* owned (element-type GtkWidget): of the members */
  GPtrArray           *checks;          /* owned (element-type GtkCheckButton): likewise */
  GArray              *ids;             /* owned (element-type gint64): of the members */
  gint64               into;            /* whose name stays */
};

enum
{
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlEntityGroup, tl_entity_group, ADW_TYPE_BIN)

/* ---- who they are ---- */

static void
check_toggled_cb (GtkCheckButton *check,
                  TlEntityGroup  *self)
{
  guint place;

  if (gtk_check_button_get_active (check) && g_ptr_array_find (self->checks, check, &place))
    self->into = g_array_index (self->ids, gint64, place);
}

static void
remove_cb (GtkButton     *button,
           TlEntityGroup *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);
  guint place;

  if (g_ptr_array_find (self->rows, row, &place))
    g_signal_emit (self, signals[REMOVE], 0, g_array_index (self->ids, gint64, place));
}

static GtkWidget *
make_remove_button (TlEntityGroup *self,
                    const char    *entity_name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Do Not Choose “%s”"), entity_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static GtkWidget *
make_check (TlEntityGroup       *self,
            const TlKnownEntity *entity)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf (_("“%s” Is the Name That Stays"), entity->name);

  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), entity->id == self->into);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  return check;
}

static void
add_member (TlEntityGroup       *self,
            const TlKnownEntity *entity,
            gboolean             can_merge)
{
  TlMentionKind kind = tl_mention_kind_for_entity (entity->type);
  g_autofree char *articles = tl_filter_words_for_articles (entity->n_articles);
  g_autofree char *subtitle = g_strconcat (tl_mention_kind_get_name (kind), " · ", articles, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", entity->name,
                                 "subtitle", subtitle, NULL);
  GtkWidget *check = make_check (self, entity);
  GtkWidget *swatch = tl_mark_swatch_new (kind);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), swatch);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_widget_set_visible (check, can_merge);
  if (can_merge)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, entity->name));
  adw_preferences_group_add (self->members, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
clear (TlEntityGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->members, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_array_set_size (self->ids, 0);
}

/* ---- what can be done ---- */

static GVariant *
make_ids (TlEntityGroup *self)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->ids->data, self->ids->len, sizeof (gint64));
}

static void
merge_cb (TlEntityGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.merge-entities", "(@axx)", make_ids (self), self->into);
}

static void
found_cb (TlEntityGroup *self)
{
  guint n = tl_companion_list_get_n_articles (self->companions);
  g_autofree char *number = tl_filter_words_for_number (n);
  g_autofree char *counts = n > 0
    ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s article names all of them", "%s articles name all of them", n),
                       number)
    : g_strdup (_("No article names all of them"));

  gtk_label_set_text (self->counts, counts);
  gtk_widget_set_sensitive (self->show_articles, n > 0);
}

static gboolean
is_one_kind (GPtrArray *entities)
{
  const TlKnownEntity *first = entities->pdata[0];

  for (guint i = 1; i < entities->len; i++)
    if (((const TlKnownEntity *) entities->pdata[i])->type != first->type)
      return FALSE;
  return TRUE;
}

/* The person's choice stays where it is still among them; else what most articles name. */
static gint64
choose_name (TlEntityGroup *self,
             GPtrArray     *entities)
{
  const TlKnownEntity *best = entities->pdata[0];

  for (guint i = 0; i < entities->len; i++)
    {
      const TlKnownEntity *entity = entities->pdata[i];

      if (entity->id == self->into)
        return self->into;
      if (entity->n_articles > best->n_articles)
        best = entity;
    }
  return best->id;
}

static void
show_actions (TlEntityGroup *self,
              guint          n,
              gboolean       can_write,
              gboolean       can_merge)
{
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Entity", "%u Entities", n), n);
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Merge %u Entity", "_Merge %u Entities",
                                                         n), n);

  gtk_label_set_text (self->title, title);
  gtk_button_set_label (self->merge, label);
  gtk_widget_set_visible (GTK_WIDGET (self->merge), can_write);
  gtk_widget_set_sensitive (GTK_WIDGET (self->merge), can_merge);
  adw_preferences_group_set_title (self->members, can_merge ? _("The Name That Stays") : _("Chosen"));
  adw_preferences_group_set_description (self->members, can_merge || !can_write ? NULL
                                         : _("Only those of one kind can be merged"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->show_articles), make_ids (self));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_articles), "win.list-naming-all");
}

/* ---- the widget ---- */

static void
tl_entity_group_dispose (GObject *object)
{
  TlEntityGroup *self = TL_ENTITY_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ENTITY_GROUP);

  G_OBJECT_CLASS (tl_entity_group_parent_class)->dispose (object);
}

static void
tl_entity_group_class_init (TlEntityGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_entity_group_dispose;

  signals[REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (TL_TYPE_COMPANION_LIST);
  g_type_ensure (TL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-entity-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEntityGroup, title);
  gtk_widget_class_bind_template_child (widget_class, TlEntityGroup, counts);
  gtk_widget_class_bind_template_child (widget_class, TlEntityGroup, merge);
  gtk_widget_class_bind_template_child (widget_class, TlEntityGroup, show_articles);
  gtk_widget_class_bind_template_child (widget_class, TlEntityGroup, members);
  gtk_widget_class_bind_template_child (widget_class, TlEntityGroup, companions);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_cb);
}

static void
tl_entity_group_init (TlEntityGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_entity_group_show:
 * @self: the view
 * @library: the library
 * @entities: (element-type TlKnownEntity): two or more of its entities
 *
 * Shows them.
 */
void
tl_entity_group_show (TlEntityGroup *self,
                      TlLibrary     *library,
                      GPtrArray     *entities)
{
  gboolean can_write, can_merge;

  g_return_if_fail (TL_IS_ENTITY_GROUP (self));
  g_return_if_fail (TL_IS_LIBRARY (library));
  g_return_if_fail (entities != NULL && entities->len > 1);

  can_write = tl_library_get_state (library) == TL_LIBRARY_WRITABLE;
  can_merge = can_write && is_one_kind (entities);
  self->into = choose_name (self, entities);
  clear (self);
  for (guint i = 0; i < entities->len; i++)
    {
      const TlKnownEntity *entity = entities->pdata[i];

      g_array_append_val (self->ids, entity->id);
      add_member (self, entity, can_merge);
    }
  show_actions (self, entities->len, can_write, can_merge);
  tl_companion_list_show (self->companions, library, self->ids);
}
