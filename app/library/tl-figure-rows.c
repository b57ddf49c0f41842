/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as rows of a table, so that a chart reads those of its pair and no article. */

#include "tl-figure-fields.h"

#include <math.h>

#include "tl-report.h"

static const char insert_sql[] =
  "INSERT INTO figure (" TL_FIGURE_FIELDS ", article_id, n, first, second, charted, is_confirmed)"
  " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

/* Put in order when they are read: SQLite would copy all that there is of each. */
static const char select_sql[] =
  "SELECT " TL_FIGURE_FIELDS ", article.id, article.title, publisher, published, url, coalesce(story, 0),"
  " is_reviewed OR is_confirmed, is_confirmed"
  " FROM figure JOIN article ON article.id = figure.article_id"
  " LEFT JOIN copy ON copy.article_id = article.id"
  " WHERE first = ? AND second = ? AND removed_at IS NULL"
  " ORDER BY figure.article_id, figure.n";

static const char *const directions[] = {
  [TL_CHANGE_UP] = "up",
  [TL_CHANGE_DOWN] = "down",
  [TL_CHANGE_FLAT] = "flat",
};

/* The country that a partner is or lies in: "BY" for "BY-BR".  What is no ISO 3166-2
 * code is left as it is. */
static void
get_country (const char *partner,
             char       *country)
{
  gboolean is_region = g_ascii_isupper (partner[0]) &&
                       g_ascii_isupper (partner[1]) &&
                       partner[2] == '-';

  g_strlcpy (country, partner, is_region ? 3 : TL_PARTNER_SIZE);
}

static void
get_pair (const char *partner,
          const char *other,
          char        pair[2][TL_PARTNER_SIZE])
{
  get_country (partner, pair[0]);
  get_country (other, pair[1]);
  if (strcmp (pair[0], pair[1]) > 0)
    {
      char first[TL_PARTNER_SIZE];

      g_strlcpy (first, pair[1], sizeof first);
      g_strlcpy (pair[1], pair[0], TL_PARTNER_SIZE);
      g_strlcpy (pair[0], first, TL_PARTNER_SIZE);
    }
}

/* ---- to a row ---- */

static void
bind_change (TlStatement        *statement,
             const TlFigureData *data)
{
  switch (data->change_kind)
    {
    case TL_CHANGE_PERCENT:
      tl_statement_bind_number (statement, CHANGE + 1, data->change);
      break;
    case TL_CHANGE_UP:
    case TL_CHANGE_DOWN:
    case TL_CHANGE_FLAT:
      tl_statement_bind_string (statement, CHANGE + 1, directions[data->change_kind]);
      break;
    case TL_CHANGE_NONE:
    default:
      sqlite3_bind_null (statement, CHANGE + 1);
      break;
    }
  sqlite3_bind_int (statement, CHANGE_AGAINST + 1, data->change_against);
}

static void
bind_span (TlStatement *statement,
           int          field,
           const char  *words,
           TlSpan       span)
{
  tl_statement_bind_string (statement, field + 1, words);
  sqlite3_bind_int64 (statement, field + 2, span.start);
  sqlite3_bind_int64 (statement, field + 3, span.end);
}

static void
bind_figure (TlStatement *statement,
             TlFigure    *figure)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  tl_statement_bind_string (statement, FLOW + 1, tl_flow_to_string (data->flow));
  tl_statement_bind_string (statement, PARTNER + 1, data->partners[0]);
  tl_statement_bind_string (statement, OTHER + 1, data->partners[1]);
  tl_statement_bind_string (statement, SCOPE + 1, tl_scope_to_string (data->scope));
  tl_statement_bind_string (statement, STATUS + 1, tl_status_to_string (data->status));
  tl_statement_bind_date (statement, START + 1, data->start);
  tl_statement_bind_date (statement, END + 1, data->end);
  tl_statement_bind_number (statement, VALUE + 1, data->value);
  tl_statement_bind_number (statement, HIGH + 1, data->high);
  tl_statement_bind_string (statement, CURRENCY + 1, data->currency);
  tl_statement_bind_string (statement, PRECISION + 1, tl_precision_to_string (data->precision));
  bind_change (statement, data);
  bind_span (statement, QUOTE, tl_figure_get_quote (figure), data->quote);
  bind_span (statement, SENTENCE, tl_figure_get_sentence (figure), data->sentence);
  tl_statement_bind_string (statement, SPEAKER + 1, tl_figure_get_speaker (figure));
}

/* No trigger does this, see version 10 of the schema. */
static gboolean
count_in_pair (TlDatabase  *database,
               char         pair[2][TL_PARTNER_SIZE],
               GError     **error)
{
  return tl_database_write (database, error,
                            "INSERT INTO pair VALUES (?, ?, 1)"
                            " ON CONFLICT DO UPDATE SET n_figures = n_figures + 1",
                            "ss", pair[0], pair[1]);
}

/**
 * tl_figure_rows_add:
 * @database: a connection that is writing
 * @article_id: the article that states them
 * @figures: (element-type TlFigure): its figures, in reading order
 * @error: return location for an error
 *
 * Stores figures, and counts those that a chart can show in their pairs.
 *
 * Returns: whether all were stored
 */
gboolean
tl_figure_rows_add (TlDatabase  *database,
                    gint64       article_id,
                    GPtrArray   *figures,
                    GError     **error)
{
  g_autoptr(TlStatement) statement = tl_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < figures->len; i++)
    {
      TlFigure *figure = g_ptr_array_index (figures, i);
      const TlFigureData *data = tl_figure_get_data (figure);
      char pair[2][TL_PARTNER_SIZE];

      get_pair (data->partners[0], data->partners[1], pair);
      bind_figure (statement, figure);
      sqlite3_bind_int64 (statement, N_FIELDS + 1, article_id);
      sqlite3_bind_int64 (statement, N_FIELDS + 2, i);
      tl_statement_bind_string (statement, N_FIELDS + 3, pair[0]);
      tl_statement_bind_string (statement, N_FIELDS + 4, pair[1]);
      sqlite3_bind_int (statement, N_FIELDS + 5, tl_figure_is_chartable (figure));
      sqlite3_bind_int (statement, N_FIELDS + 6, (int) tl_figure_get_review (figure));
      if (!tl_database_run (database, statement, error) ||
          (tl_figure_is_chartable (figure) && !count_in_pair (database, pair, error)))
        return FALSE;
    }
  return TRUE;
}

/* ---- from a row ---- */

static const char *
get_string (TlStatement *statement,
            int          column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static void
read_change (TlStatement  *statement,
             TlFigureData *data)
{
  const char *direction;

  data->change_against = sqlite3_column_int (statement, CHANGE_AGAINST);
  data->change = tl_statement_get_number (statement, CHANGE);
  if (isfinite (data->change))
    {
      data->change_kind = TL_CHANGE_PERCENT;
      return;
    }

  direction = get_string (statement, CHANGE);
  data->change = 0;
  for (guint i = TL_CHANGE_UP; direction != NULL && i < G_N_ELEMENTS (directions); i++)
    if (g_str_equal (direction, directions[i]))
      data->change_kind = (TlChangeKind) i;
}

static TlSpan
read_span (TlStatement *statement,
           int          field)
{
  gint64 start = sqlite3_column_int64 (statement, field + 1);
  gint64 end = sqlite3_column_int64 (statement, field + 2);

  if (start < 0 || end < start || end > G_MAXUINT32)
    return (TlSpan) { 0, 0 };
  return (TlSpan) { (guint32) start, (guint32) end };
}

static void
read_code (TlStatement *statement,
           int          column,
           char        *code,
           gsize        size)
{
  const char *string = get_string (statement, column);

  g_strlcpy (code, string != NULL && g_str_is_ascii (string) ? string : "", size);
}

/* The text of a column, valid UTF-8 whatever the file holds; mostly where it lies. */
static const char *
get_valid (TlStatement  *statement,
           int           column,
           char        **owned)
{
  const char *string = get_string (statement, column);

  if (string == NULL ||
      g_utf8_validate_len (string, (gsize) sqlite3_column_bytes (statement, column), NULL))
    return string;
  return *owned = g_utf8_make_valid (string, -1);
}

/**
 * tl_figure_rows_read:
 * @statement: at a row whose first columns are #TL_FIGURE_FIELDS
 *
 * A name that this version does not know keeps what tl_figure_data_init() sets; a file of
 * this version holds no such name.
 *
 * Returns: (transfer full): the figure, without its reasons
 */
TlFigure *
tl_figure_rows_read (TlStatement *statement)
{
  g_autofree char *quote = NULL, *sentence = NULL, *speaker = NULL;
  TlFigureData data;

  tl_figure_data_init (&data);
  tl_flow_from_string (get_string (statement, FLOW), &data.flow);
  tl_scope_from_string (get_string (statement, SCOPE), &data.scope);
  tl_status_from_string (get_string (statement, STATUS), &data.status);
  tl_precision_from_string (get_string (statement, PRECISION), &data.precision);
  read_code (statement, PARTNER, data.partners[0], sizeof data.partners[0]);
  read_code (statement, OTHER, data.partners[1], sizeof data.partners[1]);
  read_code (statement, CURRENCY, data.currency, sizeof data.currency);
  data.start = tl_statement_get_date (statement, START);
  data.end = tl_statement_get_date (statement, END);
  data.value = tl_statement_get_number (statement, VALUE);
  data.high = tl_statement_get_number (statement, HIGH);
  read_change (statement, &data);
  data.quote = read_span (statement, QUOTE);
  data.sentence = read_span (statement, SENTENCE);
  return tl_figure_new (&data, get_valid (statement, QUOTE, &quote),
                        get_valid (statement, SENTENCE, &sentence),
                        get_valid (statement, SPEAKER, &speaker));
}

/* With what a person said of it. */
static TlFigure *
read_figure (TlStatement *statement)
{
  g_autoptr(TlFigure) figure = tl_figure_rows_read (statement);
  int review = sqlite3_column_int (statement, N_FIELDS + 7);

  return review > TL_REVIEW_OPEN && review <= TL_REVIEW_ADDED
           ? tl_figure_new_reviewed (figure, (TlReview) review, NULL)
           : g_steal_pointer (&figure);
}

/* A report makes valid UTF-8 of what is not.  @last is the report before, or NULL. */
static TlReport *
read_unconfirmed (TlStatement *statement,
                  TlReport    *last)
{
  g_autoptr(TlFigure) figure = read_figure (statement);
  gint64 article_id = sqlite3_column_int64 (statement, N_FIELDS);
  gint64 story;
  g_autoptr(TlReport) report = NULL;

  if (last != NULL && tl_report_get_article_id (last) == article_id)
    return tl_report_new_beside (last, figure);
  report = tl_report_new (figure, article_id, get_string (statement, N_FIELDS + 1),
                          get_string (statement, N_FIELDS + 2),
                          tl_statement_get_date (statement, N_FIELDS + 3),
                          get_string (statement, N_FIELDS + 4));
  story = sqlite3_column_int64 (statement, N_FIELDS + 5);
  return story != 0 ? tl_report_new_in_story (report, story) : g_steal_pointer (&report);
}

/* Who has reviewed an article has checked its figures; else each one is confirmed by itself. */
static TlReport *
read_report (TlStatement *statement,
             TlReport    *last)
{
  g_autoptr(TlReport) report = read_unconfirmed (statement, last);

  return sqlite3_column_int (statement, N_FIELDS + 6) != 0 ? tl_report_new_confirmed (report)
                                                           : g_steal_pointer (&report);
}

typedef struct
{
  int       published;          /* packed, larger than any date where it is not known */
  TlReport *report;             /* owned */
} Dated;

/* Those of one day stay in the order in which they were read. */
static int
compare_dated (gconstpointer a,
               gconstpointer b)
{
  const Dated *first = a, *second = b;

  return (first->published > second->published) - (first->published < second->published);
}

static GPtrArray *
sort_reports (GArray *dated)
{
  GPtrArray *reports = g_ptr_array_new_full (dated->len, g_object_unref);

  g_array_sort (dated, compare_dated);
  for (guint i = 0; i < dated->len; i++)
    g_ptr_array_add (reports, g_steal_pointer (&g_array_index (dated, Dated, i).report));
  return reports;
}

static void
dated_clear (gpointer dated)
{
  g_clear_object (&((Dated *) dated)->report);
}

/**
 * tl_figure_rows_get_pair:
 * @database: a connection
 * @partner: code of one partner
 * @other: code of the other
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlReport): every figure of trade
 *   between the two or their regions, in the order of publication, without a date last; those
 *   of articles that were reviewed, and those that a person confirmed, are confirmed
 */
GPtrArray *
tl_figure_rows_get_pair (TlDatabase  *database,
                         const char  *partner,
                         const char  *other,
                         GError     **error)
{
  g_autoptr(TlStatement) statement = tl_database_prepare (database, select_sql, error);
  g_autoptr(GArray) dated = g_array_new (FALSE, FALSE, sizeof (Dated));
  g_autoptr(GError) local_error = NULL;
  char pair[2][TL_PARTNER_SIZE];
  TlReport *last = NULL;

  g_array_set_clear_func (dated, dated_clear);
  if (statement == NULL)
    return NULL;

  get_pair (partner, other, pair);
  tl_statement_bind_string (statement, 1, pair[0]);
  tl_statement_bind_string (statement, 2, pair[1]);
  while (tl_database_step (database, statement, &local_error))
    {
      int published = sqlite3_column_int (statement, N_FIELDS + 3);
      Dated read = { published != 0 ? published : G_MAXINT, read_report (statement, last) };

      g_array_append_val (dated, read);
      last = read.report;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return sort_reports (dated);
}

/**
 * tl_figure_rows_find_articles:
 * @database: a connection
 * @partner: code of one partner
 * @other: code of the other
 * @ids: (element-type gint64): to append the articles to
 * @error: return location for an error
 *
 * Finds the articles, the removed included, with figures of trade between the two or their
 * regions.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_figure_rows_find_articles (TlDatabase  *database,
                              const char  *partner,
                              const char  *other,
                              GArray      *ids,
                              GError     **error)
{
  char pair[2][TL_PARTNER_SIZE];

  get_pair (partner, other, pair);
  return tl_database_select_ids (database, ids, error,
                                 "SELECT DISTINCT article_id FROM figure"
                                 " WHERE first = ? AND second = ?", "ss", pair[0], pair[1]);
}

/**
 * tl_figure_rows_get_article:
 * @database: a connection
 * @article_id: an article
 * @partners: (nullable): only figures of trade between these two or their regions
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type TlFigure): its figures, in reading order
 */
GPtrArray *
tl_figure_rows_get_article (TlDatabase         *database,
                            gint64              article_id,
                            const char *const  *partners,
                            GError            **error)
{
  g_autoptr(GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) local_error = NULL;
  char pair[2][TL_PARTNER_SIZE] = { "", "" };
  g_autoptr(TlStatement) statement = NULL;

  if (partners != NULL)
    get_pair (partners[0], partners[1], pair);
  statement = tl_database_query (database, error,
                                 "SELECT " TL_FIGURE_FIELDS " FROM figure WHERE article_id = ?1"
                                 " AND (?2 = '' OR (first = ?2 AND second = ?3)) ORDER BY n",
                                 "iss", article_id, pair[0], pair[1]);
  if (statement == NULL)
    return NULL;
  while (tl_database_step (database, statement, &local_error))
    g_ptr_array_add (figures, tl_figure_rows_read (statement));
  if (local_error == NULL)
    return g_steal_pointer (&figures);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
