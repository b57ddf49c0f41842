/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"

#include "tl-gazetteer.h"
#include "tl-recognizer.h"

/**
 * figure_fixture_read:
 * @string: a text
 * @published: (nullable): the day it was published
 * @home: (nullable): the country of its outlet
 *
 * Returns: (transfer full) (element-type TlFigure): its figures
 */
GPtrArray *
figure_fixture_read (const char *string,
                     const char *published,
                     const char *home)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  TlReading reading = { .text = text, .published = tl_date_from_string (published), .home = home };
  GPtrArray *figures;

  reading.amounts = tl_amounts_find (text);
  reading.periods = tl_periods_find (text, reading.published);
  reading.places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  reading.entities = tl_recognizer_find (text);
  figures = tl_figures_find (&reading);
  g_array_unref (reading.amounts);
  g_array_unref (reading.periods);
  g_array_unref (reading.places);
  g_ptr_array_unref (reading.entities);
  return figures;
}
