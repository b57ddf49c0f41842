/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-official-table.h"

#include <glib/gi18n-lib.h>

#include "tl-gazetteer.h"

/**
 * tl_official_table_free:
 * @self: (transfer full): a table
 */
void
tl_official_table_free (TlOfficialTable *self)
{
  g_free (self->name);
  g_free (self);
}

static void
append_pair (GString               *text,
             const TlOfficialTable *self,
             guint                  i)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  g_autofree char *reporter = tl_gazetteer_dup_display_name (gazetteer, self->pairs[i][0]);
  g_autofree char *partner = tl_gazetteer_dup_display_name (gazetteer, self->pairs[i][1]);

  if (text->len > 0)
    g_string_append (text, _(", "));
  /* Translators: the country that declares its trade, and the one that it declares it with */
  g_string_append_printf (text, C_("official", "%s with %s"), reporter, partner);
}

/* "Peru with Norway, Norway with Peru and 12 more" */
static char *
dup_pairs (const TlOfficialTable *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (; n < MIN (self->n_pairs, TL_OFFICIAL_TABLE_PAIRS); n++)
    append_pair (text, self, n);
  if (n < self->n_pairs)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more pair", " and %u more pairs",
                                               self->n_pairs - n), self->n_pairs - n);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_official_table_dup_contents:
 * @self: a table
 *
 * Returns: (transfer full): what is in it, for people: how many figures, of which years and countries
 */
char *
tl_official_table_dup_contents (const TlOfficialTable *self)
{
  g_autofree char *n_values =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure", "%u figures", self->n_values), self->n_values);
  g_autofree char *years = self->first_year == self->last_year
                           ? g_strdup_printf ("%d", self->first_year)
                           : g_strdup_printf ("%d–%d", self->first_year, self->last_year);
  g_autofree char *pairs = dup_pairs (self);

  /* Translators: how many figures, of which years, and between which countries */
  return g_strdup_printf (C_("official", "%s, %s: %s"), n_values, years, pairs);
}

/**
 * tl_official_table_dup_origin:
 * @self: a table
 *
 * Returns: (transfer full): the file that it comes from and the day that it was imported on, for people
 */
char *
tl_official_table_dup_origin (const TlOfficialTable *self)
{
  g_autoptr(GDateTime) added = self->added > 0 ? g_date_time_new_from_unix_local (self->added) : NULL;
  /* Translators: a day, for strftime() */
  g_autofree char *day = added != NULL ? g_date_time_format (added, _("%-d %B %Y")) : NULL;

  if (*self->name == '\0')
    return g_strdup (_("From an earlier version of the library"));
  if (day == NULL)
    return g_strdup (self->name);
  /* Translators: the name of a file, and the day that it was imported on */
  return g_strdup_printf (_("%s, imported on %s"), self->name, day);
}
