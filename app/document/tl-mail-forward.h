/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlMailForward:
 * @from: (transfer full) (nullable): who wrote the mail that is passed on
 * @date: (transfer full) (nullable): when, in the words of the program that passed it on
 * @subject: (transfer full) (nullable): what it is about
 * @start: the byte that its lines begin at
 * @end: the byte that its text begins at
 *
 * What stands above a mail that is passed on inside another.
 */
typedef struct
{
  char  *from;
  char  *date;
  char  *subject;
  gsize  start;
  gsize  end;
} TlMailForward;

gboolean tl_mail_forward_find  (const char    *text,
                                TlMailForward *forward);
void     tl_mail_forward_clear (TlMailForward *forward);
char    *tl_mail_dup_subject   (const char    *subject,
                                gboolean      *is_forward);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlMailForward, tl_mail_forward_clear)

G_END_DECLS
