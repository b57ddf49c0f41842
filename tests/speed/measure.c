/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long something takes, in CPU time of this process: what else the machine does is
 * not counted, as far as it can be kept apart.
 */

#include "measure.h"

#include <stdlib.h>
#include <time.h>

#define N_ROUNDS 5
#define MIN_SECONDS 0.02        /* one round of what is quick is repeated for as long */

static double
get_seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Returns the CPU time so far, in seconds. */
double
measure_now (void)
{
  return get_seconds (CLOCK_PROCESS_CPUTIME_ID);
}

/* Returns the CPU time of the calling thread so far, in seconds. */
double
measure_thread_now (void)
{
  return get_seconds (CLOCK_THREAD_CPUTIME_ID);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Returns the seconds of one go, median of the rounds. */
double
measure_seconds (MeasureFunc function,
                 gpointer    data)
{
  double seconds[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = measure_now (), passed;
      guint n = 0;

      do
        {
          function (data);
          n++;
          passed = measure_now () - start;
        }
      while (passed < MIN_SECONDS);
      seconds[i] = passed / n;
    }
  qsort (seconds, N_ROUNDS, sizeof *seconds, compare_doubles);
  return seconds[N_ROUNDS / 2];
}
