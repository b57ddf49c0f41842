/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the names stand that people added.  A text is read once, word by word, however many names
 * there are: nearly all words begin none of them, which one look at a bit tells. */

#include "tl-added-names.h"

#include <string.h>

#include "tl-entity-names.h"
#include "tl-word-fold.h"

/* Bits for the first words: of thousands of names, a word in ten is looked up in vain. */
#define N_BITS 65536

struct _TlAddedNames
{
  GPtrArray  *decisions;        /* owned: TlDecision */
  GHashTable *by_words;         /* owned: one folded word, or the first two with a space between them, to
                                 * a GPtrArray of Name, the longest first */
  GHashTable *by_digest;        /* owned: GBytes to a GPtrArray of TlDecision, the latest first */
  guint64     filter[N_BITS / 64];
};

typedef struct
{
  guint             n_words;
  const TlDecision *decision;
} Name;

/* A text as words. */
typedef struct
{
  GString *folded;              /* owned: each ends with a zero */
  GArray  *words;               /* owned: Word */
} Words;

typedef struct
{
  TlSpan span;
  gsize  folded;                /* where it begins there */
} Word;

static void
words_init (Words      *self,
            const char *text,
            gsize       length)
{
  TlWordScan scan;
  Word word = { .folded = 0 };

  self->folded = g_string_sized_new (length + 64);
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (Word), (guint) (length / 6 + 1));
  tl_word_scan_init (&scan, text, length);
  while (tl_word_scan_next (&scan, self->folded, &word.span))
    {
      g_string_append_c (self->folded, '\0');
      g_array_append_val (self->words, word);
      word.folded = self->folded->len;
    }
}

static void
words_clear (Words *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static const char *
get_word (const Words *self,
          guint        i)
{
  return self->folded->str + g_array_index (self->words, Word, i).folded;
}

/* By what a name is found that begins with a word: one word begins many names, two begin few. */
static void
make_key (const Words *self,
          guint        i,
          gboolean     has_several,
          GString     *key)
{
  g_string_assign (key, get_word (self, i));
  if (has_several)
    {
      g_string_append_c (key, ' ');
      g_string_append (key, get_word (self, i + 1));
    }
}

static guint
get_bit (const char *word)
{
  guint32 hash = g_str_hash (word);

  return (hash ^ hash >> 16) % N_BITS;
}

/* ---- making it ---- */

static void
name_free (gpointer name)
{
  g_free (name);
}

static GPtrArray *
put_list (GHashTable     *table,
          gpointer        own_key,
          GDestroyNotify  item_free)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (item_free);

  g_hash_table_insert (table, own_key, list);
  return list;
}

/* Of two with as many words the one that was added later comes first. */
static void
add_words (TlAddedNames     *self,
           const TlDecision *decision)
{
  g_auto(Words) words = { NULL, NULL };
  g_autoptr(GString) key = g_string_new (NULL);
  guint bit, i = 0;
  GPtrArray *list;
  Name *name;

  words_init (&words, decision->on.name, strlen (decision->on.name));
  if (words.words->len == 0)
    return;
  make_key (&words, 0, words.words->len > 1, key);
  list = g_hash_table_lookup (self->by_words, key->str);
  if (list == NULL)
    list = put_list (self->by_words, g_strdup (key->str), name_free);
  name = g_new (Name, 1);
  *name = (Name) { words.words->len, decision };
  while (i < list->len && ((const Name *) g_ptr_array_index (list, i))->n_words > name->n_words)
    i++;
  g_ptr_array_insert (list, (int) i, name);
  bit = get_bit (get_word (&words, 0));
  self->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

static void
add_place (TlAddedNames     *self,
           const TlDecision *decision)
{
  GPtrArray *list;

  if (decision->on.digest == NULL)
    return;
  list = g_hash_table_lookup (self->by_digest, decision->on.digest);
  if (list == NULL)
    list = put_list (self->by_digest, g_bytes_ref (decision->on.digest), NULL);
  g_ptr_array_insert (list, 0, (gpointer) decision);
}

/**
 * tl_added_names_new:
 * @decisions: (transfer full) (element-type TlDecision): what holds, in the order in which it was
 *   decided
 *
 * Returns: (transfer full): the names of %TL_DECISION_ADD and %TL_DECISION_HERE
 */
TlAddedNames *
tl_added_names_new (GPtrArray *decisions)
{
  TlAddedNames *self = g_new0 (TlAddedNames, 1);

  self->decisions = decisions;
  self->by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_digest = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref,
                                           (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < decisions->len; i++)
    {
      const TlDecision *decision = g_ptr_array_index (decisions, i);

      if (decision->on.name != NULL && decision->kind == TL_DECISION_ADD)
        add_words (self, decision);
      else if (decision->kind == TL_DECISION_HERE)
        add_place (self, decision);
    }
  return self;
}

/**
 * tl_added_names_load:
 * @database: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the names that people added
 */
TlAddedNames *
tl_added_names_load (TlDatabase  *database,
                     GError     **error)
{
  GPtrArray *decisions = tl_decision_get_added (database, error);

  return decisions != NULL ? tl_added_names_new (decisions) : NULL;
}

/**
 * tl_added_names_free:
 * @self: (transfer full): names
 */
void
tl_added_names_free (TlAddedNames *self)
{
  g_hash_table_unref (self->by_words);
  g_hash_table_unref (self->by_digest);
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

/**
 * tl_added_names_has_words:
 * @self: names
 *
 * Returns: whether there are any that are looked for in all texts
 */
gboolean
tl_added_names_has_words (TlAddedNames *self)
{
  return g_hash_table_size (self->by_words) > 0;
}

/**
 * tl_added_names_has_places:
 * @self: names
 *
 * Returns: whether there are any at places of some text
 */
gboolean
tl_added_names_has_places (TlAddedNames *self)
{
  return g_hash_table_size (self->by_digest) > 0;
}

/* ---- looking ---- */

static gboolean
overlaps_any (GArray *found,
              guint   n,
              TlSpan  span)
{
  for (guint i = 0; i < n; i++)
    if (tl_span_overlaps (g_array_index (found, TlAddedName, i).span, span))
      return TRUE;
  return FALSE;
}

/* What was said last of a place is right. */
static void
find_places (TlAddedNames *self,
             const char   *text,
             GBytes       *digest,
             GArray       *found)
{
  GPtrArray *list = digest != NULL ? g_hash_table_lookup (self->by_digest, digest) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      TlAddedName here = { .decision = g_ptr_array_index (list, i), .is_here = TRUE };

      if (tl_added_name_read_place (here.decision, text, &here.span) && !overlaps_any (found, found->len, here.span))
        g_array_append_val (found, here);
    }
}

static const Name *
match_among (GPtrArray   *list,
             const char  *text,
             const Words *words,
             guint        i,
             TlSpan      *span)
{
  const Word *all = (const Word *) (void *) words->words->data;

  for (guint k = 0; list != NULL && k < list->len; k++)
    {
      const Name *name = g_ptr_array_index (list, k);
      g_autofree char *written = NULL;

      if (name->n_words > words->words->len - i)
        continue;
      *span = (TlSpan) { all[i].span.start, all[i + name->n_words - 1].span.end };
      written = tl_entity_name_dup_text (text, *span);
      if (strcmp (written, name->decision->on.name) == 0)
        return name;
    }
  return NULL;
}

/* The longest name that begins with a word. */
static const Name *
match_at (TlAddedNames *self,
          const char   *text,
          const Words  *words,
          guint         i,
          GString      *key,
          TlSpan       *span)
{
  guint bit = get_bit (get_word (words, i));
  const Name *name = NULL;

  if ((self->filter[bit / 64] >> bit % 64 & 1) == 0)
    return NULL;
  if (i + 1 < words->words->len)
    {
      make_key (words, i, TRUE, key);
      name = match_among (g_hash_table_lookup (self->by_words, key->str), text, words, i, span);
    }
  if (name != NULL)
    return name;
  make_key (words, i, FALSE, key);
  return match_among (g_hash_table_lookup (self->by_words, key->str), text, words, i, span);
}

static void
find_words (TlAddedNames *self,
            const char   *text,
            GArray       *found)
{
  guint n_places = found->len;
  g_auto(Words) words = { NULL, NULL };
  g_autoptr(GString) key = g_string_new (NULL);

  words_init (&words, text, strlen (text));
  for (guint i = 0; i < words.words->len; i++)
    {
      TlAddedName added = { .is_here = FALSE };
      const Name *name = match_at (self, text, &words, i, key, &added.span);

      if (name == NULL || overlaps_any (found, n_places, added.span))
        continue;
      added.decision = name->decision;
      g_array_append_val (found, added);
      i += name->n_words - 1;
    }
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const TlAddedName *found = a, *other = b;

  return (found->span.start > other->span.start) - (found->span.start < other->span.start);
}

/**
 * tl_added_names_find:
 * @self: names
 * @text: an article's text
 * @digest: (nullable): by what decisions know it
 *
 * Returns: (transfer full) (element-type TlAddedName): where they stand in it, in order; no two
 *   overlap, and what was said of a place goes before what is said of all texts
 */
GArray *
tl_added_names_find (TlAddedNames *self,
                     const char   *text,
                     GBytes       *digest)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TlAddedName));

  find_places (self, text, digest, found);
  if (tl_added_names_has_words (self))
    find_words (self, text, found);
  g_array_sort (found, compare_found);
  return found;
}

/* ---- what is selected ---- */

/**
 * tl_added_name_trim:
 * @text: an article's text
 * @span: (inout): what was selected of it
 *
 * Makes a selection end where words do: those of which a part is selected are in it, and what is
 * no word at its ends is not.
 *
 * Returns: whether any word is left
 */
gboolean
tl_added_name_trim (const char *text,
                    TlSpan     *span)
{
  g_autoptr(GString) folded = g_string_new (NULL);
  TlSpan selected = *span, word, trimmed = { 0, 0 };
  TlWordScan scan;

  tl_word_scan_init (&scan, text, strlen (text));
  while (!tl_span_is_empty (selected) && tl_word_scan_next (&scan, folded, &word) && word.start < selected.end)
    {
      g_string_truncate (folded, 0);
      if (!tl_span_overlaps (word, selected))
        continue;
      if (tl_span_is_empty (trimmed))
        trimmed.start = word.start;
      trimmed.end = word.end;
    }
  *span = trimmed;
  return !tl_span_is_empty (trimmed);
}

/**
 * tl_added_name_dup_place:
 * @span: a place in a text, in bytes
 *
 * Returns: (transfer full): how a decision of %TL_DECISION_HERE keeps it
 */
char *
tl_added_name_dup_place (TlSpan span)
{
  return g_strdup_printf ("%" G_GUINT32_FORMAT "-%" G_GUINT32_FORMAT, span.start, span.end);
}

/**
 * tl_added_name_read_place:
 * @decision: a decision of %TL_DECISION_HERE
 * @text: the text on which it is
 * @span: (out): of which place it speaks
 *
 * Returns: whether there is such a place in the text
 */
gboolean
tl_added_name_read_place (const TlDecision *decision,
                          const char       *text,
                          TlSpan           *span)
{
  g_auto(GStrv) ends = decision->to.name != NULL ? g_strsplit (decision->to.name, "-", 2) : NULL;
  guint64 start, end, length = strlen (text);

  if (ends == NULL || g_strv_length (ends) != 2 ||
      !g_ascii_string_to_unsigned (ends[0], 10, 0, G_MAXUINT32 - 1, &start, NULL) ||
      !g_ascii_string_to_unsigned (ends[1], 10, start + 1, G_MAXUINT32, &end, NULL) || end > length ||
      ((guchar) text[start] & 0xc0) == 0x80 || ((guchar) text[end] & 0xc0) == 0x80)
    return FALSE;
  *span = (TlSpan) { (guint32) start, (guint32) end };
  return TRUE;
}
