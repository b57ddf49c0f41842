/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By what names an article calls an entity, and which shorter names are its too. */

#include "tl-entity-names.h"

#include <string.h>

#include "tl-entity-key.h"
#include "tl-person-name.h"

/**
 * tl_entity_name_free:
 * @self: (transfer full): a name
 */
void
tl_entity_name_free (TlEntityName *self)
{
  g_free (self->text);
  g_free (self->key);
  g_free (self);
}

/**
 * tl_entity_name_copy:
 * @self: a name
 *
 * Returns: (transfer full): the same
 */
TlEntityName *
tl_entity_name_copy (const TlEntityName *self)
{
  TlEntityName *copy = g_new (TlEntityName, 1);

  *copy = (TlEntityName) { g_strdup (self->text), g_strdup (self->key), self->joins };
  return copy;
}

/**
 * tl_entity_name_dup_text:
 * @text: an article's text
 * @span: where a name stands in it
 *
 * Returns: (transfer full): the name, with single spaces
 */
char *
tl_entity_name_dup_text (const char *text,
                         TlSpan      span)
{
  GString *name = g_string_sized_new (span.end - span.start + 1);
  gboolean at_gap = FALSE;

  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    {
      gboolean is_space = (guchar) *p < 0x80 ? g_ascii_isspace (*p)
                                             : g_unichar_isspace (g_utf8_get_char (p));

      if (is_space)
        {
          at_gap = name->len > 0;
          continue;
        }
      if (at_gap)
        g_string_append_c (name, ' ');
      at_gap = FALSE;
      if ((guchar) *p < 0x80)
        g_string_append_c (name, *p);
      else
        g_string_append_unichar (name, g_utf8_get_char (p));
    }
  return g_string_free (name, FALSE);
}

/**
 * tl_entity_name_dup_key:
 * @type: what it names
 * @text: a name
 *
 * Returns: (transfer full): what it has in common with the same name in other writing,
 *   whatever code the gazetteer knows for it
 */
char *
tl_entity_name_dup_key (TlEntityType  type,
                        const char   *text)
{
  gboolean is_local;

  return type == TL_ENTITY_PERSON ? tl_person_name_dup_key (text, &is_local)
                                  : tl_entity_key_fold (text);
}

static void
add_name (GPtrArray  *names,
          const char *text,
          char       *key,
          gboolean    joins)
{
  TlEntityName *name;

  for (guint i = 0; i < names->len; i++)
    {
      name = g_ptr_array_index (names, i);
      if (strcmp (name->text, text) == 0 && strcmp (name->key, key) == 0)
        {
          g_free (key);
          return;
        }
    }
  name = g_new (TlEntityName, 1);
  *name = (TlEntityName) { g_strdup (text), key, joins };
  g_ptr_array_add (names, name);
}

/* "OSCE" of an entity with a longer name. */
static gboolean
is_short_form (TlEntityType  type,
               const char   *entity_key,
               const char   *text)
{
  return type == TL_ENTITY_ORGANIZATION && tl_name_is_acronym (text) &&
         (*entity_key == ':' || strchr (entity_key, ' ') != NULL);
}

static gboolean
has_text (GPtrArray  *names,
          const char *text)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (((TlEntityName *) g_ptr_array_index (names, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

/**
 * tl_entity_names_find:
 * @type: what it is
 * @key: what makes it the same in all articles
 * @text: an article's text
 * @spans: (array length=n_spans): where it is named
 * @n_spans: how often it is named
 *
 * Returns: (transfer full) (element-type TlEntityName): its names, each once
 */
GPtrArray *
tl_entity_names_find (TlEntityType  type,
                      const char   *key,
                      const char   *text,
                      const TlSpan *spans,
                      guint         n_spans)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_entity_name_free);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *form = tl_entity_name_dup_text (text, spans[i]);
      g_autofree char *form_key = NULL;

      if (*form == '\0' || has_text (names, form))
        continue;
      form_key = tl_entity_name_dup_key (type, form);
      add_name (names, form, g_strdup (form_key), is_short_form (type, key, form));
      if (type == TL_ENTITY_PERSON && strcmp (form_key, key) == 0)
        {
          g_autoptr(GPtrArray) shorter = tl_person_name_get_shorter (form);

          for (guint k = 0; k < shorter->len; k++)
            add_name (names, "", g_strdup (g_ptr_array_index (shorter, k)), TRUE);
        }
    }
  return names;
}
