/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "news-words.h"

G_BEGIN_DECLS

/* Countries as they are, with people, companies, towns and outlets that are made up.  Some of
 * each are named far more often than the others. */
typedef struct
{
  char *name;
  char *adjective;
  char *capital;
  char *code;                   /* "by" */
  guint style;                  /* of its people's names */
} NewsCountry;

typedef struct
{
  char       *name;
  char       *site;             /* "www.minskherald.by" */
  const char *city;             /* of its country */
  gboolean    is_agency;
} NewsOutlet;

typedef struct
{
  char *title;                  /* "Minister of Trade" */
  char *first;
  char *last;
} NewsPerson;

typedef struct _NewsWorld NewsWorld;

NewsWorld         *news_world_new          (const char        *countries_path,
                                            guint64            seed);
void               news_world_free         (NewsWorld         *self);
const NewsCountry *news_world_pick_country (NewsWorld         *self,
                                            NewsRand          *rand,
                                            const NewsCountry *partner);
void               news_world_get_own_pair (NewsWorld         *self,
                                            const NewsCountry *pair[2]);
const NewsOutlet  *news_world_pick_outlet  (NewsWorld         *self,
                                            NewsRand          *rand);
void               news_world_make_person  (NewsWorld         *self,
                                            NewsRand          *rand,
                                            const NewsCountry *country,
                                            NewsPerson        *person);
void               news_person_clear       (NewsPerson        *person);
void               news_world_append_organisation (NewsWorld         *self,
                                                   NewsRand          *rand,
                                                   const NewsCountry *country,
                                                   GString           *out);
void               news_world_append_event (NewsRand          *rand,
                                            const NewsCountry *country,
                                            GString           *out);
void               news_world_append_city  (NewsWorld         *self,
                                            NewsRand          *rand,
                                            const NewsCountry *country,
                                            GString           *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsWorld, news_world_free)

G_END_DECLS
