/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The partners of a flow.  Each place in the clause gets a role from the words around it
 * ("between", "with", "to", "from", a possessive before the flow); the flow's kind says
 * which roles it wants; what is missing comes from the context.
 */

#include "tl-partners.h"

#include "tl-lexicon.h"

#include <string.h>

#define WORLD "WORLD"

/* How far from its flow the other side of exports, imports or a balance may stand. */
#define OTHER_REACH 20

/* How far before its flow an owner may stand: "Kazakhstan's total annual exports". */
#define OWNER_REACH 4

typedef enum
{
  ROLE_NONE,
  ROLE_OWNER,                   /* "Kazakhstan's exports", "Kazakh exports" */
  ROLE_SUBJECT,                 /* "Kazakhstan exported" */
  ROLE_OF,                      /* "exports of Kazakhstan" */
  ROLE_BETWEEN,
  ROLE_WITH,
  ROLE_TO,
  ROLE_FROM,
  ROLE_OFFICE,                  /* "the ambassador of Kazakhstan": no partner */
} Role;

typedef struct
{
  const TlPlaceMatch *match;
  Role                role;
  const char         *code;
  gboolean            joined;   /* to the place before it, by "and", a comma or a hyphen */
} Party;

static gboolean
is_word (const TlTradeView *view,
         guint              token,
         const char        *word)
{
  return token >= view->sentence->first_token && token < view->sentence->end_token &&
         tl_text_token_is (view->reading->text, token, word);
}

static gboolean
is_any_word (const TlTradeView  *view,
             guint               token,
             const char *const  *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (is_word (view, token, words[i]))
      return TRUE;
  return FALSE;
}

/* The token before @token that is no article or "neighbouring"; G_MAXUINT at the sentence's start. */
static guint
word_before (const TlTradeView *view,
             guint              token)
{
  static const char *const skipped[] = {
    "the", "neighbouring", "neighboring", "its", "their", "our", "nearby", "both", "republic", "of", NULL,
  };

  while (token > view->sentence->first_token)
    {
      token--;
      /* "of" only as in "the Republic of Belarus" */
      if (is_word (view, token, "of") && !is_word (view, token - 1, "republic"))
        return token;
      if (!is_any_word (view, token, skipped))
        return token;
    }
  return G_MAXUINT;
}

static Role
role_from_preposition (const TlTradeView *view,
                       guint              token)
{
  static const struct { const char *word; Role role; } prepositions[] = {
    { "between", ROLE_BETWEEN }, { "with", ROLE_WITH }, { "to", ROLE_TO }, { "into", ROLE_TO }, { "towards", ROLE_TO },
    { "from", ROLE_FROM }, { "of", ROLE_OF }, { "by", ROLE_OF }, { "for", ROLE_OF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (prepositions); i++)
    if (is_word (view, token, prepositions[i].word))
      return prepositions[i].role;
  return ROLE_NONE;
}

/* "the ambassador of Kazakhstan to Belarus": an office stands close before, and no flow between. */
static gboolean
is_office (const TlTradeView  *view,
           const TlPlaceMatch *match,
           TlTokenRun          flow)
{
  TlPhrases *offices = tl_lexicon_get_group (tl_lexicon_get_default (), "trade-office");
  guint first = view->sentence->first_token;

  for (guint n = 1; n <= 6 && match->first_token >= first + n; n++)
    {
      guint token = match->first_token - n;

      if (tl_token_run_contains (flow, token) || is_word (view, token, ","))
        return FALSE;
      if (tl_phrases_match_at (offices, view->reading->text, token, NULL))
        return TRUE;
    }
  /* "Kazakhstan's ambassador", "the Kazakh ambassador" */
  for (guint token = match->end_token; token < match->end_token + 4 && token < view->sentence->end_token; token++)
    {
      if (tl_token_run_contains (flow, token))
        return FALSE;
      if (tl_phrases_match_at (offices, view->reading->text, token, NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whether nothing but words that may stand between an owner and its flow is between them. */
static gboolean
owns (const TlTradeView *view,
      guint              end,
      TlTokenRun         flow)
{
  TlPhrases *between = tl_lexicon_get_group (tl_lexicon_get_default (), "trade-owner-before");
  TlText *text = view->reading->text;

  if (end > flow.first || flow.first - end > OWNER_REACH + 2)
    return FALSE;
  if (end == flow.first)
    return TRUE;
  /* "Kazakhstan's leather footwear exports": a possessive owns whatever follows it. */
  if (is_word (view, end, "'s") || is_word (view, end, "’s") || is_word (view, end, "'") || is_word (view, end, "’"))
    return TRUE;
  for (guint token = end; token < flow.first; token++)
    if (!tl_phrases_match_at (between, text, token, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
joins (const TlTradeView  *view,
       const TlPlaceMatch *before,
       const TlPlaceMatch *match)
{
  guint token = before->end_token;

  if (is_word (view, token, "'s") || is_word (view, token, "'") || is_word (view, token, "’"))
    token++;
  if (token + 3 < match->first_token || token >= match->first_token)
    return FALSE;
  for (; token < match->first_token; token++)
    if (!is_word (view, token, "and") && !is_word (view, token, ",") && !is_word (view, token, "-") &&
        !is_word (view, token, "–") && !is_word (view, token, "/") && !is_word (view, token, "the") &&
        !is_word (view, token, "or") && !is_word (view, token, "neighboring") && !is_word (view, token, "neighbouring"))
      return FALSE;
  return TRUE;
}

static Role
find_role (const TlTradeView  *view,
           const TlPlaceMatch *match,
           TlTokenRun          flow,
           gboolean            is_verb)
{
  guint before = word_before (view, match->first_token);
  Role role;

  if (is_office (view, match, flow))
    return ROLE_OFFICE;
  if (owns (view, match->end_token, flow))
    {
      /* "with Belarusian exports": what stands before belongs to the flow */
      role = before != G_MAXUINT ? role_from_preposition (view, before) : ROLE_NONE;
      if (match->end_token == flow.first && match->place->form == TL_NAME_PROPER &&
          (role == ROLE_TO || role == ROLE_FROM))
        return role;
      return is_verb ? ROLE_SUBJECT : ROLE_OWNER;
    }
  if (before != G_MAXUINT)
    {
      role = role_from_preposition (view, before);
      /* "exports of Kazakhstan"; before its flow, or behind a verb, "of" tells nothing */
      if (role == ROLE_OF && (match->first_token < flow.end || (is_verb && !is_word (view, before, "for"))))
        role = match->first_token < flow.first && match->place->form == TL_NAME_PROPER ? ROLE_OF : ROLE_NONE;
      if (role != ROLE_NONE)
        return role;
    }
  if (is_verb && match->place->form == TL_NAME_PROPER && match->end_token <= flow.first)
    return ROLE_SUBJECT;
  return ROLE_NONE;
}

/* "European goods" are the European Union's where the article speaks of it. */
static const char *
code_of (const TlPartnersContext *self,
         const TlPlaceMatch      *match)
{
  if (self->names_eu && match->place->form == TL_NAME_ADJECTIVE && strcmp (match->place->code, "EUROPE") == 0)
    return "EU";
  return match->place->code;
}

/* Cities and regions of a name's own kind are partners only as regions or as capitals of a pair. */
static gboolean
may_be_party (const TlPlaceMatch *match)
{
  return match->place->kind != TL_PLACE_CITY && match->place->code[0] != '\0';
}

static GArray *
find_parties (TlPartnersContext *self,
              const TlTradeView *view,
              const TlCue       *cue,
              TlTokenRun         clause)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (Party));
  TlTokenRun flow = { cue->first_token, cue->end_token };
  g_autofree char *word = tl_text_dup_span (view->reading->text, view->tokens[cue->first_token].span);
  gboolean is_verb = g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "ing") || cue->is_weak ||
                     cue->value == TL_FLOW_WORD_SURPLUS || cue->value == TL_FLOW_WORD_DEFICIT;

  for (guint i = 0; i < view->n_places; i++)
    {
      const TlPlaceMatch *match = &view->places[i];
      Party party = { match, ROLE_NONE, code_of (self, match), FALSE };

      if (!tl_token_run_contains (clause, match->first_token) || !may_be_party (match))
        continue;
      party.role = find_role (view, match, flow, is_verb);
      if (parties->len > 0)
        {
          const Party *before = &g_array_index (parties, Party, parties->len - 1);

          party.joined = joins (view, before->match, match);
          if (party.joined && (party.role == ROLE_NONE || party.role == ROLE_SUBJECT))
            party.role = before->role;
        }
      g_array_append_val (parties, party);
    }
  return parties;
}

static gboolean
same_partner (const char *a,
              const char *b)
{
  return strcmp (a, b) == 0;
}

static guint
gap_to (const TlTradeView *view,
        const TlCue       *cue,
        const Party       *party)
{
  return tl_trade_view_gap (view, (TlTokenRun) { cue->first_token, cue->end_token },
                            (TlTokenRun) { party->match->first_token, party->match->end_token });
}

/* The party of one of the roles (a bit each) that stands nearest to @anchor's side of the flow. */
static const Party *
nearest (const TlTradeView *view,
         GArray            *parties,
         const TlCue       *cue,
         guint              roles,
         const char        *other_than)
{
  const Party *best = NULL;
  guint best_gap = G_MAXUINT;

  for (guint i = 0; i < parties->len; i++)
    {
      const Party *party = &g_array_index (parties, Party, i);
      guint gap = gap_to (view, cue, party);

      if ((roles & (1u << party->role)) == 0 || gap >= best_gap)
        continue;
      if (party->match->place->form == TL_NAME_CAPITAL && (party->role == ROLE_FROM || party->role == ROLE_TO))
        continue;
      if (cue->value != TL_FLOW_WORD_TURNOVER && gap > OTHER_REACH &&
          (party->role == ROLE_WITH || party->role == ROLE_TO || party->role == ROLE_FROM))
        continue;
      if (other_than != NULL && same_partner (party->code, other_than))
        continue;
      best = party;
      best_gap = gap;
    }
  return best;
}

/* "between A and B", "A-B trade", "A and B traded": two that are joined, nearest to the flow. */
static gboolean
find_joined (const TlTradeView *view,
             GArray            *parties,
             const TlCue       *cue,
             const Party       *found[2])
{
  guint best = G_MAXUINT;

  for (guint i = 1; i < parties->len; i++)
    {
      const Party *first = &g_array_index (parties, Party, i - 1);
      const Party *second = &g_array_index (parties, Party, i);
      guint gap = MIN (gap_to (view, cue, first), gap_to (view, cue, second));

      if (!second->joined || second->role == ROLE_OFFICE ||
          first->role == ROLE_WITH || first->role == ROLE_TO || first->role == ROLE_FROM ||
          same_partner (first->code, second->code))
        continue;
      /* Two names that only stand somewhere in the sentence are no pair. */
      if (first->role == ROLE_NONE && gap > 3)
        continue;
      if (gap < best)
        {
          best = gap;
          found[0] = first;
          found[1] = second;
        }
    }
  return best != G_MAXUINT;
}

static void
copy_code (char        to[TL_PARTNER_SIZE],
           const char *from)
{
  g_strlcpy (to, from, TL_PARTNER_SIZE);
}

static gboolean
is_in_pair (char        pair[2][TL_PARTNER_SIZE],
            const char *code)
{
  return pair[0][0] != '\0' && (same_partner (pair[0], code) || same_partner (pair[1], code));
}

static const char *
other_of (char        pair[2][TL_PARTNER_SIZE],
          const char *code)
{
  return same_partner (pair[0], code) ? pair[1] : pair[0];
}

/* Whom one that is named alone trades with. */
static void
supply_other (TlPartnersContext *self,
              const TlTradeView *view,
              TlTokenRun         clause,
              const char        *known,
              char               other[TL_PARTNER_SIZE])
{
  gboolean is_pair = tl_trade_view_has_cue (view, TL_CUE_PAIR, clause);

  if (tl_trade_view_has_cue (view, TL_CUE_WORLD, clause) && !is_pair)
    copy_code (other, WORLD);
  else if (is_in_pair (self->last, known))
    copy_code (other, other_of (self->last, known));
  else if (is_in_pair (self->pair, known) && (self->is_bilateral || is_pair))
    copy_code (other, other_of (self->pair, known));
  else
    copy_code (other, WORLD);
}

/* Who trades with one that is named only as the other side ("trade with Belarus"). */
static void
supply_owner (TlPartnersContext *self,
              const TlTradeView *view,
              const TlCue       *cue,
              const char        *known,
              char               owner[TL_PARTNER_SIZE])
{
  /* "Kazakhstan expects its trade with Belarus to grow": the one named before. */
  for (guint i = view->n_places; i-- > 0;)
    {
      const TlPlaceMatch *match = &view->places[i];

      if (match->end_token <= cue->first_token && match->place->kind == TL_PLACE_COUNTRY &&
          match->place->form == TL_NAME_PROPER && !same_partner (match->place->code, known) &&
          !is_office (view, match, (TlTokenRun) { cue->first_token, cue->end_token }))
        {
          copy_code (owner, match->place->code);
          return;
        }
    }
  if (is_in_pair (self->last, known) && !same_partner (other_of (self->last, known), WORLD))
    copy_code (owner, other_of (self->last, known));
  else if (self->last[0][0] != '\0' && !same_partner (self->last[0], known))
    copy_code (owner, self->last[0]);
  else if (is_in_pair (self->pair, known))
    copy_code (owner, other_of (self->pair, known));
  else if (self->main[0] != '\0' && !same_partner (self->main, known))
    copy_code (owner, self->main);
  else
    copy_code (owner, WORLD);
}

/* Nothing is named beside the flow: the pair, or whom was spoken of last. */
static gboolean
supply_both (TlPartnersContext *self,
             const TlTradeView *view,
             TlTokenRun         clause,
             char               owner[TL_PARTNER_SIZE],
             char               other[TL_PARTNER_SIZE])
{
  char (*from)[TL_PARTNER_SIZE] = NULL;

  if (tl_trade_view_has_cue (view, TL_CUE_PAIR, clause) && self->pair[0][0] != '\0' &&
      (self->last[0][0] == '\0' || same_partner (self->last[1], WORLD) || strchr (self->last[0], '-') != NULL))
    from = self->pair;
  else if (tl_trade_view_has_cue (view, TL_CUE_WORLD, clause) && self->main[0] != '\0')
    {
      copy_code (owner, self->last[0][0] != '\0' ? self->last[0] : self->main);
      copy_code (other, WORLD);
      return TRUE;
    }
  else if (self->last[0][0] != '\0')
    from = self->last;
  else if (self->pair[0][0] != '\0' && self->is_bilateral)
    from = self->pair;

  if (from != NULL)
    {
      copy_code (owner, from[0]);
      copy_code (other, from[1]);
      return TRUE;
    }
  if (self->main[0] == '\0')
    return FALSE;
  copy_code (owner, self->main);
  copy_code (other, WORLD);
  return TRUE;
}

#define BIT(role) (1u << (role))

static gboolean
resolve_turnover (TlPartnersContext *self,
                  const TlTradeView *view,
                  const TlCue       *cue,
                  GArray            *parties,
                  TlTokenRun         clause,
                  char               owner[TL_PARTNER_SIZE],
                  char               other[TL_PARTNER_SIZE])
{
  const Party *found[2] = { NULL, NULL };

  if (!find_joined (view, parties, cue, found))
    {
      found[1] = nearest (view, parties, cue, BIT (ROLE_WITH) | BIT (ROLE_BETWEEN) | BIT (ROLE_TO), NULL);
      found[0] = nearest (view, parties, cue, BIT (ROLE_OWNER) | BIT (ROLE_SUBJECT) | BIT (ROLE_OF) | BIT (ROLE_FROM),
                          found[1] != NULL ? found[1]->code : NULL);
      /* A party of the whole clause that stands far off owns nothing. */
      if (found[0] != NULL && found[0]->role == ROLE_OF && gap_to (view, cue, found[0]) > 6)
        found[0] = NULL;
    }

  if (found[0] != NULL)
    copy_code (owner, found[0]->code);
  if (found[1] != NULL)
    copy_code (other, found[1]->code);
  if (found[0] != NULL && found[1] == NULL)
    supply_other (self, view, clause, owner, other);
  else if (found[0] == NULL && found[1] != NULL)
    supply_owner (self, view, cue, other, owner);
  else if (found[0] == NULL)
    return supply_both (self, view, clause, owner, other);
  return TRUE;
}

/* @owner becomes the one whose books are spoken of: the exporter, importer, or who has the surplus or deficit. */
static gboolean
resolve_directed (TlPartnersContext *self,
                  const TlTradeView *view,
                  const TlCue       *cue,
                  GArray            *parties,
                  TlTokenRun         clause,
                  char               owner[TL_PARTNER_SIZE],
                  char               other[TL_PARTNER_SIZE])
{
  gboolean is_import = cue->value == TL_FLOW_WORD_IMPORTS;
  gboolean is_export = cue->value == TL_FLOW_WORD_EXPORTS;
  guint owner_roles = BIT (ROLE_OWNER) | BIT (ROLE_SUBJECT) | BIT (ROLE_OF);
  guint other_roles = BIT (ROLE_WITH) | (is_import ? BIT (ROLE_FROM) : BIT (ROLE_TO));
  const Party *mine = NULL, *theirs = NULL, *pair[2];

  /* "exports from A to B": then A owns them; "imports to A": so does A. */
  owner_roles |= is_import ? BIT (ROLE_TO) : is_export ? BIT (ROLE_FROM) : 0;
  theirs = nearest (view, parties, cue, other_roles, NULL);
  mine = nearest (view, parties, cue, owner_roles, theirs != NULL ? theirs->code : NULL);

  /* "the import of Belarusian products to Kazakhstan": of whose goods is from whom. */
  if (is_import && mine != NULL && mine->role == ROLE_OF && mine->match->place->form == TL_NAME_ADJECTIVE)
    {
      theirs = mine;
      mine = nearest (view, parties, cue, BIT (ROLE_OWNER) | BIT (ROLE_SUBJECT) | BIT (ROLE_TO),
                      theirs->code);
    }
  /* "the trade gap between A and B": the first named has it. */
  if (mine == NULL && theirs == NULL && find_joined (view, parties, cue, pair))
    {
      mine = pair[0];
      theirs = pair[1];
    }

  if (mine != NULL)
    copy_code (owner, mine->code);
  if (theirs != NULL)
    copy_code (other, theirs->code);
  if (mine != NULL && theirs == NULL)
    supply_other (self, view, clause, owner, other);
  else if (mine == NULL && theirs != NULL)
    supply_owner (self, view, cue, other, owner);
  else if (mine == NULL)
    return supply_both (self, view, clause, owner, other);
  return TRUE;
}

/* "the oblast's trade": the region last named stands for its country. */
static void
put_region (TlPartnersContext *self,
            const TlTradeView *view,
            TlTokenRun         clause,
            char               owner[TL_PARTNER_SIZE],
            char               other[TL_PARTNER_SIZE])
{
  if (self->region[0] == '\0')
    return;
  for (guint i = 0; i < 2; i++)
    {
      char *code = i == 0 ? owner : other;
      gboolean is_its_country = strlen (code) == 2 && strncmp (code, self->region, 2) == 0 && self->region[2] == '-';

      /* "… between Brest Oblast and Kazakhstan, with Belarusian export as high as …" */
      if (is_its_country && (tl_trade_view_has_cue (view, TL_CUE_REGION, clause) ||
                             (is_in_pair (self->last, self->region) &&
                              is_in_pair (self->last, i == 0 ? other : owner))))
        copy_code (code, self->region);
    }
}

/*
 * tl_partners_resolve:
 * @self: what the article said before; what is found is remembered
 * @view: the sentence
 * @cue: the flow
 * @anchor: the first token of the amount or the change
 * @owner: (out): the one whose flow it is
 * @other: (out): the other side
 *
 * Returns: whether partners were found
 */
gboolean
tl_partners_resolve (TlPartnersContext *self,
                     const TlTradeView *view,
                     const TlCue       *cue,
                     guint              anchor,
                     char               owner[TL_PARTNER_SIZE],
                     char               other[TL_PARTNER_SIZE])
{
  TlTokenRun clause = tl_trade_view_clause (view, cue->first_token);
  g_autoptr(GArray) parties = NULL;
  gboolean found;

  if (!tl_token_run_contains (clause, anchor))
    clause.end = MAX (clause.end, tl_trade_view_clause (view, anchor).end);
  parties = find_parties (self, view, cue, clause);
  owner[0] = other[0] = '\0';
  if (cue->value == TL_FLOW_WORD_TURNOVER)
    found = resolve_turnover (self, view, cue, parties, clause, owner, other);
  else
    found = resolve_directed (self, view, cue, parties, clause, owner, other);
  if (!found || same_partner (owner, other))
    return FALSE;
  put_region (self, view, clause, owner, other);
  copy_code (self->last[0], owner);
  copy_code (self->last[1], other);
  return TRUE;
}

/*
 * tl_partners_context_begin_paragraph:
 * @self: a context
 *
 * Forgets that a region was spoken of: the next paragraph is about the countries again.
 */
void
tl_partners_context_begin_paragraph (TlPartnersContext *self)
{
  if (strchr (self->last[0], '-') == NULL && strchr (self->last[1], '-') == NULL)
    return;
  self->last[0][0] = self->last[1][0] = '\0';
}

/*
 * tl_partners_find_direction:
 * @self: what the article said before; what is found is remembered
 * @view: a sentence that names no flow
 * @owner: (out): from where
 * @other: (out): to where
 *
 * Finds "from Kazakhstan to Belarus" or "Russia to Belarus", as items of a list say it.
 *
 * Returns: whether there is such a pair
 */
gboolean
tl_partners_find_direction (TlPartnersContext *self,
                            const TlTradeView *view,
                            char               owner[TL_PARTNER_SIZE],
                            char               other[TL_PARTNER_SIZE])
{
  for (guint i = 1; i < view->n_places; i++)
    {
      const TlPlaceMatch *from = &view->places[i - 1], *to = &view->places[i];

      if (from->end_token + 1 != to->first_token || !is_word (view, from->end_token, "to") ||
          !may_be_party (from) || !may_be_party (to) || same_partner (from->place->code, to->place->code))
        continue;
      copy_code (owner, from->place->code);
      copy_code (other, to->place->code);
      copy_code (self->last[0], owner);
      copy_code (self->last[1], other);
      return TRUE;
    }
  return FALSE;
}

/*
 * tl_partners_context_see:
 * @self: a context
 * @view: a sentence
 *
 * Remembers the region that the sentence names, for "the oblast" in it and behind it.
 */
void
tl_partners_context_see (TlPartnersContext *self,
                         const TlTradeView *view)
{
  for (guint i = 0; i < view->n_places; i++)
    if (view->places[i].place->kind == TL_PLACE_REGION)
      copy_code (self->region, view->places[i].place->code);
}

typedef struct
{
  const char *code;
  guint       n;
} CodeCount;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const CodeCount *first = a, *second = b;

  return first->n != second->n ? (first->n < second->n ? 1 : -1) : strcmp (first->code, second->code);
}

static GArray *
count_countries (const TlReading *reading)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (CodeCount));
  g_autoptr(GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reading->places->len; i++)
    {
      const TlPlaceName *place = g_array_index (reading->places, TlPlaceMatch, i).place;
      guint weight = place->form == TL_NAME_CAPITAL ? 0 : 1;
      gpointer slot;

      if (place->kind != TL_PLACE_COUNTRY && !(place->kind == TL_PLACE_BLOC && strcmp (place->code, "EU") == 0))
        continue;
      slot = g_hash_table_lookup (index, place->code);
      if (slot == NULL)
        {
          g_array_append_val (counts, ((CodeCount) { place->code, weight }));
          g_hash_table_insert (index, (gpointer) place->code, GUINT_TO_POINTER (counts->len));
        }
      else
        {
          g_array_index (counts, CodeCount, GPOINTER_TO_UINT (slot) - 1).n += weight;
        }
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

/*
 * tl_partners_context_init:
 * @self: the context to fill
 * @reading: what was read from the article
 *
 * Finds the pair that an article is about from how often it names which country.
 */
void
tl_partners_context_init (TlPartnersContext *self,
                          const TlReading   *reading)
{
  g_autoptr(GArray) counts = count_countries (reading);
  const CodeCount *top = (const CodeCount *) (gpointer) counts->data;

  memset (self, 0, sizeof *self);
  if (counts->len == 0)
    {
      if (reading->home != NULL)
        copy_code (self->main, reading->home);
      return;
    }
  for (guint i = 0; i < counts->len; i++)
    self->names_eu |= strcmp (top[i].code, "EU") == 0;
  copy_code (self->main, top[0].code);
  if (counts->len == 1)
    {
      if (reading->home != NULL && strcmp (reading->home, top[0].code) != 0)
        {
          copy_code (self->pair[0], top[0].code);
          copy_code (self->pair[1], reading->home);
          self->is_bilateral = TRUE;
        }
      return;
    }
  copy_code (self->pair[0], top[0].code);
  copy_code (self->pair[1], top[1].code);
  self->is_bilateral = top[1].n * 3 >= top[0].n && (counts->len == 2 || top[1].n * 3 > top[2].n * 4);
}
