/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Names in a byline: "By Anna Berg and Jan Novak, Prague | 9 June 2021".  It is cut where
 * names end, and of each piece is asked whether it is the name of a person, of a body, or
 * none: a role, a place, an invitation to subscribe.
 */

#include "tl-page-names.h"

#include "tl-document-words.h"
#include "tl-page-title.h"

#include <string.h>

#define MAX_NAME_BYTES 120
#define MAX_NAME_WORDS 6

/* A place has no more, "in Rio de Janeiro". */
#define MAX_PLACE_WORDS 3
#define MAX_NAMES 24

/* Chinese, Japanese and Korean names have no blanks. */
#define MIN_CJK_NAME 2
#define MAX_CJK_NAME 5

/* What may stand before the name, "Author: By". */
#define MAX_OPENINGS 3

/**
 * tl_page_names_init:
 * @self: (out caller-allocates): no names
 */
void
tl_page_names_init (TlPageNames *self)
{
  self->people = g_ptr_array_new_with_free_func (g_free);
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  self->others = g_ptr_array_new_with_free_func (g_free);
}

/**
 * tl_page_names_clear:
 * @self: names
 *
 * Frees them.
 */
void
tl_page_names_clear (TlPageNames *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->bodies, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

static gboolean
has_name (GPtrArray  *names,
          const char *name)
{
  g_autofree char *folded = tl_page_fold (name);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *other = tl_page_fold (g_ptr_array_index (names, i));

      if (strcmp (folded, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_page_names_has:
 * @self: names
 * @name: a name
 *
 * Returns: whether it is among the people, in whatever case
 */
gboolean
tl_page_names_has (const TlPageNames *self,
                   const char        *name)
{
  return has_name (self->people, name);
}

static void
add_name (GPtrArray  *names,
          const char *name)
{
  if (names->len < MAX_NAMES && !has_name (names, name))
    g_ptr_array_add (names, g_strdup (name));
}

static gboolean
is_cjk (gunichar c)
{
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) ||
         (c >= 0xf900 && c <= 0xfaff);
}

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000;
}

static const char *
skip_blanks (const char *p)
{
  while (*p != '\0' && is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/**
 * tl_page_skip_opening:
 * @byline: a line
 *
 * Returns: (nullable): what follows "By", "Author:" and the like, %NULL where the line
 *   begins otherwise, or ends there
 */
const char *
tl_page_skip_opening (const char *byline)
{
  const char *p = skip_blanks (byline);
  const char *end = NULL;

  for (guint i = 0; i < MAX_OPENINGS; i++)
    {
      const char *after = tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, p);

      if (after == NULL)
        break;
      after = skip_blanks (after);
      while (*after == ':' || *after == '/' || g_utf8_get_char (after) == 0xff1a || g_utf8_get_char (after) == 0x2044)
        after = skip_blanks (g_utf8_next_char (after));
      p = end = after;
    }
  return end != NULL && *end != '\0' ? end : NULL;
}

/* "de", "van", "al-", "d'": lower-case words inside names. */
static gboolean
is_particle (const char *word)
{
  const char *const *particles = tl_document_words (TL_DOCUMENT_NAME_PARTICLES);

  for (guint i = 0; particles[i] != NULL; i++)
    if (strcmp (particles[i], word) == 0)
      return TRUE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if ((*p == '-' || *p == '\'' || g_utf8_get_char (p) == 0x2019) && p - word <= 3)
      return g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (p)));
  return FALSE;
}

typedef enum
{
  WORD_NAME,                    /* may be part of a name */
  WORD_BODY,                    /* of a body's */
  WORD_ROLE,                    /* of what a person is */
  WORD_OFFICE,                  /* of an office of a house: nobody's name beside it */
  WORD_LOWER,                   /* of a body's name at most: "of" */
  WORD_BAD,                     /* of no name at all */
} WordKind;

static WordKind
classify_word (const char *word)
{
  g_autofree char *bare = g_strdup (word);
  g_autofree char *folded = NULL;
  gunichar first;
  gsize n = strlen (bare);

  while (n > 0 && strchr (".,:;\"'*", bare[n - 1]) != NULL)
    bare[--n] = '\0';
  if (n == 0)
    return WORD_BAD;
  for (const char *p = bare; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isdigit (c) || c == '@' || c == '?' || c == '!' || c == '=' || c == '%' || c == '_' || c == '#')
        return WORD_BAD;
    }
  folded = g_utf8_casefold (bare, -1);
  if (tl_document_has_word (TL_DOCUMENT_OFFICE_WORDS, folded))
    return WORD_OFFICE;
  if (tl_document_has_word (TL_DOCUMENT_NO_AUTHORS, folded))
    return WORD_ROLE;
  if (tl_document_has_word (TL_DOCUMENT_AGENCY_WORDS, folded) ||
      g_strv_contains (tl_document_words (TL_DOCUMENT_AGENCIES), bare))
    return WORD_BODY;
  first = g_utf8_get_char (bare);
  /* "Ortega y Gasset" */
  if (g_unichar_islower (first) && n == 1 && g_strv_contains (tl_document_words (TL_DOCUMENT_BYLINE_JOINERS), bare))
    return WORD_NAME;
  if (g_unichar_islower (first) && !is_particle (bare))
    return n <= 3 ? WORD_LOWER : WORD_BAD;
  if (!g_unichar_isalpha (first))
    return WORD_BAD;
  return WORD_NAME;
}

/* Whether a name without blanks in a script without case is one of a person. */
static gboolean
is_cjk_name (const char *name)
{
  const char *const *offices = tl_document_words (TL_DOCUMENT_OFFICE_ENDINGS);
  glong n = g_utf8_strlen (name, -1);
  gboolean has_dot = strstr (name, "\343\203\273") != NULL || strstr (name, "\302\267") != NULL;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_cjk (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xb7)
      return FALSE;
  /* An office, a house */
  for (guint i = 0; offices[i] != NULL; i++)
    if (g_str_has_suffix (name, offices[i]))
      return FALSE;
  return n >= MIN_CJK_NAME && n <= (has_dot ? 20 : MAX_CJK_NAME);
}

/* "VSA" of "VietSea (VSA)" */
static gboolean
is_part_of_site (const char        *name,
                 const char *const *sites)
{
  g_autofree char *folded = tl_page_fold (name);

  for (guint i = 0; sites[i] != NULL; i++)
    {
      g_autofree char *site = tl_page_fold (sites[i]);

      if (*site != '\0' && (strstr (site, folded) != NULL || (strlen (site) >= 3 && strstr (folded, site) != NULL)))
        return TRUE;
    }
  return FALSE;
}

/* Files a run of words that may be a name; @is_whole: nothing stood beside them. */
static void
file_run (TlPageNames       *self,
          char             **words,
          guint              n,
          gboolean           is_body,
          gboolean           is_whole,
          const char *const *sites)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  char *after = words[n];

  words[n] = NULL;
  name = g_strjoinv (" ", words);
  words[n] = after;
  g_strstrip (name);
  while (*name != '\0' && strchr (",;:*\"", name[strlen (name) - 1]) != NULL)
    name[strlen (name) - 1] = '\0';

  folded = g_utf8_casefold (name, -1);
  if (*name == '\0' || tl_page_is_site (name, sites) || tl_document_has_word (TL_DOCUMENT_BYLINE_PLACES, folded))
    return;
  if (g_strv_contains (tl_document_words (TL_DOCUMENT_AGENCIES), name))
    add_name (self->bodies, name);
  else if (is_body)
    {
      if (is_whole)
        tl_page_names_add_body (self, name, sites);
    }
  else if (is_cjk (g_utf8_get_char (name)) && n == 1)
    add_name (is_cjk_name (name) ? self->people : self->others, name);
  else if (n >= 2 && n <= MAX_NAME_WORDS)
    add_name (self->people, name);
  else if (n == 1 && is_whole && !is_part_of_site (name, sites))
    add_name (self->others, name);
}

/* How many words of "Anna Berg in Vienna" are the name: those before the place. */
static guint
count_before_place (char     **words,
                    WordKind  *kinds,
                    guint      n_words)
{
  guint place = n_words;

  for (guint i = 0; i < n_words; i++)
    {
      if (kinds[i] == WORD_NAME || kinds[i] == WORD_ROLE)
        continue;
      if (place < n_words || i < 2 || i + 1 == n_words || kinds[i] != WORD_LOWER ||
          !g_strv_contains (tl_document_words (TL_DOCUMENT_BYLINE_PREPOSITIONS), words[i]))
        return n_words;
      place = i;
    }
  return n_words - place <= MAX_PLACE_WORDS + 1 ? place : n_words;
}

/* A piece of a byline: runs of words that may be names, with roles before and behind. */
static void
file_piece (TlPageNames       *self,
            const char        *piece,
            const char *const *sites)
{
  g_auto(GStrv) words = g_strsplit_set (piece, " \t", -1);
  g_autofree WordKind *kinds = NULL;
  guint n_words = 0, start = 0;
  gboolean is_body = FALSE, is_cut = FALSE, is_office = FALSE, has_lower = FALSE;

  /* Blanks more than one. */
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        g_free (words[i]);
      else
        words[n_words++] = words[i];
    }
  words[n_words] = NULL;
  if (n_words == 0 || n_words > 14)
    return;

  kinds = g_new (WordKind, n_words + 1);
  for (guint i = 0; i < n_words; i++)
    {
      kinds[i] = classify_word (words[i]);
      if (kinds[i] == WORD_BAD)
        return;
      is_office = is_office || kinds[i] == WORD_OFFICE;
      has_lower = has_lower || kinds[i] == WORD_LOWER;
      is_body = is_body || kinds[i] == WORD_BODY;
    }
  if (has_lower && !is_body)
    {
      guint n_before = count_before_place (words, kinds, n_words);

      if (n_before == n_words)
        return;
      for (guint i = n_before; i < n_words; i++)
        g_clear_pointer (&words[i], g_free);
      n_words = n_before;
      has_lower = FALSE;
      is_cut = TRUE;
    }
  is_body = has_lower;
  for (guint i = 0; i <= n_words; i++)
    {
      WordKind kind = i < n_words ? kinds[i] : WORD_ROLE;

      is_body = is_body || kind == WORD_BODY;
      if (kind != WORD_ROLE && kind != WORD_OFFICE)
        continue;
      is_cut = is_cut || i < n_words;
      /* A lower-case word at either end is none of the name. */
      while (start < i && !is_body && is_particle (words[i - 1]) && i - start > 1 &&
             g_unichar_islower (g_utf8_get_char (words[i - 1])) && strpbrk (words[i - 1], "-'") == NULL)
        return;
      if (i > start)
        file_run (self, words + start, i - start, is_body || is_office, !is_cut, sites);
      start = i + 1;
      is_body = FALSE;
    }
}

/**
 * tl_page_names_add_body:
 * @self: names
 * @name: the name of a body
 * @sites: names of the site
 *
 * Adds it, unless it is that of the site, or of an office of it.
 */
void
tl_page_names_add_body (TlPageNames       *self,
                        const char        *name,
                        const char *const *sites)
{
  if (strlen (name) > MAX_NAME_BYTES || tl_page_is_site (name, sites) || strstr (name, "://") != NULL ||
      strchr (name, '@') != NULL || is_part_of_site (name, sites))
    return;
  add_name (self->bodies, name);
}

/* Behind "Author:" that stands inside a piece, "Source: Agency Author: Anna Berg"; %NULL where
 * no such label does. */
static const char *
find_label (const char *text)
{
  const char *found = NULL;
  gunichar before = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *after = NULL;

      if (!g_unichar_isalnum (before) || before >= 0x2e80)
        after = tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, p);
      if (after != NULL && (*skip_blanks (after) == ':' || g_utf8_get_char (after) == 0xff1a))
        found = skip_blanks (g_utf8_next_char (skip_blanks (after)));
      before = g_utf8_get_char (p);
    }
  return found;
}

/**
 * tl_page_find_label:
 * @line: a line
 *
 * Returns: (nullable): what follows "Author:" and the like, wherever in the line that stands
 */
const char *
tl_page_find_label (const char *line)
{
  return strchr (line, ':') != NULL || strstr (line, "\357\274\232") != NULL ? find_label (line) : NULL;
}

/* Characters between names; a hyphen only with blanks around it. */
static gboolean
is_break (const char *start,
          const char *p)
{
  gunichar c = g_utf8_get_char (p);

  /* "経済部・森下あかり": an office and its writer; between the parts of a foreign name the dot
   * stands, too. */
  if (c == 0x30fb && p > start)
    {
      gunichar before = g_utf8_get_char (g_utf8_prev_char (p));

      return before == 0x90e8 || before == 0x5c40 || before == 0x793e;
    }
  /* A day stands behind a name of a script without blanks. */
  if (c < 0x80 && g_ascii_isdigit ((char) c))
    return p > start && is_cjk (g_utf8_get_char (g_utf8_prev_char (p)));
  if (c == '-')
    return p > start && p[-1] == ' ' && p[1] == ' ';
  return (c < 0x80 && strchr ("\t\n|;,/()<>[]&+:", (char) c) != NULL) || c == 0x2022 || c == 0x2013 || c == 0x2014 ||
         c == 0x3001 || c == 0xff0c || c == 0x60c || c == 0xff5c || c == 0xff0f || c == 0xff08 || c == 0xff09 ||
         c == 0x3010 || c == 0x3011 || c == 0xff1a || c == 0xbb || c == 0x203a ||
         (c == 0xb7 && p > start && p[-1] == ' ');
}

/* Behind these something else comes: the outlet, the place, the day. */
static gboolean
is_hard_break (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return c == '|' || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == 0xff5c || c == 0xb7 || c == '-' || c == '(' ||
         c == 0xff08;
}

/* The end of "and" and its like at @p, which stands between blanks; %NULL for other words. */
static const char *
skip_joiner (const char *p)
{
  const char *const *joiners = tl_document_words (TL_DOCUMENT_BYLINE_JOINERS);

  for (guint i = 0; joiners[i] != NULL; i++)
    {
      gsize n = strlen (joiners[i]);

      if (strncmp (p, joiners[i], n) == 0 && p[n] == ' ')
        return p + n + 1;
    }
  return NULL;
}

/* "Ortega y Gasset": one letter may be part of a name, with one word behind it. */
static gboolean
joins_name (const char *joiner,
            const char *after)
{
  gsize n = strcspn (after, " ,;|\t/");

  return joiner[1] == ' ' && (after[n] != ' ') && n > 1;
}

/* "Von Trier", "Di Stefano": what looks like an opening is a part of the name. */
static gboolean
is_opening_of_name (const char *text,
                    const char *opened)
{
  g_autofree char *opening = g_strndup (text, (gsize) (opened - text));
  g_autofree char *lower = g_utf8_strdown (g_strstrip (opening), -1);

  return strcmp (lower, opening) != 0 && strpbrk (skip_blanks (opened), " \t") == NULL && is_particle (lower);
}

static void
end_piece (TlPageNames       *self,
           GString           *piece,
           const char *const *sites)
{
  const char *text = skip_blanks (piece->str);
  const char *opened = tl_page_skip_opening (text);
  const char *const *endings = tl_document_words (TL_DOCUMENT_BYLINE_ENDINGS);

  g_string_truncate (piece, strlen (g_strchomp (piece->str)));
  if (opened != NULL && opened < piece->str + piece->len)
    text = is_opening_of_name (text, opened) ? text : opened;
  else if (tl_document_skip_word (TL_DOCUMENT_BYLINE_OPENINGS, text) == piece->str + piece->len)
    text = piece->str + piece->len;
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_prefix (text, endings[i]))
      text = piece->str + piece->len;
    else if (g_str_has_suffix (text, endings[i]) && strlen (text) > strlen (endings[i]))
      {
        g_string_truncate (piece, piece->len - strlen (endings[i]));
        g_string_truncate (piece, strlen (g_strchomp (piece->str)));
        break;
      }
  if (strchr (text, ':') != NULL && find_label (text) != NULL)
    text = find_label (text);
  /* "Photo: Name" names another. */
  if (*text != '\0' && strlen (text) <= MAX_NAME_BYTES && strchr (text, ':') == NULL)
    file_piece (self, text, sites);
  g_string_truncate (piece, 0);
}

/**
 * tl_page_names_read:
 * @self: names
 * @byline: what names who wrote it; a tab stands between elements
 * @sites: names of the site, which did not
 *
 * Adds the names in a byline.
 */
void
tl_page_names_read (TlPageNames       *self,
                    const char        *byline,
                    const char *const *sites)
{
  g_autoptr(GString) piece = g_string_new (NULL);
  guint n_before = self->people->len;
  const char *p = byline;

  if (strstr (byline, "://") != NULL || tl_page_is_site (byline, sites))
    return;
  while (*p != '\0')
    {
      const char *after = p > byline && p[-1] == ' ' ? skip_joiner (p) : NULL;

      if (is_break (byline, p))
        {
          /* "By: Name" is opened once. */
          if (*p == ':' || g_utf8_get_char (p) == 0xff1a)
            g_string_append (piece, ": ");
          else
            end_piece (self, piece, sites);
          if (is_hard_break (p) && self->people->len > n_before)
            return;
          p = g_utf8_next_char (p);
        }
      else if (after != NULL && !joins_name (p, after))
        {
          end_piece (self, piece, sites);
          p = after;
        }
      else
        {
          g_string_append_len (piece, p, g_utf8_skip[(guchar) *p]);
          p = g_utf8_next_char (p);
        }
    }
  end_piece (self, piece, sites);
}
