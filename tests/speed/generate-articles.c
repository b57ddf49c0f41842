/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * generate-articles [--seed=SEED] [--first=NUMBER] N FOLDER: writes articles as text files
 * generate-articles [--seed=SEED] [--first=NUMBER] --library N FILE: imports them into a library
 */

#include <stdio.h>
#include <stdlib.h>

#include "news-library.h"

int
main (int    argc,
      char **argv)
{
  gint64 seed = 1;
  int first = 0;
  gboolean into_library = FALSE;
  GOptionEntry entries[] = {
    { "seed", 's', 0, G_OPTION_ARG_INT64, &seed, "what tells one collection from another", "SEED" },
    { "first", 'f', 0, G_OPTION_ARG_INT, &first, "the number of the first article", "NUMBER" },
    { "library", 'l', 0, G_OPTION_ARG_NONE, &into_library, "import them into a library", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("N FOLDER|FILE");
  g_autoptr(GError) error = NULL;
  g_autoptr(News) news = NULL;
  guint n;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  if (argc != 3 || first < 0)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      fputs (help, stderr);
      return 2;
    }

  n = (guint) strtoul (argv[1], NULL, 10);
  news = news_new ((guint64) seed);
  if (into_library)
    {
      g_autoptr(TlLibrary) library = tl_library_open (argv[2], &error);

      if (library == NULL)
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      news_to_library (news, (guint) first, n, library);
      return 0;
    }
  news_to_folder (news, (guint) first, n, argv[2]);
  return 0;
}
