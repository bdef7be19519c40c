"""Says for each of many matters whether it fits the JSON Schema: one line each, `yes` or `no` and why.

usage: validate-matters.py SCHEMA < matters.json     (a JSON list; needs python3-jsonschema, exits 77 without it)
"""

import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

schema = json.load(open(sys.argv[1], encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for matter in json.load(sys.stdin):
    error = next(validator.iter_errors(matter), None)
    print("yes" if error is None else f"no {'.'.join(map(str, error.absolute_path))}: {error.message[:120]!r}")
