/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "news.h"

#include <math.h>
#include <string.h>

#include "news-story.h"

#define COPIES_PER_CENT   7
#define FOREIGN_PER_CENT  5
#define QUIET_PER_CENT    25    /* without figures of trade */
#define MEDIAN_LENGTH     2050  /* bytes of text below the headline */

struct _News
{
  guint64    seed;
  NewsWords *words;             /* owned */
  NewsWorld *world;             /* owned */
};

/* A story's text apart from who brings it. */
typedef struct
{
  NewsStory  story;
  GString   *title;             /* owned */
  GPtrArray *paragraphs;        /* owned: GString */
} Draft;

static void
paragraph_free (gpointer paragraph)
{
  g_string_free (paragraph, TRUE);
}

static void
draft_clear (Draft *self)
{
  news_story_clear (&self->story);
  g_string_free (self->title, TRUE);
  g_ptr_array_unref (self->paragraphs);
}

/*
 * news_new:
 * @seed: what tells one collection from another
 *
 * Returns: (transfer full): articles
 */
News *
news_new (guint64 seed)
{
  News *self = g_new0 (News, 1);

  self->seed = seed;
  self->words = news_words_new (NEWS_RESOURCES "/lexicon/common-words.txt", seed);
  self->world = news_world_new (NEWS_RESOURCES "/gazetteer/countries.tsv", seed);
  return self;
}

/*
 * news_free:
 * @self: (transfer full): articles
 */
void
news_free (News *self)
{
  news_words_free (self->words);
  news_world_free (self->world);
  g_free (self);
}

/* ---- the text ---- */

static GString *
add_paragraph (Draft *draft)
{
  GString *paragraph = g_string_new (NULL);

  g_ptr_array_add (draft->paragraphs, paragraph);
  return paragraph;
}

static void
write_foreign (Draft *draft,
               gsize  length)
{
  NewsRand *rand = &draft->story.rand;
  guint language = news_rand_below (rand, news_get_n_languages ());
  gsize written = 0;

  news_append_foreign (&draft->story, language, 5, draft->title);
  g_string_truncate (draft->title, draft->title->len - 1);
  while (written < length)
    {
      GString *paragraph = add_paragraph (draft);

      for (guint n = 1 + news_rand_below (rand, 3); n > 0; n--)
        {
          if (paragraph->len > 0)
            g_string_append_c (paragraph, ' ');
          news_append_foreign (&draft->story, language, 8 + news_rand_below (rand, 14), paragraph);
        }
      written += paragraph->len;
    }
}

/* Figures come early more often than late. */
static gboolean
is_time_for_figure (NewsRand *rand,
                    guint     n_left,
                    gsize     written,
                    gsize     length)
{
  return n_left > 0 && (news_rand_often (rand, 30) || written * 3 > length);
}

static void
write_english (Draft *draft,
               gsize  length)
{
  NewsRand *rand = &draft->story.rand;
  guint n_figures = news_rand_often (rand, QUIET_PER_CENT) ? 0 : 1 + news_rand_zipf (rand, 5, 0.7);
  gsize written = 0;

  news_append_title (&draft->story, n_figures > 0, draft->title);
  while (written < length)
    {
      GString *paragraph = add_paragraph (draft);

      for (guint n = 1 + news_rand_below (rand, 3); n > 0; n--)
        {
          if (paragraph->len > 0)
            g_string_append_c (paragraph, ' ');
          if (is_time_for_figure (rand, n_figures, written, length))
            {
              news_append_figure (&draft->story, paragraph);
              n_figures--;
            }
          else
            {
              news_append_sentence (&draft->story, paragraph);
            }
        }
      written += paragraph->len;
    }
}

static void
write_draft (News     *self,
             guint     number,
             Draft    *draft)
{
  NewsRand rand = news_rand (self->seed + 1, number);
  /* Most are near the median, few are several times as long. */
  double spread = news_rand_share (&rand) + news_rand_share (&rand) + news_rand_share (&rand) - 1.5;
  gsize length = (gsize) (MEDIAN_LENGTH * exp (1.1 * spread));

  news_story_init (&draft->story, self->world, self->words, rand);
  draft->title = g_string_new (NULL);
  draft->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  if (news_rand_often (&draft->story.rand, FOREIGN_PER_CENT))
    write_foreign (draft, length);
  else
    write_english (draft, length);
}

/* ---- who brings it ---- */

/* Another outlet cuts the end, has a headline of its own and changes a word here and there. */
static void
change_copy (Draft    *draft,
             NewsRand *rand)
{
  guint n = draft->paragraphs->len;

  if (n > 4)
    g_ptr_array_set_size (draft->paragraphs, (int) (n - news_rand_below (rand, n / 3)));
  if (news_rand_often (rand, 50))
    g_string_prepend (draft->title, news_rand_often (rand, 50) ? "News: " : "Report: ");
  for (guint i = 0; i < draft->paragraphs->len; i++)
    {
      GString *paragraph = draft->paragraphs->pdata[i];

      g_string_replace (paragraph, "“", "\"", 0);
      g_string_replace (paragraph, "”", "\"", 0);
      if (news_rand_often (rand, 25))
        g_string_replace (paragraph, " would ", " will ", 1);
    }
  draft->story.day += news_rand_below (rand, 2);
}

static void
append_head (Draft            *draft,
             const NewsOutlet *outlet,
             guint             layout,
             GString          *out)
{
  NewsStory *story = &draft->story;

  g_string_append_printf (out, "%s\n\n", draft->title->str);
  switch (layout)
    {
    case 0:
      g_string_append (out, "By ");
      g_string_append_printf (out, "%s %s\n%s\n", story->persons[4].first, story->persons[4].last, outlet->name);
      news_story_append_day (story, "%A, %B %-d, %Y\n\n", out);
      break;
    case 1:
      news_story_append_day (story, "Updated: %Y-%m-%d ", out);
      g_string_append_printf (out, "%02u:%02u\n\n", news_rand_below (&story->rand, 24),
                              news_rand_below (&story->rand, 60));
      break;
    case 2:
      g_string_append_printf (out, "%s | ", outlet->name);
      news_story_append_day (story, "%-d %B %Y\n\n", out);
      break;
    default:
      break;
    }
  if (layout >= 3 || outlet->is_agency)
    {
      g_autofree char *city = g_utf8_strup (outlet->city, -1);

      g_string_append_printf (out, "%s, ", city);
      news_story_append_day (story, "%-d %B %Y", out);
      g_string_append_printf (out, " (%s) – ", outlet->name);
    }
}

static void
append_body (Draft   *draft,
             guint    layout,
             GString *out)
{
  NewsStory *story = &draft->story;
  guint n = draft->paragraphs->len;

  for (guint i = 0; i < n; i++)
    {
      const GString *paragraph = draft->paragraphs->pdata[i];

      if (layout == 2 && i > 0 && i % 4 == 0)
        {
          news_story_append (story, "Of {n} and {n}", out);
          g_string_append (out, "\n\n");
        }
      if (layout == 4 && i > n / 2)
        g_string_append (out, "- ");
      g_string_append_len (out, paragraph->str, (gssize) paragraph->len);
      g_string_append (out, layout == 4 && i > n / 2 ? "\n" : "\n\n");
    }
}

static char *
lay_out (News     *self,
         Draft    *draft,
         NewsRand *rand,
         guint     number)
{
  const NewsOutlet *outlet = news_world_pick_outlet (self->world, rand);
  GString *out = g_string_sized_new (4096);
  guint layout = news_rand_below (rand, 6);

  append_head (draft, outlet, layout, out);
  append_body (draft, layout, out);
  if (layout != 0)
    g_string_append_printf (out, "\nSource: %s, https://%s/news/%u/%u\n", outlet->name, outlet->site,
                            draft->story.year, number + 1000);
  return g_string_free (out, FALSE);
}

/*
 * news_make:
 * @self: articles
 * @number: which one, from 0
 *
 * Returns: (transfer full): its text, as it would stand in a file
 */
char *
news_make (News  *self,
           guint  number)
{
  NewsRand rand = news_rand (self->seed + 2, number);
  gboolean is_copy = number > 0 && news_rand_often (&rand, COPIES_PER_CENT);
  Draft draft;
  char *text;

  write_draft (self, is_copy ? news_rand_below (&rand, number) : number, &draft);
  if (is_copy)
    change_copy (&draft, &rand);
  text = lay_out (self, &draft, &rand, number);
  draft_clear (&draft);
  return text;
}
