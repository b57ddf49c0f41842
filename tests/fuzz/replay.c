/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Runs a fuzz target without a fuzzer: over files, and over variants of each that are broken by
 * chance, but the same ones every time.  What crashed is left in a file, to be kept in found/.
 *
 *   fuzz-NAME [--variants=N] [--keep=FILE] FILE-OR-FOLDER...
 */

#include "fuzz.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Variants stay as small as what they are made of, but for so many bytes. */
#define MAX_GROWTH 4096

/* An input of more bytes is taken as it is: breaking it once tells as much. */
#define MAX_VARIED (1024 * 1024)

typedef struct
{
  GPtrArray  *paths;
  guint       n_variants;
  const char *keep;
} Replay;

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_path (GPtrArray  *paths,
          const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    {
      g_ptr_array_add (paths, g_strdup (path));
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      add_path (paths, inner);
    }
}

static void
run (const Replay *self,
     const guint8 *data,
     gsize         length)
{
  /* Fuzzers give memory that ends where the input does. */
  g_autofree guint8 *copy = g_malloc (MAX (length, 1));

  if (length > 0)
    memcpy (copy, data, length);

  if (self->keep != NULL)
    g_file_set_contents (self->keep, (const char *) data, (gssize) length, NULL);
  LLVMFuzzerTestOneInput (copy, length);
}

static void
flip (GRand      *rand,
      GByteArray *bytes)
{
  guint n = 1 + (guint) g_rand_int_range (rand, 0, 8);

  for (guint i = 0; i < n && bytes->len > 0; i++)
    bytes->data[g_rand_int_range (rand, 0, (gint32) bytes->len)] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
}

static void
overwrite (GRand      *rand,
           GByteArray *bytes)
{
  static const guint8 values[] = { 0x00, 0xff, 0x7f, 0x80, '<', '"', '\\', '9' };
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) bytes->len) : 0;
  guint n = 1u << g_rand_int_range (rand, 0, 6);
  guint8 value = values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))];

  memset (bytes->data + at, value, MIN (n, bytes->len - at));
}

static void
cut (GRand      *rand,
     GByteArray *bytes)
{
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) bytes->len) : 0;
  guint n = 1 + (guint) g_rand_int_range (rand, 0, 64);

  if (g_rand_boolean (rand))
    g_byte_array_set_size (bytes, at);
  else
    g_byte_array_remove_range (bytes, at, MIN (n, bytes->len - at));
}

/* Puts a piece of it, or of another file, into another place. */
static void
splice (GRand      *rand,
        GByteArray *bytes,
        const char *other,
        gsize       other_length)
{
  guint at, n, rest, from;
  g_autofree guint8 *piece = NULL;

  if (other_length == 0 || bytes->len == 0)
    return;
  from = (guint) g_rand_int_range (rand, 0, (gint32) other_length);
  n = 1 + (guint) g_rand_int_range (rand, 0, MAX_GROWTH - 1);
  n = MIN (n, (guint) other_length - from);
  at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len);
  rest = bytes->len - at;
  piece = g_memdup2 (bytes->data + at, rest);
  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, (const guint8 *) other + from, n);
  g_byte_array_append (bytes, piece, rest);
}

static void
run_variants (const Replay *self,
              const char   *path,
              const char   *data,
              gsize         length)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_str_hash (strrchr (path, '/') != NULL ? strrchr (path, '/') : path));
  g_autofree char *other = NULL;
  gsize other_length = 0;
  guint n_variants = length > MAX_VARIED ? MIN (self->n_variants, 4) : self->n_variants;

  if (length == 0)
    return;
  g_file_get_contents (g_ptr_array_index (self->paths, (guint) g_rand_int_range (rand, 0, (gint32) self->paths->len)),
                       &other, &other_length, NULL);
  for (guint i = 0; i < n_variants; i++)
    {
      g_autoptr(GByteArray) bytes = g_byte_array_sized_new ((guint) length + MAX_GROWTH);
      guint n_steps = 1 + (guint) g_rand_int_range (rand, 0, 3);

      g_byte_array_append (bytes, (const guint8 *) data, (guint) length);
      for (guint k = 0; k < n_steps && bytes->len > 0; k++)
        switch (g_rand_int_range (rand, 0, 4))
          {
          case 0:
            flip (rand, bytes);
            break;
          case 1:
            overwrite (rand, bytes);
            break;
          case 2:
            cut (rand, bytes);
            break;
          default:
            splice (rand, bytes, other != NULL ? other : data, other != NULL ? other_length : length);
            break;
          }
      run (self, bytes->data, bytes->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  Replay self = { paths, 0, NULL };

  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--variants="))
        self.n_variants = (guint) g_ascii_strtoull (argv[i] + strlen ("--variants="), NULL, 10);
      else if (g_str_has_prefix (argv[i], "--keep="))
        self.keep = argv[i] + strlen ("--keep=");
      else
        add_path (paths, argv[i]);
    }
  g_ptr_array_sort (paths, compare_paths);
  g_print ("1..%u\n", paths->len);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *data = NULL;
      gsize length;

      if (!g_file_get_contents (path, &data, &length, NULL))
        {
          g_print ("not ok %u - %s cannot be read\n", i + 1, path);
          return 1;
        }
      run (&self, (const guint8 *) data, length);
      run_variants (&self, path, data, length);
      g_print ("ok %u - %s\n", i + 1, name);
    }
  if (self.keep != NULL)
    g_unlink (self.keep);
  return 0;
}
