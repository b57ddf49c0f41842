/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a person corrects of an article's facts, and says of its figures.  What was read stays as it was read; the
 * corrections speak of the article's text, so they hold in readings to come and when the
 * article is imported again, and are laid over it whenever it is loaded.
 */

#include "tl-correction.h"

#include "tl-decision.h"
#include "tl-figure-decision.h"
#include "tl-figure-rows.h"
#include "tl-store.h"

typedef struct
{
  char    *values[TL_N_FACTS];  /* owned, NULL where nothing was corrected */
  gboolean any;
} Corrections;

static void
corrections_clear (Corrections *self)
{
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    g_clear_pointer (&self->values[fact], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Corrections, corrections_clear)

static void
take_value (Corrections *self,
            const char  *name,
            char        *value)
{
  g_autofree char *owned = value;

  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    if (g_strcmp0 (name, tl_fact_get_name (fact)) == 0)
      {
        g_free (self->values[fact]);
        self->values[fact] = g_steal_pointer (&owned);
      }
}

/* The latest that was not undone holds; one without a value says that what was read is right.
 * What was said of figures is one after the other, in @figures. */
static gboolean
load_corrections (TlDatabase   *database,
                  GBytes       *digest,
                  Corrections  *self,
                  GPtrArray    *figures,
                  GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (database, error,
                       "SELECT fact, value FROM correction"
                       " WHERE text_sha256 = ? AND NOT is_undone ORDER BY made, id",
                       "b", digest);

  if (statement == NULL)
    return FALSE;
  while (tl_database_step (database, statement, &local_error))
    {
      const char *fact = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (fact, TL_CORRECTION_FIGURES) == 0)
        g_ptr_array_add (figures, tl_statement_dup_string (statement, 1));
      else
        take_value (self, fact, tl_statement_dup_string (statement, 1));
    }
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    self->any |= self->values[fact] != NULL;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_correction_load_figures:
 * @database: a connection
 * @digest: SHA-256 of the article's text
 * @article: the article as it was read
 * @corrected: (out): the same with what a person corrected of its facts; itself where nothing was
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlFigureDecision): what a person said of the
 *   figures of @corrected, in the order in which it was said
 */
GPtrArray *
tl_correction_load_figures (TlDatabase  *database,
                            GBytes      *digest,
                            TlArticle   *article,
                            TlArticle  **corrected,
                            GError     **error)
{
  g_auto(Corrections) corrections = { { NULL }, FALSE };
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *decisions;

  if (!load_corrections (database, digest, &corrections, values, error))
    return NULL;
  *corrected = corrections.any
               ? tl_article_read_again (article, (const char *const *) corrections.values)
               : g_object_ref (article);
  decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_figure_decision_free);
  for (guint i = 0; i < values->len; i++)
    if (g_ptr_array_index (values, i) != NULL)
      tl_figure_decisions_read (decisions, g_ptr_array_index (values, i), *corrected);
  return decisions;
}

/**
 * tl_correction_lay:
 * @database: a connection
 * @digest: SHA-256 of the article's text
 * @article: the article as it was read
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article with what a person corrected of it, and said
 *   of its figures; itself where nothing was
 */
TlArticle *
tl_correction_lay (TlDatabase  *database,
                   GBytes      *digest,
                   TlArticle   *article,
                   GError     **error)
{
  g_autoptr(TlArticle) corrected = NULL;
  g_autoptr(GPtrArray) decisions =
    tl_correction_load_figures (database, digest, article, &corrected, error);

  return decisions != NULL ? tl_figure_decisions_lay (decisions, corrected) : NULL;
}

/**
 * tl_correction_refresh:
 * @database: a connection that is writing
 * @article_id: an article
 * @move: (out): where the article stands now
 * @error: return location for an error
 *
 * Makes the rows again that lists and charts go by.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_correction_refresh (TlDatabase  *database,
                       gint64       article_id,
                       TlMove      *move,
                       GError     **error)
{
  g_autoptr(TlArticle) article = tl_store_load (database, article_id, error);

  return article != NULL &&
         tl_store_update (database, article_id, article, &move->from, &move->to, error);
}

/**
 * tl_correction_keep:
 * @database: a connection that is writing
 * @article_id: an article
 * @fact: the name of what is corrected
 * @value: (nullable): what it is
 * @act: (out): by what it can be undone
 * @error: return location for an error
 *
 * Keeps a correction; the rows that follow from it are not made again.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_correction_keep (TlDatabase  *database,
                    gint64       article_id,
                    const char  *fact,
                    const char  *value,
                    gint64      *act,
                    GError     **error)
{
  g_autoptr(GBytes) digest = tl_decision_load_digest (database, article_id);

  /* The latest holds, whatever became of the clock. */
  if (!tl_database_write (database, error,
                          "INSERT INTO correction (text_sha256, fact, value, made, is_undone)"
                          " VALUES (?1, ?2, ?3,"
                          " max(?4, coalesce((SELECT max(made) FROM correction), 0)), 0)",
                          "bssi", digest, fact, value, g_get_real_time () / G_USEC_PER_SEC))
    return FALSE;
  *act = tl_database_get_last_id (database);
  return TRUE;
}

/**
 * tl_correction_add:
 * @database: a connection that is writing
 * @article_id: an article
 * @fact: what of it is corrected
 * @value: (nullable): what it is; "" when it is not known; %NULL for what was read
 * @act: (out): by what it can be undone
 * @move: (out): where the article stands now
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
tl_correction_add (TlDatabase  *database,
                   gint64       article_id,
                   TlFact       fact,
                   const char  *value,
                   gint64      *act,
                   TlMove      *move,
                   GError     **error)
{
  return tl_correction_keep (database, article_id, tl_fact_get_name (fact), value, act, error) &&
         tl_correction_refresh (database, article_id, move, error);
}

/**
 * tl_correction_set_reviewed:
 * @database: a connection that is writing
 * @article_id: an article
 * @is_reviewed: whether a person has looked at what was read from it
 * @act: (out): by what it can be undone
 * @move: (out): where the article stands
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
tl_correction_set_reviewed (TlDatabase  *database,
                            gint64       article_id,
                            gboolean     is_reviewed,
                            gint64      *act,
                            TlMove      *move,
                            GError     **error)
{
  return tl_correction_keep (database, article_id, "reviewed", is_reviewed ? "1" : "0", act, error) &&
         tl_correction_refresh (database, article_id, move, error);
}

/**
 * tl_correction_set_undone:
 * @database: a connection that is writing
 * @act: from tl_correction_add()
 * @is_undone: whether it no longer holds
 * @article_id: (out): the article that it is of; 0 where that is gone
 * @move: (out): where the article stands now
 * @error: return location for an error
 *
 * Returns: whether it is kept
 */
gboolean
tl_correction_set_undone (TlDatabase  *database,
                          gint64       act,
                          gboolean     is_undone,
                          gint64      *article_id,
                          TlMove      *move,
                          GError     **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_write (database, error, "UPDATE correction SET is_undone = ? WHERE id = ?",
                          "ii", (gint64) is_undone, act) ||
      !tl_database_select_ids (database, ids, error,
                               "SELECT article.id FROM correction JOIN article USING (text_sha256)"
                               " WHERE correction.id = ?", "i", act))
    return FALSE;
  *article_id = ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
  return *article_id == 0 || tl_correction_refresh (database, *article_id, move, error);
}
