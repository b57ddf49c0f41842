/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of all that the library names, and the ways to it and from it. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-entities.h"

/* ---- to the page ---- */

static void
show_entity_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TlWindow *self = user_data;
  gboolean is_there = tl_window_is_on_page (self, "entities");

  if (!tl_entities_page_go_to (self->entities_page, g_variant_get_int64 (parameter)))
    {
      tl_window_say (self, _("The name is no longer in the library"));
      return;
    }
  if (!is_there)
    self->shown_from_article = tl_entities_page_get_chosen_id (self->entities_page);
  tl_window_show_page (self, "entities");
  tl_window_update_actions (self);
}

/**
 * tl_window_came_from_article:
 * @self: the window
 *
 * Returns: whether the entity on the page is the one that an article led to
 */
gboolean
tl_window_came_from_article (TlWindow *self)
{
  return self->shown_from_article != 0 &&
         tl_entities_page_get_chosen_id (self->entities_page) == self->shown_from_article;
}

/* ---- from the page ---- */

/* Who asks for these wants all of them, whatever was filtered before. */
static void
list_naming (TlWindow *self,
             GArray   *ids)
{
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();
  gboolean is_from_entities = tl_window_is_on_page (self, "entities");

  for (guint i = 0; i < ids->len; i++)
    tl_article_query_set_entity (query, g_array_index (ids, gint64, i), TRUE);
  tl_window_show_page (self, "articles");
  tl_articles_page_set_query (self->articles_page, query);
  self->listed_for_entities = self->listed_for_entities || is_from_entities;
  tl_window_update_actions (self);
}

static GArray *
read_ids (GVariant *variant)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n_ids;
  const gint64 *values = g_variant_get_fixed_array (variant, &n_ids, sizeof (gint64));

  g_array_append_vals (ids, values, (guint) n_ids);
  return ids;
}

static void
list_naming_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = g_variant_get_int64 (parameter);

  g_array_append_val (ids, id);
  list_naming (user_data, ids);
}

static void
list_naming_all_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  g_autoptr(GArray) ids = read_ids (parameter);

  list_naming (user_data, ids);
}

/* ---- on the page ---- */

static void
merge_entities_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(GVariant) list = g_variant_get_child_value (parameter, 0);
  g_autoptr(GArray) ids = read_ids (list);
  g_autoptr(TlKnownEntity) entity = NULL;
  g_autofree char *message = NULL;
  gint64 into;

  g_variant_get_child (parameter, 1, "x", &into);
  entity = self->library != NULL ? tl_library_load_entity (self->library, into, NULL) : NULL;
  if (entity == NULL)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entity merged into “%s”", "%u entities merged into “%s”",
                                          ids->len), ids->len, entity->name);
  tl_library_merge_all_async (self->library, ids, into, NULL, tl_window_decided_cb,
                              tl_window_new_decision (self, g_steal_pointer (&message)));
}

static const GActionEntry entries[] = {
  { .name = "show-entity", .activate = show_entity_cb, .parameter_type = "x" },
  { .name = "list-naming", .activate = list_naming_cb, .parameter_type = "x" },
  { .name = "list-naming-all", .activate = list_naming_all_cb, .parameter_type = "ax" },
  { .name = "merge-entities", .activate = merge_entities_cb, .parameter_type = "(axx)" },
};

/**
 * tl_window_add_entity_page_actions:
 * @self: the window
 *
 * Adds the actions of the page of entities.
 */
void
tl_window_add_entity_page_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
