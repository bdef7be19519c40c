"""Judges PDF files with veraPDF and page-validation; see ../validate for use and exit status."""

import argparse
import json
import os
import sys
import tempfile

from control import control_file
from second_opinion import PageValidation
from verapdf import PROFILE_FILES, VeraPDF

CONFORMS, DOES_NOT_CONFORM, COULD_NOT_RUN, USAGE = 0, 1, 7, 64
VALIDATORS = {"verapdf": VeraPDF, "page": PageValidation}


class Arguments(argparse.ArgumentParser):
    """Wrong use has the exit status that wrong use has everywhere in this project."""

    def error(self, message):
        self.exit(USAGE, f"error: {message}\n")


def judge(validator, path: str, profile: str) -> dict:
    """One verdict; a validator that breaks down gives an error, never a verdict."""
    verdict = {"validator": validator.name, "profile": profile}
    try:
        return verdict | validator.judge(path, profile)
    except Exception as problem:  # whatever Java or Rust throws
        return verdict | {"error": f"{type(problem).__name__}: {problem}"[:300]}


def failed_controls(validators, profiles) -> list[str]:
    """Whether the validators can still tell good from bad: what each says of two files whose verdict is known."""
    complaints = []
    with tempfile.TemporaryDirectory(prefix="complain-control-") as folder:
        for expected, name in ((True, "good"), (False, "bad")):
            path = os.path.join(folder, f"{name}.pdf")
            with open(path, "wb") as file:
                file.write(control_file(good=expected))
            for validator in validators:
                for profile in profiles:
                    verdict = judge(validator, path, profile)
                    if verdict.get("conforms") is not expected:
                        complaints.append(f"{validator.name} misjudges the known-{name} file for {profile}: "
                                          + json.dumps(verdict.get("failures", verdict.get("error"))))
    return complaints


def describe(path: str, verdict: dict) -> str:
    """A verdict for people."""
    head = f"{verdict['validator']} {verdict['profile']} {path}"
    if "error" in verdict:
        return f"ERROR {head}: {verdict['error']}"
    if verdict["conforms"]:
        return f"PASS {head} ({verdict['checks']} checks)"
    lines = [f"FAIL {head}"]
    for failure in verdict["failures"]:
        lines.append(f"  [{failure['rule']}] {failure['count']} times: {failure['message']}")
        if failure["where"]:
            lines.append(f"      at {failure['where']}")
    return "\n".join(lines)


def main() -> int:
    parser = Arguments(prog="Tools/validate", description="Judges PDF files with two independent validators.")
    parser.add_argument("--profiles", default="3a,ua1", help="of: " + ", ".join(PROFILE_FILES))
    parser.add_argument("--validators", default="verapdf,page", help="of: " + ", ".join(VALIDATORS))
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a PDF file; - reads names from standard input")
    arguments = parser.parse_args()
    profiles, wanted = arguments.profiles.split(","), arguments.validators.split(",")
    for name, known in [(p, PROFILE_FILES) for p in profiles] + [(v, VALIDATORS) for v in wanted]:
        if name not in known:
            parser.error(f"{name!r} is none of {', '.join(known)}")
    files = [line.rstrip("\n") for line in sys.stdin] if arguments.files == ["-"] else arguments.files
    if not files:
        parser.error("no file to judge")

    try:
        validators = [VALIDATORS[name]() for name in wanted]
    except Exception as problem:
        print(f"error: a validator does not start: {type(problem).__name__}: {problem}", file=sys.stderr)
        return COULD_NOT_RUN
    controls = failed_controls(validators, profiles)
    for complaint in controls:
        print(f"error: {complaint}", file=sys.stderr)

    status, results = COULD_NOT_RUN if controls else CONFORMS, []
    for path in files:
        verdicts = [judge(validator, path, profile) for validator in validators for profile in profiles]
        results.append({"file": path, "verdicts": verdicts})
        if any("error" in verdict for verdict in verdicts):
            status = COULD_NOT_RUN
        elif not all(verdict["conforms"] for verdict in verdicts):
            status = max(status, DOES_NOT_CONFORM)
        if not arguments.json:
            print("\n".join(describe(path, verdict) for verdict in verdicts))
    if arguments.json:
        json.dump({"controls": controls, "files": results}, sys.stdout, ensure_ascii=False)
        print()
    return status


if __name__ == "__main__":
    sys.exit(main())
