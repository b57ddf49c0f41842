/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure is edited field by field, and what is entered is understood or refused in its place. */

#include "tl-figure-editor.h"
#include "window-fixture.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *editor;
  TlArticle *article;
  guint      n_done;
  guint      n_given_up;
} Form;

static TlArticle *
read_article (void)
{
  static const char text[] =
    "LIMA, 16 March 2017. Trade between Chile and Peru reached almost $4 billion last year, the minister said.\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(TlDocument) document =
    tl_document_new_from_data ("a.txt", (const guint8 *) text, sizeof text - 1, &error);

  g_assert_no_error (error);
  return tl_article_read (document, TL_DATE_NONE);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
form_open (Form *form)
{
  *form = (Form) { gtk_window_new (), tl_figure_editor_new (), read_article (), 0, 0 };
  g_assert_cmpuint (tl_article_get_figures (form->article)->len, ==, 1);
  gtk_window_set_child (GTK_WINDOW (form->window), form->editor);
  gtk_window_present (GTK_WINDOW (form->window));
  tl_figure_editor_set_figure (TL_FIGURE_EDITOR (form->editor),
                               g_ptr_array_index (tl_article_get_figures (form->article), 0), form->article);
  g_signal_connect_swapped (form->editor, "done", G_CALLBACK (count_cb), &form->n_done);
  g_signal_connect_swapped (form->editor, "given-up", G_CALLBACK (count_cb), &form->n_given_up);
}

static void
form_close (Form *form)
{
  gtk_window_destroy (GTK_WINDOW (form->window));
  g_object_unref (form->article);
}

static void
enter (Form       *form,
       const char *field,
       const char *text)
{
  gtk_editable_set_text (find_widget (form->editor, field), text);
}

static const char *
get_text (Form       *form,
          const char *label)
{
  GtkWidget *widget = find_widget (form->editor, label);

  return gtk_widget_get_visible (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "";
}

static TlFigure *
keep (Form *form)
{
  g_autoptr(GError) error = NULL;
  TlFigure *figure = tl_figure_editor_dup_figure (TL_FIGURE_EDITOR (form->editor), &error);

  g_assert_no_error (error);
  return figure;
}

static void
test_as_it_was (Fixture *fixture G_GNUC_UNUSED)
{
  Form form;
  g_autoptr(TlFigure) figure = NULL;
  g_autofree char *before = NULL, *after = NULL;

  form_open (&form);
  g_assert_cmpstr (gtk_editable_get_text (find_widget (form.editor, "amount")), ==, "4 billion USD");
  g_assert_cmpstr (gtk_editable_get_text (find_widget (form.editor, "period")), ==, "2016");
  g_assert_cmpstr (gtk_editable_get_text (find_widget (form.editor, "first_partner")), ==, "Chile");
  figure = keep (&form);
  before = tl_figure_dup_key (g_ptr_array_index (tl_article_get_figures (form.article), 0));
  after = tl_figure_dup_key (figure);
  g_assert_cmpstr (after, ==, before);
  form_close (&form);
}

static void
test_every_field (Fixture *fixture G_GNUC_UNUSED)
{
  Form form;
  g_autoptr(TlFigure) figure = NULL;
  const TlFigureData *data;
  g_autofree char *value = NULL, *period = NULL, *change = NULL;

  form_open (&form);
  gtk_drop_down_set_selected (find_widget (form.editor, "flow"), 1);
  g_assert_cmpstr (get_text (&form, "first_label"), ==, "From");
  enter (&form, "first_partner", "kazakhstan");
  enter (&form, "second_partner", "BY-BR");
  enter (&form, "period", "January to May 2015");
  g_assert_cmpstr (get_text (&form, "period_hint"), ==, "Jan–May 2015");
  enter (&form, "amount", "€750–800 million");
  g_assert_cmpstr (get_text (&form, "amount_hint"), ==, "almost €750–800 million");
  gtk_drop_down_set_selected (find_widget (form.editor, "precision"), 1);
  gtk_drop_down_set_selected (find_widget (form.editor, "change_kind"), 1);
  enter (&form, "percent", "-12.5");
  gtk_drop_down_set_selected (find_widget (form.editor, "against"), 2);
  enter (&form, "against_year", "2013");
  gtk_drop_down_set_selected (find_widget (form.editor, "status"), 2);
  gtk_drop_down_set_selected (find_widget (form.editor, "scope"), 1);
  enter (&form, "speaker", " Anna Verba ");

  figure = keep (&form);
  data = tl_figure_get_data (figure);
  value = tl_figure_dup_value_label (figure);
  period = tl_figure_dup_period_label (figure);
  g_assert_cmpint (data->flow, ==, TL_FLOW_EXPORTS);
  g_assert_cmpstr (data->partners[0], ==, "KZ");
  g_assert_cmpstr (data->partners[1], ==, "BY-BR");
  g_assert_cmpstr (period, ==, "Jan–May 2015");
  g_assert_cmpstr (value, ==, "about €750–800 million");
  g_assert_cmpint (data->change_kind, ==, TL_CHANGE_PERCENT);
  g_assert_cmpfloat (data->change, ==, -12.5);
  g_assert_cmpint (data->change_against, ==, 2013);
  g_assert_cmpint (data->status, ==, TL_STATUS_FORECAST);
  g_assert_cmpint (data->scope, ==, TL_SCOPE_REGIONAL);
  g_assert_cmpstr (tl_figure_get_speaker (figure), ==, "Anna Verba");
  form_close (&form);
}

static void
test_mistakes (Fixture *fixture G_GNUC_UNUSED)
{
  static const struct
  {
    const char *field;
    const char *entered;
    const char *hint;
  } cases[] = {
    { "amount", "much", "amount_hint" },
    { "period", "then", "period_hint" },
    { "first_partner", "Atlantis", "first_hint" },
    { "second_partner", "Atlantis", "second_hint" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Form form;
      g_autoptr(GError) error = NULL;

      form_open (&form);
      enter (&form, cases[i].field, cases[i].entered);
      g_assert_true (gtk_widget_has_css_class (find_widget (form.editor, cases[i].field), "error"));
      g_assert_cmpstr (get_text (&form, cases[i].hint), !=, "");
      g_assert_null (tl_figure_editor_dup_figure (TL_FIGURE_EDITOR (form.editor), &error));
      g_assert_nonnull (error);
      gtk_widget_activate (find_widget (form.editor, "keep"));
      g_signal_emit_by_name (find_widget (form.editor, cases[i].field), "activate");
      g_assert_cmpuint (form.n_done, ==, 0);
      g_assert_cmpstr (get_text (&form, "mistake"), !=, "");
      enter (&form, cases[i].field, "");
      g_assert_false (gtk_widget_has_css_class (find_widget (form.editor, cases[i].field), "error"));
      form_close (&form);
    }
}

static void
test_same_partner (Fixture *fixture G_GNUC_UNUSED)
{
  Form form;

  form_open (&form);
  enter (&form, "second_partner", "Chile");
  g_signal_emit_by_name (find_widget (form.editor, "second_partner"), "activate");
  g_assert_cmpuint (form.n_done, ==, 0);
  g_assert_cmpstr (get_text (&form, "mistake"), !=, "");
  enter (&form, "second_partner", "Ghana");
  g_assert_cmpstr (get_text (&form, "mistake"), ==, "");
  g_signal_emit_by_name (find_widget (form.editor, "second_partner"), "activate");
  g_assert_cmpuint (form.n_done, ==, 1);
  form_close (&form);
}

static void
add_tests (void)
{
  fixture_add ("/window/editor/as-it-was", test_as_it_was);
  fixture_add ("/window/editor/every-field", test_every_field);
  fixture_add ("/window/editor/mistakes", test_mistakes);
  fixture_add ("/window/editor/same-partner", test_same_partner);
}

int
main (int   argc,
      char *argv[])
{
  return fixture_main (argc, argv, add_tests);
}
