/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the program does without a window, and what the commands have in common.
 */

#include "tl-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "tl-article.h"
#include "tl-command-private.h"
#include "tl-gazetteer.h"
#include "tl-helper.h"
#include "tl-jail-calls.h"
#include "tl-model.h"
#include "tl-text.h"

/* What the program calls itself with, and nobody else: in no help, on no page of the manual. */
#define HELPER "read-helper"

/* The program that runs, wherever its file is by now. */
#define SELF "/proc/self/exe"

typedef struct
{
  const char *name;
  int       (*run) (int    argc,
                    char **argv);
} Command;

static int run_help    (int    argc,
                        char **argv);
static int run_version (int    argc,
                        char **argv);
static int run_helper  (int    argc,
                        char **argv);

static const Command commands[] = {
  { "extract", tl_command_extract },
  { "chart", tl_command_chart },
  { "library", tl_command_library },
  { "import", tl_command_import },
  { "export", tl_command_export },
  { "search", tl_command_search },
  { "help", run_help },
  { "--help", run_help },
  { "-h", run_help },
  { "--version", run_version },
  { HELPER, run_helper },
};

static int
run_help (int    argc G_GNUC_UNUSED,
          char **argv G_GNUC_UNUSED)
{
  g_print ("%s\n\n", _("Tradelines reads news articles for trade figures and charts them"));
  g_print ("%s\n", _("Usage:"));
  g_print ("  tradelines [--library=%s | --sample] [%s]\n", _("FILE"), _("FILE…"));
  g_print ("      %s\n", _("Open the window on your library, another one or the sample, and import the files"));
  g_print ("  tradelines extract [%s] %s\n", _("OPTION…"), _("FILE…"));
  g_print ("      %s\n", _("Print what each file says, as one line of JSON; needs no display"));
  g_print ("  tradelines chart --pair=A,B [%s] %s\n", _("OPTION…"), _("FILE…"));
  g_print ("      %s\n", _("Chart the trade that the files report between two partners; needs no display"));
  g_print ("  tradelines library [--library=%s] info | check | backup | copy %s | rescue %s\n",
           _("FILE"), _("FILE"), _("FILE"));
  g_print ("      %s\n", _("Tell what is in a library, check it, have it twice, or save what can be read of it"));
  g_print ("  tradelines import [--library=%s] %s\n", _("FILE"), _("FILE…"));
  g_print ("      %s\n", _("Read files and folders into a library; needs no display"));
  g_print ("  tradelines export [--library=%s] [--format=%s] [%s]\n", _("FILE"), _("FORMAT"), _("OPTION…"));
  g_print ("      %s\n", _("Write a library's articles, figures or citations; needs no display"));
  g_print ("  tradelines search [--library=%s] [%s] %s\n", _("FILE"), _("OPTION…"), _("WORDS…"));
  g_print ("      %s\n", _("Find articles of a library by their words, names and figures; needs no display"));
  g_print ("  tradelines --help | --version\n\n");
  g_print ("%s\n", _("“tradelines extract --help” lists the options of extract, and so for the others"));
  return TL_EXIT_DONE;
}

static int
run_version (int    argc G_GNUC_UNUSED,
             char **argv G_GNUC_UNUSED)
{
  tl_command_print_version ();
  return TL_EXIT_DONE;
}

static int
run_helper (int    argc G_GNUC_UNUSED,
            char **argv G_GNUC_UNUSED)
{
  return tl_articles_serve ();
}

/**
 * tl_command_use_helpers:
 *
 * Has files read in processes of their own from now on.  These are this very program, also where
 * its file was replaced by another version meanwhile.
 */
void
tl_command_use_helpers (void)
{
  /* Below Valgrind that would be Valgrind. */
  g_autofree char *path = tl_jail_is_watched () ? g_file_read_link (SELF, NULL) : NULL;
  const char *const arguments[] = { path != NULL ? path : SELF, "tradelines", HELPER, NULL };

  tl_helper_set_program (arguments);
}

static const Command *
find_command (int    argc,
              char **argv)
{
  for (guint i = 0; argc >= 2 && i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, argv[1]))
        return &commands[i];
    }
  return NULL;
}

/**
 * tl_command_is_command:
 * @argc: how many arguments
 * @argv: (array length=argc): the arguments, the program's name first
 *
 * Returns: whether they call for something that is done without a window, see
 *   tl_command_run()
 */
gboolean
tl_command_is_command (int    argc,
                       char **argv)
{
  return find_command (argc, argv) != NULL;
}

/**
 * tl_command_run:
 * @argc: how many arguments
 * @argv: (array length=argc): the arguments, the program's name first
 *
 * Does what the first argument says: a command, or help.  Needs no display.  The locale is to be
 * set before.
 *
 * Returns: the program's exit status: 0 when all was done, 1 when some was not, 2 when it
 *   was called wrongly
 */
int
tl_command_run (int    argc,
                char **argv)
{
  const Command *command = find_command (argc, argv);

  if (command == NULL)
    {
      tl_command_complain (_("There is no such command; see “tradelines --help”"));
      return TL_EXIT_MISUSED;
    }
  return command->run (argc - 1, argv + 1);
}

/*
 * tl_command_context_new:
 * @usage: what follows the command's name
 * @summary: what it does
 * @entries: its options
 *
 * Returns: (transfer full): its options, in the person's language
 */
GOptionContext *
tl_command_context_new (const char         *usage,
                        const char         *summary,
                        const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  return context;
}

/*
 * tl_command_parse:
 * @context: its options
 * @argc: how many arguments
 * @argv: the command's name and its arguments
 *
 * Returns: whether the arguments fit; if not, the person was told
 */
gboolean
tl_command_parse (GOptionContext  *context,
                  int              argc,
                  char           **argv)
{
  g_autofree char *name = g_strconcat ("tradelines ", argv[0], NULL);
  g_auto(GStrv) arguments = g_new0 (char *, (gsize) argc + 1);
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < argc; i++)
    arguments[i] = g_strdup (i == 0 ? name : argv[i]);
  g_set_prgname (name);
  if (g_option_context_parse_strv (context, &arguments, &error))
    return TRUE;
  tl_command_complain ("%s", error->message);
  return FALSE;
}

/*
 * tl_command_complain:
 * @format: as for printf()
 * @...: what it takes
 *
 * Tells the person on standard error that something went wrong.
 */
void
tl_command_complain (const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("tradelines: %s\n", message);
}

/*
 * tl_command_check_model:
 *
 * Tells the person where names can only be recognised by rules, and why; all else works.
 */
void
tl_command_check_model (void)
{
  g_autoptr(GError) error = NULL;

  if (!tl_model_check_default (&error))
    tl_command_complain (_("Names are recognised by rules alone: %s"), error->message);
}

/*
 * tl_command_print_version:
 *
 * Prints the program's name and version.
 */
void
tl_command_print_version (void)
{
  g_print ("tradelines %s\n", TL_VERSION);
}

/*
 * tl_command_parse_date:
 * @string: (nullable): what was given for --published
 * @date: (out): the date; not set where none was given
 *
 * Returns: whether it is a whole date, or none was given; if not, the person was told
 */
gboolean
tl_command_parse_date (const char *string,
                       TlDate     *date)
{
  *date = tl_date_from_string (string);
  if (string == NULL || date->day != 0)
    return TRUE;
  tl_command_complain (_("“%s” is no day; write it as 2017-11-23"), string);
  return FALSE;
}

/* The place that a name stands for, when all of it is one name. */
static char *
find_by_name (const char *name)
{
  TlGazetteer *gazetteer = tl_gazetteer_get_default ();
  g_autoptr(TlText) text = tl_text_new (name, -1);
  g_autoptr(GArray) places = tl_gazetteer_find (gazetteer, text);
  guint n_tokens;

  tl_text_get_tokens (text, &n_tokens);
  for (guint i = 0; i < places->len; i++)
    {
      const TlPlaceMatch *match = &g_array_index (places, TlPlaceMatch, i);

      if (match->first_token == 0 && match->end_token == n_tokens && match->place->kind != TL_PLACE_CITY)
        return g_strdup (match->place->code);
    }
  return NULL;
}

static char *
capitalise (const char *name)
{
  GString *result = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (result, at_start ? g_unichar_toupper (c) : c);
      at_start = c == ' ' || c == '-';
    }
  return g_string_free (result, FALSE);
}

/*
 * tl_command_find_partner:
 * @name: a code or a name, in capitals or not: "KZ", "kz", "Kazakhstan", "kazakhstan"
 *
 * Returns: (transfer full) (nullable): the code, %NULL when there is no such partner
 */
char *
tl_command_find_partner (const char *name)
{
  g_autofree char *stripped = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *capitalised = NULL;
  char *code;

  if (!g_utf8_validate (name, -1, NULL))
    return NULL;
  stripped = g_strstrip (g_strdup (name));
  upper = g_utf8_strup (stripped, -1);
  if (tl_gazetteer_get_name (tl_gazetteer_get_default (), upper) != NULL)
    return g_steal_pointer (&upper);
  code = find_by_name (stripped);
  if (code != NULL)
    return code;
  capitalised = capitalise (stripped);
  return find_by_name (capitalised);
}

/*
 * tl_command_parse_pair:
 * @pair: (nullable): what was given for --pair
 * @partners: (out) (transfer full): the codes of the two; untouched if there are none
 *
 * Returns: whether it names two partners; if not, the person was told
 */
gboolean
tl_command_parse_pair (const char *pair,
                       char       *partners[2])
{
  g_auto(GStrv) names = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (pair == NULL)
    {
      tl_command_complain (_("Which pair? Say it as in --pair=BY,KZ"));
      return FALSE;
    }
  names = g_strsplit (pair, ",", -1);
  if (g_strv_length (names) != 2)
    {
      tl_command_complain (_("A pair is two partners with a comma between them, as in --pair=BY,KZ"));
      return FALSE;
    }
  first = tl_command_find_partner (names[0]);
  second = first != NULL ? tl_command_find_partner (names[1]) : NULL;
  if (second == NULL)
    {
      tl_command_complain (_("There is no country or group of countries “%s”"),
                           names[first != NULL ? 1 : 0]);
      return FALSE;
    }
  if (g_str_equal (first, second))
    {
      tl_command_complain (_("A pair is two different partners"));
      return FALSE;
    }
  partners[0] = g_steal_pointer (&first);
  partners[1] = g_steal_pointer (&second);
  return TRUE;
}
