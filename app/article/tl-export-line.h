/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-official.h"

G_BEGIN_DECLS

/* The version of the format; a reader takes what is of no later one. */
#define TL_EXPORT_VERSION 1

/* How the first line of a file begins, by which it is known. */
#define TL_EXPORT_BEGINNING "{\"format\": \"tradelines-library\""

/* No line of a file may have more bytes: the longest text with all that can be read from it. */
#define TL_EXPORT_MAX_LINE (64 * 1024 * 1024)

/**
 * TlExportLineKind:
 * @TL_EXPORT_LINE_HEAD: the first line
 * @TL_EXPORT_LINE_ARTICLE: an article
 * @TL_EXPORT_LINE_ACT: what a person decided in one act
 * @TL_EXPORT_LINE_OFFICIAL: official figures
 *
 * What a line of a file is.
 */
typedef enum
{
  TL_EXPORT_LINE_HEAD,
  TL_EXPORT_LINE_ARTICLE,
  TL_EXPORT_LINE_ACT,
  TL_EXPORT_LINE_OFFICIAL,
} TlExportLineKind;

/**
 * TlExportCorrection:
 * @fact: what of the article it is about
 * @value: (nullable): what it is; %NULL for what was read
 * @made: when, in seconds since 1970
 * @is_undone: whether it no longer holds
 */
typedef struct
{
  char     *fact;
  char     *value;
  gint64    made;
  gboolean  is_undone;
} TlExportCorrection;

/**
 * TlExportDecision:
 * @kind: what was decided
 * @type: on what: its type
 * @key: by what it is known
 * @name: what it is called
 * @digest: (nullable): of the only text that it is about
 * @to_type: (nullable): what it is from then on: its type
 * @to_key: (nullable): by what that is known
 * @to_name: (nullable): what that is called
 * @to_digest: (nullable): of the only text that that is about
 * @made: when, in seconds since 1970
 *
 * A decision as the library keeps it, see tl-decision.h.
 */
typedef struct
{
  char   *kind;
  char   *type;
  char   *key;
  char   *name;
  GBytes *digest;
  char   *to_type;
  char   *to_key;
  char   *to_name;
  GBytes *to_digest;
  gint64  made;
} TlExportDecision;

/**
 * TlExportLine:
 * @kind: what it is
 * @n_articles: of a head: how many articles follow
 * @article: (nullable): of an article: as it was read
 * @digest: (nullable): of an article: by what decisions know it
 * @added: of an article: when, in seconds since 1970; 0 where that is not known
 * @reading_version: of an article: which version of the program read it; 0 where that is not known
 * @corrections: (nullable) (element-type TlExportCorrection): of an article
 * @decisions: (nullable) (element-type TlExportDecision): of an act
 * @is_undone: of an act: whether it no longer holds
 * @official: (nullable) (element-type TlOfficialValue): of official figures
 * @table: (nullable): of official figures: the name of the table that they came in
 * @table_added: of official figures: when that was imported, in seconds since 1970; 0 where that is
 *   not known
 *
 * A line of a file that a library was exported to.
 */
typedef struct
{
  TlExportLineKind  kind;
  guint             n_articles;
  TlArticle        *article;
  GBytes           *digest;
  gint64            added;
  guint             reading_version;
  GPtrArray        *corrections;
  GPtrArray        *decisions;
  gboolean          is_undone;
  GArray           *official;
  char             *table;
  gint64            table_added;
} TlExportLine;

TlExportLine *tl_export_line_parse          (const char               *json,
                                             GError                  **error);
void          tl_export_line_free           (TlExportLine             *self);
void          tl_export_line_append_head    (GString                  *json,
                                             guint                     n_articles);
void          tl_export_line_begin_article  (GString                  *json,
                                             GBytes                   *digest,
                                             gint64                    added,
                                             guint                     reading_version);
void          tl_export_line_append_correction (GString               *json,
                                             const TlExportCorrection *correction);
gboolean      tl_export_line_end_article    (GString                  *json,
                                             const char               *reading,
                                             gsize                     length);
void          tl_export_line_begin_act      (GString                  *json,
                                             gboolean                  is_undone);
void          tl_export_line_append_decision (GString                 *json,
                                             const TlExportDecision   *decision);
void          tl_export_line_end_act        (GString                  *json);
guint         tl_export_line_append_official (GString                 *json,
                                             const char               *table,
                                             gint64                    added,
                                             const TlOfficialValue    *values,
                                             guint                     n_values);
void          tl_export_correction_free     (TlExportCorrection       *self);
void          tl_export_decision_free       (TlExportDecision         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExportLine, tl_export_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExportCorrection, tl_export_correction_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExportDecision, tl_export_decision_free)

G_END_DECLS
