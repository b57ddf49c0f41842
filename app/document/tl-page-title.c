/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Titles as they stand in metadata carry the names of the site and of its parts, before or
 * behind: "Headline | Economy | The Site".
 */

#include "tl-page-title.h"

#include <string.h>

/* Titles with more words than this are compared by their first. */
#define MAX_WORDS 64

/* The most pieces that are taken off a title. */
#define MAX_PIECES 4

/* Behind the sign " | " stands the site, if no more words do. */
#define MAX_SITE_WORDS 5

/**
 * tl_page_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): its words in lower case, one blank between them, and no signs
 */
char *
tl_page_fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  GString *folded = g_string_new (NULL);
  gboolean is_apart = FALSE;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          /* "Ivan's" is one word. */
          is_apart = is_apart || (c != '\'' && c != 0x2019 && c != 0x200c && c != 0x200d);
          continue;
        }
      if (is_apart && folded->len > 0)
        g_string_append_c (folded, ' ');
      is_apart = FALSE;
      g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static guint
count_common (char **a,
              char **b)
{
  guint n = 0;

  for (guint i = 0; i < MAX_WORDS && a[i] != NULL; i++)
    for (guint j = 0; j < MAX_WORDS && b[j] != NULL; j++)
      if (strcmp (a[i], b[j]) == 0)
        {
          n++;
          break;
        }
  return n;
}

/**
 * tl_page_folded_is_like:
 * @a: a title, folded
 * @b: another, folded
 *
 * Returns: whether they are of the same article: the same words but for some
 */
gboolean
tl_page_folded_is_like (const char *a,
                        const char *b)
{
  const char *shorter = strlen (a) < strlen (b) ? a : b;
  const char *longer = shorter == a ? b : a;
  g_auto(GStrv) words_a = NULL;
  g_auto(GStrv) words_b = NULL;
  guint n_a, n_b, n_common;

  if (*shorter == '\0')
    return FALSE;
  if (strcmp (shorter, longer) == 0)
    return TRUE;
  words_a = g_strsplit (a, " ", -1);
  words_b = g_strsplit (b, " ", -1);
  n_a = MIN (g_strv_length (words_a), MAX_WORDS);
  n_b = MIN (g_strv_length (words_b), MAX_WORDS);
  /* Scripts without spaces have long words. */
  if ((MIN (n_a, n_b) >= 3 || strlen (shorter) >= 24 || strlen (shorter) * 2 > strlen (longer)) &&
      strstr (longer, shorter) != NULL)
    return TRUE;
  if (MIN (n_a, n_b) < 3)
    return FALSE;
  n_common = count_common (words_a, words_b);
  return n_common * 3 >= MIN (n_a, n_b) * 2 && n_common * 5 >= MAX (n_a, n_b) * 2;
}

/**
 * tl_page_title_is_like:
 * @a: a title
 * @b: another
 *
 * Returns: as tl_page_folded_is_like()
 */
gboolean
tl_page_title_is_like (const char *a,
                       const char *b)
{
  g_autofree char *folded_a = tl_page_fold (a);
  g_autofree char *folded_b = tl_page_fold (b);

  return tl_page_folded_is_like (folded_a, folded_b);
}

/* Letters and digits alone: "The Site" and "thesite" are the same. */
static char *
squeeze (const char *text)
{
  char *folded = tl_page_fold (text);
  char *out = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (*p != ' ')
      *out++ = *p;
  *out = '\0';
  return folded;
}

static gboolean
is_same_site (const char *name,
              const char *site)
{
  g_autofree char *a = squeeze (name);
  g_autofree char *b = squeeze (site);
  const char *bare_a = g_str_has_prefix (a, "www") ? a + 3 : a;

  if (g_str_has_prefix (bare_a, "the") && strlen (bare_a) > 6 && !g_str_has_prefix (b, "the"))
    bare_a += 3;
  return *bare_a != '\0' && (strcmp (bare_a, b) == 0 || (g_str_has_prefix (b, "the") && strcmp (bare_a, b + 3) == 0));
}

/**
 * tl_page_is_site:
 * @name: a name
 * @sites: names of the site
 *
 * Returns: whether it is one of them, with or without an article and blanks
 */
gboolean
tl_page_is_site (const char        *name,
                 const char *const *sites)
{
  for (guint i = 0; sites[i] != NULL; i++)
    if (is_same_site (name, sites[i]))
      return TRUE;
  return FALSE;
}

/* The label of a host that names its owner: "kazinform" of "www.kazinform.kz". */
static char *
dup_host_label (const char *host)
{
  g_auto(GStrv) labels = g_strsplit (host, ".", 8);
  guint n = g_strv_length (labels);
  guint i;

  if (n < 2)
    return NULL;
  i = n - 2;
  /* "co.uk", "com.tr" */
  if (i > 0 && strlen (labels[n - 1]) == 2 && strlen (labels[i]) <= 3)
    i--;
  return strlen (labels[i]) >= 3 ? g_strdup (labels[i]) : NULL;
}

static void
add_host (GPtrArray  *sites,
          const char *address)
{
  const char *host = address != NULL ? strstr (address, "://") : NULL;
  g_autofree char *name = NULL;
  char *label;

  if (host == NULL)
    return;
  name = g_ascii_strdown (host + 3, (gssize) strcspn (host + 3, "/?#:"));
  g_ptr_array_add (sites, g_strdup (g_str_has_prefix (name, "www.") ? name + 4 : name));
  label = dup_host_label (name);
  if (label != NULL)
    g_ptr_array_add (sites, label);
}

/**
 * tl_page_dup_sites:
 * @clues: what a page tells
 * @copyright: (nullable): whose it is
 * @address: (nullable): its address
 *
 * Returns: (transfer full) (array zero-terminated=1): the names that the site goes by
 */
char **
tl_page_dup_sites (TlClues    *clues,
                   const char *copyright,
                   const char *address)
{
  static const TlClueKind kinds[] = { TL_CLUE_SITE, TL_CLUE_PUBLISHER };
  GPtrArray *sites = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n;
      const TlClue *found = tl_clues_get (clues, kinds[i], &n);

      for (guint j = 0; j < MIN (n, 8); j++)
        g_ptr_array_add (sites, g_strdup (found[j].value));
    }
  if (copyright != NULL)
    g_ptr_array_add (sites, g_strdup (copyright));
  add_host (sites, address);
  g_ptr_array_add (sites, NULL);
  return (char **) g_ptr_array_free (sites, FALSE);
}

/* What parts a title from the site's name; those that stand inside headlines, too, come last. */
static const char *const signs[] = {
  " | ", "|", " :: ", " » ", " « ", " · ", " • ", " ・ ", "｜", " / ", "_", " — ", " – ", " - ", " -- ", "-", ": ",
};

#define N_SURE_SIGNS 9
#define N_SPACED_SIGNS 15

static guint
count_words (const char *text)
{
  g_autofree char *folded = tl_page_fold (text);
  guint n = *folded != '\0';

  for (const char *p = folded; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* Whether the piece is the site's, or what windows have beside a headline. */
static gboolean
is_foreign (const char        *piece,
            const char        *rest,
            guint              sign,
            const char *const *sites,
            gboolean           is_window)
{
  guint n_piece, n_rest;

  if (tl_page_is_site (piece, sites))
    return TRUE;
  if (!is_window || sign >= N_SPACED_SIGNS)
    return FALSE;
  n_piece = count_words (piece);
  n_rest = count_words (rest);
  /* "Economy - The Site": the site behind the name of a part of it */
  for (guint i = 0; sites[i] != NULL; i++)
    if (n_piece <= 8 && strlen (sites[i]) >= 4 && strstr (piece, sites[i]) != NULL && n_rest >= 2)
      return TRUE;
  return n_piece <= MAX_SITE_WORDS && n_rest > n_piece && n_rest >= (sign < N_SURE_SIGNS ? 3 : 4);
}

static gboolean
has_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < 2; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));
  return n == 2;
}

static char *
strip_once (const char        *title,
            const char *const *sites,
            gboolean           is_window)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *last = g_strrstr (title, signs[i]);
      const char *first = strstr (title, signs[i]);
      g_autofree char *head = NULL;
      g_autofree char *tail = NULL;

      if (last == NULL)
        continue;
      head = g_strndup (title, (gsize) (last - title));
      tail = g_strdup (last + strlen (signs[i]));
      if (has_letters (g_strstrip (head)) && is_foreign (g_strstrip (tail), head, i, sites, is_window))
        return g_steal_pointer (&head);
      g_free (head);
      g_free (tail);
      head = g_strndup (title, (gsize) (first - title));
      tail = g_strdup (first + strlen (signs[i]));
      /* Before a headline the site alone may stand; a kicker belongs to it. */
      if (has_letters (g_strstrip (tail)) && tl_page_is_site (g_strstrip (head), sites))
        return g_steal_pointer (&tail);
    }
  return NULL;
}

/**
 * tl_page_title_strip:
 * @title: a title
 * @sites: names of the site
 * @is_window: whether it stands above the browser's window, where more is to be expected
 *
 * Returns: (transfer full): the title without the names of the site and of its parts
 */
char *
tl_page_title_strip (const char        *title,
                     const char *const *sites,
                     gboolean           is_window)
{
  char *stripped = g_strdup (title);

  for (guint i = 0; i < MAX_PIECES; i++)
    {
      char *rest = strip_once (stripped, sites, is_window);

      if (rest == NULL)
        break;
      g_free (stripped);
      stripped = rest;
    }
  return stripped;
}
