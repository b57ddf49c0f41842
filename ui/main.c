/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "tl-application.h"
#include "tl-command.h"
#include "tl-spare-memory.h"

/* A translator sees a catalogue that is not installed: BUILD/po is such a folder. */
static const char *
get_locale_dir (void)
{
  const char *said = g_getenv ("TRADELINES_LOCALE_DIR");

  return said != NULL ? said : TL_LOCALE_DIR;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TlApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  tl_spare_memory_bound ();
  tl_command_use_helpers ();
  /* Before anything of GTK: commands work where there is no display. */
  if (tl_command_is_command (argc, argv))
    return tl_command_run (argc, argv);

  application = tl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
