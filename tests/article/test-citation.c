/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Citations and tables are read again by parsers that follow the formats' rules to the letter:
 * what was said comes back, whatever characters it is made of. */

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "tl-author.h"
#include "tl-citation.h"
#include "tl-csv.h"

/* ---- authors ---- */

static char *
show_authors (const char *names,
              const char *language)
{
  g_autoptr(GPtrArray) authors = tl_authors_split (names, language);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < authors->len; i++)
    {
      const TlAuthor *author = g_ptr_array_index (authors, i);

      g_string_append (shown, i > 0 ? "; " : "");
      if (author->literal != NULL)
        g_string_append_printf (shown, "[%s]", author->literal);
      else
        g_string_append_printf (shown, "%s%s%s/%s%s%s", author->particle != NULL ? author->particle : "",
                                author->particle != NULL ? "+" : "", author->family, author->given,
                                author->suffix != NULL ? "/" : "",
                                author->suffix != NULL ? author->suffix : "");
    }
  return g_string_free (shown, FALSE);
}

static void
test_authors (void)
{
  static const struct
  {
    const char *names;
    const char *language;
    const char *expected;
  } cases[] = {
    { NULL, NULL, "" },
    { "", NULL, "" },
    { " , ; and ", NULL, "[and]" },
    { "Vera Orlova", "en", "Orlova/Vera" },
    { "Vera  Pavlovna\tOrlova", "en", "Orlova/Vera Pavlovna" },
    { "Vera Orlova, Ana Horvat", "en", "Orlova/Vera; Horvat/Ana" },
    { "Vera Orlova and Ana Horvat", "en", "Orlova/Vera; Horvat/Ana" },
    { "Vera Orlova, Ana Horvat und Ivo Kos", "de", "Orlova/Vera; Horvat/Ana; Kos/Ivo" },
    { "Вера Орлова и Анна Горват", "ru", "Орлова/Вера; Горват/Анна" },
    { "Orlova, Vera", "en", "Orlova/Vera" },
    { "Orlova, Vera; Horvat, Ana Marija", "en", "Orlova/Vera; Horvat/Ana Marija" },
    { "Reuters", "en", "[Reuters]" },
    { "Vera Orlova, Reuters", "en", "Orlova/Vera; [Reuters]" },
    { "Ministry of Trade and Industry", "en", "[Ministry of Trade and Industry]" },
    { "Adria Press Agency", "en", "[Adria Press Agency]" },
    { "Editorial staff", "en", "[Editorial staff]" },
    { "Ludwig van den Berg", "nl", "van den+Berg/Ludwig" },
    { "Ana de la Cruz", "es", "de la+Cruz/Ana" },
    { "José Ruiz y Soler", "es", "Ruiz y Soler/José" },
    { "Ana Ruiz y José Soler", "es", "Ruiz/Ana; Soler/José" },
    { "John Miller Jr.", "en", "Miller/John/Jr." },
    { "John Miller, Jr.", "en", "Miller/John/Jr." },
    { "Kovács Anna", "hu", "Kovács/Anna" },
    { "王小明", "zh", "[王小明]" },
    { "王小明、李雷", "zh", "[王小明]; [李雷]" },
    { "Vera Orlova\nAna Horvat", "en", "Orlova/Vera; Horvat/Ana" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show_authors (cases[i].names, cases[i].language);

      g_test_message ("%s", cases[i].names);
      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

/* ---- what is cited ---- */

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const TlCitation simple = {
  .title = "Trade grows", .author = "Vera Orlova, Ludwig van den Berg, Adria Press Agency",
  .publisher = "Adria Press", .url = "https://example.org/a_b?c=d&e=%7B", .language = "en",
  .published = { 2017, 11, 3 }, .digest = DIGEST,
};

static const TlCitation nasty = {
  .title = "“50%” of {all} $trade_ #1 & \\more~^ \"now\"\n=1+1", .author = "A{B Smith and X, Y & Z Ltd",
  .publisher = "Ünïcode\tPress, {Inc}", .url = "https://example.org/{x}\\y z", .published = { 2017, 0, 0 },
  .digest = DIGEST,
};

static const TlCitation bare = { .title = "", .digest = DIGEST };

/* ---- BibTeX, by the rules of the program: braces are counted whatever is before them ---- */

static void
skip_blanks (const char **p)
{
  while (g_ascii_isspace (**p))
    (*p)++;
}

static char *
read_word (const char **p)
{
  const char *start = *p;

  while (g_ascii_isalnum (**p) || **p == '-' || **p == '_')
    (*p)++;
  g_assert_true (*p > start);
  return g_strndup (start, (gsize) (*p - start));
}

static char *
read_braced (const char **p)
{
  guint depth = 0;
  const char *start = *p + 1;

  g_assert_cmpint (**p, ==, '{');
  do
    {
      g_assert_cmpint (**p, !=, '\0');
      depth += **p == '{';
      depth -= **p == '}';
      (*p)++;
    }
  while (depth > 0);
  return g_strndup (start, (gsize) (*p - 1 - start));
}

static void
expect (const char **p,
        char         c)
{
  skip_blanks (p);
  g_assert_cmpint (**p, ==, c);
  (*p)++;
  skip_blanks (p);
}

/* The fields of one entry; "" is its key, "@" its type. */
static GHashTable *
parse_bibtex (const char *text)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *p = text;

  expect (&p, '@');
  g_hash_table_insert (fields, g_strdup ("@"), read_word (&p));
  expect (&p, '{');
  g_hash_table_insert (fields, g_strdup (""), read_word (&p));
  skip_blanks (&p);
  while (*p == ',')
    {
      char *name;

      expect (&p, ',');
      name = read_word (&p);
      expect (&p, '=');
      g_assert_false (g_hash_table_contains (fields, name));
      g_hash_table_insert (fields, name, *p == '{' ? read_braced (&p) : read_word (&p));
      skip_blanks (&p);
    }
  expect (&p, '}');
  g_assert_cmpint (*p, ==, '\0');
  return fields;
}

/* What TeX makes of it. */
static char *
typeset (const char *value)
{
  static const struct
  {
    const char *name;
    char        c;
  } commands[] = {
    { "textbackslash", '\\' }, { "textbraceleft", '{' }, { "textbraceright", '}' },
    { "textasciitilde", '~' }, { "textasciicircum", '^' },
  };
  GString *text = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++)
    {
      gboolean found = FALSE;

      g_assert_null (strchr ("$#%&_~^", *p));
      if (*p == '{' || *p == '}')
        continue;
      if (*p != '\\')
        {
          g_string_append_c (text, *p);
          continue;
        }
      p++;
      for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
        if (g_str_has_prefix (p, commands[i].name))
          {
            g_string_append_c (text, commands[i].c);
            p += strlen (commands[i].name) - 1;
            found = TRUE;
          }
      if (!found)
        {
          g_assert_nonnull (strchr ("$#%&_", *p));
          g_string_append_c (text, *p);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_typeset (GHashTable *fields,
                const char *name,
                const char *expected)
{
  const char *value = g_hash_table_lookup (fields, name);
  g_autofree char *text = value != NULL ? typeset (value) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_bibtex (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GHashTable) fields = NULL;

  tl_citation_append_bibtex (&simple, text);
  fields = parse_bibtex (text->str);
  g_assert_cmpstr (g_hash_table_lookup (fields, "@"), ==, "article");
  g_assert_cmpstr (g_hash_table_lookup (fields, "title"), ==, "{Trade grows}");
  g_assert_cmpstr (g_hash_table_lookup (fields, "author"), ==,
                   "Orlova, Vera and van den Berg, Ludwig and {Adria Press Agency}");
  g_assert_cmpstr (g_hash_table_lookup (fields, "journal"), ==, "Adria Press");
  g_assert_cmpstr (g_hash_table_lookup (fields, "year"), ==, "2017");
  g_assert_cmpstr (g_hash_table_lookup (fields, "month"), ==, "nov");
  g_assert_cmpstr (g_hash_table_lookup (fields, "day"), ==, "3");
  g_assert_cmpstr (g_hash_table_lookup (fields, "url"), ==, simple.url);
  g_clear_pointer (&fields, g_hash_table_unref);

  g_string_truncate (text, 0);
  tl_citation_append_bibtex (&nasty, text);
  g_test_message ("%s", text->str);
  fields = parse_bibtex (text->str);
  assert_typeset (fields, "title", "“50%” of {all} $trade_ #1 & \\more~^ \"now\" =1+1");
  assert_typeset (fields, "journal", "Ünïcode Press, {Inc}");
  g_assert_cmpstr (g_hash_table_lookup (fields, "url"), ==, "https://example.org/%7Bx%7D%5Cy%20z");
  g_assert_cmpstr (g_hash_table_lookup (fields, "year"), ==, "2017");
  g_assert_null (g_hash_table_lookup (fields, "month"));
  g_clear_pointer (&fields, g_hash_table_unref);

  g_string_truncate (text, 0);
  tl_citation_append_bibtex (&bare, text);
  fields = parse_bibtex (text->str);
  g_assert_cmpuint (g_hash_table_size (fields), ==, 2);
}

/* ---- CSL-JSON ---- */

static void
test_csl_json (void)
{
  g_autoptr(GString) text = g_string_new ("[");
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *items, *authors, *date;
  JsonObject *item, *author;

  tl_citation_append_csl_json (&simple, text);
  g_string_append (text, ", ");
  tl_citation_append_csl_json (&nasty, text);
  g_string_append (text, ", ");
  tl_citation_append_csl_json (&bare, text);
  g_string_append (text, "]");
  json_parser_load_from_data (parser, text->str, -1, &error);
  g_assert_no_error (error);
  items = json_node_get_array (json_parser_get_root (parser));

  item = json_array_get_object_element (items, 0);
  g_assert_cmpstr (json_object_get_string_member (item, "type"), ==, "article-newspaper");
  g_assert_cmpstr (json_object_get_string_member (item, "container-title"), ==, "Adria Press");
  g_assert_cmpstr (json_object_get_string_member (item, "URL"), ==, simple.url);
  authors = json_object_get_array_member (item, "author");
  g_assert_cmpuint (json_array_get_length (authors), ==, 3);
  author = json_array_get_object_element (authors, 1);
  g_assert_cmpstr (json_object_get_string_member (author, "non-dropping-particle"), ==, "van den");
  g_assert_cmpstr (json_object_get_string_member (author, "family"), ==, "Berg");
  author = json_array_get_object_element (authors, 2);
  g_assert_cmpstr (json_object_get_string_member (author, "literal"), ==, "Adria Press Agency");
  date = json_object_get_array_member (json_object_get_object_member (item, "issued"), "date-parts");
  date = json_array_get_array_element (date, 0);
  g_assert_cmpuint (json_array_get_length (date), ==, 3);
  g_assert_cmpint (json_array_get_int_element (date, 2), ==, 3);

  item = json_array_get_object_element (items, 1);
  g_assert_cmpstr (json_object_get_string_member (item, "title"), ==,
                   "“50%” of {all} $trade_ #1 & \\more~^ \"now\" =1+1");
  date = json_object_get_array_member (json_object_get_object_member (item, "issued"), "date-parts");
  g_assert_cmpuint (json_array_get_length (json_array_get_array_element (date, 0)), ==, 1);
  item = json_array_get_object_element (items, 2);
  g_assert_false (json_object_has_member (item, "issued"));
  g_assert_false (json_object_has_member (item, "author"));
}

/* ---- RIS ---- */

static void
test_ris (void)
{
  static const char expected[] =
    "TY  - NEWS\r\nID  - orlova2017-trade-01234567\r\nTI  - Trade grows\r\nAU  - Orlova, Vera\r\n"
    "AU  - van den Berg, Ludwig\r\nAU  - Adria Press Agency\r\nT2  - Adria Press\r\nPY  - 2017\r\n"
    "DA  - 2017/11/03/\r\nLA  - en\r\nUR  - https://example.org/a_b?c=d&e=%7B\r\nER  - \r\n\r\n";
  g_autoptr(GString) text = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  tl_citation_append_ris (&simple, text);
  g_assert_cmpstr (text->str, ==, expected);

  g_string_truncate (text, 0);
  tl_citation_append_ris (&nasty, text);
  tl_citation_append_ris (&bare, text);
  lines = g_strsplit (text->str, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        g_assert_cmpuint (strlen (lines[i]), >=, 6);
        g_assert_cmpmem (lines[i] + 2, 4, "  - ", 4);
        g_assert_null (strpbrk (lines[i], "\r\n\t"));
      }
  g_assert_nonnull (strstr (text->str, "DA  - 2017///\r\n"));
}

/* ---- keys, and citations for people ---- */

static void
test_keys (void)
{
  TlCitation other = simple;
  g_autofree char *key = tl_citation_dup_key (&simple);
  g_autofree char *nasty_key = tl_citation_dup_key (&nasty);
  g_autofree char *bare_key = tl_citation_dup_key (&bare);
  g_autofree char *cited = tl_citation_dup_text (&simple);
  g_autofree char *other_key = NULL;

  g_assert_cmpstr (key, ==, "orlova2017-trade-01234567");
  g_assert_cmpstr (bare_key, ==, "article-01234567");
  for (const char *p = nasty_key; *p != '\0'; p++)
    g_assert_true (g_ascii_isalnum (*p) || *p == '-');
  other.digest = "abcdef0123";
  other_key = tl_citation_dup_key (&other);
  g_assert_cmpstr (other_key, !=, key);
  g_assert_cmpstr (cited, ==, "Vera Orlova, Ludwig van den Berg, Adria Press Agency: “Trade grows”, "
                              "Adria Press, 2017-11-03, https://example.org/a_b?c=d&e=%7B");
}

/* ---- tables ---- */

/* A cell of RFC 4180; *p is behind it and what ends it. */
static char *
read_cell (const char **p,
           gboolean    *is_last)
{
  GString *cell = g_string_new (NULL);
  gboolean is_quoted = **p == '"';

  if (is_quoted)
    for ((*p)++; **p != '"' || (*p)[1] == '"'; (*p)++)
      {
        g_assert_cmpint (**p, !=, '\0');
        *p += **p == '"';
        g_string_append_c (cell, **p);
      }
  *p += is_quoted;
  while (**p != ',' && **p != '\r')
    {
      g_assert_false (is_quoted);
      g_assert_null (strchr ("\"\n", **p));
      g_string_append_c (cell, *(*p)++);
    }
  *is_last = **p == '\r';
  if (*is_last)
    g_assert_cmpint ((*p)[1], ==, '\n');
  *p += *is_last ? 2 : 1;
  return g_string_free (cell, FALSE);
}

static void
test_csv (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { NULL, "" }, { "", "" }, { "plain", "plain" }, { "a,b", "a,b" }, { "say \"yes\"", "say \"yes\"" },
    { "two\nlines", "two\nlines" }, { "two\r\nlines", "two\r\nlines" }, { "\"", "\"" },
    { "=1+1", "'=1+1" }, { "+1", "'+1" }, { "-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0" },
    { "@SUM(A1)", "'@SUM(A1)" }, { "\t=1", "'\t=1" }, { "\r=1", "'\r=1" }, { "=\"x\",y", "'=\"x\",y" },
    { "a=b", "a=b" }, { " =1", " =1" }, { "Зёрна", "Зёрна" },
  };
  static const struct
  {
    double      number;
    const char *cell;
  } numbers[] = {
    { NAN, "" }, { INFINITY, "" }, { 0, "0" }, { -0.0, "0" }, { 500000000, "500000000" },
    { -29.8, "-29.8" }, { 1.1e9, "1100000000" }, { 0.1, "0.1" }, { 2500000000000.0, "2500000000000" },
  };
  g_autoptr(GString) csv = g_string_new (NULL);
  const char *p;
  gboolean is_last;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    tl_csv_append_text (csv, cases[i].text);
  tl_csv_end_row (csv);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    tl_csv_append_number (csv, numbers[i].number);
  tl_csv_end_row (csv);

  p = csv->str;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = read_cell (&p, &is_last);

      g_assert_cmpstr (cell, ==, cases[i].cell);
      g_assert_true (is_last == (i + 1 == G_N_ELEMENTS (cases)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *cell = read_cell (&p, &is_last);

      g_assert_cmpstr (cell, ==, numbers[i].cell);
    }
  g_assert_cmpint (*p, ==, '\0');
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/citation/authors", test_authors);
  g_test_add_func ("/citation/bibtex", test_bibtex);
  g_test_add_func ("/citation/csl-json", test_csl_json);
  g_test_add_func ("/citation/ris", test_ris);
  g_test_add_func ("/citation/keys", test_keys);
  g_test_add_func ("/citation/csv", test_csv);

  return g_test_run ();
}
