/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-names FOLDER...: how many tokens a second names are recognised in, of short articles
 * one by one, as an import has them; beside how many are cut out in the same run, and how
 * many the tagger takes when the rules are done.
 */

#include "measure.h"

#include <stdio.h>

#include "tl-recognizer.h"
#include "tl-tagger.h"

/* An article with all that the rules make of it: what the tagger starts from. */
typedef struct
{
  TlText    *text;
  TlReading *reading;
  GArray    *names;
  GArray    *mentions;
} Ruled;

static void
ruled_free (gpointer data)
{
  Ruled *self = data;

  g_array_unref (self->mentions);
  g_array_unref (self->names);
  tl_reading_free (self->reading);
  tl_text_unref (self->text);
  g_free (self);
}

static Ruled *
ruled_new (const char *string)
{
  Ruled *self = g_new0 (Ruled, 1);

  self->text = tl_text_new (string, -1);
  self->reading = tl_reading_new (self->text, NULL);
  tl_layout_mark (self->reading);
  tl_candidates_find (self->reading);
  tl_evidence_weigh (self->reading);
  self->names = tl_names_decide (self->reading);
  self->mentions = tl_mentions_spread (self->reading, self->names);
  return self;
}

static void
cut_each (gpointer data)
{
  GPtrArray *articles = data;

  for (guint i = 0; i < articles->len; i++)
    tl_text_unref (tl_text_new (tl_text_get_string (((Ruled *) articles->pdata[i])->text), -1));
}

static void
recognize_each (gpointer data)
{
  GPtrArray *articles = data;

  for (guint i = 0; i < articles->len; i++)
    g_ptr_array_unref (tl_recognizer_find (((Ruled *) articles->pdata[i])->text));
}

static void
tag_each (gpointer data)
{
  GPtrArray *articles = data;
  const TlModelParts *parts = tl_model_get_parts (tl_model_get_default ());

  for (guint i = 0; i < articles->len; i++)
    {
      const Ruled *ruled = articles->pdata[i];

      g_array_unref (tl_tagger_find (ruled->reading, ruled->names, ruled->mentions, parts));
    }
}

static void
load_model (gpointer data)
{
  g_autoptr(GError) error = NULL;
  TlModel *model = tl_model_load (data, &error);

  g_assert_no_error (error);
  tl_model_unref (model);
}

/* Adds the folder's articles; returns how many tokens they have. */
static guint
add_articles (GPtrArray  *articles,
              const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint sum = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      Ruled *ruled;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (path, &content, NULL, NULL))
        continue;
      ruled = ruled_new (content);
      g_ptr_array_add (articles, ruled);
      sum += ruled->reading->n_tokens;
    }
  return sum;
}

static void
print_rate (const char  *what,
            MeasureFunc  function,
            GPtrArray   *articles,
            guint        n_tokens)
{
  printf ("%-20s %12u %12.2f\n", what, n_tokens, n_tokens / measure_seconds (function, articles) / 1e6);
  fflush (stdout);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (ruled_free);
  g_autoptr(GError) error = NULL;
  guint n_tokens = 0;

  if (!tl_model_check_default (&error))
    g_error ("%s", error->message);
  for (int i = 1; i < argc; i++)
    n_tokens += add_articles (articles, argv[i]);
  printf ("%-20s %12s %12s\n", "names", "tokens", "million/s");
  print_rate ("tokens, sentences", cut_each, articles, n_tokens);
  print_rate ("entities", recognize_each, articles, n_tokens);
  print_rate ("of these, tagging", tag_each, articles, n_tokens);
  printf ("%-20s %12.2f ms\n", "loading the model", measure_seconds (load_model, (gpointer) SHIPPED_MODEL) * 1e3);
  return 0;
}
