/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-window.h"

G_BEGIN_DECLS

/**
 * Fixture:
 * @window: a window on a library of its own
 * @folder: a folder of its own
 * @library_path: the library's file in it
 */
typedef struct
{
  TlWindow *window;
  char     *folder;
  char     *library_path;
} Fixture;

/* Articles that say simple things: what is tested here is the window. */
extern const char *const article_of_chile;
extern const char *const article_of_peru;
extern const char *const article_of_ghana;

int        fixture_main          (int            argc,
                                  char         **argv,
                                  void         (*add_tests) (void));
void       fixture_add           (const char    *path,
                                  void         (*test) (Fixture *fixture));
void       fixture_open_window   (Fixture       *fixture,
                                  const char    *library_path);
void       fixture_close_window  (Fixture       *fixture);
void       fixture_set_width     (Fixture       *fixture,
                                  int            width);
GFile     *fixture_write_file    (Fixture       *fixture,
                                  const char    *name,
                                  const char    *content,
                                  gssize         length);
void       fixture_drop          (Fixture       *fixture,
                                  GFile         *first,
                                  ...) G_GNUC_NULL_TERMINATED;
void       fixture_import        (Fixture       *fixture,
                                  const char    *name,
                                  const char    *content);
gboolean   fixture_is_importing  (Fixture       *fixture);
guint      fixture_get_n_articles (Fixture      *fixture);
gpointer   fixture_get           (Fixture       *fixture,
                                  const char    *id);
void       fixture_activate      (Fixture       *fixture,
                                  const char    *action,
                                  const char    *format,
                                  ...);
gboolean   fixture_is_enabled    (Fixture       *fixture,
                                  const char    *action);
char      *fixture_dup_selection (Fixture       *fixture);
GtkWidget *fixture_find_toast    (Fixture       *fixture,
                                  const char    *pattern);
gpointer   find_widget           (GtkWidget     *root,
                                  const char    *id);
gpointer   find_of_type          (GtkWidget     *root,
                                  GType          type);
guint      start_guard           (const char    *what);

/* Runs the main loop until something is so; not for ever. */
#define wait_until(condition) \
  G_STMT_START { \
    guint guard_id = start_guard (#condition); \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
    g_source_remove (guard_id); \
  } G_STMT_END

G_END_DECLS
