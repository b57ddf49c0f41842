/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"

#include "tl-gazetteer.h"
#include "tl-recognizer.h"

#include <math.h>

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

/**
 * figure_fixture_has:
 * @figure: a figure
 * @field: a part of a figure
 *
 * Returns: whether it has one, so that there has to be a reason for it
 */
gboolean
figure_fixture_has (TlFigure *figure,
                    TlField   field)
{
  const TlFigureData *data = tl_figure_get_data (figure);

  switch (field)
    {
    case TL_FIELD_AMOUNT:
      return isfinite (data->value);
    case TL_FIELD_CHANGE:
      return data->change_kind != TL_CHANGE_NONE;
    case TL_FIELD_PERIOD:
      return tl_date_is_set (data->start);
    case TL_FIELD_SPEAKER:
      return tl_figure_get_speaker (figure) != NULL;
    case TL_FIELD_FIRST_PARTNER:
    case TL_FIELD_SECOND_PARTNER:
    case TL_FIELD_FLOW:
    case TL_FIELD_STATUS:
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}
