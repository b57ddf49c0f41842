/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which element of a page holds the article.  Each block of prose speaks for the elements that
 * it stands in, most for the nearest; names, links and the place of the headline count; and
 * the elements around the best are taken as long as they bring more of the same.
 */

#include "tl-page-article.h"

#include <string.h>

/* How much of what an element brings has to be prose. */
#define MIN_PURITY 0.55

/* How much more prose has to come with an element around what was found. */
#define MIN_GAIN 0.12
#define MIN_GAIN_NAMED 0.4

/* With so much prose it is known what the paragraphs of the article stand in. */
#define MIN_KNOWN 120

/* So much is a first paragraph. */
#define MIN_FIRST 60

/* A page that is prose in so many parts is an article as a whole: a mail, a chapter. */
#define MIN_PLAIN 0.8

static const TlPageElement *
get (const TlPageWeights *weights,
     guint                i)
{
  return tl_page_survey_element (weights->survey, i);
}

static guint
get_holder (const TlPageWeights *weights,
            guint                element)
{
  guint parent = get (weights, element)->parent;

  while (parent > 0 && (get (weights, parent)->tags & (TL_PAGE_TAG_INLINE | TL_PAGE_TAG_LIST)))
    parent = get (weights, parent)->parent;
  return parent;
}

/* Each block of prose speaks for those that it is in. */
static void
speak (const TlPageWeights *weights,
       double              *credits,
       guint                i)
{
  const TlPageBlock *block = tl_page_survey_block (weights->survey, i);
  const TlPageTags small = TL_PAGE_TAG_PARAGRAPH | TL_PAGE_TAG_ITEM | TL_PAGE_TAG_QUOTE |
                           TL_PAGE_TAG_PRE | TL_PAGE_TAG_INLINE;
  double credit = weights->values[i] * ((int) i < weights->headline ? 0.25 : 1);
  guint element = block->element;

  if (!(get (weights, element)->tags & small))
    credits[element] += credit;
  else
    credit /= 0.9;
  for (guint n = 0; n < 3 && element > 0; n++)
    {
      element = get_holder (weights, element);
      credit *= n == 0 ? 0.9 : 0.5;
      credits[element] += credit;
    }
}

static double
score (const TlPageWeights *weights,
       double               credit,
       guint                i)
{
  const TlPageElement *element = get (weights, i);
  TlPageSpan span = tl_page_weights_span (weights, element->first, element->end);

  if (credit <= 0)
    return 0;
  credit *= 1 - span.links / MAX (span.chars, 1);
  if (element->is_body)
    credit *= 3;
  else if (element->marks & TL_PAGE_MARK_BODY)
    credit *= 1.6;
  if (element->tags & (TL_PAGE_TAG_ARTICLE | TL_PAGE_TAG_MAIN))
    credit *= 1.2;
  return credit;
}

/* The <article> around the headline, or 0. */
static guint
find_headline_article (const TlPageWeights *weights)
{
  guint element;

  if (weights->headline < 0)
    return 0;
  element = tl_page_survey_block (weights->survey, (guint) weights->headline)->element;
  while (element > 0 && !(get (weights, element)->tags & TL_PAGE_TAG_ARTICLE))
    element = get (weights, element)->parent;
  return element;
}

static gboolean
holds (const TlPageWeights *weights,
       guint                outer,
       guint                inner)
{
  return get (weights, outer)->first <= get (weights, inner)->first &&
         get (weights, outer)->end >= get (weights, inner)->end;
}

/* The first paragraph behind the headline: the article begins there, more often than not. */
static guint
find_first (const TlPageWeights *weights)
{
  guint i = (guint) (weights->headline + 1);

  while (i < weights->survey->blocks->len && (weights->is_out[i] || weights->values[i] < MIN_FIRST))
    i++;
  return weights->headline >= 0 ? i : G_MAXUINT;
}

static guint
find_best (const TlPageWeights *weights)
{
  guint n = weights->survey->elements->len, best = 0;
  guint article = find_headline_article (weights);
  guint first = find_first (weights);
  double *credits = g_new0 (double, n);
  double best_score = 0;

  for (guint i = 0; i < weights->survey->blocks->len; i++)
    if (weights->values[i] > 0 && !weights->is_out[i])
      speak (weights, credits, i);
  for (guint i = 0; i < n; i++)
    {
      double found = score (weights, credits[i], i);

      if (article > 0 && !holds (weights, article, i))
        found *= 0.5;
      if (first >= get (weights, i)->first && first < get (weights, i)->end)
        found *= 1.4;
      if (found > best_score)
        {
          best_score = found;
          best = i;
        }
    }
  g_free (credits);
  return best;
}

/* What the outer has that the inner has not. */
static TlPageSpan
difference (const TlPageWeights *weights,
            guint                outer,
            guint                inner)
{
  const TlPageElement *o = get (weights, outer), *i = get (weights, inner);
  TlPageSpan before = tl_page_weights_span (weights, o->first, i->first);
  TlPageSpan behind = tl_page_weights_span (weights, i->end, o->end);

  return (TlPageSpan) { before.value + behind.value, before.chars + behind.chars, before.prose + behind.prose,
                        before.links + behind.links };
}

static gboolean
has_headline (const TlPageWeights *weights,
              guint                i)
{
  return weights->headline >= (int) get (weights, i)->first && weights->headline < (int) get (weights, i)->end;
}

/* The name of an element, for comparing: up to the first digit of the first word of its class. */
static const char *
get_class (const TlPageElement *element,
           gsize               *length)
{
  const char *class = tl_html_get (element->node, "class");

  *length = class != NULL ? strcspn (class, " \t\n0123456789") : 0;
  return class;
}

static gboolean
is_alike (const TlPageWeights *weights,
          guint                a,
          guint                b)
{
  const TlPageElement *e = get (weights, a), *f = get (weights, b);
  gsize n_e, n_f;
  const char *class_e = get_class (e, &n_e), *class_f = get_class (f, &n_f);

  return n_e == n_f && (n_e == 0 || memcmp (class_e, class_f, n_e) == 0) &&
         (e->tags | TL_PAGE_TAG_BODY) == (f->tags | TL_PAGE_TAG_BODY);
}

/* The block of most weight in an element. */
static guint
find_heaviest (const TlPageWeights *weights,
               guint                i)
{
  const TlPageElement *element = get (weights, i);
  guint heaviest = element->first;

  for (guint k = element->first; k < element->end; k++)
    if (!weights->is_out[k] && weights->values[k] > weights->values[heaviest])
      heaviest = k;
  return heaviest;
}

/* Of each block, how much prose before it stands in elements as that of the article does: what
 * an article goes on in looks like what it began in; legal notes and comments do not. */
static void
add_up_alike (const TlPageWeights *weights,
              guint                article,
              double              *sums)
{
  guint model = tl_page_survey_block (weights->survey, find_heaviest (weights, article))->element;
  double sum = 0;

  for (guint i = 0; i < weights->survey->blocks->len; i++)
    {
      guint element = tl_page_survey_block (weights->survey, i)->element;

      sums[i] = sum;
      if (!weights->is_out[i] && weights->values[i] > 0 && is_alike (weights, element, model) &&
          is_alike (weights, get (weights, element)->parent, get (weights, model)->parent))
        sum += weights->values[i];
    }
  sums[weights->survey->blocks->len] = sum;
}

/* How much prose has to come with an element around what was found. */
static double
get_min_gain (const TlPageWeights *weights,
              guint                found,
              double               value,
              gboolean             is_article)
{
  const TlPageElement *element = get (weights, found);

  if (is_article || element->is_body)
    return (has_headline (weights, found) ? 3 : 1) * value;
  return ((element->marks & TL_PAGE_MARK_BODY) ? MIN_GAIN_NAMED : MIN_GAIN) * value;
}

static guint
climb (const TlPageWeights *weights,
       guint                best)
{
  g_autofree double *sums = g_new (double, weights->survey->blocks->len + 1);
  guint found = best;
  gboolean is_article = FALSE;

  add_up_alike (weights, found, sums);
  for (guint outer = best; outer > 0;)
    {
      const TlPageElement *in = get (weights, found), *out;
      double value = tl_page_weights_span (weights, in->first, in->end).value;
      TlPageSpan more;

      is_article |= (get (weights, outer)->tags & TL_PAGE_TAG_ARTICLE) != 0;
      outer = get (weights, outer)->parent;
      out = get (weights, outer);
      more = difference (weights, outer, found);
      if (value >= MIN_KNOWN)
        more.value = sums[out->end] - sums[out->first] - (sums[in->end] - sums[in->first]);
      if (more.value > get_min_gain (weights, found, value, is_article) && more.prose >= MIN_PURITY * more.chars)
        {
          found = outer;
          add_up_alike (weights, found, sums);
        }
    }
  return found;
}

static gboolean
is_called_body (const TlPageWeights *weights,
                guint                i)
{
  const TlPageElement *element = get (weights, i);

  return element->is_body || (element->marks & TL_PAGE_MARK_BODY) || (element->tags & TL_PAGE_TAG_ARTICLE);
}

/**
 * tl_page_body_find:
 * @weights: a page
 *
 * Returns: the element that holds the article
 */
guint
tl_page_body_find (const TlPageWeights *weights)
{
  TlPageSpan page = tl_page_weights_span (weights, 0, weights->survey->blocks->len);
  guint best = find_best (weights);

  if (page.prose >= MIN_PLAIN * page.chars && page.links <= 0.1 * page.chars && weights->headline < 0 &&
      !is_called_body (weights, best))
    return 0;
  return climb (weights, best);
}
