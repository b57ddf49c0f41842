/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of an article's title, publisher, author, address and day. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-article-shifts.h"
#include "tl-details-dialog.h"
#include "tl-library-facts.h"
#include "tl-shift-words.h"

typedef struct
{
  TlWindow  *window;            /* owned */
  TlFact     fact;
  TlArticle *before;            /* owned: as it was read with another day; or NULL */
} Correction;

static const char *
describe (TlFact fact)
{
  switch (fact)
    {
    case TL_FACT_TITLE:
      return _("Title changed");
    case TL_FACT_PUBLISHER:
      return _("Publisher changed");
    case TL_FACT_AUTHOR:
      return _("Author changed");
    case TL_FACT_URL:
      return _("Address changed");
    case TL_FACT_LANGUAGE:
      return _("Language changed");
    case TL_FACT_PUBLISHED:
      return _("Date changed; the article was read again with it");
    default:
      g_return_val_if_reached ("");
    }
}

static void
correction_free (Correction *correction)
{
  g_object_unref (correction->window);
  g_clear_object (&correction->before);
  g_free (correction);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Correction, correction_free)

/* Returns what moved with the article's day in words, or NULL. */
static char *
describe_shifts (Correction *correction,
                 gint64      id)
{
  g_autoptr(TlArticle) after = NULL;
  g_autoptr(GPtrArray) shifts = NULL;

  if (correction->before == NULL || id == 0)
    return NULL;
  after = tl_library_load_article (correction->window->library, id, NULL);
  if (after == NULL)
    return NULL;
  shifts = tl_article_find_shifts (correction->before, after);
  return shifts->len > 0 ? tl_words_for_shifts (shifts) : NULL;
}

static void
corrected_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Correction) correction = user_data;
  TlWindow *self = correction->window;
  g_autoptr(GError) error = NULL;
  g_autofree char *moved = NULL;
  gint64 act = 0, id = 0;
  gboolean is_corrected =
    tl_library_correct_finish (TL_LIBRARY (source_object), result, &act, &id, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_corrected)
    {
      tl_window_say (self, error->message);
      return;
    }
  /* It may stand elsewhere in the list now. */
  tl_articles_page_select (self->articles_page, id);
  moved = describe_shifts (correction, id);
  tl_window_offer_undo (self, TL_UNDO_CORRECTION, act, moved != NULL ? moved : describe (correction->fact));
}

static void
correct (TlWindow   *self,
         gint64      id,
         TlFact      fact,
         const char *value)
{
  Correction *correction = g_new (Correction, 1);

  *correction = (Correction) { g_object_ref (self), fact, NULL };
  if (fact == TL_FACT_PUBLISHED)
    correction->before = tl_library_load_article (self->library, id, NULL);
  tl_library_correct_async (self->library, id, fact, value, NULL, corrected_cb, correction);
}

static void
correct_fact_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  const char *value;
  gint64 id;
  guint fact;

  g_variant_get (parameter, "(xu&s)", &id, &fact, &value);
  if (fact < TL_N_FACTS)
    correct (user_data, id, (TlFact) fact, value);
}

static void
reset_fact_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gint64 id;
  guint fact;

  g_variant_get (parameter, "(xu)", &id, &fact);
  if (fact < TL_N_FACTS)
    correct (user_data, id, (TlFact) fact, NULL);
}

static void
article_details_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id = tl_articles_page_get_selected_id (self->articles_page);

  if (id != 0)
    gtk_window_present (tl_details_dialog_new (GTK_WINDOW (self), self->library, id));
}

static gboolean
edit_title_later_cb (gpointer user_data)
{
  TlWindow *self = user_data;

  if (!g_cancellable_is_cancelled (self->cancellable) &&
      tl_articles_page_get_selected_id (self->articles_page) != 0)
    tl_article_view_edit_title (tl_article_pane_get_view (tl_articles_page_get_article_pane (self->articles_page)));
  return G_SOURCE_REMOVE;
}

/* When the menu that it was chosen from has given the focus back. */
static void
edit_title_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_idle_add_full (G_PRIORITY_LOW, edit_title_later_cb, g_object_ref (user_data), g_object_unref);
}

static const GActionEntry entries[] = {
  { .name = "edit-title", .activate = edit_title_cb },
  { .name = "article-details", .activate = article_details_cb },
  { .name = "correct-fact", .activate = correct_fact_cb, .parameter_type = "(xus)" },
  { .name = "reset-fact", .activate = reset_fact_cb, .parameter_type = "(xu)" },
};

/**
 * tl_window_add_fact_actions:
 * @self: the window
 *
 * Adds the actions of an article's details.
 */
void
tl_window_add_fact_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
