import DriftLanguage
import DriftText

/// Compares dates, numbers and other typed values, in any order within a segment.
struct ValueDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        if pair.target.values.isEmpty { return [] }
        let sides = (
            values(pair.source).map { (value: $0, text: pair.source.text.bytes[$0.range]) },
            values(pair.target).map { (value: $0, text: pair.target.text.bytes[$0.range]) }
        )
        let left = Unmatched(sides.0, sides.1, extent: pair.extent) {
            $0.value.readings + [$0.text.stableHash]
        } equal: {
            agree($0.value, $1.value)
        }
        let unmatched = versions(in: left.source.map(\.value), left.target.map(\.value))
        return TypedValue.Kind.allCases.flatMap { kind in
            compare(kind, unmatched.source.filter { $0.kind == kind }, unmatched.target.filter { $0.kind == kind })
        } + changedWord(unmatched.source, unmatched.target) + changedSeries(unmatched.source, unmatched.target)
    }

    /// A series such as `1, 1, 2, 3 and 5` of which one side has one number more, and nothing else differs.
    private func changedSeries(_ source: [TypedValue], _ target: [TypedValue]) -> [Difference] {
        guard source.count + target.count == 1, let value = source.first ?? target.first,
            let expected = NumberSeries.longest(in: pair.source), let found = NumberSeries.longest(in: pair.target),
            (source.isEmpty ? found : expected).contains(value), abs(expected.count - found.count) == 1
        else { return [] }
        return [
            pair.changed(
                .number, pair.source.text.sourceRange(expected.range), pair.target.text.sourceRange(found.range))
        ]
    }

    /// The values, of which a number such as `3.8` is a version where the other side has one more, as `3.6.3`.
    private func versions(
        in source: [TypedValue], _ target: [TypedValue]
    ) -> (source: [TypedValue], target: [TypedValue]) {
        let more = target.filter { $0.kind == .version }.count - source.filter { $0.kind == .version }.count
        return (
            recast(source, count: more, in: pair.source), recast(target, count: -more, in: pair.target)
        )
    }

    /// The first so many numbers with one full stop as versions.
    private func recast(_ values: [TypedValue], count: Int, in segment: Segment) -> [TypedValue] {
        guard count > 0 else { return values }
        var left = count
        return values.map { value in
            let dots = segment.text.bytes[value.range].filter { $0 == UInt8(ascii: ".") }.count
            guard left > 0, value.kind == .number, dots == 1 else { return value }
            left -= 1
            return value.asVersion(in: segment.text.bytes)
        }
    }

    /// A number that the source has in words and the translation, as another one, in digits: the only such of each side.
    private func changedWord(_ source: [TypedValue], _ target: [TypedValue]) -> [Difference] {
        guard source.isEmpty, target.count == 1, let found = target.first,
            found.kind == .number, !pair.sourceOutline.values.spells(found, in: pair.source.text.bytes)
        else { return [] }
        let words = pair.sourceOutline.values.numbersInWords(in: pair.source.text.bytes)
        guard let word = words.first, words.allSatisfy({ $0.readings == word.readings }),
            pair.target.values.filter({ agree(word, $0) }).count < words.count,
            !pair.targetOutline.values.spells(word, in: pair.target.text.bytes)
        else { return [] }
        let near = pair.neighbours
        guard !isDrawn(found, to: near.source, from: near.target) else { return [] }
        return [
            pair.changed(
                .number, pair.source.text.sourceRange(word.range), pair.target.text.sourceRange(found.range))
        ]
    }

    /// Without the number of a heading, which one new section shifts in all that follow, unless the headings around it
    /// are numbered as in the source.
    private func values(_ segment: Segment) -> [TypedValue] {
        guard pair.kind == .heading, !isNumberedAround else { return segment.values }
        return segment.values.filter { value in
            segment.text.bytes[..<value.range.lowerBound].contains { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0xF0 }
        }
    }

    /// Whether the numbered headings before and behind have the same numbers on both sides.
    private var isNumberedAround: Bool {
        guard pair.source.values.first != nil, pair.target.values.first != nil, hasEqualLevels else { return false }
        return [-1, 1].allSatisfy { step in
            guard let index = numberedHeading(from: pair.sourceIndex, step),
                let partner = pair.set.segment(of: pair.member, for: index)
            else { return false }
            let (heading, other) = (pair.sourceOutline.segments[index], pair.targetOutline.segments[partner])
            guard let number = heading.values.first, let counterpart = other.values.first else { return false }
            return number.agrees(with: counterpart)
        }
    }

    /// A heading of another number and another level is another heading.
    private var hasEqualLevels: Bool {
        pair.sourceOutline.part(of: pair.sourceIndex).level == pair.targetOutline.part(of: pair.targetIndex).level
    }

    /// The next heading of the source, on its way to one end, in which a number stands.
    private func numberedHeading(from start: Int, _ step: Int) -> Int? {
        let outline = pair.sourceOutline
        return sequence(first: start + step) { $0 + step }.prefix { outline.segments.indices.contains($0) }.first {
            outline.part(of: $0).kind == .heading && !outline.segments[$0].values.isEmpty
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
        let isEven = source.count == target.count
        var left = source.filter { !isSpelled($0, in: .target, isEven: isEven) }
        var right = target.filter { !isSpelled($0, in: .source, isEven: isEven) }
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
        // A number that was taken for a version may say the same, as `4.24` and `4.24.0` do.
        return zip(left, right).filter { !agree($0, $1) && !areSteps($0, $1) && !pair.isConverted($0, $1) }.map {
            var difference = pair.changed(
                kind.aspect, pair.source.text.sourceRange($0.range), pair.target.text.sourceRange($1.range))
            difference.isCertain =
                !isOfAnotherItem($1) && (kind != .date || !RepeatedEntry(pair: pair).isKey)
            return difference
        }
    }

    /// Whether two small numbers may be those of steps of the list that they stand in, of which the sides have not as many.
    private func areSteps(_ source: TypedValue, _ target: TypedValue) -> Bool {
        guard source.kind == .number, let steps = pair.sourceOutline.siblingCount(ofItemWith: pair.sourceIndex),
            let others = pair.targetOutline.siblingCount(ofItemWith: pair.targetIndex), steps != others
        else { return false }
        return source.isAmong(1...steps) && target.isAmong(1...others)
    }

    /// Whether another item of the source's list has a value of the translation's: the items may stand in another order.
    private func isOfAnotherItem(_ value: TypedValue) -> Bool {
        let outline = pair.sourceOutline
        guard let item = outline.nearest(.item, around: pair.sourceIndex)
        else { return false }
        return outline.children(of: Int(outline.parts[item].parent)).contains { other in
            guard other != item, let segment = outline.firstSegment(in: other) else { return false }
            return outline.segments[segment].values.contains { $0.agrees(with: value) }
        }
    }

    private enum Side { case source, target }

    /// Whether a value of one side stands in words on the other, and there alone. Articles are no numbers where both
    /// sides have as many digits left.
    private func isSpelled(_ value: TypedValue, in side: Side, isEven: Bool) -> Bool {
        let isInSource = pair.sourceOutline.values.spells(value, in: pair.source.text.bytes)
        let isInTarget = pair.targetOutline.values.spells(value, in: pair.target.text.bytes)
        if isEven, isInSource && isInTarget || value.isNoneOrOne { return false }
        return side == .source ? isInSource : isInTarget
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

extension Outline {
    /// How many items the numbered list has in which a segment stands; nil where it stands in none.
    fileprivate func siblingCount(ofItemWith segment: Int) -> Int? {
        guard let list = nearest(.list, around: segment),
            [UInt8(ascii: "."), UInt8(ascii: ")")].contains(document.blocks[Int(parts[list].block)].detail.code)
        else { return nil }
        return children(of: list).count
    }
}
