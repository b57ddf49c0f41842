/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which addresses are out in the world.  A link comes from a page that somebody made, and
 * must not lead to what only this computer can reach: itself, its neighbours, a router.
 */

#include "tl-public-address.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <string.h>

#define IPV4_LENGTH 4
#define IPV6_LENGTH 16

typedef struct
{
  guint8 bytes[IPV6_LENGTH];
  guint  n_bits;
} Block;

/* After IANA's registries of special-purpose addresses: those that lead to this computer or to a network
 * of its own, and those that lead nowhere a page could be. */
static const Block ipv4_blocks[] = {
  { { 0 }, 8 },                         /* this network */
  { { 10 }, 8 },                        /* private */
  { { 100, 64 }, 10 },                  /* a provider's own, behind its address translation */
  { { 127 }, 8 },                       /* this computer */
  { { 169, 254 }, 16 },                 /* this link; what clouds tell their machines */
  { { 172, 16 }, 12 },                  /* private */
  { { 192, 0, 0 }, 24 },                /* protocols */
  { { 192, 168 }, 16 },                 /* private */
  { { 198, 18 }, 15 },                  /* benchmarks */
  { { 224 }, 4 },                       /* multicast */
  { { 240 }, 4 },                       /* reserved; broadcast */
};

/* The world's part of IPv6; what else there is is this computer, a link, a site, multicast. */
static const Block ipv6_world = { { 0x20 }, 3 };

static const Block ipv6_blocks[] = {
  { { 0x20, 0x01, 0x00 }, 23 },         /* protocols; Teredo, which hides an address of IPv4 */
};

/* Blocks in which an address of IPv4 is written, from a byte on. */
static const struct
{
  Block block;
  guint offset;
} ipv6_carriers[] = {
  { { { [10] = 0xff, [11] = 0xff }, 96 }, 12 },         /* mapped */
  { { { 0x00, 0x64, 0xff, 0x9b }, 96 }, 12 },           /* translated */
  { { { 0x20, 0x02 }, 16 }, 2 },                        /* 6to4 */
};

static gboolean
share_bits (const guint8 *a,
            const guint8 *b,
            guint         n_bits)
{
  guint n_bytes = n_bits / 8;
  guint8 mask = (guint8) (0xff00 >> (n_bits % 8));

  return memcmp (a, b, n_bytes) == 0 &&
         (n_bits % 8 == 0 || (a[n_bytes] & mask) == (b[n_bytes] & mask));
}

static gboolean
is_in_block (const guint8 *bytes,
             const Block  *block)
{
  return share_bits (bytes, block->bytes, block->n_bits);
}

static gboolean
is_public_ipv4 (const guint8 *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (ipv4_blocks); i++)
    if (is_in_block (bytes, &ipv4_blocks[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_public_ipv6 (const guint8 *bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (ipv6_carriers); i++)
    if (is_in_block (bytes, &ipv6_carriers[i].block))
      return is_public_ipv4 (bytes + ipv6_carriers[i].offset);
  for (guint i = 0; i < G_N_ELEMENTS (ipv6_blocks); i++)
    if (is_in_block (bytes, &ipv6_blocks[i]))
      return FALSE;
  return is_in_block (bytes, &ipv6_world);
}

/* ---- the networks that this computer is in ---- */

static const guint8 *
get_bytes (const struct sockaddr *address,
           gsize                 *length)
{
  *length = 0;
  if (address != NULL && address->sa_family == AF_INET)
    {
      *length = IPV4_LENGTH;
      return (const guint8 *) &((const struct sockaddr_in *) (const void *) address)->sin_addr;
    }
  if (address != NULL && address->sa_family == AF_INET6)
    {
      *length = IPV6_LENGTH;
      return (const guint8 *) &((const struct sockaddr_in6 *) (const void *) address)->sin6_addr;
    }
  return NULL;
}

static gboolean
is_beside (const guint8         *bytes,
           gsize                 length,
           const struct ifaddrs *own)
{
  gsize own_length;
  gsize mask_length;
  const guint8 *own_bytes = get_bytes (own->ifa_addr, &own_length);
  const guint8 *mask = get_bytes (own->ifa_netmask, &mask_length);

  if (own_bytes == NULL || own_length != length)
    return FALSE;
  if (memcmp (own_bytes, bytes, length) == 0)
    return TRUE;
  if (mask == NULL || mask_length != length || mask[0] == 0)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (((bytes[i] ^ own_bytes[i]) & mask[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Addresses of the world can be this computer's own, or of its own network: those of IPv6
 * at home, those of IPv4 in a university. */
static gboolean
is_near (const guint8 *bytes,
         gsize         length)
{
  struct ifaddrs *all = NULL;
  gboolean found = FALSE;

  if (getifaddrs (&all) != 0)
    return FALSE;
  for (const struct ifaddrs *own = all; own != NULL && !found; own = own->ifa_next)
    found = is_beside (bytes, length, own);
  freeifaddrs (all);
  return found;
}

/**
 * tl_address_is_public:
 * @address: an address
 *
 * Returns: whether it is out in the world: neither this computer nor in its own network
 */
gboolean
tl_address_is_public (GInetAddress *address)
{
  const guint8 *bytes;
  gsize length;

  g_return_val_if_fail (G_IS_INET_ADDRESS (address), FALSE);

  bytes = g_inet_address_to_bytes (address);
  length = g_inet_address_get_native_size (address);
  if (length == IPV4_LENGTH)
    return is_public_ipv4 (bytes) && !is_near (bytes, length);
  return length == IPV6_LENGTH && is_public_ipv6 (bytes) && !is_near (bytes, length);
}
