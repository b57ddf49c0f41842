/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-fetch.h"

G_BEGIN_DECLS

/**
 * TlFetchAddress:
 *
 * A server by name and port, as the network library is to connect to it: only those of its
 * addresses come up that the rules of a fetch allow.  So what is checked is what is
 * connected to, whatever the name says the next time it is looked up.
 */
#define TL_TYPE_FETCH_ADDRESS (tl_fetch_address_get_type ())
G_DECLARE_FINAL_TYPE (TlFetchAddress, tl_fetch_address, TL, FETCH_ADDRESS, GNetworkAddress)

TlFetchAddress *tl_fetch_address_new         (GUri              *uri,
                                              TlFetchMayConnect  may_connect);
gboolean        tl_fetch_address_was_refused (TlFetchAddress    *self);

G_END_DECLS
