/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-article-text.h"

#include "tl-text-boxes.h"
#include "tl-text-top.h"

/**
 * TlArticleText:
 *
 * The text of an article, with what was read from it marked.  The marks are drawn for what is
 * seen alone, and are nothing in the buffer: a text from elsewhere may have a hundred thousand
 * of them, and is there at once.  A line of text is as long as reads well, whatever the width.
 */
struct _TlArticleText
{
  GtkTextView     parent_instance;

  TlTextMap      *map;          /* not owned: the view's; NULL for no text */
  TlArticleMarks *marks;        /* not owned: the view's; NULL for no text */
  TlSpan          sentence;     /* where nothing but the lines is marked; empty for none */
  GArray         *lines;        /* owned (element-type TlWordsLine) */
  int             measure;      /* pixels: how wide the widget should be at most */
  guint           margins_id;   /* while they are to be changed */
  TlTextTop      *top;          /* owned: where a person is in the text; NULL when disposed */
};

typedef enum
{
  PROP_MEASURE = 1,
} TlArticleTextProperty;

static GParamSpec *properties[PROP_MEASURE + 1];

G_DEFINE_FINAL_TYPE (TlArticleText, tl_article_text, GTK_TYPE_TEXT_VIEW)

/* In widths of an average character of the font, which is wider than that of a text: about 66
 * characters a line. */
#define MEASURE 76

/* Pixels beside the text, where there is little room and where there is. */
#define NARROW 420
#define NARROW_MARGIN 12
#define MARGIN 24

/* ---- where words stand ---- */

static void
get_iters (TlArticleText *self,
           TlSpan         span,
           GtkTextIter   *start,
           GtkTextIter   *end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, start, (int) tl_text_map_get_offset (self->map, span.start));
  gtk_text_buffer_get_iter_at_offset (buffer, end, (int) tl_text_map_get_offset (self->map, span.end));
}

/* ---- drawing ---- */

typedef struct
{
  GtkSnapshot *snapshot;
  TlMarkLine   line;
  GdkRGBA      colour;
  gboolean     has_edge;        /* the ground has a line around it */
  GdkRGBA      edge;
} Pen;

static void
draw_line_cb (const GdkRectangle *box,
              gpointer            user_data)
{
  const Pen *pen = user_data;

  tl_mark_line_snapshot (pen->line, pen->snapshot, (float) box->x, (float) (box->y + box->height - 1),
                         (float) box->width, &pen->colour);
}

static void
draw_ground_cb (const GdkRectangle *box,
                gpointer            user_data)
{
  const Pen *pen = user_data;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT ((float) (box->x - 2), (float) box->y, (float) (box->width + 4),
                                   (float) (box->height + TL_MARK_LINE_HEIGHT)), 4);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, &pen->colour, &outline.bounds);
  gtk_snapshot_pop (pen->snapshot);
  if (pen->has_edge)
    gtk_snapshot_append_border (pen->snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                (GdkRGBA[4]) { pen->edge, pen->edge, pen->edge, pen->edge });
}

static void
draw_words (TlArticleText *self,
            GtkSnapshot   *snapshot,
            TlMentionKind  kind,
            TlSpan         span)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  Pen pen = { .snapshot = snapshot, .line = tl_mention_kind_get_line (kind) };
  gboolean is_ground = pen.line == TL_MARK_LINE_NONE;
  GtkTextIter start, end;

  tl_mention_kind_get_colour (kind, adw_style_manager_get_dark (style), &pen.colour);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &pen.edge);
  pen.has_edge = is_ground && adw_style_manager_get_high_contrast (style);
  if (!is_ground && adw_style_manager_get_high_contrast (style))
    pen.colour = pen.edge;
  get_iters (self, span, &start, &end);
  tl_text_boxes_foreach (GTK_TEXT_VIEW (self), &start, &end, is_ground ? draw_ground_cb : draw_line_cb, &pen);
}

static gboolean
draws (TlMentionKind kind,
       gboolean      is_ground)
{
  return (tl_mention_kind_get_line (kind) == TL_MARK_LINE_NONE) == is_ground;
}

/* What is seen, a bit more than that. */
static TlSpan
get_visible (TlArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &start, 0, visible.y);
  gtk_text_view_get_iter_at_location (view, &end, visible.width, visible.y + visible.height);
  gtk_text_view_backward_display_line_start (view, &start);
  gtk_text_view_forward_display_line_end (view, &end);
  return (TlSpan) { (guint32) tl_text_map_get_byte (self->map, (guint) gtk_text_iter_get_offset (&start)),
                    (guint32) tl_text_map_get_byte (self->map, (guint) gtk_text_iter_get_offset (&end)) + 1 };
}

static void
draw_marks (TlArticleText *self,
            GtkSnapshot   *snapshot,
            GArray        *marks,
            gboolean       is_ground)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const TlMark *mark = &g_array_index (marks, TlMark, i);

      if (draws (mark->kind, is_ground) && !tl_span_overlaps (mark->span, self->sentence))
        draw_words (self, snapshot, mark->kind, mark->span);
    }
}

static void
draw_lines (TlArticleText *self,
            GtkSnapshot   *snapshot)
{
  if (!tl_span_is_empty (self->sentence))
    draw_words (self, snapshot, TL_MENTION_FIGURE, self->sentence);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const TlWordsLine *words = &g_array_index (self->lines, TlWordsLine, i);

      draw_words (self, snapshot, words->kind, words->span);
    }
}

static void
tl_article_text_snapshot_layer (GtkTextView      *view,
                                GtkTextViewLayer  layer,
                                GtkSnapshot      *snapshot)
{
  TlArticleText *self = TL_ARTICLE_TEXT (view);
  g_autoptr(GArray) marks = NULL;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || self->marks == NULL)
    return;
  marks = tl_article_marks_list (self->marks, get_visible (self));
  draw_marks (self, snapshot, marks, TRUE);
  draw_marks (self, snapshot, marks, FALSE);
  draw_lines (self, snapshot);
}

/* ---- how wide ---- */

static void
update_measure (TlArticleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);
  int measure = MEASURE * width / PANGO_SCALE + 2 * MARGIN;

  pango_font_metrics_unref (metrics);
  if (self->measure == measure)
    return;
  self->measure = measure;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

static void
tl_article_text_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tl_article_text_parent_class)->css_changed (widget, change);
  update_measure (TL_ARTICLE_TEXT (widget));
}

static int
get_margin (TlArticleText *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) < NARROW ? NARROW_MARGIN : MARGIN;
}

static gboolean
update_margins_cb (gpointer user_data)
{
  TlArticleText *self = user_data;

  self->margins_id = 0;
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), get_margin (self));
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), get_margin (self));
  return G_SOURCE_REMOVE;
}

/* Others go by the margins, and may not change their size while sizes are given. */
static void
tl_article_text_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlArticleText *self = TL_ARTICLE_TEXT (widget);

  GTK_WIDGET_CLASS (tl_article_text_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->margins_id == 0 && gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) != get_margin (self))
    self->margins_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, update_margins_cb, self, NULL);
}

static void
tl_article_text_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch ((TlArticleTextProperty) prop_id)
    {
    case PROP_MEASURE:
      g_value_set_int (value, TL_ARTICLE_TEXT (object)->measure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_article_text_dispose (GObject *object)
{
  g_clear_handle_id (&TL_ARTICLE_TEXT (object)->margins_id, g_source_remove);
  g_clear_pointer (&TL_ARTICLE_TEXT (object)->top, tl_text_top_free);

  G_OBJECT_CLASS (tl_article_text_parent_class)->dispose (object);
}

static void
tl_article_text_finalize (GObject *object)
{
  g_array_unref (TL_ARTICLE_TEXT (object)->lines);

  G_OBJECT_CLASS (tl_article_text_parent_class)->finalize (object);
}

static void
tl_article_text_class_init (TlArticleTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_article_text_get_property;
  object_class->dispose = tl_article_text_dispose;
  object_class->finalize = tl_article_text_finalize;
  widget_class->css_changed = tl_article_text_css_changed;
  widget_class->size_allocate = tl_article_text_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = tl_article_text_snapshot_layer;

  /**
   * TlArticleText:measure:
   *
   * How wide it should be at most, in pixels, so that its lines read well.
   */
  properties[PROP_MEASURE] =
    g_param_spec_int ("measure", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_article_text_init (TlArticleText *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->lines = g_array_new (FALSE, FALSE, sizeof (TlWordsLine));
  self->measure = 720;
  self->top = tl_text_top_new (GTK_TEXT_VIEW (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_article_text_set_marks:
 * @self: the text
 * @map: (nullable): of the text that is shown; kept by the caller
 * @marks: (nullable): what was read from it; kept by the caller
 *
 * Marks what was read.
 */
void
tl_article_text_set_marks (TlArticleText  *self,
                           TlTextMap      *map,
                           TlArticleMarks *marks)
{
  g_return_if_fail (TL_IS_ARTICLE_TEXT (self));

  self->map = map;
  self->marks = map != NULL ? marks : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_article_text_get_marks:
 * @self: the text
 *
 * Returns: (transfer none) (nullable): what is marked; %NULL where there is no text
 */
TlArticleMarks *
tl_article_text_get_marks (TlArticleText *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_TEXT (self), NULL);

  return self->marks;
}

/**
 * tl_article_text_get_map:
 * @self: the text
 *
 * Returns: (transfer none) (nullable): of the text that is shown
 */
TlTextMap *
tl_article_text_get_map (TlArticleText *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_TEXT (self), NULL);

  return self->map;
}

/**
 * tl_article_text_set_lines:
 * @self: the text
 * @sentence: a run of it where nothing else is marked; empty for none
 * @lines: (nullable) (element-type TlWordsLine): words to mark, of it or of other places
 *
 * Marks the words that something was read from; or, without any, what is marked always.
 */
void
tl_article_text_set_lines (TlArticleText *self,
                           TlSpan         sentence,
                           GArray        *lines)
{
  g_return_if_fail (TL_IS_ARTICLE_TEXT (self));

  self->sentence = sentence;
  g_array_set_size (self->lines, 0);
  if (lines != NULL)
    g_array_append_vals (self->lines, lines->data, lines->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gsize
get_byte (TlArticleText     *self,
          const GtkTextIter *iter)
{
  return tl_text_map_get_byte (self->map, (guint) gtk_text_iter_get_offset (iter));
}

/**
 * tl_article_text_get_selection:
 * @self: the text
 * @span: (out): a run of the article's text, in bytes
 *
 * Returns: whether a person selected some of the text
 */
gboolean
tl_article_text_get_selection (TlArticleText *self,
                               TlSpan        *span)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TL_IS_ARTICLE_TEXT (self), FALSE);

  *span = (TlSpan) { 0, 0 };
  if (self->map == NULL || !gtk_text_buffer_get_selection_bounds (
                             gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return FALSE;
  *span = (TlSpan) { (guint32) get_byte (self, &start), (guint32) get_byte (self, &end) };
  return !tl_span_is_empty (*span);
}

/**
 * tl_article_text_get_caret:
 * @self: the text
 *
 * Returns: where a person is in the article's text, in bytes: the caret, or where the selection
 *   begins
 */
gsize
tl_article_text_get_caret (TlArticleText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TL_IS_ARTICLE_TEXT (self), 0);

  if (self->map == NULL)
    return 0;
  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end);
  return get_byte (self, &start);
}

/**
 * tl_article_text_place_caret:
 * @self: the text
 * @byte: a place in the article's text, in bytes
 *
 * Puts the caret there, and selects nothing.
 */
void
tl_article_text_place_caret (TlArticleText *self,
                             gsize          byte)
{
  GtkTextIter start, end;

  g_return_if_fail (TL_IS_ARTICLE_TEXT (self));
  g_return_if_fail (self->map != NULL);

  get_iters (self, (TlSpan) { (guint32) byte, (guint32) byte }, &start, &end);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start);
}

/**
 * tl_article_text_find_byte:
 * @self: the text
 * @x: a place in the widget
 * @y: likewise
 * @byte: (out): which place of the article's text that is, in bytes
 *
 * Returns: whether there is text
 */
gboolean
tl_article_text_find_byte (TlArticleText *self,
                           double         x,
                           double         y,
                           gsize         *byte)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x, buffer_y;

  g_return_val_if_fail (TL_IS_ARTICLE_TEXT (self), FALSE);

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (self->map == NULL || !gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return FALSE;
  *byte = get_byte (self, &iter);
  return TRUE;
}

/**
 * tl_article_text_select:
 * @self: the text
 * @span: a run of it, in bytes
 *
 * Selects a run of the text and scrolls to it.
 */
void
tl_article_text_select (TlArticleText *self,
                        TlSpan         span)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (TL_IS_ARTICLE_TEXT (self));
  g_return_if_fail (self->map != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  get_iters (self, span, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  tl_text_top_show (self->top, (guint) gtk_text_iter_get_offset (&start));
}

/**
 * tl_article_text_get_top:
 * @self: the text
 *
 * Returns: where the text begins that is seen, in bytes of the article's text; 0 at its beginning
 */
gsize
tl_article_text_get_top (TlArticleText *self)
{
  g_return_val_if_fail (TL_IS_ARTICLE_TEXT (self), 0);

  return self->map != NULL ? tl_text_map_get_byte (self->map, tl_text_top_get (self->top)) : 0;
}

/**
 * tl_article_text_set_top:
 * @self: the text
 * @byte: a place in the article's text, in bytes; 0 where there is none
 *
 * Scrolls there as soon as the text is seen.
 */
void
tl_article_text_set_top (TlArticleText *self,
                         gsize          byte)
{
  g_return_if_fail (TL_IS_ARTICLE_TEXT (self));

  tl_text_top_set (self->top, self->map != NULL ? tl_text_map_get_offset (self->map, byte) : 0);
}

/**
 * tl_article_text_get_place:
 * @self: the text
 * @span: a run of it, in bytes
 * @place: (out): where it begins, in the widget
 */
void
tl_article_text_get_place (TlArticleText *self,
                           TlSpan         span,
                           GdkRectangle  *place)
{
  GtkTextIter start, end;

  g_return_if_fail (TL_IS_ARTICLE_TEXT (self));
  g_return_if_fail (self->map != NULL);

  get_iters (self, span, &start, &end);
  *place = tl_text_boxes_get_rectangle (GTK_TEXT_VIEW (self), &start);
  if (gtk_text_iter_backward_char (&end) && gtk_text_iter_compare (&start, &end) < 0)
    {
      GdkRectangle last = tl_text_boxes_get_rectangle (GTK_TEXT_VIEW (self), &end);

      if (last.y == place->y)
        gdk_rectangle_union (place, &last, place);
    }
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, place->x, place->y,
                                         &place->x, &place->y);
}
