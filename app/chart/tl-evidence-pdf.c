/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An evidence report as pages of a PDF. */

#include "tl-evidence-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "tl-chart-export.h"
#include "tl-evidence-paper.h"

#define TITLE_SIZE   19.0
#define HEADING_SIZE 13.5
#define TEXT_SIZE    9.5
#define SMALL_SIZE   8.5

/* Where texts stand beside their numbers, and how far a quotation is set in. */
#define NUMBER_WIDTH 34.0
#define QUOTE_INDENT 9.0
#define CELL_GAP     10.0

/* Of a page, beside what stands above and below. */
#define MOST_CHART_HEIGHT 640.0

/* Of a table's column, in characters: more are wrapped. */
#define LEAST_CHARS 7
#define MOST_CHARS  44

typedef struct
{
  TlEvidenceReport *report;     /* borrowed */
  cairo_t          *cr;         /* borrowed, or NULL while pages are counted */
  TlPaper          *paper;      /* borrowed */
  guint             n_headings;
} Writer;

/* ---- texts ---- */

static TlPaperRow *
make_row (Writer     *self,
          GArray     *text,
          double      space,
          double      size,
          double      x)
{
  TlPaperRow *row = tl_paper_row_new (space);

  tl_paper_row_add (self->paper, row, text, size, FALSE, x, TL_PAPER_TEXT_WIDTH - x);
  return row;
}

static void
add_title (Writer *self)
{
  g_autoptr(GArray) title = tl_evidence_text_new_plain (tl_evidence_report_get_title (self->report));
  g_autoptr(GArray) subtitle = tl_evidence_text_new ();
  TlPaperRow *row = tl_paper_row_new (0);

  tl_evidence_text_add (subtitle, TL_EVIDENCE_DIM, tl_evidence_report_get_subtitle (self->report));
  tl_paper_row_add (self->paper, row, title, TITLE_SIZE, TRUE, 0, TL_PAPER_TEXT_WIDTH);
  tl_paper_hold (self->paper, row);
  tl_paper_place (self->paper, make_row (self, subtitle, 2, TEXT_SIZE + 1, 0));
}

static void
add_outline (Writer                *self,
             const TlEvidenceBlock *block,
             const char            *name)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", name);

  if (self->cr != NULL && block->text->len > 0)
    cairo_pdf_surface_add_outline (cairo_get_target (self->cr), CAIRO_PDF_OUTLINE_ROOT,
                                   g_array_index (block->text, TlEvidenceRun, 0).text, attributes,
                                   0);
}

static void
add_heading (Writer                *self,
             const TlEvidenceBlock *block)
{
  TlPaperRow *row = tl_paper_row_new (24);

  row->name = g_strdup_printf ("section%u", ++self->n_headings);
  add_outline (self, block, row->name);
  tl_paper_row_add (self->paper, row, block->text, HEADING_SIZE, TRUE, 0, TL_PAPER_TEXT_WIDTH);
  tl_paper_hold (self->paper, row);
}

/* Introductions stay with what they introduce. */
static void
add_paragraph (Writer                *self,
               const TlEvidenceBlock *block)
{
  tl_paper_hold (self->paper, make_row (self, block->text, 4, TEXT_SIZE, 0));
}

static void
add_item (Writer                *self,
          const TlEvidenceBlock *block)
{
  g_autoptr(GArray) bullet = tl_evidence_text_new_plain ("•");
  TlPaperRow *row = tl_paper_row_new (4);

  tl_paper_row_add (self->paper, row, bullet, TEXT_SIZE, FALSE, 0, 12);
  tl_paper_row_add (self->paper, row, block->text, TEXT_SIZE, FALSE, 12, TL_PAPER_TEXT_WIDTH - 12);
  tl_paper_place (self->paper, row);
}

/* ---- the chart ---- */

static void
add_chart (Writer                *self,
           const TlEvidenceBlock *block)
{
  TlChartScene *scene = tl_evidence_report_get_scene (self->report);
  double width = tl_chart_scene_get_width (scene), height = tl_chart_scene_get_height (scene);
  double scale = MIN (TL_PAPER_TEXT_WIDTH / width, MOST_CHART_HEIGHT / height);
  double y = tl_paper_make_room (self->paper, height * scale + 8);

  if (self->cr != NULL)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, TL_PAPER_MARGIN, y + 8);
      cairo_scale (self->cr, scale, scale);
      cairo_rectangle (self->cr, 0, 0, width, height);
      cairo_clip (self->cr);
      tl_chart_paint (scene, self->cr, TL_CHART_STYLE_LIGHT, -1, -1);
      cairo_restore (self->cr);
    }
  tl_paper_place (self->paper, make_row (self, block->text, 4, SMALL_SIZE, 0));
}

/* ---- tables ---- */

static guint
count_chars (GArray *text)
{
  glong n = 0;

  for (guint i = 0; i < text->len; i++)
    n += g_utf8_strlen (g_array_index (text, TlEvidenceRun, i).text, -1);
  return (guint) MIN (n, MOST_CHARS);
}

/* Columns as wide as the longest of their texts needs, in proportion to the others. */
static double *
measure_columns (const TlEvidenceBlock *block,
                 guint                  n_columns)
{
  double *widths = g_new0 (double, n_columns);
  double total = 0;

  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *row = block->rows->pdata[i];

      for (guint k = 0; k < n_columns && k < row->len; k++)
        {
          double n_chars = CLAMP (count_chars (row->pdata[k]), LEAST_CHARS, MOST_CHARS);

          widths[k] = MAX (widths[k], n_chars);
        }
    }
  for (guint i = 0; i < n_columns; i++)
    total += widths[i];
  for (guint i = 0; i < n_columns; i++)
    widths[i] *= TL_PAPER_TEXT_WIDTH / total;
  return widths;
}

static TlPaperRow *
make_table_row (Writer       *self,
                GPtrArray    *cells,
                const double *widths,
                gboolean      is_head)
{
  TlPaperRow *row = tl_paper_row_new (is_head ? 6 : 1);
  double x = 0;

  row->has_rule = TRUE;
  for (guint i = 0; i < cells->len; i++)
    {
      tl_paper_row_add (self->paper, row, cells->pdata[i], SMALL_SIZE, is_head, x,
                        MAX (widths[i] - (i + 1 < cells->len ? CELL_GAP : 0), 1));
      x += widths[i];
    }
  return row;
}

static void
add_table (Writer                *self,
           const TlEvidenceBlock *block,
           GCancellable          *cancellable)
{
  guint n_columns = ((GPtrArray *) block->rows->pdata[0])->len;
  g_autofree double *widths = measure_columns (block, n_columns);

  tl_paper_hold (self->paper, make_row (self, block->text, 8, SMALL_SIZE, 0));
  tl_paper_hold (self->paper, make_table_row (self, block->rows->pdata[0], widths, TRUE));
  for (guint i = 1; i < block->rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      tl_paper_place (self->paper, make_table_row (self, block->rows->pdata[i], widths, FALSE));
      if (i == 1)
        tl_paper_set_head (self->paper, make_table_row (self, block->rows->pdata[0], widths, TRUE));
    }
  tl_paper_set_head (self->paper, NULL);
}

/* ---- sources ---- */

static void
add_number (Writer     *self,
            TlPaperRow *row,
            const char *label)
{
  g_autoptr(GArray) number = tl_evidence_text_new_plain (label);

  tl_paper_row_add (self->paper, row, number, TEXT_SIZE, TRUE, 0, NUMBER_WIDTH - 4);
}

static void
add_source (Writer                *self,
            const TlEvidenceBlock *block)
{
  TlPaperRow *row = tl_paper_row_new (14);

  row->name = g_strdup (block->id);
  add_number (self, row, block->label);
  tl_paper_row_add (self->paper, row, block->text, TEXT_SIZE, FALSE, NUMBER_WIDTH,
                    TL_PAPER_TEXT_WIDTH - NUMBER_WIDTH);
  if (block->notes == NULL)
    {
      tl_paper_hold (self->paper, row);
      return;
    }
  tl_paper_place (self->paper, row);
  for (guint i = 0; i < block->notes->len; i++)
    tl_paper_place (self->paper, make_row (self, block->notes->pdata[i], 2, SMALL_SIZE, NUMBER_WIDTH));
}

static void
add_sentence (Writer                *self,
              const TlEvidenceBlock *block)
{
  TlPaperRow *row = tl_paper_row_new (8);
  gboolean is_turned = tl_evidence_text_is_right_to_left (block->quote);

  row->name = g_strdup (block->id);
  add_number (self, row, block->label);
  tl_paper_row_add (self->paper, row, block->text, TEXT_SIZE, FALSE, NUMBER_WIDTH,
                    TL_PAPER_TEXT_WIDTH - NUMBER_WIDTH);
  tl_paper_hold (self->paper, row);

  row = tl_paper_row_new (2);
  tl_paper_row_add (self->paper, row, block->quote, TEXT_SIZE, FALSE,
                    NUMBER_WIDTH + (is_turned ? 0 : QUOTE_INDENT),
                    TL_PAPER_TEXT_WIDTH - NUMBER_WIDTH - QUOTE_INDENT);
  row->bar = is_turned ? TL_PAPER_TEXT_WIDTH - 1 : NUMBER_WIDTH + 1;
  tl_paper_place (self->paper, row);
  for (guint i = 0; block->notes != NULL && i < block->notes->len; i++)
    tl_paper_place (self->paper, make_row (self, block->notes->pdata[i], 2, SMALL_SIZE, NUMBER_WIDTH));
}

static void
add_block (Writer                *self,
           const TlEvidenceBlock *block,
           GCancellable          *cancellable)
{
  switch (block->kind)
    {
    case TL_EVIDENCE_HEADING:
      add_heading (self, block);
      break;
    case TL_EVIDENCE_ITEM:
      add_item (self, block);
      break;
    case TL_EVIDENCE_CHART:
      add_chart (self, block);
      break;
    case TL_EVIDENCE_TABLE:
      add_table (self, block, cancellable);
      break;
    case TL_EVIDENCE_SOURCE:
      add_source (self, block);
      break;
    case TL_EVIDENCE_SENTENCE:
      add_sentence (self, block);
      break;
    case TL_EVIDENCE_PARAGRAPH:
    default:
      add_paragraph (self, block);
    }
}

/* Returns how many pages it are. */
static guint
write_pages (TlEvidenceReport *report,
             cairo_t          *cr,
             guint             n_pages,
             GCancellable     *cancellable)
{
  TlPaper *paper = tl_paper_new (cr, tl_evidence_report_get_title (report), n_pages);
  Writer writer = { report, cr, paper, 0 };

  add_title (&writer);
  for (guint i = 0; i < tl_evidence_report_get_n_blocks (report); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      add_block (&writer, tl_evidence_report_get_block (report, i), cancellable);
    }
  return tl_paper_finish (paper);
}

/* ---- the whole ---- */

typedef struct
{
  GOutputStream *stream;        /* borrowed */
  GCancellable  *cancellable;   /* borrowed, or NULL */
  GError        *error;         /* owned, the first */
} Sink;

static cairo_status_t
write_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  Sink *sink = closure;

  if (sink->error == NULL &&
      g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
describe (cairo_surface_t  *surface,
          TlEvidenceReport *report)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  tl_evidence_report_get_title (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  tl_chart_scene_get_description (report->scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Tradelines");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, report->date);
}

/**
 * tl_evidence_write_pdf:
 * @self: a report
 * @stream: where to
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Writes the report as a PDF.  Its pages are laid out twice, first to count them.
 *
 * Returns: whether all of it was written
 */
gboolean
tl_evidence_write_pdf (TlEvidenceReport  *self,
                       GOutputStream     *stream,
                       GCancellable      *cancellable,
                       GError           **error)
{
  Sink sink = { stream, cancellable, NULL };
  guint n_pages = write_pages (self, NULL, 0, cancellable);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  surface = cairo_pdf_surface_create_for_stream (write_bytes, &sink, TL_PAPER_WIDTH, TL_PAPER_HEIGHT);
  cr = cairo_create (surface);
  describe (surface, self);
  write_pages (self, cr, n_pages, cancellable);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_clear_error (&sink.error);
      return FALSE;
    }
  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return FALSE;
    }
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, TL_CHART_ERROR, TL_CHART_ERROR_FAILED,
               _("The report could not be written: %s"), cairo_status_to_string (status));
  return FALSE;
}
