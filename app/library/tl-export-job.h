/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlExportFormat:
 * @TL_EXPORT_ARTICLES: JSON Lines of articles and decisions, which an import takes back
 * @TL_EXPORT_FIGURES: a table of figures, CSV
 * @TL_EXPORT_BIBTEX: citations for BibTeX
 * @TL_EXPORT_CSL_JSON: citations in the JSON of the Citation Style Language
 * @TL_EXPORT_RIS: citations for reference managers
 * @TL_EXPORT_TEXT: citations for people, one a line
 *
 * As what articles leave a library.
 */
typedef enum
{
  TL_EXPORT_ARTICLES,
  TL_EXPORT_FIGURES,
  TL_EXPORT_BIBTEX,
  TL_EXPORT_CSL_JSON,
  TL_EXPORT_RIS,
  TL_EXPORT_TEXT,
} TlExportFormat;

#define TL_N_EXPORT_FORMATS (TL_EXPORT_TEXT + 1)

/**
 * TlExportChoice:
 * @format: as what
 * @ids: (nullable) (element-type gint64): which articles; %NULL: all that are not removed
 * @partners: (nullable): only articles with figures of these two, and of figures only these
 * @with_mark: of figures: whether a byte order mark comes first, by which spreadsheet programs
 *   know that it is UTF-8
 *
 * What leaves a library.
 */
typedef struct
{
  TlExportFormat format;
  GArray        *ids;
  const char    *partners[2];
  gboolean       with_mark;
} TlExportChoice;

/**
 * TlExportProgressFunc:
 * @n_done: how many articles are written
 * @n_articles: how many there are to write
 * @user_data: what was given
 *
 * Is called now and then in the thread that exports.
 */
typedef void (*TlExportProgressFunc) (guint    n_done,
                                      guint    n_articles,
                                      gpointer user_data);

/**
 * TlExportResult:
 * @n_articles: how many articles were written, or had figures that were
 * @n_damaged: how many could not be read, and were left out
 *
 * What an export did.
 */
typedef struct
{
  guint n_articles;
  guint n_damaged;
} TlExportResult;

const char *tl_export_format_get_name  (TlExportFormat         format);
gboolean    tl_export_format_from_name (const char            *name,
                                        TlExportFormat        *format);
const char *tl_export_format_get_suffix (TlExportFormat        format);
gboolean    tl_export_write            (const char            *path,
                                        const TlExportChoice  *choice,
                                        GOutputStream         *stream,
                                        TlExportProgressFunc   progress,
                                        gpointer               user_data,
                                        GCancellable          *cancellable,
                                        TlExportResult        *outcome,
                                        GError               **error);
gboolean    tl_export_save             (const char            *path,
                                        const TlExportChoice  *choice,
                                        GFile                 *file,
                                        TlExportProgressFunc   progress,
                                        gpointer               user_data,
                                        GCancellable          *cancellable,
                                        TlExportResult        *outcome,
                                        GError               **error);

G_END_DECLS
