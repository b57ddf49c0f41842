/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people did is called so in menus, and where it is said that it was undone. */

#include "tl-history-words.h"

#include <glib/gi18n-lib.h>

/* A menu is to be no wider than a narrow window; elsewhere there are some lines. */
#define MAX_NAME         60
#define MAX_NAME_IN_MENU 16

static char *
shorten (const char *name,
         glong       max)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= max)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, max - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* One thing is called by its name, where it has one. */
static char *
with_name (const TlHistoryEntry *entry,
           const char           *named,
           const char           *nameless)
{
  g_autofree char *name = entry->name != NULL ? shorten (entry->name, MAX_NAME) : NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return name != NULL ? g_strdup_printf (named, name) : g_strdup (nameless);
#pragma GCC diagnostic pop
}

static char *
describe_removal (const TlHistoryEntry *entry)
{
  if (entry->n != 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Removal of %u Article", "Removal of %u Articles",
                                         entry->n), entry->n);
  return with_name (entry, _("Removal of “%s”"), _("Removal of an Article"));
}

static char *
describe_decision (const TlHistoryEntry *entry)
{
  const char *what = entry->what;

  if (g_str_equal (what, "merge"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge of %u Entity", "Merge of %u Entities", entry->n),
                            entry->n);
  if (g_str_equal (what, "rename"))
    return with_name (entry, _("Renaming to “%s”"), _("Renaming"));
  if (g_str_equal (what, "type"))
    return with_name (entry, _("Change of Kind of “%s”"), _("Change of Kind"));
  if (g_str_equal (what, "dismiss"))
    return with_name (entry, _("Dismissal of “%s”"), _("Dismissal of a Name"));
  if (g_str_equal (what, "apart") || g_str_equal (what, "split-name") || g_str_equal (what, "split-article"))
    return with_name (entry, _("Setting Apart of “%s”"), _("Setting Apart of a Name"));
  if (g_str_equal (what, "not-copy"))
    return g_strdup (_("Setting Apart of a Copy"));
  if (g_str_equal (what, "add") || g_str_equal (what, "here"))
    return with_name (entry, _("Adding of “%s”"), _("Adding of a Name"));
  if (g_str_equal (what, "restore"))
    return with_name (entry, _("Restoring of “%s”"), _("Restoring of a Name"));
  return with_name (entry, _("Decision on “%s”"), _("Decision"));
}

static char *
describe_correction (const TlHistoryEntry *entry)
{
  static const struct
  {
    const char *what;
    const char *words;
  } words[] = {
    { "title", N_("Correction of Title") },
    { "publisher", N_("Correction of Publisher") },
    { "author", N_("Correction of Author") },
    { "url", N_("Correction of Address") },
    { "language", N_("Correction of Language") },
    { "published", N_("Correction of Date") },
    { "reviewed", N_("Marking as Reviewed") },
    { "to-review", N_("Marking as To Be Reviewed") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].what, entry->what))
      return g_strdup (_(words[i].words));
  return g_strdup (_("Correction"));
}

static char *
describe_figures (const TlHistoryEntry *entry)
{
  const char *what = entry->what;
  guint n = entry->n;

  if (g_str_equal (what, "confirm"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Confirmation of %u Figure", "Confirmation of %u Figures",
                                         n), n);
  if (g_str_equal (what, "dismiss"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Dismissal of %u Figure", "Dismissal of %u Figures", n), n);
  if (g_str_equal (what, "add"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Adding of %u Figure", "Adding of %u Figures", n), n);
  if (g_str_equal (what, "restore"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Restoring of %u Figure", "Restoring of %u Figures", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Correction of %u Figure", "Correction of %u Figures", n), n);
}

static char *
describe_import (const TlHistoryEntry *entry)
{
  if (entry->n == 0)
    return g_strdup (_("Import of Official Figures"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import of %u Article", "Import of %u Articles", entry->n),
                          entry->n);
}

/**
 * tl_history_words_new:
 * @entry: something that was done
 *
 * Returns: (transfer full): what to call it, as a noun and as in a menu: "Merge of 2 Entities"
 */
char *
tl_history_words_new (const TlHistoryEntry *entry)
{
  switch (entry->kind)
    {
    case TL_UNDO_REMOVAL:
      return describe_removal (entry);
    case TL_UNDO_DECISION:
      return describe_decision (entry);
    case TL_UNDO_CORRECTION:
      return describe_correction (entry);
    case TL_UNDO_FIGURES:
      return describe_figures (entry);
    case TL_UNDO_IMPORT:
      return describe_import (entry);
    case TL_UNDO_OFFICIAL:
      return g_strdup (_("Removal of Official Figures"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* In a label that has a key of its own, an underscore is written as two. */
static char *
dup_for_menu (const TlHistoryEntry *entry)
{
  g_autofree char *name = entry->name != NULL ? shorten (entry->name, MAX_NAME_IN_MENU) : NULL;
  TlHistoryEntry short_entry = *entry;
  g_autofree char *words = NULL;
  g_auto(GStrv) parts = NULL;

  short_entry.name = name;
  words = tl_history_words_new (&short_entry);
  parts = g_strsplit (words, "_", -1);
  return g_strjoinv ("__", parts);
}

/**
 * tl_history_words_new_undo:
 * @entry: (nullable): what is undone next
 *
 * Returns: (transfer full): the label of the menu that undoes it
 */
char *
tl_history_words_new_undo (const TlHistoryEntry *entry)
{
  g_autofree char *words = entry != NULL ? dup_for_menu (entry) : NULL;

  /* Translators: what follows is a noun: "Merge of 2 Entities" */
  return words != NULL ? g_strdup_printf (_("_Undo %s"), words) : g_strdup (C_("history", "_Undo"));
}

/**
 * tl_history_words_new_redo:
 * @entry: (nullable): what is done again next
 *
 * Returns: (transfer full): the label of the menu that does it again
 */
char *
tl_history_words_new_redo (const TlHistoryEntry *entry)
{
  g_autofree char *words = entry != NULL ? dup_for_menu (entry) : NULL;

  /* Translators: what follows is a noun: "Merge of 2 Entities" */
  return words != NULL ? g_strdup_printf (_("_Redo %s"), words) : g_strdup (C_("history", "_Redo"));
}
