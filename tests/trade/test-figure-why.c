/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a figure was read so: from which words each part of it, and in which way. */

#include "figure-fixture.h"

#include <string.h>

#define PUBLISHED "2017-03-16"

typedef struct
{
  const char *name;
  const char *text;
  guint       figure;           /* which of its figures */
  TlField     field;
  const char *expected;         /* see describe() */
} Case;

/* "relative “last year” from 2017-03-16, …" */
static char *
describe (const char  *text,
          const TlWhy *why,
          TlField      field)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < why->n_reasons; i++)
    {
      const TlReason *reason = &why->reasons[i];
      g_autofree char *from = tl_date_to_string (reason->from);

      if (reason->field != field)
        continue;
      g_string_append_printf (string, "%s%s", string->len > 0 ? ", " : "", tl_how_to_string (reason->how));
      if (!tl_span_is_empty (reason->span))
        g_string_append_printf (string, " “%.*s”", (int) (reason->span.end - reason->span.start),
                                text + reason->span.start);
      if (from != NULL)
        g_string_append_printf (string, " from %s", from);
    }
  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GPtrArray) figures = figure_fixture_read (test->text, PUBLISHED, NULL);
  g_autofree char *found = NULL;

  g_assert_cmpuint (figures->len, >, test->figure);
  found = describe (test->text, &tl_figure_get_data (g_ptr_array_index (figures, test->figure))->why, test->field);
  g_assert_cmpstr (found, ==, test->expected);
}

static const Case cases[] = {
  /* The amount. */
  { "amount", "Trade between Norway and Chile came to almost $812.5 million in 2016.",
    0, TL_FIELD_AMOUNT, "stated “almost $812.5 million”" },
  { "amount/none", "Trade between Norway and Chile grew by 12% in 2016.", 0, TL_FIELD_AMOUNT, "" },
  { "amount/again",
    "Trade between Kenya and Uganda was $700 million in 2014. This number can be reached in 2018, Ann Odhiambo said.",
    1, TL_FIELD_AMOUNT, "reference “This number”, carried “$700 million”" },

  /* The change. */
  { "change", "Peru's imports from Bolivia fell by 7% to $90 million in 2015.",
    0, TL_FIELD_CHANGE, "stated “7%”, stated “fell”" },
  { "change/none", "Trade between Norway and Chile came to $812.5 million in 2016.", 0, TL_FIELD_CHANGE, "" },
  { "change/sign", "Trade between Norway and Chile came to $812.5 million (+4.5%) in 2016.",
    0, TL_FIELD_CHANGE, "stated “+4.5%”" },
  { "change/word", "Trade between Norway and Chile doubled in 2016.", 0, TL_FIELD_CHANGE, "stated “doubled”" },
  { "change/against", "In 2016 trade between Norway and Chile grew by 40% over 2012.",
    0, TL_FIELD_CHANGE, "stated “40%”, stated “grew”, stated “2012”" },
  { "change/step", "Trade turnover between Serbia and Albania rose by 5 million euros to 80 million euros in 2015.",
    0, TL_FIELD_CHANGE, "stated “rose by 5 million euros”" },
  { "change/from-to", "Kenya's exports to Uganda rose from $500 million in 2014 to $600 million in 2015.",
    1, TL_FIELD_CHANGE, "compared “$500 million”, compared “$600 million”" },
  { "change/extent", "Estonia increased deliveries of timber to Finland by a considerable margin in 2016.",
    0, TL_FIELD_CHANGE, "stated “by a considerable margin”, stated “increased”" },
  { "change/since", "Trade between Kenya and Uganda was $1 billion in 2014 and has since shrunk by half.",
    1, TL_FIELD_CHANGE, "stated “2014”, stated “by half”, stated “shrunk”" },

  /* The period. */
  { "period", "Trade between Norway and Chile came to $812.5 million in January-September 2016.",
    0, TL_FIELD_PERIOD, "stated “January-September 2016”" },
  { "period/none", "Trade between Norway and Chile exceeds $812.5 million.", 0, TL_FIELD_PERIOD, "" },
  { "period/relative", "Trade between Norway and Chile came to $812.5 million last year.",
    0, TL_FIELD_PERIOD, "relative “last year” from 2017-03-16" },
  { "period/month", "Trade between Norway and Chile came to $812.5 million in January.",
    0, TL_FIELD_PERIOD, "relative “January” from 2017-03-16" },
  { "period/carried", "Trade between Norway and Chile came to $812.5 million in 2015. Chile's exports were $300 million.",
    1, TL_FIELD_PERIOD, "carried “2015”" },
  { "period/carried-relative",
    "Trade between Norway and Chile came to $812.5 million last year. Chile's exports were $300 million.",
    1, TL_FIELD_PERIOD, "carried “last year” from 2017-03-16" },
  { "period/same-sentence",
    "In 2015 Chile's exports to Norway were $300 million, while imports from Norway were $200 million.",
    1, TL_FIELD_PERIOD, "stated “2015”" },
  { "period/counterpart", "Trade between Kenya and Uganda reached $900 million in 2016, against $800 million a year earlier.",
    1, TL_FIELD_PERIOD, "counterpart “a year earlier”, counterpart “2016”" },
  { "period/counterpart-elsewhere",
    "Trade between Kenya and Uganda reached $900 million last year. It had been $800 million a year earlier.",
    1, TL_FIELD_PERIOD, "counterpart “a year earlier” from 2017-03-16, carried “last year” from 2017-03-16" },
  { "period/year-from-another", "In 2015 trade between Kenya and Uganda was poor, but in September it reached $90 million.",
    0, TL_FIELD_PERIOD, "counterpart “September”, counterpart “2015”" },
  { "period/fiscal", "India's exports to Nepal were $5 billion in fiscal 2015-16.",
    0, TL_FIELD_PERIOD, "fiscal “fiscal 2015-16”" },
  { "period/fiscal-relative", "India's exports to Nepal were $5 billion in the last fiscal year.",
    0, TL_FIELD_PERIOD, "fiscal “last fiscal year” from 2017-03-16" },
  { "period/behind-counterpart",
    "Trade between Kenya and Uganda reached $900 million in 2016, against $800 million a year earlier. "
    "Kenya's exports were $500 million.",
    2, TL_FIELD_PERIOD, "carried “2016”" },
  { "period/column", "Trade of Kenya with Uganda, million dollars\n\n2014 2015\n\nExports $5 million $6 million\n",
    1, TL_FIELD_PERIOD, "column “2015”" },
  { "period/starting-point", "Since 2011 imports of Georgia from Latvia grew from $61 million to $63 million.",
    0, TL_FIELD_PERIOD, "stated “Since 2011”" },
  { "period/end-point", "Since 2011 imports of Georgia from Latvia grew from $61 million to $63 million.",
    1, TL_FIELD_PERIOD, "" },

  /* The partners. */
  { "partners/first", "Trade between Norway and Chile came to $812.5 million in 2016.",
    0, TL_FIELD_FIRST_PARTNER, "stated “Chile”" },
  { "partners/second", "Trade between Norway and Chile came to $812.5 million in 2016.",
    0, TL_FIELD_SECOND_PARTNER, "stated “Norway”" },
  { "partners/adjective", "Kenyan-Ethiopian trade amounted to $90 million in 2015.",
    0, TL_FIELD_SECOND_PARTNER, "stated “Kenyan”" },
  { "partners/mirrored-first", "Peru's imports from Bolivia fell by 7% to $90 million in 2015.",
    0, TL_FIELD_FIRST_PARTNER, "stated “Bolivia”" },
  { "partners/mirrored-second", "Peru's imports from Bolivia fell by 7% to $90 million in 2015.",
    0, TL_FIELD_SECOND_PARTNER, "stated “Peru”" },
  { "partners/two-countries", "Laos and Nepal want closer ties. In 2015 the two countries traded goods for USD 12.4 mln.",
    0, TL_FIELD_FIRST_PARTNER, "reference “the two countries”, topic “Laos”" },
  { "partners/carried",
    "Trade between Kenya and Uganda was $700 million in 2014. Exports to Uganda made up $400 million.",
    1, TL_FIELD_FIRST_PARTNER, "carried “Kenya”" },
  { "partners/reverse",
    "Kenya exported tea worth $40 million to Uganda in 2016, and $30 million went in the opposite direction.",
    1, TL_FIELD_FIRST_PARTNER, "stated “Uganda”" },
  { "partners/world", "Kenya's total exports were $6 billion in 2016.",
    0, TL_FIELD_SECOND_PARTNER, "stated “total exports”" },
  { "partners/world-by-default", "Kenya's exports were $6 billion in 2016.", 0, TL_FIELD_SECOND_PARTNER, "default" },
  { "partners/region",
    "Belarus and Latvia are neighbours. Brest Oblast sells a lot. In 2015 the oblast's exports to Latvia came to $40 million.",
    0, TL_FIELD_FIRST_PARTNER, "reference “the oblast's”, carried “Brest Oblast”" },

  /* The flow. */
  { "flow", "Trade between Norway and Chile came to $812.5 million in 2016.", 0, TL_FIELD_FLOW, "stated “Trade”" },
  { "flow/imports", "Peru's imports from Bolivia fell by 7% to $90 million in 2015.",
    0, TL_FIELD_FLOW, "mirrored “imports”" },
  { "flow/deficit", "Kenya's trade deficit with Uganda was $20 million in 2016.",
    0, TL_FIELD_FLOW, "mirrored “trade deficit”" },
  { "flow/first-of-two", "In 2015 exports and imports of Latvia with Georgia stood at $5 million and $6 million.",
    0, TL_FIELD_FLOW, "stated “exports”" },
  { "flow/second-of-two", "In 2015 exports and imports of Latvia with Georgia stood at $5 million and $6 million.",
    1, TL_FIELD_FLOW, "mirrored “imports”" },
  { "flow/both-ways", "In 2015 Georgia's imports from and exports to Latvia came to $9 million.",
    0, TL_FIELD_FLOW, "stated “exports”, stated “imports”" },
  { "flow/carried",
    "Kenya's exports to Uganda were $500 million in 2014. In 2015 they came to $600 million.",
    1, TL_FIELD_FLOW, "carried “exports”" },
  { "flow/topic", "Trade between Norway and Chile is brisk. Last year it came to $812.5 million.",
    0, TL_FIELD_FLOW, "carried “Trade”" },

  /* The status. */
  { "status", "Trade between Kenya and Uganda will reach $900 million by 2020.", 0, TL_FIELD_STATUS, "stated “will”" },
  { "status/default", "Trade between Norway and Chile came to $812.5 million in 2016.", 0, TL_FIELD_STATUS, "default" },
  { "status/future", "Trade between Kenya and Uganda in 2018: $900 million.",
    0, TL_FIELD_STATUS, "future “2018” from 2017-03-16" },

  /* The speaker. */
  { "speaker", "Trade between Kenya and Uganda was $700 million in 2014, Minister Ann Odhiambo said.",
    0, TL_FIELD_SPEAKER, "stated “Ann Odhiambo”" },
  { "speaker/none", "Trade between Kenya and Uganda was $700 million in 2014.", 0, TL_FIELD_SPEAKER, "" },
  { "speaker/he",
    "Minister Paul Odhiambo spoke in Nairobi. He said trade between Kenya and Uganda was $700 million in 2014.",
    0, TL_FIELD_SPEAKER, "reference “He”, carried “Paul Odhiambo”" },
  { "speaker/quotation",
    "\"Trade between Kenya and Uganda was $700 million in 2014. We are glad,\" Minister Ann Odhiambo said.",
    0, TL_FIELD_SPEAKER, "carried “Ann Odhiambo”" },
};

/* A country that no word names: that of the outlet. */
static void
test_home (void)
{
  const char *text = "Exports to Chile came to $812.5 million last year.";
  g_autoptr(GPtrArray) figures = figure_fixture_read (text, PUBLISHED, "NO");
  g_autofree char *first = NULL, *second = NULL;
  const TlFigureData *data;

  g_assert_cmpuint (figures->len, ==, 1);
  data = tl_figure_get_data (g_ptr_array_index (figures, 0));
  g_assert_cmpstr (data->partners[0], ==, "NO");
  first = describe (text, &data->why, TL_FIELD_FIRST_PARTNER);
  second = describe (text, &data->why, TL_FIELD_SECOND_PARTNER);
  g_assert_cmpstr (first, ==, "home");
  g_assert_cmpstr (second, ==, "stated “Chile”");
}

static void
add_numbered (TlWhy *why,
              guint  n)
{
  tl_why_add (why, (TlField) (n * 7 % TL_N_FIELDS), TL_HOW_STATED, (TlSpan) { n, n + 1 });
}

/* The fields in their order, the same reason once, and no more than there is room for. */
static void
test_add (void)
{
  TlWhy why = { .n_reasons = 0 };

  for (guint i = 0; i < 5 * TL_WHY_SIZE; i++)
    {
      add_numbered (&why, i);
      add_numbered (&why, i);
      g_assert_cmpuint (why.n_reasons, ==, MIN (i + 1, TL_WHY_SIZE));
    }
  for (guint i = 1; i < why.n_reasons; i++)
    {
      const TlReason *before = &why.reasons[i - 1], *reason = &why.reasons[i];

      g_assert_true (before->field < reason->field ||
                     (before->field == reason->field && before->span.start < reason->span.start));
    }
  tl_why_drop (&why, TL_FIELD_FLOW);
  g_assert_null (tl_why_find (&why, TL_FIELD_FLOW));
  g_assert_nonnull (tl_why_find (&why, TL_FIELD_STATUS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/figure-why/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/figure-why/home", test_home);
  g_test_add_func ("/figure-why/add", test_add);

  return g_test_run ();
}
