/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Texts that nobody would write, but that a page or a broken conversion may hold: each is
 * where a rule that looks back, or ahead, for as far as there is anything would not end.
 */

#include "long-article.h"

#include <string.h>

typedef enum
{
  MAKE_REPEATED,                /* the pattern over and over, numbers in place of '#', names of '@' */
  MAKE_ONE_SENTENCE,            /* an article without full stops and line breaks */
  MAKE_ONE_PARAGRAPH,           /* an article without line breaks */
  MAKE_BEFORE_WORD,             /* the pattern over and over, and a word behind it without a space */
  MAKE_NESTED,                  /* the pattern's first half, then as often its second */
  MAKE_TABLE,                   /* rows of a thousand columns */
} Maker;

static const struct
{
  const char *name;
  Maker       maker;
  const char *pattern;
} shapes[] = {
  { "one sentence", MAKE_ONE_SENTENCE, NULL },
  { "one paragraph", MAKE_ONE_PARAGRAPH, NULL },
  { "short sentences", MAKE_REPEATED, "Trade grew. Exports to Peru came to $#m. It fell #%. He left. " },
  { "table", MAKE_TABLE, NULL },
  { "numbers", MAKE_REPEATED, "#.# " },
  { "years", MAKE_REPEATED, "20#, " },
  { "months", MAKE_REPEATED, "January-March and " },
  { "dates", MAKE_REPEATED, "# May 2017 " },
  { "relative dates", MAKE_REPEATED, "last year, the same period, " },
  { "amounts", MAKE_REPEATED, "$#bn and " },
  { "amounts on lines", MAKE_REPEATED, "$#bn\n" },
  { "bare amounts", MAKE_REPEATED, "# million, # or # to " },
  { "changes", MAKE_REPEATED, "up #% from " },
  { "number words", MAKE_REPEATED, "two hundred thousand " },
  { "trade", MAKE_REPEATED, "trade and exports " },
  { "trade with amounts", MAKE_REPEATED, "exports to China rose #% to $#bn in 20#, imports of " },
  { "countries", MAKE_REPEATED, "China, Brazil and Peru " },
  { "country names on lines", MAKE_REPEATED, "China\n" },
  { "amounts and countries", MAKE_REPEATED, "$#bn with China, " },
  { "names", MAKE_REPEATED, "Arman Dulatov Serik " },
  { "other names", MAKE_REPEATED, "@ @ and @ @, " },
  { "namesakes", MAKE_REPEATED, "@ Smith and Ivan @ came. " },
  { "abbreviated names", MAKE_REPEATED, "The @ @ @ Agency (ABC) met the @ Bank. " },
  { "capitals of names", MAKE_REPEATED, "@ OBLAST " },
  { "titles", MAKE_REPEATED, "Minister of the " },
  { "titles with names", MAKE_REPEATED, "Foreign Minister @ @ of " },
  { "speakers", MAKE_REPEATED, "said Arman Dulatov, " },
  { "far speakers", MAKE_REPEATED, "said a b c d e f g h i j k l m @ @ a b c d e f g h i j k l m n o p q r s t u v w x y z " },
  { "offices", MAKE_REPEATED, "@ @ was here. The ambassador said so. " },
  { "pronouns", MAKE_REPEATED, "@ @ was here. He said trade was $#bn, she added. " },
  { "owners", MAKE_REPEATED, "@'s exports to Peru rose to $#m. " },
  { "ownerless", MAKE_REPEATED, "@ Bank. Exports to the country. The company's imports, $#m. " },
  { "labels", MAKE_REPEATED, "20#: $#m\n" },
  { "quoted speakers", MAKE_REPEATED, "\"It is $#m.\" \"Exports fell,\" @ @ said. According to the head of state, no. " },
  { "datelines", MAKE_REPEATED, "MINSK, May # (Agency) - Trade rose #% in May. " },
  { "sentences of lists", MAKE_REPEATED,
    "Trade with China was $#bn, with Peru $#bn, with Chile $#bn, with Ghana $#bn, with Kenya $#bn, with Japan $#bn, "
    "with Egypt $#bn and with India $#bn, or #% more than in 20#. " },
  { "sales", MAKE_REPEATED, "Chile sold a b for $#bn and c d e f " },
  { "regions", MAKE_REPEATED, "Brest, Minsk and Gomel regions, " },
  { "small words", MAKE_REPEATED, "of the " },
  { "one word", MAKE_REPEATED, "a" },
  { "one number", MAKE_REPEATED, "7" },
  { "one grouped number", MAKE_REPEATED, "123," },
  { "digit groups", MAKE_REPEATED, "123 456 " },
  { "initials", MAKE_REPEATED, "U.S." },
  { "initials before a word", MAKE_BEFORE_WORD, "u.s." },
  { "points", MAKE_REPEATED, "." },
  { "points before a word", MAKE_BEFORE_WORD, "." },
  { "points and quotes", MAKE_BEFORE_WORD, ".\"" },
  { "hyphens", MAKE_REPEATED, "a-" },
  { "apostrophes", MAKE_REPEATED, "a'" },
  { "address", MAKE_REPEATED, "www.a" },
  { "brackets", MAKE_NESTED, "()" },
  { "empty brackets", MAKE_REPEATED, "()" },
  { "open brackets", MAKE_REPEATED, "($#bn " },
  { "quotes", MAKE_REPEATED, "\"" },
  { "quotations", MAKE_REPEATED, "\"Trade\" " },
  { "open quotations", MAKE_REPEATED, "\xe2\x80\x9cTrade was $#bn, " },
  { "newlines", MAKE_REPEATED, "\n" },
  { "spaces", MAKE_REPEATED, " " },
  { "signs", MAKE_REPEATED, "$% " },
  { "marks", MAKE_REPEATED, "e\xcc\x81" },
  { "capitals", MAKE_REPEATED, "TRADE WITH CHINA " },
  { "list items", MAKE_REPEATED, "- China: $#bn\n" },
};

static void
append_name (GString *out,
             GRand   *rand)
{
  static const char *const syllables[] = { "ka", "lu", "mi", "no", "re", "sto", "tva", "ze", "bra", "du", "gri", "han" };

  for (guint i = 0; i < 4; i++)
    {
      const char *syllable = syllables[g_rand_int_range (rand, 0, G_N_ELEMENTS (syllables))];

      g_string_append_c (out, i == 0 ? g_ascii_toupper (*syllable) : *syllable);
      g_string_append (out, syllable + 1);
    }
}

static void
append_pattern (GString    *out,
                const char *pattern,
                GRand      *rand)
{
  for (const char *p = pattern; *p != '\0'; p++)
    {
      if (*p == '#')
        g_string_append_printf (out, "%d", g_rand_int_range (rand, 10, 31));
      else if (*p == '@')
        append_name (out, rand);
      else
        g_string_append_c (out, *p);
    }
}

static void
append_table (GString *out,
              gsize    length,
              GRand   *rand)
{
  while (out->len < length)
    {
      g_string_append (out, "Exports to Chile");
      for (guint i = 0; i < 1000; i++)
        g_string_append_printf (out, "\t%d.%d", g_rand_int_range (rand, 1, 10000), g_rand_int_range (rand, 0, 10));
      g_string_append_c (out, '\n');
    }
}

/* Nothing left that ends a paragraph, or a sentence. */
static void
join_lines (char     *text,
            gboolean  sentences)
{
  for (char *p = text; *p != '\0'; p++)
    if (*p == '\n' || (sentences && strchr (".!?:;", *p) != NULL && !g_ascii_isdigit (p[1])))
      *p = ' ';
}

/*
 * hostile_get_n:
 *
 * Returns: how many shapes there are
 */
guint
hostile_get_n (void)
{
  return G_N_ELEMENTS (shapes);
}

/*
 * hostile_get_name:
 * @shape: index of a shape
 *
 * Returns: (transfer none): what it is called
 */
const char *
hostile_get_name (guint shape)
{
  return shapes[shape].name;
}

/*
 * hostile_make:
 * @articles: what ordinary sentences are taken from
 * @shape: index of a shape
 * @length: in bytes
 *
 * Returns: (transfer full): a text of that shape of @length bytes or a little less
 */
char *
hostile_make (LongArticles *articles,
              guint         shape,
              gsize         length)
{
  GString *out = g_string_sized_new (length + 16384);
  GRand *rand = g_rand_new_with_seed (shape);
  const char *pattern = shapes[shape].pattern;
  char *text;

  switch (shapes[shape].maker)
    {
    case MAKE_ONE_SENTENCE:
    case MAKE_ONE_PARAGRAPH:
      text = long_articles_make (articles, length, shape);
      join_lines (text, shapes[shape].maker == MAKE_ONE_SENTENCE);
      g_string_append (out, text);
      g_free (text);
      break;
    case MAKE_NESTED:
      for (gsize i = 0; i < length; i++)
        g_string_append_c (out, pattern[i < length / 2 ? 0 : 1]);
      break;
    case MAKE_TABLE:
      append_table (out, length, rand);
      break;
    case MAKE_BEFORE_WORD:
      while (out->len + 10 < length)
        g_string_append (out, pattern);
      g_string_append (out, "word");
      break;
    case MAKE_REPEATED:
    default:
      while (out->len < length)
        append_pattern (out, pattern, rand);
      break;
    }
  g_string_truncate (out, MIN (length, out->len));
  while (!g_utf8_validate (out->str, (gssize) out->len, NULL))
    g_string_truncate (out, out->len - 1);
  g_rand_free (rand);
  return g_string_free (out, FALSE);
}
