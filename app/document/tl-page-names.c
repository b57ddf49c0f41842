/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Names in a byline: "By Anna Berg and Jan Novak, Prague | 9 June 2021".  It is cut where
 * names end, and of each piece is asked whether it is the name of a person, of a body, or
 * none: a role, a place, an invitation to subscribe.
 */

#include "tl-page-names.h"

#include "tl-document-words.h"
#include "tl-page-labels.h"
#include "tl-page-name-words.h"
#include "tl-page-title.h"

#include <string.h>

#define MAX_NAME_BYTES 120
#define MAX_NAME_WORDS 6

/* A place has no more, "in Rio de Janeiro". */
#define MAX_PLACE_WORDS 3
#define MAX_NAMES 24

/* An acronym has so many letters; initials have fewer. */
#define MIN_ACRONYM 3

/* The letters of "and". */
#define MAX_JOINER 5

/* A name without blanks of a person who is no foreigner there has no more signs. */
#define MAX_WHOLE_NAME 4

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
  self->is_chinese = FALSE;
  self->is_told = FALSE;
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

/* "沈砚舟 罗映溪" are two, and "山田 太郎" is one: a whole name of Chinese or Korean has mostly
 * three signs, the halves of a Japanese one have fewer. */
static gboolean
are_whole_names (char     **words,
                 guint      n,
                 gboolean   is_chinese)
{
  glong least = MAX_WHOLE_NAME;

  for (guint i = 0; i < n; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
        if (!tl_page_name_is_cjk (g_utf8_get_char (p)) || g_utf8_get_char (p) <= 0x30ff)
          return FALSE;
      if (length > MAX_WHOLE_NAME || !tl_page_name_is_cjk_name (words[i]))
        return FALSE;
      least = MIN (least, length);
    }
  return n >= 2 && least >= (is_chinese ? 2 : 3);
}

/* Behind a name, the house: "da Folha", "CNBC Indonesia". */
static gboolean
is_house_behind (char **words,
                 guint  n)
{
  guint n_capitals = 0, n_others = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *lower = g_utf8_strdown (words[i], -1);
      g_autofree char *upper = g_utf8_strup (words[i], -1);

      if (strcmp (words[i], upper) == 0 && strcmp (words[i], lower) != 0 && strchr (words[i], '.') == NULL &&
          g_utf8_strlen (words[i], -1) >= MIN_ACRONYM)
        n_capitals++;
      else
        n_others++;
    }
  return (n_capitals > 0 && n_others > 0) || (n == 2 && tl_page_name_is_small (g_utf8_get_char (words[0])));
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

  /* "経済部 山田太郎" */
  for (; n > 1 && tl_page_name_is_cjk (g_utf8_get_char (words[0])) && !tl_page_name_is_cjk_name (words[0]); n--)
    words++;
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
  else if (tl_page_name_is_cjk (g_utf8_get_char (name)) && n == 1)
    add_name (tl_page_name_is_cjk_name (name) ? self->people : self->others, name);
  else if (are_whole_names (words, n, self->is_chinese))
    for (guint i = 0; i < n; i++)
      add_name (self->people, words[i]);
  else if (n >= 2 && n <= MAX_NAME_WORDS)
    {
      if (self->people->len == 0 || !is_house_behind (words, n))
        add_name (self->people, name);
    }
  else if (n == 1 && is_whole && !is_part_of_site (name, sites))
    add_name (self->others, name);
}

/* How many words of "Anna Berg in Vienna" are the name: those before the place. */
static guint
count_before_place (char     **words,
                    TlNameWord  *kinds,
                    guint      n_words)
{
  guint place = n_words;

  for (guint i = 0; i < n_words; i++)
    {
      if (kinds[i] == TL_NAME_WORD_NAME || kinds[i] == TL_NAME_WORD_ROLE)
        continue;
      if (place < n_words || i < 2 || i + 1 == n_words || kinds[i] != TL_NAME_WORD_LOWER ||
          !g_strv_contains (tl_document_words (TL_DOCUMENT_BYLINE_PREPOSITIONS), words[i]))
        return n_words;
      place = i;
    }
  return n_words - place <= MAX_PLACE_WORDS + 1 ? place : n_words;
}

/* "Anna Berg on", "Anna Berg Monday", before a day that was cut off; but Sunday is a name, too. */
static gboolean
belongs_to_day (const char *word,
                guint       n_words)
{
  g_autofree char *folded = g_utf8_casefold (word, (gssize) strcspn (word, ",."));

  if (g_strv_contains (tl_document_words (TL_DOCUMENT_DAY_PREPOSITIONS), word))
    return TRUE;
  return tl_document_has_word (TL_DOCUMENT_WEEKDAYS, folded) &&
         (n_words > 2 || !g_unichar_isupper (g_utf8_get_char (word)));
}

/* A piece of a byline: runs of words that may be names, with roles before and behind. */
static void
file_piece (TlPageNames       *self,
            const char        *piece,
            const char *const *sites)
{
  g_auto(GStrv) words = g_strsplit_set (piece, " \t", -1);
  g_autofree TlNameWord *kinds = NULL;
  guint n_words = 0, start = 0;
  gboolean is_body = FALSE, is_cut = FALSE, is_office = FALSE, has_lower = FALSE;

  /* Blanks more than one; "通讯员王小明". */
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *opened = tl_page_name_is_cjk (g_utf8_get_char (words[i])) ? tl_page_skip_opening (words[i]) : NULL;

      if (opened != NULL)
        memmove (words[i], opened, strlen (opened) + 1);
      if (*words[i] == '\0')
        g_free (words[i]);
      else
        words[n_words++] = words[i];
    }
  words[n_words] = NULL;
  if (n_words == 0 || n_words > 14)
    return;

  kinds = g_new (TlNameWord, n_words + 1);
  while (n_words > 1 && belongs_to_day (words[n_words - 1], n_words))
    g_clear_pointer (&words[--n_words], g_free);
  for (guint i = 0; i < n_words; i++)
    {
      kinds[i] = tl_page_name_classify (words[i]);
      /* "unserer Korrespondentin" */
      if (i > 0 && kinds[i] == TL_NAME_WORD_ROLE && kinds[i - 1] == TL_NAME_WORD_BAD &&
          tl_page_name_is_small (g_utf8_get_char (words[i - 1])))
        kinds[i - 1] = TL_NAME_WORD_ROLE;
      if (kinds[i] == TL_NAME_WORD_BAD && !(i + 1 < n_words && tl_page_name_is_small (g_utf8_get_char (words[i]))))
        return;
      if (i > 0 && kinds[i - 1] == TL_NAME_WORD_BAD)
        return;
      is_office = is_office || kinds[i] == TL_NAME_WORD_OFFICE;
      has_lower = has_lower || kinds[i] == TL_NAME_WORD_LOWER;
      is_body = is_body || kinds[i] == TL_NAME_WORD_BODY;
    }
  for (guint i = n_words - 1; i > 0; i--)
    if (kinds[i] == TL_NAME_WORD_ROLE && kinds[i - 1] == TL_NAME_WORD_NAME && tl_page_name_is_field (words[i - 1]))
      kinds[i - 1] = TL_NAME_WORD_ROLE;
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
      TlNameWord kind = i < n_words ? kinds[i] : TL_NAME_WORD_ROLE;

      is_body = is_body || kind == TL_NAME_WORD_BODY;
      if (kind != TL_NAME_WORD_ROLE && kind != TL_NAME_WORD_OFFICE)
        continue;
      is_cut = is_cut || i < n_words;
      /* A lower-case word at either end is none of the name. */
      while (start < i && !is_body && tl_page_name_is_particle (words[i - 1]) && i - start > 1 &&
             tl_page_name_is_small (g_utf8_get_char (words[i - 1])) && strpbrk (words[i - 1], "-'") == NULL)
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
  g_auto(GStrv) words = g_strsplit_set (name, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (tl_page_name_classify (words[i]) == TL_NAME_WORD_OFFICE)
      return;
  if (strlen (name) > MAX_NAME_BYTES || tl_page_is_site (name, sites) || strstr (name, "://") != NULL ||
      strchr (name, '@') != NULL || is_part_of_site (name, sites))
    return;
  add_name (self->bodies, name);
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7af;
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
  /* "홍길동·김영희" */
  if (c == 0xb7 && p > start && is_hangul (g_utf8_get_char (g_utf8_prev_char (p))))
    return is_hangul (g_utf8_get_char (g_utf8_next_char (p)));
  /* A day stands behind a name of a script without blanks. */
  if (c < 0x80 && g_ascii_isdigit ((char) c))
    return p > start && tl_page_name_is_cjk (g_utf8_get_char (g_utf8_prev_char (p)));
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

  return c == '|' || c == 0x2022 || c == 0x2013 || c == 0x2014 || c == 0xff5c || c == '-' || c == '(' || c == 0xff08 ||
         (c == 0xb7 && p[-1] == ' ');
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

/* Whether what follows a dash is another name and nothing else.  Behind a dash mostly the house stands, or
 * the place; scripts without capitals write these otherwise. */
static gboolean
joins_by_dash (const char        *p,
               const char *const *sites)
{
  const char *rest = tl_page_name_skip_blanks (g_utf8_next_char (p));
  gunichar first = g_utf8_get_char (rest);
  g_auto(TlPageNames) found = { NULL };

  if (tl_page_name_is_cjk (first) || !g_unichar_isalpha (first) || g_unichar_tolower (first) != first ||
      g_unichar_toupper (first) != first || strlen (rest) > MAX_NAME_BYTES ||
      strpbrk (rest, "|,;()0123456789") != NULL)
    return FALSE;
  tl_page_names_init (&found);
  file_piece (&found, rest, sites);
  return found.people->len == 1 && tl_page_names_are_all (&found, rest);
}

static void
end_piece (TlPageNames       *self,
           GString           *piece,
           const char *const *sites)
{
  const char *text = tl_page_name_skip_blanks (piece->str);
  const char *opened = tl_page_skip_opening (text);
  const char *const *endings = tl_document_words (TL_DOCUMENT_BYLINE_ENDINGS);

  g_string_truncate (piece, strlen (g_strchomp (piece->str)));
  if (opened != NULL && opened < piece->str + piece->len)
    text = self->is_told && tl_page_is_opening_of_name (text, opened) ? text : opened;
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
  if (strchr (text, ':') != NULL && tl_page_find_label (text) != NULL)
    text = tl_page_find_label (text);
  /* "Photo: Name" names another. */
  if (*text != '\0' && strlen (text) <= MAX_NAME_BYTES && strchr (text, ':') == NULL)
    file_piece (self, text, sites);
  g_string_truncate (piece, 0);
}

/**
 * tl_page_names_look_at:
 * @self: names
 * @line: the line that they are going to be read from
 *
 * Notes what the line tells of the names in it: whether they are apart by blanks.
 */
void
tl_page_names_look_at (TlPageNames *self,
                       const char  *line)
{
  const char *const *words = tl_document_words (TL_DOCUMENT_BYLINE_SINGLE);

  for (guint i = 0; words[i] != NULL; i++)
    self->is_chinese = self->is_chinese || strstr (line, words[i]) != NULL;
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (g_utf8_get_char (p)) != FALSE;
  return n;
}

/**
 * tl_page_names_are_all:
 * @self: the names in a line
 * @line: the line
 *
 * Returns: whether nothing else stands there
 */
gboolean
tl_page_names_are_all (const TlPageNames *self,
                       const char        *line)
{
  guint n = 0;

  if (self->people->len == 0 || self->bodies->len > 0 || self->others->len > 0)
    return FALSE;
  for (guint i = 0; i < self->people->len; i++)
    n += count_letters (g_ptr_array_index (self->people, i));
  return count_letters (line) <= n + (self->people->len - 1) * MAX_JOINER;
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
  g_autofree char *alone = NULL;
  guint n_before = self->people->len;
  const char *p;

  if (strstr (byline, "://") != NULL || tl_page_is_site (byline, sites))
    return;
  tl_page_names_look_at (self, byline);
  p = byline = alone = tl_page_dup_names_alone (byline);
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
          if (is_hard_break (p) && self->people->len > n_before && !joins_by_dash (p, sites))
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
