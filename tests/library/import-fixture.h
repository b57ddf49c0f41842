/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-import.h"

G_BEGIN_DECLS

/* An import of what a test puts into a folder, into a library of its own. */
typedef struct
{
  char         *folder;         /* for what is imported */
  char         *outside;        /* for the library, and for what nobody gave */
  TlLibrary    *library;
  GListStore   *files;
  GCancellable *cancellable;
  TlImport     *import;
  gboolean      is_done;
  GError       *error;
} ImportFixture;

void        import_set_up         (ImportFixture *fixture,
                                   gconstpointer  data);
void        import_tear_down      (ImportFixture *fixture,
                                   gconstpointer  data);
void        import_write_text     (const char    *folder,
                                   const char    *name);
char       *import_make_subfolder (const char    *folder,
                                   const char    *name);
void        import_make_link      (const char    *target,
                                   const char    *folder,
                                   const char    *name);
void        import_give           (ImportFixture *fixture,
                                   const char    *path);
void        import_begin          (ImportFixture *fixture);
void        import_done_cb        (GObject       *source_object,
                                   GAsyncResult  *result,
                                   gpointer       user_data);
void        import_run            (ImportFixture *fixture);
void        import_assert_names   (ImportFixture *fixture,
                                   const char    *expected);
void        import_assert_failure (ImportFixture *fixture,
                                   const char    *name,
                                   const char    *reason);
const TlImportFailure *import_find_failure (ImportFixture *fixture,
                                            const char    *name);

#define IMPORT_ADD(path, test) \
  g_test_add ("/import/" path, ImportFixture, NULL, import_set_up, test, import_tear_down)

G_END_DECLS
