/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-wrap-layout.h"

#define SPACING 6

struct _TlWrapLayout
{
  GtkLayoutManager parent_instance;

  gboolean         homogeneous;
};

typedef enum
{
  PROP_HOMOGENEOUS = 1,
} TlWrapLayoutProperty;

static GParamSpec *properties[PROP_HOMOGENEOUS + 1];

G_DEFINE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What all of them are at least as wide as. */
static int
find_common_width (TlWrapLayout *self,
                   GtkWidget    *widget)
{
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); self->homogeneous && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }
  return widest;
}

/* How wide one is in a line of @width: no wider than that, and than it likes to be or has to. */
static int
get_width (GtkWidget *child,
           int        common,
           int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return CLAMP (width, minimum, MAX (natural, common));
}

typedef struct
{
  GtkWidget *end;               /* the first that is not in the line, or NULL */
  int        width;
  int        height;
  int        n_expanding;
} Line;

static Line
find_line (GtkWidget *first,
           int        common,
           int        width)
{
  Line line = { .end = first };

  for (; line.end != NULL; line.end = gtk_widget_get_next_sibling (line.end))
    {
      int x = line.width > 0 ? line.width + SPACING : 0;
      int child_width, child_height;

      if (!gtk_widget_should_layout (line.end))
        continue;
      child_width = get_width (line.end, common, width);
      if (x > 0 && x + child_width > width)
        break;
      gtk_widget_measure (line.end, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height,
                          NULL, NULL);
      line.width = x + child_width;
      line.height = MAX (line.height, child_height);
      line.n_expanding += gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL);
    }
  return line;
}

/* Those that expand share what the others leave. */
static void
allocate_line (GtkWidget  *first,
               const Line *line,
               int         common,
               int         y,
               int         width)
{
  gboolean is_mirrored = gtk_widget_get_direction (gtk_widget_get_parent (first)) == GTK_TEXT_DIR_RTL;
  int left = MAX (0, width - line->width);
  int n_expanding = line->n_expanding;
  int x = 0;

  for (GtkWidget *child = first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      child_width = get_width (child, common, width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int more = left / n_expanding--;

          child_width += more;
          left -= more;
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { is_mirrored ? width - x - child_width : x, y,
                                                   child_width, child_height },
                                -1);
      x += child_width + SPACING;
    }
}

/* Goes through the widgets from line to line; places them where @allocate says so.  Returns the
 * height of all. */
static int
lay_out (TlWrapLayout *self,
         GtkWidget    *widget,
         int           width,
         gboolean      allocate)
{
  int common = find_common_width (self, widget);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  int y = 0;

  while (first != NULL)
    {
      Line line = find_line (first, common, width);

      if (line.width > 0 && y > 0)
        y += SPACING;
      if (allocate)
        allocate_line (first, &line, common, y, width);
      y += line.height;
      first = line.end;
    }
  return y;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  TlWrapLayout *self = TL_WRAP_LAYOUT (manager);
  int common, widest = 0, all = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }
  common = find_common_width (self, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += MAX (child_natural, common) + (all > 0 ? SPACING : 0);
    }
  *minimum = widest;
  *natural = MAX (widest, all);
}

static void
allocate_cb (GtkLayoutManager *manager,
             GtkWidget        *widget,
             int               width,
             int               height,
             int               baseline)
{
  lay_out (TL_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
tl_wrap_layout_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((TlWrapLayoutProperty) prop_id)
    {
    case PROP_HOMOGENEOUS:
      g_value_set_boolean (value, TL_WRAP_LAYOUT (object)->homogeneous);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_wrap_layout_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((TlWrapLayoutProperty) prop_id)
    {
    case PROP_HOMOGENEOUS:
      TL_WRAP_LAYOUT (object)->homogeneous = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_wrap_layout_class_init (TlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_wrap_layout_get_property;
  object_class->set_property = tl_wrap_layout_set_property;

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate_cb;

  properties[PROP_HOMOGENEOUS] =
    g_param_spec_boolean ("homogeneous", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_wrap_layout_init (TlWrapLayout *self)
{
}
