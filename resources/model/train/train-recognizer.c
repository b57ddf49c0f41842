/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * train-recognizer: makes the model by which names are recognised.  MODEL_CARD.md says
 * from what, and how well it does.
 */

#include "calibration.h"

#include <string.h>

typedef struct
{
  const char *name;
  guint       weight;
  TrainingUse how;
} Source;

/* What is learned from.  Groningen's tags were partly made by a machine: half the weight. */
static const Source sources[] = {
  { "gmb", 1, 0 }, { "redocred", 2, 0 }, { "wikigold", 2, 0 }, { "crossner", 2, TRAINING_HAS_EVENTS }, { "ewt", 2, 0 },
};

static const char *const measured[] = { "gmb", "redocred" };

static gboolean
read_clusters (const char    *folder,
               TlModelParts  *parts,
               GError       **error)
{
  g_autofree char *path = g_build_filename (folder, "clusters.tsv.gz", NULL);
  g_autofree char *content = training_read_gzip (path, error);
  g_auto(GStrv) lines = NULL;
  TlModelCluster *clusters;

  if (content == NULL)
    return FALSE;
  parts->n_clusters = 1u << 16;
  clusters = g_new0 (TlModelCluster, parts->n_clusters);
  parts->clusters = clusters;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", 3);
      guint32 hash, at;

      if (g_strv_length (columns) != 3)
        continue;
      hash = tl_token_hash (columns[0], strlen (columns[0]));
      for (at = hash & (parts->n_clusters - 1); clusters[at].word != 0 && clusters[at].word != hash;)
        at = (at + 1) & (parts->n_clusters - 1);
      if (clusters[at].word == 0 && hash != 0)
        clusters[at] = (TlModelCluster) { hash, (guint16) (1 + g_ascii_strtoull (columns[1], NULL, 10)),
                                          (guint16) (1 + g_ascii_strtoull (columns[2], NULL, 10)) };
    }
  return TRUE;
}

static void
print_score (const char            *name,
             const TrainingSet     *set,
             const PerceptronScore *score)
{
  static const char *const types[TL_N_ENTITY_TYPES] = { "persons", "organizations", "places", "events" };
  guint known = set != NULL ? set->n_lost : 0, found = 0, right = 0;

  g_print ("%s:", name);
  for (guint i = 0; i < TL_N_ENTITY_TYPES; i++)
    {
      g_print ("%s %s %.1f", i > 0 ? "," : "", types[i],
               200.0 * score->n_right[i] / MAX (score->n_known[i] + score->n_found[i], 1));
      known += score->n_known[i];
      found += score->n_found[i];
      right += score->n_right[i];
    }
  g_print ("; all: precision %.1f, recall %.1f, F1 %.1f of %u names\n", 100.0 * right / MAX (found, 1),
           100.0 * right / MAX (known, 1), 200.0 * right / MAX (known + found, 1), known);
}

/* What is told to learn from, and how. */
typedef struct
{
  char              *data;
  char              *articles;
  int                article_weight;
  char              *output;
  PerceptronSettings settings;
} Order;

static gboolean
read_sources (const Order         *order,
              TrainingSet         *set,
              const TlModelParts  *parts,
              GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *file = g_strconcat (sources[i].name, ".conll.gz", NULL);
      g_autofree char *path = g_build_filename (order->data, "train", file, NULL);

      if (!training_set_add_columns (set, path, sources[i].weight, sources[i].how, parts, error))
        return FALSE;
    }
  return training_set_add_articles (set, order->articles, (guint) order->article_weight, parts, error);
}

static gboolean
measure (const Order         *order,
         TrainingUse          how,
         const TlModelParts  *parts,
         GError             **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (measured); i++)
    {
      g_autoptr(TrainingSet) dev = training_set_new ();
      g_autofree char *file = g_strconcat (measured[i], ".conll.gz", NULL);
      g_autofree char *path = g_build_filename (order->data, "dev", file, NULL);
      PerceptronScore score;

      if (!training_set_add_columns (dev, path, 1, TRAINING_HAS_EVENTS | how, parts, error))
        return FALSE;
      score = perceptron_measure (dev, PERCEPTRON_ALL, parts);
      print_score (measured[i], dev, &score);
    }
  return TRUE;
}

/* Learns twice: without the articles held out, to see how sure it is of them; and from all. */
static gboolean
train (const Order  *order,
       GError      **error)
{
  g_autoptr(TrainingSet) set = training_set_new ();
  g_autoptr(GBytes) bytes = NULL;
  TlModelParts parts = { 0 };
  PerceptronScore score;

  if (!read_clusters (order->data, &parts, error) || !read_sources (order, set, &parts, error))
    return FALSE;
  g_print ("%u islands, %u tokens, %u features, %u names, %u in no island\n", set->islands->len, set->tags->len,
           set->features->len, set->n_names, set->n_lost);
  perceptron_train (set, PERCEPTRON_NOT_HELD, &order->settings, &parts);
  calibration_fit (set, PERCEPTRON_HELD, &parts);
  score = perceptron_measure (set, PERCEPTRON_HELD, &parts);
  print_score ("articles held out", NULL, &score);
  calibration_print (set, PERCEPTRON_HELD, &parts);
  perceptron_train (set, PERCEPTRON_ALL, &order->settings, &parts);
  g_print ("After our guideline:\n");
  if (!measure (order, 0, &parts, error))
    return FALSE;
  g_print ("As their sources marked them:\n");
  if (!measure (order, TRAINING_AS_MARKED, &parts, error))
    return FALSE;
  bytes = tl_model_to_bytes (&parts);
  return g_file_set_contents (order->output, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}

int
main (int    argc,
      char **argv)
{
  int rows = 60000, rounds = 8, learners = 4, margin = 8, least = 2, seed = 1;
  Order order = { .article_weight = 15, .settings = { .rules_weight = 100 } };
  const GOptionEntry entries[] = {
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &order.data, "the folder of the public data", "DIR" },
    { "articles", 0, 0, G_OPTION_ARG_FILENAME, &order.articles, "the folder of articles with marked names", "DIR" },
    { "articles-weight", 0, 0, G_OPTION_ARG_INT, &order.article_weight, "how much a mistake in them counts", "N" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &order.output, "the model to write", "FILE" },
    { "rows", 0, 0, G_OPTION_ARG_INT, &rows, "rows of the model", "N" },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "times that all is learned", "N" },
    { "learners", 0, 0, G_OPTION_ARG_INT, &learners, "how many the weights are averaged over", "N" },
    { "margin", 0, 0, G_OPTION_ARG_INT, &margin, "what a wrong tag costs", "N" },
    { "least", 0, 0, G_OPTION_ARG_INT, &least, "how often a feature must be seen", "N" },
    { "rules-weight", 0, 0, G_OPTION_ARG_INT, &order.settings.rules_weight, "what speaks for the rules' tags", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "of the order of learning", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("- make the model that recognises names");
  g_autoptr(GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || order.data == NULL || order.articles == NULL ||
      order.output == NULL || rows < 1 || rounds < 1 || learners < 1 || order.article_weight < 1 || seed == 0)
    {
      g_printerr ("train-recognizer: %s\n",
                  error != NULL ? error->message : "--data, --articles and --output are needed");
      return 2;
    }
  order.settings.n_rows = (guint) rows;
  order.settings.rounds = (guint) rounds;
  order.settings.learners = (guint) learners;
  order.settings.margin = (guint) MAX (margin, 0);
  order.settings.least = (guint) MAX (least, 1);
  order.settings.seed = (guint32) seed;
  if (!train (&order, &error))
    {
      g_printerr ("train-recognizer: %s\n", error->message);
      return 1;
    }
  return 0;
}
