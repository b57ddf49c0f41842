/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "tradelines library official": the tables of official figures in a library. */

#include "tl-command-private.h"

#include <glib/gi18n-lib.h>

#include "tl-library-official.h"
#include "tl-official-rows.h"

static TlExit
complain (const GError *error)
{
  tl_command_complain ("%s", error->message);
  return TL_EXIT_FAILED;
}

static TlExit
list (const char *library_path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = tl_database_open_again (library_path, &error);
  g_autoptr(GPtrArray) tables = database != NULL ? tl_official_rows_list (database, &error) : NULL;

  if (tables == NULL)
    return complain (error);
  for (guint i = 0; i < tables->len; i++)
    {
      const TlOfficialTable *table = tables->pdata[i];
      g_autofree char *origin = tl_official_table_dup_origin (table);
      g_autofree char *contents = tl_official_table_dup_contents (table);

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", table->id, tl_official_source_get_name (table->source),
               origin, contents);
    }
  return TL_EXIT_DONE;
}

static TlExit
remove_table (const char *library_path,
              const char *number)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDatabase) database = NULL;
  gboolean has_changed;
  guint64 id;

  if (!g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT64, &id, NULL))
    {
      tl_command_complain (_("“%s” is no number of “tradelines library official list”"), number);
      return TL_EXIT_MISUSED;
    }
  database = tl_database_open_again (library_path, &error);
  if (database == NULL || !tl_official_rows_set_removed (database, (gint64) id, TRUE, &has_changed, &error))
    return complain (error);
  if (has_changed)
    return TL_EXIT_DONE;
  tl_command_complain (_("There are no official figures with the number %s"), number);
  return TL_EXIT_FAILED;
}

/*
 * tl_command_official:
 * @library_path: a library
 * @arguments: (array zero-terminated=1): what follows "official"
 *
 * Returns: a #TlExit
 */
TlExit
tl_command_official (const char *library_path,
                     char      **arguments)
{
  guint n_arguments = g_strv_length (arguments);

  if (n_arguments == 1 && g_str_equal (arguments[0], "list"))
    return list (library_path);
  if (n_arguments == 2 && g_str_equal (arguments[0], "remove"))
    return remove_table (library_path, arguments[1]);
  tl_command_complain (_("Say what to do with official figures: official list, or official remove NUMBER"));
  return TL_EXIT_MISUSED;
}
