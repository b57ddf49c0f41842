# SPDX-License-Identifier: GPL-3.0-or-later
"""How the reviewed tables are read: what the scripts that make the gazetteer share."""

import pathlib
import sys
import unicodedata


def fail(message):
    sys.exit(pathlib.Path(sys.argv[0]).name + ": " + message)


def read_rows(path, n_columns):
    """The rows of a table, without comments, each filled up to n_columns."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line == "" or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > n_columns:
            fail(f"{path.name}:{number}: more than {n_columns} columns")
        yield cells + [""] * (n_columns - len(cells))


def split_names(cell):
    return [name.strip() for name in cell.split(";") if name.strip() != ""]


def without_accents(name):
    decomposed = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
