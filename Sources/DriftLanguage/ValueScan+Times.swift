extension ValueScan {
    /// `14:30`, `2:30 pm`, `2h30`, `午後2時30分`; an hour on the clock of twelve that nothing places reads as both.
    func time() -> TypedValue? {
        let hour = groups[0]
        guard hour.count <= 2, hour.small <= 24 else { return nil }
        if let time = colonTime() ?? hourWordTime() { return time }
        guard let half = halfOfDay(after: hour.end) else { return nil }
        return TypedValue(
            kind: .time, range: hour.start..<half.end,
            readings: [Reading.time(hour: hour.small % 12 + (half.isAfternoon ? 12 : 0), minute: 0)])
    }

    private func colonTime() -> TypedValue? {
        guard groups.count >= 2, separators[0] == .colon, groups[1].count == 2, groups[1].small < 60 else { return nil }
        var end = groups[1].end
        var second = 0
        if groups.count >= 3, separators[1] == .colon {
            guard groups[2].count == 2, groups[2].small < 60 else { return nil }
            (end, second) = (groups[2].end, groups[2].small)
        }
        guard groups.count < 4 || separators[2] != .colon || second == 0 else { return nil }
        return clock(minute: groups[1].small, second: second, end: end)
    }

    /// `14h30`, `14 h 30`, `14時30分`, `14:30` in words.
    private func hourWordTime() -> TypedValue? {
        let hour = groups[0]
        if let end = end(of: [[0x68]], after: hour.end),
            let minute = text.digitGroup(at: text.skippingSpaces(from: end)),
            minute.count == 2, minute.small < 60, !text.isLatin(at: minute.end)
        {
            return clock(minute: minute.small, second: 0, end: minute.end)
        }
        guard let end = end(of: Self.hours, after: hour.end), !text.matches(Array("間".utf8), at: end),
            !text.matches(Array("间".utf8), at: end), !text.matches(Array("간".utf8), at: end)
        else { return nil }
        if let minute = text.digitGroup(at: text.skippingSpaces(from: end)), minute.count <= 2, minute.small < 60,
            let minuteEnd = self.end(of: Self.minutes, after: minute.end)
        {
            return clock(minute: minute.small, second: 0, end: minuteEnd)
        }
        var value = clock(minute: 0, second: 0, end: end)
        value.kind = .number
        value.readings.append(Reading.number(hour.value))
        return value
    }

    private static let hours: [[UInt8]] = ["時", "时", "点", "點", "시", "Uhr"].map { Array($0.utf8) }
    private static let minutes: [[UInt8]] = ["分", "분"].map { Array($0.utf8) }

    private func clock(minute: Int, second: Int, end: Int) -> TypedValue {
        let hour = groups[0]
        var hours = [hour.small]
        var end = end
        if let half = halfOfDay(after: end) {
            (hours, end) = ([hour.small % 12 + (half.isAfternoon ? 12 : 0)], half.end)
        } else if let isAfternoon = halfOfDay(before: hour.start) {
            hours = [hour.small < 12 && isAfternoon ? hour.small + 12 : hour.small]
        } else if hour.small <= 12, !(hour.count == 2 && hour.small < 10) {
            hours.append(hour.small + 12)
        }
        return TypedValue(
            kind: .time, range: hour.start..<end,
            readings: hours.map { Reading.time(hour: $0, minute: minute, second: second) })
    }

    /// `am`, `p.m.` and the like after a time.
    private func halfOfDay(after index: Int) -> (isAfternoon: Bool, end: Int)? {
        let start = text.skippingSpaces(from: index)
        guard start + 1 < text.count else { return nil }
        let letter = text[start] | 0x20
        guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
        let isDotted = text[start + 1] == 0x2E
        let second = isDotted ? start + 2 : start + 1
        guard second < text.count, text[second] | 0x20 == UInt8(ascii: "m"), !text.isLatin(at: second + 1) else {
            return nil
        }
        let end = isDotted && text.matches([0x2E], at: second + 1) ? second + 2 : second + 1
        return (letter == UInt8(ascii: "p"), end)
    }

    private func halfOfDay(before index: Int) -> Bool? {
        var end = index
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        for word in Self.afternoons where text.matches(word, at: end - word.count) { return true }
        for word in Self.mornings where text.matches(word, at: end - word.count) { return false }
        return nil
    }

    private static let afternoons: [[UInt8]] = ["午後", "下午", "晚上", "오후"].map { Array($0.utf8) }
    private static let mornings: [[UInt8]] = ["午前", "上午", "早上", "凌晨", "오전"].map { Array($0.utf8) }
}
