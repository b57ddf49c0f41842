/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of a text, and what skips several bytes at once, held against what goes one by one. */

#include "tl-ascii.h"
#include "tl-line.h"

#define N_BYTES 40

static gboolean
is_plain (guchar byte)
{
  return (byte >= 0x20 && byte < 0x7f) || byte == '\n' || byte == '\t';
}

/* Each byte at each place, alone and before another that stops. */
static void
test_ascii (void)
{
  for (guint byte = 0; byte < 256; byte++)
    for (guint place = 0; place < N_BYTES; place++)
      {
        char bytes[N_BYTES];
        const char *end = bytes + sizeof bytes;

        memset (bytes, place % 3 == 0 ? '\n' : 'a', sizeof bytes);
        bytes[place] = (char) byte;
        g_assert_true (tl_ascii_skip (bytes, end) == (byte < 0x80 ? end : bytes + place));
        g_assert_true (tl_ascii_skip_plain (bytes, end) == (is_plain ((guchar) byte) ? end : bytes + place));
        bytes[N_BYTES - 1] = '\200';
        g_assert_true (tl_ascii_skip (bytes + place, end) == bytes + (byte < 0x80 ? N_BYTES - 1 : place) ||
                       place == N_BYTES - 1);
      }
}

static void
test_find (void)
{
  const char text[] = "a > b > c >";
  const char *end = text + strlen (text);

  g_assert_true (tl_ascii_find (text, end, "> ") == text + 2);
  g_assert_true (tl_ascii_find (text + 3, end, "> ") == text + 6);
  g_assert_null (tl_ascii_find (text + 7, end, "> "));
  g_assert_true (tl_ascii_find (text, end, text) == text);
  g_assert_null (tl_ascii_find (text + 1, end, text));
  g_assert_null (tl_ascii_find (text, text, "a"));
}

static const char *const texts[] = {
  "", "\n", "one", "one\n", "\n\none\n", "one\n\n \ntwo three\n", "  indented\n\ttab\n\n\nlast  ",
  "a\nb\n\nc\nd\n\n\ne", "\u00a0\nnach blanks \u00e9t\u00e9\n\u3000\n\u4e2d\u6587\u4e2d\u6587",
};

static void
assert_equal (const TlLine *line,
              const TlLine *other)
{
  g_assert_true (line->text == other->text);
  g_assert_cmpuint (line->length, ==, other->length);
  g_assert_cmpuint (line->indent, ==, other->indent);
  g_assert_cmpuint (line->n_chars, ==, other->n_chars);
  g_assert_cmpuint (line->n_words, ==, other->n_words);
}

/* Asked for one by one, or from the end, they are the same. */
static void
test_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint n = 1; n < 8; n++)
      {
        g_autoptr(GArray) all = tl_lines_read (texts[i], strlen (texts[i]), G_MAXUINT);
        g_autoptr(GArray) last = tl_lines_read_last (texts[i], strlen (texts[i]), n);
        g_auto(TlLineReader) reader;

        tl_line_reader_init (&reader, texts[i], strlen (texts[i]), n);
        g_assert_null (tl_line_reader_get (&reader, MIN (n, all->len)));
        g_assert_cmpuint (last->len, ==, MIN (n, all->len));
        for (guint k = 0; k < MIN (n, all->len); k++)
          {
            const TlLine *line = &g_array_index (all, TlLine, k);

            assert_equal (tl_line_reader_get (&reader, k), line);
            g_assert_cmpuint (tl_line_reader_get (&reader, k)->block, ==, line->block);
            assert_equal (&g_array_index (last, TlLine, k),
                          &g_array_index (all, TlLine, all->len - last->len + k));
          }
      }
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *text;
    const char *address;
  } cases[] = {
    { "https://example.org/a", "https://example.org/a" },
    { "See HTTP://example.org/a/b.", "HTTP://example.org/a/b" },
    { "http://example.org/ and (https://example.net/news)", "https://example.net/news" },
    { "hhttps://example.org/a", "https://example.org/a" },
    { "ttp://example.org/a", NULL },
    { "at 10:30: https://", NULL },
    { "http://", NULL },
    { "://a/b", NULL },
    { "http://https://example.org/a", "http://https://example.org/a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlLine line = { .text = cases[i].text, .length = strlen (cases[i].text) };
      const char *start = NULL, *end = NULL;
      gboolean is_found = tl_line_find_address (&line, &start, &end);
      g_autofree char *found = is_found ? g_strndup (start, (gsize) (end - start)) : NULL;

      g_assert_cmpstr (found, ==, cases[i].address);
    }
}

/* Who reads but the beginning of a text may cut it anywhere, also in a space of several bytes. */
static void
test_cut (void)
{
  const char text[] = "Trade rises\n\u00a0\u3000\n\u3000 Минск \u3000\n\u2003\u2003";

  for (gsize length = 0; length < sizeof text; length++)
    {
      g_autoptr(GArray) lines = tl_lines_read (text, length, G_MAXUINT);

      for (guint i = 0; i < lines->len; i++)
        {
          const TlLine *line = &g_array_index (lines, TlLine, i);

          g_assert_true (line->text >= text && line->text < text + length);
          g_assert_cmpuint (line->length, <=, (gsize) (text + length - line->text));
          g_assert_true (g_utf8_validate_len (line->text, line->length, NULL));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ascii/skip", test_ascii);
  g_test_add_func ("/ascii/find", test_find);
  g_test_add_func ("/line/cut", test_cut);
  g_test_add_func ("/line/orders", test_orders);
  g_test_add_func ("/line/addresses", test_addresses);
  return g_test_run ();
}
