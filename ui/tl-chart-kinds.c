/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-chart-kinds.h"

#include "tl-series-rules.h"

/**
 * TlChartKinds:
 *
 * Which kinds of points a person wants to see in the chart: an action for each, for a menu of
 * check items.  "hidden" has the TL_POINT_BIT() of those that are not wanted, so that a kind
 * that comes with a later version is shown.
 */
struct _TlChartKinds
{
  GObject             parent_instance;

  GSimpleActionGroup *actions;  /* owned */
  guint               hidden;
};

enum
{
  PROP_HIDDEN = 1,
};

static GParamSpec *properties[PROP_HIDDEN + 1];

static const char *const names[TL_N_POINT_KINDS] = {
  [TL_POINT_YEAR] = "year",
  [TL_POINT_PARTIAL] = "partial",
  [TL_POINT_CALCULATED] = "calculated",
  [TL_POINT_TARGET] = "target",
  [TL_POINT_FORECAST] = "forecast",
};

G_DEFINE_FINAL_TYPE (TlChartKinds, tl_chart_kinds, G_TYPE_OBJECT)

static void
set_hidden (TlChartKinds *self,
            guint         hidden)
{
  hidden &= TL_ALL_POINT_KINDS;
  if (self->hidden == hidden)
    return;
  self->hidden = hidden;
  for (guint i = 0; i < TL_N_POINT_KINDS; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);
      gboolean is_shown = (hidden & TL_POINT_BIT (i)) == 0;

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_shown));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIDDEN]);
}

static void
change_state_cb (TlChartKinds  *self,
                 GVariant      *state,
                 GSimpleAction *action)
{
  guint hidden = self->hidden;

  for (guint i = 0; i < TL_N_POINT_KINDS; i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), names[i]))
      hidden = g_variant_get_boolean (state) ? hidden & ~TL_POINT_BIT (i) : hidden | TL_POINT_BIT (i);
  set_hidden (self, hidden);
}

static void
tl_chart_kinds_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_HIDDEN)
    g_value_set_uint (value, TL_CHART_KINDS (object)->hidden);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_chart_kinds_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_HIDDEN)
    set_hidden (TL_CHART_KINDS (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
tl_chart_kinds_finalize (GObject *object)
{
  TlChartKinds *self = TL_CHART_KINDS (object);

  g_clear_object (&self->actions);

  G_OBJECT_CLASS (tl_chart_kinds_parent_class)->finalize (object);
}

static void
tl_chart_kinds_class_init (TlChartKindsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_chart_kinds_get_property;
  object_class->set_property = tl_chart_kinds_set_property;
  object_class->finalize = tl_chart_kinds_finalize;

  properties[PROP_HIDDEN] =
    g_param_spec_uint ("hidden", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
tl_chart_kinds_init (TlChartKinds *self)
{
  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < TL_N_POINT_KINDS; i++)
    {
      g_autoptr(GSimpleAction) action =
        g_simple_action_new_stateful (names[i], NULL, g_variant_new_boolean (TRUE));

      g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self,
                               G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

/**
 * tl_chart_kinds_new:
 *
 * Returns: (transfer full): all kinds, which are shown
 */
TlChartKinds *
tl_chart_kinds_new (void)
{
  return g_object_new (TL_TYPE_CHART_KINDS, NULL);
}

/**
 * tl_chart_kinds_get_actions:
 * @self: the kinds
 *
 * Returns: (transfer none): "year", "partial", "calculated", "target" and "forecast", whose
 *   states say whether they are shown
 */
GActionGroup *
tl_chart_kinds_get_actions (TlChartKinds *self)
{
  g_return_val_if_fail (TL_IS_CHART_KINDS (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * tl_chart_kinds_get_shown:
 * @self: the kinds
 *
 * Returns: TL_POINT_BIT() of each kind that is shown, as #TlSeriesRules has them
 */
guint
tl_chart_kinds_get_shown (TlChartKinds *self)
{
  g_return_val_if_fail (TL_IS_CHART_KINDS (self), TL_ALL_POINT_KINDS);

  return TL_ALL_POINT_KINDS & ~self->hidden;
}
