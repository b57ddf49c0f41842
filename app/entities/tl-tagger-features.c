/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the tagger sees of a token: the word and its neighbours, their shapes and clusters,
 * the run of capitals it stands in, what the gazetteer and the word lists know, and what
 * the rules made of it.  Each is hashed to a number that names a row of the model.
 *
 * The trainer sees the same through this file: a change here is a new model, and a new
 * TL_MODEL_VERSION.
 */

#include "tl-row-sum.h"
#include "tl-tag-view.h"

/* The kinds of features, each with a number of its own. */
enum
{
  F_WORD = 1,                   /* and its neighbours', by their distance */
  F_WORDS = F_WORD + 5,
  F_SHAPE = F_WORDS + 5,
  F_SHAPES = F_SHAPE + 5,
  F_PREFIX = F_SHAPES + 6,
  F_SUFFIX = F_PREFIX + 4,
  F_FINE = F_SUFFIX + 4,
  F_COARSE = F_FINE + 5,
  F_CLUSTERS = F_COARSE + 5,
  F_PLACE = F_CLUSTERS + 6,
  F_CITY = F_PLACE + 8,
  F_RUN = F_CITY + 4,
  F_RULE = F_RUN + 8,
  F_POINTS = F_RULE + 12,
  F_FLAGS = F_POINTS + 8,
  F_CUE = F_FLAGS + 4,
};

/*
 * Features:
 * @numbers: where the trainer has their hashes; NULL for the tagger
 * @parts: the model whose rows the tagger adds up; NULL for the trainer
 * @sum: of these rows
 * @n: how many there are
 *
 * Where a token's features go.  The rows lie anywhere in the model; each is added as soon as it is
 * known, without anything in between that would wait for it, so that the processor fetches some
 * ten of them at once.
 */
typedef struct
{
  guint32            *numbers;
  const TlModelParts *parts;
  TlRowSum            sum;
  guint               n;
} Features;

static G_ALWAYS_INLINE inline void
put (Features *self,
     guint     kind,
     guint64   value)
{
  guint64 h = (value ^ (kind * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);

  h = (h ^ (h >> 32)) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  h >>= 32;
  if (self->numbers != NULL)
    self->numbers[self->n] = (guint32) h;
  else
    tl_row_sum_add (&self->sum, self->parts, tl_model_row_of ((guint32) h, self->parts->n_rows));
  self->n++;
}

static inline guint64
pair (guint32 a,
      guint32 b)
{
  return ((guint64) a << 32) | b;
}

static inline guint64
small (guint a,
       guint b,
       guint c)
{
  return ((guint64) a << 40) | ((guint64) b << 20) | c;
}

static G_ALWAYS_INLINE inline void
put_words (Features       *out,
           const TlTagToken *t)
{
  for (int d = -TL_TAG_REACH; d <= TL_TAG_REACH; d++)
    put (out, F_WORD + (guint) (d + TL_TAG_REACH), t[d].word);
  for (int d = -1; d <= 1; d++)
    {
      put (out, F_FINE + (guint) (d + TL_TAG_REACH), t[d].fine);
      put (out, F_SHAPE + (guint) (d + TL_TAG_REACH), t[d].shape);
    }
  put (out, F_WORDS, pair (t[-1].word, t[0].word));
  put (out, F_WORDS + 1, pair (t[0].word, t[1].word));
  put (out, F_WORDS + 2, pair (t[-1].word, t[1].word));
  put (out, F_SHAPES + 2, small (t[-1].shape, t[0].shape, t[1].shape));
  put (out, F_SHAPES + 3, pair (t[-1].word, t[0].shape));
  put (out, F_SHAPES + 4, pair (t[1].word, t[0].shape));
  put (out, F_CLUSTERS, small (t[-1].fine, t[0].fine, 0));
  put (out, F_CLUSTERS + 1, small (t[0].fine, t[1].fine, 0));
  put (out, F_CLUSTERS + 4, small (t[-1].coarse, t[1].coarse, t[0].shape));
  put (out, F_CLUSTERS + 5, small (t[-1].fine, t[0].shape, t[1].shape));
}

/* g_ascii_tolower(), of which there are eight a token, without a call. */
static inline guint32
to_lower (char c)
{
  return (guint32) (guchar) c | (guint32) (g_ascii_isupper (c) ? 0x20 : 0);
}

static G_ALWAYS_INLINE inline void
put_affixes (Features        *out,
             const TlReading *reading,
             guint            token)
{
  const TlSpan span = reading->tokens[token].span;
  const char *word = reading->string + span.start;
  gsize length = span.end - span.start;
  guint32 prefix = 0, suffix = 0;

  for (guint i = 0; i < 4 && i < length; i++)
    {
      prefix = prefix << 8 | to_lower (word[i]);
      suffix = suffix << 8 | to_lower (word[length - 1 - i]);
      if (i < 1)
        continue;
      put (out, F_PREFIX + i, prefix);
      put (out, F_SUFFIX + i, suffix);
    }
}

static G_ALWAYS_INLINE inline void
put_run (Features       *out,
         const TlTagToken *t)
{
  const TlTagToken *first = t - t->run_place + 1, *last = first + t->run_length - 1;

  if (t->run_place == 0)
    {
      put (out, F_RUN, 0);
      return;
    }
  put (out, F_RUN, small (MIN (t->run_place, 5), MIN (t->run_length, 6), 0));
  put (out, F_RUN + 1, first->word);
  put (out, F_RUN + 2, pair (last->word, t == last));
  put (out, F_RUN + 3, pair (first[-1].word, t == first));
  put (out, F_RUN + 4, pair (last[1].word, t == last));
  put (out, F_RUN + 5, small (last->fine, (guint) MIN (last - t, 4), 0));
  put (out, F_RUN + 6, small (first[-1].fine, last[1].fine, MIN (t->run_length, 4)));
  put (out, F_RUN + 7, small (first->fine, last->fine, MIN (t->run_place, 4)));
}

static G_ALWAYS_INLINE inline void
put_places (Features       *out,
            const TlTagToken *t)
{
  put (out, F_PLACE + 1, small (t[-1].place, t[0].place, 0));
  put (out, F_PLACE + 2, small (t[0].place, t[1].place, 0));
  put (out, F_PLACE + 3, small (t[0].place, t[0].run_length, t[0].run_place));
  put (out, F_PLACE + 5, pair (t[-1].word, t[0].place));
  put (out, F_PLACE + 6, pair (t[1].word, t[0].place));
  if (t->city == 0)
    return;
  put (out, F_CITY, t->city);
  put (out, F_CITY + 1, small (t->city, t->run_place, t->run_length));
  put (out, F_CITY + 2, pair (t[-1].word, t->city));
  put (out, F_CITY + 3, small (t->city, t->rule, t->place));
}

/* The ends of the range in which points make a difference. */
#define LEAST_POINTS -20
#define MOST_POINTS  41

/*
 * So many points, in steps that grow: up to -20, -5, -1, 0, 2, 4, 7, 11, 20, 40, and above.  A
 * table, since eight times a token nobody could guess where a search among them ends.
 */
static inline guint
step_of (int points)
{
  static const guint8 steps[MOST_POINTS - LEAST_POINTS + 1] = {
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2,     /* to -1 */
    3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8,     /* to 19 */
    8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9,     /* to 39 */
    9, 10,
  };

  return steps[CLAMP (points, LEAST_POINTS, MOST_POINTS) - LEAST_POINTS];
}

static G_ALWAYS_INLINE inline void
put_rules (Features        *out,
           const TlTagView *self,
           const TlTagToken  *t)
{
  const TlCandidate *candidate;
  const TlName *name;

  put (out, F_RULE, t[0].rule);
  put (out, F_RULE + 1, small (t[-1].rule, t[0].rule, t[1].rule));
  put (out, F_RULE + 2, small (t[0].rule, t[0].shape, t[0].fine));
  put (out, F_RULE + 4, pair (t[0].word, t[0].rule));
  put (out, F_RULE + 6, small (t[-1].rule, t[0].rule, t[-1].shape));
  put (out, F_RULE + 7, small (t[0].rule, t[1].rule, t[1].shape));
  if (t->candidate == 0)
    {
      put (out, F_RULE + 8, 0);
      return;
    }
  candidate = &g_array_index (self->reading->candidates, TlCandidate, t->candidate - 1);
  name = &g_array_index (self->names, TlName, candidate->name);
  put (out, F_RULE + 8, small (candidate->shape + 1u, candidate->flags, t->candidate_part));
  put (out, F_RULE + 9, small (candidate->shape + 1u, candidate->flags, t->rule));
  for (guint type = 0; type < TL_N_ENTITY_TYPES; type++)
    {
      put (out, F_POINTS + type, small (step_of (name->scores[type]), t->candidate_part, t->rule));
      put (out, F_POINTS + 4 + type, small (step_of (candidate->scores[type]), t->candidate_part, t->rule));
    }
}

static G_ALWAYS_INLINE inline void
put_cues (Features       *out,
          const TlTagToken *t)
{
  /* All kinds but this one are put once at most, and so there was room for them. */
  G_STATIC_ASSERT (F_CUE <= TL_MAX_FEATURES);
  for (int d = -1; d <= 1; d++)
    {
      guint64 cues = t[d].cues;

      while (cues != 0 && out->n < TL_MAX_FEATURES)
        {
          guint cue = (guint) __builtin_ctzll (cues);

          put (out, F_CUE + (guint) (d + TL_TAG_REACH), small (cue, d == 0 ? t[0].run_place : t[0].shape, 0));
          cues &= cues - 1;
        }
    }
}

static G_ALWAYS_INLINE inline void
put_all (Features        *out,
         const TlTagView *self,
         guint            token)
{
  const TlReading *reading = self->reading;
  const TlTagToken *t = tl_tag_view_at ((TlTagView *) self, token);
  gboolean is_seen_lower = tl_reading_is_seen_lower (reading, token);

  put (out, F_FLAGS, small ((reading->tokens[token].flags & TL_TOKEN_SENTENCE_START) != 0,
                            is_seen_lower, t->shape));
  put (out, F_FLAGS + 1, small ((t->cues & TL_CUE_COMMON) != 0, is_seen_lower, t->run_length));
  put_words (out, t);
  put_affixes (out, reading, token);
  put_run (out, t);
  put_places (out, t);
  put_rules (out, self, t);
  put_cues (out, t);
}

/*
 * tl_tag_view_get_features:
 * @self: a view that has entered an island
 * @token: one of the island's tokens
 * @features: (out): hashes of what is so of the token
 *
 * Returns: how many
 */
guint
tl_tag_view_get_features (TlTagView *self,
                          guint      token,
                          guint32    features[TL_MAX_FEATURES])
{
  Features out = { .numbers = features };

  put_all (&out, self, token);
  return out.n;
}

/*
 * tl_tag_view_weigh:
 * @self: a view that has entered an island
 * @token: one of the island's tokens
 * @weights: (out): a weight for each tag
 *
 * Adds up the rows that the model has for the token's features.
 */
void
tl_tag_view_weigh (TlTagView *self,
                   guint      token,
                   gint32     weights[TL_MODEL_TAGS])
{
  Features out = { .parts = self->parts };

  put_all (&out, self, token);
  tl_row_sum_get (&out.sum, weights);
}
