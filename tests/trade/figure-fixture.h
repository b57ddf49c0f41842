/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-figure-finder.h"

G_BEGIN_DECLS

/* A short text and what a careful reader takes from it. */
typedef struct
{
  const char *name;             /* no two in a table have the same */
  const char *published;        /* the day that the text is of */
  const char *text;
  const char *expected;         /* see figure_fixture_describe() */
} FigureCase;

GPtrArray *figure_fixture_read      (const char       *string,
                                     const char       *published,
                                     const char       *home);
gboolean   figure_fixture_has       (TlFigure         *figure,
                                     TlField           field);
char      *figure_fixture_describe  (GPtrArray        *figures);
void       figure_fixture_add_cases (const char       *prefix,
                                     const FigureCase *cases,
                                     gsize             n_cases);

G_END_DECLS
