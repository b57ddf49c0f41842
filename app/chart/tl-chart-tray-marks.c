/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the tray: the claims at the height of their values, and their labels. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-chart-claims.h"

/* How far a label may stand off its mark, in its height. */
#define MAX_SHIFT 1.2

/* Of numbers of sources, as at other marks. */
#define MANY_RUNS 12

/* Claims that are one mark. */
typedef struct
{
  guint  first;                 /* the lowest claim */
  guint  n;
  guint  column;
  double top, bottom;           /* between which heights its values lie */
  gboolean is_beyond;           /* the highest is above the scale */
} Place;

static const TlClaim *
get_claim (TlChartDraft *self,
           guint         index)
{
  return self->tray.claims->pdata[index];
}

/* ---- places ---- */

/* Where the middle of a shape stands.  Above the scale everything is at the upper edge, and at
 * both edges shapes are whole: a small value stands a little higher than it is. */
static double
get_y (TlChartDraft *self,
       double        value)
{
  TlRect plot = self->plot;
  double top = plot.y + self->tray.radius;
  double bottom = plot.y + plot.height - self->tray.radius;

  if (value > self->max || bottom < top)
    return top;
  return CLAMP (tl_chart_draft_get_y (self, value), top, bottom);
}

static Place
make_place (TlChartDraft *self,
            guint         first,
            guint         n)
{
  const TlClaim *highest = get_claim (self, first + n - 1);

  return (Place) {
    .first = first, .n = n,
    .top = get_y (self, highest->value), .bottom = get_y (self, get_claim (self, first)->value),
    .is_beyond = highest->value > self->max,
  };
}

/* A run of claims each of which touches the next: side by side where that is enough, else joined. */
static void
add_run (TlChartDraft *self,
         GArray       *places,
         guint         first,
         guint         n)
{
  double last_y[TL_MAX_TRAY_COLUMNS];
  guint first_place = places->len;
  guint n_columns = 0;

  for (guint i = first; i < first + n; i++)
    {
      Place place = make_place (self, i, 1);

      while (place.column < n_columns && last_y[place.column] - place.top < 2 * self->tray.radius)
        place.column++;
      if (place.column == self->tray.n_columns)
        {
          place = make_place (self, first, n);
          g_array_set_size (places, first_place);
          g_array_append_val (places, place);
          return;
        }
      n_columns = MAX (n_columns, place.column + 1);
      last_y[place.column] = place.top;
      g_array_append_val (places, place);
    }
}

static GArray *
list_places (TlChartDraft *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint n = self->tray.claims->len;

  for (guint first = 0; first < n; )
    {
      guint end = first + 1;

      while (end < n && get_y (self, get_claim (self, end - 1)->value) -
                        get_y (self, get_claim (self, end)->value) < 2 * self->tray.radius)
        end++;
      add_run (self, places, first, end - first);
      first = end;
    }
  return places;
}

/* ---- marks ---- */

static TlBound
get_bound (const TlClaim *claim)
{
  if (claim->precision == TL_PRECISION_BELOW)
    return TL_BOUND_BELOW;
  if (claim->precision == TL_PRECISION_ABOVE)
    return TL_BOUND_ABOVE;
  return TL_BOUND_NONE;
}

static TlGlyph
make_glyph (TlChartDraft *self,
            const Place  *place)
{
  TlChartTray *tray = &self->tray;
  const TlClaim *claim = get_claim (self, place->first);
  double side = 2 * tray->radius;
  double right = self->scene->tray.x + TL_TRAY_PADDING * self->text_size + tray->marks_width;
  double width = place->n > 1 ? tray->marks_width : side;
  TlGlyph glyph = { .shape = place->is_beyond ? TL_SHAPE_BEYOND : TL_SHAPE_UNDATED,
                    .kind = claim->kind, .y_high = NAN, .n_joined = place->n };

  glyph.rect = (TlRect) { right - width - place->column * side, place->top - tray->radius, width,
                          MIN (place->bottom - place->top + side, self->plot.height) };
  /* What points on already needs no arrow, and of several each would have its own. */
  if (place->n == 1 && !place->is_beyond)
    {
      glyph.bound = get_bound (claim);
      tl_chart_draft_place_arrow (self, &glyph);
    }
  return glyph;
}

static void
add_count (TlChartDraft *self,
           const Place  *place,
           TlRect        rect)
{
  g_autofree char *text = g_strdup_printf (C_("marks", "×%u"), place->n);
  PangoLayout *layout = tl_chart_draft_make_label (self, text, self->small_size * 0.86);
  double width, height;

  tl_chart_measure (layout, &width, &height);
  if (width > rect.width || height > rect.height)
    g_object_unref (layout);
  else
    tl_chart_draft_take_text (self, layout, rect.x + (rect.width - width) / 2,
                              rect.y + (rect.height - height) / 2, TL_INK_TEXT);
}

static void
add_mark (TlChartDraft *self,
          const Place  *place)
{
  TlChartScene *scene = self->scene;
  TlGlyph glyph = make_glyph (self, place);
  double value = get_claim (self, place->first)->value;
  TlMark mark = { .kind = glyph.kind, .bounds = glyph.rect,
                  .x = glyph.rect.x + glyph.rect.width / 2, .y = place->bottom };

  if (value <= self->max)
    mark.y = tl_chart_draft_get_y (self, value);

  for (guint i = place->first; i < place->first + place->n; i++)
    tl_claim_add_to_mark (get_claim (self, i), &mark);
  mark.description = place->n == 1 ? tl_claim_dup_description (get_claim (self, place->first))
                                   : tl_claims_dup_joined (self->tray.claims, place->first, place->n);
  g_array_append_val (scene->marks, mark);
  g_array_append_val (scene->glyphs, glyph);
  if (place->n == 1)
    return;
  add_count (self, place, glyph.rect);
  self->joins->n++;
}

/* ---- labels ---- */

static char *
dup_label (TlChartDraft *self,
           const Place  *place)
{
  g_autofree char *lowest = tl_claim_dup_value (get_claim (self, place->first), self->tray.style);
  g_autofree char *highest = NULL;

  if (place->n == 1)
    return g_steal_pointer (&lowest);
  highest = tl_claim_dup_value (get_claim (self, place->first + place->n - 1), self->tray.style);
  return g_strdup_printf (C_("range", "%s – %s"), lowest, highest);
}

/* Returns whether it found a place below @above, at its mark or a little off it. */
static gboolean
place_label (TlChartDraft *self,
             PangoLayout  *layout,
             const TlMark *mark,
             double       *above)
{
  TlRect plot = self->plot;
  double x = self->scene->tray.x + TL_TRAY_PADDING * self->text_size + self->tray.marks_width +
             TL_TRAY_LABEL_GAP * self->text_size;
  double width, height, y, wanted;

  tl_chart_measure (layout, &width, &height);
  wanted = mark->bounds.y + mark->bounds.height / 2 - height / 2;
  y = MAX (MIN (wanted, plot.y + plot.height - height), *above);
  if (x + width > self->scene->width || y + height > plot.y + plot.height ||
      fabs (y - wanted) > MAX_SHIFT * height)
    return FALSE;
  tl_chart_draft_take_text (self, g_object_ref (layout), x, y, TL_INK_VALUE);
  *above = y + height;
  return TRUE;
}

static void
add_label (TlChartDraft *self,
           const Place  *place,
           TlMark       *mark,
           double       *above)
{
  g_autoptr(GPtrArray) reports = tl_claims_list_reports (self->tray.claims, place->first, place->n);
  g_autofree char *references = tl_chart_draft_dup_references_of (self, reports, MANY_RUNS);
  g_autofree char *value = dup_label (self, place);
  g_autoptr(PangoLayout) label = tl_chart_draft_make_raised_label (self, value, references,
                                                                   self->small_size);
  g_autoptr(PangoLayout) numbers = tl_chart_draft_make_references_label (self, references);

  if (self->tray.has_labels && place_label (self, label, mark, above))
    mark->label = g_steal_pointer (&value);
  else if (*references == '\0' || !place_label (self, numbers, mark, above))
    return;
  if (*references != '\0')
    mark->references = g_steal_pointer (&references);
}

/* From the highest down. */
static void
add_labels (TlChartDraft *self,
            GArray       *places,
            guint         first_mark)
{
  double above = self->plot.y;

  for (guint i = places->len; i > 0; i--)
    add_label (self, &g_array_index (places, Place, i - 1),
               &g_array_index (self->scene->marks, TlMark, first_mark + i - 1), &above);
}

/* ---- the tray ---- */

/* Its line, its heading in the row of the years, and the plot's grid carried on. */
static void
add_frame (TlChartDraft *self)
{
  TlChartScene *scene = self->scene;
  TlRect tray = scene->tray;
  double foot = self->plot.y + self->plot.height;
  PangoLayout *heading = tl_chart_draft_make_tray_heading (self);
  guint n_lines = scene->lines->len;
  double width;

  tl_chart_measure (heading, &width, NULL);
  tl_chart_draft_take_text (self, heading, tray.x + MAX (tray.width - width, 0) / 2,
                            foot + TL_YEARS_GAP * self->text_size, TL_INK_TEXT);
  for (guint i = 0; i < n_lines; i++)
    {
      TlChartLine line = g_array_index (scene->lines, TlChartLine, i);

      if ((line.role == TL_LINE_GRID || line.role == TL_LINE_AXIS) && line.y1 <= foot + 0.5)
        tl_chart_draft_add_line (self, line.role, tray.x, line.y1, tray.x + tray.width, line.y2);
    }
  tl_chart_draft_add_line (self, TL_LINE_TICK, tray.x, tray.y, tray.x, foot);
}

/**
 * tl_chart_draft_add_tray:
 * @self: the draft of the first panel; all other marks have their labels
 *
 * Adds the tray, or the mark of the note that stands in its place.
 */
void
tl_chart_draft_add_tray (TlChartDraft *self)
{
  TlChartScene *scene = self->scene;
  g_autoptr(GArray) places = NULL;
  guint first_mark = scene->marks->len;

  if (self->tray.has_note)
    tl_chart_draft_add_tray_note_mark (self);
  if (self->tray.width <= 0)
    return;
  scene->tray = (TlRect) { scene->width - self->margin - self->tray.width, self->plot.y,
                           self->tray.width, self->plot.height };
  add_frame (self);
  places = list_places (self);
  for (guint i = 0; i < places->len; i++)
    add_mark (self, &g_array_index (places, Place, i));
  add_labels (self, places, first_mark);
}
