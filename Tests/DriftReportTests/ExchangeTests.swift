import DriftFindings
import DriftText
import FoundationEssentials
import Testing

@testable import DriftReport

/// What a translation tool should read of a document.
private struct Exchange: Sendable, CustomTestStringConvertible {
    let name: String
    let locale: String
    let uncertain: Bool

    var testDescription: String { "\(name) \(locale)\(uncertain ? " uncertain" : "")" }

    var report: AlignmentReport { ExampleAlignment.single(locale) }

    var document: String {
        name == "tmx"
            ? AlignmentTMX.render(report, uncertain: uncertain)
            : AlignmentXLIFF.render(report, locale: locale, uncertain: uncertain) ?? ""
    }

    /// Locales, and source and target of each pair, as they were handed to the format.
    var expected: String {
        let pairs = report.sets.flatMap(\.units).filter { !$0.translated(uncertain: uncertain).isEmpty }.map { unit in
            JSONValue.array(unit.entries.compactMap { $0.passage.map { .string(readable($0.text)) } })
        }
        return JSONValue.object([
            "format": .string(name), "source": .string("en"), "target": .string(locale), "pairs": .array(pairs),
            "confidences": .array(
                report.sets.flatMap(\.units).filter { !$0.translated(uncertain: uncertain).isEmpty }
                    .map { .string("\($0.entries[1].confidence ?? 0)") }),
        ]).pretty
    }

    /// What XML cannot hold is spelt out, or stands in an element that the reader leaves out.
    private func readable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "\u{7}" || scalar == "\u{FFFE}" {
                result += name == "tmx" ? scalar.visibleEscape : ""
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Runs a script on the document and on what is expected of it.
    func isAccepted(by script: String) throws -> Bool {
        let folder = FileManager.default.temporaryDirectory
        let files = [document, expected].map { ($0, folder.appending(path: "driftlint-\(UUID().uuidString)")) }
        defer { for file in files { try? FileManager.default.removeItem(at: file.1) } }
        for (text, file) in files { try Data(text.utf8).write(to: file) }
        return Python.run(script, files.map { $0.1.path })
    }

    static let all = ["tmx", "xliff"].flatMap { name in
        ["de", "ja", "ar"].flatMap { locale in
            [true, false].map { Exchange(name: name, locale: locale, uncertain: $0) }
        }
    }
}

private let hasToolkit = Python.run("import lxml; from translate.storage import tmx, xliff2")

@Test(.enabled(if: hasToolkit, "needs python3 with translate-toolkit"), arguments: Exchange.all)
private func toolsReadWhatWasWritten(exchange: Exchange) throws {
    let script = """
        import json, sys
        from translate.storage import tmx, xliff2
        expected = json.load(open(sys.argv[2], encoding="utf-8"))
        if expected["format"] == "tmx":
            store = tmx.tmxfile(open(sys.argv[1], "rb"), expected["source"], expected["target"])
            locales = [store.document.getroot().find("header").get("srclang")]
            variants = [n.get("{http://www.w3.org/XML/1998/namespace}lang") for n in store.document.iter("tuv")]
            locales += sorted(set(variants) - set(locales))
            confidences = [n.text for n in store.document.iter("prop") if n.get("type") == "x-confidence"]
        else:
            store = xliff2.Xliff2File.parsefile(sys.argv[1])
            locales = [store.sourcelanguage, store.targetlanguage]
            meta = "{urn:oasis:names:tc:xliff:metadata:2.0}meta"
            confidences = [n.text for n in store.document.iter(meta) if n.get("type") == "confidence"]
        pairs = [[str(unit.source), str(unit.target)] for unit in store.units]
        for name, found in [("pairs", pairs), ("confidences", confidences)]:
            if found != expected[name]: sys.exit(f"{name}: {found} are not {expected[name]}")
        if locales != [expected["source"], expected["target"]]: sys.exit(f"locales are {locales}")
        if not pairs: sys.exit("no pairs")
        """
    #expect(try exchange.isAccepted(by: script))
}

@Test(.enabled(if: hasToolkit, "needs python3 with lxml"), arguments: Exchange.all)
private func documentsFollowTheirGrammars(exchange: Exchange) throws {
    let script = """
        import io, json, sys
        from lxml import etree
        tree = etree.parse(sys.argv[1])
        if json.load(open(sys.argv[2], encoding="utf-8"))["format"] == "tmx":
            dtd = etree.DTD(io.StringIO('''
        <!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #REQUIRED>
        <!ELEMENT header (note | prop | ude)*> <!ELEMENT ude EMPTY> <!ELEMENT note (#PCDATA)>
        <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
          segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
          srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
        <!ELEMENT body (tu*)> <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
        <!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED srclang CDATA #IMPLIED>
        <!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
        <!ELEMENT seg (#PCDATA)>'''))
            if not dtd.validate(tree): sys.exit(str(dtd.error_log))
            sys.exit(0)
        dtd = etree.DTD(io.StringIO('''
        <!ELEMENT xliff (file+)>
        <!ATTLIST xliff xmlns CDATA #FIXED "urn:oasis:names:tc:xliff:document:2.0"
          xmlns:mda CDATA #FIXED "urn:oasis:names:tc:xliff:metadata:2.0" version CDATA #FIXED "2.1"
          srcLang CDATA #REQUIRED trgLang CDATA #REQUIRED xml:space (default | preserve) #IMPLIED>
        <!ELEMENT file (mda:metadata?, unit+)>
        <!ATTLIST file id NMTOKEN #REQUIRED original CDATA #IMPLIED srcDir (ltr | rtl | auto) #IMPLIED
          trgDir (ltr | rtl | auto) #IMPLIED>
        <!ELEMENT unit (mda:metadata?, segment+)> <!ATTLIST unit id NMTOKEN #REQUIRED>
        <!ELEMENT mda:metadata (mda:metaGroup+)> <!ELEMENT mda:metaGroup (mda:meta+)>
        <!ATTLIST mda:metaGroup category CDATA #IMPLIED>
        <!ELEMENT mda:meta (#PCDATA)> <!ATTLIST mda:meta type CDATA #REQUIRED>
        <!ELEMENT segment (source, target)>
        <!ATTLIST segment state (initial | translated | reviewed | final) #IMPLIED subState CDATA #IMPLIED>
        <!ELEMENT source (#PCDATA | cp)*> <!ELEMENT target (#PCDATA | cp)*>
        <!ELEMENT cp EMPTY> <!ATTLIST cp hex CDATA #REQUIRED>'''))
        if not dtd.validate(tree): sys.exit(str(dtd.error_log))
        for parent in [tree.getroot(), *tree.getroot()]:
            ids = [child.get("id") for child in parent if child.get("id")]
            if not ids or len(ids) != len(set(ids)): sys.exit(f"ids are not unique: {ids}")
        """
    #expect(try exchange.isAccepted(by: script))
}
