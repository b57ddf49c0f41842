/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-entity-view.h"

#include <glib/gi18n-lib.h>

#include "tl-bin.h"
#include "tl-companion-list.h"
#include "tl-entity-key.h"
#include "tl-entity-menu.h"
#include "tl-entity-names.h"
#include "tl-filter-words.h"
#include "tl-mark-swatch.h"
#include "tl-wrap-layout.h"

/* Of a country with many spellings the rest is behind a button. */
#define FEW_NAMES 8

/**
 * TlEntityView:
 *
 * A person, organisation, place or event as all articles of a library tell of it: what it is called,
 * what is named together with it; and what a person can say of it, by actions of the window.
 */
struct _TlEntityView
{
  AdwBin               parent_instance;

  GtkScrolledWindow   *scrolled;
  GtkWidget           *kind_button;
  GMenu               *kind_section;
  TlMarkSwatch        *swatch;
  GtkLabel            *kind;
  GtkWidget           *kind_arrow;
  GtkLabel            *name;
  GtkLabel            *office;
  GtkLabel            *counts;
  GtkWidget           *show_articles;
  GtkWidget           *rename;
  GtkWidget           *merge;
  GtkWidget           *dismiss;
  AdwPreferencesGroup *names;
  TlCompanionList     *companions;

  GPtrArray           *rows;            /* owned (element-type GtkWidget): of the names */
  gint64               id;              /* what is shown; 0 for nothing */
  gboolean             can_write;       /* something can be said of it */
  gboolean             all_names;       /* also those behind the button */
  GCancellable        *cancellable;     /* owned, of the profile that is loaded; or NULL */
};

G_DEFINE_FINAL_TYPE (TlEntityView, tl_entity_view, ADW_TYPE_BIN)

/* ---- its names ---- */

static GtkWidget *
make_split_button (const TlKnownEntity *entity,
                   const char          *text)
{
  gboolean is_person = entity->type == TL_ENTITY_PERSON;
  GtkWidget *button = gtk_button_new_with_label (is_person ? _("Is Somebody Else") : _("Is Something Else"));
  g_autofree char *name = g_strdup_printf (is_person ? _("“%s” Is Somebody Else") : _("“%s” Is Something Else"), text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", entity->id, text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.split-name");
  return button;
}

static void
add_row (TlEntityView *self,
         GtkWidget    *row)
{
  adw_preferences_group_add (self->names, row);
  g_ptr_array_add (self->rows, row);
}

/* By what it is known itself cannot be set apart from it. */
static gboolean
is_own (const TlKnownEntity *entity,
        const TlProfileName *name)
{
  g_autofree char *key = tl_entity_name_dup_key (entity->type, name->text);
  g_autofree char *own = tl_entity_name_dup_key (entity->type, entity->name);

  return name->part_id == entity->id && g_str_equal (key, own);
}

static void
add_name (TlEntityView        *self,
          const TlKnownEntity *entity,
          const TlProfileName *name,
          gboolean             can_split)
{
  g_autofree char *articles = tl_filter_words_for_articles (name->n_articles);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name->text,
                                 "subtitle", articles, NULL);

  if (can_split && !is_own (entity, name))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_split_button (entity, name->text));
  add_row (self, row);
}

static void
show_all_cb (GtkWidget    *row,
             TlEntityView *self)
{
  self->all_names = TRUE;
  gtk_widget_set_visible (row, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != row)
      gtk_widget_set_visible (self->rows->pdata[i], TRUE);
  gtk_widget_child_focus (self->rows->pdata[FEW_NAMES], GTK_DIR_TAB_FORWARD);
}

static void
add_rest_row (TlEntityView *self,
              guint         n)
{
  /* Translators: names of an entity that are not shown yet */
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More Name", "Show %u More Names",
                                                         n), n);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "activatable", TRUE, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (show_all_cb), self);
  add_row (self, row);
}

/* "MINSK" of a dateline is no other name than "Minsk". */
static GPtrArray *
list_names (const TlEntityProfile *profile)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < profile->names->len; i++)
    {
      TlProfileName *name = profile->names->pdata[i];

      if (g_hash_table_add (seen, g_utf8_casefold (name->text, -1)))
        g_ptr_array_add (names, name);
    }
  return names;
}

static void
clear_names (TlEntityView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->names, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->names), FALSE);
}

/* The only one stands above already. */
static gboolean
is_worth_listing (const TlKnownEntity *entity,
                  GPtrArray           *names)
{
  return names->len > 1 ||
         (names->len == 1 && !g_str_equal (((TlProfileName *) names->pdata[0])->text, entity->name));
}

static void
show_names (TlEntityView          *self,
            const TlEntityProfile *profile)
{
  g_autoptr(GPtrArray) names = list_names (profile);
  gboolean has_rest = names->len > FEW_NAMES + 1 && !self->all_names;

  clear_names (self);
  for (guint i = 0; i < names->len; i++)
    {
      add_name (self, profile->known, names->pdata[i], self->can_write && names->len > 1);
      gtk_widget_set_visible (self->rows->pdata[i], i < FEW_NAMES || !has_rest);
    }
  if (has_rest)
    add_rest_row (self, names->len - FEW_NAMES);
  gtk_widget_set_visible (GTK_WIDGET (self->names), is_worth_listing (profile->known, names));
}

/* ---- the rest ---- */

/* In this order: an action without a target is one that GTK warns of. */
static void
set_action (GtkWidget  *button,
            const char *action,
            gint64      id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static char *
describe_counts (const TlKnownEntity *entity)
{
  g_autofree char *articles = tl_filter_words_for_articles (entity->n_articles);
  g_autofree char *number = tl_filter_words_for_number (entity->n_mentions);
  g_autofree char *mentions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s mention", "%s mentions",
                                                            entity->n_mentions), number);

  return g_strconcat (articles, " · ", mentions, NULL);
}

static void
show_kind (TlEntityView *self,
           gint64        id,
           TlEntityType  type)
{
  TlMentionKind kind = tl_mention_kind_for_entity (type);
  /* Translators: a button that shows of what kind something is, and changes it */
  g_autofree char *label = g_strdup_printf (_("Kind: %s"), tl_mention_kind_get_name (kind));

  tl_mark_swatch_set_kind (self->swatch, kind);
  gtk_label_set_text (self->kind, tl_mention_kind_get_name (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_menu_remove_all (self->kind_section);
  tl_entity_menu_append_kinds (self->kind_section, id, kind);
}

static void
show_entity (TlEntityView        *self,
             const TlKnownEntity *entity)
{
  gboolean can_write = self->can_write;
  g_autofree char *counts = describe_counts (entity);

  show_kind (self, entity->id, entity->type);
  gtk_widget_set_sensitive (self->kind_button, can_write);
  gtk_widget_set_visible (self->kind_arrow, can_write);
  gtk_label_set_text (self->name, entity->name);
  gtk_label_set_text (self->counts, counts);
  set_action (self->show_articles, "win.list-naming", entity->id);
  set_action (self->rename, "win.rename-entity", entity->id);
  set_action (self->merge, "win.merge-entity", entity->id);
  set_action (self->dismiss, "win.dismiss-entity", entity->id);
  gtk_widget_set_visible (self->rename, can_write);
  gtk_widget_set_visible (self->merge, can_write);
  gtk_widget_set_visible (self->dismiss, can_write);
}

/* In which row of the names the focus is; -1 for in none. */
static int
find_focused (TlEntityView *self,
              GtkWidget    *focus)
{
  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    if (focus == self->rows->pdata[i] || gtk_widget_is_ancestor (focus, self->rows->pdata[i]))
      return (int) i;
  return -1;
}

static GtkWidget *
get_focus (TlEntityView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* Who sets one name apart goes on with the next. */
static void
restore_focus (TlEntityView *self,
               int           place)
{
  int last = (int) self->rows->len - 1;

  if (place < 0 || last < 0 || !gtk_widget_child_focus (self->rows->pdata[MIN (place, last)], GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->show_articles);
}

static void
profile_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TlEntityView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlEntityProfile) profile =
    tl_library_load_profile_finish (TL_LIBRARY (source_object), result, &error);
  GtkWidget *focus;
  int place;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("%s", error->message);
  if (profile == NULL || self->rows == NULL || profile->known->id != self->id)
    return;
  focus = get_focus (self);
  place = find_focused (self, focus);
  gtk_label_set_text (self->office, profile->office != NULL ? profile->office : "");
  gtk_widget_set_visible (GTK_WIDGET (self->office), profile->office != NULL);
  show_names (self, profile);
  if (focus != NULL && get_focus (self) == NULL)
    restore_focus (self, place);
}

static void
stop (TlEntityView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* ---- the widget ---- */

static void
tl_entity_view_dispose (GObject *object)
{
  TlEntityView *self = TL_ENTITY_VIEW (object);

  stop (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_ENTITY_VIEW);

  G_OBJECT_CLASS (tl_entity_view_parent_class)->dispose (object);
}

static void
tl_entity_view_class_init (TlEntityViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_entity_view_dispose;

  g_type_ensure (TL_TYPE_COMPANION_LIST);
  g_type_ensure (TL_TYPE_MARK_SWATCH);
  g_type_ensure (TL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-entity-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, kind_button);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, kind_section);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, swatch);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, kind);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, kind_arrow);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, name);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, office);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, counts);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, show_articles);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, rename);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, merge);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, dismiss);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, names);
  gtk_widget_class_bind_template_child (widget_class, TlEntityView, companions);
}

static void
tl_entity_view_init (TlEntityView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Nothing of the one before is said of the next. */
static void
begin_another (TlEntityView *self,
               gint64        id)
{
  gboolean has_focus = get_focus (self) != NULL;

  self->id = id;
  self->all_names = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->office), FALSE);
  clear_names (self);
  if (has_focus && get_focus (self) == NULL)
    gtk_widget_grab_focus (self->show_articles);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

/**
 * tl_entity_view_show:
 * @self: the view
 * @library: the library
 * @entity: one of its entities
 *
 * Shows what is known of it: at once what stands in @entity, and then the rest.
 */
void
tl_entity_view_show (TlEntityView        *self,
                     TlLibrary           *library,
                     const TlKnownEntity *entity)
{
  g_autoptr(GArray) ids = NULL;

  g_return_if_fail (TL_IS_ENTITY_VIEW (self));
  g_return_if_fail (TL_IS_LIBRARY (library));
  g_return_if_fail (entity != NULL);

  stop (self);
  self->can_write = tl_library_get_state (library) == TL_LIBRARY_WRITABLE;
  if (entity->id != self->id)
    begin_another (self, entity->id);
  show_entity (self, entity);
  self->cancellable = g_cancellable_new ();
  tl_library_load_profile_async (library, entity->id, self->cancellable, profile_cb, g_object_ref (self));
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, entity->id);
  tl_companion_list_show (self->companions, library, ids);
}
