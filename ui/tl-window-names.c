/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person adds as a name in an article, and names that were dismissed and come back. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-added-names.h"
#include "tl-dismissed-dialog.h"
#include "tl-entity-key.h"
#include "tl-entity-names.h"
#include "tl-library-entities.h"
#include "tl-name-dialog.h"

/* Which words, while the dialog asks what they name. */
typedef struct
{
  TlWindow *window;             /* outlives its dialog */
  gint64    article_id;
  TlSpan    span;
  char     *words;              /* owned */
} Adding;

static void
adding_free (gpointer  data,
             GClosure *closure)
{
  Adding *adding = data;

  g_free (adding->words);
  g_free (adding);
}

static void
added_cb (TlNameDialog *dialog,
          int           type,
          gint64        into,
          gboolean      is_everywhere,
          Adding       *adding)
{
  tl_library_add_name_async (adding->window->library, adding->article_id, adding->span, (TlEntityType) type,
                             into, is_everywhere, NULL, tl_window_decided_cb,
                             tl_window_new_decision (adding->window,
                                                     g_strdup_printf (_("“%s” added"), adding->words)));
}

/* What was read of these words, else what such words mostly are. */
static TlEntityType
guess_type (TlArticle  *article,
            TlSpan      span,
            const char *words)
{
  GPtrArray *entities = tl_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);
      guint n_mentions;
      const TlSpan *mentions = tl_entity_get_mentions (entity, &n_mentions);

      for (guint k = 0; k < n_mentions; k++)
        if (tl_span_overlaps (mentions[k], span))
          return tl_entity_get_entity_type (entity);
    }
  return tl_name_is_acronym (words) ? TL_ENTITY_ORGANIZATION : TL_ENTITY_PERSON;
}

static void
add_entity_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TlWindow *self = user_data;
  TlArticlePane *pane = tl_articles_page_get_article_pane (self->articles_page);
  TlArticle *article = tl_article_pane_get_article (pane);
  Adding *adding;
  TlSpan span;
  TlNameDialog *dialog;

  if (article == NULL || !tl_article_pane_get_selection (pane, &span) ||
      !tl_added_name_trim (tl_article_get_text (article), &span))
    {
      tl_window_say (self, _("Select a name in the article first"));
      return;
    }
  adding = g_new (Adding, 1);
  *adding = (Adding) {
    self, tl_articles_page_get_selected_id (self->articles_page), span,
    tl_entity_name_dup_text (tl_article_get_text (article), span),
  };
  dialog = tl_name_dialog_new (GTK_WINDOW (self), self->library, adding->words,
                               guess_type (article, span, adding->words));
  g_signal_connect_data (dialog, "added", G_CALLBACK (added_cb), adding, adding_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_entity_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr(TlKnownEntity) entity = NULL;

  if (self->library == NULL)
    return;
  entity = tl_library_load_entity (self->library, id, NULL);
  if (entity != NULL)
    tl_library_restore_entity_async (self->library, id, NULL, tl_window_decided_cb,
                                     tl_window_new_decision (self, g_strdup_printf (
                                       _("“%s” is a name again"), entity->name)));
}

static void
show_dismissed_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;

  if (self->library != NULL)
    gtk_window_present (tl_dismissed_dialog_new (GTK_WINDOW (self), self->library));
}

static const GActionEntry entries[] = {
  { .name = "add-entity", .activate = add_entity_cb },
  { .name = "restore-entity", .activate = restore_entity_cb, .parameter_type = "x" },
  { .name = "show-dismissed", .activate = show_dismissed_cb },
};

/**
 * tl_window_add_name_actions:
 * @self: the window
 *
 * Adds the actions that add names and bring them back.
 */
void
tl_window_add_name_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
