/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What neighbouring amounts do to each other: ranges ("$3.5–4 billion"), lists that
 * name the currency once ("$2.1bn and 1.4bn"), conversions ("$115m (£97m)").
 */

#include "tl-amount-private.h"

#include "tl-lexicon.h"
#include "tl-number.h"

#include <math.h>

/* How many tokens may stand between two amounts of a list, and in a bracket before a conversion. */
#define LIST_REACH 6
#define BRACKET_REACH 3

/* A number of a list takes over a currency where it has a magnitude like that: "a hundred" counts things. */
#define MIN_LISTED 1e3

typedef enum
{
  JOINT_NONE,
  JOINT_DASH,
  JOINT_TO,
  JOINT_AND,
  JOINT_OR,
} Joint;

typedef struct
{
  TlText        *text;
  const TlToken *tokens;
  guint          n_tokens;
  TlPhrases     *range_before;
  TlPhrases     *range_from;
  TlPhrases     *list;
  TlPhrases     *conversion;
} Linker;

static gboolean
is_dash (TlText *text,
         guint   token)
{
  return tl_text_token_is (text, token, "-") || tl_text_token_is (text, token, "–") ||
         tl_text_token_is (text, token, "—") || tl_text_token_is (text, token, "‑") ||
         tl_text_token_is (text, token, "−") || tl_text_token_is (text, token, "~");
}

static Joint
joint_at (TlText *text,
          guint   token)
{
  if (is_dash (text, token))
    return JOINT_DASH;
  if (tl_text_token_is (text, token, "to"))
    return JOINT_TO;
  if (tl_text_token_is (text, token, "and"))
    return JOINT_AND;
  if (tl_text_token_is (text, token, "or"))
    return JOINT_OR;
  return JOINT_NONE;
}

/* What joins a number that ends at @token to the next; "two-to-three" has hyphens around it. */
static Joint
joint_behind (TlText *text,
              guint   token,
              guint  *end)
{
  Joint joint = joint_at (text, token);

  *end = token + 1;
  if (joint == JOINT_DASH && is_dash (text, token + 2) && joint_at (text, token + 1) > JOINT_DASH)
    {
      *end = token + 3;
      return joint_at (text, token + 1);
    }
  return joint;
}

/*
 * tl_amount_is_joint:
 * @text: a text
 * @token: index of the token behind a number
 *
 * Returns: whether the number may be the first of a range or of a list
 */
gboolean
tl_amount_is_joint (TlText *text,
                    guint   token)
{
  return joint_at (text, token) != JOINT_NONE;
}

static gboolean
same_sentence (const Linker *self,
               guint         a,
               guint         b)
{
  return self->tokens[a].sentence == self->tokens[b].sentence;
}

static double
product (const AmountCandidate *candidate)
{
  return tl_number_multiply (candidate->value, candidate->magnitude);
}

static gboolean
stands_before (const Linker          *self,
               const AmountCandidate *candidate,
               const char            *word)
{
  return candidate->first > 0 && tl_text_token_is (self->text, candidate->first - 1, word) &&
         same_sentence (self, candidate->first - 1, candidate->first);
}

/* Whether one of @phrases ends right before an amount. */
static gboolean
phrase_stands_before (const Linker          *self,
                      TlPhrases             *phrases,
                      const AmountCandidate *candidate)
{
  guint end;

  for (guint n = 1; n <= 2 && n <= candidate->first; n++)
    if (tl_lexicon_match (phrases, self->text, candidate->first - n, &end) != NULL && end == candidate->first)
      return TRUE;
  return FALSE;
}

/* "worth $3 billion to $4 billion" is a range; "rose $3 billion to $4 billion" is none. */
static gboolean
is_range_with_to (const Linker          *self,
                  const AmountCandidate *low,
                  const AmountCandidate *high)
{
  if (stands_before (self, low, "from"))
    return phrase_stands_before (self, self->range_from, low);
  if (low->currency[0] == '\0' || high->currency[0] == '\0' || (!low->has_magnitude && high->has_magnitude))
    return TRUE;
  if (low->first < low->number_first)
    return TRUE;                /* a word of precision goes for both */
  return phrase_stands_before (self, self->range_before, low);
}

/* "$5-6" and "between $10 and 20", but neither "$5 million to 10" nor "$500 to 2020". */
static gboolean
may_be_bare (const Linker          *self,
             const AmountCandidate *low,
             const AmountCandidate *high)
{
  TlSpan span = self->tokens[high->number_first].span;
  gboolean may_be_year = span.end - span.start == 4 && high->value >= 1900 && high->value < 2100;

  return high->currency[0] != '\0' || high->has_magnitude ||
         (!low->has_magnitude && high->may_end && !high->is_article && !may_be_year);
}

/* "Fell from … in the second quarter to $5 billion": no part of an amount. */
static gboolean
is_bare_part (const Linker          *self,
              const AmountCandidate *candidate)
{
  return candidate->currency[0] == '\0' && !candidate->has_magnitude && candidate->value < 1 &&
         self->tokens[candidate->number_first].kind == TL_TOKEN_WORD;
}

/* "Fell in 2022 to 210 million euros": when, and no part of an amount. */
static gboolean
is_year_before (const Linker          *self,
                const AmountCandidate *low,
                const AmountCandidate *high)
{
  TlSpan span = self->tokens[low->number_first].span;

  return low->currency[0] == '\0' && !low->has_magnitude && high->has_magnitude &&
         span.end - span.start == 4 && low->value >= 1900 && low->value < 2100;
}

static gboolean
is_range (const Linker          *self,
          const AmountCandidate *low,
          const AmountCandidate *high)
{
  guint end;
  Joint joint = joint_behind (self->text, low->end, &end);

  if (low->is_cell || high->is_cell || is_bare_part (self, low) ||
      is_year_before (self, low, high) || !same_sentence (self, low->first, high->first))
    return FALSE;
  if (high->number_first != end || high->first < high->number_first || !may_be_bare (self, low, high))
    return FALSE;
  if (low->currency[0] == '\0' && (high->currency[0] == '\0' || high->has_sign))
    return FALSE;
  if (low->currency[0] != '\0' && high->currency[0] == '\0' && !low->has_sign)
    return FALSE;
  if (low->currency[0] != '\0' && high->currency[0] != '\0' && !g_str_equal (low->currency, high->currency))
    return FALSE;
  switch (joint)
    {
    case JOINT_DASH:
      return TRUE;
    case JOINT_TO:
      return is_range_with_to (self, low, high);
    case JOINT_AND:
      return stands_before (self, low, "between");
    case JOINT_OR:
      return !low->has_magnitude && !low->is_article &&
             (low->currency[0] == '\0' || (high->has_magnitude && low->value < high->value));
    case JOINT_NONE:
    default:
      return FALSE;
    }
}

/* "From $1 to 1.2 billion", "between 1 and 1.2 billion dollars", "5-10 cents": it is that of both. */
static void
inherit_magnitude (AmountCandidate       *low,
                   const AmountCandidate *high)
{
  gboolean is_subunit = high->magnitude < 1 && low->currency[0] == '\0';

  if (low->has_magnitude || !(high->has_magnitude || is_subunit) || low->value >= 1000)
    return;
  low->magnitude = high->magnitude;
  low->has_magnitude = high->has_magnitude;
}

static void
inherit_currency (AmountCandidate       *candidate,
                  const AmountCandidate *other)
{
  if (candidate->currency[0] == '\0')
    candidate->currency = other->currency;
}

/* Makes one amount of two; the second is left empty. */
static gboolean
join_range (AmountCandidate *low,
            AmountCandidate *high)
{
  AmountCandidate joined = *low;

  inherit_magnitude (&joined, high);
  if (product (&joined) >= product (high))
    return FALSE;
  joined.high = product (high);
  joined.end = high->end;
  joined.may_end = high->may_end;
  joined.is_level = FALSE;
  if (joined.precision == TL_PRECISION_EXACT)
    joined.precision = high->precision;
  inherit_currency (&joined, high);
  *low = joined;
  high->end = high->first;
  return TRUE;
}

/* Whether words of a list, and nothing that ends a clause, stand between two amounts. */
static gboolean
is_list (const Linker          *self,
         const AmountCandidate *before,
         const AmountCandidate *candidate)
{
  guint gap = candidate->first - before->end;
  guint end;

  if (!same_sentence (self, before->first, candidate->first) || gap == 0 || gap > LIST_REACH)
    return FALSE;
  if (before->magnitude < 1 || candidate->magnitude < 1)
    return FALSE;               /* nobody counts millions of cents and others in one breath */
  if (gap == 1 && tl_text_token_is (self->text, before->end, ","))
    return TRUE;
  if (gap == 1 && is_dash (self->text, before->end))
    return FALSE;
  /* "$1.1 bn (2015), 1.3 bn (2016)" */
  if (gap > 2 && tl_text_token_is (self->text, candidate->first - 1, ",") &&
      tl_text_token_is (self->text, candidate->first - 2, ")") && tl_text_token_is (self->text, before->end, "("))
    return TRUE;
  for (guint i = before->end; i < candidate->first; i++)
    if (tl_text_token_is (self->text, i, ";"))
      return FALSE;
  for (guint i = candidate->first; i > before->end; i--)
    if (tl_lexicon_match (self->list, self->text, i - 1, &end) != NULL && end == candidate->first)
      return TRUE;
  return FALSE;
}

static void
link_ranges (const Linker    *self,
             AmountCandidate *candidates,
             guint            n)
{
  for (guint i = 0; i + 1 < n; i++)
    if (is_range (self, &candidates[i], &candidates[i + 1]) &&
        join_range (&candidates[i], &candidates[i + 1]))
      i++;
}

/* "$3.1 and $2.9 billion", "3.1 and 2.9 billion dollars", but not "$300 and $2 million". */
static gboolean
shares_magnitude (const Linker          *self,
                  const AmountCandidate *candidate,
                  const AmountCandidate *behind)
{
  if (behind->number_first != candidate->end + 1 || joint_at (self->text, candidate->end) != JOINT_AND ||
      !isnan (candidate->high) || !isnan (behind->high))
    return FALSE;
  if (candidate->value == floor (candidate->value))
    return FALSE;
  if (candidate->currency[0] != '\0')
    return candidate->has_sign && behind->has_sign && g_str_equal (candidate->currency, behind->currency);
  return !behind->has_sign;
}

/* "100 million and 200 million dollars", "from 1 to 1.2 billion dollars", from the last to the first. */
static void
link_backwards (const Linker    *self,
                AmountCandidate *candidates,
                guint            n)
{
  const AmountCandidate *behind = NULL;

  for (guint i = n; i > 0; i--)
    {
      AmountCandidate *candidate = &candidates[i - 1];

      if (candidate->end == candidate->first)
        continue;
      if (behind != NULL && behind->currency[0] != '\0' && candidate->may_end &&
          is_list (self, candidate, behind) && behind->number_first - candidate->end <= 2)
        {
          if (stands_before (self, candidate, "from") || stands_before (self, candidate, "between") ||
              shares_magnitude (self, candidate, behind))
            inherit_magnitude (candidate, behind);
          if (candidate->currency[0] == '\0' && candidate->magnitude >= MIN_LISTED && !behind->has_sign)
            candidate->currency = behind->currency;
        }
      behind = candidate;
    }
}

/* "$2.1bn and 1.4bn", "from $1 to 1.2 billion", "one-billion mark". */
static void
link_forwards (const Linker    *self,
               AmountCandidate *candidates,
               guint            n)
{
  AmountCandidate *before = NULL;

  for (guint i = 0; i < n; i++)
    {
      AmountCandidate *candidate = &candidates[i];

      if (candidate->end == candidate->first)
        continue;
      if (candidate->currency[0] == '\0' && candidate->magnitude >= MIN_LISTED && candidate->may_end &&
          before != NULL && is_list (self, before, candidate))
        {
          inherit_currency (candidate, before);
          if (before->end + 1 == candidate->first && stands_before (self, before, "from"))
            inherit_magnitude (before, candidate);
        }
      if (candidate->currency[0] != '\0')
        {
          candidate->is_money = TRUE;
        }
      else if (candidate->has_magnitude && product (candidate) >= 1e6 && isnan (candidate->high) &&
               (candidate->is_level || (candidate->is_bounded && product (candidate) >= 1e9)))
        {
          candidate->is_money = TRUE;
          if (candidate->is_level)
            candidate->end = candidate->level_end;
        }
      if (candidate->is_money)
        before = candidate;
    }
}

/* "22,201bn yen ($214.6bn;£114.5bn)", "500 million yuan, or $70 million". */
static gboolean
is_conversion (const Linker          *self,
               const AmountCandidate *before,
               const AmountCandidate *candidate)
{
  guint gap = candidate->first - before->end;
  guint end;

  if (!same_sentence (self, before->first, candidate->first) || gap == 0 || gap > BRACKET_REACH + 1 ||
      candidate->currency[0] == '\0')
    return FALSE;
  /* "One hundred dollars ($100)" says the same twice. */
  if (g_str_equal (before->currency, candidate->currency))
    return gap == 1 && product (before) == product (candidate) && tl_text_token_is (self->text, before->end, "(");
  if (tl_text_token_is (self->text, before->end, "(") || tl_text_token_is (self->text, before->end, "["))
    return TRUE;
  if (before->in_brackets)
    return gap == 1 && !tl_text_token_is (self->text, before->end, ")");
  return tl_lexicon_match (self->conversion, self->text, before->end, &end) != NULL &&
         end == candidate->first;
}

static void
link_conversions (const Linker    *self,
                  AmountCandidate *candidates,
                  guint            n)
{
  const AmountCandidate *before = NULL;

  for (guint i = 0; i < n; i++)
    {
      AmountCandidate *candidate = &candidates[i];

      if (!candidate->is_money)
        continue;
      candidate->in_brackets = before != NULL && is_conversion (self, before, candidate);
      before = candidate;
    }
}

/*
 * tl_amount_link:
 * @text: a text
 * @candidates: (element-type AmountCandidate): its candidates in order
 *
 * Joins ranges, hands currencies on, and decides which candidates are money.
 */
void
tl_amount_link (TlText *text,
                GArray *candidates)
{
  TlLexicon *lexicon = tl_lexicon_get_default ();
  Linker self = {
    .text = text,
    .range_before = tl_lexicon_get_group (lexicon, "amount-range-before"),
    .range_from = tl_lexicon_get_group (lexicon, "amount-range-from"),
    .list = tl_lexicon_get_group (lexicon, "amount-list"),
    .conversion = tl_lexicon_get_group (lexicon, "amount-conversion"),
  };
  AmountCandidate *first = (AmountCandidate *) (gpointer) candidates->data;

  self.tokens = tl_text_get_tokens (text, &self.n_tokens);
  link_ranges (&self, first, candidates->len);
  link_backwards (&self, first, candidates->len);
  link_forwards (&self, first, candidates->len);
  link_conversions (&self, first, candidates->len);
}
