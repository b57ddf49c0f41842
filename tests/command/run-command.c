/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The program without its windows, for the tests to start.
 */

#include <glib.h>
#include <locale.h>

#include "tl-command.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  if (!tl_command_is_command (argc, argv))
    return 99;
  tl_command_use_helpers ();
  return tl_command_run (argc, argv);
}
