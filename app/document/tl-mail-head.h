/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-document-private.h"
#include "tl-mail-forward.h"

#include <gmime/gmime.h>

G_BEGIN_DECLS

/**
 * TlMailHead:
 * @subject: (nullable): without "Fwd:" and the like
 * @publisher: (nullable): who sends it, where that is no person
 * @date: (nullable): when it was sent, "2021-06-09"
 * @words: (nullable): the same as the mail has it, where it is no date
 * @page: (nullable): the address of the page that was saved as a mail
 * @is_forward: whether its subject says that it is passed on
 * @is_bulk: whether it goes to many: a newsletter, a list
 * @is_page: whether it is no mail, but a page that a browser saved as one
 *
 * What the header of a mail tells.
 */
typedef struct
{
  char     *subject;
  char     *publisher;
  char     *date;
  char     *words;
  char     *page;
  gboolean  is_forward;
  gboolean  is_bulk;
  gboolean  is_page;
} TlMailHead;

void tl_mail_head_read  (TlMailHead       *self,
                         GMimeMessage     *message);
void tl_mail_head_clear (TlMailHead       *self);
void tl_mail_head_tell  (const TlMailHead *self,
                         TlDocumentFields *fields);
void tl_mail_head_tell_forward (const TlMailForward *forward,
                                TlDocumentFields    *fields);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlMailHead, tl_mail_head_clear)

G_END_DECLS
