/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import whose helper processes break down, stand still and run out of memory. */

#include "import-fixture.h"
#include "library-fixture.h"
#include "tl-helper-read.h"
#include "tl-jail-calls.h"

#include <string.h>

#define N_PAGES 40

#define BROKEN "Reading it failed: it is damaged, or made to do harm"
#define SLOW "Reading it took too long and was given up"
#define HUNGRY "Reading it takes more memory than a file is given"

static void
write_page (const char *folder,
            guint       number)
{
  g_autofree char *name = g_strdup_printf ("page-%02u.html", number);
  g_autofree char *page =
    g_strdup_printf ("<html><head><title>Bridge %u over the River Opens</title></head><body><p>The bridge "
                     "number %u over the river was opened on Monday, and %u people came to see it. The first "
                     "to cross it was a baker from the other side, who had waited.</p></body></html>",
                     number, number, number * 7);

  g_free (fixture_write (folder, name, page, strlen (page)));
}

static void
write_bad (const char *folder,
           const char *name,
           const char *deed)
{
  g_autofree char *content = g_strconcat (deed, " \xff <html>", NULL);

  g_free (fixture_write (folder, name, content, strlen (content)));
}

/* One message each, and all others are there. */
static void
test_bad_files (ImportFixture *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  static const char *const arguments[] = { BAD_HELPER, "bad-helper", NULL };
  gboolean is_limited = !tl_jail_is_watched ();

  for (guint i = 0; i < N_PAGES; i++)
    write_page (fixture->folder, i);
  write_bad (fixture->folder, "page-05-bad.html", "#crash");
  write_bad (fixture->folder, "page-15-bad.html", "#stop");
  write_bad (fixture->folder, "page-25-bad.html", "#crash");
  if (is_limited)
    write_bad (fixture->folder, "page-35-bad.html", "#eat");
  import_give (fixture, fixture->folder);

  tl_helper_set_program (arguments);
  tl_helper_set_patience (60000, 3000);
  import_begin (fixture);
  import_run (fixture);
  tl_helper_set_program (NULL);
  tl_helper_end_idle ();

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (tl_import_get_n_added (fixture->import), ==, N_PAGES);
  g_assert_cmpuint (tl_import_get_failures (fixture->import)->len, ==, is_limited ? 4 : 3);
  import_assert_failure (fixture, "page-05-bad.html", BROKEN);
  import_assert_failure (fixture, "page-15-bad.html", SLOW);
  import_assert_failure (fixture, "page-25-bad.html", BROKEN);
  if (is_limited)
    import_assert_failure (fixture, "page-35-bad.html", HUNGRY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  IMPORT_ADD ("bad-files", test_bad_files);

  return g_test_run ();
}
