/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is offered to a person who selects words that the finder read no figure in.
 */

#include "tl-figure-proposal.h"

#include "figure-fixture.h"
#include "tl-gazetteer.h"
#include "tl-recognizer.h"

#include <string.h>

#define PUBLISHED "2018-03-15"

/* The text without the brackets around what is selected. */
static char *
cut_selection (const char *marked,
               TlSpan     *selection)
{
  const char *start = strchr (marked, '['), *end = strchr (marked, ']');

  g_assert_nonnull (start);
  g_assert_nonnull (end);
  selection->start = (guint32) (start - marked);
  selection->end = (guint32) (end - marked - 1);
  return g_strdup_printf ("%.*s%.*s%s", (int) (start - marked), marked, (int) (end - start - 1), start + 1, end + 1);
}

static TlFigure *
propose (const char *marked,
         GPtrArray  *figures,
         GPtrArray  *dismissed)
{
  TlSpan selection;
  g_autofree char *string = cut_selection (marked, &selection);
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(GArray) amounts = tl_amounts_find (text);
  g_autoptr(GArray) periods = tl_periods_find (text, tl_date_from_string (PUBLISHED));
  g_autoptr(GArray) places = tl_gazetteer_find (tl_gazetteer_get_default (), text);
  g_autoptr(GPtrArray) entities = tl_recognizer_find (text);
  TlReading reading = {
    .text = text,
    .published = tl_date_from_string (PUBLISHED),
    .amounts = amounts,
    .periods = periods,
    .places = places,
    .entities = entities,
  };

  return tl_figure_propose (&reading, figures, dismissed, selection);
}

static char *
describe (TlFigure *figure)
{
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, figure);
  return figure_fixture_describe (one);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *quote;
  const char *expected;
} Case;

/* Texts of which the finder takes none of the selected figures, or of which nothing was taken. */
static const Case cases[] = {
  { "amount", "Chile's exports to Peru reached [$3 billion] in 2016.", "$3 billion",
    "exports CL,PE 2016-01..2016-12 3000000000 USD\n" },
  { "imports are mirrored", "Chile's imports from Peru reached [$3 billion] in 2016.", "$3 billion",
    "exports PE,CL 2016-01..2016-12 3000000000 USD\n" },
  { "the whole sentence", "[Trade between Ghana and Togo fell 12% to about €400 million last year.]",
    "about €400 million", "turnover GH,TG 2017-01..2017-12 400000000 EUR about -12%\n" },
  { "the period alone", "Trade between Ghana and Togo was $5 million in 2014 and $7 million in [2015].",
    "$7 million", "turnover GH,TG 2015-01..2015-12 7000000 USD\n" },
  { "the selected period holds",
    "Trade between Ghana and Togo was [$5 million, by the count of 2013], said a paper of 2016.",
    "$5 million", "turnover GH,TG 2013-01..2013-12 5000000 USD\n" },
  { "a change", "Trade between Ghana and Togo in 2015 was [up 30%].", "30%",
    "turnover GH,TG 2015-01..2015-12 +30%\n" },
  { "no flow is named", "Chile and Peru: [$3 billion] in 2016, if you ask the ministers.", "$3 billion",
    "turnover CL,PE 2016-01..2016-12 3000000000 USD\n" },
  { "a number without a currency", "Ghana's exports to Togo were [419.1 million] in 2016.", "419.1 million",
    "exports GH,TG 2016-01..2016-12 419100000\n" },
  { "a forecast", "Exports of Chile to Peru are expected to reach [$4 billion] in 2020.", "$4 billion",
    "exports CL,PE 2020-01..2020-12 4000000000 USD forecast\n" },
  { "spaces are no words", "Chile's exports to Peru reached[ $3 billion ]in 2016.", "$3 billion",
    "exports CL,PE 2016-01..2016-12 3000000000 USD\n" },
  { "no amount at all", "Trade of [Chile with Peru] grew in 2016, and nobody counted it in money or goods.",
    NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TlFigure) figure = propose (test->text, none, none);
  g_autofree char *found = NULL;

  g_assert_nonnull (figure);
  if (test->expected == NULL)
    return;
  found = describe (figure);
  g_assert_cmpstr (found, ==, test->expected);
  g_assert_cmpstr (tl_figure_get_quote (figure), ==, test->quote);
  g_assert_nonnull (strstr (tl_figure_get_sentence (figure), test->quote));
  g_assert_cmpint (tl_figure_get_review (figure), ==, TL_REVIEW_OPEN);
}

/* What a person made of the sentence before is what this one goes on about. */
static void
test_goes_on (void)
{
  const char *marked = "Exports of Ghana to Togo were $5 million in 2014. In 2015 it was [$7 million].";
  g_autoptr(GPtrArray) figures =
    figure_fixture_read ("Exports of Ghana to Togo were $5 million in 2014.", PUBLISHED, NULL);
  g_autoptr(GPtrArray) edited = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TlFigure) figure = NULL;
  g_autofree char *found = NULL;
  TlFigureData data;

  g_assert_cmpuint (figures->len, ==, 1);
  data = *tl_figure_get_data (g_ptr_array_index (figures, 0));
  g_strlcpy (data.partners[1], "BJ", TL_PARTNER_SIZE);
  g_ptr_array_add (edited, tl_figure_new (&data, "$5 million", "", NULL));
  figure = propose (marked, edited, none);
  found = describe (figure);
  g_assert_cmpstr (found, ==, "exports GH,BJ 2015-01..2015-12 7000000 USD\n");
}

/* Of two amounts the one that is no figure yet; what was dismissed comes back as it was. */
static void
test_known (void)
{
  const char *text = "Trade between Ghana and Togo was $5 million in 2014 and $7 million in 2015.";
  g_autofree char *all = g_strdup_printf ("[%s]", text);
  g_autoptr(GPtrArray) figures = figure_fixture_read (text, PUBLISHED, NULL);
  g_autoptr(GPtrArray) first = g_ptr_array_new (), second = g_ptr_array_new ();
  g_autoptr(TlFigure) other = NULL, dismissed = NULL;

  g_assert_cmpuint (figures->len, ==, 2);
  g_ptr_array_add (first, g_ptr_array_index (figures, 0));
  g_ptr_array_add (second, g_ptr_array_index (figures, 1));
  other = propose (all, first, NULL);
  g_assert_cmpstr (tl_figure_get_quote (other), ==, "$7 million");
  dismissed = propose (all, first, second);
  g_assert_cmpstr (tl_figure_get_quote (dismissed), ==, "$7 million");
  g_assert_cmpint (tl_figure_get_data (dismissed)->start.year, ==, 2015);
}

static void
test_nothing_selected (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  g_assert_null (propose ("Exports were[ ]$5 million.", none, NULL));
  g_assert_null (propose ("[]", none, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/figure-proposal/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/figure-proposal/goes on", test_goes_on);
  g_test_add_func ("/figure-proposal/known", test_known);
  g_test_add_func ("/figure-proposal/nothing selected", test_nothing_selected);
  return g_test_run ();
}
