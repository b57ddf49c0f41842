/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window remembers.  GSettings ends the program when its schema is not installed;
 * a program that forgets its window's size is better than one that does not start. */

#include "tl-settings.h"

#define SCHEMA_ID "io.github.tradelines.Tradelines"
#define LIBRARY_PATH "/io/github/tradelines/Tradelines/libraries/"

/* Returns NULL when it is not installed. */
static GSettings *
make (const char *schema_id,
      const char *path)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, schema_id, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, path) : NULL;
}

/**
 * tl_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL when the schema is not
 *   installed
 */
GSettings *
tl_settings_new (void)
{
  return make (SCHEMA_ID, NULL);
}

/**
 * tl_settings_new_for_library:
 * @library_path: (nullable): the file of a library, %NULL for the person's own
 *
 * Returns: (transfer full) (nullable): what is remembered of that library alone, or %NULL when
 *   the schema is not installed
 */
GSettings *
tl_settings_new_for_library (const char *library_path)
{
  g_autofree char *absolute = library_path != NULL ? g_canonicalize_filename (library_path, NULL) : NULL;
  g_autofree char *name = absolute != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1)
                                           : g_strdup ("own");
  g_autofree char *path = g_strconcat (LIBRARY_PATH, name, "/", NULL);

  return make (SCHEMA_ID ".Library", path);
}

/**
 * tl_settings_forget_library:
 * @library_path: the file of a library
 *
 * Forgets what was remembered of it.
 */
void
tl_settings_forget_library (const char *library_path)
{
  g_autoptr(GSettings) settings = tl_settings_new_for_library (library_path);
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  if (settings == NULL)
    return;
  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
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
