extension ValueScan {
    /// `2020-04-05`, `05/04/2020`, `04.05.2020`, `4. 5. 2020`, `03/2020`.
    func numericDate() -> TypedValue? {
        if let value = spacedDate() { return value }
        guard groups.count >= 2 else { return nil }
        if groups.count >= 3, separators[0] == separators[1], separators.count < 3 || separators[2] != separators[0] {
            let readings = dateReadings(groups[0], groups[1], groups[2], separator: separators[0])
            if !readings.isEmpty { return fullDate(readings) }
        }
        guard groups.count == 2 || separators[1] != separators[0] else { return nil }
        guard let reading = monthAndYear() else { return nil }
        return TypedValue(kind: .date, range: groups[0].start..<groups[1].end, readings: [reading])
    }

    private func fullDate(_ readings: [UInt64]) -> TypedValue {
        let isShort = separators[0] == .dot && groups[2].count == 2
        let versions = isShort ? [Reading.version(groups[0..<3].map(\.value))] : []
        return TypedValue(
            kind: isShort ? .version : .date, range: groups[0].start..<groups[2].end, readings: readings + versions)
    }

    /// With points, the day comes first in the languages that write dates so.
    private func dateReadings(
        _ first: DigitGroup, _ second: DigitGroup, _ third: DigitGroup, separator: DigitSeparator
    ) -> [UInt64] {
        guard separator == .slash || separator == .hyphen || separator == .dot, second.count <= 2 else { return [] }
        if first.count == 4, third.count <= 2 {
            return Self.date(year: first.small, month: second.small, day: third.small).map { [$0] } ?? []
        }
        guard first.count <= 2, third.count == 4 || (third.count == 2 && separator != .hyphen) else { return [] }
        let years = third.count == 4 ? [third.small] : third.small < 50 ? [2000 + third.small] : [1900 + third.small]
        return years.flatMap { year in
            let dayFirst = Self.date(year: year, month: second.small, day: first.small)
            let monthFirst =
                separator == .dot && conventions.hasDecimalComma
                ? nil : Self.date(year: year, month: first.small, day: second.small)
            return [dayFirst, monthFirst].compactMap(\.self)
        }
    }

    /// The reading of a day that exists; nil otherwise.
    private static func date(year: Int, month: Int, day: Int) -> UInt64? {
        guard (1000...2999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return Reading.date(year: year, month: month, day: day)
    }

    private func monthAndYear() -> UInt64? {
        let (first, second) = (groups[0], groups[1])
        if separators[0] == .slash, first.count <= 2, second.count == 4 {
            return Self.date(year: second.small, month: first.small, day: 1).map { _ in
                Reading.date(year: second.small, month: first.small, day: 0)
            }
        }
        guard separators[0] == .slash || separators[0] == .hyphen, first.count == 4, second.count == 2 else {
            return nil
        }
        return Self.date(year: first.small, month: second.small, day: 1).map { _ in
            Reading.date(year: first.small, month: second.small, day: 0)
        }
    }

    /// `4. 5. 2020` as in Czech and `2020. 4. 5.` as in Korean.
    private func spacedDate() -> TypedValue? {
        let first = groups[0]
        guard first.count <= 4, let second = groupAfterDot(first), second.count <= 2,
            let third = groupAfterDot(second), third.count <= 4
        else { return nil }
        let readings = dateReadings(first, second, third, separator: .dot)
        guard !readings.isEmpty, first.count == 4 || third.count == 4 else { return nil }
        let isPadded = third.start > second.end + 1
        return isPadded ? TypedValue(kind: .date, range: first.start..<third.end, readings: readings) : nil
    }

    private func groupAfterDot(_ group: DigitGroup) -> DigitGroup? {
        guard text.matches([UInt8(ascii: ".")], at: group.end) else { return nil }
        let start = text.skippingSpaces(from: group.end + 1)
        return start <= group.end + 3 ? text.digitGroup(at: start) : nil
    }

    // MARK: Dates with characters

    /// `2020年4月5日`, `4月5日`, `5월`, `4 tháng 5 năm 2020`.
    func characterDate() -> TypedValue? {
        let first = groups[0]
        if first.count == 4 || first.count == 2, let end = end(of: Self.years, after: first.end),
            let month = text.digitGroup(at: text.skippingSpaces(from: end)),
            let monthEnd = self.end(of: Self.months, after: month.end)
        {
            return monthDate(from: first.start, year: first.small, month: month, monthEnd: monthEnd)
        }
        if let monthEnd = end(of: Self.months, after: first.end) {
            return monthDate(from: first.start, year: 0, month: first, monthEnd: monthEnd)
        }
        return conventions.language == "vi" ? vietnameseDate() : nil
    }

    private static let years: [[UInt8]] = ["年", "년"].map { Array($0.utf8) }
    private static let months: [[UInt8]] = ["月", "월"].map { Array($0.utf8) }
    private static let days: [[UInt8]] = ["日", "日", "号", "號", "일"].map { Array($0.utf8) }

    /// The end of the first of some characters that stands at an offset, perhaps after spaces.
    func end(of characters: [[UInt8]], after index: Int) -> Int? {
        let start = text.skippingSpaces(from: index)
        return characters.first { text.matches($0, at: start) }.map { start + $0.count }
    }

    private func monthDate(from start: Int, year: Int, month: DigitGroup, monthEnd: Int) -> TypedValue? {
        guard (1...12).contains(month.small) else { return nil }
        let year = year > 0 && year < 100 ? 2000 + year : year
        var end = monthEnd
        var day = 0
        if let group = text.digitGroup(at: text.skippingSpaces(from: monthEnd)), (1...31).contains(group.small),
            let dayEnd = self.end(of: Self.days, after: group.end)
        {
            (end, day) = (dayEnd, group.small)
        }
        return TypedValue(
            kind: .date, range: start..<end, readings: [Reading.date(year: year, month: month.small, day: day)])
    }

    private func vietnameseDate() -> TypedValue? {
        let first = groups[0]
        let word = Array("tháng".utf8)
        var day: DigitGroup?
        var month = first
        if let end = end(of: [word], after: first.end) {
            guard let group = text.digitGroup(at: text.skippingSpaces(from: end)) else { return nil }
            (day, month) = (first, group)
        } else if !wordBefore(first.start).elementsEqual(word) {
            return nil
        }
        guard (1...12).contains(month.small), (1...31).contains(day?.small ?? 1) else { return nil }
        let yearStart = end(of: [Array("năm".utf8), [0x2C], [0x2F]], after: month.end)
        let year = yearStart.flatMap { text.digitGroup(at: text.skippingSpaces(from: $0)) }.flatMap {
            $0.count == 4 ? $0 : nil
        }
        return TypedValue(
            kind: .date, range: first.start..<(year?.end ?? month.end),
            readings: [Reading.date(year: year?.small ?? 0, month: month.small, day: day?.small ?? 0)])
    }

    /// The word before an offset, spaces between them, in small letters.
    func wordBefore(_ index: Int) -> [UInt8] {
        var end = index
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        return text.folded(text.startOfLetters(before: end)..<end)
    }
}
