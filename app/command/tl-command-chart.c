/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * `tradelines chart`: reads files and folders, and charts what they report of the trade
 * between two partners; the numbers behind the chart are printed as a table.
 */

#include "tl-command-chart-rules.h"
#include "tl-command-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "tl-article.h"
#include "tl-chart-export.h"
#include "tl-copy-stories.h"
#include "tl-file-walk.h"
#include "tl-report.h"

#define MIN_SIZE  200
#define MAX_SIZE  10000
#define MIN_SCALE 0.5
#define MAX_SCALE 8

/* Of a size that was not given. */
#define NOT_GIVEN (-G_MAXDOUBLE)

/* No side of the picture may have more pixels: Cairo draws no larger ones. */
#define MAX_PIXELS 32000

typedef struct
{
  char    **pairs;
  char     *output;
  char     *report;
  char     *format;
  char     *style;
  char     *flow;
  char     *published;
  double    width;
  double    height;
  double    scale;
  gboolean  multiples;
  gboolean  each_currency;
  gboolean  version;
  char    **files;

  TlCommandRules wanted;
  GArray   *partners;             /* two codes for each pair */
  TlFlow    flow_value;
  TlChartFormat format_value;
  TlChartStyle  style_value;
  TlDate    published_value;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->pairs);
  g_free (options->output);
  g_free (options->report);
  g_free (options->format);
  g_free (options->style);
  g_free (options->flow);
  g_free (options->published);
  g_strfreev (options->files);
  tl_command_rules_clear (&options->wanted);
  g_clear_pointer (&options->partners, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (int       argc,
               char    **argv,
               Options  *options)
{
  const GOptionEntry entries[] = {
    { "pair", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &options->pairs,
      N_("The two partners, by code or by name: BY,KZ or Belarus,Kazakhstan; may be given for each of several pairs"),
      N_("A,B") },
    { "multiples", 0, 0, G_OPTION_ARG_NONE, &options->multiples,
      N_("Draw several pairs in plots of their own on one scale, not together in one"), NULL },
    { "each-currency", 0, 0, G_OPTION_ARG_NONE, &options->each_currency,
      N_("Draw what is reported in other currencies, too, each in a plot of its own"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_("The file to write, by its ending PNG, SVG, PDF, CSV or JSON; without it, only the table is printed"),
      N_("FILE") },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options->report,
      N_("The report to write, with the sentences behind the chart: HTML or PDF by its ending"),
      N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format,
      N_("The file's format where its name does not end in it: png, svg, pdf, csv or json"), N_("FORMAT") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options->style,
      N_("The picture's colours: light (the default) or dark"), N_("STYLE") },
    { "flow", 'f', 0, G_OPTION_ARG_STRING, &options->flow,
      N_("turnover (both directions, the default), exports (from A to B) or balance"), N_("FLOW") },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &options->width, N_("The width, 1200 by default"), N_("WIDTH") },
    { "height", 0, 0, G_OPTION_ARG_DOUBLE, &options->height, N_("The height, 700 by default"), N_("HEIGHT") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options->scale,
      N_("How many pixels of a PNG a unit of width and height is, 1 by default; 2 for print"),
      N_("SCALE") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &options->published,
      N_("The day that “last year” counts from, where the text itself tells none"), N_("YYYY-MM-DD") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_("Print the version and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(GOptionContext) context = NULL;

  context = tl_command_context_new (_("FILE…"),
                                    _("Chart the trade that files and folders of articles report between two partners"),
                                    entries);
  tl_command_rules_add_entries (&options->wanted, context);
  return tl_command_parse (context, argc, argv);
}

static gboolean
is_between (double value,
            double low,
            double high)
{
  return isfinite (value) && value >= low && value <= high;
}

/* The format is asked for, or the output's name ends in it; else it is PNG. */
static gboolean
check_picture (Options *options)
{
  const char *dot = options->output != NULL ? strrchr (options->output, '.') : NULL;

  if (!tl_command_check_report (options->report))
    return FALSE;

  options->format_value = TL_CHART_FORMAT_PNG;
  if (options->format == NULL && dot != NULL)
    tl_chart_format_from_string (dot + 1, &options->format_value);
  if (options->format != NULL &&
      !tl_chart_format_from_string (options->format, &options->format_value))
    {
      tl_command_complain (_("There is no format “%s”; it is png, svg, pdf, csv or json"), options->format);
      return FALSE;
    }
  if (options->style != NULL && !tl_chart_style_from_string (options->style, &options->style_value))
    {
      tl_command_complain (_("There is no style “%s”; it is light or dark"), options->style);
      return FALSE;
    }
  return TRUE;
}

static void
set_default (double *value,
             double  to)
{
  if (*value <= NOT_GIVEN)
    *value = to;
}

static gboolean
check_size (Options *options)
{
  set_default (&options->width, 1200);
  set_default (&options->height, 700);
  set_default (&options->scale, 1);
  if (!is_between (options->width, MIN_SIZE, MAX_SIZE) || !is_between (options->height, MIN_SIZE, MAX_SIZE))
    {
      tl_command_complain (_("Width and height are from %d to %d"), MIN_SIZE, MAX_SIZE);
      return FALSE;
    }
  if (!is_between (options->scale, MIN_SCALE, MAX_SCALE) ||
      MAX (options->width, options->height) * options->scale > MAX_PIXELS)
    {
      tl_command_complain (_("The scale is from %g to %g, and the picture no larger than %d pixels"),
                           MIN_SCALE, (double) MAX_SCALE, MAX_PIXELS);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_options (Options *options)
{
  options->partners = tl_command_parse_pairs (options->pairs);
  if (options->partners == NULL ||
      !tl_command_parse_date (options->published, &options->published_value) ||
      !check_picture (options))
    return FALSE;
  if (options->flow != NULL && !tl_flow_from_string (options->flow, &options->flow_value))
    {
      tl_command_complain (_("There is no flow “%s”; it is turnover, exports or balance"), options->flow);
      return FALSE;
    }
  if (!tl_command_rules_parse (&options->wanted) || !check_size (options))
    return FALSE;
  if (options->files == NULL)
    {
      tl_command_complain (_("No file was given; see “tradelines chart --help”"));
      return FALSE;
    }
  return TRUE;
}

/* @number tells its reports from those of other articles, as an id of the library does. */
static void
add_reports (TlArticle *article,
             gint64     number,
             GPtrArray *reports)
{
  GPtrArray *figures = tl_article_get_figures (article);
  g_autofree char *title = tl_article_dup_display_title (article);

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (reports, tl_report_new (g_ptr_array_index (figures, i), number, title,
                                             tl_article_get_publisher (article),
                                             tl_article_get_published (article),
                                             tl_article_get_url (article)));
}

/*
 * Collector:
 * @seen: the checksums of the texts that were read
 * @stories: these texts
 * @reports: what they report
 * @official: of #TlOfficialValue, what tables of statistics say
 * @name: the file that is being read
 * @all_read: whether everything could be read so far
 */
typedef struct
{
  GHashTable    *seen;
  TlCopyStories *stories;
  GPtrArray     *reports;
  GArray        *official;
  const char    *name;
  gboolean       all_read;
} Collector;

static void
complain_of_part (const Collector *collector,
                  const char      *part,
                  const char      *message)
{
  if (part != NULL)
    /* Translators: a file, a part of it, and why it can't be read */
    tl_command_complain (_("%s: %s: %s"), collector->name, part, message);
  else
    tl_command_complain (_("%s: %s"), collector->name, message);
}

/*
 * Adds what one article reports, unless another had the same text: a statement is not made
 * twice by being kept twice.
 */
static gboolean
collect_cb (const TlArticleNews *news,
            gpointer             user_data)
{
  Collector *self = user_data;

  if (news->official != NULL)
    {
      g_array_append_vals (self->official, news->official->data, news->official->len);
    }
  else if (news->article == NULL)
    {
      complain_of_part (self, news->part, news->failure->message);
      self->all_read = FALSE;
    }
  else if (g_hash_table_add (self->seen,
                             g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                                            tl_article_get_text (news->article), -1)))
    add_reports (news->article, tl_copy_stories_add (self->stories, tl_article_get_text (news->article)),
                 self->reports);
  return TRUE;
}

static void
read_file (Collector        *self,
           const TlFileStep *step,
           TlDate            published)
{
  g_autofree char *name = g_file_get_parse_name (step->file);
  g_autoptr(GError) error = NULL;

  if (step->is_duplicate)
    return;
  self->name = name;
  if (step->refusal != NULL ||
      !tl_articles_load_with_tables (step->file, published, NULL, collect_cb, self, &error))
    {
      complain_of_part (self, NULL, step->refusal != NULL ? step->refusal : error->message);
      self->all_read = FALSE;
    }
  self->name = NULL;
}

/* Which articles carry one story is known when all are read. */
static void
set_stories (TlCopyStories *stories,
             GPtrArray     *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      g_autoptr(TlReport) report = reports->pdata[i];
      gint64 story = tl_copy_stories_get (stories, (guint) tl_report_get_article_id (report));

      reports->pdata[i] = story != 0 ? tl_report_new_in_story (report, story)
                                     : g_object_ref (report);
    }
}

static gboolean
read_files (const Options *options,
            GPtrArray     *reports,
            GArray        *official)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TlCopyStories) stories = tl_copy_stories_new ();
  g_autoptr(TlFileWalk) walk = NULL;
  Collector collector = { seen, stories, reports, official, NULL, TRUE };
  TlFileStep step;

  for (guint i = 0; options->files[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (options->files[i]));
  walk = tl_file_walk_new (files);
  while (tl_file_walk_next (walk, NULL, &step))
    read_file (&collector, &step, options->published_value);
  set_stories (stories, reports);
  return collector.all_read;
}

/* Without a pair, the file may be a picture that tells it. */
static gboolean
is_picture (const Options *options)
{
  return options->pairs == NULL && options->files != NULL && options->files[1] == NULL &&
         tl_command_is_picture (options->files[0]);
}

static gboolean
write_chart (const Options *options,
             TlChart       *chart)
{
  const TlChartPicture picture = { options->format_value, options->style_value,
                                   options->width, options->height, options->scale };
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  if (options->output == NULL)
    return tl_command_write_report (chart, options->report, is_picture (options));
  file = g_file_new_for_commandline_arg (options->output);
  if (tl_chart_export (chart, &picture, file, NULL, &error))
    return tl_command_write_report (chart, options->report, is_picture (options));
  tl_command_complain (_("The chart can't be written: %s"), error->message);
  return FALSE;
}

/* What was not asked for is as it was. */
static int
chart_picture (Options *options)
{
  g_autoptr(TlChartReading) reading = NULL;

  if (!check_picture (options))
    return TL_EXIT_MISUSED;
  if (tl_command_rules_is_given (&options->wanted))
    {
      tl_command_complain (_("A picture carries only what it shows: choose years, kinds, scope, currency and "
                             "rates where it is made from articles"));
      return TL_EXIT_MISUSED;
    }
  reading = tl_command_read_picture (options->files[0]);
  if (reading == NULL)
    return TL_EXIT_FAILED;
  set_default (&options->width, reading->picture.width);
  set_default (&options->height, reading->picture.height);
  set_default (&options->scale, reading->picture.scale);
  if (options->style == NULL)
    options->style_value = reading->picture.style;
  if (!check_size (options))
    return TL_EXIT_MISUSED;

  tl_command_print_tables (reading->chart);
  return write_chart (options, reading->chart) ? TL_EXIT_DONE : TL_EXIT_FAILED;
}

/* Of a trade that no article reports they are drawn alone. */
static gboolean
has_officials (TlChart *chart)
{
  return tl_chart_get_n_series (chart) == 1 && tl_chart_get_officials (chart)->len > 0;
}

/*
 * tl_command_chart:
 * @argc: how many arguments
 * @argv: "chart" and its arguments
 *
 * Returns: a #TlExit
 */
int
tl_command_chart (int    argc,
                  char **argv)
{
  g_auto(Options) options = { .width = NOT_GIVEN, .height = NOT_GIVEN, .scale = NOT_GIVEN };
  g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (TlOfficialValue));
  g_autoptr(TlChart) chart = NULL;
  gboolean all_read;

  if (!parse_options (argc, argv, &options))
    return TL_EXIT_MISUSED;
  if (options.version)
    {
      tl_command_print_version ();
      return TL_EXIT_DONE;
    }
  if (is_picture (&options))
    return chart_picture (&options);
  if (!check_options (&options))
    return TL_EXIT_MISUSED;

  tl_command_check_model ();
  all_read = read_files (&options, reports, values);
  chart = tl_command_make_chart (options.partners, options.flow_value, &options.wanted.rules, reports, values,
                                 (TlCommandPlan) { options.multiples ? TL_CHART_APART : TL_CHART_TOGETHER,
                                                   options.each_currency });
  if (chart == NULL)
    return TL_EXIT_FAILED;
  tl_command_print_tables (chart);
  if (!tl_chart_has_points (chart) && !has_officials (chart))
    return TL_EXIT_FAILED;
  return write_chart (&options, chart) && all_read ? TL_EXIT_DONE : TL_EXIT_FAILED;
}
