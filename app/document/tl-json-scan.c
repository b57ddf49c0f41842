/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-json-scan.h"

static void
scan_byte (TlJsonScan *self,
           char        byte)
{
  switch (byte)
    {
    case '"':
      self->in_string = self->depth > 0;
      break;
    case '{':
    case '[':
      /* Lists around the objects are of no interest. */
      if (byte == '{' || self->depth > 0)
        {
          if (self->depth++ == 0)
            self->start = self->at, self->is_too_deep = FALSE;
          self->is_too_deep |= self->depth > TL_JSON_SCAN_MAX_DEPTH;
        }
      break;
    case '}':
    case ']':
      self->depth -= self->depth > 0;
      break;
    default:
      break;
    }
}

/**
 * tl_json_scan_next:
 * @self: what was found until now; nothing at first
 * @json: the bytes
 * @length: how many
 *
 * Goes on to the end of the next object.  It reaches from @start to @at.
 *
 * Returns: whether there is one; else all was looked through, and an object is open where
 *   @depth is not 0
 */
gboolean
tl_json_scan_next (TlJsonScan *self,
                   const char *json,
                   gsize       length)
{
  while (self->at < length)
    {
      gboolean was_open = self->depth > 0;
      char byte = json[self->at];

      if (self->in_string && byte == '\\')
        {
          if (self->at + 1 == length)
            return FALSE;
          self->at++;
        }
      else if (self->in_string)
        self->in_string = byte != '"';
      else
        scan_byte (self, byte);
      self->at++;
      if (was_open && self->depth == 0)
        return TRUE;
    }
  return FALSE;
}
