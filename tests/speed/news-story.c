/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Sentences from forms: "Trade between {a} and {b} reached {amount} in {year}".
 */

#include "news-story.h"

#include <string.h>

/* Articles are of these years, and more of the later ones. */
#define FIRST_DAY 11688         /* 1 January 2002 */
#define LAST_DAY  20453         /* 31 December 2025 */

#define N_TOPICS 600

/* Whoever collects news has a pair of countries that they collect it for. */
#define OWN_PAIR_PER_CENT 4

static const char * const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
};

static const char * const goods[] = {
  "machinery", "grain", "dairy products", "fertilisers", "timber", "steel", "textiles", "cotton", "coffee",
  "crude oil", "medicines", "fruit", "vehicles", "copper", "tyres", "fish", "electronics", "furniture", "wine",
  "cement", "tea", "poultry", "chemicals", "natural gas", "leather goods", "tractors", "sugar", "paper",
};

/*
 * news_story_init:
 * @self: (out caller-allocates): a story
 * @world: where it happens
 * @words: what it is told with
 * @rand: (transfer none): its numbers
 *
 * Makes up what a story is about.
 */
void
news_story_init (NewsStory *self,
                 NewsWorld *world,
                 NewsWords *words,
                 NewsRand   rand)
{
  double age;
  GDateTime *published;

  *self = (NewsStory) { .world = world, .words = words, .rand = rand };
  if (news_rand_often (&self->rand, OWN_PAIR_PER_CENT))
    news_world_get_own_pair (world, self->countries);
  else
    {
      self->countries[0] = news_world_pick_country (world, &self->rand, NULL);
      self->countries[1] = news_world_pick_country (world, &self->rand, self->countries[0]);
    }
  for (guint i = 0; i < NEWS_N_PERSONS; i++)
    news_world_make_person (world, &self->rand, self->countries[i % 2], &self->persons[i]);
  self->topic = news_rand_below (&self->rand, N_TOPICS);
  age = news_rand_share (&self->rand) * news_rand_share (&self->rand);
  self->day = LAST_DAY - (gint64) (age * (LAST_DAY - FIRST_DAY));
  published = g_date_time_new_from_unix_utc (self->day * 24 * 60 * 60);
  self->year = (guint) g_date_time_get_year (published);
  self->month = (guint) g_date_time_get_month (published);
  self->money = news_rand_below (&self->rand, 5);
  g_date_time_unref (published);
}

/*
 * news_story_clear:
 * @self: a story
 *
 * Frees what it holds.
 */
void
news_story_clear (NewsStory *self)
{
  for (guint i = 0; i < NEWS_N_PERSONS; i++)
    news_person_clear (&self->persons[i]);
}

/*
 * news_story_append_day:
 * @self: a story
 * @format: as for g_date_time_format()
 * @out: to append to
 *
 * Appends its day of publication.
 */
void
news_story_append_day (NewsStory  *self,
                       const char *format,
                       GString    *out)
{
  g_autoptr(GDateTime) published = g_date_time_new_from_unix_utc (self->day * 24 * 60 * 60);
  g_autofree char *day = g_date_time_format (published, format);

  g_string_append (out, day);
}

static void
append_amount (NewsStory *self,
               GString   *out)
{
  static const struct
  {
    const char *before;
    const char *behind[2];
  } forms[] = {
    { "$", { "million", "billion" } },
    { "USD ", { "mln", "bn" } },
    { "", { "million U.S. dollars", "billion U.S. dollars" } },
    { "€", { "million", "billion" } },
    { "", { "million euros", "billion euros" } },
  };
  gboolean in_billions = news_rand_often (&self->rand, 35);
  double value = in_billions ? 1 + 60 * news_rand_share (&self->rand) * news_rand_share (&self->rand)
                             : 3 + 990 * news_rand_share (&self->rand);

  g_string_append_printf (out, "%s%.*f %s", forms[self->money].before, (int) news_rand_below (&self->rand, 3), value,
                          forms[self->money].behind[in_billions]);
}

static void
append_per_cent (NewsStory *self,
                 GString   *out)
{
  static const char * const signs[] = { "%", " percent", " per cent" };
  double value = 0.6 + 60 * news_rand_share (&self->rand) * news_rand_share (&self->rand);

  g_string_append_printf (out, "%.*f%s", (int) news_rand_below (&self->rand, 2), value, signs[self->money % 3]);
}

/* A part of the year before the story's day. */
static void
append_months (NewsStory *self,
               GString   *out)
{
  static const char * const counts[] = {
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  };

  if (self->month < 3)
    g_string_append_printf (out, "%u", self->year - 1);
  else if (news_rand_often (&self->rand, 50))
    g_string_append_printf (out, "the first %s months of %u", counts[self->month - 3], self->year);
  else
    g_string_append_printf (out, "January-%s %u", months[self->month - 2], self->year);
}

/* In full with the office for the first time, then by the surname. */
static void
append_person (NewsStory *self,
               GString   *out)
{
  guint place = news_rand_below (&self->rand, MIN (self->n_told + 1, NEWS_N_PERSONS));
  const NewsPerson *person = &self->persons[place];

  if (place < self->n_told)
    {
      g_string_append (out, person->last);
      return;
    }
  self->n_told++;
  if (news_rand_often (&self->rand, 60))
    g_string_append_printf (out, "%s %s %s", person->title, person->first, person->last);
  else
    g_string_append_printf (out, "%s %s (the %s %s)", person->first, person->last,
                            self->countries[place % 2]->adjective, person->title);
}

static void
append_number (NewsStory *self,
               GString   *out)
{
  guint value = 2 + news_rand_zipf (&self->rand, 40000, 12);

  if (value >= 1000)
    g_string_append_printf (out, "%u,%03u", value / 1000, value % 1000);
  else
    g_string_append_printf (out, "%u", value);
}

static void
append_other_country (NewsStory *self,
                      GString   *out)
{
  g_string_append (out, news_world_pick_country (self->world, &self->rand, NULL)->name);
}

static void
append_goods (NewsStory *self,
              GString   *out)
{
  g_string_append (out, news_rand_pick (&self->rand, goods));
}

static void
append_year (NewsStory *self,
             GString   *out)
{
  g_string_append_printf (out, "%u", self->year - 1 - news_rand_below (&self->rand, 3));
}

static void
append_next_year (NewsStory *self,
                  GString   *out)
{
  g_string_append_printf (out, "%u", self->year + 1 + news_rand_below (&self->rand, 4));
}

static void
append_organisation (NewsStory *self,
                     GString   *out)
{
  news_world_append_organisation (self->world, &self->rand, self->countries[news_rand_below (&self->rand, 2)], out);
}

static void
append_event (NewsStory *self,
              GString   *out)
{
  news_world_append_event (&self->rand, self->countries[news_rand_below (&self->rand, 2)], out);
}

static void
append_city (NewsStory *self,
             GString   *out)
{
  news_world_append_city (self->world, &self->rand, self->countries[news_rand_below (&self->rand, 2)], out);
}

static void
append_noun (NewsStory *self,
             GString   *out)
{
  news_words_append (self->words, &self->rand, self->topic, NEWS_NOUN, out);
}

static void
append_verb (NewsStory *self,
             GString   *out)
{
  news_words_append (self->words, &self->rand, self->topic, NEWS_VERB, out);
}

static void
append_adjective (NewsStory *self,
                  GString   *out)
{
  news_words_append (self->words, &self->rand, self->topic, NEWS_ADJECTIVE, out);
}

static void
append_first (NewsStory *self,
              GString   *out)
{
  g_string_append (out, self->countries[0]->name);
}

static void
append_second (NewsStory *self,
               GString   *out)
{
  g_string_append (out, self->countries[1]->name);
}

static void
append_first_adjective (NewsStory *self,
                        GString   *out)
{
  g_string_append (out, self->countries[0]->adjective);
}

static void
append_second_adjective (NewsStory *self,
                         GString   *out)
{
  g_string_append (out, self->countries[1]->adjective);
}

static const struct
{
  const char *name;
  void      (*append) (NewsStory *self, GString *out);
} slots[] = {
  { "n", append_noun },
  { "v", append_verb },
  { "j", append_adjective },
  { "a", append_first },
  { "b", append_second },
  { "a's", append_first_adjective },
  { "b's", append_second_adjective },
  { "amount", append_amount },
  { "per-cent", append_per_cent },
  { "months", append_months },
  { "year", append_year },
  { "next-year", append_next_year },
  { "goods", append_goods },
  { "person", append_person },
  { "organisation", append_organisation },
  { "event", append_event },
  { "city", append_city },
  { "country", append_other_country },
  { "number", append_number },
};

/*
 * news_story_append:
 * @self: a story
 * @form: text with slots in braces
 * @out: to append to
 *
 * Appends a sentence of this form.
 */
void
news_story_append (NewsStory  *self,
                   const char *form,
                   GString    *out)
{
  const char *open, *close;

  while ((open = strchr (form, '{')) != NULL)
    {
      gsize length;
      guint i = 0;

      close = strchr (open, '}');
      g_assert (close != NULL);
      length = (gsize) (close - open) - 1;
      g_string_append_len (out, form, open - form);
      while (i < G_N_ELEMENTS (slots) &&
             (strlen (slots[i].name) != length || memcmp (slots[i].name, open + 1, length) != 0))
        i++;
      g_assert (i < G_N_ELEMENTS (slots));
      slots[i].append (self, out);
      form = close + 1;
    }
  g_string_append (out, form);
}
