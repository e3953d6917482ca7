import DriftLanguage
import DriftText

/// Compares what equal numbers count: 30 MB is not 30 GB.
struct UnitDifferences {
    let pair: SegmentPair

    private struct Side {
        let value: TypedValue
        let quantity: Quantity?
    }

    func differences() -> [Difference] {
        guard pair.target.values.contains(where: { $0.kind == .number }),
            pair.source.text.bytes != pair.target.text.bytes
        else { return [] }
        let sources = sides(pair.source, pair.sourceOutline.values)
        guard sources.contains(where: { $0.quantity != nil }) else { return [] }
        let unmatched = Unmatched(sources, sides(pair.target, pair.targetOutline.values), extent: pair.extent) {
            $0.value.readings
        } equal: {
            $0.quantity?.unit.name == $1.quantity?.unit.name && $0.value.agrees(with: $1.value)
        }
        return unmatched.source.compactMap { side in
            guard let quantity = side.quantity, let other = partner(of: side, in: unmatched),
                let found = other.quantity, found.unit.dimension == quantity.unit.dimension
            else { return nil }
            return difference(quantity, found)
        }
    }

    private func sides(_ segment: Segment, _ reader: ValueReader) -> [Side] {
        segment.values.filter { $0.kind == .number }.map {
            Side(value: $0, quantity: reader.quantity(of: $0, in: segment.text.bytes))
        }
    }

    /// The only value left in the target with a number that only one value left in the source has.
    private func partner(of side: Side, in unmatched: Unmatched<Side>) -> Side? {
        let others = unmatched.target.filter { $0.value.agrees(with: side.value) }
        guard others.count == 1, unmatched.source.count(where: { $0.value.agrees(with: side.value) }) == 1 else {
            return nil
        }
        return others[0]
    }

    private func difference(_ quantity: Quantity, _ found: Quantity) -> Difference {
        var difference = pair.changed(
            .unit, pair.source.text.sourceRange(quantity.range), pair.target.text.sourceRange(found.range))
        // An example that was moved to the readers' country is told in its money.
        difference.isCertain = !found.unit.home.contains(pair.targetOutline.locale.language)
        return difference
    }
}

extension SegmentPair {
    /// Whether two numbers amount to the same in other units, as 10 km and 6.2 mi do.
    func isConverted(_ source: TypedValue, _ target: TypedValue) -> Bool {
        guard let quantity = sourceOutline.values.quantity(of: source, in: self.source.text.bytes),
            let other = targetOutline.values.quantity(of: target, in: self.target.text.bytes)
        else { return false }
        return quantity.unit.name != other.unit.name && quantity.amounts(to: other)
    }
}
