import DriftText

/// Judges names that differ by how both documents use them elsewhere: which side is mistyped, and what may be another name.
struct NameUsage {
    let set: AlignedSet
    let member: Int

    /// Without names that both documents have elsewhere, and with slips of the source at the source. Linear in both
    /// documents where names differ at all.
    func settled(_ differences: [Difference]) -> [Difference] {
        guard differences.contains(where: isName) else { return differences }
        let counts = (Self.counts(set.source), Self.counts(set.members[member].outline))
        return differences.compactMap { difference in
            isName(difference) ? settled(difference, counts.0, counts.1) : difference
        }
    }

    private func isName(_ difference: Difference) -> Bool {
        difference.kind == .changed && difference.aspect == .identifier
    }

    private typealias Counts = [ArraySlice<UInt8>: Int]

    private static func counts(_ outline: Outline) -> Counts {
        var counts: Counts = [:]
        for name in ProseName.names(in: outline.document.source.bytes) { counts[name.text, default: 0] += 1 }
        return counts
    }

    private func settled(_ difference: Difference, _ source: Counts, _ target: Counts) -> Difference? {
        let (expected, found) = (Array(difference.expected.utf8), Array(difference.found.utf8))
        if isSameButForCase(expected, found) { return difference.asUncertain }
        if source[found[...], default: 0] == 0 { return difference }
        if target[expected[...], default: 0] > 0 { return nil }
        return source[expected[...], default: 0] == 1 && expected.isMistyped(as: found)
            ? difference.atSource : difference.asUncertain
    }

    private func isSameButForCase(_ name: [UInt8], _ other: [UInt8]) -> Bool {
        func folded(_ name: [UInt8]) -> [UInt8] { name.map { $0.isASCIILetter ? $0 | 0x20 : $0 } }
        return folded(name) == folded(other)
    }
}

extension Difference {
    /// The same with the source to edit; nil where it has no place there.
    var atSource: Difference? {
        counterparts.first.map {
            Difference(
                kind, aspect, at: $0, counterparts: [passage], expected: found, found: expected, cause: cause)
        }
    }
}

extension [Difference] {
    /// With each slip of the source once, though several translations show it.
    var withSourceNamesOnce: [Difference] {
        var seen: Set<Difference.Passage> = []
        return filter { difference in
            ![.identifier, .codeSpan].contains(difference.aspect) || difference.passage.member > 0
                || seen.insert(difference.passage).inserted
        }
    }
}
