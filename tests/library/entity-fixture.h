/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-library-entities.h"

G_BEGIN_DECLS

/* A library; entity_add() fills it with articles that are nothing but names. */
typedef struct
{
  char         *folder;
  char         *path;
  TlLibrary    *library;
  GAsyncResult *result;
  guint         n_added;        /* no two articles are the same */
} EntityFixture;

void    entity_set_up    (EntityFixture *fixture,
                          gconstpointer  data);
void    entity_tear_down (EntityFixture *fixture,
                          gconstpointer  data);
gint64  entity_add       (EntityFixture *fixture,
                          const char    *names);
char   *entity_show      (EntityFixture *fixture,
                          gint64         article_id);
gint64  entity_id        (EntityFixture *fixture,
                          gint64         article_id,
                          const char    *name);
void    entity_result_cb (GObject       *source_object,
                          GAsyncResult  *result,
                          gpointer       user_data);
gint64  entity_decided   (EntityFixture *fixture);
gint64  entity_fail      (EntityFixture *fixture);
char   *entity_list      (EntityFixture *fixture,
                          int            type,
                          const char    *words);
void    entity_reopen    (EntityFixture *fixture);
void    entity_check     (EntityFixture *fixture);

#define ENTITY_ADD(path, test) \
  g_test_add ("/entities/" path, EntityFixture, NULL, entity_set_up, test, entity_tear_down)

G_END_DECLS
