/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The libraries and backups that the menu offers. */

#include "tl-window-private.h"

#include <glib/gi18n-lib.h>

#include "tl-backup.h"
#include "tl-settings.h"

#define KEY          "recent-libraries"
#define MAX_RECENT   8

/**
 * tl_window_note_library:
 * @self: the window
 *
 * Remembers the library that the window shows; the person's own, and backups, need not be.
 */
void
tl_window_note_library (TlWindow *self)
{
  const char *path = self->library_path;
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) recent = NULL;
  g_auto(GStrv) changed = NULL;
  guint n = 1;

  if (absolute == NULL || self->settings == NULL || tl_backup_is_one (absolute) ||
      !g_utf8_validate (absolute, -1, NULL))
    return;
  recent = g_settings_get_strv (self->settings, KEY);
  g_strv_builder_add (builder, absolute);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      if (g_str_equal (recent[i], absolute))
        continue;
      if (n++ < MAX_RECENT)
        g_strv_builder_add (builder, recent[i]);
      else
        tl_settings_forget_library (recent[i]);
    }
  changed = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KEY, (const char *const *) changed);
}

static void
append_file (GMenu      *menu,
             const char *label,
             const char *path)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, "win.open-library-file",
                                           g_variant_new_bytestring (path));
  g_menu_append_item (menu, item);
}

/* An underscore is no mnemonic here. */
static char *
dup_label (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_auto(GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * tl_window_fill_recent:
 * @self: the window
 *
 * Offers the libraries that were opened last.
 */
void
tl_window_fill_recent (TlWindow *self)
{
  g_autofree char *own = tl_library_dup_default_path ();
  g_auto(GStrv) recent = NULL;

  g_menu_remove_all (self->recent_libraries);
  append_file (self->recent_libraries, _("My Library"), own);
  if (self->settings == NULL)
    return;
  recent = g_settings_get_strv (self->settings, KEY);
  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *label = dup_label (recent[i]);

      if (g_file_test (recent[i], G_FILE_TEST_EXISTS) && !g_str_equal (recent[i], own))
        append_file (self->recent_libraries, label, recent[i]);
    }
}

/**
 * tl_window_fill_backups:
 * @self: the window
 *
 * Offers the backups that there are of the library.
 */
void
tl_window_fill_backups (TlWindow *self)
{
  g_autoptr(GPtrArray) list = tl_backup_list (tl_window_get_library_path (self));

  g_menu_remove_all (self->backups);
  g_menu_remove_all (self->offered_backups);
  for (guint i = 0; i < list->len; i++)
    {
      const TlBackup *backup = g_ptr_array_index (list, i);
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (backup->made);
      /* Translators: the day and time of a backup, as strftime() has it */
      g_autofree char *when = time != NULL ? g_date_time_format (time, _("%e %B %Y, %H:%M")) : NULL;
      g_autofree char *label = g_strdup_printf (_("Backup of %s"), when != NULL ? when : "?");

      append_file (self->backups, label, backup->path);
      append_file (self->offered_backups, label, backup->path);
    }
}
