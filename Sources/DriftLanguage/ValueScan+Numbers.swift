/// Versions, percentages and plain numbers.
extension ValueScan {
    /// A decimal number as it is written: `digits` · 10^-`scale`.
    private struct Decimal {
        var digits: UInt64
        var scale: Int

        func reading(shiftedBy power: Int = 0) -> UInt64 { Reading.number(digits, scale: scale - power) }
    }

    /// `v1`, `v1.2`, `V2.0.1-beta`.
    func prefixedVersion() -> TypedValue? {
        let first = groups[0]
        guard hasVersionPrefix(first.start) else { return nil }
        let parts = dottedGroups()
        var readings = [Reading.version(parts.map(\.value))]
        if parts.count <= 2 { readings += decimals(parts.count).map { $0.reading() } }
        let end = endOfVersion(parts.last?.end ?? first.end)
        return TypedValue(kind: .version, range: first.start - 1..<end, readings: readings)
    }

    /// `1.2.3`, `127.0.0.1`, `3.x`; not `1.000.000`.
    func version() -> TypedValue? {
        let parts = dottedGroups()
        guard parts.count >= 3, !parts.dropFirst().allSatisfy({ $0.count == 3 }) || parts[0].count > 3 else {
            return nil
        }
        let end = endOfVersion(parts[parts.count - 1].end)
        return TypedValue(
            kind: .version, range: parts[0].start..<end, readings: [Reading.version(parts.map(\.value))])
    }

    private func dottedGroups() -> ArraySlice<DigitGroup> {
        let count = separators.firstIndex { $0 != .dot } ?? separators.count
        return groups[0...count]
    }

    /// The end of `-beta.1`, `rc1`, `.x` after the digits of a version.
    private func endOfVersion(_ index: Int) -> Int {
        var end = index
        while end < text.count {
            let byte = text[end]
            if byte < 0x80, Scalars.isLatin(UInt32(byte)) || (byte >= 0x30 && byte <= 0x39) {
                end += 1
            } else if byte == 0x2D || byte == 0x2E, end + 1 < text.count,
                (text[end + 1] < 0x80 && Scalars.isLatin(UInt32(text[end + 1])))
                    || (end > index && text.digit(at: end + 1) != nil)
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    // MARK: Numbers

    /// nil where letters that touch the digits make them a name, such as `4b48cb`, and for the `3rd` of `3rd-party`.
    func number() -> TypedValue? {
        if text.matches(Array("rd".utf8), at: groups[0].end), isThirdParty() { return nil }
        let (count, decimals) = numberShape()
        var value = TypedValue(kind: .number, range: groups[0].start..<groups[count - 1].end, readings: [])
        value.readings = decimals.map { $0.reading() }
        if count == 2, separators[0] == .dot, let month = monthReading() { value.readings.append(month) }
        if count > 2, separators[0] == .dot, separators[1] == .dot {
            value.readings.append(Reading.version(groups[0..<count].map(\.value)))
        }
        guard let end = applySuffix(to: &value, decimals: decimals) else { return nil }
        value.range = value.range.lowerBound..<end
        if value.kind == .number, hasPercentPrefix() { makePercentage(&value) }
        return value
    }

    private func isThirdParty() -> Bool {
        let start = groups[0].end + 3
        return start + 4 < text.count && text.folded(start..<start + 4).elementsEqual("part".utf8)
    }

    private func monthReading() -> UInt64? {
        let (first, second) = (groups[0], groups[1])
        if first.count <= 2, second.count == 4, (1...12).contains(first.small) {
            return Reading.date(year: second.small, month: first.small, day: 0)
        }
        guard first.count == 4, second.count == 2, (1...12).contains(second.small) else { return nil }
        return Reading.date(year: first.small, month: second.small, day: 0)
    }

    /// How many groups form the number, and the ways to read them.
    private func numberShape() -> (count: Int, decimals: [Decimal]) {
        let grouped = groupedCount()
        if grouped > 1 {
            let separator = separators[0]
            if grouped < groups.count, isDecimalMark(separators[grouped - 1]), separators[grouped - 1] != separator {
                return (grouped + 1, [decimal(integerGroups: grouped, hasFraction: true)])
            }
            // `1.000` and `1,000` are a thousand here and one, with three decimals, there.
            let isDoubtful = grouped == 2 && (separator == .dot || separator == .comma)
            return (grouped, [decimal(integerGroups: grouped, hasFraction: false)] + (isDoubtful ? decimals(2) : []))
        }
        return isDecimalPair() ? (2, decimals(2)) : (1, decimals(1))
    }

    /// How many groups from the first on are joined as thousands, or in the Indian way: 1 if none are.
    private func groupedCount() -> Int {
        guard groups.count > 1, groups[0].count <= 3, groups[0].value > 0 else { return 1 }
        let separator = separators[0]
        guard isGroupingMark(separator) else { return 1 }
        var count = 1
        while count < groups.count, separators[count - 1] == separator, groups[count].count == 3 { count += 1 }
        if count > 1 { return count }
        while count < groups.count, separators[count - 1] == separator, groups[count].count == 2 { count += 1 }
        let isIndian = separator == .comma && count > 1 && count < groups.count
        return isIndian && separators[count - 1] == .comma && groups[count].count == 3 ? count + 1 : 1
    }

    private func isGroupingMark(_ separator: DigitSeparator) -> Bool {
        switch separator {
        case .comma, .dot, .apostrophe, .grouping: true
        case .space: conventions.groupsWithSpaces
        default: false
        }
    }

    private func isDecimalMark(_ separator: DigitSeparator) -> Bool {
        separator == .dot || separator == .comma || separator == .decimal
    }

    private func isDecimalPair() -> Bool {
        guard groups.count > 1 else { return false }
        switch separators[0] {
        case .dot, .decimal: return true
        // A further comma makes it a list.
        case .comma:
            let start = groups[0].start
            let isList = text.matches([0x2C], at: start - 1) && consumed == start - 1
            return conventions.hasDecimalComma && !isList && (separators.count == 1 || separators[1] != .comma)
        default: return false
        }
    }

    /// The first one or two groups as an integer or a decimal number; all zeros after the mark may be left out.
    private func decimals(_ count: Int) -> [Decimal] {
        if count == 1 { return [decimal(integerGroups: 1, hasFraction: false)] }
        let full = decimal(integerGroups: 1, hasFraction: true)
        return groups[1].value == 0 ? [full, decimal(integerGroups: 1, hasFraction: false)] : [full]
    }

    private func decimal(integerGroups: Int, hasFraction: Bool) -> Decimal {
        var result = Decimal(digits: 0, scale: 0)
        for group in groups[0..<(hasFraction ? integerGroups + 1 : integerGroups)] {
            for _ in 0..<min(group.count, 40) { result.digits = result.digits &* 10 }
            result.digits = result.digits &+ group.value
        }
        if hasFraction { result.scale = groups[integerGroups].count }
        return result
    }
}

// MARK: What follows a number

extension ValueScan {
    /// The end of the number with what belongs to it; nil where the letters after it make it a name.
    private func applySuffix(to value: inout TypedValue, decimals: [Decimal]) -> Int? {
        let end = value.range.upperBound
        guard end < text.count else { return end }
        if text[end] == 0x2E, text.matches([0x78], at: end + 1), !text.isLatin(at: end + 2) { return end + 2 }
        if text.isLatin(at: end) { return applyLetters(to: &value, decimals: decimals) }
        let start = text.skippingSpaces(from: end)
        guard start < text.count else { return end }
        if let sign = conventions.signs.first(where: { text.matches($0.bytes, at: start) }) {
            return apply(sign.suffix, to: &value, decimals: decimals) ? start + sign.bytes.count : end
        }
        guard start > end || text[end] >= 0x80 else { return end }
        return applyWord(at: start, to: &value, decimals: decimals) ?? end
    }

    /// Letters that touch the digits: a unit, an ordinal, an exponent; or the rest of a version.
    private func applyLetters(to value: inout TypedValue, decimals: [Decimal]) -> Int? {
        let start = value.range.upperBound
        if let end = applyExponent(to: &value, decimals: decimals) { return end }
        let end = text.endOfLetters(from: start, where: Scalars.isLatin)
        let touchesDigit = text.digit(at: end) != nil || text.matches([0x5F], at: end)
        let isTimes = end == start + 1 && text[start] == UInt8(ascii: "x")
        if end - start <= 12, !touchesDigit || (isTimes && groups[0].value > 0) {
            let word = text.folded(start..<end)
            let magnitude = Self.attached(text[start..<end])
            let isName = word.count == 1 && (text[start] == UInt8(ascii: "D") || text[start] == UInt8(ascii: "G"))
            if !isName, let suffix = magnitude ?? conventions.suffixes.meaning(of: word) {
                _ = apply(suffix, to: &value, decimals: decimals)
                return end
            }
            if conventions.writesEndingsOnDigits, word.elementsEqual(text[start..<end]) { return end }
        }
        return groups.count > 1 && separators[0] == .dot ? endOfVersion(start) : nil
    }

    /// `K`, `M` and `B` that touch a number multiply it; `5 M` may be anything.
    private static func attached(_ letters: ArraySlice<UInt8>) -> NumberConventions.Suffix? {
        guard letters.count == 1 else { return nil }
        switch letters.first {
        case UInt8(ascii: "K"), UInt8(ascii: "k"): return .multiplier(power: 3)
        case UInt8(ascii: "M"): return .multiplier(power: 6)
        case UInt8(ascii: "B"): return .multiplier(power: 9)
        default: return nil
        }
    }

    private func applyExponent(to value: inout TypedValue, decimals: [Decimal]) -> Int? {
        let start = value.range.upperBound
        guard text[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        let isSigned = text.matches([0x2B], at: start + 1) || text.matches([0x2D], at: start + 1)
        guard let power = text.digitGroup(at: start + (isSigned ? 2 : 1)), power.count <= 4,
            !text.isLatin(at: power.end)
        else { return nil }
        let shift = text[start + 1] == 0x2D ? -power.small : power.small
        value.readings = decimals.map { $0.reading(shiftedBy: shift) }
        return power.end
    }

    private func applyWord(at start: Int, to value: inout TypedValue, decimals: [Decimal]) -> Int? {
        var end = text.endOfLetters(from: start)
        guard end > start, end - start <= 32 else { return nil }
        var word = text.folded(start..<end)
        if word.elementsEqual("per".utf8) || word.elementsEqual("por".utf8) || word.elementsEqual("pour".utf8) {
            end = text.endOfLetters(from: text.skippingSpaces(from: end))
            guard end - start <= 32 else { return nil }
            word = text.folded(start..<end)
        }
        guard let suffix = conventions.suffixes.meaning(of: word) else { return nil }
        return apply(suffix, to: &value, decimals: decimals) ? end : nil
    }

    /// Whether the suffix changed what the number may mean.
    private func apply(_ suffix: NumberConventions.Suffix, to value: inout TypedValue, decimals: [Decimal]) -> Bool {
        switch suffix {
        case .letters: return false
        case .percent: makePercentage(&value)
        case .multiplier(let power): value.readings += decimals.map { $0.reading(shiftedBy: power) }
        }
        return true
    }

    private func makePercentage(_ value: inout TypedValue) {
        value.kind = .percentage
        value.readings += value.readings.map(Reading.percentage)
    }

    /// `%50` as in Turkish and Basque, `百分之50`.
    private func hasPercentPrefix() -> Bool {
        let start = groups[0].start
        var end = start
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        if text.matches(Array("百分之".utf8), at: end - 9) { return true }
        let isSign = text.matches([0x25], at: end - 1) || text.matches([0xD9, 0xAA], at: end - 2)
        return isSign && (end == start || ["tr", "eu"].contains(conventions.language))
            && text.digit(at: end - 2) == nil
    }
}
