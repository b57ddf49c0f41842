/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-reading [SHAPE-LENGTH]: how long reading an article takes, in CPU time of one
 * core: each step of it for articles from 2.5 kB to 10 MB, then the whole for texts of
 * hostile shapes, of a length and of twice that length.  Beside each time stands the
 * same as a multiple of counting the words of the same text in the same run, which
 * another machine, or a busy one, changes less.  Medians of five.
 */

#include "long-article.h"
#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tl-article.h"
#include "tl-figure-finder.h"
#include "tl-gazetteer.h"
#include "tl-recognizer.h"

typedef struct
{
  const char *string;
  TlText     *text;
  TlReading   reading;
} Subject;

typedef void (*Step) (Subject *subject);

static volatile gsize kept;     /* so that no result is left out as unused */

static void
count_words (Subject *subject)
{
  gsize n = 0;
  gboolean inside = FALSE;

  for (const char *p = subject->string; *p != '\0'; p++)
    {
      gboolean is_space = *p == ' ' || (*p >= '\t' && *p <= '\r');

      n += !is_space && !inside;
      inside = !is_space;
    }
  kept = n;
}

static void
find_tokens (Subject *subject)
{
  tl_text_unref (tl_text_new (subject->string, -1));
}

static void
find_amounts (Subject *subject)
{
  g_array_unref (tl_amounts_find (subject->text));
}

static void
find_periods (Subject *subject)
{
  g_array_unref (tl_periods_find (subject->text, subject->reading.published));
}

static void
find_places (Subject *subject)
{
  g_array_unref (tl_gazetteer_find (tl_gazetteer_get_default (), subject->text));
}

static void
find_figures (Subject *subject)
{
  g_ptr_array_unref (tl_figures_find (&subject->reading));
}

static void
find_entities (Subject *subject)
{
  g_ptr_array_unref (tl_recognizer_find (subject->text));
}

/* Charset, headline, where it is from: before anything is read. */
static void
make_document (Subject *subject)
{
  TlDocument *document;

  document = tl_document_new_from_data ("a.txt", (const guint8 *) subject->string, strlen (subject->string), NULL);
  g_clear_object (&document);
}

/* All but the entities; the periods are looked for twice, first for the day of publication. */
static void
read_without_entities (Subject *subject)
{
  make_document (subject);
  find_tokens (subject);
  find_amounts (subject);
  find_periods (subject);
  find_periods (subject);
  find_places (subject);
  find_figures (subject);
}

/* The whole: bytes of a file to an article. */
static void
read_article (Subject *subject)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document = NULL;

  document = tl_document_new_from_data ("a.txt", (const guint8 *) subject->string, strlen (subject->string), &error);
  if (document != NULL)
    g_object_unref (tl_article_read (document, (TlDate) { 2020, 6, 15 }));
}

static const struct
{
  const char *name;
  Step        step;
} steps[] = {
  { "counting words", count_words },
  { "document", make_document },
  { "tokens, sentences", find_tokens },
  { "amounts", find_amounts },
  { "periods", find_periods },
  { "places", find_places },
  { "figures", find_figures },
  { "all but entities", read_without_entities },
  { "entities", find_entities },
  { "file to article", read_article },
};

static void
subject_init (Subject    *self,
              const char *string)
{
  TlDate published = { 2020, 6, 15 };

  *self = (Subject) { .string = string, .text = tl_text_new (string, -1) };
  self->reading = (TlReading) {
    .text = self->text,
    .published = published,
    .amounts = tl_amounts_find (self->text),
    .periods = tl_periods_find (self->text, published),
    .places = tl_gazetteer_find (tl_gazetteer_get_default (), self->text),
    .entities = tl_recognizer_find (self->text),
  };
}

static void
subject_clear (Subject *self)
{
  g_array_unref (self->reading.amounts);
  g_array_unref (self->reading.periods);
  g_array_unref (self->reading.places);
  g_ptr_array_unref (self->reading.entities);
  tl_text_unref (self->text);
}

typedef struct
{
  Step     step;
  Subject *subject;
} Call;

static void
call (gpointer data)
{
  const Call *self = data;

  self->step (self->subject);
}

static double
measure (Step     step,
         Subject *subject)
{
  Call one = { step, subject };

  return measure_seconds (call, &one);
}

static void
bench_articles (LongArticles *articles)
{
  static const gsize lengths[] = { 2500, 10000, 100000, 1000000, 10000000 };

  printf ("%-20s %10s %12s %9s %8s\n", "articles", "bytes", "µs", "ns/byte", "× words");
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *string = long_articles_make (articles, lengths[i], 3);
      Subject subject;
      double words = 0;

      subject_init (&subject, string);
      for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          double seconds = measure (steps[j].step, &subject);

          if (j == 0)
            words = seconds;
          printf ("%-20s %10zu %12.1f %9.2f %8.1f\n", steps[j].name, strlen (string), seconds * 1e6,
                  seconds * 1e9 / (double) strlen (string), seconds / words);
          fflush (stdout);
        }
      subject_clear (&subject);
    }
}

static double
measure_once (const char *string)
{
  Subject subject = { .string = string };
  double start = measure_now ();

  read_article (&subject);
  return measure_now () - start;
}

static void
bench_hostile (LongArticles *articles,
               gsize         length)
{
  printf ("\n%-24s %10s %9s %9s %8s\n", "hostile, file to article", "bytes", "ms", "twice", "growth");
  for (guint i = 0; i < hostile_get_n (); i++)
    {
      g_autofree char *once = hostile_make (articles, i, length);
      g_autofree char *twice = hostile_make (articles, i, 2 * length);
      double first = measure_once (once), second = measure_once (twice);

      printf ("%-24s %10zu %9.1f %9.1f %8.2f\n", hostile_get_name (i), length, first * 1e3, second * 1e3,
              second / first);
      fflush (stdout);
    }
}

int
main (int    argc,
      char **argv)
{
  const char *folders[] = { g_getenv ("TL_OWN_DIR"), g_getenv ("TL_SAMPLES_DIR"), g_getenv ("TL_NO_TRADE_DIR"), NULL };
  g_autoptr(LongArticles) articles = NULL;

  articles = long_articles_new (folders);
  if (argc < 2)
    bench_articles (articles);
  bench_hostile (articles, argc > 1 ? (gsize) g_ascii_strtoull (argv[1], NULL, 10) : 1000000);
  return 0;
}
