internal import DriftFindings
internal import DriftText

/// The alignment as a table: a header line, then one unit a line, with columns of its own for each target locale.
///
/// In fields, a backslash, a tab and the line ends are written `\\`, `\t`, `\n` and `\r`, and what is unsafe to display
/// as `\u{…}`.
package enum AlignmentTSV {
    package static func render(_ report: AlignmentReport) -> String {
        let columns = columns(of: report)
        let head =
            ["set", "kind", "row", "source", "source.line", "source.text"]
            + columns.flatMap { name in ["line", "state", "confidence", "text"].map { "\(name).\($0)" } }
        var output = line(head)
        for set in report.sets {
            let names = names(of: set)
            let places = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
            for unit in set.units {
                output += line(source(unit, in: set) + columns.flatMap { target(unit, member: places[$0]) })
            }
        }
        return output
    }

    /// The locales of a set's members, those that are met again with a number behind them; empty for the source.
    private static func names(of set: AlignedText) -> [String] {
        var counts: [String: Int] = [:]
        return set.members.enumerated().map { index, member in
            if index == 0 { return "" }
            let count = counts[member.locale, default: 0] + 1
            counts[member.locale] = count
            return count == 1 ? member.locale : "\(member.locale)-\(count)"
        }
    }

    private static func columns(of report: AlignmentReport) -> [String] {
        var columns: [String] = []
        var known: Set<String> = []
        for name in report.sets.flatMap({ names(of: $0).dropFirst() }) where known.insert(name).inserted {
            columns.append(name)
        }
        return columns
    }

    private static func source(_ unit: AlignedUnit, in set: AlignedText) -> [String] {
        let passage = unit.entries.first?.passage
        return [
            set.name, unit.kind.rawValue, unit.cell.map { "\($0.row)" } ?? "", set.members.first?.locale ?? "",
            passage.map { "\($0.line)" } ?? "", passage?.text ?? "",
        ]
    }

    private static func target(_ unit: AlignedUnit, member: Int?) -> [String] {
        guard let member, unit.entries[member].state != .none else { return ["", "", "", ""] }
        let entry = unit.entries[member]
        return [
            entry.passage.map { "\($0.line)" } ?? "", entry.state.rawValue, entry.confidence.map { "\($0)" } ?? "",
            entry.passage?.text ?? "",
        ]
    }

    private static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: "\t") + "\n"
    }

    private static func field(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case _ where scalar.isUnsafeToDisplay: result += scalar.visibleEscape
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
