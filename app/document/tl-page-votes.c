/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every place of a page that tells a day has a vote, worth what such places are worth; the day
 * with most votes wins.
 */

#include "tl-page-votes.h"

/* The most votes: a list of days is not that of one article. */
#define MAX_VOTES 128

/* So many days are a list. */
#define MIN_LIST 3

static void
read_tomorrow (TlPageDay *day)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);

  *day = (TlPageDay) { .year = (guint16) g_date_time_get_year (tomorrow),
                       .month = (guint8) g_date_time_get_month (tomorrow),
                       .day = (guint8) g_date_time_get_day_of_month (tomorrow) };
}

/*
 * tl_page_votes_init:
 * @self: (out caller-allocates): no votes
 * @month_first: whether the page's people write the month first
 */
void
tl_page_votes_init (TlPageVotes *self,
                    gboolean     month_first)
{
  self->votes = g_array_new (FALSE, FALSE, sizeof (TlPageVote));
  self->month_first = month_first;
  read_tomorrow (&self->tomorrow);
}

/*
 * tl_page_votes_clear:
 * @self: votes
 *
 * Frees them.
 */
void
tl_page_votes_clear (TlPageVotes *self)
{
  g_clear_pointer (&self->votes, g_array_unref);
}

/*
 * tl_page_votes_add:
 * @self: votes
 * @day: the day that is told
 * @provenance: where
 * @worth: what that is worth; nothing is added for 0
 * @line: the line of the page, from 1 on; 0 for metadata
 *
 * Adds a vote, unless the day is still to come.
 */
void
tl_page_votes_add (TlPageVotes     *self,
                   const TlPageDay *day,
                   TlProvenance     provenance,
                   guint            worth,
                   guint            line)
{
  TlPageVote vote = { *day, provenance, worth, line };

  if (self->votes->len >= MAX_VOTES || worth == 0)
    return;
  if (day->is_unsure && self->month_first)
    {
      vote.day.month = day->day;
      vote.day.day = day->month;
    }
  /* What is still to come is no day of publication. */
  if (tl_page_day_compare (&vote.day, &self->tomorrow) > 0)
    {
      if (!day->is_unsure)
        return;
      vote.day.month = day->day;
      vote.day.day = day->month;
      if (tl_page_day_compare (&vote.day, &self->tomorrow) > 0)
        return;
    }
  /* One line, one vote. */
  for (guint i = 0; line != 0 && i < self->votes->len; i++)
    {
      TlPageVote *other = &g_array_index (self->votes, TlPageVote, i);

      if (other->line == line && tl_page_day_compare (&other->day, &vote.day) == 0)
        {
          other->worth = MAX (other->worth, worth);
          other->day.is_utc = other->day.is_utc && vote.day.is_utc;
          return;
        }
    }
  g_array_append_val (self->votes, vote);
}

/*
 * tl_page_votes_sum:
 * @self: votes
 * @day: a day
 * @is_local: (out): whether a place tells it that does not go by the clock of UTC
 *
 * Returns: what all places that tell the day are worth
 */
guint
tl_page_votes_sum (const TlPageVotes *self,
                   const TlPageDay   *day,
                   gboolean          *is_local)
{
  guint sum = 0, seen = 0;

  *is_local = FALSE;
  for (guint i = 0; i < self->votes->len; i++)
    {
      const TlPageVote *vote = &g_array_index (self->votes, TlPageVote, i);

      if (tl_page_day_compare (&vote->day, day) == 0)
        {
          /* However often the page shows a day, it is one page. */
          if (vote->line != 0)
            seen = MAX (seen, vote->worth);
          else
            sum += vote->worth;
          *is_local = *is_local || !vote->day.is_utc;
        }
    }
  return sum + seen;
}

/* Several days below the beginning of the story are those of other things. */
static void
drop_late (TlPageVotes *self)
{
  const TlPageVote *first = NULL;
  guint n_days = 0;

  for (guint i = 0; i < self->votes->len; i++)
    {
      const TlPageVote *vote = &g_array_index (self->votes, TlPageVote, i);

      if (vote->line == 0 || vote->worth > WORTH_LATE)
        continue;
      if (first == NULL || tl_page_day_compare (&first->day, &vote->day) != 0)
        n_days++;
      first = first != NULL ? first : vote;
    }
  for (guint i = self->votes->len; n_days >= MIN_LIST && i > 0; i--)
    {
      const TlPageVote *vote = &g_array_index (self->votes, TlPageVote, i - 1);

      if (vote->line != 0 && vote->worth <= WORTH_LATE)
        g_array_remove_index (self->votes, i - 1);
    }
}

/* "6/9/2021" is the day that another place tells surely, if one of its two readings is. */
static void
settle_unsure (TlPageVotes *self)
{
  for (guint i = 0; i < self->votes->len; i++)
    {
      TlPageVote *vote = &g_array_index (self->votes, TlPageVote, i);
      TlPageDay swapped = vote->day;

      if (!vote->day.is_unsure)
        continue;
      swapped.month = vote->day.day;
      swapped.day = vote->day.month;
      for (guint j = 0; j < self->votes->len; j++)
        {
          const TlPageVote *other = &g_array_index (self->votes, TlPageVote, j);

          if (!other->day.is_unsure && ABS (tl_page_day_apart (&other->day, &swapped)) <= 1)
            {
              vote->day = swapped;
              break;
            }
          if (!other->day.is_unsure && ABS (tl_page_day_apart (&other->day, &vote->day)) <= 1)
            break;
        }
    }
}

/*
 * tl_page_votes_settle:
 * @self: votes
 *
 * Settles what depends on other votes; to be called before choosing.
 */
void
tl_page_votes_settle (TlPageVotes *self)
{
  drop_late (self);
  settle_unsure (self);
}

/*
 * tl_page_votes_choose:
 * @self: votes
 *
 * Returns: (transfer none) (nullable): a vote for the day that has most, the earlier of two
 */
const TlPageVote *
tl_page_votes_choose (const TlPageVotes *self)
{
  const TlPageVote *best = NULL;
  guint best_sum = 0;

  for (guint i = 0; i < self->votes->len; i++)
    {
      const TlPageVote *vote = &g_array_index (self->votes, TlPageVote, i);
      gboolean is_local;
      guint sum = vote->day.day != 0 ? tl_page_votes_sum (self, &vote->day, &is_local) : 1;

      if (best == NULL || sum > best_sum ||
          (sum == best_sum && tl_page_day_compare (&vote->day, &best->day) < 0))
        {
          best = vote;
          best_sum = sum;
        }
    }
  return best;
}
