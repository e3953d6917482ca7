import DriftAlignment
import DriftLanguage
import DriftText

/// Writes a value of the source in place of a changed one, in the notation that the translation has there.
struct ValueRepair {
    let expected: [UInt8]
    let found: [UInt8]
    let source: ValueReader
    let target: ValueReader

    /// What to write, and whether it is certain: the source's own notation, which the locale writes too. nil where the
    /// notation leaves room for doubt.
    func text() -> (text: [UInt8], isCertain: Bool)? {
        guard let value = only(source, expected), let old = only(target, found) else { return nil }
        let text = value.kind == .date ? DateNotation(old, found)?.writing(value) : number(value)
        guard let text, text != found, let new = only(target, text), new.agrees(with: value) else { return nil }
        return (text, text == expected)
    }

    /// The value that a text says as a whole.
    private func only(_ reader: ValueReader, _ text: [UInt8]) -> TypedValue? {
        let values = reader.values(in: text)
        guard values.count == 1, values[0].range == text.indices else { return nil }
        return values[0]
    }

    /// The digits of the source between what stands before and behind those of the translation, such as a unit.
    private func number(_ value: TypedValue) -> [UInt8]? {
        guard let digits = expected.digits, let old = found.digits, let notation = notation(of: digits, value)
        else { return nil }
        let isPlain = [expected[..<digits.lowerBound], expected[digits.upperBound...]].allSatisfy(\.isEmpty)
        let isBare = [found[..<old.lowerBound], found[old.upperBound...]].allSatisfy(\.isEmpty)
        guard value.kind != .time || isPlain == isBare else { return nil }
        return found[..<old.lowerBound] + notation + found[old.upperBound...]
    }

    /// The digits as the locale writes them.
    private func notation(of digits: Range<Int>, _ value: TypedValue) -> [UInt8]? {
        let text = Array(expected[digits])
        let hasMarks = text.contains { !$0.isASCIIDigit }
        if !hasMarks || value.kind == .version || value.kind == .time { return text }
        if source.hasDecimalComma == target.hasDecimalComma { return text }
        guard value.readings.count == 1 else { return nil }
        return text.map { byte in
            byte == UInt8(ascii: ".") ? UInt8(ascii: ",") : byte == UInt8(ascii: ",") ? UInt8(ascii: ".") : byte
        }
    }
}

extension [UInt8] {
    /// From the first digit of ASCII to the last; nil where there is none or a letter stands between.
    fileprivate var digits: Range<Int>? {
        guard let first = firstIndex(where: \.isASCIIDigit), let last = lastIndex(where: \.isASCIIDigit),
            !self[first...last].contains(where: \.isASCIILetter)
        else { return nil }
        return first..<last + 1
    }
}
