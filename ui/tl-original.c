/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page that an article was published on: where it is, and the button that opens it.  The address
 * comes from a stranger, so what it leads to is shown beforehand. */

#include "tl-original.h"

#include <glib/gi18n-lib.h>

/**
 * tl_original_is_web_address:
 * @address: (nullable): what an article gives as its address
 *
 * Texts come from anywhere: only what a browser fetches from the web is ever opened.
 *
 * Returns: whether @address is one of a web page
 */
gboolean
tl_original_is_web_address (const char *address)
{
  g_autoptr(GUri) uri = NULL;
  const char *scheme;

  if (address == NULL)
    return FALSE;
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_host (uri)[0] == '\0')
    return FALSE;
  scheme = g_uri_get_scheme (uri);
  return g_str_equal (scheme, "http") || g_str_equal (scheme, "https");
}

/* Letters, digits and what stands between them, all letters of one script: among Latin ones a
 * Cyrillic "а" would look like the name of another host. */
static gboolean
is_plain (const char *host)
{
  GUnicodeScript script = G_UNICODE_SCRIPT_COMMON;

  for (const char *p = host; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        {
          if (script != G_UNICODE_SCRIPT_COMMON && g_unichar_get_script (c) != script)
            return FALSE;
          script = g_unichar_get_script (c);
        }
      else if (!g_unichar_isalnum (c) && (c >= 0x80 || strchr (".-_:", (int) c) == NULL))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_original_dup_host:
 * @address: an address
 *
 * What it leads to: its host in the letters that people know it by, or in those that a browser asks
 * for where the others could be taken for those of another host.
 *
 * Returns: (transfer full): the host; the whole of what is no address
 */
char *
tl_original_dup_host (const char *address)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *known = NULL;
  char *asked;

  g_return_val_if_fail (address != NULL, NULL);

  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (address);
  known = g_hostname_to_unicode (g_uri_get_host (uri));
  if (known != NULL && is_plain (known))
    return g_steal_pointer (&known);
  asked = g_hostname_to_ascii (g_uri_get_host (uri));
  return asked != NULL ? asked : g_strdup (g_uri_get_host (uri));
}

/**
 * tl_original_set_address:
 * @button: a button with the action "win.open-original"
 * @address: (nullable): what an article gives as its address
 *
 * Has the button open the address and say where it leads; it is hidden where there is no page.
 */
void
tl_original_set_address (GtkButton  *button,
                         const char *address)
{
  gboolean is_web = tl_original_is_web_address (address);
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  g_autofree char *tip = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", is_web ? address : "");
  gtk_widget_set_visible (GTK_WIDGET (button), is_web);
  if (!is_web)
    return;
  host = tl_original_dup_host (address);
  /* Translators: a button, and the address that it opens */
  name = g_strdup_printf (_("Open Original Page: %s"), host);
  tip = g_strdup_printf (_("Open Original Page: %s"), address);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tip);
}
