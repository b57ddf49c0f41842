#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes how files of official statistics name countries: make-country-codes.py JSON TSV OUTPUT

Joins the letters and numbers of iso-codes' iso_3166-1.json with the codes that the UN's
statistics alone have.  A row is a code and the country's ISO 3166-1 alpha-2, with a tab between;
numbers are without leading zeros.
"""

import json
import sys
from pathlib import Path


def main(iso_file, un_file, output):
    rows = {}
    for country in json.loads(Path(iso_file).read_text(encoding="utf-8"))["3166-1"]:
        rows[country["alpha_3"]] = country["alpha_2"]
        rows[str(int(country["numeric"]))] = country["alpha_2"]
    known = set(rows.values())
    for line in Path(un_file).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        code, country = line.split("\t")
        if code in rows or country not in known:
            sys.exit(f"{un_file}: {line}: the code is ISO's, or the country is not")
        rows[code] = country
    Path(output).write_text(
        "".join(f"{code}\t{country}\n" for code, country in sorted(rows.items())), encoding="utf-8"
    )


main(*sys.argv[1:])
