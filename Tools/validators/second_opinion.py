"""page-validation: a second, independent implementation of the same standards (Rust, no Java)."""


class PageValidation:
    """Judges as veraPDF does, and answers in the same form."""

    name = "page-validation"

    def __init__(self):
        import page

        self._page = page

    def judge(self, path: str, profile: str) -> dict:
        """Whether a file conforms to a profile, how much was looked at, and which rules it breaks."""
        report = self._page.validate_pdf(path, profile=profile, limits=self._page.SafetyLimits.unlimited())
        failures = {}
        for failure in report.failures:
            entry = failures.setdefault(failure.rule_id, {
                "rule": failure.rule_id, "count": 0, "message": failure.message,
                "where": f"object {failure.object_id.object_number}" if failure.object_id else ""})
            entry["count"] += 1
        return {"conforms": report.is_compliant, "checks": report.rules.total, "failures": list(failures.values())}
