/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlDatabase:
 *
 * A connection to a library's file.  Belongs to one thread; several threads and
 * programs may have a connection each, and then wait for each other.
 */
typedef struct _TlDatabase TlDatabase;

/**
 * TlStatement:
 *
 * A prepared statement, which the connection keeps for the next time.  Letting go of
 * it resets it, so that no read stays open.
 */
typedef sqlite3_stmt TlStatement;

TlDatabase  *tl_database_open         (const char   *path,
                                       GError      **error);
TlDatabase  *tl_database_open_again   (const char   *path,
                                       GError      **error);
TlDatabase  *tl_database_open_for_reading (const char *path,
                                       GError      **error);
TlDatabase  *tl_database_open_raw     (const char   *path,
                                       GError      **error);
void         tl_database_protect      (const char   *path,
                                       gboolean      protect);
void         tl_database_set_vanished (const char   *path,
                                       GError      **error);
gboolean     tl_database_is_in_use    (const char   *path);
gboolean     tl_database_is_read_only (TlDatabase   *self);
gboolean     tl_database_is_full      (TlDatabase   *self);
void         tl_database_set_cancellable (TlDatabase *self,
                                       GCancellable *cancellable);
TlDatabase  *tl_database_ref          (TlDatabase   *self);
void         tl_database_unref        (TlDatabase   *self);
const char  *tl_database_get_path     (TlDatabase   *self);
gboolean     tl_database_execute      (TlDatabase   *self,
                                       const char   *sql,
                                       GError      **error);
gboolean     tl_database_set_journal  (TlDatabase   *self,
                                       GError      **error);
TlStatement *tl_database_prepare      (TlDatabase   *self,
                                       const char   *sql,
                                       GError      **error);
void         tl_database_forget       (TlDatabase   *self,
                                       const char   *sql);
gboolean     tl_database_step         (TlDatabase   *self,
                                       TlStatement  *statement,
                                       GError      **error);
gboolean     tl_database_run          (TlDatabase   *self,
                                       TlStatement  *statement,
                                       GError      **error);
TlStatement *tl_database_query        (TlDatabase   *self,
                                       GError      **error,
                                       const char   *sql,
                                       const char   *types,
                                       ...);
gboolean     tl_database_write        (TlDatabase   *self,
                                       GError      **error,
                                       const char   *sql,
                                       const char   *types,
                                       ...);
gboolean     tl_database_query_int    (TlDatabase   *self,
                                       const char   *sql,
                                       gint64       *value,
                                       GError      **error);
gboolean     tl_database_select_ids   (TlDatabase   *self,
                                       GArray       *ids,
                                       GError      **error,
                                       const char   *sql,
                                       const char   *types,
                                       ...);
gint64       tl_database_get_last_id  (TlDatabase   *self);
guint        tl_database_get_n_changed (TlDatabase  *self);
gboolean     tl_database_begin        (TlDatabase   *self,
                                       GError      **error);
void         tl_database_let_others_write (void);
gboolean     tl_database_commit       (TlDatabase   *self,
                                       GError      **error);
void         tl_database_rollback     (TlDatabase   *self);

void         tl_statement_release     (TlStatement  *statement);
void         tl_statement_bind_string (TlStatement  *statement,
                                       int           parameter,
                                       const char   *string);
void         tl_statement_bind_all    (TlStatement  *statement,
                                       const char   *types,
                                       va_list       values);
void         tl_statement_bind_number (TlStatement  *statement,
                                       int           parameter,
                                       double        number);
void         tl_statement_bind_date   (TlStatement  *statement,
                                       int           parameter,
                                       TlDate        date);
GBytes      *tl_statement_dup_bytes   (TlStatement  *statement,
                                       int           column);
char        *tl_statement_dup_string  (TlStatement  *statement,
                                       int           column);
double       tl_statement_get_number  (TlStatement  *statement,
                                       int           column);
TlDate       tl_statement_get_date    (TlStatement  *statement,
                                       int           column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDatabase, tl_database_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlStatement, tl_statement_release)

/**
 * tl_date_pack:
 * @date: a date
 *
 * Returns: the date as a number that sorts as the date does, 20171123; unknown parts,
 *   and a date of which nothing is known, are 0
 */
static inline int
tl_date_pack (TlDate date)
{
  return date.year * 10000 + date.month * 100 + date.day;
}

G_END_DECLS
