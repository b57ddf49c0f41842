/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "news-world.h"

G_BEGIN_DECLS

#define NEWS_N_PERSONS 5

/* What one story is about, from which its sentences are filled in. */
typedef struct
{
  NewsWorld         *world;
  NewsWords         *words;
  NewsRand           rand;
  const NewsCountry *countries[2];      /* the two whose trade it is about */
  NewsPerson         persons[NEWS_N_PERSONS];   /* owned */
  guint              n_told;            /* persons whose full name was given */
  guint              topic;
  gint64             day;               /* of publication, days since 1970 */
  guint              year;
  guint              month;             /* 1 to 12 */
  guint              money;             /* how amounts are written */
} NewsStory;

void news_story_init    (NewsStory  *self,
                         NewsWorld  *world,
                         NewsWords  *words,
                         NewsRand    rand);
void news_story_clear   (NewsStory  *self);
void news_story_append  (NewsStory  *self,
                         const char *form,
                         GString    *out);
void news_story_append_day (NewsStory *self,
                            const char *format,
                            GString   *out);

/* The sentences that stories are made of. */
void news_append_title    (NewsStory *story,
                           gboolean   has_figures,
                           GString   *out);
void news_append_figure   (NewsStory *story,
                           GString   *out);
void news_append_sentence (NewsStory *story,
                           GString   *out);
void news_append_foreign  (NewsStory *story,
                           guint      language,
                           guint      n_words,
                           GString   *out);
guint news_get_n_languages (void);

G_END_DECLS
