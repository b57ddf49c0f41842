/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-entity.h"

#include <string.h>

/* What is less likely than this, in percent, a reader should look at. */
#define DOUBTFUL 75

struct _TlEntity
{
  GObject       parent_instance;

  gint64        id;           /* 0 where no library knows it */
  guint             n_articles;    /* of the library, 0 where that is not known */
  TlEntityType  type;
  char         *name;         /* owned, never NULL */
  char         *role;         /* owned, NULL when the text gives none */
  TlEntityIdentity identity;  /* empty where it is not known */
  TlSpan       *mentions;     /* owned, in the text's order */
  guint         n_mentions;
  guint8       *confidences;  /* owned, by mention, in percent; NULL when nothing is known */
};

G_DEFINE_FINAL_TYPE (TlEntity, tl_entity, G_TYPE_OBJECT)

static const char *const type_names[TL_N_ENTITY_TYPES] = {
  [TL_ENTITY_PERSON] = "person",
  [TL_ENTITY_ORGANIZATION] = "organization",
  [TL_ENTITY_PLACE] = "place",
  [TL_ENTITY_EVENT] = "event",
};

static void
tl_entity_finalize (GObject *object)
{
  TlEntity *self = TL_ENTITY (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->role, g_free);
  g_clear_pointer (&self->mentions, g_free);
  g_clear_pointer (&self->confidences, g_free);

  G_OBJECT_CLASS (tl_entity_parent_class)->finalize (object);
}

static void
tl_entity_class_init (TlEntityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_entity_finalize;
}

static void
tl_entity_init (TlEntity *self G_GNUC_UNUSED)
{
}

/**
 * tl_entity_new:
 * @type: what it is
 * @name: the fullest name that the text gives it
 * @role: (nullable): of a person, the title that the text gives, "Chairman of the House"
 * @mentions: (array length=n_mentions): where the text names it, in the text's order; copied
 * @n_mentions: how many there are
 *
 * Returns: (transfer full): a person, organisation, place or event of a text
 */
TlEntity *
tl_entity_new (TlEntityType  type,
               const char   *name,
               const char   *role,
               const TlSpan *mentions,
               guint         n_mentions)
{
  TlEntity *self;

  g_return_val_if_fail ((guint) type < TL_N_ENTITY_TYPES, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (mentions != NULL || n_mentions == 0, NULL);

  self = g_object_new (TL_TYPE_ENTITY, NULL);
  self->type = type;
  self->name = g_strdup (name);
  self->role = g_strdup (role);
  self->mentions = g_memdup2 (mentions, n_mentions * sizeof *mentions);
  self->n_mentions = n_mentions;
  return self;
}

/**
 * tl_entity_new_identified:
 * @type: what it is
 * @name: the fullest name that the text gives it
 * @role: (nullable): see tl_entity_new()
 * @identity: what in the world it is
 * @mentions: (array length=n_mentions): see tl_entity_new()
 * @n_mentions: how many there are
 *
 * Returns: (transfer full): a person, organisation, place or event of a text
 */
TlEntity *
tl_entity_new_identified (TlEntityType            type,
                          const char             *name,
                          const char             *role,
                          const TlEntityIdentity *identity,
                          const TlSpan           *mentions,
                          guint                   n_mentions)
{
  TlEntity *self;

  g_return_val_if_fail (identity != NULL, NULL);

  self = tl_entity_new (type, name, role, mentions, n_mentions);
  if (self != NULL)
    self->identity = *identity;
  return self;
}

/**
 * tl_entity_new_known:
 * @id: by what a library knows it
 * @type: what it is
 * @name: what it is called
 * @role: (nullable): see tl_entity_new()
 * @identity: (nullable): what in the world it is
 * @mentions: (array length=n_mentions): see tl_entity_new()
 * @n_mentions: how many there are
 *
 * Returns: (transfer full): a person, organisation, place or event of a text and a library
 */
TlEntity *
tl_entity_new_known (gint64                  id,
                     TlEntityType            type,
                     const char             *name,
                     const char             *role,
                     const TlEntityIdentity *identity,
                     const TlSpan           *mentions,
                     guint                   n_mentions)
{
  TlEntity *self = tl_entity_new (type, name, role, mentions, n_mentions);

  if (self == NULL)
    return NULL;
  self->id = id;
  if (identity != NULL)
    self->identity = *identity;
  return self;
}

/**
 * tl_entity_get_id:
 * @self: an entity
 *
 * Returns: by what the library that it comes from knows it; 0 where it comes from none
 */
gint64
tl_entity_get_id (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), 0);

  return self->id;
}

/**
 * tl_entity_set_n_articles:
 * @self: an entity that nobody else has seen yet
 * @n_articles: how many articles of its library name it
 */
void
tl_entity_set_n_articles (TlEntity *self,
                          guint     n_articles)
{
  g_return_if_fail (TL_IS_ENTITY (self));

  self->n_articles = n_articles;
}

/**
 * tl_entity_get_n_articles:
 * @self: an entity
 *
 * Returns: how many articles of the library that it comes from name it, its own one among them; 0
 *   where that is not known
 */
guint
tl_entity_get_n_articles (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), 0);

  return self->n_articles;
}

/**
 * tl_entity_get_entity_type:
 * @self: an entity
 *
 * Returns: what it is
 */
TlEntityType
tl_entity_get_entity_type (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), TL_ENTITY_PERSON);

  return self->type;
}

/**
 * tl_entity_get_name:
 * @self: an entity
 *
 * Returns: the fullest name that the text gives it
 */
const char *
tl_entity_get_name (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);

  return self->name;
}

/**
 * tl_entity_get_role:
 * @self: an entity
 *
 * Returns: (nullable): of a person, the title that the text gives
 */
const char *
tl_entity_get_role (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);

  return self->role;
}

/**
 * tl_entity_get_identity:
 * @self: an entity
 *
 * Returns: what in the world it is, as far as that is known: all of it may be empty
 */
const TlEntityIdentity *
tl_entity_get_identity (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);

  return &self->identity;
}

/**
 * tl_entity_get_mentions:
 * @self: an entity
 * @n_mentions: (out): how many there are
 *
 * Returns: (array length=n_mentions) (nullable): where the text names it, in bytes and
 *   in the text's order; %NULL when there are none
 */
const TlSpan *
tl_entity_get_mentions (TlEntity *self,
                        guint    *n_mentions)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);
  g_return_val_if_fail (n_mentions != NULL, NULL);

  *n_mentions = self->n_mentions;
  return self->mentions;
}

/**
 * tl_entity_set_confidences:
 * @self: an entity that nobody else has seen yet
 * @confidences: for each of its mentions how likely it is right, in percent; 0 where nothing
 *   is known of that; copied
 */
void
tl_entity_set_confidences (TlEntity     *self,
                           const guint8 *confidences)
{
  g_return_if_fail (TL_IS_ENTITY (self));
  g_return_if_fail (confidences != NULL || self->n_mentions == 0);

  g_free (self->confidences);
  self->confidences = g_memdup2 (confidences, self->n_mentions);
}

/**
 * tl_entity_get_confidence:
 * @self: an entity
 * @mention: index of one of its mentions
 *
 * Returns: how likely the mention is one, of this kind and from its first word to its last,
 *   in percent from 1 to 99; 0 where nothing is known of that
 */
guint
tl_entity_get_confidence (TlEntity *self,
                          guint     mention)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), 0);
  g_return_val_if_fail (mention < self->n_mentions, 0);

  return self->confidences != NULL ? self->confidences[mention] : 0;
}

/**
 * tl_entity_is_doubtful:
 * @self: an entity
 *
 * Returns: whether even the surest of its mentions is rather a guess
 */
gboolean
tl_entity_is_doubtful (TlEntity *self)
{
  guint best = 0;

  g_return_val_if_fail (TL_IS_ENTITY (self), FALSE);

  for (guint i = 0; self->confidences != NULL && i < self->n_mentions; i++)
    best = MAX (best, self->confidences[i]);
  return best > 0 && best < DOUBTFUL;
}

/**
 * tl_entity_type_to_string:
 * @type: a type
 *
 * Returns: its name in JSON, "person"; not translated
 */
const char *
tl_entity_type_to_string (TlEntityType type)
{
  g_return_val_if_fail ((guint) type < TL_N_ENTITY_TYPES, NULL);

  return type_names[type];
}

/**
 * tl_entity_type_from_string:
 * @string: (nullable): a name as tl_entity_type_to_string() gives it
 * @type: (out): the type, unchanged when there is none of that name
 *
 * Returns: whether there is such a type
 */
gboolean
tl_entity_type_from_string (const char   *string,
                            TlEntityType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; string != NULL && i < TL_N_ENTITY_TYPES; i++)
    {
      if (strcmp (type_names[i], string) == 0)
        {
          *type = (TlEntityType) i;
          return TRUE;
        }
    }
  return FALSE;
}
