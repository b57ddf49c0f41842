/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of an article's title, publisher, author, address and day. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-details-dialog.h"
#include "tl-library-facts.h"

typedef struct
{
  TlWindow *window;             /* owned */
  TlFact    fact;
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
corrected_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree Correction *correction = user_data;
  g_autoptr(TlWindow) self = correction->window;
  g_autoptr(GError) error = NULL;
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
  tl_window_offer_undo (self, TL_UNDO_CORRECTION, act, describe (correction->fact));
}

static void
correct (TlWindow   *self,
         gint64      id,
         TlFact      fact,
         const char *value)
{
  Correction *correction = g_new (Correction, 1);

  *correction = (Correction) { g_object_ref (self), fact };
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

static const GActionEntry entries[] = {
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
