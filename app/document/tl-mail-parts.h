/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-delivery.h"

#include <gmime/gmime.h>

G_BEGIN_DECLS

/**
 * TlMailParts:
 * @html: (transfer none) (nullable): the body as a page
 * @plain: (transfer none) (nullable): the body as text
 * @others: (element-type GMimeObject): what is attached: files and mails
 * @is_encrypted: whether there is a part that can't be read without a key
 *
 * The parts of a mail, sorted by what they are for.
 */
typedef struct
{
  GMimePart *html;
  GMimePart *plain;
  GPtrArray *others;
  gboolean   is_encrypted;
} TlMailParts;

void        tl_mail_parts_collect   (TlMailParts    *self,
                                     GMimeObject    *object);
void        tl_mail_parts_clear     (TlMailParts    *self);
GByteArray *tl_mail_part_decode     (GMimeObject    *object);
char       *tl_mail_part_dup_type   (GMimeObject    *object);
char       *tl_mail_part_dup_name   (GMimeObject    *object);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlMailParts, tl_mail_parts_clear)

G_END_DECLS
