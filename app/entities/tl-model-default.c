/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The model that the program uses: where it is looked for, and what is said where it can't
 * be used.
 */

#include "tl-model.h"

#include <glib/gi18n-lib.h>

#define MODEL_FILE "recognizer.model"

/* What was found out once, for all threads. */
typedef struct
{
  TlModel *model;
  GError  *error;
} Default;

/* Beside the program, be it installed anywhere or in the folder that it was built in. */
static char *
find_beside (const char *relative)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, relative, MODEL_FILE, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

static char *
find_path (void)
{
  /* From the folder that the program was built in, or one of its tests. */
  static const char *const built[] = { "resources/model", "../resources/model", "../../resources/model" };
  const char *said = g_getenv ("TRADELINES_MODEL");
  char *path;

  if (said != NULL && *said != '\0')
    return g_strdup (said);
  path = find_beside ("../share/tradelines");
  for (guint i = 0; path == NULL && i < G_N_ELEMENTS (built); i++)
    path = find_beside (built[i]);
  return path != NULL ? path : g_build_filename (MODEL_FOLDER, MODEL_FILE, NULL);
}

static const Default *
get_default (void)
{
  static Default *found = NULL;

  if (g_once_init_enter (&found))
    {
      g_autofree char *path = find_path ();
      Default *made = g_new0 (Default, 1);

      made->model = tl_model_load (path, &made->error);
      g_once_init_leave (&found, made);
    }
  return found;
}

/**
 * tl_model_get_default:
 *
 * The environment variable `TRADELINES_MODEL` names another file.  Safe to call from any
 * thread; the file is looked at once.
 *
 * Returns: (transfer none) (nullable): the model that names are recognised with, %NULL where
 *   there is none that can be used
 */
const TlModel *
tl_model_get_default (void)
{
  return get_default ()->model;
}

/**
 * tl_model_check_default:
 * @error: return location for an error
 *
 * Returns: whether there is a model to recognise names with; where not, an error of
 *   %TL_MODEL_ERROR whose message is for the person
 */
gboolean
tl_model_check_default (GError **error)
{
  const Default *found = get_default ();

  if (found->error != NULL && error != NULL)
    *error = g_error_copy (found->error);
  return found->error == NULL;
}
