import DriftText

/// Judges code spans that differ by how both documents use code elsewhere: what is another value, what is a name and no
/// code, and what is the translator's way of writing.
struct CodeUsage {
    let set: AlignedSet
    let member: Int

    /// So many lost spans, if they are a quarter of all, are a way of writing.
    private static let many = 20

    /// How often each code span stands in a document, its backticks included.
    private typealias Counts = [[UInt8]: Int]

    /// Linear in both documents where code spans differ at all.
    func settled(_ differences: [Difference]) -> [Difference] {
        guard differences.contains(where: { isChanged($0) || isLost($0) }) else { return differences }
        let (source, target) = (set.source.countsOfCode, set.members[member].outline.countsOfCode)
        let values = differences.filter { !isChanged($0) || !isOtherValue($0, source, target) }
            .map { isSlipOfSource($0, source, target) ? $0.atSource ?? $0 : $0 }
        let names = plainNames(among: values, source, target)
        return withHabit(values.filter { !isLost($0) || !names.contains(name(of: $0)) }, source)
    }

    private func isChanged(_ difference: Difference) -> Bool {
        difference.kind == .changed && difference.aspect == .codeSpan
    }

    private func isLost(_ difference: Difference) -> Bool {
        difference.kind == .lost && difference.aspect == .codeSpan
    }

    /// Whether both documents have both codes as spans elsewhere: the translation says the same of another value.
    private func isOtherValue(_ difference: Difference, _ source: Counts, _ target: Counts) -> Bool {
        guard let (code, other) = codes(of: difference) else { return false }
        return code != other && source[other, default: 0] > 0 && target[code, default: 0] > 0
    }

    /// Whether the source has its code once, and elsewhere the translation's, of which it is a slip.
    private func isSlipOfSource(_ difference: Difference, _ source: Counts, _ target: Counts) -> Bool {
        guard isChanged(difference), let (code, other) = codes(of: difference) else { return false }
        return source[code] == 1 && target[code] == nil && source[other, default: 0] > 0 && code.isMistyped(as: other)
    }

    /// The source's code and the translation's.
    private func codes(of difference: Difference) -> ([UInt8], [UInt8])? {
        guard let expected = difference.counterparts.first?.range else { return nil }
        let found = difference.passage.range
        return (
            set.source.document.source.bytes[expected.indices].comparableCode,
            set.members[member].outline.document.source.bytes[found.indices].comparableCode
        )
    }

    /// Names among what was lost, such as that of a product, that the translation always writes as plain text, and the
    /// source, too: once for a name with a capital, else far more often than as code. Without a capital, it may as well be a
    /// word of the source's language, such as “return”, unless the translation often has it.
    private func plainNames(among differences: [Difference], _ source: Counts, _ target: Counts) -> Set<[UInt8]> {
        let names = Set(differences.filter(isLost).map(name).filter { $0.allSatisfy(\.isNameByte) })
        guard !names.isEmpty else { return [] }
        let plain = set.source.plainWords(among: names)
        let often = names.filter { name in
            let code = [0x60] + name + [0x60]
            let least = name.isCapitalizedName ? 1 : max(5, 3 * source[code, default: 0])
            return target[code] == nil && plain[name, default: 0] >= least
        }
        let words = often.filter { !$0.isCapitalizedName }
        if words.isEmpty { return often }
        let kept = set.members[member].outline.plainWords(among: words)
        return often.filter { $0.isCapitalizedName || kept[$0, default: 0] >= 3 }
    }

    /// With one cause where a document does without code spans: many are lost, and a good part of all that the source has.
    private func withHabit(_ differences: [Difference], _ source: Counts) -> [Difference] {
        let lost = differences.count(where: isLost)
        guard lost >= Self.many, 4 * lost >= source.values.reduce(0, +) else { return differences }
        let cause = Difference.cause(.lost, .codeSpan, member: member, "document")
        return differences.map { difference in
            var difference = difference
            if isLost(difference) { difference.cause = cause }
            return difference
        }
    }

    /// The source's code without its backticks.
    private func name(of difference: Difference) -> [UInt8] {
        guard let range = difference.counterparts.first?.range else { return [] }
        return set.source.document.source.bytes[range.indices].filter { $0 != UInt8(ascii: "`") }
    }
}

extension Outline {
    fileprivate var countsOfCode: [[UInt8]: Int] {
        var counts: [[UInt8]: Int] = [:]
        for inline in segments.flatMap(\.inlines) where inline.kind == .codeSpan {
            counts[document.source.bytes[inline.range.indices].comparableCode, default: 0] += 1
        }
        return counts
    }

    /// How often each of some words stands in the text, code excepted; none that does not.
    fileprivate func plainWords(among words: Set<[UInt8]>) -> [[UInt8]: Int] {
        var found: [[UInt8]: Int] = [:]
        for segment in segments.indices where part(of: segment).kind != .codeBlock {
            for word in segments[segment].text.bytes.split(whereSeparator: { !$0.isNameByte }) {
                let name = Array(word.last == UInt8(ascii: ".") ? word.dropLast() : word)
                if words.contains(name) { found[name, default: 0] += 1 }
            }
        }
        return found
    }
}

extension UInt8 {
    /// Whether a byte is of a name such as `Next.js`.
    fileprivate var isNameByte: Bool { isWord || self == UInt8(ascii: ".") }
}

extension [UInt8] {
    /// Whether a text is one word with a capital letter at its start and small ones, such as `Next.js`.
    fileprivate var isCapitalizedName: Bool {
        guard let first, first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") else { return false }
        return contains { $0 >= 0x61 && $0 <= 0x7A } && allSatisfy(\.isNameByte)
    }
}
