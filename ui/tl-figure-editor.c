/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-figure-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-bin.h"
#include "tl-entry-words.h"
#include "tl-figure-entry.h"
#include "tl-gazetteer.h"
#include "tl-labels.h"
#include "tl-wrap-layout.h"

/**
 * TlFigureEditor:
 *
 * All fields of a figure, to be edited in place.  What is entered is read as the text of an
 * article would be; how it was understood, or what is wrong with it, stands below it at once.
 * Enter keeps ("done"), Escape gives up ("given-up"); what becomes of it is for others.
 */
struct _TlFigureEditor
{
  AdwBin       parent_instance;

  GtkDropDown *flow;
  GtkLabel    *first_label;
  GtkEditable *first_partner;
  GtkLabel    *first_hint;
  GtkLabel    *second_label;
  GtkEditable *second_partner;
  GtkLabel    *second_hint;
  GtkEditable *period;
  GtkLabel    *period_hint;
  GtkEditable *amount;
  GtkLabel    *amount_hint;
  GtkDropDown *precision;
  GtkDropDown *change_kind;
  GtkWidget   *change_box;
  GtkEditable *percent;
  GtkDropDown *against;
  GtkEditable *against_year;
  GtkLabel    *change_hint;
  GtkDropDown *status;
  GtkDropDown *scope;
  GtkEditable *speaker;
  GtkLabel    *mistake;
  GtkWidget   *keep;

  TlFigure    *figure;          /* owned, NULL while there is none to edit */
  TlArticle   *article;         /* owned, NULL likewise */
  gboolean     is_filling;      /* while it is the program that changes the fields */
};

/* What can be chosen in the lists, in their order. */
static const TlChangeKind change_kinds[] = {
  TL_CHANGE_NONE, TL_CHANGE_PERCENT, TL_CHANGE_UP, TL_CHANGE_DOWN, TL_CHANGE_FLAT,
};
static const TlScope scopes[] = {
  TL_SCOPE_NATIONAL, TL_SCOPE_REGIONAL, TL_SCOPE_BLOC, TL_SCOPE_SECTOR,
};

enum
{
  AGAINST_PREVIOUS_YEAR,
  AGAINST_PREVIOUS_PERIOD,
  AGAINST_YEAR,
};

enum
{
  DONE,
  GIVEN_UP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFigureEditor, tl_figure_editor, ADW_TYPE_BIN)

/* ---- what is shown ---- */

static void
show_hint (GtkLabel   *label,
           const char *text,
           gboolean    is_mistake)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  if (is_mistake)
    {
      gtk_widget_add_css_class (GTK_WIDGET (label), "error");
      gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
      gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
    }
}

/* A mistake is told to who cannot see it beside its field, too. */
static void
mark (GtkEditable *editable,
      gboolean     is_mistake)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (editable);

  if (is_mistake)
    gtk_widget_add_css_class (GTK_WIDGET (editable), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (editable), "error");
  gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                               is_mistake ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
dup_partner_name (const char *code)
{
  return *code != '\0' ? tl_gazetteer_dup_display_name (tl_gazetteer_get_default (), code) : g_strdup ("");
}

static void
fill_partner (GtkEditable *editable,
              const char  *code)
{
  g_autofree char *name = dup_partner_name (code);

  gtk_editable_set_text (editable, name);
}

static void
fill_change (TlFigureEditor     *self,
             const TlFigureData *data)
{
  g_autofree char *percent = tl_figure_dup_change_entry (self->figure);
  guint kind = 0;

  for (guint i = 0; i < G_N_ELEMENTS (change_kinds); i++)
    if (change_kinds[i] == data->change_kind)
      kind = i;
  gtk_drop_down_set_selected (self->change_kind, kind);
  gtk_editable_set_text (self->percent, percent);
  gtk_editable_set_text (self->against_year, "");
  if (data->change_against == TL_AGAINST_PREVIOUS_YEAR)
    {
      gtk_drop_down_set_selected (self->against, AGAINST_PREVIOUS_YEAR);
    }
  else if (data->change_against == TL_AGAINST_PREVIOUS_PERIOD)
    {
      gtk_drop_down_set_selected (self->against, AGAINST_PREVIOUS_PERIOD);
    }
  else
    {
      g_autofree char *year = g_strdup_printf ("%d", data->change_against);

      gtk_drop_down_set_selected (self->against, AGAINST_YEAR);
      gtk_editable_set_text (self->against_year, year);
    }
}

static void
fill (TlFigureEditor *self)
{
  const TlFigureData *data = tl_figure_get_data (self->figure);
  g_autofree char *amount = tl_entry_words_dup_amount (self->figure);
  g_autofree char *period = tl_figure_dup_period_entry (self->figure);
  const char *speaker = tl_figure_get_speaker (self->figure);

  gtk_drop_down_set_selected (self->flow, data->flow);
  fill_partner (self->first_partner, data->partners[0]);
  fill_partner (self->second_partner, data->partners[1]);
  gtk_editable_set_text (self->period, period);
  gtk_editable_set_text (self->amount, amount);
  gtk_drop_down_set_selected (self->precision, data->precision);
  fill_change (self, data);
  gtk_drop_down_set_selected (self->status, data->status);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scopes[i] == data->scope)
      gtk_drop_down_set_selected (self->scope, i);
  gtk_editable_set_text (self->speaker, speaker != NULL ? speaker : "");
}

/* ---- what was entered ---- */

static void
set_mistake (GError     **error,
             int          code,
             const char  *message)
{
  g_set_error_literal (error, TL_ENTRY_ERROR, code, message);
}

static gboolean
read_partner (GtkEditable  *editable,
              const char   *before,
              char         *code,
              GError      **error)
{
  g_autofree char *entered = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
  g_autofree char *name = dup_partner_name (before);
  g_autofree char *found = NULL;

  /* A place that only this text knows has no code, and stays as it is. */
  if (*entered == '\0' || g_str_equal (entered, name))
    {
      g_strlcpy (code, *entered != '\0' ? before : "", TL_PARTNER_SIZE);
      return TRUE;
    }
  found = tl_gazetteer_dup_entered (tl_gazetteer_get_default (), entered);
  if (found == NULL)
    {
      set_mistake (error, TL_ENTRY_ERROR_PARTNERS, _("No country, region or group of this name is known"));
      return FALSE;
    }
  g_strlcpy (code, found, TL_PARTNER_SIZE);
  return TRUE;
}

static gboolean
read_amount (TlFigureEditor  *self,
             TlFigureData    *data,
             GError         **error)
{
  g_autofree char *before = tl_entry_words_dup_amount (self->figure);
  const char *entered = gtk_editable_get_text (self->amount);
  g_autofree char *currency = g_strdup (data->currency);

  data->precision = (TlPrecision) gtk_drop_down_get_selected (self->precision);
  return g_str_equal (entered, before) || tl_entry_words_read_amount (entered, currency, data, error);
}

static gboolean
read_period (TlFigureEditor  *self,
             TlFigureData    *data,
             GError         **error)
{
  g_autofree char *before = tl_figure_dup_period_entry (self->figure);
  const char *entered = gtk_editable_get_text (self->period);

  return g_str_equal (entered, before) ||
         tl_entry_read_period (entered, tl_article_get_published (self->article), data, error);
}

static gboolean
read_change (TlFigureEditor  *self,
             TlFigureData    *data,
             GError         **error)
{
  data->change_kind = change_kinds[MIN (gtk_drop_down_get_selected (self->change_kind),
                                        G_N_ELEMENTS (change_kinds) - 1)];
  if (data->change_kind == TL_CHANGE_NONE)
    return TRUE;
  switch (gtk_drop_down_get_selected (self->against))
    {
    case AGAINST_YEAR:
      /* What is no year is refused with the whole. */
      data->change_against =
        (int) MAX (1, g_ascii_strtoll (gtk_editable_get_text (self->against_year), NULL, 10) % G_MAXINT16);
      break;
    case AGAINST_PREVIOUS_PERIOD:
      data->change_against = TL_AGAINST_PREVIOUS_PERIOD;
      break;
    case AGAINST_PREVIOUS_YEAR:
    default:
      data->change_against = TL_AGAINST_PREVIOUS_YEAR;
      break;
    }
  return data->change_kind != TL_CHANGE_PERCENT ||
         tl_entry_read_percent (gtk_editable_get_text (self->percent), data, error);
}

/* All that is wrong is shown where it stands, and the first of it returned. */
static gboolean
take (GtkEditable  *editable,
      GtkLabel     *hint,
      gboolean      is_right,
      GError       *mistake,
      GError      **error)
{
  mark (editable, !is_right);
  if (!is_right)
    show_hint (hint, mistake->message, TRUE);
  if (!is_right && error != NULL && *error == NULL)
    g_propagate_error (error, g_steal_pointer (&mistake));
  g_clear_error (&mistake);
  return is_right;
}

static gboolean
read_fields (TlFigureEditor  *self,
             TlFigureData    *data,
             GError         **error)
{
  const TlFigureData *before = tl_figure_get_data (self->figure);
  gboolean is_right = TRUE;
  GError *mistake = NULL;
  gboolean is_read;

  *data = *before;
  data->flow = (TlFlow) gtk_drop_down_get_selected (self->flow);
  data->status = (TlStatus) gtk_drop_down_get_selected (self->status);
  data->scope = scopes[MIN (gtk_drop_down_get_selected (self->scope), G_N_ELEMENTS (scopes) - 1)];
  is_read = read_partner (self->first_partner, before->partners[0], data->partners[0], &mistake);
  is_right &= take (self->first_partner, self->first_hint, is_read, g_steal_pointer (&mistake), error);
  is_read = read_partner (self->second_partner, before->partners[1], data->partners[1], &mistake);
  is_right &= take (self->second_partner, self->second_hint, is_read, g_steal_pointer (&mistake), error);
  is_read = read_period (self, data, &mistake);
  is_right &= take (self->period, self->period_hint, is_read, g_steal_pointer (&mistake), error);
  is_read = read_amount (self, data, &mistake);
  is_right &= take (self->amount, self->amount_hint, is_read, g_steal_pointer (&mistake), error);
  is_read = read_change (self, data, &mistake);
  is_right &= take (self->percent, self->change_hint, is_read, g_steal_pointer (&mistake), error);
  return is_right;
}

/* ---- while it is edited ---- */

static void
update_partner_labels (TlFigureEditor *self)
{
  const char *first, *second;

  switch ((TlFlow) gtk_drop_down_get_selected (self->flow))
    {
    case TL_FLOW_EXPORTS:
      first = C_("partner", "From");
      second = C_("partner", "To");
      break;
    case TL_FLOW_BALANCE:
      first = C_("partner", "Surplus of");
      second = C_("partner", "Over");
      break;
    case TL_FLOW_TURNOVER:
    default:
      first = C_("partner", "Between");
      second = C_("partner", "And");
      break;
    }
  gtk_label_set_text (self->first_label, first);
  gtk_label_set_text (self->second_label, second);
}

static void
update_change (TlFigureEditor *self)
{
  TlChangeKind kind = change_kinds[MIN (gtk_drop_down_get_selected (self->change_kind),
                                        G_N_ELEMENTS (change_kinds) - 1)];

  gtk_widget_set_visible (self->change_box, kind != TL_CHANGE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->percent), kind == TL_CHANGE_PERCENT);
  gtk_widget_set_visible (GTK_WIDGET (self->against_year),
                          gtk_drop_down_get_selected (self->against) == AGAINST_YEAR);
}

/* How what was entered is understood, where that is not what stands there. */
static void
show_understood (TlFigureEditor     *self,
                 const TlFigureData *data)
{
  g_autofree char *amount = tl_label_for_amount (data->value, data->high, data->currency, data->precision,
                                                 TL_LABEL_STYLE_WORDS);
  g_autofree char *period = tl_label_for_period (data->start, data->end);

  show_hint (self->first_hint, NULL, FALSE);
  show_hint (self->second_hint, NULL, FALSE);
  show_hint (self->change_hint, NULL, FALSE);
  show_hint (self->amount_hint, amount, FALSE);
  show_hint (self->period_hint, g_str_equal (period, gtk_editable_get_text (self->period)) ? NULL : period, FALSE);
}

static void
update (TlFigureEditor *self)
{
  TlFigureData data;

  update_partner_labels (self);
  update_change (self);
  show_hint (self->mistake, NULL, TRUE);
  if (self->figure == NULL)
    return;
  data = *tl_figure_get_data (self->figure);
  show_understood (self, &data);
  if (read_fields (self, &data, NULL))
    show_understood (self, &data);
}

static void
edited_cb (TlFigureEditor *self)
{
  if (!self->is_filling)
    update (self);
}

static void
give_up_cb (TlFigureEditor *self)
{
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

static void
keep_cb (TlFigureEditor *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlFigure) figure = tl_figure_editor_dup_figure (self, &error);

  if (figure != NULL)
    g_signal_emit (self, signals[DONE], 0);
  else
    show_hint (self->mistake, error->message, TRUE);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  key_code,
        GdkModifierType        state,
        TlFigureEditor        *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  give_up_cb (self);
  return GDK_EVENT_STOP;
}

static void
tl_figure_editor_dispose (GObject *object)
{
  TlFigureEditor *self = TL_FIGURE_EDITOR (object);

  tl_bin_dispose_template (GTK_WIDGET (self), TL_TYPE_FIGURE_EDITOR);
  g_clear_object (&self->figure);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (tl_figure_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, flow);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, first_label);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, first_partner);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, first_hint);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, second_label);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, second_partner);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, second_hint);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, period);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, period_hint);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, amount);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, amount_hint);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, precision);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, change_kind);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, change_box);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, percent);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, against);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, against_year);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, change_hint);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, status);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, scope);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, speaker);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, mistake);
  gtk_widget_class_bind_template_child (widget_class, TlFigureEditor, keep);
}

static void
tl_figure_editor_class_init (TlFigureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_figure_editor_dispose;

  /**
   * TlFigureEditor::done:
   *
   * The person keeps what was entered: tl_figure_editor_dup_figure() has it.
   */
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlFigureEditor::given-up:
   *
   * The person leaves the figure as it is.
   */
  signals[GIVEN_UP] =
    g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-figure-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
tl_figure_editor_init (TlFigureEditor *self)
{
  g_type_ensure (TL_TYPE_WRAP_LAYOUT);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Among letters that run from right to left the sign would stand behind its number. */
  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (self->percent)), GTK_TEXT_DIR_LTR);
}

/**
 * tl_figure_editor_new:
 *
 * Returns: (transfer floating): an editor without a figure
 */
GtkWidget *
tl_figure_editor_new (void)
{
  return g_object_new (TL_TYPE_FIGURE_EDITOR, NULL);
}

/**
 * tl_figure_editor_set_figure:
 * @self: the editor
 * @figure: (nullable): what to edit
 * @article: (nullable): the article that states it, with @figure
 *
 * Begins to edit a figure; what was entered for another is given up.
 */
void
tl_figure_editor_set_figure (TlFigureEditor *self,
                             TlFigure       *figure,
                             TlArticle      *article)
{
  g_return_if_fail (TL_IS_FIGURE_EDITOR (self));
  g_return_if_fail (figure == NULL || TL_IS_ARTICLE (article));

  g_set_object (&self->figure, figure);
  g_set_object (&self->article, article);
  if (figure == NULL)
    return;
  self->is_filling = TRUE;
  fill (self);
  self->is_filling = FALSE;
  update (self);
}

/**
 * tl_figure_editor_get_figure:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable): the figure that is edited, as it was before
 */
TlFigure *
tl_figure_editor_get_figure (TlFigureEditor *self)
{
  g_return_val_if_fail (TL_IS_FIGURE_EDITOR (self), NULL);

  return self->figure;
}

/**
 * tl_figure_editor_dup_figure:
 * @self: the editor, with a figure
 * @error: return location for a #TlEntryError
 *
 * Returns: (transfer full) (nullable): the figure as it was entered; %NULL where that is none
 */
TlFigure *
tl_figure_editor_dup_figure (TlFigureEditor  *self,
                             GError         **error)
{
  g_autofree char *speaker = NULL;
  TlFigureData data;

  g_return_val_if_fail (TL_IS_FIGURE_EDITOR (self), NULL);
  g_return_val_if_fail (self->figure != NULL, NULL);

  if (!read_fields (self, &data, error))
    return NULL;
  speaker = g_strstrip (g_strdup (gtk_editable_get_text (self->speaker)));
  return tl_figure_new_edited (self->figure, &data, *speaker != '\0' ? speaker : NULL, error);
}

/**
 * tl_figure_editor_focus_period:
 * @self: the editor, with a figure
 *
 * Goes to the period, as who puts an undated figure onto a year begins there.
 */
void
tl_figure_editor_focus_period (TlFigureEditor *self)
{
  g_return_if_fail (TL_IS_FIGURE_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->period));
}
