/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of texts on a page: what stands out in them, and what leads elsewhere. */

#include "tl-evidence-paper.h"

static void
clear_link (gpointer link)
{
  g_free (((TlPaperLink *) link)->target);
}

static void
clear_cell (gpointer data)
{
  TlPaperCell *cell = data;

  g_clear_object (&cell->layout);
  g_clear_pointer (&cell->links, g_array_unref);
}

/**
 * tl_paper_row_new:
 * @space: what is left free above it, in points
 *
 * Returns: (transfer full): a row without texts
 */
TlPaperRow *
tl_paper_row_new (double space)
{
  TlPaperRow *row = g_new0 (TlPaperRow, 1);

  row->cells = g_array_new (FALSE, FALSE, sizeof (TlPaperCell));
  g_array_set_clear_func (row->cells, clear_cell);
  row->space = space;
  row->bar = -1;
  return row;
}

/**
 * tl_paper_row_free:
 * @row: (transfer full): a row
 *
 * Frees it.
 */
void
tl_paper_row_free (TlPaperRow *row)
{
  g_array_unref (row->cells);
  g_free (row->name);
  g_free (row);
}

/* ---- texts ---- */

static void
insert_attribute (PangoAttrList  *attributes,
                  PangoAttribute *attribute,
                  guint           start,
                  guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
set_style (PangoAttrList       *attributes,
           const TlEvidenceRun *run,
           guint                start,
           guint                end)
{
  if (run->style == TL_EVIDENCE_STRONG)
    insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (run->style == TL_EVIDENCE_DIM)
    insert_attribute (attributes, pango_attr_foreground_new (0x5e5e, 0x5c5c, 0x6464), start, end);
  if (run->style == TL_EVIDENCE_MARKED)
    insert_attribute (attributes, pango_attr_background_new (0xf9f9, 0xf0f0, 0x6b6b), start, end);
  if (run->link != NULL)
    insert_attribute (attributes, pango_attr_foreground_new (0x1a1a, 0x5f5f, 0xb4b4), start, end);
}

static void
set_text (TlPaperCell *cell,
          GArray      *text)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < text->len; i++)
    {
      const TlEvidenceRun *run = &g_array_index (text, TlEvidenceRun, i);
      TlPaperLink link = { .start = (guint) all->len };

      g_string_append (all, run->text);
      link.end = (guint) all->len;
      set_style (attributes, run, link.start, link.end);
      if (run->link == NULL)
        continue;
      if (cell->links == NULL)
        {
          cell->links = g_array_new (FALSE, FALSE, sizeof (TlPaperLink));
          g_array_set_clear_func (cell->links, clear_link);
        }
      link.target = g_strdup (run->link);
      g_array_append_val (cell->links, link);
    }
  /* What is divided is quoted, or an address: a hyphen would be one more letter of it. */
  insert_attribute (attributes, pango_attr_insert_hyphens_new (FALSE), 0, (guint) all->len);
  pango_layout_set_text (cell->layout, all->str, (int) all->len);
  pango_layout_set_attributes (cell->layout, attributes);
}

/**
 * tl_paper_row_add:
 * @self: pages
 * @row: a row
 * @text: (element-type TlEvidenceRun): a text
 * @size: of its letters, in points
 * @is_bold: whether all of it is bold
 * @x: its left edge, from that of the page's text
 * @width: where its lines are wrapped, in a word where they have to
 *
 * Adds a text beside those of the row.
 */
void
tl_paper_row_add (TlPaper    *self,
                  TlPaperRow *row,
                  GArray     *text,
                  double      size,
                  gboolean    is_bold,
                  double      x,
                  double      width)
{
  TlPaperCell cell = { pango_layout_new (tl_paper_get_pango (self)), NULL, x };
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Adwaita Sans, Sans");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (cell.layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (cell.layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (cell.layout, PANGO_WRAP_WORD_CHAR);
  set_text (&cell, text);
  g_array_append_val (row->cells, cell);
}

/**
 * tl_paper_row_get_height:
 * @row: a row
 *
 * Returns: how high it is, without the space above it
 */
double
tl_paper_row_get_height (const TlPaperRow *row)
{
  double height = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      PangoRectangle logical;

      pango_layout_get_extents (g_array_index (row->cells, TlPaperCell, i).layout, NULL, &logical);
      height = MAX (height, TL_PAPER_LEADING * logical.height / PANGO_SCALE);
    }
  return height + (row->has_rule ? 4 : 0);
}
