/// Something in a text that means the same in every language although it may be written otherwise.
package struct TypedValue: Hashable, Sendable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        case number, date, time, version, percentage
    }

    /// How the value is most likely meant; `readings` decide what it agrees with.
    package var kind: Kind
    /// Where it stands in the text that was read, in bytes.
    package var range: Range<Int>
    /// What it may mean. Two values agree when they share a reading: `1.000` reads as 1000 and as 1, `05/04/2020` as
    /// May 4 and as April 5. Never empty.
    package var readings: [UInt64]

    package init(kind: Kind, range: Range<Int>, readings: [UInt64]) {
        self.kind = kind
        self.range = range
        self.readings = readings
    }

    /// The days, year included, that the value may mean: numbers that grow from day to day.
    package var days: [UInt64] { readings.filter(Reading.isFullDay) }

    /// The days, year included, that the value may mean.
    package var calendarDays: [CalendarDay] { days.map(Reading.calendarDay) }

    /// The one day that the value means; nil where it may mean several, or leaves the year or the day out.
    package var calendarDay: CalendarDay? { days.count == 1 ? calendarDays.first : nil }

    /// Whether it is 0 or 1, which articles and words such as “no” and “only” express too.
    package var isNoneOrOne: Bool { readings.contains(Reading.number(0)) || readings.contains(Reading.number(1)) }

    /// The value as the version that its digits, with points between them, may also be.
    package func asVersion(in text: [UInt8]) -> TypedValue {
        let parts = text[range].split(separator: UInt8(ascii: ".")).map { digits in
            digits.reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1 & 0x0F) }
        }
        return TypedValue(kind: .version, range: range, readings: readings + [Reading.version(parts)])
    }

    /// Whether the value may be one of some whole numbers. O(their count).
    package func isAmong(_ numbers: ClosedRange<Int>) -> Bool {
        numbers.contains { readings.contains(Reading.number(UInt64($0))) }
    }

    /// Kinds need not be equal, since one notation may be taken for two kinds (`v1.2` and `1.2`, `10-20 %` and
    /// `10 % to 20 %`); readings of different kinds never coincide.
    package func agrees(with other: TypedValue) -> Bool {
        readings.contains { other.readings.contains($0) }
    }
}
