/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person says of an article's figures: kept as a correction of its text, so that it
 * outlives readings, is exported and saved with the others, and undone like them. */

#include "tl-figure-decide.h"

#include <glib/gi18n-lib.h>

#include "tl-library.h"
#include "tl-store.h"

static void
set_gone (GError **error)
{
  g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_MISSING,
                       _("The figure is no longer in the article"));
}

/* What is said now, as JSON.  A figure that was changed meanwhile, in another window, is not the
 * one that the person saw. */
static char *
say (TlArticle  *article,
     GPtrArray  *said,
     TlVerdict   verdict,
     GPtrArray  *on,
     TlFigure   *figure,
     GError    **error)
{
  g_autoptr(GPtrArray) now = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_figure_decision_free);

  for (guint i = 0; i < on->len; i++)
    {
      TlFigureDecision *decision =
        tl_figure_decision_new (article, said, g_ptr_array_index (on, i), verdict, figure);

      if (decision == NULL)
        {
          set_gone (error);
          return NULL;
        }
      g_ptr_array_add (now, decision);
    }
  if (on->len == 0)
    g_ptr_array_add (now, tl_figure_decision_new (article, said, NULL, verdict, figure));
  return tl_figure_decisions_to_json (now, article);
}

/**
 * tl_figure_decide:
 * @database: a connection that is writing
 * @article_id: an article
 * @verdict: what is said
 * @on: (element-type TlFigure): of which of its figures, as they are known now; none to add one
 * @figure: (nullable): what it is, with %TL_VERDICT_EDIT and %TL_VERDICT_ADD
 * @act: (out): by what it can be undone, with tl_correction_set_undone()
 * @move: (out): where the article stands now
 * @error: return location for an error
 *
 * Says the same of one figure or of several, and makes the rows again that lists and charts go by.
 *
 * Returns: whether it is kept
 */
gboolean
tl_figure_decide (TlDatabase  *database,
                  gint64       article_id,
                  TlVerdict    verdict,
                  GPtrArray   *on,
                  TlFigure    *figure,
                  gint64      *act,
                  TlMove      *move,
                  GError     **error)
{
  g_autoptr(GBytes) digest = NULL;
  g_autoptr(TlArticle) read = tl_store_load_read (database, article_id, &digest, error);
  g_autoptr(TlArticle) corrected = NULL;
  g_autoptr(GPtrArray) said = NULL;
  g_autofree char *json = NULL;

  if (read == NULL)
    return FALSE;
  said = tl_correction_load_figures (database, digest, read, &corrected, error);
  if (said == NULL)
    return FALSE;
  json = say (corrected, said, verdict, on, figure, error);
  return json != NULL &&
         tl_correction_keep (database, article_id, TL_CORRECTION_FIGURES, json, act, error) &&
         tl_correction_refresh (database, article_id, move, error);
}
