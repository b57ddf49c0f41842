/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-wish-popover.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "tl-chart-choice.h"
#include "tl-labels.h"

/**
 * TlWishPopover:
 *
 * Where a person says which years are wanted in the chart, in which currency, and what other
 * currencies that occur are worth in it.  What is no year or rate is marked, and told.
 */
struct _TlWishPopover
{
  GtkPopover     parent_instance;

  GtkEditable   *from_entry;
  GtkEditable   *to_entry;
  GtkWidget     *currency_row;
  GtkDropDown   *currency_drop_down;
  GtkStringList *currency_names;
  GtkListBox    *rates_list;
  GtkLabel      *message;

  TlChartWishes *wishes;        /* owned */
  GArray        *currencies;    /* TlCurrencyCount: those of currency_names, without its first */
  char           into[4];       /* the currency that is shown */
  gboolean       is_updating;
};

G_DEFINE_FINAL_TYPE (TlWishPopover, tl_wish_popover, GTK_TYPE_POPOVER)

static void
complain (TlWishPopover *self,
          GtkEditable   *entry,
          const char    *message)
{
  if (entry != NULL && message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else if (entry != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  if (entry != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                 : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

/* ---- years ---- */

static gboolean
read_year (GtkEditable *entry,
           int         *year)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gint64 value = 0;

  *year = 0;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, TL_FIRST_YEAR, TL_LAST_YEAR, &value, NULL))
    return FALSE;
  *year = (int) value;
  return TRUE;
}

static void
years_cb (TlWishPopover *self)
{
  g_autofree char *no_year = g_strdup_printf (_("A year is a number from %d to %d"), TL_FIRST_YEAR, TL_LAST_YEAR);
  gboolean is_from, is_to;
  int from, to;

  if (self->is_updating || self->wishes == NULL)
    return;
  is_from = read_year (self->from_entry, &from);
  is_to = read_year (self->to_entry, &to);
  complain (self, self->from_entry, is_from ? NULL : no_year);
  complain (self, self->to_entry, is_to ? NULL : no_year);
  if (!is_from || !is_to)
    complain (self, is_from ? self->to_entry : self->from_entry, no_year);
  else if (to != 0 && from > to)
    complain (self, self->to_entry, _("The last year is before the first"));
  else
    tl_chart_wishes_set_years (self->wishes, from, to);
}

/* A text that says the same year is left alone while it is typed. */
static void
show_year (GtkEditable *entry,
           int          year)
{
  g_autofree char *text = year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
  int shown;

  if (!read_year (entry, &shown) || shown != year)
    gtk_editable_set_text (entry, text);
}

/* ---- currency ---- */

static void
currency_cb (TlWishPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->currency_drop_down);

  if (self->is_updating || self->wishes == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0)
    tl_chart_wishes_set_currency (self->wishes, "");
  else if (selected <= self->currencies->len)
    tl_chart_wishes_set_currency (self->wishes,
                                  g_array_index (self->currencies, TlCurrencyCount, selected - 1).currency);
}

static void
show_currencies (TlWishPopover *self)
{
  const char *wanted = tl_chart_wishes_get_currency (self->wishes);
  guint selected = 0;

  gtk_string_list_splice (self->currency_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->currency_names)), NULL);
  gtk_string_list_append (self->currency_names, _("As Reported Most"));
  for (guint i = 0; i < self->currencies->len; i++)
    {
      const TlCurrencyCount *count = &g_array_index (self->currencies, TlCurrencyCount, i);

      /* Translators: a currency, and how many reports are in it */
      gtk_string_list_take (self->currency_names,
                            g_strdup_printf (C_("currency", "%s (%u)"),
                                             tl_chart_get_currency_name (count->currency), count->n_reports));
      if (g_str_equal (count->currency, wanted))
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->currency_drop_down, selected);
  gtk_widget_set_visible (self->currency_row, self->currencies->len > 1 || *wanted != '\0');
}

/* ---- rates ---- */

/* As it is written here, or with a point; an empty text is 0. */
static gboolean
read_rate (const char *text,
           double     *rate)
{
  const char *point = localeconv ()->decimal_point;
  g_auto(GStrv) parts = g_strsplit (text, point, -1);
  g_autofree char *joined = g_strjoinv (".", parts);
  char *number = g_strstrip (joined);
  char *end;

  *rate = 0;
  if (*number == '\0')
    return TRUE;
  if (number[strspn (number, "0123456789.")] != '\0')
    return FALSE;
  *rate = g_ascii_strtod (number, &end);
  return *end == '\0' && isfinite (*rate) && *rate >= TL_MIN_RATE && *rate <= TL_MAX_RATE;
}

static void
rate_cb (GtkEditable   *entry,
         TlWishPopover *self)
{
  const char *currency = g_object_get_data (G_OBJECT (entry), "currency");
  double rate;

  if (self->is_updating)
    return;
  if (!read_rate (gtk_editable_get_text (entry), &rate))
    {
      complain (self, entry, _("A rate is a number above zero, as in 1.10; without one nothing is converted"));
      return;
    }
  complain (self, entry, NULL);
  tl_chart_wishes_set_rate (self->wishes, currency, self->into, rate);
}

static void
add_rate (TlWishPopover *self,
          const char    *currency)
{
  g_autofree char *date = NULL;
  double rate = tl_chart_wishes_get_rate (self->wishes, currency, self->into, &date);
  g_autofree char *label = rate != 0 ? tl_rates_dup_label (rate) : g_strdup ("");
  /* Translators: a currency's code, and another that it is counted in: "1 EUR in USD" */
  g_autofree char *title = g_strdup_printf (C_("rate", "1 %s in %s"), currency, self->into);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (date != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
  g_object_set (entry, "valign", GTK_ALIGN_CENTER, "width-chars", 8, "max-width-chars", 8, "max-length", 16,
                "text", label, "placeholder-text", _("Left Out"), "name", currency, NULL);
  g_object_set_data_full (G_OBJECT (entry), "currency", g_strdup (currency), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (rate_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  gtk_list_box_append (self->rates_list, row);
}

/* The rows stay while the same currencies occur, so that one can go on typing. */
static gboolean
has_rates_of (TlWishPopover *self,
              const char    *key)
{
  const char *before = g_object_get_data (G_OBJECT (self->rates_list), "key");

  if (g_strcmp0 (before, key) == 0)
    return TRUE;
  g_object_set_data_full (G_OBJECT (self->rates_list), "key", g_strdup (key), g_free);
  return FALSE;
}

static void
show_rates (TlWishPopover *self)
{
  g_autoptr(GString) key = g_string_new (self->into);
  GtkListBoxRow *row;
  guint n = 0;

  for (guint i = 0; i < self->currencies->len; i++)
    g_string_append_printf (key, " %s", g_array_index (self->currencies, TlCurrencyCount, i).currency);
  if (has_rates_of (self, key->str))
    return;
  while ((row = gtk_list_box_get_row_at_index (self->rates_list, 0)) != NULL)
    gtk_list_box_remove (self->rates_list, GTK_WIDGET (row));
  for (guint i = 0; i < self->currencies->len; i++)
    {
      const char *currency = g_array_index (self->currencies, TlCurrencyCount, i).currency;

      if (g_str_equal (currency, self->into) || *self->into == '\0')
        continue;
      add_rate (self, currency);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rates_list), n > 0);
}

/* ---- the object ---- */

static void
tl_wish_popover_dispose (GObject *object)
{
  TlWishPopover *self = TL_WISH_POPOVER (object);

  g_clear_object (&self->wishes);
  g_clear_pointer (&self->currencies, g_array_unref);

  G_OBJECT_CLASS (tl_wish_popover_parent_class)->dispose (object);
}

static void
tl_wish_popover_class_init (TlWishPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_wish_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, TL_RESOURCES "tl-wish-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWishPopover, from_entry);
  gtk_widget_class_bind_template_child (widget_class, TlWishPopover, to_entry);
  gtk_widget_class_bind_template_child (widget_class, TlWishPopover, currency_row);
  gtk_widget_class_bind_template_child (widget_class, TlWishPopover, currency_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TlWishPopover, currency_names);
  gtk_widget_class_bind_template_child (widget_class, TlWishPopover, rates_list);
  gtk_widget_class_bind_template_child (widget_class, TlWishPopover, message);
  gtk_widget_class_bind_template_callback (widget_class, years_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_cb);
}

static void
tl_wish_popover_init (TlWishPopover *self)
{
  self->currencies = g_array_new (FALSE, FALSE, sizeof (TlCurrencyCount));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_wish_popover_set_wishes:
 * @self: the popover
 * @wishes: what it changes
 *
 * Sets what the popover changes.
 */
void
tl_wish_popover_set_wishes (TlWishPopover *self,
                            TlChartWishes *wishes)
{
  g_return_if_fail (TL_IS_WISH_POPOVER (self));
  g_return_if_fail (TL_IS_CHART_WISHES (wishes));

  g_set_object (&self->wishes, wishes);
}

/**
 * tl_wish_popover_set_series:
 * @self: the popover, with wishes
 * @series: (nullable): the series that is shown
 *
 * Offers the currencies of a series, and shows what is wanted of it.
 */
void
tl_wish_popover_set_series (TlWishPopover *self,
                            TlSeries      *series)
{
  int from, to;

  g_return_if_fail (TL_IS_WISH_POPOVER (self));
  g_return_if_fail (series == NULL || TL_IS_SERIES (series));

  self->is_updating = TRUE;
  g_array_set_size (self->currencies, 0);
  if (series != NULL)
    {
      GArray *currencies = tl_series_get_currencies (series);

      g_array_append_vals (self->currencies, currencies->data, currencies->len);
      g_strlcpy (self->into, tl_series_get_currency (series), sizeof self->into);
    }
  tl_chart_wishes_get_years (self->wishes, &from, &to);
  show_year (self->from_entry, from);
  show_year (self->to_entry, to);
  show_currencies (self);
  show_rates (self);
  self->is_updating = FALSE;
}
