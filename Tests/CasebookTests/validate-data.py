"""Checks every data file against its JSON Schema; prints one line a fault and exits 1 if there is any.

usage: validate-data.py ROOT     (needs python3-jsonschema and python3-yaml; exits 77 without them)
"""

import glob
import json
import sys

try:
    import jsonschema
    import yaml
except ImportError:
    sys.exit(77)


class Loader(yaml.SafeLoader):
    """Dates, yes and no stay text, as our own reader and YAML 1.2 have them."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

PLACES = {
    "campaign": "templates/*/campaign.yaml",
    "country": "locales/countries/*.yaml",
    "authority": "locales/countries/*/authorities/*.yaml",
    "language": "locales/languages/*.yaml",
    "provision": "locales/provisions/*.yaml",
    "provision-notes": "locales/provisions/notes/*.yaml",
    "judgment": "locales/judgments/*.yaml",
    "documents": "locales/documents/*.yaml",
    "interview": "locales/interview/*.yaml",
    "exhibits": "locales/exhibits/??.yaml",  # a variant such as de-AT says only what differs
    "findings": "locales/findings/*.yaml",
    "columns": "locales/columns/*.yaml",
    "evidence": "locales/evidence/*.yaml",
    "interface": "locales/interface/*.yaml",
    "kit": "locales/kit/??.yaml",
    "variables": "templates/variables.yaml",
    "kinds": "templates/kinds.yaml",
    "matter": "templates/*/example/matter.*.yaml",
    "organisation": "docs/organisation.example.yaml",
}

root = sys.argv[1]
faults = 0
files = 0
for name, pattern in PLACES.items():
    schema = json.load(open(f"{root}/locales/schema/{name}.schema.json", encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    paths = sorted(glob.glob(f"{root}/{pattern}"))
    if not paths:
        faults += 1
        print(f"{pattern}: no such file")
    for path in paths:
        files += 1
        for error in validator.iter_errors(yaml.load(open(path, encoding="utf-8"), Loader)):
            faults += 1
            print(f"{path[len(root) + 1:]}: {'.'.join(map(str, error.absolute_path))}: {error.message[:160]}")
print(f"{files} files, {faults} faults")
sys.exit(1 if faults else 0)
