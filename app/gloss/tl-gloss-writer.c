/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the gloss of a text, word by word. */

#include "tl-gloss-writer-private.h"

#include <string.h>

static gboolean
begins_sentence (TlGlossWriter *self,
                 guint   token)
{
  const TlGlossToken *t = &self->view.tokens[token];

  while (token < self->view.n_tokens && t->kind == TL_TOKEN_PUNCTUATION && (t->flags & TL_TOKEN_LINE_START) == 0)
    t = &self->view.tokens[++token];
  if (token >= self->view.n_tokens || (t->flags & TL_TOKEN_LINE_START) != 0)
    return TRUE;
  if (t->kind != TL_TOKEN_WORD || (t->flags & TL_TOKEN_CAPITALISED) == 0)
    return FALSE;
  /* "12 октября 2023 г. АСТАНА" */
  if ((t->flags & TL_TOKEN_ALL_CAPS) != 0 && g_utf8_strlen (t->folded, -1) > 1)
    return (t->tags & TL_GLOSS_ANY_CASE) != TL_GLOSS_ANY_CASE &&
           (t->tags & self->view.glossary->groups[TL_GLOSS_GROUP_PLACE]) != 0;
  /* "В 2017 г. Беларусь": what has a capital letter anyway tells only where there was a verb. */
  return (self->earlier & (TL_GLOSS_VERB | self->view.glossary->groups[TL_GLOSS_GROUP_DASHES])) != 0 ||
         (t->forms != NULL && (t->tags & self->view.glossary->groups[TL_GLOSS_GROUP_PLACE]) == 0);
}

/* A point that belongs to an abbreviation ends the sentence, too, where a new one begins behind it. */
static gboolean
ends_sentence (TlGlossWriter             *self,
               const TlGlossMatch *match)
{
  const TlGlossToken *last = &self->view.tokens[match->end - 1];
  const TlGlossToken *next = &self->view.tokens[match->end];

  if (!g_str_equal (last->folded, "."))
    return FALSE;
  /* "млн долл., что" goes on. */
  if (match->end < self->view.n_tokens && next->kind == TL_TOKEN_PUNCTUATION &&
      (next->flags & TL_TOKEN_SPACE_BEFORE) == 0 && strchr (",;:)", *next->folded) != NULL)
    return FALSE;
  return begins_sentence (self, match->end);
}

/* English says "of" where the other language has the genitive. */
static gboolean
needs_of (TlGlossWriter  *self,
          guint64  tags)
{
  guint64 no_noun = self->view.glossary->groups[TL_GLOSS_GROUP_SCALE] | TL_GLOSS_NUMBER |
                    self->view.glossary->groups[TL_GLOSS_GROUP_ABOUT];
  guint64 place = self->view.glossary->groups[TL_GLOSS_GROUP_PLACE];
  guint64 percents = self->view.glossary->groups[TL_GLOSS_GROUP_PERCENTS];

  if ((tags & TL_GLOSS_GENITIVE) == 0 || (tags & (TL_GLOSS_NOUN | TL_GLOSS_ADJECTIVE)) == 0)
    return FALSE;
  if (self->is_after_word)
    return (tags & place) != 0;
  if ((self->before & place) != 0)
    return FALSE;               /* "закупила у Беларуси удобрений" */
  return (self->before & (TL_GLOSS_NOUN | percents)) != 0 && (self->before & no_noun) == 0;
}

/* A name of one word is known in the nominative; of more words those would have to agree. */
static char *
dup_nominative (TlGlossWriter             *self,
                const TlGlossMatch *match)
{
  const TlGlossToken *token = &self->view.tokens[match->first];
  const char *nominative;
  gboolean is_shouted = (token->flags & TL_TOKEN_ALL_CAPS) != 0;

  if (match->end != match->first + 1 || (match->tags & TL_GLOSS_NOUN) == 0 ||
      (match->tags & TL_GLOSS_ANY_CASE) == TL_GLOSS_ANY_CASE ||
      ((match->tags & TL_GLOSS_NOMINATIVE) != 0 && !is_shouted))
    return NULL;
  nominative = g_ptr_array_index (self->view.glossary->first_forms, match->entry->elements[0].lemma);
  return tl_gloss_restore_capitals (is_shouted ? "Аа" : self->view.string + token->span.start, nominative);
}

/* What may stand behind an amount, so that nothing else is counted by it. */
static gboolean
ends_amount (TlGlossWriter *self,
             guint   token)
{
  const TlGlossToken *t = &self->view.tokens[token];
  const guint64 *groups = self->view.glossary->groups;

  if (token >= self->view.n_tokens || (t->flags & TL_TOKEN_LINE_START) != 0)
    return TRUE;
  if (t->kind == TL_TOKEN_PUNCTUATION)
    return strchr ("-–", *t->folded) == NULL;
  return (t->tags & (groups[TL_GLOSS_GROUP_PREPOSITIONS] | groups[TL_GLOSS_GROUP_CHANGES] |
                     groups[TL_GLOSS_GROUP_FALLS] | groups[TL_GLOSS_GROUP_LEVELS] |
                     groups[TL_GLOSS_GROUP_PERIODS] | groups[TL_GLOSS_GROUP_ABOUT])) != 0;
}

/* "экспорт – 5 млн долларов, импорт – 3 млн": the readers want to be told what millions these are. */
static void
repeat_currency (TlGlossWriter             *self,
                 const TlGlossMatch *match)
{
  TlGlossary *glossary = self->view.glossary;
  guint64 currency = glossary->groups[TL_GLOSS_GROUP_CURRENCY];
  guint first = match->first;
  TlSpan nothing = { (guint32) self->done, (guint32) self->done };

  if ((match->tags & currency) != 0)
    {
      self->currency = g_str_equal (match->entry->gloss, "$") ? "dollars" :
                       g_str_equal (match->entry->gloss, "€") ? "euros" : match->entry->gloss;
      return;
    }
  if ((match->tags & glossary->groups[TL_GLOSS_GROUP_SCALE]) == 0 || self->currency == NULL || first == 0 ||
      self->view.tokens[first - 1].kind != TL_TOKEN_NUMBER || !ends_amount (self, match->end))
    return;
  while (first > 0 && self->view.tokens[first - 1].kind == TL_TOKEN_NUMBER)
    first--;
  if (first > 0 && (self->view.tokens[first - 1].tags & currency) != 0)
    return;
  tl_gloss_writer_add (self, " ", 1, nothing, FALSE);
  tl_gloss_writer_add (self, self->currency, strlen (self->currency), nothing, FALSE);
}

/* "Министерство экономики", "Восточный комитет" */
static gboolean
begins_title (TlGlossWriter             *self,
              const TlGlossMatch *match)
{
  const TlGlossToken *token = &self->view.tokens[match->first];
  guint64 organization = self->view.glossary->groups[TL_GLOSS_GROUP_ORGANIZATIONS];

  if ((token->flags & TL_TOKEN_CAPITALISED) == 0 || tl_gloss_writer_is_kind (self, match))
    return FALSE;
  if ((match->tags & organization) != 0)
    return TRUE;
  return (match->tags & TL_GLOSS_ADJECTIVE) != 0 &&
         (token->flags & (TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START)) == 0;
}

/* What says in English whose a country is, where it comes from and where it goes to. */
static const char *
find_case_word (TlGlossWriter      *self,
                const TlGlossMatch *match)
{
  guint64 place = self->view.glossary->groups[TL_GLOSS_GROUP_PLACE];

  return (match->tags & place) != 0 ? tl_glossary_get_case_word (self->view.glossary, match->tags) : NULL;
}

static void
write_match (TlGlossWriter             *self,
             const TlGlossMatch *match)
{
  guint64 title = self->view.glossary->groups[TL_GLOSS_GROUP_TITLES];
  guint64 organization = self->view.glossary->groups[TL_GLOSS_GROUP_ORGANIZATIONS];
  TlSpan nothing = { self->view.tokens[match->first].span.start, self->view.tokens[match->first].span.start };
  gboolean is_swallowed = *match->entry->gloss == '\0';
  gboolean is_first;
  const char *word;
  gsize start;

  self->is_going_on = FALSE;
  if (is_swallowed && tl_gloss_writer_has_space (self, match->first))
    self->done = self->view.tokens[match->first].span.start;
  else
    {
      /* Where they begin a line, the space behind them goes; where nothing stands before them, none. */
      is_first = self->view.tokens[match->first].span.start != self->done || self->out->len == 0;
      tl_gloss_writer_copy_gap (self, match->first);
      self->is_swallowed = is_swallowed && is_first;
    }
  word = find_case_word (self, match);
  start = self->out->len;
  if (!is_swallowed && word == NULL && needs_of (self, match->tags))
    tl_gloss_writer_add (self, "of ", 3, nothing, FALSE);
  else if (word != NULL && *word != '\'')
    {
      tl_gloss_writer_add (self, word, strlen (word), nothing, FALSE);
      tl_gloss_writer_add (self, " ", 1, nothing, FALSE);
    }
  /* "Всемирного банка": what has a capital before it, has it for the name of both. */
  if (begins_title (self, match) ||
      ((self->is_in_title || self->before == TL_GLOSS_NAME) && (match->tags & organization) != 0))
    self->is_in_title = TRUE;
  else if (self->is_in_title && (self->before & TL_GLOSS_ADJECTIVE) != 0 &&
           (self->before & match->tags & TL_GLOSS_CASES) != 0)
    ;                           /* "Минским тракторным заводом": what agrees belongs to it */
  else if ((match->tags & TL_GLOSS_GENITIVE) == 0)
    self->is_in_title = FALSE;
  tl_gloss_writer_write_entry (self, match);
  if ((match->tags & self->view.glossary->groups[TL_GLOSS_GROUP_PLACE]) != 0)
    self->is_in_title = FALSE;
  if (!is_swallowed && match->n_slots == 0)
    tl_gloss_writer_set_nominative (self, dup_nominative (self, match),
                    (match->tags & TL_GLOSS_CASES) == 0 || (match->tags & TL_GLOSS_NOMINATIVE) != 0);
  self->done = self->view.tokens[match->end - 1].span.end;
  nothing.start = nothing.end = (guint32) self->done;
  /* A sentence begins with a capital, whatever stands first in it now. */
  if (start < self->out->len && (self->view.tokens[match->first].flags & TL_TOKEN_CAPITALISED) != 0 &&
      (self->view.tokens[match->first].flags & (TL_TOKEN_SENTENCE_START | TL_TOKEN_LINE_START)) != 0)
    self->out->str[start] = g_ascii_toupper (self->out->str[start]);
  if (word != NULL && *word == '\'')
    tl_gloss_writer_add (self, word, strlen (word), nothing, FALSE);
  repeat_currency (self, match);
  if ((match->tags & TL_GLOSS_VERB) != 0)
    self->titled = 0;
  /* "заместитель министра": the first one is meant. */
  if ((match->tags & title) != 0 && (self->titled == 0 || (match->tags & TL_GLOSS_GENITIVE) == 0))
    self->titled = match->tags & TL_GLOSS_CASES;
  if (is_swallowed)
    self->earlier |= match->tags;
  else
    tl_gloss_writer_note (self, match->tags, match->entry->after & TL_GLOSS_CASES);
  if (ends_sentence (self, match))
    {
      tl_gloss_writer_add (self, ".", 1, (TlSpan) { (guint32) self->done - 1, (guint32) self->done }, FALSE);
      self->is_swallowed = FALSE;
      self->before = TL_GLOSS_STOP;
      self->earlier = self->titled = 0;
    }
  else if (g_str_equal (self->view.tokens[match->end - 1].folded, "."))
    self->is_going_on = TRUE;
}

static guint64
governed_cases (TlGlossWriter *self)
{
  return self->governed != 0 ? self->governed : self->titled;
}

/* "министр ЕЭК Бакыт Сыдыков": English parts the two names. */
static gboolean
is_behind_other (TlGlossWriter *self,
                 guint   token)
{
  guint64 others = self->view.glossary->groups[TL_GLOSS_GROUP_ORGANIZATIONS] | TL_GLOSS_NAME;
  const TlGlossToken *t = &self->view.tokens[token];

  return (self->before & others) != 0 && (self->before & TL_GLOSS_STOP) == 0 &&
         (t->flags & (TL_TOKEN_LINE_START | TL_TOKEN_ALL_CAPS)) == 0 && self->done < t->span.start &&
         token > 0 && self->done == self->view.tokens[token - 1].span.end;
}

static void
write_name (TlGlossWriter *self,
            guint   first,
            guint   end)
{
  if (end > first + 1 && is_behind_other (self, first))
    tl_gloss_writer_add (self, ",", 1, (TlSpan) { (guint32) self->done, (guint32) self->done }, FALSE);
  for (guint i = first; i < end; i++)
    {
      const TlGlossToken *token = &self->view.tokens[i];
      g_autofree char *latin = token->kind == TL_TOKEN_WORD ? tl_gloss_names_dup (self->names, i) :
                               g_strdup (token->folded);

      tl_gloss_writer_copy_gap (self, i);
      tl_gloss_writer_add (self, latin, strlen (latin), token->span, FALSE);
      if (token->kind == TL_TOKEN_WORD && *latin != '\0')
        tl_gloss_writer_set_nominative (self, tl_gloss_names_dup_nominative (self->names, i), TRUE);
      self->done = token->span.end;
    }
  tl_gloss_writer_note (self, TL_GLOSS_NAME, 0);
  self->titled = 0;
  self->is_in_title = FALSE;
}

/* Whether a word alone is an entry. */
static gboolean
is_entry (TlGlossWriter *self,
          guint   token)
{
  TlGlossary *glossary = self->view.glossary;
  const GArray *forms = self->view.tokens[token].forms;

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      const GArray *indices = g_ptr_array_index (glossary->by_first, g_array_index (forms, TlGlossForm, i).lemma);

      for (guint j = 0; indices != NULL && j < indices->len; j++)
        {
          const TlGlossEntry *entry = g_ptr_array_index (glossary->entries, g_array_index (indices, guint, j));

          if (entry->n_elements == 1 && (entry->before | entry->earlier | entry->after | entry->later) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* "Союз зернопереработчиков": a genitive that the glossary does not know belongs to the name, too. */
static gboolean
continues_title (TlGlossWriter *self,
                 guint   token)
{
  const TlGlossToken *t = &self->view.tokens[token];
  GPtrArray *endings = self->view.glossary->genitives;

  if (!self->is_in_title || t->kind != TL_TOKEN_WORD || t->forms != NULL || (guchar) *t->folded < 0x80)
    return FALSE;
  for (guint i = 0; i < endings->len; i++)
    {
      if (g_str_has_suffix (t->folded, g_ptr_array_index (endings, i)))
        return TRUE;
    }
  return FALSE;
}

static void
write_in_title (TlGlossWriter *self,
                guint   token)
{
  const TlGlossToken *t = &self->view.tokens[token];
  g_autofree char *latin = tl_glossary_to_latin (self->view.glossary, t->folded);

  *latin = g_ascii_toupper (*latin);
  tl_gloss_writer_copy_gap (self, token);
  if ((self->before & TL_GLOSS_NOUN) != 0)
    tl_gloss_writer_add (self, "of ", 3, (TlSpan) { t->span.start, t->span.start }, FALSE);
  tl_gloss_writer_add (self, latin, strlen (latin), t->span, FALSE);
  self->done = t->span.end;
  tl_gloss_writer_note (self, TL_GLOSS_NOUN, 0);
}

/* What the glossary does not know stays as it is. */
static void
write_other (TlGlossWriter *self,
             guint   token)
{
  const TlGlossToken *t = &self->view.tokens[token];
  const char *mark = tl_gloss_writer_find_mark (self, token);

  /* No space on the inner side of a quotation mark. */
  if (mark != NULL && self->is_suspended)
    self->done = t->span.start;
  tl_gloss_writer_copy_gap (self, token);
  /* A word that begins a sentence is none that has its capital from being a name. */
  if (t->kind == TL_TOKEN_WORD && tl_gloss_view_is_name (&self->view, token))
    tl_gloss_writer_add (self, t->folded, strlen (t->folded), t->span, FALSE);
  else if (mark != NULL)
    tl_gloss_writer_add (self, mark, strlen (mark), t->span, FALSE);
  else
    tl_gloss_writer_write_sign (self, token);
  self->done = t->span.end;
  self->is_swallowed = mark != NULL && !self->is_suspended;
  if (t->kind == TL_TOKEN_WORD)
    {
      tl_gloss_writer_note (self, t->tags, 0);
      self->is_after_word = TRUE;
    }
  else
    tl_gloss_writer_note (self, TL_GLOSS_STOP, 0);
  if (t->kind != TL_TOKEN_WORD)
    self->titled = 0;
  self->is_in_title = FALSE;
}

static guint
write_next (TlGlossWriter *self,
            guint   token)
{
  TlGlossMatch match;
  guint end;

  end = tl_gloss_writer_find_quoted_end (self, token);
  if (end != 0)
    return tl_gloss_writer_write_quoted (self, token, end);

  if (tl_gloss_view_match (&self->view, token, self->before, self->earlier, &match) &&
      !(tl_gloss_view_is_initial (&self->view, token) && match.end == token + 1))
    {
      /* "млн." at the end of a sentence: the point is the sentence's. */
      if (match.end > match.first + 1 && ends_sentence (self, &match) &&
          is_entry (self, match.end - 2))
        match.end--;
      write_match (self, &match);
      return match.end;
    }
  if (self->view.tokens[token].kind == TL_TOKEN_NUMBER)
    {
      end = tl_gloss_number_end (&self->view, token);
      tl_gloss_writer_copy_gap (self, token);
      tl_gloss_writer_write_number (self, token, end);
      self->done = self->view.tokens[end - 1].span.end;
      tl_gloss_writer_note (self, self->view.tokens[token].tags, 0);
      return end;
    }
  if (continues_title (self, token))
    {
      write_in_title (self, token);
      return token + 1;
    }
  end = tl_gloss_view_find_name_end (&self->view, token);
  if (end > token)
    {
      tl_gloss_names_read (self->names, token, end, governed_cases (self));
      write_name (self, token, end);
      return end;
    }
  write_other (self, token);
  return token + 1;
}

static void
begin_sentence (TlGlossWriter *self)
{
  self->earlier = self->titled = self->governed = 0;
  self->before = TL_GLOSS_STOP;
  self->is_in_title = FALSE;
}

static void
write_all (TlGlossWriter *self)
{
  guint32 sentence = 0;

  for (guint i = 0; i < self->view.n_tokens;)
    {
      const TlGlossToken *token = &self->view.tokens[i];

      if ((token->flags & TL_TOKEN_LINE_START) != 0)
        {
          self->is_in_quote = self->is_suspended = FALSE;
          self->currency = NULL;
        }
      if (i > 0 && token->sentence != sentence && ((token->flags & TL_TOKEN_LINE_START) != 0 || !self->is_going_on))
        begin_sentence (self);
      sentence = token->sentence;
      i = write_next (self, i);
    }
  tl_gloss_writer_copy (self, (TlSpan) { (guint32) self->done, (guint32) strlen (self->view.string) });
}

static void
begin (TlGlossWriter *self)
{
  begin_sentence (self);
  g_string_truncate (self->out, 0);
  g_array_set_size (self->pieces, 0);
  self->done = 0;
  self->is_after_word = self->is_swallowed = self->is_going_on = FALSE;
}

/*
 * tl_gloss_write:
 * @glossary: the words of the text's language
 * @text: a text
 * @pieces: (element-type TlGlossPiece): filled with what the gloss is made of, in its order,
 *   without gaps
 *
 * Returns: (transfer full): the gloss
 */
char *
tl_gloss_write (TlGlossary *glossary,
                TlText     *text,
                GArray     *pieces)
{
  TlGlossWriter writer = { .pieces = pieces };

  tl_gloss_view_init (&writer.view, glossary, text);
  writer.names = tl_gloss_names_new (&writer.view);
  writer.out = g_string_sized_new (tl_text_get_length (text));
  /* Twice, for a name may stand in the nominative further down only. */
  for (guint round = 0; round < 2; round++)
    {
      begin (&writer);
      write_all (&writer);
    }
  tl_gloss_names_free (writer.names);
  tl_gloss_view_clear (&writer.view);
  return g_string_free (writer.out, FALSE);
}
