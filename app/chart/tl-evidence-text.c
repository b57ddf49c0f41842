/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces that a report is made of, and what may stand in them. */

#include "tl-evidence-private.h"

static void
clear_run (gpointer data)
{
  TlEvidenceRun *run = data;

  g_clear_pointer (&run->text, g_free);
  g_clear_pointer (&run->link, g_free);
}

/**
 * tl_evidence_text_new:
 *
 * Returns: (transfer full) (element-type TlEvidenceRun): a text without runs
 */
GArray *
tl_evidence_text_new (void)
{
  GArray *text = g_array_new (FALSE, FALSE, sizeof (TlEvidenceRun));

  g_array_set_clear_func (text, clear_run);
  return text;
}

/* What would turn the text around it, and what no file may hold. */
static gboolean
is_dropped (gunichar c)
{
  return (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0xfeff || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

/* Articles and their files say anything; a run is one line of characters that can be written. */
static char *
dup_clean (const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character < 0x20 || character == 0x2028 || character == 0x2029 || character == 0x85)
        g_string_append_c (clean, ' ');
      else if (!is_dropped (character))
        g_string_append_unichar (clean, character);
    }
  return g_string_free (clean, FALSE);
}

/**
 * tl_evidence_text_add_link:
 * @text: a text
 * @style: how the run stands out
 * @string: what it says
 * @link: (nullable): where it leads
 *
 * Adds a run, unless it says nothing.
 */
void
tl_evidence_text_add_link (GArray          *text,
                           TlEvidenceStyle  style,
                           const char      *string,
                           const char      *link)
{
  TlEvidenceRun run = { dup_clean (string), g_strdup (link), style };

  if (*run.text != '\0')
    g_array_append_val (text, run);
  else
    clear_run (&run);
}

/**
 * tl_evidence_text_add:
 * @text: a text
 * @style: how the run stands out
 * @string: what it says
 *
 * Adds a run, unless it says nothing.
 */
void
tl_evidence_text_add (GArray          *text,
                      TlEvidenceStyle  style,
                      const char      *string)
{
  tl_evidence_text_add_link (text, style, string, NULL);
}

/**
 * tl_evidence_text_new_plain:
 * @string: what it says
 *
 * Returns: (transfer full) (element-type TlEvidenceRun): a text of one run
 */
GArray *
tl_evidence_text_new_plain (const char *string)
{
  GArray *text = tl_evidence_text_new ();

  tl_evidence_text_add (text, TL_EVIDENCE_PLAIN, string);
  return text;
}

static gboolean
is_right_to_left_script (GUnicodeScript script)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO, G_UNICODE_SCRIPT_ADLAM,
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (script == scripts[i])
      return TRUE;
  return FALSE;
}

/**
 * tl_evidence_text_is_right_to_left:
 * @text: a text
 *
 * Returns: whether it is written from the right to the left: the first letter tells it, as in
 *   Unicode's rules for paragraphs
 */
gboolean
tl_evidence_text_is_right_to_left (GArray *text)
{
  for (guint i = 0; i < text->len; i++)
    for (const char *c = g_array_index (text, TlEvidenceRun, i).text; *c != '\0';
         c = g_utf8_next_char (c))
      if (g_unichar_isalpha (g_utf8_get_char (c)))
        return is_right_to_left_script (g_unichar_get_script (g_utf8_get_char (c)));
  return FALSE;
}

/**
 * tl_evidence_add_block:
 * @self: a report
 * @kind: what it is to be
 *
 * Returns: (transfer none): a new last block without text
 */
TlEvidenceBlock *
tl_evidence_add_block (TlEvidenceReport    *self,
                       TlEvidenceBlockKind  kind)
{
  TlEvidenceBlock *block = g_new0 (TlEvidenceBlock, 1);

  block->kind = kind;
  block->text = tl_evidence_text_new ();
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * tl_evidence_block_add_note:
 * @block: a block
 * @note: (transfer full) (element-type TlEvidenceRun): a text
 *
 * Adds a note, unless it says nothing.
 */
void
tl_evidence_block_add_note (TlEvidenceBlock *block,
                            GArray          *note)
{
  if (note->len == 0)
    {
      g_array_unref (note);
      return;
    }
  if (block->notes == NULL)
    block->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (block->notes, note);
}

/**
 * tl_evidence_block_free:
 * @block: (transfer full): a block
 *
 * Frees it.
 */
void
tl_evidence_block_free (gpointer block)
{
  TlEvidenceBlock *self = block;

  g_free (self->id);
  g_free (self->label);
  g_array_unref (self->text);
  g_clear_pointer (&self->quote, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* Letters, digits and what divides an address; all else could end it where it is written. */
static gboolean
is_address_character (char c)
{
  return g_ascii_isalnum (c) || strchr ("-._~:/?#[]@!$&*+,;=%", c) != NULL;
}

/**
 * tl_evidence_dup_web_address:
 * @url: (nullable): what an article says that its address is
 *
 * Returns: (transfer full) (nullable): the address in ASCII, for a link; %NULL when it is not one
 *   of the web: no other is made a link, whatever it would do
 */
char *
tl_evidence_dup_web_address (const char *url)
{
  g_autoptr(GUri) uri = NULL;
  GString *address;

  if (url == NULL)
    return NULL;
  uri = g_uri_parse (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      (!g_str_equal (g_uri_get_scheme (uri), "http") &&
       !g_str_equal (g_uri_get_scheme (uri), "https")))
    return NULL;
  address = g_string_new (g_uri_get_scheme (uri));
  for (const char *c = strchr (url, ':'); c != NULL && *c != '\0'; c++)
    if (is_address_character (*c))
      g_string_append_c (address, *c);
    else
      g_string_append_printf (address, "%%%02X", (guchar) *c);
  return g_string_free (address, FALSE);
}
