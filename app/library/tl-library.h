/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-article.h"
#include "tl-report.h"

G_BEGIN_DECLS

/**
 * TlLibraryError:
 * @TL_LIBRARY_ERROR_FOREIGN: the file is no library
 * @TL_LIBRARY_ERROR_DAMAGED: the file is damaged
 * @TL_LIBRARY_ERROR_NEWER: the file was written by a newer version of the program
 * @TL_LIBRARY_ERROR_OLDER: the file was written by an older version and can only be read
 * @TL_LIBRARY_ERROR_VANISHED: the file is not there any more, or is another one
 * @TL_LIBRARY_ERROR_STORE: reading or writing failed (disk full, no permission)
 * @TL_LIBRARY_ERROR_DUPLICATE: an article with the same text is there already
 * @TL_LIBRARY_ERROR_MISSING: the article is not in the library
 */
typedef enum
{
  TL_LIBRARY_ERROR_FOREIGN,
  TL_LIBRARY_ERROR_DAMAGED,
  TL_LIBRARY_ERROR_NEWER,
  TL_LIBRARY_ERROR_OLDER,
  TL_LIBRARY_ERROR_VANISHED,
  TL_LIBRARY_ERROR_STORE,
  TL_LIBRARY_ERROR_DUPLICATE,
  TL_LIBRARY_ERROR_MISSING,
} TlLibraryError;

#define TL_LIBRARY_ERROR (tl_library_error_quark ())

GQuark tl_library_error_quark (void);

/**
 * TlLibraryState:
 * @TL_LIBRARY_WRITABLE: all can be done with it
 * @TL_LIBRARY_READ_ONLY: it is where nothing can be written, or is a backup
 * @TL_LIBRARY_DAMAGED: it is damaged, and only read from then on
 *
 * What can be done with a library.
 */
typedef enum
{
  TL_LIBRARY_WRITABLE,
  TL_LIBRARY_READ_ONLY,
  TL_LIBRARY_DAMAGED,
} TlLibraryState;

/**
 * TlPair:
 * @partners: two codes, in alphabetical order
 * @n_figures: how many chartable figures there are of the two; 0 where there are official ones only
 */
typedef struct
{
  char  partners[2][TL_PARTNER_SIZE];
  guint n_figures;
} TlPair;

/**
 * TlLibrary:
 *
 * A person's collection of articles, one SQLite file.  Belongs to the thread that
 * opened it; imports work through #TlImport.
 *
 * Signals: "changed" when articles came or went, or other ones carry the same story,
 * "entities-changed" when what was decided on entities did; see tl-library-entities.h;
 * "state-changed" when it was found damaged.
 */
#define TL_TYPE_LIBRARY (tl_library_get_type ())
G_DECLARE_FINAL_TYPE (TlLibrary, tl_library, TL, LIBRARY, GObject)

TlLibrary  *tl_library_open          (const char   *path,
                                      GError      **error);
char       *tl_library_dup_default_path (void);
TlLibraryState tl_library_get_state  (TlLibrary    *self);
void        tl_library_set_damaged   (TlLibrary    *self);
const char *tl_library_get_path      (TlLibrary    *self);
guint       tl_library_get_n_articles (TlLibrary   *self);
GListModel *tl_library_get_articles  (TlLibrary    *self);
GListModel *tl_library_list_articles (TlLibrary    *self,
                                      GArray       *ids);
TlArticle  *tl_library_load_article  (TlLibrary    *self,
                                      gint64        id,
                                      GError      **error);
gint64      tl_library_add           (TlLibrary    *self,
                                      TlArticle    *article,
                                      GError      **error);
gboolean    tl_library_remove        (TlLibrary    *self,
                                      gint64        id,
                                      GError      **error);
gboolean    tl_library_restore       (TlLibrary    *self,
                                      gint64        id,
                                      GError      **error);
GPtrArray  *tl_library_get_carriers  (TlLibrary    *self,
                                      gint64        id);
GArray     *tl_library_get_pairs     (TlLibrary    *self);
GPtrArray  *tl_library_get_reports   (TlLibrary    *self,
                                      const char   *partner,
                                      const char   *other);
GArray     *tl_library_get_official  (TlLibrary    *self,
                                      const char   *partner,
                                      const char   *other);

G_END_DECLS
