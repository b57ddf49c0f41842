/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in an evidence report: everything behind the chart, each thing once, under the
 * number that it has in the chart. */

#include <locale.h>

#include "test-charts.h"
#include "tl-evidence-report.h"

#define N_CHARTS 200

#define READING_VERSION 7

static const TlEvidenceOptions options = { .reading_version = READING_VERSION };

static TlChart *
make_chart_of (const char *const *lines)
{
  g_autoptr(GPtrArray) reports = make_test_reports (lines);
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);

  return tl_chart_new (series, NULL);
}

/* Two flows of one pair, of the same reports: what one draws the other leaves out. */
static TlChart *
make_chart_of_two (void)
{
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  Plan plan = { "BY", "KZ", TL_FLOW_TURNOVER, 2000, 12 };
  g_autoptr(TlSeries) turnover = NULL;
  g_autoptr(TlSeries) exports = NULL;
  TlChartEntry entries[2] = { { NULL, NULL }, { NULL, NULL } };

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *line = NULL;

      plan.flow = i % 2 == 0 ? TL_FLOW_TURNOVER : TL_FLOW_EXPORTS;
      line = make_line (&plan, 1e9);
      g_ptr_array_add (reports, make_test_report (line));
    }
  turnover = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  exports = tl_series_new ("BY", "KZ", TL_FLOW_EXPORTS, reports);
  entries[0].series = turnover;
  entries[1].series = exports;
  return tl_chart_new_for_entries (entries, 2, TL_CHART_APART);
}

/* ---- what holds of every report ---- */

static char *
dup_text (GArray *text)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < text->len; i++)
    g_string_append (all, g_array_index (text, TlEvidenceRun, i).text);
  return g_string_free (all, FALSE);
}

/* The number of the article that a sentence's number begins with is the chart's, which has one
 * for each article behind a point. */
static void
assert_number (TlEvidenceReport *report,
               TlReport         *from,
               const char       *label,
               gboolean          is_drawn)
{
  GPtrArray *sources = tl_chart_scene_get_sources (tl_evidence_report_get_scene (report));
  guint64 number = g_ascii_strtoull (label, NULL, 10);

  g_assert_cmpuint (number, >, 0);
  if (is_drawn)
    g_assert_cmpuint (number, <=, sources->len);
  if (number <= sources->len)
    g_assert_cmpint (tl_report_get_article_id (sources->pdata[number - 1]), ==,
                     tl_report_get_article_id (from));
}

static void
collect_labels (TlEvidenceReport *report,
                GPtrArray        *reports,
                gboolean          are_drawn,
                GHashTable       *labels)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const char *label = tl_evidence_report_get_label (report, reports->pdata[i]);

      g_assert_nonnull (label);
      assert_number (report, reports->pdata[i], label, are_drawn);
      g_hash_table_add (labels, g_strdup (label));
    }
}

/* The numbers that ought to be in it. */
static GHashTable *
collect_expected (TlEvidenceReport *report,
                  TlChart          *chart)
{
  GHashTable *labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    {
      TlSeries *series = tl_chart_get_nth_series (chart, i);

      for (guint k = 0; k < tl_series_get_n_points (series); k++)
        collect_labels (report, tl_series_get_point (series, k)->reports, TRUE, labels);
      collect_labels (report, tl_series_get_undated (series), FALSE, labels);
      collect_labels (report, tl_series_get_left_out (series), FALSE, labels);
    }
  return labels;
}

static void
assert_sentences (TlEvidenceReport *report,
                  TlChart          *chart)
{
  g_autoptr(GHashTable) expected = collect_expected (report, chart);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *article = "";

  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      const TlEvidenceBlock *block = tl_evidence_report_get_block (report, i);

      if (block->kind == TL_EVIDENCE_SOURCE)
        article = block->label;
      if (block->kind != TL_EVIDENCE_SENTENCE)
        continue;
      g_assert_true (g_str_has_prefix (block->label, article));
      g_assert_true (g_ascii_islower (block->label[strlen (article)]));
      g_assert_true (g_hash_table_contains (expected, block->label));
      g_assert_true (g_hash_table_add (seen, block->label));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, g_hash_table_size (expected));
}

/* A value's row names those that report it, and no other. */
static void
assert_row (TlEvidenceReport *report,
            const TlPoint    *point,
            GPtrArray        *row)
{
  g_autoptr(GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *numbers = row->pdata[3];
  guint n = 0;

  collect_labels (report, point->reports, TRUE, labels);
  for (guint i = 0; i < numbers->len; i++)
    {
      const TlEvidenceRun *run = &g_array_index (numbers, TlEvidenceRun, i);

      if (run->link == NULL)
        continue;
      n++;
      g_assert_true (g_hash_table_contains (labels, run->text));
      g_assert_true (g_str_has_prefix (run->link, "#e"));
      g_assert_cmpstr (run->link + 2, ==, run->text);
    }
  g_assert_cmpuint (n, ==, g_hash_table_size (labels));
}

static void
assert_tables (TlEvidenceReport *report,
               TlChart          *chart)
{
  guint series = 0;

  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      const TlEvidenceBlock *block = tl_evidence_report_get_block (report, i);
      TlSeries *shown;

      if (block->kind != TL_EVIDENCE_TABLE || series == tl_chart_get_n_series (chart))
        continue;
      while (tl_series_get_n_points (tl_chart_get_nth_series (chart, series)) == 0)
        if (++series == tl_chart_get_n_series (chart))
          return;
      shown = tl_chart_get_nth_series (chart, series++);
      g_assert_cmpuint (block->rows->len, ==, tl_series_get_n_points (shown) + 1);
      for (guint k = 0; k < tl_series_get_n_points (shown); k++)
        assert_row (report, tl_series_get_point (shown, k), block->rows->pdata[k + 1]);
    }
}

static void
test_numbers (void)
{
  for (guint i = 0; i < N_CHARTS; i++)
    {
      g_autoptr(TlChart) chart = i % 4 == 0 ? make_chart_of_two () : make_chart ();
      g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);

      assert_sentences (report, chart);
      assert_tables (report, chart);
    }
}

/* ---- single things ---- */

static const TlEvidenceBlock *
find_sentence (TlEvidenceReport *report,
               const char       *part)
{
  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      const TlEvidenceBlock *block = tl_evidence_report_get_block (report, i);
      g_autofree char *text = block->quote != NULL ? dup_text (block->quote) : NULL;

      if (text != NULL && strstr (text, part) != NULL)
        return block;
    }
  return NULL;
}

/* What is not in the chart has its reason. */
static void
test_left_out (void)
{
  static const struct
  {
    const char *line, *reason;
  } cases[] = {
    { "value=2b article=2", "names no period" },
    { "2015 value=2b currency= article=2", "names no currency" },
    { "2015 value=2b currency=EUR article=2", "EUR" },
    { "2015 exports value=2b article=2", "exports from Belarus to Kazakhstan" },
    { "2015 sector value=2b article=2", "some goods" },
    { "2015 regional value=2b first=BY-BR article=2", "part of a country" },
    { "2005 change=-20 article=2", "no value was calculated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *lines[] = { "2014 1b", "2014 1.1b", cases[i].line, NULL };
      g_autoptr(TlChart) chart = make_chart_of (lines);
      g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
      const TlEvidenceBlock *block = find_sentence (report, cases[i].line);
      g_autofree char *note = NULL;

      g_assert_nonnull (block);
      g_assert_nonnull (block->notes);
      note = dup_text (block->notes->pdata[0]);
      g_test_message ("%s: %s", cases[i].line, note);
      g_assert_nonnull (strstr (note, cases[i].reason));
    }
}

/* What a person does not want to see is left out for that reason. */
static void
test_not_wanted (void)
{
  static const struct
  {
    const char *line, *reason;
  } cases[] = {
    { "2015 2b target confirmed article=2", "Targets are not shown" },
    { "2008 2b confirmed article=2", "years are not shown" },
    { "2015 2b article=2", "Nobody has checked it" },
    { "2015 2b currency=GBP confirmed article=2", "GBP" },
  };
  g_autoptr(TlRates) rates = tl_rates_new ("USD");

  tl_rates_set (rates, "EUR", 1.1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *lines[] = { "2014 1b confirmed", "2014 5m currency=EUR confirmed article=3",
                              cases[i].line, NULL };
      g_autoptr(GPtrArray) reports = make_test_reports (lines);
      g_autoptr(TlSeries) series = NULL;
      g_autoptr(TlChart) chart = NULL;
      g_autoptr(TlEvidenceReport) report = NULL;
      const TlEvidenceBlock *block;
      g_autofree char *note = NULL;
      TlSeriesRules rules;

      tl_series_rules_init (&rules);
      rules.kinds &= ~TL_POINT_BIT (TL_POINT_TARGET);
      rules.first_year = 2010;
      rules.only_confirmed = TRUE;
      rules.rates = rates;
      series = tl_series_new_by_rules ("BY", "KZ", TL_FLOW_TURNOVER, reports, &rules);
      chart = tl_chart_new (series, NULL);
      report = tl_evidence_report_new (chart, &options);
      block = find_sentence (report, cases[i].line);
      g_assert_nonnull (block);
      note = dup_text (block->notes->pdata[0]);
      g_test_message ("%s: %s", cases[i].line, note);
      g_assert_nonnull (strstr (note, cases[i].reason));
    }
}

/* Figures of others in the same articles are counted and no more. */
static void
test_others (void)
{
  static const char *const lines[] = {
    "2014 1b", "2014 5b first=DE second=FR", "2015 6b first=DE second=FR article=2", NULL
  };
  g_autoptr(TlChart) chart = make_chart_of (lines);
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
  gboolean is_counted = FALSE;

  g_assert_null (find_sentence (report, "first=DE"));
  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      g_autofree char *text = dup_text (tl_evidence_report_get_block (report, i)->text);

      is_counted = is_counted || g_str_has_prefix (text, "2 figures in these articles");
    }
  g_assert_true (is_counted);
}

/* Those that carry a story stand below the one that counts, and have no number. */
static void
test_copies (void)
{
  static const char *const lines[] = {
    "2014 1b article=1 story=5 published=2015-02-01 quote=one",
    "2014 1b article=2 story=5 published=2015-02-02 quote=one",
    "2015 900m article=1 story=5 published=2015-02-01 quote=two", NULL
  };
  g_autoptr(TlChart) chart = make_chart_of (lines);
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
  guint n_sources = 0, n_copies = 0;

  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      const TlEvidenceBlock *block = tl_evidence_report_get_block (report, i);
      g_autofree char *copy = NULL;

      if (block->kind != TL_EVIDENCE_SOURCE)
        continue;
      n_sources++;
      if (block->notes == NULL)
        continue;
      copy = dup_text (block->notes->pdata[0]);
      n_copies += block->notes->len;
      g_assert_nonnull (strstr (copy, "2 February 2015"));
      g_assert_true (g_str_has_suffix (copy, " (1a)"));
    }
  g_assert_cmpuint (n_sources, ==, 1);
  g_assert_cmpuint (n_copies, ==, 1);
}

/* The words that carry the figure are marked where they stand, and not where they stand too. */
static void
test_quote (void)
{
  TlFigureData data;
  g_autoptr(TlFigure) figure = NULL;
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TlSeries) series = NULL;
  g_autoptr(TlChart) chart = NULL;
  g_autoptr(TlEvidenceReport) report = NULL;
  const TlEvidenceBlock *block;

  tl_figure_data_init (&data);
  g_strlcpy (data.partners[0], "BY", TL_PARTNER_SIZE);
  g_strlcpy (data.partners[1], "KZ", TL_PARTNER_SIZE);
  g_strlcpy (data.currency, "USD", sizeof data.currency);
  data.value = 1e9;
  data.start = (TlDate) { 2014, 1, 0 };
  data.end = (TlDate) { 2014, 12, 0 };
  data.sentence = (TlSpan) { 100, 130 };
  data.quote = (TlSpan) { 113, 116 };
  figure = tl_figure_new (&data, "1bn", "Not 1bn, but 1bn was it.", "A minister");
  g_ptr_array_add (reports, tl_report_new (figure, 1, "Title", NULL, TL_DATE_NONE, NULL));
  series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, reports);
  chart = tl_chart_new (series, NULL);
  report = tl_evidence_report_new (chart, &options);
  block = find_sentence (report, "was it");
  g_assert_cmpuint (block->quote->len, ==, 3);
  g_assert_cmpstr (g_array_index (block->quote, TlEvidenceRun, 0).text, ==, "Not 1bn, but ");
  g_assert_cmpint (g_array_index (block->quote, TlEvidenceRun, 1).style, ==, TL_EVIDENCE_MARKED);
}

/* What a value is calculated from may be of another flow, which is said. */
static void
test_other_flow (void)
{
  static const char *const lines[] = {
    "2016 exports 4m article=1", "2016 exports 5m first=KZ second=BY article=2", NULL
  };
  g_autoptr(TlChart) chart = make_chart_of (lines);
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const TlEvidenceBlock *block = find_sentence (report, lines[i]);
      g_autofree char *text = NULL;

      g_assert_nonnull (block);
      text = dup_text (block->text);
      g_assert_nonnull (strstr (text, i == 0 ? "exports from Belarus to Kazakhstan"
                                             : "exports from Kazakhstan to Belarus"));
    }
}

/* By whom it was read, and when only if that is told. */
static void
test_making (void)
{
  static const char *const lines[] = { "2014 1b", NULL };
  g_autoptr(TlChart) chart = make_chart_of (lines);
  g_autoptr(GDateTime) made = g_date_time_new_utc (2031, 7, 5, 12, 30, 0);

  for (guint with_time = 0; with_time < 2; with_time++)
    {
      const TlEvidenceOptions told = { READING_VERSION, with_time ? made : NULL, FALSE };
      g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &told);
      gboolean has_version = FALSE, has_time = FALSE;

      for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
        {
          g_autofree char *text = dup_text (tl_evidence_report_get_block (report, i)->text);

          has_version = has_version || strstr (text, "version 7") != NULL;
          has_time = has_time || strstr (text, "5 July 2031") != NULL;
        }
      g_assert_true (has_version);
      g_assert_cmpint (has_time, ==, with_time == 1);
    }
}

/* What a picture says was not read from articles, and that is said. */
static void
test_picture (void)
{
  static const TlEvidenceOptions told = { READING_VERSION, NULL, TRUE };
  static const char *const lines[] = { "2014 1b", NULL };
  g_autoptr(TlChart) chart = make_chart_of (lines);
  g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &told);
  gboolean is_told = FALSE;

  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      g_autofree char *text = dup_text (tl_evidence_report_get_block (report, i)->text);

      is_told = is_told || strstr (text, "taken from a picture") != NULL;
      g_assert_null (strstr (text, "version 7"));
    }
  g_assert_true (is_told);
}

/* What is only declared has no sentences, and what is nothing has no values. */
static void
test_without_reports (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  Plan plan = { "BY", "KZ", TL_FLOW_TURNOVER, 2010, 5 };
  g_autoptr(TlSeries) series = tl_series_new ("BY", "KZ", TL_FLOW_TURNOVER, none);
  g_autoptr(GPtrArray) officials = make_officials (&plan);

  for (guint with_officials = 0; with_officials < 2; with_officials++)
    {
      g_autoptr(TlChart) chart = tl_chart_new (series, with_officials ? officials : NULL);
      g_autoptr(TlEvidenceReport) report = tl_evidence_report_new (chart, &options);
      guint n_tables = 0;

      for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
        {
          TlEvidenceBlockKind kind = tl_evidence_report_get_block (report, i)->kind;

          g_assert_cmpint (kind, !=, TL_EVIDENCE_SENTENCE);
          n_tables += kind == TL_EVIDENCE_TABLE;
        }
      g_assert_cmpint (n_tables > 0, ==, with_officials == 1);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/evidence/numbers", test_numbers);
  g_test_add_func ("/evidence/left-out", test_left_out);
  g_test_add_func ("/evidence/not-wanted", test_not_wanted);
  g_test_add_func ("/evidence/others", test_others);
  g_test_add_func ("/evidence/copies", test_copies);
  g_test_add_func ("/evidence/quote", test_quote);
  g_test_add_func ("/evidence/other-flow", test_other_flow);
  g_test_add_func ("/evidence/making", test_making);
  g_test_add_func ("/evidence/picture", test_picture);
  g_test_add_func ("/evidence/without-reports", test_without_reports);

  return g_test_run ();
}
