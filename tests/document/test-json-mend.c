/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON as pages have it, made fit for a parser. */

#include "tl-json-mend.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *mended;           /* the values, apart by "\n" */
} Case;

static const Case cases[] = {
  { "{\"a\": 1}", "{\"a\": 1}" },
  { "{\"a\": \"x\ny\"}", "{\"a\": \"x y\"}" },
  { "{\"a\": \"x\ty\"}", "{\"a\": \"x y\"}" },
  { "{\"a\": [1, 2,],}", "{\"a\": [1, 2]}" },
  { "{\"a\": 1,, \"b\": 2}", "{\"a\": 1, \"b\": 2}" },
  { "<!-- {\"a\": 1} -->", "{\"a\": 1}" },
  { "//<![CDATA[\n{\"a\": 1}\n//]]>", "{\"a\": 1}" },
  { "/* facts */ {\"a\": 1};", "{\"a\": 1}" },
  { "{\"a\": \"it\\'s\"}", "{\"a\": \"it's\"}" },
  { "{\"a\": \"he said \"no\" twice\", \"b\": 2}", "{\"a\": \"he said \\\"no\\\" twice\", \"b\": 2}" },
  { "{\"a\": \"https://x.example/y\"}", "{\"a\": \"https://x.example/y\"}" },
  { "{\"a\": 1}{\"b\": 2}", "{\"a\": 1}\n{\"b\": 2}" },
  { "{\"a\": [1, {\"b\": 2", "{\"a\": [1, {\"b\": 2}]}" },
  { "{\"a\": \"cut in the mid", "{\"a\": \"cut in the mid\"}" },
  { "{\"a\": 1}}", "{\"a\": 1}" },
  { "{\"a\": [1}", "{\"a\": [1]}" },
  { "{\"a\": \"\\u12\"}", "{\"a\": \"\"}" },
  { "", "" },
  { "nothing", "" },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) values = tl_json_mend (cases[i].text);
      g_autofree char *joined = NULL;

      g_ptr_array_add (values, NULL);
      joined = g_strjoinv ("\n", (char **) values->pdata);
      g_assert_cmpstr (joined, ==, cases[i].mended);
    }
}

/* What is made to do harm costs no more than what is not. */
static void
test_bounds (void)
{
  static const char *const pieces[] = { "[", "{\"a\":", "/*", "\"", "\\", "{}", ",", "\" \"," };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new ("{");
      g_autoptr(GPtrArray) values = NULL;

      for (guint j = 0; j < 200000; j++)
        g_string_append (text, pieces[i]);
      values = tl_json_mend (text->str);
      g_assert_cmpuint (values->len, <=, 32);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-mend/values", test_values);
  g_test_add_func ("/json-mend/bounds", test_bounds);
  return g_test_run ();
}
