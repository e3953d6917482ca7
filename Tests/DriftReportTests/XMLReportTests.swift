import DriftReport
import FoundationEssentials
import Golden
import Testing

private let hasXML = Python.run("import xml.etree.ElementTree")
private let hasLXML = Python.run("import lxml")

@Test(.enabled(if: hasXML, "needs python3"), arguments: ["junit.xml", "checkstyle.xml"])
func xmlHoldsWhatJSONHolds(file: String) {
    let script = """
        import json, re, sys
        import xml.etree.ElementTree as xml
        findings = json.load(open(sys.argv[2], encoding="utf-8"))["findings"]
        root = xml.parse(sys.argv[1]).getroot()
        def shown(text):
            return re.sub("[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]",
                          lambda c: " " if c[0] == "\\t" else "\\\\u{%X}" % ord(c[0]), text)
        expected = [(f["path"], str(f["start"]["line"]), f["severity"], shown(f["message"])) for f in findings]
        if root.tag == "checkstyle":
            found = [(file.get("name"), error.get("line"), error.get("severity"), error.get("message"))
                     for file in root for error in file]
            sys.exit(0 if found == expected and found else f"{found} are not {expected}")
        texts = "".join(root.itertext())
        for path, line, severity, message in expected:
            if not re.search(re.escape(shown(path)) + f":{line}:\\\\d+: {severity} [a-z-]+: " + re.escape(message), texts):
                sys.exit(f"{message} is missing")
        for suite in root:
            failures = sum(1 for case in suite if case.find("failure") is not None)
            if (suite.get("tests"), suite.get("failures")) != (str(len(suite)), str(failures)): sys.exit("wrong counts")
        if [suite.get("name") for suite in root] != ["ar", "de", "es", "hi", "ja", "ko"]: sys.exit("wrong suites")
        if [root.get("tests"), root.get("failures")] != ["6", "4"]: sys.exit("wrong totals")
        """
    let folder = Golden.root + "/fixtures/reports/"
    #expect(Python.run(script, [folder + file, folder + "report.json"]))
}

@Test(.enabled(if: hasLXML, "needs python3 with lxml"), arguments: ["junit.xml", "checkstyle.xml"])
func xmlFollowsItsGrammar(file: String) {
    let script = """
        import io, sys
        from lxml import etree
        tree = etree.parse(sys.argv[1])
        dtd = etree.DTD(io.StringIO('''
        <!ELEMENT testsuites (testsuite*)>
        <!ATTLIST testsuites name CDATA #IMPLIED tests CDATA #IMPLIED failures CDATA #IMPLIED errors CDATA #IMPLIED>
        <!ELEMENT testsuite (testcase*)>
        <!ATTLIST testsuite name CDATA #REQUIRED tests CDATA #REQUIRED failures CDATA #REQUIRED
          errors CDATA #REQUIRED skipped CDATA #IMPLIED time CDATA #IMPLIED>
        <!ELEMENT testcase (failure?, system-out?)>
        <!ATTLIST testcase name CDATA #REQUIRED classname CDATA #REQUIRED time CDATA #IMPLIED>
        <!ELEMENT failure (#PCDATA)> <!ATTLIST failure message CDATA #IMPLIED type CDATA #REQUIRED>
        <!ELEMENT system-out (#PCDATA)>
        <!ELEMENT checkstyle (file*)> <!ATTLIST checkstyle version CDATA #REQUIRED>
        <!ELEMENT file (error*)> <!ATTLIST file name CDATA #REQUIRED>
        <!ELEMENT error EMPTY>
        <!ATTLIST error line NMTOKEN #REQUIRED column NMTOKEN #IMPLIED severity (error | warning | info) #REQUIRED
          message CDATA #REQUIRED source CDATA #IMPLIED>'''))
        if not dtd.validate(tree): sys.exit(str(dtd.error_log))
        """
    #expect(Python.run(script, [Golden.root + "/fixtures/reports/\(file)"]))
}

/// Columns of reviewdog count bytes: cut out of the line, they give what the other columns give of its scalars.
@Test(.enabled(if: hasXML, "needs python3"))
func columnsOfReviewdogCountBytes() {
    let script = """
        import json, sys
        report, reviewdog = [json.load(open(path, encoding="utf-8")) for path in sys.argv[1:]]
        columns = [d["location"]["range"]["start"]["column"] for d in reviewdog["diagnostics"]]
        scalars = [f["start"]["column"] for f in report["findings"]]
        lines = {7: "日本語のテキストです👩‍👩‍👧。か\\u3099"}
        index = next(i for i, f in enumerate(report["findings"]) if f["message"].startswith("“7”"))
        if columns[index] != len(lines[7].encode()) + 1 or scalars[index] != len(lines[7]) + 1: sys.exit(f"{columns}")
        suggestions = [s for d in reviewdog["diagnostics"] for s in d.get("suggestions", [])]
        if [s["text"] for s in suggestions] != ["5\\t\\"\\u202e"]: sys.exit(f"{suggestions}")
        """
    let folder = Golden.root + "/fixtures/reports/"
    #expect(Python.run(script, [folder + "report.json", folder + "report.rdjson"]))
}
