/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a person typed, as terms.  Every word of four letters or more, and of three while it is
 * typed, is the beginning of one: "export" finds "exports", "экспорт" finds "экспорта".  What
 * stands in quotation marks is found as it stands there, and what has a minus before it must not
 * be there.  Everything else is taken as it is: whatever is typed, there is no error.
 */

#include "tl-search-query-private.h"

#include <string.h>

#include "tl-word-fold.h"

/* What a word has to have to be the beginning of others, and what the last one has to have, that
 * is perhaps still typed: fewer letters begin too many. */
#define MIN_PREFIX      4
#define MIN_LAST_PREFIX 3

/* More words than these are left out: nobody types them, and they may be a whole article. */
#define MAX_WORDS 64

struct _TlSearchQuery
{
  gatomicrefcount ref_count;
  GArray         *terms;        /* owned: TlSearchTerm */
};

static void
term_clear (gpointer data)
{
  TlSearchTerm *term = data;

  g_free (term->typed);
  g_free (term->words);
}

/* ---- reading what was typed ---- */

typedef struct
{
  const char *p;
  GArray     *terms;
  guint       n_words;          /* in all of them */
} Parser;

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || c == 0x00ab || c == 0x00bb || (c >= 0x201c && c <= 0x201f) || c == 0x300c ||
         c == 0x300d;
}

static gboolean
ends_word (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || is_quotation_mark (c);
}

static gboolean
is_letter_word (const char *word)
{
  return !g_ascii_isdigit (*word);
}

/* Characters that are words by themselves begin no longer ones. */
static gboolean
can_be_prefix (const char *typed,
               const char *word,
               gboolean    is_unfinished)
{
  glong length = g_utf8_strlen (word, -1);

  if (length < (is_unfinished ? MIN_LAST_PREFIX : MIN_PREFIX))
    return FALSE;
  if (is_letter_word (word))
    return TRUE;
  /* "2014" is no beginning of "201400"; "201" may become "2014". */
  return is_unfinished && strchr (word, '.') == NULL &&
         g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (typed + strlen (typed))));
}

static const char *
get_last_word (const char *words)
{
  const char *space = strrchr (words, ' ');

  return space != NULL ? space + 1 : words;
}

static void
add_term (Parser     *self,
          const char *start,
          const char *end,
          gboolean    is_excluded,
          gboolean    is_quoted,
          gboolean    is_unfinished)
{
  g_autofree char *typed = g_strndup (start, (gsize) (end - start));
  g_autoptr(GString) words = g_string_new (NULL);
  TlSearchTerm term = { .is_excluded = is_excluded };
  TlWordScan scan;
  TlSpan span;

  tl_word_scan_init (&scan, typed, strlen (typed));
  while (self->n_words < MAX_WORDS && tl_word_scan_next (&scan, words, &span))
    {
      g_string_append_c (words, ' ');
      term.n_words++;
      self->n_words++;
    }
  if (term.n_words == 0 || self->terms->len >= TL_SEARCH_MAX_TERMS)
    return;
  g_string_truncate (words, words->len - 1);
  /* One letter, while more are typed, is nothing yet. */
  if (is_unfinished && term.n_words == 1 && words->len == 1)
    return;
  term.is_prefix = (is_unfinished || !is_quoted) && !is_excluded &&
                   can_be_prefix (typed, get_last_word (words->str), is_unfinished);
  term.typed = g_steal_pointer (&typed);
  term.words = g_strdup (words->str);
  g_array_append_val (self->terms, term);
}

static void
read_term (Parser *self)
{
  gunichar first = g_utf8_get_char (self->p);
  gboolean is_excluded = FALSE;
  gboolean is_quoted;
  const char *start;

  if (first == '-' && !g_unichar_isspace (g_utf8_get_char (self->p + 1)))
    {
      is_excluded = TRUE;
      self->p++;
    }
  is_quoted = is_quotation_mark (g_utf8_get_char (self->p));
  if (is_quoted)
    self->p = g_utf8_next_char (self->p);
  start = self->p;
  while (*self->p != '\0' && (is_quoted ? !is_quotation_mark (g_utf8_get_char (self->p))
                                        : !ends_word (g_utf8_get_char (self->p))))
    self->p = g_utf8_next_char (self->p);
  add_term (self, start, self->p, is_excluded, is_quoted, *self->p == '\0');
  if (is_quoted && *self->p != '\0')
    self->p = g_utf8_next_char (self->p);
}

/**
 * tl_search_query_new:
 * @words: what a person typed, whatever it is
 *
 * Returns: (transfer full): what it searches for
 */
TlSearchQuery *
tl_search_query_new (const char *words)
{
  g_autofree char *valid = NULL;
  TlSearchQuery *self;
  Parser parser;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_new0 (TlSearchQuery, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->terms = g_array_new (FALSE, FALSE, sizeof (TlSearchTerm));
  g_array_set_clear_func (self->terms, term_clear);

  valid = g_utf8_make_valid (words, -1);
  parser = (Parser) { valid, self->terms, 0 };
  while (*parser.p != '\0')
    {
      if (g_unichar_isspace (g_utf8_get_char (parser.p)))
        parser.p = g_utf8_next_char (parser.p);
      else
        read_term (&parser);
    }
  return self;
}

/**
 * tl_search_query_ref:
 * @self: a query
 *
 * Returns: (transfer full): the same
 */
TlSearchQuery *
tl_search_query_ref (TlSearchQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_search_query_unref:
 * @self: (transfer full): a query
 */
void
tl_search_query_unref (TlSearchQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->terms);
  g_free (self);
}

/**
 * tl_search_query_is_empty:
 * @self: a query
 *
 * Returns: whether there is too little to search for, and all articles are to be shown
 */
gboolean
tl_search_query_is_empty (TlSearchQuery *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (!tl_search_query_get_term (self, i)->is_excluded)
      return FALSE;
  return TRUE;
}

/**
 * tl_search_query_equal:
 * @self: a query
 * @other: another
 *
 * Returns: whether both find the same, whatever was typed
 */
gboolean
tl_search_query_equal (TlSearchQuery *self,
                       TlSearchQuery *other)
{
  if (self->terms->len != other->terms->len)
    return FALSE;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const TlSearchTerm *term = tl_search_query_get_term (self, i);
      const TlSearchTerm *other_term = tl_search_query_get_term (other, i);

      if (strcmp (term->words, other_term->words) != 0 || term->is_prefix != other_term->is_prefix ||
          term->is_excluded != other_term->is_excluded)
        return FALSE;
    }
  return TRUE;
}

/*
 * tl_search_query_get_n_terms:
 * @self: a query
 *
 * Returns: how many terms it has
 */
guint
tl_search_query_get_n_terms (TlSearchQuery *self)
{
  return self->terms->len;
}

/*
 * tl_search_query_get_term:
 * @self: a query
 * @n: which term
 *
 * Returns: (transfer none): the term
 */
const TlSearchTerm *
tl_search_query_get_term (TlSearchQuery *self,
                          guint          n)
{
  return &g_array_index (self->terms, TlSearchTerm, n);
}

/*
 * tl_search_term_is_short:
 * @self: a term
 *
 * Returns: whether it is the beginning of many words: one word of as few letters as may be
 */
gboolean
tl_search_term_is_short (const TlSearchTerm *self)
{
  return self->is_prefix && self->n_words == 1 && g_utf8_strlen (self->words, -1) == MIN_LAST_PREFIX;
}

/* ---- for SQLite ---- */

static void
append_terms (TlSearchQuery *self,
              guint32        terms,
              guint32        whole,
              gboolean       is_excluded,
              const char    *operator,
              GString       *match)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->terms->len; i++)
    {
      const TlSearchTerm *term = tl_search_query_get_term (self, i);

      if (term->is_excluded != is_excluded || (terms & 1u << i) == 0)
        continue;
      /* Folded words have letters and digits only, so nothing in them ends the string. */
      g_string_append_printf (match, "%s\"%s\"%s", is_first ? "" : operator, term->words,
                              term->is_prefix && (whole & 1u << i) == 0 ? "*" : "");
      is_first = FALSE;
    }
}

/*
 * tl_search_query_dup_match:
 * @self: a query
 * @terms: which of its terms count, a bit for each; those that are excluded always do
 * @whole: which of them are taken for whole words though they may be beginnings
 *
 * Returns: (transfer full) (nullable): what FTS5 is asked; %NULL where none of the terms asks
 *   for anything
 */
char *
tl_search_query_dup_match (TlSearchQuery *self,
                           guint32        terms,
                           guint32        whole)
{
  g_autoptr(GString) match = g_string_new ("(");
  g_autoptr(GString) excluded = g_string_new (NULL);

  append_terms (self, terms, whole, FALSE, " AND ", match);
  append_terms (self, TL_SEARCH_ALL_TERMS, 0, TRUE, " OR ", excluded);
  if (match->len == 1)
    return NULL;
  g_string_append_c (match, ')');
  if (excluded->len > 0)
    g_string_append_printf (match, " NOT (%s)", excluded->str);
  return g_string_free (g_steal_pointer (&match), FALSE);
}

/*
 * tl_search_query_dup_excluded:
 * @self: a query
 *
 * Returns: (transfer full) (nullable): what FTS5 is asked for the terms that must not be there;
 *   %NULL where there are none
 */
char *
tl_search_query_dup_excluded (TlSearchQuery *self)
{
  g_autoptr(GString) match = g_string_new (NULL);

  append_terms (self, TL_SEARCH_ALL_TERMS, 0, TRUE, " OR ", match);
  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

/* ---- in a text ---- */

typedef struct
{
  TlSpan span;                  /* in the text */
  gsize  start;                 /* in the folded words */
} Word;

typedef struct
{
  GString *folded;              /* owned: the words, a space behind each */
  GArray  *words;               /* owned: Word */
} FoldedText;

static void
folded_text_clear (FoldedText *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoldedText, folded_text_clear)

static void
folded_text_init (FoldedText *self,
                  const char *text)
{
  gsize length = strlen (text);
  TlWordScan scan;
  Word word;

  self->folded = g_string_sized_new (length + 1);
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (Word), (guint) (length / 6 + 1));
  tl_word_scan_init (&scan, text, length);
  for (word.start = 0; tl_word_scan_next (&scan, self->folded, &word.span);
       word.start = self->folded->len)
    {
      g_string_append_c (self->folded, ' ');
      g_array_append_val (self->words, word);
    }
}

/* Whether a term stands where the folded words begin. */
static gboolean
term_fits (const TlSearchTerm *term,
           const char         *folded)
{
  gsize length = strlen (term->words);

  return strncmp (folded, term->words, length) == 0 && (term->is_prefix || folded[length] == ' ');
}

/*
 * tl_search_query_get_hits:
 * @self: a query
 * @text: a text, valid UTF-8
 *
 * Returns: (transfer full) (element-type TlTextHit): where its terms stand, whole words, in
 *   their order, none in another
 */
GArray *
tl_search_query_get_hits (TlSearchQuery *self,
                          const char    *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (TlTextHit));
  g_auto(FoldedText) folded = { NULL, NULL };

  folded_text_init (&folded, text);
  for (guint i = 0; i < folded.words->len;)
    {
      const Word *words = &g_array_index (folded.words, Word, 0);
      TlTextHit hit = { { 0, 0 }, 0 };
      guint n_words = 0;

      for (guint k = 0; k < self->terms->len; k++)
        {
          const TlSearchTerm *term = tl_search_query_get_term (self, k);

          if (term->is_excluded || term->n_words <= n_words ||
              !term_fits (term, folded.folded->str + words[i].start))
            continue;
          n_words = term->n_words;
          hit.term = k;
        }
      if (n_words > 0)
        {
          hit.span = (TlSpan) { words[i].span.start, words[i + n_words - 1].span.end };
          g_array_append_val (hits, hit);
        }
      i += MAX (1, n_words);
    }
  return hits;
}

/**
 * tl_search_query_find_in_text:
 * @self: a query
 * @text: a text, valid UTF-8
 *
 * Returns: (transfer full) (element-type TlSpan): where what is searched for stands, whole
 *   words, in their order, none in another
 */
GArray *
tl_search_query_find_in_text (TlSearchQuery *self,
                              const char    *text)
{
  g_autoptr(GArray) hits = NULL;
  GArray *spans;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  hits = tl_search_query_get_hits (self, text);
  spans = g_array_sized_new (FALSE, FALSE, sizeof (TlSpan), hits->len);
  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (spans, g_array_index (hits, TlTextHit, i).span);
  return spans;
}
