/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written can be read: the colours as they come out of all style sheets, on the ground where they
 * stand.  Run in high contrast, more is asked for. */

#include <math.h>

#include "tl-application.h"

/* A box that is all ink: thin letters are paler than their colour. */
#define INK "\u2588\u2588\u2588\u2588"

typedef struct
{
  const char *classes[3];       /* of the label */
  const char *parent;           /* a class of what it stands in, or NULL */
} Case;

static const Case cases[] = {
  { { NULL }, NULL },
  { { "dim-label" }, NULL },
  { { "dim-label", "caption" }, "card" },
  { { "dim-label", "caption" }, "view" },
  { { "count" }, NULL },
  { { "count", "to-review" }, NULL },
  { { "tag" }, NULL },
  { { "tag" }, "card" },
  { { "inferred" }, "card" },
  { { "mention-detail" }, NULL },
  { { "accent" }, "card" },
  { { "warning" }, "card" },
  { { "error" }, "card" },
  { { "success" }, "card" },
  { { NULL }, "dismissed" },
  { { "dim-label" }, "dismissed" },
  { { NULL }, "library-banner" },
  { { NULL }, "drop-sign" },
  { { "dragged-claim" }, NULL },
};

static double
get_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const guchar *pixel)
{
  /* As cairo has them in memory of this byte order: blue first. */
  return 0.0722 * get_linear (pixel[0] / 255.0) + 0.7152 * get_linear (pixel[1] / 255.0) +
         0.2126 * get_linear (pixel[2] / 255.0);
}

static GdkTexture *
render (GtkWidget *window)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GskRenderNode *node;
  GdkTexture *texture;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gsk_render_node_unref (node);
  return texture;
}

/* Between the middle of the ink and the ground beside it. */
static double
measure (GtkWidget *window,
         GtkWidget *label)
{
  g_autoptr(GdkTexture) texture = render (window);
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guchar *pixels = g_malloc (stride * (gsize) gdk_texture_get_height (texture));
  double x, y, ink, ground;

  gdk_texture_download (texture, pixels, stride);
  g_assert_true (gtk_widget_translate_coordinates (label, window, gtk_widget_get_width (label) / 2.0,
                                                   gtk_widget_get_height (label) / 2.0, &x, &y));
  ink = get_luminance (pixels + (gsize) y * stride + (gsize) x * 4);
  /* Between the label's edge and its first letter: that is what a ground of its own reaches to. */
  g_assert_true (gtk_widget_translate_coordinates (label, window, -2, gtk_widget_get_height (label) / 2.0,
                                                   &x, &y));
  ground = get_luminance (pixels + (gsize) y * stride + (gsize) x * 4);
  return (MAX (ink, ground) + 0.05) / (MIN (ink, ground) + 0.05);
}

static GtkWidget *
make_label (const Case *its)
{
  GtkWidget *label = gtk_label_new (INK);

  for (guint i = 0; i < G_N_ELEMENTS (its->classes) && its->classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, its->classes[i]);
  return label;
}

static double
get_contrast (const Case *its)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (its);
  double contrast;

  gtk_widget_set_margin_start (label, 24);
  gtk_widget_set_margin_end (label, 24);
  gtk_widget_set_margin_top (label, 24);
  gtk_widget_set_margin_bottom (label, 24);
  if (its->parent != NULL)
    gtk_widget_add_css_class (box, its->parent);
  gtk_box_append (GTK_BOX (box), label);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  contrast = measure (window, label);
  gtk_window_destroy (GTK_WINDOW (window));
  return contrast;
}

static void
test_text (gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  double least = adw_style_manager_get_high_contrast (manager) ? 7 : 4.5;

  adw_style_manager_set_color_scheme (manager, (AdwColorScheme) GPOINTER_TO_INT (data));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double contrast = get_contrast (&cases[i]);

      if (contrast >= least)
        continue;
      g_test_message ("%s in %s: %.2f of %.1f",
                      cases[i].classes[0] != NULL ? cases[i].classes[0] : "text",
                      cases[i].parent != NULL ? cases[i].parent : "a window", contrast, least);
      g_test_fail ();
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GtkApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = GTK_APPLICATION (tl_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_data_func ("/contrast/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_text);
  g_test_add_data_func ("/contrast/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_text);
  return g_test_run ();
}
