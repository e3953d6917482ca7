import DriftMarkdown
import DriftText

/// Compares keys that the reader is to press: the names of modifiers are said in the reader's language, the key itself is
/// another only by a slip.
struct KeyDifferences {
    /// Those of a document that one can be sure of.
    let pairs: [SegmentPair]

    /// From so many on, the translation tells the keys of a program that has others in its language.
    private static let several = 3

    func differences() -> [Difference] {
        let found = pairs.filter { !$0.isJoined && $0.kind != .codeBlock }.compactMap(changed)
        return found.count < Self.several ? found : found.map(\.asUncertain)
    }

    /// The only key that another one stands for, among as many on both sides.
    private func changed(_ pair: SegmentPair) -> Difference? {
        guard pair.source.marks.contains(.key) else { return nil }
        let (source, target) = (pair.source.text, pair.target.text)
        guard source.bytes != target.bytes else { return nil }
        var left = KeyCombination.all(in: source.bytes)
        guard !left.isEmpty else { return nil }
        let found = KeyCombination.all(in: target.bytes)
        guard found.count == left.count else { return nil }
        let right = found.filter { combination in
            guard let index = left.firstIndex(where: { $0.isSame(as: combination) }) else { return true }
            left.remove(at: index)
            return false
        }
        guard left.count == 1, right.count == 1, left[0].modifiers == right[0].modifiers else { return nil }
        return difference(pair, left[0], right[0])
    }

    /// At the key alone, so that the modifiers stay as the translation has them.
    private func difference(_ pair: SegmentPair, _ source: KeyCombination, _ target: KeyCombination) -> Difference {
        let counterpart = pair.sourcePassage(pair.source.text.sourceRange(source.key))
        let (expected, found) = (text(source, pair.source), text(target, pair.target))
        return Difference(
            .changed, .identifier, at: pair.targetPassage(pair.target.text.sourceRange(target.key)),
            counterparts: [counterpart], expected: expected, found: found,
            cause: Difference.cause(.changed, .identifier, member: 0, expected))
    }

    private func text(_ combination: KeyCombination, _ segment: Segment) -> String {
        String(decoding: segment.text.bytes[combination.range], as: UTF8.self).replacing("\u{FFFC}", with: "")
    }
}
