/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key to the marks: only what occurs in this chart, in the order of certainty. */

#include "tl-chart-scene-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the size of small text. */
#define ROW_HEIGHT 1.9

typedef enum
{
  KEY_YEAR,
  KEY_DIFFERING,                /* several reports of one year */
  KEY_PARTIAL,
  KEY_CALCULATED,
  KEY_FORECAST,
  KEY_TARGET,
  KEY_SPAN,                     /* of whatever kind */
  KEY_JOINED,                   /* several that are too near to be told apart */
  KEY_UNDATED,
  KEY_UNDATED_HOPE,
  KEY_BEYOND,                   /* undated, and above the scale */
  KEY_ABOVE,
  KEY_BELOW,
} Key;

#define N_KEYS (KEY_BELOW + 1)

/* A kind's marks are of several shapes: bars, and dots where several share a lane. */
typedef struct
{
  gboolean is_used;
  gboolean has_bar;
  gboolean has_dot;
} Usage;

typedef struct
{
  Key          key;
  int          official;        /* which official series in place of a key, else -1 */
  int          series;          /* which series in place of a key, else -1 */
  double       key_width;
  PangoLayout *layout;          /* owned until it is placed */
  double       width;           /* of the text */
  double       x;
  int          row;
} Entry;

static const char *
get_text (Key key)
{
  switch (key)
    {
    case KEY_YEAR:
      return C_("legend", "Full year");
    case KEY_DIFFERING:
      return C_("legend", "Reports differ");
    case KEY_PARTIAL:
      return C_("legend", "Part of a year");
    case KEY_CALCULATED:
      return C_("legend", "Calculated*");
    case KEY_FORECAST:
      return C_("legend", "Forecast");
    case KEY_TARGET:
      return C_("legend", "Target");
    case KEY_SPAN:
      return C_("legend", "Across years");
    case KEY_JOINED:
      return C_("legend", "Too near to tell apart, counted");
    case KEY_UNDATED:
      return C_("legend", "No year known");
    case KEY_UNDATED_HOPE:
      return C_("legend", "Target or forecast, no year known");
    case KEY_BEYOND:
      return C_("legend", "Beyond the scale");
    case KEY_ABOVE:
      return C_("legend", "More than");
    case KEY_BELOW:
    default:
      return C_("legend", "Almost, less than");
    }
}

static void
find_keys_of_panel (const TlChartDraft *panel,
                    Usage              *usage)
{
  static const Key keys[TL_N_POINT_KINDS] = {
    [TL_POINT_YEAR] = KEY_YEAR,
    [TL_POINT_PARTIAL] = KEY_PARTIAL,
    [TL_POINT_CALCULATED] = KEY_CALCULATED,
    [TL_POINT_TARGET] = KEY_TARGET,
    [TL_POINT_FORECAST] = KEY_FORECAST,
  };

  for (guint i = 0; i < panel->groups->len; i++)
    {
      const TlGroup *group = &g_array_index (panel->groups, TlGroup, i);
      Usage *of_kind = &usage[keys[group->kind]];

      if (group->is_span)
        usage[KEY_SPAN].is_used = TRUE;
      if (group->kind == TL_POINT_YEAR && group->n > 1)
        of_kind = &usage[KEY_DIFFERING];
      /* A total of several years is no part of one. */
      if (group->is_span && group->kind == TL_POINT_PARTIAL)
        continue;
      of_kind->is_used = TRUE;
      of_kind->has_bar |= group->n == 1;
      of_kind->has_dot |= group->n > 1;
    }
}

static void
find_keys (TlChartDraft *self,
           Usage        *usage)
{
  for (guint i = 0; i < self->panels->len; i++)
    find_keys_of_panel (self->panels->pdata[i], usage);
  for (guint i = 0; i < self->scene->marks->len; i++)
    {
      const TlMark *mark = &g_array_index (self->scene->marks, TlMark, i);
      TlPrecision precision = tl_chart_draft_get_point (self, mark)->precision;

      usage[KEY_ABOVE].is_used |= precision == TL_PRECISION_ABOVE;
      usage[KEY_BELOW].is_used |= precision == TL_PRECISION_BELOW;
    }
  usage[KEY_JOINED].is_used = self->joins->are_explained;
  usage[KEY_UNDATED].is_used = self->tray.has_reported;
  usage[KEY_UNDATED_HOPE].is_used = self->tray.has_hoped;
  usage[KEY_BEYOND].is_used = self->tray.has_beyond;
}

static TlRect
make_square (double x,
             double y,
             double radius)
{
  return (TlRect) { x - radius, y - radius, 2 * radius, 2 * radius };
}

static TlPointKind
get_kind (Key key)
{
  switch (key)
    {
    case KEY_PARTIAL:
    case KEY_SPAN:
      return TL_POINT_PARTIAL;
    case KEY_CALCULATED:
      return TL_POINT_CALCULATED;
    case KEY_FORECAST:
      return TL_POINT_FORECAST;
    case KEY_TARGET:
    case KEY_UNDATED_HOPE:
      return TL_POINT_TARGET;
    case KEY_YEAR:
    case KEY_DIFFERING:
    case KEY_JOINED:
    case KEY_UNDATED:
    case KEY_BEYOND:
    case KEY_ABOVE:
    case KEY_BELOW:
    default:
      return TL_POINT_YEAR;
    }
}

/* Where colours tell the series, the kinds have none. */
static gboolean
has_tones (TlChartDraft *self)
{
  return tl_chart_draft_get_tone (self, 0) != TL_TONE_OF_KIND;
}

static guint
get_key_tone (TlChartDraft *self)
{
  return has_tones (self) ? TL_TONE_NEUTRAL : TL_TONE_OF_KIND;
}

/* Draws a shape by the same code as a mark, into a box as high as a capital letter. */
static void
add_shape (TlChartDraft *self,
           Key           key,
           TlShape       shape,
           TlRect        box)
{
  double x = box.x + box.width / 2;
  double y = box.y + box.height / 2;
  TlGlyph glyph = { shape, get_kind (key), box, box.y + box.height * 1.1, NAN, TL_BOUND_NONE, box, 0,
                    get_key_tone (self) };

  switch (shape)
    {
    case TL_SHAPE_DOT:
      glyph.rect = make_square (x, y, box.height * 0.45);
      break;
    case TL_SHAPE_STEM:
      glyph.rect = make_square (x, y - box.height * 0.1, box.height * 0.42);
      break;
    case TL_SHAPE_SPAN:
      glyph.rect = (TlRect) { box.x, y - box.height * 0.25, box.width, box.height * 0.5 };
      break;
    case TL_SHAPE_ARROW:
      glyph.bound = key == KEY_ABOVE ? TL_BOUND_ABOVE : TL_BOUND_BELOW;
      glyph.arrow = (TlRect) { x - box.height * 0.35, box.y, box.height * 0.7, box.height };
      break;
    case TL_SHAPE_CROWD:
      glyph.rect = (TlRect) { box.x, box.y - box.height * 0.15, box.width, box.height * 1.3 };
      break;
    case TL_SHAPE_UNDATED:
    case TL_SHAPE_BEYOND:
      glyph.rect = make_square (x, y, box.height * 0.55);
      break;
    case TL_SHAPE_BAR:
    case TL_SHAPE_NONE:
    default:
      break;
    }
  g_array_append_val (self->scene->keys, glyph);
}

static void
add_differing (TlChartDraft *self,
               TlRect        box)
{
  double x = box.x + box.width / 2;
  TlGlyph glyph = { TL_SHAPE_DOT, TL_POINT_YEAR, make_square (x, box.y, box.height * 0.34),
                    box.y, NAN, TL_BOUND_NONE, box, 0, get_key_tone (self) };

  g_array_append_val (self->scene->keys, glyph);
  glyph.rect = make_square (x, box.y + box.height, box.height * 0.34);
  g_array_append_val (self->scene->keys, glyph);
  tl_chart_draft_add_toned_line (self, TL_LINE_WHISKER, glyph.tone, x, box.y, x, box.y + box.height);
}

/* Long enough to show its dashes. */
static double
get_official_width (TlChartDraft *self)
{
  return self->small_size * 2.6;
}

static void
add_official (TlChartDraft *self,
              guint         official,
              TlRect        box)
{
  double y = box.y + box.height / 2;
  TlChartLine line = { TL_LINE_OFFICIAL, box.x, y, box.x + box.width, y, official, TL_TONE_OF_KIND };

  g_array_append_val (self->scene->lines, line);
}

static double
get_key_width (TlChartDraft *self,
               Key           key,
               const Usage  *usage)
{
  double bar = self->small_size * 1.45;
  double dot = self->small_size * 1.1;

  switch (key)
    {
    case KEY_PARTIAL:
    case KEY_CALCULATED:
    case KEY_FORECAST:
      return (usage->has_bar ? bar : 0) + (usage->has_dot ? dot : 0);
    case KEY_DIFFERING:
    case KEY_TARGET:
    case KEY_JOINED:
    case KEY_UNDATED:
    case KEY_UNDATED_HOPE:
    case KEY_BEYOND:
    case KEY_ABOVE:
    case KEY_BELOW:
      return dot;
    case KEY_YEAR:
    case KEY_SPAN:
    default:
      return bar;
    }
}

static void
add_key (TlChartDraft *self,
         Key           key,
         const Usage  *usage,
         TlRect        box)
{
  double dot_width = self->small_size * 1.1;
  TlRect dot_box = { box.x + box.width - dot_width, box.y, dot_width, box.height };

  switch (key)
    {
    case KEY_DIFFERING:
      add_differing (self, box);
      break;
    case KEY_TARGET:
      add_shape (self, key, TL_SHAPE_STEM, box);
      break;
    case KEY_SPAN:
      add_shape (self, key, TL_SHAPE_SPAN, box);
      break;
    case KEY_JOINED:
      add_shape (self, key, TL_SHAPE_CROWD, box);
      break;
    case KEY_UNDATED:
    case KEY_UNDATED_HOPE:
      add_shape (self, key, TL_SHAPE_UNDATED, box);
      break;
    case KEY_BEYOND:
      add_shape (self, key, TL_SHAPE_BEYOND, box);
      break;
    case KEY_ABOVE:
    case KEY_BELOW:
      add_shape (self, key, TL_SHAPE_ARROW, box);
      break;
    case KEY_YEAR:
    case KEY_PARTIAL:
    case KEY_CALCULATED:
    case KEY_FORECAST:
    default:
      if (usage->has_dot)
        {
          add_shape (self, key, TL_SHAPE_DOT, dot_box);
          box.width -= dot_box.width;
        }
      if (usage->has_bar)
        add_shape (self, key, TL_SHAPE_BAR, box);
      break;
    }
}

static int
flow_entries (TlChartDraft *self,
              GArray       *entries,
              double        gap)
{
  double right = self->scene->width - self->margin;
  double x = self->margin;
  int row = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      double width = entry->key_width + gap * 0.5 + entry->width;

      /* Which series there are is one thing, what the shapes mean another. */
      if (x > self->margin &&
          (x + width > right || (entry->series < 0 && g_array_index (entries, Entry, i - 1).series >= 0)))
        {
          x = self->margin;
          row++;
        }
      entry->x = x;
      entry->row = row;
      x += width + gap * 1.5;
    }
  return row + 1;
}

static void
take_entry (TlChartDraft *self,
            GArray       *entries,
            Entry         entry,
            PangoLayout  *layout)
{
  double most = self->scene->width - 2 * self->margin - entry.key_width - self->small_size;

  entry.layout = layout;
  tl_chart_measure (layout, &entry.width, NULL);
  if (entry.width > most)
    {
      pango_layout_set_width (layout, (int) (MAX (most, 1) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      entry.width = most;
    }
  g_array_append_val (entries, entry);
}

/* "A  Belarus – Kazakhstan, turnover": where series share a plot, which letter and colour is whose. */
static void
list_series (TlChartDraft *self,
             GArray       *entries)
{
  TlChart *chart = self->scene->chart;

  for (guint i = 0; i < tl_chart_get_n_series (chart) && has_tones (self); i++)
    {
      Entry entry = { .official = -1, .series = (int) i, .key_width = self->small_size * 1.45 };
      g_autofree char *letter = tl_chart_dup_letter (i);
      g_autofree char *name = tl_chart_dup_series_name (chart, i);
      gboolean is_empty = tl_series_get_n_points (tl_chart_get_nth_series (chart, i)) == 0;
      /* Translators: the name of a series of which there is nothing to draw */
      g_autofree char *words = is_empty ? g_strdup_printf (_("%s: nothing reported"), name) : NULL;
      g_autofree char *text = g_strdup_printf ("%s  %s", letter, is_empty ? words : name);

      take_entry (self, entries, entry, tl_chart_draft_make_label (self, text, self->small_size));
    }
}

static void
add_series (TlChartDraft *self,
            guint         series,
            TlRect        box)
{
  TlGlyph glyph = { .shape = TL_SHAPE_BAR, .kind = TL_POINT_YEAR, .rect = box, .foot = box.y + box.height,
                    .y_high = NAN, .tone = tl_chart_draft_get_tone (self, series) };

  g_array_append_val (self->scene->keys, glyph);
}

static void
list_entries (TlChartDraft *self,
              const Usage  *usage,
              GArray       *entries)
{
  for (int key = 0; key < N_KEYS; key++)
    {
      Entry entry = { .key = (Key) key, .official = -1, .series = -1 };

      if (!usage[key].is_used)
        continue;
      entry.key_width = get_key_width (self, (Key) key, &usage[key]);
      take_entry (self, entries, entry,
                  tl_chart_draft_make_label (self, get_text ((Key) key), self->small_size));
    }
  for (guint i = 0; i < self->officials->len; i++)
    {
      Entry entry = { .official = (int) i, .series = -1, .key_width = get_official_width (self) };
      g_autofree char *name = tl_official_series_dup_name (self->officials->pdata[i]);

      take_entry (self, entries, entry, tl_chart_draft_make_label (self, name, self->small_size));
    }
}

/* Grey lines without a name would tell nothing: they go with their entries. */
static void
leave_out (TlChartDraft *self,
           Entry        *entry)
{
  if (entry->official >= 0)
    g_ptr_array_set_size (self->officials,
                          (int) MIN ((guint) entry->official, self->officials->len));
  g_object_unref (entry->layout);
}

/**
 * tl_chart_draft_add_legend:
 * @self: a draft whose groups are arranged
 * @y: where the legend begins
 * @max_height: how high it may become; rows beyond that are left out
 *
 * Adds the legend.
 *
 * Returns: its height
 */
double
tl_chart_draft_add_legend (TlChartDraft *self,
                           double        y,
                           double        max_height)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Usage usage[N_KEYS] = { { FALSE, FALSE, FALSE } };
  double key_height = self->small_size * 0.95;
  double row_height = self->small_size * ROW_HEIGHT;
  double text_height = 0;
  int n_rows;

  find_keys (self, usage);
  list_series (self, entries);
  list_entries (self, usage, entries);
  if (entries->len > 0)
    tl_chart_measure (g_array_index (entries, Entry, 0).layout, NULL, &text_height);
  n_rows = flow_entries (self, entries, self->small_size);
  n_rows = CLAMP ((int) (max_height / row_height), 0, n_rows);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      double row_y = y + entry->row * row_height;
      TlRect box;

      if (entry->row >= n_rows)
        {
          leave_out (self, entry);
          continue;
        }
      box = (TlRect) { entry->x, row_y + (row_height - key_height) / 2,
                       entry->key_width, key_height };
      if (entry->official >= 0)
        add_official (self, (guint) entry->official, box);
      else if (entry->series >= 0)
        add_series (self, (guint) entry->series, box);
      else
        add_key (self, entry->key, &usage[entry->key], box);
      tl_chart_draft_take_text (self, entry->layout, box.x + box.width + self->small_size * 0.5,
                                row_y + (row_height - text_height) / 2, TL_INK_TEXT);
    }
  return n_rows * row_height;
}

/**
 * tl_chart_draft_get_least_legend:
 * @self: a draft
 *
 * Of one series the kinds may yield to the plot.  Of several the letters cannot be guessed, and
 * the picture grows in any case.
 *
 * Returns: how high the legend is at least; all of it only when the groups are arranged
 */
double
tl_chart_draft_get_least_legend (TlChartDraft *self)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Usage usage[N_KEYS] = { { FALSE, FALSE, FALSE } };
  int n_rows = 0;

  if (tl_chart_get_n_series (self->scene->chart) == 1)
    return 0;
  find_keys (self, usage);
  list_series (self, entries);
  list_entries (self, usage, entries);
  if (entries->len > 0)
    n_rows = flow_entries (self, entries, self->small_size);
  for (guint i = 0; i < entries->len; i++)
    g_object_unref (g_array_index (entries, Entry, i).layout);
  /* A little more, or rounding might take a row. */
  return (n_rows + 0.01) * self->small_size * ROW_HEIGHT;
}
