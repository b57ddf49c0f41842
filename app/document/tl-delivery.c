/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-delivery.h"

#include "tl-format.h"
#include "tl-part-stream.h"

#include <glib/gi18n-lib.h>

struct _TlDelivery
{
  char           *name;         /* owned */
  char           *uri;          /* owned, nullable */
  GCancellable   *cancellable;  /* owned, nullable */
  TlDocumentFunc  func;
  gpointer        user_data;
  const TlClaim  *claim;        /* nullable */
  const TlDeliveryWatch *watch; /* nullable */

  GPtrArray      *path;         /* owned: char, the names of the parts from outside in */
  guint           n_parts;
  guint           n_told;       /* documents and failures that were told */
  guint64         n_bytes;
  double          progress;
  gboolean        is_stopped;   /* nothing more is wanted, or the limits are reached */
};

/**
 * tl_delivery_new:
 * @name: the file's name for people
 * @uri: (nullable): where it is
 * @cancellable: (nullable): to give up
 * @func: called for each document and for each part that is none
 * @user_data: for @func
 *
 * Returns: (transfer full): a delivery for one file
 */
TlDelivery *
tl_delivery_new (const char     *name,
                 const char     *uri,
                 GCancellable   *cancellable,
                 TlDocumentFunc  func,
                 gpointer        user_data)
{
  TlDelivery *self = g_new0 (TlDelivery, 1);

  self->name = g_strdup (name);
  self->uri = g_strdup (uri);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->func = func;
  self->user_data = user_data;
  self->path = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * tl_delivery_free:
 * @self: (transfer full): a delivery
 */
void
tl_delivery_free (TlDelivery *self)
{
  g_clear_pointer (&self->path, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self->uri);
  g_free (self->name);
  g_free (self);
}

/**
 * tl_delivery_set_claim:
 * @self: a delivery that did not run
 * @claim: (nullable): what whoever asked reads himself; has to last as long
 */
void
tl_delivery_set_claim (TlDelivery    *self,
                       const TlClaim *claim)
{
  self->claim = claim;
}

/**
 * tl_delivery_set_watch:
 * @self: a delivery that did not run
 * @watch: (nullable): who wants to know where it is; has to last as long
 */
void
tl_delivery_set_watch (TlDelivery            *self,
                       const TlDeliveryWatch *watch)
{
  self->watch = watch;
}

/**
 * tl_delivery_get_cancellable:
 * @self: a delivery
 *
 * Returns: (transfer none) (nullable): what tells that nothing more is wanted; what takes
 *   longer than a moment looks at it
 */
GCancellable *
tl_delivery_get_cancellable (TlDelivery *self)
{
  return self->cancellable;
}

/**
 * tl_delivery_set_progress:
 * @self: a delivery
 * @fraction: which part of the outermost file was read, 0 to 1
 *
 * Says how far a reader is in a large file.
 */
void
tl_delivery_set_progress (TlDelivery *self,
                          double      fraction)
{
  if (self->path->len == 0)
    self->progress = CLAMP (fraction, self->progress, 1);
}

/**
 * tl_delivery_tick:
 * @self: a delivery
 *
 * Says that a reader of many documents goes on: there may be gigabytes between two of them.
 */
void
tl_delivery_tick (TlDelivery *self)
{
  if (self->watch != NULL)
    self->watch->tick (self->user_data);
}

static gboolean
refuse (TlDelivery  *self,
        GError     **error,
        const char  *message)
{
  self->is_stopped = TRUE;
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE, message);
  return FALSE;
}

/**
 * tl_delivery_spend:
 * @self: a delivery
 * @n_bytes: how many bytes were just unpacked or read
 * @error: return location for %TL_DOCUMENT_ERROR_TOO_LARGE or %G_IO_ERROR_CANCELLED
 *
 * To be asked by readers that unpack, piece by piece.
 *
 * Returns: whether to go on
 */
gboolean
tl_delivery_spend (TlDelivery  *self,
                   gsize        n_bytes,
                   GError     **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  self->n_bytes += n_bytes;
  if (self->n_bytes <= TL_DELIVERY_MAX_BYTES)
    return TRUE;
  return refuse (self, error, _("There is too much in the file: it unpacks to more than is read of one"));
}

/* "mails/march.mbox/3", or NULL for the file itself. */
static char *
dup_path (TlDelivery *self,
          const char *last)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->path->len; i++)
    g_string_append_printf (path, "%s%s", i > 0 ? "/" : "", (const char *) g_ptr_array_index (self->path, i));
  if (last != NULL)
    g_string_append_printf (path, "%s%s", path->len > 0 ? "/" : "", last);
  return g_string_free (path, path->len == 0);
}

/* Tells the one who asked; afterwards what was told is complete and stays. */
static gboolean
tell (TlDelivery    *self,
      TlDocument    *document,
      const char    *part,
      const GError  *failure,
      GError       **error)
{
  self->n_told++;
  if (!self->is_stopped &&
      !self->func (&(TlDocumentNews) { document, part, failure, self->progress }, self->user_data))
    self->is_stopped = TRUE;
  if (!self->is_stopped)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Reading was stopped"));
  return FALSE;
}

/**
 * tl_delivery_fail:
 * @self: a delivery
 * @name: (nullable): the name of an inner part
 * @failure: why it can't be read
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Tells that a part can't be read.  Readers need it for what they can't even hand to
 * tl_delivery_read(): a member whose packing is broken, an encrypted one.
 *
 * Returns: whether to go on with the other parts
 */
gboolean
tl_delivery_fail (TlDelivery    *self,
                  const char    *name,
                  const GError  *failure,
                  GError       **error)
{
  g_autofree char *path = dup_path (self, name);

  return tell (self, NULL, path, failure, error);
}

/* What the part itself does not tell may be known from outside. */
static void
fill_in (TlDocumentFields       *fields,
         const TlDocumentFields *facts)
{
  for (TlFact fact = 0; fact < TL_N_FACTS; fact++)
    {
      const char *value = tl_document_fields_get (facts, fact);

      if (value != NULL && tl_document_fields_get (fields, fact) == NULL)
        tl_document_fields_set (fields, fact, value, facts->provenance[fact]);
    }
  if (fields->date_line == NULL && fields->published == NULL)
    fields->date_line = g_strdup (facts->date_line);
}

/**
 * tl_delivery_take:
 * @self: a delivery
 * @part: the part that was read
 * @fields: what was found in it; taken, and left empty
 * @error: return location for a #TlDocumentError or %G_IO_ERROR_CANCELLED
 *
 * What a reader calls with the document that it read.
 *
 * Returns: whether to go on; %FALSE too where there is no text
 */
gboolean
tl_delivery_take (TlDelivery        *self,
                  const TlPart      *part,
                  TlDocumentFields  *fields,
                  GError           **error)
{
  g_autoptr(TlDocument) document = NULL;
  g_autofree char *path = dup_path (self, NULL);

  if (fields->text == NULL || *fields->text == '\0')
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY,
                           _("The file is blank: there is no text in it"));
      return FALSE;
    }
  if (part->facts != NULL)
    fill_in (fields, part->facts);
  document = tl_document_new (self->name, self->uri, path, fields);
  return tell (self, document, path, NULL, error);
}

/**
 * tl_delivery_take_inner:
 * @self: a delivery
 * @name: the name of a part of @part
 * @part: the part that is being read
 * @fields: what was found in it; taken, and left empty
 * @error: return location for %G_IO_ERROR_CANCELLED or %TL_DOCUMENT_ERROR_TOO_LARGE
 *
 * What the reader of a list calls for each article that it has read by itself.  That one
 * has no text is told to whom it concerns and is no failure of the list.
 *
 * Returns: whether to go on with the others
 */
gboolean
tl_delivery_take_inner (TlDelivery        *self,
                        const char        *name,
                        const TlPart      *part,
                        TlDocumentFields  *fields,
                        GError           **error)
{
  g_autoptr(GError) failure = NULL;
  gboolean goes_on;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (++self->n_parts > TL_DELIVERY_MAX_PARTS)
    return refuse (self, error, _("There are too many parts in the file"));

  g_ptr_array_add (self->path, g_strdup (name));
  goes_on = tl_delivery_take (self, part, fields, &failure);
  if (!goes_on && !self->is_stopped)
    goes_on = tl_delivery_fail (self, NULL, failure, error);
  else if (!goes_on)
    g_propagate_error (error, g_steal_pointer (&failure));
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
  return goes_on;
}

/**
 * tl_delivery_wants:
 * @self: a delivery
 * @name: (nullable): what it is called
 * @data: its first bytes
 * @length: how many
 *
 * Returns: whether whoever asked reads such a part himself
 */
gboolean
tl_delivery_wants (TlDelivery   *self,
                   const char   *name,
                   const guint8 *data,
                   gsize         length)
{
  return self->claim != NULL && self->claim->wants (name, data, length);
}

/* What takes it tells by itself, and may want no more. */
static gboolean
give (TlDelivery    *self,
      const char    *name,
      GInputStream  *stream,
      GError       **error)
{
  g_autofree char *path = dup_path (self, NULL);
  g_autoptr(GError) local_error = NULL;

  self->n_told++;
  if (self->claim->take (name, path, self->progress, stream, self->user_data, &local_error))
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->is_stopped = TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_part (TlDelivery    *self,
           const TlPart  *part,
           GError       **error)
{
  g_autoptr(GInputStream) stream = NULL;

  if (!tl_delivery_wants (self, part->name, part->data, part->length))
    return tl_format_read (part, self, error);
  stream = tl_part_stream_new (part, self->claim->max_size);
  return give (self, part->name, stream, error);
}

/* Whether the part that was begun is to be read. */
static gboolean
is_wanted (TlDelivery *self)
{
  g_autofree char *path = self->watch != NULL ? dup_path (self, NULL) : NULL;

  if (self->watch == NULL || self->watch->begin (self->n_parts, path, self->user_data))
    return TRUE;
  self->n_told++;               /* somebody has told of it */
  return FALSE;
}

static gboolean
read_inner (TlDelivery    *self,
            const TlPart  *inner,
            GError       **error)
{
  if (self->path->len > TL_DELIVERY_MAX_DEPTH)
    {
      g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_TOO_LARGE,
                           _("It lies too deep: a file in a file in a file"));
      return FALSE;
    }
  return read_part (self, inner, error);
}

/* Behind an inner part: that it could not be read is told. */
static gboolean
end_inner (TlDelivery    *self,
           const GError  *failure,
           GError       **error)
{
  gboolean goes_on = TRUE;

  if (self->is_stopped || g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      if (failure != NULL)
        g_propagate_error (error, g_error_copy (failure));
      goes_on = failure == NULL;
    }
  else if (failure != NULL)
    goes_on = tl_delivery_fail (self, NULL, failure, error);
  g_ptr_array_set_size (self->path, (int) self->path->len - 1);
  return goes_on;
}

static gboolean
begin_inner (TlDelivery  *self,
             const char  *name,
             GError     **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (++self->n_parts > TL_DELIVERY_MAX_PARTS)
    return refuse (self, error, _("There are too many parts in the file"));

  g_ptr_array_add (self->path, name != NULL ? g_strdup (name) : g_strdup_printf ("%u", self->n_parts));
  return TRUE;
}

/**
 * tl_delivery_give:
 * @self: a delivery
 * @name: the name of a part of the part that is being read, which tl_delivery_wants()
 * @data: its first bytes
 * @length: how many
 * @packed: where the others come from
 * @error: return location for %G_IO_ERROR_CANCELLED or %TL_DOCUMENT_ERROR_TOO_LARGE
 *
 * As tl_delivery_read(), for a member of an archive that is not unpacked into memory.
 *
 * Returns: whether to go on with the other parts
 */
gboolean
tl_delivery_give (TlDelivery        *self,
                  const char        *name,
                  const guint8      *data,
                  gsize              length,
                  TlPacked      *packed,
                  GError           **error)
{
  g_autoptr(GInputStream) stream =
    tl_part_stream_new_for_packed (data, length, packed, self->claim->max_size);
  g_autoptr(GError) failure = NULL;

  if (!begin_inner (self, name, error))
    return FALSE;
  if (is_wanted (self))
    give (self, name, stream, &failure);
  return end_inner (self, failure, error);
}

/**
 * tl_delivery_read:
 * @self: a delivery
 * @inner: a part of the part that is being read
 * @error: return location for %G_IO_ERROR_CANCELLED or %TL_DOCUMENT_ERROR_TOO_LARGE
 *
 * What the reader of a container calls for each part: finds out what it is, and reads
 * it.  That the part can't be read is told to whom it concerns and is no failure of the
 * container.
 *
 * Returns: whether to go on with the other parts
 */
gboolean
tl_delivery_read (TlDelivery    *self,
                  const TlPart  *inner,
                  GError       **error)
{
  g_autoptr(GError) failure = NULL;

  if (!begin_inner (self, inner->name, error))
    return FALSE;
  if (is_wanted (self))
    read_inner (self, inner, &failure);
  return end_inner (self, failure, error);
}

/**
 * tl_delivery_run:
 * @self: a delivery that did not run
 * @part: the whole file
 * @error: return location for a #TlDocumentError or a #GIOErrorEnum
 *
 * Returns: %FALSE when the file as a whole can't be read, or no further; what was told
 *   until then is good
 */
gboolean
tl_delivery_run (TlDelivery    *self,
                 const TlPart  *part,
                 GError       **error)
{
  if (!read_part (self, part, error))
    return FALSE;
  if (self->n_told > 0)
    return TRUE;
  g_set_error_literal (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_EMPTY, _("There is no article in the file"));
  return FALSE;
}
