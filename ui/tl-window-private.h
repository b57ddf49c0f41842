/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

#include "tl-adaptive-bin.h"
#include "tl-articles-page.h"
#include "tl-chart-page.h"
#include "tl-entities-page.h"
#include "tl-evidence-report.h"
#include "tl-history-entry.h"
#include "tl-import-bar.h"
#include "tl-library-watch.h"
#include "tl-review-page.h"
#include "tl-toaster.h"

G_BEGIN_DECLS

struct _TlWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toast_overlay;
  TlAdaptiveBin        *adaptive_bin;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar   *switcher_bar;
  GtkStack             *content;
  AdwViewStack         *pages;
  TlArticlesPage       *articles_page;
  TlChartPage          *chart_page;
  TlEntitiesPage       *entities_page;
  TlReviewPage         *review_page;
  TlImportBar          *import_bar;
  AdwStatusPage        *library_error;
  GtkWidget            *error_rescue;
  GtkRevealer          *library_banner;
  GtkLabel             *banner_label;
  GtkWidget            *banner_rescue;
  GtkWidget            *banner_backups;
  GtkWidget            *banner_copy;
  GtkLabel             *library_label;
  GMenu                *history_menu;
  GMenu                *recent_libraries;
  GMenu                *backups;
  GMenu                *offered_backups;
  GtkWidget            *drop_sign;
  GtkWidget            *back_button;
  GtkWidget            *reading_button;
  GtkWidget            *export_button;
  GtkWidget            *review_button;
  GtkWidget            *import_button;
  GtkMenuButton        *menu_button;

  char                 *library_path;   /* owned, NULL for the person's own */
  char                 *shown_path;     /* owned, the same file by its name; NULL until asked for */
  TlLibrary            *library;        /* owned, NULL when it could not be opened */
  TlLibraryWatch       *watch;          /* owned, NULL while there is no library */
  gboolean              has_vanished;   /* the library was open, and then was not there */
  guint                 keep_id;        /* waits for the next backup, or 0 */
  GSettings            *settings;       /* owned, NULL when they are not installed */
  GSettings            *state;          /* owned, what is remembered of the library; or NULL */
  GCancellable         *cancellable;    /* of all that the window has begun */

  GQueue                imports;        /* (element-type TlImport): the first one runs */
  GCancellable         *import_cancellable;
  GApplication         *held;           /* owned, while an import runs; or NULL */
  TlImport             *last_import;    /* owned, which can be looked at; or NULL */
  gboolean              takes_back_import; /* the import that stops is undone then */
  gint64                shown_from_review; /* the article that was opened from reviewing; or 0 */
  gint64                shown_from_chart; /* the article that a mark led to: Back leads there; or 0 */
  gint64                shown_from_article; /* the entity that an article led to: Back leads there; or 0 */
  gboolean              listed_for_entities; /* articles, by the page of entities: Back leads there */
  TlAnnouncer          *announcer;      /* owned, what tells a screen reader */
  TlToaster            *toaster;        /* owned, what says things */
};

/* tl-window.c */
void tl_window_open_library      (TlWindow       *self);
void tl_window_update_content    (TlWindow       *self);
void tl_window_show_page         (TlWindow       *self,
                                  const char     *name);
gboolean tl_window_is_on_page    (TlWindow       *self,
                                  const char     *name);

/* tl-window-say.c */
void tl_window_say               (TlWindow       *self,
                                  const char     *text);
void tl_window_add_saying_actions (TlWindow      *self);

/* tl-window-state.c */
void tl_window_restore_state     (TlWindow       *self);
void tl_window_save_state        (TlWindow       *self);

/* tl-window-actions.c */
void tl_window_install_keys      (GtkWidgetClass *widget_class);
void tl_window_add_actions       (TlWindow       *self);
void tl_window_add_page_actions  (TlWindow       *self);
void tl_window_update_actions    (TlWindow       *self);

/* tl-window-entities.c */
void tl_window_add_entity_actions (TlWindow      *self);
void tl_window_update_entity_actions (TlWindow   *self,
                                  gboolean        can_write);
gpointer tl_window_new_decision  (TlWindow       *self,
                                  char           *message);
void tl_window_decided_cb        (GObject        *source_object,
                                  GAsyncResult   *result,
                                  gpointer        user_data);

/* tl-window-entity-page.c */
void tl_window_add_entity_page_actions (TlWindow *self);
gboolean tl_window_came_from_article (TlWindow   *self);

/* tl-window-names.c */
void tl_window_add_name_actions  (TlWindow       *self);

/* tl-window-figures.c */
void tl_window_add_figure_actions (TlWindow      *self);
void tl_window_update_figure_actions (TlWindow   *self,
                                  gboolean        can_write);
void tl_window_edit_figure       (TlWindow       *self,
                                  TlFigure       *figure,
                                  TlFigure       *edited);
void tl_window_add_figure        (TlWindow       *self,
                                  gint64          id,
                                  TlFigure       *figure);

/* tl-window-add-figure.c */
void tl_window_add_adding_actions (TlWindow      *self);

/* tl-window-review.c */
void     tl_window_add_review_actions (TlWindow  *self);
gboolean tl_window_is_reviewing  (TlWindow       *self);
void     tl_window_leave_review  (TlWindow       *self);
gboolean tl_window_came_from_review (TlWindow    *self);
void     tl_window_go_on_reviewing (TlWindow     *self);

/* tl-window-facts.c */
void tl_window_add_fact_actions  (TlWindow       *self);

/* tl-window-search.c */
void tl_window_add_search_actions (TlWindow      *self);

/* tl-window-article.c */
void tl_window_add_article_actions (TlWindow     *self);
void tl_window_update_article_actions (TlWindow  *self,
                                  gboolean        has_article);

/* tl-window-copies.c */
void tl_window_add_copy_actions  (TlWindow       *self);

/* tl-window-official.c */
void tl_window_add_official_actions (TlWindow     *self);

/* tl-window-renewed.c */
void tl_window_read_again        (TlWindow       *self);
void tl_window_add_renewed_actions (TlWindow     *self);

/* tl-window-undo.c */
void tl_window_offer_undo        (TlWindow       *self,
                                  TlUndoKind      kind,
                                  gint64          act,
                                  const char     *message);
void tl_window_undo_act          (TlWindow       *self,
                                  TlUndoKind      kind,
                                  gint64          act);
void tl_window_update_history    (TlWindow       *self);
void tl_window_add_history_actions (TlWindow     *self);

/* tl-window-chart.c */
void tl_window_export_chart      (TlWindow       *self);
void tl_window_copy_chart        (TlWindow       *self);
void tl_window_add_chart_actions (TlWindow       *self);

/* tl-window-export.c */
void tl_window_add_export_actions (TlWindow      *self);

/* tl-window-report.c */
void tl_window_save_report       (TlWindow         *self,
                                  TlChart          *chart,
                                  GFile            *file,
                                  TlEvidenceFormat  format);
void tl_window_add_report_actions (TlWindow      *self);

/* tl-window-pictures.c */
GListModel *tl_window_take_pictures (TlWindow    *self,
                                  GListModel     *files);

/* tl-window-import.c */
void tl_window_choose_files      (TlWindow       *self,
                                  gboolean        folders);
void tl_window_import_brought    (TlWindow       *self,
                                  GListModel     *files);
void tl_window_cancel_imports    (TlWindow       *self);

/* tl-window-library.c */
void tl_window_add_library_actions (TlWindow     *self);
void tl_window_ask_for_library   (TlWindow       *self,
                                  const char     *path);
void tl_window_update_library    (TlWindow       *self);
void tl_window_show_library_error (TlWindow      *self,
                                  const GError   *error);
const char *tl_window_get_library_path (TlWindow *self);

/* tl-window-recent.c */
void tl_window_note_library      (TlWindow       *self);
void tl_window_fill_recent       (TlWindow       *self);
void tl_window_fill_backups      (TlWindow       *self);

/* tl-window-keep.c */
void tl_window_keep_library      (TlWindow       *self);
void tl_window_begin_keeping     (TlWindow       *self);

/* tl-window-drop.c */
void tl_window_add_drop_target   (TlWindow       *self);
void tl_window_paste             (TlWindow       *self);

G_END_DECLS
