internal import DriftFindings

/// The alignment for programs; `.github/driftlint-alignment.schema.json` describes it.
package enum AlignmentJSON {
    package static func render(_ report: AlignmentReport) -> String {
        JSONValue.object(["version": .int(1), "sets": .array(report.sets.map(value))]).pretty
    }

    private static func value(_ set: AlignedText) -> JSONValue {
        .object([
            "set": .string(set.name), "members": .array(set.members.map(value)),
            "units": .array(set.units.map { value($0, in: set) }),
        ])
    }

    private static func value(_ member: AlignedText.Member) -> JSONValue {
        .object([
            "locale": .string(member.locale), "path": .string(member.path), "agreement": .int(member.agreement),
            "related": .bool(member.isRelated),
        ])
    }

    private static func value(_ unit: AlignedUnit, in set: AlignedText) -> JSONValue {
        .object([
            "kind": .string(unit.kind.rawValue), "level": .int(unit.level),
            "row": unit.cell.map { .int($0.row) }, "column": unit.cell.map { .int($0.column) },
            "entries": .array(
                unit.entries.indices.filter { unit.entries[$0].state != .none }
                    .map { value(unit.entries[$0], member: $0, in: set) }),
        ])
    }

    private static func value(_ entry: AlignedEntry, member: Int, in set: AlignedText) -> JSONValue {
        .object([
            "member": .int(member), "locale": .string(set.members[member].locale),
            "state": .string(entry.state.rawValue), "confidence": entry.confidence.map { .int($0) },
            "certain": entry.confidence.map { _ in .bool(entry.isCertain) },
            "line": entry.passage.map { .int($0.line) }, "lastLine": entry.passage.map { .int($0.lastLine) },
            "text": entry.passage.map { .string($0.text) },
        ])
    }
}
