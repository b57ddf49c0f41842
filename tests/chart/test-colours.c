/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart's colours: whether they stand out from the ground, and are told apart by people
 * who see fewer of them. */

#include <locale.h>
#include <math.h>

#include "tl-chart-painter-private.h"

/* Lab's distance from which two colours are seen as different side by side is about 2.3; marks
 * lie far apart, so it has to be plain. */
#define PLAINLY_DIFFERENT 25

/* Of the colours of series, which letters tell apart in any case. */
#define DIFFERENT 20

typedef struct
{
  double channels[3];
} Colour;

/* sRGB to linear light, IEC 61966-2-1. */
static Colour
get_linear (TlColour colour)
{
  Colour linear = { { colour.red, colour.green, colour.blue } };

  for (int i = 0; i < 3; i++)
    {
      double value = linear.channels[i];

      linear.channels[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  return linear;
}

static Colour
multiply (const double matrix[3][3],
          Colour       colour)
{
  Colour result;

  for (int i = 0; i < 3; i++)
    result.channels[i] = matrix[i][0] * colour.channels[0] + matrix[i][1] * colour.channels[1] +
                         matrix[i][2] * colour.channels[2];
  return result;
}

/* Of linear light with sRGB's primaries, white D65. */
static const double to_xyz[3][3] = {
  { 0.4124, 0.3576, 0.1805 },
  { 0.2126, 0.7152, 0.0722 },
  { 0.0193, 0.1192, 0.9505 },
};

/* WCAG 2.1's contrast ratio. */
static double
get_contrast (TlColour a,
              TlColour b)
{
  double first = multiply (to_xyz, get_linear (a)).channels[1] + 0.05;
  double second = multiply (to_xyz, get_linear (b)).channels[1] + 0.05;

  return MAX (first, second) / MIN (first, second);
}

static Colour
get_lab (Colour linear)
{
  static const double white[] = { 0.9505, 1, 1.089 };
  Colour xyz = multiply (to_xyz, linear);
  double f[3];

  for (int i = 0; i < 3; i++)
    {
      double t = MAX (xyz.channels[i], 0) / white[i];

      f[i] = t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
    }
  return (Colour) { { 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]) } };
}

static double
get_difference (Colour a,
                Colour b)
{
  Colour first = get_lab (a);
  Colour second = get_lab (b);
  double sum = 0;

  for (int i = 0; i < 3; i++)
    sum += pow (first.channels[i] - second.channels[i], 2);
  return sqrt (sum);
}

static void
test_contrast (void)
{
  for (int style = TL_CHART_STYLE_LIGHT; style <= TL_CHART_STYLE_DARK_CONTRAST; style++)
    {
      const TlPalette *palette = tl_palette_get ((TlChartStyle) style);

      g_assert_cmpfloat (get_contrast (palette->text, palette->ground), >=, 4.5);
      g_assert_cmpfloat (get_contrast (palette->dim, palette->ground), >=, 4.5);
      g_assert_cmpfloat (get_contrast (palette->fact, palette->ground), >=, 3);
      g_assert_cmpfloat (get_contrast (palette->hope, palette->ground), >=, 3);
      g_assert_cmpfloat (get_contrast (palette->axis, palette->ground), >=, 3);
      for (int i = 0; i < TL_N_SERIES_TONES; i++)
        g_assert_cmpfloat (get_contrast (palette->series[i], palette->ground), >=, 3);
    }
}

/* Who wants high contrast gets more of it: also of the lines that only help to read. */
static void
test_high_contrast (void)
{
  for (int style = TL_CHART_STYLE_LIGHT_CONTRAST; style <= TL_CHART_STYLE_DARK_CONTRAST; style++)
    {
      const TlPalette *palette = tl_palette_get ((TlChartStyle) style);

      g_assert_cmpfloat (get_contrast (palette->text, palette->ground), >=, 15);
      g_assert_cmpfloat (get_contrast (palette->dim, palette->ground), >=, 7);
      g_assert_cmpfloat (get_contrast (palette->fact, palette->ground), >=, 7);
      g_assert_cmpfloat (get_contrast (palette->hope, palette->ground), >=, 7);
      g_assert_cmpfloat (get_contrast (palette->axis, palette->ground), >=, 7);
      g_assert_cmpfloat (get_contrast (palette->grid, palette->ground), >=, 2);
      for (int i = 0; i < TL_N_SERIES_TONES; i++)
        g_assert_cmpfloat (get_contrast (palette->series[i], palette->ground), >=, 4.5);
    }
}

/* What people see who lack a kind of cone: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6),
 * 2009; its matrices for severity 1, in linear light. */
static void
test_colour_blind (void)
{
  static const double matrices[][3][3] = {
    /* all cones */
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    /* protanopia */
    { { 0.152286, 1.052583, -0.204868 },
      { 0.114503, 0.786281, 0.099216 },
      { -0.003882, -0.048116, 1.051998 } },
    /* deuteranopia */
    { { 0.367322, 0.860646, -0.227968 },
      { 0.280085, 0.672501, 0.047413 },
      { -0.011820, 0.042940, 0.968881 } },
    /* tritanopia */
    { { 1.255528, -0.076749, -0.178779 },
      { -0.078411, 0.930809, 0.147602 },
      { 0.004733, 0.691367, 0.303900 } },
  };

  for (int style = TL_CHART_STYLE_LIGHT; style <= TL_CHART_STYLE_DARK_CONTRAST; style++)
    for (guint i = 0; i < G_N_ELEMENTS (matrices); i++)
      {
        const TlPalette *palette = tl_palette_get ((TlChartStyle) style);
        Colour fact = multiply (matrices[i], get_linear (palette->fact));
        Colour hope = multiply (matrices[i], get_linear (palette->hope));
        Colour ground = multiply (matrices[i], get_linear (palette->ground));

        g_assert_cmpfloat (get_difference (fact, hope), >=, PLAINLY_DIFFERENT);
        g_assert_cmpfloat (get_difference (fact, ground), >=, PLAINLY_DIFFERENT);
        g_assert_cmpfloat (get_difference (hope, ground), >=, PLAINLY_DIFFERENT);
        for (int k = 0; k < TL_N_SERIES_TONES; k++)
          {
            Colour series = multiply (matrices[i], get_linear (palette->series[k]));

            g_assert_cmpfloat (get_difference (series, ground), >=, PLAINLY_DIFFERENT);
            for (int j = 0; j < k; j++)
              {
                Colour other = multiply (matrices[i], get_linear (palette->series[j]));

                g_assert_cmpfloat (get_difference (series, other), >=, DIFFERENT);
              }
          }
      }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/colours/contrast", test_contrast);
  g_test_add_func ("/colours/high-contrast", test_high_contrast);
  g_test_add_func ("/colours/colour-blind", test_colour_blind);

  return g_test_run ();
}
