/// Dates with the name of a month.
extension ValueScan {
    func monthNameDate() -> TypedValue? {
        groups[0].count <= 4 ? dayBeforeMonth() ?? monthBeforeDay() ?? yearBeforeMonth() : nil
    }

    /// `4. Mai 2020`, `4 de mayo de 2020`, `4th of May`.
    private func dayBeforeMonth() -> TypedValue? {
        let day = groups[0]
        guard (1...31).contains(day.small), day.count <= 2 else { return nil }
        let start = skippingConnectives(from: endOfOrdinal(day.end))
        let end = text.endOfLetters(from: start)
        guard end > start, end - start < 40, let month = conventions.months.meaning(of: text.folded(start..<end)) else {
            return nil
        }
        let year = year(after: end)
        guard year != nil || (month.isFull && (!month.isEnglish || isCapital(at: start))) else { return nil }
        return TypedValue(
            kind: .date, range: day.start..<(year?.end ?? end),
            readings: [Reading.date(year: year?.small ?? 0, month: month.number, day: day.small)])
    }

    /// `May 4, 2020`, `May 4th`, `mayo de 2020`.
    private func monthBeforeDay() -> TypedValue? {
        let first = groups[0]
        guard let name = monthName(before: first.start) else { return nil }
        if first.count == 4, (1900...2100).contains(first.small) {
            let reading = Reading.date(year: first.small, month: name.month.number, day: 0)
            return TypedValue(kind: .date, range: name.start..<first.end, readings: [reading])
        }
        guard first.count <= 2, (1...31).contains(first.small), isCapital(at: name.start) else { return nil }
        let end = endOfOrdinal(first.end)
        guard end >= text.count || !text.isLatin(at: end) else { return nil }
        let year = year(after: end)
        return TypedValue(
            kind: .date, range: name.start..<(year?.end ?? end),
            readings: [Reading.date(year: year?.small ?? 0, month: name.month.number, day: first.small)])
    }

    /// `2020. május 4.`, `2020ko maiatzaren 4a`, `2020 May 4`.
    private func yearBeforeMonth() -> TypedValue? {
        let year = groups[0]
        guard year.count == 4, (1900...2100).contains(year.small) else { return nil }
        let suffix = text.matches(Array("ko".utf8), at: year.end) ? 2 : text.matches([0x2E], at: year.end) ? 1 : 0
        let start = text.skippingSpaces(from: year.end + suffix)
        let end = text.endOfLetters(from: start)
        guard start > year.end, end > start, end - start < 40,
            let month = conventions.months.meaning(of: text.folded(start..<end)),
            month.isFull, !month.isEnglish || isCapital(at: start)
        else { return nil }
        let day = text.digitGroup(at: text.skippingSpaces(from: end)).flatMap {
            $0.small <= 31 && $0.small > 0 ? $0 : nil
        }
        var dateEnd = day?.end ?? end
        if day != nil { dateEnd = text.endOfLetters(from: dateEnd, where: Scalars.isLatin) }
        return TypedValue(
            kind: .date, range: year.start..<dateEnd,
            readings: [Reading.date(year: year.small, month: month.number, day: day?.small ?? 0)])
    }

    private func monthName(before index: Int) -> (month: NumberConventions.Month, start: Int)? {
        var end = index
        for _ in 0..<2 {
            while end > consumed, [0x20, 0x2C, 0x2E].contains(text[end - 1]) { end -= 1 }
            let start = max(text.startOfLetters(before: end), consumed)
            guard end < index, end > start else { return nil }
            let word = text.folded(start..<end)
            if let month = conventions.months.meaning(of: word) { return (month, start) }
            guard Self.connectives.contains(word) else { return nil }
            end = start
        }
        return nil
    }

    private static let connectives: [[UInt8]] = ["de", "del", "of", "the", "d", "do", "di"].map { Array($0.utf8) }

    private func skippingConnectives(from index: Int) -> Int {
        var start = text.skippingSpaces(from: index)
        for _ in 0..<2 {
            let end = text.endOfLetters(from: start)
            guard end > start, end - start <= 3, Self.connectives.contains(text.folded(start..<end)) else { break }
            start = text.skippingSpaces(from: end < text.count && text[end] == 0x27 ? end + 1 : end)
        }
        return start
    }

    private func year(after index: Int) -> DigitGroup? {
        var start = index
        while start < text.count, start < index + 3, text[start] == 0x2E || text[start] == 0x2C { start += 1 }
        start = skippingConnectives(from: start)
        guard start > index, let group = text.digitGroup(at: start), group.count == 4,
            (1000...2999).contains(group.small)
        else { return nil }
        return group
    }

    /// The end of `st`, `er`, `.` or `º` after the day.
    private func endOfOrdinal(_ index: Int) -> Int {
        if text.matches([0x2E], at: index) { return index + 1 }
        if text.matches([0xC2, 0xBA], at: index) { return index + 2 }
        let end = text.endOfLetters(from: index, where: Scalars.isLatin)
        guard end > index, end - index <= 4 else { return index }
        let suffixes = ["st", "nd", "rd", "th", "er", "ere", "re"]
        return suffixes.contains { text.folded(index..<end).elementsEqual($0.utf8) } ? end : index
    }

    private func isCapital(at index: Int) -> Bool {
        let value = text.scalar(at: index).value
        return Scalars.fold(value) != value || value >= 0x530
    }
}
