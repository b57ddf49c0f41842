/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Composes short articles, as many as a test wants, no two the same; the same seed makes
 * the same articles. */

#include "article-maker.h"

static const char *const countries[] = {
  "Serbia", "Slovenia", "Hungary", "Austria", "Croatia", "Albania", "Bulgaria", "Romania",
  "Greece", "Turkey", "Italy", "Slovakia",
};

static const char *const cities[] = { "BELGRADE", "LJUBLJANA", "VIENNA", "ZAGREB", "SOFIA" };

static const char *const months[] = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
};

static const char *const names[] = {
  "Goran Ilić", "Vesna Kranjc", "Ana Horvat", "Pavel Novak", "Irena Popova", "Dora Szabo",
};

static const char *const offices[] = {
  "Deputy Foreign Minister", "Ambassador", "Minister of Trade", "Head of the Chamber of Commerce",
};

static const char *const fillers[] = {
  "The talks went on in the afternoon, and both sides called them useful.",
  "A round table with companies is to follow in the autumn.",
  "Carriers complain of queues at the border, which cost them a day on every trip.",
  "Two agreements on standards were initialled and wait for the parliaments.",
  "The guests then visited a cannery and a school that both countries pay for.",
  "Nobody would say when the bridge is going to be opened.",
};

#define PICK(rand, table) table[g_rand_int_range (rand, 0, G_N_ELEMENTS (table))]

/**
 * article_maker_compose:
 * @rand: where chance comes from
 * @n: a number that no other article has
 *
 * Returns: (transfer full): the text of an article
 */
char *
article_maker_compose (GRand *rand,
                       guint  n)
{
  const char *country = PICK (rand, countries);
  const char *other = PICK (rand, countries);
  const char *name = PICK (rand, names);
  int year = g_rand_int_range (rand, 2004, 2026);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s and %s speak of trade, meeting %u\n\n", country, other, n);
  g_string_append_printf (text, "%s, %d %s %d. ADRIA PRESS - ", PICK (rand, cities),
                          g_rand_int_range (rand, 1, 29), PICK (rand, months), year);
  g_string_append_printf (text, "%s of %s %s received a delegation of %s today.\n\n",
                          PICK (rand, offices), country, name, other);
  g_string_append_printf (text, "\"In %d the trade turnover between %s and %s amounted to"
                          " $%d.%d million,\" %s said. ",
                          year - 1, country, other, g_rand_int_range (rand, 20, 900),
                          g_rand_int_range (rand, 1, 10), name);
  for (int i = g_rand_int_range (rand, 2, 9); i > 0; i--)
    g_string_append_printf (text, "%s%s", PICK (rand, fillers), i % 3 == 0 ? "\n\n" : " ");
  g_string_append_printf (text, "\n\nThe goal of $%d billion was confirmed.\n",
                          g_rand_int_range (rand, 1, 9));
  return g_string_free (text, FALSE);
}

/**
 * article_maker_write:
 * @folder: a folder that is there
 * @n_articles: how many
 * @seed: for the chance in them
 *
 * Writes "article-00000.txt" and so on.
 */
void
article_maker_write (const char *folder,
                     guint       n_articles,
                     guint32     seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n_articles; i++)
    {
      g_autofree char *text = article_maker_compose (rand, i);
      g_autofree char *name = g_strdup_printf ("article-%05u.txt", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GError) error = NULL;

      /* Thousands of files: none of them is worth waiting for the disk. */
      g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}
