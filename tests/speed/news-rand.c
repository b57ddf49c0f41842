/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "news-rand.h"

#include <math.h>

static guint64
mix (guint64 x)
{
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/*
 * news_rand:
 * @seed: of all that is made
 * @number: of one thing among it
 *
 * Returns: numbers for this thing
 */
NewsRand
news_rand (guint64 seed,
           guint64 number)
{
  return (NewsRand) { mix (mix (seed) + number) };
}

/*
 * news_rand_next:
 * @self: numbers
 *
 * Returns: the next (the generator is known as SplitMix64)
 */
guint32
news_rand_next (NewsRand *self)
{
  self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (mix (self->state) >> 32);
}

/*
 * news_rand_below:
 * @self: numbers
 * @n: how many there are to choose from
 *
 * Returns: 0 to @n - 1
 */
guint
news_rand_below (NewsRand *self,
                 guint     n)
{
  return (guint) (((guint64) news_rand_next (self) * n) >> 32);
}

/*
 * news_rand_often:
 * @self: numbers
 * @per_cent: how often
 *
 * Returns: whether it is so this time
 */
gboolean
news_rand_often (NewsRand *self,
                 guint     per_cent)
{
  return news_rand_below (self, 100) < per_cent;
}

/*
 * news_rand_share:
 * @self: numbers
 *
 * Returns: 0 to 1
 */
double
news_rand_share (NewsRand *self)
{
  return news_rand_next (self) / 4294967296.0;
}

/*
 * news_rand_zipf:
 * @self: numbers
 * @n: how many ranks there are
 * @offset: by how much the first are brought nearer to each other
 *
 * Returns: a rank from 0: how often it comes is as 1 / (rank + offset), as it is with words
 */
guint
news_rand_zipf (NewsRand *self,
                guint     n,
                double    offset)
{
  double x = offset * exp (news_rand_share (self) * log ((n + offset) / offset)) - offset;

  return MIN ((guint) x, n - 1);
}
