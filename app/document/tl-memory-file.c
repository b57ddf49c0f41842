/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-memory-file.h"

#include "tl-link.h"

struct _TlMemoryFile
{
  GObject  parent_instance;

  char    *name;                /* owned */
  GBytes  *bytes;               /* owned */
  char    *media_type;          /* owned, nullable */
  char    *charset;             /* owned, nullable */
  char    *address;             /* owned, nullable */
};

static void tl_memory_file_iface_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlMemoryFile, tl_memory_file, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, tl_memory_file_iface_init))

/* ---- as a file: what it is called, and no more ---- */

static GFile *
tl_memory_file_dup (GFile *file)
{
  return g_object_ref (file);
}

static guint
tl_memory_file_hash (GFile *file)
{
  return g_direct_hash (file);
}

static gboolean
tl_memory_file_equal (GFile *file,
                      GFile *other)
{
  return file == other;
}

static gboolean
tl_memory_file_is_native (GFile *file G_GNUC_UNUSED)
{
  return FALSE;
}

static char *
tl_memory_file_get_basename (GFile *file)
{
  return g_strdup (TL_MEMORY_FILE (file)->name);
}

static char *
tl_memory_file_get_path (GFile *file G_GNUC_UNUSED)
{
  return NULL;
}

static char *
tl_memory_file_get_uri (GFile *file)
{
  TlMemoryFile *self = TL_MEMORY_FILE (file);

  return self->address != NULL ? g_strdup (self->address) : g_strconcat ("memory:", self->name, NULL);
}

static char *
tl_memory_file_get_uri_scheme (GFile *file G_GNUC_UNUSED)
{
  return g_strdup ("memory");
}

static gboolean
tl_memory_file_has_uri_scheme (GFile      *file G_GNUC_UNUSED,
                               const char *scheme)
{
  return g_str_equal (scheme, "memory");
}

static char *
tl_memory_file_get_parse_name (GFile *file)
{
  TlMemoryFile *self = TL_MEMORY_FILE (file);

  return g_strdup (self->address != NULL ? self->address : self->name);
}

static GFile *
tl_memory_file_get_parent (GFile *file G_GNUC_UNUSED)
{
  return NULL;
}

static gboolean
tl_memory_file_prefix_matches (GFile *prefix G_GNUC_UNUSED,
                               GFile *file G_GNUC_UNUSED)
{
  return FALSE;
}

static char *
tl_memory_file_get_relative_path (GFile *parent G_GNUC_UNUSED,
                                  GFile *descendant G_GNUC_UNUSED)
{
  return NULL;
}

static GFile *
tl_memory_file_resolve_relative_path (GFile      *file,
                                      const char *path G_GNUC_UNUSED)
{
  return g_object_ref (file);
}

static void
tl_memory_file_iface_init (GFileIface *iface)
{
  iface->dup = tl_memory_file_dup;
  iface->hash = tl_memory_file_hash;
  iface->equal = tl_memory_file_equal;
  iface->is_native = tl_memory_file_is_native;
  iface->has_uri_scheme = tl_memory_file_has_uri_scheme;
  iface->get_uri_scheme = tl_memory_file_get_uri_scheme;
  iface->get_basename = tl_memory_file_get_basename;
  iface->get_path = tl_memory_file_get_path;
  iface->get_uri = tl_memory_file_get_uri;
  iface->get_parse_name = tl_memory_file_get_parse_name;
  iface->get_parent = tl_memory_file_get_parent;
  iface->prefix_matches = tl_memory_file_prefix_matches;
  iface->get_relative_path = tl_memory_file_get_relative_path;
  iface->resolve_relative_path = tl_memory_file_resolve_relative_path;
}

/* ---- the object ---- */

static void
tl_memory_file_finalize (GObject *object)
{
  TlMemoryFile *self = TL_MEMORY_FILE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->media_type, g_free);
  g_clear_pointer (&self->charset, g_free);
  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (tl_memory_file_parent_class)->finalize (object);
}

static void
tl_memory_file_class_init (TlMemoryFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_memory_file_finalize;
}

static void
tl_memory_file_init (TlMemoryFile *self G_GNUC_UNUSED)
{
}

/**
 * tl_memory_file_new:
 * @name: what to call it, for people
 * @bytes: what is in it
 * @media_type: (nullable): what it is said to be: "text/html"
 * @charset: (nullable): in which charset it is said to be
 * @address: (nullable): the page that it is said to be from; nothing but an address of
 *   the web is taken for one
 *
 * Returns: (transfer full): a #GFile of it
 */
TlMemoryFile *
tl_memory_file_new (const char *name,
                    GBytes     *bytes,
                    const char *media_type,
                    const char *charset,
                    const char *address)
{
  TlMemoryFile *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (TL_TYPE_MEMORY_FILE, NULL);
  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->media_type = g_strdup (media_type);
  self->charset = g_strdup (charset);
  self->address = tl_link_dup_clean (address);
  return self;
}

/**
 * tl_memory_file_get_name:
 * @self: what is no file
 *
 * Returns: what it is called
 */
const char *
tl_memory_file_get_name (TlMemoryFile *self)
{
  g_return_val_if_fail (TL_IS_MEMORY_FILE (self), NULL);

  return self->name;
}

/**
 * tl_memory_file_get_bytes:
 * @self: what is no file
 *
 * Returns: (transfer none): what is in it
 */
GBytes *
tl_memory_file_get_bytes (TlMemoryFile *self)
{
  g_return_val_if_fail (TL_IS_MEMORY_FILE (self), NULL);

  return self->bytes;
}

/**
 * tl_memory_file_get_media_type:
 * @self: what is no file
 *
 * Returns: (nullable): what it is said to be
 */
const char *
tl_memory_file_get_media_type (TlMemoryFile *self)
{
  g_return_val_if_fail (TL_IS_MEMORY_FILE (self), NULL);

  return self->media_type;
}

/**
 * tl_memory_file_get_charset:
 * @self: what is no file
 *
 * Returns: (nullable): in which charset it is said to be
 */
const char *
tl_memory_file_get_charset (TlMemoryFile *self)
{
  g_return_val_if_fail (TL_IS_MEMORY_FILE (self), NULL);

  return self->charset;
}

/**
 * tl_memory_file_get_address:
 * @self: what is no file
 *
 * Returns: (nullable): the page that it is from
 */
const char *
tl_memory_file_get_address (TlMemoryFile *self)
{
  g_return_val_if_fail (TL_IS_MEMORY_FILE (self), NULL);

  return self->address;
}
