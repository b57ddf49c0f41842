/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds of every chart of several series, over generated ones: one to twelve series in one
 * to three currencies, together and apart, in pictures of any size.  GLib prints the seed. */

#include <locale.h>

#include "test-scene-checks.h"

#define N_CHARTS 400

static const char *const currencies[] = { "USD", "EUR", "KZT" };
static const char *const others[TL_CHART_MAX_SERIES] = {
  "KZ", "RU", "CD", "VC", "BA", "UA", "CN", "GS", "PL", "TR", "IQ", "UZ",
};

static TlSeries *
make_series_of (guint  index,
                int    n_currencies,
                int    n_years,
                double largest)
{
  static const char *const kinds[] = { "", "", "", "", " about", " below", " above", " target",
                                       " forecast", " change=20" };
  static const int n_reports[] = { 0, 1, 2, 5, 12, 40 };
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  const char *currency = currencies[g_test_rand_int_range (0, n_currencies)];
  int n = n_reports[g_test_rand_int_range (0, G_N_ELEMENTS (n_reports))];

  for (int i = 0; i < n; i++)
    {
      int year = 2026 - n_years + g_test_rand_int_range (0, n_years);
      g_autofree char *part = g_strdup_printf ("-01..%d-%02d", year, g_test_rand_int_range (1, 12));
      g_autofree char *span = g_strdup_printf ("-01..%d-12", year + g_test_rand_int_range (1, 4));
      int sort = g_test_rand_int_range (0, 20);
      g_autofree char *line =
        g_strdup_printf ("%d%s value=%.0f%s article=%d first=BY second=%s currency=%s", year,
                         sort < 3 ? part : sort == 3 ? span : "",
                         ceil (largest * g_test_rand_double_range (1e-4, 1)),
                         kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))],
                         g_test_rand_int_range (0, 30), others[index], currency);

      g_ptr_array_add (reports, make_test_report (line));
    }
  return tl_series_new ("BY", others[index], TL_FLOW_TURNOVER, reports);
}

static GPtrArray *
make_officials (guint  index,
                int    n_years,
                double largest)
{
  g_autoptr(GArray) values = g_array_new (FALSE, TRUE, sizeof (TlOfficialValue));

  for (int year = 2026 - n_years; year < 2026; year++)
    for (int i = 0; i < 4; i++)
      {
        TlOfficialValue value = { .source = TL_OFFICIAL_COMTRADE, .is_import = i % 2, .year = year };

        value.value = largest * g_test_rand_double_range (0, 1);
        g_strlcpy (value.reporter, i & 2 ? "BY" : others[index], sizeof value.reporter);
        g_strlcpy (value.partner, i & 2 ? others[index] : "BY", sizeof value.partner);
        g_array_append_val (values, value);
      }
  return tl_official_series_list ((const TlOfficialValue *) (const void *) values->data, values->len,
                                  "BY", others[index], TL_FLOW_TURNOVER);
}

static TlChart *
make_chart (TlChartArrangement arrangement)
{
  guint n = (guint) g_test_rand_int_range (1, TL_CHART_MAX_SERIES + 1);
  int n_currencies = g_test_rand_int_range (1, 4);
  int n_years = g_test_rand_int_range (1, 31);
  double largest = pow (10, g_test_rand_double_range (0, 13));
  TlChartEntry entries[TL_CHART_MAX_SERIES];
  TlChart *chart;

  for (guint i = 0; i < n; i++)
    {
      gboolean has_officials = g_test_rand_int_range (0, 4) == 0;

      entries[i].series = make_series_of (i, n_currencies, n_years,
                                          largest * g_test_rand_double_range (0.01, 1));
      entries[i].officials = has_officials ? make_officials (i, n_years, largest) : NULL;
    }
  chart = tl_chart_new_for_entries (entries, n, arrangement);
  for (guint i = 0; i < n; i++)
    {
      g_object_unref (entries[i].series);
      g_clear_pointer (&entries[i].officials, g_ptr_array_unref);
    }
  return chart;
}

/* ---- what holds ---- */

static guint
count_points (TlChart *chart)
{
  guint n = 0;

  for (guint i = 0; i < tl_chart_get_n_series (chart); i++)
    n += tl_series_get_n_points (tl_chart_get_nth_series (chart, i));
  return n;
}

/* Every mark stands in the plot of its panel, on the scale of its currency, and names its series. */
static void
assert_panel (TlChartScene  *scene,
              const TlPanel *panel)
{
  TlChart *chart = tl_chart_scene_get_chart (scene);

  for (guint i = panel->first_mark; i < panel->first_mark + panel->n_marks; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);
      const TlPoint *point = get_point (scene, mark);
      g_autofree char *name = tl_chart_dup_series_name (chart, mark->subject.series);

      g_assert_true (is_inside (panel->plot, mark->bounds));
      g_assert_cmpuint (point->reports->len, >, 0);
      g_assert_cmpstr (tl_series_get_currency (tl_chart_get_nth_series (chart, mark->subject.series)),
                       ==, panel->currency);
      g_assert_cmpfloat_with_epsilon (panel->zero - mark->y, point->value * panel->unit, 0.02);
      if (tl_chart_get_n_series (chart) > 1)
        g_assert_true (g_str_has_prefix (mark->description, name));
    }
}

static void
assert_panels (TlChartScene *scene)
{
  TlRect canvas = { 0, 0, scene->width, scene->height };
  guint n_marks = 0;

  for (guint i = 0; i < tl_chart_scene_get_n_panels (scene); i++)
    {
      const TlPanel *panel = tl_chart_scene_get_panel (scene, i);

      g_assert_true (is_inside (canvas, panel->plot));
      assert_panel (scene, panel);
      n_marks += panel->n_marks;
      for (guint k = 0; k < i; k++)
        {
          const TlPanel *other = tl_chart_scene_get_panel (scene, k);

          g_assert_false (overlaps (panel->plot, other->plot));
          g_assert_cmpfloat_with_epsilon (panel->plot.width, other->plot.width, 0.01);
          g_assert_cmpfloat_with_epsilon (panel->plot.height, other->plot.height, 0.01);
          if (panel->n_marks > 0 && other->n_marks > 0 &&
              g_str_equal (panel->currency, other->currency))
            {
              g_assert_true (scene->arrangement == TL_CHART_APART);
              g_assert_cmpfloat_with_epsilon (panel->unit / other->unit, 1, 1e-6);
            }
        }
    }
  g_assert_cmpuint (n_marks, <=, count_points (scene->chart));
  g_assert_cmpuint (count_subjects (scene, TL_SUBJECT_POINT), ==, count_points (scene->chart));
}

/* The letters below the plot, from left to right. */
static GArray *
list_letters (TlChartScene  *scene,
              const TlPanel *panel)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (TlChartText));

  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlChartText *text = &g_array_index (scene->texts, TlChartText, i);
      const char *letter = pango_layout_get_text (text->layout);
      double below = text->rect.y - panel->plot.y - panel->plot.height;

      if (strlen (letter) == 1 && *letter >= 'A' && *letter <= 'L' && below >= -0.01 &&
          below < 1.5 * text->rect.height && text->rect.x >= panel->plot.x - 0.01 &&
          text->rect.x <= panel->plot.x + panel->plot.width)
        g_array_append_val (letters, *text);
    }
  return letters;
}

/* Below what stands of each series in a year is its letter, and no other. */
static void
assert_letters (TlChartScene  *scene,
                const TlPanel *panel)
{
  g_autoptr(GArray) letters = list_letters (scene, panel);
  guint end = panel->first_mark + panel->n_marks;
  gboolean is_shared = FALSE;
  guint n_letters = 0;

  for (guint i = panel->first_mark; i < end; i++)
    {
      const TlMark *mark = tl_chart_scene_get_mark (scene, i);

      is_shared |= mark->subject.series != tl_chart_scene_get_mark (scene, panel->first_mark)->subject.series;
      g_assert_cmpuint (g_array_index (scene->glyphs, TlGlyph, i).tone, ==,
                        TL_TONE_OF_SERIES (mark->subject.series));
    }
  for (guint i = panel->first_mark; i < end && is_shared; )
    {
      const TlMark *first = tl_chart_scene_get_mark (scene, i);
      double left = first->bounds.x, right = left, middle;
      int year = get_point (scene, first)->start.year;
      const TlChartText *letter;

      if (g_array_index (scene->glyphs, TlGlyph, i).shape == TL_SHAPE_SPAN)
        {
          i++;
          continue;
        }
      for (; i < end && tl_chart_scene_get_mark (scene, i)->subject.series == first->subject.series &&
             get_point (scene, tl_chart_scene_get_mark (scene, i))->start.year == year; i++)
        {
          const TlRect *bounds = &tl_chart_scene_get_mark (scene, i)->bounds;

          left = MIN (left, bounds->x);
          right = MAX (right, bounds->x + bounds->width);
        }
      g_assert_cmpuint (n_letters, <, letters->len);
      letter = &g_array_index (letters, TlChartText, n_letters++);
      middle = letter->rect.x + letter->rect.width / 2;
      g_assert_cmpint (*pango_layout_get_text (letter->layout), ==, 'A' + (int) first->subject.series);
      g_assert_cmpfloat (middle, >=, left - 0.01);
      g_assert_cmpfloat (middle, <=, right + 0.01);
    }
  g_assert_cmpuint (n_letters, ==, letters->len);
}

/* Each series is in the legend with its letter, in its colour. */
static void
assert_series_in_legend (TlChartScene *scene)
{
  for (guint i = 0; i < tl_chart_get_n_series (scene->chart); i++)
    {
      g_autofree char *entry = g_strdup_printf ("%c  ", 'A' + (int) i);
      gboolean has_key = FALSE;

      g_assert_cmpuint (count_texts (scene, entry), >=, 1);
      for (guint k = 0; k < scene->keys->len; k++)
        has_key |= g_array_index (scene->keys, TlGlyph, k).tone == TL_TONE_OF_SERIES (i);
      g_assert_true (has_key);
    }
}

static void
assert_together (TlChartScene *scene)
{
  if (tl_chart_get_n_series (scene->chart) == 1 || scene->arrangement == TL_CHART_APART)
    {
      for (guint i = 0; i < scene->glyphs->len; i++)
        g_assert_cmpuint (g_array_index (scene->glyphs, TlGlyph, i).tone, ==, TL_TONE_OF_KIND);
      return;
    }
  for (guint i = 0; i < tl_chart_scene_get_n_panels (scene); i++)
    assert_letters (scene, tl_chart_scene_get_panel (scene, i));
  assert_series_in_legend (scene);
}

static void
assert_inside (TlChartScene *scene)
{
  TlRect canvas = { 0, 0, scene->width, scene->height };

  for (guint i = 0; i < scene->texts->len; i++)
    {
      const TlChartText *text = &g_array_index (scene->texts, TlChartText, i);

      if (!is_inside (canvas, text->rect))
        g_test_message ("“%s” leaves the picture", pango_layout_get_text (text->layout));
      g_assert_true (is_inside (canvas, text->rect));
    }
}

static void
assert_same (TlChartScene *a,
             TlChartScene *b)
{
  g_assert_cmpuint (a->texts->len, ==, b->texts->len);
  g_assert_cmpuint (a->marks->len, ==, b->marks->len);
  g_assert_cmpuint (a->lines->len, ==, b->lines->len);
  g_assert_cmpstr (a->description, ==, b->description);
  for (guint i = 0; i < a->texts->len; i++)
    {
      const TlChartText *first = &g_array_index (a->texts, TlChartText, i);
      const TlChartText *second = &g_array_index (b->texts, TlChartText, i);

      g_assert_cmpmem (&first->rect, sizeof first->rect, &second->rect, sizeof second->rect);
      g_assert_cmpstr (pango_layout_get_text (first->layout), ==, pango_layout_get_text (second->layout));
    }
  for (guint i = 0; i < a->glyphs->len; i++)
    g_assert_cmpmem (&g_array_index (a->glyphs, TlGlyph, i).rect, sizeof (TlRect),
                     &g_array_index (b->glyphs, TlGlyph, i).rect, sizeof (TlRect));
}

static void
assert_description (TlChartScene *scene)
{
  for (guint i = 0; i < tl_chart_get_n_series (scene->chart); i++)
    {
      g_autofree char *name = tl_chart_dup_series_name (scene->chart, i);

      if (tl_chart_get_n_series (scene->chart) > 1)
        g_assert_nonnull (strstr (tl_chart_scene_get_description (scene), name));
    }
}

static void
test_generated (gconstpointer data)
{
  TlChartArrangement arrangement = GPOINTER_TO_UINT (data);

  for (int i = 0; i < N_CHARTS; i++)
    {
      g_autoptr(TlChart) chart = make_chart (arrangement);
      double width = 240 * pow (4000.0 / 240, pow (g_test_rand_double (), 2));
      double height = 200 * pow (3000.0 / 200, pow (g_test_rand_double (), 2));
      gboolean with_sources = i % 2 == 0;
      g_autoptr(TlChartScene) scene = NULL;
      g_autoptr(TlChartScene) again = NULL;

      if (!tl_chart_has_points (chart))
        continue;
      g_test_message ("%d: %g × %g, %u series, %u points", i, width, height,
                      tl_chart_get_n_series (chart), count_points (chart));
      scene = tl_chart_scene_new_for_chart (chart, width, height, with_sources);
      assert_panels (scene);
      assert_together (scene);
      assert_inside (scene);
      assert_no_text_over_text (scene);
      assert_description (scene);
      if (height >= 400)
        assert_legend (scene);
      assert_picking (scene);
      if (i % 10 != 0)
        continue;
      again = tl_chart_scene_new_for_chart (chart, width, height, with_sources);
      assert_same (scene, again);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/panels/together", GUINT_TO_POINTER (TL_CHART_TOGETHER), test_generated);
  g_test_add_data_func ("/panels/apart", GUINT_TO_POINTER (TL_CHART_APART), test_generated);

  return g_test_run ();
}
