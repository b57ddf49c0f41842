/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report of a chart's evidence, as the window saves it. */

#include <string.h>

#include "tl-chart-page.h"
#include "tl-chart-view.h"
#include "tl-window-private.h"
#include "window-fixture.h"

static TlChart *
show_chart (Fixture *fixture)
{
  fixture_import (fixture, "chile.txt", article_of_chile);
  fixture_activate (fixture, "show-page", "s", "chart");
  wait_until (tl_chart_view_get_scene (fixture_get (fixture, "chart_view")) != NULL);
  return g_object_ref (tl_chart_page_get_chart (fixture_get (fixture, "chart_page")));
}

static GFile *
make_place (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
begins_with (GFile      *file,
             const char *start)
{
  g_autofree char *contents = NULL;

  return g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL) &&
         g_str_has_prefix (contents, start);
}

/* Its name tells what it becomes, and else what was asked for; a toast offers to open it. */
static void
test_save (Fixture *fixture)
{
  static const struct
  {
    const char       *name;
    TlEvidenceFormat  format;
    const char       *start;
  } cases[] = {
    { "evidence.html", TL_EVIDENCE_PDF, "<!DOCTYPE html>" },
    { "evidence.pdf", TL_EVIDENCE_HTML, "%PDF-" },
    { "evidence", TL_EVIDENCE_PDF, "%PDF-" },
  };
  g_autoptr(TlChart) chart = show_chart (fixture);

  g_assert_true (fixture_is_enabled (fixture, "export-report"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFile) file = make_place (fixture, cases[i].name);

      tl_window_save_report (fixture->window, chart, file, cases[i].format);
      wait_until (begins_with (file, cases[i].start));
      wait_until (fixture_find_toast (fixture, "Report saved") != NULL);
    }
}

/* Where nothing can be written, it is said. */
static void
test_unwritable (Fixture *fixture)
{
  g_autoptr(TlChart) chart = show_chart (fixture);
  g_autoptr(GFile) file = make_place (fixture, "nowhere/evidence.pdf");

  tl_window_save_report (fixture->window, chart, file, TL_EVIDENCE_PDF);
  wait_until (fixture_find_toast (fixture, "The report was not saved: *") != NULL);
}

/* Without articles there is nothing to report on. */
static void
test_nothing (Fixture *fixture)
{
  g_assert_false (fixture_is_enabled (fixture, "export-report"));
}

static void
add_tests (void)
{
  fixture_add ("/report/save", test_save);
  fixture_add ("/report/unwritable", test_unwritable);
  fixture_add ("/report/nothing", test_nothing);
}

int
main (int    argc,
      char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
