/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is packed comes out as it went in, and damage is noticed. */

#include <string.h>

#include "tl-reading-pack.h"

static void
assert_kept (const char *json)
{
  g_autoptr(GBytes) packed = tl_reading_pack_json (json, strlen (json));
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);
  g_autofree char *unpacked = tl_reading_unpack (data, size);

  g_assert_cmpstr (unpacked, ==, json);
}

static void
test_kept (void)
{
  g_autofree char *many = g_strnfill (3000000, 'x');

  assert_kept ("{}");
  assert_kept ("{\"text\": \"Гандаль з Казахстанам\"}");
  assert_kept (many);
}

/* Every byte matters, and so does the end. */
static void
test_damaged (void)
{
  g_autofree char *json = g_strnfill (400, 'a');
  g_autoptr(GBytes) packed = NULL;
  const guint8 *data;
  gsize size;

  for (guint i = 0; i < 400; i++)
    json[i] = (char) ('a' + i * i % 26);
  packed = tl_reading_pack_json (json, strlen (json));
  data = g_bytes_get_data (packed, &size);
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *bent = g_memdup2 (data, size);
      g_autofree char *cut = tl_reading_unpack (data, i);
      g_autofree char *unpacked = NULL;

      g_assert_null (cut);
      bent[i] ^= 0x55;
      unpacked = tl_reading_unpack (bent, size);
      if (unpacked != NULL)
        g_assert_cmpstr (unpacked, ==, json);
    }
}

/* What only claims to be long takes no memory. */
static void
test_claims (void)
{
  const guint8 endless[] = { 0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x01, 0, 0 };
  const guint8 nothing[] = { 0x28, 0xb5, 0x2f, 0xfd };

  g_assert_null (tl_reading_unpack (endless, sizeof endless));
  g_assert_null (tl_reading_unpack (nothing, sizeof nothing));
  g_assert_null (tl_reading_unpack ("{\"text\": \"\"}", 12));
  g_assert_null (tl_reading_unpack (NULL, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-pack/kept", test_kept);
  g_test_add_func ("/reading-pack/damaged", test_damaged);
  g_test_add_func ("/reading-pack/claims", test_claims);

  return g_test_run ();
}
