/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tl-public-address.h"

static void
test_table (void)
{
  static const struct
  {
    const char *address;
    gboolean    is_public;
  } cases[] = {
    { "8.8.8.8", TRUE },
    { "1.0.0.1", TRUE },
    { "9.255.255.255", TRUE },
    { "11.0.0.0", TRUE },
    { "100.63.255.255", TRUE },
    { "100.128.0.0", TRUE },
    { "126.255.255.255", TRUE },
    { "128.0.0.0", TRUE },
    { "169.253.255.255", TRUE },
    { "172.15.255.255", TRUE },
    { "172.32.0.0", TRUE },
    { "192.167.255.255", TRUE },
    { "192.169.0.0", TRUE },
    { "198.20.0.0", TRUE },
    { "223.255.255.255", TRUE },
    { "0.0.0.0", FALSE },
    { "0.1.2.3", FALSE },
    { "10.0.0.1", FALSE },
    { "10.255.255.255", FALSE },
    { "100.64.0.1", FALSE },
    { "100.127.255.255", FALSE },
    { "127.0.0.1", FALSE },
    { "127.255.255.255", FALSE },
    { "169.254.169.254", FALSE },
    { "172.16.0.1", FALSE },
    { "172.31.255.255", FALSE },
    { "192.0.0.8", FALSE },
    { "192.168.0.1", FALSE },
    { "192.168.255.255", FALSE },
    { "198.18.0.1", FALSE },
    { "198.19.255.255", FALSE },
    { "224.0.0.1", FALSE },
    { "239.255.255.255", FALSE },
    { "240.0.0.1", FALSE },
    { "255.255.255.255", FALSE },

    { "2606:4700::1", TRUE },
    { "2a00:1450:4001::1", TRUE },
    { "2001:4860::1", TRUE },
    { "3fff:ffff::1", TRUE },
    { "::ffff:8.8.8.8", TRUE },
    { "64:ff9b::8.8.8.8", TRUE },
    { "2002:808:808::1", TRUE },
    { "::", FALSE },
    { "::1", FALSE },
    { "::8.8.8.8", FALSE },
    { "::ffff:127.0.0.1", FALSE },
    { "::ffff:10.0.0.1", FALSE },
    { "::ffff:0:127.0.0.1", FALSE },
    { "64:ff9b::127.0.0.1", FALSE },
    { "64:ff9b::192.168.0.1", FALSE },
    { "64:ff9b:1::8.8.8.8", FALSE },
    { "100::1", FALSE },
    { "2001::1", FALSE },
    { "2001:2::1", FALSE },
    { "2002:7f00:1::1", FALSE },
    { "2002:c0a8:1::1", FALSE },
    { "4000::1", FALSE },
    { "fc00::1", FALSE },
    { "fdff::1", FALSE },
    { "fe80::1", FALSE },
    { "febf::1", FALSE },
    { "fec0::1", FALSE },
    { "ff02::1", FALSE },
    { "ff0e::1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GInetAddress) address = g_inet_address_new_from_string (cases[i].address);

      g_test_message ("%s", cases[i].address);
      g_assert_nonnull (address);
      g_assert_cmpint (tl_address_is_public (address), ==, cases[i].is_public);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/public-address/table", test_table);

  return g_test_run ();
}
