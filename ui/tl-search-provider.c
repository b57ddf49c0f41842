/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-search-provider.h"

#include <glib/gi18n-lib.h>

#include "tl-lookup.h"
#include "tl-mention.h"
#include "tl-words.h"

struct _TlSearchProvider
{
  GObject          parent_instance;

  GApplication    *application;         /* not owned: it has this */
  char            *library_path;        /* owned */
  char            *words;               /* owned, what was looked for last */
  GCancellable    *finding;             /* owned, of the search that runs; or NULL */
  GDBusConnection *connection;          /* owned, NULL while nobody can ask */
  guint            registration_id;
};

G_DEFINE_FINAL_TYPE (TlSearchProvider, tl_search_provider, G_TYPE_OBJECT)

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char interface_xml[] =
  "<node>"
  "<interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'>"
  "<arg type='as' name='terms' direction='in'/>"
  "<arg type='as' name='results' direction='out'/>"
  "</method>"
  "<method name='GetSubsearchResultSet'>"
  "<arg type='as' name='previous_results' direction='in'/>"
  "<arg type='as' name='terms' direction='in'/>"
  "<arg type='as' name='results' direction='out'/>"
  "</method>"
  "<method name='GetResultMetas'>"
  "<arg type='as' name='identifiers' direction='in'/>"
  "<arg type='aa{sv}' name='metas' direction='out'/>"
  "</method>"
  "<method name='ActivateResult'>"
  "<arg type='s' name='identifier' direction='in'/>"
  "<arg type='as' name='terms' direction='in'/>"
  "<arg type='u' name='timestamp' direction='in'/>"
  "</method>"
  "<method name='LaunchSearch'>"
  "<arg type='as' name='terms' direction='in'/>"
  "<arg type='u' name='timestamp' direction='in'/>"
  "</method>"
  "</interface>"
  "</node>";

/* ---- questions that are answered later ---- */

/* The program stays, though it has no window, until it has answered. */
typedef struct
{
  TlSearchProvider      *provider;      /* owned */
  GDBusMethodInvocation *invocation;    /* owned by GDBus, which takes it back with the answer */
} Question;

static Question *
question_new (TlSearchProvider      *self,
              GDBusMethodInvocation *invocation)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { g_object_ref (self), invocation };
  g_application_hold (self->application);
  return question;
}

static void
answer (Question *question,
        GVariant *value)
{
  g_dbus_method_invocation_return_value (question->invocation, value);
  g_application_release (question->provider->application);
  g_object_unref (question->provider);
  g_free (question);
}

/* ---- what is found ---- */

static char *
join_terms (GVariant *terms)
{
  g_autofree const char **strings = g_variant_get_strv (terms, NULL);

  return g_strjoinv (" ", (char **) strings);
}

/* No library, one that cannot be read, one that an older version has left: nothing is found there,
 * and the window tells why. */
static void
found_cb (GObject      *source_object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_auto(GStrv) ids = tl_lookup_find_finish (result, NULL);
  const char *const none[] = { NULL };

  answer (user_data, g_variant_new ("(^as)", ids != NULL ? (const char *const *) ids : none));
}

/* Of letters that are typed in a hurry the last are meant. */
static void
find (TlSearchProvider      *self,
      GVariant              *terms,
      GDBusMethodInvocation *invocation)
{
  g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
  self->finding = g_cancellable_new ();
  g_free (self->words);
  self->words = join_terms (terms);
  tl_lookup_find_async (self->library_path, self->words, self->finding, found_cb,
                        question_new (self, invocation));
}

/* ---- what is told of it ---- */

static char *
describe (const TlLookupItem *item)
{
  g_autofree char *n_articles = NULL;

  if (!item->is_entity)
    return item->passage != NULL && item->passage[0] != '\0'
             ? g_strdup (item->passage) : tl_words_for_source (item->publisher, item->published);
  n_articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles",
                                             item->n_articles), item->n_articles);
  return g_strconcat (tl_mention_kind_get_name (tl_mention_kind_for_entity (item->type)), " · ",
                      n_articles, NULL);
}

/* Of those that every theme has: the program's own are not known outside. */
static const char *
get_icon (const TlLookupItem *item)
{
  if (!item->is_entity)
    return "text-x-generic-symbolic";
  switch (item->type)
    {
    case TL_ENTITY_PERSON:
      return "avatar-default-symbolic";
    case TL_ENTITY_PLACE:
      return "mark-location-symbolic";
    case TL_ENTITY_EVENT:
      return "x-office-calendar-symbolic";
    case TL_ENTITY_ORGANIZATION:
    default:
      return "system-users-symbolic";
    }
}

static void
add_meta (GVariantBuilder    *metas,
          const TlLookupItem *item)
{
  g_autofree char *description = describe (item);

  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (item->id));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (item->name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "gicon", g_variant_new_string (get_icon (item)));
  g_variant_builder_close (metas);
}

static void
loaded_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GPtrArray) items = tl_lookup_load_finish (result, NULL);
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_meta (&metas, items->pdata[i]);
  answer (user_data, g_variant_new ("(aa{sv})", &metas));
}

static void
load (TlSearchProvider      *self,
      const char *const     *ids,
      GDBusMethodInvocation *invocation)
{
  tl_lookup_load_async (self->library_path, self->words, ids, NULL, loaded_cb,
                        question_new (self, invocation));
}

/* ---- what is chosen ---- */

static void
want (TlSearchProvider *self,
      const char       *action,
      GVariant         *target)
{
  g_autoptr(GVariant) owned = g_variant_ref_sink (target);

  g_signal_emit (self, signals[WANTED], 0, action, owned);
}

static void
activate (TlSearchProvider *self,
          const char       *id)
{
  gboolean is_entity;
  gint64 number;

  if (tl_lookup_parse_id (id, &is_entity, &number))
    want (self, is_entity ? "show-entity" : "show-article", g_variant_new_int64 (number));
}

/* ---- on the bus ---- */

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *object_path,
         const char            *interface_name,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  TlSearchProvider *self = user_data;
  g_autoptr(GVariant) first = g_variant_get_child_value (parameters, 0);

  if (g_str_equal (method, "GetInitialResultSet"))
    find (self, first, invocation);
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_autoptr(GVariant) terms = g_variant_get_child_value (parameters, 1);

      find (self, terms, invocation);
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      g_autofree const char **ids = g_variant_get_strv (first, NULL);

      load (self, ids, invocation);
    }
  else
    {
      g_autofree char *words = NULL;

      if (g_str_equal (method, "ActivateResult"))
        activate (self, g_variant_get_string (first, NULL));
      else
        {
          words = join_terms (first);
          want (self, "search-for", g_variant_new_string (words));
        }
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

/**
 * tl_search_provider_export:
 * @self: the provider
 * @connection: a connection to a bus
 * @object_path: by what it is asked there
 * @error: return location for an error
 *
 * Returns: whether it can be asked
 */
gboolean
tl_search_provider_export (TlSearchProvider  *self,
                           GDBusConnection   *connection,
                           const char        *object_path,
                           GError           **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb };
  g_autoptr(GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (TL_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  node = g_dbus_node_info_new_for_xml (interface_xml, error);
  if (node == NULL)
    return FALSE;
  self->registration_id =
    g_dbus_connection_register_object (connection, object_path, node->interfaces[0], &vtable,
                                       self, NULL, error);
  if (self->registration_id == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

/**
 * tl_search_provider_unexport:
 * @self: the provider
 *
 * Nobody can ask it then.
 */
void
tl_search_provider_unexport (TlSearchProvider *self)
{
  g_return_if_fail (TL_IS_SEARCH_PROVIDER (self));

  g_cancellable_cancel (self->finding);
  if (self->connection == NULL)
    return;
  g_dbus_connection_unregister_object (self->connection, self->registration_id);
  g_clear_object (&self->connection);
}

static void
tl_search_provider_dispose (GObject *object)
{
  tl_search_provider_unexport (TL_SEARCH_PROVIDER (object));

  G_OBJECT_CLASS (tl_search_provider_parent_class)->dispose (object);
}

static void
tl_search_provider_finalize (GObject *object)
{
  TlSearchProvider *self = TL_SEARCH_PROVIDER (object);

  g_clear_object (&self->finding);
  g_free (self->library_path);
  g_free (self->words);

  G_OBJECT_CLASS (tl_search_provider_parent_class)->finalize (object);
}

static void
tl_search_provider_class_init (TlSearchProviderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_search_provider_dispose;
  object_class->finalize = tl_search_provider_finalize;

  signals[WANTED] = g_signal_new ("wanted", TL_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);
}

static void
tl_search_provider_init (TlSearchProvider *self)
{
  self->words = g_strdup ("");
}

/**
 * tl_search_provider_new:
 * @application: the program, which stays while something is looked for
 * @library_path: the file of the library that is asked
 *
 * Returns: (transfer full): a provider, which nobody can ask yet
 */
TlSearchProvider *
tl_search_provider_new (GApplication *application,
                        const char   *library_path)
{
  TlSearchProvider *self = g_object_new (TL_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  self->library_path = g_strdup (library_path);
  return self;
}
