/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "news-world.h"

#include <string.h>

#define N_OUTLETS     260
#define N_PERSONS     900       /* that one country's news name again and again */
#define N_COMPANIES   400
#define N_TOWNS       25
#define MIN_COUNTRIES 100

/* How the partners of a country are spread: few have most of the news. */
#define PARTNER_OFFSET 1.5

struct _NewsWorld
{
  guint64    seed;
  GPtrArray *countries;         /* owned: NewsCountry, the most often named first */
  GPtrArray *outlets;           /* owned: NewsOutlet, likewise */
};

static const char * const first_names[][12] = {
  { "Ivan", "Olga", "Sergei", "Natalia", "Pavel", "Irina", "Viktor", "Elena", "Andrei", "Tatiana", "Oleg", "Vera" },
  { "Askar", "Aigul", "Timur", "Dinara", "Yerlan", "Saule", "Marat", "Gulnara", "Nurlan", "Aizhan", "Bolat", "Zarina" },
  { "Carlos", "Lucía", "Marco", "Elena", "Diego", "Sofia", "José", "Carla", "Luis", "Paula", "Rafael", "Inés" },
  { "Hans", "Greta", "Lars", "Anna", "Jürgen", "Ingrid", "Peter", "Karin", "Erik", "Ulla", "Thomas", "Birgit" },
  { "Wei", "Li", "Hiroshi", "Yuki", "Min", "Lan", "Jun", "Mei", "Ken", "Naoko", "Tuan", "Linh" },
  { "Kwame", "Ama", "Peter", "Esther", "Chidi", "Grace", "Joseph", "Mercy", "Samuel", "Wanjiru", "Daniel", "Zainab" },
  { "Ahmed", "Fatima", "Omar", "Layla", "Hassan", "Mariam", "Youssef", "Nadia", "Khalid", "Salma", "Tariq", "Huda" },
  { "Jonas", "Ieva", "Marko", "Ana", "Petr", "Jana", "Tomáš", "Eva", "Andris", "Līga", "Goran", "Milica" },
};

static const char * const titles[] = {
  "Prime Minister", "Minister of Trade", "Foreign Minister", "Economy Minister", "Deputy Prime Minister",
  "Agriculture Minister", "Ambassador", "Deputy Minister of Industry", "Energy Minister", "President",
  "Central Bank Governor", "Finance Minister", "Chairman of the Board", "Director General", "Chief Economist",
  "Professor", "Mayor", "Spokesman", "Customs Commissioner", "Transport Minister",
};

static const char * const ministries[] = {
  "Ministry of Trade", "Ministry of Foreign Affairs", "National Statistics Office", "Chamber of Commerce",
  "Ministry of Agriculture", "Central Bank", "Customs Service", "Export Promotion Agency",
  "Ministry of Economy", "Investment Agency", "Academy of Sciences", "Railways",
};

static const char * const company_kinds[] = {
  "Group", "Holding", "Ltd", "Foods", "Motors", "Steel", "Bank", "Energy", "Logistics", "Industries",
};

static const char * const events[] = {
  "Business Forum", "Trade Fair", "Investment Summit", "Economic Council", "Intergovernmental Commission",
};

static const char * const papers[] = {
  "Herald", "Times", "Post", "Courier", "Gazette", "Observer", "Daily", "Tribune", "Chronicle", "Ledger", "Monitor",
};

static void
country_free (gpointer data)
{
  NewsCountry *country = data;

  g_free (country->name);
  g_free (country->adjective);
  g_free (country->capital);
  g_free (country->code);
  g_free (country);
}

static void
outlet_free (gpointer data)
{
  NewsOutlet *outlet = data;

  g_free (outlet->name);
  g_free (outlet->site);
  g_free (outlet);
}

/* The first of several names; NULL where it means something else besides. */
static char *
first_of (const char *names)
{
  const char *end = strchr (names, ';');
  g_autofree char *first = end != NULL ? g_strndup (names, (gsize) (end - names)) : g_strdup (names);
  gsize length = strlen (first);

  if (length == 0 || !g_ascii_isupper (*first) || strpbrk (first, "?!~=") != NULL || first[length - 1] == '-')
    return NULL;
  return g_steal_pointer (&first);
}

static void
add_country (NewsWorld  *self,
             const char *line)
{
  g_auto(GStrv) fields = g_strsplit (line, "\t", -1);
  g_autofree char *name = NULL, *adjective = NULL, *capital = NULL;
  NewsCountry *country;
  NewsRand rand;

  if (*line == '#' || g_strv_length (fields) < 6)
    return;
  name = first_of (fields[1]);
  adjective = first_of (fields[3]);
  capital = first_of (fields[5]);
  if (name == NULL || adjective == NULL || capital == NULL)
    return;
  country = g_new0 (NewsCountry, 1);
  country->name = g_steal_pointer (&name);
  country->adjective = g_steal_pointer (&adjective);
  country->capital = g_steal_pointer (&capital);
  country->code = g_ascii_strdown (fields[0], -1);
  rand = news_rand (self->seed, g_str_hash (country->code));
  country->style = news_rand_below (&rand, news_words_get_n_styles ());
  g_ptr_array_add (self->countries, country);
}

static void
add_countries (NewsWorld  *self,
               const char *path)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  NewsRand rand = news_rand (self->seed, 3);

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    add_country (self, lines[i]);
  g_assert (self->countries->len >= MIN_COUNTRIES);
  for (guint i = self->countries->len - 1; i > 0; i--)
    {
      guint other = news_rand_below (&rand, i + 1);
      gpointer country = self->countries->pdata[i];

      self->countries->pdata[i] = self->countries->pdata[other];
      self->countries->pdata[other] = country;
    }
}

/* The name in letters of an address: "minskherald". */
static char *
make_site (const char *name,
           const char *code)
{
  GString *site = g_string_new ("www.");

  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      g_string_append_c (site, g_ascii_tolower (*p));
  g_string_append_printf (site, ".%s", code);
  return g_string_free (site, FALSE);
}

static void
add_outlet (NewsWorld *self,
            NewsRand  *rand)
{
  const NewsCountry *country = news_world_pick_country (self, rand, NULL);
  g_autoptr(GString) name = g_string_new (NULL);
  NewsOutlet *outlet = g_new0 (NewsOutlet, 1);
  guint form = news_rand_below (rand, 4);

  outlet->is_agency = form == 0;
  if (form == 0)
    g_string_append_printf (name, "%s News Agency", country->adjective);
  else if (form == 1)
    g_string_append_printf (name, "The %s %s", country->capital, news_rand_pick (rand, papers));
  else
    {
      news_words_append_name (rand, country->style, name);
      g_string_append_printf (name, " %s", news_rand_pick (rand, papers));
    }
  outlet->city = country->capital;
  outlet->site = make_site (name->str, country->code);
  outlet->name = g_strdup (name->str);
  g_ptr_array_add (self->outlets, outlet);
}

/*
 * news_world_new:
 * @countries_path: resources/gazetteer/countries.tsv
 * @seed: of what is made up
 *
 * Returns: (transfer full): a world
 */
NewsWorld *
news_world_new (const char *countries_path,
                guint64     seed)
{
  NewsWorld *self = g_new0 (NewsWorld, 1);
  NewsRand rand = news_rand (seed, 4);

  self->seed = seed;
  self->countries = g_ptr_array_new_with_free_func (country_free);
  self->outlets = g_ptr_array_new_with_free_func (outlet_free);
  add_countries (self, countries_path);
  for (guint i = 0; i < N_OUTLETS; i++)
    add_outlet (self, &rand);
  return self;
}

/*
 * news_world_free:
 * @self: (transfer full): a world
 */
void
news_world_free (NewsWorld *self)
{
  g_ptr_array_unref (self->countries);
  g_ptr_array_unref (self->outlets);
  g_free (self);
}

/*
 * news_world_pick_country:
 * @self: a world
 * @rand: numbers
 * @partner: (nullable): the country that it trades with, which is another one
 *
 * Returns: (transfer none): a country
 */
const NewsCountry *
news_world_pick_country (NewsWorld         *self,
                         NewsRand          *rand,
                         const NewsCountry *partner)
{
  guint n = self->countries->len;
  const NewsCountry *country;

  do
    country = self->countries->pdata[news_rand_zipf (rand, n, partner != NULL ? PARTNER_OFFSET : 4)];
  while (country == partner);
  return country;
}

/*
 * news_world_get_own_pair:
 * @self: a world
 * @pair: (out caller-allocates): two countries
 *
 * Tells which two countries more is told of than of any others.
 */
void
news_world_get_own_pair (NewsWorld         *self,
                         const NewsCountry *pair[2])
{
  pair[0] = self->countries->pdata[0];
  pair[1] = self->countries->pdata[1];
}

/*
 * news_world_pick_outlet:
 * @self: a world
 * @rand: numbers
 *
 * Returns: (transfer none): an outlet
 */
const NewsOutlet *
news_world_pick_outlet (NewsWorld *self,
                        NewsRand  *rand)
{
  return self->outlets->pdata[news_rand_zipf (rand, self->outlets->len, 8)];
}

/* What belongs to the country's so-and-so many-th of something is the same each time. */
static NewsRand
rand_of (NewsWorld         *self,
         const NewsCountry *country,
         const char        *what,
         guint              rank)
{
  return news_rand (self->seed, g_str_hash (country->code) * 31ull + g_str_hash (what) + rank);
}

/*
 * news_world_make_person:
 * @self: a world
 * @rand: numbers
 * @country: whose
 * @person: (out caller-allocates): who
 *
 * Tells somebody, most often one of those that are in the news.
 */
void
news_world_make_person (NewsWorld         *self,
                        NewsRand          *rand,
                        const NewsCountry *country,
                        NewsPerson        *person)
{
  NewsRand own = news_rand_often (rand, 12) ? news_rand (self->seed, news_rand_next (rand))
                                            : rand_of (self, country, "person",
                                                       news_rand_zipf (rand, N_PERSONS, 6));
  g_autoptr(GString) last = g_string_new (NULL);

  person->title = g_strdup (news_rand_pick (&own, titles));
  person->first = g_strdup (news_rand_pick (&own, first_names[country->style]));
  news_words_append_name (&own, country->style, last);
  if (news_rand_often (&own, 15))
    {
      g_string_append_c (last, '-');
      news_words_append_name (&own, country->style, last);
    }
  person->last = g_strdup (last->str);
}

/*
 * news_person_clear:
 * @person: a person
 *
 * Frees what it holds.
 */
void
news_person_clear (NewsPerson *person)
{
  g_clear_pointer (&person->title, g_free);
  g_clear_pointer (&person->first, g_free);
  g_clear_pointer (&person->last, g_free);
}

/*
 * news_world_append_organisation:
 * @self: a world
 * @rand: numbers
 * @country: whose
 * @out: to append to
 *
 * Appends an authority or a company.
 */
void
news_world_append_organisation (NewsWorld         *self,
                                NewsRand          *rand,
                                const NewsCountry *country,
                                GString           *out)
{
  NewsRand own;

  if (news_rand_often (rand, 50))
    {
      g_string_append_printf (out, "%s of %s", news_rand_pick (rand, ministries), country->name);
      return;
    }
  own = rand_of (self, country, "company", news_rand_zipf (rand, N_COMPANIES, 4));
  news_words_append_name (&own, country->style, out);
  g_string_append_printf (out, " %s", news_rand_pick (&own, company_kinds));
}

/*
 * news_world_append_event:
 * @rand: numbers
 * @country: whose
 * @out: to append to
 *
 * Appends the name of an event.
 */
void
news_world_append_event (NewsRand          *rand,
                         const NewsCountry *country,
                         GString           *out)
{
  g_string_append_printf (out, "%s %s", country->capital, news_rand_pick (rand, events));
}

/*
 * news_world_append_city:
 * @self: a world
 * @rand: numbers
 * @country: whose
 * @out: to append to
 *
 * Appends the capital, or a town that is made up.
 */
void
news_world_append_city (NewsWorld         *self,
                        NewsRand          *rand,
                        const NewsCountry *country,
                        GString           *out)
{
  NewsRand own;

  if (news_rand_often (rand, 60))
    {
      g_string_append (out, country->capital);
      return;
    }
  own = rand_of (self, country, "town", news_rand_zipf (rand, N_TOWNS, 2));
  news_words_append_name (&own, country->style, out);
}
