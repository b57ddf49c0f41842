/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-chart-entries.h"
#include "tl-chart-read.h"
#include "tl-chart-scene.h"
#include "tl-date.h"
#include "tl-official.h"
#include "tl-series.h"

G_BEGIN_DECLS

/* What a command ends with. */
typedef enum
{
  TL_EXIT_DONE = 0,             /* all of it was done */
  TL_EXIT_FAILED = 1,           /* some or all of it could not be done */
  TL_EXIT_MISUSED = 2,          /* it was called wrongly */
} TlExit;

GOptionContext *tl_command_context_new   (const char          *usage,
                                          const char          *summary,
                                          const GOptionEntry  *entries);
gboolean        tl_command_parse         (GOptionContext      *context,
                                          int                  argc,
                                          char               **argv);
void            tl_command_complain      (const char          *format,
                                          ...) G_GNUC_PRINTF (1, 2);
void            tl_command_check_model   (void);
void            tl_command_print_version (void);
gboolean        tl_command_parse_date    (const char          *string,
                                          TlDate              *date);
char           *tl_command_find_partner  (const char          *name);

gboolean        tl_command_parse_pair    (const char          *pair,
                                          char                *partners[2]);
int             tl_command_import        (int                  argc,
                                          char               **argv);
int             tl_command_export        (int                  argc,
                                          char               **argv);
int             tl_command_extract       (int                  argc,
                                          char               **argv);
int             tl_command_chart         (int                  argc,
                                          char               **argv);
int             tl_command_search        (int                  argc,
                                          char               **argv);
int             tl_command_library       (int                  argc,
                                          char               **argv);
TlExit          tl_command_official      (const char          *library_path,
                                          char               **arguments);
/* Of several series: how they stand, and whether each currency has one of its own. */
typedef struct
{
  TlChartArrangement arrangement;
  gboolean           each_currency;
} TlCommandPlan;

GArray         *tl_command_parse_pairs   (char               **pairs);
TlChart        *tl_command_make_chart    (GArray              *pairs,
                                          TlFlow               flow,
                                          const TlSeriesRules *rules,
                                          GPtrArray           *reports,
                                          GArray              *values,
                                          TlCommandPlan        plan);
void            tl_command_print_tables  (TlChart             *chart);
gboolean        tl_command_is_picture    (const char          *file);
TlChartReading *tl_command_read_picture  (const char          *file);
gboolean        tl_command_check_report  (const char          *output);
gboolean        tl_command_write_report  (TlChart             *chart,
                                          const char          *output,
                                          gboolean             is_from_picture);
char           *tl_command_make_table    (TlSeries            *series,
                                          GPtrArray           *official);

G_END_DECLS
