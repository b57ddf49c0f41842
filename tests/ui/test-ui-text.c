/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window makes of texts; needs no display. */

#include <math.h>
#include <string.h>

#include "tl-mention.h"
#include "tl-original.h"
#include "tl-reading-item.h"
#include "tl-text-map.h"
#include "tl-words.h"

/* ---- the text as it is shown ---- */

static double
get_luminance (const GdkRGBA *colour)
{
  const float parts[] = { colour->red, colour->green, colour->blue };
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    luminance += weights[i] * (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));
  return luminance;
}

/* WCAG 2: how well two colours are told apart. */
static double
get_contrast (const GdkRGBA *a,
              const GdkRGBA *b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static GdkRGBA
blend (const GdkRGBA *over,
       const GdkRGBA *ground)
{
  float a = over->alpha;

  return (GdkRGBA) { over->red * a + ground->red * (1 - a), over->green * a + ground->green * (1 - a),
                     over->blue * a + ground->blue * (1 - a), 1 };
}

/* Each kind has a shape of its own, and can be seen, and words can be read on it. */
static void
test_marks (void)
{
  static const GdkRGBA grounds[] = { { 1, 1, 1, 1 }, { 0.118f, 0.118f, 0.118f, 1 } };
  static const GdkRGBA texts[] = { { 0.2f, 0.2f, 0.2f, 1 }, { 1, 1, 1, 1 } };
  guint shapes = 0;

  for (TlMentionKind kind = 0; kind < TL_N_MENTION_KINDS; kind++)
    {
      guint shape = 1u << tl_mention_kind_get_line (kind);

      g_assert_cmpuint (shapes & shape, ==, 0);
      shapes |= shape;
      for (guint dark = 0; dark < 2; dark++)
        {
          GdkRGBA colour, ground;

          tl_mention_kind_get_colour (kind, dark == 1, &colour);
          ground = blend (&colour, &grounds[dark]);
          if (tl_mention_kind_get_line (kind) != TL_MARK_LINE_NONE)
            g_assert_cmpfloat (get_contrast (&colour, &grounds[dark]), >=, 4.5);
          else
            g_assert_cmpfloat (get_contrast (&texts[dark], &ground), >=, 4.5);
        }
    }
}

/* From each character to its byte and back. */
static void
test_bytes (void)
{
  g_autoptr(GString) text = g_string_new ("Über 5 € — ");
  g_autoptr(TlTextMap) map = NULL;

  while (text->len < 20000)
    g_string_append (text, text->len % 3 == 0 ? "ж" : text->len % 7 == 0 ? " " : "😀a");
  map = tl_text_map_new (text->str);
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize byte = p - text->str;

      g_assert_cmpuint (tl_text_map_get_byte (map, tl_text_map_get_offset (map, byte)), ==, byte);
    }
  g_assert_cmpuint (tl_text_map_get_byte (map, 1000000), ==, text->len);
}

static void
test_offsets (void)
{
  static const struct
  {
    const char *text;
    gsize       byte;
    guint       offset;
  } cases[] = {
    { "", 0, 0 },
    { "", 7, 0 },
    { "abc", 0, 0 },
    { "abc", 2, 2 },
    { "abc", 3, 3 },
    { "abc", 100, 3 },
    { "€5", 3, 1 },
    { "a€b€c", 4, 2 },
    { "a€b€c", 9, 5 },
    { "😀x", 4, 1 },
    { "one\ntwo", 4, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TlTextMap) map = tl_text_map_new (cases[i].text);

      g_assert_cmpuint (tl_text_map_get_offset (map, cases[i].byte), ==, cases[i].offset);
      g_assert_false (tl_text_map_is_cut (map));
    }
}

/* Every byte at which a character begins, in a text of many blocks. */
static void
test_offsets_of_long_text (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(TlTextMap) map = NULL;
  guint n_characters = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, i % 7 == 0 ? "ж€\n" : "trade ");
  map = tl_text_map_new (text->str);
  for (const char *c = text->str; *c != '\0'; c = g_utf8_next_char (c), n_characters++)
    g_assert_cmpuint (tl_text_map_get_offset (map, c - text->str), ==, n_characters);
}

static gsize
get_longest_line (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  gsize longest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, strlen (lines[i]));
  return longest;
}

/* A text view cannot lay out a line of a megabyte; what is shown has none, and what stands
 * behind the breaks is still found. */
static void
test_long_lines (void)
{
  static const char *const words[] = { "word ", "word" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(TlTextMap) map = NULL;
      const char *shown;
      gsize length;
      guint offset;

      while (text->len < 100000)
        g_string_append (text, words[i]);
      g_string_append (text, "€ here");
      map = tl_text_map_new (text->str);

      shown = tl_text_map_get_text (map, &length);
      g_assert_true (g_utf8_validate (shown, (gssize) length, NULL));
      g_assert_cmpuint (get_longest_line (shown), <=, 2500);
      offset = tl_text_map_get_offset (map, text->len - strlen ("here"));
      g_assert_cmpstr (g_utf8_offset_to_pointer (shown, offset), ==, "here");
    }
}

static void
test_cut (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(TlTextMap) map = NULL;
  gsize length;

  while (text->len < 3000000)
    g_string_append (text, "Another line of a book.\n");
  map = tl_text_map_new (text->str);
  g_assert_true (tl_text_map_is_cut (map));
  tl_text_map_get_text (map, &length);
  g_assert_cmpuint (length, <, text->len);
  g_assert_cmpuint (tl_text_map_get_offset (map, text->len), ==, length);
}

/* ---- words ---- */

static void
test_mark_quote (void)
{
  static const struct
  {
    const char *sentence;
    const char *quote;
    guint32     start;
    const char *markup;
  } cases[] = {
    { "It was $5 then.", "$5", 7, "It was <b>$5</b> then." },
    { "$5, then $5 again", "$5", 9, "$5, then <b>$5</b> again" },
    { "R&D <traded> $5", "$5", 13, "R&amp;D &lt;traded&gt; <b>$5</b>" },
    { "It was $5 then.", "$5", 900, "It was <b>$5</b> then." },
    { "It was $5 then.", "€6", 7, "It was $5 then." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlFigureData data;
      g_autoptr(TlFigure) figure = NULL;
      g_autofree char *markup = NULL;

      tl_figure_data_init (&data);
      data.sentence = (TlSpan) { 100, 100 + (guint32) strlen (cases[i].sentence) };
      data.quote.start = 100 + cases[i].start;
      data.quote.end = data.quote.start + (guint32) strlen (cases[i].quote);
      figure = tl_figure_new (&data, cases[i].quote, cases[i].sentence, NULL);
      markup = tl_words_mark_quote (figure);
      g_assert_cmpstr (markup, ==, cases[i].markup);
      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
    }
}

/* Texts come from anywhere; only what is on the web is opened. */
static void
test_web_address (void)
{
  static const struct
  {
    const char *address;
    gboolean    is_web;
  } cases[] = {
    { "https://example.org/news/1", TRUE },
    { "http://example.org", TRUE },
    { "HTTPS://EXAMPLE.ORG/", TRUE },
    { "https:///etc/passwd", FALSE },
    { "file:///etc/passwd", FALSE },
    { "javascript:alert(1)", FALSE },
    { "mailto:someone@example.org", FALSE },
    { "example.org/news", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tl_original_is_web_address (cases[i].address), ==, cases[i].is_web);
}

/* Where an address leads is what a person goes by before it is opened. */
static void
test_host (void)
{
  static const struct
  {
    const char *address;
    const char *host;
  } cases[] = {
    { "https://example.org/news/1", "example.org" },
    { "https://example.org@news.test:8080/x?https://example.org", "news.test" },
    { "https://новости.рф/торговля", "новости.рф" },
    { "https://xn--b1amarcd.xn--p1ai/", "новини.рф" },
    { "https://ex\u0430mple.org/", "xn--exmple-4nf.org" },
    { "https://example.org\u2215news.test/", NULL },
    { "https://[2001:db8::1]/", "2001:db8::1" },
    { "somewhere", "somewhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *host = tl_original_dup_host (cases[i].address);

      if (cases[i].host != NULL)
        g_assert_cmpstr (host, ==, cases[i].host);
      else
        g_assert_cmpstr (host, !=, "example.org\u2215news.test");
    }
}

/* ---- what was read ---- */

static TlArticle *
read_article (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document =
    tl_document_new_from_data ("article.txt", (const guint8 *) text, strlen (text), &error);

  g_assert_no_error (error);
  return tl_article_read (document, TL_DATE_NONE);
}

static TlReadingItem *
find_item (GListModel    *items,
           TlMentionKind  kind,
           const char    *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(TlReadingItem) item = g_list_model_get_item (items, i);

      if (tl_reading_item_get_kind (item) == kind && !tl_reading_item_is_heading (item) &&
          g_str_equal (tl_reading_item_get_name (item), name))
        return g_steal_pointer (&item);
    }
  return NULL;
}

/* What is said twice is listed once, with both places. */
static void
test_items_are_gathered (void)
{
  const char *text = "SANTIAGO, 14 March 2017. Trade between Chile and Peru was $5 million in "
                     "2016. The $5 million were reported by Chile in 2016.\n";
  g_autoptr(TlArticle) article = read_article (text);
  g_autoptr(GListModel) items = tl_reading_items_new (article);
  g_autoptr(TlReadingItem) amount = find_item (items, TL_MENTION_AMOUNT, "$5 million");
  g_autoptr(TlReadingItem) date = find_item (items, TL_MENTION_DATE, "2016");
  TlSpan first;
  TlSpan second;

  g_assert_nonnull (amount);
  g_assert_nonnull (date);
  g_assert_cmpuint (tl_reading_item_get_n_mentions (amount), ==, 2);
  g_assert_cmpuint (tl_reading_item_get_n_mentions (date), ==, 2);

  first = tl_reading_item_next_mention (amount);
  second = tl_reading_item_next_mention (amount);
  g_assert_cmpuint (first.start, <, second.start);
  g_assert_cmpint (strncmp (text + second.start, "$5 million", 10), ==, 0);
  g_assert_cmpuint (tl_reading_item_next_mention (amount).start, ==, first.start);
}

/* Each kind has a heading before it that says how many there are. */
static void
test_items_have_headings (void)
{
  g_autoptr(TlArticle) article = read_article (
    "LIMA, 14 March 2017. Chile paid $5 million, $6 million and $7 million.\n");
  g_autoptr(GListModel) items = tl_reading_items_new (article);
  g_autofree char *label = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(TlReadingItem) item = g_list_model_get_item (items, i);

      if (tl_reading_item_get_kind (item) == TL_MENTION_AMOUNT)
        {
          g_assert_true (tl_reading_item_is_heading (item));
          g_object_get (item, "count-label", &label, NULL);
          break;
        }
    }
  g_assert_cmpstr (label, ==, "3");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ui/text-map/offsets", test_offsets);
  g_test_add_func ("/ui/text-map/bytes", test_bytes);
  g_test_add_func ("/ui/text-map/marks", test_marks);
  g_test_add_func ("/ui/text-map/offsets-of-long-text", test_offsets_of_long_text);
  g_test_add_func ("/ui/text-map/long-lines", test_long_lines);
  g_test_add_func ("/ui/text-map/cut", test_cut);
  g_test_add_func ("/ui/words/mark-quote", test_mark_quote);
  g_test_add_func ("/ui/original/web-address", test_web_address);
  g_test_add_func ("/ui/original/host", test_host);
  g_test_add_func ("/ui/reading-items/gathered", test_items_are_gathered);
  g_test_add_func ("/ui/reading-items/headings", test_items_have_headings);

  return g_test_run ();
}
