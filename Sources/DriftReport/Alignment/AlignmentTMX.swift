internal import DriftFindings

/// A translation memory in TMX 1.4b: a `<tu>` for each unit that has a pair, with a `<tuv>` for each locale.
///
/// The confidence of a pair stands in the target's `<tuv>` as `<prop type="x-confidence">`, in percent.
package enum AlignmentTMX {
    /// - Parameter uncertain: whether to write pairs that are not certain too.
    package static func render(_ report: AlignmentReport, uncertain: Bool = false) -> String {
        let sources = Set(report.sets.compactMap(\.members.first?.locale))
        let source = sources.count == 1 ? sources.first ?? "*all*" : "*all*"
        var output = """
            <?xml version="1.0" encoding="UTF-8"?>
            <tmx version="1.4">
              <header creationtool="driftlint" creationtoolversion=\(XMLText.attribute(report.toolVersion))\
             segtype="paragraph" o-tmf="Markdown" adminlang="en" srclang=\(XMLText.attribute(source))\
             datatype="plaintext"/>
              <body>

            """
        var count = 0
        for set in report.sets {
            for unit in set.units {
                let targets = unit.translated(uncertain: uncertain)
                if targets.isEmpty { continue }
                count += 1
                output += element(unit, targets, in: set, id: count)
            }
        }
        return output + "  </body>\n</tmx>\n"
    }

    private static func element(_ unit: AlignedUnit, _ targets: [Int], in set: AlignedText, id: Int) -> String {
        var output = "    <tu tuid=\"\(id)\" srclang=\(XMLText.attribute(set.members[0].locale))>\n"
        output += "      " + property("x-kind", unit.kind.rawValue)
        for member in [0] + targets { output += variant(unit.entries[member], set.members[member]) }
        return output + "    </tu>\n"
    }

    private static func variant(_ entry: AlignedEntry, _ member: AlignedText.Member) -> String {
        guard let passage = entry.passage else { return "" }
        var output = "      <tuv xml:lang=\(XMLText.attribute(member.locale))>\n"
        if let confidence = entry.confidence { output += "        " + property("x-confidence", "\(confidence)") }
        output += "        " + property("x-file", member.path)
        output += "        " + property("x-line", "\(passage.line)")
        return output + "        <seg>\(XMLText.content(passage.text))</seg>\n      </tuv>\n"
    }

    private static func property(_ type: String, _ value: String) -> String {
        "<prop type=\"\(type)\">\(XMLText.content(value))</prop>\n"
    }
}
