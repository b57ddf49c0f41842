/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What on a page is surely no part of the article, by tag and name: menus, rails, comments,
 * captions.  Names are now and then wrong, so none of them counts against what holds the
 * headline, or says that it is the article, or is nearly all there is.
 */

#include "tl-page-weights.h"

#include <string.h>

/* What has to be left of a page, in weight of prose. */
#define MIN_REST 60

/* No advertisement has a paragraph of this weight. */
#define LONG_PROSE 280

/* What names of facts may hold at most. */
#define MAX_FACTS 220

/* And what is said of an author. */
#define MAX_AUTHOR 900

typedef struct
{
  TlPageWeights *weights;
  gboolean      *is_safe;       /* of each element: holds the headline, or the body */
  gboolean      *is_out;        /* of each element */
  gboolean      *is_picture;    /* of each element: it and what stands in it is about a picture */
  gboolean      *is_teaser;     /* of each element */
  double         total;
  double         rest;
} Marking;

static const TlPageElement *
get (Marking *self,
     guint    i)
{
  return tl_page_survey_element (self->weights->survey, i);
}

static void
make_safe (Marking *self,
           guint    element)
{
  while (!self->is_safe[element])
    {
      self->is_safe[element] = TRUE;
      element = get (self, element)->parent;
    }
}

/* Whether names around the element, not its own, say that it is outside. */
static gboolean
is_in_outside (Marking *self,
               guint    element)
{
  for (element = get (self, element)->parent; element > 0; element = get (self, element)->parent)
    if ((get (self, element)->marks & TL_PAGE_MARK_OUTSIDE) || (get (self, element)->tags & TL_PAGE_TAG_OUTSIDE))
      return TRUE;
  return FALSE;
}

static double
value_in (Marking             *self,
          const TlPageElement *element)
{
  return tl_page_weights_span (self->weights, element->first, element->end).value;
}

static gboolean
is_small (Marking             *self,
          const TlPageElement *element,
          double               share)
{
  return value_in (self, element) <= share * self->total;
}

/* Where nothing is called the body: what holds the first paragraph behind the headline and
 * half of the page besides. */
static void
make_first_safe (Marking *self)
{
  const TlPageWeights *weights = self->weights;
  guint i = (guint) (weights->headline + 1);
  guint element;

  while (i < weights->survey->blocks->len && weights->values[i] < MIN_REST)
    i++;
  if (i == weights->survey->blocks->len)
    return;
  element = tl_page_survey_block (weights->survey, i)->element;
  while (element > 0 && is_small (self, get (self, element), 0.5))
    element = get (self, element)->parent;
  make_safe (self, element);
}

/* The element that is called the body of an article and holds most prose. */
static void
make_body_safe (Marking *self)
{
  double best = 0;
  guint body = 0;

  for (guint i = 1; i < self->weights->survey->elements->len; i++)
    {
      const TlPageElement *element = get (self, i);
      double value;

      if (!element->is_body && !(element->marks & TL_PAGE_MARK_BODY))
        continue;
      value = tl_page_weights_span (self->weights, element->first, element->end).value * (element->is_body ? 3 : 1);
      if (value > best && (element->is_body || !is_in_outside (self, i)))
        {
          best = value;
          body = i;
        }
    }
  if (best > MIN_REST)
    make_safe (self, body);
  else
    make_first_safe (self);
}

static gboolean
leaves_enough (Marking             *self,
               const TlPageElement *element)
{
  return self->rest - value_in (self, element) >= MIN_REST;
}

/* Advertisements and the like have no long paragraphs. */
static gboolean
has_long_prose (Marking             *self,
                const TlPageElement *element)
{
  for (guint i = element->first; i < element->end; i++)
    if (self->weights->values[i] >= LONG_PROSE)
      return TRUE;
  return FALSE;
}

static gboolean
is_header_of_article (Marking             *self,
                      const TlPageElement *element)
{
  return (element->tags & TL_PAGE_TAG_HEADER) && (get (self, element->parent)->tags & TL_PAGE_TAG_ARTICLE);
}

static gboolean
is_out_by_tag (Marking             *self,
               const TlPageElement *element)
{
  if (element->tags & TL_PAGE_TAG_OUTSIDE)
    return leaves_enough (self, element);
  if (element->tags & TL_PAGE_TAG_ASIDE)
    return leaves_enough (self, element) && is_small (self, element, 0.5);
  if (element->tags & TL_PAGE_TAG_CAPTION)
    return TRUE;
  if (element->tags & TL_PAGE_TAG_HEADER)
    return is_small (self, element, 0.25) && !is_header_of_article (self, element);
  if (element->tags & TL_PAGE_TAG_FORM)
    return is_small (self, element, 0.25);
  return FALSE;
}

static gboolean
is_out_by_mark (Marking             *self,
                const TlPageElement *element)
{
  TlPageMarks marks = element->marks;

  if (is_header_of_article (self, element))
    marks &= ~(TlPageMarks) TL_PAGE_MARK_BESIDE;
  if (element->tags & (TL_PAGE_TAG_BODY | TL_PAGE_TAG_MAIN))
    return FALSE;
  if ((marks & TL_PAGE_MARK_OUTSIDE) && leaves_enough (self, element))
    return TRUE;
  if ((marks & TL_PAGE_MARK_HIDDEN) && is_small (self, element, 0.3))
    return TRUE;
  if (marks & TL_PAGE_MARK_BODY)
    return FALSE;
  if ((marks & TL_PAGE_MARK_BESIDE) && is_small (self, element, 0.3) && !has_long_prose (self, element))
    return TRUE;
  if ((marks & TL_PAGE_MARK_CAPTION) && is_small (self, element, 0.25))
    return TRUE;
  if (!(marks & (TL_PAGE_MARK_FACTS | TL_PAGE_MARK_AUTHOR)) || (marks & TL_PAGE_MARK_LEAD))
    return FALSE;
  return tl_page_weights_span (self->weights, element->first, element->end).chars <=
           ((marks & TL_PAGE_MARK_AUTHOR) ? MAX_AUTHOR : MAX_FACTS) &&
         is_small (self, element, 0.3);
}

/* What stands in a figure is about the picture, but for tables and quotations. */
static gboolean
is_about_picture (Marking             *self,
                  const TlPageElement *element)
{
  if (element->tags & (TL_PAGE_TAG_QUOTE | TL_PAGE_TAG_PRE) || element->is_data)
    return FALSE;
  if (element->tags & TL_PAGE_TAG_FIGURE)
    return is_small (self, element, 0.5);
  return self->is_picture[element->parent];
}

static gboolean
is_said_before (Marking *self,
                guint    first,
                guint    block)
{
  const TlPageSurvey *survey = self->weights->survey;
  const TlPageBlock *said = tl_page_survey_block (survey, block);

  for (guint i = first; i < block; i++)
    {
      const TlPageBlock *before = tl_page_survey_block (survey, i);

      if (before->length == said->length &&
          memcmp (survey->text->str + before->start, survey->text->str + said->start, said->length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What a button unfolds: hidden in the article behind its first paragraphs, prose, and no copy
 * of them for another kind of screen. */
static gboolean
goes_on_with_story (Marking             *self,
                    const TlPageElement *element)
{
  const TlPageWeights *weights = self->weights;
  const TlPageElement *parent = get (self, element->parent);
  guint block = element->first;

  if ((!self->is_safe[element->parent] && is_small (self, parent, 0.5)) ||
      tl_page_weights_span (weights, parent->first, element->first).value < MIN_REST ||
      value_in (self, element) < MIN_REST)
    return FALSE;
  while (block < element->end && weights->values[block] <= 0)
    block++;
  return block < element->end && !is_said_before (self, parent->first, block);
}

static gboolean
decide (Marking *self,
        guint    i)
{
  const TlPageElement *element = get (self, i);

  if (self->is_out[element->parent])
    return TRUE;
  if (element->is_hidden)
    return element->first == element->end ||
           (leaves_enough (self, element) && !goes_on_with_story (self, element));
  if (self->is_safe[i])
    return FALSE;
  return self->is_teaser[i] || is_out_by_tag (self, element) || is_out_by_mark (self, element);
}

/**
 * tl_page_outside_mark:
 * @self: weights with values and sums
 *
 * Notes which blocks are out.
 */
void
tl_page_outside_mark (TlPageWeights *self)
{
  guint n = self->survey->elements->len;
  Marking marking = { .weights = self };

  marking.is_safe = g_new0 (gboolean, n);
  marking.is_out = g_new0 (gboolean, n);
  marking.is_picture = g_new0 (gboolean, n);
  marking.total = marking.rest = self->sums[self->survey->blocks->len].value;
  marking.is_safe[0] = TRUE;
  if (self->headline >= 0)
    make_safe (&marking, tl_page_survey_block (self->survey, (guint) self->headline)->element);
  make_body_safe (&marking);
  marking.is_teaser = tl_page_teasers_find (self->survey);

  for (guint i = 1; i < n; i++)
    {
      const TlPageElement *element = get (&marking, i);

      marking.is_out[i] = decide (&marking, i);
      marking.is_picture[i] = is_about_picture (&marking, element);
      if (marking.is_out[i] && !marking.is_out[element->parent])
        marking.rest -= value_in (&marking, element);
    }
  for (guint i = 0; i < self->survey->blocks->len; i++)
    {
      guint element = tl_page_survey_block (self->survey, i)->element;

      self->is_out[i] = marking.is_out[element] || marking.is_picture[element];
    }
  g_free (marking.is_safe);
  g_free (marking.is_out);
  g_free (marking.is_picture);
  g_free (marking.is_teaser);
}
