/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How tags are decided, where names are looked for, and what one string of a document is.
 */

#include "tl-tagger.h"

#include <string.h>

/* ---- the best way ---- */

/* The weight of a way through a chain, G_MININT32 where a step of it may not be. */
static gint32
weigh_way (const TlChain *chain,
           const gint16  *transitions,
           const guint   *tags,
           guint          n_tokens)
{
  gint32 weight = 0;
  guint before = TL_TAG_OUTSIDE;

  for (guint t = 0; t <= n_tokens; t++)
    {
      guint tag = t < n_tokens ? tags[t] : TL_TAG_OUTSIDE;

      if (!tl_tag_may_follow (before, tag))
        return G_MININT32;
      weight += transitions[before * TL_MODEL_TAGS + tag] + (t < n_tokens ? chain->emissions[t][tag] : 0);
      before = tag;
    }
  return weight;
}

/* Tries all ways there are. */
static void
assert_best (TlChain      *chain,
             const gint16 *transitions,
             guint         n_tokens)
{
  gint32 best = G_MININT32, others[3] = { G_MININT32, G_MININT32, G_MININT32 }, found;
  guint tags[3] = { 0 }, n_ways = 1;

  for (guint t = 0; t < n_tokens; t++)
    {
      tags[t] = chain->tags[t];
      n_ways *= TL_MODEL_TAGS;
    }
  found = weigh_way (chain, transitions, tags, n_tokens);
  for (guint way = 0; way < n_ways; way++)
    {
      gint32 weight;

      for (guint t = 0, rest = way; t < n_tokens; t++, rest /= TL_MODEL_TAGS)
        tags[t] = rest % TL_MODEL_TAGS;
      weight = weigh_way (chain, transitions, tags, n_tokens);
      best = MAX (best, weight);
      for (guint t = 0; t < n_tokens; t++)
        if (tags[t] != chain->tags[t])
          others[t] = MAX (others[t], weight);
    }
  g_assert_cmpint (found, ==, best);
  for (guint t = 0; t < n_tokens; t++)
    g_assert_cmpint (chain->margins[t], ==, best - others[t]);
}

static void
test_best_way (void)
{
  g_autofree TlChain *chain = tl_chain_new ();
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++)
    {
      gint16 transitions[TL_MODEL_TAGS * TL_MODEL_TAGS];
      guint n_tokens = 1 + round % 3;

      for (guint i = 0; i < G_N_ELEMENTS (transitions); i++)
        transitions[i] = (gint16) g_rand_int_range (random, -2000, 2000);
      for (guint t = 0; t < n_tokens; t++)
        for (guint tag = 0; tag < TL_MODEL_TAGS; tag++)
          chain->emissions[t][tag] = g_rand_int_range (random, -2000, 2000);
      tl_chain_set_transitions (chain, transitions);
      tl_chain_decode (chain, n_tokens);
      tl_chain_find_margins (chain, n_tokens);
      assert_best (chain, transitions, n_tokens);
    }
}

/* A longest island, with the greatest weights that there can be, stays within its numbers. */
static void
test_longest (void)
{
  g_autofree TlChain *chain = tl_chain_new ();
  gint16 transitions[TL_MODEL_TAGS * TL_MODEL_TAGS] = { 0 };
  const guint first = tl_tag (TL_ENTITY_PLACE, TL_TAG_FIRST), inside = tl_tag (TL_ENTITY_PLACE, TL_TAG_INSIDE);

  for (guint t = 0; t < TL_MAX_ISLAND; t++)
    for (guint tag = 0; tag < TL_MODEL_TAGS; tag++)
      chain->emissions[t][tag] = tag == first || tag == inside ? 32767 : -32768;
  tl_chain_set_transitions (chain, transitions);
  tl_chain_decode (chain, TL_MAX_ISLAND);
  tl_chain_find_margins (chain, TL_MAX_ISLAND);
  g_assert_cmpuint (chain->tags[0], ==, first);
  g_assert_cmpuint (chain->tags[1], ==, inside);
  g_assert_cmpuint (chain->tags[TL_MAX_ISLAND - 1], ==, tl_tag (TL_ENTITY_PLACE, TL_TAG_LAST));
  for (guint t = 0; t < TL_MAX_ISLAND; t++)
    g_assert_cmpint (chain->margins[t], >, 0);
}

/* ---- where names are looked for ---- */

/* The islands of a text, apart by "|". */
static char *
join_islands (const char *string)
{
  g_autoptr(TlText) text = tl_text_new (string, -1);
  g_autoptr(TlReading) reading = tl_reading_new (text, NULL);
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (TlName));
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (TlMention));
  TlModelParts parts = { 0 };
  g_autoptr(TlTagView) view = tl_tag_view_new (reading, names, mentions, &parts);
  GString *joined = g_string_new (NULL);
  TlIsland island = { 0, 0 };

  while (tl_tag_view_next_island (view, &island))
    {
      TlSpan span = { reading->tokens[island.first].span.start, reading->tokens[island.end - 1].span.end };
      g_autofree char *words = tl_text_dup_span (text, span);

      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "|" : "", words);
    }
  return g_string_free (joined, FALSE);
}

static void
test_islands (void)
{
  static const struct
  {
    const char *text;
    const char *islands;
  } cases[] = {
    { "the price of rice rose again", "" },
    { "On Monday exports rose.", "" },
    { "The minister met Aida Reyes in Quito.", "Aida Reyes in Quito" },
    { "The Hague hosts it.", "The Hague" },
    { "visitors from the Bank of the South said so", "Bank of the South" },
    { "at Expo 2025 they met", "Expo 2025" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *islands = join_islands (cases[i].text);

      g_assert_cmpstr (islands, ==, cases[i].islands);
    }
}

/* However long a run of capitals is, all of it is looked at, piece by piece. */
static void
test_long_run (void)
{
  g_autoptr(GString) string = g_string_new (NULL);
  g_autoptr(TlText) text = NULL;
  g_autoptr(TlReading) reading = NULL;
  g_autoptr(GArray) names = g_array_new (FALSE, FALSE, sizeof (TlName));
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (TlMention));
  g_autoptr(TlTagView) view = NULL;
  TlModelParts parts = { 0 };
  TlIsland island = { 0, 0 };
  guint next = 0;

  for (guint i = 0; i < 1000; i++)
    g_string_append (string, "Korvan ");
  text = tl_text_new (string->str, -1);
  reading = tl_reading_new (text, NULL);
  view = tl_tag_view_new (reading, names, mentions, &parts);
  while (tl_tag_view_next_island (view, &island))
    {
      g_assert_cmpuint (island.first, ==, next);
      g_assert_cmpuint (island.end - island.first, <=, TL_MAX_ISLAND);
      next = island.end;
    }
  g_assert_cmpuint (next, ==, 1000);
}

/* ---- one string, one kind ---- */

static void
add_mention (const TlReading *reading,
             GArray          *mentions,
             const char      *word,
             guint            nth,
             TlEntityType     type,
             guint            confidence)
{
  for (guint i = 0; i < reading->n_tokens; i++)
    if (tl_reading_is (reading, i, word) && nth-- == 0)
      {
        TlMention mention = { .first = i, .end = i + 1, .key = tl_reading_get_key (reading, i, i + 1),
                              .type = type, .confidence = (guint8) confidence };

        g_array_append_val (mentions, mention);
        return;
      }
  g_assert_not_reached ();
}

/* The kinds of the mentions in order: P, O, L, E. */
static char *
settle (const TlReading *reading,
        GArray          *mentions)
{
  g_autoptr(GArray) by_rules = g_array_new (FALSE, FALSE, sizeof (TlMention));
  g_autoptr(GArray) settled = tl_agreement_settle (reading, by_rules, mentions);
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < settled->len; i++)
    g_string_append_c (kinds, "POLE"[g_array_index (settled, TlMention, i).type]);
  return g_string_free (kinds, FALSE);
}

static void
test_majority (void)
{
  g_autoptr(TlText) text = tl_text_new ("Velmora grew. In Velmora it rained. Velmora paid.", -1);
  g_autoptr(TlReading) reading = tl_reading_new (text, NULL);
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (TlMention));
  g_autofree char *weak = NULL;
  g_autofree char *strong = NULL;

  add_mention (reading, mentions, "velmora", 0, TL_ENTITY_ORGANIZATION, 80);
  add_mention (reading, mentions, "velmora", 1, TL_ENTITY_PLACE, 70);
  add_mention (reading, mentions, "velmora", 2, TL_ENTITY_ORGANIZATION, 60);
  weak = settle (reading, mentions);
  g_assert_cmpstr (weak, ==, "OOO");
  g_array_index (mentions, TlMention, 1).confidence = 99;
  strong = settle (reading, mentions);
  g_assert_cmpstr (strong, ==, "OLO");
}

static void
test_spread (void)
{
  g_autoptr(TlText) text = tl_text_new ("Velmora grew. At Velmora and Frost they hired. Frost came early; frost is cold.",
                                        -1);
  g_autoptr(TlReading) reading = tl_reading_new (text, NULL);
  g_autoptr(GArray) mentions = g_array_new (FALSE, FALSE, sizeof (TlMention));
  g_autofree char *kinds = NULL;
  g_autofree char *none = NULL;

  add_mention (reading, mentions, "velmora", 0, TL_ENTITY_ORGANIZATION, 95);
  add_mention (reading, mentions, "frost", 0, TL_ENTITY_PERSON, 95);
  kinds = settle (reading, mentions);
  g_assert_cmpstr (kinds, ==, "OOP");      /* the second Velmora; no other frost */
  g_array_index (mentions, TlMention, 0).confidence = 50;
  none = settle (reading, mentions);
  g_assert_cmpstr (none, ==, "OP");        /* what is not sure does not spread */
}

/* ---- confidence ---- */

static void
test_confidence (void)
{
  TlModelParts parts = { .calibration = { -1000, 500 } };
  guint last = 0;

  g_assert_cmpuint (tl_tagger_get_confidence (&parts, 200), ==, 50);
  for (gint32 margin = 0; margin <= 100000; margin += 50)
    {
      guint confidence = tl_tagger_get_confidence (&parts, margin);

      g_assert_cmpuint (confidence, >=, MAX (last, 1));
      g_assert_cmpuint (confidence, <=, 99);
      last = confidence;
    }
  g_assert_cmpuint (last, ==, 99);
}

/* ---- the weights of a token ---- */

static void
assert_sum (const gint8 row[TL_MODEL_WEIGHTS],
            guint       n_features)
{
  guint32 features[TL_MAX_FEATURES] = { 0 };
  TlModelParts parts = { .rows = row, .n_rows = 1 };
  gint32 weights[TL_MODEL_TAGS];

  tl_tagger_weigh (&parts, features, n_features, weights);
  g_assert_cmpint (weights[TL_TAG_OUTSIDE], ==, 0);
  for (guint i = 0; i < TL_MODEL_WEIGHTS; i++)
    g_assert_cmpint (weights[i + 1], ==, row[i] * (gint32) n_features);
}

/* Also of as many rows as there may be, with the largest weights beside the smallest. */
static void
test_sums (void)
{
  static const gint8 values[] = { -128, 127, -1, 0, 1, -127, 64, -65 };
  gint8 row[TL_MODEL_WEIGHTS];

  for (guint a = 0; a < G_N_ELEMENTS (values); a++)
    for (guint b = 0; b < G_N_ELEMENTS (values); b++)
      for (guint n = 0; n <= TL_MAX_FEATURES; n += 32)
        {
          for (guint i = 0; i < TL_MODEL_WEIGHTS; i++)
            row[i] = i % 2 == 0 ? values[a] : values[b];
          row[TL_MODEL_WEIGHTS - 1] = 3;
          assert_sum (row, n);
          assert_sum (row, MIN (n + 1, TL_MAX_FEATURES));
        }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tagger/best-way", test_best_way);
  g_test_add_func ("/tagger/longest", test_longest);
  g_test_add_func ("/tagger/islands", test_islands);
  g_test_add_func ("/tagger/long-run", test_long_run);
  g_test_add_func ("/tagger/majority", test_majority);
  g_test_add_func ("/tagger/spread", test_spread);
  g_test_add_func ("/tagger/confidence", test_confidence);
  g_test_add_func ("/tagger/sums", test_sums);

  return g_test_run ();
}
