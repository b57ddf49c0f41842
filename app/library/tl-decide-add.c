/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person adds: that words are a name, in all articles or at one place.  And what a person
 * dismissed and wants back. */

#include "tl-decide-add.h"

#include <glib/gi18n-lib.h>

#include "tl-added-names.h"
#include "tl-decide-private.h"
#include "tl-entity-key.h"
#include "tl-entity-names.h"
#include "tl-holding.h"
#include "tl-library.h"
#include "tl-store.h"

/* What has more characters is no name. */
#define MAX_LENGTH 200

static gboolean
refuse (const char  *message,
        GError     **error)
{
  g_set_error_literal (error, TL_LIBRARY_ERROR, TL_LIBRARY_ERROR_STORE, message);
  return FALSE;
}

/* The words at a place, and that place from their first letter to their last. */
static char *
load_words (TlDatabase  *database,
            gint64       article_id,
            TlSpan      *span,
            GError     **error)
{
  g_autoptr(TlArticle) article = tl_store_load (database, article_id, error);
  g_autofree char *name = NULL;
  const char *text;

  if (article == NULL)
    return NULL;
  text = tl_article_get_text (article);
  if (!tl_added_name_trim (text, span))
    {
      refuse (_("There are no words that could be a name"), error);
      return NULL;
    }
  name = tl_entity_name_dup_text (text, *span);
  if (g_utf8_strlen (name, -1) <= MAX_LENGTH)
    return g_steal_pointer (&name);
  refuse (_("A name cannot be as long as this"), error);
  return NULL;
}

/* Before the key of a name of another one: what is read by this name is not that one for it. */
#define ALIAS_PREFIX "+"

/* It says the same in all articles, even where it is too short for a reader to say so. */
static void
init_identity (TlIdentity   *identity,
               TlEntityType  type,
               const char   *name)
{
  g_auto(TlEntityKey) key = { 0 };

  tl_entity_key_init (&key, type, name);
  *identity = (TlIdentity) { .type = type, .name = g_strdup (name) };
  identity->key = key.type == type ? g_strdup (key.key) : tl_entity_name_dup_key (type, name);
}

/* ---- bringing back ---- */

static gboolean
find_node (TlDatabase        *database,
           const TlIdentity  *identity,
           TlEntityNode      *root,
           GError           **error)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!tl_database_select_ids (database, ids, error,
                               "SELECT id FROM entity WHERE type = ? AND key = ? AND article_id = 0", "ss",
                               tl_entity_type_to_string (identity->type), identity->key))
    return FALSE;
  if (ids->len > 0)
    return tl_decide_load_main (database, g_array_index (ids, gint64, 0), root, error);
  *root = (TlEntityNode) { .type = identity->type, .key = g_strdup (identity->key) };
  return TRUE;
}

/* Whoever adds a name that was dismissed takes it for something again. */
static gboolean
bring_back (TlDatabase        *database,
            const TlIdentity  *identity,
            gint64            *act,
            GError           **error)
{
  g_auto(TlEntityNode) root = { 0 };
  g_auto(TlHolding) holding = { NULL };
  g_auto(TlIdentity) on = { 0 };

  if (!find_node (database, identity, &root, error) || !tl_holding_init (&holding, database, &root, error))
    return FALSE;
  if (holding.dismiss == NULL)
    return TRUE;
  if (root.id == 0)
    return tl_decision_add (database, act, TL_DECISION_RESTORE, identity, NULL, error);
  return tl_decide_identify (database, &root, &on, error) &&
         tl_decision_add (database, act, TL_DECISION_RESTORE, &on, NULL, error);
}

/**
 * tl_decide_restore:
 * @database: a connection that is writing
 * @id: an entity
 * @act: (out): by what it can be undone; 0 where it was not dismissed
 * @error: return location for an error
 *
 * Says that it is something after all.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_restore (TlDatabase  *database,
                   gint64       id,
                   gint64      *act,
                   GError     **error)
{
  g_auto(TlEntityNode) node = { 0 };
  g_auto(TlIdentity) on = { 0 };

  *act = 0;
  if (!tl_decide_load_main (database, id, &node, error))
    return FALSE;
  if (!node.is_dismissed)
    return TRUE;
  return tl_decide_identify (database, &node, &on, error) &&
         tl_decision_add (database, act, TL_DECISION_RESTORE, &on, NULL, error) &&
         tl_decide_carry_out (database, *act, error);
}

/* ---- adding ---- */

/* Of this place alone: on what is named there, wherever else that is at home. */
static gboolean
note_here (TlDatabase        *database,
           gint64             article_id,
           const TlIdentity  *named,
           const char        *words,
           TlSpan             span,
           gint64            *act,
           GError           **error)
{
  g_auto(TlIdentity) on = { named->type, g_strdup (named->key), g_strdup (words), NULL };
  TlIdentity to = { .digest = named->digest };
  g_autofree char *place = tl_added_name_dup_place (span);

  on.digest = tl_decision_load_digest (database, article_id);
  if (on.digest == NULL)
    return refuse (_("This article is no longer in the library"), error);
  to.name = place;
  return tl_decision_add (database, act, TL_DECISION_HERE, &on, &to, error);
}

/* Wherever the words stand. */
static gboolean
note_everywhere (TlDatabase        *database,
                 TlIdentity        *own,
                 const TlIdentity  *target,
                 gint64            *act,
                 GError           **error)
{
  if (target != NULL)
    {
      g_autofree char *key = g_steal_pointer (&own->key);

      own->key = g_strconcat (ALIAS_PREFIX, key, NULL);
    }
  return tl_decision_add (database, act, TL_DECISION_ADD, own, target, error);
}

/**
 * tl_decide_add:
 * @database: a connection that is writing
 * @article_id: an article
 * @span: where a name stands in its text, in bytes; is made to end where words do
 * @type: what it names; does not matter with @into
 * @into: the entity that it names, or 0 for one that is called so
 * @is_everywhere: whether it does so wherever these words stand, else only here
 * @act: (out): by what it can be undone
 * @error: return location for an error
 *
 * Says that some words name something.  What was read of the same words elsewhere stays, and so
 * does a longer name.
 *
 * Returns: whether it succeeded
 */
gboolean
tl_decide_add (TlDatabase    *database,
               gint64         article_id,
               TlSpan         span,
               TlEntityType   type,
               gint64         into,
               gboolean       is_everywhere,
               gint64        *act,
               GError       **error)
{
  g_autofree char *words = load_words (database, article_id, &span, error);
  g_auto(TlEntityNode) node = { 0 };
  g_auto(TlIdentity) own = { 0 };
  g_auto(TlIdentity) target = { 0 };
  gboolean is_another;

  *act = 0;
  if (words == NULL ||
      (into != 0 && (!tl_decide_load_main (database, into, &node, error) ||
                     !tl_decide_identify (database, &node, &target, error))))
    return FALSE;
  init_identity (&own, into != 0 ? node.type : type, words);
  is_another = into != 0 && (target.digest != NULL || g_strcmp0 (target.key, own.key) != 0);
  if (is_everywhere && !note_everywhere (database, &own, is_another ? &target : NULL, act, error))
    return FALSE;
  return note_here (database, article_id, is_another && !is_everywhere ? &target : &own, words, span, act, error) &&
         (is_another || bring_back (database, &own, act, error)) &&
         tl_decide_carry_out (database, *act, error);
}
