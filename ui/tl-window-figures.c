/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of the figures of articles, by menu, button or key. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-figure-entry.h"
#include "tl-figure-target.h"
#include "tl-library-figures.h"

typedef struct
{
  TlWindow *window;             /* owned */
  char     *message;            /* owned: what to say when it is done; NULL for nothing */
} Decision;

static Decision *
decision_new (TlWindow   *self,
              const char *message)
{
  Decision *decision = g_new (Decision, 1);

  *decision = (Decision) { g_object_ref (self), g_strdup (message) };
  return decision;
}

static void
decision_free (Decision *decision)
{
  g_object_unref (decision->window);
  g_free (decision->message);
  g_free (decision);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Decision, decision_free)

static void
decided_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Decision) decision = user_data;
  TlWindow *self = decision->window;
  g_autoptr(GError) error = NULL;
  gint64 act = 0;
  gboolean is_decided =
    tl_library_decide_figures_finish (TL_LIBRARY (source_object), result, &act, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!is_decided)
    tl_window_say (self, error->message);
  else if (decision->message != NULL)
    tl_window_offer_undo (self, TL_UNDO_FIGURES, act, decision->message);
}

/* The figure that an action is about, and its article. */
static TlFigure *
find_figure (TlWindow *self,
             GVariant *target,
             gint64   *id)
{
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  TlFigure *figure;

  *id = tl_figure_target_get_article_id (target);
  if (*id == 0)
    *id = tl_articles_page_get_selected_id (self->articles_page);
  if (*id == 0 || self->library == NULL)
    return NULL;
  article = tl_library_load_article (self->library, *id, &error);
  if (article == NULL)
    {
      tl_window_say (self, error->message);
      return NULL;
    }
  figure = tl_figure_target_find (target, article);
  if (figure == NULL)
    tl_window_say (self, _("The figure is no longer in the article"));
  return figure != NULL ? g_object_ref (figure) : NULL;
}

/* The card shows that it was confirmed, and the next one waits: nothing is said besides. */
static void
confirm_figure_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id;
  g_autoptr(TlFigure) figure = find_figure (self, parameter, &id);
  g_autoptr(GPtrArray) figures = g_ptr_array_new ();

  if (figure == NULL)
    return;
  g_ptr_array_add (figures, figure);
  tl_library_confirm_figures_async (self->library, id, figures, NULL, decided_cb, decision_new (self, NULL));
}

static void
dismiss_figure_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id;
  g_autoptr(TlFigure) figure = find_figure (self, parameter, &id);

  if (figure != NULL)
    tl_library_dismiss_figure_async (self->library, id, figure, NULL, decided_cb,
                                     decision_new (self, _("Figure dismissed")));
}

static void
restore_figure_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id;
  g_autoptr(TlFigure) figure = find_figure (self, parameter, &id);

  if (figure != NULL)
    tl_library_restore_figure_async (self->library, id, figure, NULL, decided_cb,
                                     decision_new (self, _("Figure is as it was read")));
}

static void
begin_editing (TlWindow *self,
               GVariant *target,
               gboolean  from_period)
{
  gint64 id;
  g_autoptr(TlFigure) figure = find_figure (self, target, &id);

  if (figure == NULL)
    return;
  if (tl_articles_page_edit_figure (self->articles_page, id, figure, from_period))
    tl_window_show_page (self, "articles");
}

static void
edit_figure_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  begin_editing (user_data, parameter, FALSE);
}

static void
date_figure_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  begin_editing (user_data, parameter, TRUE);
}

/* A whole year is all that a place in the chart says: what is narrower is edited. */
static void
put_onto_year_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  TlWindow *self = user_data;
  g_autoptr(GVariant) target = g_variant_get_child_value (parameter, 0);
  gint64 id;
  int year;
  g_autoptr(TlFigure) figure = find_figure (self, target, &id);
  g_autoptr(TlFigure) edited = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  TlFigureData data;

  if (figure == NULL)
    return;
  g_variant_get_child (parameter, 1, "i", &year);
  data = *tl_figure_get_data (figure);
  data.start = (TlDate) { .year = (gint16) year, .month = 1 };
  data.end = (TlDate) { .year = (gint16) year, .month = 12 };
  edited = tl_figure_new_edited (figure, &data, tl_figure_get_speaker (figure), &error);
  if (edited == NULL)
    {
      tl_window_say (self, error->message);
      return;
    }
  /* Translators: a year */
  message = g_strdup_printf (_("Figure put onto %d"), year);
  tl_library_edit_figure_async (self->library, id, figure, edited, NULL, decided_cb,
                                decision_new (self, message));
}

static void
confirm_all_figures_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  TlWindow *self = user_data;
  gint64 id = tl_articles_page_get_selected_id (self->articles_page);
  g_autoptr(GError) error = NULL;
  g_autoptr(TlArticle) article = NULL;
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  g_autofree char *message = NULL;

  if (id == 0)
    return;
  article = tl_library_load_article (self->library, id, &error);
  if (article == NULL)
    {
      tl_window_say (self, error->message);
      return;
    }
  for (guint i = 0; i < tl_article_get_figures (article)->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (tl_article_get_figures (article), i);

      if (tl_figure_get_review (figure) == TL_REVIEW_OPEN)
        g_ptr_array_add (open, figure);
    }
  if (open->len == 0)
    return;
  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure confirmed", "%u figures confirmed", open->len),
                             open->len);
  tl_library_confirm_figures_async (self->library, id, open, NULL, decided_cb, decision_new (self, message));
}

/**
 * tl_window_edit_figure:
 * @self: the window
 * @figure: a figure of the selected article
 * @edited: what it is instead
 *
 * Keeps what a person edited.
 */
void
tl_window_edit_figure (TlWindow *self,
                       TlFigure *figure,
                       TlFigure *edited)
{
  gint64 id = tl_articles_page_get_selected_id (self->articles_page);

  if (id != 0)
    tl_library_edit_figure_async (self->library, id, figure, edited, NULL, decided_cb,
                                  decision_new (self, _("Figure changed")));
}

/**
 * tl_window_add_figure:
 * @self: the window
 * @id: an article
 * @figure: what it states besides what was read
 *
 * Keeps a figure that a person added.
 */
void
tl_window_add_figure (TlWindow *self,
                      gint64    id,
                      TlFigure *figure)
{
  tl_library_add_figure_async (self->library, id, figure, NULL, decided_cb, decision_new (self, _("Figure added")));
}

static const GActionEntry entries[] = {
  { .name = "confirm-figure", .activate = confirm_figure_cb, .parameter_type = TL_FIGURE_TARGET_TYPE },
  { .name = "dismiss-figure", .activate = dismiss_figure_cb, .parameter_type = TL_FIGURE_TARGET_TYPE },
  { .name = "restore-figure", .activate = restore_figure_cb, .parameter_type = TL_FIGURE_TARGET_TYPE },
  { .name = "edit-figure", .activate = edit_figure_cb, .parameter_type = TL_FIGURE_TARGET_TYPE },
  { .name = "date-figure", .activate = date_figure_cb, .parameter_type = TL_FIGURE_TARGET_TYPE },
  { .name = "put-onto-year", .activate = put_onto_year_cb, .parameter_type = "(" TL_FIGURE_TARGET_TYPE "i)" },
  { .name = "confirm-all-figures", .activate = confirm_all_figures_cb },
};

/**
 * tl_window_add_figure_actions:
 * @self: the window
 *
 * Adds the actions on figures.
 */
void
tl_window_add_figure_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * tl_window_update_figure_actions:
 * @self: the window
 * @can_write: whether what a person says can be kept
 *
 * Offers what can be said now.
 */
void
tl_window_update_figure_actions (TlWindow *self,
                                 gboolean  can_write)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name)), can_write);
}
