import DriftLanguage
import DriftText

/// Compares dates, numbers and other typed values, in any order within a segment.
struct ValueDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        let unmatched = Unmatched(values(pair.source), values(pair.target)) { agree($0, $1) }
        return TypedValue.Kind.allCases.flatMap { kind in
            compare(kind, unmatched.source.filter { $0.kind == kind }, unmatched.target.filter { $0.kind == kind })
        }
    }

    /// Without the number of a heading, which one new section shifts in all that follow.
    private func values(_ segment: Segment) -> [TypedValue] {
        guard pair.kind == .heading else { return segment.values }
        return segment.values.filter { value in
            segment.text.bytes[..<value.range.lowerBound].contains { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0xF0 }
        }
    }

    private func agree(_ source: TypedValue, _ target: TypedValue) -> Bool {
        source.agrees(with: target)
            || pair.source.text.bytes[source.range].elementsEqual(pair.target.text.bytes[target.range])
    }

    /// A value of which the other side has none in digits may be a word there, or repeat another, so only as many as
    /// both sides have are compared.
    private func compare(_ kind: TypedValue.Kind, _ source: [TypedValue], _ target: [TypedValue]) -> [Difference] {
        if source.isEmpty || target.isEmpty { return [] }
        var left = source.filter { !pair.targetOutline.values.spells($0, in: pair.target.text.bytes) }
        var right = target.filter { !pair.sourceOutline.values.spells($0, in: pair.source.text.bytes) }
        if left.count != right.count {
            left.removeAll { value in pair.target.values.contains { agree(value, $0) } }
            right.removeAll { value in pair.source.values.contains { agree($0, value) } }
        }
        if !left.isEmpty || !right.isEmpty {
            let near = pair.neighbours
            left.removeAll { isDrawn($0, to: near.target, from: near.source) }
            right.removeAll { isDrawn($0, to: near.source, from: near.target) }
        }
        guard left.count == right.count else { return [] }
        return zip(left, right).map {
            pair.changed(
                kind.aspect, pair.source.text.sourceRange($0.range), pair.target.text.sourceRange($1.range))
        }
    }

    /// Whether more neighbours on the other side have a value than on its own: its sentence stands there.
    private func isDrawn(_ value: TypedValue, to others: [Segment], from own: [Segment]) -> Bool {
        func count(_ segments: [Segment]) -> Int {
            segments.reduce(0) { sum, segment in sum + segment.values.filter { $0.agrees(with: value) }.count }
        }
        return count(others) > count(own)
    }
}

extension TypedValue.Kind {
    var aspect: Difference.Aspect {
        switch self {
        case .number: .number
        case .date: .date
        case .time: .time
        case .version: .version
        case .percentage: .percentage
        }
    }
}
