/* SPDX-License-Identifier: GPL-3.0-or-later */

/* edit-library LIBRARY FIRST [NUMBER]: corrects, decides, removes and restores, one article after the
 * other, or, with "backup" for FIRST, makes backups, with "undo" undoes and redoes all that was done;
 * says of each act that it is done, as soon as that is known, so that a test can kill it and look
 * whether it spoke the truth. */

#include <stdio.h>

#include "tl-backup.h"
#include "tl-database.h"
#include "tl-library-entities.h"
#include "tl-library-facts.h"
#include "tl-library-figures.h"
#include "tl-library-history.h"
#include "tl-library-private.h"

typedef struct
{
  GMainLoop *loop;
  gint64     act;
  gboolean   succeeded;
} Wait;

static void
corrected_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Wait *wait = user_data;

  wait->succeeded = tl_library_correct_finish (TL_LIBRARY (source_object), result, &wait->act, NULL,
                                               NULL);
  g_main_loop_quit (wait->loop);
}

static void
decided_cb (GObject      *source_object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Wait *wait = user_data;

  wait->succeeded = tl_library_decide_finish (TL_LIBRARY (source_object), result, &wait->act, NULL);
  g_main_loop_quit (wait->loop);
}

static gint64
query (TlLibrary  *library,
       const char *sql,
       gint64      value)
{
  g_autoptr(TlStatement) statement =
    tl_database_query (tl_library_get_database (library), NULL, sql, "i", value);

  if (statement == NULL || !tl_database_step (tl_library_get_database (library), statement, NULL))
    return 0;
  return sqlite3_column_int64 (statement, 0);
}

static void
confirmed_cb (GObject      *source_object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Wait *wait = user_data;

  wait->succeeded = tl_library_decide_figures_finish (TL_LIBRARY (source_object), result, &wait->act, NULL);
  g_main_loop_quit (wait->loop);
}

/* Confirms the figures of an article, where it has any. */
static void
confirm (TlLibrary *library,
         Wait      *wait,
         gint64     id)
{
  g_autoptr(TlArticle) article = tl_library_load_article (library, id, NULL);

  wait->succeeded = FALSE;
  if (article == NULL || tl_article_get_figures (article)->len == 0)
    return;
  tl_library_confirm_figures_async (library, id, tl_article_get_figures (article), NULL, confirmed_cb, wait);
  g_main_loop_run (wait->loop);
}

static void
edit (TlLibrary *library,
      Wait      *wait,
      gint64     n)
{
  gint64 id = query (library, "SELECT 1 + ? % count(*) FROM article", n);
  gint64 entity = query (library, "SELECT id FROM entity WHERE main = id AND NOT is_dismissed"
                                  " ORDER BY id LIMIT 1 OFFSET ? % 50", n);
  g_autofree char *name = g_strdup_printf ("Name %" G_GINT64_FORMAT, n);

  switch (n / 7 % 5)
    {
    case 0:
      tl_library_correct_async (library, id, TL_FACT_TITLE, name, NULL, corrected_cb, wait);
      g_main_loop_run (wait->loop);
      if (wait->succeeded)
        printf ("%" G_GINT64_FORMAT " correction %" G_GINT64_FORMAT "\n", n, wait->act);
      break;
    case 1:
      if (tl_library_remove (library, id, NULL))
        printf ("%" G_GINT64_FORMAT " removed %" G_GINT64_FORMAT "\n", n, id);
      break;
    case 2:
      if (tl_library_restore (library, id, NULL))
        printf ("%" G_GINT64_FORMAT " restored %" G_GINT64_FORMAT "\n", n, id);
      break;
    case 3:
      confirm (library, wait, id);
      if (wait->succeeded)
        printf ("%" G_GINT64_FORMAT " correction %" G_GINT64_FORMAT "\n", n, wait->act);
      break;
    default:
      if (n / 35 % 2 == 0)
        tl_library_rename_entity_async (library, entity, name, NULL, decided_cb, wait);
      else
        tl_library_add_name_async (library, id, (TlSpan) { (guint32) (n % 40), (guint32) (n % 40 + 12) },
                                   TL_ENTITY_EVENT, 0, TRUE, NULL, decided_cb, wait);
      g_main_loop_run (wait->loop);
      if (wait->succeeded)
        printf ("%" G_GINT64_FORMAT " decision %" G_GINT64_FORMAT "\n", n, wait->act);
      break;
    }
  fflush (stdout);
}

static void
undone_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Wait *wait = user_data;
  g_auto(TlUndone) undone = { 0 };

  wait->succeeded = tl_library_undo_finish (TL_LIBRARY (source_object), result, &undone, NULL);
  wait->act = undone.entry != NULL ? undone.entry->id : 0;
  g_main_loop_quit (wait->loop);
}

/* All of it back and forth again, until somebody kills it. */
static void
undo_and_redo (TlLibrary *library,
               Wait      *wait)
{
  gboolean is_redo = FALSE;

  for (guint i = 0; i < 2000; i++)
    {
      if (is_redo)
        tl_library_redo_async (library, undone_cb, wait);
      else
        tl_library_undo_async (library, undone_cb, wait);
      g_main_loop_run (wait->loop);
      if (wait->succeeded && wait->act != 0)
        printf ("0 %s %" G_GINT64_FORMAT "\n", is_redo ? "redone" : "undone", wait->act);
      else
        is_redo = !is_redo;
      fflush (stdout);
    }
}

static int
make_backups (const char *path)
{
  for (gint64 i = 1; i <= 100; i++)
    {
      g_autofree char *made = NULL;

      if (!tl_backup_make (path, i * 24 * 60 * 60, &made, NULL, NULL))
        return 1;
      printf ("0 backup %s\n", made);
      fflush (stdout);
    }
  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TlLibrary) library = NULL;
  g_autoptr(GError) error = NULL;
  Wait wait = { g_main_loop_new (NULL, FALSE), 0, FALSE };

  if (argc < 3)
    {
      fprintf (stderr, "Usage: edit-library LIBRARY FIRST|backup|undo [NUMBER]\n");
      return 2;
    }
  if (g_str_equal (argv[2], "backup"))
    return make_backups (argv[1]);
  library = tl_library_open (argv[1], &error);
  if (library == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  if (g_str_equal (argv[2], "undo"))
    undo_and_redo (library, &wait);
  else
    for (gint64 i = 0; i < (argc > 3 ? g_ascii_strtoll (argv[3], NULL, 10) : 400); i++)
      edit (library, &wait, g_ascii_strtoll (argv[2], NULL, 10) + i);
  g_main_loop_unref (wait.loop);
  return 0;
}
