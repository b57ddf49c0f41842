/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-fetch-address.h"

#include "tl-fetch-error.h"

/* Derived from a network address because certificates are checked against its name. */
struct _TlFetchAddress
{
  GNetworkAddress    parent_instance;

  TlFetchMayConnect  may_connect;
  gboolean           was_refused;
};

static void tl_fetch_address_iface_init (GSocketConnectableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlFetchAddress, tl_fetch_address, G_TYPE_NETWORK_ADDRESS,
                               G_IMPLEMENT_INTERFACE (G_TYPE_SOCKET_CONNECTABLE,
                                                      tl_fetch_address_iface_init))

/* ---- the addresses, one after another ---- */

#define TL_TYPE_FETCH_ENUMERATOR (tl_fetch_enumerator_get_type ())
G_DECLARE_FINAL_TYPE (TlFetchEnumerator, tl_fetch_enumerator, TL, FETCH_ENUMERATOR,
                      GSocketAddressEnumerator)

struct _TlFetchEnumerator
{
  GSocketAddressEnumerator  parent_instance;

  TlFetchAddress           *address;    /* owned */
  GSocketAddressEnumerator *all;        /* owned */
  gboolean                  gave_any;
};

G_DEFINE_FINAL_TYPE (TlFetchEnumerator, tl_fetch_enumerator, G_TYPE_SOCKET_ADDRESS_ENUMERATOR)

static gboolean
is_allowed (TlFetchEnumerator *self,
            GSocketAddress    *address)
{
  TlFetchMayConnect may_connect = self->address->may_connect;

  if (G_IS_INET_SOCKET_ADDRESS (address) &&
      may_connect (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address))))
    {
      self->gave_any = TRUE;
      return TRUE;
    }
  self->address->was_refused = TRUE;
  return FALSE;
}

/* Who asks for addresses counts on either one or an error to come. */
static gboolean
check_end (TlFetchEnumerator  *self,
           GError            **error)
{
  if (self->gave_any || !self->address->was_refused)
    return TRUE;
  g_propagate_error (error, tl_fetch_error_new (TL_FETCH_ERROR_PRIVATE));
  return FALSE;
}

static GSocketAddress *
tl_fetch_enumerator_next (GSocketAddressEnumerator  *enumerator,
                          GCancellable              *cancellable,
                          GError                   **error)
{
  TlFetchEnumerator *self = TL_FETCH_ENUMERATOR (enumerator);
  g_autoptr(GError) failure = NULL;

  for (;;)
    {
      g_autoptr(GSocketAddress) address = g_socket_address_enumerator_next (self->all, cancellable,
                                                                            &failure);

      if (address != NULL && is_allowed (self, address))
        return g_steal_pointer (&address);
      if (address == NULL)
        break;
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    check_end (self, error);
  return NULL;
}

static void
next_found_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  TlFetchEnumerator *self = g_task_get_source_object (task);
  g_autoptr(GSocketAddress) address =
    g_socket_address_enumerator_next_finish (G_SOCKET_ADDRESS_ENUMERATOR (source_object), result,
                                             &error);

  if (error != NULL || (address == NULL && !check_end (self, &error)))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (address == NULL || is_allowed (self, address))
    g_task_return_pointer (task, g_steal_pointer (&address), g_object_unref);
  else
    g_socket_address_enumerator_next_async (self->all, g_task_get_cancellable (task), next_found_cb,
                                            g_object_ref (task));
}

static void
tl_fetch_enumerator_next_async (GSocketAddressEnumerator *enumerator,
                                GCancellable             *cancellable,
                                GAsyncReadyCallback       callback,
                                gpointer                  user_data)
{
  TlFetchEnumerator *self = TL_FETCH_ENUMERATOR (enumerator);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_socket_address_enumerator_next_async (self->all, cancellable, next_found_cb, task);
}

static GSocketAddress *
tl_fetch_enumerator_next_finish (GSocketAddressEnumerator  *enumerator,
                                 GAsyncResult              *result,
                                 GError                   **error)
{
  g_return_val_if_fail (g_task_is_valid (result, enumerator), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tl_fetch_enumerator_finalize (GObject *object)
{
  TlFetchEnumerator *self = TL_FETCH_ENUMERATOR (object);

  g_clear_object (&self->address);
  g_clear_object (&self->all);

  G_OBJECT_CLASS (tl_fetch_enumerator_parent_class)->finalize (object);
}

static void
tl_fetch_enumerator_class_init (TlFetchEnumeratorClass *klass)
{
  GSocketAddressEnumeratorClass *enumerator_class = G_SOCKET_ADDRESS_ENUMERATOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_fetch_enumerator_finalize;

  enumerator_class->next = tl_fetch_enumerator_next;
  enumerator_class->next_async = tl_fetch_enumerator_next_async;
  enumerator_class->next_finish = tl_fetch_enumerator_next_finish;
}

static void
tl_fetch_enumerator_init (TlFetchEnumerator *self G_GNUC_UNUSED)
{
}

/* ---- the server ---- */

/* Also where a proxy would be asked for: there is none. */
static GSocketAddressEnumerator *
tl_fetch_address_enumerate (GSocketConnectable *connectable)
{
  GSocketConnectableIface *parent_iface =
    g_type_interface_peek (tl_fetch_address_parent_class, G_TYPE_SOCKET_CONNECTABLE);
  TlFetchEnumerator *enumerator = g_object_new (TL_TYPE_FETCH_ENUMERATOR, NULL);

  enumerator->address = TL_FETCH_ADDRESS (g_object_ref (connectable));
  enumerator->all = parent_iface->enumerate (connectable);
  return G_SOCKET_ADDRESS_ENUMERATOR (enumerator);
}

static void
tl_fetch_address_iface_init (GSocketConnectableIface *iface)
{
  iface->enumerate = tl_fetch_address_enumerate;
  iface->proxy_enumerate = tl_fetch_address_enumerate;
}

static void
tl_fetch_address_class_init (TlFetchAddressClass *klass G_GNUC_UNUSED)
{
}

static void
tl_fetch_address_init (TlFetchAddress *self G_GNUC_UNUSED)
{
}

/*
 * tl_fetch_address_new:
 * @uri: what is to be fetched, with http or https
 * @may_connect: which addresses may be connected to
 *
 * Returns: (transfer full): where its server is
 */
TlFetchAddress *
tl_fetch_address_new (GUri              *uri,
                      TlFetchMayConnect  may_connect)
{
  int port = g_uri_get_port (uri);
  gboolean is_secure = g_str_equal (g_uri_get_scheme (uri), "https");
  TlFetchAddress *self = g_object_new (TL_TYPE_FETCH_ADDRESS,
                                       "hostname", g_uri_get_host (uri),
                                       "port", port > 0 ? (guint) port : is_secure ? 443 : 80,
                                       "scheme", g_uri_get_scheme (uri),
                                       NULL);

  self->may_connect = may_connect;
  return self;
}

/*
 * tl_fetch_address_was_refused:
 * @self: where a server is
 *
 * Returns: whether it came up with an address that may not be connected to
 */
gboolean
tl_fetch_address_was_refused (TlFetchAddress *self)
{
  return self->was_refused;
}
