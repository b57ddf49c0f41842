/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-trade-cues.h"

#include "tl-lexicon.h"
#include "tl-trade-marks.h"

#include <string.h>

/* How far behind "surplus" its trade may stand: "the surplus of US$ 3.6 billion in goods trade". */
#define BALANCE_REACH 8

/* How many words may stand between a verb and the goods: "imported from Norway frozen". */
#define GOODS_REACH 6

/* How far before "trade" an article may stand that makes a deal of it. */
#define DEAL_REACH 4

typedef struct
{
  TlPhrases *flow;
  TlPhrases *elsewhere;
  TlPhrases *preposition;
  TlPhrases *block;
  TlPhrases *status;
  TlPhrases *past;
  TlPhrases *pair;
  TlPhrases *region;
  TlPhrases *world;
  TlPhrases *anaphor;
  TlPhrases *boundary;
  TlPhrases *commodity;
  TlPhrases *all_goods;
  TlPhrases *worth;
  TlPhrases *any_goods;
  TlPhrases *subject;
  TlPhrases *statistics;
  TlPhrases *title_link;
} Words;

static const Words *
get_words (void)
{
  static Words *words = NULL;

  if (g_once_init_enter (&words))
    {
      TlLexicon *lexicon = tl_lexicon_get_default ();
      Words *read = g_new0 (Words, 1);

      read->flow = tl_lexicon_get_group (lexicon, "trade-flow");
      read->elsewhere = tl_lexicon_get_group (lexicon, "trade-elsewhere");
      read->preposition = tl_lexicon_get_group (lexicon, "party-preposition");
      read->block = tl_lexicon_get_group (lexicon, "trade-block");
      read->status = tl_lexicon_get_group (lexicon, "trade-status");
      read->past = tl_lexicon_get_group (lexicon, "trade-status-past");
      read->pair = tl_lexicon_get_group (lexicon, "trade-pair");
      read->region = tl_lexicon_get_group (lexicon, "trade-region-reference");
      read->world = tl_lexicon_get_group (lexicon, "trade-world");
      read->anaphor = tl_lexicon_get_group (lexicon, "trade-anaphor");
      read->boundary = tl_lexicon_get_group (lexicon, "trade-boundary");
      read->commodity = tl_lexicon_get_group (lexicon, "trade-commodity");
      read->worth = tl_lexicon_get_group (lexicon, "trade-worth");
      read->all_goods = tl_lexicon_get_group (lexicon, "trade-goods-all");
      read->any_goods = tl_lexicon_get_group (lexicon, "trade-goods-any");
      read->subject = tl_lexicon_get_group (lexicon, "trade-subject");
      read->title_link = tl_lexicon_get_group (lexicon, "trade-title-link");
      read->statistics = tl_lexicon_get_group (lexicon, "trade-statistics");
      g_once_init_leave (&words, read);
    }
  return words;
}

/* Sets what the lexicon says of a flow word; FALSE where it speaks of something else. */
static gboolean
set_flow_word (TlCue      *cue,
               const char *string)
{
  static const struct { const char *name; TlFlowWord word; } names[] = {
    { "turnover", TL_FLOW_WORD_TURNOVER },
    { "exports", TL_FLOW_WORD_EXPORTS },
    { "imports", TL_FLOW_WORD_IMPORTS },
    { "surplus", TL_FLOW_WORD_SURPLUS },
    { "deficit", TL_FLOW_WORD_DEFICIT },
    { "reverse", TL_FLOW_WORD_REVERSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (string, names[i].name))
      {
        cue->value = (int) names[i].word;
        cue->is_weak = g_str_has_suffix (string, "-weak");
        cue->is_ranked = g_str_has_suffix (string, "-ranked");
        cue->is_unsure = cue->is_ranked || g_str_has_suffix (string, "-unsure") ||
                         g_str_has_suffix (string, "-placed");
        cue->is_bare = g_str_has_suffix (string, "-bare");
        return TRUE;
      }
  return FALSE;
}

/* "fishery products"; not "Belarusian products", which are all of a country's. */
static gboolean
are_some_goods (TlText *text,
                guint   token)
{
  const Words *words = get_words ();
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  if (tl_phrases_match_at (words->all_goods, text, token, NULL))
    return FALSE;
  if (tl_phrases_match_at (words->commodity, text, token, NULL))
    return TRUE;
  return token + 1 < n_tokens && tokens[token].kind == TL_TOKEN_WORD &&
         (tokens[token].flags & TL_TOKEN_CAPITALISED) == 0 &&
         tokens[token].sentence == tokens[token + 1].sentence &&
         !tl_phrases_match_at (words->any_goods, text, token, NULL) &&
         tl_phrases_match_at (words->all_goods, text, token + 1, NULL);
}

/* "bought Norwegian fish worth …", "imported from Norway fish worth …": some goods stand between a verb and
 * their worth, and none before them that are all of a country's. */
static gboolean
sells_some_goods (TlText *text,
                  guint   end)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint token = end; token < MIN (end + GOODS_REACH, n_tokens); token++)
    {
      if (tokens[token].kind != TL_TOKEN_WORD || tokens[token].sentence != tokens[end].sentence ||
          tl_phrases_match_at (get_words ()->worth, text, token, NULL))
        return FALSE;
      if (tl_phrases_match_at (get_words ()->commodity, text, token, NULL))
        return TRUE;
      if (tl_phrases_match_at (get_words ()->all_goods, text, token, NULL))
        return FALSE;
    }
  return FALSE;
}

/* "exported", "imported", "supplied" */
static gboolean
is_past_verb (TlText *text,
              guint   token)
{
  guint n_tokens;
  TlSpan span = tl_text_get_tokens (text, &n_tokens)[token].span;
  const char *string = tl_text_get_string (text);

  return span.end - span.start > 2 && string[span.end - 1] == 'd' && string[span.end - 2] == 'e';
}

/* "In services, trade came to …" */
static gboolean
begins_with_sector (TlText *text,
                    guint   token)
{
  guint n_tokens, n_sentences;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);
  const TlSentence *sentences = tl_text_get_sentences (text, &n_sentences);

  return tl_phrases_match_at (TL_LEXICON_GROUP ("trade-sector"), text, sentences[tokens[token].sentence].first_token,
                              NULL);
}

/* "steel exports", "exports of tractors", "trade in services"; not "trade in goods". */
static gboolean
is_sector (TlText  *text,
           guint    first,
           guint    end,
           gboolean is_weak)
{
  const Words *words = get_words ();

  if ((is_weak || is_past_verb (text, first)) && sells_some_goods (text, end))
    return TRUE;
  if (begins_with_sector (text, first))
    return TRUE;

  for (guint n = 1; n <= 2 && first >= n; n++)
    {
      TlPhraseMatch match;

      if (tl_phrases_match_at (words->commodity, text, first - n, &match) && match.end_token == first)
        return TRUE;
    }
  if (!tl_text_token_is (text, end, "of") && !tl_text_token_is (text, end, "in"))
    return FALSE;
  /* "exports of Chilean copper" */
  return are_some_goods (text, end + 1) || tl_phrases_match_at (words->commodity, text, end + 2, NULL);
}

/*
 * "the surplus in trade with Chile", "a deficit of $3 billion in trade with Chile": of the
 * balance, and no flow of its own.
 */
static gboolean
is_of_balance (GArray *cues,
               TlText *text,
               guint   token)
{
  const TlCue *before = cues->len > 0 ? &g_array_index (cues, TlCue, cues->len - 1) : NULL;

  if (before == NULL || before->kind != TL_CUE_FLOW || token - before->end_token > BALANCE_REACH ||
      (before->value != TL_FLOW_WORD_SURPLUS && before->value != TL_FLOW_WORD_DEFICIT))
    return FALSE;
  for (guint n = 1; n <= 2 && token >= before->end_token + n; n++)
    if (tl_text_token_is (text, token - n, "in") || tl_text_token_is (text, token - n, "of"))
      return TRUE;
  return FALSE;
}

/* Whether a place begins at @token or behind its article; @next is the first place that may. */
static gboolean
is_before_place (TlText *text,
                 GArray *places,
                 guint   token,
                 guint  *next)
{
  if (tl_text_token_is (text, token, "the"))
    token++;
  while (*next < places->len && g_array_index (places, TlPlaceMatch, *next).first_token < token)
    (*next)++;
  return *next < places->len && g_array_index (places, TlPlaceMatch, *next).first_token == token;
}

static guint
add_flow (GArray *cues,
          TlText *text,
          GArray *places,
          guint  *next_place,
          guint   token)
{
  guint end;
  const TlWord *word = tl_lexicon_match (get_words ()->flow, text, token, &end);
  TlCue cue = { .first_token = token, .kind = TL_CUE_FLOW };

  if (word == NULL)
    return 0;
  cue.end_token = end;
  if (g_str_has_prefix (word->value, "turnover") && is_of_balance (cues, text, token))
    {
      g_array_index (cues, TlCue, cues->len - 1).is_unsure = FALSE;
      return end;
    }
  if (g_str_has_suffix (word->value, "-placed") && !is_before_place (text, places, end, next_place))
    return 0;
  if (set_flow_word (&cue, word->value))
    {
      cue.is_sector = is_sector (text, token, end, cue.is_weak);
      g_array_append_val (cues, cue);
    }
  else if (strcmp (word->value, "topic") == 0)
    {
      cue.kind = TL_CUE_TOPIC;
      g_array_append_val (cues, cue);
    }
  return end;
}

/* "the Ministry of Economy": a part of a body's name. */
static gboolean
is_in_title (TlText *text,
             guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  return token >= 2 && (tokens[token].flags & TL_TOKEN_CAPITALISED) != 0 &&
         (tokens[token - 2].flags & TL_TOKEN_CAPITALISED) != 0 &&
         tokens[token - 2].sentence == tokens[token].sentence &&
         tl_phrases_match_at (get_words ()->title_link, text, token - 1, NULL);
}

static guint
add_status (GArray *cues,
            TlText *text,
            guint   token)
{
  guint end;
  const TlWord *word = tl_lexicon_match (get_words ()->status, text, token, &end);
  TlStatus status;

  if (word == NULL)
    return 0;
  if (tl_status_from_string (word->value, &status))
    g_array_append_val (cues, ((TlCue) { token, end, .kind = TL_CUE_STATUS, .value = (int) status }));
  return end;
}

static guint
add_simple (GArray    *cues,
            TlText    *text,
            guint      token,
            TlPhrases *group,
            TlCueKind  kind)
{
  guint end;

  if (tl_lexicon_match (group, text, token, &end) == NULL)
    return 0;
  g_array_append_val (cues, ((TlCue) { token, end, .kind = kind }));
  return end;
}

/* "with all countries" says more than "foreign trade", which may be that with one. */
static void
add_world (GArray *cues,
           TlText *text,
           guint   token)
{
  guint end;
  const TlWord *word = tl_lexicon_match (get_words ()->world, text, token, &end);

  if (word != NULL)
    g_array_append_val (cues, ((TlCue) { token, end, .kind = TL_CUE_WORLD,
                                         .value = strcmp (word->value, "all") == 0 }));
}

/* The cues that hang on nothing else. */
static void
add_marked (GArray  *cues,
            TlText  *text,
            guint16  marks,
            guint    token)
{
  const Words *words = get_words ();

  if ((marks & TL_MARK_PAST) != 0)
    add_simple (cues, text, token, words->past, TL_CUE_PAST);
  if ((marks & TL_MARK_PAIR) != 0)
    add_simple (cues, text, token, words->pair, TL_CUE_PAIR);
  if ((marks & TL_MARK_REGION) != 0)
    add_simple (cues, text, token, words->region, TL_CUE_REGION);
  if ((marks & TL_MARK_WORLD) != 0)
    add_world (cues, text, token);
  if ((marks & TL_MARK_ANAPHOR) != 0)
    add_simple (cues, text, token, words->anaphor, TL_CUE_ANAPHOR);
  if ((marks & TL_MARK_BOUNDARY) != 0)
    add_simple (cues, text, token, words->boundary, TL_CUE_BOUNDARY);
  if ((marks & TL_MARK_SUBJECT) != 0)
    add_simple (cues, text, token, words->subject, TL_CUE_SUBJECT);
  if ((marks & TL_MARK_STATISTICS) != 0)
    add_simple (cues, text, token, words->statistics, TL_CUE_STATISTICS);
}

/*
 * "bilateral turnover", "turnover with Chile", "purchases from Peru", "deliveries of tin":
 * sure enough by themselves.
 */
static gboolean
is_sure (TlText *text,
         GArray *cues,
         guint   index)
{
  const TlCue *cue = &g_array_index (cues, TlCue, index);
  const TlCue *before = index > 0 ? &g_array_index (cues, TlCue, index - 1) : NULL;
  const TlWord *preposition = tl_lexicon_match (get_words ()->preposition, text, cue->end_token, NULL);

  if (cue->is_ranked)
    return FALSE;
  if ((cue->is_sector && cue->value != TL_FLOW_WORD_TURNOVER) ||
      (before != NULL && before->kind == TL_CUE_PAIR && before->end_token == cue->first_token))
    return TRUE;
  if (preposition == NULL)
    return FALSE;
  if (strcmp (preposition->value, "with") == 0 || strcmp (preposition->value, "between") == 0)
    return TRUE;
  return cue->value != TL_FLOW_WORD_TURNOVER &&
         (strcmp (preposition->value, "from") == 0 || strcmp (preposition->value, "to") == 0);
}

/*
 * Whether the text speaks of trade: in words that mean nothing else, of no more than "trade"
 * more than once, or once and of two countries.
 */
static gboolean
is_of_trade (TlText *text,
             GArray *cues)
{
  guint n_bare = 0, n_pairs = 0;

  for (guint i = 0; i < cues->len; i++)
    {
      const TlCue *cue = &g_array_index (cues, TlCue, i);

      if (cue->kind == TL_CUE_TOPIC)
        return TRUE;
      if (cue->kind == TL_CUE_PAIR)
        n_pairs++;
      if (cue->kind != TL_CUE_FLOW || cue->is_weak || cue->value == TL_FLOW_WORD_REVERSE)
        continue;
      if ((!cue->is_unsure && !cue->is_bare) || is_sure (text, cues, i))
        return TRUE;
      n_bare += cue->is_bare;
    }
  return n_bare + MIN (n_pairs, 1) > 1;
}

/* "a three-team trade", "two who trade verses": one deal or what people do, not the trade of a country. */
static gboolean
is_deal (TlText *text,
         guint   token)
{
  guint n_tokens;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint n = 1; n <= DEAL_REACH && token >= n && tokens[token - n].sentence == tokens[token].sentence; n++)
    {
      if (tl_text_token_is (text, token - n, "a") || tl_text_token_is (text, token - n, "an") ||
          (n == 1 && tl_text_token_is (text, token - n, "who")))
        return TRUE;
      if (tl_text_token_is (text, token - n, ",") || tl_text_token_is (text, token - n, "in"))
        return FALSE;
      if (tl_lexicon_match (get_words ()->preposition, text, token - n, NULL) != NULL)
        return FALSE;
    }
  return FALSE;
}

/* Takes away what is no flow after all; @elsewhere has the sentences that speak of something else. */
static void
drop_unsure (GArray *cues,
             TlText *text,
             GArray *elsewhere)
{
  gboolean is_trade = is_of_trade (text, cues);
  guint n_tokens, n_kept = 0, next = 0;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < cues->len; i++)
    {
      TlCue cue = g_array_index (cues, TlCue, i);
      guint32 sentence = tokens[cue.first_token].sentence;

      while (next < elsewhere->len && g_array_index (elsewhere, guint32, next) < sentence)
        next++;
      if (cue.kind == TL_CUE_FLOW && (cue.is_weak || cue.is_unsure) && !cue.is_ranked &&
          next < elsewhere->len && g_array_index (elsewhere, guint32, next) == sentence)
        continue;
      if (cue.kind == TL_CUE_FLOW && (cue.is_unsure || (cue.is_bare && is_deal (text, cue.first_token))) &&
          !is_trade && !is_sure (text, cues, i))
        continue;
      g_array_index (cues, TlCue, n_kept++) = cue;
    }
  g_array_set_size (cues, n_kept);
}

/*
 * tl_trade_cues_find:
 * @text: a text
 * @marks: (array): from tl_trade_marks_find()
 * @places: (element-type TlPlaceMatch): the places that it names
 *
 * Returns: (transfer full) (element-type TlCue): the words that bear on trade, in order
 *   of their first token; cues of different kinds may overlap
 */
GArray *
tl_trade_cues_find (TlText        *text,
                    const guint16 *marks,
                    GArray        *places)
{
  const Words *words = get_words ();
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (TlCue));
  g_autoptr(GArray) elsewhere = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_tokens, flow_end = 0, block_end = 0, status_end = 0, next_place = 0;
  const TlToken *tokens = tl_text_get_tokens (text, &n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      if (tokens[i].kind == TL_TOKEN_PUNCTUATION)
        {
          if (tl_text_token_is (text, i, ";"))
            g_array_append_val (cues, ((TlCue) { i, i + 1, .kind = TL_CUE_BOUNDARY }));
          continue;
        }
      if ((marks[i] & TL_MARKS_CUE) == 0 || tokens[i].kind != TL_TOKEN_WORD)
        continue;
      if ((marks[i] & TL_MARK_FLOW) != 0 && i >= flow_end)
        flow_end = add_flow (cues, text, places, &next_place, i);
      if ((marks[i] & TL_MARK_BLOCK) != 0 && i >= block_end && i >= flow_end && !is_in_title (text, i))
        block_end = add_simple (cues, text, i, words->block, TL_CUE_BLOCK);
      if ((marks[i] & TL_MARK_STATUS) != 0 && i >= status_end)
        status_end = add_status (cues, text, i);
      add_marked (cues, text, marks[i], i);
      if ((marks[i] & TL_MARK_ELSEWHERE) != 0 && tl_phrases_match_at (words->elsewhere, text, i, NULL))
        g_array_append_val (elsewhere, tokens[i].sentence);
    }
  drop_unsure (cues, text, elsewhere);
  return cues;
}
