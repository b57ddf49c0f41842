/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of what stories say, and texts in other languages than English. */

#include "news-story.h"

#include <string.h>

static const char * const titles[] = {
  "{a}, {b} look for new ways to trade",
  "{person} visits {city}",
  "{a} and {b} agree on {j} {n}",
  "{b's} {n} comes to {city}",
  "{organisation} and the {n} of {city}",
  "{event} opens in {city}",
  "How {a} {v} its {n}",
  "{j} {n} for {b's} {n}",
  "Why the {j} {n} matters to {a}",
  "{number} visitors at the {event}",
  "{a}: {n} and {n}",
};

static const char * const figure_titles[] = {
  "Trade between {a} and {b} grows by {per-cent}",
  "{a's} exports to {b} reach {amount}",
  "{a}-{b} trade at {amount} in {year}",
  "{a}, {b} plan to bring trade to {amount}",
  "{b} buys more {goods} from {a}",
};

static const char * const figures[] = {
  "Trade between {a} and {b} reached {amount} in {year}, up {per-cent} from the year before.",
  "In {year}, bilateral trade came to {amount}, {person} said.",
  "{a's} exports to {b} amounted to {amount} in {months}.",
  "Exports from {a} to {b} rose by {per-cent} to {amount} in {year}.",
  "In {months}, {a} imported goods worth {amount} from {b}, mainly {goods} and {goods}.",
  "Trade turnover between the two countries fell {per-cent} to {amount} in {year}, according to the {organisation}.",
  "{b} bought {goods} and other goods for {amount} from {a} in {year}.",
  "The two sides want to increase trade to {amount} by {next-year}.",
  "“In {months} we traded goods worth {amount}, and that is not the limit,” {person} noted.",
  "{b's} imports from {a} stood at {amount} in {months}, against {amount} in the same period a year earlier.",
  "In {year}, {a} sold {b} goods for {amount}; imports from {b} were {amount}.",
  "Trade with {b} was worth {amount} in {year}, a drop of {per-cent}.",
  "Over {months} the trade turnover between {a} and {b} increased {per-cent}.",
  "{person} recalled that trade between {a} and {b} had been only {amount} in {year}.",
};

static const char * const sentences[] = {
  "The {n} of the {j} {n} was {v} by {person} on the second day of the talks.",
  "{person} {v} that the {n} would not be {v} before the {n} is ready.",
  "According to the {organisation}, the {n} has been {v} in {number} {n}s since then.",
  "It is a {j} {n}, but nobody in {city} has {v} it yet.",
  "In {city} the {n} and the {n} were {v} together with a {j} {n}.",
  "“We have {v} the {n}, and we will not leave the {n} without {n},” {person} said.",
  "The {organisation} {v} a {j} {n} for the {n} of {city}.",
  "There were {number} {n}s from {country} at the {event}, more than ever before.",
  "What the {j} {n} means for {a} is not yet clear; a {n} of the {organisation} will look into it.",
  "Both sides {v} their {n} in {goods}, {n} and {n}.",
  "{person} also met {person} of the {organisation} and {v} the {n}.",
  "A {n}, a {n} and two {j} {n}s are to follow, and the first of them may be {v} next spring.",
  "With {country} and {country} there has been a {n} of this kind for years.",
  "The {n} had {v} in {city}, where {number} people live from {n} and {n}.",
  "{goods} from {a} are well known in {city}, said the head of a {j} {n}.",
  "After the {n} the guests {v} the {n} of {city} and a {n} that makes {goods}.",
  "She {v} the {j} {n}, which had been {v} by the {organisation} in {year}.",
  "He did not say when the {n} would be {v}, nor who would pay for the {n}.",
  "For the {n}, this was the {j} {n} of a {n} that began in {year}.",
  "The {event} takes place for the {number}th time; {person} is to open it.",
  "Much of the {n} is {j}, and the {n} between {city} and {city} is {v} only in summer.",
  "Farmers in the {n} of {city} have {v} {number} hectares of {j} {n}.",
  "“{j} or not, it is the {n} that counts,” says {person}, who has {v} the {n} for {number} years.",
  "The {n} will cost {amount}, half of which comes from a {n} in {country}.",
  "Not everybody agrees: a {n} in {city} calls the {n} {j} and wants it {v}.",
};

/* What makes one sentence another than the next of its form. */
static const char * const small_words[] = {
  "also", "now", "again", "once", "still", "soon", "later", "often", "perhaps", "mostly", "nearly", "hardly", "indeed",
  "only", "partly", "rather", "quite", "almost", "always", "already", "finally", "probably", "certainly", "quickly",
  "slowly", "usually", "generally", "largely", "recently", "officially", "openly", "carefully", "jointly", "formally",
  "reportedly", "allegedly", "apparently", "sometimes", "seldom", "together", "meanwhile", "instead", "therefore",
  "moreover", "otherwise", "indirectly", "directly", "gradually", "suddenly", "strongly", "clearly", "simply",
};

/* A form with a word put in here and there, outside of its slots. */
static char *
vary (NewsRand   *rand,
      const char *form)
{
  GString *varied = g_string_sized_new (256);
  guint depth = 0;

  for (const char *p = form; *p != '\0'; p++)
    {
      g_string_append_c (varied, *p);
      depth += *p == '{';
      depth -= *p == '}';
      if (*p == ' ' && depth == 0 && news_rand_often (rand, 14))
        g_string_append_printf (varied, "%s ", news_rand_pick (rand, small_words));
    }
  return g_string_free (varied, FALSE);
}

/*
 * news_append_title:
 * @story: a story
 * @has_figures: whether it tells of trade in numbers
 * @out: to append to
 *
 * Appends a headline.
 */
void
news_append_title (NewsStory *story,
                   gboolean   has_figures,
                   GString   *out)
{
  gsize start = out->len;

  if (has_figures && news_rand_often (&story->rand, 30))
    news_story_append (story, news_rand_pick (&story->rand, figure_titles), out);
  else
    news_story_append (story, news_rand_pick (&story->rand, titles), out);
  out->str[start] = g_ascii_toupper (out->str[start]);
  story->n_told = 0;    /* the text introduces them all the same */
}

/*
 * news_append_figure:
 * @story: a story
 * @out: to append to
 *
 * Appends a sentence with a figure of trade.
 */
void
news_append_figure (NewsStory *story,
                    GString   *out)
{
  news_story_append (story, news_rand_pick (&story->rand, figures), out);
}

/*
 * news_append_sentence:
 * @story: a story
 * @out: to append to
 *
 * Appends a sentence without one.
 */
void
news_append_sentence (NewsStory *story,
                      GString   *out)
{
  gsize start = out->len;
  g_autofree char *form = vary (&story->rand, news_rand_pick (&story->rand, sentences));

  news_story_append (story, form, out);
  if (g_str_has_prefix (out->str + start, "“"))
    start += strlen ("“");
  out->str[start] = g_ascii_toupper (out->str[start]);
}

/* ---- other languages ---- */

typedef struct
{
  const char *small[14];        /* the words that every sentence has */
  const char *starts[8];
  const char *middles[8];
  const char *ends[8];
} Language;

static const Language languages[] = {
  { { "и", "в", "на", "с", "по", "для", "что", "это", "не", "из", "о", "как", "к", "от" },
    { "тор", "про", "эко", "раз", "меж", "гос", "со", "пре" },
    { "гов", "мыш", "но", "ви", "ду", "дар", "тру", "жела" },
    { "ля", "ленность", "мика", "тие", "народный", "ство", "дничество", "ние" } },
  { { "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "für", "ist", "auf", "nicht", "eine" },
    { "Wirt", "Ge", "Ver", "Über", "Aus", "Land", "Zu", "Für" },
    { "schaf", "sprä", "hand", "wei", "fuhr", "lie", "stän", "kün" },
    { "ten", "che", "lung", "sung", "güter", "ferung", "digkeit", "fte" } },
  { { "de", "la", "el", "que", "y", "en", "los", "con", "para", "por", "un", "una", "del", "las" },
    { "eco", "comer", "re", "in", "expor", "pro", "a", "con" },
    { "no", "cia", "gión", "ver", "ta", "duc", "cuer", "ven" },
    { "mía", "les", "nal", "sión", "ción", "tos", "dos", "ñas" } },
  { { "de", "la", "le", "et", "les", "des", "en", "du", "pour", "que", "une", "dans", "sur", "avec" },
    { "éco", "com", "ré", "in", "dé", "pro", "ac", "con" },
    { "no", "mer", "gio", "ves", "ve", "duc", "cor", "ven" },
    { "mie", "ce", "nale", "tissement", "loppé", "tion", "ds", "çais" } },
};

/*
 * news_get_n_languages:
 *
 * Returns: how many languages there are beside English
 */
guint
news_get_n_languages (void)
{
  return G_N_ELEMENTS (languages);
}

/* The first of the syllables are the most frequent, and so are the words made of them. */
static void
append_foreign_word (NewsRand       *rand,
                     const Language *language,
                     GString        *out)
{
  g_string_append (out, language->starts[news_rand_zipf (rand, 8, 2)]);
  for (guint i = news_rand_zipf (rand, 3, 1); i > 0; i--)
    g_string_append (out, news_rand_pick (rand, language->middles));
  g_string_append (out, language->ends[news_rand_zipf (rand, 8, 2)]);
}

/*
 * news_append_foreign:
 * @story: a story
 * @language: 0 to news_get_n_languages() - 1
 * @n_words: how many
 * @out: to append to
 *
 * Appends a sentence that looks like one in another language.
 */
void
news_append_foreign (NewsStory *story,
                     guint      language,
                     guint      n_words,
                     GString   *out)
{
  const Language *of = &languages[language];
  NewsRand *rand = &story->rand;
  gsize start = out->len;
  g_autofree char *capital = NULL;
  gsize length;

  for (guint i = 0; i < n_words; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      if (i > 0 && news_rand_often (rand, 7))
        news_words_append_name (rand, story->countries[i % 2]->style, out);
      else if (i % 2 == 1)
        g_string_append (out, of->small[news_rand_zipf (rand, G_N_ELEMENTS (of->small), 1)]);
      else
        append_foreign_word (rand, of, out);
    }
  length = (gsize) (g_utf8_next_char (out->str + start) - (out->str + start));
  capital = g_utf8_strup (out->str + start, (gssize) length);
  g_string_erase (out, (gssize) start, (gssize) length);
  g_string_insert (out, (gssize) start, capital);
  g_string_append_c (out, '.');
}
