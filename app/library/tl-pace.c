/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-pace.h"

#include <math.h>

/* Nothing is told of so short a time, or of so few: it would be a guess. */
#define MIN_TIME (2 * G_TIME_SPAN_SECOND)
#define MIN_DONE 10

/* At least so much lies between two looks, as things come in batches. */
#define MIN_STEP (200 * G_TIME_SPAN_MILLISECOND)

/* The rate is a mean in which what is so many seconds ago counts for a third. */
#define MEMORY 5.0

/* What is told changes when it is off by such a share, and for the time left also by so many
 * seconds; till then the clock counts down. */
#define RATE_SLACK 0.1
#define TIME_SLACK 0.2
#define MIN_SLACK  2.0

/* Weighs what came since the last look; over less time than it remembers all counts alike. */
static void
take_rate (TlPace *self,
           gint64  now,
           guint   n_done)
{
  double passed = (double) (now - self->looked) / G_TIME_SPAN_SECOND;
  double age = (double) (now - self->started) / G_TIME_SPAN_SECOND;
  double weight = 1 - exp (-passed / MIN (MEMORY, age));

  if (age <= MEMORY)
    weight = passed / age;
  self->rate += ((n_done - self->n_done) / passed - self->rate) * weight;
}

static void
take_time_left (TlPace *self,
                gint64  now,
                double  n_left)
{
  double left = self->rate > 0 ? MAX (n_left, 0) / self->rate : 0;
  double told = (self->end - (double) now) / G_TIME_SPAN_SECOND;

  if (self->rate <= 0)
    self->end = 0;
  else if (self->end <= 0 || fabs (left - told) > MAX (MIN_SLACK, left * TIME_SLACK))
    self->end = (double) now + left * G_TIME_SPAN_SECOND;
}

/**
 * tl_pace_look:
 * @self: a pace
 * @now: the time, in microseconds
 * @n_done: how many are done
 * @n_expected: how many there will be, as far as one knows
 *
 * Takes notice of how far it is; to be called now and then.
 */
void
tl_pace_look (TlPace *self,
              gint64  now,
              guint   n_done,
              double  n_expected)
{
  if (self->started == 0)
    {
      *self = (TlPace) { .started = now, .looked = now, .n_done = n_done };
      return;
    }
  if (now < self->looked + MIN_STEP)
    return;
  take_rate (self, now, n_done);
  self->looked = now;
  self->n_done = n_done;
  if (now < self->started + MIN_TIME || n_done < MIN_DONE)
    return;
  if (fabs (self->rate - self->shown) > self->shown * RATE_SLACK)
    self->shown = self->rate;
  take_time_left (self, now, n_expected - n_done);
}

/* Two digits say enough: 410, not 413. */
static guint
round_rate (double rate)
{
  double unit = rate >= 100 ? pow (10, floor (log10 (rate)) - 1) : 1;

  return (guint) (round (rate / unit) * unit);
}

/**
 * tl_pace_get_rate:
 * @self: a pace
 *
 * Returns: how many a second, rounded; 0 while that is not known, and below one
 */
guint
tl_pace_get_rate (TlPace *self)
{
  return self->shown > 0 ? round_rate (self->shown) : 0;
}

/**
 * tl_pace_get_seconds_left:
 * @self: a pace
 *
 * Returns: how many seconds it will take still, rounded the more the longer; -1 while that is
 *   not known
 */
gint64
tl_pace_get_seconds_left (TlPace *self)
{
  double left = (self->end - (double) self->looked) / G_TIME_SPAN_SECOND;
  gint64 unit;

  if (self->end <= 0)
    return -1;
  if (left < 1)
    return 1;
  unit = left < 20 ? 1 : left < 60 ? 5 : left < 600 ? 30 : 60;
  return (gint64) ceil (left / (double) unit) * unit;
}
