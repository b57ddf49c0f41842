/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window remembers.  GSettings ends the program when its schema is not installed;
 * a program that forgets its window's size is better than one that does not start. */

#include "tl-settings.h"

#define SCHEMA_ID "io.github.tradelines.Tradelines"

/**
 * tl_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL when the schema is not
 *   installed
 */
GSettings *
tl_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  if (schema == NULL)
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * tl_settings_bind:
 * @settings: (nullable): the settings
 * @key: a key
 * @object: (type GObject): an object
 * @property: one of its properties
 *
 * Sets the property from the settings, and the settings from the property from then on.
 * Without settings, does nothing.
 */
void
tl_settings_bind (GSettings  *settings,
                  const char *key,
                  gpointer    object,
                  const char *property)
{
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));
  g_return_if_fail (key != NULL && property != NULL);

  if (settings != NULL)
    g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT);
}
