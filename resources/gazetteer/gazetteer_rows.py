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


def split_marks(name):
    """'the West!' → ('West', {'!', 't'})"""
    marks = set()
    while name[-1] in "?!~^":
        marks.add(name[-1])
        name = name[:-1]
    if name.startswith("the "):
        marks.add("t")
        name = name[4:]
    return name, marks


def read_aliases(folder):
    """The rows of aliases.tsv: country, id, and the names, the first of which it is best known by."""
    claimed = set()
    for country, city, name, others in read_rows(folder / "aliases.tsv", 4):
        names = [name] + split_names(others)
        for one in names:
            one = (country, split_marks(one)[0])
            if one in claimed:
                fail(f"aliases.tsv: two cities in {one[0]} are “{one[1]}”")
            claimed.add(one)
        yield country, city, names


def without_accents(name):
    decomposed = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
