/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * print-gloss LANGUAGE FILE...: what the readers see of texts in another language.  For those
 * who write a glossary.
 */

#include "tl-gloss.h"

#include <stdio.h>

int
main (int    argc,
      char **argv)
{
  TlGlossary *glossary = argc > 1 ? tl_glossary_get (argv[1]) : NULL;

  if (glossary == NULL)
    {
      fprintf (stderr, "print-gloss: which language?\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    {
      g_autofree char *contents = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(TlText) text = NULL;
      g_autoptr(TlGloss) gloss = NULL;

      if (!g_file_get_contents (argv[i], &contents, NULL, &error))
        {
          fprintf (stderr, "print-gloss: %s\n", error->message);
          return 1;
        }
      text = tl_text_new (contents, -1);
      gloss = tl_gloss_new (glossary, text);
      printf ("%s\n", tl_text_get_string (tl_gloss_get_text (gloss)));
    }
  return 0;
}
