/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "news-words.h"

#include <string.h>

/* So many words of each kind; what stands behind the common ones is made up. */
#define N_WORDS 40000

/* Articles of one topic share some words that others seldom have. */
#define N_TOPIC_WORDS      24
#define TOPIC_PER_CENT     22
#define FIRST_TOPIC_WORD   600

struct _NewsWords
{
  GPtrArray *words[NEWS_ADJECTIVE + 1];         /* owned: char *, by rank */
};

static const char * const nouns[] = {
  "year", "government", "country", "market", "company", "region", "project", "meeting", "price", "minister",
  "industry", "report", "plan", "people", "road", "energy", "agreement", "port", "harvest", "city", "farmer",
  "budget", "railway", "customer", "law", "court", "school", "river", "weather", "border", "factory", "worker",
  "bank", "season", "election", "hospital", "village", "fair", "visit", "delegation", "product", "quality",
  "standard", "plant", "airport", "student", "museum", "match", "team", "theatre", "festival", "exhibition",
};

static const char * const verbs[] = {
  "said", "opened", "built", "discussed", "visited", "planned", "promised", "reported", "supported", "signed",
  "examined", "changed", "repaired", "welcomed", "improved", "refused", "finished", "expected", "considered",
  "brought", "proposed", "accepted", "delayed", "criticised", "praised", "prepared", "presented", "adopted",
};

static const char * const adjectives[] = {
  "new", "large", "local", "regional", "national", "important", "modern", "small", "public", "joint", "annual",
  "young", "old", "foreign", "economic", "social", "recent", "difficult", "long", "early", "private", "open",
  "northern", "southern", "eastern", "western", "rural", "industrial", "cultural", "digital", "green",
};

/* Syllables of made-up words and names; a style is a row of names. */
static const char * const onsets[] = {
  "b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "pr", "r", "s",
  "sh", "st", "str", "t", "tr", "v", "w", "z", "th", "qu", "sp",
};
static const char * const vowels[] = { "a", "e", "i", "o", "u", "ai", "ea", "ou", "io", "ee" };
static const char * const codas[] = { "", "", "", "n", "r", "l", "s", "t", "m", "nd", "rk", "st", "ck" };
static const char * const endings[][4] = {
  { "tion", "ment", "er", "ing" }, { "ed", "ised", "ated", "ened" }, { "al", "ous", "ive", "ish" },
};

typedef struct
{
  const char *onsets[10];
  const char *vowels[5];
  const char *endings[6];
} NameStyle;

static const NameStyle styles[] = {
  { { "B", "V", "K", "S", "Iv", "Mat", "Gor", "Zh", "Kol", "Nik" }, { "a", "o", "e", "u", "i" },
    { "lov", "nenko", "shevich", "ski", "rin", "dzenka" } },
  { { "B", "T", "Ak", "Nur", "S", "M", "Al", "D", "Ks", "Er" }, { "a", "y", "u", "o", "e" },
    { "bekov", "galiyev", "zhanov", "turov", "dirov", "metov" } },
  { { "G", "L", "M", "R", "Al", "C", "V", "S", "P", "Ord" }, { "a", "e", "i", "o", "ue" },
    { "rrez", "ndoza", "lini", "varez", "tano", "neda" } },
  { { "H", "B", "Sch", "W", "K", "L", "F", "St", "N", "Gr" }, { "a", "e", "ü", "ö", "i" },
    { "rmann", "nberg", "ttner", "llsson", "cker", "ndsen" } },
  { { "Ch", "L", "W", "Zh", "T", "K", "S", "N", "P", "H" }, { "a", "e", "i", "o", "ia" },
    { "ng", "n", "o", "nh", "kawa", "moto" } },
  { { "Ok", "Ad", "M", "N", "Ch", "W", "K", "T", "S", "B" }, { "a", "e", "i", "o", "u" },
    { "konkwo", "mbele", "wale", "dongo", "njala", "tunde" } },
  { { "H", "Kh", "R", "S", "M", "Al-S", "B", "N", "F", "Z" }, { "a", "i", "u", "ou", "aa" },
    { "ssan", "ddine", "lami", "bbar", "qir", "hmoud" } },
  { { "J", "S", "K", "R", "P", "B", "D", "M", "V", "L" }, { "a", "e", "o", "u", "ā" },
    { "nkevičs", "rauskas", "vić", "ndra", "čius", "lāns" } },
};

/*
 * news_words_get_n_styles:
 *
 * Returns: how many styles of names there are
 */
guint
news_words_get_n_styles (void)
{
  return G_N_ELEMENTS (styles);
}

/*
 * news_words_append_name:
 * @rand: numbers
 * @style: in which style
 * @out: to append to
 *
 * Makes up a name with a capital.
 */
void
news_words_append_name (NewsRand *rand,
                        guint     style,
                        GString  *out)
{
  const NameStyle *of = &styles[style];

  g_string_append (out, news_rand_pick (rand, of->onsets));
  g_string_append (out, news_rand_pick (rand, of->vowels));
  if (news_rand_often (rand, 55))
    {
      g_string_append (out, news_rand_pick (rand, onsets));
      g_string_append (out, news_rand_pick (rand, of->vowels));
    }
  g_string_append (out, news_rand_pick (rand, of->endings));
}

static char *
make_word (NewsRand     *rand,
           NewsWordKind  kind)
{
  GString *word = g_string_new (NULL);
  guint n_syllables = 1 + news_rand_below (rand, 3);

  for (guint i = 0; i < n_syllables; i++)
    {
      g_string_append (word, news_rand_pick (rand, onsets));
      g_string_append (word, news_rand_pick (rand, vowels));
      g_string_append (word, news_rand_pick (rand, codas));
    }
  if (kind != NEWS_NOUN || news_rand_often (rand, 40))
    g_string_append (word, news_rand_pick (rand, endings[kind]));
  return g_string_free (word, FALSE);
}

static void
add_table (GPtrArray          *words,
           const char * const *table,
           gsize               n)
{
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (words, g_strdup (table[i]));
}

static NewsWordKind
guess_kind (const char *word)
{
  if (g_str_has_suffix (word, "ed"))
    return NEWS_VERB;
  if (g_str_has_suffix (word, "al") || g_str_has_suffix (word, "ous") || g_str_has_suffix (word, "ive") ||
      g_str_has_suffix (word, "ic") || g_str_has_suffix (word, "able") || g_str_has_suffix (word, "y"))
    return NEWS_ADJECTIVE;
  return NEWS_NOUN;
}

/* Common words in an order of our own: their list is one by letters. */
static void
add_common (NewsWords  *self,
            const char *path,
            guint64     seed)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  NewsRand rand = news_rand (seed, 1);
  guint n;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines);
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = news_rand_below (&rand, i + 1);
      char *line = lines[i];

      lines[i] = lines[other];
      lines[other] = line;
    }
  for (guint i = 0; i < n; i++)
    if (strlen (lines[i]) >= 4 && g_ascii_islower (*lines[i]))
      g_ptr_array_add (self->words[guess_kind (lines[i])], g_strdup (lines[i]));
}

/*
 * news_words_new:
 * @common_path: a list of common words, one a line
 * @seed: of what is made up
 *
 * Returns: (transfer full): words
 */
NewsWords *
news_words_new (const char *common_path,
                guint64     seed)
{
  NewsWords *self = g_new0 (NewsWords, 1);
  NewsRand rand = news_rand (seed, 2);

  for (NewsWordKind kind = NEWS_NOUN; kind <= NEWS_ADJECTIVE; kind++)
    self->words[kind] = g_ptr_array_new_full (N_WORDS, g_free);
  add_table (self->words[NEWS_NOUN], nouns, G_N_ELEMENTS (nouns));
  add_table (self->words[NEWS_VERB], verbs, G_N_ELEMENTS (verbs));
  add_table (self->words[NEWS_ADJECTIVE], adjectives, G_N_ELEMENTS (adjectives));
  add_common (self, common_path, seed);
  for (NewsWordKind kind = NEWS_NOUN; kind <= NEWS_ADJECTIVE; kind++)
    while (self->words[kind]->len < N_WORDS)
      g_ptr_array_add (self->words[kind], make_word (&rand, kind));
  return self;
}

/*
 * news_words_free:
 * @self: (transfer full): words
 */
void
news_words_free (NewsWords *self)
{
  for (NewsWordKind kind = NEWS_NOUN; kind <= NEWS_ADJECTIVE; kind++)
    g_ptr_array_unref (self->words[kind]);
  g_free (self);
}

/*
 * news_words_append:
 * @self: words
 * @rand: numbers
 * @topic: what the text is about
 * @kind: which kind of word
 * @out: to append to
 *
 * Appends a word, by its rank or by the topic.
 */
void
news_words_append (NewsWords    *self,
                   NewsRand     *rand,
                   guint         topic,
                   NewsWordKind  kind,
                   GString      *out)
{
  guint rank;

  if (news_rand_often (rand, TOPIC_PER_CENT))
    rank = (FIRST_TOPIC_WORD + topic * N_TOPIC_WORDS * 7 + news_rand_below (rand, N_TOPIC_WORDS)) % N_WORDS;
  else
    rank = news_rand_zipf (rand, N_WORDS, 2.7);
  g_string_append (out, self->words[kind]->pdata[rank]);
}
