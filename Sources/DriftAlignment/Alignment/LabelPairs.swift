import DriftMarkdown
import DriftText

/// Which words in bold at the beginning of paragraphs translate which, in documents that repeat them: “Note:”, “Example:”.
struct LabelPairs {
    /// How often two labels must stand in partners, and in what share of those in which either stands.
    private static let leastCount = 3
    private static let leastShare: Float = 0.6

    private var translations: [UInt64: UInt64] = [:]
    private var known: Set<UInt64> = []

    /// - Parameter pairs: the labels of segments that are partners; nil for those that have none.
    init(_ pairs: [(source: UInt64?, target: UInt64?)]) {
        var (totals, others): ([UInt64: Int], [UInt64: Int]) = ([:], [:])
        var counts: [UInt64: [UInt64: Int]] = [:]
        for case (.some(let source), .some(let target)) in pairs {
            totals[source, default: 0] += 1
            others[target, default: 0] += 1
            counts[source, default: [:]][target, default: 0] += 1
        }
        for (source, targets) in counts {
            for (target, count) in targets where count >= Self.leastCount {
                let most = max(totals[source] ?? 0, others[target] ?? 0)
                if Float(count) >= Self.leastShare * Float(most) { translations[source] = target }
            }
        }
        known = Set(translations.values)
    }

    var isEmpty: Bool { translations.isEmpty }

    /// Whether two labels translate one another; nil where either is unknown.
    func agree(_ source: UInt64?, _ target: UInt64?) -> Bool? {
        guard let source, let target, let translation = translations[source], known.contains(target) else { return nil }
        return translation == target
    }
}

extension Segment {
    /// Of the words in bold that the text begins with, where it goes on behind them.
    func label(in document: Document) -> UInt64? {
        guard let first = inlines.first, first.kind == .strong, !isStrongThroughout else { return nil }
        var hash = StableHash()
        hash.combine(document.source.bytes[first.content.indices])
        return hash.value
    }
}
