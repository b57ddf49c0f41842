/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where sentences and paragraphs end.  A full stop ends a sentence unless it belongs
 * to an abbreviation, an initial or the number of an item; a line's end ends one where it is
 * a real one (tl-line-breaks).
 */

#include "tl-data.h"
#include "tl-text-private.h"

#include <string.h>

typedef struct
{
  const char *text;
  TlToken    *tokens;
  guint       n_tokens;
  guint8     *line_breaks;      /* see tl_find_line_breaks() */
  TlSentence *sentences;
  guint       n_sentences;
  guint       n_allocated;
  guint       closing_end;      /* where the stops and quotes looked at last end */
} Splitter;

typedef struct
{
  GHashTable *always;           /* a full stop behind these never ends a sentence */
  GHashTable *before_number;
  GHashTable *starters;         /* behind "U.S.", one of these begins a sentence */
} Abbreviations;

/* The words of a group by their hash: those of a text have theirs already. */
static GHashTable *
read_words (GKeyFile   *file,
            const char *group)
{
  GHashTable *table = g_hash_table_new (NULL, NULL);
  g_auto(GStrv) words = g_key_file_get_string_list (file, group, "words", NULL, NULL);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      g_hash_table_add (table, GUINT_TO_POINTER (tl_token_hash (word, strlen (word))));
    }
  return table;
}

/* Not through TlLexicon, which cuts its phrases with the code of this folder. */
static const Abbreviations *
get_abbreviations (void)
{
  static Abbreviations *abbreviations = NULL;

  if (g_once_init_enter (&abbreviations))
    {
      g_autoptr(GBytes) bytes = tl_data_lookup ("lexicon/en.ini");
      g_autoptr(GKeyFile) file = g_key_file_new ();
      Abbreviations *read = g_new0 (Abbreviations, 1);

      g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);
      read->always = read_words (file, "abbreviations");
      read->before_number = read_words (file, "abbreviations-before-number");
      read->starters = read_words (file, "sentence-starters");
      g_once_init_leave (&abbreviations, read);
    }
  return abbreviations;
}

static char
first_byte (const Splitter *self,
            guint           token)
{
  return self->text[self->tokens[token].span.start];
}

static gunichar
punctuation (const Splitter *self,
             guint           token)
{
  if (token >= self->n_tokens || self->tokens[token].kind != TL_TOKEN_PUNCTUATION)
    return 0;
  return g_utf8_get_char (self->text + self->tokens[token].span.start);
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == 0x201d || c == 0x2019 || c == ')' || c == ']' || c == 0xbb;
}

static gboolean
contains_word (GHashTable     *words,
               const Splitter *self,
               guint           token)
{
  return g_hash_table_contains (words, GUINT_TO_POINTER (self->tokens[token].hash));
}

static gboolean
is_abbreviation (const Splitter *self,
                 guint           token)
{
  const TlToken *word = &self->tokens[token];

  if (word->kind != TL_TOKEN_WORD)
    return FALSE;
  /* An initial: "Ana B. Costa". */
  if ((word->flags & TL_TOKEN_CAPITALISED) != 0 && (token == 0 || self->tokens[token - 1].kind != TL_TOKEN_NUMBER) &&
      g_utf8_next_char (self->text + word->span.start) == self->text + word->span.end)
    return TRUE;
  if (token + 2 < self->n_tokens &&
      (self->tokens[token + 2].kind == TL_TOKEN_NUMBER || self->tokens[token + 2].kind == TL_TOKEN_SYMBOL) &&
      contains_word (get_abbreviations ()->before_number, self, token))
    return TRUE;
  return contains_word (get_abbreviations ()->always, self, token);
}

static gboolean
starts_sentence (const Splitter *self,
                 guint           token)
{
  const TlToken *next = &self->tokens[token];

  switch ((TlTokenKind) next->kind)
    {
    case TL_TOKEN_WORD:
      return (next->flags & TL_TOKEN_CAPITALISED) != 0 ||
             (guchar) first_byte (self, token) >= 0x80;
    case TL_TOKEN_NUMBER:
    case TL_TOKEN_SYMBOL:
    case TL_TOKEN_ADDRESS:
      return TRUE;
    case TL_TOKEN_PUNCTUATION:
    default:
      return TRUE;
    }
}

/* "1. Japan – $3 billion": the number of a list's item, at the beginning of its line. */
static gboolean
is_item_number (const Splitter *self,
                guint           stop)
{
  const TlToken *number = &self->tokens[stop - 1];

  return number->kind == TL_TOKEN_NUMBER && number->span.end - number->span.start <= TL_ITEM_DIGITS &&
         (self->tokens[stop].flags & TL_TOKEN_SPACE_BEFORE) == 0 && (stop == 1 || self->line_breaks[stop - 1]);
}

/* Whether the stop at @stop ends a sentence; @next is the first token behind it and its quotes. */
static gboolean
stop_ends_sentence (const Splitter *self,
                    guint           stop,
                    guint           next)
{
  gunichar c = punctuation (self, stop);

  if ((self->tokens[next].flags & TL_TOKEN_SPACE_BEFORE) == 0)
    {
      /* "…last year.The next": the space was lost, but the word before is a whole one. */
      return c == '.' && stop > 0 && next == stop + 1 && self->tokens[stop - 1].kind == TL_TOKEN_WORD &&
             self->tokens[stop - 1].span.end - self->tokens[stop - 1].span.start >= 3 &&
             (self->tokens[next].flags & TL_TOKEN_CAPITALISED) != 0 && !is_abbreviation (self, stop - 1);
    }
  if (!starts_sentence (self, next))
    return FALSE;
  if (c == '.' && stop > 0 && next == stop + 1 && (is_abbreviation (self, stop - 1) || is_item_number (self, stop)))
    return FALSE;
  return TRUE;
}

/* "U.S. Steel" goes on, "in the U.S. The" ends: a frequent first word tells. */
static gboolean
initialism_ends_sentence (const Splitter *self,
                          guint           token)
{
  const TlToken *word = &self->tokens[token];
  const TlToken *next = &self->tokens[token + 1];

  if (word->kind != TL_TOKEN_WORD || self->text[word->span.end - 1] != '.' ||
      next->kind != TL_TOKEN_WORD || (next->flags & TL_TOKEN_CAPITALISED) == 0)
    return FALSE;
  return contains_word (get_abbreviations ()->starters, self, token + 1);
}

static void
add_sentence (Splitter *self,
              guint     first,
              guint     end,
              guint     paragraph)
{
  TlSentence sentence = {
    .span = { self->tokens[first].span.start, self->tokens[end - 1].span.end },
    .first_token = first,
    .end_token = end,
    .paragraph = paragraph,
  };

  self->tokens[first].flags |= TL_TOKEN_SENTENCE_START;
  for (guint i = first; i < end; i++)
    self->tokens[i].sentence = self->n_sentences;
  if (self->n_sentences == self->n_allocated)
    {
      self->n_allocated *= 2;
      self->sentences = g_renew (TlSentence, self->sentences, self->n_allocated);
    }
  self->sentences[self->n_sentences++] = sentence;
}

/* Whether a sentence may end with a token: nearly all are words without a point. */
static inline gboolean
may_end (const Splitter *self,
         guint           token)
{
  const TlToken *at = &self->tokens[token];

  return at->kind == TL_TOKEN_PUNCTUATION || (at->kind == TL_TOKEN_WORD && self->text[at->span.end - 1] == '.');
}

/* Returns the index after the stop at @token with the closing quotes behind it, or 0 where no sentence ends. */
static guint
sentence_end_at (Splitter *self,
                 guint     token)
{
  gunichar c = punctuation (self, token);
  guint next = token + 1;

  if (c != '.' && c != '!' && c != '?' && c != 0x2026)
    {
      if (next < self->n_tokens && initialism_ends_sentence (self, token))
        return next;
      return 0;
    }
  /* Of a run of stops and quotes each is asked, and all have the same end. */
  next = MAX (next, self->closing_end);
  while (next < self->n_tokens && (self->tokens[next].flags & TL_TOKEN_SPACE_BEFORE) == 0 &&
         (is_closing (punctuation (self, next)) || punctuation (self, next) == '.'))
    next++;
  self->closing_end = next;
  if (next >= self->n_tokens)
    return next;
  return stop_ends_sentence (self, token, next) ? next : 0;
}

/*
 * tl_split_sentences:
 * @text: the text
 * @tokens: (array length=n_tokens): its tokens; their sentence and flags are set
 * @n_tokens: how many
 * @n_sentences: (out): how many sentences it has
 *
 * Returns: (transfer full) (array length=n_sentences): its sentences
 */
TlSentence *
tl_split_sentences (const char *text,
                    TlToken    *tokens,
                    guint       n_tokens,
                    guint      *n_sentences)
{
  Splitter self = {
    .text = text,
    .tokens = tokens,
    .n_tokens = n_tokens,
    .line_breaks = tl_find_line_breaks (text, tokens, n_tokens),
    .n_allocated = n_tokens / 16 + 4,
  };
  guint first = 0, paragraph = 0;

  self.sentences = g_new (TlSentence, self.n_allocated);
  for (guint i = 0; i < self.n_tokens;)
    {
      guint end;

      if (i > first && self.line_breaks[i])
        {
          add_sentence (&self, first, i, paragraph);
          first = i;
        }
      if (i > 0 && i == first && self.line_breaks[i])
        paragraph++;
      end = may_end (&self, i) ? sentence_end_at (&self, i) : 0;
      /* A line's end inside the run of stops and quotes is a sentence's end anyway. */
      if (end > i + 1 && end < self.n_tokens)
        for (guint k = i + 1; k < end; k++)
          if (self.line_breaks[k])
            end = k;
      if (end != 0)
        {
          add_sentence (&self, first, end, paragraph);
          first = end;
          i = end;
        }
      else
        {
          i++;
        }
    }
  if (first < self.n_tokens)
    add_sentence (&self, first, self.n_tokens, paragraph);
  g_free (self.line_breaks);
  *n_sentences = self.n_sentences;
  return self.sentences;
}
