/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window remembers of its library: what was looked at, and where in it a person was.  Its size
 * and what is wished of charts and lists are the same in every window, see tl-window.c. */

#include "tl-window-private.h"

#include "tl-backup.h"
#include "tl-library-entities.h"
#include "tl-settings.h"

/* What is there no more is left out: a name that was merged is now another, one that was removed is
 * none. */
static void
check_entities (TlWindow       *self,
                TlArticleQuery *query)
{
  g_autoptr(GArray) ids = g_array_copy (tl_article_query_get_entities (query));

  tl_article_query_clear (query, TL_FILTER_ENTITY);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(TlKnownEntity) entity =
        tl_library_load_entity (self->library, g_array_index (ids, gint64, i), NULL);

      if (entity != NULL)
        tl_article_query_set_entity (query, entity->id, TRUE);
    }
}

static void
restore_filters (TlWindow *self)
{
  g_auto(GStrv) filters = g_settings_get_strv (self->state, "filters");
  g_autoptr(TlArticleQuery) query = tl_article_query_new ();

  for (guint i = 0; filters[i] != NULL; i++)
    tl_article_query_add_filter (query, filters[i]);
  check_entities (self, query);
  if (tl_article_query_is_filtered (query))
    tl_articles_page_set_query (self->articles_page, query);
}

static TlArticleView *
get_view (TlWindow *self)
{
  return tl_article_pane_get_view (tl_articles_page_get_article_pane (self->articles_page));
}

static void
restore_article (TlWindow *self)
{
  gint64 id = g_settings_get_int64 (self->state, "article");
  g_autofree char *pane = g_settings_get_string (self->state, "pane");

  if (id <= 0 || !tl_articles_page_select (self->articles_page, id) ||
      tl_articles_page_get_selected_id (self->articles_page) != id)
    return;
  tl_article_view_set_top (get_view (self), g_settings_get_uint (self->state, "top"));
  tl_articles_page_set_pane_name (self->articles_page, pane);
}

static void
restore_chart (TlWindow *self)
{
  g_autofree char *pair = g_settings_get_string (self->state, "pair");
  g_auto(GStrv) others = g_settings_get_strv (self->state, "compared-pairs");

  if (*pair != '\0')
    g_object_set (self->chart_page, "pair", pair, NULL);
  g_object_set (tl_chart_page_get_comparison (self->chart_page), "pairs", others, NULL);
}

/* Which of them are still there, the page finds out when it is seen. */
static void
restore_entities (TlWindow *self)
{
  g_autoptr(GVariant) value = g_settings_get_value (self->state, "entities");
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n_ids;
  const gint64 *values = g_variant_get_fixed_array (value, &n_ids, sizeof (gint64));

  g_array_append_vals (ids, values, (guint) n_ids);
  tl_entities_page_choose (self->entities_page, ids);
  if (g_settings_get_boolean (self->state, "entity-opened"))
    tl_entities_page_open (self->entities_page);
}

/**
 * tl_window_restore_state:
 * @self: the window, with a library
 *
 * Shows what was looked at in the library when a window on it was left last.
 */
void
tl_window_restore_state (TlWindow *self)
{
  g_autofree char *page = NULL;

  if (self->library_path != NULL && tl_backup_is_one (self->library_path))
    return;
  g_clear_object (&self->state);
  self->state = tl_settings_new_for_library (self->library_path);
  if (self->state == NULL)
    return;
  restore_filters (self);
  restore_article (self);
  restore_chart (self);
  restore_entities (self);
  page = g_settings_get_string (self->state, "page");
  if (adw_view_stack_get_child_by_name (self->pages, page) != NULL)
    adw_view_stack_set_visible_child_name (self->pages, page);
}

static void
save_chart (TlWindow *self)
{
  g_autofree char *pair = NULL;
  g_auto(GStrv) others = NULL;

  g_object_get (self->chart_page, "pair", &pair, NULL);
  g_object_get (tl_chart_page_get_comparison (self->chart_page), "pairs", &others, NULL);
  g_settings_set_string (self->state, "pair", pair != NULL ? pair : "");
  g_settings_set_strv (self->state, "compared-pairs", (const char *const *) others);
}

static void
save_entities (TlWindow *self)
{
  GArray *ids = tl_entities_page_get_chosen (self->entities_page);

  g_settings_set_value (self->state, "entities",
                        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)));
  g_settings_set_boolean (self->state, "entity-opened", tl_entities_page_is_opened (self->entities_page));
}

/**
 * tl_window_save_state:
 * @self: the window
 *
 * Remembers what is looked at.  Where there is no library there is nothing to remember.
 */
void
tl_window_save_state (TlWindow *self)
{
  g_auto(GStrv) filters = NULL;

  if (self->state == NULL || self->library == NULL || self->articles_page == NULL)
    return;
  filters = tl_article_query_dup_filters (tl_articles_page_get_query (self->articles_page));
  g_settings_set_strv (self->state, "filters", (const char *const *) filters);
  g_settings_set_int64 (self->state, "article", tl_articles_page_get_selected_id (self->articles_page));
  g_settings_set_uint (self->state, "top", (guint) MIN (tl_article_view_get_top (get_view (self)), G_MAXUINT32));
  g_settings_set_string (self->state, "pane", tl_articles_page_get_pane_name (self->articles_page));
  g_settings_set_string (self->state, "page", adw_view_stack_get_visible_child_name (self->pages));
  save_chart (self);
  save_entities (self);
}
