/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pace that is told of an import: right where it is steady, and calm where it is not. */

#include <math.h>

#include "tl-pace.h"

#define STEP (50 * G_TIME_SPAN_MILLISECOND)
#define START (1000 * G_TIME_SPAN_SECOND)

static void
run (TlPace *pace,
     gint64  from,
     gint64  until,
     double  already,
     double  rate,
     double  n_expected)
{
  for (gint64 t = from; t <= until; t += STEP)
    tl_pace_look (pace, START + t, (guint) (already + rate * (double) (t - from) / G_TIME_SPAN_SECOND), n_expected);
}

static void
test_steady (void)
{
  TlPace pace = { 0 };

  run (&pace, 0, G_TIME_SPAN_SECOND, 0, 413, 10000);
  g_assert_cmpuint (tl_pace_get_rate (&pace), ==, 0);
  g_assert_cmpint (tl_pace_get_seconds_left (&pace), ==, -1);
  run (&pace, G_TIME_SPAN_SECOND, 8 * G_TIME_SPAN_SECOND, 413, 413, 10000);
  g_assert_cmpuint (tl_pace_get_rate (&pace), ==, 410);
  g_assert_cmpint (tl_pace_get_seconds_left (&pace), ==, 17);
  run (&pace, 8 * G_TIME_SPAN_SECOND, 22 * G_TIME_SPAN_SECOND, 8 * 413, 413, 10000);
  g_assert_cmpint (tl_pace_get_seconds_left (&pace), ==, 3);
}

/* What is told never goes up by more than a little while the pace is the same on the whole. */
static void
test_batches (void)
{
  TlPace pace = { 0 };
  gint64 last = G_MAXINT64;
  guint n_rises = 0;

  for (gint64 t = 0; t < 30 * G_TIME_SPAN_SECOND; t += STEP)
    {
      gint64 left;
      guint n_done = (guint) (t / (700 * G_TIME_SPAN_MILLISECOND)) * 280;       /* 400 a second */

      tl_pace_look (&pace, START + t, n_done, 20000);
      left = tl_pace_get_seconds_left (&pace);
      if (t > 5 * G_TIME_SPAN_SECOND)
        {
          guint rate = tl_pace_get_rate (&pace);

          g_assert_cmpuint (rate, >=, 330);
          g_assert_cmpuint (rate, <=, 470);
          g_assert_cmpfloat (fabs ((double) left - (50 - (double) t / G_TIME_SPAN_SECOND)), <, 12);
          n_rises += left > last;
        }
      last = left;
    }
  g_assert_cmpuint (n_rises, <=, 4);
}

/* Slower from some time on: it is told within some seconds, and a standstill, too. */
static void
test_change (void)
{
  TlPace pace = { 0 };

  run (&pace, 0, 20 * G_TIME_SPAN_SECOND, 0, 400, 30000);
  run (&pace, 20 * G_TIME_SPAN_SECOND, 40 * G_TIME_SPAN_SECOND, 8000, 100, 30000);
  g_assert_cmpuint (tl_pace_get_rate (&pace), >=, 95);
  g_assert_cmpuint (tl_pace_get_rate (&pace), <=, 120);
  g_assert_cmpint (tl_pace_get_seconds_left (&pace), >=, 160);
  g_assert_cmpint (tl_pace_get_seconds_left (&pace), <=, 270);
  g_assert_cmpint (tl_pace_get_seconds_left (&pace) % 30, ==, 0);
  run (&pace, 40 * G_TIME_SPAN_SECOND, 90 * G_TIME_SPAN_SECOND, 10000, 0, 30000);
  g_assert_cmpuint (tl_pace_get_rate (&pace), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pace/steady", test_steady);
  g_test_add_func ("/pace/batches", test_batches);
  g_test_add_func ("/pace/change", test_change);
  return g_test_run ();
}
