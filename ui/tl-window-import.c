/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing: whatever way files come in, they end here. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-compat.h"
#include "tl-link.h"

#define SAMPLES TL_RESOURCES "samples/"

static void start_next_import (TlWindow *self);

/* ---- what an import has brought ---- */

static guint
count_duplicates (TlImport *import)
{
  GPtrArray *failures = tl_import_get_failures (import);
  guint n_duplicates = 0;

  for (guint i = 0; i < failures->len; i++)
    n_duplicates += ((TlImportFailure *) g_ptr_array_index (failures, i))->is_duplicate ? 1 : 0;
  return n_duplicates;
}

static char *
describe_added (guint n_added)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article imported",
                                       "%u articles imported", n_added),
                          n_added);
}

static char *
describe_failed (TlImport *import)
{
  GPtrArray *failures = tl_import_get_failures (import);
  guint n_failures = tl_import_get_n_failures (import);

  if (tl_import_get_n_added (import) > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file not imported",
                                         "%u files not imported", n_failures),
                            n_failures);
  if (n_failures == 1 && failures->len == 1)
    {
      TlImportFailure *failure = g_ptr_array_index (failures, 0);
      g_autofree char *name = tl_import_failure_dup_name (failure);

      /* A link is long, and in a narrow window its end is cut off. */
      if (tl_link_is_file (failure->file))
        /* Translators: why a link was not imported, and the link */
        return g_strdup_printf (C_("link", "%s: %s"), failure->message, name);
      /* Translators: the name of a file, and why it was not imported */
      return g_strdup_printf (_("%s: %s"), name, failure->message);
    }
  if (count_duplicates (import) == n_failures)
    return g_strdup (_("These articles are in the library already"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file could not be imported",
                                       "%u files could not be imported", n_failures),
                          n_failures);
}

/* What tables of statistics brought; NULL where there were none. */
static char *
describe_official (TlImport *import)
{
  guint n_official = tl_import_get_n_official (import);

  if (n_official == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u official figure imported",
                                       "%u official figures imported", n_official), n_official);
}

static char *
describe_stored (TlImport   *import,
                 const char *added)
{
  g_autofree char *official = describe_official (import);

  if (tl_import_get_n_added (import) == 0)
    return official != NULL ? g_steal_pointer (&official) : g_strdup (_("There were no articles in it"));
  if (official == NULL)
    return g_strdup (added);
  /* Translators: how many articles were imported, and how many official figures */
  return g_strdup_printf (C_("import", "%s; %s"), added, official);
}

static char *
describe_files (TlImport     *import,
                const GError *error)
{
  g_autofree char *added = describe_added (tl_import_get_n_added (import));
  g_autofree char *stored = describe_stored (import, added);
  g_autofree char *failed = NULL;
  gboolean has_stored = tl_import_get_n_added (import) > 0 || tl_import_get_n_official (import) > 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    /* Translators: what follows is how much was imported until then */
    return g_strdup_printf (_("Import stopped; %s"), has_stored ? stored : added);
  if (error != NULL)
    return g_strdup (error->message);
  if (tl_import_get_n_failures (import) == 0)
    return g_steal_pointer (&stored);

  failed = describe_failed (import);
  if (!has_stored)
    return g_steal_pointer (&failed);
  /* Translators: how many articles were imported, and how many files were not */
  return g_strdup_printf (C_("import", "%s, %s"), stored, failed);
}

/* What another library decided changes what is seen here, and is not to come unnoticed. */
static char *
describe_result (TlImport     *import,
                 const GError *error)
{
  g_autofree char *files = describe_files (import, error);
  g_autofree char *decisions = NULL;
  guint n_decisions = tl_import_get_n_decisions (import);

  if (n_decisions == 0)
    return g_steal_pointer (&files);
  decisions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u decision taken over",
                                            "%u decisions taken over", n_decisions), n_decisions);
  /* Translators: how many articles were imported, and how many decisions came with them */
  return g_strdup_printf (C_("import", "%s; %s"), files, decisions);
}

/* What went wrong is worth a look; else the import itself may have been a mistake. */
static void
tell_result (TlWindow     *self,
             TlImport     *import,
             const GError *error)
{
  g_autofree char *text = describe_result (import, error);
  guint n_added = tl_import_get_n_added (import);
  guint n_failures = tl_import_get_n_failures (import);
  gboolean has_stored = n_added > 0 || tl_import_get_tables (import)->len > 0;

  /* Of a library that is gone nothing can be undone. */
  if (self->library == NULL)
    {
      tl_window_say (self, text);
      return;
    }
  if (has_stored || n_failures > 0)
    g_set_object (&self->last_import, import);
  if (has_stored && self->takes_back_import)
    tl_window_undo_act (self, TL_UNDO_IMPORT, tl_import_get_act (import));
  else if (n_failures > 0)
    tl_toaster_offer (self->toaster, text, _("_Details"), "win.show-import", NULL);
  else if (has_stored)
    tl_window_offer_undo (self, TL_UNDO_IMPORT, tl_import_get_act (import), text);
  else
    tl_window_say (self, text);
  self->takes_back_import = FALSE;
}

/* Who brings one article in wants to read it. */
static void
show_single (TlWindow *self,
             TlImport *import)
{
  GArray *added = tl_import_get_added (import);

  if (added->len != 1 || self->library == NULL)
    return;
  tl_window_show_page (self, "articles");
  tl_articles_page_show_article (self->articles_page, g_array_index (added, gint64, 0),
                                 (TlSpan) { 0, 0 });
}

/* ---- running ---- */

/* The application stays until a running import has put away what it has read, even if its
 * last window is closed. */
static void
hold_application (TlWindow *self)
{
  g_set_object (&self->held, G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  if (self->held != NULL)
    g_application_hold (self->held);
}

static void
release_application (TlWindow *self)
{
  if (self->held != NULL)
    g_application_release (self->held);
  g_clear_object (&self->held);
}

static void
import_done_cb (GObject      *source_object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(TlImport) import = TL_IMPORT (g_object_ref (source_object));
  g_autoptr(GError) error = NULL;

  tl_import_run_finish (import, result, &error);
  release_application (self);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_queue_remove (&self->imports, import);
  g_object_unref (import);
  tl_import_bar_set_import (self->import_bar, NULL);
  tell_result (self, import, error);
  tl_window_update_actions (self);
  show_single (self, import);
  start_next_import (self);
}

/* The end is told with what came of it. */
static void
tell_progress (TlWindow *self)
{
  tl_announcer_say_progress (self->announcer, tl_import_bar_get_text (self->import_bar));
}

static void
start_next_import (TlWindow *self)
{
  TlImport *import = g_queue_peek_head (&self->imports);

  g_clear_object (&self->import_cancellable);
  if (import != NULL)
    {
      self->import_cancellable = g_cancellable_new ();
      tl_announcer_say (self->announcer, _("Importing…"));
      tl_import_bar_set_import (self->import_bar, import);
      g_signal_connect_object (import, "notify", G_CALLBACK (tell_progress), self, G_CONNECT_SWAPPED);
      hold_application (self);
      tl_import_run_async (import, self->import_cancellable, import_done_cb,
                           g_object_ref (self));
    }
  tl_window_update_actions (self);
}

/**
 * tl_window_cancel_imports:
 * @self: the window
 *
 * Stops the import that runs and forgets those that wait for it.
 */
void
tl_window_cancel_imports (TlWindow *self)
{
  while (g_queue_get_length (&self->imports) > 1)
    g_object_unref (g_queue_pop_tail (&self->imports));
  g_cancellable_cancel (self->import_cancellable);
}

static void
import_others (TlWindow           *self,
               GListModel         *files,
               const TlFetchRules *rules)
{
  TlImport *import;

  if (self->library == NULL)
    {
      tl_window_say (self, _("Nothing can be imported while the library cannot be opened"));
      return;
    }
  if (tl_library_get_state (self->library) != TL_LIBRARY_WRITABLE)
    {
      tl_window_say (self, _("Nothing can be imported into a library that can only be read"));
      return;
    }
  import = tl_import_new (self->library, files);
  if (rules != NULL)
    tl_import_follow_links (import, rules);
  g_queue_push_tail (&self->imports, import);
  if (g_queue_get_length (&self->imports) == 1)
    start_next_import (self);
}

static void
add_import (TlWindow           *self,
            GListModel         *files,
            const TlFetchRules *rules)
{
  g_autoptr(GListModel) others = tl_window_take_pictures (self, files);

  if (g_list_model_get_n_items (others) > 0 || g_list_model_get_n_items (files) == 0)
    import_others (self, others, rules);
}

/**
 * tl_window_import_brought:
 * @self: the window
 * @files: a list of #GFile: files, folders of them, links, selections
 *
 * As tl_window_import(), for what was dropped or pasted: the pages of links are fetched.
 */
void
tl_window_import_brought (TlWindow   *self,
                          GListModel *files)
{
  add_import (self, files, &tl_fetch_rules);
}

/**
 * tl_window_import:
 * @self: the window
 * @files: a list of #GFile: files, and folders of them
 *
 * Imports articles in the background, after those that are being imported.
 */
void
tl_window_import (TlWindow   *self,
                  GListModel *files)
{
  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  add_import (self, files, NULL);
}

/**
 * tl_window_import_samples:
 * @self: the window
 *
 * Imports the articles that come with the program.
 */
void
tl_window_import_samples (TlWindow *self)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_auto(GStrv) names = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));

  names = g_resources_enumerate_children (SAMPLES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *uri = g_strconcat ("resource://", SAMPLES, names[i], NULL);
      g_autoptr(GFile) file = g_file_new_for_uri (uri);

      g_list_store_append (files, file);
    }
  tl_window_import (self, G_LIST_MODEL (files));
}

static void
files_chosen_cb (GObject      *source_object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(TlWindow) self = user_data;
  g_autoptr(GListModel) files = tl_compat_open_files_finish (result, NULL);

  if (files != NULL && !g_cancellable_is_cancelled (self->cancellable))
    tl_window_import (self, files);
}

/**
 * tl_window_choose_files:
 * @self: the window
 * @folders: whether to choose folders rather than files
 *
 * Asks which articles to import, and imports them.
 */
void
tl_window_choose_files (TlWindow *self,
                        gboolean  folders)
{
  tl_compat_open_files_async (GTK_WINDOW (self), folders, self->cancellable,
                              files_chosen_cb, g_object_ref (self));
}
