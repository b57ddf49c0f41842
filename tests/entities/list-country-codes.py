#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes every code of ISO 3166-1, one a line: list-country-codes.py ISO-CODES-JSON-FOLDER OUTPUT"""

import json
import pathlib
import sys

folder, output = map(pathlib.Path, sys.argv[1:])
countries = json.loads((folder / "iso_3166-1.json").read_text(encoding="utf-8"))["3166-1"]
output.write_text("".join(country["alpha_2"] + "\n" for country in countries), encoding="utf-8")
