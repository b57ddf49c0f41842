# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks in this folder share: the files of the project, and how a check speaks.

A check is a script `check-THING ROOT`.  It prints one line for each thing that is wrong
and ends with status 1, or prints nothing and ends with 0.
"""
import os
import pathlib
import sys

# Folders that are made, not written.
MADE = ("build", "flatpak-local", "__pycache__", "subprojects")


def files(root, *endings):
    """Paths below root, relative, sorted, of the files with one of the endings (all without one)."""
    out = []
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = [s for s in subfolders
                         if s not in MADE and not s.startswith("build-")
                         and (not s.startswith(".") or s == ".ci")]
        for name in names:
            if name == ".git":          # a second working tree has a file of that name
                continue
            if not endings or name.endswith(endings):
                out.append(pathlib.Path(folder, name).relative_to(root))
    return sorted(out)


def text(root, path):
    """The text of a file, or None when it is not text."""
    try:
        return pathlib.Path(root, path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def is_script(content):
    return content is not None and content.startswith("#!")


def scripts(root):
    """(path, content) of everything that is run by an interpreter: with a #! line, or .py."""
    for path in files(root):
        content = text(root, path)
        if is_script(content) or path.suffix == ".py":
            yield path, content


def main(check):
    """Run check(root), which yields what is wrong."""
    if len(sys.argv) != 2:
        sys.exit("usage: %s ROOT" % os.path.basename(sys.argv[0]))
    wrong = list(check(pathlib.Path(sys.argv[1])))
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)
