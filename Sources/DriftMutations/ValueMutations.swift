import DriftLanguage
import DriftMarkdown
import DriftText

/// Numbers, dates and versions that are others.
extension Subject {
    func changedNumbers(_ kind: MutationKind, inCells: Bool) -> [Mutation] {
        sharedValues().compactMap { value in
            let place = target.blocks[value.block].kind
            guard value.groups.count == 1, value.text.count <= 4,
                inCells ? place == .tableCell : place == .paragraph, let number = value.groups.first
            else { return nil }
            let other = padded(number + 2, to: value.text)
            return changed(kind, value, into: other)
        }
    }

    func changedDates() -> [Mutation] {
        let kept = Set(values(of: source, inSource).filter(\.isDate).map { $0.groups.sorted() })
        return values(of: target, inTarget).filter { $0.isDate && kept.contains($0.groups.sorted()) }.compactMap {
            value in
            guard let day = value.dayIndex else { return nil }
            var written = value.text.split(separator: value.separator, omittingEmptySubsequences: false).map(Array.init)
            written[day] = padded(value.groups[day] % 27 + 1, to: written[day])
            return changed(.date, value, into: Array(written.joined(separator: [value.separator])))
        }
    }

    func changedVersions() -> [Mutation] {
        sharedValues().filter(\.isVersion).compactMap { value in
            var written = value.text.split(separator: value.separator).map(Array.init)
            guard let last = written.last, let number = value.groups.last else { return nil }
            written[written.count - 1] = padded(number + 2, to: last)
            return changed(.version, value, into: Array(written.joined(separator: [value.separator])))
        }
    }

    private func changed(_ kind: MutationKind, _ value: WrittenValue, into other: [UInt8]) -> Mutation? {
        guard other != value.text else { return nil }
        let line = String(decoding: value.text + " → ".utf8 + other, as: UTF8.self)
        return Mutation(kind, [.init(value.range, other)], line)
    }

    /// The digits of a number, with zeros before them where the text that they replace has them.
    private func padded(_ number: Int, to text: [UInt8]) -> [UInt8] {
        let digits = Array(String(number).utf8)
        guard text.first == UInt8(ascii: "0"), digits.count < text.count else { return digits }
        return [UInt8](repeating: UInt8(ascii: "0"), count: text.count - digits.count) + digits
    }

    // MARK: What is no drift

    /// Dots in place of the commas between thousands, or into a long number that has none.
    func localizedNumbers() -> [Mutation] {
        guard ValueReader(locale: locale).hasDecimalComma else { return [] }
        return sharedValues().compactMap { value in
            guard
                value.separator == UInt8(ascii: ",") ? value.isGrouped : value.groups.count == 1 && value.text.count > 4
            else { return nil }
            let digits = value.text.filter(\.isASCIIDigit)
            guard digits.first != UInt8(ascii: "0"), digits.count < 10 else { return nil }
            var other: [UInt8] = []
            for (index, digit) in digits.enumerated() {
                if index > 0, (digits.count - index) % 3 == 0 { other.append(UInt8(ascii: ".")) }
                other.append(digit)
            }
            return changed(.numberLocalized, value, into: other)
        }
    }
}
