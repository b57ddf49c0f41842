/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Citations of articles, with what persons corrected of their facts. */

#include "tl-export-out.h"

#include "tl-citation.h"

/* The author stands in the reading only.  A correction without a value says that what was read
 * is right, an empty one that it is not known. */
#define CITATION_SQL \
  "SELECT article.title, publisher, url, language, published, lower(hex(article.text_sha256))," \
  " (SELECT CASE WHEN json_valid (text) THEN json_extract (text, '$.author') END" \
  "   FROM (SELECT tl_unpack (json) AS text))," \
  " (SELECT coalesce (value, '\\') FROM correction" \
  "   WHERE correction.text_sha256 = article.text_sha256 AND fact = 'author' AND NOT is_undone" \
  "   ORDER BY made DESC, id DESC LIMIT 1)" \
  " FROM article LEFT JOIN reading ON article_id = id WHERE id = ?"

static const char *
get_text (TlStatement *statement,
          int          column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static void
append_citation (TlExportOut *self,
                 TlStatement *statement)
{
  const char *corrected = get_text (statement, 7);
  const char *title = get_text (statement, 0);
  TlCitation citation = {
    .title = title != NULL ? title : "",
    .publisher = get_text (statement, 1),
    .url = get_text (statement, 2),
    .language = get_text (statement, 3),
    .published = tl_statement_get_date (statement, 4),
    .digest = get_text (statement, 5),
    .author = corrected != NULL && *corrected != '\\' ? corrected : get_text (statement, 6),
  };

  if (self->choice->format == TL_EXPORT_TEXT)
    {
      g_autofree char *line = tl_citation_dup_text (&citation);

      g_string_append_printf (self->text, "%s\n", line);
    }
  else if (self->choice->format == TL_EXPORT_BIBTEX)
    tl_citation_append_bibtex (&citation, self->text);
  else if (self->choice->format == TL_EXPORT_RIS)
    tl_citation_append_ris (&citation, self->text);
  else
    {
      g_string_append (self->text, self->outcome.n_articles > 0 ? ",\n" : "\n");
      tl_citation_append_csl_json (&citation, self->text);
    }
  self->outcome.n_articles++;
}

static gboolean
write_citation (TlExportOut  *self,
                gint64        id,
                GError      **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(TlStatement) statement =
    tl_database_query (self->database, error, CITATION_SQL, "i", id);

  if (statement == NULL)
    return FALSE;
  if (tl_database_step (self->database, statement, &local_error))
    append_citation (self, statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * tl_export_out_citations:
 * @self: an export
 * @error: return location for an error
 *
 * Writes a citation of each article.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_export_out_citations (TlExportOut  *self,
                         GError      **error)
{
  gboolean is_list = self->choice->format == TL_EXPORT_CSL_JSON;

  if (is_list)
    g_string_append_c (self->text, '[');
  for (guint i = 0; i < self->articles->len; i++)
    if (!write_citation (self, g_array_index (self->articles, gint64, i), error) ||
        !tl_export_out_done (self, error))
      return FALSE;
  if (is_list)
    g_string_append (self->text, "\n]\n");
  return TRUE;
}
