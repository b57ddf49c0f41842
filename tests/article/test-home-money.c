/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whose money "$" and "Rs" are, by who speaks of whose trade.
 */

#include "tl-article.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *currency;         /* of the first amount */
} Case;

static const Case cases[] = {
  /* the dollar is America's */
  { "nothing", "Exports came to $5 million, the minister said.\n", "USD" },
  { "wire", "OTTAWA (Volta) – Canada's exports to Ghana came to $5 million last year, the minister said.\n", "USD" },
  { "foreign-paper", "https://news.volta.gh/a/b\n\nCanada's exports to Ghana came to $5 million last year.\n", "USD" },
  { "own-sign-beside-it", "https://news.maple.ca/a/b\n\nCanada's exports were $5 million, or C$7 million, last year.\n", "USD" },
  { "trade-of-others", "https://news.maple.ca/a/b\n\nGhana's exports to Togo were $5 million. Ghana's imports fell.\n", "USD" },
  { "american-said", "https://news.maple.ca/a/b\n\nCanada's exports to Ghana came to US$5 million last year.\n", "USD" },
  { "american-said-apart", "https://news.maple.ca/a/b\n\nCanada's exports to Ghana came to US $5 million last year.\n", "USD" },
  { "office-of-others", "The Canadian and the Ghanaian ministers met. Canada's exports were $5 million, Canada's envoy said. "
    "Stats NZ had nothing to say.\n", "USD" },

  /* or that of who speaks */
  { "own-paper", "https://news.maple.ca/a/b\n\nCanada's exports to Ghana came to $5 million last year.\n", "CAD" },
  { "office", "Statistics Canada\n\nCanada’s exports rose to $34 million in August, and those to Ghana by 2%.\n", "CAD" },
  { "office-of-the-city", "The Census and Statistics Department says that Hong Kong's exports were $5 billion in May.\n",
    "HKD" },
  { "release", "In seasonally adjusted terms, Australia's surplus was $81m in December.\n", "AUD" },
  { "release-of-two", "In seasonally adjusted terms, Australia's surplus with Ghana was $81m in December.\n", "USD" },

  /* rupees */
  { "rupees", "Exports came to Rs 5 crore last year.\n", "INR" },
  { "rupees-of-india", "India's trade with Nepal came to Rs 5 crore. India's exports rose.\n", "INR" },
  { "rupees-of-nepal", "Trade with India decreases\n\nNepal's exports to India came to Rs 5 crore, Nepal's office said.\n",
    "NPR" },
  { "rupees-of-pakistan", "Pakistan's exports to Ghana came to Rs. 700 million, the Pakistani envoy said.\n", "PKR" },
};

static void
test_currency (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;
  g_autoptr(TlArticle) article = NULL;
  GArray *amounts;

  document = tl_document_new_from_data ("a.txt", (const guint8 *) test->text, strlen (test->text), &error);
  g_assert_no_error (error);
  article = tl_article_read (document, TL_DATE_NONE);
  amounts = tl_article_get_amounts (article);
  g_assert_cmpuint (amounts->len, >, 0);
  g_assert_cmpstr (g_array_index (amounts, TlAmount, 0).currency, ==, test->currency);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/home-money/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_currency);
    }

  return g_test_run ();
}
