import DriftLanguage
import DriftText

/// How one date is written: which of its groups of digits says what.
struct DateNotation {
    private enum Field {
        case year, month, day
    }

    private let text: [UInt8]
    private let groups: [(range: Range<Int>, field: Field)]
    private let month: Int

    /// - Parameter value: what the text says; nil is returned where it may mean several days, or where day and month are
    ///   the same number.
    init?(_ value: TypedValue, _ text: [UInt8]) {
        guard let day = CalendarDay(value) else { return nil }
        self.text = text
        month = day.month
        let ranges = text.digitGroups
        guard ranges.count == 2 || ranges.count == 3 else { return nil }
        var groups: [(range: Range<Int>, field: Field)] = []
        for range in ranges {
            guard let number = Int(String(decoding: text[range], as: UTF8.self)) else { return nil }
            if number == day.year, range.count == 4 {
                groups.append((range, .year))
            } else if ranges.count == 2, number == day.day {
                groups.append((range, .day))
            } else if ranges.count == 3, day.day != day.month, number == day.day || number == day.month {
                groups.append((range, number == day.day ? .day : .month))
            } else {
                return nil
            }
        }
        self.groups = groups
    }

    /// Whether a number below ten tells if it is written with a zero before it.
    var showsPadding: Bool {
        groups.contains { $0.field != .year && ($0.range.count == 1 || text[$0.range.lowerBound] == UInt8(ascii: "0")) }
    }

    /// The day that a text says in this notation, where it may mean several; nil for a text of another form.
    func day(in other: [UInt8]) -> CalendarDay? {
        let ranges = other.digitGroups
        guard ranges.count == 3, groups.count == 3, other.marks == text.marks else { return nil }
        var day = CalendarDay(year: 0, month: 0, day: 0)
        for (range, group) in zip(ranges, groups) {
            guard let number = Int(String(decoding: other[range], as: UTF8.self)) else { return nil }
            switch group.field {
            case .year: day.year = number
            case .month: day.month = number
            case .day: day.day = number
            }
        }
        return day
    }

    /// Another day in the same notation; nil where the month is a word and would have to be another.
    func writing(_ value: TypedValue) -> [UInt8]? { CalendarDay(value).flatMap(writing) }

    func writing(_ day: CalendarDay) -> [UInt8]? {
        guard groups.count == 3 || day.month == month else { return nil }
        // Two digits without a zero before them do not tell; most locales write none.
        let isPadded = groups.contains { text[$0.range.lowerBound] == UInt8(ascii: "0") }
        var result: [UInt8] = []
        var place = 0
        for group in groups {
            result += text[place..<group.range.lowerBound]
            let number = group.field == .year ? day.year : group.field == .month ? day.month : day.day
            if isPadded && number < 10 && group.field != .year { result.append(UInt8(ascii: "0")) }
            result += Array(String(number).utf8)
            place = group.range.upperBound
        }
        return result + text[place...]
    }
}

extension [UInt8] {
    /// What stands between and around the digits.
    fileprivate var marks: [UInt8] { filter { !$0.isASCIIDigit } }

    fileprivate var digitGroups: [Range<Int>] {
        var groups: [Range<Int>] = []
        for index in indices where self[index].isASCIIDigit {
            if let last = groups.last, last.upperBound == index {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
        return groups
    }
}
