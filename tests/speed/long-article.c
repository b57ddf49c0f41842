/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Long articles, made of the paragraphs of short ones: shuffled, and with other countries,
 * numbers and names each time, so that a text ten times as long has about ten times as
 * many different names in it.
 */

#include "long-article.h"

#include <string.h>

struct _LongArticles
{
  GPtrArray *paragraphs;        /* char *, valid UTF-8, without line breaks */
};

static const char * const countries[] = {
  "Albania", "Austria", "Belarus", "Brazil", "Canada", "Chile", "China", "Colombia", "Egypt", "Ethiopia",
  "France", "Germany", "Ghana", "Hungary", "India", "Indonesia", "Ireland", "Italy", "Japan", "Jordan",
  "Kazakhstan", "Kenya", "Latvia", "Mexico", "Mongolia", "Morocco", "Nigeria", "Norway", "Peru", "Poland",
  "Portugal", "Russia", "Serbia", "Slovenia", "Spain", "Sweden", "Thailand", "Turkey", "Ukraine", "Uzbekistan",
  "Vietnam", "Zambia",
};

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
add_paragraphs (LongArticles *self,
                const char   *path)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) >= 40 && g_utf8_validate (lines[i], -1, NULL))
      g_ptr_array_add (self->paragraphs, g_strdup (lines[i]));
}

/*
 * long_articles_new:
 * @folders: folders with articles, NAME.txt
 *
 * Returns: (transfer full): their paragraphs, in the order of the files' names
 */
LongArticles *
long_articles_new (const char * const *folders)
{
  LongArticles *self = g_new0 (LongArticles, 1);

  self->paragraphs = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GError) error = NULL;
      g_autoptr(GDir) dir = g_dir_open (folders[i], 0, &error);
      const char *name;

      if (dir == NULL)
        g_error ("%s", error->message);
      while ((name = g_dir_read_name (dir)) != NULL)
        if (g_str_has_suffix (name, ".txt"))
          g_ptr_array_add (paths, g_build_filename (folders[i], name, NULL));
      g_ptr_array_sort (paths, compare_paths);
      for (guint j = 0; j < paths->len; j++)
        add_paragraphs (self, g_ptr_array_index (paths, j));
    }
  g_assert (self->paragraphs->len > 0);
  return self;
}

/*
 * long_articles_free:
 * @self: (transfer full): paragraphs
 */
void
long_articles_free (LongArticles *self)
{
  g_ptr_array_unref (self->paragraphs);
  g_free (self);
}

static int
find_country (const char *word,
              gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    if (strlen (countries[i]) == length && memcmp (countries[i], word, length) == 0)
      return (int) i;
  return -1;
}

static gsize
word_length (const char *p)
{
  gsize n = 0;

  while (g_ascii_isalpha (p[n]))
    n++;
  return n;
}

/* Other vowels in a name, "Sankevich" to "Sonkavuch", the same within one paragraph. */
static void
append_other_name (GString    *out,
                   const char *word,
                   gsize       length,
                   guint32     turn)
{
  static const char vowels[] = "aeiou";

  for (gsize i = 0; i < length; i++)
    {
      const char *vowel = i > 0 ? memchr (vowels, word[i], 5) : NULL;

      g_string_append_c (out, vowel != NULL ? vowels[((guint) (vowel - vowels) + (turn >> (2 * (i & 15)))) % 5]
                                            : word[i]);
    }
}

/*
 * A paragraph with other countries, digits and names.  A name is a word of six letters or
 * more with a capital that stands behind a word without a stop.
 */
static void
append_varied (GString    *out,
               const char *paragraph,
               GRand      *rand)
{
  guint32 turn = g_rand_int (rand);

  for (const char *p = paragraph; *p != '\0';)
    {
      gsize length = word_length (p);
      int country = length >= 4 ? find_country (p, length) : -1;

      if (country >= 0)
        g_string_append (out, countries[((guint) country + turn) % G_N_ELEMENTS (countries)]);
      else if (length >= 6 && g_ascii_isupper (*p) && p >= paragraph + 2 && p[-1] == ' ' && g_ascii_isalpha (p[-2]))
        append_other_name (out, p, length, turn);
      else if (length > 0)
        g_string_append_len (out, p, (gssize) length);
      else if (*p >= '1' && *p <= '9' && !(p[0] == '1' && p[1] == '9') && !(p[0] == '2' && p[1] == '0'))
        g_string_append_c (out, (char) ('1' + g_rand_int_range (rand, 0, 9)));
      else
        g_string_append_c (out, *p);
      p += MAX (length, 1);
    }
}

static void
shuffle (GPtrArray *array,
         GRand     *rand)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer last = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[other];
      array->pdata[other] = last;
    }
}

/*
 * long_articles_make:
 * @self: paragraphs
 * @length: in bytes
 * @seed: the same seed makes the same article
 *
 * Returns: (transfer full): an article of @length bytes or a little less, valid UTF-8
 */
char *
long_articles_make (LongArticles *self,
                    gsize         length,
                    guint32       seed)
{
  GString *out = g_string_sized_new (length + 4096);
  g_autoptr(GPtrArray) order = g_ptr_array_copy (self->paragraphs, NULL, NULL);
  GRand *rand = g_rand_new_with_seed (seed);

  g_ptr_array_set_free_func (order, NULL);
  while (out->len < length)
    {
      shuffle (order, rand);
      for (guint i = 0; i < order->len && out->len < length; i++)
        {
          append_varied (out, g_ptr_array_index (order, i), rand);
          g_string_append (out, "\n\n");
        }
    }
  g_string_truncate (out, length);
  while (!g_utf8_validate (out->str, (gssize) out->len, NULL))
    g_string_truncate (out, out->len - 1);
  g_rand_free (rand);
  return g_string_free (out, FALSE);
}
