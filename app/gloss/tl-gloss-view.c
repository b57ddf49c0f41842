/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which entry of the glossary stands where in a text. */

#include "tl-gloss-private.h"

#include <string.h>

/* Years that news tells of. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2100

static guint64
find_tags (TlGlossary   *glossary,
           const GArray *forms)
{
  guint64 tags = 0;

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const TlGlossForm *form = &g_array_index (forms, TlGlossForm, i);

      tags |= form->tags | g_array_index (glossary->lemma_tags, guint64, form->lemma);
    }
  return tags;
}

/* "8–10 %": what is counted stands behind the second. */
static guint
skip_range (TlGlossView *self,
            guint        end)
{
  if (end + 1 < self->n_tokens && self->tokens[end].kind != TL_TOKEN_WORD &&
      self->tokens[end + 1].kind == TL_TOKEN_NUMBER &&
      (g_str_equal (self->tokens[end].folded, "–") || g_str_equal (self->tokens[end].folded, "-") ||
       g_str_equal (self->tokens[end].folded, "—")))
    return tl_gloss_number_end (self, end + 1);
  return end;
}

/* What stands behind a number tells what it counts. */
static void
tag_number (TlGlossView *self,
            guint        i)
{
  TlGlossToken *token = &self->tokens[i];
  guint end = tl_gloss_number_end (self, i);
  guint64 money = self->glossary->groups[TL_GLOSS_GROUP_CURRENCY] | self->glossary->groups[TL_GLOSS_GROUP_SCALE];
  guint64 percent = self->glossary->groups[TL_GLOSS_GROUP_PERCENTS];
  guint after = skip_range (self, end);
  guint64 behind = after < self->n_tokens ? self->tokens[after].tags : 0;
  guint64 ahead = i > 0 ? self->tokens[i - 1].tags : 0;
  int year = atoi (token->folded);

  token->tags |= TL_GLOSS_NUMBER;
  if ((behind & percent) != 0)
    token->tags |= TL_GLOSS_PERCENT;
  else if ((behind & money) != 0 || (ahead & self->glossary->groups[TL_GLOSS_GROUP_CURRENCY]) != 0)
    token->tags |= TL_GLOSS_MONEY;
  else if (end == i + 1 && strlen (token->folded) == 4 && year >= FIRST_YEAR && year <= LAST_YEAR)
    token->tags |= TL_GLOSS_YEAR;
}

/*
 * tl_gloss_view_init:
 * @glossary: the words of its language
 * @text: a text
 */
void
tl_gloss_view_init (TlGlossView *self,
                    TlGlossary  *glossary,
                    TlText      *text)
{
  const TlToken *tokens = tl_text_get_tokens (text, &self->n_tokens);

  self->glossary = glossary;
  self->string = tl_text_get_string (text);
  self->tokens = g_new0 (TlGlossToken, self->n_tokens);
  for (guint i = 0; i < self->n_tokens; i++)
    {
      TlGlossToken *token = &self->tokens[i];

      token->span = tokens[i].span;
      token->kind = tokens[i].kind;
      token->flags = tokens[i].flags;
      token->sentence = tokens[i].sentence;
      token->folded = tl_glossary_fold (self->string + token->span.start, token->span.end - token->span.start);
      token->forms = g_hash_table_lookup (glossary->forms, token->folded);
      token->tags = find_tags (glossary, token->forms);
    }
  for (guint i = 0; i < self->n_tokens; i++)
    {
      if (self->tokens[i].kind == TL_TOKEN_NUMBER)
        tag_number (self, i);
    }
}

/*
 * tl_gloss_view_clear:
 */
void
tl_gloss_view_clear (TlGlossView *self)
{
  for (guint i = 0; i < self->n_tokens; i++)
    g_free (self->tokens[i].folded);
  g_clear_pointer (&self->tokens, g_free);
}

static gboolean
is_end (TlGlossView *self,
        guint        token)
{
  return token >= self->n_tokens || (self->tokens[token].flags & TL_TOKEN_LINE_START) != 0;
}

/* "казахстанско-": no word by itself. */
static gboolean
is_combined (TlGlossView *self,
             guint        token)
{
  return token + 1 < self->n_tokens && g_str_equal (self->tokens[token + 1].folded, "-") &&
         (self->tokens[token + 1].flags & TL_TOKEN_SPACE_BEFORE) == 0;
}

/* The cases in which a word stands here, if it is this one. */
static gboolean
is_form (TlGlossView          *self,
         guint                 token,
         const TlGlossElement *element,
         guint64              *tags)
{
  const GArray *forms = self->tokens[token].forms;

  if (element->is_capitalised && (self->tokens[token].flags & TL_TOKEN_CAPITALISED) == 0)
    return FALSE;
  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const TlGlossForm *form = &g_array_index (forms, TlGlossForm, i);

      if (form->lemma == element->lemma &&
          ((form->tags & (TL_GLOSS_CASES | TL_GLOSS_COMBINING)) != TL_GLOSS_COMBINING || is_combined (self, token)))
        {
          *tags = form->tags;
          return TRUE;
        }
    }
  return FALSE;
}

/* A point belongs to the word before it only where nothing stands between. */
static gboolean
is_apart (TlGlossView *self,
          guint        token)
{
  return g_str_equal (self->tokens[token].folded, ".") && (self->tokens[token].flags & TL_TOKEN_SPACE_BEFORE) != 0;
}

/* Where an entry without conditions, of words alone, ends that begins with a word and is of a group. */
static guint
find_end (TlGlossView *self,
          guint32      lemma,
          guint        token,
          guint64      group)
{
  const GArray *indices = g_ptr_array_index (self->glossary->by_first, lemma);
  guint longest = 0;

  for (guint i = 0; indices != NULL && i < indices->len; i++)
    {
      const TlGlossEntry *entry = g_ptr_array_index (self->glossary->entries, g_array_index (indices, guint, i));
      guint n = 0;
      guint64 tags;

      if ((entry->tags & group) == 0 || (entry->before | entry->earlier | entry->after | entry->later) != 0)
        continue;
      while (n < entry->n_elements && token + n < self->n_tokens &&
             is_form (self, token + n, &entry->elements[n], &tags))
        n++;
      if (n == entry->n_elements)
        longest = MAX (longest, token + n);
    }
  return longest;
}

/* The first token from there that is no word of precision: "на не менее 30 %" speaks of per cent. */
static guint
skip_about (TlGlossView *self,
            guint        token)
{
  guint64 about = self->glossary->groups[TL_GLOSS_GROUP_ABOUT];

  while (token < self->n_tokens)
    {
      const GArray *forms = self->tokens[token].forms;
      guint end = token;

      for (guint i = 0; forms != NULL && i < forms->len; i++)
        end = MAX (end, find_end (self, g_array_index (forms, TlGlossForm, i).lemma, token, about));
      if (end == token)
        break;
      token = end;
    }
  return token;
}

static guint64
tags_at (TlGlossView *self,
         guint        token)
{
  guint64 sign;

  token = skip_about (self, token);
  if (is_end (self, token))
    return TL_GLOSS_STOP;
  /* "$5" */
  sign = self->tokens[token].tags & self->glossary->groups[TL_GLOSS_GROUP_CURRENCY];
  if (sign != 0 && token + 1 < self->n_tokens && self->tokens[token + 1].kind == TL_TOKEN_NUMBER)
    return sign | TL_GLOSS_MONEY;
  return self->tokens[token].tags | (tl_gloss_view_is_name (self, token) ? TL_GLOSS_NAME : 0);
}

static gboolean match_from (TlGlossView *self, guint token, guint64 before, guint64 earlier, gboolean is_nested,
                            TlGlossMatch *match);

static guint
match_slot (TlGlossView          *self,
            const TlGlossElement *element,
            guint                 token,
            TlGlossMatch         *match)
{
  TlGlossMatch inner;
  guint end = 0;

  if (match->n_slots >= G_N_ELEMENTS (match->slots))
    return 0;
  if (self->tokens[token].kind == TL_TOKEN_NUMBER)
    {
      inner.entry = NULL;
      end = (self->tokens[token].tags & element->slot) != 0 ? tl_gloss_number_end (self, token) : 0;
      if (end != 0 && end < self->n_tokens && (element->slot & TL_GLOSS_PERCENT) != 0 &&
          g_str_equal (self->tokens[end].folded, "%"))
        end++;
    }
  else if (match_from (self, token, 0, 0, TRUE, &inner) && (inner.tags & element->slot) != 0)
    end = inner.end;
  if (end == 0)
    return 0;
  match->slots[match->n_slots].entry = inner.entry;
  match->slots[match->n_slots].first = token;
  match->slots[match->n_slots++].end = end;
  return end;
}

static gboolean
comes_later (TlGlossView *self,
             guint        token,
             guint        end,
             guint64      tags)
{
  guint32 sentence = self->tokens[token].sentence;

  for (guint i = end; i < self->n_tokens && self->tokens[i].sentence == sentence; i++)
    {
      if ((self->tokens[i].tags & tags) != 0)
        return TRUE;
    }
  return FALSE;
}

/* The case of all words together is what all of them can be. */
static gboolean
match_entry (TlGlossView        *self,
             const TlGlossEntry *entry,
             guint               token,
             guint64             before,
             guint64             earlier,
             TlGlossMatch       *match)
{
  guint64 cases = 0;
  gboolean is_adverbial = FALSE;
  guint p = token;

  if ((entry->before != 0 && (entry->before & before) == 0) ||
      (entry->earlier != 0 && (entry->earlier & earlier) == 0))
    return FALSE;
  *match = (TlGlossMatch) { .entry = entry, .first = token };
  for (guint i = 0; i < entry->n_elements; i++)
    {
      const TlGlossElement *element = &entry->elements[i];
      guint64 tags = 0;

      if (p >= self->n_tokens || (i > 0 && (is_end (self, p) || is_apart (self, p))))
        return FALSE;
      if (element->lemma == 0)
        {
          p = match_slot (self, element, p, match);
          if (p == 0)
            return FALSE;
          continue;
        }
      if (!is_form (self, p, element, &tags))
        return FALSE;
      if (i == 0 && entry->n_elements > 1 && (tags & TL_GLOSS_CASES) == 0 && !element->is_capitalised)
        is_adverbial = TRUE;
      if ((tags & TL_GLOSS_CASES) != 0)
        cases = (cases & tags) != 0 ? cases & tags : tags & TL_GLOSS_CASES;
      match->tags |= tags & ~TL_GLOSS_CASES;
      p++;
    }
  if ((entry->after != 0 && (entry->after & tags_at (self, p)) == 0) ||
      (entry->later != 0 && !comes_later (self, token, p, entry->later)))
    return FALSE;
  match->end = p;
  match->tags = (match->tags & ~(TL_GLOSS_NOUN | TL_GLOSS_ADJECTIVE | TL_GLOSS_VERB)) | entry->tags;
  /* "за год" stands in no case, whatever its noun does. */
  if (!is_adverbial)
    match->tags |= cases;
  return TRUE;
}

static guint
count_conditions (const TlGlossEntry *entry)
{
  return (entry->before != 0) * 2u + (entry->after != 0) * 2u + (entry->earlier != 0) + (entry->later != 0);
}

static void
try_entries (TlGlossView  *self,
             const GArray *indices,
             guint         token,
             guint64       before,
             guint64       earlier,
             gboolean      is_nested,
             TlGlossMatch *best)
{
  for (guint i = 0; indices != NULL && i < indices->len; i++)
    {
      const TlGlossEntry *entry = g_ptr_array_index (self->glossary->entries, g_array_index (indices, guint, i));
      TlGlossMatch match;

      if (is_nested && (entry->elements[0].lemma == 0 || (entry->before | entry->earlier) != 0))
        continue;
      if (!match_entry (self, entry, token, before, earlier, &match))
        continue;
      if (best->entry == NULL || match.end > best->end ||
          (match.end == best->end && count_conditions (entry) > count_conditions (best->entry)))
        *best = match;
    }
}

static gboolean
match_from (TlGlossView  *self,
            guint         token,
            guint64       before,
            guint64       earlier,
            gboolean      is_nested,
            TlGlossMatch *match)
{
  const GArray *forms = self->tokens[token].forms;

  match->entry = NULL;
  for (guint i = 0; forms != NULL && i < forms->len; i++)
    try_entries (self, g_ptr_array_index (self->glossary->by_first, g_array_index (forms, TlGlossForm, i).lemma),
                 token, before, earlier, is_nested, match);
  if (!is_nested && (forms != NULL || self->tokens[token].kind == TL_TOKEN_NUMBER))
    try_entries (self, g_ptr_array_index (self->glossary->by_first, 0), token, before, earlier, FALSE, match);
  return match->entry != NULL;
}

/*
 * tl_gloss_view_match:
 * @token: index of a token
 * @before: what the words before it are
 * @earlier: what all words before it in its sentence are
 * @match: (out): the entry that fits
 *
 * Returns: whether an entry begins there; the longest one, and of those the one that asks most
 */
gboolean
tl_gloss_view_match (TlGlossView  *self,
                     guint         token,
                     guint64       before,
                     guint64       earlier,
                     TlGlossMatch *match)
{
  return match_from (self, token, before, earlier, FALSE, match);
}

/* Letters that are not those of the readers' language. */
static gboolean
is_foreign (const char *word)
{
  return (guchar) *word >= 0x80;
}

/*
 * tl_gloss_view_is_name:
 * @token: index of a token
 *
 * Returns: whether it is written like a name, and the glossary knows no such word
 */
gboolean
tl_gloss_view_is_name (TlGlossView *self,
                       guint        token)
{
  const TlGlossToken *t;

  if (token >= self->n_tokens)
    return FALSE;
  t = &self->tokens[token];
  return t->kind == TL_TOKEN_WORD && (t->flags & TL_TOKEN_CAPITALISED) != 0 && t->forms == NULL &&
         is_foreign (t->folded);
}
