internal import DriftFindings

/// Aligned segments in XLIFF 2.1 (OASIS Standard, 2018): a `<file>` for each pair of documents, a `<unit>` of one
/// `<segment>` for each pair of parts.
///
/// Confidence, kind and lines stand in the standard's metadata module, in the category `driftlint`.
package enum AlignmentXLIFF {
    /// nil where no pair can be written: a file of the format has at least one. A document of the format has one target
    /// language, so that of each set only the target in `locale` is written.
    ///
    /// - Parameter uncertain: whether to write pairs that are not certain too.
    package static func render(_ report: AlignmentReport, locale: String, uncertain: Bool = false) -> String? {
        var files = ""
        var count = 0
        guard let source = report.sets.first?.members.first?.locale else { return nil }
        for set in report.sets where set.members[0].locale == source {
            for member in set.members.indices.dropFirst() where set.members[member].locale == locale {
                guard let file = file(set, member: member, id: count + 1, uncertain: uncertain) else { continue }
                count += 1
                files += file
            }
        }
        guard count > 0 else { return nil }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"\
             version="2.1" srcLang=\(XMLText.attribute(source)) trgLang=\(XMLText.attribute(locale)) xml:space="preserve">
            \(files)</xliff>

            """
    }

    private static func file(_ set: AlignedText, member: Int, id: Int, uncertain: Bool) -> String? {
        let units = set.units.filter { $0.translated(uncertain: uncertain).contains(member) }
        guard !units.isEmpty else { return nil }
        let (source, target) = (set.members[0], set.members[member])
        var output = """
              <file id="f\(id)" original=\(XMLText.attribute(source.path)) srcDir=\(direction(source))\
             trgDir=\(direction(target))>
            \(metadata([("target", target.path)], indent: "    "))
            """
        for (index, unit) in units.enumerated() { output += element(unit, member: member, id: index + 1) }
        return output + "  </file>\n"
    }

    private static func direction(_ member: AlignedText.Member) -> String {
        member.isRightToLeft ? "\"rtl\"" : "\"ltr\""
    }

    private static func element(_ unit: AlignedUnit, member: Int, id: Int) -> String {
        let entry = unit.entries[member]
        guard let source = unit.entries[0].passage, let target = entry.passage else { return "" }
        let data = [
            ("confidence", "\(entry.confidence ?? 0)"), ("kind", unit.kind.rawValue), ("source-line", "\(source.line)"),
            ("target-line", "\(target.line)"),
        ]
        let doubt = entry.isCertain ? "" : " subState=\"driftlint:uncertain\""
        return """
                <unit id="u\(id)">
            \(metadata(data, indent: "      "))\
                  <segment state="translated"\(doubt)>
                    <source>\(content(source.text))</source>
                    <target>\(content(target.text))</target>
                  </segment>
                </unit>

            """
    }

    private static func metadata(_ entries: [(type: String, value: String)], indent: String) -> String {
        let items = entries.map { type, value in
            "\(indent)    <mda:meta type=\"\(type)\">\(XMLText.content(value))</mda:meta>\n"
        }
        return """
            \(indent)<mda:metadata>
            \(indent)  <mda:metaGroup category="driftlint">
            \(items.joined())\(indent)  </mda:metaGroup>
            \(indent)</mda:metadata>

            """
    }

    /// What XML cannot hold is written as the format's own element for it.
    private static func content(_ text: String) -> String {
        XMLText.content(text) { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            return "<cp hex=\"\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)\"/>"
        }
    }
}
